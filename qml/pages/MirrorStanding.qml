import QtQuick
import DreamScope.Ui
import DreamScope.Scene

// How it stands with the mirror folder: what is there, what is behind, what is wrong and what then holds.
Column {
    id: part
    required property Mirrors mirrors
    readonly property var now: mirrors.now
    readonly property bool isAway: mirrors.standing === "away"
    spacing: Theme.px(12)
    RefusalBar {
        objectName: "mirrorTrouble"
        visible: part.isAway || part.mirrors.standing === "failed"
        width: parent.width
        what: part.isAway ? qsTr("The folder is away") : qsTr("The folder cannot be written")
        missing: (part.isAway ? qsTr("It is looked for again every few seconds. What changes meanwhile is written when it is back.")
            : qsTr("%1. It is tried again every few seconds; the files that are there stay whole.").arg(part.mirrors.reason(part.now).replace(/\.$/, "")))
            + ((part.now?.erasedSince ?? 0) > 0 ? " " + qsTr("The files of %n erased dreams still stand there and go then.", "", part.now?.erasedSince ?? 0) : "")
    }
    Column {
        objectName: "mirrorStanding"
        width: parent.width
        Fact {
            objectName: "mirrorFiles"
            name: qsTr("Holds")
            value: part.mirrors.standing === "waiting" && !(part.now?.dreams > 0) ? qsTr("being written for the first time")
                : qsTr("%n dreams in %1 files", "", part.now?.dreams ?? 0).arg(Format.number(part.now?.files ?? 0))
            note: Format.bytes(part.now?.bytes ?? 0)
        }
        Fact {
            name: qsTr("Last written")
            value: (part.now?.writtenAt ?? 0) > 0 ? Format.day(part.now.writtenAt) : qsTr("not yet")
            note: (part.now?.writtenAt ?? 0) > 0 ? Format.age(part.now.writtenAt, Clock.now) : ""
        }
        Fact {
            objectName: "mirrorBehind"
            name: qsTr("Behind")
            value: part.mirrors.behind > 0 ? qsTr("%n dreams are older there", "", part.mirrors.behind)
                : part.mirrors.standing === "written" ? qsTr("nothing, it is as the dreams are") : qsTr("not known while it cannot be written")
            ink: part.mirrors.behind === 0 && part.mirrors.standing === "written" ? Theme.goodText : Theme.text
        }
        Fact {
            objectName: "mirrorConflicts"
            visible: (part.now?.conflicts ?? 0) > 0
            name: qsTr("Kept beside")
            value: qsTr("%n files that you changed, with .conflict behind their name", "", part.now?.conflicts ?? 0)
            ink: Theme.warnText
            isLong: true
        }
        Fact {
            visible: !(part.now?.dreams === 0)
            name: qsTr("Digest")
            value: Format.digest(part.now?.digest)
            note: qsTr("over all files")
        }
    }
}
