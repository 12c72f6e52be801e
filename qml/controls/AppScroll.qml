import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// A thin scroll bar that shows itself while it is of use.
T.ScrollBar {
    id: bar
    implicitWidth: orientation === Qt.Vertical ? Theme.px(10) : Theme.px(40)
    implicitHeight: orientation === Qt.Vertical ? Theme.px(40) : Theme.px(10)
    padding: 2
    minimumSize: 0.06
    visible: size < 1
    Accessible.ignored: true
    contentItem: Rectangle {
        radius: Math.min(width, height) / 2
        color: bar.pressed || bar.hovered ? Theme.text3 : Theme.lineStrong
        opacity: bar.active || bar.hovered ? 1 : 0.6
    }
}
