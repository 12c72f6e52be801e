import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// Joins a dream's tasks and receipts into what the timeline shows: one group per agent, in the order
// the work was done. Holds the newest assignment. Nothing is drawn here.
Item {
    id: work
    property string dream: ""
    property var groups: []
    property var assignment: null
    property int receiptCount: 0
    property int earlierCount: 0       // receipts of assignments before the newest
    property bool showsEarlier: false
    readonly property bool isLoading: dream !== "" && (assignments.isLoading || closings.isLoading || tasks.isLoading || receipts.isLoading)
    onDreamChanged: showsEarlier = false
    onShowsEarlierChanged: gather()
    visible: false
    // Names stay while an agent's figures change with every receipt.
    property var names: ({})
    function agentName(id: string): string { return work.names[id] ?? id }
    function gatherNames() {
        const found = {}
        for (let i = 0; i < agents.count; ++i) {
            const agent = agents.at(i)
            if (agent)
                found[agent.slug] = agent.name
        }
        work.names = found
        soon.restart()
    }
    function gather() {
        work.assignment = work.newest()
        work.receiptCount = receipts.count
        const steps = []
        const done = {}
        const newest = work.assignment ? work.assignment.id : ""
        let earlier = 0
        for (let i = 0; i < receipts.count; ++i) {
            const r = receipts.at(i)
            if (!r)
                continue
            done[r.task] = true
            if (newest !== "" && r.assignment !== newest) {
                ++earlier
                if (!work.showsEarlier)
                    continue
            }
            steps.push({ id: r.task + "/" + r.attempt, agent: r.agent, at: r.at, state: r.outcome === "done" ? "done" : "failed",
                         word: Format.deed(r.capability), durationUs: r.duration, receipt: r })
        }
        for (let i = 0; i < tasks.count; ++i) {
            const t = tasks.at(i)
            if (t && !done[t.id] && t.state !== "done")
                steps.push({ id: t.id, agent: t.agent, at: 0, state: t.state, word: Format.deed(t.capability), durationUs: 0, receipt: null })
        }
        work.earlierCount = earlier
        work.groups = work.byAgent(steps)
    }
    // The one that is open, else the one that closed last, in one shape.
    function newest(): var {
        const open = assignments.count > 0 ? assignments.at(0) : null
        if (open && (open.state === "open" || open.state === "paused"))
            return { id: open.id, isOpen: true, state: open.state, total: open.total, done: open.done, failed: open.failed, opened: open.opened, used: 0, at: 0, reason: "" }
        const last = closings.count > 0 ? closings.at(closings.count - 1) : null
        if (last)
            return { id: last.assignment, isOpen: false, state: last.state, total: last.total, done: last.done, failed: last.failed, opened: 0, used: last.used, at: last.at, reason: last.reason }
        return null
    }
    function byAgent(steps: var): var {
        const groups = []
        for (const s of steps) {
            let group = groups.find(g => g.id === s.agent)
            if (!group) {
                group = { id: s.agent, agent: work.agentName(s.agent), at: 0, state: "done", steps: [] }
                groups.push(group)
            }
            group.at = Math.max(group.at, s.at)
            group.steps.push(s)
        }
        for (const g of groups) {
            const has = state => g.steps.some(s => s.state === state)
            g.state = has("failed") ? "failed" : has("leased") ? "leased" : has("ready") ? "ready" : has("waiting") ? "waiting" : "done"
        }
        return groups
    }
    Timer { id: soon; interval: 0; onTriggered: work.gather() }  // once for all that changed together
    Live.Rows { id: agents; of: "agentregistry.agents"; onReadyChanged: work.gatherNames(); onCountChanged: work.gatherNames() }
    Live.Rows {
        id: assignments
        of: "superspine.assignments"
        where: ({ dream: work.dream })
        sortBy: "opened"
        descending: true
        onRevisionChanged: soon.restart()
    }
    Live.Rows {
        id: closings
        of: "superspine.closed"
        where: ({ dream: work.dream })
        onRevisionChanged: soon.restart()
    }
    Live.Rows {
        id: tasks
        of: "superspine.tasks"
        where: ({ dream: work.dream })
        sortBy: "id"
        onRevisionChanged: soon.restart()
    }
    Live.Rows {
        id: receipts
        of: "superspine.receipts"
        where: ({ dream: work.dream })
        sortBy: "at"
        onRevisionChanged: soon.restart()
    }
}
