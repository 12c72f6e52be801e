import QtQuick
import DreamScope.Ui

// The dreams of a list as a table: the same question, one line each, sorted by any column.
DataTable {
    id: table
    signal opened(string id)
    of: visible ? "dreams.dreams" : ""
    title: qsTr("Dreams")
    // A table that is told what it shows forgets its order first.
    onOfChanged: {
        table.sortBy = "changed"
        table.descending = true
    }
    fields: [
        { name: "title", type: "text" }, { name: "kind", type: "choice" }, { name: "form", type: "choice" }, { name: "state", type: "choice" },
        { name: "score", type: "score" },
        { name: "bytes", type: "unsigned" }, { name: "changed", type: "time" }]
    Keys.onReturnPressed: if (table.chosenKey !== "") table.opened(table.chosenKey)
}
