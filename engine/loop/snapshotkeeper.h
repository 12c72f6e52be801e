// Keeps the snapshots that looks into the past start from, on a thread of its own that gives way to
// everybody: replays to the next moment worth keeping and writes it, whenever one is missing. When
// something is erased all of them go, and it begins anew a while later.
// Thread contract: calls from any thread; stop before what the profile's lock protects goes.
#pragma once

#include "loop/replica.h"
#include "store/keptsnapshots.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace loop {

class SnapshotKeeper {
public:
    // Only one whose process holds the profile's lock.
    explicit SnapshotKeeper(std::string folder);
    ~SnapshotKeeper();
    // Gives up what is under way; nothing of it stays.
    void stop();
    SnapshotKeeper(const SnapshotKeeper &) = delete;
    SnapshotKeeper &operator=(const SnapshotKeeper &) = delete;

    // After the page that erases is synced and the store dropped its snapshots.
    void hearErased();
    // Waits until no snapshot is missing, without the usual rest before; false after the time.
    bool waitUntilKept(std::chrono::milliseconds timeMax);
    // How many, how far apart; for tests of short journals.
    void setRule(const store::KeepRule &rule);

private:
    void work();
    // False when it had to stop before none was missing.
    bool keepOn(store::KeepRule rule, std::uint64_t erasuresBefore);

    std::string m_folder;
    std::unique_ptr<Replica> m_replica;  // of the thread
    std::atomic<bool> m_isStopping = false;
    std::atomic<std::uint64_t> m_erasures = 0;

    std::mutex m_mutex;
    std::condition_variable m_wake, m_settled;
    bool m_mustKeep = false, m_isKept = false;
    store::KeepRule m_rule;
    std::chrono::steady_clock::time_point m_keepAt;
    std::thread m_thread;
};

}  // namespace loop
