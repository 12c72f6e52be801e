// How the spine's state follows from its facts. Readiness, fair-share tags and cascades of a failed
// task are derived here, so that a replay needs no fact for them.
#include "spine/superspinework.h"

#include <algorithm>

namespace superspine {

namespace {

constexpr std::uint64_t shareUnit = 1'000'000;  // virtual cost of a task at weight 1

bool isEnded(TaskState state)
{
    return state >= TaskState::Done;
}

bool isBlocked(const Memory &m, const Task &task)
{
    return std::any_of(task.after.begin(), task.after.end(), [&](Id<Task> id) {
        const Task *other = m.tasks.find(id);
        return other && other->state != TaskState::Done;
    });
}

// Start-time fair queueing (Goyal, Vin, Cheng 1996): a dream's next task starts where its last ended.
void enqueue(Memory &m, Id<Task> id)
{
    std::uint64_t tag = *m.virtualTime;
    m.assignments.change(m.tasks.find(id)->assignment, [&](Assignment &assignment) {
        tag = std::max(tag, assignment.finishTag);
        assignment.finishTag = tag + shareUnit / std::max(1u, assignment.weight);
    });
    m.tasks.change(id, [&](Task &task) {
        task.state = TaskState::Ready;
        task.tag = tag;
        task.notBefore = {};
    });
    const Task &task = *m.tasks.find(id);
    if (mayRun(m, task))
        m.ready.insert(readyKey(task));
}

void enqueueIfFree(Memory &m, Id<Task> id)
{
    const Task *task = m.tasks.find(id);
    if (task && task->state == TaskState::Waiting && !task->notBefore.us && !isBlocked(m, *task)
        && isGateOpen(m, *task))
        enqueue(m, id);
}

std::vector<Id<Task>> waitingFor(const Memory &m, std::uint64_t thing)
{
    std::vector<Id<Task>> found;
    for (auto at = m.waiting.keys().lower_bound({thing, 0});
         at != m.waiting.keys().end() && at->first == thing; ++at)
        found.push_back({at->second});
    return found;
}

void openGateIfDone(Memory &m, Id<Batch> id)
{
    const Batch *batch = m.batches.find(id);
    if (!batch || !batch->isClosed || batch->pending || batch->opened < batch->expected)
        return;
    m.batches.erase(id);
    for (Id<Task> task : waitingFor(m, id.value)) {
        m.waiting.erase({id.value, task.value});
        enqueueIfFree(m, task);
    }
}

// This assignment's part of its batch is indexed, or never will be.
void settleBatch(Memory &m, Id<Assignment> id)
{
    const Assignment *assignment = m.assignments.find(id);
    if (!assignment || !assignment->batch || assignment->isIndexed)
        return;
    const Id<Batch> batch{assignment->batch};
    m.assignments.change(id, [](Assignment &a) { a.isIndexed = true; });
    m.batches.change(batch, [](Batch &b) { --b.pending; });
    openGateIfDone(m, batch);
}

void unlease(Memory &m, const Task &task)
{
    m.leases.erase({task.leasedUntil.us, task.id.value});
    m.assignments.change(task.assignment, [](Assignment &a) { --a.leased; });
    m.fleet.change(task.agentId, [](Fleet &fleet) { --fleet.leased; });
    m.tasks.change(task.id, [](Task &t) { t.leasedUntil = {}; });
}

void dropIndexes(Memory &m, const Task &task)
{
    m.ready.erase(readyKey(task));
    if (task.leasedUntil.us)
        unlease(m, task);
    if (task.notBefore.us)
        m.sleeping.erase({task.notBefore.us, task.id.value});
    for (Id<Task> after : task.after)
        m.waiting.erase({after.value, task.id.value});
    if (task.batch)
        m.waiting.erase({task.batch, task.id.value});
}

void drop(Memory &m, Id<Task> id)
{
    const Task *task = m.tasks.find(id);
    if (!task)
        return;
    dropIndexes(m, *task);
    m.byAssignment.erase({task->assignment.value, id.value});
    m.tasks.erase(id);
}

// One task has ended: those that wait for it go on, or are added to `left` to end with it.
void endOne(Memory &m, Id<Task> id, TaskState state, std::vector<Id<Task>> &left)
{
    const Task *found = m.tasks.find(id);
    if (!found || isEnded(found->state))
        return;
    const Id<Assignment> assignment = found->assignment;
    const bool wasIndexing = found->isIndexing;
    dropIndexes(m, *found);
    m.tasks.change(id, [&](Task &task) {
        task.state = state;
        task.notBefore = {};
    });
    m.assignments.change(assignment,
                         [&](Assignment &a) { ++(state == TaskState::Done ? a.done : a.failed); });
    if (wasIndexing)
        settleBatch(m, assignment);
    for (Id<Task> next : waitingFor(m, id.value)) {
        m.waiting.erase({id.value, next.value});
        if (state == TaskState::Done)
            enqueueIfFree(m, next);
        else
            left.push_back(next);
    }
    if (!assignment)
        drop(m, id);
}

// A chain of tasks may be as long as the queue, so the cascade does not call itself.
void end(Memory &m, Id<Task> id, TaskState state)
{
    std::vector<Id<Task>> left;
    endOne(m, id, state, left);
    while (!left.empty()) {
        const Id<Task> next = left.back();
        left.pop_back();
        endOne(m, next, TaskState::Cancelled, left);
    }
}

void countAttempt(Memory &m, Id<agentregistry::Agent> agent, bool isGood)
{
    m.fleet.change(agent, [&](Fleet &fleet) {
        ++(isGood ? fleet.done : fleet.failed);
        // Exponentially weighted moving average, one sixteenth an attempt.
        fleet.errorPermille += (isGood ? 0 : 1000 / 16);
        fleet.errorPermille -= fleet.errorPermille / 16;
    });
}

}  // namespace

void SuperSpine::evolve(Memory &m, const Opened &f, const Moment &)
{
    m.assignments.put(f.assignment);
    m.findings.put({f.assignment.id, {}, {}});
    m.byDream.insert({f.assignment.dream.value, f.assignment.id.value});
    m.unplanned.insert(f.assignment.id.value);
    m.batches.change(Id<Batch>{f.assignment.batch}, [](Batch &batch) {
        ++batch.opened;
        ++batch.pending;
    });
}

void SuperSpine::evolve(Memory &m, const Planned &f, const Moment &)
{
    m.tasks.put(f.task);
    m.byAssignment.insert({f.task.assignment.value, f.task.id.value});
    if (m.assignments.change(f.task.assignment, [](Assignment &a) { ++a.total; }))
        m.unplanned.erase(f.task.assignment.value);
    for (Id<Task> after : f.task.after)
        if (const Task *other = m.tasks.find(after); other && other->state != TaskState::Done)
            m.waiting.insert({after.value, f.task.id.value});
    if (!isGateOpen(m, f.task))
        m.waiting.insert({f.task.batch, f.task.id.value});
    if (f.task.agentId && !m.fleet.find(f.task.agentId)) {
        Fleet fleet;
        fleet.agent = f.task.agentId;
        fleet.slug = f.task.agent;
        m.fleet.put(fleet);
    }
    enqueueIfFree(m, f.task.id);
}

void SuperSpine::evolve(Memory &m, const Leased &f, const Moment &)
{
    const Task &task = *m.tasks.find(f.task);
    m.ready.erase(readyKey(task));
    m.leases.insert({f.until.us, f.task.value});
    m.virtualTime.set(std::max(*m.virtualTime, task.tag));
    m.assignments.change(task.assignment, [](Assignment &a) { ++a.leased; });
    m.fleet.change(task.agentId, [](Fleet &fleet) { ++fleet.leased; });
    m.tasks.change(f.task, [&](Task &t) {
        t.state = TaskState::Leased;
        t.attempt = f.attempt;
        t.leasedUntil = f.until;
    });
}

void SuperSpine::evolve(Memory &m, const Renewed &f, const Moment &)
{
    const Task &task = *m.tasks.find(f.task);
    m.leases.erase({task.leasedUntil.us, f.task.value});
    m.leases.insert({f.until.us, f.task.value});
    m.tasks.change(f.task, [&](Task &t) { t.leasedUntil = f.until; });
}

void SuperSpine::evolve(Memory &m, const Finished &f, const Moment &)
{
    const Task *task = m.tasks.find(f.task);
    if (!task)
        return;
    countAttempt(m, task->agentId, f.outcome == Result::Done);
    unlease(m, *task);
    m.assignments.change(f.assignment, [&](Assignment &a) { a.used.us += f.duration.us; });
    if (f.outcome == Result::Done) {
        m.tasks.change(f.task, [&](Task &t) { t.outputs = f.outputs; });
        m.findings.change(f.assignment, [&](Findings &found) {
            for (const auto &[name, value] : f.figures)
                found.figures[name] = value;
            for (const Named &label : f.labels) {
                const auto same = [&](const Named &known) { return known.name == label.name; };
                if (std::none_of(found.labels.begin(), found.labels.end(), same))
                    found.labels.push_back(label);
            }
        });
        end(m, f.task, TaskState::Done);
    } else {
        m.tasks.change(f.task, [](Task &t) {
            ++t.failures;
            t.state = TaskState::Waiting;
        });
    }
}

void SuperSpine::evolve(Memory &m, const Expired &f, const Moment &)
{
    unlease(m, *m.tasks.find(f.task));
    m.tasks.change(f.task, [](Task &t) {
        ++t.failures;
        t.state = TaskState::Waiting;
    });
    countAttempt(m, m.tasks.find(f.task)->agentId, false);
    // Re-offered at once; whether it is given up instead is the decision's next fact.
    enqueue(m, f.task);
}

void SuperSpine::evolve(Memory &m, const Delayed &f, const Moment &)
{
    m.tasks.change(f.task, [&](Task &t) { t.notBefore = f.notBefore; });
    m.sleeping.insert({f.notBefore.us, f.task.value});
}

void SuperSpine::evolve(Memory &m, const Abandoned &f, const Moment &)
{
    end(m, f.task, TaskState::Failed);
}

void SuperSpine::evolve(Memory &m, const Woken &f, const Moment &)
{
    m.sleeping.erase({m.tasks.find(f.task)->notBefore.us, f.task.value});
    enqueue(m, f.task);
}

void SuperSpine::evolve(Memory &m, const Closed &f, const Moment &)
{
    settleBatch(m, f.assignment);
    std::vector<Id<Task>> tasks;
    const auto &keys = m.byAssignment.keys();
    for (auto at = keys.lower_bound({f.assignment.value, 0});
         at != keys.end() && at->first == f.assignment.value; ++at)
        tasks.push_back({at->second});
    for (Id<Task> task : tasks)
        drop(m, task);
    m.byDream.erase({f.dream.value, f.assignment.value});
    m.unplanned.erase(f.assignment.value);
    m.findings.erase(f.assignment);
    m.assignments.erase(f.assignment);
}

void SuperSpine::evolve(Memory &m, const Paused &f, const Moment &)
{
    m.assignments.change(f.assignment, [](Assignment &a) { a.state = superspine::State::Paused; });
    const auto &keys = m.byAssignment.keys();
    for (auto at = keys.lower_bound({f.assignment.value, 0});
         at != keys.end() && at->first == f.assignment.value; ++at)
        m.ready.erase(readyKey(*m.tasks.find(at->second)));
}

void SuperSpine::evolve(Memory &m, const Resumed &f, const Moment &)
{
    m.assignments.change(f.assignment, [](Assignment &a) { a.state = superspine::State::Open; });
    const auto &keys = m.byAssignment.keys();
    for (auto at = keys.lower_bound({f.assignment.value, 0});
         at != keys.end() && at->first == f.assignment.value; ++at)
        if (const Task &task = *m.tasks.find(at->second); task.state == TaskState::Ready)
            m.ready.insert(readyKey(task));
}

void SuperSpine::evolve(Memory &m, const Configured &f, const Moment &)
{
    m.settings.set(f.settings);
}

void SuperSpine::evolve(Memory &m, const BatchOpened &f, const Moment &)
{
    m.batches.put({f.batch, 0, 0, f.expected, false});
}

void SuperSpine::evolve(Memory &m, const BatchClosed &f, const Moment &)
{
    m.batches.change(f.batch, [&](Batch &batch) {
        batch.isClosed = true;
        batch.expected = f.dreams;
    });
    openGateIfDone(m, f.batch);
}

void SuperSpine::evolve(Memory &m, const HealthChanged &f, const Moment &)
{
    m.fleet.change(f.agent, [&](Fleet &fleet) { fleet.health = f.health; });
}

}  // namespace superspine
