// The mirror's hand: hears which dreams changed, waits a little, and has the followed folder written on
// a thread of its own; takes an erased dream's files away before the erasure is answered; says when a
// folder is away or cannot be written, and tries again. Thread contract: made before Engine::start,
// begin() after it; stop() before the engine stops; standing() from any thread.
#pragma once

#include "hands/mirrorwriter.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace hands {

// How far the writing is at this moment.
struct MirrorPulse {
    bool isFollowing = false, isWriting = false;
    std::uint64_t behind = 0;  // dreams that changed and are not written yet
};

class MirrorHand {
public:
    MirrorHand(loop::Engine &engine, const loop::Indexer *index);
    ~MirrorHand();
    MirrorHand(const MirrorHand &) = delete;
    MirrorHand &operator=(const MirrorHand &) = delete;

    void begin();
    // Ends after the dream it is at; erasures that wait are served first.
    void stop();
    MirrorPulse pulse() const;
    // Waits until all that is committed now is written, or cannot be; false after the time.
    bool settle(std::chrono::milliseconds timeMax);
    // For tests: how long changes are gathered, and when a folder that is away is looked for again.
    void setPace(std::chrono::milliseconds gather, std::chrono::milliseconds retry);

private:
    using Clock = std::chrono::steady_clock;
    using Done = std::function<void()>;
    struct Erasure {
        std::set<std::uint64_t> dreams;
        Done done;
    };
    struct Asked {
        kernel::Id<dreammirror::Mirror> mirror;
        std::string folder;
    };

    void hear(const loop::Sealed &sealed);
    void hearErased(const loop::Sealed &sealed, Done done);
    void work();
    void turn();
    void takePlan();
    void openFollowed();
    void writeAsked(const Asked &asked);
    void writeDirty();
    // True when there were any.
    bool serveErasures();
    bool mayGoOn();
    void falter(kernel::Id<dreammirror::Mirror> mirror, const MirrorOutcome &outcome);
    void report(kernel::Id<dreammirror::Mirror> mirror, const MirrorWriter &writer,
                const MirrorOutcome &outcome, std::uint32_t erased, bool isCompared);
    void tell(kernel::Ask ask);
    bool hasWork(Clock::time_point now) const;

    loop::Engine &m_engine;
    const loop::Indexer *m_index;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake, m_settled;
    std::set<std::uint64_t> m_dirty;
    bool m_isBehind = false;  // too many to hold: they are read from the journal
    store::CacheMark m_lastPage;
    std::vector<Erasure> m_erasures;
    std::deque<Asked> m_asked;
    bool m_isPlanNew = true, m_isStopping = false, m_isBusy = false, m_isHeard = false;
    int m_untold = 0;  // reports on their way
    bool m_isFollowing = false, m_isBegun = false;
    Clock::time_point m_dueAt = Clock::time_point::max(), m_retryAt = Clock::time_point::max();
    std::chrono::milliseconds m_gather{2000}, m_retry{10'000};

    // The hand's thread only.
    kernel::Id<dreammirror::Mirror> m_mirror;  // the followed one
    std::string m_path;
    bool m_mayMake = false, m_mustReport = true;
    std::atomic<std::size_t> m_left = 0;
    std::unique_ptr<MirrorWriter> m_writer, m_single;
    std::thread m_thread;
};

}  // namespace hands
