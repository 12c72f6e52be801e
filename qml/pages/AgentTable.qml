pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// The fleet in words and numbers: one row an agent, sorted by any column. Rows are replaced in place
// while work goes on, so that the list never jumps under the pointer.
FocusScope {
    id: table
    property var lines: []
    property string chosen: ""
    property string sortBy: ""
    property bool isDown: false
    property bool isNarrow: false
    property var wordOf: line => ""
    readonly property var columns: {
        const all = [
            { name: "name", word: qsTr("Agent"), width: 0 },
            { name: "kind", word: qsTr("Kind"), width: 84, isWide: true },
            { name: "first", word: qsTr("Does"), width: 132, isWide: true },
            { name: "state", word: qsTr("State"), width: 84 },
            { name: "exam", word: qsTr("Exam"), width: 78 },
            { name: "queue", word: qsTr("Queue"), width: 52, isNumber: true },
            { name: "done", word: qsTr("Done"), width: 52, isNumber: true },
            { name: "success", word: qsTr("Success"), width: 66, isNumber: true },
            { name: "last", word: qsTr("Last receipt"), width: 88, isNumber: true }]
            .filter(c => !table.isNarrow || !c.isWide)
        const gap = Theme.px(12)
        let fixed = 0
        for (const c of all) {
            const words = ["kind", "first", "state", "exam", "success", "last"].includes(c.name) ? [...new Set(table.lines.map(l => table.words(l, c.name)))] : []
            c.least = c.width === 0 ? 0 : Math.max(Theme.px(c.width), Theme.widthOf("↓ " + c.word, Theme.small), Theme.widestOf(words, Theme.body))
            fixed += c.least + (c.width > 0 ? gap : 0)
        }
        let x = Theme.px(16)
        for (const c of all) {
            c.x = x
            c.w = c.width > 0 ? c.least : Math.max(Theme.px(130), table.width - Theme.px(16) - Theme.px(16) - fixed)
            x += c.w + gap
        }
        return all
    }
    readonly property var sorted: {
        if (table.sortBy === "")
            return table.lines
        const key = l => table.sortBy === "state" ? table.wordOf(l) : l[table.sortBy]
        const by = (a, b) => typeof key(a) === "number" ? key(a) - key(b) : String(key(a)).localeCompare(String(key(b)))
        return table.lines.slice().sort((a, b) => table.isDown ? by(b, a) : by(a, b))
    }
    readonly property int fullWidth: columns.length > 0 ? Math.max(width, columns[columns.length - 1].x + columns[columns.length - 1].w + Theme.px(16)) : width
    signal picked(string slug)
    onSortedChanged: list.follow()
    onChosenChanged: list.follow()
    // The keyboard may reach a head that is drawn out of sight.
    function reveal(from: real, across: real) {
        if (from < sideways.contentX)
            sideways.contentX = Math.max(0, from - Theme.px(8))
        else if (from + across + Theme.px(16) > sideways.contentX + sideways.width)
            sideways.contentX = Math.max(0, Math.min(from + across + Theme.px(16), sideways.contentWidth) - sideways.width)
    }
    function sort(column: var) {
        table.isDown = table.sortBy === column.name ? !table.isDown : column.isNumber === true
        table.sortBy = column.name
    }
    function words(line: var, name: string): string {
        switch (name) {
        case "kind": return Format.agentKind(line.kind)
        case "state": return table.wordOf(line)
        case "exam": return line.exam === "missing" ? qsTr("none yet") : line.exam === "passed" ? qsTr("passed %1", "exam: number of cases").arg(line.examCases) : qsTr("%1 of %2 failed").arg(line.examFailures).arg(line.examCases)
        case "success": return line.success < 0 ? qsTr("none") : qsTr("%1 %").arg((line.success / 100).toLocaleString(Qt.locale(), "f", 1))
        case "last": return line.last > 0 ? Format.age(line.last, Clock.minute) : line.done + line.failed > 0 ? qsTr("earlier") : qsTr("none")
        case "first": return line.first === "" ? "" : Declared.capability(line.first)
        case "queue": case "done": return Format.number(line[name])
        }
        return String(line[name])
    }
    function ink(line: var, name: string): color {
        if (name === "state")
            return line.mark === "busy" ? Theme.accentText : line.mark === "warn" ? Theme.warnText : line.mark === "bad" ? Theme.badText : Theme.text2
        if (name === "exam")
            return line.exam === "failed" ? Theme.warnText : line.exam === "missing" ? Theme.text3 : Theme.text2
        if (name === "name")
            return Theme.text
        if (name === "success")
            return line.success < 0 ? Theme.text3 : line.success < 9500 ? Theme.warnText : Theme.text
        return name === "kind" || name === "first" ? Theme.text2 : line[name] === 0 ? Theme.text3 : Theme.text
    }
    Flickable {
        id: sideways
        anchors.fill: parent
        contentWidth: table.fullWidth
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.horizontal: AppScroll { id: bar }
        Repeater {
            model: table.columns
            T.AbstractButton {
                id: head
                required property var modelData
                readonly property bool isSorted: table.sortBy === head.modelData.name
                x: head.modelData.x
                width: head.modelData.w
                height: Theme.tableRow
                text: head.modelData.word
                Accessible.role: Accessible.ColumnHeader
                Accessible.name: !isSorted ? qsTr("Sort by %1").arg(text)
                    : table.isDown ? qsTr("%1, sorted downwards").arg(text) : qsTr("%1, sorted upwards").arg(text)
                Accessible.onPressAction: clicked()
                Keys.onReturnPressed: clicked()
                onClicked: table.sort(head.modelData)
                onActiveFocusChanged: if (activeFocus) table.reveal(x, width)
                contentItem: Item {
                    AppText {
                        anchors.fill: parent
                        text: head.isSorted ? (table.isDown ? "↓ " : "↑ ") + head.text : head.text
                        horizontalAlignment: head.modelData.isNumber ? Text.AlignRight : Text.AlignLeft
                        role: "small"
                        font.weight: head.isSorted ? Theme.medium : Theme.regular
                        color: head.isSorted || head.hovered ? Theme.text : Theme.text3
                        Accessible.ignored: true
                    }
                    FocusRing { isShown: head.visualFocus }
                }
            }
        }
        Hair { y: Theme.tableRow - 1; width: table.fullWidth; color: Theme.lineStrong }
        ListView {
            id: list
            objectName: "agentTable"
            property bool isKeyed: true
            function follow() {
                const at = table.sorted.findIndex(l => l.slug === table.chosen)
                if (at !== currentIndex)
                    currentIndex = at
            }
            function step(to: int) {
                isKeyed = true
                const line = table.sorted[Math.max(0, Math.min(table.sorted.length - 1, to))]
                if (line)
                    table.picked(line.slug)
            }
            y: Theme.tableRow
            width: table.fullWidth
            height: sideways.height - y - (bar.visible ? bar.height : 0)
            clip: true
            focus: true
            activeFocusOnTab: true
            reuseItems: true
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            currentIndex: -1
            model: table.sorted.length
            bottomMargin: Theme.gap
            Accessible.role: Accessible.Table
            Accessible.name: qsTr("Agents")
            T.ScrollBar.vertical: AppScroll {}
            Keys.onUpPressed: step(currentIndex - 1)
            Keys.onDownPressed: step(currentIndex + 1)
            Keys.onPressed: event => {
                const page = Math.max(1, Math.floor(height / Theme.tableRow) - 1)
                switch (event.key) {
                case Qt.Key_PageUp: step(currentIndex - page); break
                case Qt.Key_PageDown: step(currentIndex + page); break
                case Qt.Key_Home: step(0); break
                case Qt.Key_End: step(count - 1); break
                default: return
                }
                event.accepted = true
            }
            delegate: Item {
                id: row
                required property int index
                ListView.onPooled: row.visible = false
                ListView.onReused: row.visible = true
                readonly property var line: table.sorted[row.index] ?? null
                readonly property bool isCurrent: row.line !== null && row.line.slug === table.chosen
                width: ListView.view.width
                height: Theme.tableRow
                Accessible.role: Accessible.Row
                Accessible.name: row.line ? table.columns.map(c => c.word + " " + table.words(row.line, c.name)).join(", ") : ""
                Accessible.selected: isCurrent
                Accessible.onPressAction: if (row.line) table.picked(row.line.slug)
                HoverHandler { id: over }
                TapHandler {
                    onTapped: {
                        list.isKeyed = false
                        list.forceActiveFocus(Qt.MouseFocusReason)
                        if (row.line)
                            table.picked(row.line.slug)
                    }
                }
                RowGround {
                    x: Theme.px(8)
                    width: parent.width - Theme.px(12)
                    height: parent.height
                    isCurrent: row.isCurrent
                    isHot: over.hovered
                    isFocused: row.isCurrent && list.activeFocus && list.isKeyed
                }
                AgentMark { x: Theme.px(2); anchors.verticalCenter: parent.verticalCenter; condition: row.line?.mark ?? "idle" }
                Repeater {
                    model: row.line ? table.columns : []
                    AppText {
                        required property var modelData
                        x: modelData.x
                        width: modelData.w
                        height: Theme.tableRow
                        text: row.line ? table.words(row.line, modelData.name) : ""
                        color: row.line ? table.ink(row.line, modelData.name) : Theme.text3
                        horizontalAlignment: modelData.isNumber ? Text.AlignRight : Text.AlignLeft
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
