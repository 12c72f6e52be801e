pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// What the dream is about: ROOT's concepts as a map or as a table, with the same concept chosen.
Column {
    id: meaning
    property string dream: ""
    property string digest: ""
    property int chosen: -1
    readonly property var nodes: graph.json?.nodes ?? []
    readonly property var ranked: meaning.nodes.map((n, i) => ({ at: i, label: n.label, count: n.count, weight: n.weight }))
        .sort((a, b) => b.weight - a.weight || a.at - b.at)
    readonly property real heaviest: ranked.length > 0 ? Math.max(1, ranked[0].weight) : 1
    onDigestChanged: chosen = -1
    spacing: Theme.px(4)
    Live.Blob { id: graph; owner: meaning.dream; digest: meaning.digest }
    Section {
        width: parent.width
        title: qsTr("Meaning")
        note: qsTr("by ROOT")
        Segmented {
            id: view
            objectName: "meaningView"
            visible: meaning.nodes.length > 0
            label: qsTr("Show the concepts as")
            options: [{ name: "map", word: qsTr("Map") }, { name: "table", word: qsTr("Table") }]
        }
    }
    AppText {
        visible: meaning.nodes.length === 0 && !graph.isLoading
        width: parent.width
        text: graph.missing ? qsTr("The map is not in the Vault any more.") : qsTr("No concepts yet.")
        role: "small"
        color: Theme.text3
        height: Theme.factRow
    }
    ConceptMap {
        objectName: "conceptMap"
        visible: meaning.nodes.length > 0 && view.current === "map"
        width: parent.width
        height: Theme.px(236)
        concepts: graph.json
        selected: meaning.chosen
        onSelectedChanged: meaning.chosen = selected
    }
    ListView {
        id: table
        visible: meaning.nodes.length > 0 && view.current === "table"
        width: parent.width
        height: Math.min(Theme.px(236), contentHeight)
        clip: true
        activeFocusOnTab: true
        model: meaning.ranked
        currentIndex: meaning.ranked.findIndex(r => r.at === meaning.chosen)
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("Concepts by weight")
        Keys.onPressed: event => {
            const by = event.key === Qt.Key_Down ? 1 : event.key === Qt.Key_Up ? -1 : 0
            if (by === 0)
                return
            const to = Math.max(0, Math.min(meaning.ranked.length - 1, table.currentIndex + by))
            meaning.chosen = meaning.ranked[to].at
            event.accepted = true
        }
        delegate: Item {
            id: line
            required property var modelData
            width: ListView.view.width
            height: Theme.tableRow
            Accessible.role: Accessible.Row
            Accessible.name: qsTr("%1, %n times", "", line.modelData.count).arg(line.modelData.label)
            Accessible.onPressAction: meaning.chosen = line.modelData.at
            RowGround { anchors.fill: parent; bleed: 0; isCurrent: line.modelData.at === meaning.chosen; isHot: over.hovered }
            HoverHandler { id: over }
            TapHandler { onTapped: meaning.chosen = line.modelData.at }
            AppText { x: Theme.px(6); width: parent.width - Theme.px(140); height: parent.height; text: line.modelData.label; Accessible.ignored: true }
            Meter {
                anchors.right: parent.right
                anchors.rightMargin: Theme.px(48)
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.px(64)
                value: line.modelData.weight / meaning.heaviest
            }
            AppText {
                anchors.right: parent.right
                anchors.rightMargin: Theme.px(6)
                height: parent.height
                text: Format.number(line.modelData.count)
                Accessible.ignored: true
            }
        }
    }
}
