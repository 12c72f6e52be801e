pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// A short list of actions. `entries` is a list of { name, word, glyph, keys, tone, isOff }; a null
// entry is a divider. Up, Down, Return and Escape do what they do everywhere.
Sheet {
    id: menu
    property var entries: []
    property string label: qsTr("Menu")
    signal picked(string name)
    onOpened: column.step(0, 1)
    contentItem: Column { // qmllint disable deferred-property-id
        id: column
        property int at: -1
        property real widest: 0            // of its entries, which are all as wide as the column
        width: Math.max(Theme.px(184), widest)
        Accessible.role: Accessible.PopupMenu
        Accessible.name: menu.label
        function step(from: int, by: int) {
            for (let i = from; i >= 0 && i < items.count; i += by) {
                const item = items.itemAt(i) as T.AbstractButton
                if (item && item.enabled && item.visible) {
                    item.forceActiveFocus(Qt.TabFocusReason)
                    return
                }
            }
        }
        Repeater {
            id: items
            model: menu.entries
            T.AbstractButton {
                id: entry
                required property var modelData
                required property int index
                readonly property bool isDivider: entry.modelData === null
                readonly property color ink: entry.modelData?.tone === "bad" ? Theme.badText : Theme.text
                objectName: "menu." + (entry.modelData?.name ?? "divider")
                width: column.width
                implicitWidth: entry.isDivider ? 0 : words.implicitWidth + Theme.px(24)
                onImplicitWidthChanged: column.widest = Math.max(column.widest, implicitWidth)
                implicitHeight: entry.isDivider ? Theme.px(9) : Theme.control
                enabled: !entry.isDivider && !(entry.modelData.isOff ?? false)
                opacity: entry.isDivider || entry.enabled ? 1 : 0.45
                text: entry.modelData?.word ?? ""
                Accessible.role: entry.isDivider ? Accessible.Separator : Accessible.MenuItem
                Accessible.name: text
                Accessible.onPressAction: clicked()
                onClicked: {
                    menu.close()
                    menu.picked(entry.modelData.name)
                }
                onHoveredChanged: if (hovered) entry.forceActiveFocus(Qt.MouseFocusReason)
                Keys.onUpPressed: column.step(entry.index - 1, -1)
                Keys.onDownPressed: column.step(entry.index + 1, 1)
                Keys.onReturnPressed: clicked()
                Keys.onEnterPressed: clicked()
                background: Rectangle {
                    radius: Theme.radius
                    color: entry.activeFocus && !entry.isDivider ? Theme.selected : "transparent"
                    Hair { visible: entry.isDivider; width: parent.width; anchors.verticalCenter: parent.verticalCenter }
                }
                contentItem: Item { // qmllint disable deferred-property-id
                    Row {
                        id: words
                        x: Theme.px(10)
                        height: parent.height
                        spacing: Theme.gap
                        Icon {
                            visible: (entry.modelData?.glyph ?? "") !== ""
                            name: entry.modelData?.glyph ?? ""
                            tint: entry.ink
                            size: Theme.px(14)
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        AppText { text: entry.text; height: parent.height; color: entry.ink; Accessible.ignored: true }
                        AppText { visible: text !== ""; text: entry.modelData?.keys ?? ""; height: parent.height; role: "caption"; color: Theme.text3; Accessible.ignored: true }
                    }
                }
            }
        }
    }
}
