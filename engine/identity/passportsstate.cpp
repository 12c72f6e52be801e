// What facts do to the state.
#include "identity/passports.h"

namespace passports {

void Passports::evolve(Memory &m, const Issued &f, const Moment &)
{
    m.byActor.put(f.passport.actor, f.passport.id.value);
    m.passports.put(f.passport);
}

void Passports::evolve(Memory &m, const Awarded &f, const Moment &)
{
    m.passports.change(f.passport, [&](Passport &one) {
        if (one.achievements.size() < achievementsMax)
            one.achievements.push_back(f.earned);
    });
}

void Passports::evolve(Memory &m, const Promoted &f, const Moment &)
{
    m.passports.change(f.passport, [&](Passport &one) { one.level = f.level; });
}

void Passports::evolve(Memory &m, const Suspended &f, const Moment &)
{
    m.passports.change(f.passport, [&](Passport &one) {
        one.standing = Standing::Suspended;
        one.reason = f.reason;
    });
}

void Passports::evolve(Memory &m, const Reinstated &f, const Moment &)
{
    m.passports.change(f.passport, [](Passport &one) {
        one.standing = Standing::Good;
        one.reason.clear();
    });
}

void Passports::evolve(Memory &m, const ExpirySet &f, const Moment &)
{
    m.passports.change(f.passport, [&](Passport &one) {
        if (one.validUntil.us)
            m.expiring.erase({one.validUntil.us, one.id.value});
        one.validUntil = f.until;
        if (f.until.us)
            m.expiring.insert({f.until.us, one.id.value});
        if (one.standing == Standing::Expired)
            one.standing = one.reason.empty() ? Standing::Good : Standing::Suspended;
    });
}

void Passports::evolve(Memory &m, const Expired &f, const Moment &)
{
    m.passports.change(f.passport, [&](Passport &one) {
        m.expiring.erase({one.validUntil.us, one.id.value});
        if (one.standing != Standing::Left)
            one.standing = Standing::Expired;
    });
}

void Passports::evolve(Memory &m, const Renamed &f, const Moment &)
{
    m.passports.change(f.passport, [&](Passport &one) { one.name = f.name; });
}

void Passports::evolve(Memory &m, const DomainClaimed &f, const Moment &)
{
    m.passports.change(f.domain.passport, [&](Passport &one) { one.domain = f.domain.name; });
    m.byDomain.put(f.domain.name, f.domain.id.value);
    m.domains.put(f.domain);
}

void Passports::evolve(Memory &m, const Departed &f, const Moment &)
{
    m.passports.change(f.passport, [&](Passport &one) {
        if (one.validUntil.us)
            m.expiring.erase({one.validUntil.us, one.id.value});
        one.validUntil = {};
        one.standing = Standing::Left;
        one.name.value.clear();
        one.name.isErased = true;
    });
}

}  // namespace passports
