import QtQuick
import QtQuick.Layouts
import DreamScope.Ui

// Stands where the action was: what was refused, the condition that is missing, the way to meet it.
Rectangle {
    id: bar
    property string what: ""
    property string missing: ""
    property string way: ""
    property real value: -1
    property real limit: -1
    property bool mayClose: false
    signal wayTaken()
    signal closed()
    implicitHeight: column.implicitHeight + Theme.px(20)
    radius: Theme.radius
    color: Theme.warnWash
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("%1. %2").arg(what).arg(missing)
    ColumnLayout {
        id: column
        x: Theme.px(14)
        y: Theme.px(10)
        width: parent.width - Theme.px(26)
        spacing: Theme.unit
        RowLayout {
            spacing: Theme.px(6)
            Icon { name: "lock"; size: Theme.px(14); tint: Theme.warnText }
            AppText {
                text: bar.what
                role: "label"
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            AppButton {
                visible: bar.mayClose
                kind: "quiet"
                glyph: "cross"
                hint: qsTr("Close this message")
                implicitHeight: Theme.px(20)
                implicitWidth: Theme.px(20)
                onClicked: bar.closed()
            }
        }
        AppText {
            visible: text !== ""
            text: bar.missing
            role: "small"
            color: Theme.text2
            wrapMode: Text.Wrap
            lineHeight: 1.2
            Layout.fillWidth: true
        }
        Meter {
            visible: bar.value >= 0
            value: bar.value
            limit: bar.limit
            ink: Theme.warnMark
            Layout.fillWidth: true
            Layout.topMargin: Theme.unit
            Layout.bottomMargin: Theme.unit
        }
        LinkText {
            visible: bar.way !== ""
            text: bar.way
            onClicked: bar.wayTaken()
        }
    }
}
