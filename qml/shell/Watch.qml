import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// Watches the organism for what is worth a notice: a dream that needs a person, work that came to
// its end, an organism that is not well. Says each once; draws nothing.
Item {
    id: watch
    property var failedBefore: null    // ids; null until the first rows came
    property int busiest: 0            // most work open since the last calm
    property int unwellFor: 0          // measures in a row; a start needs a few to be well
    readonly property int unwellAtLeast: 10
    visible: false
    function lookAtFailed() {
        if (!failed.ready)
            return
        const now = {}
        for (let i = 0; i < failed.count; ++i) {
            const dream = failed.at(i)
            if (!dream)
                continue
            now[dream.id] = true
            if (watch.failedBefore !== null && !watch.failedBefore[dream.id])
                Notices.tell("needsYou", "warn", qsTr("“%1” needs you").arg(dream.title), "Dreams", dream.id)
        }
        watch.failedBefore = now
    }
    function lookAtWork() {
        if (!open.ready)
            return
        if (open.count === 0 && watch.busiest > 1)
            Notices.tell("workDone", "good", qsTr("%n assignments are done", "", watch.busiest), "Dreams", "")
        watch.busiest = open.count === 0 ? 0 : Math.max(watch.busiest, open.count)
    }
    Live.Rows { id: failed; of: "dreams.dreams"; where: ({ state: "failed" }); onRevisionChanged: watch.lookAtFailed(); onReadyChanged: watch.lookAtFailed() }
    Live.Rows { id: open; of: "superspine.assignments"; where: ({ state: ["open", "paused"] }); onRevisionChanged: watch.lookAtWork() }
    Connections {
        target: Live.Engine
        function onVitalsChanged() {
            watch.unwellFor = String(Live.Engine.vital.state ?? "") === "unwell" ? watch.unwellFor + 1 : 0
            if (watch.unwellFor === watch.unwellAtLeast)
                Notices.tell("health", "bad", String(Live.Engine.vital.sentence ?? ""), "Atlas", "")
        }
    }
}
