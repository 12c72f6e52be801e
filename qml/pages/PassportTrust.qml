pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// Trust in figures, and the receipts behind every point of it.
Column {
    id: trust
    property var line: null
    property var refusal: null
    readonly property var record: (records.revision >= 0 ? records.at(records.indexOf(trust.line?.id ?? "")) : null) ?? null
    readonly property bool isOwn: trust.line !== null && trust.line.actor === Live.People.current
    readonly property var given: {
        const mine = []
        for (let i = 0; i < endorsements.count && endorsements.revision >= 0; ++i) {
            const one = endorsements.at(i)
            if (one)
                mine.push(one)
        }
        return mine
    }
    property var titles: ({})          // passports by id
    signal dreamAsked(string id)
    signal receiptAsked(real fact)
    spacing: Theme.px(8)
    Live.Rows { id: records; of: "reputation.records" }
    Live.Rows { id: pieces; of: trust.line ? "reputation.pieces" : ""; where: ({ passport: trust.line?.id ?? "" }); sortBy: "at"; descending: true; limit: 100 }
    Live.Rows { id: endorsements; of: trust.line ? "reputation.endorsements" : ""; where: ({ to: trust.line?.id ?? "" }) }
    Live.Rows { id: dreams; of: pieces.count > 0 ? "dreams.dreams" : "" }
    Row {
        spacing: Theme.px(12)
        AppText { text: Format.score(Math.max(0, trust.record?.trust ?? 0)); role: "figure"; Accessible.name: qsTr("Trust %1 of 100").arg(text) }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.unit
            Meter { width: Math.max(Theme.px(80), trust.width - Theme.px(110)); value: Math.max(0, trust.record?.trust ?? 0) / 10000; limit: 0.8 }
            AppText { text: qsTr("of 100; the mark is at 80"); role: "caption"; color: Theme.text3 }
        }
    }
    Column {
        width: parent.width
        Fact { name: qsTr("Earned"); value: qsTr("%1 by own work").arg(Format.score(Math.max(0, trust.record?.earned ?? 0))) }
        Fact { name: qsTr("Vouched for"); value: (trust.record?.vouched ?? 0) > 0 ? qsTr("%1 of 100, lifts by at most 15").arg(Format.score(trust.record.vouched)) : qsTr("by nobody yet") }
        Fact { visible: trust.line?.holder === "agent"; name: qsTr("Receipts"); value: trust.record ? qsTr("%1 done, %2 failed").arg(Format.number(trust.record.done)).arg(Format.number(trust.record.failed)) : "" }
        Fact { visible: (trust.record?.firstFact ?? 0) > 0; name: qsTr("They lie"); isLong: true; value: trust.record ? qsTr("between fact %1 and %2").arg(Format.number(trust.record.firstFact)).arg(Format.number(trust.record.lastFact)) : "" }
    }
    AppText {
        width: parent.width
        text: trust.line?.holder === "agent" ? qsTr("An agent's trust is what its receipts say. Old ones count less: half after 180 days unless set otherwise.")
            : qsTr("Each dream of substance that was worked counts once, at most five a day. Everybody begins with five pieces of doubt. Old work counts less with time.")
        role: "small"
        color: Theme.text3
        wrapMode: Text.Wrap
        lineHeight: 1.2
    }
    Section { visible: trust.line?.holder === "person"; width: parent.width; title: qsTr("Receipts behind it"); note: Format.number(pieces.count) }
    Repeater {
        model: trust.line?.holder === "person" ? pieces.count : 0
        Column {
            id: receipt
            required property int index
            readonly property var piece: pieces.revision >= 0 ? pieces.at(index) : null
            readonly property var dream: piece && dreams.revision >= 0 ? dreams.at(dreams.indexOf(piece.dream)) : null
            width: trust.width
            LinkText {
                width: parent.width
                text: receipt.dream ? receipt.dream.title : qsTr("an erased dream")
                onClicked: if (receipt.piece) trust.dreamAsked(receipt.piece.dream)
            }
            AppText {
                width: parent.width
                text: receipt.piece ? qsTr("fact %1: %2").arg(Format.number(receipt.piece.fact)).arg(Ranks.why(receipt.piece.why)) : ""
                role: "caption"
                color: Theme.text3
                wrapMode: Text.Wrap
            }
        }
    }
    Section { width: parent.width; title: qsTr("Who vouches"); note: Format.number(trust.given.length) }
    Repeater {
        model: trust.given
        Fact {
            required property var modelData
            name: trust.titles[modelData.from] ?? modelData.from
            value: qsTr("citing fact %1").arg(Format.number(modelData.receipt))
            note: Format.day(modelData.at)
        }
    }
    AppButton {
        objectName: "endorse"
        visible: !trust.isOwn && (trust.record?.lastFact ?? 0) > 0
        text: qsTr("Vouch, citing the first receipt")
        onClicked: Actions.endorse(trust.line.id, trust.record.firstFact, answer => trust.refusal = answer.ok ? null : answer)
    }
    RefusalBar {
        visible: trust.refusal !== null
        width: parent.width
        what: qsTr("Not vouched for")
        missing: trust.refusal?.sentence ?? ""
        mayClose: true
        onClosed: trust.refusal = null
    }
}
