// Two small hands of the organism itself. The pulse asks every system for its vitals once a second,
// keeps the last of them with their age and tells Heartbeat when a system's health changes. The
// letter carrier asks again what Dead Letter was told to retry, through the same gate with the same
// idempotency key, and reports how it went. Thread contract: made before or after Engine::start;
// reading vitals from any thread.
#pragma once

#include "loop/engine.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace hands {

struct Measured {
    std::string name, unit;
    std::int64_t value = 0;
    kernel::Vital::State state = kernel::Vital::Well;
};

struct SystemPulse {
    std::vector<Measured> vitals;
    std::chrono::steady_clock::time_point at;
};

// All that was measured in one beat.
struct Overview {
    std::map<std::string, SystemPulse> systems;
    loop::Pulse engine;
    std::size_t tasks = 0;  // open ones of the Super Spine, running or not
    std::chrono::steady_clock::time_point at;

    bool isMeasured() const { return at.time_since_epoch().count() != 0; }
    std::int64_t ageMs() const;  // until now
};

class PulseHand {
public:
    explicit PulseHand(loop::Engine &engine);
    ~PulseHand();

    // Empty when nothing was measured yet.
    std::map<std::string, SystemPulse> pulses() const;
    Overview overview() const;
    void beatNow();

private:
    void work();
    void beat(loop::Core &core, loop::Pulse engine);
    void retry(const loop::Sealed &sealed);

    loop::Engine &m_engine;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isStopping = false;
    Overview m_overview;
    std::thread m_thread;
};

}  // namespace hands
