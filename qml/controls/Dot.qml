import QtQuick
import DreamScope.Ui

// State by shape first, colour second: filled = well, ring = idle, triangle = a person should look,
// octagon = failing, dash = off.
Item {
    id: dot
    property string condition: "good"    // good, busy, idle, warn, bad, off
    property int size: Theme.px(8)
    implicitWidth: size + 4
    implicitHeight: size + 4
    Accessible.ignored: true
    Rectangle {
        visible: dot.condition === "good" || dot.condition === "busy" || dot.condition === "idle"
        anchors.centerIn: parent
        width: dot.size
        height: dot.size
        radius: width / 2
        antialiasing: true
        color: dot.condition === "good" ? Theme.goodMark : dot.condition === "busy" ? Theme.accentMark : "transparent"
        border.width: dot.condition === "idle" ? 1.5 : 0
        border.color: Theme.text3
    }
    Icon {
        visible: dot.condition === "warn" || dot.condition === "bad"
        anchors.centerIn: parent
        name: dot.condition === "bad" ? "stop" : "alert"
        size: dot.size + Theme.px(5)
        tint: dot.condition === "bad" ? Theme.badMark : Theme.warnMark
    }
    Rectangle {
        visible: dot.condition === "off"
        anchors.centerIn: parent
        width: dot.size
        height: 2
        color: Theme.text3
    }
}
