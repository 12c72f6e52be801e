pragma Singleton
import QtQuick
import DreamScope.Desk

// What a person should hear of without having asked, gathered by cause, the newest cause first. Kept
// until the window closes or the cause is gone; quiet hours keep the toast back, never the notice.
// Watching is done elsewhere. (A singleton that imports its own module closes a ring of singletons,
// so this one has a clock of its own.)
QtObject {
    id: notices
    readonly property int causesMax: 40
    readonly property int keptMax: 50          // of one cause
    // { cause, kind, tone, at, unread, lines: [{ at, words, place, subject }] }, both newest first
    property var groups: []
    readonly property int unread: groups.reduce((sum, g) => sum + g.unread, 0)
    readonly property bool isQuiet: {
        Choices.revision
        return notices.quietAt(new Date(notices.now))
    }
    property real now: Date.now()
    property Timer tick: Timer {
        interval: 10000
        repeat: true
        running: true
        onTriggered: notices.now = Date.now()
    }
    signal toast(string words, string place, string subject)

    function minutes(date: var): int { return date.getHours() * 60 + date.getMinutes() }
    function quietAt(date: var): bool {
        if (!Choices.value("quiet/isOn"))
            return false
        const from = Choices.value("quiet/from"), to = Choices.value("quiet/to"), now = notices.minutes(date)
        return from <= to ? now >= from && now < to : now >= from || now < to
    }
    // What several notices of one cause come to.
    function headline(group: var): string {
        const count = group.lines.length
        if (count === 1)
            return group.lines[0].words
        switch (group.kind) {
        case "needsYou": return qsTr("%n dreams need you", "", count)
        case "workDone": return qsTr("Work was done %n times", "", count)
        case "health": return qsTr("Trouble in the organism, %n times", "", count)
        }
        return group.lines[0].words
    }
    // `kind` is a setting's name under notices/: the person may not want to hear of it. What has the
    // same cause stands together, and what is about the same thing stands there once.
    function tell(kind: string, tone: string, cause: string, words: string, place: string, subject: string) {
        if (!Choices.value("notices/" + kind))
            return
        const before = notices.groups.find(g => g.cause === cause)
        const line = { at: Date.now(), words: words, place: place, subject: subject }
        const group = { cause: cause, kind: kind, tone: tone, at: line.at, unread: (before?.unread ?? 0) + 1,
                        lines: [line].concat((before?.lines ?? []).filter(l => subject === "" || l.subject !== subject)).slice(0, notices.keptMax) }
        notices.groups = [group].concat(notices.groups.filter(g => g.cause !== cause)).slice(0, notices.causesMax)
        if (!notices.isQuiet)
            notices.toast(notices.headline(group), place, group.lines.length > 1 ? "" : subject)
    }
    // The cause is gone, or one thing of it is as it should be again.
    function settle(cause: string, subject: string) {
        notices.groups = notices.groups
            .map(g => g.cause !== cause ? g : Object.assign({}, g, { lines: g.lines.filter(l => subject !== "" && l.subject !== subject) }))
            .filter(g => g.lines.length > 0)
            .map(g => Object.assign({}, g, { unread: Math.min(g.unread, g.lines.length) }))
    }
    function read() { notices.groups = notices.groups.map(g => Object.assign({}, g, { unread: 0 })) }
    function clear() { notices.groups = [] }
}
