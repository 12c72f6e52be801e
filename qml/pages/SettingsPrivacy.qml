pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Desk

// Every destination ever contacted, and how that is known. Says nothing it cannot show.
Column {
    id: part
    readonly property var opened: Choices.revision >= 0 ? Choices.recall("opened") ?? [] : []
    spacing: Theme.px(12)
    topPadding: Theme.px(4)
    Row {
        spacing: Theme.gap
        Icon { name: "shield"; tint: Theme.goodText; size: Theme.px(18); anchors.verticalCenter: verdict.verticalCenter }
        AppText {
            id: verdict
            width: part.width - Theme.px(30)
            text: qsTr("DreamScope has contacted no other computer.")
            role: "head"
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
        }
    }
    AppText {
        width: parent.width
        text: qsTr("How that is known: this version has no part that could open a connection. No account, no telemetry, no search for updates, no model elsewhere. A test reads the whole source on every change and fails when a part that speaks to a network appears; then this page must list its destinations.")
        color: Theme.text2
        wrapMode: Text.Wrap
        lineHeight: 1.3
    }
    Column {
        width: parent.width
        Fact { nameWidth: Theme.px(152); name: qsTr("Destinations contacted"); value: qsTr("none") }
        Fact { nameWidth: Theme.px(152); name: qsTr("Listens on"); value: qsTr("window.sock in the profile's folder, for this user only: a second start of DreamScope raises the first"); isLong: true }
        Fact { nameWidth: Theme.px(152); name: qsTr("Reads outside"); value: qsTr("files and folders that you import, once, when you say so"); isLong: true }
        Fact { nameWidth: Theme.px(152); name: qsTr("Writes outside"); value: qsTr("files that you save or export, sealed backups and the mirror folder, where you say"); isLong: true }
    }
    Section { width: parent.width; title: qsTr("Opened in your browser"); note: qsTr("links you agreed to, newest first") }
    AppText {
        visible: part.opened.length === 0
        text: qsTr("None so far.")
        color: Theme.text2
    }
    Column {
        width: parent.width
        Repeater {
            model: part.opened
            Fact {
                required property var modelData
                nameWidth: Theme.px(152)
                name: String(modelData).split(" ")[0]
                value: String(modelData).split(" ").slice(1).join(" ")
            }
        }
    }
}
