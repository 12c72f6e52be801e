pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live

// What changed between two moments, table by table; a row opens to its fields, before and after.
Column {
    id: list
    required property Live.Past past
    property string opened: ""                 // a row, by its table and key
    property string full: ""                   // the table of which all rows are shown
    readonly property int shownMax: 6
    readonly property var brieflyTold: ["choice", "string", "text", "score", "boolean", "integer", "unsigned"]
    readonly property real otherAt: list.past.otherAt
    readonly property bool isForward: list.otherAt >= list.past.at
    readonly property string span: qsTr("%1 to %2").arg(Format.moment(list.isForward ? list.past.at : list.otherAt))
        .arg(list.past.isOtherNow ? qsTr("now") : Format.moment(list.isForward ? list.otherAt : list.past.at))
    topPadding: Theme.px(4)
    bottomPadding: Theme.px(8)
    spacing: Theme.px(2)
    function counts(table: var): string {
        const parts = []
        if (table.added > 0)
            parts.push(qsTr("%n added", "", table.added))
        if (table.changed > 0)
            parts.push(qsTr("%n changed", "", table.changed))
        if (table.removed > 0)
            parts.push(qsTr("%n removed", "", table.removed))
        return parts.join(", ")
    }
    function kindWord(kind: string): string {
        return kind === "added" ? qsTr("added") : kind === "removed" ? qsTr("removed") : qsTr("changed")
    }
    function titleOf(table: var): string {
        const system = Format.system(table.stem)
        return system === table.title ? system : qsTr("%1, %2", "system, table").arg(system).arg(table.title)
    }
    // A row in one line: what a person would ask for first. When it happened is in the fields.
    function brief(change: var): string {
        return change.fields.filter(f => list.brieflyTold.includes(f.type))
            .map(f => qsTr("%1: %2", "field, its value").arg(Declared.field(f.name)).arg(list.told(change.kind, f))).join(", ")
    }
    function worded(value: var, type: string): string {
        return type === "time" && value > 0 ? Format.moment(value) : Cells.words(value, type)
    }
    function told(kind: string, field: var): string {
        const before = list.worded(field.before, field.type), after = list.worded(field.after, field.type)
        return kind === "added" ? after : kind === "removed" ? before : qsTr("%1 → %2", "before and after").arg(before).arg(after)
    }
    Section {
        width: parent.width
        title: qsTr("What changed")
        note: list.past.isComparing ? qsTr("comparing") : list.span
    }
    AppText {
        visible: !list.past.isComparing && list.past.changes.length === 0
        height: Theme.factRow
        text: qsTr("Nothing is different.")
        color: Theme.text3
    }
    Repeater {
        model: list.past.changes
        Column {
            id: table
            required property var modelData
            readonly property bool isFull: list.full === table.modelData.table
            readonly property int shown: table.isFull ? table.modelData.rows.length : Math.min(list.shownMax, table.modelData.rows.length)
            readonly property int folded: table.modelData.rows.length - table.shown
            width: list.width
            bottomPadding: Theme.px(6)
            AppText {
                objectName: "changes." + table.modelData.table
                width: parent.width
                height: Theme.factRow
                text: qsTr("%1: %2", "table, what changed in it").arg(list.titleOf(table.modelData)).arg(list.counts(table.modelData))
                role: "label"
                Accessible.role: Accessible.Heading
            }
            Repeater {
                model: table.modelData.rows.slice(0, table.shown)
                Column {
                    id: change
                    required property var modelData
                    required property int index
                    readonly property string name_: table.modelData.table + " " + change.modelData.key
                    readonly property bool isOpen: list.opened === change.name_
                    width: table.width
                    T.AbstractButton {
                        id: head
                        objectName: "change." + table.modelData.table + "." + change.index
                        width: parent.width
                        implicitHeight: Theme.tableRow
                        text: change.modelData.title !== "" ? Declared.capabilities[change.modelData.title] ?? change.modelData.title : change.modelData.key
                        Accessible.role: Accessible.Button
                        Accessible.name: qsTr("%1, %2, %n fields", "", change.modelData.fields.length).arg(text).arg(list.kindWord(change.modelData.kind))
                        Accessible.onPressAction: clicked()
                        Keys.onReturnPressed: clicked()
                        onClicked: list.opened = change.isOpen ? "" : change.name_
                        background: RowGround { isHot: head.hovered; isFocused: head.visualFocus; hasLine: false }
                        contentItem: Item { // qmllint disable deferred-property-id
                            Icon { anchors.verticalCenter: parent.verticalCenter; name: change.isOpen ? "down" : "right"; size: Theme.px(12); tint: Theme.text3 }
                            AppText { x: Theme.px(20); width: parent.width * 0.4 - x; height: parent.height; text: head.text; Accessible.ignored: true }
                            AppText { x: parent.width * 0.4 + Theme.gap; width: Theme.px(80); height: parent.height; text: list.kindWord(change.modelData.kind); role: "small"; color: change.modelData.kind === "added" ? Theme.goodText : change.modelData.kind === "removed" ? Theme.text3 : Theme.text2; Accessible.ignored: true }
                            AppText {
                                x: parent.width * 0.4 + Theme.px(96)
                                width: parent.width - x
                                height: parent.height
                                text: list.brief(change.modelData)
                                role: "small"
                                color: Theme.text3
                                Accessible.ignored: true
                            }
                        }
                    }
                    Repeater {
                        model: change.isOpen ? change.modelData.fields : []
                        Item {
                            id: field
                            objectName: "changed." + field.modelData.name
                            required property var modelData
                            readonly property string name_: Declared.field(field.modelData.name)
                            readonly property string words_: list.told(change.modelData.kind, field.modelData)
                            width: change.width
                            height: Theme.factRow
                            Accessible.role: Accessible.StaticText
                            Accessible.name: qsTr("%1: %2", "field, its value").arg(name_).arg(words_)
                            AppText { x: Theme.px(20); width: Theme.px(140); height: parent.height; text: field.name_; role: "small"; color: Theme.text2; Accessible.ignored: true }
                            AppText {
                                x: Theme.px(168)
                                width: parent.width - x
                                height: parent.height
                                text: field.words_
                                role: "small"
                                Accessible.ignored: true
                            }
                        }
                    }
                }
            }
            LinkText {
                visible: table.folded > 0 || table.isFull
                x: Theme.px(20)
                height: Theme.factRow
                text: table.isFull ? qsTr("Show fewer") : qsTr("Show %n more", "", table.folded)
                onClicked: list.full = table.isFull ? "" : table.modelData.table
            }
            AppText {
                visible: table.modelData.more > 0 && table.folded === 0
                x: Theme.px(20)
                height: Theme.factRow
                text: qsTr("and %n more that are only counted", "", table.modelData.more)
                role: "small"
                color: Theme.text3
            }
        }
    }
}
