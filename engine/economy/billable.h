// Billable: what a call costs, and who may still spend. Before a priced call its price is reserved, after
// it what it used is settled and the rest let go; a call that would exceed the budget of its agent, its
// dream or the day is stopped before it begins. Owns prices, budgets and reservations; the money is held in
// tokens, energy in staking. Thread contract: pure; states belong to the engine thread.
#pragma once

#include "cortex/dreams.h"
#include "economy/staking.h"

namespace billable {

using namespace kernel;
DREAM_SYSTEM_OF(Billable)

struct Price {
    Id<Price> id;
    std::string agent;  // slug
    Amount amount;      // DREAM a call
    DREAM_FIELDS(Price, id, agent, amount)
};

enum class Scope : std::uint8_t { Agent, Dream, Day };
DREAM_ENUM(Scope, Agent, Dream, Day)

// What may be spent in all; of the scope Day in each UTC day.
struct Budget {
    Id<Budget> id;
    Scope scope = Scope::Day;
    std::string subject;  // agent's slug, dream's id in words; empty for Day
    Amount limit, spent, reserved;
    std::int64_t day = 0;  // of `spent`, for Day
    DREAM_FIELDS(Budget, id, scope, subject, limit, spent, reserved, day)
};

// A call that is under way. Keyed by its task.
struct Call;
struct Reservation {
    Id<Call> call;
    std::string payer, agent;
    Id<dreams::Dream> dream;
    Amount amount;  // DREAM held; zero when energy paid
    Amount energy;
    std::uint64_t hold = 0;  // transfer id
    Time until;
    DREAM_FIELDS(Reservation, call, payer, agent, dream, amount, energy, hold, until)
};

struct Meter {
    std::uint64_t calls = 0;
    Amount settled, energy;
    DREAM_FIELDS(Meter, calls, settled, energy)
};

inline constexpr std::size_t pricesMax = 1'000, budgetsMax = 10'000;
inline constexpr Duration reservedFor{86'400'000'000};
inline constexpr std::string_view feePurpose = "fees";

struct SetPrice {
    std::string agent;
    Amount amount;  // zero: free
    DREAM_FIELDS(SetPrice, agent, amount)
};
struct SetBudget {
    Scope scope = Scope::Day;
    std::string subject;
    std::optional<Amount> limit;  // none: the budget goes
    DREAM_FIELDS(SetBudget, scope, subject, limit)
};
// Before a call. Free agents leave nothing behind.
struct Reserve {
    static constexpr bool isInternal = true;
    std::uint64_t call = 0;
    std::string payer, agent;
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Reserve, call, payer, agent, dream)
};
// After it: `used` of 10000 parts of its price. A call that did not succeed costs nothing.
struct Settle {
    static constexpr bool isInternal = true;
    std::uint64_t call = 0;
    std::uint32_t used = 10'000;
    DREAM_FIELDS(Settle, call, used)
};
// Calls nobody settled.
struct Tick {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Tick)
};

struct PriceSet {
    Price price;
    DREAM_FIELDS(PriceSet, price)
};
struct BudgetSet {
    Budget budget;
    DREAM_FIELDS(BudgetSet, budget)
};
struct BudgetDropped {
    Id<Budget> budget;
    DREAM_FIELDS(BudgetDropped, budget)
};
struct Reserved {
    Reservation reservation;
    DREAM_FIELDS(Reserved, reservation)
};
struct Settled {
    static constexpr std::string_view archiveName = "bills";
    Id<Call> call;
    std::string payer, agent;
    Id<dreams::Dream> dream;
    Amount amount, energy;
    Time at;
    DREAM_FIELDS(Settled, call, payer, agent, dream, amount, energy, at)
};

struct Memory {
    Table<Price> prices;
    Table<Budget> budgets;
    Table<Reservation> reservations;
    Cell<Meter> meter;
    DREAM_FIELDS(Memory, prices, budgets, reservations, meter)

    Lookup<std::string, std::uint64_t> priceOf;             // agent to price
    Index<std::pair<std::int64_t, std::uint64_t>> lapsing;  // until, call
};

struct Billable {
    static constexpr std::string_view stem = "billable", organ = "economy", page = "Market";
    static constexpr std::string_view purpose =
        "Reserves what a call costs before it, settles after, and stops what a budget does not allow.";
    static constexpr std::string_view consequence =
        "superspine: a task whose price is over the budget, or over what its payer has, is refused.";
    static constexpr std::uint16_t number = 27;
    using State = Memory;
    using Commands = List<SetPrice, SetBudget, Reserve, Settle, billable::Tick>;
    using Facts = List<PriceSet, BudgetSet, BudgetDropped, Reserved, Settled>;
    using Tick = billable::Tick;

    static Outcome decide(const Memory &, const SetPrice &, World &);
    static Outcome decide(const Memory &, const SetBudget &, World &);
    static Outcome decide(const Memory &, const Reserve &, World &);
    static Outcome decide(const Memory &, const Settle &, World &);
    static Outcome decide(const Memory &, const billable::Tick &, World &);
    static void evolve(Memory &, const PriceSet &, const Moment &);
    static void evolve(Memory &, const BudgetSet &, const Moment &);
    static void evolve(Memory &, const BudgetDropped &, const Moment &);
    static void evolve(Memory &, const Reserved &, const Moment &);
    static void evolve(Memory &, const Settled &, const Moment &);
    static void rebuild(Memory &);
    static Time due(const Memory &);
    static void vitals(const Memory &, Vitals &);
};

Amount priceOf(const Memory &, std::string_view agent);
// What of the budget is left at that moment.
Amount leftOf(const Budget &, Time now);
bool concerns(const Budget &, std::string_view agent, Id<dreams::Dream>);

}  // namespace billable
