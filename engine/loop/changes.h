// What is different between two moments: rows that came, went or changed, table by table, with the
// row before and after. Compares all rows of both, so the answer does not depend on how either moment
// was reached. Thread contract: pure over two Cores of the calling thread.
#pragma once

#include "loop/core.h"

namespace loop {

struct RowChange {
    std::uint64_t key = 0;
    std::string before, after;  // plain CBOR arrays; empty: there was, or is, no such row
};

struct TableChanges {
    const kernel::TableInfo *table = nullptr;
    std::size_t added = 0, removed = 0, changed = 0;  // all of them
    std::vector<RowChange> rows;                      // the first so many of them, by key
};

// Tables in which nothing changed are left out. Asks `goOn` now and then; stopped, it is not whole.
std::vector<TableChanges> changesBetween(const Core &before, const Core &after, std::size_t rowsMax,
                                         const std::function<bool()> &goOn);

}  // namespace loop
