import QtQuick
import DreamScope.Ui
import DreamScope.Scene

// What a row offers under the right button and the menu key: what the page adds, then this row or all
// rows as they stand, to the clipboard as Markdown, JSON or CSV.
AppMenu {
    id: menu
    property var fields: []            // { name, type }, as declared
    property var row: null
    property int count: 0
    property var rowAt: at => null
    property var own: []               // entries of the page, which stand first
    readonly property var forms: [{ name: "markdown", word: qsTr("Markdown") }, { name: "json", word: qsTr("JSON") }, { name: "csv", word: qsTr("CSV") }]
    signal said(string words)
    signal chosen(string name)         // one of the page's own
    label: qsTr("Actions of the row")
    entries: menu.own.concat(menu.own.length > 0 ? [null] : [],
        menu.forms.map(f => ({ name: "row." + f.name, word: qsTr("Copy the row as %1").arg(f.word), glyph: "copy" })),
        menu.count > 1 ? [null].concat(menu.forms.map(f => ({ name: "all." + f.name, word: qsTr("Copy all %n rows as %1", "", menu.count).arg(f.word), glyph: "table" }))) : [])
    onPicked: name => {
        const at = name.indexOf("."), form = menu.forms.find(f => f.name === name.slice(at + 1))
        if (at < 0 || !form)
            menu.chosen(name)
        else
            menu.copy(form, name.startsWith("all"))
    }
    function copy(form: var, isAll: bool) {
        const rows = []
        for (let i = 0; isAll && i < menu.count; ++i)
            rows.push(menu.rowAt(i))
        Desktop.copy(Cells.copy(form.name, menu.fields, isAll ? rows.filter(r => r) : [menu.row]))
        menu.said(isAll ? qsTr("%n rows copied as %1", "", rows.length).arg(form.word) : qsTr("Row copied as %1").arg(form.word))
    }
    // Where the pointer is, or below the row for the keyboard.
    function openFor(row: var, item: Item, x: real, y: real) {
        if (!row)
            return
        menu.row = row
        const at = menu.parent.mapFromItem(item, x, y)
        menu.x = Theme.isMirrored ? menu.parent.width - at.x : at.x
        menu.y = at.y
        menu.open()
    }
    function isAsked(event: var): bool { return event.key === Qt.Key_Menu || event.key === Qt.Key_F10 && (event.modifiers & Qt.ShiftModifier) !== 0 }
}
