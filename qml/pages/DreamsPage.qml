pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import DreamScope.Ui
import DreamScope.Desk
import DreamScope.Models
import DreamScope.Scene

// Dreams: the list, one dream, and what stands behind it. Wide windows show all three; narrower ones
// float the inspector; the tightest show the list or the dream.
FocusScope {
    id: page
    property string selected: ""
    property bool isWriting: false
    property bool isFresh: false           // writing a dream that is not in the list yet
    property bool isInspectorOpen: false
    property var oldVersion: null
    property var beforeEdit: null          // what stood there when the editor was opened
    readonly property real room: width / Theme.scale
    readonly property bool isNarrow: room < 1000 || !(Choices.revision >= 0 && Choices.value("look/inspector"))
    readonly property bool isTight: room < 700
    readonly property bool hasSide: page.selected !== "" || list.total > 0
    readonly property bool showsList: !isTight || list.look !== "list" || (selected === "" && !isWriting)
    readonly property string note: list.isReady ? qsTr("%n dreams", "", list.total) : ""
    readonly property string saving: isWriting ? editor.saving : ""
    onIsWritingChanged: if (page.isWriting) list.look = "list"
    signal said(string words, string deed, var undo)
    signal wentTo(string place, string subject)

    function show(subject: string) {
        if (subject !== "")
            page.choose(subject)
        else
            page.pickFirst()
    }
    function pickFirst() {
        if (page.selected === "" && page.width > 0 && !page.isTight && !page.isWriting && list.isReady)
            page.selected = list.firstId()
    }
    onIsTightChanged: soon.restart()
    Timer { id: soon; interval: 0; onTriggered: page.pickFirst() }
    function choose(id: string) {
        if (page.isWriting)
            page.stopWriting()
        page.oldVersion = null
        page.selected = id
    }
    function startWriting(title: string, body: string) {
        if (page.isWriting)
            editor.keep()
        page.isFresh = true
        page.isWriting = true
        page.oldVersion = null
        editor.begin("", title, body, "", [])
        editorFlick.contentY = 0
    }
    function edit() {
        if (page.selected === "" || page.isWriting || !detail.isFound || !detail.isTextReady)
            return
        const v = detail.value, text = detail.newestText
        page.oldVersion = null
        page.isFresh = false
        page.isWriting = true
        page.beforeEdit = { dream: v.id, title: v.title, body: text, kind: v.kind, tags: v.tags }
        editor.begin(v.id, v.title, text, v.kind, v.tags)
    }
    // What was changed while writing can be taken back in one go; it becomes a version of its own.
    function offerUndo() {
        const before = page.beforeEdit
        page.beforeEdit = null
        if (before === null || editor.refusal !== null)
            return
        const now = editor.fields()
        if (now.title !== before.title || now.body !== before.body || now.kind !== before.kind || now.tags.join() !== before.tags.join())
            page.said(qsTr("Changed"), qsTr("Undo"), () => Actions.editDream(before, null))
    }
    function stopWriting() {
        editor.keep()
        page.isWriting = false
        page.offerUndo()
        if (page.isFresh && editor.dream !== "")
            page.selected = editor.dream
        page.isFresh = false
        list.focusList()
    }
    // Beside the page it folds away for good; over the page it opens and closes.
    function foldInspector() {
        if (page.room >= 1000)
            Choices.set("look/inspector", page.isNarrow)
        else
            page.isInspectorOpen = !page.isInspectorOpen
    }
    function importUrls(urls: var) { importBar.start(urls.map(u => u.toString())) }
    function paste() { page.startWriting("", Desktop.clipboardText()) }
    function explain(what: string, answer: var) {
        inspector.refusal = { what: what, sentence: answer.sentence }
        page.isInspectorOpen = true
    }
    // Asks, says what came of it, and offers the way back where there is one.
    function settle(answer: var, done: string, refused: string, undo: var) {
        if (answer.ok)
            page.said(done, undo ? qsTr("Undo") : "", undo)
        else
            page.explain(refused, answer)
    }
    function archive(id: string) {
        Actions.archiveDream(id, answer => page.settle(answer, qsTr("Archived"), qsTr("Not archived"), () => page.restore(id)))
    }
    function restore(id: string) {
        Actions.restoreDream(id, answer => page.settle(answer, qsTr("Restored from the archive"), qsTr("Not restored"), () => page.archive(id)))
    }
    function understand(id: string) {
        Actions.understandDream(id, answer => page.settle(answer, qsTr("Agents are on it"), qsTr("No work was started"),
            answer.ok && answer.ids.length > 0 ? () => page.cancelWork(answer.ids[0], id) : null))
    }
    function cancelWork(assignment: string, id: string) {
        Actions.cancelAssignment(assignment, answer => page.settle(answer, qsTr("Work cancelled; its receipts stay"), qsTr("Not cancelled"), () => page.understand(id)))
    }
    function exportTo(what: string, file: var) {
        const done = answer => {
            if (answer.ok)
                page.said(answer.sentence, "", null)
            else
                page.explain(qsTr("Not exported"), answer)
        }
        if (what === "markdown")
            Engine.saveText(detail.asMarkdown(), file, done)
        else
            Engine.exportDream(page.selected, what, file, done)
    }

    DreamList {
        id: list
        visible: page.showsList
        width: page.isTight ? page.width : list.look !== "list" ? page.width - (page.isNarrow || !page.hasSide ? 0 : Theme.inspector)
            : page.room < 1180 ? Theme.listNarrow : Theme.list
        height: parent.height - importBar.height
        isNarrow: page.isNarrow
        selected: page.isFresh ? "" : page.selected
        focus: true
        isAlone: page.isTight
        firstWords: FirstDream {
            width: Math.min(Theme.px(420), list.width - 2 * Theme.gutter)
            onDone: page.startWriting("", "")
        }
        onCountChanged: page.pickFirst()
        onIsReadyChanged: page.pickFirst()
        onPicked: id => page.choose(id)
        onOpened: id => {
            page.choose(id)
            list.look = "list"
        }
        onSaid: words => page.said(words, "", null)
        onWriteAsked: page.startWriting("", "")
        onFilesAsked: files.active = true
        onFolderAsked: folder.active = true
        onPasteAsked: page.paste()
    }
    ImportBar {
        id: importBar
        visible: isShown && list.visible
        anchors.bottom: parent.bottom
        width: list.width
        height: implicitHeight
    }
    Hair { visible: list.visible && !page.isTight; x: list.width - 1; height: parent.height }

    Item {
        id: middle
        visible: list.look === "list" && (!page.isTight || !page.showsList)
        x: page.isTight ? 0 : list.width
        width: page.width - x - (page.isNarrow || !page.hasSide ? 0 : Theme.inspector)
        height: parent.height
        DreamDetail {
            id: detail
            anchors.fill: parent
            visible: !page.isWriting && page.selected !== ""
            dream: page.selected
            oldVersion: page.oldVersion
            isNarrow: page.isNarrow
            isTight: page.isTight
            isInspectorOpen: page.isInspectorOpen
            receiptCount: inspector.receiptCount
            isWorked: inspector.isOpen
            onEditAsked: page.edit()
            onInspectorAsked: page.isInspectorOpen = !page.isInspectorOpen
            onBackAsked: page.selected = ""
            onPicked: id => page.choose(id)
            onNewestAsked: page.oldVersion = null
            onUnderstandAsked: page.understand(page.selected)
            onSaid: (words, deed, undo) => page.said(words, deed, undo)
        }
        Flickable {
            id: editorFlick
            anchors.fill: parent
            visible: page.isWriting
            contentHeight: editor.y + editor.height + Theme.px(40)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            DreamEditor {
                id: editor
                x: Theme.gutter
                y: Theme.px(14)
                width: Math.min(Theme.measure, editorFlick.width - 2 * Theme.gutter)
                onFinished: page.stopWriting()
                onKept: (id, isNew) => page.selected = id
            }
        }
        AppButton {
            objectName: "doneWriting"
            visible: page.isWriting
            x: editor.x + editor.width - width
            y: Theme.px(14) - editorFlick.contentY
            text: qsTr("Done")
            keys: "Esc"
            onClicked: page.stopWriting()
        }
        FirstDream {
            objectName: "empty"
            visible: !page.isWriting && page.selected === "" && list.isReady && list.total === 0
            x: Theme.gutter
            y: Theme.px(72)
            width: Math.min(Theme.px(420), parent.width - 2 * x)
            onDone: page.startWriting("", "")
        }
    }
    Rectangle {
        anchors.fill: middle
        visible: page.isNarrow && page.isInspectorOpen && inspector.visible
        color: Theme.ground
        opacity: 0.5
        TapHandler { onTapped: page.isInspectorOpen = false }
    }
    DreamInspector {
        id: inspector
        visible: page.selected !== "" && !page.isFresh && (!page.isNarrow || page.isInspectorOpen)
        anchors.right: parent.right
        width: Math.min(Theme.inspector, page.width)
        height: parent.height
        dream: page.selected
        mayClose: page.isNarrow
        shownVersion: page.oldVersion
        onClosed: page.isInspectorOpen = false
        onEditAsked: page.edit()
        onVersionPicked: version => page.oldVersion = version
        onArchiveAsked: page.archive(page.selected)
        onRestoreAsked: page.restore(page.selected)
        onUnderstandAsked: page.understand(page.selected)
        onCancelAsked: id => page.cancelWork(id, page.selected)
        onEraseAsked: eraser.ask()
        onCompareAsked: compare.ask()
        onExportAsked: what => save.ask(what)
        onMomentAsked: fact => page.wentTo("Pulse", "fact:" + fact)
        onSaid: words => page.said(words, "", null)
    }
    DreamCompare {
        id: compare
        dream: page.selected
        mayRun: !inspector.isOpen && detail.value.state !== "archived"
        onRunAsked: page.understand(page.selected)
    }
    DreamErase {
        id: eraser
        objectName: "eraser"
        dream: page.selected
        title: detail.value.title ?? ""
        versions: inspector.versionCount
        artefacts: detail.artefactCount
        receipts: inspector.receiptCount
        onErased: {
            page.selected = ""
            page.said(qsTr("Erased. Its receipts stay, without words."), "", null)
            soon.restart()
        }
    }
    Rectangle {
        visible: !inspector.visible && !page.isNarrow && page.hasSide
        anchors.right: parent.right
        width: Theme.inspector
        height: parent.height
        color: Theme.ground
        Hair { height: parent.height }
    }

    DropArea {
        id: drop
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: event => {
            if (event.hasUrls) {
                page.importUrls(event.urls)
                event.acceptProposedAction()
            }
        }
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.px(8)
        visible: drop.containsDrag
        color: Theme.accentWash
        border.color: Theme.accentMark
        border.width: 2
        radius: Theme.radiusLarge
        EmptyState {
            anchors.centerIn: parent
            glyph: "inbox"
            title: qsTr("Drop to import")
            words: qsTr("Text, Markdown and JSON files, or folders of them. Each file becomes a dream; the files stay where they are.")
        }
    }
    Loader {
        id: save
        property string what: ""
        readonly property string stem: (detail.value.title ?? qsTr("dream")).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60)
        function ask(what: string) {
            save.what = what
            save.active = true
        }
        active: false
        sourceComponent: FileDialog {
            title: save.what === "receipts" ? qsTr("Export the receipts") : save.what === "dream" ? qsTr("Export the dream with its proof") : qsTr("Save the text")
            fileMode: FileDialog.SaveFile
            defaultSuffix: save.what === "markdown" ? "md" : "json"
            nameFilters: save.what === "markdown" ? [qsTr("Markdown (*.md)")] : [qsTr("Provable export (*.json)")]
            Component.onCompleted: {
                currentFile = currentFolder + "/" + save.stem + (save.what === "markdown" ? ".md" : "." + save.what + ".json")
                open()
            }
            onAccepted: {
                page.exportTo(save.what, selectedFile)
                save.active = false
            }
            onRejected: save.active = false
        }
    }
    Loader {
        id: files
        active: false
        sourceComponent: FileDialog {
            title: qsTr("Import files")
            fileMode: FileDialog.OpenFiles
            nameFilters: [qsTr("Texts (*.md *.txt *.json)"), qsTr("All files (*)")]
            Component.onCompleted: open()
            onAccepted: {
                page.importUrls(selectedFiles)
                files.active = false
            }
            onRejected: files.active = false
        }
    }
    Loader {
        id: folder
        active: false
        sourceComponent: FolderDialog {
            title: qsTr("Import a folder")
            Component.onCompleted: open()
            onAccepted: {
                page.importUrls([selectedFolder])
                folder.active = false
            }
            onRejected: folder.active = false
        }
    }
    Shortcut { sequences: ["F2"]; enabled: page.visible; onActivated: page.edit() }
    Shortcut { sequences: ["Ctrl+I"]; enabled: page.visible; onActivated: page.foldInspector() }
    Shortcut { sequences: ["Ctrl+F"]; enabled: page.visible; onActivated: list.focusFilter() }
    Shortcut { sequences: ["Ctrl+Shift+V"]; enabled: page.visible; onActivated: page.paste() }
}
