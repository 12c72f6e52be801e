pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// What somebody may do: the roles held, and for one command the whole decision with every reason.
Column {
    id: rights
    property var line: null
    property var answer: null
    property string command: "dreams.create"
    readonly property var systems: Live.Engine.systems()
    readonly property var commands: {
        const all = []
        for (const system of rights.systems)
            for (const one of system.commands)
                all.push({ name: one.name, word: one.label !== "" ? one.label : Format.tail(one.name) })
        return all
    }
    spacing: Theme.px(8)
    function ask() {
        rights.answer = null
        if (!rights.line || !rights.visible)
            return
        Live.People.explain(rights.line.actor, rights.command, thing.text.trim(), answer => rights.answer = answer)
    }
    onLineChanged: soon.restart()
    onVisibleChanged: soon.restart()
    onCommandChanged: soon.restart()
    Timer { id: soon; interval: 30; onTriggered: rights.ask() }
    Live.Rows { id: grants; of: rights.line ? "rbac.grants" : ""; where: ({ actor: rights.line?.actor ?? "" }) }
    Live.Rows { id: rules; of: "rbac.rules"; onRevisionChanged: soon.restart() }
    Section { width: parent.width; title: qsTr("Roles") }
    Fact { name: qsTr("By level"); value: !rights.line ? "" : rights.line.actor === "owner" ? Ranks.level("owner") : rights.line.holder === "agent" ? Ranks.level("agent") : Ranks.level(rights.line.level) }
    Repeater {
        model: grants.count
        Fact {
            required property int index
            name: qsTr("Given")
            value: (grants.revision >= 0 ? grants.at(index)?.role : "") ?? ""
        }
    }
    Section { width: parent.width; title: qsTr("May they?"); note: qsTr("every reason is shown") }
    AppField {
        id: filter
        width: parent.width
        glyph: "filter"
        label: qsTr("Find a command")
        placeholderText: qsTr("Find a command")
        objectName: "findCommand"
    }
    AppCombo {
        id: chosen
        objectName: "whichCommand"
        label: qsTr("Command")
        current: rights.command
        options: {
            const typed = filter.text.trim().toLowerCase()
            const found = rights.commands.filter(c => typed === "" ? c.name.startsWith("dreams.") || c.name === rights.command : (c.word + " " + c.name).toLowerCase().includes(typed)).slice(0, 12)
            return found.some(c => c.name === rights.command) ? found : rights.commands.filter(c => c.name === rights.command).concat(found)
        }
        onPicked: name => {
            rights.command = name
            current = Qt.binding(() => rights.command)
        }
    }
    AppField {
        id: thing
        objectName: "whichThing"
        width: parent.width
        label: qsTr("On which thing, an id; may stay empty")
        placeholderText: qsTr("Id of a thing, or nothing")
        onTextChanged: soon.restart()
    }
    Row {
        visible: rights.answer !== null
        spacing: Theme.px(6)
        Icon { name: rights.answer?.isAllowed ? "check" : "lock"; tint: rights.answer?.isAllowed ? Theme.goodText : Theme.warnText; size: Theme.px(14); anchors.verticalCenter: parent.verticalCenter }
        AppText {
            objectName: "verdict"
            text: rights.answer?.isAllowed ? qsTr("Yes") : qsTr("No")
            role: "label"
            color: rights.answer?.isAllowed ? Theme.goodText : Theme.warnText
        }
    }
    AppText {
        visible: text !== ""
        width: parent.width
        text: rights.answer?.sentence ?? ""
        role: "small"
        color: Theme.text2
        wrapMode: Text.Wrap
        lineHeight: 1.2
    }
    Repeater {
        model: rights.answer?.reasons ?? []
        Row {
            id: reason
            required property var modelData
            width: rights.width
            spacing: Theme.px(6)
            Icon { name: reason.modelData.isAllowed ? "check" : "cross"; tint: Theme.text3; size: Theme.px(12); y: Theme.px(3) }
            AppText { width: parent.width - Theme.px(20); text: Ranks.reason(reason.modelData); role: "small"; wrapMode: Text.Wrap }
        }
    }
    Section { width: parent.width; title: qsTr("Rules of this profile"); note: Format.number(rules.count) }
    Repeater {
        model: rights.systems.find(s => s.stem === "rbac")?.commands ?? []
        CommandForm {
            required property var modelData
            command: modelData
            width: rights.width
        }
    }
}
