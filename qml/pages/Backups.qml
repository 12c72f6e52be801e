import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// The plan of backups and what became of each one, for the pages that show them. Nothing is drawn
// here.
Item {
    id: backups
    property string folder: ""         // empty: nobody has said where to
    property real every: 0             // µs; 0: only when asked
    property int keep: 7
    property var all: []               // newest first
    property var running: null
    property var last: null            // the newest that was made and proved
    property var failure: null         // the newest of all, when it failed
    property var refusal: null
    property bool isAsking: false
    readonly property bool isReady: plans.ready && rows.ready
    visible: false
    function gather() {
        const plan = plans.count > 0 ? plans.at(0) : null
        backups.folder = plan?.folder ?? ""
        backups.every = plan?.every ?? 0
        backups.keep = plan?.keep ?? 7
        const found = []
        for (let i = 0; i < rows.count; ++i)
            found.push(rows.at(i))
        backups.running = found.find(b => b.standing === "running") ?? null
        backups.last = found.find(b => b.standing === "made") ?? null
        backups.failure = found.length > 0 && found[0].standing === "failed" ? found[0] : null
        backups.all = found
    }
    // What is left out stays as it is.
    function configure(change: var, done: var) {
        backups.isAsking = true
        Actions.planBackups({ folder: change.folder ?? backups.folder, every: change.every ?? backups.every, keep: change.keep ?? backups.keep }, answer => {
            backups.isAsking = false
            backups.refusal = answer.ok ? null : answer
            if (done)
                done(answer)
        })
    }
    function backUp() {
        backups.isAsking = true
        Actions.backUp(answer => {
            backups.isAsking = false
            backups.refusal = answer.ok ? null : answer
        })
    }
    // Why one failed; the words of the operating system stay as they are.
    function reason(of: var): string {
        switch (of?.reason ?? "") {
        case "interrupted": return qsTr("DreamScope ended before it was finished; nothing of it was kept.")
        case "stopped": return qsTr("It was stopped; nothing of it was kept.")
        }
        return of?.reason ?? ""
    }
    Live.Rows { id: plans; of: "dreamkeeper.plans"; onRevisionChanged: backups.gather() }
    Live.Rows { id: rows; of: "dreamkeeper.backups"; sortBy: "id"; descending: true; onRevisionChanged: backups.gather() }
}
