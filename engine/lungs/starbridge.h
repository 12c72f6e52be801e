// Star Bridge: publish and subscribe over the journal. Topics are the names of facts and of events
// people publish; owns the durable subscriptions with their cursors, and whether they keep up. Reading
// the facts after a cursor and handing them out is the loop's work. Thread contract: pure; states
// belong to the engine thread.
#pragma once

#include "kernel/system.h"

namespace starbridge {

using namespace kernel;
DREAM_SYSTEM_OF(StarBridge)

enum class Lag : std::uint8_t { KeepingUp, Lagging, Drowning };
DREAM_ENUM(Lag, KeepingUp, Lagging, Drowning)

struct Subscription {
    Id<Subscription> id;
    std::string name;
    std::string pattern;
    std::uint64_t cursor = 0;             // the newest fact taken
    bool isRequired = false;              // callers from outside wait for it when it drowns
    Lag lag = Lag::KeepingUp;
    std::uint64_t backlog = 0;            // when that was last changed
    Time since;
    DREAM_FIELDS(Subscription, id, name, pattern, cursor, isRequired, lag, backlog, since)
};

struct Totals {
    std::uint64_t published = 0;
    DREAM_FIELDS(Totals, published)
};

inline constexpr std::size_t subscriptionsMax = 256;
inline constexpr std::size_t nameBytesMax = 64;
inline constexpr std::size_t topicBytesMax = 128, topicPartsMax = 8;
inline constexpr std::uint64_t lagAbove = 10'000, drownAbove = 100'000;

// The same name and pattern again is done and changes nothing.
struct Subscribe {
    std::string name, pattern;
    bool isRequired = false;
    std::optional<std::uint64_t> from;    // facts after this number; else from now on
    DREAM_FIELDS(Subscribe, name, pattern, isRequired, from)
};
struct Unsubscribe {
    Id<Subscription> subscription;
    DREAM_FIELDS(Unsubscribe, subscription)
};
struct Acknowledge {
    Id<Subscription> subscription;
    std::uint64_t upTo = 0;
    DREAM_FIELDS(Acknowledge, subscription, upTo)
};
// An event of one's own: "harvest.begun" is heard by "event.harvest.*".
struct Publish {
    std::string topic, text;
    DREAM_FIELDS(Publish, topic, text)
};
// A hand counted what a subscription has still to read.
struct Measure {
    static constexpr bool isInternal = true;
    Id<Subscription> subscription;
    std::uint64_t backlog = 0;
    DREAM_FIELDS(Measure, subscription, backlog)
};

struct Subscribed {
    Subscription subscription;
    DREAM_FIELDS(Subscribed, subscription)
};
struct Unsubscribed {
    Id<Subscription> subscription;
    DREAM_FIELDS(Unsubscribed, subscription)
};
struct Acknowledged {
    Id<Subscription> subscription;
    std::uint64_t upTo = 0;
    DREAM_FIELDS(Acknowledged, subscription, upTo)
};
struct Published {
    static constexpr Audience audience = Audience::Shared;
    std::string topic;
    Text text;
    DREAM_FIELDS(Published, topic, text)
};
struct LagChanged {
    Id<Subscription> subscription;
    Lag lag = Lag::KeepingUp;
    std::uint64_t backlog = 0;
    DREAM_FIELDS(LagChanged, subscription, lag, backlog)
};

struct Memory {
    Table<Subscription> subscriptions;
    Cell<Totals> totals;
    DREAM_FIELDS(Memory, subscriptions, totals)
};

struct StarBridge {
    static constexpr std::string_view stem = "starbridge", organ = "lungs", page = "Atlas";
    static constexpr std::string_view purpose =
        "Carries events: topics with wildcards, durable subscriptions, and pressure when one lags.";
    static constexpr std::string_view consequence =
        "result: a subscriber that comes back gets every fact after its cursor; drowning, it holds producers.";
    static constexpr std::uint16_t number = 5;
    using State = Memory;
    using Commands = List<Subscribe, Unsubscribe, Acknowledge, Publish, Measure>;
    using Facts = List<Subscribed, Unsubscribed, Acknowledged, Published, LagChanged>;

    static Outcome decide(const Memory &, const Subscribe &, World &);
    static Outcome decide(const Memory &, const Unsubscribe &, World &);
    static Outcome decide(const Memory &, const Acknowledge &, World &);
    static Outcome decide(const Memory &, const Publish &, World &);
    static Outcome decide(const Memory &, const Measure &, World &);
    static void evolve(Memory &, const Subscribed &, const Moment &);
    static void evolve(Memory &, const Unsubscribed &, const Moment &);
    static void evolve(Memory &, const Acknowledged &, const Moment &);
    static void evolve(Memory &, const Published &, const Moment &);
    static void evolve(Memory &, const LagChanged &, const Moment &);
    static void vitals(const Memory &, Vitals &);
};

// Parts between dots, of letters, digits, '-' and '_'; in a pattern "*" is any one part and a last
// ">" is one or more (as in NATS subjects).
bool isTopic(std::string_view topic);
bool isPattern(std::string_view pattern);
bool matches(std::string_view pattern, std::string_view topic);
// What a published event is heard under.
std::string topicOf(const Published &);
// `starbridge.pressure` for callers from outside while a required subscription drowns.
Outcome admit(const Memory &, Origin);

}  // namespace starbridge
