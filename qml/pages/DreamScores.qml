pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// How the text reads: each of LUCID's scores with its reason, ECHO's originality, and the sentences
// that were flagged. Only what was measured stands here.
Column {
    id: scores
    property string dream: ""
    property string clarityDigest: ""
    property string scoreDigest: ""
    readonly property bool isMeasured: analysis.found
    readonly property alias isLoading: analysis.isLoading
    readonly property int meterWidth: Math.round(Math.min(Theme.px(160), scores.width * 0.24))
    readonly property int nameWidth: Math.min(Math.max(Theme.px(92), Theme.widestOf(lines.map(l => l.word), Theme.body)), Math.round(width * 0.4))
    readonly property int words: analysis.found ? analysis.value.words : 0
    readonly property var reasons: clarity.json?.reasons ?? ({})
    readonly property var flagged: clarity.json?.flagged ?? []
    readonly property var parts: score.json?.parts ?? []
    readonly property var lines: {
        if (!analysis.found)
            return []
        const v = analysis.value, r = scores.reasons
        const out = [
            { word: qsTr("Clarity"), value: v.clarity, why: Reasons.of(r.clarity) },
            { word: qsTr("Coherence"), value: v.coherence, why: Reasons.of(r.coherence) },
            { word: qsTr("Structure"), value: v.structure, why: Reasons.of(r.structure) },
            { word: qsTr("Emotion"), value: v.emotion, why: Reasons.of(r.emotion) },
            { word: qsTr("Symbolism"), value: v.symbolism, why: Reasons.of(r.symbolism) }]
        for (const p of scores.parts)
            out.push({ word: scores.partWord(p.name),
                       value: p.measured ? p.score : -1, why: Reasons.of(p.why) })
        if (scores.parts.length === 0 && echo.found)
            out.push({ word: qsTr("Originality"), value: echo.value.originality, why: "" })
        return out
    }
    function partWord(name: string): string {
        switch (name) {
        case "originality": return qsTr("Originality")
        case "traction": return qsTr("Traction", "how many others saw and liked it")
        case "collaboration": return qsTr("Collaboration")
        }
        return Format.spaced(name)
    }
    Live.Row { id: analysis; of: "lucid.analyses"; key: scores.dream }
    Live.Row { id: echo; of: "echo.scores"; key: scores.dream }
    Live.Blob { id: clarity; owner: scores.dream; digest: scores.clarityDigest }
    Live.Blob { id: score; owner: scores.dream; digest: scores.scoreDigest }
    Section {
        width: parent.width
        title: "LUCID"
        note: qsTr("how the text reads, 0 to 100")
        AppText {
            text: qsTr("Overall %1").arg(Format.score(analysis.value.overall))
            role: "label"
        }
    }
    Item { width: 1; height: Theme.unit }
    Repeater {
        model: scores.lines
        Item {
            id: line
            required property var modelData
            readonly property bool isKnown: line.modelData.value >= 0
            width: scores.width
            height: Math.max(Theme.factRow, (line.isKnown ? why : unknown).implicitHeight + Theme.px(8))
            Accessible.role: Accessible.StaticText
            Accessible.name: line.isKnown ? qsTr("%1 %2 of 100, %3").arg(line.modelData.word).arg(Format.score(line.modelData.value)).arg(line.modelData.why)
                : qsTr("%1 not measured, %2").arg(line.modelData.word).arg(line.modelData.why)
            AppText { width: scores.nameWidth; height: Theme.factRow; text: line.modelData.word; color: Theme.text2; Accessible.ignored: true }
            Meter {
                visible: line.isKnown
                x: scores.nameWidth + Theme.unit
                y: Math.round((Theme.factRow - height) / 2)
                width: scores.meterWidth
                value: Math.max(0, line.modelData.value) / 10000
                Accessible.ignored: true
            }
            AppText {
                id: unknown
                x: scores.nameWidth + Theme.unit
                visible: !line.isKnown
                height: parent.height
                wrapMode: Text.Wrap
                width: parent.width - x
                text: line.modelData.why === "" ? qsTr("not measured yet") : line.modelData.why
                role: "small"
                color: Theme.text3
                Accessible.ignored: true
            }
            AppText {
                visible: line.isKnown
                x: scores.nameWidth + Theme.px(12) + scores.meterWidth
                width: Theme.px(28)
                height: Theme.factRow
                horizontalAlignment: Text.AlignRight
                text: Format.score(line.modelData.value)
                Accessible.ignored: true
            }
            AppText {
                id: why
                visible: line.isKnown
                x: scores.nameWidth + Theme.px(60) + scores.meterWidth
                width: parent.width - x
                height: parent.height
                wrapMode: Text.Wrap
                text: line.modelData.why
                role: "small"
                color: Theme.text3
                Accessible.ignored: true
            }
        }
    }
    Repeater {
        model: scores.flagged.slice(0, 3)
        Item {
            id: flag
            required property var modelData
            width: scores.width
            height: Theme.factRow
            Dot { condition: "warn"; anchors.verticalCenter: parent.verticalCenter; size: Theme.px(7) }
            AppText {
                x: Theme.px(20)
                width: parent.width - x
                height: parent.height
                text: Reasons.of(flag.modelData.reason)
                role: "small"
                color: Theme.text2
            }
        }
    }
    AppText {
        visible: scores.flagged.length > 3
        height: Theme.factRow
        leftPadding: Theme.px(20)
        text: qsTr("and %n more", "", scores.flagged.length - 3)
        role: "small"
        color: Theme.text3
    }
}
