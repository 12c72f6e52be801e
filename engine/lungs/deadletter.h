// Dead Letter: what failed and nobody waits for any more. Owns one letter for each such command, with
// its payload as a blob under the letter's own key, why it failed and what became of it. Re-asking a
// payload (on RetryAsked) and reporting how it went is the loop's work. Thread contract: pure; states
// belong to the engine thread.
#pragma once

#include "spine/superspine.h"

namespace deadletter {

using namespace kernel;
DREAM_SYSTEM_OF(DeadLetter)

enum class Reason : std::uint8_t { Refused, TooDeep, Abandoned, Fault };
DREAM_ENUM(Reason, Refused, TooDeep, Abandoned, Fault)
enum class Standing : std::uint8_t { Quarantined, Retrying, Resolved, Discarded };
DREAM_ENUM(Standing, Quarantined, Retrying, Resolved, Discarded)

struct Detail {
    std::string name;
    Text value;
    DREAM_FIELDS(Detail, name, value)
};
struct Given {
    std::string name, value;
    DREAM_FIELDS(Given, name, value)
};

// How the payload was asked, so that it is asked again as the same thing.
struct Sender {
    std::string actor;
    std::uint8_t origin = 0;
    std::uint64_t keyHigh = 0, keyLow = 0;
    DREAM_FIELDS(Sender, actor, origin, keyHigh, keyLow)
};

struct Letter {
    Id<Letter> id;
    std::string what;                     // name of the command that failed
    std::string code;                     // of the refusal
    Reason reason = Reason::Refused;
    Standing standing = Standing::Quarantined;
    std::vector<Detail> details;
    Id<dreams::Dream> dream;              // the first dream it names
    std::uint16_t kind = 0;               // of the command
    Digest payload;                       // its CBOR, kept under the letter's key
    std::uint64_t bytes = 0;              // 0: the payload was too large to keep
    Sender sender;
    std::uint64_t cause = 0;              // the fact it was a reaction to
    std::uint32_t count = 1, tries = 0;
    Time firstSeen, lastSeen;
    DREAM_FIELDS(Letter, id, what, code, reason, standing, details, dream, kind, payload, bytes, sender,
                 cause, count, tries, firstSeen, lastSeen)
};

struct Totals {
    std::uint64_t parked = 0, folded = 0, resolved = 0, discarded = 0, lost = 0;
    DREAM_FIELDS(Totals, parked, folded, resolved, discarded, lost)
};

inline constexpr std::size_t payloadBytesMax = 64 * 1024;
inline constexpr std::size_t lettersMax = 10'000, closedMax = 1000;
inline constexpr std::size_t poisonAbove = 8;   // open letters of one command, code and dream
inline constexpr std::size_t detailsMax = 8, wordBytesMax = 128;
inline constexpr std::uint32_t triesMax = 10;

struct Park {
    static constexpr bool isInternal = true;
    std::string what, code;
    Reason reason = Reason::Refused;
    std::vector<Given> details;
    std::uint64_t cause = 0;
    std::uint16_t kind = 0;
    std::string payload;                  // CBOR in hexadecimal
    std::vector<std::uint64_t> things;    // ids the payload names
    Sender sender;
    DREAM_FIELDS(Park, what, code, reason, details, cause, kind, payload, things, sender)
};
struct Retry {
    Id<Letter> letter;
    DREAM_FIELDS(Retry, letter)
};
struct Resolve {
    Id<Letter> letter;
    DREAM_FIELDS(Resolve, letter)
};
// Its payload and details go for ever.
struct Discard {
    static constexpr bool isDangerous = true;
    Id<Letter> letter;
    DREAM_FIELDS(Discard, letter)
};
// How the retry went.
struct Report {
    static constexpr bool isInternal = true;
    Id<Letter> letter;
    bool isDone = false;
    std::string code;
    DREAM_FIELDS(Report, letter, isDone, code)
};
// A dream was erased, or its work done after all: letters about it are closed.
struct Settle {
    static constexpr bool isInternal = true;
    Id<dreams::Dream> dream;
    bool isErased = false;
    DREAM_FIELDS(Settle, dream, isErased)
};
// At start: a retry whose report died with the process is in quarantine again.
struct TakeBack {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(TakeBack)
};

struct Parked {
    Letter letter;
    DREAM_FIELDS(Parked, letter)
};
struct Folded {
    Id<Letter> letter;
    std::uint64_t cause = 0;
    DREAM_FIELDS(Folded, letter, cause)
};
// There was no room for a letter; it is only counted.
struct Lost {
    std::string what, code;
    std::uint64_t cause = 0;
    DREAM_FIELDS(Lost, what, code, cause)
};
struct RetryAsked {
    Id<Letter> letter;
    std::uint16_t kind = 0;
    Digest payload;                       // a blob of the letter
    Sender sender;
    DREAM_FIELDS(RetryAsked, letter, kind, payload, sender)
};
struct Returned {
    Id<Letter> letter;
    std::string code;
    DREAM_FIELDS(Returned, letter, code)
};
struct Resolved {
    Id<Letter> letter;
    bool isByRetry = false;
    DREAM_FIELDS(Resolved, letter, isByRetry)
};
struct Discarded {
    Id<Letter> letter;
    std::uint64_t erases() const { return letter.value; }
    DREAM_FIELDS(Discarded, letter)
};

struct Memory {
    Table<Letter> letters;
    Cell<Totals> totals;
    DREAM_FIELDS(Memory, letters, totals)
    Index<std::pair<std::string, std::uint64_t>> byCause;    // open: command, code, dream; letter
    Index<std::pair<std::uint64_t, std::uint64_t>> byDream;  // open: dream, letter
    Index<std::pair<std::int64_t, std::uint64_t>> closed;    // last seen, letter
};

struct DeadLetter {
    static constexpr std::string_view stem = "deadletter", organ = "lungs", page = "Atlas";
    static constexpr std::string_view purpose =
        "Keeps what failed, with its payload and reason, to be retried, resolved or discarded.";
    static constexpr std::string_view consequence =
        "superspine: retrying the letter of a task that was given up opens its dream's work again.";
    static constexpr std::uint16_t number = 6;
    using State = Memory;
    using Commands = List<Park, Retry, Resolve, Discard, Report, Settle, TakeBack>;
    using Facts = List<Parked, Folded, Lost, RetryAsked, Returned, Resolved, Discarded>;
    using Reacts = List<superspine::Abandoned, superspine::Closed, dreams::Erased>;
    using Boot = TakeBack;

    static Outcome decide(const Memory &, const Park &, World &);
    static Outcome decide(const Memory &, const Retry &, World &);
    static Outcome decide(const Memory &, const Resolve &, World &);
    static Outcome decide(const Memory &, const Discard &, World &);
    static Outcome decide(const Memory &, const Report &, World &);
    static Outcome decide(const Memory &, const Settle &, World &);
    static Outcome decide(const Memory &, const TakeBack &, World &);
    static void evolve(Memory &, const Parked &, const Moment &);
    static void evolve(Memory &, const Folded &, const Moment &);
    static void evolve(Memory &, const Lost &, const Moment &);
    static void evolve(Memory &, const RetryAsked &, const Moment &);
    static void evolve(Memory &, const Returned &, const Moment &);
    static void evolve(Memory &, const Resolved &, const Moment &);
    static void evolve(Memory &, const Discarded &, const Moment &);
    static void react(const Memory &, const superspine::Abandoned &, Reactions &);
    static void react(const Memory &, const superspine::Closed &, Reactions &);
    static void react(const Memory &, const dreams::Erased &, Reactions &);
    static void rebuild(Memory &);
    static void vitals(const Memory &, Vitals &);
};

// The command that parks one that was refused and has nobody to answer to; of Core::Overflow's shape.
// Empty for a command of this system: a letter that cannot be kept does not make another.
Ask park(const CommandInfo &command, const Ask &ask, const Refusal &refusal);

}  // namespace deadletter
