import QtQuick
import DreamScope.Ui
import DreamScope.Models

// An import under way, or what came of it. The counts come from the engine.
Rectangle {
    id: bar
    property int done: 0
    property int total: 0
    property int refusedCount: 0
    property bool isRunning: false
    property var answer: null
    readonly property bool isShown: isRunning || answer !== null
    function start(urls: var) {
        bar.done = 0
        bar.total = urls.length
        bar.refusedCount = 0
        bar.answer = null
        bar.isRunning = true
        Engine.importPaths(urls, answer => {
            bar.isRunning = false
            bar.answer = answer
        })
    }
    visible: isShown
    implicitHeight: isShown ? Theme.px(44) : 0
    color: Theme.ground
    Accessible.role: Accessible.ProgressBar
    Accessible.name: words.text
    Connections {
        target: Engine
        function onImportProgress(done: int, total: int, refused: int) {
            bar.done = done
            bar.total = total
            bar.refusedCount = refused
            bar.isRunning = done + refused < total
        }
    }
    Hair { width: parent.width }
    AppText {
        id: words
        x: Theme.gutter
        y: Theme.px(6)
        width: parent.width - x - close.width - Theme.px(20)
        height: Theme.px(18)
        role: "small"
        text: bar.isRunning ? qsTr("Importing %1 of %2").arg(Format.number(bar.done)).arg(Format.number(bar.total))
            : bar.answer && !bar.answer.ok && bar.done === 0 ? bar.answer.sentence
            : bar.refusedCount > 0 ? qsTr("%1 imported, %2 refused").arg(Format.number(bar.done)).arg(Format.number(bar.refusedCount))
            : qsTr("%n files imported", "", bar.done)
        color: bar.isRunning || bar.refusedCount === 0 ? Theme.text : Theme.warnText
        Accessible.ignored: true
    }
    Meter {
        x: Theme.gutter
        y: Theme.px(30)
        width: parent.width - 2 * x
        value: bar.total > 0 ? (bar.done + bar.refusedCount) / bar.total : 0
        ink: Theme.accentMark
    }
    AppButton {
        id: close
        visible: !bar.isRunning
        kind: "quiet"
        glyph: "cross"
        hint: qsTr("Close")
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(12)
        y: Theme.px(4)
        implicitHeight: Theme.px(20)
        implicitWidth: Theme.px(20)
        onClicked: {
            bar.answer = null
            bar.isRunning = false
        }
    }
}
