#include "agents/echo.h"

#include <algorithm>

namespace echo {

DREAM_SYSTEM(Echo)

namespace {

// What follows from the measurements, a person's word and the settings.
void judge(Standing &standing, const Settings &settings)
{
    const bool isAlike = standing.nearest.value >= 0 && standing.nearest >= settings.duplicateAt;
    standing.isDuplicate = !standing.isDismissed && (standing.isMeasuredDuplicate || isAlike);
    standing.isRanked = !standing.isDuplicate && standing.score.value >= 0
                        && (standing.overall.value < 0 || standing.overall >= settings.floor);
}

// Kept in step with a row, so that vitals need not look at every row each second.
void mark(Index<std::uint64_t> &index, Id<dreams::Dream> dream, bool isIn)
{
    if (isIn)
        index.insert(dream.value);
    else
        index.erase(dream.value);
}

void markAll(Memory &m, const Standing &standing)
{
    mark(m.copies, standing.dream, standing.isDuplicate);
    mark(m.unranked, standing.dream, !standing.isRanked);
}

}  // namespace

Outcome Echo::decide(const Memory &m, const Dismiss &c, World &world)
{
    const Standing *standing = m.scores.find(c.dream);
    if (!standing)
        return refuse(world.state<dreams::Dreams>().dreams.find(c.dream) ? "echo.notCompared" : "dreams.unknown");
    if (c.isDismissed && !standing->isDuplicate && !standing->isDismissed)
        return refuse("echo.noDuplicate");
    if (standing->isDismissed != c.isDismissed)
        world.tell(Dismissed{c.dream, c.isDismissed});
    return done();
}

Outcome Echo::decide(const Memory &m, const SetDuplicateAt &c, World &world)
{
    if (c.likeness < duplicateAtMin || c.likeness.value > 10'000)
        return refuse("echo.badLikeness", {{"least", std::to_string(duplicateAtMin.value / 100)}});
    if (c.likeness != m.settings->duplicateAt)
        world.tell(Configured{{c.likeness, m.settings->floor}});
    return done();
}

Outcome Echo::decide(const Memory &m, const TakeFloor &c, World &world)
{
    if (c.floor != m.settings->floor)
        world.tell(Configured{{m.settings->duplicateAt, c.floor}});
    return done();
}

Outcome Echo::decide(const Memory &m, const Record &c, World &world)
{
    if (!world.state<dreams::Dreams>().dreams.find(c.dream) || !lucid::figure(c.figures, "score"))
        return done();
    Standing standing;
    standing.dream = c.dream;
    standing.score = lucid::score(c.figures, "score");
    standing.originality = lucid::score(c.figures, "originality");
    standing.similar = static_cast<std::uint64_t>(
        std::max<std::int64_t>(0, lucid::figure(c.figures, "similar").value_or(0)));
    standing.nearest = lucid::score(c.figures, "nearest");
    standing.isMeasuredDuplicate = lucid::figure(c.figures, "duplicate").value_or(0) > 0;
    standing.overall = lucid::score(c.figures, "overall");
    standing.at = world.now();
    if (const Standing *old = m.scores.find(c.dream))
        standing.isDismissed = old->isDismissed;
    world.tell(Recorded{standing});
    return done();
}

Outcome Echo::decide(const Memory &m, const Forget &c, World &world)
{
    if (m.scores.find(c.dream))
        world.tell(Forgotten{c.dream});
    return done();
}

void Echo::evolve(Memory &m, const Dismissed &f, const Moment &)
{
    m.scores.change(f.dream, [&](Standing &standing) {
        standing.isDismissed = f.isDismissed;
        judge(standing, *m.settings);
        markAll(m, standing);
    });
}

void Echo::evolve(Memory &m, const Configured &f, const Moment &)
{
    m.settings.set(f.settings);
    for (const auto &[key, known] : m.scores.rows()) {
        Standing standing = known;
        judge(standing, f.settings);
        if (standing == known)
            continue;
        m.scores.put(standing);
        markAll(m, standing);
    }
}

void Echo::evolve(Memory &m, const Recorded &f, const Moment &)
{
    Standing standing = f.standing;
    judge(standing, *m.settings);
    m.scores.put(standing);
    markAll(m, standing);
}

void Echo::evolve(Memory &m, const Forgotten &f, const Moment &)
{
    m.scores.erase(f.dream);
    m.copies.erase(f.dream.value);
    m.unranked.erase(f.dream.value);
}

void Echo::react(const Memory &, const superspine::Closed &f, Reactions &reactions)
{
    if (f.state != superspine::State::Cancelled && f.figures.contains("score"))
        reactions.ask(Record{f.dream, f.figures});
}

void Echo::react(const Memory &m, const dreams::Erased &f, Reactions &reactions)
{
    if (m.scores.find(f.dream))
        reactions.ask(Forget{f.dream});
}

void Echo::react(const Memory &, const lucid::FloorSet &f, Reactions &reactions)
{
    reactions.ask(TakeFloor{f.floor});
}

void Echo::rebuild(Memory &m)
{
    m.copies.clear();
    m.unranked.clear();
    for (const auto &[key, standing] : m.scores.rows())
        markAll(m, standing);
}

void Echo::vitals(const Memory &m, Vitals &vitals)
{
    vitals.push_back({"scores", static_cast<std::int64_t>(m.scores.size()), "count"});
    vitals.push_back({"ranked", static_cast<std::int64_t>(m.scores.size() - m.unranked.size()), "count"});
    vitals.push_back({"near copies", static_cast<std::int64_t>(m.copies.size()), "count"});
    vitals.push_back({"memory", static_cast<std::int64_t>(m.scores.size() * (sizeof(Standing) + 64)), "bytes"});
}

}  // namespace echo
