import QtQuick
import DreamScope.Ui

// Stands where the understanding will be while there is none: it is being made, it waits for a
// person, or nobody asked for it.
Column {
    id: unread
    property string dream: ""
    property string condition: ""
    property bool isWorked: false      // an assignment is open, as the Super Spine says
    signal understandAsked()
    readonly property bool isUnderWay: isWorked
    spacing: Theme.px(6)
    Section {
        width: parent.width
        title: unread.isUnderWay ? qsTr("Agents are reading") : qsTr("Not understood")
        note: unread.isUnderWay ? qsTr("scores, meaning and resonance appear as they are made") : ""
    }
    AppText {
        visible: !unread.isUnderWay
        width: parent.width
        wrapMode: Text.Wrap
        color: Theme.text2
        text: unread.condition === "failed" ? qsTr("An agent refused this text; the receipts say why. Change the text, or ask again.")
            : qsTr("No agent has taken this dream. If none is hired yet, the Agent Registry says why; work starts when one is.")
    }
    AppButton {
        objectName: "understand"
        visible: !unread.isUnderWay
        text: qsTr("Understand this dream")
        glyph: "play"
        onClicked: unread.understandAsked()
    }
}
