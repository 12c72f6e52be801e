pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Desk
import DreamScope.Scene

// The manual: chapters on the left, one of them on the right, a search over all of them.
FocusScope {
    id: page
    property string chapter: ""
    readonly property real room: width / Theme.scale
    readonly property bool isTight: room < 700
    readonly property string language: qsTr("en", "code of this language: de in German")
    readonly property var chapters: Guide.chapters(page.language)
    readonly property var current: page.chapters.find(c => c.name === page.chapter) ?? page.chapters[0] ?? null
    readonly property var found: Guide.search(page.language, field.text)
    readonly property bool isSearching: field.text.trim().length > 1
    readonly property string note: isSearching ? qsTr("%n places found", "", found.length) : qsTr("%n chapters", "", chapters.length)
    readonly property string saving: ""
    signal said(string words, string deed, var undo)
    signal wentTo(string place, string subject)
    function show(subject: string) {
        if (subject !== "")
            page.chapter = subject
    }
    function startWriting(title: string, body: string) { page.wentTo("Dreams", "") }
    function read(name: string) {
        page.chapter = name
        field.clear()
        flick.contentY = 0
    }
    // A link inside the manual opens a chapter or a page; anything else stays closed.
    function follow(address: string) {
        if (address.startsWith("page:"))
            page.wentTo(address.slice(5), "")
        else if (page.chapters.some(c => c.name === address))
            page.read(address)
    }
    Item {
        id: side
        width: page.isTight ? page.width : Theme.px(240)
        height: page.isTight ? Theme.px(84) : page.height
        AppField {
            id: field
            objectName: "manualSearch"
            x: Theme.gutter
            y: Theme.px(8)
            width: parent.width - x - Theme.px(16)
            focus: true
            glyph: "search"
            label: qsTr("Search the manual")
            placeholderText: qsTr("Search")
            Keys.onEscapePressed: event => {
                event.accepted = text !== ""
                clear()
            }
        }
        AppCombo {
            visible: page.isTight
            x: Theme.gutter
            y: Theme.px(46)
            label: qsTr("Chapter")
            options: page.chapters.map(c => ({ name: c.name, word: c.title }))
            current: page.current?.name ?? ""
            onPicked: name => {
                page.read(name)
                current = Qt.binding(() => page.current?.name ?? "")
            }
        }
        Column {
            visible: !page.isTight
            x: Theme.px(16)
            y: Theme.px(48)
            width: parent.width - x - Theme.px(16)
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Chapters")
            Repeater {
                model: page.chapters
                T.AbstractButton {
                    id: entry
                    required property var modelData
                    readonly property bool isCurrent: !page.isSearching && page.current !== null && entry.modelData.name === page.current.name
                    objectName: "chapter." + entry.modelData.name
                    width: parent.width
                    implicitHeight: Math.max(Theme.tableRow, words.implicitHeight + Theme.px(10))
                    text: entry.modelData.title
                    Accessible.role: Accessible.ListItem
                    Accessible.name: text
                    Accessible.selected: isCurrent
                    Accessible.onPressAction: clicked()
                    Keys.onReturnPressed: clicked()
                    Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                    Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                    onClicked: page.read(entry.modelData.name)
                    background: Rectangle {
                        radius: Theme.radius
                        color: entry.isCurrent ? Theme.selected : entry.hovered ? Theme.hover : "transparent"
                        FocusRing { isShown: entry.visualFocus }
                    }
                    contentItem: AppText { id: words; leftPadding: Theme.px(8); text: entry.text; wrapMode: Text.Wrap; role: entry.isCurrent ? "label" : "body"; Accessible.ignored: true } // qmllint disable deferred-property-id
                }
            }
        }
    }
    Hair { visible: !page.isTight; x: side.width - 1; height: parent.height }
    Flickable {
        id: flick
        x: page.isTight ? 0 : side.width
        y: page.isTight ? side.height : 0
        width: page.width - x
        height: page.height - y
        contentHeight: column.height + Theme.px(60)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        Accessible.role: Accessible.Pane
        Accessible.name: page.current?.title ?? ""
        Keys.onPressed: event => {
            const leap = { [Qt.Key_Up]: -Theme.readLine * 2, [Qt.Key_Down]: Theme.readLine * 2, [Qt.Key_PageUp]: -height * 0.9, [Qt.Key_PageDown]: height * 0.9 }[event.key]
            event.accepted = leap !== undefined
            if (leap !== undefined)
                contentY = Math.max(0, Math.min(Math.max(0, contentHeight - height), contentY + leap))
        }
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: column
            x: Theme.gutter
            y: Theme.px(14)
            width: Math.min(Theme.measure, flick.width - 2 * x)
            spacing: Theme.px(14)
            Repeater {
                model: page.isSearching ? [] : page.current?.parts ?? []
                ManualPart {
                    required property var modelData
                    part: modelData
                    width: column.width
                    roomAcross: flick.width - 2 * Theme.gutter
                    onFollowed: address => page.follow(address)
                }
            }
            Repeater {
                model: page.isSearching ? page.found : []
                Column {
                    id: hit
                    required property var modelData
                    width: column.width
                    spacing: 2
                    LinkText { role: "body"; text: hit.modelData.heading === hit.modelData.title ? hit.modelData.title : qsTr("%1: %2", "chapter: heading").arg(hit.modelData.title).arg(hit.modelData.heading); onClicked: page.read(hit.modelData.name) }
                    AppText { width: parent.width; text: hit.modelData.words; color: Theme.text2; wrapMode: Text.Wrap; lineHeight: 1.25 }
                }
            }
            EmptyState {
                visible: page.isSearching && page.found.length === 0
                width: Math.min(Theme.px(360), parent.width)
                glyph: "search"
                title: qsTr("The manual does not say that")
                words: qsTr("Try a shorter or a plainer word.")
                deed: qsTr("Back to the chapters")
                onDone: field.clear()
            }
        }
    }
    FocusRing { anchors.fill: flick; anchors.margins: 3; isShown: flick.activeFocus }
    Shortcut { sequences: ["Ctrl+F"]; enabled: page.visible; onActivated: field.forceActiveFocus(Qt.ShortcutFocusReason) }
}
