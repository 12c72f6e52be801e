import QtQuick
import DreamScope.Ui

// A link asked for an import. Nothing is read before the person agrees.
Sheet {
    id: sheet
    property string file: ""
    signal agreed(string file)
    function ask(file: string) {
        sheet.file = file
        sheet.open()
        keep.forceActiveFocus(Qt.ShortcutFocusReason)
    }
    padding: Theme.px(16)
    modal: true
    contentItem: Column { // qmllint disable deferred-property-id
        spacing: Theme.px(10)
        Accessible.role: Accessible.Dialog
        Accessible.name: head.text
        AppText { id: head; text: qsTr("A link asks to import a file"); role: "head"; Accessible.role: Accessible.Heading }
        AppText { text: sheet.file; width: Theme.px(360); wrapMode: Text.WrapAnywhere; color: Theme.text2 }
        AppText {
            text: qsTr("It comes from outside DreamScope. The file would become a dream; it stays where it is.")
            width: Theme.px(360)
            wrapMode: Text.Wrap
            color: Theme.text2
            lineHeight: 1.2
        }
        Row {
            spacing: Theme.gap
            AppButton {
                objectName: "agreeImport"
                text: qsTr("Import it")
                onClicked: {
                    sheet.close()
                    sheet.agreed(sheet.file)
                }
            }
            AppButton { id: keep; objectName: "refuseImport"; kind: "quiet"; text: qsTr("Leave it"); onClicked: sheet.close() }
        }
    }
}
