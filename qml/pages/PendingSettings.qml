pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Desk

// What an imported file would change, before anything is changed.
Rectangle {
    id: bar
    property var changes: []           // { key, from, to }
    property int unknown: 0
    signal taken()
    signal refused()
    function typeOf(key: string): string {
        for (const choice of Choices.all())
            if (choice.key === key)
                return choice.type
        return ""
    }
    implicitHeight: column.height + Theme.px(24)
    radius: Theme.radius
    color: Theme.accentWash
    Accessible.role: Accessible.Dialog
    Accessible.name: head.text
    Column {
        id: column
        x: Theme.px(14)
        y: Theme.px(12)
        width: parent.width - 2 * x
        spacing: Theme.px(8)
        AppText { id: head; text: qsTr("This file would change %n settings", "", bar.changes.length); role: "head"; Accessible.role: Accessible.Heading }
        Column {
            width: parent.width
            Repeater {
                model: bar.changes
                Fact {
                    required property var modelData
                    nameWidth: Theme.px(200)
                    name: SettingWords.word(modelData.key)
                    value: qsTr("%1, now %2", "new value, old value").arg(SettingWords.value(modelData.key, bar.typeOf(modelData.key), modelData.to))
                        .arg(SettingWords.value(modelData.key, bar.typeOf(modelData.key), modelData.from))
                }
            }
        }
        AppText {
            visible: bar.unknown > 0
            width: parent.width
            text: qsTr("%n entries are unknown here and are left out.", "", bar.unknown)
            role: "small"
            color: Theme.text2
            wrapMode: Text.Wrap
        }
        Row {
            spacing: Theme.gap
            AppButton { objectName: "takeSettings"; text: qsTr("Take over"); onClicked: bar.taken() }
            AppButton { objectName: "leaveSettings"; kind: "quiet"; text: qsTr("Leave as it is"); onClicked: bar.refused() }
        }
    }
}
