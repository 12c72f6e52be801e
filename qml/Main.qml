import QtQuick
import QtQuick.Window
import DreamScope.Ui
import DreamScope.Models
import DreamScope.Scene

// The window: rail, top bar, one page, status bar, and what floats above them. Knows which place is
// open and how much room there is; everything else belongs to the pages.
Window {
    id: window
    property string place: "Dreams"
    property string subject: ""        // what the place should open: a dream's id, a system's stem
    readonly property real room: width / Theme.scale
    readonly property bool isNarrow: room < Theme.wideFrom
    readonly property bool isTight: room < Theme.pairFrom
    readonly property var page: body.item
    readonly property var places: [
        { name: "Dreams", word: qsTr("Dreams"), glyph: "dreams", count: waiting.count },
        { name: "Atlas", word: qsTr("Atlas"), glyph: "atlas", count: 0 }]

    function go(name: string, subject: string) {
        window.subject = subject
        if (window.place !== name)
            window.place = name
        else if (window.page)
            window.page.show(subject)
    }
    function run(name: string) {
        const at = name.indexOf(":")
        const verb = at < 0 ? name : name.slice(0, at), rest = at < 0 ? "" : name.slice(at + 1)
        switch (verb) {
        case "place": return window.go(rest, "")
        case "dream": return window.go("Dreams", rest)
        case "system": return window.go("Atlas", rest)
        case "create":
            window.go("Dreams", "")
            return window.page.startWriting(rest, "")
        case "look": return look.open()
        case "keys": return keys.open()
        case "theme": Desktop.theme = rest; return
        }
    }
    function askPalette(typed: string) { palette.ask(typed) }
    function zoom(by: int) { Desktop.textPercent = by === 0 ? 100 : Desktop.textPercent + by }

    width: 1440
    height: 900
    minimumWidth: 640
    minimumHeight: 420
    visible: true
    title: "DreamScope"
    color: Theme.surface

    Rows { id: waiting; of: "dreams.dreams"; where: ({ state: "failed" }) }

    Rail {
        id: rail
        height: parent.height
        width: implicitWidth
        isNarrow: window.isNarrow
        current: window.place
        places: window.places
        onPicked: name => window.go(name, "")
        onLookAsked: look.open()
    }
    TopBar {
        id: bar
        x: rail.width
        width: parent.width - x
        height: implicitHeight
        place: window.places.find(p => p.name === window.place)?.word ?? window.place
        note: window.page?.note ?? ""
        isNarrow: window.isNarrow
        isTight: window.isTight
        onPaletteAsked: typed => window.askPalette(typed)
        onWorkAsked: window.go("Atlas", "superspine")
    }
    Loader {
        id: body
        x: rail.width
        y: bar.height
        width: parent.width - x
        height: parent.height - y - status.height
        source: Qt.resolvedUrl("pages/" + window.place + "Page.qml")
        focus: true
        onLoaded: window.page.show(window.subject)
    }
    Rectangle {
        anchors.fill: body
        visible: Engine.failure !== ""
        color: Theme.surface
        EmptyState {
            objectName: "cannotOpen"
            x: Theme.gutter
            y: Theme.px(72)
            width: Math.min(Theme.px(480), parent.width - 2 * x)
            glyph: "lock"
            title: qsTr("The profile cannot be opened")
            words: qsTr("%1. Nothing was changed.").arg(Engine.failure)
        }
    }
    StatusBar {
        id: status
        x: rail.width
        y: parent.height - height
        width: parent.width - x
        height: implicitHeight
        isNarrow: window.isNarrow
        isTight: window.isTight
        saving: window.page?.saving ?? ""
    }
    Toast {
        id: toast
        z: 10
        anchors.horizontalCenter: body.horizontalCenter
        anchors.bottom: status.top
        anchors.bottomMargin: Theme.px(16)
        width: implicitWidth
        height: implicitHeight
    }
    Connections {
        target: window.page
        ignoreUnknownSignals: true
        function onSaid(words: string, deed: string, undo: var) { toast.show(words, deed, undo) }
        function onWentTo(place: string, subject: string) { window.go(place, subject) }
    }

    LookSheet {
        id: look
        x: rail.width + Theme.px(8)
        y: window.height - implicitHeight - Theme.px(12)
    }
    KeysSheet {
        id: keys
        x: Math.round((window.width - implicitWidth) / 2)
        y: Math.round((window.height - implicitHeight) / 3)
    }
    Palette {
        id: palette
        width: Math.min(Theme.px(480), window.width - 2 * Theme.pad)
        x: window.isTight ? Theme.pad : bar.x + bar.search.x + bar.search.width - width
        y: Theme.px(6)
        deeds: window.places.map(p => ({ name: "place:" + p.name, word: p.word, glyph: p.glyph, note: qsTr("Place") }))
            .concat([
                { name: "create:", word: qsTr("New dream"), glyph: "plus", note: "Ctrl N" },
                { name: "look:", word: qsTr("Appearance"), glyph: "settings", note: "" },
                { name: "keys:", word: qsTr("Keyboard shortcuts"), glyph: "info", note: "?" },
                { name: "theme:dark", word: qsTr("Dark theme"), glyph: "eye", note: "" },
                { name: "theme:light", word: qsTr("Light theme"), glyph: "eye", note: "" }])
            .concat((Engine.ready ? Engine.systems() : []).map(s => ({
                name: "system:" + s.stem, word: Format.system(s.stem), glyph: "atlas", note: qsTr("System"), isQuiet: true })))
        onPicked: name => window.run(name)
    }

    Shortcut { sequences: ["Ctrl+K"]; onActivated: window.askPalette("") }
    Shortcut { sequences: ["Ctrl+1"]; onActivated: window.go("Dreams", "") }
    Shortcut { sequences: ["Ctrl+2"]; onActivated: window.go("Atlas", "") }
    Shortcut { sequences: ["Ctrl++", "Ctrl+="]; onActivated: window.zoom(10) }
    Shortcut { sequences: ["Ctrl+-"]; onActivated: window.zoom(-10) }
    Shortcut { sequences: ["Ctrl+0"]; onActivated: window.zoom(0) }
    Shortcut { sequences: ["?", "Shift+?", "F1"]; onActivated: keys.open() }
    Shortcut { sequences: ["Ctrl+N"]; onActivated: window.run("create:") }
    Shortcut { sequences: ["Ctrl+Q"]; onActivated: window.close() }
}
