import QtQuick
import DreamScope.Ui

// One dream in the list: title and score, below them kind, state and age. The mark of a state that
// wants something hangs in the margin, so words never move.
Item {
    id: row
    property string title: ""
    property string kind: ""
    property string form: ""           // what LUCID took the text for
    property string condition: ""
    property int score: -1
    property real changed: 0
    property string snippet: ""        // where the words that were looked for stand
    property bool isCurrent: false
    property bool isFocused: false
    readonly property string tone: condition === "failed" ? "warn" : Format.tone(condition)
    readonly property string sort: Format.sort(form, kind)
    readonly property string word: condition === "failed" ? qsTr("Needs you") : Format.state(condition)
    readonly property int sortWidth: Math.max(Theme.px(76), Theme.widthOf(sort, Theme.caption))
    signal picked()
    implicitHeight: Theme.listRow
    Accessible.role: Accessible.ListItem
    Accessible.name: score < 0
        ? qsTr("%1, %2, %3").arg(title).arg(sort).arg(word)
        : qsTr("%1, %2, %3, scored %4").arg(title).arg(sort).arg(word).arg(Format.score(score))
    Accessible.selected: isCurrent
    Accessible.focusable: true
    Accessible.onPressAction: row.picked()
    HoverHandler { id: over }
    TapHandler { onTapped: row.picked() }
    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: Theme.unit
        anchors.rightMargin: Theme.px(8)
        radius: Theme.radius
        color: row.isCurrent ? Theme.selected : over.hovered ? Theme.hover : "transparent"
        border.width: row.isFocused ? 2 : 0
        border.color: Theme.focus
    }
    Dot {
        x: Theme.px(14) - width / 2
        anchors.verticalCenter: parent.verticalCenter
        visible: row.tone !== ""
        condition: row.tone === "accent" ? "busy" : row.tone
        size: Theme.px(row.tone === "accent" ? 6 : 8)
    }
    AppText {
        x: Theme.gutter
        y: Theme.px(4)
        width: parent.width - x - Theme.px(48)
        height: Theme.px(17)
        text: row.title
        role: row.isCurrent ? "label" : "body"
        Accessible.ignored: true
    }
    AppText {
        x: Theme.gutter
        y: Theme.px(21)
        height: Theme.px(14)
        width: row.snippet === "" ? row.sortWidth : parent.width - x - Theme.px(60)
        text: row.snippet === "" ? row.sort : row.snippet
        role: "caption"
        color: Theme.text3
        Accessible.ignored: true
    }
    AppText {
        // Where it has no room only a state that wants something stays.
        visible: row.snippet === "" && (row.tone !== "" || x + implicitWidth + age.implicitWidth + Theme.px(26) <= row.width)
        x: Theme.gutter + row.sortWidth + Theme.unit
        y: Theme.px(21)
        height: Theme.px(14)
        width: parent.width - x - Theme.px(60)
        text: row.word
        role: "caption"
        color: row.tone === "" ? Theme.text3 : Theme.inkOf(row.tone)
        Accessible.ignored: true
    }
    AppText {
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(18)
        y: Theme.px(4)
        height: Theme.px(17)
        text: Format.score(row.score)
        color: Theme.text2
        Accessible.ignored: true
    }
    AppText {
        id: age
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(18)
        y: Theme.px(21)
        height: Theme.px(14)
        text: Format.age(row.changed, Clock.minute)
        role: "caption"
        color: Theme.text3
        Accessible.ignored: true
    }
}
