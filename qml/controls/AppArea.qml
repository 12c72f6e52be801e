import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// Many lines of text that grow with what is written.
T.TextArea {
    id: area
    property string label: placeholderText
    property bool isFramed: true
    property string problem: ""
    implicitHeight: Math.max(Theme.px(72), contentHeight + topPadding + bottomPadding)
    implicitWidth: Theme.px(240)
    padding: isFramed ? Theme.px(8) : 0
    leftPadding: isFramed ? Theme.px(10) : 0
    color: Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.body
    renderType: Text.NativeRendering
    selectionColor: Theme.selected
    selectedTextColor: Theme.text
    selectByMouse: true
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    Accessible.role: Accessible.EditableText
    Accessible.name: label
    Accessible.description: problem
    // Tab leaves the text, as everywhere else in the window; Ctrl+Tab writes one.
    KeyNavigation.priority: KeyNavigation.BeforeItem
    Keys.onTabPressed: event => {
        const next = area.nextItemInFocusChain(true)
        if (next)
            next.forceActiveFocus(Qt.TabFocusReason)
        event.accepted = true
    }
    Keys.onBacktabPressed: event => {
        const before = area.nextItemInFocusChain(false)
        if (before)
            before.forceActiveFocus(Qt.BacktabFocusReason)
        event.accepted = true
    }
    background: Rectangle {
        visible: area.isFramed
        radius: Theme.radius
        color: area.activeFocus ? Theme.surface : Theme.hover
        border.width: area.activeFocus || area.problem !== "" ? 2 : 1
        border.color: area.problem !== "" ? Theme.badMark : area.activeFocus ? Theme.focus : Theme.line
    }
    AppText {
        visible: area.length === 0 && area.preeditText === ""
        x: area.leftPadding
        y: area.topPadding
        width: area.width - 2 * x
        text: area.placeholderText
        font: area.font
        color: Theme.text3
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
