pragma Singleton
import QtQuick

// The window's only ticking clock: ages are counted from here, so one timer serves every page.
// `now` moves each second, `minute` rarely, so that long lists rest.
QtObject {
    id: clock
    property real now: Date.now()
    property real minute: Date.now()   // moves every 10 s: for ages in long lists
    property Timer pulse: Timer {
        interval: 1000
        repeat: true
        running: true
        onTriggered: {
            clock.now = Date.now()
            if (clock.now - clock.minute >= 10000)
                clock.minute = clock.now
        }
    }
}
