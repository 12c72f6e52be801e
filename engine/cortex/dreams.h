// Dreams: anything worth working on, written down. Owns titles, bodies (as blobs), tags, versions and
// where each dream stands; leaves the work on them to the Super Spine and the reading to LUCID.
// Thread contract: pure; states belong to the engine thread.
#pragma once

#include "kernel/system.h"

namespace dreams {

using namespace kernel;
DREAM_SYSTEM_OF(Dreams)

enum class Kind : std::uint8_t { Idea, Goal, Brief, Journal, NightDream };
DREAM_ENUM(Kind, Idea, Goal, Brief, Journal, NightDream)

enum class State : std::uint8_t { New, Working, Understood, Failed, Archived };
DREAM_ENUM(State, New, Working, Understood, Failed, Archived)

struct Dream {
    Id<Dream> id;
    Text title;
    Kind kind = Kind::Idea;
    std::vector<Text> tags;
    Digest body;
    std::uint64_t bytes = 0;
    State state = State::New;
    Time created, changed;
    std::uint32_t version = 1;
    Score score;
    std::string form;
    std::string language;
    Text source;
    std::uint64_t batch = 0;
    std::string author;  // an actor; empty: the profile's owner
    DREAM_FIELDS(Dream, id, title, kind, tags, body, bytes, state, created, changed, version, score,
                 form, language, source, batch, author)
};

inline constexpr std::size_t bodyBytesMax = 1024 * 1024;
inline constexpr std::size_t tagsMax = 32;

// Asked by a person, an import, a peer.
struct Create {
    std::optional<std::string> title;  // else the first heading or line of the body
    Body body;
    std::optional<Kind> kind;
    std::vector<std::string> tags;
    std::optional<std::string> source;
    std::uint64_t batch = 0;  // of an import; resonance waits until all of it is in
    DREAM_FIELDS(Create, title, body, kind, tags, source, batch)
};
struct Edit {
    Id<Dream> dream;
    std::optional<std::string> title;
    std::optional<Body> body;
    std::optional<Kind> kind;
    std::optional<std::vector<std::string>> tags;
    DREAM_FIELDS(Edit, dream, title, body, kind, tags)
};
struct Archive {
    Id<Dream> dream;
    DREAM_FIELDS(Archive, dream)
};
struct Unarchive {
    Id<Dream> dream;
    DREAM_FIELDS(Unarchive, dream)
};
// Its text, keys and artefacts go for ever; digests and receipts stay.
struct Erase {
    static constexpr bool isDangerous = true;
    Id<Dream> dream;
    DREAM_FIELDS(Erase, dream)
};
// What the work on it came to; asked by the Super Spine's closing.
struct Assess {
    static constexpr bool isInternal = true;
    Id<Dream> dream;
    State state = State::Understood;
    Score score;
    std::string form;
    std::string language;
    DREAM_FIELDS(Assess, dream, state, score, form, language)
};

struct Created {
    Dream dream;
    DREAM_FIELDS(Created, dream)
};
struct Edited {
    Id<Dream> dream;
    Text title;
    Kind kind = Kind::Idea;
    std::vector<Text> tags;
    Digest body;
    std::uint64_t bytes = 0;
    std::uint32_t version = 1;
    bool isTextChanged = false;
    DREAM_FIELDS(Edited, dream, title, kind, tags, body, bytes, version, isTextChanged)
};
struct Archived {
    Id<Dream> dream;
    DREAM_FIELDS(Archived, dream)
};
struct Unarchived {
    Id<Dream> dream;
    DREAM_FIELDS(Unarchived, dream)
};
struct Erased {
    Id<Dream> dream;
    std::uint64_t erases() const { return dream.value; }
    DREAM_FIELDS(Erased, dream)
};
struct Assessed {
    Id<Dream> dream;
    State state = State::Understood;
    Score score;
    std::string form;
    std::string language;
    DREAM_FIELDS(Assessed, dream, state, score, form, language)
};
// One for every text a dream has had.
struct Versioned {
    static constexpr std::string_view archiveName = "versions";
    Id<Dream> dream;
    std::uint32_t version = 1;
    Text title;
    Digest body;
    std::uint64_t bytes = 0;
    Time at;
    DREAM_FIELDS(Versioned, dream, version, title, body, bytes, at)
};

struct Memory {
    Table<Dream> dreams;
    DREAM_FIELDS(Memory, dreams)
    Lookup<Digest, std::uint64_t> byBody;  // the same text is not imported twice
};

struct Dreams {
    static constexpr std::string_view stem = "dreams", organ = "cortex", page = "Dreams";
    static constexpr std::string_view purpose =
        "Keeps what was written down: ideas, goals, briefs, journals and night dreams.";
    static constexpr std::string_view consequence =
        "superspine: a dream that is created or edited is opened as an assignment and worked.";
    static constexpr std::uint16_t number = 1, stateVersion = 2;
    using State = Memory;
    using Commands = List<Create, Edit, Archive, Unarchive, Erase, Assess>;
    using Facts = List<Created, Edited, Archived, Unarchived, Erased, Assessed, Versioned>;

    static Outcome decide(const Memory &, const Create &, World &);
    static Outcome decide(const Memory &, const Edit &, World &);
    static Outcome decide(const Memory &, const Archive &, World &);
    static Outcome decide(const Memory &, const Unarchive &, World &);
    static Outcome decide(const Memory &, const Erase &, World &);
    static Outcome decide(const Memory &, const Assess &, World &);
    static void evolve(Memory &, const Created &, const Moment &);
    static void evolve(Memory &, const Edited &, const Moment &);
    static void evolve(Memory &, const Archived &, const Moment &);
    static void evolve(Memory &, const Unarchived &, const Moment &);
    static void evolve(Memory &, const Erased &, const Moment &);
    static void evolve(Memory &, const Assessed &, const Moment &);
    static void evolve(Memory &, const Versioned &, const Moment &) {}
    static void rebuild(Memory &);
    static void vitals(const Memory &, Vitals &);
};

// Whether LUCID will read it: `lucid.empty`, `lucid.binary`, `lucid.tooLong`.
Outcome admit(std::string_view body);
// Whose dream it is.
const std::string &authorOf(const Dream &dream);
// The first heading or line, at most 120 characters.
std::string titleOf(std::string_view body);

}  // namespace dreams
