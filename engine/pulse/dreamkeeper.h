// DreamKeeper: upkeep of the profile. Owns the plan of backups (where to, how often, how many stay)
// and what became of each one; making, testing and deleting the files is the keeper hand's work.
// A backup counts as made only after a test restore. Thread contract: pure; states belong to the
// engine thread.
#pragma once

#include "cortex/dreams.h"

namespace dreamkeeper {

using namespace kernel;
DREAM_SYSTEM_OF(DreamKeeper)

enum class Standing : std::uint8_t { Running, Made, Failed };
DREAM_ENUM(Standing, Running, Made, Failed)

struct Plan {
    Id<Plan> id{1};          // there is one
    std::string folder;      // absolute; empty: nobody has said where to
    Duration every;          // zero: only when asked
    std::uint32_t keep = 7;  // files that stay in the folder
    DREAM_FIELDS(Plan, id, folder, every, keep)
};

struct Backup {
    Id<Backup> id;
    Standing standing = Standing::Running;
    std::string file;  // absolute
    std::uint64_t bytes = 0, facts = 0, pages = 0;
    Digest digest;                  // BLAKE2b-256 of the file
    std::uint32_t erasedSince = 0;  // dreams erased later, whose words it may still hold
    std::string reason;             // of a failure
    Time askedAt, doneAt;
    DREAM_FIELDS(Backup, id, standing, file, bytes, facts, pages, digest, erasedSince, reason,
                 askedAt, doneAt)
};

inline constexpr std::size_t folderBytesMax = 1024, reasonBytesMax = 256, backupsMax = 200;
inline constexpr std::uint32_t keepMax = 100;
inline constexpr Duration everyMin = seconds(600), everyMax = seconds(366 * 86'400);

struct Configure {
    std::string folder;
    Duration every;
    std::uint32_t keep = 7;
    DREAM_FIELDS(Configure, folder, every, keep)
};
// Now, into the plan's folder or another one.
struct BackUp {
    std::string folder;
    DREAM_FIELDS(BackUp, folder)
};
struct Report {
    static constexpr bool isInternal = true;
    Id<Backup> backup;
    bool isMade = false;
    std::string file;
    std::uint64_t bytes = 0, facts = 0, pages = 0;
    Digest digest;
    std::string reason;
    DREAM_FIELDS(Report, backup, isMade, file, bytes, facts, pages, digest, reason)
};
// The hand deleted a file that the plan no longer keeps, or found it gone.
struct Forget {
    static constexpr bool isInternal = true;
    Id<Backup> backup;
    DREAM_FIELDS(Forget, backup)
};
struct Tick {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Tick)
};
// At start: a backup that was running when the process died has failed.
struct TakeBack {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(TakeBack)
};
struct Mark {
    static constexpr bool isInternal = true;
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Mark, dream)
};

struct Configured {
    Plan plan;
    DREAM_FIELDS(Configured, plan)
};
struct BackupRequested {
    Id<Backup> backup;
    std::string folder;
    DREAM_FIELDS(BackupRequested, backup, folder)
};
struct BackupMade {
    Id<Backup> backup;
    std::string file;
    std::uint64_t bytes = 0, facts = 0, pages = 0;
    Digest digest;
    DREAM_FIELDS(BackupMade, backup, file, bytes, facts, pages, digest)
};
struct BackupFailed {
    Id<Backup> backup;
    std::string reason;
    DREAM_FIELDS(BackupFailed, backup, reason)
};
struct BackupForgotten {
    Id<Backup> backup;
    DREAM_FIELDS(BackupForgotten, backup)
};
// Every backup there is may hold the words of this dream.
struct Outdated {
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Outdated, dream)
};

struct Memory {
    Table<Plan> plans;
    Table<Backup> backups;
    DREAM_FIELDS(Memory, plans, backups)
};

struct DreamKeeper {
    static constexpr std::string_view stem = "dreamkeeper", organ = "pulse", page = "Settings";
    static constexpr std::string_view purpose =
        "Keeps the profile safe: encrypted backups on a schedule, each proved by a test restore.";
    static constexpr std::string_view consequence =
        "result: a sealed file outside the profile that gives all of it back on another machine.";
    static constexpr std::uint16_t number = 14;
    using State = Memory;
    using Commands = List<Configure, BackUp, Report, Forget, dreamkeeper::Tick, TakeBack, Mark>;
    using Facts =
        List<Configured, BackupRequested, BackupMade, BackupFailed, BackupForgotten, Outdated>;
    using Reacts = List<dreams::Erased>;
    using Boot = TakeBack;
    using Tick = dreamkeeper::Tick;

    static Outcome decide(const Memory &, const Configure &, World &);
    static Outcome decide(const Memory &, const BackUp &, World &);
    static Outcome decide(const Memory &, const Report &, World &);
    static Outcome decide(const Memory &, const Forget &, World &);
    static Outcome decide(const Memory &, const dreamkeeper::Tick &, World &);
    static Outcome decide(const Memory &, const TakeBack &, World &);
    static Outcome decide(const Memory &, const Mark &, World &);
    static void evolve(Memory &, const Configured &, const Moment &);
    static void evolve(Memory &, const BackupRequested &, const Moment &);
    static void evolve(Memory &, const BackupMade &, const Moment &);
    static void evolve(Memory &, const BackupFailed &, const Moment &);
    static void evolve(Memory &, const BackupForgotten &, const Moment &);
    static void evolve(Memory &, const Outdated &, const Moment &);
    static void react(const Memory &, const dreams::Erased &, Reactions &);
    static void vitals(const Memory &, Vitals &);
    static Time due(const Memory &);
};

// Whether a backup is running now.
const Backup *running(const Memory &);
// The newest backup that was made and tested; null when there is none.
const Backup *newest(const Memory &);

}  // namespace dreamkeeper
