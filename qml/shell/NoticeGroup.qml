pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// The notices of one cause: one line says what they come to; more than one unfold below it. Each leads
// to what it is about.
Column {
    id: group
    required property var modelData
    property bool isOpen: false
    readonly property bool isMany: modelData.lines.length > 1
    signal wentTo(string place, string subject)

    component Line: T.AbstractButton {
        id: line
        property real at: 0
        property string tone: ""
        property string glyph: ""
        property int inset: 0
        width: group.width
        implicitHeight: words.implicitHeight + Theme.px(32)
        Accessible.role: Accessible.ListItem
        Accessible.name: qsTr("%1, %2").arg(text).arg(Format.day(at))
        Accessible.onPressAction: clicked()
        Keys.onReturnPressed: clicked()
        Keys.onEnterPressed: clicked()
        contentItem: Item { // qmllint disable deferred-property-id
            Rectangle { anchors.fill: parent; color: line.hovered ? Theme.hover : "transparent" }
            FocusRing { isShown: line.visualFocus }
            Dot { visible: line.tone !== ""; x: Theme.px(20); y: Theme.px(10); condition: line.tone }
            AppText {
                id: words
                x: Theme.px(42) + line.inset
                y: Theme.px(7)
                width: parent.width - x - Theme.px(line.glyph === "" ? 20 : 44)
                text: line.text
                wrapMode: Text.Wrap
                role: group.isMany && line.tone !== "" ? "label" : "body"
                Accessible.ignored: true
            }
            AppText {
                x: words.x
                y: words.y + words.height + 1
                height: Theme.px(14)
                text: Format.day(line.at)
                role: "caption"
                color: Theme.text3
                Accessible.ignored: true
            }
            Icon { visible: line.glyph !== ""; x: parent.width - width - Theme.px(18); y: Theme.px(8); name: line.glyph; size: Theme.px(14); tint: Theme.text3 }
        }
    }
    Line {
        objectName: "notice." + group.modelData.cause
        text: Notices.headline(group.modelData)
        at: group.modelData.at
        tone: group.modelData.tone
        glyph: !group.isMany ? "" : group.isOpen ? "down" : "right"
        Accessible.description: !group.isMany ? "" : group.isOpen ? qsTr("unfolded") : qsTr("folded")
        onClicked: {
            if (group.isMany)
                group.isOpen = !group.isOpen
            else
                group.wentTo(group.modelData.lines[0].place, group.modelData.lines[0].subject)
        }
    }
    Repeater {
        model: group.isMany && group.isOpen ? group.modelData.lines : []
        Line {
            id: one
            required property var modelData
            text: one.modelData.words
            at: one.modelData.at
            inset: Theme.px(12)
            onClicked: group.wentTo(one.modelData.place, one.modelData.subject)
        }
    }
}
