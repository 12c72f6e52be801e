pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live

// The accounts of one token: whose, what for, what is on it, and what of that is held back.
ListView {
    id: list
    required property Live.Rows rows
    property string selected: ""
    property bool isKeyed: true
    signal picked(string id)
    onSelectedChanged: follow()
    function follow() {
        const at = list.rows.indexOf(list.selected)
        if (at !== list.currentIndex)
            list.currentIndex = at
    }
    objectName: "ledgerAccounts"
    clip: true
    model: rows
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    currentIndex: -1
    topMargin: Theme.unit
    bottomMargin: Theme.gap
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Accounts")
    T.ScrollBar.vertical: AppScroll {}
    Keys.onPressed: event => {
        const leap = Math.max(1, Math.floor(height / Theme.listRow) - 1)
        let to = currentIndex
        switch (event.key) {
        case Qt.Key_Up: to -= 1; break
        case Qt.Key_Down: to += 1; break
        case Qt.Key_PageUp: to -= leap; break
        case Qt.Key_PageDown: to += leap; break
        case Qt.Key_Home: to = 0; break
        case Qt.Key_End: to = count - 1; break
        default: return
        }
        event.accepted = true
        isKeyed = true
        list.picked(list.rows.keyAt(Math.max(0, Math.min(count - 1, to))))
    }
    delegate: Item {
        id: line
        required property var model
        required property int index
        readonly property string key: { list.rows.revision; return list.rows.keyAt(line.index) }
        readonly property bool isCurrent: line.key === list.selected
        readonly property bool isHolding: !Money.isNothing(line.model.held)
        width: ListView.view.width
        height: Theme.listRow
        Accessible.role: Accessible.ListItem
        Accessible.name: qsTr("%1, %2: %3").arg(Money.owner(line.model.owner)).arg(Money.purpose(line.model.purpose)).arg(Money.full(line.model.balance, line.model.token))
        Accessible.selected: isCurrent
        Accessible.onPressAction: list.picked(line.key)
        HoverHandler { id: over }
        TapHandler {
            onTapped: {
                list.isKeyed = false
                list.forceActiveFocus(Qt.MouseFocusReason)
                list.picked(line.key)
            }
        }
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: Theme.unit
            anchors.rightMargin: Theme.px(8)
            radius: Theme.radius
            color: line.isCurrent ? Theme.selected : over.hovered ? Theme.hover : "transparent"
            border.width: line.isCurrent && list.activeFocus && list.isKeyed ? 2 : 0
            border.color: Theme.focus
        }
        Icon {
            x: Theme.gutter
            anchors.verticalCenter: parent.verticalCenter
            name: line.model.owner === "house" ? "storage" : String(line.model.owner).startsWith("agent:") ? "agents" : "user"
            tint: line.isCurrent ? Theme.accentText : Theme.text2
        }
        AppText {
            x: Theme.px(52)
            y: Theme.px(4)
            width: parent.width - x - amount.implicitWidth - Theme.px(28)
            height: Theme.px(17)
            text: Money.owner(line.model.owner)
            role: line.isCurrent ? "label" : "body"
            Accessible.ignored: true
        }
        AppText {
            x: Theme.px(52)
            y: Theme.px(21)
            width: parent.width - x - (holding.visible ? holding.implicitWidth + Theme.px(28) : Theme.px(18))
            height: Theme.px(14)
            text: Money.purpose(line.model.purpose)
            role: "caption"
            color: Theme.text3
            Accessible.ignored: true
        }
        AppText {
            id: amount
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(18)
            y: Theme.px(4)
            height: Theme.px(17)
            text: Money.amount(line.model.balance)
            role: "body"
            color: String(line.model.balance).startsWith("-") ? Theme.text3 : Theme.text
            Accessible.ignored: true
        }
        AppText {
            id: holding
            visible: line.isHolding
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(18)
            y: Theme.px(21)
            height: Theme.px(14)
            text: qsTr("%1 held back").arg(Money.amount(line.model.held))
            role: "caption"
            color: Theme.warnText
            Accessible.ignored: true
        }
    }
}
