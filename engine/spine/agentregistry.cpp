#include "spine/agentregistry.h"

#include <algorithm>
#include <array>

namespace agentregistry {

DREAM_SYSTEM(AgentRegistry)

namespace {

constexpr std::string_view vocabulary[] = {
#include "spine/vocabulary.inc"
};

bool isSlug(std::string_view slug)
{
    const auto isGood = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !slug.empty() && slug.size() <= 64 && std::all_of(slug.begin(), slug.end(), isGood);
}

Outcome check(const Manifest &manifest)
{
    const auto bad = [&](const char *part) {
        return refuse("agentregistry.badManifest", {{"agent", manifest.slug.substr(0, 64)}, {"part", part}});
    };
    if (!isSlug(manifest.slug))
        return bad("slug");
    if (manifest.name.empty() || manifest.name.size() > 120)
        return bad("name");
    if (manifest.summary.size() > textBytesMax || manifest.tier.size() > 4 * textBytesMax)
        return bad("summary");
    if (manifest.capabilities.empty() || manifest.capabilities.size() > stepsMax)
        return bad("capabilities");
    for (const std::string &capability : manifest.capabilities)
        if (!isCapability(capability))
            return refuse("agentregistry.unknownCapability",
                          {{"agent", manifest.slug}, {"capability", capability.substr(0, 64)}});
    if (manifest.steps.size() > stepsMax)
        return bad("steps");
    for (const Step &step : manifest.steps)
        if (std::find(manifest.capabilities.begin(), manifest.capabilities.end(), step.capability)
            == manifest.capabilities.end())
            return bad("steps");
    return done();
}

bool isSame(const Agent &agent, const Manifest &manifest)
{
    return agent.name == manifest.name && agent.kind == manifest.kind
           && agent.version == manifest.version && agent.summary == manifest.summary
           && agent.capabilities == manifest.capabilities && agent.steps == manifest.steps
           && agent.tier == manifest.tier;
}

}  // namespace

bool isCapability(std::string_view name)
{
    return std::binary_search(std::begin(vocabulary), std::end(vocabulary), name);
}

const Agent *find(const Memory &memory, const std::string &slug)
{
    const std::uint64_t *id = memory.bySlug.find(slug);
    return id ? memory.agents.find(*id) : nullptr;
}

Outcome AgentRegistry::decide(const Memory &memory, const Register &c, World &world)
{
    if (Outcome checked = check(c.manifest); !checked)
        return checked;
    Agent agent;
    if (const Agent *known = find(memory, c.manifest.slug)) {
        if (isSame(*known, c.manifest))
            return done();
        // A name belongs to whoever registered it; only a new version of the same agent may follow.
        if (known->kind != c.manifest.kind || known->version == c.manifest.version)
            return refuse("agentregistry.duplicate", {{"agent", c.manifest.slug}});
        agent.id = known->id;
        agent.state = known->state;
    } else {
        if (memory.agents.size() >= agentsMax)
            return refuse("agentregistry.full", {{"limit", std::to_string(agentsMax)}});
        agent.id = world.newId<Agent>();
    }
    agent.slug = c.manifest.slug;
    agent.name = c.manifest.name;
    agent.kind = c.manifest.kind;
    agent.version = c.manifest.version;
    agent.summary = c.manifest.summary;
    agent.capabilities = c.manifest.capabilities;
    agent.steps = c.manifest.steps;
    agent.tier = c.manifest.tier;
    world.tell(Registered{agent});
    return done();
}

Outcome AgentRegistry::decide(const Memory &memory, const Examine &c, World &world)
{
    const Agent *agent = memory.agents.find(c.agent);
    if (!agent)
        return refuse("agentregistry.unknown");
    const Exam exam = c.cases == 0 ? Exam::Missing : c.failures ? Exam::Failed : Exam::Passed;
    if (agent->examKey == c.key && agent->exam == exam)
        return done();
    world.tell(Examined{c.agent, exam, c.key, c.cases, c.failures,
                        std::string(firstBytes(c.note, textBytesMax))});
    if (exam != Exam::Passed && agent->state == agentregistry::State::Hired)
        world.tell(Dismissed{c.agent, "exam"});
    return done();
}

Outcome AgentRegistry::decide(const Memory &memory, const Hire &c, World &world)
{
    const Agent *agent = memory.agents.find(c.agent);
    if (!agent)
        return refuse("agentregistry.unknown");
    if (agent->exam == Exam::Missing)
        return refuse("agentregistry.examMissing", {{"agent", agent->name}});
    if (agent->exam == Exam::Failed)
        return refuse("agentregistry.examFailed",
                      {{"agent", agent->name}, {"failures", std::to_string(agent->examFailures)},
                       {"cases", std::to_string(agent->examCases)}});
    if (agent->state != agentregistry::State::Hired)
        world.tell(Hired{c.agent});
    return done();
}

Outcome AgentRegistry::decide(const Memory &memory, const Dismiss &c, World &world)
{
    const Agent *agent = memory.agents.find(c.agent);
    if (!agent)
        return refuse("agentregistry.unknown");
    if (agent->state == agentregistry::State::Hired)
        world.tell(Dismissed{c.agent, "asked"});
    return done();
}

void AgentRegistry::evolve(Memory &memory, const Registered &f, const Moment &)
{
    memory.bySlug.put(f.agent.slug, f.agent.id.value);
    memory.agents.put(f.agent);
}

void AgentRegistry::evolve(Memory &memory, const Examined &f, const Moment &)
{
    memory.agents.change(f.agent, [&](Agent &agent) {
        agent.exam = f.exam;
        agent.examKey = f.key;
        agent.examCases = f.cases;
        agent.examFailures = f.failures;
        agent.examNote = f.note;
    });
}

void AgentRegistry::evolve(Memory &memory, const Hired &f, const Moment &)
{
    memory.agents.change(f.agent, [](Agent &agent) { agent.state = agentregistry::State::Hired; });
}

void AgentRegistry::evolve(Memory &memory, const Dismissed &f, const Moment &)
{
    memory.agents.change(f.agent, [](Agent &agent) { agent.state = agentregistry::State::Dismissed; });
}

void AgentRegistry::rebuild(Memory &memory)
{
    memory.bySlug.clear();
    for (const auto &[key, agent] : memory.agents.rows())
        memory.bySlug.put(agent.slug, key);
}

void AgentRegistry::vitals(const Memory &memory, Vitals &vitals)
{
    std::int64_t hired = 0, failed = 0;
    bool isExamining = memory.agents.isEmpty();  // a first start: the catalogue is on its way
    for (const auto &[key, agent] : memory.agents.rows()) {
        hired += agent.state == agentregistry::State::Hired;
        failed += agent.exam == Exam::Failed;
        isExamining = isExamining || (agent.kind == "core" && agent.exam == Exam::Missing);
    }
    vitals.push_back({"agents", static_cast<std::int64_t>(memory.agents.size()), "count"});
    vitals.push_back({"hired", hired, "count", hired ? Vital::Well : isExamining ? Vital::Look : Vital::Failing});
    vitals.push_back({"failed exams", failed, "count", failed ? Vital::Look : Vital::Well});
}

}  // namespace agentregistry
