import QtQuick
import QtQuick.Layouts
import DreamScope.Scene
import DreamScope.Ui

// A short message at the foot of the window, with at most one action (undo). What can be acted on
// stays longer, and longer still for somebody who has it read aloud (WCAG 2.2.1: enough time).
Rectangle {
    id: toast
    property string words: ""
    property string deed: ""
    property var undo: null
    property real roomAcross: 640      // it becomes no wider
    function show(words: string, deed: string, undo: var) {
        toast.words = words
        toast.deed = deed
        toast.undo = undo
        toast.opacity = 1
        rest.interval = deed === "" ? 6000 : Desktop.isReadAloud() ? 60000 : 10000
        rest.restart()
    }
    function hide() { toast.opacity = 0 }
    function takeBack() {
        if (toast.deed === "" || !toast.undo || toast.opacity === 0)
            return
        toast.hide()
        const undo = toast.undo
        toast.undo = null
        undo()
    }
    visible: opacity > 0
    opacity: 0
    height: Math.max(Theme.px(38), row.implicitHeight + Theme.px(16))
    width: Math.min(roomAcross, row.implicitWidth + Theme.px(28))
    radius: Theme.radiusLarge
    color: Theme.raised
    border.color: Theme.lineStrong
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words
    Behavior on opacity { NumberAnimation { duration: Theme.slow; easing.type: Theme.ease } }
    Timer { id: rest; onTriggered: over.hovered ? rest.restart() : toast.hide() }
    HoverHandler { id: over }
    RowLayout {
        id: row
        anchors.centerIn: parent
        spacing: Theme.pad
        AppText { text: toast.words; wrapMode: Text.Wrap; Layout.maximumWidth: Math.min(Theme.px(420), toast.roomAcross - Theme.px(120)) }
        LinkText {
            visible: toast.deed !== ""
            text: toast.deed
            role: "label"
            onClicked: toast.takeBack()
        }
    }
}
