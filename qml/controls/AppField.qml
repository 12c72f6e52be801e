import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// One line of text. `label` is what a screen reader calls it; `problem` says what is wrong with it.
T.TextField {
    id: field
    property string glyph: ""
    property string keys: ""
    property string problem: ""
    property string label: placeholderText
    property bool isBare: false        // no frame until it is used: a title, a tag line
    implicitHeight: Theme.control
    implicitWidth: Theme.px(240)
    readonly property int before: isBare ? 0 : glyph === "" ? Theme.px(10) : Theme.px(32)
    readonly property int after: isBare ? 0 : keys === "" || activeFocus ? Theme.px(10) : Theme.px(56)
    leftPadding: Theme.isMirrored ? after : before
    rightPadding: Theme.isMirrored ? before : after
    horizontalAlignment: Theme.near
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.body
    renderType: Text.NativeRendering
    selectionColor: Theme.selected
    selectedTextColor: Theme.text
    selectByMouse: true
    Accessible.role: Accessible.EditableText
    Accessible.name: label
    // Qt 6.4 keeps a password's name from screen readers, so that they would not say what it is for.
    Accessible.description: problem !== "" ? problem : echoMode !== TextInput.Normal ? label
        : text === "" && placeholderText !== label ? placeholderText : ""
    background: Rectangle {
        visible: !field.isBare
        radius: Theme.radius
        color: field.activeFocus ? Theme.surface : Theme.hover
        border.width: field.activeFocus || field.problem !== "" ? 2 : 1
        border.color: field.problem !== "" ? Theme.badMark : field.activeFocus ? Theme.focus : Theme.line
        Icon {
            visible: field.glyph !== ""
            name: field.glyph
            tint: Theme.text3
            x: Theme.px(10)
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.px(14)
        }
        AppText {
            visible: field.keys !== "" && !field.activeFocus
            text: field.keys
            role: "caption"
            color: Theme.text3
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(10)
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
    AppText {
        visible: field.text === "" && field.preeditText === ""
        x: field.before
        width: field.width - x - field.after
        height: field.height
        text: field.placeholderText
        font: field.font
        color: Theme.text3
        Accessible.ignored: true
    }
}
