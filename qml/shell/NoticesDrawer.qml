pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Desk

// The notices of this session by their cause, newest first; pressing one goes to what it is about.
Drawer {
    id: drawer
    signal wentTo(string place, string subject)
    title: qsTr("Notices")
    note: Notices.isQuiet ? qsTr("quiet hours until %1").arg(Format.minuteOfDay(Choices.value("quiet/to"))) : ""
    onIsOpenChanged: if (isOpen) Notices.read()
    tools: AppButton {
        objectName: "clearNotices"
        visible: Notices.groups.length > 0
        kind: "quiet"
        text: qsTr("Clear")
        onClicked: Notices.clear()
    }
    EmptyState {
        visible: Notices.groups.length === 0
        x: Theme.px(20)
        width: parent.width - 2 * x
        glyph: "inbox"
        title: qsTr("Nothing to report")
        words: qsTr("Dreams that need you, work that ended and trouble in the organism are named here. What is worth a notice is chosen in the settings.")
        deed: qsTr("Open the settings")
        onDone: {
            drawer.close()
            drawer.wentTo("Settings", "notices")
        }
    }
    ListView {
        id: list
        objectName: "notices"
        anchors.fill: parent
        visible: count > 0
        model: Notices.groups
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: drawer.title
        T.ScrollBar.vertical: AppScroll {}
        delegate: NoticeGroup {
            width: list.width
            onWentTo: (place, subject) => {
                drawer.close()
                drawer.wentTo(place, subject)
            }
        }
    }
}
