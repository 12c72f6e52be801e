pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// The dreams of a list as a graph: a dot each, larger the better it scored, and links from each to the
// few that ECHO found most alike, wider the more alike. Links are read from ECHO's own artefacts; a
// dream that was not compared stands alone. Opens nothing itself.
FocusScope {
    id: graph
    required property Live.Rows rows             // the same question as the list
    property string selected: ""
    readonly property int shownMax: 2000
    readonly property int readMax: 400           // comparisons that are read
    readonly property int nearestMax: 5          // links of each dream; all of them would be a ball of wool
    property var found: ({})                     // by dream: its newest comparison
    property var nodes: []
    property var links: []
    property bool isReading: true                // comparisons are still on their way
    signal picked(string id)
    signal opened(string id)
    signal said(string words)

    // Many comparisons arrive together: the picture is gathered once for all of them.
    function askGather() {
        graph.isReading = graph.isReading || graph.links.length === 0
        soon.restart()
    }
    function gather() {
        if (!graph.visible)
            return
        const nodes = [], byDigest = {}, shown = {}
        for (let i = 0; i < Math.min(graph.rows.count, graph.shownMax); ++i) {
            const dream = graph.rows.at(i)
            if (!dream)
                continue
            shown[dream.id] = true
            byDigest[dream.body] = dream.id
            nodes.push({ id: dream.id, label: dream.title, weight: dream.score < 0 ? 0.2 : dream.score / 10000,
                         tone: dream.state === "failed" ? "warn" : dream.state === "working" ? "accent" : "" })
        }
        const best = {}
        for (const from in graph.found) {
            if (!shown[from])
                continue
            for (const other of graph.found[from].similar.slice(0, graph.nearestMax)) {
                const to = byDigest[other.digest]
                if (!to || to === from)
                    continue
                const key = from < to ? from + to : to + from
                if (!best[key] || best[key].weight < other.score / 10000)
                    best[key] = { from: from, to: to, weight: other.score / 10000, label: Format.fraction(other.score),
                                  tone: other.duplicate ? "warn" : "" }
            }
        }
        let pending = 0
        for (let i = 0; i < comparisons.count; ++i)
            pending += comparisons.objectAt(i)?.isLoading ? 1 : 0
        graph.isReading = graph.rows.isLoading || compared.of === "" || compared.isLoading || pending > 0
        graph.nodes = nodes
        graph.links = Object.values(best)
    }
    onVisibleChanged: gather()
    Component.onCompleted: gather()
    Timer { id: soon; interval: 200; onTriggered: graph.gather() }
    Connections {
        target: graph.rows
        function onRevisionChanged() { graph.askGather() }
    }
    Live.Rows { id: compared; of: graph.visible ? "dreamvault.items" : ""; onLoadingChanged: graph.askGather(); where: ({ name: "resonance" }); sortBy: "at"; descending: true }
    Instantiator {
        id: comparisons
        model: compared
        delegate: Live.Blob {
            required property var model
            required property int index
            readonly property bool isWanted: index < graph.readMax
            owner: isWanted ? model.dream : ""
            digest: isWanted ? model.digest : ""
            onLoadingChanged: if (!isLoading) graph.askGather()
            onBytesChanged: {
                if (!ready || !json || graph.found[model.dream]?.at > model.at)
                    return
                graph.found[model.dream] = { at: model.at, similar: json.similar ?? [] }
                graph.askGather()
            }
        }
    }
    GraphView {
        anchors.fill: parent
        focus: true
        title: qsTr("Resonance")
        note: graph.rows.count === 0 ? ""
            : graph.links.length === 0 && graph.isReading ? qsTr("%n dreams, looking for what is alike…", "", graph.nodes.length)
            : graph.links.length === 0 ? qsTr("%n dreams, none found alike yet", "", graph.nodes.length)
            : qsTr("%n dreams", "", graph.nodes.length) + qsTr(", %n pairs alike", "", graph.links.length)
                + (compared.count > graph.readMax ? qsTr(", from the newest %1 comparisons").arg(Format.number(graph.readMax)) : "")
        emptyWords: qsTr("No dream here. Each becomes a dot, and ECHO links the ones that are alike.")
        nodes: graph.nodes
        links: graph.links
        chosenId: graph.selected
        onPicked: id => graph.picked(id)
        onOpened: id => graph.opened(id)
        onSaid: words => graph.said(words)
    }
}
