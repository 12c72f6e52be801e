import QtQuick
import DreamScope.Ui

// Heading of a region: title, a quiet note, and room for one control on the right. What finds no
// room on the line moves below it: first the control, else the note.
Item {
    id: section
    property string title: ""
    property string note: ""
    default property alias tools: slot.data
    // Measured apart from the texts themselves, which change when they wrap.
    readonly property int titleWidth: Theme.widthOf(title, Theme.body)
    readonly property bool isToolBelow: slot.width > 0 && titleWidth + Theme.gap + slot.width > width
    readonly property real besideTool: width - (slot.width > 0 && !isToolBelow ? slot.width + Theme.gap : 0)
    readonly property bool isNoteBelow: note !== "" && titleWidth + Theme.gap + Theme.widthOf(note, Theme.small) > besideTool
    implicitHeight: Theme.control + (isNoteBelow ? quiet.implicitHeight + Theme.unit : 0) + (isToolBelow ? slot.height + Theme.unit : 0)
    AppText {
        id: head
        width: Math.min(implicitWidth, section.width)
        height: Theme.control
        text: section.title
        role: "head"
        Accessible.role: Accessible.Heading
    }
    AppText {
        id: quiet
        visible: text !== ""
        x: section.isNoteBelow ? 0 : head.width + Theme.gap
        y: section.isNoteBelow ? Theme.px(24) : Math.round((Theme.control - implicitHeight) / 2)
        width: section.isNoteBelow ? section.width : section.besideTool - x
        text: section.note
        role: "small"
        color: Theme.text3
        wrapMode: Text.Wrap
    }
    Row {
        id: slot
        x: section.isToolBelow ? 0 : section.width - width
        y: section.isToolBelow ? section.implicitHeight - height - Theme.unit : Math.round((Theme.control - height) / 2)
        spacing: Theme.gap
    }
}
