import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// How every system is, from what was really measured: its vitals, whether it runs, and the alerts
// that are open. Keeps a short memory of a few totals for the small lines. Nothing is drawn here.
Item {
    id: pulse
    property Live.Past past: null              // while it shows a moment, everything is of that moment
    readonly property bool isThen: pulse.past !== null && pulse.past.isPast
    readonly property int keptMax: 60          // seconds
    property var marks: []                     // by organ: { organ, systems: [{ stem, condition, words }] }
    property int measured: 0
    property int wanting: 0                    // systems a person should look at
    property int failing: 0
    property int off: 0
    property list<double> factPaces: []
    property list<double> waits: []
    property list<double> runs: []
    property double factsBefore: -1
    readonly property var systems: Live.Engine.ready ? Live.Engine.systems() : []
    readonly property alias alerts: alerts
    readonly property real ageMs: pulse.isThen ? 0 : Live.Engine.ready && (Live.Engine.vital.ageMs ?? -1) >= 0 ? Number(Live.Engine.vital.ageMs) : -1
    visible: false

    function figure(vital: var): string {
        switch (vital.unit) {
        case "bytes": return Format.bytes(vital.value)
        case "us": return Format.duration(vital.value)
        case "permille": return qsTr("%1 %").arg((vital.value / 10).toLocaleString(Qt.locale(), "f", 1))
        }
        return Format.number(vital.value)
    }
    function standings(): var {
        const found = {}
        for (let i = 0; i < standing.count; ++i) {
            const row = standing.at(i)
            if (row)
                found[row.stem] = row.standing
        }
        return found
    }
    // The worst of its vitals, in words a person reads.
    function judge(stem: string, standing: string): var {
        const vitals = pulse.isThen ? pulse.past.vitals(stem) : Live.Engine.vitals(stem)
        if (standing === "stopped")
            return { condition: "off", words: qsTr("stopped") }
        if (standing === "failed" || standing === "readOnly")
            return { condition: "bad", words: standing === "failed" ? qsTr("failed") : qsTr("read-only") }
        const worst = vitals.find(v => v.state === "failing") ?? vitals.find(v => v.state === "look")
        if (worst)
            return { condition: worst.state === "failing" ? "bad" : "warn",
                     words: qsTr("%1: %2").arg(Format.inner(Declared.vital(worst.name))).arg(pulse.figure(worst)) }
        return vitals.length === 0 ? { condition: "idle", words: qsTr("measures nothing") } : { condition: "good", words: qsTr("well") }
    }
    function look() {
        const standings = pulse.standings(), organs = []
        const counts = { good: 0, warn: 0, bad: 0, off: 0, idle: 0 }
        for (const s of pulse.systems) {
            const judged = pulse.judge(s.stem, standings[s.stem] ?? "")
            counts[judged.condition]++
            let organ = organs.find(o => o.organ === s.organ)
            if (!organ)
                organs.push(organ = { organ: s.organ, systems: [] })
            organ.systems.push({ stem: s.stem, condition: judged.condition, words: judged.words })
        }
        pulse.marks = organs
        pulse.measured = counts.good + counts.warn + counts.bad
        pulse.wanting = counts.warn
        pulse.failing = counts.bad
        pulse.off = counts.off
    }
    function remember() {
        const facts = Live.Engine.facts
        if (pulse.factsBefore >= 0)
            pulse.factPaces = pulse.factPaces.concat([Math.max(0, facts - pulse.factsBefore)]).slice(-pulse.keptMax)
        pulse.factsBefore = facts
        pulse.waits = pulse.waits.concat([Live.Engine.queued]).slice(-pulse.keptMax)
        pulse.runs = pulse.runs.concat([Live.Engine.running]).slice(-pulse.keptMax)
    }
    onSystemsChanged: pulse.look()
    Live.Rows { id: standing; of: "dreamnetos.systems"; past: pulse.past; onRevisionChanged: pulse.look() }
    Live.Rows { id: alerts; of: "dreamnetos.alerts"; sortBy: "last"; descending: true; past: pulse.past }
    Connections {
        target: pulse.past
        function onShownChanged() { pulse.look() }
    }
    Connections {
        target: Live.Engine
        function onVitalsChanged() {
            if (!pulse.isThen)
                pulse.look()
            pulse.remember()
        }
    }
}
