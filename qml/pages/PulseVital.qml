import QtQuick
import DreamScope.Ui
import DreamScope.Scene

// One measured number with its age and, when it was measured more than once, the way it went.
Item {
    id: vital
    property string name: ""
    property string figure: ""        // empty: not measured yet
    property string unit: ""
    property string age: ""
    property string note: ""          // instead of a line
    property string tone: ""
    property list<double> values: []
    property bool isLoading: false
    readonly property bool isMeasured: figure !== ""
    implicitHeight: Theme.px(78)
    Accessible.role: Accessible.StaticText
    Accessible.name: isMeasured ? qsTr("%1 %2 %3, %4").arg(name).arg(figure).arg(unit).arg(age) : qsTr("%1, not measured yet").arg(name)
    AppText {
        id: word
        width: parent.width - (stamp.visible ? stamp.implicitWidth + Theme.unit : 0)
        height: Theme.px(18)
        text: vital.name
        role: "small"
        color: Theme.text2
        Accessible.ignored: true
    }
    AppText {
        id: stamp
        visible: word.implicitWidth + implicitWidth + Theme.unit <= vital.width
        anchors.right: parent.right
        height: Theme.px(18)
        text: vital.isMeasured ? vital.age : ""
        role: "caption"
        color: Theme.text3
        Accessible.ignored: true
    }
    AppText {
        id: number
        y: Theme.px(18)
        height: Theme.px(32)
        text: vital.isMeasured ? vital.figure : "–"
        role: "figure"
        color: !vital.isMeasured ? Theme.text3 : vital.tone === "" ? Theme.text : Theme.inkOf(vital.tone)
        Accessible.ignored: true
    }
    AppText {
        id: measure
        readonly property bool isBelow: number.implicitWidth + Theme.px(6) + implicitWidth > vital.width
        x: isBelow ? 0 : number.implicitWidth + Theme.px(6)
        y: isBelow ? Theme.px(50) : number.y + number.baselineOffset - baselineOffset
        width: parent.width - x
        text: vital.isMeasured ? vital.unit : vital.isLoading ? "" : qsTr("not yet")
        role: "small"
        color: Theme.text3
        Accessible.ignored: true
    }
    Sparkline {
        visible: vital.values.length > 1
        y: measure.isBelow ? Theme.px(66) : Theme.px(54)
        width: parent.width
        height: measure.isBelow ? Theme.px(12) : Theme.px(20)
        values: vital.values
        ink: vital.tone === "" ? Theme.series1 : Theme.markOf(vital.tone)
    }
    AppText {
        visible: vital.values.length < 2 && vital.note !== ""
        y: Theme.px(54)
        width: parent.width
        height: Theme.px(18)
        text: vital.note
        role: "small"
        color: Theme.text3
        Accessible.ignored: true
    }
}
