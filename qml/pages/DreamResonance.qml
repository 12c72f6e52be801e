pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live

// Dreams that resonate with this one, how strongly and why, each one a jump away.
Column {
    id: resonance
    property string dream: ""
    property string digest: ""
    readonly property var similar: found.json?.similar ?? []
    signal picked(string id)
    spacing: Theme.px(4)
    // ECHO names texts by their digest; the dreams that hold them are looked up once for all lines.
    property var holders: ({})
    function gather() {
        const held = {}
        for (let i = 0; i < others.count; ++i) {
            const row = others.at(i)
            if (row && row.id !== resonance.dream)
                held[row.body] = row
        }
        resonance.holders = held
    }
    Live.Rows {
        id: others
        of: "dreams.dreams"
        where: ({ body: resonance.similar.map(s => s.digest) })
        onRevisionChanged: resonance.gather()
    }
    Live.Blob { id: found; owner: resonance.dream; digest: resonance.digest }
    Section {
        width: parent.width
        title: qsTr("Resonates with")
        note: found.ready ? qsTr("by ECHO, %1 of %2 read").arg(Format.number(found.json?.compared ?? 0)).arg(Format.number(found.json?.library ?? 0)) : qsTr("by ECHO")
    }
    AppText {
        visible: resonance.similar.length === 0 && !found.isLoading
        width: parent.width
        height: Theme.factRow
        role: "small"
        color: Theme.text3
        text: found.ready ? qsTr("Nothing here is like this dream.") : qsTr("Not compared yet.")
    }
    Repeater {
        model: resonance.similar.slice(0, 8)
        T.AbstractButton {
            id: line
            required property var modelData
            readonly property var other: resonance.holders[line.modelData.digest] ?? null
            readonly property string target: line.other ? line.other.id : ""
            readonly property string shared: (line.modelData.shared ?? []).join(", ")
            width: resonance.width
            implicitHeight: Theme.px(50)
            enabled: line.target !== ""
            text: line.other ? line.other.title : Format.digest(line.modelData.digest)
            Accessible.role: Accessible.Link
            Accessible.name: qsTr("%1, resonance %2, %3").arg(text).arg(Format.fraction(line.modelData.score)).arg(Reasons.of(line.modelData.why))
            Accessible.onPressAction: clicked()
            Keys.onReturnPressed: clicked()
            onClicked: resonance.picked(line.target)
            background: Item {
                Rectangle {
                    anchors.fill: parent
                    anchors.leftMargin: -Theme.px(8)
                    anchors.rightMargin: -Theme.px(8)
                    radius: Theme.radius
                    color: line.hovered && line.enabled ? Theme.hover : "transparent"
                    border.width: line.visualFocus ? 2 : 0
                    border.color: Theme.focus
                }
            }
            contentItem: Item { // qmllint disable deferred-property-id
                AppText {
                    y: Theme.px(6)
                    width: parent.width - value.implicitWidth - badge.width - Theme.px(12)
                    height: Theme.px(18)
                    text: line.text
                    Accessible.ignored: true
                }
                Badge {
                    id: badge
                    visible: line.modelData.duplicate ?? false
                    width: visible ? implicitWidth : 0
                    anchors.right: value.left
                    anchors.rightMargin: Theme.px(8)
                    y: Theme.px(5)
                    tone: "warn"
                    text: qsTr("Near twin")
                }
                AppText {
                    id: value
                    anchors.right: parent.right
                    y: Theme.px(6)
                    height: Theme.px(18)
                    text: Format.fraction(line.modelData.score)
                    color: Theme.text2
                    Accessible.ignored: true
                }
                AppText {
                    y: Theme.px(25)
                    width: parent.width
                    height: Theme.px(16)
                    text: line.modelData.why ? Reasons.of(line.modelData.why) : line.shared
                    role: "small"
                    color: Theme.text3
                    Accessible.ignored: true
                }
            }
        }
    }
}
