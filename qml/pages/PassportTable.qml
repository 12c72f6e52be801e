pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// Passports in rows: who, level, trust and what they worked. `lines` is gathered by the page.
ListView {
    id: list
    property var lines: []
    property string chosen: ""
    property bool isNarrow: false
    property bool isKeyed: true
    readonly property real nameWidth: Math.max(Theme.px(120), width - levelWidth - trustWidth - (isNarrow ? 0 : workWidth) - Theme.px(64))
    readonly property real levelWidth: Theme.widestOf(Ranks.levels.map(l => Ranks.level(l)).concat([Ranks.standing("suspended"), Ranks.level("agent")]), Theme.body) + Theme.px(8)
    readonly property real trustWidth: Theme.px(92)
    readonly property real workWidth: Theme.px(64)
    signal picked(string id)
    function follow() {
        const at = list.lines.findIndex(l => l.id === list.chosen)
        if (at !== currentIndex)
            currentIndex = at
    }
    function step(to: int) {
        isKeyed = true
        const line = list.lines[Math.max(0, Math.min(list.lines.length - 1, to))]
        if (line)
            list.picked(line.id)
    }
    clip: true
    focus: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    currentIndex: -1
    model: list.lines.length
    bottomMargin: Theme.gap
    onLinesChanged: follow()
    onChosenChanged: follow()
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Passports")
    T.ScrollBar.vertical: AppScroll {}
    Keys.onUpPressed: step(currentIndex - 1)
    Keys.onDownPressed: step(currentIndex + 1)
    Keys.onPressed: event => {
        switch (event.key) {
        case Qt.Key_Home: step(0); break
        case Qt.Key_End: step(count - 1); break
        default: return
        }
        event.accepted = true
    }
    delegate: Item {
        id: row
        required property int index
        readonly property var line: list.lines[row.index] ?? null
        readonly property bool isCurrent: row.line !== null && row.line.id === list.chosen
        readonly property string levelWord: !row.line ? "" : row.line.standing !== "good" ? Ranks.standing(row.line.standing)
            : row.line.holder === "agent" ? Ranks.level("agent") : Ranks.level(row.line.level)
        width: ListView.view.width
        height: Theme.px(40)
        Accessible.role: Accessible.Row
        Accessible.name: row.line ? qsTr("%1, %2, trust %3").arg(row.line.title).arg(row.levelWord).arg(Format.score(row.line.trust)) : ""
        Accessible.selected: isCurrent
        Accessible.onPressAction: if (row.line) list.picked(row.line.id)
        HoverHandler { id: over }
        TapHandler {
            onTapped: {
                list.isKeyed = false
                list.forceActiveFocus(Qt.MouseFocusReason)
                if (row.line)
                    list.picked(row.line.id)
            }
        }
        RowGround {
            x: Theme.px(8)
            width: parent.width - Theme.px(16)
            height: parent.height
            isCurrent: row.isCurrent
            isHot: over.hovered
            isFocused: row.isCurrent && list.activeFocus && list.isKeyed
        }
        Icon {
            x: Theme.px(20)
            anchors.verticalCenter: parent.verticalCenter
            name: row.line?.holder === "agent" ? "agents" : "user"
            tint: Theme.text3
            size: Theme.px(14)
        }
        AppText {
            x: Theme.px(44)
            y: row.line?.sub ? Theme.px(3) : 0
            width: list.nameWidth
            height: row.line?.sub ? Theme.px(18) : parent.height
            text: row.line?.title ?? ""
            role: row.line?.holder === "person" ? "label" : "body"
            Accessible.ignored: true
        }
        AppText {
            x: Theme.px(44)
            y: Theme.px(20)
            visible: text !== ""
            width: list.nameWidth
            text: row.line?.sub ?? ""
            role: "caption"
            color: Theme.text3
            Accessible.ignored: true
        }
        AppText {
            x: Theme.px(52) + list.nameWidth
            width: list.levelWidth
            height: parent.height
            text: row.levelWord
            color: row.line && row.line.standing !== "good" ? Theme.warnText : Theme.text2
            Accessible.ignored: true
        }
        Meter {
            x: Theme.px(52) + list.nameWidth + list.levelWidth
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(52)
            value: (row.line?.trust ?? 0) / 10000
            Accessible.ignored: true
        }
        AppText {
            x: Theme.px(108) + list.nameWidth + list.levelWidth
            width: Theme.px(28)
            height: parent.height
            text: row.line ? Format.score(row.line.trust) : ""
            horizontalAlignment: Text.AlignRight
            Accessible.ignored: true
        }
        AppText {
            visible: !list.isNarrow
            x: parent.width - width - Theme.px(20)
            width: list.workWidth - Theme.px(8)
            height: parent.height
            text: row.line ? Format.number(row.line.pieces) : ""
            color: Theme.text3
            horizontalAlignment: Text.AlignRight
            Accessible.ignored: true
        }
    }
}
