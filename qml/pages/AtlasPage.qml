pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Desk
import DreamScope.Models as Live

// Every system of the organism, by organ, each with the state it measured last; one of them open.
FocusScope {
    id: page
    property string selected: ""
    property var states: ({})
    readonly property real room: width / Theme.scale
    readonly property bool isNarrow: room < 1000 || !(Choices.revision >= 0 && Choices.value("look/inspector"))
    readonly property bool isTight: room < 700
    readonly property bool showsList: !isTight || selected === ""
    readonly property var systems: Live.Engine.ready ? Live.Engine.systems() : []
    readonly property string note: systems.length > 0 ? qsTr("%n systems", "", systems.length) : ""
    readonly property string saving: ""
    readonly property var lines: {
        const typed = field.text.trim().toLowerCase(), out = []
        let organ = ""
        const fits = page.systems.filter(s => typed === "" || (Format.system(s.stem) + " " + s.stem + " " + s.purpose).toLowerCase().includes(typed))
        const organs = []
        for (const s of fits)
            if (!organs.includes(s.organ))
                organs.push(s.organ)
        for (const o of organs)
            for (const s of fits.filter(f => f.organ === o)) {
                out.push({ system: s, head: organ === o ? "" : Declared.organ(o) })
                organ = o
            }
        return out
    }
    signal said(string words, string deed, var undo)
    signal wentTo(string place, string subject)
    function show(subject: string) {
        if (subject !== "")
            page.selected = subject
        else
            page.pickFirst()
    }
    function pickFirst() {
        if (page.selected === "" && page.width > 0 && !page.isTight && page.systems.length > 0)
            page.selected = page.systems[0].stem
    }
    onIsTightChanged: soon.restart()
    Timer { id: soon; interval: 0; onTriggered: page.pickFirst() }
    function startWriting(title: string, body: string) { page.wentTo("Dreams", "") }
    function judge() {
        const found = {}
        for (const s of page.systems) {
            const all = Live.Engine.vitals(s.stem).map(v => v.state)
            found[s.stem] = all.length === 0 ? "idle" : all.includes("failing") ? "bad"
                : all.some(v => v === "look") ? "warn" : "good"
        }
        page.states = found
    }
    onSystemsChanged: {
        page.judge()
        page.pickFirst()
    }
    Connections {
        target: Live.Engine
        function onVitalsChanged() { page.judge() }
    }

    ColumnLayout {
        id: side
        visible: page.showsList
        width: page.isTight ? page.width : page.room < 1180 ? Theme.px(232) : Theme.px(264)
        height: parent.height
        spacing: 0
        AppField {
            id: field
            objectName: "systemFilter"
            Layout.leftMargin: Theme.gutter
            Layout.rightMargin: Theme.px(16)
            Layout.topMargin: Theme.px(8)
            Layout.bottomMargin: Theme.px(4)
            Layout.fillWidth: true
            glyph: "filter"
            placeholderText: qsTr("Filter systems")
            Keys.onDownPressed: list.forceActiveFocus(Qt.TabFocusReason)
        }
        ListView {
            id: list
            objectName: "systemList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            focus: true
            activeFocusOnTab: true
            bottomMargin: Theme.gap
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            model: page.lines
            currentIndex: page.lines.findIndex(l => l.system.stem === page.selected)
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Systems")
            T.ScrollBar.vertical: AppScroll {}
            property bool isKeyed: true
            Keys.onPressed: event => {
                const at = currentIndex
                let to = at
                switch (event.key) {
                case Qt.Key_Up: to = at - 1; break
                case Qt.Key_Down: to = at + 1; break
                case Qt.Key_Home: to = 0; break
                case Qt.Key_End: to = page.lines.length - 1; break
                default: return
                }
                event.accepted = true
                isKeyed = true
                to = Math.max(0, Math.min(page.lines.length - 1, to))
                if (page.lines.length > 0)
                    page.selected = page.lines[to].system.stem
            }
            delegate: Item {
                id: line
                required property var modelData
                required property int index
                readonly property string stem: line.modelData.system.stem
                readonly property bool isCurrent: line.stem === page.selected
                width: ListView.view.width
                height: Theme.tableRow + (head.visible ? head.height : 0)
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1, %2").arg(Format.system(line.stem)).arg(line.modelData.system.organ)
                Accessible.selected: isCurrent
                Accessible.onPressAction: page.selected = line.stem
                AppText {
                    id: head
                    visible: line.modelData.head !== ""
                    x: Theme.gutter
                    height: Theme.px(30)
                    verticalAlignment: Text.AlignBottom
                    bottomPadding: Theme.px(4)
                    text: line.modelData.head
                    role: "small"
                    color: Theme.text3
                }
                Item {
                    y: head.visible ? head.height : 0
                    width: parent.width
                    height: Theme.tableRow
                    Rectangle {
                        anchors.fill: parent
                        anchors.leftMargin: Theme.unit
                        anchors.rightMargin: Theme.px(8)
                        radius: Theme.radius
                        color: line.isCurrent ? Theme.selected : over.hovered ? Theme.hover : "transparent"
                        border.width: line.isCurrent && list.activeFocus && list.isKeyed ? 2 : 0
                        border.color: Theme.focus
                    }
                    HoverHandler { id: over }
                    TapHandler {
                        onTapped: {
                            list.isKeyed = false
                            list.forceActiveFocus(Qt.MouseFocusReason)
                            page.selected = line.stem
                        }
                    }
                    Dot {
                        x: Theme.px(14) - width / 2
                        anchors.verticalCenter: parent.verticalCenter
                        size: Theme.px(7)
                        condition: page.states[line.stem] ?? "idle"
                    }
                    AppText {
                        id: name
                        x: Theme.gutter
                        width: parent.width - x - Theme.px(16) - (count.visible ? count.implicitWidth + Theme.px(8) : 0)
                        height: parent.height
                        text: Format.system(line.stem)
                        role: line.isCurrent ? "label" : "body"
                        Accessible.ignored: true
                    }
                    AppText {
                        id: count
                        visible: name.implicitWidth + implicitWidth < parent.width - Theme.px(48)
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.px(18)
                        height: parent.height
                        text: line.modelData.system.stem
                        role: "caption"
                        color: Theme.text3
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
    Hair { visible: side.visible && !page.isTight; x: side.width - 1; height: parent.height }
    SystemPage {
        id: open
        visible: !page.isTight || !page.showsList
        x: page.isTight ? 0 : side.width
        width: page.width - x
        height: parent.height
        isNarrow: page.isNarrow
        isTight: page.isTight
        system: page.systems.find(s => s.stem === page.selected) ?? null
        onBackAsked: page.selected = ""
        onSaid: words => page.said(words, "", null)
    }
    Shortcut { sequences: ["Ctrl+F"]; enabled: page.visible; onActivated: field.forceActiveFocus(Qt.ShortcutFocusReason) }
    Shortcut {
        sequences: ["Ctrl+I"]
        enabled: page.visible
        onActivated: {
            if (page.room >= 1000)
                Choices.set("look/inspector", page.isNarrow)
            else
                open.isSideOpen = !open.isSideOpen
        }
    }
}
