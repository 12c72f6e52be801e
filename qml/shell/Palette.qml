pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Desk
import DreamScope.Models

// Search and command palette in one: dreams by their text, places, systems, actions. Typing narrows,
// Up and Down choose, Return goes.
Sheet {
    id: palette
    property var places: []
    property var deeds: []             // { name, word, glyph, note }: what the window can do now
    property var found: []
    property real roomAbove: Theme.px(420) // how tall it may be
    readonly property var lines: {
        const typed = field.text.trim().toLowerCase()
        const own = palette.deeds.filter(d => typed === "" ? !(d.isQuiet ?? false) : palette.fits(d, typed)).slice(0, typed === "" ? 10 : 7)
        const dreams = typed === "" ? [] : palette.found.map(d => ({
            name: "dream:" + d.id, word: d.title, glyph: "dreams", note: Format.kind(d.kind ?? "") }))
        const fresh = typed === "" ? [] : [{ name: "create:" + field.text.trim(), word: qsTr("New dream “%1”").arg(field.text.trim()), glyph: "plus", note: "" }]
        return dreams.slice(0, 8).concat(own, fresh)
    }
    signal picked(string name)
    // Every place, shortcut, setting, chapter, system and command there is.
    function all(): var {
        const systems = Engine.ready ? Engine.systems() : []
        const quiet = (name, word, glyph, note) => ({ name: name, word: word, glyph: glyph, note: note, isQuiet: true })
        const own = Keymap.ofWindow.filter(k => !(k.isHidden ?? false) && !k.name.startsWith("place:"))
        return palette.places.map((p, at) => ({ name: "place:" + p.name, word: p.word, glyph: p.glyph,
                                                note: Keymap.shownFor("place:" + p.name) || Keymap.spelt("Ctrl " + (at + 1)) }))
            .concat(own.map(k => ({ name: k.name, word: k.word, glyph: k.glyph, note: k.shown, isQuiet: k.name.startsWith("zoom:") })))
            .concat([
                quiet("theme:dark", qsTr("Dark theme"), "eye", qsTr("Appearance")),
                quiet("theme:light", qsTr("Light theme"), "eye", qsTr("Appearance")),
                quiet("theme:system", qsTr("Theme of the system"), "eye", qsTr("Appearance")),
                quiet("setting:backups", qsTr("Backups: folder, rhythm, twelve words"), "settings", qsTr("Setting")),
                quiet("setting:mirror", qsTr("Mirror folder: every dream as Markdown and JSON"), "settings", qsTr("Setting")),
                quiet("place:FirstRun", qsTr("Welcome: the first steps"), "mark", qsTr("Place"))])
            .concat(Choices.all().map(c => quiet("setting:" + c.key, SettingWords.word(c.key), "settings", qsTr("Setting"))))
            .concat(Guide.chapters(qsTr("en", "code of this language: de in German")).map(c => quiet("manual:" + c.name, c.title, "info", qsTr("Manual"))))
            .concat(systems.map(s => quiet("system:" + s.stem, Format.system(s.stem), "atlas", qsTr("System"))))
            .concat(systems.reduce((found, s) => found.concat(s.commands.map(c => quiet("system:" + s.stem,
                qsTr("%1: %2", "system: command").arg(Format.system(s.stem)).arg(Format.tail(c.name)), "operations", qsTr("Command")))), []))
    }
    function fits(deed: var, typed: string): bool {
        const word = deed.word.toLowerCase()
        return typed.split(/\s+/).every(part => word.includes(part))
    }
    function ask(typed: string) {
        field.text = typed
        palette.found = []
        palette.open()
        field.forceActiveFocus()
        field.cursorPosition = typed.length
        if (typed !== "")
            rest.restart()
    }
    function take(at: int) {
        const line = palette.lines[at]
        if (!line)
            return
        palette.close()
        palette.picked(line.name)
    }
    padding: 1
    bottomPadding: Theme.px(6)
    Timer {
        id: rest
        interval: 90                   // one search per pause, not per letter
        onTriggered: {
            const typed = field.text.trim()
            if (typed === "")
                palette.found = []
            else
                Engine.search(typed, found => {
                    if (typed === field.text.trim())
                        palette.found = found
                })
        }
    }
    contentItem: Column { // qmllint disable deferred-property-id
        AppField {
            id: field
            objectName: "paletteField"
            width: parent.width
            implicitHeight: Theme.px(40)
            glyph: "search"
            placeholderText: qsTr("Search or run a command")
            background: Item {
                Icon { name: "search"; tint: Theme.text3; x: Theme.px(10); anchors.verticalCenter: parent.verticalCenter; size: Theme.px(14) }
                Hair { width: parent.width; anchors.bottom: parent.bottom }
            }
            onTextEdited: {
                list.currentIndex = 0
                rest.restart()
            }
            Keys.onUpPressed: list.decrementCurrentIndex()
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onReturnPressed: palette.take(list.currentIndex)
            Keys.onEnterPressed: palette.take(list.currentIndex)
        }
        Item { width: 1; height: Theme.px(6) }
        ListView {
            id: list
            x: Theme.px(5)
            width: parent.width - 2 * x
            height: Math.min(contentHeight, Theme.px(32) * 10, palette.roomAbove - field.height - Theme.px(16))
            clip: true
            model: palette.lines
            keyNavigationWraps: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Results")
            delegate: Rectangle {
                id: line
                required property var modelData
                required property int index
                width: ListView.view.width
                height: Theme.px(32)
                radius: Theme.radius
                color: line.ListView.isCurrentItem ? Theme.selected : "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.name: line.modelData.note === "" ? line.modelData.word : qsTr("%1, %2").arg(line.modelData.word).arg(line.modelData.note)
                Accessible.onPressAction: palette.take(line.index)
                Icon {
                    x: Theme.px(8)
                    anchors.verticalCenter: parent.verticalCenter
                    name: line.modelData.glyph
                    tint: line.ListView.isCurrentItem ? Theme.accentText : Theme.text2
                }
                AppText {
                    x: Theme.px(34)
                    width: parent.width - x - note.implicitWidth - Theme.px(20)
                    height: parent.height
                    text: line.modelData.word
                    Accessible.ignored: true
                }
                AppText {
                    id: note
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.px(10)
                    height: parent.height
                    text: line.modelData.note
                    role: "small"
                    color: Theme.text3
                    Accessible.ignored: true
                }
                HoverHandler { onHoveredChanged: if (hovered) list.currentIndex = line.index }
                TapHandler { onTapped: palette.take(line.index) }
            }
        }
    }
}
