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
    property bool mayShowMoments: false        // each line leads to the organism as it was then
    signal momentAsked(real fact)
    property bool hasNames: false      // the facts' own names too, for whoever looks into a system
    // What a fact says of itself is a title, or a word of the vocabularies.
    function detail(words: string): string {
        const known = Declared.capabilities[words] ?? Format.known(words)
        return known !== "" ? known : words
    }
    function title(name: string, summary: string): string {
        return summary === "" ? Declared.fact(name) : qsTr("%1: %2", "what happened, to what").arg(Declared.fact(name)).arg(list.detail(summary))
    }
    function by(actor: string): string {
        return actor === "system" ? qsTr("by itself") : actor === "owner" ? qsTr("by you") : qsTr("by %1").arg(actor)
    }
    History { id: history; of: list.isActive ? list.of : "" }
    AppText {
        visible: history.ready && history.count === 0
        width: parent.width
        text: qsTr("Nothing has happened yet.")
        color: Theme.text2
    }
    Reading { isOn: history.isLoading }
    Repeater {
        model: history
        Item {
            id: line
            required property var model
            required property int index
            visible: line.index < list.shownMax
            width: list.width
            height: visible ? said.height + Theme.px(23) : 0
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1, %2, %3").arg(Format.dateTime(line.model.at)).arg(list.title(line.model.name, line.model.summary)).arg(list.by(line.model.actor))
            AppText {
                id: said
                y: Theme.px(4)
                width: parent.width - time.implicitWidth - Theme.gap
                height: Math.max(Theme.px(17), implicitHeight)
                wrapMode: Text.Wrap
                text: list.title(line.model.name, line.model.summary)
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
                y: said.y + said.height
                width: parent.width - Theme.px(90)
                height: Theme.px(14)
                text: list.hasNames ? qsTr("%1, %2", "name of a fact, by whom").arg(line.model.name).arg(list.by(line.model.actor)) : list.by(line.model.actor)
                role: "caption"
                color: Theme.text3
                Accessible.ignored: true
            }
            LinkText {
                id: moment
                visible: list.mayShowMoments
                anchors.right: parent.right
                y: said.y + said.height - 1
                implicitHeight: Theme.px(16)
                role: "caption"
                text: line.model.receipt ? qsTr("receipt") : qsTr("fact %1").arg(line.model.seq)
                Accessible.name: qsTr("Show the organism as it was after fact %1").arg(line.model.seq)
                Hint { words: qsTr("Show this moment"); isShown: moment.hovered || moment.visualFocus }
                onClicked: list.momentAsked(line.model.seq)
            }
            AppText {
                visible: !list.mayShowMoments
                anchors.right: parent.right
                y: said.y + said.height
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
