pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Scene
import DreamScope.Models as Live

// One passport: level and what the next rung asks for, achievements with their receipts, the key, and
// the card others can check, as a QR code.
Column {
    id: facts
    property var line: null
    property string card: ""
    property string problem: ""
    readonly property var people: Live.People.all
    readonly property var key: facts.people.find(p => p.actor === facts.line?.actor) ?? null
    readonly property var missing: facts.line ? Ranks.missing(facts.line) : []
    readonly property string next: facts.line ? Ranks.nextLevel(facts.line.level) : ""
    signal saved(string json)
    spacing: Theme.px(10)
    function ask() {
        facts.card = ""
        facts.problem = ""
        if (!facts.line || facts.line.holder !== "person" || !facts.visible)
            return
        const asked = facts.line.actor
        Live.People.card(asked, answer => {
            if (!facts.line || facts.line.actor !== asked)
                return
            facts.card = answer.ok ? answer.json : ""
            facts.problem = answer.ok ? "" : answer.sentence
        })
    }
    onLineChanged: soon.restart()
    onVisibleChanged: soon.restart()
    Timer { id: soon; interval: 30; onTriggered: facts.ask() }
    Column {
        width: parent.width
        Fact { name: qsTr("Level"); value: facts.line?.holder === "agent" ? Ranks.level("agent") : Ranks.level(facts.line?.level ?? "") }
        Fact {
            visible: facts.line?.holder === "person" && facts.next !== ""
            name: qsTr("Next")
            value: facts.missing.length === 0 ? qsTr("%1, and nothing is missing").arg(Ranks.level(facts.next))
                : qsTr("%1, once: %2").arg(Ranks.level(facts.next)).arg(facts.missing.map(c => Ranks.achievement(c)).join(", "))
            isLong: true
        }
        Fact { name: qsTr("Standing"); value: Ranks.standing(facts.line?.standing ?? ""); note: facts.line?.reason ?? ""; ink: facts.line && facts.line.standing !== "good" ? Theme.warnText : Theme.text }
        Fact { visible: (facts.line?.domain ?? "") !== ""; name: qsTr("Domain name"); value: facts.line?.domain ?? "" }
        Fact { name: qsTr("Short name"); value: facts.line?.actor ?? "" }
        Fact { name: qsTr("Issued"); value: facts.line ? Format.dateTime(facts.line.issued) : "" }
        Fact { visible: (facts.line?.validUntil ?? 0) > 0; name: qsTr("Holds until"); value: facts.line ? Format.dateTime(facts.line.validUntil) : "" }
        Fact { visible: facts.line?.holder === "person"; name: qsTr("Key kept"); value: Ranks.guard(facts.key?.guard ?? ""); isLong: true; ink: facts.key?.guard === "device" ? Theme.warnText : Theme.text }
        Fact { visible: (facts.line?.did ?? "") !== ""; name: qsTr("Identifier"); value: facts.line?.did ?? ""; isLong: true }
    }
    Section { width: parent.width; title: qsTr("Achievements"); note: facts.line ? Format.number((facts.line.achievements ?? []).length) : "" }
    AppText {
        visible: (facts.line?.achievements ?? []).length === 0
        width: parent.width
        text: qsTr("None yet. They are recorded when the work is done, never by hand.")
        role: "small"
        color: Theme.text2
        wrapMode: Text.Wrap
    }
    Repeater {
        model: facts.line?.achievements ?? []
        Fact {
            required property var modelData
            nameWidth: Math.round(facts.width * 0.5)
            name: Ranks.achievement(modelData.code)
            isLong: true
            value: modelData.fact > 0 ? qsTr("%1, fact %2").arg(Format.day(modelData.at)).arg(Format.number(modelData.fact)) : Format.day(modelData.at)
        }
    }
    Section { visible: facts.line?.holder === "person"; width: parent.width; title: qsTr("Card"); note: qsTr("signed, checkable offline") }
    Rectangle {
        visible: facts.card !== ""
        width: Math.min(parent.width, Theme.px(220))
        height: width
        radius: Theme.radius
        color: "white"
        SvgPicture {
            anchors.fill: parent
            svg: facts.card === "" ? "" : Live.People.qr(facts.line?.did ?? "")
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("QR code of the identifier %1").arg(facts.line?.did ?? "")
        }
    }
    AppText { visible: facts.problem !== ""; width: parent.width; text: facts.problem; role: "small"; color: Theme.warnText; wrapMode: Text.Wrap }
    Flow {
        visible: facts.card !== ""
        width: parent.width
        spacing: Theme.gap
        AppButton { objectName: "saveCard"; text: qsTr("Save the card"); onClicked: facts.saved(facts.card) }
        AppButton { objectName: "copyCard"; kind: "quiet"; text: qsTr("Copy"); onClicked: Desktop.copy(facts.card) }
    }
}
