import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// The runs a dream has had and two of them side by side: which text each read, who did what in it, what
// it made and measured. Nothing is drawn here.
Item {
    id: runs
    property string dream: ""
    property string leftId: ""           // assignments
    property string rightId: ""
    property var all: []               // newest first: {id, at, state, version, body, steps, figures}
    readonly property var leftRun: runs.all.find(r => r.id === runs.leftId) ?? null
    readonly property var rightRun: runs.all.find(r => r.id === runs.rightId) ?? null
    readonly property bool isReady: receipts.ready && closings.ready && versions.ready
    readonly property var steps: runs.leftRun && runs.rightRun ? runs.beside(runs.leftRun, runs.rightRun) : []
    readonly property var scores: runs.leftRun && runs.rightRun ? runs.measured(runs.leftRun, runs.rightRun) : []
    readonly property int differing: runs.steps.filter(s => !s.isSame).length
    // As stored, in the order they are shown in; the person's words for them are Declared's.
    readonly property var scoreNames: ["overall", "clarity", "coherence", "structure", "symbolism", "emotion", "originality"]
    visible: false
    onDreamChanged: {
        runs.leftId = ""
        runs.rightId = ""
        runs.all = []
    }

    function gather() {
        const found = {}
        for (let i = 0; i < receipts.count; ++i) {
            const r = receipts.at(i)
            if (!r || !r.assignment)
                continue
            const run = found[r.assignment] ?? { id: r.assignment, at: r.at, first: r.at, state: "open", figures: {}, receipts: [] }
            run.first = Math.min(run.first, r.at)
            run.at = Math.max(run.at, r.at)
            run.receipts.push(r)
            found[r.assignment] = run
        }
        for (let i = 0; i < closings.count; ++i) {
            const c = closings.at(i), run = c ? found[c.assignment] : null
            if (!run)
                continue
            run.state = c.state
            run.figures = c.figures ?? {}
            run.at = c.at
        }
        const all = Object.values(found).sort((a, b) => b.first - a.first)
        for (const run of all) {
            const read = runs.textOf(run.first)
            run.version = read?.version ?? 0
            run.body = read?.body ?? ""
            run.steps = runs.stepsOf(run.receipts)
        }
        runs.all = all
        if (!all.some(r => r.id === runs.rightId))
            runs.rightId = all.length > 0 ? all[0].id : ""
        if (!all.some(r => r.id === runs.leftId) || runs.leftId === runs.rightId)
            runs.leftId = all.length > 1 ? all.find(r => r.id !== runs.rightId).id : ""
    }
    // The newest text that was kept before a run began.
    function textOf(at: real): var {
        let found = null
        for (let i = 0; i < versions.count; ++i) {
            const v = versions.at(i)
            if (v && v.at <= at && (found === null || v.version > found.version))
                found = v
        }
        return found
    }
    // One line a task: its last attempt stands for it, and how many there were is said.
    function stepsOf(all: var): var {
        const byTask = {}
        for (const r of all) {
            const known = byTask[r.task]
            if (!known || known.attempt < r.attempt)
                byTask[r.task] = r
        }
        const times = {}
        return Object.values(byTask).sort((a, b) => a.task < b.task ? -1 : 1).map(r => {
            const name = r.agent + "/" + r.capability
            times[name] = (times[name] ?? 0) + 1
            return { key: name + "/" + times[name], agent: r.agent, capability: r.capability, receipt: r,
                     attempts: all.filter(one => one.task === r.task).length }
        })
    }
    function beside(left: var, right: var): var {
        const keys = left.steps.map(s => s.key).concat(right.steps.map(s => s.key).filter(k => !left.steps.some(s => s.key === k)))
        return keys.map(key => {
            const a = left.steps.find(s => s.key === key) ?? null, b = right.steps.find(s => s.key === key) ?? null
            const artefacts = runs.artefacts(a?.receipt ?? null, b?.receipt ?? null)
            return { key: key, agent: (a ?? b).agent, capability: (a ?? b).capability, left: a, right: b, artefacts: artefacts,
                     isSame: a !== null && b !== null && a.receipt.outcome === b.receipt.outcome && artefacts.every(x => x.isSame) }
        })
    }
    function artefacts(left: var, right: var): var {
        const a = left?.outputs ?? [], b = right?.outputs ?? []
        const names = a.map(o => o.name).concat(b.map(o => o.name).filter(n => !a.some(o => o.name === n)))
        return names.map(name => {
            const x = a.find(o => o.name === name) ?? null, y = b.find(o => o.name === name) ?? null
            return { name: name, mediaType: (x ?? y).mediaType, left: x?.digest ?? "", right: y?.digest ?? "",
                     isSame: x !== null && y !== null && x.digest === y.digest }
        })
    }
    function measured(left: var, right: var): var {
        return runs.scoreNames.filter(n => left.figures[n] !== undefined || right.figures[n] !== undefined).map(n => {
            const a = left.figures[n], b = right.figures[n]
            return { name: n, left: a ?? -1, right: b ?? -1, change: a !== undefined && b !== undefined ? b - a : 0 }
        })
    }
    Timer { id: soon; interval: 0; onTriggered: runs.gather() }  // once for all that changed together
    Live.Rows { id: receipts; of: "superspine.receipts"; where: ({ dream: runs.dream }); sortBy: "at"; onRevisionChanged: soon.restart() }
    Live.Rows { id: closings; of: "superspine.closed"; where: ({ dream: runs.dream }); onRevisionChanged: soon.restart() }
    Live.Rows { id: versions; of: "dreams.versions"; where: ({ dream: runs.dream }); onRevisionChanged: soon.restart() }
}
