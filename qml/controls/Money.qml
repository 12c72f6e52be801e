pragma Singleton
import QtQml

// Amounts, tokens and what the ledger's closed words mean, for people. Amounts have up to 18 places, more
// than a JavaScript number: they stay text. Imports nothing of ours.
QtObject {
    id: money

    readonly property var tokens: ["dream", "sheep", "core"]    // those that are shown
    property string self: "owner"                               // in whose name the window asks

    // "1,234.5678"; what is left out behind the fourth place is said by an ellipsis.
    function amount(text: var): string {
        const words = String(text ?? "0"), isLess = words.startsWith("-")
        const parts = (isLess ? words.slice(1) : words).split(".")
        let whole = parts[0]
        for (let at = whole.length - 3; at > 0; at -= 3)
            whole = whole.slice(0, at) + Qt.locale().groupSeparator + whole.slice(at)
        const rest = parts[1] ?? ""
        return (isLess ? "−" : "") + whole + (rest === "" ? "" : Qt.locale().decimalPoint + rest.slice(0, 4)) + (rest.length > 4 ? "…" : "")
    }
    function token(name: var): string { return String(name ?? "").toUpperCase() }
    function full(text: var, name: var): string { return qsTr("%1 %2").arg(money.amount(text)).arg(money.token(name)) }
    function isNothing(text: var): bool { return /^-?[0.]*$/.test(String(text ?? "")) }
    // a - b, to the last place.
    function less(a: var, b: var): string {
        const units = text => {
            const words = String(text ?? "0"), isLess = words.startsWith("-")
            const parts = (isLess ? words.slice(1) : words).split(".")
            const whole = (parts[0] + (parts[1] ?? "").padEnd(18, "0")).padStart(40, "0")
            return { isLess: isLess, high: Number(whole.slice(0, whole.length - 15)), low: Number(whole.slice(-15)) }
        }
        const one = units(a), other = units(b)
        let high = (one.isLess ? -one.high : one.high) - (other.isLess ? -other.high : other.high)
        let low = (one.isLess ? -one.low : one.low) - (other.isLess ? -other.low : other.low)
        const carry = Math.floor(low / 1e15)
        low -= carry * 1e15
        high += carry
        const isLess = high < 0
        if (isLess) {
            high = -high - (low > 0 ? 1 : 0)
            low = low > 0 ? 1e15 - low : 0
        }
        const digits = (high.toFixed(0) + low.toFixed(0).padStart(15, "0")).padStart(19, "0")
        const rest = digits.slice(-18).replace(/0+$/, "")
        return (isLess ? "-" : "") + digits.slice(0, digits.length - 18) + (rest === "" ? "" : "." + rest)
    }
    function owner(name: var): string {
        const who = String(name ?? "")
        if (who === money.self)
            return qsTr("You")
        if (who === "house")
            return qsTr("The house")
        return who.startsWith("agent:") ? who.slice(6).toUpperCase() : who
    }
    function purpose(name: var): string {
        switch (String(name)) {
        case "wallet": return qsTr("wallet")
        case "treasury": return qsTr("treasury")
        case "issuing": return qsTr("issuing")
        case "stake": return qsTr("stake")
        case "yield": return qsTr("yield")
        case "fees": return qsTr("fees")
        }
        return String(name ?? "")
    }
    function kind(name: var): string {
        switch (String(name)) {
        case "move": return qsTr("Transfer")
        case "hold": return qsTr("Held back")
        case "post": return qsTr("Hold paid out")
        case "void": return qsTr("Hold let go")
        case "reverse": return qsTr("Given back")
        }
        return String(name ?? "")
    }
    function reason(name: var): string {
        switch (String(name)) {
        case "payment": return qsTr("Payment")
        case "issue": return qsTr("Issue")
        case "opening": return qsTr("Opening stock")
        case "reward": return qsTr("Reward")
        case "work": return qsTr("Work measured")
        case "fee": return qsTr("Fee for a call")
        case "subscription": return qsTr("Subscription")
        case "stake": return qsTr("Stake")
        case "unstake": return qsTr("Stake taken out")
        case "yield": return qsTr("Yield")
        case "energy": return qsTr("Energy")
        case "refund": return qsTr("Refund")
        case "import": return qsTr("Import")
        }
        return String(name ?? "")
    }
}
