// The spine's derived members after a snapshot, its timer and its vitals; and what its parts share.
#include "spine/superspinework.h"

#include <algorithm>

namespace superspine {

namespace {
constexpr int grantsMax = 512;  // of one command, so that a page stays a page
constexpr std::size_t planFactsFollowing = 128;
}  // namespace

bool isGateOpen(const Memory &m, const Task &task)
{
    return !task.batch || !m.batches.find(task.batch);
}

ReadyKey readyKey(const Task &task)
{
    return {static_cast<std::uint8_t>(255 - task.priority), task.tag, task.id.value};
}

bool mayRun(const Memory &m, const Task &task)
{
    const Assignment *assignment = m.assignments.find(task.assignment);
    return !task.assignment || (assignment && assignment->state == State::Open);
}

void grant(const Memory &m, World &world)
{
    const Settings &settings = *m.settings;
    // What is left over is granted when one of these ends.
    for (int granted = 0; granted < grantsMax && !settings.isDraining
                          && m.leases.size() < settings.slots && !m.ready.isEmpty();
         ++granted) {
        const Id<Task> id{m.ready.keys().begin()->task};
        world.tell(Leased{id, m.tasks.find(id)->attempt + 1, world.now() + settings.lease});
    }
}

void goOn(const Memory &m, World &world)
{
    // A plan that is refused is refused to whoever asks for it; what has ended has ended.
    if (!m.unplanned.isEmpty())
        static_cast<void>(planSome(m, planFactsFollowing, world));
    grant(m, world);
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

void SuperSpine::rebuild(Memory &m)
{
    m.ready.clear();
    m.leases.clear();
    m.sleeping.clear();
    m.waiting.clear();
    m.byAssignment.clear();
    m.byDream.clear();
    m.unplanned.clear();
    for (const auto &[key, assignment] : m.assignments.rows()) {
        m.byDream.insert({assignment.dream.value, key});
        if (!assignment.total)
            m.unplanned.insert(key);
    }
    for (const auto &[key, task] : m.tasks.rows()) {
        m.byAssignment.insert({task.assignment.value, key});
        if (task.state == TaskState::Ready && mayRun(m, task))
            m.ready.insert(readyKey(task));
        if (task.state == TaskState::Leased)
            m.leases.insert({task.leasedUntil.us, key});
        if (task.state != TaskState::Waiting)
            continue;
        if (task.notBefore.us)
            m.sleeping.insert({task.notBefore.us, key});
        for (Id<Task> after : task.after)
            if (const Task *other = m.tasks.find(after); other && other->state != TaskState::Done)
                m.waiting.insert({after.value, key});
        if (!isGateOpen(m, task))
            m.waiting.insert({task.batch, key});
    }
}

Time SuperSpine::due(const Memory &m)
{
    Time due;
    if (!m.leases.isEmpty())
        due.us = m.leases.keys().begin()->first;
    if (!m.sleeping.isEmpty())
        due.us = due.us ? std::min(due.us, m.sleeping.keys().begin()->first)
                        : m.sleeping.keys().begin()->first;
    return due;
}

void SuperSpine::vitals(const Memory &m, Vitals &vitals)
{
    const auto count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
    vitals.push_back({"open assignments", count(m.assignments.size()), "count"});
    vitals.push_back({"ready", count(m.ready.size()), "count"});
    vitals.push_back({"leased", count(m.leases.size()), "count"});
    vitals.push_back({"sleeping", count(m.sleeping.size()), "count",
                      m.sleeping.isEmpty() ? Vital::Well : Vital::Look});
    std::int64_t worst = 0;
    for (const auto &[key, fleet] : m.fleet.rows())
        worst = std::max<std::int64_t>(worst, fleet.errorPermille);
    vitals.push_back({"worst error rate", worst, "permille",
                      worst > 500   ? Vital::Failing
                      : worst > 200 ? Vital::Look
                                    : Vital::Well});
    vitals.push_back({"memory",
                      count(m.tasks.size() * (sizeof(Task) + 96)
                            + m.assignments.size() * (sizeof(Assignment) + 96)),
                      "bytes"});
}

}  // namespace superspine
