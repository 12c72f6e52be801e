pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// The items of the approval queue, one below the other: what would happen, who asks, how risky, how long
// it waits; of decided ones what became of them.
ListView {
    id: list
    required property var lines
    property string selected: ""
    property bool isKeyed: true
    signal picked(string id)
    function follow() { list.currentIndex = list.lines.findIndex(l => l.id === list.selected) }
    onSelectedChanged: follow()
    onLinesChanged: follow()
    objectName: "approvalList"
    clip: true
    model: lines
    focus: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    currentIndex: -1
    topMargin: Theme.unit
    bottomMargin: Theme.gap
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Approvals")
    T.ScrollBar.vertical: AppScroll {}
    readonly property ApprovalWords words: ApprovalWords {}
    Keys.onPressed: event => {
        let to = currentIndex
        switch (event.key) {
        case Qt.Key_Up: to -= 1; break
        case Qt.Key_Down: to += 1; break
        case Qt.Key_Home: to = 0; break
        case Qt.Key_End: to = count - 1; break
        default: return
        }
        event.accepted = true
        isKeyed = true
        if (count > 0)
            list.picked(list.lines[Math.max(0, Math.min(count - 1, to))].id)
    }
    delegate: Item {
        id: line
        required property var modelData
        required property int index
        readonly property bool isCurrent: line.modelData.id === list.selected
        readonly property string title: list.words.effect(modelData)
        readonly property string who: qsTr("Asked by: %1").arg(Money.owner(modelData.asker))
        readonly property string state_: modelData.standing === "waiting" ? list.words.left(modelData.until, Clock.minute) : Format.state(modelData.standing)
        width: ListView.view.width
        height: Theme.px(48)
        Accessible.role: Accessible.ListItem
        Accessible.name: qsTr("%1, %2, risk %3, %4").arg(title).arg(who).arg(Format.state(modelData.risk)).arg(state_)
        Accessible.selected: isCurrent
        Accessible.onPressAction: list.picked(line.modelData.id)
        HoverHandler { id: over }
        TapHandler {
            onTapped: {
                list.isKeyed = false
                list.forceActiveFocus(Qt.MouseFocusReason)
                list.picked(line.modelData.id)
            }
        }
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: Theme.unit
            anchors.rightMargin: Theme.px(8)
            radius: Theme.radius
            color: line.isCurrent ? Theme.selected : over.hovered ? Theme.hover : "transparent"
            border.width: line.isCurrent && list.activeFocus && list.isKeyed ? 2 : 0
            border.color: Theme.focus
        }
        AppText {
            x: Theme.gutter
            y: Theme.px(6)
            width: parent.width - x - risk.width - Theme.px(28)
            height: Theme.px(18)
            text: line.title
            role: line.isCurrent ? "label" : "body"
            Accessible.ignored: true
        }
        AppText {
            x: Theme.gutter
            y: Theme.px(26)
            width: parent.width - x - left.implicitWidth - Theme.px(28)
            height: Theme.px(15)
            text: line.who
            role: "caption"
            color: Theme.text3
            Accessible.ignored: true
        }
        Badge {
            id: risk
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(18)
            y: Theme.px(4)
            text: Format.state(line.modelData.risk)
            tone: list.words.tone(line.modelData.risk)
            Accessible.ignored: true
        }
        AppText {
            id: left
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(18)
            y: Theme.px(26)
            height: Theme.px(15)
            text: line.state_
            role: "caption"
            color: Theme.text3
            Accessible.ignored: true
        }
    }
}
