import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// An action that reads as words inside a text.
T.AbstractButton {
    id: link
    property string role: "small"
    property color ink: Theme.accentText
    implicitWidth: words.implicitWidth
    implicitHeight: Math.max(words.implicitHeight, Theme.px(18))
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Link
    Accessible.name: text
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    HoverHandler { cursorShape: Qt.PointingHandCursor }
    contentItem: AppText { // qmllint disable deferred-property-id
        id: words
        text: link.text
        role: link.role
        font.weight: Theme.medium
        font.underline: link.hovered
        color: link.ink
        Accessible.ignored: true
    }
    FocusRing { isShown: link.visualFocus }
}
