// Which facts are about a thing: pairs (thing, fact) in sorted, immutable segments, each a run of
// rows of at most 256 pairs, so that a lookup reads a few rows whatever the journal's length.
// Segments cover ranges of facts that follow one another; small ones are merged in steps by tiers of
// size. Owns those rows of the cache. Thread contract: as the Cache it is given.
#pragma once

#include "store/cache.h"

namespace store {

struct MentionPair {
    std::uint64_t thing = 0;
    std::uint64_t fact = 0;
    friend auto operator<=>(const MentionPair &, const MentionPair &) = default;
};

class MentionIndex {
public:
    explicit MentionIndex(Cache &cache) : m_cache(cache) {}

    CacheMark upTo() { return m_cache.mark("mentions"); }

    // One more segment and the page it reaches to, in one transaction; sorts the pairs. Every fact
    // must be newer than those already in. False: the cache is to be made anew.
    bool append(std::vector<MentionPair> &pairs, const CacheMark &upTo);

    // Facts about the thing numbered below `below`, newest first, at most `limit`. False when the
    // rows cannot be trusted.
    bool facts(std::uint64_t thing, std::uint64_t below, std::size_t limit,
               std::vector<std::uint64_t> &found);

    // One bounded step of merging and of deleting what was merged; false when there is no work.
    bool mergeStep();
    std::size_t segments();

    static std::vector<std::string> statements();

private:
    struct Segment {
        std::uint64_t number = 0, pairs = 0, firstFact = 0;
        MentionPair first;                     // least of its pairs: the key of its first row
    };
    struct Merge {
        std::uint64_t into = 0, at = 0, count = 0;     // of live[at] and the next
        std::uint64_t pairs = 0;
        std::uint64_t thing = 0, fact = 0;             // written up to here
    };
    // The whole directory is one row: it changes from one good state to the next at a commit.
    struct Directory {
        std::uint64_t next = 1;
        std::vector<Segment> live;             // by age
        std::vector<std::uint64_t> doomed;     // merged; rows still to be deleted
        Merge merge;                           // into 0: none
    };

    bool read(Directory &directory);
    bool write(const Directory &directory);
    bool planMerge(Directory &directory) const;
    bool mergeSome(Directory &directory);
    static void finishMerge(Directory &directory);
    bool deleteSome(Directory &directory);
    bool writeChunk(std::uint64_t segment, const MentionPair *first, const MentionPair *end,
                    const MentionPair *next);

    Cache &m_cache;
};

}  // namespace store
