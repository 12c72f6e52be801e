import QtQuick
import DreamScope.Ui

// One field of a command's form, by its declared type. `value` is undefined while nothing is chosen.
Column {
    id: field
    required property var spec         // { name, type, of, options, optional, label }
    property var value: undefined
    property string problem: ""
    readonly property string word: spec.label === "" ? Format.spaced(spec.name) : spec.label
    readonly property string shape: {
        if (spec.options && spec.options.length > 0)
            return "choice"
        switch (spec.type) {
        case "boolean": return "check"
        case "body": return "area"
        case "secret": return "secret"
        }
        if (spec.type === "Id" && (spec.of ?? "") !== "")
            return "picker"
        return "line"
    }
    function clear() {
        field.value = field.shape === "choice" && !field.spec.optional ? field.spec.options[0] : undefined
        if (slot.item && field.shape !== "choice" && field.shape !== "check")
            (slot.item as QtObject).clear()
    }
    // Words as typed become what the engine reads; amounts and ids stay text.
    function read(typed: string): var {
        const s = typed.trim()
        field.problem = ""
        if (s === "")
            return undefined
        if (field.spec.type === "list")
            return s.split(",").map(v => v.trim()).filter(v => v !== "")
        if (field.spec.type !== "amount" && Cells.isNumber(field.spec.type)) {
            if (!/^-?\d+$/.test(s)) {
                field.problem = qsTr("A whole number is needed.")
                return undefined
            }
            const n = Number(s)
            return field.spec.type === "score" ? n * 100 : n
        }
        return field.shape === "area" || field.shape === "secret" ? typed : s
    }
    width: parent ? parent.width : Theme.px(280)
    spacing: Theme.unit
    Component.onCompleted: field.clear()
    AppText {
        visible: field.shape !== "check"
        text: field.spec.optional ? qsTr("%1, may stay empty").arg(field.word) : field.word
        role: "small"
        color: Theme.text3
        Accessible.ignored: true
    }
    Loader {
        id: slot
        width: parent.width
        sourceComponent: field.shape === "choice" ? choice : field.shape === "check" ? check
            : field.shape === "area" ? area : field.shape === "picker" ? picker : line
    }
    AppText {
        visible: field.problem !== ""
        width: parent.width
        text: field.problem
        role: "small"
        color: Theme.badText
        wrapMode: Text.Wrap
    }
    Component {
        id: line
        AppField {
            objectName: "field." + field.spec.name
            label: field.word
            problem: field.problem
            placeholderText: field.spec.type === "amount" ? "0.00" : field.spec.type === "duration" ? qsTr("microseconds") : ""
            echoMode: field.shape === "secret" ? TextInput.Password : TextInput.Normal
            onTextEdited: field.value = field.read(text)
        }
    }
    Component {
        id: area
        AppArea {
            objectName: "field." + field.spec.name
            label: field.word
            onTextChanged: field.value = field.read(text)
        }
    }
    Component {
        id: check
        AppCheck {
            objectName: "field." + field.spec.name
            text: field.word
            onToggled: field.value = checked
        }
    }
    Component {
        id: choice
        Item {
            implicitHeight: combo.implicitHeight
            AppCombo {
                id: combo
                objectName: "field." + field.spec.name
                label: field.word
                options: (field.spec.optional ? [{ name: "", word: qsTr("Not set") }] : [])
                    .concat(field.spec.options.map(o => ({ name: o, word: Format.state(o) })))
                onPicked: name => field.value = name === "" ? undefined : name
            }
        }
    }
    Component {
        id: picker
        IdPicker {
            objectName: "field." + field.spec.name
            label: field.word
            of: field.spec.of
            onValueChanged: field.value = value === "" ? undefined : value
        }
    }
}
