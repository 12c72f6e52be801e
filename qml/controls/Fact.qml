import QtQuick
import DreamScope.Ui

// One line of an inspector: name left, value beside it, age on the right.
Item {
    id: fact
    property string name: ""
    property string value: ""
    property string note: ""
    property bool isLong: false          // the value may wrap
    property color ink: Theme.text
    property int nameWidth: Theme.factName
    implicitHeight: Math.max(called.height, isLong ? words.implicitHeight + Theme.px(8) : 0)
    width: parent ? parent.width : Theme.px(200)
    Accessible.role: Accessible.StaticText
    Accessible.name: note === "" ? qsTr("%1: %2").arg(name).arg(value) : qsTr("%1: %2, %3").arg(name).arg(value).arg(note)
    AppText {
        id: called
        width: fact.nameWidth - Theme.unit
        height: Math.max(Theme.factRow, implicitHeight + Theme.px(8))
        text: fact.name
        wrapMode: Text.Wrap
        role: "small"
        color: Theme.text3
        Accessible.ignored: true
    }
    AppText {
        id: words
        x: fact.nameWidth
        width: fact.width - x - (aside.visible ? aside.implicitWidth + Theme.gap : 0)
        height: fact.isLong ? implicitHeight : Theme.factRow
        y: fact.isLong ? Theme.px(4) : 0
        wrapMode: fact.isLong ? Text.Wrap : Text.NoWrap
        lineHeight: 1.2
        text: fact.value
        role: "small"
        color: fact.ink
        Accessible.ignored: true
    }
    AppText {
        id: aside
        visible: text !== ""
        anchors.right: parent.right
        height: Theme.factRow
        text: fact.note
        role: "caption"
        color: Theme.text3
        Accessible.ignored: true
    }
}
