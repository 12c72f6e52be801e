import QtQml
import DreamScope.Ui

// What an item of the approval queue asks for, in words. Holds no state; what it does not know it shows
// as the command that it is.
QtObject {
    id: approvals
    function values(item: var): var {
        try {
            return JSON.parse(item?.arguments ?? "{}")
        } catch (error) {
            return {}
        }
    }
    function effect(item: var): string {
        const given = approvals.values(item)
        switch (item?.command ?? "") {
        case "tokens.pay": return qsTr("Pay %1 to %2").arg(Money.full(given.amount, given.token)).arg(Money.owner(given.to))
        case "operator.setSpendLimit": return given.amount === undefined ? qsTr("Drop the spending limit of %1").arg(Money.token(given.token))
            : qsTr("Raise the spending limit to %1").arg(Money.full(given.amount, given.token))
        }
        return item?.command ?? ""
    }
    function cost(item: var): string {
        return Money.isNothing(item?.cost) ? qsTr("nothing") : Money.full(item.cost, item.token)
    }
    function tone(word: var): string { return word === "red" ? "bad" : word === "green" ? "good" : "warn" }
    // How long it still waits; a span ahead.
    function left(until: var, now: var): string {
        return Number(until) <= Number(now) ? qsTr("expires now") : qsTr("expires in %1").arg(Format.age(now, until))
    }
}
