pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Desk

// The notices of this session, newest first; pressing one goes to what it is about.
Drawer {
    id: drawer
    signal wentTo(string place, string subject)
    title: qsTr("Notices")
    note: Notices.isQuiet ? qsTr("quiet hours until %1").arg(Format.minuteOfDay(Choices.value("quiet/to"))) : ""
    onIsOpenChanged: if (isOpen) Notices.unread = 0
    tools: AppButton {
        objectName: "clearNotices"
        visible: Notices.list.count > 0
        kind: "quiet"
        text: qsTr("Clear")
        onClicked: Notices.clear()
    }
    EmptyState {
        visible: Notices.list.count === 0
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
        model: Notices.list
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: drawer.title
        T.ScrollBar.vertical: AppScroll {}
        delegate: T.AbstractButton {
            id: line
            required property var model
            width: list.width
            implicitHeight: words.implicitHeight + Theme.px(32)
            text: line.model.words
            Accessible.role: Accessible.ListItem
            Accessible.name: text
            Accessible.onPressAction: clicked()
            Keys.onReturnPressed: clicked()
            onClicked: {
                drawer.close()
                drawer.wentTo(line.model.place, line.model.subject)
            }
            contentItem: Item { // qmllint disable deferred-property-id
                Rectangle { anchors.fill: parent; color: line.hovered ? Theme.hover : "transparent" }
                FocusRing { isShown: line.visualFocus }
                Dot { x: Theme.px(20); y: Theme.px(10); condition: line.model.tone }
                AppText {
                    id: words
                    x: Theme.px(42)
                    y: Theme.px(7)
                    width: parent.width - x - Theme.px(20)
                    text: line.text
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
                AppText {
                    x: Theme.px(42)
                    y: words.y + words.height + 1
                    height: Theme.px(14)
                    text: Format.day(line.model.at)
                    role: "caption"
                    color: Theme.text3
                    Accessible.ignored: true
                }
            }
        }
    }
}
