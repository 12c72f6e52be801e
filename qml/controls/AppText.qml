import QtQuick
import DreamScope.Ui

// All words on screen. `role` picks size and weight; `color` stays a theme role. Plain text always:
// nothing a person or an agent wrote is taken as markup here.
Text {
    id: words
    property string role: "body"   // caption, small, body, label, head, read, title, figure
    readonly property bool isStrong: role === "head" || role === "title"
    color: Theme.text
    font.family: Theme.family
    font.pixelSize: {
        switch (words.role) {
        case "caption": return Theme.caption
        case "small": return Theme.small
        case "read": return Theme.read
        case "title": return Theme.title
        case "figure": return Theme.figure
        }
        return Theme.body
    }
    font.weight: isStrong ? Theme.strong : role === "label" || role === "figure" ? Theme.medium : Theme.regular
    font.letterSpacing: role === "title" ? -0.2 : role === "figure" ? -0.5 : 0
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText
    elide: wrapMode === Text.NoWrap ? Text.ElideRight : Text.ElideNone
    renderType: Text.NativeRendering
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
