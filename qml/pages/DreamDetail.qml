pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live
import DreamScope.Scene

// One dream, from top to bottom: what was written, how it reads, what it means, what it is like. An
// older version can stand in for the text; then a bar says so.
FocusScope {
    id: detail
    property string dream: ""
    property bool isNarrow: false      // the inspector is behind a button
    property bool isTight: false       // the list is behind a button
    property var oldVersion: null      // a row of dreams.versions, or null for the newest
    property int receiptCount: 0
    property bool isWorked: false
    property bool isInspectorOpen: false
    readonly property var value: row.value
    readonly property bool isFound: row.found
    readonly property int artefactCount: shelf.count
    readonly property string text: body.ready ? body.text : ""
    // What the dream says now, whichever version is shown; to be written on only when it is read.
    readonly property string newestText: oldVersion === null ? text : newest.ready ? newest.text : ""
    readonly property bool isTextReady: oldVersion === null ? body.ready : newest.ready
    readonly property bool showsChanges: oldVersion !== null && versionBar.showsChanges
    readonly property bool isSplit: column.width >= Theme.px(520)
    readonly property int half: isSplit ? Math.round((column.width - Theme.px(32)) / 2) : column.width
    signal editAsked()
    signal inspectorAsked()
    signal backAsked()
    signal picked(string id)
    signal understandAsked()
    signal newestAsked()
    signal said(string words, string deed, var undo)
    onDreamChanged: flick.contentY = 0

    function asMarkdown(): string {
        const v = detail.value, opening = /^\s*#+\s*(.*?)\s*#*\s*$/m.exec(detail.text.split("\n", 1)[0])
        const head = opening !== null && opening[1] === v.title ? "" : "# " + v.title + "\n\n"
        return head + detail.text + (detail.text.endsWith("\n") ? "" : "\n")
    }
    function asJson(): string {
        const v = detail.value
        return JSON.stringify({ id: v.id, title: v.title, kind: v.kind, tags: v.tags, version: v.version, text: detail.text }, null, 2)
    }
    function copyAs(form: string) {
        Desktop.copy(form === "json" ? detail.asJson() : detail.asMarkdown())
        detail.said(form === "json" ? qsTr("Copied as JSON") : qsTr("Copied as Markdown"), "", null)
    }
    // The old text becomes the newest one; the one that was newest can come back the same way.
    function restoreVersion() {
        const id = detail.dream, number = detail.oldVersion.version, old = body.text
        const now = newest.text, isKnown = newest.ready
        Actions.editDream({ dream: id, body: old }, answer => {
            if (!answer.ok) {
                versionBar.refusal = answer
                return
            }
            detail.newestAsked()
            detail.said(qsTr("Version %1 is the text again").arg(number), isKnown ? qsTr("Undo") : "", () => Actions.editDream({ dream: id, body: now }, null))
        })
    }

    Live.Row { id: row; of: "dreams.dreams"; key: detail.dream }
    Live.Blob { id: body; owner: detail.dream; digest: detail.oldVersion ? detail.oldVersion.body : detail.value.body ?? "" }
    Live.Blob { id: newest; owner: detail.dream; digest: detail.oldVersion ? detail.value.body ?? "" : "" }
    Artefacts { id: shelf; dream: detail.dream }

    Flickable {
        id: flick
        anchors.fill: parent
        contentHeight: column.y + column.height + Theme.px(40)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        visible: detail.isFound
        Accessible.role: Accessible.Pane
        Accessible.name: qsTr("The dream “%1”").arg(detail.value.title ?? "")
        Keys.onUpPressed: contentY = Math.max(0, contentY - Theme.px(60))
        Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + Theme.px(60)))
        Keys.onPressed: event => {
            const page = height - Theme.px(60)
            if (event.key === Qt.Key_PageDown || event.key === Qt.Key_Space)
                contentY = Math.max(0, Math.min(contentHeight - height, contentY + page))
            else if (event.key === Qt.Key_PageUp)
                contentY = Math.max(0, contentY - page)
            else if (event.key === Qt.Key_Home)
                contentY = 0
            else if (event.key === Qt.Key_End)
                contentY = Math.max(0, contentHeight - height)
            else
                return
            event.accepted = true
        }
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: column
            x: Theme.gutter
            y: Theme.px(14)
            width: Math.min(Theme.measure, flick.width - 2 * Theme.gutter)
            spacing: 0
            Item {
                width: parent.width
                height: Theme.px(32)
                AppButton {
                    id: back
                    visible: detail.isTight
                    objectName: "back"
                    kind: "quiet"
                    glyph: "left"
                    text: qsTr("Dreams")
                    x: -Theme.px(10)
                    anchors.verticalCenter: parent.verticalCenter
                    onClicked: detail.backAsked()
                }
                AppText {
                    x: detail.isTight ? back.width : 0
                    width: parent.width - tools.width - x - Theme.gap
                    height: parent.height
                    text: qsTr("%1, written %2, version %3", "kind, when, number").arg(Format.kind(detail.value.kind))
                        .arg(Format.day(detail.value.created)).arg(detail.value.version)
                    role: "small"
                    color: Theme.text3
                }
                Row {
                    id: tools
                    anchors.right: parent.right
                    anchors.rightMargin: -Theme.px(6)
                    anchors.verticalCenter: parent.verticalCenter
                    AppButton {
                        objectName: "edit"
                        kind: "quiet"
                        glyph: "edit"
                        hint: qsTr("Edit (F2)")
                        onClicked: detail.editAsked()
                    }
                    AppButton {
                        id: copyButton
                        objectName: "copyAs"
                        kind: "quiet"
                        glyph: "copy"
                        hint: qsTr("Copy as")
                        isOn: copyMenu.visible
                        onClicked: copyMenu.open()
                        AppMenu {
                            id: copyMenu
                            y: copyButton.height + Theme.unit
                            x: copyButton.width - width
                            label: qsTr("Copy as")
                            entries: [{ name: "markdown", word: qsTr("Copy as Markdown"), glyph: "copy" }, { name: "json", word: qsTr("Copy as JSON"), glyph: "copy" }]
                            onPicked: name => detail.copyAs(name)
                        }
                    }
                    AppButton {
                        objectName: "openInspector"
                        visible: detail.isNarrow
                        kind: "quiet"
                        glyph: "panel"
                        isOn: detail.isInspectorOpen
                        text: detail.receiptCount > 0 ? qsTr("%n receipts", "", detail.receiptCount) : qsTr("Details")
                        onClicked: detail.inspectorAsked()
                    }
                }
            }
            AppText {
                width: parent.width
                topPadding: Theme.px(2)
                bottomPadding: Theme.px((detail.value.tags ?? []).length > 0 ? 4 : 10)
                text: detail.value.title ?? ""
                role: "title"
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
            }
            Flow {
                width: parent.width
                spacing: Theme.px(6)
                bottomPadding: Theme.px(12)
                topPadding: Theme.px(4)
                visible: (detail.value.tags ?? []).length > 0
                Repeater {
                    model: detail.value.tags ?? []
                    Badge {
                        id: tag
                        required property string modelData
                        text: tag.modelData
                    }
                }
            }
            DreamVersionBar {
                id: versionBar
                objectName: "versionBar"
                visible: detail.oldVersion !== null
                width: parent.width
                version: detail.oldVersion
                onNewestAsked: detail.newestAsked()
                onRestoreAsked: detail.restoreVersion()
            }
            Item { visible: detail.oldVersion !== null; width: 1; height: Theme.px(10) }
            AppText {
                visible: body.missing
                width: parent.width
                text: qsTr("The text is not in this profile: it was erased, or its blob is damaged.")
                color: Theme.warnText
                wrapMode: Text.Wrap
            }
            DreamText {
                visible: !detail.showsChanges
                width: parent.width
                markdown: detail.text
                title: detail.value.title ?? ""
                words: scores.words
            }
            DreamChanges {
                visible: detail.showsChanges
                width: parent.width
                dream: detail.dream
                before: detail.showsChanges ? detail.oldVersion.body : ""
                after: detail.showsChanges ? detail.value.body ?? "" : ""
            }
            Item { width: 1; height: Theme.px(14) }
            Hair { width: parent.width }
            Item { width: 1; height: Theme.px(8) }
            Reading { isOn: scores.isLoading && !scores.isMeasured }
            DreamUnread {
                visible: !scores.isMeasured && !scores.isLoading
                width: parent.width
                dream: detail.dream
                condition: detail.value.state ?? ""
                isWorked: detail.isWorked
                onUnderstandAsked: detail.understandAsked()
            }
            DreamScores {
                id: scores
                visible: isMeasured
                width: parent.width
                dream: detail.dream
                clarityDigest: shelf.digest("clarity")
                scoreDigest: shelf.digest("score")
            }
            Item { visible: scores.isMeasured; width: 1; height: Theme.px(12) }
            Hair { visible: scores.isMeasured; width: parent.width }
            Item { visible: scores.isMeasured; width: 1; height: Theme.px(8) }
            Flow {
                visible: scores.isMeasured
                width: parent.width
                spacing: detail.isSplit ? Theme.px(32) : Theme.px(16)
                DreamMeaning {
                    width: detail.half
                    dream: detail.dream
                    digest: shelf.digest("concepts")
                }
                DreamResonance {
                    width: detail.half
                    dream: detail.dream
                    digest: shelf.digest("resonance")
                    onPicked: id => detail.picked(id)
                }
            }
            Item { visible: scores.isMeasured; width: 1; height: Theme.px(12) }
            Hair { visible: scores.isMeasured; width: parent.width }
            Item { visible: scores.isMeasured; width: 1; height: Theme.px(8) }
            Flow {
                visible: scores.isMeasured
                width: parent.width
                spacing: detail.isSplit ? Theme.px(32) : Theme.px(16)
                DreamData {
                    width: detail.half
                    dream: detail.dream
                    recordDigest: shelf.digest("record")
                    schemaDigest: shelf.digest("schema")
                    factsDigest: shelf.digest("facts")
                }
                DreamPicture {
                    width: detail.half
                    dream: detail.dream
                    title: detail.value.title ?? ""
                    digest: shelf.digest("card")
                }
            }
        }
    }
    FocusRing { anchors.fill: flick; anchors.margins: 3; isShown: flick.activeFocus }
}
