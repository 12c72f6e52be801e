import QtQuick
import DreamScope.Ui
import DreamScope.Desk
import DreamScope.Models as Live

// Joins the catalogue of agents with how each has been doing and what waits for it: one line per
// agent. Gathers at most twice a second, whatever the queue does. Nothing is drawn here.
Item {
    id: fleet
    property var lines: []             // in the catalogue's order
    readonly property int scanMax: 5000
    property var last: ({})            // by slug: when its newest receipt was written
    property real readUpTo: 0          // receipts not newer than this were looked at
    // All four, or the first lines would say "none" of what was only not read yet.
    readonly property bool isReady: agents.ready && health.ready && tasks.ready && receipts.ready
    onIsReadyChanged: gather()
    readonly property int total: agents.count
    // A manifest speaks one language; the built-in ones are translated beside it.
    readonly property var summaries: Guide.agents(qsTr("en", "code of this language: de in German"))
    onSummariesChanged: gather()
    visible: false
    function find(slug: string): var { return fleet.lines.find(l => l.slug === slug) ?? null }
    function gather() {
        if (!fleet.isReady)
            return
        const queued = {}, doing = {}
        for (let i = 0; i < Math.min(tasks.count, fleet.scanMax); ++i) {
            const t = tasks.at(i)
            if (t)
                queued[t.agent] = (queued[t.agent] ?? 0) + 1
        }
        for (let i = 0; i < health.count; ++i) {
            const h = health.at(i)
            if (h)
                doing[h.slug] = h
        }
        fleet.readReceipts()
        const lines = []
        for (let i = 0; i < agents.count; ++i) {
            const a = agents.at(i)
            if (a)
                lines.push(fleet.line(a, doing[a.slug], queued[a.slug] ?? 0, fleet.last[a.slug] ?? 0))
        }
        fleet.lines = lines
    }
    // Newest first, and only those not looked at yet.
    function readReceipts() {
        const last = fleet.last
        let newest = fleet.readUpTo
        for (let i = 0; i < receipts.count; ++i) {
            const r = receipts.at(i)
            if (!r || Number(r.at) < fleet.readUpTo)
                break
            last[r.agent] = Math.max(last[r.agent] ?? 0, Number(r.at))
            newest = Math.max(newest, Number(r.at))
        }
        fleet.readUpTo = newest
        fleet.last = last
    }
    function line(agent: var, doing: var, queue: int, last: real): var {
        const isHired = agent.state === "hired"
        const done = doing ? Number(doing.done) : 0, failed = doing ? Number(doing.failed) : 0
        const health = doing ? doing.health : "idle"
        const mark = !isHired ? agent.state === "dismissed" ? "off" : agent.exam === "failed" ? "warn" : "idle"
            : health === "error" ? "bad" : health === "degraded" ? "warn" : doing && doing.leased > 0 ? "busy" : "active"
        return { id: agent.id, slug: agent.slug, name: agent.name, kind: agent.kind, state: agent.state, exam: agent.exam,
                 examCases: agent.examCases, examFailures: agent.examFailures, examNote: agent.examNote,
                 capabilities: agent.capabilities, first: agent.capabilities.length > 0 ? agent.capabilities[0] : "",
                 summary: fleet.summaries[agent.slug] ?? agent.summary, version: agent.version, tier: agent.tier, steps: agent.steps.length,
                 leased: doing ? doing.leased : 0, queue: queue, done: done, failed: failed, last: last,
                 success: done + failed > 0 ? Math.round(done * 10000 / (done + failed)) : -1, mark: mark }
    }
    function word(line: var): string {
        switch (line.mark) {
        case "busy": return qsTr("Busy")
        case "active": return qsTr("Hired")
        case "bad": return qsTr("Failing")
        case "warn": return line.state === "hired" ? qsTr("Degraded") : qsTr("Exam failed")
        case "off": return qsTr("Dismissed")
        }
        return qsTr("Candidate")
    }
    Timer {
        id: rest
        interval: 400
        onTriggered: fleet.gather()
    }
    function stir() {
        if (fleet.lines.length === 0)
            Qt.callLater(fleet.gather)
        else if (!rest.running)
            rest.start()
    }
    Live.Rows { id: agents; of: "agentregistry.agents"; onRevisionChanged: fleet.stir() }
    Live.Rows { id: health; of: "superspine.fleet"; onRevisionChanged: fleet.stir() }
    Live.Rows { id: tasks; of: "superspine.tasks"; where: ({ state: ["waiting", "ready", "leased"] }); onRevisionChanged: fleet.stir() }
    Live.Rows { id: receipts; of: "superspine.receipts"; sortBy: "at"; descending: true; onRevisionChanged: fleet.stir() }
}
