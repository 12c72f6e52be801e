pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui

// Every shortcut of the window, shown by `?`.
Sheet {
    id: sheet
    padding: Theme.px(16)
    property var groups: [
        { word: qsTr("Anywhere"), keys: [
            ["Ctrl K", qsTr("Search or run a command")], ["Ctrl 1, 2", qsTr("Go to a place")],
            ["Ctrl +, −, 0", qsTr("Larger, smaller, usual text")], ["?", qsTr("This list")], ["Esc", qsTr("Close what floats, leave the editor")]] },
        { word: qsTr("Dreams"), keys: [
            ["Ctrl N", qsTr("New dream")], ["↑ ↓", qsTr("Walk through the list")], ["F2", qsTr("Edit the dream")],
            ["Ctrl I", qsTr("Receipts, details, versions, history")], ["Ctrl F", qsTr("Filter the list")], ["Ctrl Shift V", qsTr("Dream from the clipboard")]] }]
    contentItem: Column {
        spacing: Theme.px(14)
        Repeater {
            model: sheet.groups
            Column {
                id: group
                required property var modelData
                AppText { text: group.modelData.word; role: "head"; height: Theme.control; Accessible.role: Accessible.Heading }
                Repeater {
                    model: group.modelData.keys
                    Row {
                        id: line
                        required property var modelData
                        height: Theme.factRow
                        AppText { text: line.modelData[0]; width: Theme.px(112); height: parent.height; role: "small"; color: Theme.text3 }
                        AppText { text: line.modelData[1]; height: parent.height; role: "small" }
                    }
                }
            }
        }
    }
}
