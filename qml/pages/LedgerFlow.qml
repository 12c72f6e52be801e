pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// Where the money of one token goes: an account each, larger the more went through it, and a line for all
// that moved from one to another, wider the more it was. Read from the newest moves.
FocusScope {
    id: flow
    required property Live.Rows accounts       // of the token
    required property string token
    property string selected: ""
    property var nodes: []
    property var links: []
    signal picked(string id)
    signal said(string words)

    function gather() {
        const known = {}, sums = {}, through = {}
        for (let i = 0; i < flow.accounts.count; ++i) {
            const one = flow.accounts.at(i)
            if (one)
                known[one.id] = one
        }
        for (let i = 0; i < moves.count; ++i) {
            for (const entry of moves.at(i)?.entries ?? []) {
                if (entry.kind === "hold" || entry.kind === "void" || !known[entry.debit] || !known[entry.credit])
                    continue
                const key = entry.debit + entry.credit
                if (!sums[key])
                    sums[key] = { from: entry.debit, to: entry.credit, amount: "0", value: 0 }
                // Sums are exact text; their size on the picture need not be.
                sums[key].amount = Money.less(sums[key].amount, "-" + entry.amount)
                sums[key].value += Number(entry.amount)
                through[entry.debit] = (through[entry.debit] ?? 0) + Number(entry.amount)
                through[entry.credit] = (through[entry.credit] ?? 0) + Number(entry.amount)
            }
        }
        // The largest flow is often a thousand times the next: widths follow the number of digits.
        const share = (value, most) => most <= 0 ? 0 : Math.log(1 + value) / Math.log(1 + most)
        const most = Math.max(0, ...Object.values(through)), widest = Math.max(0, ...Object.values(sums).map(s => s.value))
        flow.nodes = Object.keys(through).map(id => ({
            id: id, label: qsTr("%1, %2").arg(Money.owner(known[id].owner)).arg(Money.purpose(known[id].purpose)),
            weight: share(through[id], most), tone: known[id].owner === Live.Engine.actor ? "accent" : "",
            shape: known[id].owner === "house" ? "square" : "" }))
        flow.links = Object.values(sums).map(s => ({
            from: s.from, to: s.to, weight: share(s.value, widest), label: Money.full(s.amount, flow.token) }))
    }
    onTokenChanged: soon.restart()
    onVisibleChanged: soon.restart()
    Timer { id: soon; interval: 60; onTriggered: if (flow.visible) flow.gather() }
    Connections {
        target: flow.accounts
        function onRevisionChanged() { soon.restart() }
    }
    Live.Rows { id: moves; of: flow.visible ? "tokens.moves" : ""; sortBy: "at"; descending: true; onRevisionChanged: soon.restart() }
    GraphView {
        id: graph
        anchors.fill: parent
        focus: true
        visible: flow.nodes.length > 0
        title: qsTr("Flow of %1").arg(Money.token(flow.token))
        nodes: flow.nodes
        links: flow.links
        shape: 1
        chosenId: flow.selected
        onPicked: id => flow.picked(id)
        onOpened: id => flow.picked(id)
        onSaid: words => flow.said(words)
    }
    Reading { isOn: moves.isLoading && flow.nodes.length === 0 }
    EmptyRoom {
        visible: !moves.isLoading && flow.nodes.length === 0
        anchors.fill: parent
        glyph: "branch"
        title: qsTr("Nothing flowed yet")
        words: qsTr("Once %1 moves between accounts, the ways it takes are drawn here.").arg(Money.token(flow.token))
    }
}
