import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// On or off, working at once. `label` is what a screen reader calls it.
T.Switch {
    id: toggle
    property string label: ""
    implicitWidth: Theme.px(36)
    implicitHeight: Theme.control
    Accessible.role: Accessible.CheckBox
    Accessible.name: label
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: flip()
    Accessible.onToggleAction: flip()
    Keys.onReturnPressed: flip()
    function flip() {
        toggle.toggle()
        toggle.toggled()
    }
    indicator: Rectangle {
        y: Math.round((toggle.height - height) / 2)
        width: Theme.px(34)
        height: Theme.px(20)
        radius: height / 2
        color: toggle.checked ? Theme.accentSolid : Theme.hover
        border.width: toggle.checked ? 0 : 1
        border.color: Theme.text3
        Rectangle {
            x: toggle.checked ? parent.width - width - Theme.px(3) : Theme.px(3)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(14)
            height: width
            radius: width / 2
            color: toggle.checked ? Theme.onSolid : Theme.text3
            Behavior on x { NumberAnimation { duration: Theme.quick; easing.type: Theme.ease } }
        }
        FocusRing { isShown: toggle.visualFocus }
    }
}
