import QtQuick
import DreamScope.Ui

// Ground of a table or list row. Hover and selection bleed into the page margin so that words keep
// their column; the hairline does not.
Item {
    id: ground
    property bool isCurrent: false
    property bool isHot: false
    property bool hasLine: true
    property bool isFocused: false
    property int bleed: Theme.px(8)
    Accessible.ignored: true
    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: -ground.bleed
        anchors.rightMargin: -ground.bleed
        radius: ground.isCurrent || ground.isHot ? Theme.radius : 0
        color: ground.isCurrent ? Theme.selected : ground.isHot ? Theme.hover : "transparent"
        border.width: ground.isFocused ? 2 : 0
        border.color: Theme.focus
    }
    Hair { visible: ground.hasLine && !ground.isCurrent; anchors.bottom: parent.bottom; width: parent.width }
}
