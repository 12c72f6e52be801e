#include "loop/replica.h"

#include "loop/archive.h"
#include "organism.h"
#include "store/keptsnapshots.h"
#include "store/sqlitestore.h"

#include <algorithm>
#include <future>

namespace loop {

using namespace kernel;

namespace {

constexpr std::size_t knownMax = 65'536;

// Whatever somebody might find a way to ask is refused.
Outcome nobody(Core &, const CommandInfo &, Ask &)
{
    return refuse("profile.readOnly");
}

}  // namespace

std::unique_ptr<Replica> Replica::open(const std::string &folder, std::string &error)
{
    store::OpenedStore opened = store::openSqlite(folder, true);
    error = opened.error;
    if (!opened.store)
        return nullptr;
    std::unique_ptr<Replica> replica(new Replica);
    replica->m_folder = folder;
    replica->m_reader = std::move(opened.store);
    replica->clear();
    return replica;
}

Replica::~Replica() = default;

void Replica::clear()
{
    m_core = std::make_unique<Core>(organism::systems(), Random::fromSystem(), nobody);
    m_at = {};
}

std::optional<PastMoment> Replica::momentOf(const std::optional<store::PageRecord> &page) const
{
    const auto view = page ? store::readPage(page->bytes) : std::nullopt;
    if (!view)
        return {};
    return PastMoment{page->seq, page->firstFact + page->facts - 1, view->head.time};
}

PastMoment Replica::last()
{
    return momentOf(m_reader->lastPage()).value_or(PastMoment{});
}

PastMoment Replica::first()
{
    return momentOf(m_reader->page(1)).value_or(PastMoment{});
}

PastMoment Replica::find(const Goal &goal)
{
    const PastMoment last = this->last();
    const auto number = static_cast<std::uint64_t>(std::max<std::int64_t>(goal.value, 1));
    std::optional<PastMoment> found;
    if (goal.by == Goal::Time)
        found = momentOf(m_reader->page(std::max<std::uint64_t>(pageAt({goal.value}), 1)));
    else if (goal.by == Goal::Fact && number <= last.fact)
        found = momentOf(m_reader->pageOfFact(number));
    else if (goal.by == Goal::Page && number <= last.page)
        found = momentOf(m_reader->page(number));
    else if (goal.by == Goal::Before)
        found = momentOf(m_reader->page(last.page - std::min(last.page - 1, number)));
    return found.value_or(last);
}

Time Replica::timeOf(std::uint64_t page)
{
    const auto known = m_known.find(page);
    if (known != m_known.end())
        return known->second.at;
    if (m_known.size() >= knownMax)
        m_known.clear();
    const PastMoment found = momentOf(m_reader->page(page)).value_or(PastMoment{page, 0, {}});
    m_known.emplace(page, found);
    return found.at;
}

// The last page at or before the time, 0: none. Pages lie in the order of their times as long as
// nobody sets the clock back; then one of the pages of that time is found.
std::uint64_t Replica::pageAt(Time time)
{
    std::uint64_t before = 0, after = last().page + 1;
    while (after - before > 1) {
        const std::uint64_t middle = before + (after - before) / 2;
        (timeOf(middle) <= time ? before : after) = middle;
    }
    return before;
}

Density Replica::density(Time from, Time to, std::size_t spans)
{
    Density density{from, to, std::vector<std::uint64_t>(spans)};
    const auto factsAt = [this](Time time) {
        const std::uint64_t page = pageAt(time);
        return page ? (timeOf(page), m_known.at(page).fact) : 0;
    };
    std::uint64_t before = factsAt({from.us - 1});
    for (std::size_t i = 0; i < spans; ++i) {
        const double part = static_cast<double>(i + 1) / static_cast<double>(spans);
        const Time end{from.us
                       + static_cast<std::int64_t>(static_cast<double>(to.us - from.us) * part)};
        const std::uint64_t now = factsAt(end);
        density.facts[i] = now > before ? now - before : 0;
        before = std::max(before, now);
    }
    return density;
}

// A Core that would not take a snapshot is as if it were new, so the next one can be tried on it.
bool Replica::startFrom(const std::vector<store::Snapshot> &parts)
{
    return !parts.empty() && m_core->loadPast(*m_reader, parts, 0, {}).empty()
           && m_core->pages() > 0;
}

// From the nearest snapshot at or before the page that can still be read. The keys of things are read
// while it is unpacked.
void Replica::start(std::uint64_t page)
{
    clear();
    std::vector<store::KeptSnapshot> kept = store::keptSnapshots(m_folder);
    std::erase_if(kept, [&](const store::KeptSnapshot &one) { return one.page > page; });
    const std::uint64_t newest = m_reader->snapshotPage();
    const bool isNewest = newest && newest <= page && (kept.empty() || kept.back().page <= newest);
    auto unpacked = std::async(std::launch::async, [&, isKept = !isNewest && !kept.empty()] {
        return isKept ? store::readKept(m_folder, kept.back()) : std::vector<store::Snapshot>();
    });
    m_core->keys().load(m_reader->keys());
    std::vector<store::Snapshot> parts = unpacked.get();
    if (isNewest && startFrom(m_reader->snapshots()))
        return;
    while (!kept.empty()
           && !startFrom(parts.empty() ? store::readKept(m_folder, kept.back()) : parts)) {
        parts.clear();
        kept.pop_back();
    }
}

std::string Replica::show(const PastMoment &moment, const Core::GoOn &goOn)
{
    std::uint64_t nearest = 0;
    for (const store::KeptSnapshot &one : store::keptSnapshots(m_folder))
        if (one.page <= moment.page)
            nearest = std::max(nearest, one.page);
    if (const std::uint64_t newest = m_reader->snapshotPage(); newest <= moment.page)
        nearest = std::max(nearest, newest);
    if (m_core->pages() > moment.page || m_core->pages() < nearest)
        start(moment.page);
    else
        m_core->keys().load(m_reader->keys());
    m_replayedFrom = m_core->facts();
    std::string failed = m_core->loadPast(*m_reader, {}, moment.page, goOn);
    m_at = moment;
    if (m_core->pages() != moment.page)
        m_at = momentOf(m_reader->page(m_core->pages())).value_or(PastMoment{});
    return failed;
}

std::vector<std::pair<std::uint64_t, std::string>> Replica::rows(const TableInfo &table) const
{
    std::vector<std::pair<std::uint64_t, std::string>> rows;
    if (table.archiveKind) {
        visitFacts(*m_core, *m_reader, 1, [&](const FactAt &at) {
            if (at.seq <= m_at.fact && at.info && at.info->kind == table.archiveKind)
                rows.emplace_back(at.seq, table.archiveRow(at.bytes, &m_core->keys()));
            return at.seq <= m_at.fact;
        });
        return rows;
    }
    for (const SystemInfo *system : m_core->systems())
        for (const TableInfo &one : system->tables)
            if (&one == &table)
                for (const std::uint64_t key :
                     table.keys(m_core->state(system->number), 0, SIZE_MAX))
                    rows.emplace_back(key, table.row(m_core->state(system->number), key));
    return rows;
}

std::string Replica::keep()
{
    const std::vector<store::Snapshot> parts = m_core->snapshots();
    if (parts.empty())
        return "a system of this moment is of a newer version";
    return store::writeKept(m_folder, {m_at.page, m_at.fact, m_at.at, 0}, parts);
}

}  // namespace loop
