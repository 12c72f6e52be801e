#include "agents/canvas.h"

#include <algorithm>

namespace canvas {

DREAM_SYSTEM(Canvas)

namespace {

// Parts of one name replace each other.
void merge(std::vector<Part> &into, const std::vector<Part> &parts)
{
    for (const Part &part : parts) {
        const auto same = std::find_if(into.begin(), into.end(),
                                       [&](const Part &one) { return one.name == part.name; });
        if (same != into.end())
            *same = part;
        else if (into.size() < partsMax)
            into.push_back(part);
    }
}

Outcome checkDrawn(const Memory &m, Id<dreams::Dream> dream, const World &world)
{
    if (m.pictures.find(dream))
        return done();
    return refuse(world.state<dreams::Dreams>().dreams.find(dream) ? "canvas.notDrawn" : "dreams.unknown");
}

}  // namespace

Outcome Canvas::decide(const Memory &m, const Pin &c, World &world)
{
    if (Outcome drawn = checkDrawn(m, c.dream, world); !drawn)
        return drawn;
    if (!m.pictures.find(c.dream)->isPinned)
        world.tell(Pinned{c.dream});
    return done();
}

Outcome Canvas::decide(const Memory &m, const Unpin &c, World &world)
{
    if (Outcome drawn = checkDrawn(m, c.dream, world); !drawn)
        return drawn;
    if (m.pictures.find(c.dream)->isPinned)
        world.tell(Unpinned{c.dream});
    return done();
}

Outcome Canvas::decide(const Memory &, const Record &c, World &world)
{
    if (world.state<dreams::Dreams>().dreams.find(c.dream) && !c.parts.empty())
        world.tell(Recorded{c.dream, c.parts});
    return done();
}

Outcome Canvas::decide(const Memory &m, const Forget &c, World &world)
{
    if (m.pictures.find(c.dream))
        world.tell(Forgotten{c.dream});
    return done();
}

void Canvas::evolve(Memory &m, const Pinned &f, const Moment &)
{
    if (m.pictures.change(f.dream, [](Picture &picture) { picture.isPinned = true; }))
        m.pinned.insert(f.dream.value);
}

void Canvas::evolve(Memory &m, const Unpinned &f, const Moment &)
{
    m.pictures.change(f.dream, [](Picture &picture) {
        picture.isPinned = false;
        merge(picture.parts, picture.newest);
        picture.newest.clear();
    });
    m.pinned.erase(f.dream.value);
}

void Canvas::evolve(Memory &m, const Recorded &f, const Moment &moment)
{
    Picture picture;
    picture.dream = f.dream;
    if (const Picture *old = m.pictures.find(f.dream))
        picture = *old;
    merge(picture.isPinned ? picture.newest : picture.parts, f.parts);
    picture.at = moment.now;
    m.pictures.put(picture);
}

void Canvas::evolve(Memory &m, const Forgotten &f, const Moment &)
{
    m.pictures.erase(f.dream);
    m.pinned.erase(f.dream.value);
}

void Canvas::react(const Memory &, const superspine::Finished &f, Reactions &reactions)
{
    if (f.agent != stem || f.outcome != superspine::Result::Done || !f.dream || f.outputs.empty())
        return;
    Record record;
    record.dream = f.dream;
    for (const superspine::Output &output : f.outputs)
        record.parts.push_back({output.name, output.mediaType, output.digest, output.bytes});
    reactions.ask(record);
}

void Canvas::react(const Memory &m, const dreams::Erased &f, Reactions &reactions)
{
    if (m.pictures.find(f.dream))
        reactions.ask(Forget{f.dream});
}

void Canvas::rebuild(Memory &m)
{
    m.pinned.clear();
    for (const auto &[key, picture] : m.pictures.rows())
        if (picture.isPinned)
            m.pinned.insert(key);
}

void Canvas::vitals(const Memory &m, Vitals &vitals)
{
    vitals.push_back({"pictures", static_cast<std::int64_t>(m.pictures.size()), "count"});
    vitals.push_back({"pinned", static_cast<std::int64_t>(m.pinned.size()), "count"});
    vitals.push_back({"memory", static_cast<std::int64_t>(m.pictures.size() * (sizeof(Picture) + 4 * sizeof(Part))),
                      "bytes"});
}

}  // namespace canvas
