// Staking: SHEEP put aside for a time earns a share of what is distributed each UTC day, and refills the
// energy that fuels calls. Yield by reward per share (Batog, Boca, Johnson 2018): one running sum, no
// walk over positions. Owns positions, the running sum and everybody's energy; the money lies in accounts
// of tokens. Thread contract: pure; states belong to the engine thread.
#pragma once

#include "economy/tokens.h"

namespace staking {

using namespace kernel;
DREAM_SYSTEM_OF(Staking)

// How long it cannot be taken out; the longer, the larger its share.
enum class Lock : std::uint8_t { None, Month, Quarter, Year };
DREAM_ENUM(Lock, None, Month, Quarter, Year)

struct Term {
    Duration length;
    std::int64_t sharePermille;
};
inline constexpr Duration day{86'400'000'000};
inline constexpr Term terms[] = {
    {{0}, 1000}, {{30 * day.us}, 1250}, {{90 * day.us}, 1500}, {{365 * day.us}, 2000}};
constexpr const Term &termOf(Lock lock)
{
    return terms[static_cast<std::size_t>(lock)];
}

struct Position {
    Id<Position> id;
    std::string owner;
    Amount amount, shares;
    Amount paidUpTo;  // the running sum when yield was last taken
    Lock lock = Lock::None;
    Time since, until;  // cannot be taken out before `until`
    Amount earned;      // yield taken so far
    DREAM_FIELDS(Position, id, owner, amount, shares, paidUpTo, lock, since, until, earned)
};

// Fuel of calls: it rises to the SHEEP staked within a day, and calls take from it.
struct Energy {
    Id<Energy> id;
    std::string owner;
    Amount staked, level;  // `level` at `at`; see energyOf
    Time at;
    DREAM_FIELDS(Energy, id, owner, staked, level, at)
};

// Yield per share is kept as units per 10^18 shares: what rounding leaves in the pool is less than one
// unit a day and SHEEP staked.
inline constexpr Int128 perShareScale = tokens::unit;

struct Totals {
    Amount shares, staked;
    Amount perShare;  // the running sum
    Amount distributed, taken;
    Time next;                         // of the next distribution; zero while nothing is staked
    Amount daily{100 * tokens::unit};  // distributed each UTC day, as far as the treasury goes
    DREAM_FIELDS(Totals, shares, staked, perShare, distributed, taken, next, daily)
};

inline constexpr Amount stakeMin{tokens::unit};
inline constexpr std::size_t positionsMax = 1'000;
inline constexpr std::string_view stakePurpose = "stake", poolPurpose = "yield";

struct Stake {
    Amount amount;
    Lock lock = Lock::None;
    DREAM_FIELDS(Stake, amount, lock)
};
// All of a position, with its yield.
struct Unstake {
    Id<Position> position;
    DREAM_FIELDS(Unstake, position)
};
struct TakeYield {
    Id<Position> position;
    DREAM_FIELDS(TakeYield, position)
};
struct SetDaily {
    Amount amount;
    DREAM_FIELDS(SetDaily, amount)
};
// At the turn of each UTC day.
struct Tick {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Tick)
};
// For a call, in place of DREAM.
struct Burn {
    static constexpr bool isInternal = true;
    std::string owner;
    Amount energy;
    DREAM_FIELDS(Burn, owner, energy)
};

struct Staked {
    Position position;
    DREAM_FIELDS(Staked, position)
};
struct Unstaked {
    Id<Position> position;
    Amount yield;
    DREAM_FIELDS(Unstaked, position, yield)
};
struct YieldTaken {
    Id<Position> position;
    Amount amount;
    DREAM_FIELDS(YieldTaken, position, amount)
};
struct Distributed {
    Amount amount;
    Time next;
    DREAM_FIELDS(Distributed, amount, next)
};
struct DailySet {
    Amount amount;
    DREAM_FIELDS(DailySet, amount)
};
struct Burnt {
    std::string owner;
    Amount energy;
    DREAM_FIELDS(Burnt, owner, energy)
};

struct Memory {
    Table<Position> positions;
    Table<Energy> energy;
    Cell<Totals> totals;
    DREAM_FIELDS(Memory, positions, energy, totals)

    Lookup<std::string, std::uint64_t> byOwner;  // to its energy
};

struct Staking {
    static constexpr std::string_view stem = "staking", organ = "economy", page = "Market";
    static constexpr std::string_view purpose =
        "Puts SHEEP aside for a time: a share of the daily yield, and energy for calls.";
    static constexpr std::string_view consequence =
        "billable: a call is paid with energy as long as the stake's energy lasts, and costs no DREAM.";
    static constexpr std::uint16_t number = 29;
    using State = Memory;
    using Commands = List<Stake, Unstake, TakeYield, SetDaily, staking::Tick, Burn>;
    using Facts = List<Staked, Unstaked, YieldTaken, Distributed, DailySet, Burnt>;
    using Tick = staking::Tick;

    static Outcome decide(const Memory &, const Stake &, World &);
    static Outcome decide(const Memory &, const Unstake &, World &);
    static Outcome decide(const Memory &, const TakeYield &, World &);
    static Outcome decide(const Memory &, const SetDaily &, World &);
    static Outcome decide(const Memory &, const staking::Tick &, World &);
    static Outcome decide(const Memory &, const Burn &, World &);
    static void evolve(Memory &, const Staked &, const Moment &);
    static void evolve(Memory &, const Unstaked &, const Moment &);
    static void evolve(Memory &, const YieldTaken &, const Moment &);
    static void evolve(Memory &, const Distributed &, const Moment &);
    static void evolve(Memory &, const DailySet &, const Moment &);
    static void evolve(Memory &, const Burnt &, const Moment &);
    static void rebuild(Memory &);
    static Time due(const Memory &);
    static void vitals(const Memory &, Vitals &);
};

// What a position has earned and not taken, rounded down: all positions together never ask for more
// than was distributed.
Amount yieldOf(const Memory &, const Position &);
// Energy there is at that moment, in SHEEP.
Amount energyOf(const Memory &, std::string_view owner, Time now);
// All that somebody has staked.
Amount stakedOf(const Memory &, std::string_view owner);
Time nextUtcDay(Time now);

}  // namespace staking
