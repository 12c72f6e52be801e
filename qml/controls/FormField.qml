pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui

// One field of a command's form, by its declared type. `value` is undefined while nothing is chosen.
Column {
    id: field
    required property var spec         // as Engine.systems() describes it
    property var value: undefined
    property string problem: ""
    property int round: 0              // bumps when the form is emptied
    readonly property string word: spec.label === "" ? Format.spaced(spec.name) : spec.label
    readonly property string control: Cells.control(spec)
    readonly property string name: "field." + spec.name
    readonly property bool isMissing: problem !== "" || (value === undefined && Cells.isNeeded(spec))
    function clear() {
        field.problem = ""
        const initial = field.spec.initial
        if (field.control === "choice")
            field.value = field.spec.optional ? undefined : field.spec.options.includes(initial) ? initial : field.spec.options[0]
        else if (field.control === "check")
            field.value = initial === true
        else
            field.value = Cells.read(Cells.typed(initial, field.spec.type), field.spec).value
        field.round++
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
    Loader {
        width: parent.width
        sourceComponent: {
            switch (field.control) {
            case "choice": return choice
            case "check": return check
            case "area": return area
            case "picker": return picker
            }
            return line
        }
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
    Component {
        id: line
        AppField {
            id: typed
            readonly property int round: field.round
            objectName: field.name
            label: field.word
            problem: field.problem
            placeholderText: Cells.placeholder(field.spec)
            echoMode: field.control === "secret" ? TextInput.Password : TextInput.Normal
            onRoundChanged: typed.text = Cells.typed(field.spec.initial, field.spec.type)
            Component.onCompleted: typed.text = Cells.typed(field.spec.initial, field.spec.type)
            onTextEdited: field.take(typed.text)
        }
    }
    Component {
        id: area
        AppArea {
            id: written
            readonly property int round: field.round
            objectName: field.name
            label: field.word
            placeholderText: Cells.placeholder(field.spec)
            onRoundChanged: written.text = ""
            onTextChanged: field.take(written.text)
        }
    }
    Component {
        id: check
        AppCheck {
            id: mark
            readonly property int round: field.round
            objectName: field.name
            text: field.word
            onRoundChanged: mark.checked = field.value === true
            Component.onCompleted: mark.checked = field.value === true
            onToggled: field.value = mark.checked
        }
    }
    Component {
        id: choice
        Item {
            id: row
            readonly property int round: field.round
            implicitHeight: combo.implicitHeight
            onRoundChanged: combo.current = field.value ?? ""
            Component.onCompleted: combo.current = field.value ?? ""
            AppCombo {
                id: combo
                objectName: field.name
                label: field.word
                options: (field.spec.optional ? [{ name: "", word: qsTr("Not set") }] : [])
                    .concat(field.spec.options.map((o, i) => ({ name: o, word: field.spec.words?.[i] ?? Format.state(o) })))
                onPicked: name => field.value = name === "" ? undefined : name
            }
        }
    }
    Component {
        id: picker
        IdPicker {
            id: chosen
            readonly property int round: field.round
            objectName: field.name
            label: field.word
            of: field.spec.of
            onRoundChanged: chosen.empty()
            onValueChanged: field.value = chosen.value === "" ? undefined : chosen.value
        }
    }
}
