pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import DreamScope.Ui
import DreamScope.Desk
import DreamScope.Scene

// A folder in which every dream also stands as Markdown and JSON: which one, how far it is, what a
// person changed there, and what is wrong. Off until somebody chooses a folder.
Column {
    id: part
    readonly property bool isOn: mirrors.now !== null
    readonly property var now: mirrors.now
    readonly property string typed: field.text.trim()
    signal said(string words)
    spacing: Theme.px(12)
    topPadding: Theme.px(4)
    Mirrors { id: mirrors; width: 0; height: 0 }
    AppText {
        width: parent.width
        text: qsTr("Every dream also stands in a folder of your choice, as Markdown to read and as JSON with everything: texts, versions, links, what the agents made, receipts. It is written as things change and can be read without DreamScope.")
        color: Theme.text2
        wrapMode: Text.Wrap
        lineHeight: 1.3
    }
    AppText {
        width: parent.width
        text: qsTr("The files are in the clear: whoever reads that folder reads your dreams. What you change there stays yours and is kept beside; it is not read back. Erasing a dream takes its files away first.")
        color: Theme.text2
        wrapMode: Text.Wrap
        lineHeight: 1.3
    }
    RowLayout {
        width: parent.width
        spacing: Theme.gap
        AppField {
            id: field
            objectName: "mirrorFolder"
            Layout.fillWidth: true
            Layout.minimumWidth: 0
            label: qsTr("Mirror folder")
            placeholderText: qsTr("No folder chosen: nothing is mirrored")
            text: part.now?.folder ?? ""
            onAccepted: part.take()
        }
        AppButton {
            objectName: "chooseMirrorFolder"
            text: qsTr("Choose…")
            hint: qsTr("Choose an empty folder")
            onClicked: choosing.active = true
        }
    }
    function take() {
        if (part.typed !== "" && part.typed !== part.now?.folder)
            mirrors.follow(part.typed)
    }
    Connections {
        target: mirrors
        function onNowChanged() { field.text = mirrors.now?.folder ?? field.text }
    }
    RefusalBar {
        objectName: "mirrorRefused"
        visible: mirrors.refusal !== null
        width: parent.width
        what: qsTr("The folder was not taken")
        missing: mirrors.refusal?.sentence ?? ""
        mayClose: true
        onClosed: mirrors.refusal = null
    }
    Flow {
        width: parent.width
        spacing: Theme.gap
        AppButton {
            objectName: "followMirror"
            visible: !part.isOn || part.typed !== part.now?.folder
            kind: "primary"
            enabled: mirrors.isReady && !mirrors.isAsking && part.typed !== ""
            text: part.isOn ? qsTr("Mirror into this folder instead") : qsTr("Mirror into this folder")
            onClicked: part.take()
        }
        AppButton {
            objectName: "openMirror"
            visible: part.isOn
            text: qsTr("Open folder")
            onClicked: {
                if (!Desktop.showFolder(part.now?.folder ?? ""))
                    part.said(qsTr("Nothing on this computer could open %1").arg(part.now?.folder))
            }
        }
        AppButton {
            objectName: "writeMirror"
            visible: part.isOn
            enabled: !mirrors.isAsking && part.now?.standing !== "waiting"
            text: part.now?.standing === "waiting" ? qsTr("Writing…") : qsTr("Write everything again")
            onClicked: mirrors.writeAgain()
        }
        AppButton {
            objectName: "stopMirror"
            visible: part.isOn
            enabled: !mirrors.isAsking
            text: qsTr("Stop mirroring")
            hint: qsTr("The files stay where they are")
            onClicked: mirrors.stop()
        }
    }
    MirrorStanding { width: parent.width; visible: part.isOn; mirrors: mirrors }
    Section { visible: mirrors.others.length > 0; width: parent.width; title: qsTr("Folders written before"); note: qsTr("not kept in step") }
    Column {
        visible: mirrors.others.length > 0
        width: parent.width
        Repeater {
            model: mirrors.others
            Fact {
                id: line
                required property var modelData
                objectName: "mirror." + line.modelData.standing
                name: Format.day(line.modelData.writtenAt > 0 ? line.modelData.writtenAt : line.modelData.askedAt)
                nameWidth: Theme.px(144)
                value: line.modelData.standing === "written" || line.modelData.dreams > 0 ? line.modelData.folder
                    : qsTr("%1: not written. %2").arg(line.modelData.folder).arg(mirrors.reason(line.modelData))
                note: line.modelData.erasedSince > 0 && line.modelData.dreams > 0 ? qsTr("may hold %n erased dreams", "", line.modelData.erasedSince) : ""
                ink: line.modelData.erasedSince > 0 && line.modelData.dreams > 0 ? Theme.warnText : Theme.text
                isLong: true
            }
        }
    }
    Loader {
        id: choosing
        active: false
        visible: false
        sourceComponent: FolderDialog {
            title: qsTr("Mirror folder")
            Component.onCompleted: open()
            onAccepted: {
                field.text = Files.path(selectedFolder)
                choosing.active = false
            }
            onRejected: choosing.active = false
        }
    }
}
