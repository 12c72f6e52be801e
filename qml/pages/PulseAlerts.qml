pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Models as Live

// Open alerts, one a cause, newest first; each leads to its system.
Column {
    id: alerts
    required property Live.Rows rows
    readonly property int shownMax: 6
    signal picked(string stem)
    function sentence(cause: string, stem: string, detail: string): string {
        const about = detail !== "" ? detail : Format.tail(cause.split(" ")[0])
        if (cause === "dreammirror.away")
            return qsTr("The mirror folder is away: %1").arg(detail)
        if (cause === "dreammirror.failed")
            return qsTr("The mirror folder cannot be written: %1").arg(detail)
        return cause.startsWith("heartbeat.failing ") ? qsTr("%1 fails: %2").arg(Format.system(stem)).arg(about) : about
    }
    Section { width: parent.width; title: qsTr("Alerts"); note: alerts.rows.count > 0 ? qsTr("by cause") : "" }
    AppText {
        visible: alerts.rows.ready && alerts.rows.count === 0
        height: Theme.listRow
        text: qsTr("Nothing is wrong that anybody noticed.")
        color: Theme.text3
    }
    Repeater {
        model: alerts.rows
        T.AbstractButton {
            id: line
            required property var model
            required property int index
            readonly property bool isShown: line.index < alerts.shownMax
            width: alerts.width
            visible: isShown
            implicitHeight: isShown ? Theme.px(52) : 0
            text: alerts.sentence(line.model.cause, line.model.stem, line.model.detail)
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("%1, %2, %n times", "", line.model.times).arg(text).arg(Format.system(line.model.stem))
            Accessible.onPressAction: clicked()
            Keys.onReturnPressed: clicked()
            onClicked: alerts.picked(line.model.stem)
            background: RowGround { isHot: line.hovered; isFocused: line.visualFocus }
            contentItem: Item { // qmllint disable deferred-property-id
                Icon {
                    y: Theme.px(7)
                    name: line.model.severity === "alarm" ? "stop" : line.model.severity === "warning" ? "alert" : "info"
                    tint: line.model.severity === "alarm" ? Theme.badMark : line.model.severity === "warning" ? Theme.warnMark : Theme.text3
                }
                AppText { x: Theme.px(28); y: Theme.px(6); width: parent.width - x; height: Theme.px(18); text: line.text; role: "label"; Accessible.ignored: true }
                AppText {
                    x: Theme.px(28)
                    y: Theme.px(26)
                    width: parent.width - x - age.implicitWidth - Theme.gap
                    height: Theme.px(16)
                    text: qsTr("%1, told %n times", "", line.model.times).arg(Format.system(line.model.stem))
                    role: "small"
                    color: Theme.text3
                    Accessible.ignored: true
                }
                AppText { id: age; anchors.right: parent.right; y: Theme.px(26); height: Theme.px(16); text: Format.age(line.model.since, Clock.now); role: "small"; color: Theme.text3; Accessible.ignored: true }
            }
        }
    }
    AppText {
        visible: alerts.rows.count > alerts.shownMax
        height: Theme.factRow
        text: qsTr("and %n more", "", alerts.rows.count - alerts.shownMax)
        role: "small"
        color: Theme.text3
    }
}
