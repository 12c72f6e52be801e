pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui

// A stretch of time with what happened in it as bars, and a thumb at one moment; its right end is now.
// A second thumb, when there is one, marks the moment it is compared with. Arrows go one bar, Ctrl
// with an arrow one commit, PageUp and PageDown a tenth, Home to the beginning, End to now.
FocusScope {
    id: slider
    property real from: 0
    property real to: 0
    property real at: 0                // ms; 0: now
    property real other: -1            // ms; 0: now, -1: there is none
    property var density: []           // numbers
    property bool isBusy: false
    signal moved(real ms)              // 0: now
    signal otherMoved(real ms)
    signal stepped(int commits)
    readonly property real span: Math.max(1, slider.to - slider.from)
    readonly property real most: slider.density.reduce((a, b) => Math.max(a, b), 0)
    readonly property real room: slider.width
    readonly property int tall: Theme.px(36)
    function placeOf(ms: real): real {
        return (ms === 0 ? 1 : Math.max(0, Math.min(1, (ms - slider.from) / slider.span))) * slider.room
    }
    function timeAt(x: real): real {
        const part = x / slider.room
        return part >= 1 ? 0 : slider.from + Math.max(0, part) * slider.span
    }
    function hop(ms: real, by: real): real {
        const next = (ms === 0 ? slider.to : ms) + by
        return next >= slider.to ? 0 : Math.max(slider.from, next)
    }
    // Where a key leads; undefined when it is none of the slider's.
    function led(event: var, ms: real): var {
        const bar = slider.span / Math.max(1, slider.density.length)
        switch (event.key) {
        case Qt.Key_Left: case Qt.Key_Down: return slider.hop(ms, -bar)
        case Qt.Key_Right: case Qt.Key_Up: return slider.hop(ms, bar)
        case Qt.Key_PageDown: return slider.hop(ms, -slider.span / 10)
        case Qt.Key_PageUp: return slider.hop(ms, slider.span / 10)
        case Qt.Key_Home: return slider.from
        case Qt.Key_End: return 0
        }
        return undefined
    }
    implicitHeight: slider.tall + Theme.px(22)

    Row {
        height: slider.tall
        Repeater {
            model: slider.density.length
            Item {
                id: bar
                required property int index
                readonly property real facts: slider.density[bar.index] ?? 0
                readonly property bool isAhead: slider.at !== 0 && slider.from + (bar.index + 0.5) / slider.density.length * slider.span > slider.at
                width: slider.room / Math.max(1, slider.density.length)
                height: slider.tall
                // Square roots, so that a quiet hour still shows beside a busy one.
                Rectangle {
                    visible: bar.facts > 0
                    width: Math.max(1, bar.width - 1)
                    height: Math.max(2, Math.round(Math.sqrt(bar.facts / Math.max(1, slider.most)) * (parent.height - Theme.px(4))))
                    anchors.bottom: parent.bottom
                    color: bar.isAhead ? Theme.track : Theme.series2
                }
            }
        }
    }
    Rectangle {
        y: slider.tall
        width: slider.room
        height: 1
        color: Theme.lineStrong
    }
    MouseArea {
        anchors.fill: parent
        onPressed: event => {
            thumb.forceActiveFocus(Qt.MouseFocusReason)
            slider.moved(slider.timeAt(event.x))
        }
        onPositionChanged: event => slider.moved(slider.timeAt(event.x))
    }
    AppText {
        y: slider.tall + Theme.px(5)
        height: Theme.px(16)
        text: Format.moment(slider.from)
        role: "caption"
        color: Theme.text3
    }
    AppText {
        x: slider.width - width
        y: slider.tall + Theme.px(5)
        height: Theme.px(16)
        text: qsTr("now")
        role: "caption"
        color: Theme.text3
    }

    component Thumb: Item {
        id: grip
        property real ms: 0
        property string word: ""
        property color ink: Theme.accentMark
        readonly property real value: grip.ms === 0 ? slider.to : grip.ms      // for screen readers
        readonly property real minimumValue: slider.from
        readonly property real maximumValue: slider.to
        readonly property real stepSize: slider.span / Math.max(1, slider.density.length)
        signal went(real ms)
        x: Math.round(slider.placeOf(grip.ms) - width / 2)
        width: Theme.px(14)
        height: slider.tall + Theme.px(5)
        activeFocusOnTab: true
        Accessible.role: Accessible.Slider
        Accessible.focusable: true
        Accessible.name: grip.word
        Accessible.description: grip.ms === 0 ? qsTr("now") : Format.moment(grip.ms)
        Accessible.onIncreaseAction: grip.went(slider.hop(grip.ms, grip.stepSize))
        Accessible.onDecreaseAction: grip.went(slider.hop(grip.ms, -grip.stepSize))
        Accessible.onPressAction: grip.forceActiveFocus()
        Rectangle {
            x: Math.round(parent.width / 2) - 1
            width: 2
            height: parent.height
            color: grip.ink
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.px(10)
            radius: Theme.radiusSmall
            color: grip.ink
            FocusRing { isShown: grip.activeFocus }
        }
    }
    Thumb {
        id: thumb
        objectName: "pastThumb"
        focus: true
        ms: slider.at
        word: qsTr("Moment shown")
        onWent: ms => slider.moved(ms)
        Keys.onPressed: event => {
            const isStep = (event.modifiers & Qt.ControlModifier) && (event.key === Qt.Key_Left || event.key === Qt.Key_Right)
            if (isStep)
                slider.stepped(event.key === Qt.Key_Left ? -1 : 1)
            const led = isStep ? undefined : slider.led(event, slider.at)
            if (led !== undefined)
                slider.moved(led)
            event.accepted = isStep || led !== undefined
        }
    }
    Thumb {
        objectName: "otherThumb"
        visible: slider.other >= 0
        ms: Math.max(0, slider.other)
        word: qsTr("Moment it is compared with")
        ink: Theme.warnMark
        onWent: ms => slider.otherMoved(ms)
        Keys.onPressed: event => {
            const led = slider.led(event, Math.max(0, slider.other))
            if (led !== undefined)
                slider.otherMoved(led)
            event.accepted = led !== undefined
        }
        MouseArea {
            anchors.fill: parent
            onPressed: parent.forceActiveFocus(Qt.MouseFocusReason)
            onPositionChanged: event => slider.otherMoved(slider.timeAt(mapToItem(slider, event.x, 0).x))
        }
    }
}
