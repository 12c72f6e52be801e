import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// A tooltip: what a control without words is called. Never the only place of a fact.
T.ToolTip {
    id: tip
    property string words: ""
    property bool isShown: false
    visible: isShown && words !== ""
    delay: 600
    timeout: 6000
    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    y: parent ? parent.height + Theme.unit : 0
    margins: Theme.unit
    padding: Theme.px(6)
    leftPadding: Theme.px(8)
    rightPadding: Theme.px(8)
    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
    contentItem: AppText {
        text: tip.words
        role: "small"
        color: Theme.text
        Accessible.ignored: true
    }
    background: Rectangle {
        color: Theme.raised
        border.color: Theme.lineStrong
        radius: Theme.radius
    }
}
