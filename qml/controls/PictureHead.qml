import QtQuick
import DreamScope.Ui

// The line above a chart or graph: what it shows, since when, the table twin one press away, and
// copies of it. `picture` is the item that draws.
Item {
    id: head
    property string title: ""
    property string note: ""
    property bool isTable: false
    property bool isEmpty: false
    property var picture: null
    default property alias tools: slot.data
    signal said(string words)
    implicitHeight: Math.max(Theme.control, remark.implicitHeight + Theme.unit)
    AppText {
        id: words
        height: Theme.control
        width: Math.min(implicitWidth, parent.width - buttons.width - Theme.gap)
        text: head.title
        role: "head"
        Accessible.role: Accessible.Heading
    }
    AppText {
        id: remark
        x: words.width + Theme.gap
        y: Math.max(0, Math.round((Theme.control - implicitHeight) / 2))
        width: Math.max(0, buttons.x - x - Theme.gap)
        text: head.note
        wrapMode: Text.Wrap
        role: "small"
        color: Theme.text3
    }
    Row {
        id: buttons
        anchors.right: parent.right
        Row { id: slot }
        AppButton {
            objectName: "twin"
            kind: "quiet"
            visible: !head.isEmpty
            glyph: "table"
            isOn: head.isTable
            hint: head.isTable ? qsTr("Show %1 as a picture").arg(head.title) : qsTr("Show %1 as a table").arg(head.title)
            onClicked: head.isTable = !head.isTable
        }
        AppButton {
            id: copyButton
            objectName: "copyPicture"
            kind: "quiet"
            visible: !head.isEmpty
            glyph: "copy"
            hint: qsTr("Copy %1").arg(head.title)
            isOn: menu.visible
            onClicked: menu.open()
            AppMenu {
                id: menu
                y: copyButton.height + Theme.unit
                x: copyButton.width - width
                label: qsTr("Copy %1").arg(head.title)
                entries: [
                    { name: "png", word: qsTr("Copy as picture"), glyph: "picture" },
                    { name: "svg", word: qsTr("Copy as SVG"), glyph: "picture" },
                    { name: "csv", word: qsTr("Copy as CSV"), glyph: "table" }]
                onPicked: name => {
                    if (head.picture && head.picture.copyAs(name))
                        head.said(qsTr("Copied as %1").arg(name.toUpperCase()))
                }
            }
        }
    }
}
