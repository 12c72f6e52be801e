import QtQuick
import DreamScope.Models

// What agents made of one dream, by artefact name: the newest digest of each. A page asks for
// `digest("concepts")` and hands it to a Blob.
Item {
    id: shelf
    property string dream: ""
    property var newest: ({})
    readonly property int count: items.count
    visible: false
    function digest(name: string): string { return shelf.newest[name]?.digest ?? "" }
    function gather() {
        const found = {}
        for (let i = 0; i < items.count; ++i) {
            const item = items.at(i)
            if (item)
                found[item.name] = item    // sorted by id: a later one wins
        }
        shelf.newest = found
    }
    Rows {
        id: items
        of: "dreamvault.items"
        where: ({ dream: shelf.dream })
        sortBy: "id"
        onRevisionChanged: shelf.gather()
    }
}
