pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui

// Writes a dream: title, kind, tags, text. Keeps by itself after a short rest and on leaving; there
// is no button for it. `dream` is empty until the first keep of a new one.
Column {
    id: editor
    property string dream: ""
    property string saving: ""         // what the status bar says
    property bool isDirty: false
    property bool isBusy: false
    property var refusal: null
    property string kind: "idea"
    readonly property var kinds: ["idea", "goal", "brief", "journal", "nightDream"]
    property string tags: ""
    property bool hasKind: false
    signal kept(string id, bool isNew)
    signal finished()

    function begin(id: string, title: string, body: string, kind: string, tags: var) {
        editor.dream = id
        titleField.text = title
        area.text = body
        editor.kind = kind === "" ? "idea" : kind
        editor.hasKind = id !== "" || kind !== ""
        tagField.text = (tags ?? []).join(", ")
        editor.isDirty = false
        editor.refusal = null
        editor.saving = ""
        if (title === "") {
            titleField.forceActiveFocus(Qt.OtherFocusReason)
        } else {
            area.cursorPosition = area.length
            area.forceActiveFocus(Qt.OtherFocusReason)
        }
    }
    function titleOrFirstLine(): string {
        const typed = titleField.text.trim()
        if (typed !== "")
            return typed
        const line = area.text.split("\n").map(l => l.replace(/^[#>\-*\s]+/, "").trim()).find(l => l !== "") ?? ""
        return line.length > 80 ? line.slice(0, 79) + "…" : line
    }
    function touch() {
        editor.isDirty = true
        editor.saving = qsTr("Writing")
        rest.restart()
    }
    function fields(): var {
        return {
            title: editor.titleOrFirstLine(), body: area.text, kind: editor.kind,
            tags: tagField.text.split(",").map(t => t.trim()).filter(t => t !== "")
        }
    }
    function keep() {
        rest.stop()
        if (!editor.isDirty || editor.isBusy)
            return
        const fields = editor.fields()
        if (fields.title === "")
            return
        const isNew = editor.dream === ""
        editor.isDirty = false
        editor.isBusy = true
        editor.saving = qsTr("Saving")
        const answered = answer => {
            editor.isBusy = false
            if (!answer.ok) {
                editor.refusal = answer
                editor.isDirty = true
                editor.saving = qsTr("Not saved")
                return
            }
            editor.refusal = null
            if (isNew && answer.ids.length > 0)
                editor.dream = answer.ids[0]
            editor.saving = ""
            editor.kept(editor.dream, isNew)
            if (editor.isDirty)
                rest.restart()
        }
        if (isNew) {
            Actions.createDream(fields, answered)
        } else {
            fields.dream = editor.dream
            Actions.editDream(fields, answered)
        }
    }
    function leave() {
        editor.keep()
        editor.finished()
    }

    spacing: Theme.px(6)
    Keys.onEscapePressed: editor.leave()
    Timer { id: rest; interval: 800; onTriggered: editor.keep() }
    Row {
        spacing: Theme.gap
        height: Theme.control
        AppCombo {
            objectName: "kind"
            label: qsTr("Kind")
            current: editor.kind
            options: editor.kinds.map(k => ({ name: k, word: Format.kind(k) }))
            onPicked: name => {
                editor.kind = name
                editor.hasKind = true
                editor.touch()
            }
        }
        AppText {
            height: parent.height
            text: editor.refusal ? qsTr("Not saved") : editor.isDirty || editor.isBusy ? qsTr("Saving…")
                : editor.dream === "" ? qsTr("Nothing to keep yet") : qsTr("Kept in the journal")
            role: "small"
            color: editor.refusal ? Theme.warnText : Theme.text3
        }
    }
    AppField {
        id: titleField
        objectName: "titleField"
        width: parent.width
        implicitHeight: Theme.px(36)
        isBare: true
        label: qsTr("Title")
        placeholderText: qsTr("Title")
        font.pixelSize: Theme.title
        font.weight: Theme.strong
        onTextEdited: editor.touch()
        Keys.onReturnPressed: area.forceActiveFocus(Qt.TabFocusReason)
        Keys.onDownPressed: area.forceActiveFocus(Qt.TabFocusReason)
    }
    AppField {
        id: tagField
        objectName: "tagField"
        width: parent.width
        glyph: "tag"
        label: qsTr("Tags, separated by commas")
        placeholderText: label
        onTextEdited: editor.touch()
    }
    RefusalBar {
        visible: editor.refusal !== null
        width: parent.width
        what: qsTr("This was not kept")
        missing: editor.refusal?.sentence ?? ""
        way: qsTr("Try again")
        onWayTaken: {
            editor.isDirty = true
            editor.keep()
        }
    }
    AppArea {
        id: area
        objectName: "bodyArea"
        width: parent.width
        implicitHeight: Math.max(Theme.px(320), contentHeight + Theme.px(24))
        isFramed: true
        padding: Theme.px(12)
        leftPadding: Theme.px(12)
        font.pixelSize: Theme.read
        label: qsTr("Text, in Markdown")
        placeholderText: qsTr("Write, or paste Markdown. It is kept while you write.")
        onTextChanged: if (activeFocus) editor.touch()
    }
}
