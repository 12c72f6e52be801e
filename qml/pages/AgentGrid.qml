pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui

// The whole fleet at a glance: one mark per agent, by kind. Arrow keys walk through it, a press
// chooses; the table beside it is its twin in words.
FocusScope {
    id: grid
    property var lines: []
    property string chosen: ""
    property var wordOf: line => ""
    readonly property var kinds: {
        const out = []
        for (const line of grid.lines) {
            let kind = out.find(k => k.name === line.kind)
            if (!kind) {
                kind = { name: line.kind, lines: [] }
                out.push(kind)
            }
            kind.lines.push(line)
        }
        return out
    }
    readonly property var order: kinds.reduce((all, k) => all.concat(k.lines.map(l => l.slug)), [])
    readonly property int across: 8
    signal picked(string slug)
    implicitHeight: flow.height + legend.height + Theme.px(12)
    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Fleet: %n agents in %1 kinds", "", lines.length).arg(kinds.length)
    Accessible.onPressAction: step(0)
    function step(by: int) {
        const at = grid.order.indexOf(grid.chosen)
        if (grid.order.length > 0)
            grid.picked(grid.order[Math.max(0, Math.min(grid.order.length - 1, at + by))])
    }
    Keys.onLeftPressed: step(-1)
    Keys.onRightPressed: step(1)
    Keys.onUpPressed: step(-grid.across)
    Keys.onDownPressed: step(grid.across)
    FocusRing { isShown: grid.activeFocus; anchors.margins: -Theme.px(6) }
    Flow {
        id: flow
        width: parent.width
        spacing: Theme.px(14)
        Repeater {
            model: grid.kinds
            Item {
                id: kind
                required property var modelData
                width: Math.max(Theme.px(12) * grid.across, name.implicitWidth + count.implicitWidth + Theme.px(8))
                height: Theme.px(20) + Math.ceil(kind.modelData.lines.length / grid.across) * Theme.px(12)
                AppText { id: name; text: Format.agentKind(kind.modelData.name); role: "small"; color: Theme.text2; height: Theme.px(17) }
                AppText { id: count; x: Math.max(Theme.px(12) * grid.across - width - 3, name.implicitWidth + Theme.unit); text: Format.number(kind.modelData.lines.length); role: "small"; color: Theme.text3; height: Theme.px(17) }
                Repeater {
                    model: kind.modelData.lines
                    AgentMark {
                        id: mark
                        required property var modelData
                        required property int index
                        x: (mark.index % grid.across) * Theme.px(12) - 1
                        y: Theme.px(20) + Math.floor(mark.index / grid.across) * Theme.px(12)
                        condition: mark.modelData.mark
                        isCurrent: mark.modelData.slug === grid.chosen
                        HoverHandler { id: over }
                        TapHandler { onTapped: grid.picked(mark.modelData.slug) }
                        Hint { words: mark.modelData.name + ", " + grid.wordOf(mark.modelData); isShown: over.hovered; delay: 200 }
                    }
                }
            }
        }
    }
    Flow {
        id: legend
        y: flow.height + Theme.px(10)
        width: parent.width
        spacing: Theme.px(18)
        Repeater {
            model: [
                { mark: "busy", word: qsTr("Busy") }, { mark: "active", word: qsTr("Hired") }, { mark: "idle", word: qsTr("Candidate") },
                { mark: "warn", word: qsTr("To look at") }, { mark: "bad", word: qsTr("Failing") }, { mark: "off", word: qsTr("Dismissed") }]
            Row {
                id: sort
                required property var modelData
                readonly property int count: grid.lines.filter(l => l.mark === sort.modelData.mark).length
                visible: count > 0
                spacing: Theme.px(6)
                height: Theme.px(18)
                AgentMark { condition: sort.modelData.mark; anchors.verticalCenter: parent.verticalCenter }
                AppText { text: sort.modelData.word; role: "small"; color: Theme.text2; height: parent.height }
                AppText { text: Format.number(sort.count); role: "small"; color: Theme.text3; height: parent.height }
            }
        }
    }
}
