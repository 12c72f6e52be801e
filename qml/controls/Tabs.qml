pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// Tabs with counts; the current one is underlined on the divider. Left and Right move between them.
// `options` is a list of { name, word, count } with count optional.
T.Control {
    id: tabs
    property var options: []
    property string current: ""
    property bool hasLine: true
    property string label: qsTr("Tabs")
    property real wordsWidth: 0
    property real countsWidth: 0
    // Tabs stand 20 apart; where room is short they move closer, then leave their counts out, and at
    // last the row can be drawn sideways.
    readonly property bool hasCounts: wordsWidth + countsWidth + Math.max(0, cells.count - 1) * Theme.px(8) <= width
    readonly property int gap: cells.count < 2 ? 0
        : Math.max(Theme.px(8), Math.min(Theme.px(20), Math.floor((width - wordsWidth - (hasCounts ? countsWidth : 0)) / (cells.count - 1))))
    signal picked(string name)
    implicitHeight: Theme.px(36)
    implicitWidth: wordsWidth + countsWidth + Math.max(0, cells.count - 1) * Theme.px(20)
    Timer { id: soon; interval: 0; onTriggered: tabs.measure() }  // once for all that changed together
    function measure() {
        let words = 0, counts = 0
        for (let i = 0; i < cells.count; ++i) {
            words += cells.itemAt(i)?.wordWidth ?? 0
            counts += cells.itemAt(i)?.countWidth ?? 0
        }
        tabs.wordsWidth = words
        tabs.countsWidth = counts
    }
    Accessible.role: Accessible.PageTabList
    Accessible.name: label
    Component.onCompleted: if (current === "" && options.length > 0) current = options[0].name
    function pick(name: string) {
        tabs.current = name
        tabs.picked(name)
    }
    function step(by: int) {
        const at = tabs.options.findIndex(o => o.name === tabs.current)
        const to = Math.max(0, Math.min(tabs.options.length - 1, at + by))
        tabs.pick(tabs.options[to].name)
        const item = cells.itemAt(to) as Item
        if (item)
            item.forceActiveFocus(Qt.TabFocusReason)
    }
    contentItem: Flickable { // qmllint disable deferred-property-id
        clip: true
        contentWidth: row.width
        interactive: contentWidth > width
        boundsBehavior: Flickable.StopAtBounds
        Hair { visible: tabs.hasLine; y: tabs.height - 1; width: Math.max(tabs.width, row.width) }
        Row {
            id: row
            height: parent.height
            spacing: tabs.gap
            Repeater {
                id: cells
                model: tabs.options
                T.AbstractButton {
                    id: cell
                    required property var modelData
                    required property int index
                    readonly property bool isCurrent: cell.modelData.name === tabs.current
                    objectName: "tab." + cell.modelData.name
                    readonly property real wordWidth: word.implicitWidth
                    readonly property real countWidth: cell.modelData.count === undefined ? 0 : count.implicitWidth + Theme.px(6)
                    implicitWidth: words.implicitWidth
                    onWordWidthChanged: soon.restart()
                    onCountWidthChanged: soon.restart()
                    implicitHeight: tabs.height
                    focusPolicy: Qt.TabFocus
                    activeFocusOnTab: cell.isCurrent
                    Accessible.role: Accessible.PageTab
                    Accessible.name: cell.modelData.count === undefined ? cell.modelData.word
                        : qsTr("%1, %2", "tab and its count").arg(cell.modelData.word).arg(cell.modelData.count)
                    Accessible.selected: cell.isCurrent
                    Accessible.onPressAction: clicked()
                    onClicked: tabs.pick(cell.modelData.name)
                    Keys.onLeftPressed: tabs.step(-1)
                    Keys.onRightPressed: tabs.step(1)
                    Keys.onReturnPressed: clicked()
                    contentItem: Item { // qmllint disable deferred-property-id
                        Row {
                            id: words
                            spacing: Theme.px(6)
                            anchors.verticalCenter: parent.verticalCenter
                            AppText {
                                id: word
                                text: cell.modelData.word
                                role: cell.isCurrent ? "label" : "body"
                                color: cell.isCurrent ? Theme.text : cell.hovered ? Theme.text : Theme.text2
                                Accessible.ignored: true
                            }
                            AppText {
                                id: count
                                visible: cell.modelData.count !== undefined && tabs.hasCounts
                                text: cell.modelData.count === undefined ? "" : Format.number(cell.modelData.count)
                                color: Theme.text3
                                Accessible.ignored: true
                            }
                        }
                        Rectangle {
                            visible: cell.isCurrent
                            anchors.bottom: parent.bottom
                            width: parent.width
                            height: 2
                            color: Theme.accentMark
                        }
                        Rectangle {
                            visible: cell.visualFocus
                            anchors.fill: parent
                            anchors.topMargin: Theme.px(5)
                            anchors.bottomMargin: Theme.px(5)
                            color: "transparent"
                            radius: Theme.radiusSmall
                            border.width: 2
                            border.color: Theme.focus
                            anchors.leftMargin: -5
                            anchors.rightMargin: -5
                        }
                    }
                }
            }
        }
    }
}
