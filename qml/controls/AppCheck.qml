import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// Yes or no.
T.CheckBox {
    id: check
    implicitHeight: Theme.control
    implicitWidth: Theme.px(24) + words.implicitWidth
    spacing: Theme.gap
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checked: checked
    Accessible.onPressAction: flip()
    Accessible.onToggleAction: flip()
    Keys.onReturnPressed: flip()
    function flip() {
        check.toggle()
        check.toggled()
    }
    indicator: Rectangle {
        width: Theme.px(16)
        height: width
        y: Math.round((check.height - height) / 2)
        radius: Theme.radiusSmall
        color: check.checked ? Theme.accentSolid : Theme.hover
        border.width: check.checked ? 0 : 1
        border.color: Theme.lineStrong
        Icon {
            visible: check.checked
            name: "check"
            size: Theme.px(12)
            tint: Theme.onSolid
            anchors.centerIn: parent
        }
        FocusRing { isShown: check.visualFocus }
    }
    contentItem: AppText { // qmllint disable deferred-property-id
        id: words
        leftPadding: Theme.px(24)
        text: check.text
        color: Theme.text
        Accessible.ignored: true
    }
}
