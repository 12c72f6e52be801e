import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// The folder that is kept in step, those written once or before, and how far the writing is, for the
// page that shows them. Nothing is drawn here.
Item {
    id: mirrors
    property var now: null             // the row that is followed
    property var others: []            // newest first
    property var refusal: null
    property bool isAsking: false
    readonly property bool isReady: rows.ready
    readonly property int behind: Live.Engine.mirrorBehind
    readonly property string standing: mirrors.now?.standing ?? ""
    visible: false
    function gather() {
        const found = []
        for (let i = 0; i < rows.count; ++i)
            found.push(rows.at(i))
        mirrors.now = found.find(m => m.isFollowed) ?? null
        mirrors.others = found.filter(m => !m.isFollowed)
    }
    function answered(answer: var) {
        mirrors.isAsking = false
        mirrors.refusal = answer.ok ? null : answer
    }
    function follow(folder: string) {
        mirrors.isAsking = true
        Actions.followMirror(folder, answer => mirrors.answered(answer))
    }
    function stop() {
        mirrors.isAsking = true
        Actions.stopMirror(answer => mirrors.answered(answer))
    }
    function writeAgain() {
        mirrors.isAsking = true
        Actions.writeMirror(answer => mirrors.answered(answer))
    }
    // Why one could not be written; the words of the operating system stay as they are.
    function reason(of: var): string {
        const said = of?.reason ?? ""
        switch (said) {
        case "interrupted": return qsTr("DreamScope ended before it was finished; what is there is whole.")
        case "stopped": return qsTr("It was stopped before everything was written.")
        case "it holds other files; choose an empty folder": return qsTr("It holds other files. Choose an empty folder.")
        case "it is the mirror of another profile": return qsTr("It is the mirror of another profile. Choose another folder.")
        case "the folder and the profile must not lie in each other": return qsTr("The folder and the profile must not lie in each other. Choose another folder.")
        }
        return said
    }
    Live.Rows { id: rows; of: "dreammirror.mirrors"; sortBy: "askedAt"; descending: true; onRevisionChanged: mirrors.gather() }
}
