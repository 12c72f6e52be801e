import QtQuick
import DreamScope.Ui
import DreamScope.Scene

// A dream's text as it reads: Markdown set in the window's type, selectable, with long texts folded.
Item {
    id: reader
    property string markdown: ""
    property string title: ""          // what stands above it already
    property bool isOpen: false
    property int words: 0
    readonly property int foldMax: Theme.readLine * 16
    // Cut between two lines, wherever headings have pushed them.
    readonly property int foldAt: page.contentHeight > foldMax ? Math.max(Theme.readLine, page.positionToRectangle(page.positionAt(0, foldMax)).y) : foldMax
    readonly property bool isLong: page.contentHeight > foldMax + Theme.readLine * 4
    readonly property bool isFolded: isLong && !isOpen
    implicitHeight: (isFolded ? foldAt : page.contentHeight) + (isLong ? Theme.px(30) : 0)
    TextEdit {
        id: page
        width: parent.width
        height: reader.isFolded ? reader.foldAt : contentHeight
        clip: true
        readOnly: true
        selectByMouse: true
        activeFocusOnPress: true
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
        Accessible.name: prose.plain(reader.markdown)
        onLinkActivated: address => leaving.ask(address)
        HoverHandler { cursorShape: page.hoveredLink !== "" ? Qt.PointingHandCursor : Qt.IBeamCursor }
    }
    Prose {
        id: prose
        page: page.textDocument
        markdown: reader.markdown
        title: reader.title
        ink: Theme.text
        quiet: Theme.text2
        link: Theme.accentText
        line: Theme.lineStrong
        pixelSize: Theme.read
        lineHeight: Theme.readLine
        monoFamily: Theme.mono
    }
    LinkText {
        visible: reader.isLong
        anchors.bottom: parent.bottom
        objectName: "unfold"
        text: reader.isOpen ? qsTr("Show less") : reader.words > 0
            ? qsTr("Show all %1 words").arg(Format.number(reader.words)) : qsTr("Show the whole text")
        onClicked: reader.isOpen = !reader.isOpen
    }
    Sheet {
        id: leaving
        property string address: ""
        function ask(address: string) {
            leaving.address = address
            leaving.open()
        }
        y: Theme.px(24)
        padding: Theme.px(16)
        contentItem: Column {
            spacing: Theme.px(10)
            AppText { text: qsTr("This link leads outside"); role: "head" }
            AppText { text: leaving.address; width: Theme.px(320); wrapMode: Text.WrapAnywhere; color: Theme.text2 }
            Row {
                spacing: Theme.gap
                AppButton {
                    text: qsTr("Open in the browser")
                    onClicked: {
                        Desktop.openOutside(leaving.address)
                        leaving.close()
                    }
                }
                AppButton {
                    kind: "quiet"
                    text: qsTr("Copy the address")
                    onClicked: {
                        Desktop.copy(leaving.address)
                        leaving.close()
                    }
                }
            }
        }
    }
}
