import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// What floats: raised ground, one strong outline, no shadow. Escape or a press outside closes it.
T.Popup {
    id: sheet
    padding: Theme.px(6)
    margins: Theme.gap
    modal: false
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.calm } }
    exit: Transition { NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.quick } }
    background: Rectangle {
        color: Theme.raised
        border.color: Theme.lineStrong
        radius: Theme.radiusLarge
    }
}
