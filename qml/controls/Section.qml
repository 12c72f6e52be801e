import QtQuick
import QtQuick.Layouts
import DreamScope.Ui

// Heading of a region: title, a quiet note, and room for one control on the right.
RowLayout {
    id: section
    property string title: ""
    property string note: ""
    default property alias tools: slot.data
    spacing: Theme.gap
    height: Theme.control
    AppText {
        text: section.title
        role: "head"
        Accessible.role: Accessible.Heading
    }
    AppText {
        text: section.note
        role: "small"
        color: Theme.text3
        Layout.fillWidth: true
        Layout.minimumWidth: 0
    }
    Row {
        id: slot
        spacing: Theme.gap
        Layout.alignment: Qt.AlignVCenter
    }
}
