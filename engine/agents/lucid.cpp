#include "agents/lucid.h"

#include <algorithm>

namespace lucid {

DREAM_SYSTEM(Lucid)

namespace {
constexpr std::int32_t scoreMax = 10'000;

// Kept in step with a row, so that vitals need not look at every row each second.
void mark(Index<std::uint64_t> &index, Id<dreams::Dream> dream, bool isIn)
{
    if (isIn)
        index.insert(dream.value);
    else
        index.erase(dream.value);
}

}  // namespace

std::optional<std::int64_t> figure(const Figures &figures, const std::string &name)
{
    const auto found = figures.find(name);
    if (found == figures.end())
        return {};
    return found->second;
}

std::string label(const std::vector<superspine::Named> &labels, std::string_view name)
{
    for (const superspine::Named &label : labels)
        if (label.name == name)
            return std::string(firstBytes(label.value, 64));
    return {};
}

Score score(const Figures &figures, const std::string &name)
{
    const auto measured = figure(figures, name);
    if (!measured)
        return {};
    return {static_cast<std::int32_t>(std::clamp<std::int64_t>(*measured, 0, scoreMax))};
}

Outcome Lucid::decide(const Memory &m, const SetFloor &c, World &world)
{
    if (c.floor.value < 0 || c.floor.value > scoreMax)
        return refuse("lucid.badFloor", {{"limit", "100"}});
    if (c.floor != m.settings->floor)
        world.tell(FloorSet{c.floor});
    return done();
}

Outcome Lucid::decide(const Memory &, const Record &c, World &world)
{
    // An erased dream, or an assignment whose reading never got done, leaves nothing to keep.
    if (!world.state<dreams::Dreams>().dreams.find(c.dream) || !figure(c.figures, "overall"))
        return done();
    Analysis analysis;
    analysis.dream = c.dream;
    analysis.language = c.language;
    analysis.form = c.form;
    analysis.words = static_cast<std::uint64_t>(std::max<std::int64_t>(0, figure(c.figures, "words").value_or(0)));
    analysis.clarity = score(c.figures, "clarity");
    analysis.coherence = score(c.figures, "coherence");
    analysis.structure = score(c.figures, "structure");
    analysis.symbolism = score(c.figures, "symbolism");
    analysis.emotion = score(c.figures, "emotion");
    analysis.overall = score(c.figures, "overall");
    analysis.at = world.now();
    world.tell(Recorded{analysis});
    return done();
}

Outcome Lucid::decide(const Memory &m, const Forget &c, World &world)
{
    if (m.analyses.find(c.dream))
        world.tell(Forgotten{c.dream});
    return done();
}

void Lucid::evolve(Memory &m, const FloorSet &f, const Moment &)
{
    m.settings.set({f.floor});
    for (const auto &[key, analysis] : m.analyses.rows())
        if (analysis.needsYou != (analysis.overall < f.floor))
            m.analyses.change(analysis.dream, [&](Analysis &one) {
                one.needsYou = !one.needsYou;
                mark(m.needing, one.dream, one.needsYou);
            });
}

void Lucid::evolve(Memory &m, const Recorded &f, const Moment &)
{
    Analysis analysis = f.analysis;
    analysis.needsYou = analysis.overall < m.settings->floor;
    m.analyses.put(analysis);
    mark(m.needing, analysis.dream, analysis.needsYou);
}

void Lucid::evolve(Memory &m, const Forgotten &f, const Moment &)
{
    m.analyses.erase(f.dream);
    mark(m.needing, f.dream, false);
}

void Lucid::react(const Memory &, const superspine::Closed &f, Reactions &reactions)
{
    if (f.state != superspine::State::Cancelled && f.figures.contains("overall"))
        reactions.ask(Record{f.dream, f.figures, label(f.labels, "language"), label(f.labels, "form")});
}

void Lucid::react(const Memory &m, const dreams::Erased &f, Reactions &reactions)
{
    if (m.analyses.find(f.dream))
        reactions.ask(Forget{f.dream});
}

void Lucid::rebuild(Memory &m)
{
    m.needing.clear();
    for (const auto &[key, analysis] : m.analyses.rows())
        mark(m.needing, analysis.dream, analysis.needsYou);
}

void Lucid::vitals(const Memory &m, Vitals &vitals)
{
    vitals.push_back({"analyses", static_cast<std::int64_t>(m.analyses.size()), "count"});
    vitals.push_back({"needing you", static_cast<std::int64_t>(m.needing.size()), "count"});
    vitals.push_back({"memory", static_cast<std::int64_t>(m.analyses.size() * (sizeof(Analysis) + 64)), "bytes"});
}

}  // namespace lucid
