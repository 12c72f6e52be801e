import QtQuick
import QtQuick.Layouts
import DreamScope.Ui

// A short message at the foot of the window, with at most one action (undo).
Rectangle {
    id: toast
    property string words: ""
    property string deed: ""
    property var undo: null
    function show(words: string, deed: string, undo: var) {
        toast.words = words
        toast.deed = deed
        toast.undo = undo
        toast.opacity = 1
        rest.restart()
    }
    function hide() { toast.opacity = 0 }
    visible: opacity > 0
    opacity: 0
    implicitHeight: Theme.px(38)
    implicitWidth: row.implicitWidth + Theme.px(28)
    radius: Theme.radiusLarge
    color: Theme.raised
    border.color: Theme.lineStrong
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words
    Behavior on opacity { NumberAnimation { duration: Theme.slow; easing.type: Theme.ease } }
    Timer { id: rest; interval: 6000; onTriggered: toast.hide() }
    RowLayout {
        id: row
        anchors.centerIn: parent
        spacing: Theme.pad
        AppText { text: toast.words; Layout.maximumWidth: Theme.px(420) }
        LinkText {
            visible: toast.deed !== ""
            text: toast.deed
            role: "label"
            onClicked: {
                toast.hide()
                toast.undo()
            }
        }
    }
}
