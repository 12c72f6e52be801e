// The hand that runs agents: takes leased tasks off the journal's news, gathers their inputs, runs
// the capability on the worker pool and reports back under the fencing number of the attempt. Keeps
// the resonance index in step with what is committed. Thread contract: made before Engine::start;
// committed() runs on the engine thread, jobs on workers.
#pragma once

#include "hands/pipeline.h"
#include "hands/resonancelog.h"
#include "loop/engine.h"
#include "loop/workers.h"
#include "spine/superspine.h"
#include "text/resonanceindex.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <shared_mutex>

namespace hands {

// What a job needs to know of its task, copied on the engine thread.
struct Work {
    kernel::Id<superspine::Task> task;
    std::uint32_t attempt = 0;
    kernel::Id<dreams::Dream> dream;
    kernel::Digest body;
    std::uint64_t asOf = ResonanceAsOfAll;  // highest dream of its import
    std::shared_ptr<const agentregistry::Step> step;
    std::map<std::string, kernel::Digest> inputs;  // artefact name to digest
    static constexpr std::uint64_t ResonanceAsOfAll = UINT64_MAX - 1;
};

class AgentHand {
public:
    // `seed` 0: every task is seeded by its content.
    AgentHand(loop::Engine &engine, unsigned threads, std::uint64_t seed = 0);
    ~AgentHand();

    // Loads the resonance index of what is already there; on a thread of its own.
    void loadIndex();
    std::size_t indexed() const;
    std::size_t queued() const { return m_workers->queued(); }
    std::size_t running() const { return m_workers->running(); }
    int replaced() const { return m_workers->replaced(); }

    // For benches of the queue itself: every job returns at once with nothing made.
    void runIdly(bool isIdle) { m_isIdle = isIdle; }

private:
    void committed(const loop::Sealed &sealed, const loop::Core &core);
    class Run;
    std::shared_ptr<loop::Job> jobFor(const loop::Core &core, const superspine::Leased &leased);
    bool describe(const loop::Core &core, const superspine::Leased &leased, Work &work);
    void finished(const superspine::Finished &receipt);
    void run(const Work &work, const std::stop_token &stop);
    bool gather(const Work &work, Artefacts &inputs,
                std::vector<superspine::Commitment> &commitments);
    std::string candidatesFor(const Work &work, const Artefacts &inputs);
    void report(superspine::Complete complete);
    void index(std::uint64_t dream, const kernel::Digest &body, const std::string &fingerprint,
               const std::string &keywords, const std::string &mood);
    using Bodies = std::map<std::uint64_t, kernel::Digest>;
    void load(const Bodies &bodies, const store::CacheMark &now);
    void readCompared(store::Store &reader, ComparedDreams &dreams, const Bodies &bodies,
                      const store::CacheMark &now);
    void markLog(const store::CacheMark &page);
    void beat();

    loop::Engine &m_engine;
    std::unique_ptr<loop::Workers> m_workers;
    // By agent, as last leased; the engine thread's.
    std::map<std::uint64_t, std::vector<std::shared_ptr<const agentregistry::Step>>> m_steps;
    std::atomic<bool> m_isIdle = false;
    std::uint64_t m_seed;

    mutable std::shared_mutex m_indexMutex;
    text::ResonanceIndex m_index;
    std::map<std::uint64_t, std::uint64_t> m_batchEnds;  // import to its highest dream

    std::mutex m_pendingMutex;
    struct Pending {
        std::uint64_t dream = 0;
        kernel::Digest body;
        std::string fingerprint, keywords, mood;
    };
    std::map<std::uint64_t, Pending> m_pending;  // task to what it will add to the index

    std::mutex m_logMutex;
    ResonanceLog m_log;
    bool m_isLogOpen = false;
    std::vector<std::pair<std::uint64_t, Compared>> m_logWaiting;  // until the file was read
    store::CacheMark m_lastPage;                                   // the engine thread's
    std::uint64_t m_markedPage = 0;

    std::mutex m_loadMutex;
    std::condition_variable m_loaded;
    bool m_isLoaded = false;
    std::thread m_loader;
    std::atomic<bool> m_isStopping = false;
    std::thread m_beater;
    std::condition_variable m_beat;
    std::mutex m_beatMutex;
};

}  // namespace hands
