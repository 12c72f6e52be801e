pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live
import DreamScope.Scene

// Any system, drawn from its own declaration: what it is for, its vitals with their age, its tables,
// a form for each command, its history. So nothing is hidden, even before it has a page of its own.
FocusScope {
    id: page
    property var system: null          // one entry of Engine.systems()
    property var vitals: []
    property bool isNarrow: false
    property bool isTight: false
    property bool isSideOpen: false
    readonly property string stem: system ? system.stem : ""
    // What is now before what was.
    readonly property var tables: !system ? [] : system.tables.filter(t => !t.isArchive).concat(system.tables.filter(t => t.isArchive))
    readonly property var commands: system ? system.commands : []
    // "superspine: a dream is worked" names the system as people call it; "result:" is no system.
    readonly property string consequence: {
        const where = (system?.consequence ?? "").split(":")[0], words = Declared.result(page.stem)
        return where === "" || words === "" ? "" : where === "result" ? words.charAt(0).toUpperCase() + words.slice(1)
            : qsTr("%1: %2", "system, what happens there").arg(Format.system(where)).arg(words)
    }
    readonly property string open: tabs.current
    readonly property var current: tables.find(t => t.name === open) ?? null
    signal backAsked()
    signal said(string words)
    function read() { page.vitals = page.stem === "" ? [] : Live.Engine.vitals(page.stem) }
    function figure(v: var): string {
        if (v.unit === "bytes")
            return Format.bytes(v.value)
        if (v.unit === "us")
            return Format.duration(v.value)
        return typeof v.value === "number" ? Format.number(v.value) : String(v.value)
    }
    onStemChanged: {
        page.read()
        settle.restart()
    }
    Timer { id: settle; interval: 0; onTriggered: page.openFirst() }
    function openFirst() {
        tabs.current = page.tables.length > 0 ? page.tables[0].name : ""
        side.tab = page.commands.length > 0 ? "commands" : "row"
    }
    Connections {
        target: Live.Engine
        function onVitalsChanged() { page.read() }
    }
    Flickable {
        id: main
        width: page.width - (page.isNarrow ? 0 : side.width)
        height: page.height
        contentHeight: Math.max(height, table.y + Theme.px(220))
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: head
            x: Theme.gutter
            y: Theme.px(14)
            width: main.width - 2 * x
            spacing: Theme.px(6)
            Item {
                width: parent.width
                height: Theme.px(32)
                AppButton {
                    id: back
                    visible: page.isTight
                    objectName: "back"
                    kind: "quiet"
                    glyph: "left"
                    text: qsTr("Systems")
                    x: -Theme.px(10)
                    anchors.verticalCenter: parent.verticalCenter
                    onClicked: page.backAsked()
                }
                AppText {
                    x: page.isTight ? back.width : 0
                    width: parent.width - x - (opener.visible ? opener.width + Theme.gap : 0)
                    height: parent.height
                    text: Format.system(page.stem)
                    role: "title"
                    Accessible.role: Accessible.Heading
                }
                AppButton {
                    id: opener
                    objectName: "openInspector"
                    visible: page.isNarrow
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    kind: "quiet"
                    glyph: "panel"
                    isOn: page.isSideOpen
                    text: qsTr("%n commands", "", page.commands.length)
                    onClicked: page.isSideOpen = !page.isSideOpen
                }
            }
            AppText {
                width: Math.min(parent.width, Theme.measure)
                text: page.system ? page.system.purpose : ""
                color: Theme.text2
                wrapMode: Text.Wrap
                lineHeight: 1.3
            }
            AppText {
                visible: text !== ""
                width: Math.min(parent.width, Theme.measure)
                text: page.consequence
                role: "small"
                color: Theme.text3
                wrapMode: Text.Wrap
                lineHeight: 1.2
            }
            Flow {
                visible: page.vitals.length > 0
                width: parent.width
                topPadding: Theme.px(8)
                spacing: Theme.px(24)
                Repeater {
                    model: page.vitals
                    Item {
                        id: vital
                        required property var modelData
                        readonly property bool isWell: vital.modelData.state === "well" || vital.modelData.state === ""
                        width: Theme.px(152)
                        height: Theme.px(44)
                        Accessible.role: Accessible.StaticText
                        Accessible.name: qsTr("%1 %2 %3, %4, measured %5 ago").arg(Declared.vital(vital.modelData.name)).arg(page.figure(vital.modelData))
                            .arg(vital.modelData.unit).arg(vital.modelData.state).arg(Format.ageOf(vital.modelData.ageMs))
                        AppText {
                            width: parent.width - age.implicitWidth - Theme.unit
                            height: Theme.px(18)
                            text: Declared.vital(vital.modelData.name)
                            role: "small"
                            color: Theme.text3
                            Accessible.ignored: true
                        }
                        AppText {
                            id: age
                            anchors.right: parent.right
                            height: Theme.px(18)
                            text: Format.ageOf(vital.modelData.ageMs)
                            role: "caption"
                            color: Theme.text3
                            Accessible.ignored: true
                        }
                        Row {
                            y: Theme.px(18)
                            spacing: Theme.px(5)
                            Dot {
                                visible: !vital.isWell
                                condition: vital.modelData.state === "look" ? "warn" : "bad"
                                anchors.verticalCenter: number.verticalCenter
                            }
                            AppText {
                                id: number
                                text: page.figure(vital.modelData)
                                role: "title"
                                font.weight: Theme.medium
                                color: vital.isWell ? Theme.text : Theme.warnText
                                Accessible.ignored: true
                            }
                            AppText {
                                visible: !["bytes", "us", "count"].includes(vital.modelData.unit)
                                anchors.baseline: number.baseline
                                text: vital.modelData.unit
                                role: "small"
                                color: Theme.text3
                                Accessible.ignored: true
                            }
                        }
                    }
                }
            }
        }
        Item {
            id: bar
            y: head.y + head.height + Theme.px(8)
            x: Theme.gutter
            width: main.width - 2 * x
            height: Theme.px(36)
            visible: page.tables.length > 0
            Tabs {
                id: tabs
                width: parent.width
                label: qsTr("Tables")
                options: page.tables.map(t => ({ name: t.name, word: t.title !== "" ? t.title : Format.tail(t.name), count: t.name === page.open ? table.count : undefined }))
                onPicked: side.tab = page.commands.length > 0 ? side.tab : "row"
            }
            AppButton {
                objectName: "copyTable"
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                kind: "quiet"
                glyph: "copy"
                hint: qsTr("Copy the table as CSV")
                enabled: table.count > 0
                onClicked: {
                    Desktop.copy(table.csv())
                    page.said(qsTr("%n rows copied as CSV", "", table.count))
                }
            }
        }
        DataTable {
            id: table
            visible: page.tables.length > 0
            x: Theme.gutter - Theme.px(8)
            y: bar.y + bar.height
            width: main.width - 2 * x
            height: main.contentHeight - y - Theme.px(8)
            of: page.current ? page.current.name : ""
            title: page.current ? page.current.title : ""
            fields: page.current ? page.current.fields : []
            isArchive: page.current ? page.current.isArchive ?? false : false
            focus: true
            onPicked: side.tab = "row"
        }
        EmptyState {
            visible: page.system !== null && page.tables.length === 0
            x: Theme.gutter
            y: head.y + head.height + Theme.px(32)
            glyph: "table"
            title: qsTr("Nothing to list")
            words: qsTr("This system keeps no table of its own; its vitals and its history say what it does.")
        }
    }
    Rectangle {
        anchors.fill: main
        visible: page.isNarrow && page.isSideOpen
        color: Theme.ground
        opacity: 0.5
        TapHandler { onTapped: page.isSideOpen = false }
    }
    Inspector {
        id: side
        visible: page.system !== null && (!page.isNarrow || page.isSideOpen)
        anchors.right: parent.right
        width: Math.min(Theme.inspector, page.width)
        height: parent.height
        mayClose: page.isNarrow
        glyph: "atlas"
        title: Format.system(page.stem)
        subtitle: page.system ? qsTr("%1 / %2").arg(Declared.organ(page.system.organ)).arg(page.system.stem) : ""
        tabs: [
            { name: "commands", word: qsTr("Commands"), count: page.commands.length },
            { name: "row", word: qsTr("Row") },
            { name: "history", word: qsTr("History") }]
        onClosed: page.isSideOpen = false
        Column {
            visible: side.tab === "commands"
            width: parent.width
            spacing: Theme.px(6)
            Repeater {
                model: page.commands
                CommandForm {
                    required property var modelData
                    command: modelData
                    isOpen: page.commands.length === 1
                }
            }
            AppText {
                visible: page.commands.length === 0
                width: parent.width
                wrapMode: Text.Wrap
                lineHeight: 1.3
                text: qsTr("This system is not told anything by a person: it follows what happens.")
                color: Theme.text2
            }
        }
        Column {
            visible: side.tab === "row"
            width: parent.width
            Repeater {
                model: side.tab === "row" && table.chosen && page.current ? page.current.fields : []
                Fact {
                    id: fact
                    required property var modelData
                    isLong: true
                    name: Declared.field(fact.modelData.name)
                    value: fact.modelData.type === "id" ? String(table.chosen[fact.modelData.name])
                        : Cells.words(table.chosen[fact.modelData.name], fact.modelData.type)
                }
            }
            AppText {
                visible: !table.chosen
                width: parent.width
                wrapMode: Text.Wrap
                lineHeight: 1.3
                text: page.tables.length > 0 ? qsTr("Choose a row of the table to see all of it.") : qsTr("There is no table to choose from.")
                color: Theme.text2
            }
        }
        HistoryList {
            visible: side.tab === "history"
            hasNames: true
            width: parent.width
            isActive: visible
            of: table.chosenKey !== "" ? table.chosenKey : page.stem
        }
    }
}
