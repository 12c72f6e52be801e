// Tier Resolver: how fast a caller may ask. In one fixed order: the local owner, a local person with
// an unlocked key, a token, a wallet proved just now; whoever is none of these has no tier and is not
// let in. Owns the calls a minute of each tier. Counting calls is the gate's.
// Thread contract: pure; states belong to the engine thread.
#pragma once

#include "identity/apikeeper.h"
#include "identity/identitygrid.h"

namespace tierresolver {

using namespace kernel;
using apikeeper::Tier;
DREAM_SYSTEM_OF(TierResolver)

struct Limit {
    Id<Limit> id;  // 1 to 4, as the tiers
    Tier callTier = Tier::Seed;
    std::uint32_t callsPerMinute = 0;
    DREAM_FIELDS(Limit, id, callTier, callsPerMinute)
};

inline constexpr std::uint32_t callsMin = 1, callsMax = 100'000;

struct SetLimit {
    Tier tier = Tier::Seed;
    std::uint32_t callsPerMinute = 10;
    DREAM_FIELDS(SetLimit, tier, callsPerMinute)
};
struct LimitSet {
    Limit limit;
    DREAM_FIELDS(LimitSet, limit)
};

struct Memory {
    Table<Limit> limits;  // those somebody set
    DREAM_FIELDS(Memory, limits)
};

struct TierResolver {
    static constexpr std::string_view stem = "tierresolver", organ = "identity", page = "Atlas";
    static constexpr std::string_view purpose =
        "Says how many calls a minute somebody may make, by key, token or wallet, and why.";
    static constexpr std::string_view consequence =
        "result: a caller from outside is answered as often as their tier says, and then told to wait.";
    static constexpr std::uint16_t number = 19;
    using State = Memory;
    using Commands = List<SetLimit>;
    using Facts = List<LimitSet>;

    static Outcome decide(const Memory &, const SetLimit &, World &);
    static void evolve(Memory &, const LimitSet &, const Moment &);
    static void vitals(const Memory &, Vitals &);
};

// 10, 60, 200 and 1000 unless set otherwise.
std::uint32_t callsPerMinute(const Memory &, Tier tier);
// The tier of a passport.
Tier tierOf(const passports::Passport &);

struct Resolved {
    std::optional<Tier> tier;  // nothing: not let in
    std::string by;            // "owner", "key", "token", "wallet" or "nothing"
    std::string actor;         // in whose name
    std::string caller;        // who is counted: an actor, a token, an account
    const apikeeper::Token *token = nullptr;
};
// `isLocal` with an actor whose key is here and unlocked; else only what was proved counts.
Resolved resolve(const passports::Memory &, const apikeeper::Memory &, const identitygrid::Memory &,
                 bool isLocal, const std::string &actor, const Proved *proved);

}  // namespace tierresolver
