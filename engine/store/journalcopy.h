// A second file with everything the journal holds at one moment, while its writer goes on: no free
// pages, no write-ahead log, nothing that was erased. Thread contract: any thread, its own connection.
#pragma once

#include <string>

namespace store {

// Words on failure; `path` must not exist yet and gets mode 0600.
std::string copyJournal(const std::string &folder, const std::string &path);

}  // namespace store
