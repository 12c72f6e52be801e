pragma Singleton
import QtQuick
import DreamScope.Desk

// What a person should hear of without having asked. Kept until the window closes, newest first;
// quiet hours keep the toast back, never the notice. Watching is done elsewhere. (A singleton that
// imports its own module closes a ring of singletons, so this one has a clock of its own.)
QtObject {
    id: notices
    readonly property int keptMax: 200
    property ListModel list: ListModel {}
    property int unread: 0
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
    // `kind` is a setting's name under notices/: the person may not want to hear of it.
    function tell(kind: string, tone: string, words: string, place: string, subject: string) {
        if (!Choices.value("notices/" + kind))
            return
        notices.list.insert(0, { at: Date.now(), kind: kind, tone: tone, words: words, place: place, subject: subject })
        if (notices.list.count > notices.keptMax)
            notices.list.remove(notices.keptMax)
        notices.unread++
        if (!notices.isQuiet)
            notices.toast(words, place, subject)
    }
    function clear() {
        notices.list.clear()
        notices.unread = 0
    }
}
