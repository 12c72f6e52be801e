pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live
import DreamScope.Scene

// CANVAS's card of the dream, drawn from its SVG.
Column {
    id: picture
    property string dream: ""
    property string title: ""
    property string digest: ""
    readonly property bool isThere: svg.ready && scene.isDrawable
    spacing: Theme.px(6)
    Live.Blob { id: svg; owner: picture.dream; digest: picture.digest }
    Section { width: parent.width; title: qsTr("Picture"); note: qsTr("by CANVAS") }
    SvgPicture {
        id: scene
        visible: picture.isThere
        width: parent.width
        height: Math.round(width / ratio)
        svg: picture.digest === "" ? "" : svg.text
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Card of %1").arg(picture.title)
    }
    AppText {
        visible: !picture.isThere
        width: parent.width
        height: Theme.factRow
        role: "small"
        color: Theme.text3
        text: svg.missing ? qsTr("The picture is not in the Vault any more.")
            : picture.digest === "" || !svg.ready ? qsTr("Not drawn yet.") : qsTr("This picture reaches outside itself and was not drawn.")
    }
}
