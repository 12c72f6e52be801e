pragma Singleton
import QtQuick

// What systems say of a disk, in words a person can act on: what happened and what to do. Knows the
// messages of the journal's database and of the operating system; anything else it passes on as it is.
QtObject {
    id: trouble
    readonly property var known: [
        { cause: "full", said: /database or disk is full|No space left on device|Disk quota exceeded/i, short: qsTr("the disk is full") },
        { cause: "readOnly", said: /attempt to write a readonly database|Read-only file system|Permission denied|Operation not permitted/i, short: qsTr("writing is not allowed there") },
        { cause: "broken", said: /disk I\/O error|Input\/output error|database disk image is malformed/i, short: qsTr("the disk answers with errors") },
        { cause: "gone", said: /unable to open database file|No such file or directory|Not a directory|No such device|Stale file handle/i, short: qsTr("it is not there") },
        { cause: "busy", said: /profile\.busy/, short: qsTr("another program works in it") },
        { cause: "changed", said: /was changed|its signed tip says|is not a device key/, short: qsTr("it was changed from outside") }]

    function cause(reason: string): string { return trouble.known.find(k => k.said.test(reason))?.cause ?? "" }
    // The same sentence with what the system said put plainly.
    function plain(sentence: string): string {
        return trouble.known.reduce((words, k) => ["busy", "changed"].includes(k.cause) ? words : words.replace(k.said, k.short), sentence)
    }
    // { cause, title, happened, todo } of a profile that cannot be opened or written any more.
    function words(reason: string): var {
        const cause = trouble.cause(reason)
        switch (cause) {
        case "full": return { cause: cause, title: qsTr("The disk is full"),
            happened: qsTr("DreamScope could not write: no room is left on the disk that holds the profile."),
            todo: qsTr("Free some space on it, then try again.") }
        case "readOnly": return { cause: cause, title: qsTr("The profile may not be written"),
            happened: qsTr("The folder or its disk allows only reading."),
            todo: qsTr("Allow writing in the folder, or connect the disk for writing, then try again.") }
        case "broken": return { cause: cause, title: qsTr("The disk answers with errors"),
            happened: qsTr("DreamScope could not read or write what it needs."),
            todo: qsTr("Copy the profile's folder to another disk, or restore a backup, before you go on with this one.") }
        case "gone": return { cause: cause, title: qsTr("The profile's folder is not there"),
            happened: qsTr("It was moved, or the disk that holds it is not connected."),
            todo: qsTr("Connect the disk or put the folder back, then try again.") }
        case "busy": return { cause: cause, title: qsTr("Another program works in this profile"),
            happened: qsTr("A profile has one writer at a time."),
            todo: qsTr("End the other program, then try again.") }
        case "changed": return { cause: cause, title: qsTr("The journal is not as it was signed"),
            happened: qsTr("%1.").arg(reason),
            todo: qsTr("Leave the folder as it is and restore a backup into another one: Settings, Backups.") }
        }
        return { cause: "", title: qsTr("The profile is in trouble"), happened: qsTr("%1.").arg(reason), todo: qsTr("Try again; if that does not help, restore a backup.") }
    }
}
