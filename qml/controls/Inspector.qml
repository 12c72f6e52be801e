pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// The right-hand pane: what it is about, tabs, one scrolling column, actions at the foot. Floats
// over the page with a close button when there is no room beside it.
FocusScope {
    id: pane
    property string title: ""
    property string subtitle: ""
    property string glyph: "info"
    property string badgeText: ""
    property string badgeTone: ""
    property bool mayClose: false
    property alias tabs: bar.options
    property alias tab: bar.current
    default property alias content: column.data
    property alias actions: foot.data
    signal closed()
    function scrollUp() { flick.contentY = 0 }
    implicitWidth: Theme.inspector
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Inspector: %1").arg(title)
    Keys.onEscapePressed: event => {
        event.accepted = pane.mayClose
        if (pane.mayClose)
            pane.closed()
    }
    Rectangle { anchors.fill: parent; color: Theme.ground }
    Hair { height: parent.height; color: pane.mayClose ? Theme.lineStrong : Theme.line }
    Item {
        id: head
        x: Theme.px(20)
        y: Theme.px(16)
        width: parent.width - 2 * x
        height: Theme.px(40)
        Rectangle {
            id: mark
            width: Theme.px(36)
            height: width
            radius: Theme.radius
            color: Theme.surface
            border.color: Theme.line
            Icon { anchors.centerIn: parent; name: pane.glyph; size: Theme.px(18); tint: Theme.text }
        }
        AppText {
            x: Theme.px(48)
            width: parent.width - x - right.width - Theme.gap
            height: Theme.px(20)
            text: pane.title
            role: "head"
            Accessible.role: Accessible.Heading
        }
        AppText {
            x: Theme.px(48)
            y: Theme.px(19)
            width: parent.width - x
            height: Theme.px(17)
            text: pane.subtitle
            role: "small"
            color: Theme.text3
        }
        Row {
            id: right
            anchors.right: parent.right
            spacing: Theme.unit
            Badge { visible: pane.badgeText !== ""; text: pane.badgeText; tone: pane.badgeTone }
            AppButton {
                objectName: "closeInspector"
                visible: pane.mayClose
                kind: "quiet"
                glyph: "cross"
                hint: qsTr("Close")
                implicitHeight: Theme.px(20)
                implicitWidth: Theme.px(20)
                onClicked: pane.closed()
            }
        }
    }
    Tabs {
        id: bar
        x: Theme.px(20)
        y: Theme.px(64)
        width: parent.width - 2 * x
        height: implicitHeight
        label: qsTr("Inspector")
    }
    Flickable {
        id: flick
        y: bar.y + bar.height
        width: parent.width
        height: parent.height - y - (feet.visible ? feet.height : 0)
        contentHeight: column.height + Theme.px(28)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: column
            x: Theme.px(20)
            y: Theme.px(12)
            width: flick.width - 2 * x
            spacing: Theme.px(16)
        }
    }
    Rectangle {
        id: feet
        visible: foot.children.length > 0
        anchors.bottom: parent.bottom
        x: 1
        width: parent.width - 1
        height: foot.height + Theme.px(24)
        color: Theme.ground
        Hair { width: parent.width }
        Flow {
            id: foot
            x: Theme.px(19)
            y: Theme.px(12)
            width: parent.width - x - Theme.unit
            spacing: Theme.unit
        }
    }
}
