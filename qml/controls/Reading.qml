import QtQuick
import DreamScope.Ui

// Quiet words in the place of what is still being read. Shows itself only when that takes long enough
// to be noticed, so that nothing flickers.
AppText {
    id: reading
    property bool isOn: false
    property bool isLate: false
    visible: isOn && isLate
    height: Theme.tableRow
    text: qsTr("Reading the journal…")
    color: Theme.text3
    onIsOnChanged: if (!isOn) isLate = false
    Timer { interval: Theme.patience; running: reading.isOn; onTriggered: reading.isLate = true }
}
