pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// Work in the order it happened, gathered by agent: what was done, how long it took, and what waits.
// A step with a receipt opens it. `groups` is a list of { agent, state, at, steps }; a step is
// { id, word, state, durationUs, receipt }.
Column {
    id: line
    property var groups: []
    property string opened: ""
    spacing: 0
    Repeater {
        model: line.groups
        Item {
            id: group
            required property var modelData
            required property int index
            readonly property bool isLast: group.index === line.groups.length - 1
            readonly property string state_: group.modelData.state
            width: line.width
            height: body.height + (group.isLast ? 0 : Theme.px(14))
            Rectangle {
                visible: !group.isLast
                x: Theme.px(7)
                y: Theme.px(20)
                width: 1
                height: parent.height - Theme.px(18)
                color: Theme.lineStrong
            }
            Rectangle {
                y: Theme.px(2)
                width: Theme.px(15)
                height: width
                radius: width / 2
                antialiasing: true
                color: group.state_ === "done" ? Theme.goodWash : group.state_ === "failed" ? Theme.badWash : "transparent"
                border.width: group.state_ === "done" || group.state_ === "failed" ? 0 : 1.5
                border.color: group.state_ === "leased" ? Theme.accentMark : Theme.lineStrong
                Icon {
                    visible: group.state_ === "done" || group.state_ === "failed"
                    anchors.centerIn: parent
                    name: group.state_ === "done" ? "check" : "cross"
                    size: Theme.px(11)
                    tint: group.state_ === "done" ? Theme.goodText : Theme.badText
                }
                Rectangle {
                    visible: group.state_ === "leased"
                    anchors.centerIn: parent
                    width: Theme.px(5)
                    height: width
                    radius: width / 2
                    color: Theme.accentMark
                }
            }
            Column {
                id: body
                x: Theme.px(28)
                width: parent.width - x
                Item {
                    width: parent.width
                    height: Theme.px(20)
                    AppText { height: parent.height; text: group.modelData.agent; role: "label" }
                    AppText {
                        anchors.right: parent.right
                        height: parent.height
                        text: Format.clock(group.modelData.at)
                        role: "caption"
                        color: group.state_ === "leased" ? Theme.accentText : group.state_ === "failed" ? Theme.badText : Theme.text3
                    }
                }
                Repeater {
                    model: group.modelData.steps
                    Column {
                        id: step
                        required property var modelData
                        readonly property var receipt: step.modelData.receipt
                        readonly property bool isOpen: line.opened === step.modelData.id
                        width: body.width
                        T.AbstractButton {
                            id: entry
                            width: parent.width
                            implicitHeight: Math.max(Theme.px(20), said.implicitHeight + Theme.px(4))
                            enabled: step.receipt !== null
                            text: step.modelData.word
                            Accessible.role: Accessible.Button
                            Accessible.name: step.receipt === null ? qsTr("%1, %2").arg(text).arg(Format.state(step.modelData.state))
                                : qsTr("Receipt: %1, %2").arg(text).arg(Format.duration(step.modelData.durationUs))
                            Accessible.onPressAction: clicked()
                            Keys.onReturnPressed: clicked()
                            onClicked: line.opened = step.isOpen ? "" : step.modelData.id
                            background: Rectangle {
                                anchors.fill: parent
                                anchors.leftMargin: -Theme.unit
                                anchors.rightMargin: -Theme.unit
                                radius: Theme.radiusSmall
                                color: entry.hovered && entry.enabled ? Theme.hover : "transparent"
                                border.width: entry.visualFocus ? 2 : 0
                                border.color: Theme.focus
                            }
                            contentItem: Item { // qmllint disable deferred-property-id
                                AppText {
                                    id: said
                                    width: parent.width - measure.implicitWidth - Theme.gap
                                    height: parent.height
                                    wrapMode: Text.Wrap
                                    text: entry.text
                                    role: "small"
                                    color: step.receipt === null ? Theme.text3 : step.modelData.state === "failed" ? Theme.badText : Theme.text2
                                    Accessible.ignored: true
                                }
                                AppText {
                                    id: measure
                                    anchors.right: parent.right
                                    height: Theme.px(20)
                                    text: step.receipt !== null ? Format.duration(step.modelData.durationUs) : Format.inner(Format.state(step.modelData.state))
                                    role: "caption"
                                    color: step.modelData.state === "leased" ? Theme.accentText : step.modelData.state === "failed" ? Theme.badText : Theme.text3
                                    Accessible.ignored: true
                                }
                            }
                        }
                        Rectangle {
                            visible: step.isOpen && step.receipt !== null
                            width: parent.width
                            height: visible ? facts.height + Theme.px(12) : 0
                            radius: Theme.radius
                            color: Theme.surface
                            Column {
                                id: facts
                                x: Theme.px(10)
                                y: Theme.px(6)
                                width: parent.width - 2 * x
                                Repeater {
                                    model: step.isOpen ? line.factsOf(step.receipt) : []
                                    Fact {
                                        id: fact
                                        required property var modelData
                                        width: facts.width
                                        nameWidth: Theme.px(84)
                                        isLong: true
                                        name: fact.modelData[0]
                                        value: fact.modelData[1]
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    function factsOf(receipt: var): var {
        if (!receipt)
            return []
        const named = list => (list ?? []).map(o => o.name + " " + Format.digest(o.digest)).join(", ")
        const out = [
            [qsTr("Capability"), receipt.capability + " " + receipt.version],
            [qsTr("Made by"), receipt.model ? receipt.brain + ", " + receipt.model : receipt.brain],
            [qsTr("Read"), named(receipt.inputs)],
            [qsTr("Made"), named(receipt.outputs)],
            [qsTr("Seed"), String(receipt.seed ?? "")],
            [qsTr("Cost"), Number(receipt.cost) > 0 ? qsTr("%1 DREAM").arg(receipt.cost) : qsTr("nothing was charged")],
            [qsTr("Attempt"), String(receipt.attempt)],
            [qsTr("Outcome"), Format.state(receipt.outcome)],
            [qsTr("Reason"), receipt.reason ?? ""]]
        return out.filter(f => f[1] !== "" && f[1] !== "undefined")
    }
}
