import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// kind: "primary" (one per page), "plain" (outlined), "quiet" (no outline), "danger". A button with
// an icon alone must be given `hint`: it is the tooltip and the name a screen reader says.
T.Button {
    id: button
    property string kind: "plain"
    property string glyph: ""
    property string tail: ""           // an icon after the words
    property string keys: ""
    property string hint: ""
    property bool isOn: false          // stays marked while what it opened is open
    readonly property color ink: kind === "primary" ? Theme.onSolid
        : kind === "danger" ? Theme.badText
        : kind === "quiet" ? Theme.text2 : Theme.text
    implicitHeight: Theme.control
    implicitWidth: Math.max(Theme.control, row.implicitWidth + Theme.px(text === "" ? 12 : 20))
    opacity: enabled ? 1 : 0.45
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text === "" ? hint : text
    Accessible.description: text === "" ? "" : hint
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    background: Rectangle {
        radius: Theme.radius
        color: {
            switch (button.kind) {
            case "primary": return button.hovered || button.down ? Theme.accentSolidHot : Theme.accentSolid
            case "danger": return Theme.badWash
            }
            if (button.down || button.isOn)
                return Theme.selected
            return button.hovered ? Theme.hover : button.kind === "plain" ? Theme.raised : "transparent"
        }
        Behavior on color { ColorAnimation { duration: Theme.quick } }
        border.width: button.kind === "plain" ? 1 : 0
        border.color: Theme.lineStrong
        FocusRing { isShown: button.visualFocus }
    }
    contentItem: Item { // qmllint disable deferred-property-id
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.px(6)
            Icon {
                visible: button.glyph !== ""
                name: button.glyph
                tint: button.ink
                anchors.verticalCenter: parent.verticalCenter
            }
            AppText {
                visible: button.text !== ""
                text: button.text
                role: "label"
                color: button.ink
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
            Icon {
                visible: button.tail !== ""
                name: button.tail
                tint: Theme.text3
                size: Theme.px(12)
                anchors.verticalCenter: parent.verticalCenter
            }
            AppText {
                visible: button.keys !== ""
                text: button.keys
                role: "caption"
                color: button.kind === "primary" ? Theme.onSolid : Theme.text3
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }
    Hint { words: button.hint; isShown: button.hint !== "" && (button.hovered || button.visualFocus) }
}
