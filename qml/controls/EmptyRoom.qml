import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// An empty state with a room of its own: where it is taller than the room, it scrolls.
Flickable {
    id: room
    property alias glyph: empty.glyph
    property alias title: empty.title
    property alias words: empty.words
    property alias deed: empty.deed
    property real measure: Theme.px(320)
    signal done()
    contentHeight: empty.height + Theme.px(12)
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.vertical: AppScroll {}
    EmptyState {
        id: empty
        width: Math.min(room.measure, room.width)
        onDone: room.done()
    }
}
