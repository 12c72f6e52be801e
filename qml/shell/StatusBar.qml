import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// What is kept and under which key: the quiet foot of the window.
Rectangle {
    id: bar
    property bool isNarrow: false
    property bool isTight: false
    property string saving: ""
    color: Theme.ground
    implicitHeight: Theme.statusBar
    Hair { width: parent.width }
    Row {
        id: left
        x: Theme.gutter
        height: parent.height
        spacing: Theme.px(16)
        AppText {
            height: parent.height
            text: bar.saving !== "" ? bar.saving : Live.Engine.ready ? qsTr("Everything saved") : qsTr("Opening the journal")
            role: "caption"
            color: Theme.text2
        }
        AppText {
            height: parent.height
            visible: Live.Engine.ready && !bar.isTight
            text: qsTr("Journal %1 facts on %Ln pages", "", Live.Engine.pages).arg(Format.number(Live.Engine.facts))
            role: "caption"
            color: Theme.text3
        }
        AppText {
            height: parent.height
            visible: Live.Engine.fingerprint !== "" && !bar.isNarrow
            text: qsTr("Signed by %1").arg(Live.Engine.fingerprint)
            role: "caption"
            color: Theme.text3
        }
    }
    AppText {
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(16)
        height: parent.height
        width: Math.min(implicitWidth, parent.width - left.width - Theme.px(64))
        text: bar.isTight ? Live.Engine.profile : qsTr("Profile “%1”, no outside connection").arg(Live.Engine.profile)
        role: "caption"
        color: Theme.text3
    }
}
