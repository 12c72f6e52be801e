// CANVAS: which pictures a dream is shown with. Owns the list of drawn artefacts a dream, and whether
// a person pinned them; drawing is done by CANVAS's capabilities and the bytes are in the Vault.
// Thread contract: pure; states belong to the engine thread.
#pragma once

#include "spine/superspine.h"

namespace canvas {

using namespace kernel;
DREAM_SYSTEM_OF(Canvas)

struct Part {
    std::string name, mediaType;
    Digest digest;
    std::uint64_t bytes = 0;
    DREAM_FIELDS(Part, name, mediaType, digest, bytes)
};

struct Picture {
    Id<dreams::Dream> dream;
    std::vector<Part> parts;              // what is shown
    std::vector<Part> newest;             // drawn since it was pinned
    bool isPinned = false;
    Time at;
    DREAM_FIELDS(Picture, dream, parts, newest, isPinned, at)
};

inline constexpr std::size_t partsMax = 16;

// What is shown now stays, whatever is drawn of a newer text.
struct Pin {
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Pin, dream)
};
// Shows the newest again.
struct Unpin {
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Unpin, dream)
};
struct Record {
    static constexpr bool isInternal = true;
    Id<dreams::Dream> dream;
    std::vector<Part> parts;
    DREAM_FIELDS(Record, dream, parts)
};
struct Forget {
    static constexpr bool isInternal = true;
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Forget, dream)
};

struct Pinned {
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Pinned, dream)
};
struct Unpinned {
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Unpinned, dream)
};
struct Recorded {
    Id<dreams::Dream> dream;
    std::vector<Part> parts;
    DREAM_FIELDS(Recorded, dream, parts)
};
struct Forgotten {
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Forgotten, dream)
};

struct Memory {
    Table<Picture> pictures;
    DREAM_FIELDS(Memory, pictures)
    Index<std::uint64_t> pinned;          // dreams whose picture stays as it is
};

struct Canvas {
    static constexpr std::string_view stem = "canvas", organ = "agents", page = "Dreams";
    static constexpr std::string_view purpose =
        "Keeps which card, map and component a dream is shown with, and holds the pinned ones.";
    static constexpr std::string_view consequence =
        "result: the picture a dream is shown with follows its text, unless a person pinned it.";
    static constexpr std::uint16_t number = 12;
    using State = Memory;
    using Commands = List<Pin, Unpin, Record, Forget>;
    using Facts = List<Pinned, Unpinned, Recorded, Forgotten>;
    using Reacts = List<superspine::Finished, dreams::Erased>;

    static Outcome decide(const Memory &, const Pin &, World &);
    static Outcome decide(const Memory &, const Unpin &, World &);
    static Outcome decide(const Memory &, const Record &, World &);
    static Outcome decide(const Memory &, const Forget &, World &);
    static void evolve(Memory &, const Pinned &, const Moment &);
    static void evolve(Memory &, const Unpinned &, const Moment &);
    static void evolve(Memory &, const Recorded &, const Moment &);
    static void evolve(Memory &, const Forgotten &, const Moment &);
    static void react(const Memory &, const superspine::Finished &, Reactions &);
    static void react(const Memory &, const dreams::Erased &, Reactions &);
    static void rebuild(Memory &);
    static void vitals(const Memory &, Vitals &);
};

}  // namespace canvas
