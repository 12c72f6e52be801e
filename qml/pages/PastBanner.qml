import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// Says, without a way to overlook it, that what is shown is over and cannot be changed.
Rectangle {
    id: banner
    required property Live.Past past
    required property int dreams               // how many there were
    signal leftPast()
    implicitHeight: Math.max(Theme.px(40), words.implicitHeight + Theme.px(16))
    color: Theme.warnWash
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text
    Icon {
        id: lock
        x: Theme.gutter
        anchors.verticalCenter: parent.verticalCenter
        name: "lock"
        tint: Theme.warnMark
    }
    AppText {
        id: words
        objectName: "pastBanner"
        x: lock.x + lock.width + Theme.px(10)
        width: back.x - x - Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("The organism as it was on %1, with %n dreams. Nothing can be changed here.", "", banner.dreams).arg(Format.moment(banner.past.at))
        role: "label"
        color: Theme.warnText
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    AppButton {
        id: back
        objectName: "pastBack"
        anchors.right: parent.right
        anchors.rightMargin: Theme.gutter
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Back to now")
        keys: "Esc"
        onClicked: banner.leftPast()
    }
    Hair { anchors.bottom: parent.bottom; width: parent.width; color: Theme.warnMark }
}
