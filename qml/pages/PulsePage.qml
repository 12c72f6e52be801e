pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live
import DreamScope.Scene

// Pulse: is the organism well? One sentence, every system as a mark, what was measured with its age,
// how fast and how long work ran, what is wrong, what waits, what was just done.
FocusScope {
    id: page
    readonly property real room: width / Theme.scale
    readonly property bool isTight: room < 760
    readonly property string note: page.isThen ? "" : pulse.systems.length > 0 ? qsTr("%n systems, measured every second", "", pulse.systems.length) : ""
    readonly property string saving: ""
    signal said(string words, string deed, var undo)
    signal wentTo(string place, string subject)
    // "fact:123": the moment after that fact; "fact:123-now": and what changed since.
    function show(subject: string) {
        const found = /^fact:(\d{1,15})(-now)?$/.exec(subject)
        if (found === null)
            return
        past.goToFact(Number(found[1]))
        if (found[2])
            past.compareWith(0)
    }
    Keys.onEscapePressed: event => {
        event.accepted = past.isPast || past.isLoading
        if (event.accepted)
            past.goToNow()
    }
    function startWriting(title: string, body: string) { page.wentTo("Dreams", "") }
    function openSystem(stem: string) { page.wentTo("Atlas", stem) }
    function openDream(id: string) { page.wentTo("Dreams", id) }
    function span(ms: real): string {
        const hours = ms / 3600000
        return hours < 1 ? qsTr("last %n minutes", "", Math.round(ms / 60000))
            : hours < 48 ? qsTr("last %n hours", "", Math.round(hours)) : qsTr("last %n days", "", Math.round(hours / 24))
    }

    Live.Past { id: past; spans: page.isTight ? 80 : 160 }
    readonly property bool isThen: past.isPast
    PulseState { id: pulse; past: past }
    Live.Rows { id: needing; of: "dreams.dreams"; past: past; where: ({ state: "failed" }) }
    Live.Rows { id: dreamsThen; of: page.isThen ? "dreams.dreams" : ""; past: past }
    Live.Rows { id: receipts; of: "superspine.receipts"; past: past; sortBy: "at"; descending: true }
    Buckets { id: work; source: receipts; until: past.at }
    readonly property string workAge: work.total > 0 && !page.isThen ? Format.age(work.last.at ?? 0, Clock.now) : ""
    readonly property string age: page.isThen || pulse.ageMs < 0 ? "" : Format.ageOf(pulse.ageMs)
    readonly property string endWord: page.isThen ? qsTr("then") : qsTr("now")
    readonly property var letters: {
        page.age
        return !Live.Engine.ready ? null : (page.isThen ? past.vitals("deadletter") : Live.Engine.vitals("deadletter")).find(v => v.name === "open letters") ?? null
    }
    function trimmed(list: var): var { return list.filter(v => v !== undefined && v !== null).slice(-60) }
    function figure(value: real): string {
        return value.toLocaleString(Qt.locale(), "f", value !== 0 && Math.abs(value) < 10 ? 1 : 0)
    }

    PastBanner {
        id: banner
        visible: page.isThen
        width: parent.width
        past: past
        dreams: dreamsThen.count
        onLeftPast: past.goToNow()
    }
    Flickable {
        id: flick
        anchors.fill: parent
        anchors.topMargin: banner.visible ? banner.height : 0
        contentHeight: body.height + Theme.px(16)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: body
            width: flick.width
            PulseVerdict {
                x: Theme.gutter
                width: parent.width - 2 * x
                topPadding: Theme.px(18)
                pulse: pulse
                needing: needing.count
                onDreamsAsked: page.wentTo("Dreams", needing.count > 0 ? needing.at(0).id : "")
                onSystemAsked: stem => page.openSystem(stem)
            }
            Item { visible: time.visible; width: 1; height: Theme.px(12) }
            PulsePast {
                id: time
                visible: past.available
                x: Theme.gutter
                width: parent.width - 2 * x
                past: past
            }
            Item { width: 1; height: Theme.px(14) }
            PulseMarks {
                x: Theme.gutter
                width: parent.width - 2 * x
                organs: pulse.marks
                onPicked: stem => page.openSystem(stem)
            }
            Item { width: 1; height: Theme.px(14) }
            Hair { width: parent.width }
            Grid {
                id: vitals
                x: Theme.gutter
                width: parent.width - 2 * x
                topPadding: Theme.px(8)
                bottomPadding: Theme.px(4)
                columns: page.room > 1000 ? 7 : page.room > 620 ? 4 : 2
                columnSpacing: Theme.px(28)
                rowSpacing: Theme.px(4)
                readonly property int cell: Math.floor((width - (columns - 1) * columnSpacing) / columns)
                PulseVital {
                    width: vitals.cell
                    name: qsTr("Throughput")
                    figure: work.total > 0 ? page.figure(work.last.done ?? 0) : ""
                    unit: qsTr("tasks/min")
                    age: page.workAge
                    isLoading: receipts.isLoading
                    values: page.trimmed(work.done)
                }
                PulseVital {
                    width: vitals.cell
                    name: qsTr("Latency p95")
                    figure: work.total > 0 ? page.figure(work.last.p95 ?? 0) : ""
                    unit: qsTr("ms")
                    age: page.workAge
                    isLoading: receipts.isLoading
                    values: page.trimmed(work.p95)
                }
                PulseVital {
                    width: vitals.cell
                    name: qsTr("Failed")
                    figure: work.total > 0 && work.last.tasks > 0 ? page.figure(100 * work.last.failed / work.last.tasks) : ""
                    unit: qsTr("%")
                    age: page.workAge
                    isLoading: receipts.isLoading
                    tone: work.last.failed > 0 ? "warn" : ""
                    values: page.trimmed(work.failed)
                }
                PulseVital {
                    width: vitals.cell
                    name: qsTr("Running")
                    figure: page.isThen ? Format.number(queue.running) : pulse.ageMs < 0 ? "" : Format.number(Live.Engine.running)
                    unit: qsTr("tasks")
                    age: page.age
                    values: page.isThen ? [] : pulse.runs
                }
                PulseVital {
                    width: vitals.cell
                    name: qsTr("Waiting")
                    figure: page.isThen ? Format.number(queue.waiting) : pulse.ageMs < 0 ? "" : Format.number(Live.Engine.queued)
                    unit: qsTr("tasks")
                    age: page.age
                    values: page.isThen ? [] : pulse.waits
                }
                PulseVital {
                    width: vitals.cell
                    name: qsTr("Journal")
                    figure: page.isThen ? Format.number(past.fact) : pulse.ageMs < 0 ? "" : Format.number(Live.Engine.facts)
                    unit: qsTr("facts")
                    age: page.age
                    values: page.isThen ? [] : pulse.factPaces
                }
                PulseVital {
                    width: vitals.cell
                    name: qsTr("Dead letters")
                    figure: page.letters ? Format.number(page.letters.value) : ""
                    unit: qsTr("open")
                    age: page.letters && !page.isThen ? Format.ageOf(page.letters.ageMs) : ""
                    tone: page.letters && page.letters.value > 0 ? "warn" : ""
                }
            }
            Hair { width: parent.width }
            Grid {
                id: charts
                x: Theme.gutter
                width: parent.width - 2 * x
                topPadding: Theme.px(8)
                bottomPadding: Theme.px(8)
                columns: page.isTight ? 1 : 2
                columnSpacing: Theme.px(36)
                rowSpacing: Theme.px(12)
                readonly property int cell: Math.floor((width - (columns - 1) * columnSpacing) / columns)
                readonly property int tall: Theme.px(work.total === 0 ? 76 : 208)
                ChartView {
                    objectName: "throughput"
                    width: charts.cell
                    height: charts.tall
                    title: qsTr("Throughput")
                    note: work.total > 0 ? qsTr("tasks a minute, %1").arg(page.span(work.spanMs)) : ""
                    kind: Chart.Line
                    isTime: true
                    endWord: page.endWord
                    at: work.at
                    series: work.total === 0 ? [] : [{ name: qsTr("done"), values: work.done, isFilled: true }, { name: qsTr("failed"), values: work.failed, tone: "warn" }]
                    emptyWords: receipts.isLoading ? "" : qsTr("No task has ended yet. The line begins with the first receipt.")
                    onSaid: words => page.said(words, "", null)
                }
                ChartView {
                    objectName: "latency"
                    width: charts.cell
                    height: charts.tall
                    title: qsTr("Latency")
                    note: work.total > 0 ? qsTr("milliseconds a task, %1").arg(page.span(work.spanMs)) : ""
                    kind: Chart.Line
                    isTime: true
                    endWord: page.endWord
                    unit: qsTr("ms")
                    at: work.at
                    series: work.total === 0 ? [] : [{ name: "p50", values: work.p50 }, { name: "p95", values: work.p95 }, { name: "p99", values: work.p99 }]
                    emptyWords: receipts.isLoading ? "" : qsTr("No task has ended yet. How long they take is known from their receipts.")
                    onSaid: words => page.said(words, "", null)
                }
            }
            Hair { width: parent.width }
            // Three columns; calm alerts and queue share one, so that events get their room.
            Item {
                id: lists
                readonly property bool isCalm: alerts.rows.count === 0 && queue.lines.length === 0
                readonly property int columns: page.isTight ? 1 : page.room > 1000 ? 3 : 2
                readonly property int gap: Theme.px(36)
                readonly property int cell: Math.floor((width - (columns - 1) * gap) / columns)
                readonly property bool isStacked: columns === 1 || (isCalm && columns > 1)
                x: Theme.gutter
                width: parent.width - 2 * x
                height: Math.max(alerts.y + alerts.height, queue.y + queue.height, events.y + events.height)
                PulseAlerts {
                    id: alerts
                    y: Theme.px(6)
                    width: lists.cell
                    rows: pulse.alerts
                    onPicked: stem => page.openSystem(stem)
                }
                PulseQueue {
                    id: queue
                    past: past
                    x: lists.isStacked ? 0 : lists.cell + lists.gap
                    y: lists.isStacked ? alerts.y + alerts.height + Theme.px(8) : alerts.y
                    width: lists.cell
                    onPicked: dream => page.openDream(dream)
                }
                PulseEvents {
                    id: events
                    readonly property bool isBelow: lists.columns === 1 || (lists.columns === 2 && !lists.isCalm)
                    x: isBelow ? 0 : lists.isCalm ? lists.cell + lists.gap : 2 * (lists.cell + lists.gap)
                    y: isBelow ? Math.max(alerts.y + alerts.height, queue.y + queue.height) + Theme.px(8) : alerts.y
                    width: isBelow ? lists.width : lists.width - x
                    receipts: receipts
                    onDreamsAsked: page.wentTo("Dreams", "")
                    onPicked: dream => page.openDream(dream)
                }
            }
        }
    }
}
