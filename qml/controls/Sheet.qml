import QtQuick
import QtQuick.Templates as T
import QtQuick.Window
import DreamScope.Ui

// What floats: raised ground, one strong outline, no shadow. Escape or a press outside closes it, and
// the keyboard is again where it was, unless what was chosen took it elsewhere.
T.Popup {
    id: sheet
    property Item before: null         // had the keyboard when this opened
    onAboutToShow: sheet.before = sheet.parent?.Window.activeFocusItem ?? null
    onClosed: {
        const window = sheet.parent?.Window.window ?? null
        if (sheet.before && window && (!window.activeFocusItem || window.activeFocusItem === window.contentItem))
            sheet.before.forceActiveFocus(Qt.PopupFocusReason)
    }
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
