pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live
import DreamScope.Scene

// A live table drawn from its declaration: columns from the fields, words left, numbers right, a
// press on a head sorts. Rows arrive and change by themselves; the chosen row keeps its key.
FocusScope {
    id: table
    property string of: ""
    property string title: ""
    property var where: ({})
    property var fields: []            // { name, type, of }
    property string sortBy: ""
    property bool descending: false
    property bool isArchive: false     // newest first until somebody sorts
    property string chosenKey: ""
    property var chosen: null
    readonly property alias count: rows.count
    readonly property bool isReady: rows.ready
    readonly property var columns: {
        const out = []
        let least = 0, loose = 0
        for (const f of table.fields) {
            const shape = Cells.shape(f.type)
            out.push({ name: f.name, type: f.type, word: Declared.field(f.name), isNumber: shape.isNumber, least: Math.max(Theme.px(shape.width), Theme.widthOf(Declared.field(f.name), Theme.small) + Theme.px(15)), isLoose: shape.isLoose })
            least += out[out.length - 1].least
            loose += shape.isLoose ? 1 : 0
        }
        const spare = Math.max(0, table.width - 2 * Theme.px(8) - least - Theme.px(16) * Math.max(0, out.length - 1))
        let x = 0
        for (const c of out) {
            c.x = x
            c.width = c.least + (c.isLoose ? Math.floor(spare / loose) : 0)
            x += c.width + Theme.px(16)
        }
        return out
    }
    readonly property int fullWidth: columns.length === 0 ? width : Math.max(width, columns[columns.length - 1].x + columns[columns.length - 1].width + 2 * Theme.px(8))
    property alias menu: menu          // what a row offers
    signal picked(var row)
    signal said(string words)
    onOfChanged: {
        table.chosenKey = ""
        table.chosen = null
        table.sortBy = ""
        table.descending = false
    }
    // The keyboard may reach a head that is drawn out of sight.
    function reveal(from: real, across: real) {
        if (from < sideways.contentX)
            sideways.contentX = Math.max(0, from - Theme.px(8))
        else if (from + across + Theme.px(16) > sideways.contentX + sideways.width)
            sideways.contentX = Math.max(0, Math.min(from + across + Theme.px(16), sideways.contentWidth) - sideways.width)
    }
    function sort(name: string) {
        table.descending = table.sortBy === name ? !table.descending : false
        table.sortBy = name
    }
    function choose(at: int) {
        const row = rows.at(at)
        if (!row)
            return
        list.currentIndex = at
        table.chosenKey = rows.keyAt(at)
        table.chosen = row
        table.picked(row)
    }
    // The rows that stand here, for a spreadsheet.
    function csv(): string {
        const all = []
        for (let i = 0; i < rows.count; ++i)
            all.push(rows.at(i))
        return Cells.copy("csv", table.fields, all.filter(row => row))
    }
    Live.Rows {
        id: rows
        of: table.of
        where: table.where
        // A view reads the roles when it is given a model: a new table is a new model.
        onOfChanged: {
            list.model = null
            list.model = rows
        }
        sortBy: table.sortBy
        descending: table.sortBy === "" ? table.isArchive : table.descending
        onRevisionChanged: {
            const at = table.chosenKey === "" ? -1 : rows.indexOf(table.chosenKey)
            if (at >= 0) {
                list.currentIndex = at
                table.chosen = rows.at(at)
            }
        }
    }
    Flickable {
        id: sideways
        anchors.fill: parent
        contentWidth: table.fullWidth
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.horizontal: AppScroll { id: bar }
        Item {
            id: heads
            x: Theme.px(8)
            width: table.fullWidth - 2 * x
            height: Theme.tableRow
            Repeater {
                model: table.columns
                T.AbstractButton {
                    id: head
                    required property var modelData
                    readonly property bool isSorted: table.sortBy === head.modelData.name
                    x: head.modelData.x
                    width: head.modelData.width
                    height: Theme.tableRow
                    text: head.modelData.word
                    Accessible.role: Accessible.ColumnHeader
                    Accessible.name: !isSorted ? qsTr("Sort by %1").arg(text)
                        : table.descending ? qsTr("%1, sorted downwards").arg(text) : qsTr("%1, sorted upwards").arg(text)
                    Accessible.onPressAction: clicked()
                    Keys.onReturnPressed: clicked()
                    onClicked: table.sort(head.modelData.name)
                    onActiveFocusChanged: if (activeFocus) table.reveal(x, width)
                    contentItem: Item {
                        Row {
                            spacing: 3
                            height: parent.height
                            layoutDirection: head.modelData.isNumber ? Qt.RightToLeft : Qt.LeftToRight
                            x: head.modelData.isNumber ? parent.width - width : 0
                            AppText {
                                width: Math.min(implicitWidth, head.width - (head.isSorted ? Theme.px(15) : 0))
                                height: parent.height
                                text: head.text
                                role: "small"
                                font.weight: head.isSorted ? Theme.medium : Theme.regular
                                color: head.isSorted || head.hovered ? Theme.text : Theme.text3
                                Accessible.ignored: true
                            }
                            Icon {
                                visible: head.isSorted
                                name: table.descending ? "down" : "up"
                                size: Theme.px(12)
                                anchors.verticalCenter: parent.verticalCenter
                            }
                        }
                        FocusRing { isShown: head.visualFocus }
                    }
                }
            }
        }
        Hair { y: heads.height - 1; x: Theme.px(8); width: heads.width; color: Theme.lineStrong }
        ListView {
            id: list
            objectName: "table"
            y: heads.height
            width: table.fullWidth
            height: sideways.height - y - (bar.visible ? bar.height : 0)
            clip: true
            focus: true
            activeFocusOnTab: true
            reuseItems: true
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            currentIndex: -1
            model: rows
            property bool isKeyed: true
            Accessible.role: Accessible.Table
            Accessible.name: table.title
            T.ScrollBar.vertical: AppScroll {}
            Keys.onPressed: event => {
                if (menu.isAsked(event)) {
                    event.accepted = true
                    menu.openFor(table.chosen, currentItem, Theme.gutter, Theme.tableRow)
                    return
                }
                const page = Math.max(1, Math.floor(height / Theme.tableRow) - 1)
                let to = currentIndex
                switch (event.key) {
                case Qt.Key_Up: to -= 1; break
                case Qt.Key_Down: to += 1; break
                case Qt.Key_PageUp: to -= page; break
                case Qt.Key_PageDown: to += page; break
                case Qt.Key_Home: to = 0; break
                case Qt.Key_End: to = count - 1; break
                default: return
                }
                isKeyed = true
                event.accepted = true
                table.choose(Math.max(0, Math.min(count - 1, to)))
            }
            delegate: Item {
                id: line
                required property var model
                required property int index
                ListView.onPooled: line.visible = false
                ListView.onReused: line.visible = true
                readonly property bool isCurrent: line.ListView.isCurrentItem && table.chosenKey !== ""
                width: ListView.view.width
                height: Theme.tableRow
                Accessible.role: Accessible.Row
                Accessible.name: table.columns.map(c => c.word + " " + Cells.words(line.model[Cells.role(c.name)], c.type)).join(", ")
                Accessible.selected: isCurrent
                Accessible.onPressAction: table.choose(line.index)
                HoverHandler { id: over }
                TapHandler {
                    acceptedButtons: Qt.LeftButton | Qt.RightButton
                    onTapped: (point, button) => {
                        list.isKeyed = false
                        list.forceActiveFocus(Qt.MouseFocusReason)
                        table.choose(line.index)
                        if (button === Qt.RightButton)
                            menu.openFor(table.chosen, line, point.position.x, point.position.y)
                    }
                }
                RowGround {
                    x: Theme.px(8)
                    width: parent.width - 2 * x
                    height: parent.height
                    isCurrent: line.isCurrent
                    isHot: over.hovered
                    isFocused: line.isCurrent && list.activeFocus && list.isKeyed
                }
                Repeater {
                    model: table.columns
                    Item {
                        id: cell
                        required property var modelData
                        readonly property var value: line.model[Cells.role(cell.modelData.name)]
                        readonly property bool isScore: cell.modelData.type === "score"
                        x: Theme.px(8) + cell.modelData.x
                        width: cell.modelData.width
                        height: Theme.tableRow
                        Meter {
                            visible: cell.isScore && cell.value >= 0
                            width: Theme.px(40)
                            anchors.verticalCenter: parent.verticalCenter
                            value: visible ? cell.value / 10000 : 0
                            Accessible.ignored: true
                        }
                        AppText {
                            anchors.fill: parent
                            text: Cells.words(cell.value, cell.modelData.type)
                            color: Cells.ink(cell.value, cell.modelData.type)
                            horizontalAlignment: cell.modelData.isNumber ? Theme.far : Theme.near
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
    RowMenu {
        id: menu
        objectName: "rowMenu"
        fields: table.fields
        count: rows.count
        rowAt: at => rows.at(at)
        onSaid: words => table.said(words)
    }
    Reading { isOn: rows.isLoading && rows.count === 0; x: Theme.px(8); y: heads.height + Theme.px(8) }
    AppText {
        visible: !rows.isLoading && rows.count === 0
        x: Theme.px(8)
        y: heads.height + Theme.px(8)
        height: Theme.tableRow
        text: qsTr("No rows yet.")
        color: Theme.text3
    }
}
