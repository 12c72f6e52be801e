import QtQuick
import QtQuick.Window
import DreamScope.Ui
import DreamScope.Desk
import DreamScope.Models
import DreamScope.Scene

// The window: rail, top bar, one page, status bar, and what floats above them. Knows which place is
// open and how much room there is; everything else belongs to the pages.
Window {
    id: window
    property string place: "Dreams"
    property string subject: ""        // what the place should open: a dream's id, a system's stem
    property bool isPicture: false     // only a picture is wanted: greet nobody, remember nothing
    property bool isLeaving: false     // asked to quit, not only to close
    property bool mayGreet: true       // the first start of an empty profile begins with the five steps
    readonly property real room: width / Theme.scale
    readonly property bool isNarrow: room < Theme.wideFrom
    readonly property bool isTight: room < Theme.pairFrom
    readonly property var page: body.item
    readonly property var places: [
        { name: "Pulse", word: qsTr("Pulse"), glyph: "pulse", count: 0 },
        { name: "Dreams", word: qsTr("Dreams"), glyph: "dreams", count: waiting.count },
        { name: "Agents", word: qsTr("Agents"), glyph: "agents", count: 0 },
        { name: "Passports", word: qsTr("Passports"), glyph: "passports", count: 0, isApart: false },
        { name: "Market", word: qsTr("Market"), glyph: "market", count: 0, isApart: true },
        { name: "Library", word: qsTr("Library"), glyph: "library", count: 0, isApart: false },
        { name: "Operations", word: qsTr("Operations"), glyph: "operations", count: approvals.count, isApart: true },
        { name: "Atlas", word: qsTr("Atlas"), glyph: "atlas", count: 0, isApart: false }]
    readonly property var footPlaces: [
        { name: "Manual", word: qsTr("Manual"), glyph: "info", count: 0 },
        { name: "Settings", word: qsTr("Settings"), glyph: "settings", count: 0 }]
    readonly property string placeWord: window.place === "FirstRun" ? qsTr("Welcome") : window.place === "Wall" ? qsTr("Wall")
        : window.places.concat(window.footPlaces).find(p => p.name === window.place)?.word ?? window.place

    function go(name: string, subject: string) {
        window.subject = subject
        if (window.place !== name)
            window.place = name
        else if (window.page)
            window.page.show(subject)
    }
    // Everything a shortcut, the palette or a link may ask for, as verb:rest.
    function run(name: string) {
        const at = name.indexOf(":")
        const verb = at < 0 ? name : name.slice(0, at), rest = at < 0 ? "" : name.slice(at + 1)
        switch (verb) {
        case "place": return window.go(rest, "")
        case "dream": return window.go("Dreams", rest)
        case "system": return window.go("Atlas", rest)
        case "agent": return window.go("Agents", rest)
        case "passport": return window.go("Passports", rest)
        case "person": return window.askPerson(rest)
        case "setting": return window.go("Settings", rest)
        case "manual": return window.go("Manual", rest)
        case "create": return window.create(rest)
        case "look": return look.open()
        case "keys": return keys.open()
        case "jobs": return jobs.toggle()
        case "notices": return notices.toggle()
        case "undo": return toast.takeBack()
        case "zoom": return window.zoom(Number(rest))
        case "theme": Desktop.theme = rest; return
        case "detach": return window.detach()
        case "wall": return windows.open("Wall", "", qsTr("Wall"))
        case "show": return window.arrive("")
        case "quit": window.isLeaving = true; window.close(); return
        case "palette": return window.askPalette("")
        case "import": return importAsk.ask(rest)
        }
    }
    // From a link or a second start: untrusted, already checked, shown before it is done.
    function arrive(what: string) {
        window.show()
        window.raise()
        window.requestActivate()
        if (what === "unknown:")
            toast.show(qsTr("That address opens nothing here."), "", null)
        else if (what !== "")
            window.run(what)
    }
    function create(title: string) {
        window.go("Dreams", "")
        window.page.startWriting(title, "")
    }
    // What is shown now, once more in a window of its own.
    function detach() {
        if (window.place !== "FirstRun")
            windows.open(window.place, window.page?.here ?? "", window.placeWord)
    }
    function follow(place: string, subject: string) {
        window.raise()
        window.requestActivate()
        window.go(place, subject)
    }
    function askPalette(typed: string) {
        palette.deeds = palette.all()
        palette.ask(typed)
    }
    // Who speaks from here: another person, or the key of this one.
    function askPerson(rest: string) {
        if (rest === "lock")
            return People.lock(People.current, answer => toast.show(answer.ok ? qsTr("Locked. Agents go on.") : answer.sentence, "", null))
        if (rest === "unlock")
            return window.go("Passports", "ask/unlock")
        People.switchTo(rest)
        if (People.isLocked)
            window.go("Passports", "ask/unlock")
    }
    function zoom(by: int) { Desktop.textPercent = by === 0 ? 100 : Desktop.textPercent + by }

    width: 1440
    height: 900
    minimumWidth: 640
    minimumHeight: 420
    visible: true
    title: "DreamScope"
    color: Theme.surface
    Component.onCompleted: Desktop.mirror(contentItem)
    onClosing: close => {
        if (tray.active && !window.isLeaving && Choices.value("close/toTray")) {
            close.accepted = false
            return window.hide()
        }
        windows.closeAll()
        if (window.isPicture)
            return
        Choices.remember("place", window.place)
        Choices.remember("width", window.width)
        Choices.remember("height", window.height)
    }

    Rows { id: waiting; of: "dreams.dreams"; where: ({ state: "failed" }) }
    Rows { id: approvals; of: "operator.items"; where: ({ standing: "waiting" }) }
    Rows {
        id: everything
        readonly property bool isWanted: window.mayGreet && !window.isPicture && !Choices.recall("isGreeted")
        of: isWanted ? "dreams.dreams" : ""
        onReadyChanged: {
            if (isWanted && ready && count === 0)
                window.go("FirstRun", "")
            window.mayGreet = false
        }
    }
    Watch {}
    Binding { target: Money; property: "self"; value: Engine.actor }
    TrayWatch { id: desk }
    Loader {
        id: tray
        active: desk.isThere && !window.isPicture && Qt.platform.pluginName !== "offscreen"
        source: "shell/Tray.qml"
    }
    Connections {
        target: tray.item
        function onRan(name: string) {
            if (name !== "quit:")
                window.arrive("")
            window.run(name)
        }
        function onWentTo(place: string, subject: string) {
            window.arrive("")
            window.go(place, subject)
        }
    }
    Binding { target: tray.item; property: "isLookedAt"; value: window.active; when: tray.item !== null }
    // A key under a passphrase locks itself when nobody touches the window for a while.
    Timer { interval: 20000; running: true; repeat: true; onTriggered: if (window.active) People.touch() }
    Connections {
        target: Engine
        function onReadyChanged() { if (Engine.ready) People.setAutoLock(Choices.value("keys/autoLock")) }
    }
    // The engine's own words follow the language of the window.
    QtObject {
        readonly property string language: qsTr("en", "code of this language: de in German")
        onLanguageChanged: Engine.speak(language)
        Component.onCompleted: Engine.speak(language)
    }

    Rail {
        id: rail
        height: parent.height
        width: implicitWidth
        isNarrow: window.isNarrow
        current: window.place
        places: window.places
        footPlaces: window.footPlaces
        onPicked: name => window.go(name, "")
    }
    TopBar {
        id: bar
        x: rail.width
        width: parent.width - x
        height: implicitHeight
        place: window.placeWord
        note: window.page?.note ?? ""
        isNarrow: window.isNarrow
        isTight: window.isTight
        onPaletteAsked: typed => window.askPalette(typed)
        onRan: name => window.run(name)
    }
    Loader {
        id: body
        x: rail.width
        y: bar.height + (Engine.ready && trouble.active ? trouble.height : 0)
        width: parent.width - x
        height: parent.height - y - status.height
        source: Qt.resolvedUrl("pages/" + window.place + "Page.qml")
        focus: true
        onLoaded: window.page.show(window.subject)
    }
    Rectangle { anchors.fill: body; visible: trouble.active && !Engine.ready; color: Theme.surface }
    Loader {
        id: trouble
        objectName: "trouble"
        x: body.x
        y: bar.height
        width: body.width
        active: Engine.failure !== ""
        sourceComponent: TroubleBar { folder: Choices.place.slice(0, Choices.place.lastIndexOf("/")) }
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
    JobsDrawer {
        id: jobs
        z: 5
        anchors.fill: body
        onDreamAsked: id => {
            jobs.close()
            window.go("Dreams", id)
        }
        onClosed: body.forceActiveFocus()
    }
    NoticesDrawer {
        id: notices
        z: 5
        anchors.fill: body
        onWentTo: (place, subject) => window.go(place, subject)
        onClosed: body.forceActiveFocus()
    }
    Toast {
        id: toast
        z: 10
        readonly property real freeWidth: body.width - Math.max(jobs.covered, notices.covered)
        x: body.x + Math.max(Theme.gap, Math.round((freeWidth - width) / 2))
        anchors.bottom: status.top
        anchors.bottomMargin: Theme.px(16)
        roomAcross: freeWidth - 2 * Theme.gap
    }
    Connections {
        target: window.page
        ignoreUnknownSignals: true
        function onSaid(words: string, deed: string, undo: var) { toast.show(words, deed, undo) }
        function onWentTo(place: string, subject: string) { window.go(place, subject) }
        function onRanOff(name: string) { window.run(name) }
    }
    Connections {
        target: Notices
        function onToast(words: string, place: string, subject: string) {
            toast.show(words, qsTr("Show"), () => window.go(place, subject))
        }
    }

    Windows {
        id: windows
        mainScreen: window.Screen.name
        onWentTo: (place, subject) => window.follow(place, subject)
        onRefused: toast.show(qsTr("So many windows are open already. Close one first."), "", null)
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
        roomAbove: window.height - Theme.px(80)
    }
    ImportAsk {
        id: importAsk
        x: Math.round((window.width - implicitWidth) / 2)
        y: Math.round((window.height - implicitHeight) / 3)
        onAgreed: file => {
            window.go("Dreams", "")
            window.page.importUrls([file])
        }
    }
    Palette {
        id: palette
        width: Math.min(Theme.px(480), window.width - 2 * Theme.pad)
        x: window.isTight ? Theme.pad : bar.x + bar.search.x + bar.search.width - width
        y: Theme.px(6)
        roomAbove: window.height - 2 * y
        places: window.places.concat(window.footPlaces)
        onPicked: name => window.run(name)
    }

    Instantiator {
        model: Keymap.ofWindow
        Shortcut {
            id: bound
            required property var modelData
            sequences: bound.modelData.keys
            onActivated: window.run(bound.modelData.name)
        }
    }
    Instantiator {
        model: window.places.length
        Shortcut {
            id: numbered
            required property int index
            sequences: ["Ctrl+" + (numbered.index + 1)]
            onActivated: window.go(window.places[numbered.index].name, "")
        }
    }
}
