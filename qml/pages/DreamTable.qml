import QtQuick
import DreamScope.Ui

// The dreams of a list as a table: the same question, one line each, sorted by any column.
DataTable {
    id: table
    signal opened(string id)
    of: "dreams.dreams"
    title: qsTr("Dreams")
    sortBy: "changed"
    descending: true
    fields: [
        { name: "title", type: "text" }, { name: "kind", type: "choice" }, { name: "state", type: "choice" },
        { name: "score", type: "score" }, { name: "form", type: "string" }, { name: "language", type: "string" },
        { name: "bytes", type: "unsigned" }, { name: "changed", type: "time" }]
    Keys.onReturnPressed: if (table.chosenKey !== "") table.opened(table.chosenKey)
}
