pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import DreamScope.Ui
import DreamScope.Desk

// Where backups go: typed as a whole path, or chosen. What was typed counts once it is left.
RowLayout {
    id: row
    required property Backups backups
    property string problem: ""
    readonly property alias text: field.text
    spacing: Theme.gap
    function keep(done: var) {
        const typed = field.text.trim()
        if (typed === row.backups.folder) {
            row.problem = ""
            if (done)
                done()
            return
        }
        // Without a folder there is no rhythm to keep.
        row.backups.configure(typed === "" ? { folder: "", every: 0 } : { folder: typed }, answer => {
            row.problem = answer.ok ? "" : answer.sentence
            if (answer.ok && done)
                done()
        })
    }
    AppField {
        id: field
        objectName: "backupFolder"
        Layout.fillWidth: true
        Layout.minimumWidth: 0
        label: qsTr("Folder of the backups")
        placeholderText: qsTr("No folder chosen yet")
        text: row.backups.folder
        problem: row.problem
        onEditingFinished: row.keep(null)
    }
    AppButton {
        objectName: "chooseBackupFolder"
        text: qsTr("Choose…")
        hint: qsTr("Choose a folder, best on another disk")
        onClicked: choosing.active = true
    }
    Connections {
        target: row.backups
        function onFolderChanged() { field.text = row.backups.folder }
    }
    Loader {
        id: choosing
        active: false
        visible: false
        sourceComponent: FolderDialog {
            title: qsTr("Folder of the backups")
            Component.onCompleted: open()
            onAccepted: {
                field.text = Files.path(selectedFolder)
                row.keep(null)
                choosing.active = false
            }
            onRejected: choosing.active = false
        }
    }
}
