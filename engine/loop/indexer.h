// The thread that keeps cache.db in step with the journal: which facts are about a thing, and the
// words of dreams for search. The engine thread only hands over; when the indexer is far behind it
// drops what it is handed and reads the pages instead. A cache that is missing, damaged or of another
// history is made anew. Erased words are gone from it before the erase is acknowledged.
// Thread contract: made before Engine::start, destroyed after Engine::stop; questions from any thread.
#pragma once

#include "loop/engine.h"
#include "store/searchcache.h"

#include <chrono>
#include <memory>

namespace loop {

// Numbers of facts, newest first. Facts of later pages than `upTo` are not among them.
struct IndexedFacts {
    std::vector<std::uint64_t> facts;
    std::uint64_t upTo = 0;
};

struct IndexPulse {
    std::uint64_t upTo = 0, searchUpTo = 0;  // pages
    std::uint64_t waiting = 0;               // mentions handed over and not yet taken
    std::uint64_t caughtUp = 0;              // pages that were read back from the journal
    std::uint64_t rebuilds = 0;
    std::uint64_t bytes = 0;                 // on disk
    std::string failure;                     // empty while the cache works
};

class Indexer {
public:
    // Read-only: no thread; answers from the cache that is there, if it fits the journal.
    Indexer(Engine &engine, bool isReadOnly);
    ~Indexer();
    Indexer(const Indexer &) = delete;
    Indexer &operator=(const Indexer &) = delete;

    // Facts about the thing numbered below `below`, at most `limit`; upTo 0: nothing is known.
    IndexedFacts factsAbout(std::uint64_t thing, std::uint64_t below = UINT64_MAX,
                            std::size_t limit = SIZE_MAX) const;
    // False when there is no search now.
    bool search(std::string_view text, const store::SearchOptions &options,
                std::vector<store::SearchFound> &found) const;
    // Waits until all that is committed now can be found; false after the time.
    bool settle(std::chrono::milliseconds timeMax);
    IndexPulse pulse() const;

    // At most so many mentions wait to be taken; for tests of falling behind.
    void setWaitingMax(std::size_t mentions);

private:
    struct Impl;
    std::shared_ptr<Impl> d;
};

}  // namespace loop
