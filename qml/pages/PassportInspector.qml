pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// One passport from every side: what it says, trust with its receipts, wallets and links, rights, and
// what happened to it.
Inspector {
    id: pane
    property var line: null
    property var titles: ({})
    property var refusal: null
    readonly property bool isOwn: pane.line !== null && pane.line.actor === Live.People.current
    readonly property bool isPerson: pane.line?.holder === "person"
    signal dreamAsked(string id)
    signal cardSaved(string json)
    signal otherWalletAsked()
    signal asked(string verb)              // passphrase, words, join, domain, rename, suspend
    onLineChanged: refusal = null
    glyph: pane.isPerson ? "user" : "agents"
    title: pane.line?.title ?? ""
    subtitle: pane.line ? pane.isPerson ? Ranks.level(pane.line.level) : Ranks.level("agent") : ""
    badgeText: pane.line && pane.line.standing !== "good" ? Ranks.standing(pane.line.standing) : ""
    badgeTone: badgeText === "" ? "" : "warn"
    tabs: [
        { name: "passport", word: qsTr("Passport") },
        { name: "trust", word: qsTr("Trust") },
        { name: "links", word: qsTr("Links") },
        { name: "rights", word: qsTr("Rights") },
        { name: "history", word: qsTr("History") }]
    AppText {
        visible: pane.line === null
        width: parent.width
        text: qsTr("Choose somebody to see who they are, how far they are trusted and what they may do.")
        color: Theme.text2
        wrapMode: Text.Wrap
        lineHeight: 1.3
    }
    RefusalBar {
        visible: pane.refusal !== null
        width: parent.width
        what: qsTr("Not done")
        missing: pane.refusal?.sentence ?? ""
        mayClose: true
        onClosed: pane.refusal = null
    }
    PassportFacts {
        visible: pane.tab === "passport" && pane.line !== null
        width: parent.width
        line: pane.line
        onSaved: json => pane.cardSaved(json)
    }
    PassportTrust {
        visible: pane.tab === "trust" && pane.line !== null
        width: parent.width
        line: pane.tab === "trust" ? pane.line : null
        titles: pane.titles
        onDreamAsked: id => pane.dreamAsked(id)
    }
    PassportLinks {
        visible: pane.tab === "links" && pane.line !== null
        width: parent.width
        line: pane.tab === "links" ? pane.line : null
        titles: pane.titles
        onOtherWalletAsked: pane.otherWalletAsked()
    }
    PassportRights {
        visible: pane.tab === "rights" && pane.line !== null
        width: parent.width
        line: pane.tab === "rights" ? pane.line : null
    }
    HistoryList { visible: pane.tab === "history"; width: parent.width; of: pane.line?.id ?? ""; isActive: pane.tab === "history" }
    actions: [
        AppButton {
            objectName: "join"
            visible: pane.isOwn && pane.line?.level === "dreamer"
            text: qsTr("Join")
            onClicked: pane.asked("join")
        },
        AppButton {
            objectName: "domain"
            visible: pane.isOwn && pane.line?.domain === "" && pane.line?.level !== "visitor"
            text: qsTr("Claim a name")
            onClicked: pane.asked("domain")
        },
        AppButton {
            objectName: "passphrase"
            visible: pane.isOwn
            kind: "quiet"
            text: qsTr("Passphrase")
            onClicked: pane.asked("passphrase")
        },
        AppButton {
            objectName: "words"
            visible: pane.isOwn
            kind: "quiet"
            text: qsTr("Twelve words")
            onClicked: pane.asked("words")
        },
        AppButton {
            objectName: "suspend"
            visible: pane.isPerson && !pane.isOwn && pane.line?.standing === "good"
            text: qsTr("Suspend")
            onClicked: pane.asked("suspend")
        },
        AppButton {
            objectName: "reinstate"
            visible: pane.isPerson && pane.line?.standing === "suspended"
            text: qsTr("Reinstate")
            onClicked: Actions.reinstate(pane.line.id, answer => pane.refusal = answer.ok ? null : answer)
        }]
}
