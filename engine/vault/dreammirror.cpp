#include "vault/dreammirror.h"

#include <algorithm>

namespace dreammirror {

DREAM_SYSTEM(DreamMirror)

namespace {

Outcome checkFolder(std::string_view folder)
{
    if (folder.empty())
        return refuse("dreammirror.noFolder");
    const bool isAbsolute = folder.front() == '/' || (folder.size() > 2 && folder[1] == ':');
    if (!isAbsolute || folder.size() > folderBytesMax || !isUtf8(folder)
        || folder.find('\0') != std::string_view::npos)
        return refuse("dreammirror.badFolder", {{"limit", std::to_string(folderBytesMax)}});
    return done();
}

const Mirror *mirrorOf(const Memory &m, std::string_view folder)
{
    for (const auto &[key, mirror] : m.mirrors.rows())
        if (mirror.folder == folder)
            return &mirror;
    return nullptr;
}

Id<Mirror> idFor(const Memory &m, std::string_view folder, World &world)
{
    const Mirror *mirror = mirrorOf(m, folder);
    return mirror ? mirror->id : world.newId<Mirror>();
}

const std::string awayCause = "dreammirror.away", failedCause = "dreammirror.failed";

void clearAlerts(Reactions &reactions)
{
    reactions.ask(dreamnetos::ClearAlert{awayCause});
    reactions.ask(dreamnetos::ClearAlert{failedCause});
}

// Asked for once more; a folder that is new takes the place of the oldest that nobody follows.
void ask(Memory &m, Id<Mirror> id, const std::string &folder, bool isFollowed, Time now)
{
    Mirror mirror;
    if (const Mirror *known = m.mirrors.find(id))
        mirror = *known;
    mirror.id = id;
    mirror.folder = folder;
    mirror.isFollowed = mirror.isFollowed || isFollowed;
    mirror.standing = Standing::Waiting;
    mirror.reason.clear();
    mirror.askedAt = now;
    m.mirrors.put(mirror);
    const auto &rows = m.mirrors.rows();
    const auto oldest = std::find_if(rows.begin(), rows.end(), [&](const auto &row) {
        return !row.second.isFollowed && row.second.id != id;
    });
    if (rows.size() > mirrorsMax && oldest != rows.end())
        m.mirrors.erase(oldest->second.id);
}

}  // namespace

const Mirror *followed(const Memory &m)
{
    for (const auto &[key, mirror] : m.mirrors.rows())
        if (mirror.isFollowed)
            return &mirror;
    return nullptr;
}

Outcome DreamMirror::decide(const Memory &m, const Follow &c, World &world)
{
    if (Outcome fits = checkFolder(c.folder); !fits)
        return fits;
    const Mirror *now = followed(m);
    if (now && now->folder == c.folder)
        return done();
    if (now)
        world.tell(Stopped{now->id});
    world.tell(Followed{idFor(m, c.folder, world), c.folder});
    return done();
}

Outcome DreamMirror::decide(const Memory &m, const Stop &, World &world)
{
    const Mirror *now = followed(m);
    if (!now)
        return refuse("dreammirror.notFollowing");
    world.tell(Stopped{now->id});
    return done();
}

Outcome DreamMirror::decide(const Memory &m, const Write &c, World &world)
{
    const Mirror *now = followed(m);
    const std::string folder = c.folder.empty() && now ? now->folder : c.folder;
    if (Outcome fits = checkFolder(folder); !fits)
        return fits;
    world.tell(WriteAsked{idFor(m, folder, world), folder});
    return done();
}

Outcome DreamMirror::decide(const Memory &m, const Report &c, World &world)
{
    if (!m.mirrors.find(c.mirror))
        return refuse("dreammirror.unknown");
    world.tell(Written{c.mirror, c.written, c.removed, c.dreams, c.files, c.bytes, c.conflicts,
                       c.page, c.digest, c.erased, c.isCompared});
    return done();
}

Outcome DreamMirror::decide(const Memory &m, const Falter &c, World &world)
{
    const Mirror *mirror = m.mirrors.find(c.mirror);
    if (!mirror)
        return refuse("dreammirror.unknown");
    const std::string reason(firstBytes(c.reason, reasonBytesMax));
    const Standing standing = c.isAway ? Standing::Away : Standing::Failed;
    // Tried again and again: told once.
    if (mirror->standing != standing || mirror->reason != reason)
        world.tell(Faltered{c.mirror, c.isAway, reason});
    return done();
}

Outcome DreamMirror::decide(const Memory &m, const TakeBack &, World &world)
{
    std::vector<Id<Mirror>> cut;
    for (const auto &[key, mirror] : m.mirrors.rows())
        if (!mirror.isFollowed && mirror.standing == Standing::Waiting)
            cut.push_back(mirror.id);
    for (Id<Mirror> id : cut)
        world.tell(Faltered{id, false, "interrupted"});
    return done();
}

Outcome DreamMirror::decide(const Memory &m, const Mark &c, World &world)
{
    if (!m.mirrors.isEmpty())
        world.tell(Outdated{c.dream});
    return done();
}

void DreamMirror::evolve(Memory &m, const Followed &f, const Moment &moment)
{
    ask(m, f.mirror, f.folder, true, moment.now);
}

void DreamMirror::evolve(Memory &m, const Stopped &f, const Moment &)
{
    m.mirrors.change(f.mirror, [](Mirror &mirror) {
        mirror.isFollowed = false;
        if (mirror.standing == Standing::Waiting) {
            mirror.standing = Standing::Failed;
            mirror.reason = "stopped";
        }
    });
}

void DreamMirror::evolve(Memory &m, const WriteAsked &f, const Moment &moment)
{
    ask(m, f.mirror, f.folder, false, moment.now);
}

void DreamMirror::evolve(Memory &m, const Written &f, const Moment &moment)
{
    m.mirrors.change(f.mirror, [&](Mirror &mirror) {
        mirror.standing = Standing::Written;
        mirror.dreams = f.dreams;
        mirror.files = f.files;
        mirror.bytes = f.bytes;
        mirror.conflicts = f.conflicts;
        mirror.page = f.page;
        mirror.digest = f.digest;
        mirror.erasedSince =
            f.isCompared ? 0 : mirror.erasedSince - std::min(mirror.erasedSince, f.erased);
        mirror.reason.clear();
        mirror.writtenAt = moment.now;
    });
}

void DreamMirror::evolve(Memory &m, const Faltered &f, const Moment &)
{
    m.mirrors.change(f.mirror, [&](Mirror &mirror) {
        mirror.standing = f.isAway ? Standing::Away : Standing::Failed;
        mirror.reason = f.reason;
    });
}

void DreamMirror::evolve(Memory &m, const Outdated &, const Moment &)
{
    std::vector<Id<Mirror>> all;
    for (const auto &[key, mirror] : m.mirrors.rows())
        all.push_back(mirror.id);
    for (Id<Mirror> id : all)
        m.mirrors.change(id, [](Mirror &mirror) { ++mirror.erasedSince; });
}

void DreamMirror::react(const Memory &m, const dreams::Erased &f, Reactions &reactions)
{
    if (!m.mirrors.isEmpty())
        reactions.ask(Mark{f.dream});
}

// Of the folder that is kept in step; who asked for a single writing sees what came of it.
void DreamMirror::react(const Memory &m, const Faltered &f, Reactions &reactions)
{
    const Mirror *now = followed(m);
    if (!now || now->id != f.mirror)
        return;
    const std::string detail = f.reason.empty() ? now->folder : now->folder + ": " + f.reason;
    reactions.ask(dreamnetos::ClearAlert{f.isAway ? failedCause : awayCause});
    reactions.ask(dreamnetos::RaiseAlert{f.isAway ? awayCause : failedCause, std::string(stem),
                                         dreamnetos::Severity::Warning, detail});
}

void DreamMirror::react(const Memory &m, const Written &f, Reactions &reactions)
{
    const Mirror *now = followed(m);
    if (now && now->id == f.mirror)
        clearAlerts(reactions);
}

void DreamMirror::react(const Memory &, const Stopped &, Reactions &reactions)
{
    clearAlerts(reactions);
}

void DreamMirror::vitals(const Memory &m, Vitals &vitals)
{
    const Mirror *now = followed(m);
    const bool isAway = now && now->standing == Standing::Away;
    const bool isFailed = now && now->standing == Standing::Failed;
    std::int64_t erased = 0;
    for (const auto &[key, mirror] : m.mirrors.rows())
        erased = std::max<std::int64_t>(erased, mirror.erasedSince);
    vitals.push_back({"followed", now ? 1 : 0, "count"});
    vitals.push_back({"dreams", now ? static_cast<std::int64_t>(now->dreams) : 0, "count"});
    vitals.push_back({"away", isAway, "count", isAway ? Vital::Look : Vital::Well});
    vitals.push_back({"cannot write", isFailed, "count", isFailed ? Vital::Look : Vital::Well});
    vitals.push_back({"conflicts", now ? static_cast<std::int64_t>(now->conflicts) : 0, "count"});
    vitals.push_back({"erased since", erased, "count"});
    vitals.push_back(
        {"memory", static_cast<std::int64_t>(m.mirrors.size() * sizeof(Mirror)), "bytes"});
}

}  // namespace dreammirror
