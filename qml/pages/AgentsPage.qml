import QtQuick
import DreamScope.Ui
import DreamScope.Desk

// Agents: the fleet as marks by kind and as a table, and behind it one agent with its runs and what
// may be done with it.
FocusScope {
    id: page
    property string selected: ""
    property bool isInspectorOpen: false   // over the page, when there is no room beside it
    readonly property real room: width / Theme.scale
    readonly property bool isTight: room < 700
    readonly property bool isBeside: room >= 1000 && Choices.revision >= 0 && Choices.value("look/inspector")
    readonly property var current: fleet.lines.find(l => l.slug === page.selected) ?? null
    readonly property string typed: field.text.trim().toLowerCase()
    readonly property string note: fleet.isReady ? qsTr("%1 hired of %2").arg(fleet.lines.filter(l => l.state === "hired").length).arg(fleet.total) : ""
    readonly property string saving: ""
    readonly property var shown: fleet.lines.filter(l => page.isOnShelf(l, tabs.current)
        && (page.typed === "" || page.typed.split(/\s+/).every(w => (l.name + " " + l.slug + " " + Format.agentKind(l.kind) + " " + l.kind + " " + l.summary + " " + l.capabilities.join(" ")).toLowerCase().includes(w))))
    signal said(string words, string deed, var undo)
    signal wentTo(string place, string subject)

    function isOnShelf(line: var, shelf: string): bool {
        switch (shelf) {
        case "hired": return line.state === "hired"
        case "care": return line.mark === "warn" || line.mark === "bad"
        case "candidates": return line.state === "candidate"
        case "dismissed": return line.state === "dismissed"
        }
        return true
    }
    function shelves(isFolded: bool): var {
        return [
            { name: "all", word: qsTr("All"), count: fleet.total },
            { name: "hired", word: qsTr("Hired"), count: page.count("hired") },
            { name: "care", word: isFolded ? qsTr("Care", "short for: needs care") : qsTr("Needs care"), count: page.count("care") },
            { name: "candidates", word: qsTr("Candidates"), count: page.count("candidates") },
            { name: "dismissed", word: qsTr("Dismissed"), count: page.count("dismissed") }]
    }
    function count(shelf: string): int { return fleet.lines.filter(l => page.isOnShelf(l, shelf)).length }
    function show(subject: string) {
        const found = fleet.lines.find(l => l.slug === subject || l.id === subject)
        if (subject !== "")
            page.selected = found ? found.slug : subject
        else
            page.pickFirst()
    }
    function pickFirst() {
        if (page.selected === "" && fleet.lines.length > 0 && page.isBeside)
            page.selected = (fleet.lines.find(l => l.state === "hired") ?? fleet.lines[0]).slug
    }
    function choose(slug: string) {
        page.selected = slug
        if (!page.isBeside && !table.activeFocus)
            page.isInspectorOpen = true
    }
    function startWriting(title: string, body: string) { page.wentTo("Dreams", "") }
    function hire(line: var) {
        Actions.hireAgent(line.id, answer => {
            if (answer.ok)
                page.said(qsTr("%1 is hired").arg(line.name), qsTr("Undo"), () => Actions.dismissAgent(line.id, null))
            else
                inspector.refusal = { what: qsTr("Not hired"), sentence: answer.sentence }
        })
    }
    function dismiss(line: var) {
        Actions.dismissAgent(line.id, answer => {
            if (answer.ok)
                page.said(qsTr("%1 is dismissed and gets no new tasks").arg(line.name), qsTr("Undo"), () => Actions.hireAgent(line.id, null))
            else
                inspector.refusal = { what: qsTr("Not dismissed"), sentence: answer.sentence }
        })
    }
    onIsBesideChanged: pickFirst()
    AgentFleet { id: fleet; width: 0; height: 0; onLinesChanged: page.pickFirst() }

    Item {
        id: main
        width: page.width - (page.isBeside ? Theme.inspector : 0)
        height: page.height
        AgentGrid {
            id: grid
            visible: !page.isTight && page.height > Theme.px(620)
            x: Theme.gutter
            y: Theme.px(12)
            width: parent.width - 2 * x
            height: visible ? implicitHeight : 0
            lines: fleet.lines
            chosen: page.selected
            wordOf: line => fleet.word(line)
            onPicked: slug => page.choose(slug)
        }
        Hair { visible: grid.visible; y: grid.y + grid.height + Theme.px(10); width: parent.width }
        Item {
            id: bar
            y: grid.visible ? grid.y + grid.height + Theme.px(11) : 0
            width: parent.width
            height: Theme.toolBar
            readonly property bool isFolded: width - 2 * Theme.gutter - tabs.implicitWidth < Theme.px(240)
            Tabs {
                id: tabs
                x: Theme.gutter
                y: parent.height - height
                width: parent.width - x - tools.width - Theme.px(24)
                height: implicitHeight
                hasLine: false
                label: qsTr("Agents by state")
                options: page.shelves(bar.isFolded).filter(o => o.count > 0 || o.name === "all" || o.name === "hired" || o.name === tabs.current)
            }
            Row {
                id: tools
                anchors.right: parent.right
                anchors.rightMargin: Theme.px(16)
                y: Theme.px(8)
                spacing: Theme.unit
                AppField {
                    id: field
                    objectName: "agentFilter"
                    width: Theme.px(bar.isFolded ? 130 : 190)
                    glyph: "filter"
                    label: qsTr("Filter agents")
                    placeholderText: qsTr("Filter")
                    Keys.onEscapePressed: clear()
                    Keys.onDownPressed: table.forceActiveFocus(Qt.TabFocusReason)
                }
                AppButton {
                    objectName: "showInspector"
                    visible: !page.isBeside
                    enabled: page.current !== null
                    kind: "quiet"
                    glyph: "panel"
                    hint: page.current ? qsTr("Show %1").arg(page.current.name) : qsTr("Inspector")
                    onClicked: page.isInspectorOpen = true
                }
                AppButton {
                    objectName: "foldInspector"
                    visible: page.isBeside
                    kind: "quiet"
                    glyph: "panel"
                    hint: qsTr("Fold the inspector")
                    onClicked: Choices.set("look/inspector", false)
                }
            }
            Hair { anchors.bottom: parent.bottom; width: parent.width }
        }
        AgentTable {
            id: table
            x: Theme.px(8)
            y: bar.y + bar.height
            width: parent.width - Theme.px(16)
            height: parent.height - y
            visible: page.shown.length > 0
            focus: true
            isNarrow: main.width / Theme.scale < 860
            lines: page.shown
            chosen: page.selected
            wordOf: line => fleet.word(line)
            onPicked: slug => page.choose(slug)
        }
        Reading { isOn: !fleet.isReady; x: Theme.gutter; y: bar.y + bar.height + Theme.px(8) }
        EmptyRoom {
            visible: fleet.isReady && page.shown.length === 0
            x: Theme.gutter
            y: bar.y + bar.height + Theme.px(16)
            width: parent.width - x - Theme.px(8)
            height: parent.height - y
            measure: Theme.px(360)
            glyph: page.typed === "" ? "agents" : "filter"
            title: page.typed !== "" ? qsTr("No agent matches") : fleet.total === 0 ? qsTr("No agents yet") : qsTr("Nobody stands here")
            words: page.typed !== "" ? qsTr("The filter looks at names, kinds, summaries and capabilities.")
                : fleet.total === 0 ? qsTr("The built-in agents are registered when the profile opens.") : ""
            deed: page.typed !== "" ? qsTr("Clear the filter") : tabs.current !== "all" ? qsTr("Show all agents") : ""
            onDone: page.typed !== "" ? field.clear() : tabs.pick("all")
        }
    }
    Rectangle {
        anchors.fill: main
        visible: inspector.visible && !page.isBeside
        color: Theme.ground
        opacity: 0.5
        TapHandler { onTapped: page.isInspectorOpen = false }
    }
    AgentInspector {
        id: inspector
        visible: page.isBeside || page.isInspectorOpen && page.current !== null
        anchors.right: parent.right
        width: Math.min(Theme.inspector, page.width)
        height: parent.height
        line: page.current
        word: page.current ? fleet.word(page.current) : ""
        mayClose: !page.isBeside
        onClosed: page.isInspectorOpen = false
        onDreamAsked: id => page.wentTo("Dreams", id)
        onHireAsked: page.hire(page.current)
        onDismissAsked: page.dismiss(page.current)
    }
    Shortcut { sequences: ["Ctrl+F"]; enabled: page.visible; onActivated: field.forceActiveFocus(Qt.ShortcutFocusReason) }
    Shortcut {
        sequences: ["Ctrl+I"]
        enabled: page.visible
        onActivated: {
            if (page.room >= 1000)
                Choices.set("look/inspector", !Choices.value("look/inspector"))
            else
                page.isInspectorOpen = !page.isInspectorOpen
        }
    }
}
