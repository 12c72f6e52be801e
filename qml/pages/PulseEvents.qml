pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live

// What was just done, newest first, from the receipts themselves; each leads to its dream.
Column {
    id: events
    readonly property bool isThen: events.receipts.past !== null && events.receipts.past.isPast
    required property Live.Rows receipts       // newest first
    readonly property int shownMax: 11
    property var lines: []
    property var titles: ({})
    signal picked(string dream)
    signal dreamsAsked()
    function gather() {
        const lines = []
        for (let i = 0; i < Math.min(events.shownMax, events.receipts.count); ++i) {
            const receipt = events.receipts.at(i)
            if (receipt)
                lines.push(receipt)
        }
        events.lines = lines
    }
    Component.onCompleted: gather()
    Timer { id: soon; interval: 500; onTriggered: events.gather() }
    Connections {
        target: events.receipts
        function onRevisionChanged() {
            if (events.lines.length === 0)
                events.gather()
            else if (!soon.running)
                soon.start()
        }
    }
    Live.Rows {
        id: dreams
        of: "dreams.dreams"
        past: events.receipts.past
        where: ({ id: events.lines.map(r => r.dream) })
        onRevisionChanged: {
            const found = {}
            for (let i = 0; i < dreams.count; ++i)
                found[dreams.at(i).id] = dreams.at(i).title
            events.titles = found
        }
    }
    Section { width: parent.width; title: events.isThen ? qsTr("Events until then") : qsTr("Live events"); note: events.lines.length > 0 ? qsTr("from the receipts") : "" }
    Reading { isOn: events.receipts.isLoading; height: Theme.listRow }
    EmptyState {
        visible: !events.receipts.isLoading && events.receipts.count === 0 && !events.isThen
        width: Math.min(Theme.px(420), events.width)
        topPadding: Theme.px(6)
        glyph: "dreams"
        title: qsTr("No agent has done anything yet")
        words: qsTr("Agents work a dream as soon as there is one. Each step leaves a receipt, and stands here the moment it ends.")
        deed: qsTr("Open Dreams")
        keys: Keymap.spelt("Ctrl 2")
        isPrimary: true
        onDone: events.dreamsAsked()
    }
    Repeater {
        model: events.lines
        T.AbstractButton {
            id: line
            required property var modelData
            readonly property string dream: events.titles[line.modelData.dream] ?? ""
            // What was done stands behind the title, and is not to be cut off by a long one.
            readonly property string about: title.elidedText
            readonly property string deed: Format.inner(Format.deed(line.modelData.capability))
            TextMetrics {
                id: title
                text: line.dream
                font.family: Theme.family
                font.pixelSize: Theme.body
                elide: Text.ElideRight
                elideWidth: Math.max(Theme.px(48), line.width - Theme.px(64) - Theme.px(60)
                    - Theme.widthOf(qsTr("%1 on “%2”: %3").arg(Format.system(line.modelData.agent)).arg("").arg(line.deed), Theme.body))
            }
            readonly property bool isDone: line.modelData.outcome === "done"
            width: events.width
            implicitHeight: Theme.tableRow
            text: line.dream === "" ? qsTr("%1: %2").arg(Format.system(line.modelData.agent)).arg(line.deed)
                : qsTr("%1 on “%2”: %3").arg(Format.system(line.modelData.agent)).arg(line.about).arg(line.deed)
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("%1, %2, %3").arg(Format.clock(line.modelData.at)).arg(text).arg(Format.state(line.modelData.outcome))
            Accessible.onPressAction: clicked()
            Keys.onReturnPressed: clicked()
            onClicked: events.picked(line.modelData.dream)
            background: RowGround { isHot: line.hovered; isFocused: line.visualFocus; hasLine: false }
            contentItem: Item { // qmllint disable deferred-property-id
                AppText { id: stamp; height: parent.height; text: Format.clock(line.modelData.at); role: "small"; color: Theme.text3; Accessible.ignored: true }
                AppText {
                    x: Theme.px(64)
                    width: parent.width - x - took.implicitWidth - Theme.gap
                    height: parent.height
                    text: line.text
                    color: line.isDone ? Theme.text2 : Theme.warnText
                    Accessible.ignored: true
                }
                AppText {
                    id: took
                    anchors.right: parent.right
                    height: parent.height
                    text: line.isDone ? Format.duration(line.modelData.duration) : Format.state(line.modelData.outcome)
                    role: "small"
                    color: line.isDone ? Theme.text3 : Theme.warnText
                    Accessible.ignored: true
                }
            }
        }
    }
}
