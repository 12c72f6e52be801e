pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// The way into the past: when how much happened, a thumb for the moment, and what changed between it
// and another one. Changes nothing and cannot.
Column {
    id: time
    required property Live.Past past
    readonly property real hour: 3600000
    readonly property real long_: time.past.last - time.past.first
    readonly property var stretches: time.fitting([{ name: "0", word: qsTr("All"), ms: 0 },
        { name: "30", word: qsTr("30 days"), ms: 720 * time.hour }, { name: "7", word: qsTr("7 days"), ms: 168 * time.hour },
        { name: "1", word: qsTr("24 hours"), ms: 24 * time.hour }, { name: "h", word: qsTr("1 hour"), ms: time.hour }])
    function fitting(all: var): var { return all.filter(s => s.ms < time.long_) }
    spacing: Theme.px(2)
    function words(): string {
        if (time.past.isLoading && time.past.progress > 0)
            return qsTr("reading the journal, %1 %").arg(Math.round(100 * time.past.progress))
        if (time.past.failure !== "")
            return time.past.failure
        if (time.past.isPast)
            return Format.moment(time.past.at)
        return qsTr("drag back to see the organism as it was")
    }
    Section {
        width: parent.width
        title: qsTr("Time")
        note: time.words()
        AppButton {
            objectName: "pastCancel"
            visible: time.past.isLoading && time.past.progress > 0
            kind: "quiet"
            text: qsTr("Stop reading")
            onClicked: time.past.cancel()
        }
        AppButton {
            objectName: "pastCompare"
            visible: time.past.isPast
            isOn: time.past.otherAt > 0
            text: time.past.otherAt > 0 ? qsTr("Stop comparing") : qsTr("What changed since")
            onClicked: time.past.otherAt > 0 ? time.past.stopComparing() : time.past.compareWith(0)
        }
        Segmented {
            objectName: "pastStretch"
            visible: time.stretches.length > 1
            label: qsTr("Stretch of time shown")
            options: time.stretches
            onPicked: name => time.past.stretch = time.stretches.find(s => s.name === name)?.ms ?? 0
        }
    }
    TimeSlider {
        width: parent.width
        from: time.past.from
        to: time.past.to
        at: time.past.at
        other: time.past.otherAt <= 0 ? -1 : time.past.isOtherNow ? 0 : time.past.otherAt
        density: time.past.density
        onMoved: ms => ms === 0 ? time.past.goToNow() : time.past.goTo(ms)
        onOtherMoved: ms => time.past.compareWith(ms)
        onStepped: commits => time.past.step(commits)
    }
    PastChanges {
        visible: time.past.otherAt > 0
        width: parent.width
        past: time.past
    }
}
