pragma Singleton
import QtQuick
import DreamScope.Scene

// How values become words: ages, times, numbers, sizes, digests and the closed vocabularies of the
// tables. Holds no state; everything that a person reads comes through qsTr or the locale.
QtObject {
    id: format

    function number(value: var): string {
        return Number(value).toLocaleString(Qt.locale(), "f", 0)
    }
    function score(value: var): string {   // 0..10000 kept, 0..100 shown
        return value === undefined || value === null || value < 0 ? "" : String(Math.round(value / 100))
    }
    function fraction(value: var): string {
        return (Number(value) / 10000).toLocaleString(Qt.locale(), "f", 2)
    }
    function bytes(value: var): string {
        const n = Number(value)
        if (n < 1000)
            return qsTr("%1 B").arg(n)
        if (n < 1e6)
            return qsTr("%1 KB").arg((n / 1e3).toLocaleString(Qt.locale(), "f", 1))
        if (n < 1e9)
            return qsTr("%1 MB").arg((n / 1e6).toLocaleString(Qt.locale(), "f", 1))
        return qsTr("%1 GB").arg((n / 1e9).toLocaleString(Qt.locale(), "f", 1))
    }
    function age(fromMs: var, nowMs: var): string {
        const s = Math.max(0, (Number(nowMs) - Number(fromMs)) / 1000)
        if (s < 5)
            return qsTr("now")
        if (s < 60)
            return qsTr("%1 s", "age in seconds").arg(Math.floor(s))
        if (s < 3600)
            return qsTr("%1 min", "age in minutes").arg(Math.floor(s / 60))
        if (s < 86400)
            return qsTr("%1 h", "age in hours").arg(Math.floor(s / 3600))
        if (s < 86400 * 365)
            return qsTr("%1 d", "age in days").arg(Math.floor(s / 86400))
        return qsTr("%1 y", "age in years").arg(Math.floor(s / 86400 / 365))
    }
    function ageOf(ms: var): string {      // a span that is already an age
        if (ms < 0)
            return qsTr("never")
        if (ms < 10000)
            return qsTr("%1 s").arg((ms / 1000).toLocaleString(Qt.locale(), "f", 1))
        return format.age(0, ms)
    }
    function clock(ms: var): string {
        return ms > 0 ? new Date(Number(ms)).toLocaleTimeString(Qt.locale(), "HH:mm:ss") : ""
    }
    function dateTime(ms: var): string {
        return ms > 0 ? new Date(Number(ms)).toLocaleString(Qt.locale(), Locale.ShortFormat) : ""
    }
    function moment(ms: var): string {     // to the second, for what is looked up rather than read by the way
        const then = new Date(Number(ms))
        return ms > 0 ? qsTr("%1, %2", "date, time").arg(then.toLocaleDateString(Qt.locale(), Locale.ShortFormat)).arg(format.clock(ms)) : ""
    }
    function day(ms: var): string {
        const then = new Date(Number(ms)), today = new Date()
        const time = then.toLocaleTimeString(Qt.locale(), "HH:mm")
        const days = Math.round((new Date(today.getFullYear(), today.getMonth(), today.getDate())
            - new Date(then.getFullYear(), then.getMonth(), then.getDate())) / 86400000)
        if (days === 0)
            return qsTr("today %1").arg(time)
        if (days === 1)
            return qsTr("yesterday %1").arg(time)
        return then.toLocaleDateString(Qt.locale(), Locale.ShortFormat)
    }
    function minuteOfDay(minutes: var): string {
        return new Date(2000, 0, 1, Math.floor(minutes / 60), minutes % 60).toLocaleTimeString(Qt.locale(), "HH:mm")
    }
    function duration(us: var): string {
        const n = Number(us)
        if (n < 1000)
            return qsTr("%1 µs").arg(n)
        if (n < 1e6)
            return qsTr("%1 ms").arg(n < 1e4 ? (n / 1e3).toLocaleString(Qt.locale(), "f", 1) : Math.round(n / 1e3))
        return qsTr("%1 s").arg((n / 1e6).toLocaleString(Qt.locale(), "f", 1))
    }
    function digest(hex: var): string {
        const s = String(hex ?? "")
        return s.length > 12 ? s.slice(0, 4) + "…" + s.slice(-4) : s
    }
    // A word inside a sentence. German keeps its capitals.
    function inner(words: string): string {
        return qsTr("en", "code of this language: de in German") === "de" ? words : words.charAt(0).toLowerCase() + words.slice(1)
    }
    // Wire words ("nightDream", "score-clarity") as words a person reads, when no table knows them.
    function spaced(word: var): string {
        const s = String(word ?? "").replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/[-_.]/g, " ").toLowerCase()
        return s.charAt(0).toUpperCase() + s.slice(1)
    }
    function kind(word: var): string {
        switch (word) {
        case "idea": return qsTr("Idea")
        case "goal": return qsTr("Goal")
        case "brief": return qsTr("Brief")
        case "journal": return qsTr("Journal")
        case "nightDream": return qsTr("Night dream")
        }
        return format.spaced(word)
    }
    // What a text was recognised as, else what its writer called it.
    function sort(form: var, kind: var): string {
        switch (form) {
        case "recipe": return qsTr("Recipe")
        case "meeting": return qsTr("Meeting")
        case "budget": return qsTr("Budget")
        case "plan": return qsTr("Plan")
        case "brief": case "journal": case "nightDream": return format.kind(form)
        case "nonsense": return qsTr("Nonsense")
        }
        return format.kind(kind)
    }
    // A word of the closed vocabularies, or nothing.
    function known(word: var): string {
        switch (word) {
        case "new": return qsTr("New")
        case "working": return qsTr("Working")
        case "understood": return qsTr("Understood")
        case "refused": return qsTr("Refused")
        case "faulted": return qsTr("Faulted")
        case "timedOut": return qsTr("Timed out")
        case "lost": return qsTr("Lost")
        case "archived": return qsTr("Archived")
        case "waiting": return qsTr("Waiting")
        case "ready": return qsTr("Ready")
        case "leased": return qsTr("Running")
        case "done": return qsTr("Done")
        case "failed": return qsTr("Failed")
        case "cancelled": return qsTr("Cancelled")
        case "open": return qsTr("Open")
        case "paused": return qsTr("Paused")
        case "candidate": return qsTr("Candidate")
        case "hired": return qsTr("Hired")
        case "dismissed": return qsTr("Dismissed")
        case "missing": return qsTr("Missing")
        case "passed": return qsTr("Passed")
        case "degraded": return qsTr("Degraded")
        case "error": return qsTr("Error")
        case "idle": return qsTr("Idle")
        case "drowning": return qsTr("Drowning")
        case "keepingUp": return qsTr("Keeping up")
        case "lagging": return qsTr("Lagging")
        case "abandoned": return qsTr("Given up")
        case "fault": return qsTr("Fault")
        case "tooDeep": return qsTr("Too deep")
        case "discarded": return qsTr("Discarded")
        case "made": return qsTr("Made")
        case "quarantined": return qsTr("Quarantined")
        case "readOnly": return qsTr("Read only")
        case "resolved": return qsTr("Resolved")
        case "retrying": return qsTr("Retrying")
        case "running": return qsTr("Running")
        case "stopped": return qsTr("Stopped")
        case "agrees": return qsTr("Agrees")
        case "contradicts": return qsTr("Contradicts")
        case "alarm": return qsTr("Alarm")
        case "notice": return qsTr("Notice")
        case "warning": return qsTr("Warning")
        case "other": return qsTr("Other")
        case "failing": return qsTr("Failing")
        case "look": return qsTr("To look at")
        case "well": return qsTr("Well")
        case "snoozed": return qsTr("Snoozed")
        case "approved": return qsTr("Approved")
        case "rejected": return qsTr("Rejected")
        case "withdrawn": return qsTr("Withdrawn")
        case "expired": return qsTr("Expired")
        case "green": return qsTr("Green")
        case "yellow": return qsTr("Yellow")
        case "orange": return qsTr("Orange")
        case "red": return qsTr("Red")
        case "idea": case "goal": case "brief": case "journal": case "nightDream": return format.kind(word)
        case "recipe": case "meeting": case "budget": case "plan": case "nonsense": return format.sort(word, word)
        }
        return ""
    }
    function state(word: var): string {
        const words = format.known(word)
        return words !== "" ? words : format.spaced(word)
    }
    function tone(word: var): string {
        switch (word) {
        case "working": case "leased": case "busy": case "open": return "accent"
        case "refused": case "missing": case "degraded": return "warn"
        case "failed": case "error": case "unwell": return "bad"
        case "passed": case "well": return "good"
        }
        return ""
    }
    // What a capability did, in the past tense of a receipt.
    function deed(capability: var): string {
        switch (capability) {
        case "score-clarity": return qsTr("Scored how the text reads")
        case "score-sentiment": return qsTr("Read the mood")
        case "extract-keywords": return qsTr("Found the key phrases")
        case "summarize-text": return qsTr("Picked the strongest sentences")
        case "tag-text": return qsTr("Named the form and the tags")
        case "extract-facts": return qsTr("Found names, dates and amounts")
        case "validate-data": return qsTr("Checked the data by its schema")
        case "route-task": return qsTr("Chose who should go on")
        case "map-concepts": return qsTr("Mapped the concepts")
        case "infer-schema": return qsTr("Wrote the schema and the record")
        case "render-card": return qsTr("Drew the card")
        case "render-chart": return qsTr("Drew the chart")
        case "generate-component": return qsTr("Built the component")
        case "compare-texts": return qsTr("Took the fingerprint")
        case "match-patterns": return qsTr("Looked for recurring motifs")
        case "score-resonance": return qsTr("Looked for dreams that resonate")
        case "rank-items": return qsTr("Scored the whole")
        }
        return format.spaced(capability)
    }
    function artefact(name: var): string {
        switch (name) {
        case "mood": return qsTr("Mood")
        case "clarity": return qsTr("Clarity")
        case "keywords": return qsTr("Key phrases")
        case "facts": return qsTr("Facts")
        case "summary": return qsTr("Summary")
        case "tags": return qsTr("Form and tags")
        case "validation": return qsTr("Validation")
        case "route": return qsTr("Route")
        case "concepts": return qsTr("Concepts")
        case "map": return qsTr("Concept map")
        case "schema": return qsTr("Schema")
        case "record": return qsTr("Record")
        case "card": return qsTr("Card")
        case "chart": return qsTr("Chart")
        case "component": return qsTr("Component")
        case "accessibility": return qsTr("Accessibility check")
        case "fingerprint": return qsTr("Fingerprint")
        case "motifs": return qsTr("Motifs")
        case "resonance": return qsTr("Resonance")
        case "score": return qsTr("Score")
        }
        return format.spaced(name)
    }
    function media(type: var): string {
        switch (type) {
        case "image/svg+xml": return qsTr("Picture (SVG)")
        case "application/json": return qsTr("Data (JSON)")
        case "application/schema+json": return qsTr("Schema (JSON)")
        case "text/html": return qsTr("Component (HTML)")
        case "text/markdown": return qsTr("Text (Markdown)")
        }
        return String(type)
    }
    function agentKind(word: var): string {
        switch (word) {
        case "core": return qsTr("Core")
        case "keeper": return qsTr("Keeper")
        case "pack": return qsTr("Pack")
        case "fleet": return qsTr("Fleet")
        case "sentinel": return qsTr("Sentinel")
        case "economy": return qsTr("Economy")
        case "social": return qsTr("Social")
        case "content": return qsTr("Content")
        case "network": return qsTr("Network")
        case "identity": return qsTr("Identity")
        case "governance": return qsTr("Governance")
        case "analysis": return qsTr("Analysis")
        case "builder": return qsTr("Builder")
        case "ops": return qsTr("Ops")
        case "messaging": return qsTr("Messaging")
        case "growth": return qsTr("Growth")
        }
        return format.spaced(word)
    }
    // An open alert by its cause.
    function alert(cause: string, stem: string, detail: string): string {
        const about = detail !== "" ? detail : format.tail(cause.split(" ")[0])
        if (cause === "dreammirror.away")
            return qsTr("The mirror folder is away: %1").arg(detail)
        if (cause === "dreammirror.failed")
            return qsTr("The mirror folder cannot be written: %1").arg(detail)
        return cause.startsWith("heartbeat.failing ") ? qsTr("%1 fails: %2").arg(format.system(stem)).arg(about) : about
    }
    function system(stem: var): string {
        switch (stem) {
        case "dreams": return qsTr("Dreams")
        case "agentregistry": return qsTr("Agent Registry Core")
        case "superspine": return qsTr("Super Spine")
        case "dreamvault": return qsTr("Dream Vault")
        case "starbridge": return qsTr("Star Bridge")
        case "deadletter": return qsTr("Dead Letter")
        case "audittrail": return qsTr("Audit Trail")
        case "dreamnetos": return qsTr("DreamNet OS Core")
        case "heartbeat": return qsTr("Heartbeat")
        case "dreamkeeper": return qsTr("DreamKeeper")
        case "dreammirror": return qsTr("Dream Mirror")
        case "passports": return qsTr("Passports")
        case "identitygrid": return qsTr("Identity Grid")
        case "rbac": return qsTr("Roles and rules")
        case "tierresolver": return qsTr("Tier Resolver")
        case "apikeeper": return qsTr("API Keeper")
        case "citizens": return qsTr("Citizens")
        case "dreamstate": return qsTr("Dream State")
        case "reputation": return qsTr("Reputation Lattice")
        case "operator": return qsTr("Operator")
        case "lucid": case "root": case "canvas": case "echo": case "cradle": case "wing":
            return String(stem).toUpperCase()
        }
        return format.spaced(stem)
    }
    // "superspine.openBatch" is "Open batch"; "superspine.tasks" is "Tasks".
    function tail(name: var): string { return format.spaced(String(name).split(".").pop()) }
    function language(code: var): string {
        const s = String(code ?? "")
        if (s === "" || s === "und")
            return qsTr("unknown")
        return Desktop.languageName(s)
    }
}
