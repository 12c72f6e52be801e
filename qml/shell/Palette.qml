pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models

// Search and command palette in one: dreams by their text, places, systems, actions. Typing narrows,
// Up and Down choose, Return goes.
Sheet {
    id: palette
    property var deeds: []             // { name, word, glyph, note }: what the window can do now
    property var found: []
    readonly property var lines: {
        const typed = field.text.trim().toLowerCase()
        const own = palette.deeds.filter(d => typed === "" ? !(d.isQuiet ?? false) : d.word.toLowerCase().includes(typed)).slice(0, typed === "" ? 8 : 6)
        const dreams = typed === "" ? [] : palette.found.map(d => ({
            name: "dream:" + d.id, word: d.title, glyph: "dreams", note: Format.kind(d.kind ?? "") }))
        const fresh = typed === "" ? [] : [{ name: "create:" + field.text.trim(), word: qsTr("New dream “%1”").arg(field.text.trim()), glyph: "plus", note: "" }]
        return dreams.slice(0, 8).concat(own, fresh)
    }
    signal picked(string name)
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
    contentItem: Column {
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
            height: Math.min(contentHeight, Theme.px(32) * 10)
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
