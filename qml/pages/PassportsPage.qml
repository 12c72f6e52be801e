pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import DreamScope.Ui
import DreamScope.Desk
import DreamScope.Models as Live

// Passports: people and agents, who belongs together as a picture, and behind each one passport,
// trust with the receipts of every point, wallets, and rights with the reason for every decision.
FocusScope {
    id: page
    property string selected: ""
    property bool isInspectorOpen: false
    property string cardText: ""
    readonly property real room: width / Theme.scale
    readonly property bool isTight: room < 700
    readonly property bool isBeside: room >= 1000 && Choices.revision >= 0 && Choices.value("look/inspector")
    readonly property string typed: field.text.trim().toLowerCase()
    readonly property var lines: {
        const trust = {}
        for (let i = 0; i < records.count && records.revision >= 0; ++i) {
            const one = records.at(i)
            if (one)
                trust[one.passport] = one
        }
        const all = []
        for (let i = 0; i < rows.count && rows.revision >= 0; ++i) {
            const one = rows.at(i)
            if (!one)
                continue
            const record = trust[one.id]
            all.push(Object.assign({}, one, { title: one.name && one.name !== "" ? one.name : one.actor,
                sub: one.holder === "person" ? one.domain !== "" ? one.domain : one.actor : "",
                trust: Math.max(0, record?.trust ?? 0), pieces: record?.pieces ?? 0 }))
        }
        return all.sort((a, b) => (a.holder === b.holder ? b.trust - a.trust || a.title.localeCompare(b.title) : a.holder === "person" ? -1 : 1))
    }
    readonly property var titles: {
        const names = {}
        for (const line of page.lines)
            names[line.id] = line.title
        return names
    }
    readonly property var shown: page.lines.filter(l => (tabs.current === "all" || l.holder === (tabs.current === "people" ? "person" : "agent"))
        && (page.typed === "" || (l.title + " " + l.actor + " " + l.domain + " " + Ranks.level(l.level)).toLowerCase().includes(page.typed)))
    readonly property var current: page.lines.find(l => l.id === page.selected) ?? null
    readonly property int people: page.lines.filter(l => l.holder === "person").length
    readonly property string note: rows.ready ? qsTr("%n people", "", page.people) : ""
    readonly property string saving: ""
    signal said(string words, string deed, var undo)
    signal wentTo(string place, string subject)

    function show(subject: string) {
        const verb = subject.startsWith("ask/") ? subject.slice(4) : ""
        const found = page.lines.find(l => l.id === subject || l.actor === subject)
        if (verb !== "")
            sheet.ask(verb, verb === "add" || verb === "restore" ? null : page.lines.find(l => l.actor === Live.People.current) ?? null)
        else if (found)
            page.choose(found.id)
        else
            page.pickFirst()
    }
    function pickFirst() {
        if (page.selected === "" && page.lines.length > 0 && page.isBeside)
            page.selected = (page.lines.find(l => l.actor === Live.People.current) ?? page.lines[0]).id
    }
    function choose(id: string) {
        page.selected = id
        if (!page.isBeside && !table.activeFocus)
            page.isInspectorOpen = true
    }
    function startWriting(title: string, body: string) { page.wentTo("Dreams", "") }
    onLinesChanged: pickFirst()
    onIsBesideChanged: pickFirst()
    Live.Rows { id: rows; of: "passports.passports" }
    Live.Rows { id: records; of: "reputation.records" }

    Item {
        id: main
        width: page.width - (page.isBeside ? Theme.inspector : 0)
        height: page.height
        PassportGraph {
            id: graph
            // dots without a line between them say nothing: the table has the room until somebody is linked
            visible: !page.isTight && page.height > Theme.px(560) && links.length > 0
            x: Theme.gutter
            y: Theme.px(8)
            width: parent.width - 2 * x
            height: visible ? Math.round(parent.height * 0.42) : 0
            lines: page.lines
            chosenId: page.selected
            onPicked: id => { if (page.titles[id]) page.choose(id) }
            onOpened: id => { if (page.titles[id]) page.choose(id) }
            onSaid: words => page.said(words, "", null)
        }
        Hair { visible: graph.visible; y: graph.y + graph.height + Theme.px(8); width: parent.width }
        Item {
            id: bar
            y: graph.visible ? graph.y + graph.height + Theme.px(9) : 0
            width: parent.width
            height: Theme.toolBar
            Tabs {
                id: tabs
                x: Theme.gutter
                y: parent.height - height
                width: parent.width - x - tools.width - Theme.px(24)
                height: implicitHeight
                hasLine: false
                label: qsTr("Passports by holder")
                options: [
                    { name: "all", word: qsTr("All"), count: page.lines.length },
                    { name: "people", word: qsTr("People"), count: page.people },
                    { name: "agents", word: qsTr("Agents"), count: page.lines.length - page.people }]
            }
            Row {
                id: tools
                anchors.right: parent.right
                anchors.rightMargin: Theme.px(16)
                y: Theme.px(8)
                spacing: Theme.unit
                AppField {
                    id: field
                    objectName: "passportFilter"
                    visible: !page.isTight
                    width: Theme.px(150)
                    glyph: "filter"
                    label: qsTr("Filter passports")
                    placeholderText: qsTr("Filter")
                    Keys.onEscapePressed: clear()
                    Keys.onDownPressed: table.forceActiveFocus(Qt.TabFocusReason)
                }
                AppButton { objectName: "addPerson"; glyph: "plus"; text: page.isTight ? "" : qsTr("Somebody"); hint: qsTr("Add somebody with a key of their own"); onClicked: sheet.ask("add", null) }
                AppButton { objectName: "restorePerson"; kind: "quiet"; glyph: "user"; hint: qsTr("Come back by twelve words"); onClicked: sheet.ask("restore", null) }
                AppButton {
                    objectName: "showInspector"
                    visible: !page.isBeside
                    enabled: page.current !== null
                    kind: "quiet"
                    glyph: "panel"
                    hint: page.current ? qsTr("Show %1").arg(page.current.title) : qsTr("Inspector")
                    onClicked: page.isInspectorOpen = true
                }
                AppButton { objectName: "foldInspector"; visible: page.isBeside; kind: "quiet"; glyph: "panel"; hint: qsTr("Fold the inspector"); onClicked: Choices.set("look/inspector", false) }
            }
            Hair { anchors.bottom: parent.bottom; width: parent.width }
        }
        PassportTable {
            id: table
            y: bar.y + bar.height
            width: parent.width
            height: parent.height - y
            isNarrow: main.width / Theme.scale < 620
            lines: page.shown
            chosen: page.selected
            onPicked: id => page.choose(id)
        }
        Reading { isOn: !rows.ready; x: Theme.gutter; y: bar.y + bar.height + Theme.px(8) }
        EmptyRoom {
            visible: rows.ready && page.shown.length === 0
            x: Theme.gutter
            y: bar.y + bar.height + Theme.px(16)
            width: parent.width - x - Theme.px(8)
            height: parent.height - y
            glyph: page.typed === "" ? "passports" : "filter"
            title: page.typed !== "" ? qsTr("Nobody matches") : qsTr("Nobody has a passport yet")
            words: page.typed !== "" ? qsTr("The filter looks at names, short names, domain names and levels.") : qsTr("The first one is made with your key, when the profile is opened for writing. Agents get theirs when they are hired.")
            deed: page.typed !== "" ? qsTr("Clear the filter") : ""
            onDone: field.clear()
        }
    }
    Rectangle {
        anchors.fill: main
        visible: inspector.visible && !page.isBeside
        color: Theme.ground
        opacity: 0.5
        TapHandler { onTapped: page.isInspectorOpen = false }
    }
    PassportInspector {
        id: inspector
        visible: page.isBeside || page.isInspectorOpen && page.current !== null
        anchors.right: parent.right
        width: Math.min(Theme.inspector, page.width)
        height: parent.height
        line: page.current
        titles: page.titles
        mayClose: !page.isBeside
        onClosed: page.isInspectorOpen = false
        onDreamAsked: id => page.wentTo("Dreams", id)
        onOtherWalletAsked: sheet.ask("wallet", page.current)
        onAsked: verb => sheet.ask(verb, page.current)
        onCardSaved: json => {
            page.cardText = json
            save.currentFile = save.currentFolder + "/" + Files.safeName("passport " + page.current.actor, ".json")
            save.open()
        }
    }
    PeopleSheet { id: sheet; onFinished: words => page.said(words, "", null) }
    FileDialog {
        id: save
        title: qsTr("Save the card")
        fileMode: FileDialog.SaveFile
        onAccepted: Live.Engine.saveText(page.cardText, selectedFile, answer => page.said(answer.sentence, "", null))
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
