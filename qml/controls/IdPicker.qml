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
    function nameOf(row: var): string { return row.title ?? row.name ?? row.goal ?? row.word ?? row.id ?? "" }
    function narrow() {
        const typed = picker.text.trim().toLowerCase(), out = []
        for (let i = 0; i < rows.count && out.length < 8; ++i) {
            const row = rows.at(i)
            if (typed === "" || picker.nameOf(row).toLowerCase().includes(typed) || String(row.id).includes(typed))
                out.push({ key: rows.keyAt(i), word: picker.nameOf(row) })
        }
        picker.matches = out
        list.currentIndex = 0
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
    Sheet {
        id: drop
        y: picker.height + Theme.unit
        width: picker.width
        focus: false
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
        contentItem: ListView {
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
