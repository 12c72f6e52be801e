import QtQuick
import DreamScope.Ui

// A measured share from 0 to 1, with an optional tick for a limit.
Rectangle {
    id: meter
    property real value: 0
    property real limit: -1
    property color ink: Theme.series2
    implicitWidth: Theme.px(64)
    implicitHeight: Theme.px(4)
    radius: height / 2
    color: Theme.track
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%1 of 100").arg(Math.round(value * 100))
    Rectangle {
        visible: meter.value > 0
        width: Math.max(2, Math.round(meter.width * Math.min(1, meter.value)))
        height: meter.height
        radius: height / 2
        color: meter.ink
    }
    Rectangle {
        visible: meter.limit >= 0
        x: Math.round(meter.width * meter.limit)
        y: -3
        width: 1
        height: meter.height + 6
        color: Theme.text2
    }
}
