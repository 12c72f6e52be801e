// Takes rows of another ledger's CSV into this one: accounts by owner and purpose, transfers under their
// own ids, so that taking the same file twice moves nothing. Thread contract: not on the engine thread.
#pragma once

#include "hands/books.h"
#include "loop/engine.h"

namespace hands {

struct BooksTaken {
    std::uint64_t booked = 0, repeated = 0;
    std::vector<std::pair<std::uint64_t, std::string>> missed;  // record of the file, refusal code
};
BooksTaken takeBooks(loop::Engine &engine, const std::vector<BookRow> &rows);

}  // namespace hands
