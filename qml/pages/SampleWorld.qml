import QtQuick
import DreamScope.Ui
import DreamScope.Desk
import DreamScope.Models as Live

// A few real dreams to try things with, worked by the same agents as any other, and gone for good
// when they are removed: text, key and artefacts.
Column {
    id: world
    property bool isBusy: false
    readonly property var kept: Choices.revision >= 0 ? Choices.recall("samples") ?? [] : []
    readonly property int count: kept.length
    signal said(string words)
    signal added(string first)
    function add() {
        const samples = Guide.samples(qsTr("en", "code of this language: de in German"))
        const ids = []
        let left = samples.length
        world.isBusy = true
        for (const sample of samples)
            Actions.createDream({ body: sample.text, tags: [qsTr("sample")], source: "sample" }, answer => {
                if (answer.ok && answer.ids.length > 0)
                    ids.push(answer.ids[0])
                if (--left > 0)
                    return
                world.isBusy = false
                Choices.remember("samples", ids)
                world.said(ids.length === samples.length ? qsTr("%n sample dreams are being read", "", ids.length) : answer.sentence)
                if (ids.length > 0)
                    world.added(ids[0])
            })
    }
    function remove() {
        const ids = world.kept
        let left = ids.length, gone = 0
        world.isBusy = true
        for (const id of ids)
            Actions.eraseDream(id, answer => {
                gone += answer.ok ? 1 : 0
                if (--left > 0)
                    return
                world.isBusy = false
                Choices.remember("samples", [])
                world.said(qsTr("%n sample dreams are erased", "", gone))
            })
    }
    spacing: Theme.px(8)
    Section { width: parent.width; title: qsTr("Sample world"); note: world.count > 0 ? qsTr("%n dreams", "", world.count) : "" }
    AppText {
        width: parent.width
        text: qsTr("A few short dreams to try the pages with: an idea, a dream of the night, a recipe, a meeting, a goal. Removing erases them; dreams of your own stay.")
        color: Theme.text2
        wrapMode: Text.Wrap
        lineHeight: 1.3
    }
    AppButton {
        objectName: "sampleWorld"
        enabled: Live.Engine.ready && !world.isBusy
        text: world.count > 0 ? qsTr("Remove the sample world") : qsTr("Add the sample world")
        onClicked: world.count > 0 ? world.remove() : world.add()
    }
}
