pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// Two to five exclusive choices. `options` is a list of { name, word }.
Rectangle {
    id: choice
    property var options: []
    property string current: options.length > 0 ? options[0].name : ""
    property string label: ""
    signal picked(string name)
    implicitHeight: Theme.control
    implicitWidth: row.implicitWidth + 4
    radius: Theme.radius
    color: Theme.hover
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: label
    function step(by: int) {
        const at = choice.options.findIndex(o => o.name === choice.current)
        const to = Math.max(0, Math.min(choice.options.length - 1, at + by))
        choice.pick(choice.options[to].name)
        const item = cells.itemAt(to) as Item
        if (item)
            item.forceActiveFocus(Qt.TabFocusReason)
    }
    function pick(name: string) {
        choice.current = name
        choice.picked(name)
    }
    Row {
        id: row
        x: 2
        y: 2
        Repeater {
            id: cells
            model: choice.options
            T.AbstractButton {
                id: cell
                required property var modelData
                readonly property bool isCurrent: cell.modelData.name === choice.current
                objectName: "segment." + cell.modelData.name
                implicitWidth: word.implicitWidth + Theme.px(20)
                implicitHeight: choice.height - 4
                activeFocusOnTab: cell.isCurrent
                Accessible.role: Accessible.RadioButton
                Accessible.name: cell.modelData.word
                Accessible.checked: cell.isCurrent
                Accessible.onPressAction: clicked()
                onClicked: choice.pick(cell.modelData.name)
                Keys.onLeftPressed: choice.step(-1)
                Keys.onRightPressed: choice.step(1)
                background: Rectangle {
                    radius: Theme.radius - 1
                    color: cell.isCurrent ? Theme.thumb : "transparent"
                    border.width: cell.isCurrent && !Theme.isDark ? 1 : 0
                    border.color: Theme.lineStrong
                    FocusRing { isShown: cell.visualFocus }
                }
                contentItem: AppText { // qmllint disable deferred-property-id
                    id: word
                    horizontalAlignment: Text.AlignHCenter
                    text: cell.modelData.word
                    role: "small"
                    font.weight: cell.isCurrent ? Theme.medium : Theme.regular
                    color: cell.isCurrent ? Theme.text : Theme.text2
                    Accessible.ignored: true
                }
            }
        }
    }
}
