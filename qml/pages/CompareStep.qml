pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Scene

// One step of two runs: who did it, how it ended and how long it took in each, whether it made the
// same; opened, what differs word by word and both receipts.
Column {
    id: step
    required property var line         // as DreamRuns.beside says it
    property string dream: ""
    property bool isOpen: false
    readonly property int textMax: 4   // artefacts whose words are compared
    readonly property string verdict: line.left === null ? qsTr("only in the right run") : line.right === null ? qsTr("only in the left run")
        : line.isSame ? qsTr("same") : qsTr("different")
    function ended(side: var): string {
        if (side === null)
            return qsTr("not run")
        const how = side.receipt.outcome === "done" ? Format.duration(side.receipt.duration)
            : qsTr("%1 after %2", "outcome, duration").arg(Format.state(side.receipt.outcome)).arg(Format.duration(side.receipt.duration))
        return side.attempts > 1 ? qsTr("%1, attempt %2").arg(how).arg(side.receipt.attempt) : how
    }
    function isText(mediaType: string): bool { return /^text\/|json|xml/.test(mediaType) }
    T.AbstractButton {
        id: head
        objectName: "compareStep." + step.line.key
        width: parent.width
        implicitHeight: Theme.px(48)
        text: qsTr("%1 by %2").arg(Format.deed(step.line.capability)).arg(Format.system(step.line.agent))
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("%1: %2. Left %3, right %4").arg(text).arg(step.verdict).arg(step.ended(step.line.left)).arg(step.ended(step.line.right))
        Accessible.description: step.isOpen ? qsTr("opened") : qsTr("closed")
        Accessible.onPressAction: clicked()
        Keys.onReturnPressed: clicked()
        Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        onClicked: step.isOpen = !step.isOpen
        background: RowGround { isHot: head.hovered; isFocused: head.visualFocus }
        contentItem: Item { // qmllint disable deferred-property-id
            Icon { id: arrow; x: Theme.unit; y: Theme.px(6); name: step.isOpen ? "down" : "right"; size: Theme.px(14); tint: Theme.text3 }
            AppText { x: Theme.px(24); y: Theme.px(4); width: parent.width - x - badge.width - Theme.gap; height: Theme.px(18); text: head.text; Accessible.ignored: true }
            AppText {
                x: Theme.px(24)
                y: Theme.px(24)
                width: parent.width - x - Theme.gap
                height: Theme.px(16)
                text: qsTr("%1 | %2", "left, right").arg(step.ended(step.line.left)).arg(step.ended(step.line.right))
                role: "small"
                color: Theme.text3
                Accessible.ignored: true
            }
            Badge { id: badge; anchors.right: parent.right; anchors.rightMargin: Theme.unit; y: Theme.px(4); text: step.verdict; tone: step.line.isSame ? "good" : "warn" }
        }
    }
    Column {
        visible: step.isOpen
        x: Theme.px(24)
        width: step.width - x
        bottomPadding: Theme.px(12)
        spacing: Theme.px(6)
        Repeater {
            model: step.isOpen ? step.line.artefacts : []
            Column {
                id: artefact
                required property var modelData
                required property int index
                readonly property bool isCompared: !artefact.modelData.isSame && artefact.modelData.left !== "" && artefact.modelData.right !== ""
                    && step.isText(artefact.modelData.mediaType) && artefact.index < step.textMax
                width: step.width - Theme.px(24)
                Fact {
                    name: Format.artefact(artefact.modelData.name)
                    nameWidth: Theme.px(132)
                    value: artefact.modelData.isSame ? qsTr("the same bytes, %1").arg(Format.digest(artefact.modelData.left))
                        : qsTr("%1 | %2", "left, right").arg(artefact.modelData.left === "" ? qsTr("not made") : Format.digest(artefact.modelData.left)).arg(artefact.modelData.right === "" ? qsTr("not made") : Format.digest(artefact.modelData.right))
                    ink: artefact.modelData.isSame ? Theme.goodText : Theme.text
                    isLong: true
                }
                DreamChanges {
                    visible: artefact.isCompared
                    width: artefact.width
                    dream: artefact.isCompared ? step.dream : ""
                    before: artefact.isCompared ? artefact.modelData.left : ""
                    after: artefact.isCompared ? artefact.modelData.right : ""
                    keptMax: 120
                }
            }
        }
        Repeater {
            model: step.isOpen ? [{ word: qsTr("Left receipt"), side: step.line.left }, { word: qsTr("Right receipt"), side: step.line.right }].filter(s => s.side !== null) : []
            Fact {
                id: receipt
                required property var modelData
                readonly property var row: receipt.modelData.side.receipt
                name: receipt.modelData.word
                nameWidth: Theme.px(132)
                value: qsTr("task %1, %2, version %3, read %4").arg(receipt.row.task).arg(Format.dateTime(receipt.row.at)).arg(receipt.row.version)
                    .arg(receipt.row.inputs.map(i => Format.artefact(i.name) + " " + Format.digest(i.digest)).join(", "))
                isLong: true
            }
        }
    }
}
