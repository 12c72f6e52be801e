import QtQuick
import DreamScope.Ui
import DreamScope.Scene

// Markdown of our own, set to be read. Says which link was pressed; opens nothing itself.
TextEdit {
    id: page
    property string markdown: ""
    property bool isComplete: false    // completing a TextEdit clears what was set into it before
    signal followed(string address)
    Component.onCompleted: isComplete = true
    height: contentHeight
    readOnly: true
    selectByMouse: true
    activeFocusOnTab: false
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.RichText
    font.family: Theme.family
    font.pixelSize: Theme.read
    color: Theme.text
    selectionColor: Theme.selected
    selectedTextColor: Theme.text
    renderType: Text.NativeRendering
    Accessible.role: Accessible.StaticText
    Accessible.name: prose.plain(page.markdown)
    onLinkActivated: address => page.followed(address)
    HoverHandler { cursorShape: page.hoveredLink !== "" ? Qt.PointingHandCursor : Qt.IBeamCursor }
    Prose {
        id: prose
        page: page.textDocument
        markdown: page.isComplete ? page.markdown : ""
        ink: Theme.text
        quiet: Theme.text2
        link: Theme.accentText
        line: Theme.lineStrong
        pixelSize: Theme.read
        lineHeight: Theme.readLine
        monoFamily: Theme.mono
    }
}
