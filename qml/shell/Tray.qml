import QtQuick
import Qt.labs.platform as Platform
import DreamScope.Ui
import DreamScope.Models as Live

// DreamScope in the desktop's tray: how the organism is, by shape and in words, the few things one
// wants from there, and notices while nobody looks at the window. Draws nothing in the window.
Item {
    id: tray
    property bool isLookedAt: false    // the window has the keyboard: a toast says it there
    property string place: ""          // what the last notice is about
    property string subject: ""
    readonly property string tone: Live.Engine.failure !== "" || Live.Engine.vital.state === "unwell" ? "bad" : Notices.unread > 0 ? "look" : "well"
    signal ran(string name)
    signal wentTo(string place, string subject)
    visible: false
    Connections {
        target: Notices
        function onToast(words: string, place: string, subject: string) {
            tray.place = place
            tray.subject = subject
            if (!tray.isLookedAt && icon.supportsMessages)
                icon.showMessage("DreamScope", words)
        }
    }
    Platform.SystemTrayIcon {
        id: icon
        visible: true
        icon.source: "qrc:/icons/tray-" + tray.tone + ".svg"
        tooltip: Live.Engine.failure !== "" ? Trouble.words(Live.Engine.failure).title
            : qsTr("DreamScope: %1; %2 running, %3 waiting").arg(Live.Engine.vital.sentence ?? "").arg(Live.Engine.running).arg(Live.Engine.queued)
        onActivated: reason => {
            if (reason !== Platform.SystemTrayIcon.Context)
                tray.ran("show:")
        }
        onMessageClicked: tray.wentTo(tray.place, tray.subject)
        menu: Platform.Menu {
            Platform.MenuItem { text: qsTr("Open DreamScope"); onTriggered: tray.ran("show:") }
            Platform.MenuItem { text: qsTr("New dream"); onTriggered: tray.ran("create:") }
            Platform.MenuItem { text: qsTr("Running work"); onTriggered: tray.ran("jobs:") }
            Platform.MenuItem { text: Notices.unread > 0 ? qsTr("%n unread notices", "", Notices.unread) : qsTr("Notices"); onTriggered: tray.ran("notices:") }
            Platform.MenuSeparator {}
            Platform.MenuItem { text: qsTr("Quit"); onTriggered: tray.ran("quit:") }
        }
    }
}
