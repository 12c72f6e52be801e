pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Scene
import DreamScope.Models as Live

// What would be: the treasury over the days to come if so many people worked so much under these rules. The
// engine draws the runs; here are the question, two pictures of the answer, and what they come to in words.
FocusScope {
    id: part
    required property string token
    property var answer: null
    property string problem: ""
    property bool isDrawing: false
    property int asked: 0
    readonly property bool isPaidOut: part.token !== "core"    // CORE meters work and pays nobody
    signal said(string words)

    function whole(field: var, fallback: int): int { return /^\d{1,7}$/.test(field.text.trim()) ? Number(field.text.trim()) : field.text.trim() === "" ? fallback : -1 }
    function draw() {
        if (!part.visible || !part.isPaidOut || sum.problem !== "")
            return
        const turn = ++part.asked
        part.isDrawing = true
        Live.Engine.whatIf({ now: Date.now(), token: part.token, people: part.whole(people, 3), receipts: part.whole(receipts, 20),
                             days: part.whole(days, 90), amount: sum.text === "" ? "" : Cells.read(sum.text, { type: "amount" }).value, seed: 1 }, answer => {
            if (turn !== part.asked)    // asked anew meanwhile
                return
            part.isDrawing = false
            part.problem = answer.ok ? "" : answer.sentence
            if (answer.ok)
                part.answer = answer
        })
    }
    // A treasury of ten million moves by thousands: the picture begins near its least value.
    function series(of: var): var {
        return !of ? [] : [{ name: qsTr("middle"), values: of.middle }, { name: qsTr("low (5 %)"), values: of.low, tone: "warn" },
                           { name: qsTr("high (95 %)"), values: of.high, tone: "good" }]
    }
    function sentence(): string {
        const now = part.answer
        if (!now || now.at.length === 0)
            return ""
        const end = now.left.middle[now.left.middle.length - 1], dry = now.left.middle.findIndex(value => value <= 0)
        const sums = now.paid.middle.reduce((sum, value) => sum + value, 0)
        const words = qsTr("After %Ln days", "", now.at.length)
        return dry >= 0 ? qsTr("The treasury is empty after %Ln days.", "", dry + 1)
            : qsTr("%1 about %2 are paid and %3 are left.").arg(words).arg(Money.full(Math.round(sums), part.token)).arg(Money.full(Math.round(end), part.token))
    }
    onVisibleChanged: later.restart()
    onTokenChanged: {
        part.answer = null
        sum.clear()
        later.restart()
    }
    Timer { id: later; interval: 250; onTriggered: part.draw() }

    Flickable {
        id: room
        anchors.fill: parent
        contentHeight: column.height + Theme.gap
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: column
            width: room.width - Theme.px(12)
            spacing: Theme.gap
            AppText {
                width: parent.width
                text: part.isPaidOut ? qsTr("What the treasury would pay under today's rules and caps, from tomorrow on. Drawn a hundred times; the lines are the middle and where nine of ten runs stay. A projection, nothing that happened.")
                    : qsTr("CORE meters work inside and is paid to nobody, so there is nothing to project.")
                role: "small"
                color: Theme.text2
                wrapMode: Text.Wrap
                lineHeight: 1.2
            }
            Flow {
                width: parent.width
                spacing: Theme.gap
                visible: part.isPaidOut
                Question { id: people; objectName: "whatIfPeople"; label: qsTr("People"); fallback: "3" }
                Question { id: receipts; objectName: "whatIfReceipts"; label: qsTr("Receipts a day, each"); fallback: "20" }
                Question { id: days; objectName: "whatIfDays"; label: qsTr("Days"); fallback: "90" }
                Question {
                    id: sum
                    objectName: "whatIfAmount"
                    label: qsTr("%1 a receipt").arg(Money.token(part.token))
                    fallback: qsTr("as the rule says")
                    problem: text === "" ? "" : Cells.read(text, { type: "amount" }).problem
                }
            }
            AppText {
                objectName: "whatIfWords"
                visible: text !== ""
                width: parent.width
                text: part.problem !== "" ? part.problem : part.sentence()
                role: "body"
                color: part.problem !== "" ? Theme.warnText : Theme.text
                wrapMode: Text.Wrap
                Accessible.role: Accessible.AlertMessage
            }
            Grid {
                id: charts
                visible: part.answer !== null && part.problem === ""
                width: parent.width
                columns: width / Theme.scale > 620 ? 2 : 1
                columnSpacing: Theme.px(36)
                rowSpacing: Theme.gap
                readonly property int cell: Math.floor((width - (columns - 1) * columnSpacing) / columns)
                Projected { objectName: "whatIfLeft"; title: qsTr("Left in the treasury"); lists: part.answer?.left ?? null }
                Projected { objectName: "whatIfPaid"; title: qsTr("Paid on the day"); lists: part.answer?.paid ?? null }
            }
            Reading { isOn: part.isDrawing && part.answer === null }
        }
    }
    component Question: Column {
        id: question
        property alias text: field.text
        property alias label: field.label
        property alias problem: field.problem
        property alias fallback: field.placeholderText
        function clear() { field.clear() }
        spacing: Theme.unit
        AppText { text: question.label; role: "caption"; color: Theme.text3; Accessible.ignored: true }
        AppField {
            id: field
            objectName: question.objectName + "Field"
            width: Theme.px(150)
            onTextChanged: later.restart()
            onAccepted: part.draw()
        }
    }
    component Projected: ChartView {
        property var lists: null
        width: charts.cell
        height: Theme.px(240)
        note: Money.token(part.token)
        kind: Chart.Line
        isTime: true
        at: part.answer?.at ?? []
        series: part.series(lists)
        onSaid: words => part.said(words)
    }
}
