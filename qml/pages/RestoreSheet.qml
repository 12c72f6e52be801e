pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Desk
import DreamScope.Models as Live

// A backup becomes a profile of its own: the file, its twelve words, a new folder. The profile that is
// open is never touched. The words are dropped when the sheet closes.
Sheet {
    id: sheet
    readonly property bool isBusy: restore.step === "reading" || restore.step === "proving"
    readonly property bool areWords: restore.areWords(words.text)
    readonly property string problem: sheet.said(restore.trouble)
    function ask(file: string) {
        fileField.text = file
        words.clear()
        folderField.text = restore.folderBeside()
        restore.forget()
        sheet.open()
    }
    function said(trouble: string): string {
        switch (trouble) {
        case "notABackup": return qsTr("This file is no backup of DreamScope, or cannot be read.")
        case "words": return qsTr("These are not the words of this backup, or its beginning is damaged.")
        case "damaged": return qsTr("The words are right, but the file is damaged. Try another backup.")
        case "notEmpty": return qsTr("That folder is not empty. A backup is never restored over something; choose a new folder.")
        case "noSpace": return qsTr("There is not enough room on that disk: %1.").arg(restore.detail)
        case "cannotWrite": return qsTr("The folder cannot be written: %1.").arg(restore.detail)
        case "stopped": return qsTr("Stopped. Nothing of it stays.")
        case "other": return qsTr("It opened, but does not hold: %1. Nothing of it stays.").arg(restore.detail)
        }
        return ""
    }
    parent: T.Overlay.overlay
    anchors.centerIn: parent
    modal: true
    closePolicy: sheet.isBusy ? T.Popup.NoAutoClose : T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    width: Math.min(Theme.px(520), (parent ? parent.width : Theme.px(520)) - Theme.px(32))
    height: Math.min(implicitHeight, (parent ? parent.height : Theme.px(600)) - Theme.px(32))
    padding: Theme.px(20)
    onOpened: chooseFile.forceActiveFocus(Qt.TabFocusReason)
    onClosed: words.clear()
    T.Overlay.modal: Rectangle { color: Qt.rgba(Theme.ground.r, Theme.ground.g, Theme.ground.b, 0.6) }
    Live.Restore {
        id: restore
        onChanged: {
            if (restore.step === "done")
                words.clear()
        }
    }
    contentItem: Flickable { // qmllint disable deferred-property-id
        implicitHeight: column.height
        contentHeight: column.height
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: column
            width: sheet.availableWidth
            spacing: Theme.px(12)
            Accessible.role: Accessible.Dialog
            Accessible.name: head.text
            AppText { id: head; width: parent.width; text: qsTr("Restore a backup"); role: "head"; wrapMode: Text.Wrap; Accessible.role: Accessible.Heading }
            AppText {
                width: parent.width
                wrapMode: Text.Wrap
                lineHeight: 1.3
                color: Theme.text2
                text: qsTr("It becomes a profile of its own in a new folder. The profile that is open now stays as it is.")
            }
            RowLayout {
                width: parent.width
                spacing: Theme.gap
                AppField { id: fileField; objectName: "restoreFile"; Layout.fillWidth: true; Layout.minimumWidth: 0; enabled: !sheet.isBusy; label: qsTr("Backup file"); placeholderText: qsTr("Backup file") }
                AppButton { id: chooseFile; objectName: "chooseRestoreFile"; enabled: !sheet.isBusy; text: qsTr("Choose…"); hint: qsTr("Choose a backup file"); onClicked: choosingFile.active = true }
            }
            AppArea {
                id: words
                objectName: "restoreWords"
                width: parent.width
                height: Theme.px(74)
                enabled: !sheet.isBusy
                label: qsTr("Its twelve words, in their order")
                placeholderText: qsTr("Its twelve words, in their order")
            }
            AppText {
                objectName: "restoreWordsSaid"
                width: parent.width
                wrapMode: Text.Wrap
                role: "small"
                text: words.text.trim() === "" ? qsTr("With one space or line between. They leave this window when it closes.")
                    : sheet.areWords ? qsTr("These are twelve words of a backup.")
                    : qsTr("%n words so far; they do not fit together yet.", "", words.text.trim().split(/\s+/).length)
                color: sheet.areWords ? Theme.goodText : Theme.text3
            }
            RowLayout {
                width: parent.width
                spacing: Theme.gap
                AppField { id: folderField; objectName: "restoreFolder"; Layout.fillWidth: true; Layout.minimumWidth: 0; enabled: !sheet.isBusy; label: qsTr("New folder of the profile"); placeholderText: qsTr("New folder of the profile") }
                AppButton { objectName: "chooseRestoreFolder"; enabled: !sheet.isBusy; text: qsTr("Choose…"); hint: qsTr("Choose an empty folder"); onClicked: choosingFolder.active = true }
            }
            Column {
                objectName: "restoreProgress"
                visible: sheet.isBusy
                width: parent.width
                spacing: Theme.px(6)
                AppText {
                    width: parent.width
                    wrapMode: Text.Wrap
                    text: restore.step === "proving" ? qsTr("Opened. Every page is verified and every fact replayed.") : qsTr("Being opened: %1 %").arg(Math.floor(restore.progress * 100))
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
                Meter { width: parent.width; value: restore.step === "proving" ? 1 : restore.progress; ink: Theme.accentMark }
            }
            RefusalBar { objectName: "restoreProblem"; visible: sheet.problem !== ""; width: parent.width; what: restore.trouble === "stopped" ? qsTr("Not restored") : qsTr("The backup was not restored"); missing: sheet.problem }
            Rectangle {
                objectName: "restoreDone"
                visible: restore.step === "done"
                width: parent.width
                height: verdict.height + Theme.px(24)
                radius: Theme.radius
                color: Theme.goodWash
                Accessible.role: Accessible.AlertMessage
                Accessible.name: verdict.text
                Icon { x: Theme.px(12); y: Theme.px(13); name: "check"; tint: Theme.goodText }
                AppText {
                    id: verdict
                    x: Theme.px(36)
                    y: Theme.px(12)
                    width: parent.width - x - Theme.px(12)
                    wrapMode: Text.Wrap
                    lineHeight: 1.2
                    text: qsTr("Restored into %1: %2 facts on %3 pages, verified and replayed.").arg(restore.folder).arg(Format.number(restore.facts)).arg(Format.number(restore.pages))
                    Accessible.ignored: true
                }
            }
            Flow {
                width: parent.width
                spacing: Theme.gap
                AppButton {
                    objectName: "startRestore"
                    visible: restore.step !== "done" && !sheet.isBusy
                    kind: "primary"
                    enabled: sheet.areWords && fileField.text.trim() !== "" && folderField.text.trim() !== ""
                    text: qsTr("Restore")
                    onClicked: restore.start(fileField.text.trim(), words.text, folderField.text.trim())
                }
                AppButton { objectName: "cancelRestore"; visible: sheet.isBusy; text: qsTr("Stop"); onClicked: restore.cancel() }
                AppButton {
                    objectName: "openRestored"
                    visible: restore.step === "done"
                    kind: "primary"
                    text: qsTr("Open that profile")
                    hint: qsTr("In a window of its own; this one stays")
                    onClicked: {
                        if (Files.openProfile(restore.folder))
                            sheet.close()
                    }
                }
                AppButton { objectName: "closeRestore"; visible: !sheet.isBusy; kind: "quiet"; text: restore.step === "done" ? qsTr("Close") : qsTr("Cancel"); onClicked: sheet.close() }
            }
        }
    }
    Loader {
        id: choosingFile
        active: false
        sourceComponent: FileDialog {
            title: qsTr("Backup file")
            nameFilters: [qsTr("Backups (*.backup)"), qsTr("All files (*)")]
            Component.onCompleted: open()
            onAccepted: {
                fileField.text = Files.path(selectedFile)
                choosingFile.active = false
            }
            onRejected: choosingFile.active = false
        }
    }
    Loader {
        id: choosingFolder
        active: false
        sourceComponent: FolderDialog {
            title: qsTr("New folder of the profile")
            Component.onCompleted: open()
            onAccepted: {
                folderField.text = Files.path(selectedFolder)
                choosingFolder.active = false
            }
            onRejected: choosingFolder.active = false
        }
    }
}
