pragma Singleton
import QtQuick

// What settings are called, what they do and what their options say. Keys, limits and defaults are
// the business of Choices.
QtObject {
    id: words
    function section(name: string): string {
        switch (name) {
        case "appearance": return qsTr("Appearance")
        case "language": return qsTr("Language")
        case "notices": return qsTr("Notifications")
        case "profile": return qsTr("Profile")
        case "backups": return qsTr("Backups")
        case "mirror": return qsTr("Mirror folder")
        case "privacy": return qsTr("Privacy")
        }
        return name
    }
    function word(key: string): string {
        switch (key) {
        case "look/theme": return qsTr("Theme")
        case "look/moreContrast": return qsTr("More contrast")
        case "look/textPercent": return qsTr("Text size")
        case "look/reduceMotion": return qsTr("Reduce motion")
        case "look/inspector": return qsTr("Inspector beside the page")
        case "start/page": return qsTr("Begin with")
        case "language": return qsTr("Language of the window")
        case "notices/needsYou": return qsTr("A dream needs you")
        case "notices/workDone": return qsTr("Work has ended")
        case "notices/health": return qsTr("The organism is unwell")
        case "quiet/isOn": return qsTr("Quiet hours")
        case "quiet/from": return qsTr("Quiet from")
        case "quiet/to": return qsTr("Quiet until")
        }
        return key
    }
    function help(key: string): string {
        switch (key) {
        case "look/theme": return qsTr("System follows the desktop, at once.")
        case "look/moreContrast": return qsTr("Words at 7 to 1 and hairlines at 3 to 1 or better.")
        case "look/textPercent": return qsTr("Everything grows with it, 80 to 200 percent.")
        case "look/reduceMotion": return qsTr("Nothing slides or fades.")
        case "look/inspector": return qsTr("In wide windows. Off: it opens over the page when asked for.")
        case "start/page": return qsTr("What the window shows when it opens.")
        case "language": return qsTr("Dreams keep the language they were written in.")
        case "notices/needsYou": return qsTr("An agent could not work a dream.")
        case "notices/workDone": return qsTr("Several dreams were worked and nothing is left to do.")
        case "notices/health": return qsTr("A system measures a failure.")
        case "quiet/isOn": return qsTr("Notices are kept, but nothing pops up.")
        }
        return ""
    }
    function option(key: string, name: string): string {
        switch (name) {
        case "system": return qsTr("System")
        case "dark": return qsTr("Dark")
        case "light": return qsTr("Light")
        case "last": return qsTr("Where I was")
        case "Dreams": return qsTr("Dreams")
        case "en": return "English"
        case "de": return "Deutsch"
        }
        return name
    }
    // A value as a person would say it.
    function value(key: string, type: string, value: var): string {
        switch (type) {
        case "flag": return value ? qsTr("on") : qsTr("off")
        case "number": return qsTr("%1 %").arg(value)
        case "time": return new Date(2000, 0, 1, Math.floor(value / 60), value % 60).toLocaleTimeString(Qt.locale(), "HH:mm")
        }
        return words.option(key, String(value))
    }
}
