pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// The places that work today. Icons alone when the window is narrow.
Rectangle {
    id: rail
    property string current: ""
    property var places: []        // { name, word, glyph, count, isApart }
    property var footPlaces: []    // the same, at the foot
    property bool isNarrow: false
    signal picked(string name)
    color: Theme.ground
    implicitWidth: isNarrow ? Theme.railNarrow : Theme.rail
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")
    Item {
        width: parent.width
        height: Theme.topBar
        Icon {
            x: rail.isNarrow ? Math.round((parent.width - width) / 2) : Theme.px(16)
            size: Theme.px(20)
            name: "mark"
            tint: Theme.text
            anchors.verticalCenter: parent.verticalCenter
        }
        AppText {
            visible: !rail.isNarrow
            x: Theme.px(44)
            width: parent.width - x
            height: parent.height
            text: "DreamScope"
            role: "head"
        }
    }
    // Large text in a low window: the places scroll, the foot stays.
    Flickable {
        id: places
        function reveal(item: Item) {
            contentY = Math.max(0, Math.min(Math.max(contentY, item.y + item.height - height), item.y))
        }
        function showCurrent() {
            for (let i = 0; i < entries.count; ++i) {
                const entry = entries.itemAt(i) as RailItem
                if (entry && entry.isCurrent)
                    reveal(entry)
            }
        }
        onHeightChanged: soon.restart()
        onContentHeightChanged: soon.restart()
        y: Theme.topBar + Theme.unit
        width: parent.width
        height: foot.y - y - Theme.unit
        contentHeight: list.height
        interactive: contentHeight > height
        clip: interactive
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: AppScroll {}
        Timer { id: soon; interval: 0; onTriggered: places.showCurrent() }   // the entries have their places by then
        Column {
            id: list
            x: Theme.px(8)
            width: parent.width - 2 * x
            Repeater {
                id: entries
                model: rail.places
                RailItem {
                    required property var modelData
                    width: parent.width
                    topPadding: modelData.isApart ? Theme.px(14) : 0
                    place: modelData
                    isCurrent: modelData.name === rail.current
                    isNarrow: rail.isNarrow
                    onClicked: rail.picked(modelData.name)
                    onIsCurrentChanged: if (isCurrent) places.reveal(this)
                    onActiveFocusChanged: if (activeFocus) places.reveal(this)
                }
            }
        }
    }
    Column {
        id: foot
        x: Theme.px(8)
        width: parent.width - 2 * x
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(8)
        Repeater {
            model: rail.footPlaces
            RailItem {
                required property var modelData
                width: parent.width
                place: modelData
                isCurrent: modelData.name === rail.current
                isNarrow: rail.isNarrow
                onClicked: rail.picked(modelData.name)
            }
        }
    }
    Hair { anchors.right: parent.right; height: parent.height }
}
