pragma Singleton
import QtQuick
import DreamScope.Ui

// How a field's declared type becomes a cell (its width, its side, its words, its ink) and how what
// a person types becomes what the engine reads. The one place that knows the field types of the house.
QtObject {
    id: cells

    readonly property var numbers: ["integer", "unsigned", "amount", "duration", "score"]
    // Of the states that tables name most often; unscaled, as all widths here.
    readonly property var usualStates: ["understood", "working", "archived", "waiting", "cancelled", "candidate", "dismissed"]
    readonly property int stateWidth: cells.usualStates.reduce((most, state) => Math.max(most, Theme.widthOf(Format.state(state), 13)), 0)
    // What a delegate calls a field: its own words come first (models/rows).
    function role(field: string): string { return field === "model" || field === "modelData" || field === "index" ? field + "_" : field }
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
        case "choice": return { width: Math.max(92, Math.min(160, cells.stateWidth)), isNumber: false, isLoose: false }
        case "string": return { width: 104, isNumber: false, isLoose: true }
        case "text": return { width: 216, isNumber: false, isLoose: true }
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

    // ---- copies
    // Rows as a text for the clipboard: Markdown for people, in words; JSON and CSV (RFC 4180) for
    // programs, in the values and names that were declared.
    function copy(form: string, fields: var, rows: var): string {
        if (form === "json") {
            const plain = rows.map(row => fields.reduce((out, f) => Object.assign(out, { [f.name]: row[f.name] ?? null }), {}))
            return JSON.stringify(plain.length === 1 ? plain[0] : plain, null, 2) + "\n"
        }
        const line = cells_ => form === "csv" ? cells_.map(cells.csvCell).join(",") : "| " + cells_.map(cells.markdownCell).join(" | ") + " |"
        const head = form === "csv" ? [line(fields.map(f => f.name))]
            : [line(fields.map(f => Declared.field(f.name))), "|" + fields.map(f => cells.isNumber(f.type) ? "---:|" : "---|").join("")]
        return head.concat(rows.map(row => line(fields.map(f => form === "csv" ? row[f.name] : cells.words(row[f.name], f.type))))).join(form === "csv" ? "\r\n" : "\n")
            + (form === "csv" ? "\r\n" : "\n")
    }
    function csvCell(value: var): string {
        const s = value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value)
        return /[",\r\n]/.test(s) ? "\"" + s.replace(/"/g, "\"\"") + "\"" : s
    }
    function markdownCell(words: string): string { return words.replace(/\\/g, "\\\\").replace(/\|/g, "\\|").replace(/\s+/g, " ").trim() }

    // ---- forms
    // Which control asks for a field.
    function control(spec: var): string {
        if ((spec.options ?? []).length > 0)
            return "choice"
        switch (spec.type) {
        case "boolean": return "check"
        case "body": case "structure": case "figures": return "area"
        case "secret": return "secret"
        case "id": return (spec.of ?? "") !== "" ? "picker" : "line"
        }
        return "line"
    }
    // A command cannot be asked without these, whatever stands in them by itself.
    function isNeeded(spec: var): bool {
        return !spec.optional && ["id", "body", "digest", "time", "amount", "structure"].includes(spec.type)
    }
    function placeholder(spec: var): string {
        switch (spec.type) {
        case "amount": return Number(0).toLocaleString(Qt.locale(), "f", 2)
        case "duration": return qsTr("such as 30 s or 5 min")
        case "time": return qsTr("such as 2026-01-31 18:00")
        case "digest": return qsTr("64 hexadecimal digits")
        case "score": return qsTr("0 to 100")
        case "list": return qsTr("separated by commas")
        case "id": return qsTr("13 letters and digits")
        case "structure": case "figures": return qsTr("JSON")
        }
        return ""
    }
    // What stands in the field before anybody types: what the command is made with.
    function typed(value: var, type: string): string {
        if (value === undefined || value === null || value === "")
            return ""
        switch (type) {
        case "duration": return value % 60000000 === 0 && value >= 120000000 ? qsTr("%1 min").arg(value / 60000000)
            : value % 1000000 === 0 ? qsTr("%1 s").arg(value / 1000000) : qsTr("%1 ms").arg(value / 1000)
        case "score": return value < 0 ? "" : String(Math.round(value / 100))
        case "integer": case "unsigned": case "string": case "text": return String(value)
        case "amount": return Number(value) === 0 ? "" : String(value)
        }
        return ""
    }
    // { value, problem }: value is undefined while there is none.
    function read(words: string, spec: var): var {
        const s = words.trim()
        if (s === "")
            return { value: undefined, problem: !spec.optional && cells.isNumber(spec.type) ? qsTr("A number is needed.") : "" }
        switch (spec.type) {
        case "integer": case "unsigned": case "score": return cells.readWhole(s, spec.type)
        case "duration": return cells.readDuration(s)
        case "amount": {
            // Amounts have 18 places, more than a JavaScript number: they stay text.
            const plain = s.replace(Qt.locale().decimalPoint, ".")
            return /^\d{1,20}(\.\d{1,18})?$/.test(plain) ? { value: plain, problem: "" }
                : { value: undefined, problem: qsTr("An amount is needed, such as %1.").arg(Number(12.5).toLocaleString(Qt.locale(), "f", 2)) }
        }
        case "time": {
            const then = new Date(s.replace(" ", "T"))
            return isNaN(then.getTime()) ? { value: undefined, problem: qsTr("A date is needed, such as 2026-01-31 18:00.") }
                : { value: then.toISOString().replace(/\.\d+Z$/, "Z"), problem: "" }
        }
        case "digest": return /^[0-9a-fA-F]{64}$/.test(s) ? { value: s.toLowerCase(), problem: "" }
            : { value: undefined, problem: qsTr("A digest has 64 hexadecimal digits.") }
        case "id": return /^[0-9a-zA-Z]{13}$/.test(s) ? { value: s, problem: "" }
            : { value: undefined, problem: qsTr("An id has 13 letters and digits.") }
        case "list": return { value: s.split(",").map(v => v.trim()).filter(v => v !== ""), problem: "" }
        case "structure": case "figures": return cells.readJson(s)
        case "body": case "secret": return { value: words, problem: "" }
        }
        return { value: s, problem: "" }
    }
    function readWhole(s: string, type: string): var {
        const n = Number(s)
        if (!/^-?\d{1,15}$/.test(s))
            return { value: undefined, problem: qsTr("A whole number is needed.") }
        if (type === "unsigned" && n < 0)
            return { value: undefined, problem: qsTr("This cannot be less than zero.") }
        if (type === "score")
            return n >= 0 && n <= 100 ? { value: n * 100, problem: "" } : { value: undefined, problem: qsTr("A score is from 0 to 100.") }
        return { value: n, problem: "" }
    }
    function readDuration(s: string): var {
        const part = /^(\d+(?:[.,]\d+)?)\s*(µs|us|ms|s|sec|min|m|h|d)?$/.exec(s)
        if (part === null)
            return { value: undefined, problem: qsTr("A time span is needed, such as 30 s or 5 min.") }
        const each = { "µs": 1, us: 1, ms: 1000, s: 1000000, sec: 1000000, m: 60000000, min: 60000000, h: 3600000000, d: 86400000000 }
        return { value: Math.round(Number(part[1].replace(",", ".")) * each[part[2] ?? "s"]), problem: "" }
    }
    function readJson(s: string): var {
        try {
            return { value: JSON.parse(s), problem: "" }
        } catch (error) {
            return { value: undefined, problem: qsTr("This is no JSON: %1").arg(String(error.message)) }
        }
    }
}
