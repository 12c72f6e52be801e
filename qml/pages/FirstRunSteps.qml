pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// Where one is among the first steps: done, here, ahead. Steps already seen can be gone back to. A
// step may say itself whether it is done; else it is once it lies behind.
Flow {
    id: row
    property var steps: []
    property int current: 0
    property int reached: 0
    property bool isShort: false
    signal picked(int at)
    spacing: Theme.px(18)
    onCurrentChanged: row.reached = Math.max(row.reached, row.current)
    Repeater {
        model: row.steps
        T.AbstractButton {
            id: item
            required property var modelData
            required property int index
            readonly property bool isCurrent: index === row.current
            readonly property bool isDone: item.modelData.isDone ?? item.index < row.current
            implicitWidth: words.width
            implicitHeight: Theme.control
            enabled: index <= row.reached
            text: item.modelData.word
            Accessible.role: Accessible.PageTab
            Accessible.name: qsTr("Step %1: %2").arg(item.index + 1).arg(text)
            Accessible.selected: isCurrent
            Accessible.onPressAction: clicked()
            Keys.onReturnPressed: clicked()
            onClicked: row.picked(item.index)
            contentItem: Item { // qmllint disable deferred-property-id
                Row {
                    id: words
                    height: parent.height
                    spacing: Theme.px(6)
                    Rectangle {
                        width: Theme.px(18)
                        height: width
                        radius: width / 2
                        anchors.verticalCenter: parent.verticalCenter
                        color: item.isCurrent ? Theme.accentSolid : item.isDone ? Theme.goodWash : Theme.hover
                        Icon { visible: item.isDone; anchors.centerIn: parent; name: "check"; size: Theme.px(12); tint: item.isCurrent ? Theme.onSolid : Theme.goodText }
                        AppText {
                            visible: !item.isDone
                            anchors.centerIn: parent
                            text: String(item.index + 1)
                            role: "caption"
                            color: item.isCurrent ? Theme.onSolid : Theme.text3
                            Accessible.ignored: true
                        }
                    }
                    AppText {
                        visible: !row.isShort || item.isCurrent
                        text: item.text
                        role: "small"
                        font.weight: item.isCurrent ? Theme.medium : Theme.regular
                        color: item.isCurrent ? Theme.text : Theme.text3
                        anchors.verticalCenter: parent.verticalCenter
                        Accessible.ignored: true
                    }
                }
                FocusRing { isShown: item.visualFocus }
            }
        }
    }
}
