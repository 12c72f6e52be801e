import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Desk

// Every choice of this person, by section, searchable; what was changed shows itself and can go
// back. Works at once: there is nothing to save.
FocusScope {
    id: page
    property string section: "appearance"
    property bool isChangedOnly: false
    property var pending: null             // what an imported file would change
    readonly property real room: width / Theme.scale
    readonly property bool isTight: room < 640
    readonly property string typed: field.text.trim().toLowerCase()
    readonly property bool isSearching: typed !== "" || isChangedOnly
    readonly property string note: Choices.revision >= 0 && Choices.changedCount > 0
        ? qsTr("%n changed from default", "", Choices.changedCount) : qsTr("all at their defaults")
    readonly property string saving: ""
    readonly property var sections: ["appearance", "language", "notices", "profile", "backups", "mirror", "privacy"]
    // What stands on the right: a section as a whole, or what the search found in any.
    readonly property var shown: page.sections.map(s => ({ name: s,
        rows: Choices.all().filter(c => c.section === s && page.fits(c)),
        hasPart: ["profile", "backups", "mirror", "privacy"].includes(s) && (page.isSearching ? !page.isChangedOnly && page.partFits(s) : s === page.section) }))
        .filter(s => s.rows.length > 0 || s.hasPart)
    signal said(string words, string deed, var undo)
    signal wentTo(string place, string subject)

    function fits(choice: var): bool {
        if (!page.isSearching)
            return choice.section === page.section
        if (page.isChangedOnly && !(Choices.revision >= 0 && Choices.isChanged(choice.key)))
            return false
        const words = [SettingWords.word(choice.key), SettingWords.help(choice.key), SettingWords.section(choice.section)]
            .concat(choice.options.map(o => SettingWords.option(choice.key, o))).join(" ").toLowerCase()
        return page.typed.split(/\s+/).every(w => words.includes(w))
    }
    function partFits(name: string): bool {
        const words = { profile: qsTr("profile folder size key fingerprint sample world"),
                        backups: qsTr("backups folder how often daily weekly how many stay back up now twelve words restore sealed file"),
                        mirror: qsTr("mirror folder Markdown JSON files outside readable without this program write everything again stop open"),
                        privacy: qsTr("privacy network destinations contacted telemetry browser") }[name]
        return page.typed.split(/\s+/).every(w => words.toLowerCase().includes(w))
    }
    function show(subject: string) {
        const found = Choices.all().find(c => c.key === subject)
        page.isChangedOnly = false
        field.text = found ? SettingWords.word(found.key) : ""
        if (found)
            page.section = found.section
        else if (page.sections.includes(subject))
            page.section = subject
    }
    function startWriting(title: string, body: string) { page.wentTo("Dreams", "") }
    function resetAll() {
        const before = Choices.exported()
        const count = Choices.changedCount
        Choices.resetAll()
        page.said(qsTr("%n settings are back at their defaults", "", count), qsTr("Undo"), () => Choices.take(before))
    }
    function importFrom(file: url) {
        const read = Files.read(file)
        const would = read.ok ? Choices.wouldTake(read.text) : { ok: false }
        if (!would.ok)
            page.said(read.reason !== "" ? qsTr("Not read: %1").arg(read.reason) : qsTr("That file holds no settings of DreamScope."), "", null)
        else if (would.changes.length === 0)
            page.said(qsTr("Nothing to change: everything is so already."), "", null)
        else
            page.pending = { text: read.text, changes: would.changes, unknown: would.unknown }
    }
    function takePending() {
        const before = Choices.exported(), taken = page.pending
        page.pending = null
        Choices.take(taken.text)
        page.said(qsTr("%n settings taken over", "", taken.changes.length), qsTr("Undo"), () => {
            for (const change of taken.changes)
                Choices.reset(change.key)
            Choices.take(before)
        })
    }

    Item {
        id: side
        width: page.isTight ? page.width : Theme.px(240)
        height: page.isTight ? tools.height + Theme.px(44) : page.height
        ColumnLayout {
            id: tools
            x: Theme.gutter
            y: Theme.px(8)
            width: parent.width - x - Theme.px(16)
            spacing: Theme.px(8)
            AppField {
                id: field
                objectName: "settingsSearch"
                Layout.fillWidth: true
                focus: true
                glyph: "search"
                label: qsTr("Search settings")
                placeholderText: qsTr("Search")
                Keys.onEscapePressed: event => {
                    event.accepted = text !== ""
                    clear()
                }
            }
            AppCheck {
                objectName: "changedOnly"
                text: qsTr("Changed only")
                checked: page.isChangedOnly
                Layout.fillWidth: true
                onToggled: {
                    page.isChangedOnly = checked
                    checked = Qt.binding(() => page.isChangedOnly)
                }
            }
        }
        Tabs {
            visible: page.isTight
            x: Theme.gutter
            y: tools.y + tools.height + Theme.unit
            width: parent.width - 2 * x
            height: implicitHeight
            label: qsTr("Sections")
            options: page.sections.map(s => ({ name: s, word: SettingWords.section(s) }))
            current: page.section
            onPicked: name => page.pick(name)
        }
        Column {
            visible: !page.isTight
            x: Theme.px(16)
            y: tools.y + tools.height + Theme.px(12)
            width: parent.width - x - Theme.px(16)
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Sections")
            Repeater {
                id: entries
                model: page.sections
                T.AbstractButton {
                    id: entry
                    required property string modelData
                    readonly property bool isCurrent: !page.isSearching && entry.modelData === page.section
                    objectName: "section." + entry.modelData
                    width: parent.width
                    implicitHeight: Theme.tableRow
                    text: SettingWords.section(entry.modelData)
                    Accessible.role: Accessible.ListItem
                    Accessible.name: text
                    Accessible.selected: isCurrent
                    Accessible.onPressAction: clicked()
                    Keys.onReturnPressed: clicked()
                    Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                    Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                    onClicked: page.pick(entry.modelData)
                    background: Rectangle {
                        radius: Theme.radius
                        color: entry.isCurrent ? Theme.selected : entry.hovered ? Theme.hover : "transparent"
                        FocusRing { isShown: entry.visualFocus }
                    }
                    contentItem: AppText { leftPadding: Theme.px(8); text: entry.text; role: entry.isCurrent ? "label" : "body"; Accessible.ignored: true }
                }
            }
        }
        Column {
            visible: !page.isTight
            x: Theme.px(14)
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(12)
            AppButton { objectName: "exportSettings"; kind: "quiet"; text: qsTr("Export…"); hint: qsTr("The changed settings as a JSON file"); onClicked: saving.active = true }
            AppButton { objectName: "importSettings"; kind: "quiet"; text: qsTr("Import…"); hint: qsTr("Shows what a file would change, then asks"); onClicked: opening.active = true }
            AppButton {
                objectName: "resetAll"
                kind: "quiet"
                enabled: Choices.revision >= 0 && Choices.changedCount > 0
                text: qsTr("Reset all")
                onClicked: page.resetAll()
            }
        }
    }
    function pick(name: string) {
        field.clear()
        page.isChangedOnly = false
        page.section = name
        flick.contentY = 0
    }
    Hair { visible: !page.isTight; x: side.width - 1; height: parent.height }
    Flickable {
        id: flick
        x: page.isTight ? 0 : side.width
        y: page.isTight ? side.height : 0
        width: page.width - x
        height: page.height - y
        contentHeight: column.height + Theme.px(40)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: column
            x: Theme.gutter
            y: Theme.px(12)
            width: Math.min(Theme.measure, flick.width - 2 * x)
            spacing: Theme.px(20)
            PendingSettings {
                visible: page.pending !== null
                width: parent.width
                changes: page.pending?.changes ?? []
                unknown: page.pending?.unknown ?? 0
                onTaken: page.takePending()
                onRefused: page.pending = null
            }
            Repeater {
                model: page.shown
                Column {
                    id: group
                    required property var modelData
                    width: column.width
                    AppText {
                        text: SettingWords.section(group.modelData.name)
                        role: "title"
                        height: Theme.px(36)
                        Accessible.role: Accessible.Heading
                    }
                    Repeater {
                        model: group.modelData.rows
                        SettingRow {
                            required property var modelData
                            width: group.width
                            spec: modelData
                        }
                    }
                    Loader {
                        width: parent.width
                        active: group.modelData.hasPart
                        visible: active
                        sourceComponent: ({ profile: profilePart, backups: backupsPart, mirror: mirrorPart, privacy: privacyPart })[group.modelData.name] ?? null
                    }
                }
            }
            EmptyState {
                visible: page.shown.length === 0
                width: Math.min(Theme.px(360), parent.width)
                glyph: "settings"
                title: page.isChangedOnly && page.typed === "" ? qsTr("Nothing was changed") : qsTr("No setting is called that")
                words: page.isChangedOnly && page.typed === "" ? qsTr("Every setting is at its default.") : qsTr("The search reads names, explanations and options.")
                deed: qsTr("Show all settings")
                onDone: page.pick("appearance")
            }
        }
    }
    Component { id: profilePart; SettingsProfile { onSaid: (words, deed, undo) => page.said(words, deed, undo) } }
    Component { id: backupsPart; SettingsBackups {} }
    Component { id: mirrorPart; SettingsMirror { onSaid: words => page.said(words, "", null) } }
    Component { id: privacyPart; SettingsPrivacy {} }
    Loader {
        id: saving
        active: false
        sourceComponent: FileDialog {
            title: qsTr("Export settings")
            fileMode: FileDialog.SaveFile
            currentFile: Files.documents("dreamscope-settings.json")
            nameFilters: [qsTr("JSON (*.json)")]
            Component.onCompleted: open()
            onAccepted: {
                const problem = Files.write(selectedFile, Choices.exported())
                page.said(problem === "" ? qsTr("Settings exported") : qsTr("Not written: %1").arg(problem), "", null)
                saving.active = false
            }
            onRejected: saving.active = false
        }
    }
    Loader {
        id: opening
        active: false
        sourceComponent: FileDialog {
            title: qsTr("Import settings")
            nameFilters: [qsTr("JSON (*.json)"), qsTr("All files (*)")]
            Component.onCompleted: open()
            onAccepted: {
                page.importFrom(selectedFile)
                opening.active = false
            }
            onRejected: opening.active = false
        }
    }
    Shortcut { sequences: ["Ctrl+F"]; enabled: page.visible; onActivated: field.forceActiveFocus(Qt.ShortcutFocusReason) }
}
