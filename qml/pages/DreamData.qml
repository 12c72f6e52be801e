pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// The dream as data: ROOT's record with this text's values, the schema it fits, and the facts that
// were found in the words.
Column {
    id: data_
    property string dream: ""
    property string recordDigest: ""
    property string schemaDigest: ""
    property string factsDigest: ""
    property int shownMax: 14
    readonly property var lines: view.current === "schema" ? schemaLines(schema.json, "")
        : view.current === "facts" ? factLines(facts.json ?? {}) : recordLines(record.json, "")
    function recordLines(value: var, name: string): var {
        if (value === null || value === undefined)
            return name === "" ? [] : [{ name: name, value: qsTr("none"), isQuiet: true }]
        if (Array.isArray(value)) {
            if (value.length === 0)
                return [{ name: name, value: qsTr("none"), isQuiet: true }]
            if (value.every(v => typeof v !== "object"))
                return [{ name: name, value: value.join(", ") }]
            return value.map((v, i) => ({ name: i === 0 ? name : "", value: data_.flat(v) }))
        }
        if (typeof value === "object") {
            let out = []
            for (const key of Object.keys(value))
                out = out.concat(data_.recordLines(value[key], name === "" ? key : name + "." + key))
            return out
        }
        return [{ name: name, value: value === true ? qsTr("yes") : value === false ? qsTr("no") : String(value) }]
    }
    function flat(value: var): string {
        if (typeof value !== "object" || value === null)
            return String(value)
        return Object.keys(value).filter(k => value[k] !== "" && value[k] !== false)
            .map(k => value[k] === true ? k : String(value[k])).join(", ")
    }
    function schemaLines(value: var, name: string): var {
        const out = []
        const properties = value?.properties ?? {}
        const required = value?.required ?? []
        for (const key of Object.keys(properties)) {
            const p = properties[key]
            const of = p.type === "array" ? qsTr("list of %1").arg(p.items?.type ?? qsTr("anything")) : String(p.type ?? p.format ?? "")
            out.push({ name: key, value: of + (p.format ? " · " + p.format : ""), note: required.includes(key) ? qsTr("required") : "" })
        }
        return out
    }
    function factLines(value: var): var {
        const words = {
            people: qsTr("People"), places: qsTr("Places"), organisations: qsTr("Organisations"), dates: qsTr("Dates"),
            times: qsTr("Times"), amounts: qsTr("Amounts"), quantities: qsTr("Quantities"), durations: qsTr("Durations"),
            links: qsTr("Links"), emails: qsTr("Addresses"), todos: qsTr("To do"), fields: qsTr("Fields") }
        const out = []
        for (const key of Object.keys(words)) {
            const all = value[key] ?? []
            if (all.length === 0)
                continue
            out.push({ name: words[key], value: all.map(f => f.text ?? qsTr("%1: %2").arg(f.name).arg(f.value)).join(", "), note: all.length > 3 ? Format.number(all.length) : "" })
        }
        return out
    }
    spacing: 0
    Live.Blob { id: record; owner: data_.dream; digest: data_.recordDigest }
    Live.Blob { id: schema; owner: data_.dream; digest: data_.schemaDigest }
    Live.Blob { id: facts; owner: data_.dream; digest: data_.factsDigest }
    Section {
        width: parent.width
        title: qsTr("Data")
        Segmented {
            id: view
            objectName: "dataView"
            label: qsTr("Show the data as")
            options: [{ name: "record", word: qsTr("Record") }, { name: "facts", word: qsTr("Facts") }, { name: "schema", word: qsTr("Schema") }]
        }
    }
    Repeater {
        model: data_.lines.slice(0, data_.shownMax)
        Fact {
            id: line
            required property var modelData
            width: data_.width
            nameWidth: Math.min(Theme.factName, data_.width * 0.4)
            isLong: true
            name: line.modelData.name
            value: line.modelData.value
            note: line.modelData.note ?? ""
            ink: line.modelData.isQuiet ? Theme.text3 : Theme.text
        }
    }
    LinkText {
        visible: data_.lines.length > data_.shownMax
        text: qsTr("Show all %1").arg(data_.lines.length)
        onClicked: data_.shownMax = 400
    }
    AppText {
        visible: data_.lines.length === 0 && !record.isLoading && !schema.isLoading && !facts.isLoading
        width: parent.width
        height: Theme.factRow
        role: "small"
        color: Theme.text3
        text: view.current === "facts" && facts.ready ? qsTr("No names, dates or amounts in the text.") : qsTr("Nothing here yet.")
    }
}
