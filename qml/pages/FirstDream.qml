import QtQuick
import DreamScope.Ui

// What an empty profile says: what a dream is, what will happen to it, and the one button.
EmptyState {
    glyph: "dreams"
    isPrimary: true
    title: qsTr("Write the first dream")
    words: qsTr("Anything worth working on: an idea, a goal, a brief, a journal entry, a dream of the night. Agents on this computer read it, say how it reads, what it means and what it is like, and leave a receipt for each step. Files and folders can be dropped here too.")
    deed: qsTr("New dream")
    keys: Keymap.spelt("Ctrl N")
}
