pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// Operations, its Approvals: what may not happen by itself and waits for a person, what was decided, and
// the one that is chosen with its exact effect.
FocusScope {
    id: page
    property string selected: ""
    property var lines: []
    readonly property real room: width / Theme.scale
    readonly property bool isTight: room < 760
    readonly property bool isPast: tabs.current === "past"
    readonly property var current: page.lines.find(l => l.id === page.selected) ?? null
    readonly property bool showsList: !isTight || current === null
    readonly property var source: page.isPast ? past : waiting
    readonly property string note: waiting.ready ? qsTr("%n waiting", "", waiting.count) : ""
    readonly property string saving: ""
    readonly property int linesMax: 500
    readonly property string here: page.selected   // what show() would open again
    signal said(string words, string deed, var undo)
    signal wentTo(string place, string subject)

    function show(subject: string) {
        page.selected = subject
        page.gather()
    }
    function startWriting(title: string, body: string) { page.wentTo("Dreams", "") }
    function gather() {
        const all = []
        for (let i = 0; i < page.source.count && all.length < page.linesMax; ++i) {
            const row = page.source.at(i)
            if (row)
                all.push(page.isPast ? Object.assign({}, row.item, { closedBy: row.by, closedReason: row.reason, closedAt: row.at }) : row)
        }
        page.lines = all
        if (!page.isTight && page.current === null)
            page.selected = all.length > 0 ? all[0].id : ""
    }
    onIsPastChanged: soon.restart()
    onIsTightChanged: soon.restart()
    Timer { id: soon; interval: 0; onTriggered: page.gather() }
    Live.Rows { id: waiting; of: "operator.items"; sortBy: "asked"; onRevisionChanged: soon.restart() }
    Live.Rows { id: past; of: page.isPast ? "operator.past" : ""; sortBy: "at"; descending: true; onRevisionChanged: soon.restart() }

    Item {
        id: side
        visible: page.showsList
        width: page.isTight ? page.width : Theme.px(page.room < 1100 ? 320 : 400)
        height: page.height
        Section {
            id: head
            x: Theme.gutter
            y: Theme.px(8)
            width: parent.width - x - Theme.px(16)
            title: qsTr("Approvals")
            AppButton { objectName: "spendLimits"; kind: "quiet"; glyph: "settings"; hint: qsTr("Spending limits, and asking for approval, in the Atlas"); onClicked: page.wentTo("Atlas", "operator") }
        }
        Tabs {
            id: tabs
            objectName: "approvalTabs"
            x: Theme.gutter
            y: head.y + head.implicitHeight
            width: parent.width - x - Theme.px(16)
            height: implicitHeight
            label: qsTr("Approvals by standing")
            current: "waiting"
            options: [{ name: "waiting", word: qsTr("Waiting"), count: waiting.count }, { name: "past", word: qsTr("Decided") }]
        }
        ApprovalList {
            id: list
            y: tabs.y + tabs.height + Theme.unit
            width: parent.width
            height: parent.height - y
            visible: page.lines.length > 0
            lines: page.lines
            selected: page.selected
            onPicked: id => page.selected = id
        }
        Reading { isOn: page.source.isLoading && page.lines.length === 0; x: Theme.gutter; y: list.y + Theme.px(8) }
        EmptyRoom {
            objectName: "noApprovals"
            visible: !page.source.isLoading && page.lines.length === 0
            x: Theme.gutter
            y: list.y + Theme.px(12)
            width: parent.width - x - Theme.px(8)
            height: parent.height - y
            glyph: "operations"
            title: page.isPast ? qsTr("Nothing was decided yet") : qsTr("Nothing waits for approval")
            words: page.isPast ? qsTr("What was approved, rejected, withdrawn or left to expire stands here, with who decided it and why.")
                : qsTr("Set a spending limit, and every payment above it is refused until somebody approves it here.")
            deed: page.isPast ? "" : qsTr("Set a spending limit")
            onDone: page.wentTo("Atlas", "operator")
        }
    }
    Hair { visible: side.visible && !page.isTight; x: side.width - 1; height: parent.height }
    ApprovalDetail {
        objectName: "approvalDetail"
        visible: page.current !== null && (!page.isTight || !page.showsList)
        x: page.isTight ? 0 : side.width
        width: page.width - x
        height: page.height
        item: page.current
        mayGoBack: page.isTight
        onBackAsked: page.selected = ""
        onSaid: words => page.said(words, "", null)
    }
}
