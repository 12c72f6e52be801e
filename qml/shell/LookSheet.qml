pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Scene

// How the window looks to this person: theme, contrast, text size, motion. Every choice works at once.
Sheet {
    id: sheet
    padding: Theme.px(16)
    contentItem: Column {
        spacing: Theme.px(10)
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("Appearance")
        AppText { text: qsTr("Appearance"); role: "head"; Accessible.role: Accessible.Heading }
        Segmented {
            objectName: "theme"
            label: qsTr("Theme")
            options: [{ name: "system", word: qsTr("System") }, { name: "dark", word: qsTr("Dark") }, { name: "light", word: qsTr("Light") }]
            current: Desktop.theme
            onPicked: name => Desktop.theme = name
        }
        Row {
            spacing: Theme.gap
            AppText { text: qsTr("Text"); height: Theme.control; width: Math.max(Theme.px(40), implicitWidth) }
            AppButton {
                objectName: "smaller"
                text: "−"
                hint: qsTr("Smaller text")
                enabled: Desktop.textPercent > 80
                onClicked: Desktop.textPercent -= 10
            }
            AppText {
                text: qsTr("%1 %").arg(Desktop.textPercent)
                width: Theme.px(48)
                height: Theme.control
                horizontalAlignment: Text.AlignHCenter
            }
            AppButton {
                objectName: "larger"
                text: "+"
                hint: qsTr("Larger text")
                enabled: Desktop.textPercent < 200
                onClicked: Desktop.textPercent += 10
            }
        }
        AppCheck {
            objectName: "moreContrast"
            text: qsTr("More contrast")
            checked: Desktop.isMoreContrast
            onToggled: Desktop.isMoreContrast = checked
        }
        AppCheck {
            objectName: "reduceMotion"
            text: qsTr("Reduce motion")
            checked: Desktop.isMotionReduced
            onToggled: Desktop.isMotionReduced = checked
        }
    }
}
