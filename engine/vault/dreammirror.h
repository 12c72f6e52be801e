// DreamMirror: folders outside the profile that hold every dream as Markdown and JSON, readable
// without this program. Owns which folder is followed, what the last writing of each came to, and
// where erased words may still stand; reading dreams and writing files is the mirror hand's work.
// Thread contract: pure; states belong to the engine thread.
#pragma once

#include "cortex/dreams.h"
#include "spine/dreamnetos.h"

namespace dreammirror {

using namespace kernel;
DREAM_SYSTEM_OF(DreamMirror)

enum class Standing : std::uint8_t { Waiting, Written, Away, Failed };
DREAM_ENUM(Standing, Waiting, Written, Away, Failed)

struct Mirror {
    Id<Mirror> id;
    std::string folder;       // absolute
    bool isFollowed = false;  // kept in step; of the others one writing was asked for
    Standing standing = Standing::Waiting;
    std::uint64_t dreams = 0, files = 0, bytes = 0;
    std::uint64_t conflicts = 0;    // files a person changed, kept beside
    std::uint64_t page = 0;         // of the journal; everything up to there is written
    Digest digest;                  // BLAKE2b-256 over the names and digests of all files
    std::uint32_t erasedSince = 0;  // dreams erased whose files may still stand there
    std::string reason;             // of a failure
    Time askedAt, writtenAt;
    DREAM_FIELDS(Mirror, id, folder, isFollowed, standing, dreams, files, bytes, conflicts, page,
                 digest, erasedSince, reason, askedAt, writtenAt)
};

inline constexpr std::size_t folderBytesMax = 1024, reasonBytesMax = 400, mirrorsMax = 16;

// From now on this folder is kept in step; there is one at most.
struct Follow {
    std::string folder;
    DREAM_FIELDS(Follow, folder)
};
// The files stay where they are.
struct Stop {
    DREAM_FIELDS(Stop)
};
// Everything once, into a folder or again into the one that is followed.
struct Write {
    std::string folder;
    DREAM_FIELDS(Write, folder)
};
// What the hand wrote. `isCompared`: every file was held against every dream.
struct Report {
    static constexpr bool isInternal = true;
    Id<Mirror> mirror;
    std::uint64_t written = 0, removed = 0, dreams = 0, files = 0, bytes = 0, conflicts = 0;
    std::uint64_t page = 0;
    Digest digest;
    std::uint32_t erased = 0;
    bool isCompared = false;
    DREAM_FIELDS(Report, mirror, written, removed, dreams, files, bytes, conflicts, page, digest,
                 erased, isCompared)
};
struct Falter {
    static constexpr bool isInternal = true;
    Id<Mirror> mirror;
    bool isAway = false;
    std::string reason;
    DREAM_FIELDS(Falter, mirror, isAway, reason)
};
// At start: a single writing that ran when the process died was not finished.
struct TakeBack {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(TakeBack)
};
struct Mark {
    static constexpr bool isInternal = true;
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Mark, dream)
};

struct Followed {
    Id<Mirror> mirror;
    std::string folder;
    DREAM_FIELDS(Followed, mirror, folder)
};
struct Stopped {
    Id<Mirror> mirror;
    DREAM_FIELDS(Stopped, mirror)
};
struct WriteAsked {
    Id<Mirror> mirror;
    std::string folder;
    DREAM_FIELDS(WriteAsked, mirror, folder)
};
struct Written {
    Id<Mirror> mirror;
    std::uint64_t written = 0, removed = 0, dreams = 0, files = 0, bytes = 0, conflicts = 0;
    std::uint64_t page = 0;
    Digest digest;
    std::uint32_t erased = 0;
    bool isCompared = false;
    DREAM_FIELDS(Written, mirror, written, removed, dreams, files, bytes, conflicts, page, digest,
                 erased, isCompared)
};
struct Faltered {
    Id<Mirror> mirror;
    bool isAway = false;
    std::string reason;
    DREAM_FIELDS(Faltered, mirror, isAway, reason)
};
// Every folder written so far may hold the words of this dream, until the hand says it does not.
struct Outdated {
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Outdated, dream)
};

struct Memory {
    Table<Mirror> mirrors;
    DREAM_FIELDS(Memory, mirrors)
};

struct DreamMirror {
    static constexpr std::string_view stem = "dreammirror", organ = "vault", page = "Settings";
    static constexpr std::string_view purpose =
        "Keeps a folder in step in which every dream is Markdown and JSON, readable without this.";
    static constexpr std::string_view consequence =
        "result: files outside the profile, in the clear; an erased dream's files go with it.";
    static constexpr std::uint16_t number = 15;
    using State = Memory;
    using Commands = List<Follow, Stop, Write, Report, Falter, TakeBack, Mark>;
    using Facts = List<Followed, Stopped, WriteAsked, Written, Faltered, Outdated>;
    using Reacts = List<dreams::Erased, Faltered, Written, Stopped>;
    using Boot = TakeBack;

    static Outcome decide(const Memory &, const Follow &, World &);
    static Outcome decide(const Memory &, const Stop &, World &);
    static Outcome decide(const Memory &, const Write &, World &);
    static Outcome decide(const Memory &, const Report &, World &);
    static Outcome decide(const Memory &, const Falter &, World &);
    static Outcome decide(const Memory &, const TakeBack &, World &);
    static Outcome decide(const Memory &, const Mark &, World &);
    static void evolve(Memory &, const Followed &, const Moment &);
    static void evolve(Memory &, const Stopped &, const Moment &);
    static void evolve(Memory &, const WriteAsked &, const Moment &);
    static void evolve(Memory &, const Written &, const Moment &);
    static void evolve(Memory &, const Faltered &, const Moment &);
    static void evolve(Memory &, const Outdated &, const Moment &);
    static void react(const Memory &, const dreams::Erased &, Reactions &);
    static void react(const Memory &, const Faltered &, Reactions &);
    static void react(const Memory &, const Written &, Reactions &);
    static void react(const Memory &, const Stopped &, Reactions &);
    static void vitals(const Memory &, Vitals &);
};

// The folder that is kept in step; null when there is none.
const Mirror *followed(const Memory &);

}  // namespace dreammirror
