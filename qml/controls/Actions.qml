pragma Singleton
import QtQuick
import DreamScope.Models

// Every command the pages ask for, by name, in one place. A page never spells a command itself;
// SystemPage is the exception, because it reads its commands from the systems' declarations.
QtObject {
    id: actions

    signal refused(string what, var answer)

    function ask(what: string, name: string, fields: var, done: var) {
        Engine.send(name, fields, answer => {
            if (!answer.ok)
                actions.refused(what, answer)
            if (done)
                done(answer)
        })
    }
    function createDream(fields: var, done: var) {
        actions.ask(qsTr("The dream was not kept"), "dreams.create", fields, done)
    }
    function editDream(fields: var, done: var) {
        actions.ask(qsTr("The change was not kept"), "dreams.edit", fields, done)
    }
    function archiveDream(id: string, done: var) {
        actions.ask(qsTr("Not archived"), "dreams.archive", { dream: id }, done)
    }
    function restoreDream(id: string, done: var) {
        actions.ask(qsTr("Not restored"), "dreams.unarchive", { dream: id }, done)
    }
    function eraseDream(id: string, done: var) {
        actions.ask(qsTr("Not erased"), "dreams.erase", { dream: id }, done)
    }
    function understandDream(id: string, done: var) {
        actions.ask(qsTr("No work was started"), "superspine.open", { dream: id }, done)
    }
    function cancelAssignment(id: string, done: var) {
        actions.ask(qsTr("Not cancelled"), "superspine.cancel", { assignment: id }, done)
    }
    function pauseAssignment(id: string, done: var) {
        actions.ask(qsTr("Not paused"), "superspine.pause", { assignment: id }, done)
    }
    function resumeAssignment(id: string, done: var) {
        actions.ask(qsTr("Not resumed"), "superspine.resume", { assignment: id }, done)
    }
    function planBackups(fields: var, done: var) {
        actions.ask(qsTr("The plan stays as it was"), "dreamkeeper.configure", fields, done)
    }
    function backUp(done: var) {    // into the plan's folder
        actions.ask(qsTr("No backup was started"), "dreamkeeper.backUp", { folder: "" }, done)
    }
    function followMirror(folder: string, done: var) {
        actions.ask(qsTr("The folder was not taken"), "dreammirror.follow", { folder: folder }, done)
    }
    function stopMirror(done: var) {
        actions.ask(qsTr("Mirroring goes on"), "dreammirror.stop", {}, done)
    }
    function writeMirror(done: var) {    // everything again, into the folder that is kept in step
        actions.ask(qsTr("Nothing is written again"), "dreammirror.write", { folder: "" }, done)
    }
    function pay(fields: var, done: var) {
        actions.ask(qsTr("Not paid"), "tokens.pay", fields, done)
    }
    function requestPayment(fields: var, reason: string, done: var) {
        Engine.send("operator.request", { command: "tokens.pay", arguments: JSON.stringify(fields), reason: reason }, done)
    }
    function approve(fields: var, done: var) { Engine.send("operator.approve", fields, done) }
    function reject(fields: var, done: var) { Engine.send("operator.reject", fields, done) }
    function snooze(fields: var, done: var) { Engine.send("operator.snooze", fields, done) }
    function withdraw(id: string, done: var) { Engine.send("operator.withdraw", { item: id }, done) }
    function claimBonus(done: var) {
        actions.ask(qsTr("No bonus"), "rewards.claim", {}, done)
    }
    function hireAgent(id: string, done: var) {
        actions.ask(qsTr("Not hired"), "agentregistry.hire", { agent: id }, done)
    }
    function dismissAgent(id: string, done: var) {
        actions.ask(qsTr("Not dismissed"), "agentregistry.dismiss", { agent: id }, done)
    }
    function endorse(id: string, receipt: real, done: var) {
        Engine.send("reputation.endorse", { passport: id, receipt: receipt }, done)
    }
    function unlinkWallet(id: string, done: var) {
        Engine.send("identitygrid.unlinkWallet", { wallet: id }, done)
    }
    function linkWallet(message: string, signature: string, done: var) {
        Engine.send("identitygrid.linkWallet", { message: message, signature: signature }, done)
    }
    function joinCitizens(done: var) {
        Engine.send("citizens.join", { acceptsCharter: true }, done)
    }
    function claimDomain(id: string, domain: string, done: var) {
        Engine.send("passports.claimDomain", { passport: id, domain: domain }, done)
    }
    function suspend(id: string, reason: string, done: var) {
        Engine.send("passports.suspend", { passport: id, reason: reason }, done)
    }
    function reinstate(id: string, done: var) {
        Engine.send("passports.reinstate", { passport: id }, done)
    }
}
