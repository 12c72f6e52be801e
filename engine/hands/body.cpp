#include "hands/body.h"

#include "hands/roster.h"

namespace hands {

using namespace kernel;
using agentregistry::AgentRegistry;

namespace {

Envelope boot()
{
    Envelope envelope;
    envelope.actor = "system";
    envelope.origin = Origin::Boot;
    return envelope;
}

}  // namespace

std::unique_ptr<Body> Body::start(BodyOptions options, std::string &error)
{
    std::unique_ptr<Body> body(new Body);
    body->m_engine = loop::Engine::open(options.engine, error);
    if (!body->m_engine)
        return nullptr;
    body->m_indexer = std::make_unique<loop::Indexer>(*body->m_engine, options.engine.isReadOnly);
    if (options.engine.isReadOnly) {
        body->m_isExamined = true;
        return body;
    }
    if (options.workers == 0)
        options.workers = std::max(1u, std::thread::hardware_concurrency());
    body->m_agents = std::make_unique<AgentHand>(*body->m_engine, options.workers, options.seed);
    body->m_keeper = std::make_unique<KeeperHand>(*body->m_engine);
    body->m_mirror = std::make_unique<MirrorHand>(*body->m_engine, body->m_indexer.get());
    body->m_engine->start();
    body->m_people = std::make_unique<People>(*body->m_engine);
    body->m_mirror->begin();
    body->m_agents->loadIndex();
    body->m_pulse = std::make_unique<PulseHand>(*body->m_engine);
    if (options.isIdle) {
        body->m_isExamined = true;
        return body;
    }
    if (const Outcome begun = body->m_people->begin(); !begun) {
        error = sentence(begun.refusal());
        return nullptr;
    }
    body->m_examiner = std::thread([raw = body.get()] {
        raw->registerRoster();
        raw->examine();
        {
            const std::lock_guard lock(raw->m_mutex);
            raw->m_isExamined = true;
        }
        raw->m_examined.notify_all();
    });
    return body;
}

Body::~Body()
{
    m_isStopping = true;
    if (m_examiner.joinable())
        m_examiner.join();
    m_pulse.reset();
    m_people.reset();
    if (m_keeper)
        m_keeper->stop();
    if (m_mirror)
        m_mirror->stop();
    // The last pages are committed while everybody who listens is still there.
    if (m_engine)
        m_engine->stop();
    m_keeper.reset();
    m_mirror.reset();
    m_agents.reset();
    m_indexer.reset();
    m_engine.reset();
}

bool Body::waitForAgents(std::chrono::milliseconds timeMax)
{
    std::unique_lock lock(m_mutex);
    return m_examined.wait_for(lock, timeMax, [this] { return m_isExamined; });
}

bool Body::waitForDreams(const std::vector<std::uint64_t> &dreams,
                         const std::function<bool(std::size_t)> &say)
{
    const auto pause = std::chrono::milliseconds(dreams.size() > 20 ? 50 : 2);
    for (;;) {
        std::size_t left = 0;
        m_engine->inspectNow([&](loop::Core &core, store::Store &) {
            const auto &spine = core.stateOf<superspine::SuperSpine>();
            const auto &known = core.stateOf<dreams::Dreams>().dreams;
            if (!core.hasReactions() && spine.assignments.isEmpty())
                return;
            for (const std::uint64_t id : dreams) {
                const dreams::Dream *dream = known.find(id);
                const auto at = spine.byDream.keys().lower_bound({id, 0});
                left += dream
                        && (dream->state == dreams::State::New
                            || (at != spine.byDream.keys().end() && at->first == id));
            }
        });
        if (!left)
            return true;
        if (!say(left))
            return false;
        std::this_thread::sleep_for(pause);
    }
}

void Body::registerRoster()
{
    std::string error;
    std::vector<std::pair<Ask, Reply>> asks;
    for (agentregistry::Manifest &manifest : roster(error))
        asks.emplace_back(makeAsk(agentregistry::Register{std::move(manifest)}, boot()), Reply{});
    m_engine->send(std::move(asks));
}

// Agents that were already examined under the same build, manifest and cases keep their result. Who
// passes is hired by the house; a person's dismissal stands. The core's agents come first and are
// waited for, the others only at the end.
void Body::examine()
{
    std::vector<agentregistry::Agent> agents;
    // The registrations are in the mailbox before this question is.
    m_engine->ask(superspine::Plan{}, boot());
    m_engine->inspectNow([&](loop::Core &core, store::Store &) {
        for (const auto &[key, agent] : core.stateOf<AgentRegistry>().agents.rows())
            agents.push_back(agent);
    });
    std::stable_sort(agents.begin(), agents.end(), [](const auto &a, const auto &b) {
        return (a.kind == "core") > (b.kind == "core");
    });
    for (const agentregistry::Agent &agent : agents) {
        if (m_isStopping || agent.steps.empty())
            continue;
        std::vector<std::pair<Ask, Reply>> asks;
        const Digest key = examKey(agent);
        bool isPassed = agent.exam == agentregistry::Exam::Passed;
        if (agent.examKey != key) {
            const ExamResult result = runExam(agent, {});
            isPassed = result.cases && !result.failures;
            asks.emplace_back(makeAsk(agentregistry::Examine{agent.id, key, result.cases,
                                                             result.failures, result.note},
                                      boot()),
                              Reply{});
        }
        if (isPassed && agent.state == agentregistry::State::Candidate)
            asks.emplace_back(makeAsk(agentregistry::Hire{agent.id}, boot()), Reply{});
        if (asks.empty())
            continue;
        m_engine->send(std::move(asks));
        if (agent.kind == "core")
            m_engine->ask(superspine::Plan{}, boot());
    }
    m_engine->ask(superspine::Plan{}, boot());
}

}  // namespace hands
