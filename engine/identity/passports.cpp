#include "identity/passports.h"

#include <algorithm>

namespace passports {

DREAM_SYSTEM(Passports)

namespace {

constexpr Level top = Level::Founder;

// What each rung asks for, besides those below it.
std::vector<std::string_view> askedFor(Level level)
{
    switch (level) {
    case Level::Visitor: return {};
    case Level::Dreamer: return {"firstDream"};
    case Level::Citizen: return {"joined"};
    case Level::Operator: return {"tenDreams", "trust60"};
    case Level::Architect: return {"trust80"};
    case Level::Founder: return {"founded", "hundredDreams"};
    }
    return {};
}

Level above(Level level)
{
    return static_cast<Level>(static_cast<int>(level) + 1);
}

Outcome unknown()
{
    return refuse("passports.unknown");
}

Outcome badName()
{
    return refuse("passports.badName", {{"limit", std::to_string(nameBytesMax)}});
}

bool isName(std::string_view name)
{
    return !name.empty() && name.size() <= nameBytesMax && isUtf8(name)
           && name.find_first_of("\r\n") == std::string_view::npos;
}

// Whose passport it is may be asked of the holder alone; the owner of the profile stands in for nobody.
Outcome mustHold(const Passport *passport, const World &world)
{
    if (!passport)
        return unknown();
    if (passport->actor != world.actor())
        return refuse("passports.notHolder", {{"holder", passport->actor}});
    return done();
}

void rise(const Passport &passport, World &world)
{
    if (const Level level = reached(passport); level > passport.level)
        world.tell(Promoted{passport.id, level});
}

}  // namespace

const Passport *find(const Memory &m, const std::string &actor)
{
    const std::uint64_t *id = m.byActor.find(actor);
    return id ? m.passports.find(*id) : nullptr;
}

bool has(const Passport &passport, std::string_view code)
{
    return std::any_of(passport.achievements.begin(), passport.achievements.end(),
                       [&](const Earned &one) { return one.code == code; });
}

std::vector<std::string_view> missing(const Passport &passport, Level level)
{
    std::vector<std::string_view> codes = askedFor(level);
    std::erase_if(codes, [&](std::string_view code) { return has(passport, code); });
    return codes;
}

Level reached(const Passport &passport)
{
    Level level = passport.level;
    while (level < top && missing(passport, above(level)).empty())
        level = above(level);
    return level;
}

bool isActorName(std::string_view name)
{
    const auto isGood = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return name.size() >= 2 && name.size() <= 32 && name.front() >= 'a' && name.front() <= 'z'
           && name.back() != '-' && std::all_of(name.begin(), name.end(), isGood)
           && name != "system" && name != "agent";
}

bool isDomain(std::string_view name)
{
    return name.ends_with(".dream") && isActorName(name.substr(0, name.size() - 6));
}

std::string_view nameOf(Level level)
{
    constexpr std::string_view names[] = {"visitor",  "dreamer",   "citizen",
                                          "operator", "architect", "founder"};
    return names[static_cast<std::size_t>(level)];
}

Outcome Passports::decide(const Memory &m, const Issue &c, World &world)
{
    if (!isActorName(c.actor))
        return refuse("passports.badActor", {{"actor", std::string(firstBytes(c.actor, 64))}});
    if (!isName(c.name))
        return badName();
    if (const Passport *known = find(m, c.actor)) {
        if (known->did == c.did)
            return done();
        return refuse("passports.actorTaken", {{"actor", c.actor}});
    }
    if (m.passports.size() >= passportsMax)
        return refuse("passports.full", {{"limit", std::to_string(passportsMax)}});
    Passport passport;
    passport.id = world.newId<Passport>();
    passport.actor = c.actor;
    passport.did = c.did;
    passport.name = {passport.id.value, c.name};
    passport.issued = world.now();
    const bool isFirst = !find(m, "owner");
    world.tell(Issued{passport});
    if (isFirst && c.actor == "owner")
        world.tell(Awarded{passport.id, {"founded", world.lastFact(), world.now()}});
    return done();
}

Outcome Passports::decide(const Memory &m, const Enrol &, World &world)
{
    for (const auto &[key, agent] : world.state<agentregistry::AgentRegistry>().agents.rows()) {
        Passport passport;
        passport.actor = "agent:" + agent.slug;
        if (agent.state != agentregistry::State::Hired || find(m, passport.actor))
            continue;
        passport.id = world.newId<Passport>();
        passport.holder = Holder::Agent;
        passport.name = {0, agent.name};
        passport.issued = world.now();
        world.tell(Issued{passport});
    }
    return done();
}

Outcome Passports::decide(const Memory &m, const Award &c, World &world)
{
    const Passport *passport = m.passports.find(c.passport);
    if (!passport)
        return unknown();
    if (std::find(std::begin(achievements), std::end(achievements), c.code)
        == std::end(achievements))
        return refuse("passports.unknownAchievement",
                      {{"code", std::string(firstBytes(c.code, 64))}});
    if (has(*passport, c.code) || passport->standing == Standing::Left)
        return done();
    world.tell(Awarded{c.passport, {c.code, world.envelope().cause, world.now()}});
    if (passport->standing == Standing::Good && passport->holder == Holder::Person)
        rise(*m.passports.find(c.passport), world);
    return done();
}

Outcome Passports::decide(const Memory &m, const Promote &c, World &world)
{
    const Passport *passport = m.passports.find(c.passport);
    if (!passport)
        return unknown();
    if (passport->actor == world.actor())
        return refuse("passports.selfPromotion");
    if (passport->standing != Standing::Good)
        return refuse("passports.notStanding", {{"actor", passport->actor}});
    if (passport->level == top)
        return refuse("passports.atTop");
    std::string lacks;
    for (std::string_view code : missing(*passport, above(passport->level)))
        lacks += (lacks.empty() ? "" : ", ") + std::string(code);
    if (!lacks.empty() || passport->holder != Holder::Person)
        return refuse("passports.notEarned",
                      {{"level", std::string(nameOf(above(passport->level)))}, {"missing", lacks}});
    world.tell(Promoted{c.passport, above(passport->level)});
    return done();
}

Outcome Passports::decide(const Memory &m, const Suspend &c, World &world)
{
    const Passport *passport = m.passports.find(c.passport);
    if (!passport)
        return unknown();
    if (c.reason.empty() || c.reason.size() > reasonBytesMax)
        return refuse("passports.reasonMissing", {{"limit", std::to_string(reasonBytesMax)}});
    if (passport->actor == "owner")
        return refuse("passports.ownerStays");
    if (passport->standing != Standing::Good)
        return refuse("passports.notStanding", {{"actor", passport->actor}});
    world.tell(Suspended{c.passport, c.reason});
    return done();
}

Outcome Passports::decide(const Memory &m, const Reinstate &c, World &world)
{
    const Passport *passport = m.passports.find(c.passport);
    if (!passport)
        return unknown();
    if (passport->standing != Standing::Suspended)
        return refuse("passports.notSuspended");
    if (passport->actor == world.actor())
        return refuse("passports.selfPromotion");
    world.tell(Reinstated{c.passport});
    return done();
}

Outcome Passports::decide(const Memory &m, const SetExpiry &c, World &world)
{
    const Passport *passport = m.passports.find(c.passport);
    if (!passport || passport->standing == Standing::Left)
        return unknown();
    if (c.until && *c.until <= world.now())
        return refuse("passports.past");
    world.tell(ExpirySet{c.passport, c.until.value_or(Time())});
    return done();
}

Outcome Passports::decide(const Memory &m, const Rename &c, World &world)
{
    const Passport *passport = m.passports.find(c.passport);
    if (Outcome holds = mustHold(passport, world); !holds)
        return holds;
    if (!isName(c.name))
        return badName();
    world.tell(Renamed{c.passport, {c.passport.value, c.name}});
    return done();
}

Outcome Passports::decide(const Memory &m, const ClaimDomain &c, World &world)
{
    const Passport *passport = m.passports.find(c.passport);
    if (Outcome holds = mustHold(passport, world); !holds)
        return holds;
    if (!isDomain(c.domain))
        return refuse("passports.badDomain");
    if (passport->domain == c.domain)
        return done();
    if (!passport->domain.empty())
        return refuse("passports.hasDomain", {{"domain", passport->domain}});
    if (passport->level < Level::Dreamer)
        return refuse("passports.notEarned", {{"level", "dreamer"}, {"missing", "firstDream"}});
    if (m.byDomain.find(c.domain))
        return refuse("passports.domainTaken", {{"domain", c.domain}});
    world.tell(DomainClaimed{{world.newId<Domain>(), c.domain, c.passport, world.now()}});
    return done();
}

Outcome Passports::decide(const Memory &m, const Transfer &c, World &)
{
    return m.passports.find(c.passport) ? refuse("passports.locked") : unknown();
}

Outcome Passports::decide(const Memory &m, const Depart &c, World &world)
{
    const Passport *passport = m.passports.find(c.passport);
    if (!passport)
        return unknown();
    if (passport->standing != Standing::Left)
        world.tell(Departed{c.passport});
    return done();
}

Outcome Passports::decide(const Memory &m, const passports::Tick &, World &world)
{
    std::vector<std::uint64_t> over;
    for (const auto &[until, passport] : m.expiring.keys()) {
        if (until > world.now().us || over.size() >= 256)
            break;
        over.push_back(passport);
    }
    for (const std::uint64_t passport : over)
        world.tell(Expired{{passport}});
    return done();
}

void Passports::react(const Memory &, const agentregistry::Hired &, Reactions &reactions)
{
    reactions.ask(Enrol{});
}

void Passports::rebuild(Memory &m)
{
    m.byActor.clear();
    m.byDomain.clear();
    m.expiring.clear();
    for (const auto &[key, passport] : m.passports.rows()) {
        m.byActor.put(passport.actor, key);
        if (passport.validUntil.us && passport.standing != Standing::Expired)
            m.expiring.insert({passport.validUntil.us, key});
    }
    for (const auto &[key, domain] : m.domains.rows())
        m.byDomain.put(domain.name, key);
}

Time Passports::due(const Memory &m)
{
    return m.expiring.isEmpty() ? Time() : Time{m.expiring.keys().begin()->first};
}

void Passports::vitals(const Memory &m, Vitals &vitals)
{
    std::int64_t people = 0, suspended = 0;
    for (const auto &[key, passport] : m.passports.rows()) {
        people += passport.holder == Holder::Person;
        suspended += passport.standing == Standing::Suspended;
    }
    vitals.push_back({"people", people, "count"});
    vitals.push_back({"agents", static_cast<std::int64_t>(m.passports.size()) - people, "count"});
    vitals.push_back({"suspended", suspended, "count", suspended ? Vital::Look : Vital::Well});
}

}  // namespace passports
