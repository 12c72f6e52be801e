pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models

// What happened to one thing, newest first, straight from the journal. Reads nothing while it is
// not looked at.
Column {
    id: list
    property string of: ""
    property bool isActive: true
    property int shownMax: 60
    History { id: history; of: list.isActive ? list.of : "" }
    AppText {
        visible: history.count === 0
        width: parent.width
        text: qsTr("Nothing has happened yet.")
        color: Theme.text2
    }
    Repeater {
        model: history
        Item {
            id: line
            required property var model
            required property int index
            visible: line.index < list.shownMax
            width: list.width
            height: visible ? Theme.listRow : 0
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1, %2, by %3").arg(Format.dateTime(line.model.at)).arg(line.model.summary).arg(line.model.actor)
            AppText {
                y: Theme.px(4)
                width: parent.width - time.implicitWidth - Theme.gap
                height: Theme.px(17)
                text: line.model.summary === "" ? Format.spaced(line.model.name) : line.model.summary
                role: "small"
                Accessible.ignored: true
            }
            AppText {
                id: time
                anchors.right: parent.right
                y: Theme.px(4)
                height: Theme.px(17)
                text: Format.clock(line.model.at)
                role: "caption"
                color: Theme.text3
                Accessible.ignored: true
            }
            AppText {
                y: Theme.px(21)
                width: parent.width - Theme.px(90)
                height: Theme.px(14)
                text: qsTr("%1 by %2").arg(line.model.name).arg(line.model.actor)
                role: "caption"
                color: Theme.text3
                Accessible.ignored: true
            }
            AppText {
                anchors.right: parent.right
                y: Theme.px(21)
                height: Theme.px(14)
                text: line.model.receipt ? qsTr("receipt") : qsTr("fact %1").arg(line.model.seq)
                role: "caption"
                color: line.model.receipt ? Theme.goodText : Theme.text3
                Accessible.ignored: true
            }
            Hair { anchors.bottom: parent.bottom; width: parent.width }
        }
    }
}
