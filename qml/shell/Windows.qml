pragma ComponentBehavior: Bound
import QtQml.Models
import QtQuick
import DreamScope.Ui

// The windows beside the main one, a limited number of them. The same thing is opened once; the wall
// takes another screen where there is one.
Instantiator {
    id: windows
    readonly property int openMax: 12
    readonly property ListModel list: ListModel {}
    property string mainScreen: ""
    readonly property var otherScreen: {
        for (let i = 0; i < Qt.application.screens.length; ++i)
            if (Qt.application.screens[i].name !== windows.mainScreen)
                return Qt.application.screens[i]
        return null
    }
    signal wentTo(string place, string subject)
    signal refused()
    function open(place: string, subject: string, word: string) {
        for (let i = 0; i < windows.list.count; ++i) {
            const at = windows.list.get(i)
            if (at.place === place && at.subject === subject)
                return (windows.objectAt(i) as PageWindow).front()
        }
        if (windows.list.count >= windows.openMax)
            return windows.refused()
        windows.list.append({ place: place, subject: subject, word: word })
    }
    function closeAll() { windows.list.clear() }
    model: list
    delegate: PageWindow {
        id: one
        required property int index
        required property var model
        place: one.model.place
        subject: one.model.subject
        word: one.model.word
        transientParent: null
        wallScreen: windows.otherScreen
        onWentTo: (place, subject) => windows.wentTo(place, subject)
        onEnded: windows.list.remove(one.index)
    }
}
