pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui

// What an offline verification came to: one sentence, and what was checked.
Rectangle {
    id: result
    property var proof: null           // { ok, sentence, lines }
    readonly property bool isGood: proof?.ok ?? false
    implicitHeight: words.height + Theme.px(20)
    radius: Theme.radius
    color: isGood ? Theme.goodWash : Theme.badWash
    Accessible.role: Accessible.AlertMessage
    Accessible.name: proof?.sentence ?? ""
    Column {
        id: words
        x: Theme.px(14)
        y: Theme.px(10)
        width: parent.width - 2 * x
        spacing: Theme.unit
        Row {
            spacing: Theme.px(6)
            Icon {
                name: result.isGood ? "check" : "stop"
                size: Theme.px(14)
                tint: result.isGood ? Theme.goodText : Theme.badText
                y: Theme.px(2)
            }
            AppText {
                width: words.width - Theme.px(20)
                text: result.proof?.sentence ?? ""
                role: "label"
                wrapMode: Text.Wrap
            }
        }
        Repeater {
            model: result.proof?.lines ?? []
            AppText {
                id: line
                required property string modelData
                width: words.width
                text: line.modelData
                role: "small"
                color: Theme.text2
                wrapMode: Text.Wrap
                lineHeight: 1.2
            }
        }
    }
}
