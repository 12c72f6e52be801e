// Deciding over assignments and imports: opened, planned, cancelled, paused; and the settings.
#include "spine/superspinework.h"

#include "identity/dreamstate.h"

#include <algorithm>

namespace superspine {

DREAM_SYSTEM(SuperSpine)

namespace {

using Agents = std::vector<const agentregistry::Agent *>;

// More dreams than fit are planned by what follows: every task that ends plans some of the rest.
constexpr std::size_t planFactsMax = 1024;

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

Outcome checkOpen(const Memory &m, Id<Assignment> id)
{
    return m.assignments.find(id) ? done() : refuse("superspine.unknownAssignment");
}

}  // namespace

Outcome SuperSpine::decide(const Memory &m, const Open &c, World &world)
{
    const dreams::Dream *dream = world.state<dreams::Dreams>().dreams.find(c.dream);
    if (!dream)
        return refuse("dreams.unknown");
    // Whoever took their consent back is not asked again for each dream.
    if (!dreamstate::isAllowed(world.state<dreamstate::DreamState>(), dreams::authorOf(*dream),
                               dreamstate::Audience::Agents, dreamstate::Vertical::Dreams))
        return world.envelope().origin == Origin::Reaction ? done()
                                                           : refuse("dreamstate.noConsent");
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

Outcome planSome(const Memory &m, std::size_t factsMax, World &world)
{
    if (m.unplanned.isEmpty())
        return done();
    bool isWaiting = false;
    const Agents agents = wanted(world, isWaiting);
    std::vector<PlannedStep> steps;
    if (isWaiting || agents.empty())
        return done();
    if (Outcome planned = plan(agents, steps); !planned)
        return planned;
    for (std::size_t facts = 0; !m.unplanned.isEmpty() && facts < factsMax;) {
        const Assignment assignment = *m.assignments.find(*m.unplanned.keys().begin());
        if (steps.size() > assignment.tasksMax)
            close(m, assignment.id, superspine::State::Failed, "over budget", world);
        else
            tellPlan(assignment, steps, world);
        facts += steps.size();
    }
    return done();
}

Outcome SuperSpine::decide(const Memory &m, const Plan &, World &world)
{
    if (Outcome planned = planSome(m, planFactsMax, world); !planned)
        return planned;
    grant(m, world);
    return done();
}

Outcome SuperSpine::decide(const Memory &m, const Cancel &c, World &world)
{
    if (Outcome open = checkOpen(m, c.assignment); !open)
        return open;
    const bool isHere =
        world.state<dreams::Dreams>().dreams.find(m.assignments.find(c.assignment)->dream);
    close(m, c.assignment, superspine::State::Cancelled, isHere ? "cancelled" : "dream erased",
          world);
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
    const bool isGood = settings.slots >= 1 && settings.slots <= 100'000
                        && settings.lease >= milliseconds(10) && settings.lease <= seconds(3600)
                        && settings.attemptsMax >= 1 && settings.attemptsMax <= 100
                        && settings.backoff.us >= 0 && settings.backoff <= seconds(3600);
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

}  // namespace superspine
