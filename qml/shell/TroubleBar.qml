import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live
import DreamScope.Scene

// The profile cannot be opened, or not be written any more: what happened, what was kept, what to do.
Rectangle {
    id: bar
    readonly property var said: Trouble.words(Live.Engine.failure)
    property string folder: ""
    implicitHeight: column.height + Theme.px(28)
    color: Theme.badWash
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("%1. %2 %3 %4").arg(said.title).arg(said.happened).arg(kept.text).arg(said.todo)
    Icon { x: Theme.gutter; y: Theme.px(15); name: "stop"; size: Theme.px(20); tint: Theme.badMark }
    Column {
        id: column
        x: Theme.gutter + Theme.px(32)
        y: Theme.px(14)
        width: Math.min(Theme.px(720), parent.width - x - Theme.gutter)
        spacing: Theme.px(4)
        AppText { objectName: "troubleTitle"; width: parent.width; text: bar.said.title; role: "head"; wrapMode: Text.Wrap; Accessible.role: Accessible.Heading }
        AppText { width: parent.width; text: bar.said.happened; wrapMode: Text.Wrap; lineHeight: 1.2 }
        AppText {
            id: kept
            width: parent.width
            text: Live.Engine.ready ? qsTr("Everything that was said to be kept is in the journal, %1 facts. What was refused since then is not; a text you are writing stays in its field.").arg(Format.number(Live.Engine.facts))
                : qsTr("Nothing was changed.")
            color: Theme.text2
            wrapMode: Text.Wrap
            lineHeight: 1.2
        }
        AppText { width: parent.width; text: bar.said.todo; wrapMode: Text.Wrap; lineHeight: 1.2 }
        Flow {
            width: parent.width
            topPadding: Theme.px(6)
            spacing: Theme.gap
            AppButton { objectName: "tryAgain"; text: qsTr("Try again"); onClicked: Live.Engine.reopen() }
            AppButton { objectName: "showProfile"; visible: bar.folder !== ""; kind: "quiet"; text: qsTr("Show the folder"); onClicked: Desktop.showFolder(bar.folder) }
        }
    }
}
