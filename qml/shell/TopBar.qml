pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import DreamScope.Ui
import DreamScope.Desk
import DreamScope.Models as Live
import DreamScope.Scene

// Where you are, the search, whether the organism is well and busy, and who you are. The small line
// is measured here: facts written in each of the last 40 seconds.
Rectangle {
    id: bar
    property string place: ""
    property string note: ""
    property bool isNarrow: false      // icons rail, short search
    property bool isTight: false       // very little room: no note, no search field
    property alias search: search
    property var paces: []
    property double factsBefore: -1
    readonly property var vital: Live.Engine.vital
    readonly property string tone: Live.Engine.ready ? String(bar.vital.state ?? "") : ""
    readonly property string person: Choices.revision >= 0 && Choices.recall("name") ? String(Choices.recall("name")) : Live.Engine.actor
    signal ran(string name)            // a verb of the window
    signal paletteAsked(string text)
    function initials(name: string): string {
        const words = name.trim().split(/\s+/)
        return (words.length > 1 ? words[0].charAt(0) + words[words.length - 1].charAt(0) : name.slice(0, 2)).toUpperCase()
    }
    color: Theme.surface
    implicitHeight: Theme.topBar
    Connections {
        target: Clock
        function onNowChanged() {
            if (!Live.Engine.ready)
                return
            // A line that is level and stays so is not drawn anew each second.
            if (bar.factsBefore >= 0 && (Live.Engine.facts > bar.factsBefore || bar.paces.length < 40 || bar.paces.some(pace => pace > 0)))
                bar.paces = bar.paces.concat([Math.max(0, Live.Engine.facts - bar.factsBefore)]).slice(-40)
            bar.factsBefore = Live.Engine.facts
        }
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gutter
        anchors.rightMargin: Theme.px(16)
        spacing: Theme.gap
        AppText {
            text: bar.place
            role: "read"
            font.weight: Theme.strong
            Accessible.role: Accessible.Heading
        }
        AppText {
            visible: !bar.isTight
            text: bar.note
            color: Theme.text3
            Layout.fillWidth: true
            Layout.minimumWidth: 0
        }
        Item { visible: bar.isTight; Layout.fillWidth: true }
        AppField {
            id: search
            objectName: "search"
            visible: !bar.isTight
            Layout.preferredWidth: Theme.px(bar.isNarrow ? 240 : 360)
            glyph: "search"
            keys: Keymap.spelt("Ctrl K")
            label: qsTr("Search dreams, systems and commands")
            placeholderText: bar.isNarrow ? qsTr("Search or run") : qsTr("Search or run a command")
            onPressed: bar.paletteAsked("")
            onTextEdited: {
                const typed = text
                clear()
                bar.paletteAsked(typed)
            }
            Keys.onReturnPressed: bar.paletteAsked("")
        }
        AppButton {
            visible: bar.isTight
            kind: "quiet"
            glyph: "search"
            hint: qsTr("Search or run a command")
            onClicked: bar.paletteAsked("")
        }
        Item {
            id: pulse
            Layout.leftMargin: Theme.px(bar.isTight ? 0 : 12)
            Layout.rightMargin: Theme.px(8)
            implicitWidth: words.implicitWidth
            implicitHeight: Theme.control
            Accessible.role: Accessible.StaticText
            Accessible.name: bar.tone === "" ? qsTr("Opening the profile")
                : qsTr("%1, measured %2 ago").arg(bar.vital.sentence ?? "").arg(Format.ageOf(bar.vital.ageMs ?? -1))
            HoverHandler { id: over }
            Hint { words: qsTr("Line: facts written a second, last 40 s"); isShown: over.hovered }
            Row {
                id: words
                height: parent.height
                spacing: Theme.gap
                Dot {
                    condition: !Live.Engine.ready ? "idle" : bar.tone === "well" ? "good" : bar.tone === "busy" ? "busy" : "bad"
                    anchors.verticalCenter: parent.verticalCenter
                }
                Sparkline {
                    visible: !bar.isTight && bar.paces.length > 1
                    width: Theme.px(44)
                    height: Theme.px(20)
                    values: bar.paces
                    ink: bar.tone === "unwell" ? Theme.badMark : bar.tone === "busy" ? Theme.accentMark : Theme.goodMark
                    anchors.verticalCenter: parent.verticalCenter
                }
                AppText {
                    text: bar.tone === "" ? qsTr("Opening") : bar.tone === "well" ? qsTr("Well")
                        : bar.tone === "busy" ? qsTr("Busy") : qsTr("Unwell")
                    role: "label"
                    color: bar.tone === "unwell" ? Theme.badText : Theme.text
                    anchors.verticalCenter: parent.verticalCenter
                    Accessible.ignored: true
                }
                AppText {
                    visible: Live.Engine.ready && !bar.isNarrow
                    text: Format.ageOf(bar.vital.ageMs ?? -1)
                    role: "small"
                    color: Theme.text3
                    anchors.verticalCenter: parent.verticalCenter
                    Accessible.ignored: true
                }
            }
        }
        AppButton {
            objectName: "work"
            kind: "quiet"
            glyph: "work"
            text: Format.number(Live.Engine.running + Live.Engine.queued)
            hint: qsTr("%1 running, %2 waiting").arg(Live.Engine.running).arg(Live.Engine.queued)
            Accessible.name: hint
            onClicked: bar.ran("jobs:")
        }
        AppButton {
            objectName: "noticesButton"
            kind: "quiet"
            glyph: "inbox"
            text: Notices.unread > 0 ? Format.number(Notices.unread) : ""
            hint: Notices.unread > 0 ? qsTr("%n unread notices", "", Notices.unread) : qsTr("Notices")
            Accessible.name: hint
            onClicked: bar.ran("notices:")
        }
        AppButton {
            id: you
            objectName: "you"
            kind: "quiet"
            hint: qsTr("%1 of profile “%2”").arg(bar.person).arg(Live.Engine.profile)
            implicitWidth: Theme.px(28)
            isOn: menu.visible
            onClicked: menu.open()
            Rectangle {
                anchors.centerIn: parent
                width: Theme.px(26)
                height: width
                radius: width / 2
                color: Theme.selected
                AppText {
                    anchors.centerIn: parent
                    text: bar.initials(bar.person)
                    role: "caption"
                    font.weight: Theme.strong
                    color: Theme.accentText
                    Accessible.ignored: true
                }
            }
            AppMenu {
                id: menu
                x: you.width - width
                y: you.height + Theme.unit
                label: you.hint
                entries: ["place:Settings", "look:", "keys:", "place:Manual"].map(name => {
                    const key = Keymap.all.find(k => k.name === name)
                    return { name: name, word: key.word, glyph: key.glyph, keys: key.shown }
                })
                onPicked: name => bar.ran(name)
            }
        }
    }
    Hair { anchors.bottom: parent.bottom; width: parent.width }
}
