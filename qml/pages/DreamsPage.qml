pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import DreamScope.Ui
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
    readonly property real room: width / Theme.scale
    readonly property bool isNarrow: room < 1000
    readonly property bool isTight: room < 700
    readonly property bool hasSide: page.selected !== "" || list.total > 0
    readonly property bool showsList: !isTight || (selected === "" && !isWriting)
    readonly property string note: list.isReady ? qsTr("%n dreams", "", list.total) : ""
    readonly property string saving: isWriting ? editor.saving : ""
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
    onIsTightChanged: Qt.callLater(pickFirst)
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
        if (page.selected === "" || page.isWriting || !detail.isFound)
            return
        const v = detail.value
        page.oldVersion = null
        page.isFresh = false
        page.isWriting = true
        editor.begin(v.id, v.title, detail.text, v.kind, v.tags)
    }
    function stopWriting() {
        editor.keep()
        page.isWriting = false
        if (page.isFresh && editor.dream !== "")
            page.selected = editor.dream
        page.isFresh = false
        list.focusList()
    }
    function importUrls(urls: var) { importBar.start(urls.map(u => u.toString())) }
    function paste() { page.startWriting("", Desktop.clipboardText()) }
    function explain(what: string, answer: var) { inspector.refusal = { what: what, sentence: answer.sentence }; page.isInspectorOpen = true; inspector.tab = "receipts" }
    function archive(id: string) {
        Actions.archiveDream(id, answer => {
            if (answer.ok)
                page.said(qsTr("Archived"), qsTr("Undo"), () => Actions.restoreDream(id, null))
            else
                page.explain(qsTr("Not archived"), answer)
        })
    }

    DreamList {
        id: list
        visible: page.showsList
        width: page.isTight ? page.width : page.room < 1180 ? Theme.listNarrow : Theme.list
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
        visible: !page.isTight || !page.showsList
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
            onUnderstandAsked: Actions.understandDream(page.selected, answer => { if (!answer.ok) page.explain(qsTr("No work was started"), answer) })
            onSaid: words => page.said(words, "", null)
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
        onRestoreAsked: Actions.restoreDream(page.selected, answer => { if (!answer.ok) page.explain(qsTr("Not restored"), answer) })
        onUnderstandAsked: Actions.understandDream(page.selected, answer => { if (!answer.ok) page.explain(qsTr("No work was started"), answer) })
        onCancelAsked: id => Actions.cancelAssignment(id, answer => { if (!answer.ok) page.explain(qsTr("Not cancelled"), answer) })
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
    Shortcut { sequences: ["Ctrl+I"]; enabled: page.visible; onActivated: page.isInspectorOpen = !page.isInspectorOpen }
    Shortcut { sequences: ["Ctrl+F"]; enabled: page.visible; onActivated: list.focusFilter() }
    Shortcut { sequences: ["Ctrl+Shift+V"]; enabled: page.visible; onActivated: page.paste() }
}
