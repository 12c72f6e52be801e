pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Scene

// A chart with its name, its table twin and its copies. Left and Right walk the points, Up and Down
// the series, Home and End go to the ends, Escape lets go; picture and table share the chosen point.
FocusScope {
    id: view
    property alias kind: chart.kind
    property alias series: chart.series
    property alias at: chart.at
    property alias isTime: chart.isTime
    property alias names: chart.names
    property alias unit: chart.unit
    property alias endWord: chart.endWord
    property alias limit: chart.limit
    property alias limitWord: chart.limitWord
    property alias moments: chart.moments
    property alias selected: chart.selected
    property alias isTable: head.isTable
    property string title: ""
    property string note: ""
    property string emptyWords: qsTr("Nothing was measured yet.")
    readonly property alias count: chart.count
    readonly property bool isEmpty: chart.count === 0
    signal said(string words)

    function choose(point: int) {
        chart.selected = point
        if (point >= 0)
            table.positionViewAtIndex(point, ListView.Contain)
    }
    function walk(key: int): bool {
        switch (key) {
        case Qt.Key_Left: view.choose(chart.step(chart.selected, -1)); return true
        case Qt.Key_Right: view.choose(chart.step(chart.selected, 1)); return true
        case Qt.Key_PageUp: view.choose(chart.step(chart.selected, -10)); return true
        case Qt.Key_PageDown: view.choose(chart.step(chart.selected, 10)); return true
        case Qt.Key_Home: view.choose(chart.step(-1, 1)); return true
        case Qt.Key_End: view.choose(chart.step(-1, -1)); return true
        case Qt.Key_Up: chart.row = Math.max(0, chart.row - 1); return true
        case Qt.Key_Down: chart.row = Math.min(chart.rowCount() - 1, chart.row + 1); return true
        case Qt.Key_Escape:
            if (chart.selected < 0)
                return false
            view.choose(-1)
            return true
        }
        return false
    }
    Pens { id: pens }
    PictureHead {
        id: head
        width: parent.width
        title: view.title
        note: view.note
        isEmpty: view.isEmpty
        picture: chart
        onSaid: words => view.said(words)
    }
    FocusScope {
        id: stage
        objectName: "chart"
        visible: !head.isTable && !view.isEmpty
        y: head.height + Theme.unit
        width: parent.width
        height: parent.height - y
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Chart
        Accessible.focusable: true
        Accessible.name: chart.selected < 0 ? qsTr("%1, %2").arg(view.title).arg(view.note) : qsTr("%1, %2").arg(view.title).arg(chart.words(chart.selected))
        Accessible.description: chart.summary
        Accessible.onPressAction: view.choose(chart.step(-1, -1))
        Keys.onPressed: event => event.accepted = view.walk(event.key)
        Chart {
            id: chart
            anchors.fill: parent
            ink: pens.ink
            title: view.title
            onLookChanged: table.follow()
            HoverHandler {
                onPointChanged: chart.hovered = chart.pointAt(point.position.x, point.position.y)
                onHoveredChanged: if (!hovered) chart.hovered = -1
            }
            TapHandler {
                onTapped: eventPoint => {
                    stage.forceActiveFocus(Qt.MouseFocusReason)
                    chart.row = chart.rowAt(eventPoint.position.x, eventPoint.position.y)
                    view.choose(chart.pointAt(eventPoint.position.x, eventPoint.position.y))
                }
            }
        }
        FocusRing { isShown: stage.activeFocus }
    }
    Row {
        id: heads
        visible: table.visible
        y: head.height + Theme.unit
        AppText { width: table.cell; height: Theme.tableRow; leftPadding: Theme.unit; text: view.isTime ? qsTr("Time") : qsTr("Point"); role: "small"; color: Theme.text3 }
        Repeater {
            model: chart.series.length
            AppText {
                required property int index
                width: table.cell
                height: Theme.tableRow
                rightPadding: Theme.px(8)
                horizontalAlignment: Text.AlignRight
                text: { chart.series; return chart.rowName(index) !== "" ? chart.rowName(index) : view.title }
                role: "small"
                color: Theme.text3
            }
        }
    }
    Hair { visible: table.visible; y: heads.y + heads.height - 1; width: parent.width; color: Theme.lineStrong }
    ListView {
        id: table
        objectName: "chartTable"
        visible: head.isTable && !view.isEmpty
        y: heads.y + heads.height
        width: parent.width
        height: parent.height - y
        clip: true
        reuseItems: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        model: visible ? chart.count : 0
        // A list that gets rows chooses the first by itself: the chart's choice comes after.
        function follow() { table.currentIndex = chart.selected }
        onCountChanged: Qt.callLater(follow)
        readonly property int cell: Math.floor(width / (1 + Math.max(1, chart.series.length)))
        Accessible.role: Accessible.Table
        Accessible.name: view.title
        T.ScrollBar.vertical: AppScroll {}
        Keys.onPressed: event => {
            const by = event.key === Qt.Key_Up ? -1 : event.key === Qt.Key_Down ? 1 : 0
            if (by !== 0)
                view.choose(Math.max(0, Math.min(chart.count - 1, chart.selected + by)))
            event.accepted = by !== 0 || view.walk(event.key)
        }
        delegate: Item {
            id: line
            required property int index
            ListView.onPooled: line.visible = false
            ListView.onReused: line.visible = true
            readonly property bool isCurrent: line.index === chart.selected
            readonly property string words: { chart.series; return chart.words(line.index) }
            width: ListView.view.width
            height: Theme.tableRow
            Accessible.role: Accessible.Row
            Accessible.name: line.words
            Accessible.selected: line.isCurrent
            Accessible.onPressAction: view.choose(line.index)
            TapHandler {
                onTapped: {
                    table.forceActiveFocus(Qt.MouseFocusReason)
                    view.choose(line.index)
                }
            }
            HoverHandler { id: over }
            RowGround { anchors.fill: parent; bleed: 0; isCurrent: line.isCurrent; isHot: over.hovered; isFocused: line.isCurrent && table.activeFocus }
            AppText {
                width: table.cell
                height: parent.height
                leftPadding: Theme.unit
                text: { chart.series; return chart.pointWord(line.index) }
                Accessible.ignored: true
            }
            Repeater {
                model: chart.series.length
                AppText {
                    required property int index
                    x: table.cell * (index + 1)
                    width: table.cell - Theme.px(8)
                    height: Theme.tableRow
                    horizontalAlignment: Text.AlignRight
                    text: { chart.series; return chart.valueWord(index, line.index) }
                    color: text === qsTr("none") ? Theme.text3 : Theme.text
                    Accessible.ignored: true
                }
            }
        }
    }
    AppText {
        visible: view.isEmpty
        y: head.height + Theme.unit
        width: parent.width
        text: view.emptyWords
        color: Theme.text3
        wrapMode: Text.Wrap
        lineHeight: 1.3
    }
}
