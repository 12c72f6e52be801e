// The whole organism in one process: engine, indexer, the hand that runs agents, roster and exams,
// whose keys are here.
// What the desktop and dreamctl start. Thread contract: made and destroyed on one thread; see Engine.
#pragma once

#include "hands/agenthand.h"
#include "hands/keeperhand.h"
#include "hands/mirrorhand.h"
#include "hands/people.h"
#include "hands/pulsehand.h"
#include "loop/indexer.h"

#include <memory>
#include <string>
#include <thread>

namespace hands {

struct BodyOptions {
    loop::Options engine;
    unsigned workers = 0;    // 0: as many as there are cores
    std::uint64_t seed = 0;  // 0: every task is seeded by its content
    bool isIdle = false;     // no roster, no exams, no index: readers and benches
};

class Body {
public:
    static std::unique_ptr<Body> start(BodyOptions options, std::string &error);
    ~Body();

    loop::Engine &engine() { return *m_engine; }
    // Lookups and search; also of a profile that is only read.
    loop::Indexer &indexer() { return *m_indexer; }
    AgentHand *agents() { return m_agents.get(); }
    // Nothing when opened for reading.
    People *people() { return m_people.get(); }
    // Nothing when opened for reading.
    PulseHand *pulse() { return m_pulse.get(); }
    // Nothing when opened for reading.
    MirrorHand *mirror() { return m_mirror.get(); }
    // Waits until the core agents are hired or have failed their exams; false after the time.
    bool waitForAgents(std::chrono::milliseconds timeMax);
    // Waits until nobody works on any of the dreams. `say` hears now and then how many are left; when
    // it answers false, waiting ends with false.
    bool waitForDreams(const std::vector<std::uint64_t> &dreams,
                       const std::function<bool(std::size_t)> &say);

private:
    Body() = default;
    void registerRoster();
    void examine();

    std::unique_ptr<loop::Engine> m_engine;
    std::unique_ptr<loop::Indexer> m_indexer;
    std::unique_ptr<AgentHand> m_agents;
    std::unique_ptr<People> m_people;
    std::unique_ptr<PulseHand> m_pulse;
    std::unique_ptr<KeeperHand> m_keeper;
    std::unique_ptr<MirrorHand> m_mirror;
    std::thread m_examiner;
    std::atomic<bool> m_isStopping = false;
    std::mutex m_mutex;
    std::condition_variable m_examined;
    bool m_isExamined = false;
};

}  // namespace hands
