pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models

// Chooses a row of another table by what a person calls it, not by its id. Typing narrows.
AppField {
    id: picker
    property string of: ""
    property string value: ""
    property var matches: []
    glyph: "search"
    placeholderText: qsTr("Type to find")
    readonly property int lookedAtMax: 4000   // a longer table is narrowed by its search, or not at all
    readonly property bool isSearched: of === "dreams.dreams"
    function titleOf(dream: var): string {
        const at = titles.indexOf(dream)
        return at < 0 ? "" : titles.at(at).title
    }
    // What a person calls a row: its title or name, else what it is about.
    function nameOf(row: var): string {
        const own = row.title ?? row.name ?? row.what ?? ""
        if (own !== "")
            return own
        if (row.vital !== undefined)
            return qsTr("%1: %2", "system, vital").arg(Format.system(row.stem)).arg(Declared.vital(row.vital))
        const about = row.dream ? picker.titleOf(row.dream) : ""
        const deed = row.goal ?? row.capability ?? ""
        return about === "" ? (deed === "" ? String(row.id ?? "") : deed) : deed === "" ? about : qsTr("%1: %2", "what is done, dream").arg(Format.spaced(deed)).arg(about)
    }
    function show(found: var) {
        picker.matches = found
        list.currentIndex = 0
    }
    function narrow() {
        const asked = picker.text.trim(), typed = asked.toLowerCase(), out = []
        if (picker.isSearched && typed !== "")
            return Engine.search(asked, found => {
                if (asked === picker.text.trim())
                    picker.show(found.slice(0, 8).map(row => ({ key: row.id, word: row.title })))
            })
        for (let i = 0; i < Math.min(rows.count, picker.lookedAtMax) && out.length < 8; ++i) {
            const row = rows.at(i)
            if (typed === "" || picker.nameOf(row).toLowerCase().includes(typed) || String(row.id).toLowerCase().includes(typed))
                out.push({ key: rows.keyAt(i), word: picker.nameOf(row) })
        }
        picker.show(out)
    }
    function empty() {
        picker.value = ""
        picker.text = ""
        picker.matches = []
    }
    function take(at: int) {
        const m = picker.matches[at]
        if (!m)
            return
        picker.value = m.key
        picker.text = m.word
        drop.close()
    }
    onTextEdited: {
        picker.value = ""
        picker.narrow()
        drop.open()
    }
    onPressed: {
        picker.narrow()
        drop.open()
    }
    Keys.onDownPressed: {
        if (!drop.visible) {
            picker.narrow()
            drop.open()
        } else {
            list.incrementCurrentIndex()
        }
    }
    Keys.onUpPressed: list.decrementCurrentIndex()
    Keys.onReturnPressed: picker.take(list.currentIndex)
    onActiveFocusChanged: if (!activeFocus) drop.close()
    Rows { id: rows; of: picker.of }
    Rows { id: titles; of: picker.isSearched ? "" : "dreams.dreams" }
    Sheet {
        id: drop
        y: picker.height + Theme.unit
        width: picker.width
        focus: false
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
        contentItem: ListView { // qmllint disable deferred-property-id
            id: list
            implicitHeight: Math.max(Theme.control, contentHeight)
            model: picker.matches
            Accessible.role: Accessible.List
            Accessible.name: picker.label
            delegate: Rectangle {
                id: line
                required property var modelData
                required property int index
                width: ListView.view.width
                height: Theme.control
                radius: Theme.radius
                color: line.ListView.isCurrentItem ? Theme.selected : "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.name: line.modelData.word
                Accessible.onPressAction: picker.take(line.index)
                AppText { x: Theme.px(8); width: parent.width - 2 * x; height: parent.height; text: line.modelData.word; Accessible.ignored: true }
                HoverHandler { onHoveredChanged: if (hovered) list.currentIndex = line.index }
                TapHandler { onTapped: picker.take(line.index) }
            }
            AppText { visible: list.count === 0; x: Theme.px(8); height: Theme.control; text: qsTr("Nothing matches"); color: Theme.text3 }
        }
    }
}
