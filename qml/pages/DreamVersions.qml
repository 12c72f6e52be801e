pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// The texts a dream has had, newest first; one of them is shown beside.
Column {
    id: list
    property var model: null           // Rows of dreams.versions
    property var shownVersion: null    // null: the newest
    signal picked(var version)
    Repeater {
        model: list.model
        T.AbstractButton {
            id: version
            required property var model
            required property int index
            readonly property bool isShown: list.shownVersion ? list.shownVersion.version === version.model.version : version.index === 0
            objectName: "version." + version.model.version
            width: parent.width
            implicitHeight: Theme.listRow
            text: qsTr("Version %1").arg(version.model.version)
            Accessible.role: Accessible.RadioButton
            Accessible.name: qsTr("%1, kept %2").arg(text).arg(Format.day(version.model.at))
            Accessible.checked: isShown
            Accessible.onPressAction: clicked()
            Keys.onReturnPressed: clicked()
            onClicked: list.picked(version.index === 0 ? null : list.model.at(version.index))
            background: RowGround { isCurrent: version.isShown; isHot: version.hovered; isFocused: version.visualFocus }
            contentItem: Item { // qmllint disable deferred-property-id
                AppText { y: Theme.px(4); height: Theme.px(17); text: version.text; role: version.isShown ? "label" : "body"; Accessible.ignored: true }
                AppText { y: Theme.px(21); height: Theme.px(14); text: Format.day(version.model.at); role: "caption"; color: Theme.text3; Accessible.ignored: true }
                AppText { anchors.right: parent.right; y: Theme.px(4); height: Theme.px(17); text: Format.bytes(version.model.bytes); role: "small"; color: Theme.text2; Accessible.ignored: true }
                AppText { anchors.right: parent.right; y: Theme.px(21); height: Theme.px(14); text: Format.digest(version.model.body); role: "caption"; color: Theme.text3; Accessible.ignored: true }
            }
        }
    }
}
