import QtQuick
import DreamScope.Ui
import DreamScope.Scene

// How it stands with backups: the one being made, the newest that holds, and why the last one failed.
Column {
    id: part
    required property Backups backups
    readonly property var last: backups.last
    spacing: Theme.px(12)
    Rectangle {
        objectName: "backupRunning"
        visible: part.backups.running !== null
        width: parent.width
        height: now.height + Theme.px(20)
        radius: Theme.radius
        color: Theme.accentWash
        Accessible.role: Accessible.StaticText
        Accessible.name: now.text
        Icon { x: Theme.px(12); y: Theme.px(11); name: "storage"; tint: Theme.accentText }
        AppText {
            id: now
            x: Theme.px(36)
            y: Theme.px(10)
            width: parent.width - x - Theme.px(12)
            wrapMode: Text.Wrap
            lineHeight: 1.2
            text: qsTr("Being made since %1: copied, sealed, then restored once to prove it.").arg(Format.age(part.backups.running?.askedAt ?? Clock.now, Clock.now))
            Accessible.ignored: true
        }
    }
    RefusalBar {
        objectName: "backupFailure"
        visible: part.backups.failure !== null
        width: parent.width
        what: qsTr("The backup of %1 failed").arg(Format.day(part.backups.failure?.askedAt ?? 0))
        missing: part.backups.reason(part.backups.failure)
    }
    AppText {
        visible: part.backups.isReady && part.last === null && part.backups.running === null
        width: parent.width
        wrapMode: Text.Wrap
        text: qsTr("There is no backup yet. If this disk fails, every dream is lost.")
        color: Theme.warnText
    }
    Column {
        objectName: "lastBackup"
        visible: part.last !== null
        width: parent.width
        Fact { name: qsTr("Last backup"); value: Format.day(part.last?.doneAt ?? 0); note: Format.age(part.last?.doneAt ?? 0, Clock.now) }
        Fact { name: qsTr("Proof"); value: qsTr("proved by a test restore"); ink: Theme.goodText }
        Fact { name: qsTr("Holds"); value: qsTr("%1 facts on %2 pages").arg(Format.number(part.last?.facts ?? 0)).arg(Format.number(part.last?.pages ?? 0)) }
        Fact { name: qsTr("Size"); value: Format.bytes(part.last?.bytes ?? 0) }
        Fact { name: qsTr("File"); value: part.last?.file ?? ""; isLong: true }
        Fact {
            objectName: "erasedSince"
            visible: (part.last?.erasedSince ?? 0) > 0
            name: qsTr("Erased since")
            value: qsTr("it may still hold %n erased dreams", "", part.last?.erasedSince ?? 0)
            ink: Theme.warnText
            isLong: true
        }
    }
}
