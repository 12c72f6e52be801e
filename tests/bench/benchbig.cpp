// Makes a large profile to open: benchbig FOLDER DREAMS FACTS. Dreams have titles, tags, bodies, a
// judgement and as many later edits as it takes; no agent works on them, so that it takes a minute.
#include "cortex/dreams.h"
#include "loop/engine.h"
#include "spine/superspine.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <random>
#include <semaphore>

namespace {

constexpr std::ptrdiff_t inFlight = 2048;
constexpr const char *words[] = {
    "garden", "river", "budget", "letter", "harbour", "engine", "orchard", "meeting", "winter", "market", "lantern", "recipe",
    "journey", "theatre", "window", "paper", "summer", "ladder", "bridge", "forest", "kitchen", "teacher", "morning", "signal",
};

class Maker
{
public:
    Maker(loop::Engine &engine, std::uint64_t dreams, std::uint64_t facts) : m_engine(engine), m_dreams(dreams), m_facts(facts) {}

    bool make()
    {
        m_ids.reserve(m_dreams);
        for (std::uint64_t i = 0; i < m_dreams; ++i)
            send(kernel::makeAsk(createOf(i)), true);
        settle();
        cancelWork();
        for (std::uint64_t id : m_ids) {
            dreams::Assess assess;
            assess.dream.value = id;
            assess.state = dreams::State::Understood;
            assess.score = kernel::Score{static_cast<std::int32_t>(m_chance() % 10'000)};
            assess.form = "journal";
            assess.language = "en";
            kernel::Envelope envelope;
            envelope.actor = "system";
            envelope.origin = kernel::Origin::Hand;
            send(kernel::makeAsk(assess, envelope), false);
        }
        settle();
        while (m_made < m_facts && !m_refused) {
            dreams::Edit edit;
            edit.dream.value = m_ids[m_chance() % m_ids.size()];
            edit.title = sentence(3 + m_chance() % 5);
            send(kernel::makeAsk(edit), false);
        }
        settle();
        return !m_refused;
    }
    std::uint64_t made() const { return m_made; }
    const std::string &why() const { return m_why; }

private:
    std::string sentence(std::uint64_t count)
    {
        std::string text;
        for (std::uint64_t i = 0; i < count; ++i)
            text += (i ? " " : "") + std::string(words[m_chance() % std::size(words)]);
        return text;
    }
    dreams::Create createOf(std::uint64_t number)
    {
        dreams::Create create;
        create.title = sentence(4) + ' ' + std::to_string(number);
        create.body.text = sentence(60);
        for (int i = 0; i < 3; ++i)
            create.tags.push_back(words[m_chance() % std::size(words)]);
        return create;
    }
    void send(kernel::Ask ask, bool isCreate)
    {
        m_free.acquire();
        m_engine.send(std::move(ask), [this, isCreate](const kernel::Answer &answer) {
            m_made = std::max(m_made.load(), answer.firstFact + answer.facts);
            if (!answer.isDone && !m_refused.exchange(true))
                m_why = answer.refusal.code;
            if (isCreate && !answer.ids.empty())
                m_ids.push_back(answer.ids.front());
            m_free.release();
        });
    }
    // Nobody shall begin to work on a hundred thousand dreams when the profile is opened.
    void cancelWork()
    {
        std::vector<std::uint64_t> assignments;
        m_engine.inspectNow([&](loop::Core &core, store::Store &) {
            for (const auto &[key, row] : core.stateOf<superspine::SuperSpine>().assignments.rows())
                assignments.push_back(key);
        });
        for (std::uint64_t assignment : assignments)
            send(kernel::makeAsk(superspine::Cancel{{assignment}}), false);
        settle();
    }
    void settle()
    {
        for (std::ptrdiff_t i = 0; i < inFlight; ++i)
            m_free.acquire();
        m_free.release(inFlight);
    }

    loop::Engine &m_engine;
    const std::uint64_t m_dreams, m_facts;
    std::mt19937_64 m_chance{20261123};
    std::counting_semaphore<inFlight> m_free{inFlight};
    std::vector<std::uint64_t> m_ids;  // the engine thread's until all are there
    std::atomic<std::uint64_t> m_made = 0;
    std::atomic<bool> m_refused = false;
    std::string m_why;
};

}  // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "benchbig FOLDER DREAMS FACTS\n");
        return 64;
    }
    loop::Options options;
    options.folder = argv[1];
    std::string error;
    const auto engine = loop::Engine::open(options, error);
    if (!engine) {
        std::fprintf(stderr, "%s\n", error.c_str());
        return 1;
    }
    engine->start();
    const auto began = std::chrono::steady_clock::now();
    Maker maker(*engine, std::strtoull(argv[2], nullptr, 10), std::strtoull(argv[3], nullptr, 10));
    const bool isGood = maker.make();
    engine->stop();
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    std::printf("%llu facts, %.1f s%s%s\n", static_cast<unsigned long long>(maker.made()), took, isGood ? "" : ", refused: ",
                maker.why().c_str());
    return isGood ? 0 : 1;
}
