// Deciding over tasks and their attempts: submitted, completed, renewed, expired, taken back.
#include "spine/superspinework.h"

#include "vault/dreamvault.h"

#include <algorithm>

namespace superspine {

namespace {

constexpr int expiriesMax = 256;  // of one tick

void watchHealth(const Memory &m, Id<agentregistry::Agent> agent, World &world)
{
    const Fleet *fleet = m.fleet.find(agent);
    if (!fleet)
        return;
    // Two thresholds each way, so that it does not flutter.
    Fleet::Health health = fleet->health;
    if (fleet->errorPermille > 500)
        health = Fleet::Health::Error;
    else if (fleet->errorPermille > 200)
        health = std::max(health, Fleet::Health::Degraded);
    else if (fleet->errorPermille < 100)
        health = Fleet::Health::Idle;
    else if (health == Fleet::Health::Error)
        health = Fleet::Health::Degraded;
    if (health != fleet->health)
        world.tell(HealthChanged{agent, health});
}

// Again later, or not at all. Capped exponential backoff with full jitter (Brooker, AWS 2015).
void retryOrAbandon(const Memory &m, Id<Task> id, const std::string &reason, World &world)
{
    const Task &task = *m.tasks.find(id);
    const Settings &settings = *m.settings;
    if (task.failures >= settings.attemptsMax) {
        world.tell(Abandoned{id, task.dream, task.agent, task.capability, reason});
        return;
    }
    const std::int64_t ceiling =
        std::min(settings.backoffMax.us, settings.backoff.us << std::min(task.failures, 20u));
    const std::uint64_t jitter =
        world.random() % static_cast<std::uint64_t>(std::max<std::int64_t>(1, ceiling));
    world.tell(Delayed{id, world.now() + Duration{1 + static_cast<std::int64_t>(jitter)}});
}

Outcome checkRunning(const Memory &m, Id<Task> id, std::uint32_t attempt)
{
    const Task *task = m.tasks.find(id);
    if (!task || task->state != TaskState::Leased || task->attempt != attempt)
        return refuse("superspine.lateAttempt", {{"attempt", std::to_string(attempt)}});
    return done();
}

// What cannot be kept fails its task at once: made again, it would be as large again.
Outcome checkOutputs(const std::vector<Made> &outputs, const World &world)
{
    std::uint64_t bytes = 0;
    for (const Made &made : outputs) {
        bytes += made.bytes.text.size();
        if (made.bytes.text.size() > dreamvault::itemBytesMax)
            return refuse("dreamvault.tooLarge",
                          {{"bytes", std::to_string(made.bytes.text.size())},
                           {"limit", std::to_string(dreamvault::itemBytesMax)}});
    }
    return dreamvault::room(world.state<dreamvault::DreamVault>(), bytes);
}

// Least leased, then fewest errors, then oldest; the runners-up with their load.
const agentregistry::Agent *choose(const Memory &m, const World &world,
                                   const std::string &capability, std::string &reason)
{
    struct Choice {
        std::uint32_t leased, errors;
        const agentregistry::Agent *agent;
    };
    std::vector<Choice> choices;
    for (const auto &[key, agent] : world.state<agentregistry::AgentRegistry>().agents.rows()) {
        const auto &can = agent.capabilities;
        if (agent.state != agentregistry::State::Hired || !agent.tier.empty()
            || std::find(can.begin(), can.end(), capability) == can.end())
            continue;
        const Fleet *fleet = m.fleet.find(agent.id);
        if (!fleet || fleet->health != Fleet::Health::Error)
            choices.push_back(
                {fleet ? fleet->leased : 0, fleet ? fleet->errorPermille : 0, &agent});
    }
    if (choices.empty())
        return nullptr;
    std::stable_sort(choices.begin(), choices.end(), [](const Choice &a, const Choice &b) {
        return std::pair(a.leased, a.errors) < std::pair(b.leased, b.errors);
    });
    reason = "least busy";
    for (std::size_t i = 1; i < choices.size() && i < 4; ++i)
        reason += (i == 1 ? "; then " : ", ") + choices[i].agent->slug;
    return choices.front().agent;
}

}  // namespace

Outcome SuperSpine::decide(const Memory &m, const Submit &c, World &world)
{
    if (!agentregistry::isCapability(c.capability))
        return refuse("superspine.unknownCapability", {{"capability", c.capability.substr(0, 64)}});
    if (m.settings->isDraining)
        return refuse("superspine.draining");
    if (m.tasks.size() >= openTasksMax)
        return refuse("superspine.full", {{"limit", std::to_string(openTasksMax)}});
    if (c.dream && !world.state<dreams::Dreams>().dreams.find(c.dream))
        return refuse("dreams.unknown");
    for (Id<Task> after : c.after)
        if (!m.tasks.find(after))
            return refuse("superspine.unknownTask");
    std::string reason = "asked for";
    const agentregistry::Agent *agent =
        c.agent.empty() ? choose(m, world, c.capability, reason)
                        : agentregistry::find(world.state<agentregistry::AgentRegistry>(), c.agent);
    if (!agent)
        return refuse(c.agent.empty() ? "superspine.noAgent" : "agentregistry.unknown");
    if (agent->state != agentregistry::State::Hired)
        return refuse("superspine.notHired", {{"agent", agent->name}});
    if (!agent->tier.empty())
        return refuse("superspine.agentLocked", {{"agent", agent->name}, {"missing", agent->tier}});
    const auto &can = agent->capabilities;
    if (std::find(can.begin(), can.end(), c.capability) == can.end())
        return refuse("superspine.cannot", {{"agent", agent->name}, {"capability", c.capability}});
    Task task;
    task.id = world.newId<Task>();
    task.dream = c.dream;
    task.agent = agent->slug;
    task.agentId = agent->id;
    task.capability = c.capability;
    for (std::size_t i = 0; i < agent->steps.size(); ++i)
        if (agent->steps[i].capability == c.capability)
            task.step = static_cast<std::uint16_t>(i);
    task.after = c.after;
    task.priority = c.priority;
    task.reason = reason;
    world.tell(Planned{task});
    grant(m, world);
    return done();
}

Outcome SuperSpine::decide(const Memory &m, const Complete &c, World &world)
{
    if (Outcome running = checkRunning(m, c.task, c.attempt); !running)
        return running;
    const Task task = *m.tasks.find(c.task);
    if (task.dream && !world.state<dreams::Dreams>().dreams.find(task.dream))
        return refuse("superspine.dreamErased");
    Finished receipt;
    receipt.task = c.task;
    receipt.attempt = c.attempt;
    receipt.assignment = task.assignment;
    receipt.dream = task.dream;
    receipt.agent = task.agent;
    receipt.capability = task.capability;
    receipt.version = c.version;
    receipt.brain = c.brain;
    receipt.model = c.model;
    receipt.seed = c.seed;
    receipt.inputs = c.inputs;
    receipt.figures = c.figures;
    receipt.labels = c.labels;
    receipt.duration = c.duration;
    receipt.outcome = c.result;
    receipt.reason = firstBytes(c.reason, textBytesMax);
    receipt.at = world.now();
    const Outcome fits = checkOutputs(c.outputs, world);
    if (c.result == Result::Done && !fits) {
        receipt.outcome = Result::Refused;
        receipt.reason = fits.refusal().code;
    }
    if (receipt.outcome == Result::Done) {
        for (const Made &made : c.outputs) {
            const Outcome kept =
                world.require(dreamvault::Keep{task.dream, c.task.value, made.name, made.mediaType,
                                               made.bytes, task.agent, task.capability});
            if (!kept)
                return kept;
            receipt.outputs.push_back(
                {made.name, made.mediaType, world.lastKept(), made.bytes.text.size()});
        }
    }
    world.tell(receipt);
    if (receipt.outcome != Result::Done && receipt.outcome != Result::Refused)
        retryOrAbandon(m, c.task, receipt.reason, world);
    if (receipt.outcome == Result::Refused)
        world.tell(Abandoned{c.task, task.dream, task.agent, task.capability, receipt.reason});
    watchHealth(m, task.agentId, world);
    settle(m, task.assignment, world);
    goOn(m, world);
    return done();
}

Outcome SuperSpine::decide(const Memory &m, const Heartbeat &c, World &world)
{
    if (Outcome running = checkRunning(m, c.task, c.attempt); !running)
        return running;
    world.tell(Renewed{c.task, c.attempt, world.now() + m.settings->lease});
    return done();
}

Outcome SuperSpine::decide(const Memory &m, const superspine::Tick &, World &world)
{
    // What is left over is due again at once.
    for (int ended = 0; ended < expiriesMax && !m.leases.isEmpty()
                        && m.leases.keys().begin()->first <= world.now().us;
         ++ended) {
        const Id<Task> id{m.leases.keys().begin()->second};
        const Task task = *m.tasks.find(id);
        world.tell(Expired{id, task.attempt});
        if (task.failures + 1 >= m.settings->attemptsMax)
            world.tell(Abandoned{id, task.dream, task.agent, task.capability, "lease expired"});
        watchHealth(m, task.agentId, world);
        settle(m, task.assignment, world);
    }
    for (int woken = 0; woken < expiriesMax && !m.sleeping.isEmpty()
                        && m.sleeping.keys().begin()->first <= world.now().us;
         ++woken)
        world.tell(Woken{{m.sleeping.keys().begin()->second}});
    goOn(m, world);
    return done();
}

Outcome SuperSpine::decide(const Memory &m, const TakeBack &, World &world)
{
    std::vector<Id<Task>> leased;
    for (const auto &[until, task] : m.leases.keys())
        leased.push_back({task});
    for (Id<Task> id : leased) {
        const Task task = *m.tasks.find(id);
        world.tell(Expired{id, task.attempt});
        // A text that brings the process down must not do so at every start.
        if (task.failures + 1 >= m.settings->attemptsMax)
            world.tell(
                Abandoned{id, task.dream, task.agent, task.capability, "lost with its process"});
        settle(m, task.assignment, world);
    }
    std::vector<Batch> open;
    for (const auto &[key, batch] : m.batches.rows())
        if (!batch.isClosed || batch.opened < batch.expected)
            open.push_back(batch);
    for (const Batch &batch : open)
        world.tell(BatchClosed{batch.id, batch.opened});
    grant(m, world);
    return done();
}

}  // namespace superspine
