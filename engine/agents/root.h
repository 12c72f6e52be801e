// ROOT: the meaning of a dream in figures. Owns how much was found in each (concepts, people, dates,
// amounts, to-dos) and its form, with a person's correction above the measured one; the concept graph,
// schema and record are artefacts in the Vault. Thread contract: pure; states belong to the engine thread.
#pragma once

#include "spine/superspine.h"

namespace root {

using namespace kernel;
DREAM_SYSTEM_OF(Root)

inline constexpr std::string_view forms[] = {"recipe", "meeting", "budget", "plan", "nightDream",
                                             "brief", "journal", "nonsense", "other"};

struct Meaning {
    Id<dreams::Dream> dream;
    std::uint64_t concepts = 0, properties = 0;
    std::string form;                     // what is shown: the corrected one, else the measured one
    std::uint64_t people = 0, dates = 0, amounts = 0, todos = 0;
    Time at;
    std::string measured;
    bool isCorrected = false;
    DREAM_FIELDS(Meaning, dream, concepts, properties, form, people, dates, amounts, todos, at, measured,
                 isCorrected)
};

// A person says what form the dream has; an empty form goes back to the measured one.
struct Correct {
    Id<dreams::Dream> dream;
    std::string form;
    DREAM_FIELDS(Correct, dream, form)
};
struct Record {
    static constexpr bool isInternal = true;
    Id<dreams::Dream> dream;
    Figures figures;
    std::string form;
    DREAM_FIELDS(Record, dream, figures, form)
};
struct Forget {
    static constexpr bool isInternal = true;
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Forget, dream)
};

struct Corrected {
    Id<dreams::Dream> dream;
    std::string form;
    DREAM_FIELDS(Corrected, dream, form)
};
struct Recorded {
    Meaning meaning;
    DREAM_FIELDS(Recorded, meaning)
};
struct Forgotten {
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Forgotten, dream)
};

struct Memory {
    Table<Meaning> meanings;
    DREAM_FIELDS(Memory, meanings)
    Index<std::uint64_t> corrected;       // dreams whose form a person gave
};

struct Root {
    static constexpr std::string_view stem = "root", organ = "agents", page = "Dreams";
    static constexpr std::string_view purpose =
        "Keeps what each dream holds: its form, concepts, people, dates, amounts and to-dos.";
    static constexpr std::string_view consequence =
        "dreams: a corrected form is the dream's form, and stays so when its text is read again.";
    static constexpr std::uint16_t number = 11;
    using State = Memory;
    using Commands = List<Correct, Record, Forget>;
    using Facts = List<Corrected, Recorded, Forgotten>;
    using Reacts = List<superspine::Closed, dreams::Erased>;

    static Outcome decide(const Memory &, const Correct &, World &);
    static Outcome decide(const Memory &, const Record &, World &);
    static Outcome decide(const Memory &, const Forget &, World &);
    static void evolve(Memory &, const Corrected &, const Moment &);
    static void evolve(Memory &, const Recorded &, const Moment &);
    static void evolve(Memory &, const Forgotten &, const Moment &);
    static void react(const Memory &, const superspine::Closed &, Reactions &);
    static void react(const Memory &, const dreams::Erased &, Reactions &);
    static void rebuild(Memory &);
    static void vitals(const Memory &, Vitals &);
};

}  // namespace root
