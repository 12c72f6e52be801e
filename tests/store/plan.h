// Whether SQLite would read a whole table for a statement: its own plan says so. Thread contract:
// one test, one thread.
#pragma once

#include <sqlite3.h>

#include <string>

namespace plan {

// The step that scans a table (or sorts what it found in a heap), else nothing. A match in FTS5 is a
// scan of a virtual table by an index of its own.
inline std::string badStep(const std::string &file, const std::string &statement)
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *query = nullptr;
    std::string found;
    if (sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK
        || sqlite3_prepare_v2(database, ("EXPLAIN QUERY PLAN " + statement).c_str(), -1, &query, nullptr) != SQLITE_OK)
        found = std::string("cannot be planned: ") + sqlite3_errmsg(database);
    while (query && found.empty() && sqlite3_step(query) == SQLITE_ROW) {
        const std::string step = reinterpret_cast<const char *>(sqlite3_column_text(query, 3));
        const bool isMatch = step.find("VIRTUAL TABLE INDEX") != std::string::npos
                             && (step.find(":M") != std::string::npos || step.find(":=") != std::string::npos);
        if ((step.starts_with("SCAN") && !isMatch && step != "SCAN CONSTANT ROW") || step.find("TEMP B-TREE") != std::string::npos)
            found = step;
    }
    sqlite3_finalize(query);
    sqlite3_close(database);
    return found;
}

}  // namespace plan
