pragma Singleton
import QtQuick

// The one list of shortcuts: the window binds the ones without a page, `?` and the palette show them
// all. A page binds its own keys itself; a test compares them with this list.
QtObject {
    id: keymap
    readonly property var all: keymap.list.map(k => Object.assign({}, k, { shown: keymap.spelt(k.shown) }))
    readonly property var list: [
        { name: "palette:", keys: ["Ctrl+K"], shown: "Ctrl K", word: qsTr("Search or run a command"), group: "any", glyph: "search", isHidden: true },
        { name: "create:", keys: ["Ctrl+N"], shown: "Ctrl N", word: qsTr("New dream"), group: "any", glyph: "plus" },
        { name: "places:", keys: [], shown: "Ctrl 1…9", word: qsTr("Go to a place"), group: "any", isHidden: true },
        { name: "place:Settings", keys: ["Ctrl+,"], shown: "Ctrl ,", word: qsTr("Settings"), group: "any", glyph: "settings" },
        { name: "place:Manual", keys: ["F1"], shown: "F1", word: qsTr("Manual"), group: "any", glyph: "info" },
        { name: "jobs:", keys: ["Ctrl+J"], shown: "Ctrl J", word: qsTr("Running work"), group: "any", glyph: "work" },
        { name: "notices:", keys: ["Ctrl+Shift+N"], shown: "Ctrl Shift N", word: qsTr("Notices"), group: "any", glyph: "inbox" },
        { name: "undo:", keys: ["Ctrl+Z"], shown: "Ctrl Z", word: qsTr("Undo what was just said at the foot"), group: "any", isHidden: true },
        { name: "zoom:10", keys: ["Ctrl++", "Ctrl+="], shown: "Ctrl +", word: qsTr("Larger text"), group: "any", glyph: "eye" },
        { name: "zoom:-10", keys: ["Ctrl+-"], shown: "Ctrl −", word: qsTr("Smaller text"), group: "any", glyph: "eye" },
        { name: "zoom:0", keys: ["Ctrl+0"], shown: "Ctrl 0", word: qsTr("Usual text size"), group: "any", glyph: "eye" },
        { name: "look:", keys: ["Ctrl+Shift+L"], shown: "Ctrl Shift L", word: qsTr("Appearance"), group: "any", glyph: "eye" },
        { name: "keys:", keys: ["?", "Shift+?"], shown: "?", word: qsTr("Keyboard shortcuts"), group: "any", glyph: "info" },
        { name: "close:", keys: ["Ctrl+Q"], shown: "Ctrl Q", word: qsTr("Close the window"), group: "any", glyph: "cross" },
        { name: "", keys: ["Escape"], shown: "Esc", word: qsTr("Close what floats, leave the editor"), group: "any", page: "any" },
        { name: "", keys: ["Up", "Down"], shown: "↑ ↓", word: qsTr("Walk through a list"), group: "page", page: "any" },
        { name: "", keys: ["Ctrl+F"], shown: "Ctrl F", word: qsTr("Filter the page"), group: "page", page: "any" },
        { name: "", keys: ["Ctrl+I"], shown: "Ctrl I", word: qsTr("Open or fold the inspector"), group: "page", page: "any" },
        { name: "", keys: ["F2"], shown: "F2", word: qsTr("Edit the dream"), group: "page", page: "Dreams" },
        { name: "", keys: ["Ctrl+Shift+V"], shown: "Ctrl Shift V", word: qsTr("Dream from the clipboard"), group: "page", page: "Dreams" },
        { name: "", keys: ["Ctrl+S"], shown: "Ctrl S", word: qsTr("Save the artefact to a file"), group: "page", page: "Library" }]
    readonly property var ofWindow: all.filter(k => k.name !== "" && k.keys.length > 0)
    readonly property var groups: [
        { name: "any", word: qsTr("Anywhere") },
        { name: "page", word: qsTr("On a page") }]
    // Keys are called what stands on them: "Strg" on a German keyboard.
    function spelt(keys: string): string {
        return keys.replace("Ctrl", qsTr("Ctrl", "the key")).replace("Shift", qsTr("Shift", "the key"))
    }
    function shownFor(name: string): string { return keymap.all.find(k => k.name === name)?.shown ?? "" }
}
