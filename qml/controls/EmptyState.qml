import QtQuick
import DreamScope.Ui

// What would be here, why it is not, and the one thing to do.
Column {
    id: empty
    property string glyph: "dreams"
    property string title: ""
    property string words: ""
    property string deed: ""
    property string keys: ""
    property bool isPrimary: false
    signal done()
    spacing: Theme.px(6)
    width: Theme.px(320)
    Icon { name: empty.glyph; size: Theme.px(24); tint: Theme.text3 }
    AppText {
        width: parent.width
        text: empty.title
        role: "head"
        topPadding: 2
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
    }
    AppText {
        text: empty.words
        color: Theme.text2
        width: parent.width
        wrapMode: Text.Wrap
        lineHeight: 1.3
        bottomPadding: Theme.px(6)
    }
    AppButton {
        objectName: "emptyDeed"
        text: empty.deed
        keys: empty.keys
        kind: empty.isPrimary ? "primary" : "plain"
        visible: empty.deed !== ""
        onClicked: empty.done()
    }
}
