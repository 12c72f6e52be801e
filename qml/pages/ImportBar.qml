import QtQuick
import DreamScope.Ui
import DreamScope.Models

// An import under way, or what came of it. The counts come from the engine; stopping keeps what was
// kept and says how much that is.
Rectangle {
    id: bar
    property int total: 0
    property int keptCount: 0
    property int knownCount: 0         // the very same text was here already
    property int refusedCount: 0
    property bool isRunning: false
    property bool isStopping: false
    property var answer: null
    readonly property int seen: keptCount + knownCount + refusedCount
    readonly property bool isShown: isRunning || answer !== null
    readonly property bool isBad: answer !== null && !answer.ok && keptCount === 0 && knownCount === 0
    readonly property string outcome: {
        const parts = []
        if (bar.answer?.isCancelled ?? false)
            parts.push(bar.keptCount === 0 ? qsTr("Stopped before anything was imported")
                : qsTr("Stopped: %1 of %2 imported, they stay").arg(Format.number(bar.keptCount)).arg(Format.number(bar.total)))
        else
            parts.push(qsTr("%n files imported", "", bar.keptCount))
        if (bar.knownCount > 0)
            parts.push(qsTr("%1 were here already").arg(Format.number(bar.knownCount)))
        if (bar.refusedCount > 0)
            parts.push(qsTr("%1 refused").arg(Format.number(bar.refusedCount)))
        return parts.join(", ")
    }
    function take(standing: var) {
        bar.total = standing.total ?? 0
        bar.keptCount = standing.kept ?? 0
        bar.knownCount = standing.known ?? 0
        bar.refusedCount = standing.refused ?? 0
    }
    function start(urls: var) {
        if (bar.isRunning)
            return
        bar.take({ total: urls.length })
        bar.answer = null
        bar.isStopping = false
        bar.isRunning = true
        Engine.importPaths(urls, answer => {
            bar.isRunning = false
            bar.take(answer)
            bar.answer = answer
        })
    }
    visible: isShown
    implicitHeight: isShown ? Theme.px(detail.visible ? 60 : 44) : 0
    color: Theme.ground
    Accessible.role: Accessible.ProgressBar
    Accessible.name: detail.visible ? words.text + ". " + detail.text : words.text
    Connections {
        target: Engine
        function onImportProgress(standing: var) { bar.take(standing) }
    }
    Hair { width: parent.width }
    AppText {
        id: words
        objectName: "importWords"
        x: Theme.gutter
        y: Theme.px(6)
        width: parent.width - x - button.width - Theme.px(20)
        height: Theme.px(18)
        role: "small"
        text: bar.isRunning ? qsTr("Importing %1 of %2").arg(Format.number(bar.seen)).arg(Format.number(bar.total))
            : bar.isBad ? bar.answer?.sentence ?? "" : bar.outcome
        color: bar.isRunning || bar.refusedCount === 0 && !bar.isBad ? Theme.text : Theme.warnText
        Accessible.ignored: true
    }
    AppText {
        id: detail
        visible: !bar.isRunning && bar.refusedCount > 0 && !bar.isBad
        x: Theme.gutter
        y: Theme.px(38)
        width: parent.width - 2 * x
        height: Theme.px(16)
        role: "caption"
        color: Theme.text3
        text: bar.answer?.sentence ?? ""
        Accessible.ignored: true
    }
    Meter {
        x: Theme.gutter
        y: Theme.px(30)
        width: parent.width - 2 * x
        value: bar.total > 0 ? bar.seen / bar.total : 0
        ink: Theme.accentMark
    }
    AppButton {
        id: button
        objectName: bar.isRunning ? "importStop" : "importClose"
        kind: "quiet"
        glyph: bar.isRunning ? "" : "cross"
        text: bar.isRunning ? bar.isStopping ? qsTr("Stopping…") : qsTr("Stop") : ""
        enabled: !bar.isStopping || !bar.isRunning
        hint: bar.isRunning ? qsTr("Stop the import; what is in stays") : qsTr("Close")
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(12)
        y: Theme.px(4)
        implicitHeight: Theme.px(20)
        onClicked: {
            if (bar.isRunning) {
                bar.isStopping = true
                Engine.cancelImport()
            } else {
                bar.answer = null
            }
        }
    }
}
