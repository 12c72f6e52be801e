import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// Who belongs together: people and agents, their wallets and services, what they trust and who vouches
// for whom. Gathers nodes and links from live rows; draws nothing itself.
GraphView {
    id: graph
    property var lines: []             // passports, as the page gathers them
    function gather() {
        const nodes = [], links = [], known = {}
        const add = (id, label, shape, tone, weight) => {
            if (!known[id])
                nodes.push({ id: id, label: label, shape: shape, tone: tone, weight: weight })
            known[id] = true
        }
        for (const line of graph.lines)
            add(line.id, line.title, line.holder === "agent" ? "square" : "", line.standing !== "good" ? "warn" : line.holder === "agent" ? "" : "accent", 0.2 + 0.8 * line.trust / 10000)
        for (let i = 0; i < wallets.count; ++i) {
            const one = wallets.at(i)
            if (!one)
                continue
            add(one.id, one.account.split(":").pop().slice(0, 10) + "…", "diamond", "good", 0.3)
            links.push({ from: one.holder, to: one.id, weight: 0.6, tone: "good", label: Ranks.relation("owns") })
        }
        for (let i = 0; i < services.count; ++i) {
            const one = services.at(i)
            if (!one)
                continue
            add(one.id, one.name, "square", "", 0.3)
            links.push({ from: one.owner, to: one.id, weight: 0.6, tone: "", label: Ranks.relation("owns") })
        }
        for (let i = 0; i < related.count; ++i) {
            const one = related.at(i)
            if (!one)
                continue
            for (const end of [one.from, one.to]) {
                const dream = known[end] ? null : dreams.at(dreams.indexOf(end))
                if (dream)
                    add(end, dream.title, "diamond", "", 0.2)
            }
            links.push({ from: one.from, to: one.to, weight: 0.5, tone: "accent", label: Ranks.relation(one.relation) })
        }
        for (let i = 0; i < endorsed.count; ++i) {
            const one = endorsed.at(i)
            if (one)
                links.push({ from: one.from, to: one.to, weight: 0.8, tone: "accent", label: qsTr("vouches for") })
        }
        graph.nodes = nodes
        graph.links = links.filter(l => known[l.from] && known[l.to])
    }
    title: qsTr("Who belongs together")
    emptyWords: qsTr("There is nobody here yet.")
    onLinesChanged: soon.restart()
    Timer { id: soon; interval: 60; running: true; onTriggered: graph.gather() }
    Live.Rows { id: wallets; of: "identitygrid.wallets"; onRevisionChanged: soon.restart() }
    Live.Rows { id: services; of: "identitygrid.services"; onRevisionChanged: soon.restart() }
    Live.Rows { id: related; of: "identitygrid.links"; onRevisionChanged: soon.restart() }
    Live.Rows { id: endorsed; of: "reputation.endorsements"; onRevisionChanged: soon.restart() }
    Live.Rows { id: dreams; of: related.count > 0 ? "dreams.dreams" : ""; onRevisionChanged: soon.restart() }
}
