pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui

// Every system as one mark, gathered by organ: filled when well, a triangle when a person should
// look, an octagon when it fails, a dash when stopped, a ring when it measures nothing.
Flow {
    id: marks
    property var organs: []
    signal picked(string stem)
    spacing: Theme.px(28)
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Systems by organ")
    Repeater {
        model: marks.organs
        Column {
            id: organ
            required property var modelData
            spacing: Theme.px(3)
            AppText { text: Declared.organ(organ.modelData.organ); role: "small"; color: Theme.text2; height: Theme.px(18) }
            Grid {
                leftPadding: -Theme.px(3)      // the first mark stands under the first letter
                columns: 6
                spacing: 0
                Repeater {
                    model: organ.modelData.systems
                    T.AbstractButton {
                        id: mark
                        required property var modelData
                        readonly property string condition: mark.modelData.condition
                        objectName: "mark." + mark.modelData.stem
                        implicitWidth: Theme.px(15)
                        implicitHeight: Theme.px(15)
                        focusPolicy: Qt.StrongFocus
                        text: Format.system(mark.modelData.stem)
                        Accessible.role: Accessible.Button
                        Accessible.name: qsTr("%1, %2").arg(text).arg(mark.modelData.words)
                        Accessible.onPressAction: clicked()
                        Keys.onReturnPressed: clicked()
                        onClicked: marks.picked(mark.modelData.stem)
                        contentItem: Item {
                            Rectangle {
                                visible: mark.condition === "good" || mark.condition === "idle"
                                x: Theme.px(3) - (mark.hovered ? 1 : 0)
                                y: x
                                width: Theme.px(9) + (mark.hovered ? 2 : 0)
                                height: width
                                radius: 2
                                antialiasing: true
                                color: mark.condition === "good" ? Theme.goodMark : "transparent"
                                opacity: mark.condition === "good" && !mark.hovered ? 0.75 : 1
                                border.width: mark.condition === "idle" ? 1 : 0
                                border.color: Theme.text3
                            }
                            Dot {
                                visible: mark.condition !== "good" && mark.condition !== "idle"
                                anchors.centerIn: parent
                                condition: mark.condition
                                size: Theme.px(8)
                            }
                            FocusRing { isShown: mark.visualFocus; anchors.margins: 0 }
                        }
                        Hint { words: mark.Accessible.name; isShown: mark.hovered || mark.visualFocus }
                    }
                }
            }
        }
    }
}
