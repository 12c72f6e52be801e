import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// One place in the rail: an icon, a word, and how many things there want a person.
T.AbstractButton {
    id: item
    property var place: null           // { name, word, glyph, count }
    readonly property string glyph: place?.glyph ?? ""
    readonly property int count: place?.count ?? 0
    property bool isNarrow: false
    property bool isCurrent: false
    objectName: "rail." + (place?.name ?? "")
    text: place?.word ?? ""
    implicitHeight: Theme.control + topPadding
    implicitWidth: Theme.px(32)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: count > 0 ? qsTr("%1, %n to look at", "", count).arg(text) : text
    Accessible.selected: isCurrent
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    background: Item {
        Rectangle {
            y: item.topPadding
            width: parent.width
            height: Theme.control
            radius: Theme.radius
            color: item.isCurrent ? Theme.selected : item.hovered ? Theme.hover : "transparent"
            FocusRing { isShown: item.visualFocus }
        }
    }
    contentItem: Item { // qmllint disable deferred-property-id
        Icon {
            name: item.glyph
            x: item.isNarrow ? Math.round((item.width - width) / 2) : Theme.px(8)
            anchors.verticalCenter: parent.verticalCenter
            tint: item.isCurrent ? Theme.accentText : Theme.text2
        }
        AppText {
            visible: !item.isNarrow
            x: Theme.px(32)
            width: parent.width - x - Theme.px(8) - (count.visible ? count.implicitWidth + Theme.unit : 0)
            height: parent.height
            text: item.text
            role: item.isCurrent ? "label" : "body"
            color: item.isCurrent ? Theme.text : Theme.text2
            Accessible.ignored: true
        }
        AppText {
            id: count
            visible: !item.isNarrow && item.count > 0
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(8)
            height: parent.height
            text: Format.number(item.count)
            role: "small"
            color: item.isCurrent ? Theme.text2 : Theme.text3
            Accessible.ignored: true
        }
        Rectangle {
            visible: item.isNarrow && item.count > 0
            x: item.width - Theme.px(12)
            y: Theme.px(5)
            width: Theme.px(6)
            height: width
            radius: width / 2
            color: Theme.accentMark
        }
    }
    Hint { words: item.isNarrow ? item.text : ""; isShown: item.hovered || item.visualFocus }
}
