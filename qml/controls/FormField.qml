import QtQuick
import DreamScope.Ui

// One field of a command's form, by its declared type. `value` is undefined while nothing is chosen.
Column {
    id: field
    required property var spec         // as Engine.systems() describes it
    property var value: undefined
    property string problem: ""
    readonly property string word: spec.label === "" ? Format.spaced(spec.name) : spec.label
    readonly property string control: Cells.control(spec)
    readonly property string name: "field." + spec.name
    readonly property bool isMissing: problem !== "" || (value === undefined && Cells.isNeeded(spec))
    readonly property string initialWords: Cells.typed(spec.initial, spec.type)
    function clear() {
        field.problem = ""
        const initial = field.spec.initial
        typed.text = field.initialWords
        written.text = ""
        chosen.empty()
        mark.checked = initial === true
        if (field.control === "choice")
            field.value = field.spec.optional ? undefined : field.spec.options.includes(initial) ? initial : field.spec.options[0]
        else if (field.control === "check")
            field.value = mark.checked
        else
            field.value = Cells.read(field.initialWords, field.spec).value
        combo.current = field.value ?? ""
    }
    function take(words: string) {
        const read = Cells.read(words, field.spec)
        field.problem = read.problem
        field.value = read.value
    }
    width: parent ? parent.width : Theme.px(280)
    spacing: Theme.unit
    Component.onCompleted: field.clear()
    AppText {
        visible: field.control !== "check"
        width: parent.width
        text: field.spec.optional ? qsTr("%1, may stay empty").arg(field.word) : field.word
        role: "small"
        color: Theme.text3
        Accessible.ignored: true
    }
    AppField {
        id: typed
        visible: field.control === "line" || field.control === "secret"
        objectName: visible ? field.name : ""
        width: parent.width
        label: field.word
        problem: field.problem
        placeholderText: Cells.placeholder(field.spec)
        echoMode: field.control === "secret" ? TextInput.Password : TextInput.Normal
        onTextEdited: field.take(text)
    }
    AppArea {
        id: written
        visible: field.control === "area"
        objectName: visible ? field.name : ""
        width: parent.width
        label: field.word
        problem: field.problem
        placeholderText: Cells.placeholder(field.spec)
        onTextChanged: if (visible) field.take(text)
    }
    AppCheck {
        id: mark
        visible: field.control === "check"
        objectName: visible ? field.name : ""
        text: field.word
        onToggled: field.value = checked
    }
    AppCombo {
        id: combo
        visible: field.control === "choice"
        objectName: visible ? field.name : ""
        label: field.word
        options: {
            const out = field.spec.optional ? [{ name: "", word: qsTr("Not set") }] : []
            for (let i = 0; i < (field.spec.options ?? []).length; ++i)
                out.push({ name: field.spec.options[i], word: field.spec.words?.[i] ?? Format.state(field.spec.options[i]) })
            return out
        }
        onPicked: name => field.value = name === "" ? undefined : name
    }
    IdPicker {
        id: chosen
        visible: field.control === "picker"
        objectName: visible ? field.name : ""
        width: parent.width
        label: field.word
        of: visible ? field.spec.of : ""
        onValueChanged: field.value = value === "" ? undefined : value
    }
    AppText {
        visible: field.problem !== ""
        width: parent.width
        text: field.problem
        role: "small"
        color: Theme.badText
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
}
