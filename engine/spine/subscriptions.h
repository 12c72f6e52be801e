// Subscriptions: agents that cost DREAM per calendar month. Charged through the ledger at the beginning
// of each month or year, renewed while there is money, over when the journal's clock says so. Owns who has
// subscribed to what, until when. Thread contract: pure; states belong to the engine thread.
#pragma once

#include "economy/tokens.h"

namespace subscriptions {

using namespace kernel;
DREAM_SYSTEM_OF(Subscriptions)

enum class Period : std::uint8_t { Month, Year };
DREAM_ENUM(Period, Month, Year)

struct Plan {
    std::string_view agent;  // slug
    Int128 monthly;          // DREAM units
};
inline constexpr Plan plans[] = {
    {"cradle", 50 * tokens::unit}, {"wing", 30 * tokens::unit}, {"wolf-pack", 100 * tokens::unit}};
// A year costs ten months.
inline constexpr int yearlyMonths = 10;
const Plan *planOf(std::string_view agent);
Amount priceOf(const Plan &, Period);

struct Subscription {
    Id<Subscription> id;
    std::string who, agent;
    Period period = Period::Month;
    Time since, until;
    std::uint32_t paid = 0;  // periods
    bool isEnding = false;   // not renewed
    DREAM_FIELDS(Subscription, id, who, agent, period, since, until, paid, isEnding)
};

struct Subscribe {
    std::string agent;
    Period period = Period::Month;
    DREAM_FIELDS(Subscribe, agent, period)
};
// It runs to the end of what was paid.
struct Cancel {
    Id<Subscription> subscription;
    DREAM_FIELDS(Cancel, subscription)
};
struct Tick {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Tick)
};

struct Subscribed {
    Subscription subscription;
    DREAM_FIELDS(Subscribed, subscription)
};
struct Renewed {
    Id<Subscription> subscription;
    Time until;
    DREAM_FIELDS(Renewed, subscription, until)
};
struct Cancelled {
    Id<Subscription> subscription;
    DREAM_FIELDS(Cancelled, subscription)
};
struct Ended {
    Id<Subscription> subscription;
    std::string reason;  // refusal code when it could not be paid; else empty
    DREAM_FIELDS(Ended, subscription, reason)
};

struct Memory {
    Table<Subscription> subscriptions;
    DREAM_FIELDS(Memory, subscriptions)

    Index<std::pair<std::int64_t, std::uint64_t>> ending;  // until, subscription
};

inline constexpr std::size_t subscriptionsMax = 10'000;

struct Subscriptions {
    static constexpr std::string_view stem = "subscriptions", organ = "spine", page = "Market";
    static constexpr std::string_view purpose =
        "Agents by the calendar month: charged through the ledger, over when unpaid.";
    static constexpr std::string_view consequence =
        "superspine: an agent that wants a subscription refuses work without one, and says so.";
    static constexpr std::uint16_t number = 28;
    using State = Memory;
    using Commands = List<Subscribe, Cancel, subscriptions::Tick>;
    using Facts = List<Subscribed, Renewed, Cancelled, Ended>;
    using Tick = subscriptions::Tick;

    static Outcome decide(const Memory &, const Subscribe &, World &);
    static Outcome decide(const Memory &, const Cancel &, World &);
    static Outcome decide(const Memory &, const subscriptions::Tick &, World &);
    static void evolve(Memory &, const Subscribed &, const Moment &);
    static void evolve(Memory &, const Renewed &, const Moment &);
    static void evolve(Memory &, const Cancelled &, const Moment &);
    static void evolve(Memory &, const Ended &, const Moment &);
    static void rebuild(Memory &);
    static Time due(const Memory &);
    static void vitals(const Memory &, Vitals &);
};

bool isActive(const Memory &, std::string_view who, std::string_view agent, Time now);
// So many months later on the same day of the month at the same time (UTC), or on its last day when the
// month is shorter. Counted from the beginning, so that the 31st comes back after February.
Time monthsAfter(Time from, int months);

}  // namespace subscriptions
