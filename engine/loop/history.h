// What happened to a thing, and the rows of archives, newest first and page by page: found through
// the indexer and, for pages it does not know yet, by reading those. Without an indexer everything
// is still found, slowly. Thread contract: on the thread the Store belongs to.
#pragma once

#include "loop/archive.h"
#include "loop/indexer.h"

namespace loop {

// Facts about any of the things, oldest first, until visit says false. Words when reading failed.
std::string visitFactsAbout(const JournalView &view, store::Store &store, const Indexer *index,
                            const std::set<std::uint64_t> &things,
                            const std::function<bool(const FactAt &)> &visit);

// Facts about the thing (0: all) numbered below `below`, newest first, until visit says false. Words
// when reading failed.
std::string visitBack(const JournalView &view, store::Store &store, const Indexer *index,
                      std::uint64_t thing, std::uint64_t below,
                      const std::function<bool(const FactAt &)> &visit);

// A fact read back from the journal.
struct StoredFact {
    std::uint64_t seq = 0, page = 0;
    kernel::Time time;
    std::string actor;
    std::string bytes;                       // as stored: personal text is sealed
    const kernel::FactInfo *info = nullptr;  // nullptr: of a newer version
};

// Facts about a thing numbered below `below`, newest first, at most `limit`. Words in `error` when
// the journal cannot be read.
std::vector<StoredFact> history(const JournalView &view, store::Store &store, const Indexer *index,
                                std::uint64_t thing, std::uint64_t below = UINT64_MAX,
                                std::size_t limit = SIZE_MAX, std::string *error = nullptr);

struct ArchiveRow {
    std::uint64_t fact = 0;
    std::string cbor;  // plain array of the table's fields
};

// Rows of an archive table that name the thing (0: all rows), newest first.
std::vector<ArchiveRow> archiveRows(Core &core, store::Store &store, const Indexer *index,
                                    const kernel::TableInfo &table, std::uint64_t thing,
                                    std::size_t limit = SIZE_MAX, std::uint64_t below = UINT64_MAX);

}  // namespace loop
