pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live

// The twelve words that open this profile's backups, for paper. They are asked for when the sheet
// opens and dropped when it closes; there is no way to copy them.
Sheet {
    id: sheet
    property var words: []
    property string problem: ""
    signal seen()
    function ask() {
        sheet.words = []
        sheet.problem = ""
        sheet.open()
        Live.Engine.backupWords(answer => {
            if (!sheet.opened && !sheet.visible)
                return
            sheet.words = answer.ok ? answer.words : []
            sheet.problem = answer.ok ? "" : answer.sentence
        })
    }
    parent: T.Overlay.overlay
    anchors.centerIn: parent
    modal: true
    width: Math.min(Theme.px(460), (parent ? parent.width : Theme.px(460)) - Theme.px(32))
    height: Math.min(implicitHeight, (parent ? parent.height : Theme.px(600)) - Theme.px(32))
    padding: Theme.px(20)
    onOpened: close.forceActiveFocus(Qt.TabFocusReason)
    onClosed: {
        if (sheet.words.length > 0)
            sheet.seen()
        sheet.words = []
    }
    T.Overlay.modal: Rectangle { color: Qt.rgba(Theme.ground.r, Theme.ground.g, Theme.ground.b, 0.6) }
    contentItem: Flickable { // qmllint disable deferred-property-id
        implicitHeight: column.height
        contentHeight: column.height
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: column
            width: sheet.availableWidth
            spacing: Theme.px(12)
            Accessible.role: Accessible.Dialog
            Accessible.name: head.text
            AppText { id: head; width: parent.width; text: qsTr("The twelve words of your backups"); role: "head"; wrapMode: Text.Wrap; Accessible.role: Accessible.Heading }
            AppText {
                width: parent.width
                wrapMode: Text.Wrap
                lineHeight: 1.3
                color: Theme.text2
                text: qsTr("They open every backup of this profile, on any computer. Without them a backup is noise, and nobody can make them again. Write them down in this order and keep the paper where the backups are not: whoever has both can read every dream.")
            }
            Rectangle {
                width: parent.width
                height: grid.height + Theme.px(24)
                radius: Theme.radius
                color: Theme.ground
                border.color: Theme.line
                Grid {
                    id: grid
                    x: Theme.px(16)
                    y: Theme.px(12)
                    width: parent.width - 2 * x
                    columns: width < Theme.px(300) ? 2 : 3
                    rowSpacing: Theme.px(6)
                    Repeater {
                        model: sheet.words
                        Row {
                            id: one
                            required property string modelData
                            required property int index
                            objectName: "backupWord"
                            width: grid.width / grid.columns
                            spacing: Theme.px(6)
                            Accessible.role: Accessible.StaticText
                            Accessible.name: qsTr("%1. %2").arg(one.index + 1).arg(one.modelData)
                            AppText { width: Theme.px(20); horizontalAlignment: Text.AlignRight; text: String(one.index + 1); color: Theme.text3; Accessible.ignored: true }
                            AppText { text: one.modelData; role: "label"; Accessible.ignored: true }
                        }
                    }
                }
                AppText {
                    visible: sheet.words.length === 0
                    anchors.centerIn: parent
                    text: sheet.problem === "" ? qsTr("being read…") : sheet.problem
                    color: sheet.problem === "" ? Theme.text3 : Theme.badText
                }
            }
            AppText {
                width: parent.width
                wrapMode: Text.Wrap
                lineHeight: 1.2
                role: "small"
                color: Theme.text3
                text: qsTr("To restore: Settings, Backups, Restore, or %1. Both ask for the words. They are not copied anywhere and leave this window when it closes.").arg("dreamctl restore FILE --into FOLDER")
            }
            AppButton { id: close; objectName: "closeWords"; text: qsTr("I have written them down"); onClicked: sheet.close() }
        }
    }
}
