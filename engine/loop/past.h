// Looks back beside the engine, on a thread of its own: shows moments, compares two of them, counts
// facts over time. Owns two Replicas, the keeper of snapshots, and no way to change anything: it has
// neither gate nor mailbox and reads through connections that cannot write. When something is erased
// it forgets all it holds.
// Thread contract: made after Engine::start and destroyed before the Engine; calls from any thread,
// answers come on the thread of the Past and must be short.
#pragma once

#include "loop/changes.h"
#include "loop/engine.h"
#include "loop/snapshotkeeper.h"

#include <chrono>

namespace loop {

class Past {
public:
    // `erased` is called from the engine's thread when what was shown must be asked for again. Only
    // one that may keep snapshots writes them: the one whose process holds the profile's lock.
    Past(Engine &engine, bool mayKeep, std::function<void()> erased = {});
    // Ends what is under way; questions behind it are dropped.
    ~Past();
    Past(const Past &) = delete;
    Past &operator=(const Past &) = delete;

    using Progress = std::function<void(double)>;  // 0 to 1, a few times a second

    struct Shown {
        bool isCancelled = false;
        std::string failure;
        PastMoment at, last;  // last: where the journal ended then
        std::uint64_t factsReplayed = 0;
    };
    // Then gets the organism of that moment, to read what it wants; null after a failure. A newer `show` and `cancel` end
    // one that is under way.
    using Then = std::function<void(const Shown &, const Replica *)>;
    void show(const Goal &goal, Progress progress, Then then);

    struct Compared {
        bool isCancelled = false;
        std::string failure;
        PastMoment from, to;
        std::vector<TableChanges> tables;
    };
    // The earlier of the two is `from`. A newer `compare` and `cancel` end one that is under way.
    void compare(const Goal &one, const Goal &other, std::size_t rowsMax, Progress progress,
                 std::function<void(const Compared &)> then);

    // The whole span of the journal, and how facts lie over the stretch of it that ends with its last
    // moment; zero: over all of it.
    struct Span {
        PastMoment first, last;
        Density density;
    };
    void measure(kernel::Duration stretch, std::size_t spans,
                 std::function<void(const Span &)> then);

    void cancel();
    // Lets go of what is held in memory; the next look loads it again.
    void close();
    // See SnapshotKeeper; false also for one that keeps none.
    bool waitUntilKept(std::chrono::milliseconds timeMax);
    void setRule(const store::KeepRule &rule);

private:
    struct Impl;
    std::shared_ptr<Impl> d;
};

}  // namespace loop
