pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// A form for one command of a system, from its declaration: what it does in a sentence, typed fields,
// the answer where the button is. A dangerous command asks twice.
Column {
    id: form
    required property var command      // { name, label, help, danger, fields }
    property bool isOpen: false
    readonly property string word: form.command.label !== "" ? form.command.label : Format.tail(form.command.name)
    property bool isBusy: false
    property bool isArmed: false
    property var answer: null
    readonly property bool isComplete: {
        form.stamp
        for (let i = 0; i < fields.count; ++i) {
            const f = fields.itemAt(i) as FormField
            if (f && f.isMissing)
                return false
        }
        return true
    }
    property int stamp: 0              // bumps when any field changes
    function send() {
        if (form.command.danger && !form.isArmed) {
            form.isArmed = true
            return
        }
        const values = {}
        for (let i = 0; i < fields.count; ++i) {
            const f = fields.itemAt(i) as FormField
            if (f && f.value !== undefined)
                values[f.spec.name] = f.value
        }
        form.isArmed = false
        form.isBusy = true
        Live.Engine.send(form.command.name, values, answer => {
            form.isBusy = false
            form.answer = answer
            if (answer.ok)
                for (let i = 0; i < fields.count; ++i)
                    (fields.itemAt(i) as FormField).clear()
        })
    }
    width: parent ? parent.width : Theme.px(296)
    spacing: Theme.px(10)
    Item {
        width: parent.width
        height: Theme.control
        AppButton {
            objectName: "command." + form.command.name
            x: -Theme.px(10)
            kind: "quiet"
            glyph: form.isOpen ? "down" : "right"
            text: form.word
            onClicked: form.isOpen = !form.isOpen
        }
    }
    Column {
        visible: form.isOpen
        width: parent.width
        spacing: Theme.px(10)
        AppText {
            visible: form.command.help !== ""
            width: parent.width
            text: form.command.help
            role: "small"
            color: form.isArmed ? Theme.badText : Theme.text2
            wrapMode: Text.Wrap
            lineHeight: 1.2
        }
        Repeater {
            id: fields
            model: form.isOpen ? form.command.fields : []
            FormField {
                required property var modelData
                spec: modelData
                width: form.width
                onValueChanged: {
                    form.stamp++
                    form.answer = null
                }
                onProblemChanged: form.stamp++
            }
        }
        Row {
            spacing: Theme.gap
            AppButton {
                objectName: "send"
                kind: form.command.danger ? "danger" : "plain"
                enabled: form.isComplete && !form.isBusy
                text: form.isArmed ? qsTr("Yes: %1").arg(form.word) : form.word
                onClicked: form.send()
            }
            AppButton {
                visible: form.isArmed
                kind: "quiet"
                text: qsTr("Keep it as it is")
                onClicked: form.isArmed = false
            }
        }
        RefusalBar {
            visible: form.answer !== null && !form.answer.ok
            width: parent.width
            what: qsTr("Refused: %1").arg(form.word)
            missing: form.answer?.sentence ?? ""
            mayClose: true
            onClosed: form.answer = null
        }
        Row {
            visible: form.answer !== null && form.answer.ok
            spacing: Theme.px(6)
            Icon { name: "check"; tint: Theme.goodText; anchors.verticalCenter: parent.verticalCenter }
            AppText { text: (form.answer?.facts ?? 0) > 0 ? qsTr("Done: %n facts in the journal", "", form.answer.facts) : qsTr("Done: it was so already"); role: "small"; color: Theme.goodText }
        }
    }
    Hair { width: parent.width }
}
