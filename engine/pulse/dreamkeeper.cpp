#include "pulse/dreamkeeper.h"

#include <algorithm>

namespace dreamkeeper {

DREAM_SYSTEM(DreamKeeper)

namespace {

const Plan &planOf(const Memory &m)
{
    static const Plan none;
    const Plan *plan = m.plans.find(Id<Plan>{1});
    return plan ? *plan : none;
}

Outcome checkFolder(std::string_view folder)
{
    if (folder.empty())
        return refuse("dreamkeeper.noFolder");
    const bool isAbsolute = folder.front() == '/' || (folder.size() > 2 && folder[1] == ':');
    if (!isAbsolute || folder.size() > folderBytesMax || !isUtf8(folder))
        return refuse("dreamkeeper.badFolder", {{"limit", std::to_string(folderBytesMax)}});
    return done();
}

}  // namespace

const Backup *running(const Memory &m)
{
    // Only the newest can be: one starts when none runs.
    const auto &rows = m.backups.rows();
    return !rows.empty() && rows.rbegin()->second.standing == Standing::Running
               ? &rows.rbegin()->second
               : nullptr;
}

const Backup *newest(const Memory &m)
{
    const auto &rows = m.backups.rows();
    const auto found = std::find_if(rows.rbegin(), rows.rend(), [](const auto &row) {
        return row.second.standing == Standing::Made;
    });
    return found == rows.rend() ? nullptr : &found->second;
}

Outcome DreamKeeper::decide(const Memory &, const Configure &c, World &world)
{
    if (!c.folder.empty() || c.every != Duration{})
        if (Outcome folder = checkFolder(c.folder); !folder)
            return folder;
    if (c.every != Duration{} && (c.every < everyMin || c.every > everyMax))
        return refuse("dreamkeeper.badRhythm",
                      {{"least", std::to_string(everyMin.us / 60'000'000)},
                       {"most", std::to_string(everyMax.us / 86'400'000'000)}});
    if (c.keep == 0 || c.keep > keepMax)
        return refuse("dreamkeeper.badKeep", {{"limit", std::to_string(keepMax)}});
    world.tell(Configured{{{1}, c.folder, c.every, c.keep}});
    return done();
}

Outcome DreamKeeper::decide(const Memory &m, const BackUp &c, World &world)
{
    const std::string folder = c.folder.empty() ? planOf(m).folder : c.folder;
    if (Outcome fits = checkFolder(folder); !fits)
        return fits;
    if (running(m))
        return refuse("dreamkeeper.running");
    world.tell(BackupRequested{world.newId<Backup>(), folder});
    return done();
}

Outcome DreamKeeper::decide(const Memory &m, const Report &c, World &world)
{
    const Backup *backup = m.backups.find(c.backup);
    if (!backup || backup->standing != Standing::Running)
        return refuse("dreamkeeper.notRunning");
    if (c.isMade)
        world.tell(BackupMade{c.backup, c.file, c.bytes, c.facts, c.pages, c.digest});
    else
        world.tell(BackupFailed{c.backup, std::string(firstBytes(c.reason, reasonBytesMax))});
    return done();
}

Outcome DreamKeeper::decide(const Memory &m, const Forget &c, World &world)
{
    const Backup *backup = m.backups.find(c.backup);
    if (!backup || backup->standing == Standing::Running)
        return refuse("dreamkeeper.unknown");
    world.tell(BackupForgotten{c.backup});
    return done();
}

Outcome DreamKeeper::decide(const Memory &m, const dreamkeeper::Tick &, World &world)
{
    const Time next = due(m);
    if (next != Time{} && next <= world.now())
        world.tell(BackupRequested{world.newId<Backup>(), planOf(m).folder});
    return done();
}

Outcome DreamKeeper::decide(const Memory &m, const TakeBack &, World &world)
{
    if (const Backup *backup = running(m))
        world.tell(BackupFailed{backup->id, "interrupted"});
    return done();
}

Outcome DreamKeeper::decide(const Memory &m, const Mark &c, World &world)
{
    if (newest(m))
        world.tell(Outdated{c.dream});
    return done();
}

void DreamKeeper::evolve(Memory &m, const Configured &f, const Moment &)
{
    m.plans.put(f.plan);
}

void DreamKeeper::evolve(Memory &m, const BackupRequested &f, const Moment &moment)
{
    Backup backup;
    backup.id = f.backup;
    backup.askedAt = moment.now;
    m.backups.put(backup);
    if (m.backups.size() > backupsMax)
        m.backups.erase(m.backups.rows().begin()->second.id);
}

void DreamKeeper::evolve(Memory &m, const BackupMade &f, const Moment &moment)
{
    m.backups.change(f.backup, [&](Backup &backup) {
        backup.standing = Standing::Made;
        backup.file = f.file;
        backup.bytes = f.bytes;
        backup.facts = f.facts;
        backup.pages = f.pages;
        backup.digest = f.digest;
        backup.doneAt = moment.now;
    });
}

void DreamKeeper::evolve(Memory &m, const BackupFailed &f, const Moment &moment)
{
    m.backups.change(f.backup, [&](Backup &backup) {
        backup.standing = Standing::Failed;
        backup.reason = f.reason;
        backup.doneAt = moment.now;
    });
}

void DreamKeeper::evolve(Memory &m, const BackupForgotten &f, const Moment &)
{
    m.backups.erase(f.backup);
}

void DreamKeeper::evolve(Memory &m, const Outdated &, const Moment &)
{
    std::vector<Id<Backup>> made;
    for (const auto &[key, backup] : m.backups.rows())
        if (backup.standing == Standing::Made)
            made.push_back(backup.id);
    for (Id<Backup> id : made)
        m.backups.change(id, [](Backup &backup) { ++backup.erasedSince; });
}

void DreamKeeper::react(const Memory &m, const dreams::Erased &f, Reactions &reactions)
{
    if (newest(m))
        reactions.ask(Mark{f.dream});
}

Time DreamKeeper::due(const Memory &m)
{
    const Plan &plan = planOf(m);
    if (plan.every == Duration{} || running(m))
        return {};
    const auto &rows = m.backups.rows();
    return rows.empty() ? Time{1} : rows.rbegin()->second.askedAt + plan.every;
}

void DreamKeeper::vitals(const Memory &m, Vitals &vitals)
{
    std::int64_t made = 0, erased = 0;
    for (const auto &[key, backup] : m.backups.rows()) {
        made += backup.standing == Standing::Made;
        erased = std::max<std::int64_t>(erased, backup.erasedSince);
    }
    const auto &rows = m.backups.rows();
    const bool isFailed = !rows.empty() && rows.rbegin()->second.standing == Standing::Failed;
    vitals.push_back({"backups", made, "count"});
    vitals.push_back({"last failed", isFailed, "count", isFailed ? Vital::Look : Vital::Well});
    vitals.push_back({"erased since", erased, "count"});
    vitals.push_back(
        {"memory", static_cast<std::int64_t>(m.backups.size() * sizeof(Backup)), "bytes"});
}

}  // namespace dreamkeeper
