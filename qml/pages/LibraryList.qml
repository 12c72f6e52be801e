pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live

// The artefacts, newest first: what it is and of which dream, who made it, how large, how old.
ListView {
    id: list
    property var rows: null
    property string selected: ""
    property bool isKeyed: true
    signal picked(string id)
    function follow() {
        const at = list.rows.indexOf(list.selected)
        if (at !== list.currentIndex)
            list.currentIndex = at
    }
    onSelectedChanged: follow()
    objectName: "libraryList"
    clip: true
    model: rows
    reuseItems: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    currentIndex: -1
    topMargin: Theme.unit
    bottomMargin: Theme.gap
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Artefacts")
    T.ScrollBar.vertical: AppScroll {}
    Keys.onPressed: event => {
        const leap = Math.max(1, Math.floor(height / Theme.listRow) - 1)
        let to = currentIndex
        switch (event.key) {
        case Qt.Key_Up: to -= 1; break
        case Qt.Key_Down: to += 1; break
        case Qt.Key_PageUp: to -= leap; break
        case Qt.Key_PageDown: to += leap; break
        case Qt.Key_Home: to = 0; break
        case Qt.Key_End: to = count - 1; break
        default: return
        }
        event.accepted = true
        isKeyed = true
        list.picked(list.rows.keyAt(Math.max(0, Math.min(count - 1, to))))
    }
    delegate: Item {
        id: line
        required property var model
        required property int index
        readonly property string key: { list.rows.revision; return list.rows.keyAt(line.index) }
        readonly property bool isCurrent: line.key === list.selected
        // A row that waits to be used again is nobody's business, least of all a screen reader's.
        ListView.onPooled: line.visible = false
        ListView.onReused: line.visible = true
        width: ListView.view.width
        height: Theme.listRow
        Accessible.role: Accessible.ListItem
        Accessible.name: qsTr("%1 of %2, by %3").arg(Format.artefact(line.model.name)).arg(dream.value.title ?? "").arg(Format.system(line.model.agent))
        Accessible.selected: isCurrent
        Accessible.onPressAction: list.picked(line.key)
        Live.Row { id: dream; of: "dreams.dreams"; key: line.model.dream }
        HoverHandler { id: over }
        TapHandler {
            onTapped: {
                list.isKeyed = false
                list.forceActiveFocus(Qt.MouseFocusReason)
                list.picked(line.key)
            }
        }
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: Theme.unit
            anchors.rightMargin: Theme.px(8)
            radius: Theme.radius
            color: line.isCurrent ? Theme.selected : over.hovered ? Theme.hover : "transparent"
            border.width: line.isCurrent && list.activeFocus && list.isKeyed ? 2 : 0
            border.color: Theme.focus
        }
        Icon {
            x: Theme.gutter
            anchors.verticalCenter: parent.verticalCenter
            name: line.model.mediaType === "image/svg+xml" ? "picture" : line.model.mediaType === "text/html" ? "panel" : "table"
            tint: line.isCurrent ? Theme.accentText : Theme.text2
        }
        AppText {
            x: Theme.px(52)
            y: Theme.px(4)
            width: parent.width - x - age.implicitWidth - Theme.px(28)
            height: Theme.px(17)
            text: dream.found ? dream.value.title ?? "" : qsTr("an erased dream")
            role: line.isCurrent ? "label" : "body"
            Accessible.ignored: true
        }
        AppText {
            x: Theme.px(52)
            y: Theme.px(21)
            width: parent.width - x - Theme.px(90)
            height: Theme.px(14)
            text: qsTr("%1, by %2").arg(Format.artefact(line.model.name)).arg(Format.system(line.model.agent))
            role: "caption"
            color: Theme.text3
            Accessible.ignored: true
        }
        AppText {
            id: age
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(18)
            y: Theme.px(4)
            height: Theme.px(17)
            text: Format.age(line.model.at, Clock.minute)
            role: "small"
            color: Theme.text3
            Accessible.ignored: true
        }
        AppText {
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(18)
            y: Theme.px(21)
            height: Theme.px(14)
            text: Format.bytes(line.model.bytes)
            role: "caption"
            color: Theme.text3
            Accessible.ignored: true
        }
    }
}
