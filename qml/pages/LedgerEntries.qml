pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live

// What moved on one account, newest first: why, with whom, how much, when. Entries of a batch stand one
// by one; a hold that is still open has no figure of its own yet.
FocusScope {
    id: entries
    required property string account
    required property string token
    required property var nameOf               // account's id to words
    property var lines: []
    readonly property int linesMax: 500
    readonly property bool isLoading: moves.isLoading
    signal picked(string account)

    function gather() {
        const lines = []
        for (let i = 0; i < moves.count && lines.length < entries.linesMax; ++i) {
            const move = moves.at(i)
            for (const entry of [...(move?.entries ?? [])].reverse()) {
                const isOut = entry.debit === entries.account
                if (!isOut && entry.credit !== entries.account)
                    continue
                const isMoving = entry.kind !== "hold" && entry.kind !== "void"
                lines.push({ at: move.at, kind: entry.kind, reason: entry.reason, isMoving: isMoving, isOut: isOut,
                             other: isOut ? entry.credit : entry.debit, amount: entry.amount, number: entry.id })
            }
        }
        entries.lines = lines.slice(0, entries.linesMax)
    }
    Live.Rows {
        id: moves
        of: entries.account !== "" ? "tokens.moves" : ""
        where: ({ about: entries.account })
        sortBy: "at"
        descending: true
        onRevisionChanged: soon.restart()
    }
    onAccountChanged: entries.lines = []
    Timer { id: soon; interval: 0; onTriggered: entries.gather() }
    ListView {
        id: list
        objectName: "ledgerEntries"
        anchors.fill: parent
        visible: count > 0
        model: entries.lines
        focus: true
        activeFocusOnTab: true
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Entries")
        T.ScrollBar.vertical: AppScroll {}
        Keys.onReturnPressed: if (currentIndex >= 0) entries.picked(entries.lines[currentIndex].other)
        delegate: Item {
            id: line
            required property var modelData
            required property int index
            readonly property string words: modelData.kind === "move" || modelData.kind === "reverse" && modelData.reason !== "payment"
                ? Money.reason(modelData.reason) : Money.kind(modelData.kind)
            readonly property string who: entries.nameOf(modelData.other)
            readonly property string sign: !modelData.isMoving ? "" : modelData.isOut ? "−" : "+"
            width: ListView.view.width
            height: Theme.listRow
            Accessible.role: Accessible.ListItem
            Accessible.name: (modelData.isOut ? qsTr("%1, to %2: %3, %4") : qsTr("%1, from %2: %3, %4"))
                .arg(words).arg(who).arg(sign + Money.full(modelData.amount, entries.token)).arg(Format.dateTime(modelData.at))
            Accessible.onPressAction: entries.picked(modelData.other)
            HoverHandler { id: over }
            TapHandler {
                onTapped: {
                    list.currentIndex = line.index
                    list.forceActiveFocus(Qt.MouseFocusReason)
                }
                onDoubleTapped: entries.picked(line.modelData.other)
            }
            Rectangle {
                anchors.fill: parent
                radius: Theme.radius
                color: over.hovered ? Theme.hover : "transparent"
                border.width: line.ListView.isCurrentItem && list.activeFocus ? 2 : 0
                border.color: Theme.focus
            }
            Icon {
                x: Theme.px(8)
                anchors.verticalCenter: parent.verticalCenter
                name: !line.modelData.isMoving ? "lock" : line.modelData.isOut ? "up" : "down"
                size: Theme.px(14)
                tint: !line.modelData.isMoving ? Theme.text3 : line.modelData.isOut ? Theme.text2 : Theme.goodText
            }
            AppText {
                x: Theme.px(32)
                y: Theme.px(4)
                width: parent.width - x - amount.implicitWidth - Theme.px(24)
                height: Theme.px(17)
                text: line.words
                role: "body"
                Accessible.ignored: true
            }
            AppText {
                x: Theme.px(32)
                y: Theme.px(21)
                width: parent.width - x - when.implicitWidth - Theme.px(24)
                height: Theme.px(14)
                text: line.modelData.isOut ? qsTr("to %1").arg(line.who) : qsTr("from %1").arg(line.who)
                role: "caption"
                color: Theme.text3
                Accessible.ignored: true
            }
            AppText {
                id: amount
                anchors.right: parent.right
                anchors.rightMargin: Theme.px(12)
                y: Theme.px(4)
                height: Theme.px(17)
                text: line.sign + Money.amount(line.modelData.amount)
                role: line.modelData.isMoving ? "label" : "body"
                color: !line.modelData.isMoving ? Theme.text3 : line.modelData.isOut ? Theme.text : Theme.goodText
                Accessible.ignored: true
            }
            AppText {
                id: when
                anchors.right: parent.right
                anchors.rightMargin: Theme.px(12)
                y: Theme.px(21)
                height: Theme.px(14)
                text: Format.age(line.modelData.at, Clock.minute)
                role: "caption"
                color: Theme.text3
                Accessible.ignored: true
            }
        }
    }
    Reading { isOn: moves.isLoading && entries.lines.length === 0; x: Theme.px(8) }
    EmptyRoom {
        visible: !moves.isLoading && entries.lines.length === 0
        anchors.fill: parent
        glyph: "table"
        title: qsTr("Nothing moved here yet")
        words: qsTr("Every payment, reward, stake and fee of this account will stand here, with its counterpart.")
    }
}
