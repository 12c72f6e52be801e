pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui

// One of a list. `options` is a list of { name, word }; `current` is a name.
AppButton {
    id: combo
    property var options: []
    property string current: options.length > 0 ? options[0].name : ""
    property string label: ""
    signal picked(string name)
    readonly property string word: {
        const found = combo.options.find(o => o.name === combo.current)
        return found ? found.word : ""
    }
    text: word
    tail: "down"
    hint: label
    Accessible.role: Accessible.ComboBox
    Accessible.name: qsTr("%1: %2").arg(label).arg(word)
    isOn: list.visible
    onClicked: list.visible ? list.close() : list.open()
    Keys.onDownPressed: list.open()
    AppMenu {
        id: list
        y: combo.height + Theme.unit
        label: combo.label
        entries: combo.options.map(o => ({ name: o.name, word: o.word, glyph: o.name === combo.current ? "check" : "" }))
        onPicked: name => {
            combo.current = name
            combo.picked(name)
            combo.forceActiveFocus()
        }
    }
}
