pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// Every shortcut of the window, shown by `?` from the one list.
Sheet {
    id: sheet
    padding: Theme.px(16)
    property real roomAbove: 560       // how tall it may become
    contentItem: Flickable { // qmllint disable deferred-property-id
        id: flick
        implicitWidth: column.width + Theme.px(20)
        implicitHeight: Math.min(column.height, sheet.roomAbove)
        contentHeight: column.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        focus: true
        Keys.onDownPressed: contentY = Math.min(Math.max(0, contentHeight - height), contentY + Theme.tableRow)
        Keys.onUpPressed: contentY = Math.max(0, contentY - Theme.tableRow)
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: column
            readonly property int keysWidth: Math.max(Theme.px(112), Theme.widestOf(Keymap.all.map(k => k.shown), Theme.small) + Theme.px(12))
            spacing: Theme.px(12)
            Repeater {
                model: Keymap.groups
                Column {
                    id: group
                    required property var modelData
                    AppText { text: group.modelData.word; role: "head"; height: Theme.control; Accessible.role: Accessible.Heading }
                    Repeater {
                        model: Keymap.all.filter(k => k.group === group.modelData.name)
                        Row {
                            id: line
                            required property var modelData
                            height: Theme.factRow
                            AppText { text: line.modelData.shown; width: column.keysWidth; height: parent.height; role: "small"; color: Theme.text3 }
                            AppText { text: line.modelData.word; height: parent.height; role: "small" }
                        }
                    }
                }
            }
        }
    }
}
