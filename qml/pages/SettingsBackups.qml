pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Scene

// Sealed copies of the whole profile: where they go, how often, how many stay, one now, and what
// became of those before. The engine keeps the plan, so it holds without a window too.
Column {
    id: part
    readonly property var rhythms: [
        { name: "0", word: qsTr("Only when asked") },
        { name: "86400000000", word: qsTr("Daily") },
        { name: "604800000000", word: qsTr("Weekly") }]
    readonly property int shownMax: 8
    readonly property real wordWidth: Math.max(Theme.factName, oftenWord.implicitWidth, stayWord.implicitWidth)
    property string asked: ""          // which choice was refused last
    spacing: Theme.px(12)
    topPadding: Theme.px(4)
    function plan(change: var, what: string) {
        part.asked = what
        backups.configure(change, null)
    }
    Backups { id: backups; width: 0; height: 0 }
    BackupWords { id: words }
    RestoreSheet { id: restoring }
    AppText {
        width: parent.width
        text: qsTr("The whole profile in one sealed file, which only your twelve words open. Choose a folder on another disk, or one that is copied elsewhere.")
        color: Theme.text2
        wrapMode: Text.Wrap
        lineHeight: 1.3
    }
    BackupFolder { id: folder; width: parent.width; backups: backups }
    AppText { visible: folder.problem !== ""; width: parent.width; text: folder.problem; color: Theme.badText; role: "small"; wrapMode: Text.Wrap }
    Flow {
        width: parent.width
        spacing: Theme.gap
        AppText { id: oftenWord; text: qsTr("How often"); height: Theme.control; width: part.wordWidth }
        Segmented {
            id: often
            objectName: "backupEvery"
            label: qsTr("How often")
            enabled: backups.isReady
            options: part.rhythms.some(r => r.name === String(backups.every)) ? part.rhythms
                : part.rhythms.concat([{ name: String(backups.every), word: qsTr("every %1 h").arg(Format.number(backups.every / 3.6e9)) }])
            current: String(backups.every)
            onPicked: name => {
                part.plan({ every: Number(name) }, "every")
                current = Qt.binding(() => String(backups.every))
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.gap
        AppText { id: stayWord; text: qsTr("How many stay"); height: Theme.control; width: part.wordWidth }
        Row {
            spacing: Theme.gap
            AppButton { objectName: "fewerBackups"; text: "−"; Accessible.name: qsTr("Fewer backups stay"); enabled: backups.isReady && !backups.isAsking && backups.keep > 1; onClicked: part.plan({ keep: backups.keep - 1 }, "keep") }
            AppText { width: Theme.px(32); height: Theme.control; horizontalAlignment: Text.AlignHCenter; text: String(backups.keep) }
            AppButton { objectName: "moreBackups"; text: "+"; Accessible.name: qsTr("More backups stay"); enabled: backups.isReady && !backups.isAsking && backups.keep < 100; onClicked: part.plan({ keep: backups.keep + 1 }, "keep") }
        }
        AppText { text: qsTr("older files are deleted"); height: Theme.control; role: "small"; color: Theme.text3 }
    }
    Flow {
        width: parent.width
        spacing: Theme.gap
        AppButton {
            objectName: "backUpNow"
            kind: "primary"
            glyph: "storage"
            enabled: backups.isReady && !backups.isAsking && backups.running === null && folder.text.trim() !== ""
            text: backups.running !== null ? qsTr("Backing up…") : qsTr("Back up now")
            onClicked: folder.keep(() => {
                part.asked = "now"
                backups.backUp()
            })
        }
        AppButton { objectName: "showWords"; text: qsTr("Show the twelve words…"); enabled: backups.isReady; onClicked: words.ask() }
        AppButton { objectName: "restoreBackup"; text: qsTr("Restore…"); hint: qsTr("A backup becomes a profile of its own"); onClicked: restoring.ask(backups.last?.file ?? "") }
    }
    RefusalBar {
        objectName: "backupRefused"
        visible: backups.refusal !== null && folder.problem === ""
        width: parent.width
        what: part.asked === "now" ? qsTr("No backup was started") : qsTr("The plan stays as it was")
        missing: backups.refusal?.sentence ?? ""
        mayClose: true
        onClosed: backups.refusal = null
    }
    BackupStanding { width: parent.width; backups: backups }
    Section { visible: backups.all.length > 1; width: parent.width; title: qsTr("All backups"); note: qsTr("newest first") }
    Column {
        visible: backups.all.length > 1
        width: parent.width
        Repeater {
            model: backups.all.slice(0, part.shownMax)
            Fact {
                id: line
                required property var modelData
                objectName: "backup." + line.modelData.standing
                name: Format.day(line.modelData.askedAt)
                nameWidth: Theme.px(144)
                value: line.modelData.standing === "made" ? line.modelData.file.slice(line.modelData.file.lastIndexOf("/") + 1)
                    : line.modelData.standing === "failed" ? qsTr("failed: %1").arg(backups.reason(line.modelData)) : qsTr("being made")
                ink: line.modelData.standing === "failed" ? Theme.warnText : Theme.text
                note: line.modelData.standing === "made" ? Format.bytes(line.modelData.bytes) : ""
                isLong: true
            }
        }
        AppText {
            visible: backups.all.length > part.shownMax
            height: Theme.factRow
            text: qsTr("and %n more", "", backups.all.length - part.shownMax)
            role: "small"
            color: Theme.text3
        }
    }
}
