import QtQuick
import DreamScope.Ui

// An agent's state as a mark: filled = hired, brighter = at work, ring = candidate, triangle and
// octagon = trouble, dash in a box = dismissed. Activity is no health, hence blue and never green.
Item {
    id: mark
    property string condition: "idle"  // busy, active, idle, warn, bad, off
    property bool isCurrent: false
    implicitWidth: Theme.px(10)
    implicitHeight: Theme.px(10)
    Accessible.ignored: true
    Rectangle {
        visible: mark.condition === "busy" || mark.condition === "active" || mark.condition === "idle" || mark.condition === "off"
        anchors.centerIn: parent
        width: Theme.px(8)
        height: width
        radius: 2
        antialiasing: true
        color: mark.condition === "busy" ? Theme.accentText : mark.condition === "active" ? Theme.series2 : "transparent"
        border.width: mark.condition === "idle" || mark.condition === "off" ? 1 : 0
        border.color: Theme.text3
        Rectangle {
            visible: mark.condition === "off"
            anchors.centerIn: parent
            width: parent.width - 4
            height: 1
            color: Theme.text3
        }
    }
    Icon {
        visible: mark.condition === "warn" || mark.condition === "bad"
        anchors.centerIn: parent
        size: Theme.px(12)
        name: mark.condition === "bad" ? "stop" : "alert"
        tint: mark.condition === "bad" ? Theme.badMark : Theme.warnMark
    }
    Rectangle {
        visible: mark.isCurrent
        anchors.centerIn: parent
        width: Theme.px(14)
        height: width
        radius: 4
        color: "transparent"
        border.width: 2
        border.color: Theme.focus
    }
}
