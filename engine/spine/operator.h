// Operator: the human's approval queue. An agent or a person asks for an effect that may not happen by
// itself; the item shows the exact effect, what it costs and how risky it is, and a person who did not ask
// approves or rejects it. Owns the items that wait and who may spend how much alone; the effect itself is
// the command of another system, required in the breath that approves it. Red items follow the two-person
// rule. Thread contract: pure; states belong to the engine thread.
#pragma once

#include "economy/tokens.h"

// "operator" is a word of C++, so the namespace alone has the plural.
namespace operators {

using namespace kernel;
DREAM_SYSTEM_OF(Operator)

enum class Risk : std::uint8_t { Green, Yellow, Orange, Red };
DREAM_ENUM(Risk, Green, Yellow, Orange, Red)
enum class Standing : std::uint8_t { Waiting, Snoozed, Approved, Rejected, Withdrawn, Expired };
DREAM_ENUM(Standing, Waiting, Snoozed, Approved, Rejected, Withdrawn, Expired)

struct Approval {
    std::string who;
    Time at;
    std::string reason;
    bool isSelfConfirmed = false;  // by the one who asked, with nobody else in the profile
    DREAM_FIELDS(Approval, who, at, reason, isSelfConfirmed)
};

struct Item {
    Id<Item> id;
    std::string source;              // stem of the system whose effect it is
    std::string asker, reason;       // why, in the asker's words
    std::string command, arguments;  // the exact effect; arguments as canonical JSON (RFC 8785)
    Digest effect;                   // BLAKE2b-256 of the canonical {arguments, by, command}
    Amount cost;
    tokens::Token token = tokens::Token::Dream;  // of the cost
    Risk risk = Risk::Green;
    std::vector<std::uint64_t> evidence;  // numbers of facts that exist
    Time asked, until, snoozedUntil;
    Standing standing = Standing::Waiting;
    std::vector<Approval> approvals;
    DREAM_FIELDS(Item, id, source, asker, reason, command, arguments, effect, cost, token, risk,
                 evidence, asked, until, snoozedUntil, standing, approvals)
};

inline constexpr std::size_t openMax = 200, openPerAskerMax = 20, evidenceMax = 16;
inline constexpr std::size_t reasonBytesMax = 256, argumentsBytesMax = 2'048;
inline constexpr Duration lastsUsually{86'400'000'000}, lastsMin{60'000'000},
    lastsMax{30 * 86'400'000'000};
// Between asking and approving by oneself.
inline constexpr Duration selfDelay{10'000'000};

struct Request {
    std::string command;    // "tokens.pay" or "operator.setSpendLimit"
    std::string arguments;  // of it, as JSON
    std::string reason;
    std::optional<Risk> risk;  // at least; what is worked out may be higher
    std::vector<std::uint64_t> evidence;
    Duration lasts;  // zero: a day
    DREAM_FIELDS(Request, command, arguments, reason, risk, evidence, lasts)
};
struct Approve {
    Id<Item> item;
    Digest effect;  // of what was shown
    std::string reason;
    DREAM_FIELDS(Approve, item, effect, reason)
};
struct Reject {
    Id<Item> item;
    std::string reason;
    DREAM_FIELDS(Reject, item, reason)
};
struct Snooze {
    Id<Item> item;
    Duration time;
    DREAM_FIELDS(Snooze, item, time)
};
struct Withdraw {
    Id<Item> item;
    DREAM_FIELDS(Withdraw, item)
};
// Lowering it is done at once, loosening it waits for approval itself.
struct SetSpendLimit {
    tokens::Token token = tokens::Token::Dream;
    std::optional<Amount> amount;  // none: no limit
    DREAM_FIELDS(SetSpendLimit, token, amount)
};
struct Tick {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Tick)
};

struct Requested {
    Item item;
    DREAM_FIELDS(Requested, item)
};
struct Approved {
    Id<Item> item;
    Approval approval;
    DREAM_FIELDS(Approved, item, approval)
};
struct Snoozed {
    Id<Item> item;
    Time until;
    std::string by;
    DREAM_FIELDS(Snoozed, item, until, by)
};
struct Woken {
    Id<Item> item;
    DREAM_FIELDS(Woken, item)
};
// As it stood in the end; an approved one has had its effect in this very breath.
struct Closed {
    static constexpr std::string_view archiveName = "past";
    Item item;
    std::string by, reason;
    Time at;
    DREAM_FIELDS(Closed, item, by, reason, at)
};

struct Memory {
    Table<Item> items;
    DREAM_FIELDS(Memory, items)

    Index<std::pair<std::int64_t, std::uint64_t>> waking;  // when it is next looked at, item
};

struct Operator {
    static constexpr std::string_view stem = "operator", organ = "spine", page = "Operations";
    static constexpr std::string_view purpose =
        "Keeps what may not happen by itself until a person who did not ask for it approves it.";
    static constexpr std::string_view consequence =
        "tokens: a payment above the limit is refused until it is approved, and then happens once.";
    static constexpr std::uint16_t number = 30;
    using State = Memory;
    using Commands =
        List<Request, Approve, Reject, Snooze, Withdraw, SetSpendLimit, operators::Tick>;
    using Facts = List<Requested, Approved, Snoozed, Woken, Closed>;
    using Tick = operators::Tick;

    static Outcome decide(const Memory &, const Request &, World &);
    static Outcome decide(const Memory &, const Approve &, World &);
    static Outcome decide(const Memory &, const Reject &, World &);
    static Outcome decide(const Memory &, const Snooze &, World &);
    static Outcome decide(const Memory &, const Withdraw &, World &);
    static Outcome decide(const Memory &, const SetSpendLimit &, World &);
    static Outcome decide(const Memory &, const operators::Tick &, World &);
    static void evolve(Memory &, const Requested &, const Moment &);
    static void evolve(Memory &, const Approved &, const Moment &);
    static void evolve(Memory &, const Snoozed &, const Moment &);
    static void evolve(Memory &, const Woken &, const Moment &);
    static void evolve(Memory &, const Closed &, const Moment &);
    static void rebuild(Memory &);
    static Time due(const Memory &);
    static void vitals(const Memory &, Vitals &);
};

}  // namespace operators
