#include "identity/tierresolver.h"

#include <algorithm>

namespace tierresolver {

DREAM_SYSTEM(TierResolver)

std::uint32_t callsPerMinute(const Memory &m, Tier tier)
{
    constexpr std::uint32_t usual[] = {10, 60, 200, 1000};
    const Limit *limit = m.limits.find(static_cast<std::uint64_t>(tier) + 1);
    return limit ? limit->callsPerMinute : usual[static_cast<std::size_t>(tier)];
}

Tier tierOf(const passports::Passport &passport)
{
    if (passport.holder == passports::Holder::Agent)
        return Tier::Builder;
    if (passport.actor == "owner")
        return Tier::Owner;
    return passport.level >= passports::Level::Operator  ? Tier::Operator
           : passport.level == passports::Level::Citizen ? Tier::Builder
                                                         : Tier::Seed;
}

Resolved resolve(const passports::Memory &people, const apikeeper::Memory &keys,
                 const identitygrid::Memory &grid, bool isLocal, const std::string &actor,
                 const Proved *proved)
{
    const passports::Passport *passport = nullptr;
    if (isLocal) {
        passport = passports::find(people, actor);
        if (actor == "owner")
            return {Tier::Owner, "owner", actor, actor, nullptr};
        return passport ? Resolved{tierOf(*passport), "key", actor, actor, nullptr}
                        : Resolved{{}, "nothing", {}, {}, nullptr};
    }
    if (proved && !proved->what.empty() && proved->kind == Proved::Token) {
        const auto id = idFromText(proved->what);
        const apikeeper::Token *token = id ? keys.tokens.find(*id) : nullptr;
        passport = token ? passports::find(people, token->actor) : nullptr;
        if (passport)
            return {std::min(token->callTier, tierOf(*passport)), "token", token->actor,
                    "token " + proved->what, token};
    }
    if (proved && !proved->what.empty() && proved->kind == Proved::Wallet) {
        passport = people.passports.find(identitygrid::holderOf(grid, proved->what));
        if (passport)
            return {tierOf(*passport), "wallet", passport->actor, proved->what, nullptr};
    }
    return {{}, "nothing", {}, {}, nullptr};
}

Outcome TierResolver::decide(const Memory &m, const SetLimit &c, World &world)
{
    if (c.callsPerMinute < callsMin || c.callsPerMinute > callsMax)
        return refuse("tierresolver.badLimit",
                      {{"least", std::to_string(callsMin)}, {"most", std::to_string(callsMax)}});
    // A higher tier never gets less than a lower one.
    for (int other = 0; other < 4; ++other) {
        const std::uint32_t calls = callsPerMinute(m, static_cast<Tier>(other));
        if ((other < static_cast<int>(c.tier) && calls > c.callsPerMinute)
            || (other > static_cast<int>(c.tier) && calls < c.callsPerMinute))
            return refuse("tierresolver.outOfOrder");
    }
    world.tell(LimitSet{{{static_cast<std::uint64_t>(c.tier) + 1}, c.tier, c.callsPerMinute}});
    return done();
}

void TierResolver::evolve(Memory &m, const LimitSet &f, const Moment &)
{
    m.limits.put(f.limit);
}

void TierResolver::vitals(const Memory &m, Vitals &vitals)
{
    vitals.push_back({"limits set", static_cast<std::int64_t>(m.limits.size()), "count"});
}

}  // namespace tierresolver
