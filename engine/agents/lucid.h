// LUCID: what reading a dream came to. Owns one analysis a dream (scores, language, words) and the
// floor under which a dream is held out to a person; the reading itself is done by LUCID's capabilities
// through the Super Spine. Thread contract: pure; states belong to the engine thread.
#pragma once

#include "spine/superspine.h"

namespace lucid {

using namespace kernel;
DREAM_SYSTEM_OF(Lucid)

struct Analysis {
    Id<dreams::Dream> dream;
    std::string language, form;
    std::uint64_t words = 0;
    Score clarity, coherence, structure, symbolism, emotion, overall;
    bool needsYou = false;                // overall is under the floor
    Time at;
    DREAM_FIELDS(Analysis, dream, language, form, words, clarity, coherence, structure, symbolism, emotion,
                 overall, needsYou, at)
};

// Nonsense and empty texts score at most 10 of 100.
inline constexpr Score floorAtFirst{1000};

struct SetFloor {
    Score floor;
    DREAM_FIELDS(SetFloor, floor)
};
struct Record {
    static constexpr bool isInternal = true;
    Id<dreams::Dream> dream;
    Figures figures;
    std::string language, form;
    DREAM_FIELDS(Record, dream, figures, language, form)
};
struct Forget {
    static constexpr bool isInternal = true;
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Forget, dream)
};

struct FloorSet {
    Score floor;
    DREAM_FIELDS(FloorSet, floor)
};
struct Recorded {
    Analysis analysis;
    DREAM_FIELDS(Recorded, analysis)
};
struct Forgotten {
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Forgotten, dream)
};

struct Settings {
    Score floor = floorAtFirst;
    DREAM_FIELDS(Settings, floor)
};

struct Memory {
    Table<Analysis> analyses;
    Cell<Settings> settings;
    DREAM_FIELDS(Memory, analyses, settings)
    Index<std::uint64_t> needing;         // dreams under the floor
};

struct Lucid {
    static constexpr std::string_view stem = "lucid", organ = "agents", page = "Dreams";
    static constexpr std::string_view purpose =
        "Keeps how each dream reads: clarity, coherence, structure, symbolism, emotion, and the whole.";
    static constexpr std::string_view consequence =
        "echo: a dream under LUCID's floor needs you, and is not ranked until it reads better.";
    static constexpr std::uint16_t number = 10;
    using State = Memory;
    using Commands = List<SetFloor, Record, Forget>;
    using Facts = List<FloorSet, Recorded, Forgotten>;
    using Reacts = List<superspine::Closed, dreams::Erased>;

    static Outcome decide(const Memory &, const SetFloor &, World &);
    static Outcome decide(const Memory &, const Record &, World &);
    static Outcome decide(const Memory &, const Forget &, World &);
    static void evolve(Memory &, const FloorSet &, const Moment &);
    static void evolve(Memory &, const Recorded &, const Moment &);
    static void evolve(Memory &, const Forgotten &, const Moment &);
    static void react(const Memory &, const superspine::Closed &, Reactions &);
    static void react(const Memory &, const dreams::Erased &, Reactions &);
    static void rebuild(Memory &);
    static void vitals(const Memory &, Vitals &);
};

// What an assignment measured, read by name; nothing when it was not measured.
std::optional<std::int64_t> figure(const Figures &, const std::string &name);
std::string label(const std::vector<superspine::Named> &, std::string_view name);
// A figure as a score within 0..10000; -1 when it was not measured.
Score score(const Figures &, const std::string &name);

}  // namespace lucid
