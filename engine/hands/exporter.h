// Writes one dream, or its receipts, to a file that proves itself offline. The file is written aside
// and renamed, so that there is never half of one. Thread contract: on the thread the Store belongs to.
#pragma once

#include "loop/archive.h"
#include "loop/engine.h"

#include <cstdint>
#include <string>

namespace loop {
class Indexer;
}

namespace hands {

enum class Export { Dream, Receipts };

struct Exported {
    std::uint64_t bytes = 0;
    std::uint64_t facts = 0;
    std::string error;  // words; empty: the file is there
};

Exported exportToFile(loop::Engine &engine, store::Store &store, const loop::JournalView &view,
                      const loop::Indexer *index, Export what, std::uint64_t dream, const std::string &path);
// Any text a person takes out, written the same way.
Exported writeFile(const std::string &bytes, const std::string &path);

}  // namespace hands
