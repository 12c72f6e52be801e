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
            { word: qsTr("Clarity"), value: v.clarity, why: r.clarity ?? "" },
            { word: qsTr("Coherence"), value: v.coherence, why: r.coherence ?? "" },
            { word: qsTr("Structure"), value: v.structure, why: r.structure ?? "" },
            { word: qsTr("Emotion"), value: v.emotion, why: r.emotion ?? "" },
            { word: qsTr("Symbolism"), value: v.symbolism, why: r.symbolism ?? "" }]
        for (const p of scores.parts)
            out.push({ word: p.name === "originality" ? qsTr("Originality") : Format.spaced(p.name),
                       value: p.measured ? p.score : -1, why: p.why ?? "" })
        if (scores.parts.length === 0 && echo.found)
            out.push({ word: qsTr("Originality"), value: echo.value.originality, why: "" })
        return out
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
            height: Theme.factRow
            Accessible.role: Accessible.StaticText
            Accessible.name: line.isKnown ? qsTr("%1 %2 of 100, %3").arg(line.modelData.word).arg(Format.score(line.modelData.value)).arg(line.modelData.why)
                : qsTr("%1 not measured, %2").arg(line.modelData.word).arg(line.modelData.why)
            AppText { width: scores.nameWidth; height: parent.height; text: line.modelData.word; color: Theme.text2; Accessible.ignored: true }
            Meter {
                visible: line.isKnown
                x: scores.nameWidth + Theme.unit
                anchors.verticalCenter: parent.verticalCenter
                width: scores.meterWidth
                value: Math.max(0, line.modelData.value) / 10000
                Accessible.ignored: true
            }
            AppText {
                x: scores.nameWidth + Theme.unit
                visible: !line.isKnown
                height: parent.height
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
                height: parent.height
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
                text: line.modelData.why
                role: "small"
                color: Theme.text3
                Accessible.ignored: true
            }
            HoverHandler { id: over }
            Hint { words: line.modelData.why; isShown: over.hovered && why.truncated }
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
                text: flag.modelData.reason
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
