pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Scene
import DreamScope.Models as Live

// What people are asked about their keys and passports: a name and a passphrase for somebody new, the
// passphrase to unlock, twelve words to write down or to come back by, a message for another wallet.
// What is typed here leaves with the sheet.
Sheet {
    id: sheet
    property string verb: ""               // add, restore, unlock, passphrase, words, join, domain, wallet, suspend
    property var line: null                // the passport it is about
    property var words: []
    property string message: ""            // for another wallet to sign
    property string problem: ""
    property bool isBusy: false
    readonly property bool isNew: sheet.verb === "add" || sheet.verb === "restore"
    readonly property string actor: sheet.line?.actor ?? Live.People.current
    readonly property var people: Live.People.all
    readonly property bool hasPassphrase: sheet.people.find(p => p.actor === sheet.actor)?.guard === "passphrase"
    signal finished(string words)
    function ask(verb: string, line: var) {
        sheet.verb = verb
        sheet.line = line
        sheet.words = []
        sheet.message = ""
        sheet.problem = ""
        sheet.isBusy = false
        for (const field of [first, second, old, fresh, again])
            field.clear()
        area.clear()
        sheet.open()
    }
    function take(answer: var, said: string) {
        sheet.isBusy = false
        sheet.problem = answer.ok ? "" : answer.sentence
        if (!answer.ok)
            return
        sheet.close()
        sheet.finished(said)
    }
    function send() {
        sheet.problem = ""
        if (fresh.visible && fresh.text !== again.text && fresh.text !== "") {
            sheet.problem = qsTr("The two passphrases are not alike.")
            return
        }
        sheet.isBusy = true
        switch (sheet.verb) {
        case "add": return Live.People.add(first.text.trim(), second.text.trim() || first.text.trim(), fresh.text, a => sheet.take(a, qsTr("%1 has a key and a passport").arg(first.text)))
        case "restore": return Live.People.restore(first.text.trim(), second.text.trim() || first.text.trim(), area.text, fresh.text, a => sheet.take(a, qsTr("%1 is back").arg(first.text)))
        case "unlock": return Live.People.unlock(sheet.actor, old.text, a => sheet.take(a, qsTr("Unlocked")))
        case "passphrase": return Live.People.setPassphrase(sheet.actor, old.text, fresh.text, a => sheet.take(a, qsTr("Only this passphrase opens your key now")))
        case "words": return Live.People.words(sheet.actor, old.text, a => {
            sheet.isBusy = false
            sheet.problem = a.ok ? "" : a.sentence
            sheet.words = a.ok ? a.words.split(" ") : []
        })
        case "join": return Actions.joinCitizens(a => sheet.take(a, qsTr("You are a citizen")))
        case "domain": return Actions.claimDomain(sheet.line.id, first.text.trim(), a => sheet.take(a, qsTr("%1 is yours").arg(first.text.trim())))
        case "suspend": return Actions.suspend(sheet.line.id, first.text.trim(), a => sheet.take(a, qsTr("%1 is suspended").arg(sheet.line.title)))
        case "wallet":
            if (sheet.message !== "")
                return Actions.linkWallet(sheet.message, area.text.trim(), a => sheet.take(a, qsTr("The wallet is linked")))
            return Live.People.walletMessage(first.text, a => {
                sheet.isBusy = false
                sheet.problem = a.ok ? "" : a.sentence
                sheet.message = a.ok ? a.message : ""
            })
        }
    }
    parent: T.Overlay.overlay
    anchors.centerIn: parent
    modal: true
    width: Math.min(Theme.px(460), (parent ? parent.width : Theme.px(460)) - Theme.px(32))
    height: Math.min(implicitHeight, (parent ? parent.height : Theme.px(600)) - Theme.px(32))
    padding: Theme.px(20)
    onOpened: {
        if (sheet.verb !== "words" && first.visible)
            first.forceActiveFocus(Qt.TabFocusReason)
        else if (sheet.verb !== "words" && area.visible)
            area.forceActiveFocus(Qt.TabFocusReason)
        else if (old.visible)
            old.forceActiveFocus(Qt.TabFocusReason)
        else
            done.forceActiveFocus(Qt.TabFocusReason)
    }
    onClosed: {
        sheet.words = []
        sheet.message = ""
        for (const field of [first, second, old, fresh, again])
            field.clear()
        area.clear()
    }
    T.Overlay.modal: Rectangle { color: Qt.rgba(Theme.ground.r, Theme.ground.g, Theme.ground.b, 0.6) }
    contentItem: Flickable { // qmllint disable deferred-property-id
        implicitHeight: column.height
        contentHeight: column.height
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: AppScroll {}
        Column {
            id: column
            width: sheet.availableWidth
            spacing: Theme.px(12)
            Accessible.role: Accessible.Dialog
            Accessible.name: head.text
            AppText {
                id: head
                width: parent.width
                role: "head"
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
                text: {
                    switch (sheet.verb) {
                    case "add": return qsTr("Somebody new")
                    case "restore": return qsTr("Come back by twelve words")
                    case "unlock": return qsTr("Unlock the key of %1").arg(sheet.actor)
                    case "passphrase": return qsTr("A passphrase for your key")
                    case "words": return qsTr("The twelve words of %1").arg(sheet.actor)
                    case "join": return qsTr("The charter")
                    case "domain": return qsTr("A name for your passport")
                    case "suspend": return qsTr("Suspend %1").arg(sheet.line?.title ?? "")
                    case "wallet": return qsTr("Link another wallet")
                    }
                    return ""
                }
            }
            AppText {
                width: parent.width
                wrapMode: Text.Wrap
                lineHeight: 1.3
                color: Theme.text2
                text: {
                    switch (sheet.verb) {
                    case "add": return qsTr("They get a key of their own in this profile. With a passphrase only they can speak with it; without one, whoever opens this profile can.")
                    case "restore": return qsTr("The same key, passport and wallet as before, on this machine. The words are read here and forgotten.")
                    case "unlock": return qsTr("Agents and everything else went on meanwhile.")
                    case "passphrase": return qsTr("Until now this device alone opens it. Afterwards nobody can act in your name without the passphrase, not even with this computer. It cannot be found out again: keep your twelve words.")
                    case "words": return qsTr("They give your identity back on any computer, with its wallet. Whoever reads them is you. Write them down; they leave this window when it closes and are copied nowhere.")
                    case "join": return qsTr("I speak only for myself. I keep my word and my keys. I judge work by its receipts. I harm nobody with what I learn here. I may leave at any time and take what is mine.")
                    case "domain": return qsTr("First come, first served, and for good: a name once given is never given to anybody else.")
                    case "suspend": return qsTr("Nothing they ask is done until the passport is reinstated.")
                    case "wallet": return sheet.message === "" ? qsTr("The wallet signs a message with a one-time word. Nothing is paid and nothing is sent.") : qsTr("Sign exactly this message with the wallet within ten minutes, then put the signature below.")
                    }
                    return ""
                }
            }
            AppField {
                id: first
                objectName: "first"
                visible: sheet.isNew || sheet.verb === "domain" || sheet.verb === "suspend" || sheet.verb === "wallet" && sheet.message === ""
                width: parent.width
                label: sheet.verb === "domain" ? qsTr("Name, like ida.dream") : sheet.verb === "suspend" ? qsTr("Why") : sheet.verb === "wallet" ? qsTr("Address of the wallet, 0x…") : qsTr("Short name: small letters, digits, -")
                placeholderText: label
                onAccepted: sheet.send()
            }
            AppField { id: second; objectName: "second"; visible: sheet.verb === "add" || sheet.verb === "restore"; width: parent.width; label: qsTr("Name, as it is shown"); placeholderText: label }
            Rectangle {
                visible: sheet.message !== ""
                width: parent.width
                height: shown.implicitHeight + Theme.px(20)
                radius: Theme.radius
                color: Theme.ground
                border.color: Theme.line
                AppText { id: shown; x: Theme.px(10); y: Theme.px(10); width: parent.width - 2 * x; text: sheet.message; role: "small"; wrapMode: Text.WrapAnywhere }
            }
            AppButton { visible: sheet.message !== ""; objectName: "copyMessage"; text: qsTr("Copy the message"); onClicked: Desktop.copy(sheet.message) }
            AppArea {
                id: area
                objectName: "area"
                visible: sheet.verb === "restore" || sheet.message !== ""
                width: parent.width
                label: sheet.verb === "restore" ? qsTr("The twelve words, in their order") : qsTr("Signature, 0x…")
                placeholderText: label
            }
            AppField { id: old; objectName: "oldPassphrase"; visible: sheet.verb === "unlock" || (sheet.hasPassphrase && sheet.words.length === 0 && (sheet.verb === "passphrase" || sheet.verb === "words")); width: parent.width; echoMode: TextInput.Password; label: qsTr("Passphrase"); placeholderText: label; onAccepted: sheet.send() }
            AppField { id: fresh; objectName: "newPassphrase"; visible: sheet.isNew || sheet.verb === "passphrase"; width: parent.width; echoMode: TextInput.Password; label: sheet.verb === "passphrase" ? qsTr("New passphrase, at least 8 characters") : qsTr("Passphrase, or nothing"); placeholderText: label }
            AppField { id: again; objectName: "againPassphrase"; visible: fresh.visible && fresh.text !== ""; width: parent.width; echoMode: TextInput.Password; label: qsTr("The same once more"); placeholderText: label; onAccepted: sheet.send() }
            Rectangle {
                visible: sheet.words.length > 0
                width: parent.width
                height: grid.height + Theme.px(24)
                radius: Theme.radius
                color: Theme.ground
                border.color: Theme.line
                Grid {
                    id: grid
                    x: Theme.px(16)
                    y: Theme.px(12)
                    width: parent.width - 2 * x
                    columns: width < Theme.px(300) ? 2 : 3
                    rowSpacing: Theme.px(6)
                    Repeater {
                        model: sheet.words
                        AppText {
                            id: one
                            required property string modelData
                            required property int index
                            objectName: "identityWord"
                            width: grid.width / grid.columns
                            text: qsTr("%1. %2").arg(one.index + 1).arg(one.modelData)
                            role: "label"
                        }
                    }
                }
            }
            RefusalBar { visible: sheet.problem !== ""; width: parent.width; what: qsTr("Not done"); missing: sheet.problem }
            Row {
                spacing: Theme.gap
                AppButton {
                    id: done
                    objectName: "doIt"
                    kind: "primary"
                    enabled: !sheet.isBusy
                    text: {
                        switch (sheet.verb) {
                        case "unlock": return qsTr("Unlock")
                        case "words": return sheet.words.length > 0 ? qsTr("I have written them down") : qsTr("Show them")
                        case "join": return qsTr("I accept the charter")
                        case "domain": return qsTr("Claim it")
                        case "suspend": return qsTr("Suspend")
                        case "wallet": return sheet.message === "" ? qsTr("Ask for the message") : qsTr("Link it")
                        case "add": return qsTr("Add them")
                        case "restore": return qsTr("Come back")
                        }
                        return qsTr("Set it")
                    }
                    onClicked: sheet.words.length > 0 ? sheet.close() : sheet.send()
                }
                AppButton { objectName: "leave"; kind: "quiet"; text: qsTr("Cancel"); visible: sheet.words.length === 0; onClicked: sheet.close() }
            }
        }
    }
}
