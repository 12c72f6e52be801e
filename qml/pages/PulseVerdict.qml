import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// One sentence: is the organism well? Below it the numbers it rests on, beside it the one thing to do.
Item {
    id: verdict
    required property PulseState pulse
    required property int needing              // dreams that wait for a person
    readonly property int alerts: pulse.alerts.count
    readonly property bool isKnown: Live.Engine.ready && pulse.measured > 0
    readonly property string tone: !isKnown ? "" : pulse.failing > 0 ? "bad" : pulse.wanting > 0 || needing > 0 || alerts > 0 ? "warn" : "good"
    readonly property int wants: pulse.wanting + (needing > 0 ? 1 : 0)
    readonly property bool isThen: pulse.isThen
    readonly property string sentence: isThen ? sentenceThen : !Live.Engine.ready ? qsTr("Opening the profile.")
        : !isKnown ? qsTr("Nothing was measured yet.")
        : pulse.failing > 0 ? qsTr("Not well. %n systems fail.", "", pulse.failing)
        : wants > 0 ? qsTr("Well. %n things want a look.", "", wants)
        : Live.Engine.running + Live.Engine.queued > 0 ? qsTr("Well, and at work.")
        : qsTr("Well.")
    readonly property string sentenceThen: pulse.failing > 0 ? qsTr("It was not well. %n systems failed.", "", pulse.failing)
        : wants > 0 ? qsTr("It was well. %n things wanted a look.", "", wants) : qsTr("It was well.")
    readonly property string reason: {
        if (!isKnown)
            return ""
        if (isThen)
            return qsTr("%1 of %2 systems measured something then. What they measured is worked out from the journal.").arg(pulse.measured).arg(pulse.systems.length)
        const parts = [pulse.ageMs < 1500 ? qsTr("%1 of %2 systems answered within the last second.").arg(pulse.measured).arg(pulse.systems.length)
            : qsTr("%1 of %2 systems answered %3 ago.").arg(pulse.measured).arg(pulse.systems.length).arg(Format.ageOf(pulse.ageMs))]
        if (pulse.off > 0)
            parts.push(qsTr("%n are stopped.", "", pulse.off))
        if (alerts > 0)
            parts.push(qsTr("%n alerts are open.", "", alerts))
        parts.push(needing > 0 ? qsTr("%n dreams need you.", "", needing) : qsTr("No dream waits for you."))
        return parts.join(" ")
    }
    signal dreamsAsked()
    signal systemAsked(string stem)
    readonly property string worst: {
        for (const condition of ["bad", "warn"])
            for (const organ of pulse.marks)
                for (const s of organ.systems)
                    if (s.condition === condition)
                        return s.stem
        return ""
    }
    property int topPadding: 0
    implicitHeight: topPadding + Math.max(Theme.px(48), words.height)
    Icon {
        y: verdict.topPadding + Theme.px(4)
        name: verdict.tone === "bad" ? "stop" : verdict.tone === "warn" ? "alert" : "shield"
        size: Theme.px(28)
        tint: verdict.tone === "" ? Theme.text3 : Theme.markOf(verdict.tone)
    }
    Column {
        id: words
        x: Theme.px(44)
        y: verdict.topPadding
        width: parent.width - x - (deed.visible ? deed.width + Theme.pad : 0)
        spacing: Theme.px(3)
        AppText {
            objectName: "verdict"
            width: parent.width
            text: verdict.sentence
            role: "title"
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
        }
        AppText { width: parent.width; visible: text !== ""; text: verdict.reason; color: Theme.text2; wrapMode: Text.Wrap; lineHeight: 1.2 }
    }
    AppButton {
        id: deed
        objectName: "pulseDeed"
        anchors.right: parent.right
        y: verdict.topPadding + Theme.px(8)
        kind: "primary"
        visible: !verdict.isThen && (verdict.needing > 0 || verdict.worst !== "")
        text: verdict.needing > 0 && verdict.pulse.failing === 0 ? qsTr("Show %n dreams", "", verdict.needing) : qsTr("Open %1").arg(Format.system(verdict.worst))
        onClicked: {
            if (verdict.needing > 0 && verdict.pulse.failing === 0)
                verdict.dreamsAsked()
            else
                verdict.systemAsked(verdict.worst)
        }
    }
}
