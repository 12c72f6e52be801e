pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// Asks before a dream is erased: what goes for ever, what stays, and the refusal if there is one.
Sheet {
    id: sheet
    property string dream: ""
    property string title: ""
    property int versions: 0
    property int artefacts: 0
    property int receipts: 0
    property var refusal: null
    property bool isBusy: false
    signal erased()
    function ask() {
        sheet.refusal = null
        sheet.isBusy = false
        sheet.open()
    }
    modal: true
    width: Math.min(Theme.px(420), (parent ? parent.width : Theme.px(420)) - Theme.px(32))
    padding: Theme.px(20)
    anchors.centerIn: parent
    onOpened: keep.forceActiveFocus(Qt.TabFocusReason)
    T.Overlay.modal: Rectangle { color: Qt.rgba(Theme.ground.r, Theme.ground.g, Theme.ground.b, 0.6) }
    contentItem: Column { // qmllint disable deferred-property-id
        spacing: Theme.px(10)
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Erase “%1”?").arg(sheet.title)
        AppText {
            width: parent.width
            text: qsTr("Erase “%1”?").arg(sheet.title)
            role: "head"
            wrapMode: Text.Wrap
        }
        AppText { text: qsTr("Goes for ever"); role: "small"; color: Theme.badText }
        Repeater {
            model: [
                qsTr("its text in %n versions, title and tags", "", sheet.versions),
                qsTr("%n artefacts that agents made", "", sheet.artefacts),
                qsTr("its key, its scores and its words in search")]
            AppText {
                required property string modelData
                width: parent.width
                leftPadding: Theme.px(12)
                text: modelData
                wrapMode: Text.Wrap
                color: Theme.text2
            }
        }
        AppText { text: qsTr("Stays"); role: "small"; color: Theme.text3; topPadding: Theme.unit }
        AppText {
            width: parent.width
            leftPadding: Theme.px(12)
            text: qsTr("%n receipts and the digests in the journal, which say that there was something, not what. Copies you exported or backed up stay where they are.", "", sheet.receipts)
            wrapMode: Text.Wrap
            lineHeight: 1.2
            color: Theme.text2
        }
        RefusalBar {
            visible: sheet.refusal !== null
            width: parent.width
            what: qsTr("Not erased; everything is as it was")
            missing: sheet.refusal?.sentence ?? ""
        }
        Row {
            topPadding: Theme.unit
            spacing: Theme.gap
            AppButton {
                id: keep
                objectName: "eraseKeep"
                text: qsTr("Keep it")
                onClicked: sheet.close()
            }
            AppButton {
                objectName: "eraseConfirm"
                kind: "danger"
                enabled: !sheet.isBusy
                text: sheet.isBusy ? qsTr("Erasing…") : qsTr("Erase for ever")
                onClicked: {
                    sheet.isBusy = true
                    Actions.eraseDream(sheet.dream, answer => {
                        sheet.isBusy = false
                        if (!answer.ok) {
                            sheet.refusal = answer
                            return
                        }
                        sheet.close()
                        sheet.erased()
                    })
                }
            }
        }
    }
}
