pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui

// A piece of the manual: words, or a picture in the theme that is on, which says what it shows. A
// picture may be wider than a line of text is long.
Item {
    id: piece
    property var part: ({})            // { words } or { picture, says }
    property real roomAcross: width
    readonly property bool isPicture: (part.picture ?? "") !== ""
    signal followed(string address)
    implicitHeight: isPicture ? frame.height + caption.height + Theme.px(8) : text.height
    ManualText {
        id: text
        visible: !piece.isPicture
        width: parent.width
        markdown: piece.part.words ?? ""
        onFollowed: address => piece.followed(address)
    }
    Rectangle {
        id: frame
        visible: piece.isPicture
        width: Math.min(piece.roomAcross, Math.max(piece.width, 980))
        height: piece.isPicture && shot.implicitWidth > 0 ? Math.round((width - 2) * shot.implicitHeight / shot.implicitWidth) + 2 : 0
        color: "transparent"
        border.color: Theme.line
        Image {
            id: shot
            x: 1
            y: 1
            width: parent.width - 2
            height: parent.height - 2
            source: piece.isPicture ? String(piece.part.picture).replace("%1", Theme.isDark ? "dark" : "light") : ""
            fillMode: Image.PreserveAspectFit
            smooth: true
            mipmap: true
            Accessible.role: Accessible.Graphic
            Accessible.name: piece.part.says ?? ""
        }
    }
    AppText {
        id: caption
        visible: piece.isPicture
        y: frame.height + Theme.px(6)
        width: parent.width
        height: visible ? implicitHeight : 0
        text: piece.part.says ?? ""
        role: "small"
        color: Theme.text3
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
