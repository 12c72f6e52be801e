pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Desk
import DreamScope.Models as Live

// The first minute of a profile: a name and the key, a first dream, its first receipt verified, a look
// around, a first backup. Nothing here is a tour of pictures: each step does the real thing. Can be left at any time.
FocusScope {
    id: page
    focus: true                        // the name can be typed at once
    property int step: 0
    property string dream: ""
    property bool isAsking: false
    property var refusal: null
    property var proof: null
    readonly property var steps: [
        { name: "you", word: qsTr("You and your key") },
        { name: "dream", word: qsTr("A first dream") },
        { name: "receipt", word: qsTr("Its first receipt") },
        { name: "around", word: qsTr("Look around") },
        { name: "backup", word: qsTr("A first backup"), isDone: backups.last !== null }]
    readonly property bool isTight: width / Theme.scale < 720
    readonly property string note: qsTr("step %1 of %2").arg(step + 1).arg(steps.length)
    readonly property string saving: ""
    signal said(string words, string deed, var undo)
    signal wentTo(string place, string subject)
    // The keyboard goes on where the step begins.
    onStepChanged: {
        if (page.step === 0)
            nameField.forceActiveFocus(Qt.TabFocusReason)
        else if (page.step === 1)
            area.forceActiveFocus(Qt.TabFocusReason)
        else
            forward.forceActiveFocus(Qt.TabFocusReason)
    }
    function show(subject: string) {
        const at = page.steps.findIndex(s => s.name === subject)
        page.step = Math.max(0, at)
        Choices.remember("isGreeted", true)
    }
    function startWriting(title: string, body: string) { page.wentTo("Dreams", "") }
    function next() {
        if (page.step === 0)
            Choices.remember("name", nameField.text.trim())
        if (page.step === page.steps.length - 1)
            page.wentTo("Dreams", page.dream)
        else
            page.step++
    }
    function write() {
        page.isAsking = true
        page.refusal = null
        Actions.createDream({ body: area.text }, answer => {
            page.isAsking = false
            if (!answer.ok) {
                page.refusal = answer
                return
            }
            page.dream = answer.ids[0]
            page.next()
        })
    }
    function verify() {
        page.isAsking = true
        Live.Engine.verify(page.dream, answer => {
            page.isAsking = false
            page.proof = answer
        })
    }
    Backups { id: backups; width: 0; height: 0 }
    RestoreSheet { id: restoring }
    DreamWork { id: work; dream: page.dream; width: 0; height: 0 }
    Flickable {
        anchors.fill: parent
        contentHeight: column.height + Theme.px(60)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: column
            x: Theme.gutter
            y: Theme.px(page.isTight ? 12 : 40)
            width: Math.min(Theme.px(560), parent.width - 2 * x)
            spacing: Theme.px(16)
            FirstRunSteps { width: Math.min(Theme.px(760), page.width - 2 * column.x); steps: page.steps; current: page.step; isShort: page.isTight; onPicked: at => page.step = at }
            AppText {
                width: parent.width
                text: page.steps[page.step].word
                role: "title"
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
            }
            Column {
                visible: page.step === 0
                width: parent.width
                spacing: Theme.px(12)
                AppText {
                    width: parent.width
                    wrapMode: Text.Wrap
                    lineHeight: 1.3
                    color: Theme.text2
                    text: qsTr("DreamScope works your ideas on this computer alone: no account, no network. What it does it signs with a key that was made here just now.")
                }
                AppField {
                    id: nameField
                    objectName: "yourName"
                    width: Math.min(parent.width, Theme.px(320))
                    label: qsTr("Your name")
                    placeholderText: qsTr("Your name, may stay empty")
                    text: String(Choices.recall("name") ?? "")
                    focus: true
                    onAccepted: page.next()
                }
                Column {
                    width: parent.width
                    Fact { name: qsTr("Key"); value: Live.Engine.fingerprint === "" ? qsTr("being made…") : Live.Engine.fingerprint; isLong: true }
                    Fact { name: qsTr("Kept in"); value: Choices.place === "" ? qsTr("memory only") : Choices.place.slice(0, Choices.place.lastIndexOf("/")); isLong: true }
                }
            }
            Column {
                visible: page.step === 1
                width: parent.width
                spacing: Theme.px(12)
                AppText {
                    width: parent.width
                    wrapMode: Text.Wrap
                    lineHeight: 1.3
                    color: Theme.text2
                    text: qsTr("An idea, a goal, a brief, a journal entry, a dream of the night. One sentence is enough; the more concrete, the more is found in it.")
                }
                AppArea { id: area; objectName: "firstText"; width: parent.width; height: Theme.px(150); label: qsTr("Your first dream") }
                Flow {
                    width: parent.width
                    spacing: Theme.gap
                    AppButton {
                        objectName: "keepFirst"
                        kind: "primary"
                        enabled: area.text.trim() !== "" && !page.isAsking && Live.Engine.ready
                        text: qsTr("Give it to the agents")
                        onClicked: page.write()
                    }
                    AppButton {
                        objectName: "sampleText"
                        kind: "quiet"
                        text: qsTr("Take a sample")
                        onClicked: area.text = Guide.samples(qsTr("en", "code of this language: de in German"))[0].text
                    }
                }
                RefusalBar {
                    visible: page.refusal !== null
                    width: parent.width
                    what: qsTr("The dream was not kept")
                    missing: page.refusal?.sentence ?? ""
                }
            }
            Column {
                visible: page.step === 2
                width: parent.width
                spacing: Theme.px(12)
                AppText {
                    width: parent.width
                    wrapMode: Text.Wrap
                    lineHeight: 1.3
                    color: Theme.text2
                    text: page.dream === "" ? qsTr("Write a dream in the step before; its receipts appear here.")
                        : qsTr("Each agent that finishes a task leaves a signed receipt: what it read, what it made, how long it took. Anyone can check them without this program's word for it.")
                }
                Row {
                    visible: page.dream !== "" && work.assignment !== null
                    spacing: Theme.gap
                    Meter { width: Theme.px(160); anchors.verticalCenter: parent.verticalCenter; value: work.assignment && work.assignment.total > 0 ? work.assignment.done / work.assignment.total : 0; ink: Theme.accentMark }
                    AppText { text: qsTr("%1 of %2 tasks done").arg(work.assignment?.done ?? 0).arg(work.assignment?.total ?? 0); role: "small"; color: Theme.text2 }
                }
                AppButton {
                    objectName: "verifyFirst"
                    visible: page.dream !== "" && page.proof === null
                    kind: "primary"
                    enabled: work.receiptCount > 0 && !page.isAsking
                    glyph: "shield"
                    text: page.isAsking ? qsTr("Verifying…") : work.receiptCount > 0 ? qsTr("Verify %n receipts offline", "", work.receiptCount) : qsTr("Waiting for the first receipt")
                    onClicked: page.verify()
                }
                Rectangle {
                    objectName: "firstProof"
                    visible: page.proof !== null
                    width: parent.width
                    height: verdict.height + Theme.px(24)
                    radius: Theme.radius
                    color: page.proof?.ok ? Theme.goodWash : Theme.badWash
                    Accessible.role: Accessible.AlertMessage
                    Accessible.name: verdict.text
                    Icon { x: Theme.px(12); y: Theme.px(13); name: page.proof?.ok ? "check" : "stop"; tint: page.proof?.ok ? Theme.goodText : Theme.badText }
                    AppText { id: verdict; x: Theme.px(36); y: Theme.px(12); width: parent.width - x - Theme.px(12); text: page.proof?.sentence ?? ""; role: "label"; wrapMode: Text.Wrap }
                }
            }
            Column {
                visible: page.step === 3
                width: parent.width
                spacing: Theme.px(12)
                Repeater {
                    id: around
                    readonly property int wordWidth: Math.max(Theme.px(80), Theme.widestOf(model.map(l => l.word), Theme.body))
                    model: [
                        { place: "Dreams", glyph: "dreams", word: qsTr("Dreams"), help: qsTr("what you wrote, and what was found in it") },
                        { place: "Agents", glyph: "agents", word: qsTr("Agents"), help: qsTr("who works, with which exam, and what they did last") },
                        { place: "Library", glyph: "library", word: qsTr("Library"), help: qsTr("every picture, record and component they made") },
                        { place: "Atlas", glyph: "atlas", word: qsTr("Atlas"), help: qsTr("every system of the organism, with its measures and commands") },
                        { place: "Manual", glyph: "info", word: qsTr("Manual"), help: qsTr("how it all works, on this computer, searchable") }]
                    Row {
                        id: line
                        required property var modelData
                        spacing: Theme.px(10)
                        width: column.width
                        Icon { name: line.modelData.glyph }
                        LinkText { width: around.wordWidth; role: "body"; text: line.modelData.word; onClicked: page.wentTo(line.modelData.place, "") }
                        AppText { width: line.width - x; text: line.modelData.help; color: Theme.text2; wrapMode: Text.Wrap }
                    }
                }
                Hair { width: parent.width }
                SampleWorld { width: parent.width; onSaid: words => page.said(words, "", null) }
            }
            FirstBackup { visible: page.step === 4; width: parent.width; backups: backups }
            Hair { width: parent.width }
            Flow {
                width: parent.width
                spacing: Theme.gap
                AppButton {
                    id: forward
                    objectName: "nextStep"
                    kind: page.step === 0 || page.step === 3 || page.step === 4 && backups.last !== null || page.proof !== null && page.step === 2 ? "primary" : "plain"
                    text: page.step < 4 ? qsTr("Next") : backups.last !== null ? qsTr("Begin") : qsTr("Begin without a backup")
                    onClicked: page.next()
                }
                AppButton { objectName: "haveBackup"; visible: page.step === 0; kind: "quiet"; text: qsTr("I have a backup…"); onClicked: restoring.ask("") }
                AppButton { visible: page.step > 0; kind: "quiet"; text: qsTr("Back"); onClicked: page.step-- }
                AppButton { objectName: "skip"; visible: page.step < 4; kind: "quiet"; text: qsTr("Skip all this"); onClicked: page.wentTo("Dreams", page.dream) }
            }
        }
    }
}
