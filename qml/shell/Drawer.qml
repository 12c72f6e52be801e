import QtQuick
import DreamScope.Ui

// A panel that slides over the content from the right: a title, one tool, one scrolling body.
// Escape or a press beside it closes it.
FocusScope {
    id: drawer
    property string title: ""
    property string note: ""
    property bool isOpen: false
    default property alias content: slot.data
    property alias tools: tools.data
    readonly property real covered: pane.width * shown   // from the right edge
    signal closed()
    function toggle() { drawer.isOpen ? drawer.close() : drawer.open() }
    function open() {
        drawer.isOpen = true
        drawer.forceActiveFocus(Qt.ShortcutFocusReason)
    }
    function close() {
        drawer.isOpen = false
        drawer.closed()
    }
    property real shown: isOpen ? 1 : 0   // how far it has come out
    Behavior on shown { NumberAnimation { duration: Theme.slow; easing.type: Theme.ease } }
    visible: shown > 0
    enabled: isOpen
    Keys.onEscapePressed: drawer.close()
    Rectangle {
        anchors.fill: parent
        color: Theme.ground
        opacity: 0.5 * drawer.shown
        TapHandler { onTapped: drawer.close() }
    }
    Rectangle {
        id: pane
        x: drawer.width - Math.round(width * drawer.shown)
        width: Math.min(Theme.px(400), drawer.width)
        height: drawer.height
        color: Theme.raised
        Accessible.role: Accessible.Pane
        Accessible.name: drawer.title
        HoverHandler {}
        TapHandler {}                      // a press inside does not close it
        Hair { height: parent.height; color: Theme.lineStrong }
        AppText {
            id: head
            x: Theme.px(20)
            y: Theme.px(10)
            height: Theme.control
            text: drawer.title
            role: "head"
            Accessible.role: Accessible.Heading
        }
        AppText {
            x: head.x + head.width + Theme.gap
            y: head.y
            width: row.x - x - Theme.gap
            height: Theme.control
            text: drawer.note
            role: "small"
            color: Theme.text3
        }
        Row {
            id: row
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(12)
            y: head.y
            spacing: Theme.unit
            Row { id: tools; spacing: Theme.unit }
            AppButton {
                objectName: "closeDrawer"
                kind: "quiet"
                glyph: "cross"
                hint: qsTr("Close")
                onClicked: drawer.close()
            }
        }
        Item {
            id: slot
            y: Theme.px(48)
            width: parent.width
            height: parent.height - y
            clip: true
        }
    }
}
