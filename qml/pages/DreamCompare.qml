pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Scene

// Two runs of one dream side by side: which text each read, its scores, and step by step what came out
// the same. With one run only it says why there is nothing to compare, and how to get a second.
Sheet {
    id: sheet
    property string dream: ""
    property bool mayRun: true         // no work is under way and it is not archived
    readonly property bool isPair: runs.leftRun !== null && runs.rightRun !== null
    signal runAsked()
    function ask() {
        sheet.open()
        // What opens says where it stands; the keyboard goes on from there.
        close.forceActiveFocus(Qt.TabFocusReason)
    }
    function wordOf(run: var): string {
        return run.version > 0 ? qsTr("%1, version %2", "when, number").arg(Format.dateTime(run.at)).arg(run.version) : Format.dateTime(run.at)
    }
    parent: T.Overlay.overlay
    anchors.centerIn: parent
    modal: true
    width: Math.min(Theme.px(720), (parent ? parent.width : Theme.px(720)) - Theme.px(32))
    height: Math.min(Math.max(implicitHeight, Theme.px(280)), (parent ? parent.height : Theme.px(700)) - Theme.px(32))
    padding: Theme.px(20)
    T.Overlay.modal: Rectangle { color: Qt.rgba(Theme.ground.r, Theme.ground.g, Theme.ground.b, 0.6) }
    DreamRuns { id: runs; dream: sheet.opened || sheet.visible ? sheet.dream : ""; width: 0; height: 0 }
    contentItem: Flickable { // qmllint disable deferred-property-id
        implicitHeight: column.height
        contentHeight: column.height
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: column
            width: sheet.availableWidth - Theme.px(14)    // what scrolls stands beside
            spacing: Theme.px(12)
            Accessible.role: Accessible.Dialog
            Accessible.name: head.text
            Item {
                width: parent.width
                height: Math.max(head.implicitHeight, close.height)
                AppText { id: head; width: parent.width - close.width - Theme.gap; text: qsTr("Compare two runs"); role: "head"; wrapMode: Text.Wrap; Accessible.role: Accessible.Heading }
                AppButton { id: close; objectName: "closeCompare"; anchors.right: parent.right; kind: "quiet"; glyph: "cross"; hint: qsTr("Close"); onClicked: sheet.close() }
            }
            Reading { isOn: !runs.isReady }
            EmptyState {
                objectName: "compareEmpty"
                visible: runs.isReady && !sheet.isPair
                width: parent.width
                glyph: "receipt"
                title: runs.all.length === 0 ? qsTr("Nobody has worked this dream yet") : qsTr("There is only one run")
                words: runs.all.length === 0 ? qsTr("A run is all the work of the agents on one text. Two of them can be compared.")
                    : qsTr("It was worked once, on %1. Run it again, or change its text: each time the agents work it, a run is added here.").arg(Format.day(runs.all[0].at))
                deed: sheet.mayRun ? qsTr("Run again") : ""
                onDone: {
                    sheet.close()
                    sheet.runAsked()
                }
            }
            Flow {
                visible: sheet.isPair
                width: parent.width
                spacing: Theme.gap
                AppCombo { objectName: "leftRun"; label: qsTr("Left run"); options: runs.all.filter(r => r.id !== runs.rightId).map(r => ({ name: r.id, word: sheet.wordOf(r) })); current: runs.leftId; onPicked: name => { runs.leftId = name; current = Qt.binding(() => runs.leftId) } }
                AppCombo { objectName: "rightRun"; label: qsTr("Right run"); options: runs.all.filter(r => r.id !== runs.leftId).map(r => ({ name: r.id, word: sheet.wordOf(r) })); current: runs.rightId; onPicked: name => { runs.rightId = name; current = Qt.binding(() => runs.rightId) } }
            }
            AppText {
                objectName: "compareVerdict"
                visible: sheet.isPair
                width: parent.width
                wrapMode: Text.Wrap
                lineHeight: 1.2
                text: (runs.differing === 0 ? qsTr("All %n steps came out the same.", "", runs.steps.length) : qsTr("%1 of %2 steps came out differently.").arg(runs.differing).arg(runs.steps.length))
                    + " " + (runs.leftRun?.body === runs.rightRun?.body ? qsTr("Both read the same text.") : qsTr("They read different texts."))
                color: runs.differing === 0 ? Theme.goodText : Theme.text
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
            DreamChanges {
                visible: sheet.isPair && runs.leftRun.body !== runs.rightRun.body
                width: parent.width
                dream: visible ? sheet.dream : ""
                before: visible ? runs.leftRun.body : ""
                after: visible ? runs.rightRun.body : ""
            }
            Section { visible: sheet.isPair && runs.scores.length > 0; width: parent.width; title: qsTr("Scores"); note: qsTr("left, right, what changed") }
            Column {
                visible: sheet.isPair
                width: parent.width
                Repeater {
                    model: runs.scores
                    Fact {
                        id: score
                        required property var modelData
                        objectName: "compareScore." + score.modelData.name
                        name: Declared.field(score.modelData.name)
                        value: qsTr("%1 | %2", "left, right").arg(score.modelData.left < 0 ? "–" : Format.fraction(score.modelData.left)).arg(score.modelData.right < 0 ? "–" : Format.fraction(score.modelData.right))
                        note: score.modelData.change === 0 ? qsTr("same") : (score.modelData.change > 0 ? "+" : "−") + Format.fraction(Math.abs(score.modelData.change))
                    }
                }
            }
            Section { visible: sheet.isPair; width: parent.width; title: qsTr("Step by step"); note: qsTr("left | right") }
            Column {
                visible: sheet.isPair
                width: parent.width
                Repeater {
                    model: runs.steps
                    CompareStep {
                        required property var modelData
                        width: column.width
                        line: modelData
                        dream: sheet.dream
                    }
                }
            }
        }
    }
}
