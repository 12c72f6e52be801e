pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live

// What is running and what waits, first what runs: the deed, the dream it is for, who does it.
Column {
    id: queue
    property Live.Past past: null
    readonly property alias running: leasedRows.count
    readonly property int waiting: readyRows.count + waitingRows.count
    readonly property int shownMax: 7
    property var titles: ({})
    property int leased: 0
    property int ready: 0
    property var lines: []
    signal picked(string dream)
    // At most twice a second: a queue at full speed changes faster than anybody reads.
    function gather() {
        const lines = []
        for (const state of ["leased", "ready", "waiting"]) {
            const rows = { leased: leasedRows, ready: readyRows, waiting: waitingRows }[state]
            for (let i = 0; i < rows.count && lines.length < queue.shownMax; ++i) {
                const task = rows.at(i)
                if (task)
                    lines.push(task)
            }
        }
        queue.lines = lines
    }
    Timer { id: soon; interval: 500; onTriggered: queue.gather() }
    Live.Rows { id: leasedRows; of: "superspine.tasks"; past: queue.past; where: ({ state: "leased" }); onRevisionChanged: if (!soon.running) soon.start() }
    Live.Rows { id: readyRows; of: "superspine.tasks"; past: queue.past; where: ({ state: "ready" }); onRevisionChanged: if (!soon.running) soon.start() }
    Live.Rows { id: waitingRows; of: "superspine.tasks"; past: queue.past; where: ({ state: "waiting" }); onRevisionChanged: if (!soon.running) soon.start() }
    Live.Rows {
        id: dreams
        of: "dreams.dreams"
        past: queue.past
        where: ({ id: queue.lines.map(t => t.dream) })
        onRevisionChanged: {
            const found = {}
            for (let i = 0; i < dreams.count; ++i)
                found[dreams.at(i).id] = dreams.at(i).title
            queue.titles = found
        }
    }
    Section {
        width: parent.width
        title: qsTr("Queue")
        note: leasedRows.count + readyRows.count + waitingRows.count === 0 ? ""
            : qsTr("%1 running, %2 ready, %3 waiting").arg(leasedRows.count).arg(readyRows.count).arg(waitingRows.count)
    }
    AppText {
        visible: !leasedRows.isLoading && !readyRows.isLoading && !waitingRows.isLoading && queue.lines.length === 0
        height: Theme.listRow
        text: qsTr("Nothing is running and nothing waits.")
        color: Theme.text3
    }
    Repeater {
        model: queue.lines
        T.AbstractButton {
            id: line
            required property var modelData
            readonly property string dream: queue.titles[line.modelData.dream] ?? ""
            width: queue.width
            implicitHeight: Theme.listRow
            text: Declared.capability(line.modelData.capability)
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("%1, %2, %3, %4").arg(text).arg(line.dream).arg(Format.system(line.modelData.agent)).arg(Format.state(line.modelData.state))
            Accessible.onPressAction: clicked()
            Keys.onReturnPressed: clicked()
            onClicked: queue.picked(line.modelData.dream)
            background: RowGround { isHot: line.hovered; isFocused: line.visualFocus }
            contentItem: Item {
                AppText { y: Theme.px(4); width: parent.width - Theme.px(140); height: Theme.px(17); text: line.text; Accessible.ignored: true }
                AppText { y: Theme.px(21); width: parent.width - Theme.px(140); height: Theme.px(15); text: line.dream; role: "caption"; color: Theme.text3; Accessible.ignored: true }
                AppText { anchors.right: parent.right; anchors.rightMargin: Theme.px(68); width: Theme.px(64); height: parent.height; text: Format.system(line.modelData.agent); role: "small"; color: Theme.text2; Accessible.ignored: true }
                AppText {
                    anchors.right: parent.right
                    width: Theme.px(60)
                    height: parent.height
                    horizontalAlignment: Text.AlignRight
                    text: Format.state(line.modelData.state)
                    role: "small"
                    color: line.modelData.state === "leased" ? Theme.accentText : Theme.text3
                    Accessible.ignored: true
                }
            }
        }
    }
}
