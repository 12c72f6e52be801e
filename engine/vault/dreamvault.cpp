#include "vault/dreamvault.h"

namespace dreamvault {

DREAM_SYSTEM(DreamVault)

Outcome room(const Memory &m, std::uint64_t bytes)
{
    if (m.totals->bytes + bytes > m.totals->quota)
        return refuse("dreamvault.overQuota", {{"used", std::to_string(m.totals->bytes)},
                                               {"quota", std::to_string(m.totals->quota)}});
    return done();
}

Outcome DreamVault::decide(const Memory &m, const Keep &c, World &world)
{
    if (!world.state<dreams::Dreams>().dreams.find(c.dream))
        return refuse("dreams.unknown");
    if (c.bytes.text.size() > itemBytesMax)
        return refuse("dreamvault.tooLarge", {{"bytes", std::to_string(c.bytes.text.size())},
                                              {"limit", std::to_string(itemBytesMax)}});
    if (Outcome fits = room(m, c.bytes.text.size()); !fits)
        return fits;
    Kept kept;
    kept.id = world.newId<Item>();
    kept.dream = c.dream;
    kept.task = c.task;
    kept.name = c.name;
    kept.mediaType = c.mediaType;
    kept.digest = world.keep(c.dream, c.bytes.text);
    kept.bytes = c.bytes.text.size();
    kept.agent = c.agent;
    kept.capability = c.capability;
    kept.at = world.now();
    world.tell(kept);
    return done();
}

Outcome DreamVault::decide(const Memory &, const SetQuota &c, World &world)
{
    if (c.bytes < 1024 * 1024)
        return refuse("dreamvault.badQuota");
    world.tell(QuotaSet{c.bytes});
    return done();
}

Outcome DreamVault::decide(const Memory &m, const Forget &c, World &world)
{
    if (m.holders.find(c.dream))
        world.tell(Forgotten{c.dream});
    return done();
}

void DreamVault::evolve(Memory &m, const Kept &f, const Moment &)
{
    Holder holder{f.dream, 0, 0};
    if (const Holder *known = m.holders.find(f.dream))
        holder = *known;
    ++holder.items;
    holder.bytes += f.bytes;
    m.holders.put(holder);
    m.totals.set({m.totals->items + 1, m.totals->bytes + f.bytes, m.totals->quota});
}

void DreamVault::evolve(Memory &m, const QuotaSet &f, const Moment &)
{
    m.totals.set({m.totals->items, m.totals->bytes, f.bytes});
}

void DreamVault::evolve(Memory &m, const Forgotten &f, const Moment &)
{
    if (const Holder *holder = m.holders.find(f.dream))
        m.totals.set({m.totals->items - holder->items, m.totals->bytes - holder->bytes, m.totals->quota});
    m.holders.erase(f.dream);
}

void DreamVault::react(const Memory &, const dreams::Erased &f, Reactions &reactions)
{
    reactions.ask(Forget{f.dream});
}

void DreamVault::vitals(const Memory &m, Vitals &vitals)
{
    vitals.push_back({"artefacts", static_cast<std::int64_t>(m.totals->items), "count"});
    const bool isTight = m.totals->bytes > m.totals->quota / 10 * 9;
    vitals.push_back({"kept", static_cast<std::int64_t>(m.totals->bytes), "bytes",
                      isTight ? Vital::Look : Vital::Well});
}

}  // namespace dreamvault
