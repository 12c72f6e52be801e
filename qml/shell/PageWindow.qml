pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import DreamScope.Ui
import DreamScope.Scene

// One page, or one thing of it, in a window of its own beside the main one; the wall fills a screen.
// What leads to another place is followed in the main window.
Window {
    id: window
    property string place: ""
    property string subject: ""
    property string word: ""           // what people call the place
    readonly property bool isWall: place === "Wall"
    property var wallScreen: null      // where the wall stands, if not where the window is
    readonly property var page: body.item
    signal wentTo(string place, string subject)
    signal ended()
    function front() {
        window.show()
        window.raise()
        window.requestActivate()
    }
    function turnFull() { window.visibility = window.visibility === Window.FullScreen ? Window.Windowed : Window.FullScreen }
    width: Theme.px(880)
    height: Theme.px(680)
    minimumWidth: 480
    minimumHeight: 360
    title: qsTr("%1 — DreamScope").arg(window.page?.heading ? window.page.heading : window.word)
    color: Theme.surface
    onClosing: soon.start()
    Component.onCompleted: {
        Desktop.mirror(contentItem)
        if (window.isWall && window.wallScreen)
            window.screen = window.wallScreen
        if (window.isWall)
            window.showFullScreen()
        else
            window.show()
    }
    Timer { id: soon; interval: 0; onTriggered: window.ended() }   // not while it is being closed
    Loader {
        id: body
        anchors.fill: parent
        focus: true
        source: window.place === "" ? "" : Qt.resolvedUrl("../pages/" + window.place + "Page.qml")
        onLoaded: {
            if (window.page.isAlone !== undefined)
                window.page.isAlone = true
            window.page.show(window.subject)
        }
    }
    Toast {
        id: toast
        z: 10
        x: Math.max(Theme.gap, Math.round((window.width - width) / 2))
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(16)
        roomAcross: window.width - 2 * Theme.gap
    }
    Connections {
        target: window.page
        ignoreUnknownSignals: true
        function onSaid(words: string, deed: string, undo: var) { toast.show(words, deed, undo) }
        function onWentTo(place: string, subject: string) { window.wentTo(place, subject) }
        function onGone() { window.close() }
    }
    Shortcut { sequences: ["Ctrl+W"]; onActivated: window.close() }
    Shortcut { sequences: ["F11"]; onActivated: window.isWall ? window.close() : window.turnFull() }
    Shortcut { sequences: ["Escape"]; enabled: window.isWall; onActivated: window.close() }
    Shortcut { sequences: ["Ctrl+Z"]; onActivated: toast.takeBack() }
}
