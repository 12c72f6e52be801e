// Reputation Lattice: how far somebody is trusted, from receipts alone. Owns the evidence (for people
// the dreams they had worked, for agents their finished tasks), who vouches for whom, and a score from
// both: Beta reputation with a half-life and a doubtful beginning, lifted a little by EigenTrust over
// endorsements that each cite a receipt. Nobody can name a score. Every point cites its receipts.
// Thread contract: pure; states belong to the engine thread.
#pragma once

#include "identity/passports.h"
#include "spine/superspine.h"

namespace reputation {

using namespace kernel;
using passports::Passport;
DREAM_SYSTEM_OF(Reputation)

// What stands behind a score: in 1/2^20 of a piece, as it weighed at `asOf`.
struct Record {
    Id<Passport> passport;
    std::uint64_t good = 0, bad = 0;
    Time asOf;
    std::uint32_t pieces = 0;                   // that count for it
    std::int64_t day = 0;                       // UTC, of the last piece
    std::uint32_t today = 0;                    // pieces counted on that day
    std::uint64_t firstFact = 0, lastFact = 0;  // the receipts lie between these
    Score earned, vouched, trust;               // when last rated
    std::uint64_t done = 0, failed = 0;         // an agent's tasks counted so far
    DREAM_FIELDS(Record, passport, good, bad, asOf, pieces, day, today, firstFact, lastFact, earned,
                 vouched, trust, done, failed)
};
// One dream worked, and the receipt of its closing.
struct Piece {
    Id<dreams::Dream> dream;
    Id<Passport> passport;
    std::uint64_t fact = 0;
    std::uint64_t weight = 0;  // of 2^20; 0: cited, but counts nothing
    bool isGood = false;
    std::string why;  // "counts", "poor", "copy", "daily", "failed"
    Time at;
    DREAM_FIELDS(Piece, dream, passport, fact, weight, isGood, why, at)
};
struct Endorsement {
    Id<Endorsement> id;
    Id<Passport> from, to;
    std::uint64_t receipt = 0;  // a fact of the other's evidence
    Time at;
    DREAM_FIELDS(Endorsement, id, from, to, receipt, at)
};
struct Settings {
    Duration halfLife{180ll * 86'400 * 1'000'000};
    std::uint32_t perDayMax = 5;  // pieces of one person that count on a day
    bool isStale = false;         // agents have receipts that are not counted yet
    Time ratedAt;
    DREAM_FIELDS(Settings, halfLife, perDayMax, isStale, ratedAt)
};

inline constexpr std::size_t endorsementsMax = 100'000, endorsementsOfOneMax = 100;
inline constexpr std::uint64_t doubtPieces = 5;  // bad pieces that everybody begins with
inline constexpr Score poorBelow{3000};          // of a dream's overall score
inline constexpr std::uint32_t liftMax = 1500;   // of what is missing to 10000, by endorsements
inline constexpr Duration ratePause = seconds(60), ageEvery = seconds(86'400);

struct Endorse {
    Id<Passport> passport;
    std::uint64_t receipt = 0;  // the number of a fact
    DREAM_FIELDS(Endorse, passport, receipt)
};
struct Withdraw {
    Id<Endorsement> endorsement;
    DREAM_FIELDS(Withdraw, endorsement)
};
struct SetHalfLife {
    Duration halfLife;
    DREAM_FIELDS(SetHalfLife, halfLife)
};
// The work on a dream ended.
struct Weigh {
    static constexpr bool isInternal = true;
    Id<dreams::Dream> dream;
    superspine::State state = superspine::State::Done;
    std::int64_t overall = -1;
    bool isDuplicate = false;
    DREAM_FIELDS(Weigh, dream, state, overall, isDuplicate)
};
// One, or everybody.
struct Rate {
    static constexpr bool isInternal = true;
    Id<Passport> passport;
    DREAM_FIELDS(Rate, passport)
};
struct Tick {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Tick)
};

struct Weighed {
    Piece piece;
    DREAM_FIELDS(Weighed, piece)
};
// An agent's receipts since it was last counted.
struct Counted {
    Id<Passport> passport;
    std::uint64_t done = 0, failed = 0;  // in all, as the Super Spine has them
    std::uint64_t upTo = 0;              // the newest fact then
    DREAM_FIELDS(Counted, passport, done, failed, upTo)
};
struct Endorsed {
    Endorsement endorsement;
    DREAM_FIELDS(Endorsed, endorsement)
};
struct Withdrawn {
    Id<Endorsement> endorsement;
    DREAM_FIELDS(Withdrawn, endorsement)
};
struct HalfLifeSet {
    Duration halfLife;
    DREAM_FIELDS(HalfLifeSet, halfLife)
};
struct Rated {
    Id<Passport> passport;
    Score earned, vouched, trust;
    std::uint64_t firstFact = 0, lastFact = 0;  // its receipts lie between these
    DREAM_FIELDS(Rated, passport, earned, vouched, trust, firstFact, lastFact)
};
struct AllRated {
    DREAM_FIELDS(AllRated)
};

struct Memory {
    Table<Record> records;
    Table<Piece> pieces;
    Table<Endorsement> endorsements;
    Cell<Settings> settings;
    DREAM_FIELDS(Memory, records, pieces, endorsements, settings)
    Index<std::pair<std::uint64_t, std::uint64_t>> receipts;  // passport, fact
};

struct Reputation {
    static constexpr std::string_view stem = "reputation", organ = "community", page = "Atlas";
    static constexpr std::string_view purpose =
        "Says how far somebody is trusted, from receipts: each point cites the work behind it.";
    static constexpr std::string_view consequence =
        "passports: trust of 60 and of 80 is recorded there and carries its holder up the ladder.";
    static constexpr std::uint16_t number = 23;
    using State = Memory;
    using Commands = List<Endorse, Withdraw, SetHalfLife, Weigh, Rate, reputation::Tick>;
    using Facts = List<Weighed, Counted, Endorsed, Withdrawn, HalfLifeSet, Rated, AllRated>;
    using Reacts = List<superspine::Closed, Weighed, Endorsed, Withdrawn, Rated>;
    using Tick = reputation::Tick;

    static Outcome decide(const Memory &, const Endorse &, World &);
    static Outcome decide(const Memory &, const Withdraw &, World &);
    static Outcome decide(const Memory &, const SetHalfLife &, World &);
    static Outcome decide(const Memory &, const Weigh &, World &);
    static Outcome decide(const Memory &, const Rate &, World &);
    static Outcome decide(const Memory &, const reputation::Tick &, World &);
    static void evolve(Memory &, const Weighed &, const Moment &);
    static void evolve(Memory &, const Counted &, const Moment &);
    static void evolve(Memory &, const Endorsed &, const Moment &);
    static void evolve(Memory &, const Withdrawn &, const Moment &);
    static void evolve(Memory &, const HalfLifeSet &, const Moment &);
    static void evolve(Memory &, const Rated &, const Moment &);
    static void evolve(Memory &, const AllRated &, const Moment &);
    static void react(const Memory &, const superspine::Closed &, Reactions &);
    static void react(const Memory &, const Weighed &, Reactions &);
    static void react(const Memory &, const Endorsed &, Reactions &);
    static void react(const Memory &, const Withdrawn &, Reactions &);
    static void react(const Memory &, const Rated &, Reactions &);
    static void rebuild(Memory &);
    static Time due(const Memory &);
    static void vitals(const Memory &, Vitals &);
};

// 0 to 10000, as last rated; 0 for somebody without a record.
Score trustOf(const Memory &, Id<Passport> passport);

}  // namespace reputation
