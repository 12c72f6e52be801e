// ECHO: how a dream stands beside the others. Owns its score, its originality, its nearest neighbour's
// likeness and whether it is a near copy or ranked; comparing is done by ECHO's capabilities, and a
// person's word on copies goes first. Thread contract: pure; states belong to the engine thread.
#pragma once

#include "agents/lucid.h"

namespace echo {

using namespace kernel;
DREAM_SYSTEM_OF(Echo)

struct Standing {
    Id<dreams::Dream> dream;
    Score score, originality;
    std::uint64_t similar = 0;            // how many dreams it resembles
    Score nearest;                        // likeness of the most similar one
    bool isDuplicate = false;
    bool isRanked = true;                 // reads well enough, and is no copy
    Time at;
    bool isMeasuredDuplicate = false;     // the capability's own finding
    bool isDismissed = false;             // a person says: this is no copy
    Score overall;                        // LUCID's
    DREAM_FIELDS(Standing, dream, score, originality, similar, nearest, isDuplicate, isRanked, at,
                 isMeasuredDuplicate, isDismissed, overall)
};

struct Settings {
    Score duplicateAt{10'000};            // this alike is a copy, besides what the capability finds
    Score floor = lucid::floorAtFirst;
    DREAM_FIELDS(Settings, duplicateAt, floor)
};

inline constexpr Score duplicateAtMin{2000};

// "This is no copy": kept until taken back, also when its text is read again.
struct Dismiss {
    Id<dreams::Dream> dream;
    bool isDismissed = true;
    DREAM_FIELDS(Dismiss, dream, isDismissed)
};
struct SetDuplicateAt {
    Score likeness;
    DREAM_FIELDS(SetDuplicateAt, likeness)
};
// LUCID's floor was moved.
struct TakeFloor {
    static constexpr bool isInternal = true;
    Score floor;
    DREAM_FIELDS(TakeFloor, floor)
};
struct Record {
    static constexpr bool isInternal = true;
    Id<dreams::Dream> dream;
    Figures figures;
    DREAM_FIELDS(Record, dream, figures)
};
struct Forget {
    static constexpr bool isInternal = true;
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Forget, dream)
};

struct Dismissed {
    Id<dreams::Dream> dream;
    bool isDismissed = true;
    DREAM_FIELDS(Dismissed, dream, isDismissed)
};
struct Configured {
    Settings settings;
    DREAM_FIELDS(Configured, settings)
};
struct Recorded {
    Standing standing;
    DREAM_FIELDS(Recorded, standing)
};
struct Forgotten {
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Forgotten, dream)
};

struct Memory {
    Table<Standing> scores;
    Cell<Settings> settings;
    DREAM_FIELDS(Memory, scores, settings)
    Index<std::uint64_t> copies, unranked;  // dreams
};

struct Echo {
    static constexpr std::string_view stem = "echo", organ = "agents", page = "Dreams";
    static constexpr std::string_view purpose =
        "Keeps each dream's score and originality, and which dreams are near copies of others.";
    static constexpr std::string_view consequence =
        "result: a near copy leaves the ranking of dreams until a person says it is none.";
    static constexpr std::uint16_t number = 13;
    using State = Memory;
    using Commands = List<Dismiss, SetDuplicateAt, TakeFloor, Record, Forget>;
    using Facts = List<Dismissed, Configured, Recorded, Forgotten>;
    using Reacts = List<superspine::Closed, dreams::Erased, lucid::FloorSet>;

    static Outcome decide(const Memory &, const Dismiss &, World &);
    static Outcome decide(const Memory &, const SetDuplicateAt &, World &);
    static Outcome decide(const Memory &, const TakeFloor &, World &);
    static Outcome decide(const Memory &, const Record &, World &);
    static Outcome decide(const Memory &, const Forget &, World &);
    static void evolve(Memory &, const Dismissed &, const Moment &);
    static void evolve(Memory &, const Configured &, const Moment &);
    static void evolve(Memory &, const Recorded &, const Moment &);
    static void evolve(Memory &, const Forgotten &, const Moment &);
    static void react(const Memory &, const superspine::Closed &, Reactions &);
    static void react(const Memory &, const dreams::Erased &, Reactions &);
    static void react(const Memory &, const lucid::FloorSet &, Reactions &);
    static void rebuild(Memory &);
    static void vitals(const Memory &, Vitals &);
};

}  // namespace echo
