import QtQuick
import DreamScope.Ui
import DreamScope.Scene

// A stroke icon in a theme colour. Says nothing to a screen reader: its neighbour does.
Glyph {
    id: icon
    property int size: Theme.icon
    implicitWidth: size
    implicitHeight: size
    width: size
    height: size
    tint: Theme.text2
    Accessible.ignored: true
}
