pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live

// One item of the approval queue: exactly what would happen and why it was asked for, and the decision.
// Approving names the digest of what stands here, so that nothing else can be approved by it.
FocusScope {
    id: detail
    property var item: null
    property bool mayGoBack: false
    property string problem: ""
    property bool isBusy: false
    readonly property bool isOpen: item !== null && (item.standing === "waiting" || item.standing === "snoozed")
    readonly property bool isOwn: (item?.asker ?? "") === Live.Engine.actor
    readonly property string key: item?.id ?? ""
    readonly property ApprovalWords words: ApprovalWords {}
    signal backAsked()
    signal said(string words)
    onKeyChanged: {
        detail.problem = ""
        reason.clear()
        flick.contentY = 0
    }
    function take(answer: var, said: string) {
        detail.isBusy = false
        detail.problem = answer.ok ? "" : answer.sentence
        if (answer.ok) {
            reason.clear()
            detail.said(said)
        }
    }
    function approve() {
        detail.isBusy = true
        Actions.approve({ item: detail.key, effect: detail.item.effect, reason: reason.text.trim() }, a => detail.take(a, qsTr("Approved")))
    }
    function reject() {
        detail.isBusy = true
        Actions.reject({ item: detail.key, reason: reason.text.trim() }, a => detail.take(a, qsTr("Rejected")))
    }
    function snooze() {
        detail.isBusy = true
        Actions.snooze({ item: detail.key, time: 3600000000 }, a => detail.take(a, qsTr("Snoozed for an hour")))
    }
    function withdraw() {
        detail.isBusy = true
        Actions.withdraw(detail.key, a => detail.take(a, qsTr("Withdrawn")))
    }
    // What has to be met before it happens, where that is more than one person's word.
    readonly property string rule: !isOpen ? "" : item?.risk === "red" ? qsTr("Red needs two different people. Whoever asked for it is one of them, an agent is none.")
        : isOwn ? qsTr("You asked for this yourself. Somebody else approves it; if nobody else is here you may after ten seconds, and it is recorded as self-confirmed.") : ""
    Flickable {
        id: flick
        anchors.fill: parent
        contentHeight: column.y + column.height + Theme.px(24)
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: column
            x: Theme.gutter
            y: Theme.px(12)
            width: Math.min(detail.width - 2 * x, Theme.px(720))
            spacing: Theme.px(10)
            AppButton {
                objectName: "back"
                visible: detail.mayGoBack
                kind: "quiet"
                glyph: "left"
                hint: qsTr("Back to the list")
                onClicked: detail.backAsked()
            }
            Flow {
                width: parent.width
                spacing: Theme.gap
                AppText {
                    objectName: "approvalEffect"
                    width: Math.min(implicitWidth, parent.width)
                    text: detail.words.effect(detail.item)
                    role: "title"
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                }
                Badge { text: Format.state(detail.item?.risk); tone: detail.words.tone(detail.item?.risk) }
                Badge { visible: !detail.isOpen || detail.item?.standing === "snoozed"; text: Format.state(detail.item?.standing) }
            }
            AppText {
                width: parent.width
                text: detail.item?.reason ?? ""
                role: "read"
                color: Theme.text2
                wrapMode: Text.Wrap
            }
            Column {
                width: parent.width
                Fact { name: qsTr("Asked by"); value: Money.owner(detail.item?.asker); note: detail.item ? Format.dateTime(detail.item.asked) : "" }
                Fact { name: qsTr("From"); value: Format.system(detail.item?.source) }
                Fact { name: qsTr("Cost"); value: detail.words.cost(detail.item) }
                Fact { name: qsTr("Expires"); value: detail.item ? Format.dateTime(detail.item.until) : "" }
                Fact { visible: (detail.item?.standing ?? "") === "snoozed"; name: qsTr("Snoozed until"); value: detail.item ? Format.dateTime(detail.item.snoozedUntil) : "" }
                Fact { name: qsTr("Evidence"); value: detail.item && detail.item.evidence.length > 0 ? qsTr("facts %1").arg([...detail.item.evidence].join(", ")) : qsTr("none"); isLong: true }
                Fact { name: qsTr("Effect"); value: (detail.item?.command ?? "") + " " + (detail.item?.arguments ?? ""); isLong: true }
                Fact { name: qsTr("Digest"); value: detail.item?.effect ?? ""; isLong: true }
                Repeater {
                    model: detail.item ? [...detail.item.approvals] : []
                    Fact {
                        required property var modelData
                        name: qsTr("Approved by")
                        value: (modelData.isSelfConfirmed ? qsTr("%1, self-confirmed").arg(Money.owner(modelData.who)) : Money.owner(modelData.who)) + (modelData.reason !== "" ? ": " + modelData.reason : "")
                        note: Format.dateTime(modelData.at)
                        isLong: true
                    }
                }
                Fact {
                    visible: !detail.isOpen && (detail.item?.closedBy ?? "") !== "" && detail.item?.standing !== "approved"
                    name: qsTr("Decided by")
                    value: Money.owner(detail.item?.closedBy) + ((detail.item?.closedReason ?? "") !== "" ? ": " + detail.item?.closedReason : "")
                    note: Format.dateTime(detail.item?.closedAt ?? 0)
                    isLong: true
                }
            }
            AppText { visible: text !== ""; width: parent.width; text: detail.rule; role: "small"; color: Theme.text2; wrapMode: Text.Wrap; lineHeight: 1.2 }
            AppField {
                id: reason
                objectName: "approvalReason"
                visible: detail.isOpen
                width: parent.width
                label: qsTr("Why you decide so")
                placeholderText: qsTr("Why you decide so; a rejection needs it")
                maximumLength: 120
            }
            Flow {
                visible: detail.isOpen
                width: parent.width
                spacing: Theme.gap
                AppButton { objectName: "approve"; kind: "primary"; glyph: "check"; text: qsTr("Approve"); enabled: !detail.isBusy; onClicked: detail.approve() }
                AppButton { objectName: "reject"; kind: "danger"; glyph: "cross"; text: qsTr("Reject"); enabled: !detail.isBusy && reason.text.trim() !== ""; onClicked: detail.reject() }
                AppButton { objectName: "snooze"; glyph: "clock"; text: qsTr("Snooze"); hint: qsTr("For an hour"); enabled: !detail.isBusy; onClicked: detail.snooze() }
                AppButton { objectName: "withdraw"; visible: detail.isOwn; kind: "quiet"; text: qsTr("Withdraw"); enabled: !detail.isBusy; onClicked: detail.withdraw() }
            }
            AppText {
                objectName: "approvalProblem"
                visible: text !== ""
                width: parent.width
                text: detail.problem
                role: "small"
                color: Theme.warnText
                wrapMode: Text.Wrap
                Accessible.role: Accessible.AlertMessage
            }
        }
    }
}
