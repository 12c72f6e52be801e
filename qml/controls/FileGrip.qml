import QtQuick
import DreamScope.Ui
import DreamScope.Desk

// Hands what stands beside it to another program: dragged out it is a file, pressed it is saved.
AppButton {
    id: grip
    property var make: null            // a function: { name, text } of the file, or null
    kind: "quiet"
    glyph: "drag"
    function begin() {
        const file = grip.make ? grip.make() : null
        const url = file ? Files.handOut(file.name, file.text) : ""
        if (String(url) === "")
            return
        grip.Drag.mimeData = { "text/uri-list": url + "\r\n", "text/plain": file.text }
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
