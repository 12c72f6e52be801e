pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Scene

// A graph with its table twin. Arrow keys walk from node to node, plus and minus zoom, Home shows all
// of it, Return opens the chosen node, Escape lets go; wheel and drag do what they do on a map.
FocusScope {
    id: view
    property alias nodes: scene.nodes
    property alias links: scene.links
    property alias shape: scene.shape
    property alias isTable: head.isTable
    property alias tools: head.tools
    property string title: ""
    property string note: ""
    property string chosenId: ""
    property string emptyWords: qsTr("There is nothing to draw yet.")
    readonly property bool isEmpty: scene.count === 0
    signal picked(string id)
    signal opened(string id)
    signal said(string words)

    function choose(node: int) {
        scene.selected = node
        scene.reveal(node)
        view.chosenId = scene.idOf(node)
        view.picked(view.chosenId)
    }
    onChosenIdChanged: if (scene.idOf(scene.selected) !== view.chosenId) scene.selected = scene.indexOf(view.chosenId)
    Pens { id: pens }
    PictureHead {
        id: head
        width: parent.width
        title: view.title
        note: view.note !== "" ? view.note : scene.summary
        isEmpty: view.isEmpty
        picture: scene
        onSaid: words => view.said(words)
    }
    FocusScope {
        id: stage
        objectName: "graph"
        visible: !head.isTable && !view.isEmpty
        y: head.height + Theme.unit
        width: parent.width
        height: parent.height - y
        focus: true
        clip: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Chart
        Accessible.focusable: true
        Accessible.name: scene.selected < 0 ? qsTr("%1, %2").arg(view.title).arg(scene.summary)
            : scene.degree(scene.selected) === 0 ? qsTr("%1, no links").arg(scene.label(scene.selected))
            : qsTr("%1, linked to %2").arg(scene.label(scene.selected)).arg(scene.neighbourWords(scene.selected))
        Accessible.description: scene.summary
        Accessible.onPressAction: if (scene.selected >= 0) view.opened(view.chosenId); else view.choose(scene.nodeTowards(-1, GraphScene.Right))
        Keys.onPressed: event => {
            switch (event.key) {
            case Qt.Key_Left: view.choose(scene.nodeTowards(scene.selected, GraphScene.Left)); break
            case Qt.Key_Right: view.choose(scene.nodeTowards(scene.selected, GraphScene.Right)); break
            case Qt.Key_Up: view.choose(scene.nodeTowards(scene.selected, GraphScene.Up)); break
            case Qt.Key_Down: view.choose(scene.nodeTowards(scene.selected, GraphScene.Down)); break
            case Qt.Key_Plus: case Qt.Key_Equal: scene.zoomAt(scene.width / 2, scene.height / 2, 1.25); break
            case Qt.Key_Minus: scene.zoomAt(scene.width / 2, scene.height / 2, 0.8); break
            case Qt.Key_Home: scene.fit(); break
            case Qt.Key_Return: case Qt.Key_Enter:
                if (scene.selected < 0)
                    return
                view.opened(view.chosenId)
                break
            case Qt.Key_Escape:
                if (scene.selected < 0)
                    return
                view.choose(-1)
                break
            default: return
            }
            event.accepted = true
        }
        GraphScene {
            id: scene
            anchors.fill: parent
            ink: pens.ink
            title: view.title
            onLookChanged: table.follow()
            onDataChanged: scene.selected = scene.indexOf(view.chosenId)
            HoverHandler {
                onPointChanged: if (!drag.active) scene.hovered = scene.nodeAt(point.position.x, point.position.y)
                onHoveredChanged: if (!hovered) scene.hovered = -1
            }
            TapHandler {
                onTapped: eventPoint => {
                    stage.forceActiveFocus(Qt.MouseFocusReason)
                    view.choose(scene.nodeAt(eventPoint.position.x, eventPoint.position.y))
                }
                onDoubleTapped: if (scene.selected >= 0) view.opened(view.chosenId)
            }
            DragHandler {
                id: drag
                target: null
                property point last
                onActiveChanged: last = Qt.point(0, 0)
                onTranslationChanged: {
                    scene.pan(translation.x - last.x, translation.y - last.y)
                    last = Qt.point(translation.x, translation.y)
                }
            }
            WheelHandler {
                target: null
                acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
                onWheel: event => scene.zoomAt(point.position.x, point.position.y, Math.pow(1.2, event.angleDelta.y / 120))
            }
        }
        Row {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            AppButton { kind: "quiet"; text: "−"; hint: qsTr("Zoom out"); Accessible.name: hint; onClicked: scene.zoomAt(scene.width / 2, scene.height / 2, 0.8) }
            AppButton { kind: "quiet"; text: qsTr("%1 %").arg(Format.number(scene.magnification * 100)); hint: qsTr("Show all of it"); onClicked: scene.fit() }
            AppButton { kind: "quiet"; text: "+"; hint: qsTr("Zoom in"); Accessible.name: hint; onClicked: scene.zoomAt(scene.width / 2, scene.height / 2, 1.25) }
        }
        FocusRing { isShown: stage.activeFocus; anchors.margins: 1 }
    }
    ListView {
        id: table
        objectName: "graphTable"
        visible: head.isTable && !view.isEmpty
        y: head.height + Theme.unit
        width: parent.width
        height: parent.height - y
        clip: true
        reuseItems: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        model: visible ? scene.count : 0
        function follow() { table.currentIndex = scene.selected }
        onCountChanged: Qt.callLater(follow)
        readonly property int labelWidth: Math.floor(width * 0.42)
        Accessible.role: Accessible.Table
        Accessible.name: view.title
        T.ScrollBar.vertical: AppScroll {}
        Keys.onPressed: event => {
            const page = Math.max(1, Math.floor(height / Theme.tableRow) - 1)
            const by = { [Qt.Key_Up]: -1, [Qt.Key_Down]: 1, [Qt.Key_PageUp]: -page, [Qt.Key_PageDown]: page,
                         [Qt.Key_Home]: -scene.count, [Qt.Key_End]: scene.count }[event.key] ?? 0
            if (by !== 0)
                view.choose(Math.max(0, Math.min(scene.count - 1, scene.selected + by)))
            else if (event.key === Qt.Key_Return && scene.selected >= 0)
                view.opened(view.chosenId)
            else
                return
            event.accepted = true
        }
        delegate: Item {
            id: line
            required property int index
            ListView.onPooled: line.visible = false
            ListView.onReused: line.visible = true
            readonly property bool isCurrent: line.index === scene.selected
            readonly property string label: { scene.nodes; return scene.label(line.index) }
            readonly property string others: { scene.links; return scene.neighbourWords(line.index) }
            width: ListView.view.width
            height: Theme.tableRow
            Accessible.role: Accessible.Row
            Accessible.name: line.others === "" ? qsTr("%1, no links").arg(line.label) : qsTr("%1, linked to %2").arg(line.label).arg(line.others)
            Accessible.selected: line.isCurrent
            Accessible.onPressAction: view.choose(line.index)
            HoverHandler { id: over }
            TapHandler {
                onTapped: {
                    table.forceActiveFocus(Qt.MouseFocusReason)
                    view.choose(line.index)
                }
                onDoubleTapped: view.opened(view.chosenId)
            }
            RowGround { anchors.fill: parent; bleed: 0; isCurrent: line.isCurrent; isHot: over.hovered; isFocused: line.isCurrent && table.activeFocus }
            AppText { x: Theme.unit; width: table.labelWidth - Theme.gap; height: parent.height; text: line.label; Accessible.ignored: true }
            AppText {
                x: table.labelWidth
                width: Theme.px(40)
                height: parent.height
                horizontalAlignment: Text.AlignRight
                text: Format.number(scene.degree(line.index))
                color: scene.degree(line.index) === 0 ? Theme.text3 : Theme.text2
                Accessible.ignored: true
            }
            AppText {
                x: table.labelWidth + Theme.px(56)
                width: parent.width - x - Theme.unit
                height: parent.height
                text: line.others === "" ? qsTr("no links") : line.others
                color: line.others === "" ? Theme.text3 : Theme.text2
                Accessible.ignored: true
            }
        }
    }
    AppText {
        visible: view.isEmpty
        y: head.height + Theme.unit
        width: parent.width
        text: view.emptyWords
        color: Theme.text3
        wrapMode: Text.Wrap
        lineHeight: 1.3
    }
}
