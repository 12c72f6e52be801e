pragma Singleton
import QtQuick

// The words of identity: rungs of the ladder, achievements, standings, guards of keys, relations, and
// why a piece of work counts. Holds no state.
QtObject {
    id: ranks
    readonly property var levels: ["visitor", "dreamer", "citizen", "operator", "architect", "founder"]
    // What each rung asks for, besides those below it; the engine decides, this explains.
    readonly property var needs: ({ dreamer: ["firstDream"], citizen: ["joined"], operator: ["tenDreams", "trust60"],
                                    architect: ["trust80"], founder: ["founded", "hundredDreams"] })

    function level(word: var): string {
        switch (word) {
        case "visitor": return qsTr("Visitor")
        case "dreamer": return qsTr("Dreamer")
        case "citizen": return qsTr("Citizen")
        case "operator": return qsTr("Operator")
        case "architect": return qsTr("Architect")
        case "founder": return qsTr("Founder")
        case "owner": return qsTr("Owner")
        case "agent": return qsTr("Agent")
        }
        return String(word)
    }
    function achievement(code: var): string {
        switch (code) {
        case "founded": return qsTr("Founded this profile")
        case "firstDream": return qsTr("First dream worked")
        case "joined": return qsTr("Joined under the charter")
        case "wallet": return qsTr("Proved a wallet")
        case "vouched": return qsTr("Vouched for by somebody")
        case "tenDreams": return qsTr("Ten dreams worked")
        case "trust60": return qsTr("Trust of 60")
        case "trust80": return qsTr("Trust of 80")
        case "hundredDreams": return qsTr("A hundred dreams worked")
        }
        return String(code)
    }
    function standing(word: var): string {
        switch (word) {
        case "good": return qsTr("In good standing")
        case "suspended": return qsTr("Suspended")
        case "expired": return qsTr("Expired")
        case "left": return qsTr("Left")
        }
        return String(word)
    }
    function guard(word: var): string {
        switch (word) {
        case "device": return qsTr("by this device alone; anybody who opens this profile is you")
        case "keyring": return qsTr("by the keyring of the system")
        case "passphrase": return qsTr("by your passphrase")
        }
        return qsTr("not in this profile")
    }
    function relation(word: var): string {
        switch (word) {
        case "owns": return qsTr("owns")
        case "controls": return qsTr("controls")
        case "operates": return qsTr("operates")
        case "trusts": return qsTr("trusts")
        }
        return String(word)
    }
    function why(word: var): string {
        switch (word) {
        case "counts": return qsTr("counts")
        case "poor": return qsTr("too little substance")
        case "copy": return qsTr("a near copy")
        case "daily": return qsTr("more than five that day")
        case "failed": return qsTr("the work failed")
        }
        return String(word)
    }
    // One reason of a decision, as People.explain tells it.
    function reason(one: var): string {
        if (one.isTable)
            return one.isAllowed ? qsTr("The table lets the role %1 ask this").arg(ranks.level(one.role))
                                 : qsTr("The table does not let the role %1 ask this here").arg(ranks.level(one.role))
        return one.isAllowed ? qsTr("A rule for %1 allows it").arg(ranks.level(one.who)) : qsTr("A rule for %1 denies it").arg(ranks.level(one.who))
    }
    function nextLevel(level: var): string { return ranks.levels[ranks.levels.indexOf(String(level)) + 1] ?? "" }
    function missing(passport: var): var {
        const next = ranks.nextLevel(passport.level), has = (passport.achievements ?? []).map(a => a.code)
        return (ranks.needs[next] ?? []).filter(code => !has.includes(code))
    }
}
