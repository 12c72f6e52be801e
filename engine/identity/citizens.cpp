#include "identity/citizens.h"

#include "crypto/hash.h"

namespace citizens {

DREAM_SYSTEM(Citizens)

namespace {

Outcome noCitizen()
{
    return refuse("citizens.unknown");
}

}  // namespace

Outcome Citizens::decide(const Memory &m, const Join &c, World &world)
{
    const auto *passport = passports::find(world.state<passports::Passports>(), world.actor());
    if (!passport)
        return refuse("passports.unknown");
    if (m.citizens.find(passport->id))
        return done();
    if (!c.acceptsCharter)
        return refuse("citizens.charter");
    if (passport->level < passports::Level::Dreamer)
        return refuse("citizens.tooEarly");
    world.tell(
        Joined{{passport->id, Standing::Good, crypto::blake2b(charter), world.now(), {}, 0, {}}});
    return done();
}

Outcome Citizens::decide(const Memory &m, const Warn &c, World &world)
{
    const Citizen *citizen = m.citizens.find(c.citizen);
    if (!citizen || citizen->standing == Standing::Left)
        return noCitizen();
    if (c.reason.empty() || c.reason.size() > reasonBytesMax)
        return refuse("citizens.reasonMissing", {{"limit", std::to_string(reasonBytesMax)}});
    const auto *passport = world.state<passports::Passports>().passports.find(c.citizen);
    if (!passport || passport->actor == "owner")
        return refuse("passports.ownerStays");
    world.tell(Warned{c.citizen, citizen->warnings + 1, c.reason});
    return done();
}

Outcome Citizens::decide(const Memory &m, const Forgive &c, World &world)
{
    const Citizen *citizen = m.citizens.find(c.citizen);
    if (!citizen || citizen->standing == Standing::Left)
        return noCitizen();
    const auto *passport = world.state<passports::Passports>().passports.find(c.citizen);
    if (passport && passport->actor == world.actor())
        return refuse("passports.selfPromotion");
    if (citizen->warnings)
        world.tell(Forgiven{c.citizen});
    return done();
}

Outcome Citizens::decide(const Memory &m, const Leave &c, World &world)
{
    const auto *passport = passports::find(world.state<passports::Passports>(), world.actor());
    if (!passport || !m.citizens.find(passport->id))
        return noCitizen();
    if (passport->actor == "owner")
        return refuse("passports.ownerStays");
    if (!c.isSure)
        return refuse("citizens.notSure");
    world.tell(WentAway{passport->id});
    return done();
}

Outcome Citizens::decide(const Memory &m, const NoteCopy &c, World &world)
{
    if (!world.state<passports::Passports>().passports.find(c.passport))
        return refuse("passports.unknown");
    if (m.copies.size() >= copiesMax)
        return refuse("citizens.tooMany", {{"limit", std::to_string(copiesMax)}});
    world.tell(CopyNoted{{world.newId<Copy>(), c.passport, c.digest, c.bytes, world.now()}});
    return done();
}

void Citizens::evolve(Memory &m, const Joined &f, const Moment &)
{
    m.citizens.put(f.citizen);
}

void Citizens::evolve(Memory &m, const Warned &f, const Moment &)
{
    m.citizens.change(f.citizen, [&](Citizen &one) {
        one.warnings = f.warnings;
        one.reason = f.reason;
        one.standing = f.warnings > 1 ? Standing::Probation : Standing::Warned;
    });
}

void Citizens::evolve(Memory &m, const Forgiven &f, const Moment &)
{
    m.citizens.change(f.citizen, [](Citizen &one) {
        one.warnings = 0;
        one.reason.clear();
        one.standing = Standing::Good;
    });
}

void Citizens::evolve(Memory &m, const WentAway &f, const Moment &moment)
{
    m.citizens.change(f.citizen, [&](Citizen &one) {
        one.standing = Standing::Left;
        one.left = moment.now;
    });
}

void Citizens::evolve(Memory &m, const CopyNoted &f, const Moment &)
{
    m.copies.put(f.copy);
}

void Citizens::react(const Memory &, const Joined &f, Reactions &reactions)
{
    reactions.ask(passports::Award{f.citizen.passport, "joined"});
}

void Citizens::react(const Memory &, const Warned &f, Reactions &reactions)
{
    if (f.warnings >= warningsMax)
        reactions.ask(passports::Suspend{f.citizen, f.reason});
}

void Citizens::react(const Memory &, const WentAway &f, Reactions &reactions)
{
    reactions.ask(passports::Depart{f.citizen});
}

void Citizens::vitals(const Memory &m, Vitals &vitals)
{
    std::int64_t here = 0, warned = 0;
    for (const auto &[key, citizen] : m.citizens.rows()) {
        here += citizen.standing != Standing::Left;
        warned += citizen.standing == Standing::Warned || citizen.standing == Standing::Probation;
    }
    vitals.push_back({"citizens", here, "count"});
    vitals.push_back({"warned", warned, "count", warned ? Vital::Look : Vital::Well});
}

}  // namespace citizens
