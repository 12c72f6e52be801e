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
    function understandDream(id: string, done: var) {
        actions.ask(qsTr("No work was started"), "superspine.open", { dream: id }, done)
    }
    function cancelAssignment(id: string, done: var) {
        actions.ask(qsTr("Not cancelled"), "superspine.cancel", { assignment: id }, done)
    }
}
