import QtQuick
import DreamScope.Ui

// The only divider there is.
Rectangle {
    implicitWidth: 1
    implicitHeight: 1
    color: Theme.line
    Accessible.ignored: true
}
