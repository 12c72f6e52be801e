pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live
import DreamScope.Scene

// One agent: what it does, how it has been doing, what it did last, its manifest, and what may be
// done with it. Runs and times come from its receipts.
Inspector {
    id: pane
    property var line: null            // of the fleet
    property string word: ""
    property var refusal: null
    property var durations: []         // milliseconds, oldest first
    readonly property bool isHired: line !== null && line.state === "hired"
    readonly property bool mayHire: line !== null && !isHired && line.exam === "passed"
    signal dreamAsked(string id)
    signal hireAsked()
    signal dismissAsked()
    onLineChanged: if (line === null || line.slug !== runs.asked) refusal = null
    function percentile(share: real): string {
        if (pane.durations.length === 0)
            return ""
        const sorted = pane.durations.slice().sort((a, b) => a - b)
        return Format.duration(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] * 1000)
    }
    glyph: "agents"
    title: pane.line?.name ?? ""
    subtitle: pane.line ? qsTr("%1, version %2").arg(Format.agentKind(pane.line.kind)).arg(pane.line.version) : ""
    badgeText: pane.word
    badgeTone: !pane.line ? "" : pane.line.mark === "busy" ? "accent" : pane.line.mark === "warn" ? "warn" : pane.line.mark === "bad" ? "bad" : ""
    tabs: [
        { name: "now", word: qsTr("Now") },
        { name: "runs", word: qsTr("Runs"), count: pane.line ? pane.line.done + pane.line.failed : 0 },
        { name: "manifest", word: qsTr("Manifest") },
        { name: "history", word: qsTr("History") }]
    Live.Rows {
        id: runs
        readonly property string asked: pane.line?.slug ?? ""
        of: asked === "" ? "" : "superspine.receipts"
        where: ({ agent: asked })
        sortBy: "at"
        descending: true
        limit: 60
        onRevisionChanged: {
            const times = []
            for (let i = Math.min(60, count) - 1; i >= 0; --i) {
                const r = at(i)
                if (r)
                    times.push(r.duration / 1000)
            }
            pane.durations = times
        }
    }
    AppText {
        visible: pane.tab === "now" && text !== ""
        width: parent.width
        text: pane.line?.summary ?? ""
        color: Theme.text2
        wrapMode: Text.Wrap
        lineHeight: 1.3
    }
    AppText {
        visible: pane.line === null && pane.tab !== "history"
        width: parent.width
        text: qsTr("Choose an agent to see what it does and how it has been doing.")
        color: Theme.text2
        wrapMode: Text.Wrap
        lineHeight: 1.3
    }
    Column {
        visible: pane.tab === "now" && pane.line !== null
        width: parent.width
        Fact { name: qsTr("State"); value: pane.word }
        Fact {
            name: qsTr("Exam")
            value: !pane.line ? "" : pane.line.exam === "passed" ? qsTr("passed, %n cases", "", pane.line.examCases)
                : pane.line.exam === "failed" ? qsTr("%1 of %2 cases failed").arg(pane.line.examFailures).arg(pane.line.examCases) : qsTr("not taken yet")
            ink: pane.line?.exam === "failed" ? Theme.warnText : Theme.text
        }
        Fact { visible: (pane.line?.examNote ?? "") !== ""; name: qsTr("Examiner"); value: pane.line?.examNote ?? ""; isLong: true }
        Fact { name: qsTr("Queue"); value: pane.line ? qsTr("%1 waiting, %2 running").arg(pane.line.queue).arg(pane.line.leased) : "" }
        Fact { name: qsTr("Finished"); value: pane.line ? qsTr("%1 done, %2 failed").arg(Format.number(pane.line.done)).arg(Format.number(pane.line.failed)) : "" }
        Fact { name: qsTr("Last receipt"); value: pane.line && pane.line.last > 0 ? Format.dateTime(pane.line.last) : pane.line && pane.line.done + pane.line.failed > 0 ? qsTr("earlier") : qsTr("none"); note: pane.line && pane.line.last > 0 ? Format.age(pane.line.last, Clock.minute) : "" }
        Fact { name: qsTr("Does"); value: pane.line ? pane.line.capabilities.map(c => Declared.capability(c)).join(", ") : ""; isLong: true }
    }
    RefusalBar {
        visible: pane.tab === "now" && pane.refusal !== null
        width: parent.width
        what: pane.refusal?.what ?? ""
        missing: pane.refusal?.sentence ?? ""
        mayClose: true
        onClosed: pane.refusal = null
    }
    AppText {
        visible: pane.tab === "now" && pane.line !== null && !pane.isHired && !pane.mayHire
        width: parent.width
        text: pane.line?.exam === "failed" ? qsTr("It cannot be hired before it passes its exam.")
            : qsTr("It cannot be hired yet: no exam for what it does is in this version.")
        role: "small"
        color: Theme.text3
        wrapMode: Text.Wrap
        lineHeight: 1.25
    }
    Column {
        visible: pane.tab === "now" && pane.durations.length > 1
        width: parent.width
        spacing: Theme.px(6)
        Hair { width: parent.width }
        Section { width: parent.width; title: qsTr("Last runs"); note: qsTr("time of each of %n receipts", "", pane.durations.length) }
        Sparkline { width: parent.width; height: Theme.px(40); values: pane.durations; ink: Theme.series1 }
        Flow {
            width: parent.width
            spacing: Theme.px(20)
            AppText { text: qsTr("half within %1").arg(pane.percentile(0.5)); role: "small"; color: Theme.text2 }
            AppText { text: qsTr("19 of 20 within %1").arg(pane.percentile(0.95)); role: "small"; color: Theme.text2 }
        }
    }
    Column {
        visible: pane.tab === "runs"
        width: parent.width
        AppText {
            visible: pane.line !== null && !runs.isLoading && runs.count === 0
            width: parent.width
            text: qsTr("No receipt of this agent yet.")
            wrapMode: Text.Wrap
            color: Theme.text2
        }
        Repeater {
            model: pane.tab === "runs" ? runs : null
            Item {
                id: run
                required property var model
                width: parent.width
                height: Theme.listRow
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1, %2, %3").arg(Format.deed(run.model.capability)).arg(dream.value.title ?? "").arg(Format.duration(run.model.duration))
                Live.Row { id: dream; of: "dreams.dreams"; key: run.model?.dream ?? "" }
                LinkText {
                    y: Theme.px(3)
                    width: parent.width - Theme.px(72)
                    text: dream.found ? dream.value.title ?? "" : qsTr("an erased dream")
                    ink: Theme.text
                    enabled: dream.found
                    onClicked: pane.dreamAsked(run.model.dream)
                }
                AppText { y: Theme.px(21); width: parent.width - Theme.px(72); height: Theme.px(14); text: Format.deed(run.model.capability); role: "caption"; color: Theme.text3; Accessible.ignored: true }
                AppText { anchors.right: parent.right; y: Theme.px(3); height: Theme.px(18); text: Format.duration(run.model.duration); role: "small"; color: run.model.outcome === "done" ? Theme.text2 : Theme.warnText; Accessible.ignored: true }
                AppText { anchors.right: parent.right; y: Theme.px(21); height: Theme.px(14); text: run.model.outcome === "done" ? Format.clock(run.model.at) : Format.state(run.model.outcome); role: "caption"; color: run.model.outcome === "done" ? Theme.text3 : Theme.warnText; Accessible.ignored: true }
                Hair { anchors.bottom: parent.bottom; width: parent.width }
            }
        }
    }
    Column {
        visible: pane.tab === "manifest" && pane.line !== null
        width: parent.width
        Fact { name: qsTr("Name"); value: pane.line?.slug ?? "" }
        Fact { name: qsTr("Kind"); value: pane.line ? Format.agentKind(pane.line.kind) : "" }
        Fact { name: qsTr("Version"); value: pane.line?.version ?? "" }
        Fact { name: qsTr("Steps"); value: pane.line ? Format.number(pane.line.steps) : "" }
        Fact { name: qsTr("Capabilities"); value: pane.line ? pane.line.capabilities.join(", ") : ""; isLong: true }
        Fact { name: qsTr("Open to"); value: !pane.line || pane.line.tier === "" || pane.line.tier === "{}" ? qsTr("everybody") : pane.line.tier; isLong: true }
        Fact { name: qsTr("Id"); value: pane.line?.id ?? "" }
    }
    HistoryList { visible: pane.tab === "history"; width: parent.width; of: pane.line?.id ?? ""; isActive: pane.tab === "history" }
    actions: [
        AppButton {
            objectName: "hire"
            visible: pane.mayHire
            text: pane.line?.state === "dismissed" ? qsTr("Hire again") : qsTr("Hire")
            onClicked: pane.hireAsked()
        },
        AppButton {
            objectName: "dismiss"
            visible: pane.isHired
            text: qsTr("Dismiss")
            onClicked: pane.dismissAsked()
        },
        AppButton {
            objectName: "copyManifest"
            kind: "quiet"
            text: qsTr("Copy name")
            visible: pane.line !== null
            onClicked: Desktop.copy(pane.line.slug)
        }]
}
