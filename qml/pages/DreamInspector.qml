pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live
import DreamScope.Scene

// What stands behind a dream: the work and its receipts, its facts, its versions, its history, and
// what one may do with it.
Inspector {
    id: pane
    property string dream: ""
    property var shownVersion: null
    property var proof: null
    property bool isProving: false
    property var refusal: null
    readonly property alias receiptCount: work.receiptCount
    readonly property alias versionCount: versions.count
    readonly property var assignment: work.assignment
    readonly property bool isOpen: assignment !== null && assignment.isOpen
    signal versionPicked(var version)
    signal editAsked()
    signal archiveAsked()
    signal restoreAsked()
    signal understandAsked()
    signal cancelAsked(string assignment)
    signal eraseAsked()
    signal compareAsked()
    signal exportAsked(string what)
    signal momentAsked(real fact)
    signal said(string words)
    onDreamChanged: {
        proof = null
        refusal = null
        isProving = false
    }
    function copyReceipts() {
        Desktop.copy(JSON.stringify(work.groups.flatMap(g => g.steps).filter(s => s.receipt !== null).map(s => s.receipt), null, 2))
        pane.said(qsTr("%n receipts copied as JSON", "", work.receiptCount))
    }
    function prove() {
        pane.isProving = true
        const asked = pane.dream
        Live.Engine.verify(asked, answer => {
            if (asked !== pane.dream)
                return
            pane.isProving = false
            pane.proof = answer
            pane.scrollUp()
        })
    }

    glyph: "dreams"
    title: pane.assignment ? qsTr("Assignment %1").arg(pane.assignment.id.slice(-4)) : row.value.title ?? ""
    subtitle: !pane.assignment ? work.isLoading ? "" : qsTr("no work was asked for")
        : pane.isOpen ? qsTr("understanding this dream since %1").arg(Format.clock(pane.assignment.opened))
        : qsTr("%1 %2", "state, when").arg(Format.state(pane.assignment.state)).arg(Format.day(pane.assignment.at))
    badgeText: pane.assignment && pane.assignment.failed > 0 ? qsTr("%n failed", "", pane.assignment.failed) : ""
    badgeTone: "bad"
    tabs: [
        { name: "receipts", word: qsTr("Receipts"), count: work.receiptCount },
        { name: "details", word: qsTr("Details") },
        { name: "versions", word: qsTr("Versions"), count: versions.count },
        { name: "history", word: qsTr("History") }]

    Live.Row { id: row; of: "dreams.dreams"; key: pane.dream }
    Live.Row { id: analysis; of: "lucid.analyses"; key: pane.dream }
    Live.Row { id: meaning; of: "root.meanings"; key: pane.dream }
    Live.Rows { id: versions; of: "dreams.versions"; where: ({ dream: pane.dream }); sortBy: "version"; descending: true }
    DreamWork { id: work; dream: pane.dream; width: 0; height: 0 }

    onRefusalChanged: if (refusal !== null) scrollUp()
    RefusalBar {
        objectName: "refusal"
        visible: pane.refusal !== null
        width: parent.width
        what: pane.refusal?.what ?? ""
        missing: pane.refusal?.sentence ?? ""
        mayClose: true
        onClosed: pane.refusal = null
    }
    Column {
        visible: pane.tab === "receipts"
        width: parent.width
        spacing: Theme.px(14)
        Column {
            visible: pane.assignment !== null
            width: parent.width
            spacing: Theme.px(8)
            Item {
                id: standing
                readonly property bool isFolded: tasksDone.implicitWidth + Theme.px(16) + used.implicitWidth > width
                width: parent.width
                height: Theme.px(isFolded && used.visible ? 40 : 20)
                AppText {
                    id: tasksDone
                    height: Theme.px(20)
                    text: qsTr("%1 of %2 tasks done").arg(pane.assignment?.done ?? 0).arg(pane.assignment?.total ?? 0)
                    role: "label"
                }
                AppText {
                    id: used
                    x: standing.isFolded ? 0 : parent.width - implicitWidth
                    y: standing.isFolded ? Theme.px(20) : 0
                    height: Theme.px(20)
                    visible: pane.assignment !== null && pane.assignment.used > 0
                    text: pane.assignment ? qsTr("%1 of work").arg(Format.duration(pane.assignment.used)) : ""
                    role: "small"
                    color: Theme.text2
                }
            }
            Meter {
                width: parent.width
                value: pane.assignment && pane.assignment.total > 0 ? pane.assignment.done / pane.assignment.total : 0
                ink: Theme.accentMark
            }
        }
        AppButton {
            objectName: "verify"
            visible: work.receiptCount > 0
            enabled: !pane.isProving
            glyph: "shield"
            text: pane.isProving ? qsTr("Verifying…") : qsTr("Verify %n receipts offline", "", work.receiptCount)
            onClicked: pane.prove()
        }
        Proof {
            objectName: "proof"
            visible: pane.proof !== null
            width: parent.width
            proof: pane.proof
        }
        Timeline { id: timeline; width: parent.width; groups: work.groups }
        LinkText {
            objectName: "earlierReceipts"
            visible: work.earlierCount > 0
            text: work.showsEarlier ? qsTr("Only the newest work") : qsTr("Show %n earlier receipts", "", work.earlierCount)
            onClicked: work.showsEarlier = !work.showsEarlier
        }
        LinkText {
            objectName: "compareRuns"
            visible: work.receiptCount > 0
            text: qsTr("Compare two runs…")
            onClicked: pane.compareAsked()
        }
        Reading { isOn: work.isLoading && work.groups.length === 0 }
        AppText {
            visible: work.groups.length === 0 && !work.isLoading
            width: parent.width
            wrapMode: Text.Wrap
            text: qsTr("Each task that an agent finishes leaves a signed receipt here.")
            color: Theme.text2
            lineHeight: 1.3
        }
    }
    Column {
        visible: pane.tab === "details"
        width: parent.width
        Fact { name: qsTr("State"); value: row.value.state === "failed" ? qsTr("Needs you") : Format.state(row.value.state); ink: row.value.state === "failed" ? Theme.warnText : Theme.inkOf(Format.tone(row.value.state)) }
        Fact { name: qsTr("Kind"); value: Format.kind(row.value.kind) }
        Fact { name: qsTr("Form"); value: row.value.form ? Format.state(row.value.form) : qsTr("not read yet"); ink: row.value.form ? Theme.text : Theme.text3 }
        Fact { name: qsTr("Language"); value: row.value.language ? Format.language(row.value.language) : qsTr("not read yet"); ink: row.value.language ? Theme.text : Theme.text3 }
        Fact { name: qsTr("Size"); value: analysis.found ? qsTr("%1, %n words", "", analysis.value.words).arg(Format.bytes(row.value.bytes ?? 0)) : Format.bytes(row.value.bytes ?? 0) }
        Fact { visible: meaning.found; name: qsTr("Meaning"); value: meaning.found ? qsTr("%1 concepts, %2 properties").arg(meaning.value.concepts).arg(meaning.value.properties) : ""; isLong: true }
        Fact { name: qsTr("Written"); value: Format.dateTime(row.value.created) }
        Fact { name: qsTr("Changed"); value: Format.dateTime(row.value.changed); note: Format.age(row.value.changed ?? 0, Clock.now) }
        Fact { name: qsTr("Source"); value: row.value.source ?? ""; isLong: true }
        Fact { name: qsTr("Text digest"); value: Format.digest(row.value.body) }
        Fact { name: qsTr("Id"); value: row.value.id ?? "" }
    }
    DreamVersions {
        visible: pane.tab === "versions"
        width: parent.width
        model: versions
        shownVersion: pane.shownVersion
        onPicked: version => pane.versionPicked(version)
    }
    LinkText {
        visible: pane.tab === "versions" && work.receiptCount > 0
        text: qsTr("Compare two runs…")
        onClicked: pane.compareAsked()
    }
    HistoryList { visible: pane.tab === "history"; width: parent.width; of: pane.dream; isActive: pane.tab === "history"; mayShowMoments: true; onMomentAsked: fact => pane.momentAsked(fact) }

    actions: [
        AppButton {
            objectName: "inspectorEdit"
            visible: row.value.state !== "archived"
            text: qsTr("Edit")
            onClicked: pane.editAsked()
        },
        AppButton {
            visible: pane.isOpen
            kind: "quiet"
            text: qsTr("Cancel work")
            onClicked: pane.cancelAsked(pane.assignment.id)
        },
        AppButton {
            visible: !pane.isOpen && row.value.state !== "archived" && row.found
            kind: "quiet"
            text: work.receiptCount > 0 ? qsTr("Run again") : qsTr("Understand")
            onClicked: pane.understandAsked()
        },
        AppButton {
            objectName: "archive"
            visible: row.found
            kind: "quiet"
            text: row.value.state === "archived" ? qsTr("Restore") : qsTr("Archive")
            onClicked: row.value.state === "archived" ? pane.restoreAsked() : pane.archiveAsked()
        },
        AppButton {
            id: moreButton
            objectName: "inspectorMore"
            visible: row.found
            kind: "quiet"
            glyph: "more"
            hint: qsTr("Export, copy, erase")
            isOn: more.visible
            onClicked: more.open()
            AppMenu {
                id: more
                y: -implicitHeight - Theme.unit
                x: moreButton.width - width
                label: qsTr("Export, copy, erase")
                entries: [
                    { name: "receipts", word: qsTr("Export the receipts…"), glyph: "receipt", isOff: work.receiptCount === 0 },
                    { name: "dream", word: qsTr("Export the dream with its proof…"), glyph: "storage" },
                    { name: "markdown", word: qsTr("Save the text as Markdown…"), glyph: "library" },
                    { name: "copyReceipts", word: qsTr("Copy the receipts as JSON"), glyph: "copy", isOff: work.receiptCount === 0 },
                    null,
                    { name: "erase", word: qsTr("Erase…"), glyph: "cross", tone: "bad" }]
                onPicked: name => {
                    if (name === "erase")
                        pane.eraseAsked()
                    else if (name === "copyReceipts")
                        pane.copyReceipts()
                    else
                        pane.exportAsked(name)
                }
            }
        }]
}
