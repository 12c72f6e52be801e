import QtQuick
import DreamScope.Ui

// The last of the first steps: a folder, a backup, its words on paper. Done when a backup holds.
Column {
    id: step
    required property Backups backups
    property bool isSeen: false        // the words were shown
    spacing: Theme.px(12)
    BackupWords { id: words; onSeen: step.isSeen = true }
    AppText {
        width: parent.width
        wrapMode: Text.Wrap
        lineHeight: 1.3
        color: Theme.text2
        text: qsTr("The whole profile in one sealed file, which only your twelve words open. Choose a folder on another disk, or one that is copied elsewhere.")
    }
    BackupFolder { id: folder; width: parent.width; backups: step.backups }
    AppText {
        visible: text !== ""
        width: parent.width
        text: folder.problem !== "" ? folder.problem : step.backups.refusal?.sentence ?? ""
        color: Theme.badText
        role: "small"
        wrapMode: Text.Wrap
    }
    AppButton {
        objectName: "firstBackup"
        visible: step.backups.last === null
        kind: "primary"
        glyph: "storage"
        enabled: step.backups.isReady && !step.backups.isAsking && step.backups.running === null && folder.text.trim() !== ""
        text: step.backups.running !== null ? qsTr("Backing up…") : qsTr("Back up now")
        onClicked: folder.keep(() => step.backups.backUp())
    }
    BackupStanding { width: parent.width; backups: step.backups }
    Flow {
        visible: step.backups.last !== null
        width: parent.width
        spacing: Theme.gap
        AppButton { objectName: "firstWords"; kind: step.isSeen ? "plain" : "primary"; text: qsTr("Show the twelve words…"); onClicked: words.ask() }
        AppText {
            visible: !step.isSeen
            height: Theme.control
            text: qsTr("without them the backup opens for nobody")
            role: "small"
            color: Theme.text3
        }
    }
}
