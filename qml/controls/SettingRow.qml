import QtQuick
import DreamScope.Ui
import DreamScope.Desk

// One setting: what it is called and does, its control, and a way back to the default. A mark in the
// margin says that it was changed. Narrow panes put the control below the words.
Item {
    id: row
    required property var spec         // { key, section, type, fallback, options, least, most, step }
    readonly property string word: SettingWords.word(spec.key)
    readonly property var value: Choices.revision >= 0 ? Choices.value(spec.key) : undefined
    readonly property bool isChanged: Choices.revision >= 0 && Choices.isChanged(spec.key)
    readonly property bool isStacked: words.width < Theme.px(180)
    implicitHeight: Math.max(Theme.px(48), words.implicitHeight + Theme.px(16)) + (isStacked ? control.height + Theme.px(6) : 0)
    Accessible.role: Accessible.Grouping
    Accessible.name: word
    Rectangle {
        visible: row.isChanged
        x: -Theme.px(13)
        y: Theme.px(15)
        width: Theme.px(6)
        height: width
        radius: width / 2
        color: Theme.accentMark
    }
    Column {
        id: words
        readonly property real beside: row.width - control.width - Theme.px(16)
        y: Theme.px(8)
        width: beside < Theme.px(180) ? Math.min(row.width, Theme.px(179)) : beside
        spacing: 2
        AppText { width: row.isStacked ? row.width : parent.width; text: row.word; role: row.isChanged ? "label" : "body"; wrapMode: Text.Wrap }
        AppText {
            visible: text !== ""
            width: row.isStacked ? row.width : parent.width
            text: SettingWords.help(row.spec.key)
            role: "small"
            color: Theme.text3
            wrapMode: Text.Wrap
        }
        LinkText {
            objectName: "reset." + row.spec.key
            visible: row.isChanged
            text: qsTr("Back to “%1”").arg(SettingWords.value(row.spec.key, row.spec.type, row.spec.fallback))
            onClicked: Choices.reset(row.spec.key)
        }
    }
    Loader {
        id: control
        x: row.isStacked ? 0 : row.width - width
        y: row.isStacked ? words.y + words.height + Theme.px(6) : Theme.px(8)
        sourceComponent: row.spec.type === "choice" ? choice : row.spec.type === "flag" ? flag
            : row.spec.type === "time" ? time : number
    }
    Hair { anchors.bottom: parent.bottom; width: parent.width }
    Component {
        id: choice
        Segmented {
            objectName: "setting." + row.spec.key
            label: row.word
            options: row.spec.options.map(o => ({ name: o, word: SettingWords.option(row.spec.key, o) }))
            current: String(row.value)
            onPicked: name => {
                Choices.set(row.spec.key, name)
                current = Qt.binding(() => String(row.value))
            }
        }
    }
    Component {
        id: flag
        AppSwitch {
            objectName: "setting." + row.spec.key
            label: row.word
            checked: Boolean(row.value)
            onToggled: {
                Choices.set(row.spec.key, checked)
                checked = Qt.binding(() => Boolean(row.value))
            }
        }
    }
    Component {
        id: number
        Row {
            spacing: Theme.gap
            AppButton {
                objectName: "less." + row.spec.key
                text: "−"
                Accessible.name: qsTr("%1: less").arg(row.word)
                enabled: row.value > row.spec.least
                onClicked: Choices.set(row.spec.key, row.value - row.spec.step)
            }
            AppText {
                width: Math.max(Theme.px(52), implicitWidth)
                height: Theme.control
                horizontalAlignment: Text.AlignHCenter
                text: SettingWords.value(row.spec.key, "number", row.value)
            }
            AppButton {
                objectName: "more." + row.spec.key
                text: "+"
                Accessible.name: qsTr("%1: more").arg(row.word)
                enabled: row.value < row.spec.most
                onClicked: Choices.set(row.spec.key, row.value + row.spec.step)
            }
        }
    }
    Component {
        id: time
        AppField {
            objectName: "setting." + row.spec.key
            implicitWidth: Theme.px(76)
            label: row.word
            placeholderText: "22:00"
            horizontalAlignment: TextInput.AlignHCenter
            text: Format.minuteOfDay(row.value)
            // Kept when it is a time of day; anything else goes back to what it was.
            onEditingFinished: {
                const parts = /^(\d{1,2})[:.h ]?(\d{2})?$/.exec(text.trim())
                const minutes = parts ? Number(parts[1]) * 60 + Number(parts[2] ?? 0) : -1
                if (!parts || Number(parts[2] ?? 0) > 59 || !Choices.set(row.spec.key, minutes))
                    problem = qsTr("A time of day is needed, as 22:00.")
                else
                    problem = ""
                text = Qt.binding(() => Format.minuteOfDay(row.value))
            }
        }
    }
}
