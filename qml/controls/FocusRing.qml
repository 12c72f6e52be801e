import QtQuick
import DreamScope.Ui

// Shows where the keyboard is. `isShown` comes from the control that owns it.
Rectangle {
    property bool isShown: false
    anchors.fill: parent
    anchors.margins: -2
    visible: isShown
    radius: Theme.radius + 2
    color: "transparent"
    border.color: Theme.focus
    border.width: 2
}
