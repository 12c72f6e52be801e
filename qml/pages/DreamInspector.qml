pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live

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
    readonly property var assignment: work.assignment
    readonly property bool isOpen: assignment !== null && assignment.isOpen
    signal versionPicked(var version)
    signal editAsked()
    signal archiveAsked()
    signal restoreAsked()
    signal understandAsked()
    signal cancelAsked(string assignment)
    onDreamChanged: {
        proof = null
        refusal = null
        isProving = false
    }
    function prove() {
        pane.isProving = true
        const asked = pane.dream
        Live.Engine.verify(asked, answer => {
            if (asked !== pane.dream)
                return
            pane.isProving = false
            pane.proof = answer
        })
    }

    glyph: "dreams"
    title: pane.assignment ? qsTr("Assignment %1").arg(pane.assignment.id.slice(-4)) : row.value.title ?? ""
    subtitle: !pane.assignment ? qsTr("no work was asked for")
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

    Column {
        visible: pane.tab === "receipts"
        width: parent.width
        spacing: Theme.px(14)
        Column {
            visible: pane.assignment !== null
            width: parent.width
            spacing: Theme.px(8)
            Item {
                width: parent.width
                height: Theme.px(20)
                AppText {
                    height: parent.height
                    text: qsTr("%1 of %2 tasks done").arg(pane.assignment?.done ?? 0).arg(pane.assignment?.total ?? 0)
                    role: "label"
                }
                AppText {
                    anchors.right: parent.right
                    height: parent.height
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
        Timeline { id: timeline; width: parent.width; groups: work.groups }
        AppText {
            visible: work.groups.length === 0
            width: parent.width
            wrapMode: Text.Wrap
            text: qsTr("Each task that an agent finishes leaves a signed receipt here.")
            color: Theme.text2
            lineHeight: 1.3
        }
        AppButton {
            objectName: "verify"
            visible: work.receiptCount > 0
            enabled: !pane.isProving
            glyph: "shield"
            text: pane.isProving ? qsTr("Verifying…") : qsTr("Verify %n receipts offline", "", work.receiptCount)
            onClicked: pane.prove()
        }
        Rectangle {
            objectName: "proof"
            visible: pane.proof !== null
            width: parent.width
            height: proofWords.height + Theme.px(20)
            radius: Theme.radius
            color: pane.proof?.ok ? Theme.goodWash : Theme.badWash
            Accessible.role: Accessible.AlertMessage
            Accessible.name: pane.proof?.sentence ?? ""
            Column {
                id: proofWords
                x: Theme.px(14)
                y: Theme.px(10)
                width: parent.width - 2 * x
                spacing: Theme.unit
                Row {
                    spacing: Theme.px(6)
                    Icon {
                        name: pane.proof?.ok ? "check" : "stop"
                        size: Theme.px(14)
                        tint: pane.proof?.ok ? Theme.goodText : Theme.badText
                        anchors.verticalCenter: verdict.verticalCenter
                    }
                    AppText {
                        id: verdict
                        width: proofWords.width - Theme.px(20)
                        text: pane.proof?.sentence ?? ""
                        role: "label"
                        wrapMode: Text.Wrap
                    }
                }
                Repeater {
                    model: pane.proof?.lines ?? []
                    AppText {
                        id: proofLine
                        required property string modelData
                        width: proofWords.width
                        text: proofLine.modelData
                        role: "small"
                        color: Theme.text2
                        wrapMode: Text.Wrap
                        lineHeight: 1.2
                    }
                }
            }
        }
        RefusalBar {
            visible: pane.refusal !== null
            width: parent.width
            what: pane.refusal?.what ?? ""
            missing: pane.refusal?.sentence ?? ""
            mayClose: true
            onClosed: pane.refusal = null
        }
    }
    Column {
        visible: pane.tab === "details"
        width: parent.width
        Fact { name: qsTr("State"); value: row.value.state === "failed" ? qsTr("Needs you") : Format.state(row.value.state); ink: row.value.state === "failed" ? Theme.warnText : Theme.inkOf(Format.tone(row.value.state)) }
        Fact { name: qsTr("Kind"); value: Format.kind(row.value.kind) }
        Fact { name: qsTr("Form"); value: row.value.form ? Format.spaced(row.value.form) : qsTr("not read yet"); ink: row.value.form ? Theme.text : Theme.text3 }
        Fact { name: qsTr("Language"); value: row.value.language ? Format.language(row.value.language) : qsTr("not read yet"); ink: row.value.language ? Theme.text : Theme.text3 }
        Fact { name: qsTr("Size"); value: analysis.found ? qsTr("%1, %n words", "", analysis.value.words).arg(Format.bytes(row.value.bytes ?? 0)) : Format.bytes(row.value.bytes ?? 0) }
        Fact { visible: meaning.found; name: qsTr("Meaning"); value: meaning.found ? qsTr("%1 concepts, %2 properties").arg(meaning.value.concepts).arg(meaning.value.properties) : "" }
        Fact { name: qsTr("Written"); value: Format.dateTime(row.value.created) }
        Fact { name: qsTr("Changed"); value: Format.dateTime(row.value.changed); note: Format.age(row.value.changed ?? 0, Clock.now) }
        Fact { name: qsTr("Source"); value: row.value.source ?? ""; isLong: true }
        Fact { name: qsTr("Text digest"); value: Format.digest(row.value.body) }
        Fact { name: qsTr("Id"); value: row.value.id ?? "" }
    }
    Column {
        visible: pane.tab === "versions"
        width: parent.width
        Repeater {
            model: versions
            T.AbstractButton {
                id: version
                required property var model
                required property int index
                readonly property bool isShown: pane.shownVersion ? pane.shownVersion.version === version.model.version : version.index === 0
                width: parent.width
                implicitHeight: Theme.listRow
                text: qsTr("Version %1").arg(version.model.version)
                Accessible.role: Accessible.RadioButton
                Accessible.name: qsTr("%1, kept %2").arg(text).arg(Format.day(version.model.at))
                Accessible.checked: isShown
                Accessible.onPressAction: clicked()
                Keys.onReturnPressed: clicked()
                onClicked: pane.versionPicked(version.index === 0 ? null : versions.at(version.index))
                background: RowGround { isCurrent: version.isShown; isHot: version.hovered; isFocused: version.visualFocus }
                contentItem: Item {
                    AppText { y: Theme.px(4); height: Theme.px(17); text: version.text; role: version.isShown ? "label" : "body"; Accessible.ignored: true }
                    AppText { y: Theme.px(21); height: Theme.px(14); text: Format.day(version.model.at); role: "caption"; color: Theme.text3; Accessible.ignored: true }
                    AppText { anchors.right: parent.right; y: Theme.px(4); height: Theme.px(17); text: Format.bytes(version.model.bytes); role: "small"; color: Theme.text2; Accessible.ignored: true }
                    AppText { anchors.right: parent.right; y: Theme.px(21); height: Theme.px(14); text: Format.digest(version.model.body); role: "caption"; color: Theme.text3; Accessible.ignored: true }
                }
            }
        }
    }
    HistoryList { visible: pane.tab === "history"; width: parent.width; of: pane.dream; isActive: pane.tab === "history" }

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
            text: work.receiptCount > 0 ? qsTr("Understand again") : qsTr("Understand")
            onClicked: pane.understandAsked()
        },
        AppButton {
            objectName: "archive"
            visible: row.found
            kind: "quiet"
            text: row.value.state === "archived" ? qsTr("Restore") : qsTr("Archive")
            onClicked: row.value.state === "archived" ? pane.restoreAsked() : pane.archiveAsked()
        }]
}
