#include "loop/changes.h"

#include <optional>

namespace loop {

using namespace kernel;

namespace {

constexpr std::size_t keysAtOnce = 1024;

// The keys of a table in order, fetched some at a time.
class Keys {
public:
    Keys(const TableInfo &table, const void *state) : m_table(table), m_state(state) { fetch(0); }

    std::optional<std::uint64_t> now() const
    {
        return m_at < m_keys.size() ? std::optional(m_keys[m_at]) : std::nullopt;
    }
    void next()
    {
        const std::uint64_t last = m_keys[m_at];
        if (++m_at == m_keys.size() && m_keys.size() == keysAtOnce && last != UINT64_MAX)
            fetch(last + 1);
    }

private:
    void fetch(std::uint64_t from)
    {
        m_keys = m_table.keys(m_state, from, keysAtOnce);
        m_at = 0;
    }

    const TableInfo &m_table;
    const void *m_state;
    std::vector<std::uint64_t> m_keys;
    std::size_t m_at = 0;
};

bool compare(TableChanges &found, const void *before, const void *after, std::size_t rowsMax,
             const std::function<bool()> &goOn)
{
    const TableInfo &table = *found.table;
    Keys old(table, before), now(table, after);
    for (std::size_t seen = 1; old.now() || now.now(); ++seen) {
        if (seen % keysAtOnce == 0 && !goOn())
            return false;
        const bool isOld = old.now() && (!now.now() || *old.now() <= *now.now());
        const bool isNow = now.now() && (!old.now() || *now.now() <= *old.now());
        RowChange change{isOld ? *old.now() : *now.now(), {}, {}};
        if (isOld) {
            change.before = table.row(before, change.key);
            old.next();
        }
        if (isNow) {
            change.after = table.row(after, change.key);
            now.next();
        }
        if (change.before == change.after)
            continue;
        ++(!isOld ? found.added : !isNow ? found.removed : found.changed);
        if (found.rows.size() < rowsMax)
            found.rows.push_back(std::move(change));
    }
    return true;
}

}  // namespace

std::vector<TableChanges> changesBetween(const Core &before, const Core &after, std::size_t rowsMax,
                                         const std::function<bool()> &goOn)
{
    std::vector<TableChanges> all;
    for (const SystemInfo *system : before.systems()) {
        for (const TableInfo &table : system->tables) {
            if (table.archiveKind)
                continue;
            TableChanges found;
            found.table = &table;
            if (!compare(found, before.state(system->number), after.state(system->number), rowsMax,
                         goOn))
                return all;
            if (!found.rows.empty())
                all.push_back(std::move(found));
        }
    }
    return all;
}

}  // namespace loop
