pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// What changed between two versions, word by word: new words underlined, gone ones struck through,
// long stretches that stayed the same cut short.
Item {
    id: changes
    property string dream: ""
    property string before: ""         // digests of the two texts
    property string after: ""
    property int keptMax: 240          // characters of an unchanged stretch that are shown
    readonly property int addedCount: count("added")
    readonly property int removedCount: count("removed")
    readonly property string summary: line.missing ? qsTr("One of the two texts is not in this profile any more.")
        : !line.ready ? qsTr("Comparing…")
        : addedCount + removedCount === 0 ? qsTr("Not a word differs.")
        : qsTr("%1 added, %2 removed", "places in the text").arg(addedCount).arg(removedCount)
    function count(kind: string): int { return line.pieces.filter(p => p.kind === kind).length }
    function safe(words: string): string {
        return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\n/g, "<br>")
    }
    function shortened(words: string): string {
        if (words.length <= changes.keptMax)
            return changes.safe(words)
        const half = changes.keptMax / 2
        return changes.safe(words.slice(0, half)) + " <span style=\"color:" + Theme.text3 + "\">[…]</span> " + changes.safe(words.slice(-half))
    }
    function html(): string {
        const styles = { added: "text-decoration:underline;color:" + Theme.goodText, removed: "text-decoration:line-through;color:" + Theme.badText }
        return line.pieces.map(p => p.kind === "same" ? changes.shortened(p.text)
            : "<span style=\"" + styles[p.kind] + "\">" + changes.safe(p.text) + "</span>").join("")
    }
    implicitHeight: head.height + (page.visible ? page.height : 0)
    Live.Redline { id: line; owner: changes.dream; before: changes.before; after: changes.after }
    AppText {
        id: head
        objectName: "changesSummary"
        width: parent.width
        height: Theme.factRow
        text: changes.summary
        role: "small"
        color: line.missing ? Theme.warnText : Theme.text3
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    TextEdit {
        id: page
        visible: line.ready && !line.missing
        y: head.height
        width: parent.width
        readOnly: true
        selectByMouse: true
        activeFocusOnTab: false
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.RichText
        text: changes.html()
        font.family: Theme.family
        font.pixelSize: Theme.read
        color: Theme.text2
        selectionColor: Theme.selected
        selectedTextColor: Theme.text
        renderType: Text.NativeRendering
        Accessible.role: Accessible.StaticText
        Accessible.name: changes.summary
    }
}
