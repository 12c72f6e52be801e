pragma Singleton
import QtQuick

// Why a score is what it is, as capabilities say it, in the language that is spoken. An artefact keeps
// the same bytes whatever the language, so its phrases are translated where they are read.
QtObject {
    id: reasons

    readonly property var phrases: ({
        "short sentences": qsTr("short sentences"), "long sentences": qsTr("long sentences"),
        "hard words": qsTr("hard words"), "easy words": qsTr("easy words"),
        "things left unnamed": qsTr("things left unnamed"), "named things": qsTr("named things"),
        "hasty notes": qsTr("hasty notes"), "very short": qsTr("very short"),
        "average wording": qsTr("average wording"), "one sentence": qsTr("one sentence"),
        "sentences share words": qsTr("sentences share words"), "few shared words": qsTr("few shared words"),
        "topics change": qsTr("topics change"), "linked sentences": qsTr("linked sentences"),
        "odd word order": qsTr("odd word order"), headings: qsTr("headings"), lists: qsTr("lists"),
        table: qsTr("table"), fields: qsTr("fields"), paragraphs: qsTr("paragraphs"), goal: qsTr("goal"),
        steps: qsTr("steps"), budget: qsTr("budget"), dates: qsTr("dates"),
        "one block of text": qsTr("one block of text"), "no images": qsTr("no images"),
        "rich images": qsTr("rich images"), "some images": qsTr("some images"), "few images": qsTr("few images"),
        comparisons: qsTr("comparisons"), "no feeling words": qsTr("no feeling words"),
        "many feeling words": qsTr("many feeling words"), "some feeling words": qsTr("some feeling words"),
        "few feeling words": qsTr("few feeling words"), "long sentence": qsTr("long sentence"),
        "names nothing": qsTr("names nothing"),
        "says nothing that could be compared": qsTr("says nothing that could be compared"),
        "the first of its kind: no other dream to compare with": qsTr("the first of its kind: no other dream to compare with"),
        "nearly the same text is already there": qsTr("nearly the same text is already there"),
        "not measured: nobody else has seen it yet": qsTr("not measured: nobody else has seen it yet"),
        "not measured: nobody has contributed yet": qsTr("not measured: nobody has contributed yet"),
        "nearly the same text": qsTr("nearly the same text"),
        "shares only everyday words": qsTr("shares only everyday words"), "alike in mood": qsTr("alike in mood") })

    function of(words: var): string {
        return String(words ?? "").split("; ").map(part => reasons.part(part)).join("; ")
    }
    function part(words: string): string {
        const whole = reasons.phrases[words]
        if (whole !== undefined)
            return whole
        if (words.startsWith("shares "))
            return qsTr("shares %1", "words that two dreams have in common").arg(words.slice(7))
        const near = /^nothing among (\d+) dreams? comes near$/.exec(words)
        if (near)
            return qsTr("nothing among %n dreams comes near", "", Number(near[1]))
        const nearest = /^the nearest of (\d+) dreams? resonates at (\d+) of 100$/.exec(words)
        if (nearest)
            return qsTr("the nearest of %n dreams resonates at %1 of 100", "", Number(nearest[1])).arg(nearest[2])
        return words.split(", ").map(phrase => reasons.phrases[phrase] ?? phrase).join(", ")
    }
}
