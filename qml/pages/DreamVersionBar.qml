import QtQuick
import QtQuick.Layouts
import DreamScope.Ui

// Stands above an older text: which one it is, its words or what changed since, and the ways back.
Rectangle {
    id: bar
    property var version: null         // a row of dreams.versions
    readonly property bool showsChanges: view.current === "changes"
    property var refusal: null         // of bringing it back
    signal newestAsked()
    signal restoreAsked()
    implicitHeight: column.implicitHeight + Theme.px(16)
    radius: Theme.radius
    color: Theme.accentWash
    onVersionChanged: bar.refusal = null
    ColumnLayout {
        id: column
        x: Theme.px(12)
        y: Theme.px(8)
        width: parent.width - 2 * x
        spacing: Theme.gap
        RowLayout {
            spacing: Theme.px(12)
            AppText {
                Layout.fillWidth: true
                text: bar.version ? qsTr("Version %1, kept %2").arg(bar.version.version).arg(Format.day(bar.version.at)) : ""
                role: "small"
            }
            LinkText {
                objectName: "newestVersion"
                text: qsTr("Back to the newest")
                onClicked: bar.newestAsked()
            }
        }
        RowLayout {
            spacing: Theme.px(12)
            Segmented {
                id: view
                objectName: "versionView"
                label: qsTr("Show of this version")
                options: [{ name: "text", word: qsTr("Text") }, { name: "changes", word: qsTr("What changed since") }]
            }
            Item { Layout.fillWidth: true }
            AppButton {
                objectName: "restoreVersion"
                text: qsTr("Bring it back")
                onClicked: bar.restoreAsked()
            }
        }
        RefusalBar {
            visible: bar.refusal !== null
            Layout.fillWidth: true
            what: qsTr("Not brought back")
            missing: bar.refusal?.sentence ?? ""
            mayClose: true
            onClosed: bar.refusal = null
        }
    }
}
