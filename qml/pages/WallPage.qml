pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live
import DreamScope.Scene

// The organism from afar, for a monitor on the wall: the verdict, every system as a mark, a few large
// figures, throughput, what is wrong and what was just done. Everything grows with the screen and
// always fits it; there is nothing to press. Measured as on Pulse, and late measures are said to be late.
FocusScope {
    id: page
    readonly property real zoom: Math.max(0.5, Math.min(width / 1280, height / 720))
    readonly property string note: ""
    readonly property string saving: ""
    readonly property var last: work.last
    readonly property var paces: work.done
    readonly property var delays: work.p95
    readonly property bool isLate: Live.Engine.ready && pulse.ageMs > 5000
    readonly property string trouble: Live.Engine.failure !== "" ? Trouble.words(Live.Engine.failure).title : ""
    readonly property string tone: page.trouble !== "" ? "bad" : page.isLate ? "warn" : verdict.tone
    signal said(string words, string deed, var undo)
    signal wentTo(string place, string subject)
    signal gone()
    function show(subject: string) {}
    function startWriting(title: string, body: string) { page.wentTo("Dreams", "") }
    function u(n: real): int { return Math.round(n * page.zoom) }
    function figure(value: real): string { return value.toLocaleString(Qt.locale(), "f", value !== 0 && Math.abs(value) < 10 ? 1 : 0) }

    component Words: AppText {
        property real size: 18
        font.pixelSize: page.u(size)
    }
    component Figure: Item {
        id: figure
        property string name: ""
        property string figure: ""     // empty: not measured yet
        property string unit: ""
        property string tone: ""
        property list<double> values: []
        width: figures.cell
        height: page.u(104)
        Accessible.role: Accessible.StaticText
        Accessible.name: figure.figure === "" ? qsTr("%1, not measured yet").arg(name) : qsTr("%1 %2 %3").arg(name).arg(figure.figure).arg(unit)
        Words { text: figure.name; size: 16; color: Theme.text2; height: page.u(22); width: parent.width; Accessible.ignored: true }
        Words {
            id: number
            y: page.u(22)
            height: page.u(52)
            text: figure.figure === "" ? "–" : figure.figure
            size: 44
            font.weight: Theme.medium
            color: figure.figure === "" ? Theme.text3 : figure.tone === "" ? Theme.text : Theme.inkOf(figure.tone)
            Accessible.ignored: true
        }
        Words { x: number.width + page.u(8); y: number.y + number.baselineOffset - baselineOffset; width: parent.width - x; text: figure.unit; size: 16; color: Theme.text3; Accessible.ignored: true }
        Sparkline { visible: figure.values.length > 1; y: page.u(78); width: parent.width; height: page.u(24); values: figure.values; ink: figure.tone === "" ? Theme.series1 : Theme.markOf(figure.tone) }
    }

    PulseState { id: pulse }
    PulseVerdict { id: verdict; visible: false; pulse: pulse; needing: needing.count }
    Pens { id: pens }
    Live.Rows { id: needing; of: "dreams.dreams"; where: ({ state: "failed" }) }
    Live.Rows { id: receipts; of: "superspine.receipts"; sortBy: "at"; descending: true }
    Buckets { id: work; source: receipts }
    HoverHandler { cursorShape: still.running ? Qt.ArrowCursor : Qt.BlankCursor; onPointChanged: still.restart() }
    Timer { id: still; interval: 3000 }

    Item {
        id: stage
        x: page.u(40)
        y: page.u(28)
        width: page.width - 2 * x
        height: page.height - 2 * y
        Icon {
            y: page.u(6)
            name: page.tone === "bad" ? "stop" : page.tone === "warn" ? "alert" : "shield"
            size: page.u(48)
            tint: page.tone === "" ? Theme.text3 : Theme.markOf(page.tone)
        }
        Words {
            objectName: "wallVerdict"
            x: page.u(72)
            width: clock.x - x - page.u(24)
            height: page.u(56)
            text: page.trouble !== "" ? page.trouble : page.isLate ? qsTr("Nothing was measured for %1.").arg(Format.ageOf(pulse.ageMs)) : verdict.sentence
            size: 40
            font.weight: Theme.strong
            Accessible.role: Accessible.Heading
        }
        Words {
            x: page.u(72)
            y: page.u(56)
            width: clock.x - x - page.u(24)
            height: page.u(28)
            text: page.trouble === "" ? verdict.reason : Trouble.words(Live.Engine.failure).todo
            color: Theme.text2
        }
        Words {
            id: clock
            x: parent.width - width
            height: page.u(56)
            text: new Date(Clock.now).toLocaleTimeString(Qt.locale(), "HH:mm")
            size: 40
            color: Theme.text2
        }
        Words {
            x: parent.width - width
            y: page.u(56)
            height: page.u(28)
            text: Live.Engine.profile
            color: Theme.text3
        }
        Row {
            id: marks
            y: page.u(108)
            spacing: page.u(36)
            scale: Math.min(1, stage.width / Math.max(1, implicitWidth))    // many organs, long words: smaller, never cut
            transformOrigin: Theme.isMirrored ? Item.TopRight : Item.TopLeft
            Repeater {
                model: pulse.marks
                Column {
                    id: organ
                    required property var modelData
                    spacing: page.u(6)
                    Words { text: Declared.organ(organ.modelData.organ); size: 16; color: Theme.text2; height: page.u(22) }
                    Row {
                        spacing: page.u(6)
                        Repeater {
                            model: organ.modelData.systems
                            Item {
                                id: mark
                                required property var modelData
                                readonly property bool isPlain: mark.modelData.condition === "good" || mark.modelData.condition === "idle"
                                width: page.u(22)
                                height: width
                                Accessible.role: Accessible.StaticText
                                Accessible.name: qsTr("%1, %2").arg(Format.system(mark.modelData.stem)).arg(mark.modelData.words)
                                Rectangle {
                                    visible: mark.isPlain
                                    anchors.fill: parent
                                    radius: page.u(4)
                                    color: mark.modelData.condition === "good" ? Theme.goodMark : "transparent"
                                    opacity: 0.75
                                    border.width: mark.modelData.condition === "idle" ? page.u(2) : 0
                                    border.color: Theme.text3
                                }
                                Dot { visible: !mark.isPlain; anchors.centerIn: parent; condition: mark.modelData.condition; size: page.u(18) }
                            }
                        }
                    }
                }
            }
        }
        Hair { y: page.u(178); width: parent.width }
        Row {
            id: figures
            readonly property int cell: Math.floor((stage.width - 4 * spacing) / 5)
            y: page.u(196)
            spacing: page.u(40)
            Figure {
                name: qsTr("Throughput")
                figure: work.total > 0 ? page.figure(page.last.done ?? 0) : ""
                unit: qsTr("tasks/min")
                values: page.paces.filter(v => v !== undefined && v !== null).slice(-60)
            }
            Figure {
                name: qsTr("Latency p95")
                figure: work.total > 0 ? page.figure(page.last.p95 ?? 0) : ""
                unit: qsTr("ms")
                values: page.delays.filter(v => v !== undefined && v !== null).slice(-60)
            }
            Figure { name: qsTr("Running"); figure: pulse.ageMs < 0 ? "" : Format.number(Live.Engine.running); unit: qsTr("tasks"); values: pulse.runs }
            Figure { name: qsTr("Waiting"); figure: pulse.ageMs < 0 ? "" : Format.number(Live.Engine.queued); unit: qsTr("tasks"); values: pulse.waits }
            Figure { name: qsTr("Need a person"); figure: needing.ready ? Format.number(needing.count) : ""; unit: qsTr("dreams"); tone: needing.count > 0 ? "warn" : "" }
        }
        Hair { y: page.u(322); width: parent.width }
        Words { y: page.u(336); width: picture.width; height: page.u(36); text: qsTr("Tasks a minute"); font.weight: Theme.strong }
        Chart {
            id: picture
            y: page.u(372)
            width: Math.floor(parent.width * 0.56)
            height: parent.height - y
            visible: work.total > 0
            ink: Object.assign({}, pens.ink, { zoom: page.zoom * 1.35 })
            isTime: true
            at: work.at
            endWord: qsTr("now")
            title: qsTr("Tasks a minute")
            series: work.total === 0 ? [] : [{ name: qsTr("done"), values: work.done, isFilled: true }, { name: qsTr("failed"), values: work.failed, tone: "warn" }]
            Accessible.role: Accessible.Chart
            Accessible.name: title
            Accessible.description: summary
        }
        Words { visible: work.total === 0 && !receipts.isLoading; y: page.u(372); width: picture.width; text: qsTr("No task has ended yet. The line begins with the first receipt."); color: Theme.text3; wrapMode: Text.Wrap }
        Column {
            id: side
            readonly property int rows: Math.floor((stage.height - y) / page.u(36))
            readonly property int alertsShown: Math.min(pulse.alerts.count, Math.max(1, side.rows - 4))
            x: picture.width + page.u(48)
            y: page.u(336)
            width: parent.width - x
            Words { width: parent.width; height: page.u(36); text: pulse.alerts.count > 0 ? qsTr("%n alerts", "", pulse.alerts.count) : qsTr("No alert"); font.weight: Theme.strong; color: pulse.alerts.count > 0 ? Theme.text : Theme.text3 }
            Repeater {
                model: pulse.alerts
                Row {
                    id: alert
                    required property var model
                    required property int index
                    visible: alert.index < side.alertsShown
                    spacing: page.u(12)
                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        name: alert.model.severity === "alarm" ? "stop" : "alert"
                        size: page.u(22)
                        tint: alert.model.severity === "alarm" ? Theme.badMark : Theme.warnMark
                    }
                    Words { width: side.width - page.u(34); height: page.u(36); text: Trouble.plain(Format.alert(alert.model.cause, alert.model.stem, alert.model.detail)) }
                }
            }
            Words { width: parent.width; height: page.u(36); text: qsTr("Done last"); font.weight: Theme.strong; visible: receipts.count > 0 }
            Repeater {
                model: { receipts.revision; return Math.max(0, Math.min(receipts.count, side.rows - 2 - side.alertsShown)) }
                Item {
                    id: event
                    required property int index
                    readonly property var receipt: { receipts.revision; return receipts.at(event.index) ?? null }
                    width: side.width
                    height: page.u(36)
                    Live.Row { id: dream; of: "dreams.dreams"; key: event.receipt?.dream ?? "" }
                    Words { id: stamp; height: parent.height; text: event.receipt ? Format.clock(event.receipt.at) : ""; size: 16; color: Theme.text3 }
                    TextMetrics {
                        id: title
                        text: dream.value.title ?? ""
                        font: done.font
                        elide: Text.ElideRight
                        elideWidth: Math.max(page.u(48), done.width - page.u(8) - bare.advanceWidth)
                    }
                    TextMetrics { id: bare; font: done.font; text: event.receipt ? qsTr("%1 on “%2”").arg(Format.system(event.receipt.agent)).arg("") : "" }
                    Words {
                        id: done
                        x: page.u(92)
                        width: parent.width - x
                        height: parent.height
                        text: !event.receipt ? "" : qsTr("%1 on “%2”").arg(Format.system(event.receipt.agent)).arg(title.elidedText)
                        color: event.receipt && event.receipt.outcome !== "done" ? Theme.warnText : Theme.text2
                    }
                }
            }
        }
    }
}
