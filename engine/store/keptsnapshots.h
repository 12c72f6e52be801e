// Snapshots kept for looking back: one file a moment in the profile's folder "past", named by its
// page, its last fact and its time. A cache of the journal: any of them may be deleted any day. Owns
// the files and says which moments are worth one; leaves what is inside to the loop.
// Thread contract: functions of a folder for any thread; one thread at a time writes.
#pragma once

#include "store/store.h"

namespace store {

// The organism as it was after one page.
struct KeptSnapshot {
    std::uint64_t page = 0, fact = 0;
    kernel::Time at;
    std::uint64_t bytes = 0;
    friend bool operator==(const KeptSnapshot &, const KeptSnapshot &) = default;
};

struct KeepRule {
    std::uint64_t factsApart = 100'000;  // replayed in about half a second
    std::uint64_t factsAnHour = 20'000;  // an hour with fewer needs no moment of its own
    std::size_t countMax = 64;
    std::uint64_t bytesMax = 256u << 20;  // all together, but room for countMin
    std::size_t countMin = 4;
};

// Oldest first.
std::vector<KeptSnapshot> keptSnapshots(const std::string &folder);
// The parts as they were given; nothing when the file is gone or was changed.
std::vector<Snapshot> readKept(const std::string &folder, const KeptSnapshot &kept);
// All or nothing; words on failure.
std::string writeKept(const std::string &folder, const KeptSnapshot &kept,
                      const std::vector<Snapshot> &parts);
void dropKept(const std::string &folder, const KeptSnapshot &kept);
void dropAllKept(const std::string &folder);

// The fact at which the next moment should be kept, 0: none is missing. `last` is where the journal
// ends. Moments are at most factsApart apart (more only in a journal too long for countMax and
// bytesMax), and an hour in which much happened gets one.
std::uint64_t nextToKeep(const std::vector<KeptSnapshot> &kept, const KeptSnapshot &last,
                         const KeepRule &rule = {});
// Those that need not be kept: of a day the last of each hour, of a week the last of each day, before
// that the last of each week, and what keeps moments from lying too far apart; never more than the
// rule's count and bytes.
std::vector<KeptSnapshot> superfluous(std::vector<KeptSnapshot> kept, const KeptSnapshot &last,
                                      const KeepRule &rule = {});

}  // namespace store
