#include "loop/simulator.h"

#include "loop/gate.h"
#include "organism.h"
#include "spine/superspine.h"
#include "vault/dreamvault.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace loop {

using namespace kernel;
using superspine::SuperSpine;

namespace {

// A worker's promise: at that moment it answers, if its process still lives.
struct Attempt {
    Id<superspine::Task> task;
    std::uint32_t number = 0;
    superspine::Result result = superspine::Result::Done;
    bool isLate = false;
};

class World {
public:
    World(std::uint64_t seed, const SimulatorOptions &options)
        : m_options(options), m_chance(Random::fromSeed(seed)), m_seed(seed), m_disk(options.disk ? options.disk : std::make_shared<store::MemoryStore::Disk>())
    {
        m_said.seed = seed;
        m_now = {1'700'000'000'000'000};
        start();
    }

    Simulated run()
    {
        prepare();
        for (std::uint64_t step = 0; step < m_options.steps && m_said.breaches.empty(); ++step)
            act(m_chance.number() % 100);
        settle();
        check("at the end");
        m_said.trace = m_trace.finish();
        m_said.virtualSeconds = (m_now.us - 1'700'000'000'000'000) / 1'000'000;
        return m_said;
    }

private:
    std::uint64_t below(std::uint64_t limit) { return m_chance.number() % limit; }
    void breach(std::string what)
    {
        if (m_said.breaches.size() < 10)
            m_said.breaches.push_back(std::move(what));
    }

    void start()
    {
        ++m_lives;
        m_core = std::make_unique<Core>(organism::systems(), Random::fromSeed(m_seed ^ m_lives * 0x9E3779B97F4A7C15ull), gate);
        m_store = std::make_unique<store::MemoryStore>(m_disk);
        m_core->subscribe(factKind<SuperSpine, superspine::Leased>());
        m_core->subscribe(factKind<SuperSpine, superspine::Finished>());
        m_core->subscribe(factKind<SuperSpine, superspine::Abandoned>());
        if (const std::string failed = m_core->load(*m_store); !failed.empty())
            breach("restart: " + failed);
        for (Ask &ask : m_core->bootAsks())
            turn({std::move(ask)});
    }

    // One page: reactions, timers, then these; committed, or lost with the process.
    std::vector<Answer> turn(std::vector<Ask> asks)
    {
        std::vector<Answer> answers;
        m_core->beginPage(m_now);
        while (m_core->hasReactions() && !m_core->isFull())
            m_core->askReaction();
        for (Ask &ask : m_core->dueAsks(m_now))
            m_core->ask(ask);
        for (Ask &ask : asks) {
            ++m_said.commands;
            answers.push_back(m_core->ask(ask));
            m_said.refusals += !answers.back().isDone;
        }
        if (m_core->isEmpty())
            return answers;
        Sealed sealed = m_core->seal();
        store::Commit commit;
        commit.page = &sealed.page;
        commit.keys = std::move(sealed.keys);
        commit.blobs = std::move(sealed.blobs);
        commit.erasedThings = sealed.erasedThings;
        if (!m_store->commit(commit).empty()) {
            // Nothing was acknowledged; an engine stops here and starts again.
            ++m_said.diskFaults;
            restart();
            return {};
        }
        m_trace.update(sealed.page.hash);
        ++m_said.pages;
        m_said.facts += sealed.page.facts;
        m_acknowledged = sealed.page.seq;
        hear(sealed);
        return answers;
    }

    void hear(const Sealed &sealed)
    {
        for (const Told &told : sealed.told) {
            if (told.kind == factKind<SuperSpine, superspine::Leased>()) {
                const auto &leased = *static_cast<const superspine::Leased *>(told.fact.get());
                promise(leased);
            } else if (told.kind == factKind<SuperSpine, superspine::Finished>()) {
                const auto &receipt = *static_cast<const superspine::Finished *>(told.fact.get());
                if (receipt.outcome == superspine::Result::Done && !m_done.insert(receipt.task.value).second)
                    breach("task " + idText(receipt.task.value) + " took effect twice");
                ++m_said.finished;
            } else {
                ++m_said.abandoned;
            }
        }
    }

    void promise(const superspine::Leased &leased)
    {
        Attempt attempt{leased.task, leased.attempt, superspine::Result::Done, false};
        const std::uint64_t fate = below(100);
        std::int64_t after = 1000 + static_cast<std::int64_t>(below(2'000'000));
        if (fate < 4) {
            ++m_said.stalls;  // dead: its lease must run out
            return;
        }
        if (fate < 8) {
            attempt.isLate = true;
            after = 31'000'000 + static_cast<std::int64_t>(below(60'000'000));
        } else if (fate < 16) {
            attempt.result = superspine::Result::Faulted;
        } else if (fate < 18) {
            attempt.result = superspine::Result::Refused;
        }
        m_promises.emplace(m_now.us + after, attempt);
    }

    void answerDue()
    {
        std::vector<Ask> asks;
        while (!m_promises.empty() && m_promises.begin()->first <= m_now.us) {
            const Attempt attempt = m_promises.begin()->second;
            m_promises.erase(m_promises.begin());
            superspine::Complete complete;
            complete.task = attempt.task;
            complete.attempt = attempt.number;
            complete.result = attempt.result;
            complete.brain = "simulated";
            complete.version = "1.0.0";
            complete.duration = milliseconds(static_cast<std::int64_t>(1 + below(50)));
            if (attempt.result == superspine::Result::Done) {
                complete.outputs.push_back({"note", "text/plain", {"made by " + idText(attempt.task.value)}});
                complete.figures["overall"] = static_cast<std::int64_t>(below(10'000));
            }
            m_said.late += attempt.isLate;
            const superspine::Task *task = m_core->stateOf<SuperSpine>().tasks.find(attempt.task);
            const bool isCurrent = task && task->state == superspine::TaskState::Leased && task->attempt == attempt.number;
            if (m_options.breakFencing && task && !isCurrent)
                m_done.insert(attempt.task.value);  // the planted defect: a late answer counts
            Ask ask = makeAsk(std::move(complete));
            ask.envelope.actor = "system";
            ask.envelope.origin = Origin::Hand;
            asks.push_back(std::move(ask));
        }
        if (!asks.empty())
            turn(std::move(asks));
    }

    // The one road of time: to the next timer or promise, at most so far.
    void pass(std::int64_t us)
    {
        const std::int64_t end = m_now.us + us;
        for (int guard = 0; guard < 10'000; ++guard) {
            std::int64_t next = end;
            if (const Time due = m_core->nextDue(); due.us && due.us < next)
                next = std::max(due.us, m_now.us);
            if (!m_promises.empty() && m_promises.begin()->first < next)
                next = std::max(m_promises.begin()->first, m_now.us);
            m_now.us = next;
            answerDue();
            turn({});
            if (m_now.us >= end && !m_core->hasReactions())
                return;
        }
        breach("time does not pass: something wants to be asked for ever");
    }

    template<class C>
    Answer ask(C command)
    {
        const std::vector<Answer> answers = turn({makeAsk(std::move(command))});
        return answers.empty() ? Answer{} : answers.front();
    }

    void prepare()
    {
        agentregistry::Manifest manifest;
        manifest.slug = "lucid";
        manifest.name = "LUCID";
        manifest.kind = "core";
        manifest.version = "1.0.0";
        manifest.summary = "reads";
        manifest.capabilities = {"score-clarity", "extract-keywords", "compare-texts", "score-resonance"};
        manifest.steps = {{"score-clarity", {"text"}, {"clarity"}, ""}, {"extract-keywords", {"text"}, {"keywords"}, ""},
                          {"compare-texts", {"text", "keywords"}, {"fingerprint"}, ""},
                          {"score-resonance", {"fingerprint", "candidates"}, {"resonance"}, ""}};
        const Answer registered = ask(agentregistry::Register{manifest});
        if (registered.ids.empty())
            return;
        const Id<agentregistry::Agent> agent{registered.ids.front()};
        Ask examine = makeAsk(agentregistry::Examine{agent, crypto::blake2b("exam"), 3, 0, ""});
        examine.envelope.origin = Origin::Boot;
        turn({std::move(examine)});
        ask(agentregistry::Hire{agent});
    }

    void act(std::uint64_t what)
    {
        if (what < 25)
            create();
        else if (what < 32 && !m_dreams.empty())
            ask(dreams::Edit{{pick()}, {}, Body{"changed text " + std::to_string(m_chance.number())}, {}, {}});
        else if (what < 36 && !m_dreams.empty())
            erase();
        else if (what < 40 && !m_dreams.empty())
            cancelOrPause();
        else if (what < 44)
            restart();
        else if (what < 47)
            m_store->failNext(1);
        else if (what < 49)
            ask(superspine::Drain{below(2) == 0});
        else
            pass(static_cast<std::int64_t>(below(8'000'000)));
    }

    std::uint64_t pick() { return *std::next(m_dreams.begin(), static_cast<std::ptrdiff_t>(below(m_dreams.size()))); }

    void create()
    {
        dreams::Create create;
        create.body.text = "dream number " + std::to_string(m_chance.number());
        Ask wanted = makeAsk(create);
        wanted.envelope.key = {m_chance.number() | 1, m_chance.number()};
        const Ask again = wanted;
        const std::vector<Answer> answers = turn({wanted});
        if (answers.empty() || !answers.front().isDone || answers.front().ids.empty())
            return;
        m_dreams.insert(answers.front().ids.front());
        if (below(4) == 0) {
            // The sender did not hear and asks again: nothing may happen twice.
            const std::vector<Answer> repeated = turn({again});
            if (!repeated.empty() && (!repeated.front().isRepeated || repeated.front().ids != answers.front().ids))
                breach("a repeated command was not recognised");
        }
    }

    void erase()
    {
        const std::uint64_t dream = pick();
        const Answer answer = ask(dreams::Erase{{dream}});
        if (!answer.isDone)
            return;
        m_dreams.erase(dream);
        if (m_store->key(dream))
            breach("an erased dream still has its key");
        m_erased.insert(dream);
    }

    void cancelOrPause()
    {
        const superspine::Memory &spine = m_core->stateOf<SuperSpine>();
        if (spine.assignments.isEmpty())
            return;
        const Id<superspine::Assignment> id = spine.assignments.rows().begin()->second.id;
        const std::uint64_t which = below(3);
        if (which == 0)
            ask(superspine::Cancel{id});
        else if (which == 1)
            ask(superspine::Pause{id});
        else
            ask(superspine::Resume{id});
    }

    // The process dies: promises die with it, the disk keeps what was committed.
    void restart()
    {
        ++m_said.crashes;
        if (below(3) == 0)
            m_store->putSnapshots(m_core->snapshots());
        m_promises.clear();
        start();
        check("after a crash");
    }

    // The disk is well again and nobody holds anything back: all work must come to its end.
    void settle()
    {
        m_store->failNext(0);
        ask(superspine::Drain{false});
        std::vector<Id<superspine::Assignment>> paused;
        for (const auto &[key, assignment] : m_core->stateOf<SuperSpine>().assignments.rows())
            paused.push_back(assignment.id);
        for (Id<superspine::Assignment> id : paused)
            ask(superspine::Resume{id});
        for (int i = 0; i < 400 && !m_core->stateOf<SuperSpine>().assignments.isEmpty(); ++i)
            pass(60'000'000);
        if (!m_core->stateOf<SuperSpine>().assignments.isEmpty())
            breach(std::to_string(m_core->stateOf<SuperSpine>().assignments.size()) + " assignments never end");
    }

    void check(const std::string &when)
    {
        if (m_core->pages() < m_acknowledged)
            breach(when + ": acknowledged page " + std::to_string(m_acknowledged) + " is gone");
        const auto &known = m_core->stateOf<dreams::Dreams>().dreams;
        for (std::uint64_t dream : m_dreams)
            if (!known.find(dream))
                breach(when + ": dream " + idText(dream) + " was acknowledged and is gone");
        for (std::uint64_t dream : m_erased)
            if (m_store->key(dream) || known.find(dream))
                breach(when + ": an erased dream came back");
        const superspine::Memory &spine = m_core->stateOf<SuperSpine>();
        if (spine.leases.size() > spine.settings->slots)
            breach(when + ": more leases than slots");
        Core fresh(organism::systems(), Random::fromSeed(1), gate);
        if (const std::string failed = fresh.load(*m_store, false); !failed.empty())
            breach(when + ": replay: " + failed);
        for (const SystemInfo *system : organism::systems())
            if (!system->equal(fresh.state(system->number), m_core->state(system->number)))
                breach(when + ": " + std::string(system->stem) + " differs after a replay");
    }

    SimulatorOptions m_options;
    Random m_chance;
    std::uint64_t m_seed, m_lives = 0, m_acknowledged = 0;
    std::shared_ptr<store::MemoryStore::Disk> m_disk;
    std::unique_ptr<store::MemoryStore> m_store;
    std::unique_ptr<Core> m_core;
    Time m_now;
    std::multimap<std::int64_t, Attempt> m_promises;
    std::set<std::uint64_t> m_dreams, m_erased, m_done;
    crypto::Hasher m_trace;
    Simulated m_said;
};

}  // namespace

Simulated simulate(std::uint64_t seed, const SimulatorOptions &options)
{
    return World(seed, options).run();
}

}  // namespace loop
