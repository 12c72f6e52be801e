#include "agents/root.h"

#include "agents/lucid.h"

#include <algorithm>

namespace root {

DREAM_SYSTEM(Root)

namespace {

// Kept in step with a row, so that vitals need not look at every row each second.
void mark(Index<std::uint64_t> &index, Id<dreams::Dream> dream, bool isIn)
{
    if (isIn)
        index.insert(dream.value);
    else
        index.erase(dream.value);
}

// The dream carries this form from now on; its state and score stay.
Outcome carry(Id<dreams::Dream> id, const std::string &form, World &world)
{
    const dreams::Dream &dream = *world.state<dreams::Dreams>().dreams.find(id);
    if (dream.form == form || form.empty())
        return done();
    dreams::Assess assess;
    assess.dream = id;
    assess.state = dream.state;
    assess.form = form;
    return world.require(assess);
}

std::uint64_t count(const Figures &figures, const std::string &name)
{
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, lucid::figure(figures, name).value_or(0)));
}

}  // namespace

Outcome Root::decide(const Memory &m, const Correct &c, World &world)
{
    const Meaning *meaning = m.meanings.find(c.dream);
    if (!meaning)
        return refuse(world.state<dreams::Dreams>().dreams.find(c.dream) ? "root.notRead" : "dreams.unknown");
    if (!c.form.empty() && std::find(std::begin(forms), std::end(forms), c.form) == std::end(forms))
        return refuse("root.unknownForm", {{"form", std::string(firstBytes(c.form, 64))}});
    if (c.form.empty() ? !meaning->isCorrected : meaning->isCorrected && meaning->form == c.form)
        return done();
    if (Outcome carried = carry(c.dream, c.form.empty() ? meaning->measured : c.form, world); !carried)
        return carried;
    world.tell(Corrected{c.dream, c.form});
    return done();
}

Outcome Root::decide(const Memory &m, const Record &c, World &world)
{
    const bool isMeasured = !c.form.empty() || lucid::figure(c.figures, "concepts");
    if (!world.state<dreams::Dreams>().dreams.find(c.dream) || !isMeasured)
        return done();
    Meaning meaning;
    meaning.dream = c.dream;
    meaning.concepts = count(c.figures, "concepts");
    meaning.properties = count(c.figures, "properties");
    meaning.people = count(c.figures, "people");
    meaning.dates = count(c.figures, "dates");
    meaning.amounts = count(c.figures, "amounts");
    meaning.todos = count(c.figures, "todos");
    meaning.form = meaning.measured = c.form;
    meaning.at = world.now();
    if (const Meaning *old = m.meanings.find(c.dream); old && old->isCorrected) {
        meaning.form = old->form;
        meaning.isCorrected = true;
        if (Outcome carried = carry(c.dream, meaning.form, world); !carried)
            return carried;
    }
    world.tell(Recorded{meaning});
    return done();
}

Outcome Root::decide(const Memory &m, const Forget &c, World &world)
{
    if (m.meanings.find(c.dream))
        world.tell(Forgotten{c.dream});
    return done();
}

void Root::evolve(Memory &m, const Corrected &f, const Moment &)
{
    m.meanings.change(f.dream, [&](Meaning &meaning) {
        meaning.isCorrected = !f.form.empty();
        meaning.form = meaning.isCorrected ? f.form : meaning.measured;
        mark(m.corrected, f.dream, meaning.isCorrected);
    });
}

void Root::evolve(Memory &m, const Recorded &f, const Moment &)
{
    m.meanings.put(f.meaning);
    mark(m.corrected, f.meaning.dream, f.meaning.isCorrected);
}

void Root::evolve(Memory &m, const Forgotten &f, const Moment &)
{
    m.meanings.erase(f.dream);
    mark(m.corrected, f.dream, false);
}

void Root::react(const Memory &, const superspine::Closed &f, Reactions &reactions)
{
    if (f.state != superspine::State::Cancelled)
        reactions.ask(Record{f.dream, f.figures, lucid::label(f.labels, "form")});
}

void Root::react(const Memory &m, const dreams::Erased &f, Reactions &reactions)
{
    if (m.meanings.find(f.dream))
        reactions.ask(Forget{f.dream});
}

void Root::rebuild(Memory &m)
{
    m.corrected.clear();
    for (const auto &[key, meaning] : m.meanings.rows())
        mark(m.corrected, meaning.dream, meaning.isCorrected);
}

void Root::vitals(const Memory &m, Vitals &vitals)
{
    vitals.push_back({"meanings", static_cast<std::int64_t>(m.meanings.size()), "count"});
    vitals.push_back({"corrected", static_cast<std::int64_t>(m.corrected.size()), "count"});
    vitals.push_back({"memory", static_cast<std::int64_t>(m.meanings.size() * (sizeof(Meaning) + 64)), "bytes"});
}

}  // namespace root
