// DreamKeeper's hand: makes the backups it asked for on a thread of its own, tests each by restoring
// it, and deletes those the plan no longer keeps. Thread contract: made before Engine::start, stops
// before the engine does and goes after it; a backup that runs then is given up and nothing of it stays.
#pragma once

#include "loop/engine.h"
#include "pulse/dreamkeeper.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace hands {

class KeeperHand {
public:
    explicit KeeperHand(loop::Engine &engine);
    ~KeeperHand();
    // Ends what runs; the engine may still tell it things, which it forgets.
    void stop();
    KeeperHand(const KeeperHand &) = delete;
    KeeperHand &operator=(const KeeperHand &) = delete;

private:
    void work();
    void make(const dreamkeeper::BackupRequested &asked);
    void prune();

    loop::Engine &m_engine;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<dreamkeeper::BackupRequested> m_asked;
    std::atomic<bool> m_isStopping = false;
    std::thread m_thread;
};

// The newest backup once it no longer runs; nothing when told not to go on. Not from the engine thread.
std::optional<dreamkeeper::Backup> waitForBackup(loop::Engine &engine,
                                                 const std::function<bool()> &mayGoOn);

}  // namespace hands
