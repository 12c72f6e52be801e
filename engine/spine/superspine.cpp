#include "spine/superspine.h"

#include "vault/dreamvault.h"

#include <algorithm>

namespace superspine {

DREAM_SYSTEM(SuperSpine)

namespace {

using Agents = std::vector<const agentregistry::Agent *>;

// Grants leases while there are slots; called at the end of everything that frees one or readies a
// task, so that a waiting worker gets its lease in the page of the submit.
void grant(const Memory &m, World &world)
{
    const Settings &settings = *m.settings;
    while (!settings.isDraining && m.leases.size() < settings.slots && !m.ready.isEmpty()) {
        const Id<Task> id{m.ready.keys().begin()->task};
        world.tell(Leased{id, m.tasks.find(id)->attempt + 1, world.now() + settings.lease});
    }
}

// Open agents of the core that have a pipeline, in the order of their making.
Agents wanted(const World &world, bool &isWaiting)
{
    Agents agents;
    const auto &registry = world.state<agentregistry::AgentRegistry>();
    for (const auto &[key, agent] : registry.agents.rows()) {
        if (agent.kind != "core" || agent.steps.empty() || !agent.tier.empty())
            continue;
        const bool isUndecided = agent.state == agentregistry::State::Candidate
                                 && agent.exam != agentregistry::Exam::Failed;
        isWaiting = isWaiting || isUndecided;
        if (agent.state == agentregistry::State::Hired)
            agents.push_back(&agent);
    }
    isWaiting = isWaiting || registry.agents.isEmpty();
    return agents;
}

Task makeTask(const Assignment &assignment, const PlannedStep &step, World &world)
{
    Task task;
    task.id = world.newId<Task>();
    task.assignment = assignment.id;
    task.dream = assignment.dream;
    task.agent = step.agent->slug;
    task.agentId = step.agent->id;
    task.capability = step.agent->steps[step.step].capability;
    task.step = step.step;
    task.isIndexing = step.isIndexing;
    task.priority = assignment.priority;
    task.batch = step.isComparing ? assignment.batch : 0;
    task.reason = "planned";
    return task;
}

void tellPlan(const Assignment &assignment, const std::vector<PlannedStep> &steps, World &world)
{
    std::vector<Id<Task>> ids;
    for (const PlannedStep &step : steps) {
        Task task = makeTask(assignment, step, world);
        for (std::size_t after : step.after)
            task.after.push_back(ids[after]);
        ids.push_back(task.id);
        world.tell(Planned{task});
    }
}

void close(const Memory &m, Id<Assignment> id, superspine::State state, const std::string &reason,
           World &world)
{
    const Assignment &assignment = *m.assignments.find(id);
    Closed closed;
    closed.assignment = id;
    closed.dream = assignment.dream;
    closed.state = state;
    closed.total = assignment.total;
    closed.done = assignment.done;
    closed.failed = assignment.failed;
    closed.used = assignment.used;
    closed.reason = reason;
    if (const Findings *found = m.findings.find(id)) {
        closed.figures = found->figures;
        closed.labels = found->labels;
    }
    closed.at = world.now();
    world.tell(closed);
}

// Closes an assignment whose tasks have all ended, or whose budget is used up.
void settle(const Memory &m, Id<Assignment> id, World &world)
{
    const Assignment *assignment = m.assignments.find(id);
    if (!assignment || !assignment->total)
        return;
    if (assignment->done + assignment->failed == assignment->total)
        close(m, id, assignment->failed ? superspine::State::Failed : superspine::State::Done,
              assignment->failed ? "tasks failed" : "", world);
    else if (assignment->timeMax.us && assignment->used > assignment->timeMax)
        close(m, id, superspine::State::Failed, "over budget", world);
}

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
    const std::int64_t ceiling = std::min(settings.backoffMax.us,
                                          settings.backoff.us << std::min(task.failures, 20u));
    const std::uint64_t jitter = world.random() % static_cast<std::uint64_t>(std::max<std::int64_t>(1, ceiling));
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
            return refuse("dreamvault.tooLarge", {{"bytes", std::to_string(made.bytes.text.size())},
                                                  {"limit", std::to_string(dreamvault::itemBytesMax)}});
    }
    return dreamvault::room(world.state<dreamvault::DreamVault>(), bytes);
}

Outcome checkOpen(const Memory &m, Id<Assignment> id)
{
    return m.assignments.find(id) ? done() : refuse("superspine.unknownAssignment");
}

// Least leased, then fewest errors, then oldest; the runners-up with their load.
const agentregistry::Agent *choose(const Memory &m, const World &world, const std::string &capability,
                                   std::string &reason)
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
            choices.push_back({fleet ? fleet->leased : 0, fleet ? fleet->errorPermille : 0, &agent});
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

Outcome SuperSpine::decide(const Memory &m, const Open &c, World &world)
{
    const dreams::Dream *dream = world.state<dreams::Dreams>().dreams.find(c.dream);
    if (!dream)
        return refuse("dreams.unknown");
    if (m.settings->isDraining && isForeign(world.envelope().origin))
        return refuse("superspine.draining");
    if (m.tasks.size() >= openTasksMax)
        return refuse("superspine.full", {{"limit", std::to_string(openTasksMax)}});
    bool isWaiting = false;
    const Agents agents = wanted(world, isWaiting);
    std::vector<PlannedStep> steps;
    if (!isWaiting) {
        if (agents.empty())
            return refuse("superspine.noAgent");
        if (Outcome planned = plan(agents, steps); !planned)
            return planned;
    }
    Assignment assignment;
    assignment.tasksMax = std::min(c.tasksMax.value_or(64), assignmentTasksMax);
    assignment.timeMax = c.timeMax.value_or(seconds(300));
    if (steps.size() > assignment.tasksMax)
        return refuse("superspine.overBudget", {{"tasks", std::to_string(steps.size())},
                                                {"budget", std::to_string(assignment.tasksMax)}});
    // A dream has one assignment at a time: work on an older text of it ends here.
    for (auto at = m.byDream.keys().lower_bound({c.dream.value, 0});
         at != m.byDream.keys().end() && at->first == c.dream.value;
         at = m.byDream.keys().lower_bound({c.dream.value, 0}))
        close(m, {at->second}, superspine::State::Cancelled, "newer text", world);
    assignment.id = world.newId<Assignment>();
    assignment.dream = c.dream;
    assignment.goal = c.goal;
    assignment.priority = c.priority;
    assignment.batch = dream->version == 1 ? dream->batch : 0;
    assignment.opened = world.now();
    world.tell(Opened{assignment});
    tellPlan(assignment, steps, world);
    grant(m, world);
    return done();
}

Outcome SuperSpine::decide(const Memory &m, const Plan &, World &world)
{
    bool isWaiting = false;
    const Agents agents = wanted(world, isWaiting);
    std::vector<PlannedStep> steps;
    if (isWaiting || agents.empty())
        return done();
    if (Outcome planned = plan(agents, steps); !planned)
        return planned;
    std::vector<Id<Assignment>> unplanned;
    for (const auto &[key, assignment] : m.assignments.rows())
        if (!assignment.total)
            unplanned.push_back(assignment.id);
    for (Id<Assignment> id : unplanned) {
        const Assignment assignment = *m.assignments.find(id);
        if (steps.size() > assignment.tasksMax)
            close(m, id, superspine::State::Failed, "over budget", world);
        else
            tellPlan(assignment, steps, world);
    }
    grant(m, world);
    return done();
}

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
            const Outcome kept = world.require(dreamvault::Keep{task.dream, c.task.value, made.name, made.mediaType,
                                                                made.bytes, task.agent, task.capability});
            if (!kept)
                return kept;
            receipt.outputs.push_back({made.name, made.mediaType, world.lastKept(), made.bytes.text.size()});
        }
    }
    world.tell(receipt);
    if (receipt.outcome != Result::Done && receipt.outcome != Result::Refused)
        retryOrAbandon(m, c.task, receipt.reason, world);
    if (receipt.outcome == Result::Refused)
        world.tell(Abandoned{c.task, task.dream, task.agent, task.capability, receipt.reason});
    watchHealth(m, task.agentId, world);
    settle(m, task.assignment, world);
    grant(m, world);
    return done();
}

Outcome SuperSpine::decide(const Memory &m, const Heartbeat &c, World &world)
{
    if (Outcome running = checkRunning(m, c.task, c.attempt); !running)
        return running;
    world.tell(Renewed{c.task, c.attempt, world.now() + m.settings->lease});
    return done();
}

Outcome SuperSpine::decide(const Memory &m, const Cancel &c, World &world)
{
    if (Outcome open = checkOpen(m, c.assignment); !open)
        return open;
    const bool isHere = world.state<dreams::Dreams>().dreams.find(m.assignments.find(c.assignment)->dream);
    close(m, c.assignment, superspine::State::Cancelled, isHere ? "cancelled" : "dream erased", world);
    grant(m, world);
    return done();
}

Outcome SuperSpine::decide(const Memory &m, const Pause &c, World &world)
{
    if (Outcome open = checkOpen(m, c.assignment); !open)
        return open;
    if (m.assignments.find(c.assignment)->state == superspine::State::Open)
        world.tell(Paused{c.assignment});
    return done();
}

Outcome SuperSpine::decide(const Memory &m, const Resume &c, World &world)
{
    if (Outcome open = checkOpen(m, c.assignment); !open)
        return open;
    if (m.assignments.find(c.assignment)->state == superspine::State::Paused)
        world.tell(Resumed{c.assignment});
    grant(m, world);
    return done();
}

Outcome SuperSpine::decide(const Memory &m, const Configure &c, World &world)
{
    Settings settings = *m.settings;
    settings.slots = c.slots.value_or(settings.slots);
    settings.lease = c.lease.value_or(settings.lease);
    settings.attemptsMax = c.attemptsMax.value_or(settings.attemptsMax);
    settings.backoff = c.backoff.value_or(settings.backoff);
    const bool isGood = settings.slots >= 1 && settings.slots <= 100'000 && settings.lease >= milliseconds(10)
                        && settings.lease <= seconds(3600) && settings.attemptsMax >= 1
                        && settings.attemptsMax <= 100 && settings.backoff.us >= 0 && settings.backoff <= seconds(3600);
    if (!isGood)
        return refuse("superspine.badSettings");
    if (settings != *m.settings)
        world.tell(Configured{settings});
    grant(m, world);
    return done();
}

Outcome SuperSpine::decide(const Memory &m, const Drain &c, World &world)
{
    Settings settings = *m.settings;
    settings.isDraining = c.isDraining;
    if (settings != *m.settings)
        world.tell(Configured{settings});
    grant(m, world);
    return done();
}

Outcome SuperSpine::decide(const Memory &, const OpenBatch &c, World &world)
{
    world.tell(BatchOpened{world.newId<Batch>(), c.expected});
    return done();
}

Outcome SuperSpine::decide(const Memory &m, const CloseBatch &c, World &world)
{
    const Batch *batch = m.batches.find(c.batch);
    if (!batch)
        return refuse("superspine.unknownBatch");
    if (!batch->isClosed)
        world.tell(BatchClosed{c.batch, c.dreams});
    grant(m, world);
    return done();
}

Outcome SuperSpine::decide(const Memory &m, const superspine::Tick &, World &world)
{
    while (!m.leases.isEmpty() && m.leases.keys().begin()->first <= world.now().us) {
        const Id<Task> id{m.leases.keys().begin()->second};
        const Task task = *m.tasks.find(id);
        world.tell(Expired{id, task.attempt});
        if (task.failures + 1 >= m.settings->attemptsMax)
            world.tell(Abandoned{id, task.dream, task.agent, task.capability, "lease expired"});
        watchHealth(m, task.agentId, world);
        settle(m, task.assignment, world);
    }
    while (!m.sleeping.isEmpty() && m.sleeping.keys().begin()->first <= world.now().us)
        world.tell(Woken{{m.sleeping.keys().begin()->second}});
    grant(m, world);
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
            world.tell(Abandoned{id, task.dream, task.agent, task.capability, "lost with its process"});
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

void SuperSpine::react(const Memory &, const dreams::Created &f, Reactions &reactions)
{
    Open open;
    open.dream = f.dream.id;
    reactions.ask(open);
}

void SuperSpine::react(const Memory &, const dreams::Edited &f, Reactions &reactions)
{
    if (!f.isTextChanged)
        return;
    Open open;
    open.dream = f.dream;
    reactions.ask(open);
}

void SuperSpine::react(const Memory &m, const dreams::Erased &f, Reactions &reactions)
{
    for (auto at = m.byDream.keys().lower_bound({f.dream.value, 0});
         at != m.byDream.keys().end() && at->first == f.dream.value; ++at)
        reactions.ask(Cancel{{at->second}});
}

void SuperSpine::react(const Memory &, const agentregistry::Hired &, Reactions &reactions)
{
    reactions.ask(Plan{});
}

void SuperSpine::react(const Memory &, const Opened &f, Reactions &reactions)
{
    dreams::Assess assess;
    assess.dream = f.assignment.dream;
    assess.state = dreams::State::Working;
    reactions.ask(assess);
}

void SuperSpine::react(const Memory &, const Closed &f, Reactions &reactions)
{
    if (f.state == superspine::State::Cancelled && f.reason != "cancelled")
        return;
    dreams::Assess assess;
    assess.dream = f.dream;
    if (f.state == superspine::State::Cancelled) {
        // Nobody works on it any more.
        assess.state = dreams::State::New;
        reactions.ask(assess);
        return;
    }
    assess.state = f.state == superspine::State::Done ? dreams::State::Understood : dreams::State::Failed;
    if (const auto overall = f.figures.find("overall"); overall != f.figures.end())
        assess.score.value = static_cast<std::int32_t>(overall->second);
    for (const Named &label : f.labels) {
        if (label.name == "form")
            assess.form = label.value;
        if (label.name == "language")
            assess.language = label.value;
    }
    reactions.ask(assess);
}

}  // namespace superspine
