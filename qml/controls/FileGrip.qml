import QtQuick
import DreamScope.Ui
import DreamScope.Desk

// Hands what stands beside it to another program: dragged out it is a file, pressed it is saved.
AppButton {
    id: grip
    property string fileName: ""
    property string fileText: ""
    kind: "quiet"
    glyph: "drag"
    function begin() {
        const url = String(Files.handOut(grip.fileName, grip.fileText))
        if (url === "")
            return
        grip.Drag.mimeData = { "text/uri-list": url + "\r\n", "text/plain": grip.fileText }
        grip.Drag.active = true
    }
    Drag.dragType: Drag.Automatic
    Drag.supportedActions: Qt.CopyAction
    Drag.onDragFinished: {
        grip.Drag.active = false
        pull.enabled = false           // the release went to the other program
        pull.enabled = true
    }
    DragHandler { id: pull; target: null; onActiveChanged: if (active) grip.begin() }
}
