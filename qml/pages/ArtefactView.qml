pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live
import DreamScope.Scene

// One artefact as what it is: a picture drawn, Markdown set, data indented, a component as its source.
// Below it where it comes from, so that the receipt can be found and compared.
FocusScope {
    id: view
    property var item: null
    property bool mayGoBack: false
    property bool isSource: false
    readonly property string text: blob.ready ? blob.text : ""
    readonly property bool isReady: blob.ready
    readonly property bool isPicture: item?.mediaType === "image/svg+xml"
    readonly property bool isProse: item?.mediaType === "text/markdown"
    readonly property bool mayDraw: (isPicture || isProse) && !isSource
    readonly property int shownMax: 60000
    signal backAsked()
    signal dreamAsked(string id)
    signal onlyAsked(string id)
    signal saveAsked()
    signal said(string words)
    onItemChanged: flick.contentY = 0
    function pretty(text: string): string {
        if (view.isPicture || !/json/.test(view.item?.mediaType ?? ""))
            return text
        try {
            return JSON.stringify(JSON.parse(text), null, 2)
        } catch (e) {
            return text
        }
    }
    Live.Blob { id: blob; owner: view.item?.dream ?? ""; digest: view.item?.digest ?? "" }
    Live.Row { id: dream; of: "dreams.dreams"; key: view.item?.dream ?? "" }
    Item {
        id: bar
        x: Theme.gutter
        width: parent.width - x - Theme.px(16)
        height: Theme.toolBar
        AppButton {
            id: back
            objectName: "back"
            visible: view.mayGoBack
            x: -Theme.px(10)
            anchors.verticalCenter: parent.verticalCenter
            kind: "quiet"
            glyph: "left"
            hint: qsTr("Back to the list")
            onClicked: view.backAsked()
        }
        AppText {
            x: back.visible ? Theme.px(24) : 0
            width: deeds.x - x - Theme.gap
            height: parent.height
            text: Format.artefact(view.item?.name)
            role: "title"
            Accessible.role: Accessible.Heading
        }
        Row {
            id: deeds
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.unit
            Segmented {
                visible: view.isPicture || view.isProse
                label: qsTr("View")
                options: [{ name: "look", word: view.isPicture ? qsTr("Picture") : qsTr("Text") }, { name: "source", word: qsTr("Source") }]
                current: view.isSource ? "source" : "look"
                onPicked: name => {
                    view.isSource = name === "source"
                    current = Qt.binding(() => view.isSource ? "source" : "look")
                }
            }
            AppButton {
                objectName: "copyArtefact"
                kind: "quiet"
                glyph: "copy"
                hint: qsTr("Copy")
                enabled: blob.ready
                onClicked: {
                    Desktop.copy(view.text)
                    view.said(qsTr("Copied"))
                }
            }
            AppButton { objectName: "saveArtefact"; enabled: blob.ready; text: qsTr("Save…"); onClicked: view.saveAsked() }
        }
    }
    Flickable {
        id: flick
        y: bar.height
        width: parent.width
        height: parent.height - y
        contentHeight: column.height + Theme.px(40)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: column
            x: Theme.gutter
            y: Theme.unit
            width: flick.width - 2 * x
            spacing: Theme.px(16)
            Flow {
                width: parent.width
                spacing: Theme.px(14)
                LinkText { objectName: "artefactDream"; width: Math.min(implicitWidth, parent.width); role: "body"; text: dream.found ? dream.value.title ?? "" : qsTr("an erased dream"); enabled: dream.found; onClicked: view.dreamAsked(view.item.dream) }
                LinkText { ink: Theme.text2; text: qsTr("all of this dream"); height: Theme.px(20); onClicked: view.onlyAsked(view.item.dream) }
            }
            SvgPicture {
                id: scene
                visible: view.isPicture && view.mayDraw && blob.ready && isDrawable
                width: Math.min(parent.width, Theme.px(760), Math.max(Theme.px(220), (view.height - Theme.px(190)) * ratio))
                height: Math.round(width / ratio)
                svg: view.isPicture && blob.ready ? blob.text : ""
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("%1 of %2").arg(Format.artefact(view.item?.name)).arg(dream.value.title ?? "")
            }
            DreamText {
                visible: view.isProse && view.mayDraw && blob.ready
                width: Math.min(parent.width, Theme.measure)
                markdown: visible ? blob.text : ""
                isOpen: true
            }
            AppText {
                visible: view.isPicture && view.mayDraw && blob.ready && !scene.isDrawable
                width: parent.width
                wrapMode: Text.Wrap
                text: qsTr("This picture reaches outside itself and was not drawn. Its source can be read.")
                color: Theme.warnText
            }
            Rectangle {
                visible: blob.ready && !view.mayDraw
                width: parent.width
                height: source.height + Theme.px(24)
                radius: Theme.radius
                color: Theme.ground
                border.color: Theme.line
                TextEdit {
                    id: source
                    objectName: "artefactSource"
                    x: Theme.px(12)
                    y: Theme.px(12)
                    width: parent.width - 2 * x
                    readOnly: true
                    selectByMouse: true
                    textFormat: TextEdit.PlainText
                    wrapMode: TextEdit.Wrap
                    font.family: Theme.mono
                    font.pixelSize: Theme.small
                    color: Theme.text
                    selectionColor: Theme.selected
                    selectedTextColor: Theme.text
                    renderType: Text.NativeRendering
                    text: parent.visible ? view.pretty(view.text).slice(0, view.shownMax) : ""
                    Accessible.role: Accessible.StaticText
                    Accessible.name: qsTr("Source of %1").arg(Format.artefact(view.item?.name))
                }
            }
            AppText {
                visible: !view.mayDraw && view.text.length > view.shownMax
                text: qsTr("Shown: the first %1 characters. Saving keeps all.").arg(Format.number(view.shownMax))
                role: "small"
                color: Theme.text3
            }
            AppText {
                visible: blob.missing
                width: parent.width
                wrapMode: Text.Wrap
                text: qsTr("These bytes are not here any more: the dream was erased.")
                color: Theme.text2
            }
            Hair { width: parent.width }
            Column {
                width: parent.width
                Fact { name: qsTr("Made by"); value: qsTr("%1, %2", "agent, what it did").arg(Format.system(view.item?.agent)).arg(Format.deed(view.item?.capability)) }
                Fact { name: qsTr("Made"); value: Format.dateTime(view.item?.at ?? 0) }
                Fact { name: qsTr("Kind"); value: Format.media(view.item?.mediaType) }
                Fact { name: qsTr("Size"); value: Format.bytes(view.item?.bytes ?? 0) }
                Fact { name: qsTr("Digest"); value: view.item?.digest ?? ""; isLong: true }
            }
        }
    }
}
