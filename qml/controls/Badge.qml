import QtQuick
import DreamScope.Ui

// A short state word. Tone: "", accent, good, warn, bad.
Rectangle {
    id: badge
    property string text: ""
    property string tone: ""
    property string glyph: ""
    readonly property color ink: Theme.inkOf(tone)
    implicitHeight: Theme.px(20)
    implicitWidth: row.implicitWidth + Theme.px(12)
    radius: Theme.radiusSmall
    color: Theme.washOf(tone)
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.unit
        Icon {
            visible: badge.glyph !== ""
            name: badge.glyph
            size: Theme.px(12)
            tint: badge.ink
            anchors.verticalCenter: parent.verticalCenter
        }
        AppText {
            text: badge.text
            role: "caption"
            font.weight: Theme.medium
            color: badge.ink
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
