#include "loop/history.h"

#include <algorithm>

namespace loop {

using namespace kernel;

namespace {

constexpr std::size_t lookupMax = 512;  // facts asked for at a time while filtering

StoredFact stored(const FactAt &at)
{
    return {at.seq, at.page, at.time, std::string(at.actor), std::string(at.bytes), at.info};
}

// Facts of one page, parsed once however many of them are wanted.
class PageReader {
public:
    PageReader(const JournalView &journal, store::Store &store) : m_journal(journal), m_store(store) {}

    // The page that holds the fact; false when it cannot be read.
    bool seek(std::uint64_t fact)
    {
        if (m_view && fact >= m_view->head.firstFact && fact < m_view->head.firstFact + m_view->facts.size())
            return true;
        return use(m_store.pageOfFact(fact));
    }
    bool seekPage(std::uint64_t page) { return use(m_store.page(page)); }
    const store::PageView &view() const { return *m_view; }

    FactAt fact(std::uint64_t seq) const
    {
        const std::size_t index = seq - m_view->head.firstFact;
        FactAt at;
        at.seq = seq;
        at.index = index;
        at.page = m_view->head.seq;
        at.time = m_view->head.time;
        at.bytes = m_view->facts[index];
        std::size_t before = 0;
        for (const store::PageCommand &command : m_view->commands) {
            at.actor = command.actor;
            if (index < (before += command.facts))
                break;
        }
        CborReader reader(at.bytes);
        reader.array();
        at.info = m_journal.fact(static_cast<std::uint16_t>(reader.unsignedInteger()));
        return at;
    }

private:
    bool use(std::optional<store::PageRecord> record)
    {
        m_view.reset();
        m_record = std::move(record);
        if (m_record && !m_journal.isStopped())
            m_view = store::readPage(m_record->bytes);
        return m_view.has_value();
    }

    const JournalView &m_journal;
    store::Store &m_store;
    std::optional<store::PageRecord> m_record;
    std::optional<store::PageView> m_view;
};

using Visit = std::function<bool(const FactAt &)>;

bool isWanted(const FactAt &at, std::uint64_t thing)
{
    return !thing || (at.info && isAbout(*at.info, at.bytes, {thing}));
}

// All facts below `below` of pages `from` down to `to`; false when visit said so. Words on failure.
bool scanDown(PageReader &page, std::uint64_t from, std::uint64_t to, std::uint64_t thing, std::uint64_t below,
              const Visit &visit, std::string &error)
{
    for (std::uint64_t seq = from; seq >= to && seq; --seq) {
        if (!page.seekPage(seq)) {
            error = "page " + std::to_string(seq) + " cannot be read";
            return false;
        }
        const std::uint64_t first = page.view().head.firstFact;
        for (std::uint64_t fact = std::min(first + page.view().facts.size(), below); fact-- > first;)
            if (const FactAt at = page.fact(fact); isWanted(at, thing) && !visit(at))
                return false;
    }
    return true;
}

// Walks facts newest first until visit says false. Words when reading failed.
std::string walk(const JournalView &view, store::Store &store, const Indexer *index, std::uint64_t thing,
                 std::uint64_t below, std::size_t limit, const Visit &visit)
{
    PageReader page(view, store);
    std::string error;
    below = std::min(below, view.facts() + 1);
    if (below <= 1)
        return error;
    std::size_t ask = std::min(limit, lookupMax);
    IndexedFacts known = thing && index ? index->factsAbout(thing, below, ask) : IndexedFacts();
    if (!page.seek(below - 1))
        return "fact " + std::to_string(below - 1) + " cannot be read";
    // Pages the indexer does not know yet; without one, all.
    if (!scanDown(page, page.view().head.seq, known.upTo + 1, thing, below, visit, error))
        return error;
    while (!known.facts.empty()) {
        for (std::uint64_t fact : known.facts) {
            if (fact >= below)
                continue;
            if (!page.seek(fact))
                return "fact " + std::to_string(fact) + " cannot be read";
            // What is of a page met above is not told twice.
            if (page.view().head.seq > known.upTo)
                continue;
            if (const FactAt at = page.fact(fact); isWanted(at, thing) && !visit(at))
                return error;
        }
        if (known.facts.size() < ask)
            break;
        const std::uint64_t last = known.facts.back(), upTo = known.upTo;
        ask = lookupMax;
        known = index->factsAbout(thing, last, ask);
        // Made anew just now: the rest is read.
        if (!known.upTo && page.seek(last))
            scanDown(page, page.view().head.seq, 1, thing, last, visit, error);
        known.upTo = std::min(known.upTo, upTo);
    }
    return error;
}

}  // namespace

std::string visitFactsAbout(const JournalView &view, store::Store &store, const Indexer *index,
                            const std::set<std::uint64_t> &things, const Visit &visit)
{
    std::vector<std::uint64_t> facts;
    std::uint64_t upTo = index ? UINT64_MAX : 0;
    for (std::uint64_t thing : things) {
        if (!upTo)
            break;
        const IndexedFacts known = index->factsAbout(thing);
        upTo = std::min(upTo, known.upTo);
        facts.insert(facts.end(), known.facts.begin(), known.facts.end());
    }
    std::sort(facts.begin(), facts.end());
    facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
    PageReader page(view, store);
    for (std::uint64_t fact : facts) {
        if (!upTo || fact > view.facts())
            break;
        if (!page.seek(fact))
            return "fact " + std::to_string(fact) + " cannot be read";
        if (page.view().head.seq > upTo)
            break;
        if (const FactAt at = page.fact(fact); at.info && isAbout(*at.info, at.bytes, things) && !visit(at))
            return {};
    }
    if (upTo >= view.pages() || things.empty())
        return {};
    return visitFacts(view, store, upTo + 1, [&](const FactAt &at) {
        return !at.info || !isAbout(*at.info, at.bytes, things) || visit(at);
    });
}

std::string visitBack(const JournalView &view, store::Store &store, const Indexer *index,
                      std::uint64_t thing, std::uint64_t below, const Visit &visit)
{
    return walk(view, store, index, thing, below, SIZE_MAX, visit);
}

std::vector<StoredFact> history(const JournalView &view, store::Store &store, const Indexer *index,
                                std::uint64_t thing, std::uint64_t below, std::size_t limit,
                                std::string *error)
{
    std::vector<StoredFact> facts;
    if (!limit || !thing)
        return facts;
    const std::string failed = walk(view, store, index, thing, below, limit, [&](const FactAt &at) {
        facts.push_back(stored(at));
        return facts.size() < limit;
    });
    if (error)
        *error = failed;
    return facts;
}

std::vector<ArchiveRow> archiveRows(Core &core, store::Store &store, const Indexer *index,
                                    const TableInfo &table, std::uint64_t thing, std::size_t limit,
                                    std::uint64_t below)
{
    std::vector<ArchiveRow> rows;
    if (!table.archiveKind || !limit)
        return rows;
    walk(core, store, index, thing, below, SIZE_MAX, [&](const FactAt &at) {
        if (at.info && at.info->kind == table.archiveKind)
            rows.push_back({at.seq, table.archiveRow(at.bytes, &core.keys())});
        return rows.size() < limit;
    });
    return rows;
}

}  // namespace loop
