// The Store in one SQLite file (journal.db), through Qt SQL: WAL, synchronous=FULL, secure_delete.
// Checkpoints run on a connection and thread of their own so that a commit never waits for one;
// the WAL is capped. Thread contract: see Store; the checkpointer is internal.
#pragma once

#include "store/store.h"

#include <memory>

namespace store {

struct OpenedStore {
    std::unique_ptr<Store> store;
    std::string error;  // words when store is empty
};

// Opens or makes folder/journal.db. Read-only never writes to it.
OpenedStore openSqlite(const std::string &folder, bool isReadOnly);

}  // namespace store
