pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live

// Work that is under way: every open assignment with its progress, to pause, go on or cancel, and
// below it what ended last. All from the queue's own tables.
Drawer {
    id: drawer
    property int imported: 0
    property int importTotal: 0
    property string refusal: ""
    signal dreamAsked(string id)
    title: qsTr("Running work")
    note: qsTr("%1 running, %2 waiting").arg(Format.number(Live.Engine.running)).arg(Format.number(Live.Engine.queued))
    function answered(answer: var) { drawer.refusal = answer.ok ? "" : answer.sentence }
    Connections {
        target: Live.Engine
        function onImportProgress(standing: var) {
            drawer.imported = standing.kept + standing.known + standing.refused
            drawer.importTotal = standing.isFinished ? 0 : standing.total
        }
    }
    // Nobody reads them while the drawer is shut, and a start has better things to do.
    Live.Rows { id: open; of: drawer.visible ? "superspine.assignments" : ""; where: ({ state: ["open", "paused"] }); sortBy: "opened" }
    Live.Rows { id: closed; of: drawer.visible ? "superspine.closed" : ""; sortBy: "at"; descending: true; limit: 12 }
    Flickable {
        anchors.fill: parent
        contentHeight: column.height + Theme.px(24)
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: column
            x: Theme.px(20)
            width: parent.width - 2 * x
            RefusalBar {
                visible: drawer.refusal !== ""
                width: parent.width
                what: qsTr("Not done")
                missing: drawer.refusal
                mayClose: true
                onClosed: drawer.refusal = ""
            }
            Column {
                visible: drawer.imported < drawer.importTotal
                width: parent.width
                spacing: Theme.px(6)
                bottomPadding: Theme.px(12)
                AppText { text: qsTr("Importing %1 of %2").arg(Format.number(drawer.imported)).arg(Format.number(drawer.importTotal)); role: "label" }
                Meter { width: parent.width; value: drawer.importTotal > 0 ? drawer.imported / drawer.importTotal : 0; ink: Theme.accentMark }
            }
            AppText {
                visible: open.ready && open.count === 0 && drawer.imported >= drawer.importTotal
                width: parent.width
                text: qsTr("Nothing is running. Work appears here when a dream is written, changed or imported.")
                color: Theme.text2
                wrapMode: Text.Wrap
                lineHeight: 1.3
                bottomPadding: Theme.px(12)
            }
            ListView {
                objectName: "jobs"
                width: parent.width
                height: Math.min(contentHeight, Theme.px(56) * 8)
                interactive: contentHeight > height
                clip: true
                model: open
                boundsBehavior: Flickable.StopAtBounds
                Accessible.role: Accessible.List
                Accessible.name: drawer.title
                T.ScrollBar.vertical: AppScroll {}
                delegate: Item {
                    id: job
                    required property var model
                    readonly property real share: job.model.total > 0 ? job.model.done / job.model.total : 0
                    readonly property bool isPaused: job.model.state === "paused"
                    width: ListView.view.width
                    height: Theme.px(56)
                    Accessible.role: Accessible.ListItem
                    Accessible.name: qsTr("%1, %2 of %3 tasks done").arg(dream.value.title ?? "").arg(job.model.done).arg(job.model.total)
                    Live.Row { id: dream; of: "dreams.dreams"; key: job.model.dream }
                    LinkText {
                        y: Theme.px(4)
                        width: Math.min(implicitWidth, parent.width - deeds.width - Theme.gap)
                        role: "label"
                        ink: Theme.text
                        text: dream.value.title ?? qsTr("A dream")
                        onClicked: drawer.dreamAsked(job.model.dream)
                    }
                    AppText {
                        y: Theme.px(24)
                        width: parent.width - deeds.width - Theme.gap
                        height: Theme.px(14)
                        text: job.isPaused ? qsTr("paused, %1 of %2 tasks done").arg(job.model.done).arg(job.model.total)
                            : job.model.failed > 0 ? qsTr("%1 of %2 tasks done, %3 failed").arg(job.model.done).arg(job.model.total).arg(job.model.failed)
                            : qsTr("%1 of %2 tasks done").arg(job.model.done).arg(job.model.total)
                        role: "caption"
                        color: job.model.failed > 0 ? Theme.warnText : Theme.text3
                        Accessible.ignored: true
                    }
                    Meter { y: Theme.px(44); width: parent.width; value: job.share; ink: job.isPaused ? Theme.text3 : Theme.accentMark; Accessible.ignored: true }
                    Row {
                        id: deeds
                        anchors.right: parent.right
                        y: Theme.px(6)
                        AppButton {
                            objectName: "pauseJob"
                            kind: "quiet"
                            glyph: job.isPaused ? "play" : "pause"
                            hint: job.isPaused ? qsTr("Go on") : qsTr("Pause")
                            onClicked: job.isPaused ? Actions.resumeAssignment(job.model.id, drawer.answered) : Actions.pauseAssignment(job.model.id, drawer.answered)
                        }
                        AppButton {
                            objectName: "cancelJob"
                            kind: "quiet"
                            glyph: "cross"
                            hint: qsTr("Cancel this work")
                            onClicked: Actions.cancelAssignment(job.model.id, drawer.answered)
                        }
                    }
                }
            }
            Item { width: 1; height: Theme.px(8) }
            Hair { visible: closed.count > 0; width: parent.width }
            Section { visible: closed.count > 0; width: parent.width; title: qsTr("Ended last"); height: Theme.px(36) }
            Repeater {
                model: closed
                Item {
                    id: past
                    required property var model
                    width: column.width
                    height: Theme.tableRow
                    Accessible.role: Accessible.ListItem
                    Accessible.name: qsTr("%1, %2").arg(ended.value.title ?? "").arg(Format.state(past.model.state))
                    Live.Row { id: ended; of: "dreams.dreams"; key: past.model.dream }
                    LinkText {
                        width: parent.width - Theme.px(150)
                        height: parent.height
                        role: "small"
                        ink: Theme.text
                        text: ended.found ? ended.value.title ?? "" : qsTr("an erased dream")
                        enabled: ended.found
                        onClicked: drawer.dreamAsked(past.model.dream)
                    }
                    AppText {
                        x: parent.width - Theme.px(142)
                        width: Theme.px(76)
                        height: parent.height
                        text: Format.state(past.model.state)
                        role: "small"
                        color: past.model.state === "done" ? Theme.text2 : Theme.warnText
                        Accessible.ignored: true
                    }
                    AppText {
                        anchors.right: parent.right
                        height: parent.height
                        text: Format.age(past.model.at, Clock.minute)
                        role: "caption"
                        color: Theme.text3
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
