import QtQuick
import DreamScope.Ui
import DreamScope.Scene

// The concept graph one can walk with the arrow keys: neighbours of the chosen node light up and are
// named below. Home goes to the centre, Escape lets go.
FocusScope {
    id: map
    property var concepts: ({})
    property int selected: -1
    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    Accessible.focusable: true
    Accessible.name: scene.count === 0 ? qsTr("Concept map, empty")
        : selected < 0 ? qsTr("Concept map, %n concepts, centre %1", "", scene.count).arg(scene.label(scene.center))
        : qsTr("%1, linked to %2").arg(scene.label(selected)).arg(scene.neighbourWords(selected))
    Accessible.onPressAction: map.selected = scene.center
    Keys.onPressed: event => {
        switch (event.key) {
        case Qt.Key_Left: map.selected = scene.nodeTowards(map.selected, ConceptScene.Left); break
        case Qt.Key_Right: map.selected = scene.nodeTowards(map.selected, ConceptScene.Right); break
        case Qt.Key_Up: map.selected = scene.nodeTowards(map.selected, ConceptScene.Up); break
        case Qt.Key_Down: map.selected = scene.nodeTowards(map.selected, ConceptScene.Down); break
        case Qt.Key_Home: map.selected = scene.center; break
        case Qt.Key_Escape:
            if (map.selected < 0)
                return
            map.selected = -1
            break
        default: return
        }
        event.accepted = true
    }
    ConceptScene {
        id: scene
        width: parent.width
        height: parent.height - caption.height
        concepts: map.concepts ?? ({})
        selected: map.selected
        zoom: Theme.scale
        family: Theme.family
        ground: Theme.surface
        edge: Theme.lineStrong
        edgeHot: Theme.series2
        dot: Theme.text3
        dotHot: Theme.accentMark
        ink: Theme.text
        ink2: Theme.text2
        ink3: Theme.text3
        HoverHandler {
            onPointChanged: scene.hovered = scene.nodeAt(point.position.x, point.position.y)
            onHoveredChanged: if (!hovered) scene.hovered = -1
        }
        TapHandler {
            onTapped: eventPoint => {
                map.forceActiveFocus(Qt.MouseFocusReason)
                map.selected = scene.nodeAt(eventPoint.position.x, eventPoint.position.y)
            }
        }
    }
    AppText {
        id: caption
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.px(18)
        role: "caption"
        color: Theme.text3
        text: map.selected < 0 ? "" : qsTr("%1 with %2").arg(scene.label(map.selected)).arg(scene.neighbourWords(map.selected))
        Accessible.ignored: true
    }
    FocusRing { isShown: map.activeFocus }
}
