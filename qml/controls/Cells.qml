pragma Singleton
import QtQuick
import DreamScope.Ui

// How a field's declared type becomes a cell: its width, its side, its words and its ink. The one
// place that knows the field types of the house.
QtObject {
    id: cells

    readonly property var numbers: ["integer", "unsigned", "amount", "duration", "score"]
    function isNumber(type: string): bool { return cells.numbers.includes(type) }
    function shape(type: string): var {
        if (type === "score")
            return { width: 80, isNumber: true, isLoose: false }
        if (cells.isNumber(type))
            return { width: 76, isNumber: true, isLoose: false }
        switch (type) {
        case "time": return { width: 116, isNumber: false, isLoose: false }
        case "boolean": return { width: 56, isNumber: false, isLoose: false }
        case "digest": return { width: 84, isNumber: false, isLoose: false }
        case "id": return { width: 72, isNumber: false, isLoose: false }
        case "choice": return { width: 92, isNumber: false, isLoose: false }
        case "string": return { width: 104, isNumber: false, isLoose: true }
        }
        return { width: 128, isNumber: false, isLoose: true }
    }
    function words(value: var, type: string): string {
        if (value === undefined || value === null || value === "")
            return qsTr("none")
        switch (type) {
        case "score": return value < 0 ? qsTr("none") : Format.score(value)
        case "time": return value > 0 ? Format.day(value) : qsTr("none")
        case "duration": return Format.duration(value)
        case "digest": return /^0*$/.test(value) ? qsTr("none") : Format.digest(value)
        case "id": return String(value).slice(-6)
        case "boolean": return value ? qsTr("yes") : qsTr("no")
        case "choice": return Format.state(value)
        }
        if (Array.isArray(value) || (typeof value === "object" && value.length !== undefined))
            return cells.list(value)
        if (typeof value === "object")
            return JSON.stringify(value)
        return typeof value === "number" && cells.isNumber(type) ? Format.number(value) : String(value)
    }
    function list(value: var): string {
        const out = []
        for (let i = 0; i < value.length; ++i) {
            const v = value[i]
            out.push(typeof v === "object" && v !== null ? v.name ?? JSON.stringify(v) : String(v))
        }
        return out.length === 0 ? qsTr("none") : out.join(", ")
    }
    function ink(value: var, type: string): color {
        if (value === undefined || value === null || value === "" || value === 0 || value === false || value === -1
                || (typeof value === "object" && value.length === 0))
            return Theme.text3
        if (type === "choice")
            return Format.tone(value) === "" || Format.tone(value) === "good" ? Theme.text2 : Theme.inkOf(Format.tone(value))
        return cells.isNumber(type) || type === "text" ? Theme.text : Theme.text2
    }
}
