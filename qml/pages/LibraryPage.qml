pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import DreamScope.Ui
import DreamScope.Desk
import DreamScope.Models as Live

// Everything the agents made: a list to filter by kind, agent and dream, and the chosen one shown as
// what it is. Pictures are drawn from their own bytes; a component is shown as text, never run.
FocusScope {
    id: page
    property string selected: ""
    property string dream: ""              // only this dream's
    property string agent: ""
    property var wanted: null              // ids that the words matched; null: no words
    readonly property real room: width / Theme.scale
    readonly property bool isTight: room < 760
    readonly property bool showsList: !isTight || current === null
    readonly property var current: page.selected === "" || rows.revision < 0 ? null : rows.at(rows.indexOf(page.selected)) ?? null
    readonly property bool isFiltered: page.wanted !== null || page.dream !== "" || page.agent !== ""
    readonly property string note: everything.ready ? everything.count >= 2000 ? qsTr("the newest 2,000 artefacts") : qsTr("%Ln artefacts", "", everything.count) : ""
    readonly property string saving: ""
    readonly property var media: ({
        pictures: ["image/svg+xml"],
        data: ["application/json", "application/schema+json"],
        components: ["text/html"],
        texts: ["text/markdown", "text/plain"] })
    signal said(string words, string deed, var undo)
    signal wentTo(string place, string subject)

    function show(subject: string) {
        page.dream = subject
        if (subject === "")
            page.pickFirst()
    }
    function startWriting(title: string, body: string) { page.wentTo("Dreams", "") }
    function pickFirst() {
        if (page.selected === "" && !page.isTight && rows.count > 0)
            page.selected = rows.keyAt(0)
    }
    function search() {
        const typed = field.text.trim().toLowerCase()
        if (typed === "") {
            page.wanted = null
            return
        }
        const words = typed.split(/\s+/), ids = []
        for (let i = 0; i < everything.count; ++i) {
            const item = everything.at(i)
            const dream = item ? dreams.at(dreams.indexOf(item.dream)) : null
            const text = item ? (item.name + " " + Format.artefact(item.name) + " " + item.agent + " " + (dream ? dream.title : "")).toLowerCase() : ""
            if (item && words.every(w => text.includes(w)))
                ids.push(item.id)
        }
        page.wanted = ids
    }
    function clearFilters() {
        field.clear()
        page.wanted = null
        page.dream = ""
        page.agent = ""
    }
    function fileName(item: var): string {
        const dream = dreams.at(dreams.indexOf(item.dream))
        const ending = item.mediaType === "image/svg+xml" ? ".svg" : item.mediaType === "text/html" ? ".html" : item.mediaType === "text/markdown" ? ".md" : ".json"
        return Files.safeName((dream ? dream.title : "") + " " + item.name, ending)
    }
    onIsTightChanged: page.pickFirst()
    function makers(): var {
        const all = [{ name: "", word: qsTr("Any agent") }]
        for (const agent of ["lucid", "root", "canvas", "echo"])
            all.push({ name: agent, word: Format.system(agent) })
        return all
    }

    Live.Rows { id: dreams; of: "dreams.dreams" }
    Live.Rows { id: everything; of: "dreamvault.items"; where: page.dream !== "" ? ({ dream: page.dream }) : ({}) }
    Live.Rows {
        id: rows
        of: "dreamvault.items"
        where: {
            const wanted = {}
            if (page.dream !== "")
                wanted.dream = page.dream
            if (page.agent !== "")
                wanted.agent = page.agent
            if (tabs.current !== "all")
                wanted.mediaType = page.media[tabs.current]
            if (page.wanted !== null)
                wanted.id = page.wanted
            return wanted
        }
        sortBy: "at"
        descending: true
        onRevisionChanged: page.pickFirst()
    }

    Item {
        id: side
        visible: page.showsList
        width: page.isTight ? page.width : Theme.px(page.room < 1100 ? 340 : 420)
        height: page.height
        AppField {
            id: field
            objectName: "librarySearch"
            x: Theme.gutter
            y: Theme.px(8)
            width: parent.width - x - agents.width - Theme.px(20)
            focus: true
            glyph: "search"
            label: qsTr("Search by name, agent or dream")
            placeholderText: qsTr("Search")
            onTextChanged: pause.restart()
            Keys.onEscapePressed: clear()
            Keys.onDownPressed: list.forceActiveFocus(Qt.TabFocusReason)
            Timer { id: pause; interval: 150; onTriggered: page.search() }
        }
        AppCombo {
            id: agents
            objectName: "libraryAgent"
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(12)
            y: Theme.px(8)
            label: qsTr("Made by")
            current: page.agent
            options: page.makers()
            onPicked: name => {
                page.agent = name
                current = Qt.binding(() => page.agent)
            }
        }
        Tabs {
            id: tabs
            x: Theme.gutter
            y: Theme.px(40)
            width: parent.width - x - Theme.px(16)
            height: implicitHeight
            label: qsTr("Artefacts by kind")
            options: [
                { name: "all", word: qsTr("All") }, { name: "pictures", word: qsTr("Pictures") },
                { name: "data", word: qsTr("Data") }, { name: "components", word: qsTr("Components") }]
        }
        Rectangle {
            id: only
            visible: page.dream !== ""
            x: Theme.gutter
            y: tabs.y + tabs.height + Theme.px(6)
            width: parent.width - x - Theme.px(16)
            height: visible ? Theme.control : 0
            radius: Theme.radius
            color: Theme.selected
            Live.Row { id: onlyDream; of: "dreams.dreams"; key: page.dream }
            AppText { x: Theme.px(10); width: parent.width - Theme.px(44); height: parent.height; text: qsTr("Only “%1”").arg(onlyDream.value.title ?? ""); role: "small" }
            AppButton { anchors.right: parent.right; kind: "quiet"; glyph: "cross"; hint: qsTr("Show all dreams"); onClicked: page.dream = "" }
        }
        LibraryList {
            id: list
            y: (only.visible ? only.y + only.height : tabs.y + tabs.height) + Theme.unit
            width: parent.width
            height: parent.height - y
            visible: rows.count > 0
            rows: rows
            selected: page.selected
            onPicked: id => page.selected = id
        }
        Reading { isOn: rows.isLoading && rows.count === 0; x: Theme.gutter; y: list.y + Theme.px(8) }
        EmptyRoom {
            visible: !rows.isLoading && rows.count === 0
            x: Theme.gutter
            y: list.y + Theme.px(12)
            width: parent.width - x - Theme.px(8)
            height: parent.height - y
            glyph: page.isFiltered ? "filter" : "library"
            title: page.isFiltered || tabs.current !== "all" ? qsTr("No artefact matches") : qsTr("Nothing was made yet")
            words: page.isFiltered || tabs.current !== "all" ? qsTr("The search reads names, agents and the dreams' titles.")
                : qsTr("Pictures, records, schemas and components that agents make of your dreams stand here, each with the digest its receipt names.")
            deed: page.isFiltered ? qsTr("Clear the filter") : tabs.current !== "all" ? qsTr("Show all artefacts") : qsTr("Write a dream")
            onDone: page.isFiltered ? page.clearFilters() : tabs.current !== "all" ? tabs.pick("all") : page.wentTo("Dreams", "")
        }
    }
    Hair { visible: side.visible && !page.isTight; x: side.width - 1; height: parent.height }
    ArtefactView {
        id: view
        visible: page.current !== null && (!page.isTight || !page.showsList)
        x: page.isTight ? 0 : side.width
        width: page.width - x
        height: page.height
        item: page.current
        mayGoBack: page.isTight
        onBackAsked: page.selected = ""
        onDreamAsked: id => page.wentTo("Dreams", id)
        onOnlyAsked: id => page.dream = id
        onSaid: words => page.said(words, "", null)
        onSaveAsked: saving.active = true
    }
    Loader {
        id: saving
        active: false
        sourceComponent: FileDialog {
            title: qsTr("Save the artefact")
            fileMode: FileDialog.SaveFile
            currentFile: Files.documents(page.fileName(page.current))
            Component.onCompleted: open()
            onAccepted: {
                const problem = Files.write(selectedFile, view.text)
                page.said(problem === "" ? qsTr("Saved") : qsTr("Not written: %1").arg(problem), "", null)
                saving.active = false
            }
            onRejected: saving.active = false
        }
    }
    Shortcut { sequences: ["Ctrl+F"]; enabled: page.visible; onActivated: field.forceActiveFocus(Qt.ShortcutFocusReason) }
    Shortcut { sequences: ["Ctrl+S"]; enabled: page.visible && view.isReady; onActivated: saving.active = true }
}
