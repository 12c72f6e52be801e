// The words of dreams, for search: title, body and tags in an FTS5 table, stemmed, accents folded,
// ranked by bm25 with the title weighing most. Any text a person types is a good query. Owns those
// rows of the cache; leaves to the loop which dreams there are. Plain words are kept here: what is
// erased is removed, merged away and scrubbed. Thread contract: as the Cache it is given.
#pragma once

#include "store/cache.h"

#include <string_view>

namespace store {

struct SearchEntry {
    std::uint64_t dream = 0;
    std::string title, body;
    std::vector<std::string> tags;
    bool isArchived = false;
};

struct SearchOptions {
    std::size_t limit = 20, offset = 0;
    bool withArchived = false;
    bool isTyping = false;             // the last word may be the front of a longer one
    std::string markBegin = "[", markEnd = "]";  // around what was found, in snippets
};

struct SearchFound {
    std::uint64_t dream = 0;
    std::string title, snippet;
    std::int64_t score = 0;            // bm25 times a million, greater is better
    bool isArchived = false;
};

class SearchCache {
public:
    explicit SearchCache(Cache &cache) : m_cache(cache) {}

    CacheMark upTo() { return m_cache.mark("search"); }
    bool putUpTo(const CacheMark &mark) { return m_cache.putMark("search", mark); }

    // Inside a transaction of the Cache. False: the cache is to be made anew.
    bool put(const SearchEntry &entry);
    bool setArchived(std::uint64_t dream, bool isArchived);
    bool remove(std::uint64_t dream, bool &wasThere);
    // Merges all of FTS5's segments, so that words of removed rows are in none; outside a transaction.
    bool optimize();

    // False when the cache cannot be read; a query of no words finds nothing.
    bool search(std::string_view text, const SearchOptions &options, std::vector<SearchFound> &found);

    // Words, "phrases", prefix*, -without, title: text: tag: before any of them, as an expression of
    // FTS5; empty when nothing is left to look for.
    static std::string expression(std::string_view text, bool isTyping);
    static std::vector<std::string> statements();

private:
    std::uint64_t numberOf(std::uint64_t dream);

    Cache &m_cache;
};

}  // namespace store
