import QtQuick
import DreamScope.Ui
import DreamScope.Desk
import DreamScope.Models as Live
import DreamScope.Scene

// Where this profile lies, how large it is, whose key signs it, and the sample world that may go.
Column {
    id: part
    property var size: ({ bytes: 0, files: 0 })
    readonly property string folder: Choices.place.slice(0, Choices.place.lastIndexOf("/"))
    signal said(string words, string deed, var undo)
    spacing: Theme.px(12)
    Component.onCompleted: part.size = Files.measure(part.folder)
    Column {
        width: parent.width
        Fact { name: qsTr("Folder"); value: part.folder === "" ? qsTr("in memory, kept nowhere") : part.folder; isLong: true }
        Fact { name: qsTr("Size"); value: qsTr("%1 in %n files", "", part.size.files).arg(Format.bytes(part.size.bytes)); note: qsTr("when this page was opened") }
        Fact { name: qsTr("Journal"); value: qsTr("%1 facts on %2 pages").arg(Format.number(Live.Engine.facts)).arg(Format.number(Live.Engine.pages)) }
        Fact { name: qsTr("Key"); value: Live.Engine.fingerprint === "" ? qsTr("not open yet") : Live.Engine.fingerprint; isLong: true }
        Fact { name: qsTr("Settings file"); value: Choices.place === "" ? qsTr("none") : Choices.place; isLong: true }
    }
    AppText {
        width: parent.width
        text: qsTr("The key's words name device.key in that folder. It was made on this computer and signs the journal; whoever reads the same words from a receipt knows that it came from here.")
        role: "small"
        color: Theme.text2
        wrapMode: Text.Wrap
        lineHeight: 1.25
    }
    Flow {
        width: parent.width
        spacing: Theme.gap
        AppButton {
            objectName: "copyFolder"
            text: qsTr("Copy the folder's path")
            enabled: part.folder !== ""
            onClicked: {
                Desktop.copy(part.folder)
                part.said(qsTr("Copied"), "", null)
            }
        }
        AppButton {
            objectName: "copyKey"
            kind: "quiet"
            text: qsTr("Copy the key's words")
            enabled: Live.Engine.fingerprint !== ""
            onClicked: {
                Desktop.copy(Live.Engine.fingerprint)
                part.said(qsTr("Copied"), "", null)
            }
        }
    }
    Hair { width: parent.width }
    SampleWorld { width: parent.width; onSaid: words => part.said(words, "", null) }
}
