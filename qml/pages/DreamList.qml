pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models

// The dreams of this profile: tabs by state, a filter by text and kind, import, and the list itself.
// Says which dream is chosen; opens nothing itself.
FocusScope {
    id: pane
    property string selected: ""
    property bool isNarrow: false
    property bool isAlone: false       // nothing beside it: the first words stand here
    // Short words for the tabs where the full ones have no room.
    readonly property bool isShort: isNarrow || Theme.widthOf(qsTr("All"), Theme.body) + Theme.widthOf(qsTr("Working"), Theme.body)
        + Theme.widthOf(qsTr("Needs you"), Theme.body) + Theme.widthOf(qsTr("Archived"), Theme.body) + 3 * Theme.px(8) > tabs.width
    property alias firstWords: firstSlot.flickableData
    property string kind: ""           // "" is every kind
    readonly property var kindOptions: {
        const out = [{ name: "", word: qsTr("Any kind") }]
        for (const k of ["idea", "goal", "brief", "journal", "nightDream"])
            out.push({ name: k, word: Format.kind(k) })
        return out
    }
    property var found: null           // rows of a search, best first; null: no text filter
    readonly property var foundIds: found === null ? null : found.map(row => row.id)
    readonly property var snippets: {
        const at = {}
        for (const row of pane.found ?? [])
            at[row.id] = (row.snippet ?? "").replace(/\s+/g, " ").trim()
        return at
    }
    property alias shelf: tabs.current
    property alias look: looks.current // list, table or graph of the same question
    readonly property alias count: rows.count
    readonly property alias total: everything.count
    readonly property bool isReady: everything.ready
    readonly property bool isFiltered: kind !== "" || foundIds !== null
    signal picked(string id)
    signal opened(string id)           // from the table or the graph
    signal said(string words)
    signal writeAsked()
    signal filesAsked()
    signal folderAsked()
    signal pasteAsked()

    readonly property var states: ({
        all: ["new", "working", "understood", "failed"],
        working: ["working"],
        needsYou: ["failed"],
        archived: ["archived"]
    })
    function focusList() { list.forceActiveFocus(Qt.ShortcutFocusReason) }
    function focusFilter() {
        filterBar.visible = true
        filterField.forceActiveFocus(Qt.ShortcutFocusReason)
    }
    function clearFilter() {
        filterField.clear()
        pane.kind = ""
        pane.found = null
    }
    function keepCurrent() {
        const at = rows.indexOf(pane.selected)
        if (at >= 0 && list.currentIndex !== at)
            list.currentIndex = at
    }
    function firstId(): string { return rows.count > 0 ? rows.at(0).id : "" }
    onSelectedChanged: keepCurrent()

    Rows { id: everything; of: "dreams.dreams"; where: ({ state: pane.states.all }) }
    Rows { id: working; of: "dreams.dreams"; where: ({ state: pane.states.working }) }
    Rows { id: needsYou; of: "dreams.dreams"; where: ({ state: pane.states.needsYou }) }
    Rows { id: archived; of: "dreams.dreams"; where: ({ state: pane.states.archived }) }
    Rows {
        id: rows
        of: "dreams.dreams"
        where: {
            const wanted = { state: pane.states[tabs.current] }
            if (pane.kind !== "")
                wanted.kind = pane.kind
            if (pane.foundIds !== null)
                wanted.id = pane.foundIds
            return wanted
        }
        sortBy: "changed"
        descending: true
        onRevisionChanged: pane.keepCurrent()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        RowLayout {
            Layout.leftMargin: Theme.gutter
            Layout.rightMargin: Theme.px(12)
            Layout.preferredHeight: Theme.toolBar
            Layout.fillWidth: true
            spacing: Theme.unit
            AppButton {
                objectName: "newDream"
                text: qsTr("New dream")
                glyph: "plus"
                onClicked: pane.writeAsked()
            }
            Item { Layout.fillWidth: true }
            AppButton {
                objectName: "filter"
                kind: "quiet"
                glyph: "filter"
                hint: qsTr("Filter the list")
                isOn: filterBar.visible
                onClicked: {
                    if (filterBar.visible) {
                        filterBar.visible = false
                        pane.clearFilter()
                    } else {
                        pane.focusFilter()
                    }
                }
            }
            AppButton {
                id: moreButton
                objectName: "listMore"
                kind: "quiet"
                glyph: "more"
                hint: qsTr("Import and more")
                isOn: more.visible
                onClicked: more.open()
                AppMenu {
                    id: more
                    y: moreButton.height + Theme.unit
                    x: moreButton.width - width
                    label: qsTr("Import and more")
                    entries: [
                        { name: "files", word: qsTr("Import files…"), glyph: "inbox" },
                        { name: "folder", word: qsTr("Import a folder…"), glyph: "library" },
                        { name: "paste", word: qsTr("Dream from the clipboard"), glyph: "copy" }]
                    onPicked: name => {
                        if (name === "files")
                            pane.filesAsked()
                        else if (name === "folder")
                            pane.folderAsked()
                        else
                            pane.pasteAsked()
                    }
                }
            }
        }
        RowLayout {
            id: filterBar
            visible: false
            Layout.leftMargin: Theme.gutter
            Layout.rightMargin: Theme.px(12)
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.px(36)
            spacing: Theme.gap
            AppField {
                id: filterField
                objectName: "filterField"
                Layout.fillWidth: true
                glyph: "search"
                placeholderText: qsTr("Words in the dream")
                onTextEdited: typing.restart()
                Keys.onEscapePressed: {
                    filterBar.visible = false
                    pane.clearFilter()
                    pane.focusList()
                }
                Keys.onDownPressed: pane.focusList()
                Timer {
                    id: typing
                    interval: 120
                    onTriggered: {
                        const typed = filterField.text.trim()
                        if (typed === "")
                            pane.found = null
                        else
                            Engine.search(typed, found => {
                                if (typed === filterField.text.trim())
                                    pane.found = found
                            })
                    }
                }
            }
            AppCombo {
                label: qsTr("Kind")
                current: pane.kind
                options: pane.kindOptions
                onPicked: name => pane.kind = name
            }
        }
        Segmented {
            id: looks
            objectName: "dreamLooks"
            visible: pane.total > 0
            Layout.leftMargin: Theme.gutter
            Layout.topMargin: Theme.px(2)
            Layout.bottomMargin: Theme.px(2)
            label: qsTr("Show the dreams as")
            options: [{ name: "list", word: qsTr("List") }, { name: "table", word: qsTr("Table") }, { name: "graph", word: qsTr("Graph") }]
        }
        Tabs {
            id: tabs
            Layout.leftMargin: Theme.gutter
            Layout.rightMargin: Theme.px(16)
            Layout.fillWidth: true
            label: qsTr("Dreams by state")
            options: [
                { name: "all", word: qsTr("All"), count: everything.count },
                { name: "working", word: qsTr("Working"), count: working.count },
                { name: "needsYou", word: pane.isShort ? qsTr("You", "short for: needs you") : qsTr("Needs you"), count: needsYou.count },
                { name: "archived", word: qsTr("Archived"), count: archived.count > 0 && !pane.isNarrow ? archived.count : undefined }]
        }
        DreamGraph {
            visible: pane.look === "graph" && !nothing.visible
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.gutter
            Layout.rightMargin: Theme.px(16)
            Layout.topMargin: Theme.px(6)
            Layout.bottomMargin: Theme.px(8)
            rows: rows
            selected: pane.selected
            onPicked: id => pane.picked(id)
            onOpened: id => pane.opened(id)
            onSaid: words => pane.said(words)
        }
        DreamTable {
            visible: pane.look === "table" && !nothing.visible
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.px(16)
            Layout.rightMargin: Theme.px(16)
            Layout.topMargin: Theme.px(6)
            where: rows.where
            chosenKey: pane.selected
            onPicked: row => pane.picked(row.id)
            onOpened: id => pane.opened(id)
        }
        ListView {
            id: list
            objectName: "dreamList"
            visible: pane.look === "list" || nothing.visible
            Layout.fillWidth: true
            Layout.fillHeight: true
            topMargin: Theme.unit
            bottomMargin: Theme.gap
            clip: true
            model: rows
            focus: true
            activeFocusOnTab: true
            reuseItems: true
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Dreams")
            property bool isKeyed: true    // the ring is for the keyboard; a press hides it
            Keys.onPressed: event => {
                list.isKeyed = true
                if (event.key === Qt.Key_Home)
                    list.currentIndex = 0
                else if (event.key === Qt.Key_End)
                    list.currentIndex = list.count - 1
                else if (event.key === Qt.Key_PageDown)
                    list.currentIndex = Math.min(list.count - 1, list.currentIndex + Math.max(1, Math.floor(list.height / Theme.listRow) - 1))
                else if (event.key === Qt.Key_PageUp)
                    list.currentIndex = Math.max(0, list.currentIndex - Math.max(1, Math.floor(list.height / Theme.listRow) - 1))
                else if (event.key === Qt.Key_Up)
                    list.decrementCurrentIndex()
                else if (event.key === Qt.Key_Down)
                    list.incrementCurrentIndex()
                else
                    return
                event.accepted = true
                const row = rows.at(list.currentIndex)
                if (row)
                    pane.picked(row.id)
            }
            T.ScrollBar.vertical: AppScroll {}
            delegate: DreamRow {
                id: line
                required property var model
                required property int index
                // A row that waits to be used again is nobody's business, least of all a screen reader's.
                ListView.onPooled: line.visible = false
                ListView.onReused: line.visible = true
                width: ListView.view.width
                title: line.model.title
                kind: line.model.kind
                form: line.model.form ?? ""
                condition: line.model.state
                score: line.model.score
                changed: line.model.changed
                snippet: pane.snippets[line.model.id] ?? ""
                isCurrent: line.model.id === pane.selected
                isFocused: line.isCurrent && list.activeFocus && list.isKeyed
                onPicked: {
                    list.isKeyed = false
                    list.forceActiveFocus(Qt.MouseFocusReason)
                    list.currentIndex = line.index
                    pane.picked(line.model.id)
                }
            }
        }
    }
    Flickable {
        id: firstSlot
        visible: pane.isAlone && pane.total === 0 && tabs.current === "all" && everything.ready
        x: Theme.gutter
        y: list.y + Theme.px(12)
        width: pane.width - 2 * x
        height: pane.height - y
        contentHeight: contentItem.childrenRect.height + Theme.px(12)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: AppScroll {}
    }
    Reading { isOn: rows.isLoading && rows.count === 0; x: Theme.gutter; y: list.y + Theme.px(8) }
    EmptyRoom {
        id: nothing
        visible: !rows.isLoading && rows.count === 0 && (pane.total > 0 || tabs.current !== "all")
        x: Theme.gutter
        y: tabs.y + tabs.height + Theme.px(16)
        width: pane.width - x - Theme.px(8)
        height: pane.height - y
        glyph: pane.isFiltered ? "filter" : tabs.current === "archived" ? "library" : "dreams"
        title: pane.isFiltered ? qsTr("No dream matches")
            : tabs.current === "working" ? qsTr("Nothing is being worked on")
            : tabs.current === "needsYou" ? qsTr("Nothing needs you")
            : tabs.current === "archived" ? qsTr("Nothing is archived") : qsTr("No dreams here")
        words: pane.isFiltered ? qsTr("The filter looks at title, text and tags.")
            : tabs.current === "working" ? qsTr("Dreams stand here while agents read them.")
            : tabs.current === "needsYou" ? qsTr("Dreams that an agent could not work stand here, with the reason.")
            : tabs.current === "archived" ? qsTr("An archived dream keeps its text and its receipts.") : ""
        deed: pane.isFiltered ? qsTr("Clear the filter") : tabs.current !== "all" ? qsTr("Show all dreams") : ""
        onDone: pane.isFiltered ? pane.clearFilter() : tabs.pick("all")
    }
}
