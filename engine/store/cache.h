// cache.db, the file beside the journal that may be deleted any day: which facts are about a thing,
// and the words of dreams. Owns the connection, its transactions and the marks that say up to which
// page each part is. Leaves what is in it to MentionIndex and SearchCache, and when to read pages to
// the loop. Thread contract: one Cache belongs to one thread; another thread opens its own.
#pragma once

#include "kernel/digest.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace store {

// The last page a part of the cache knows. The hash tells a cache of another history.
struct CacheMark {
    std::uint64_t page = 0;
    kernel::Digest hash;
};

struct CacheConnection;

class Cache {
public:
    // Nothing, and words, when there is no usable cache. `shape` says what the journal's facts look
    // like to this program: a cache made under another shape is not used. Writing makes the file.
    static std::unique_ptr<Cache> open(const std::string &folder, bool isReadOnly,
                                       const std::string &shape, std::string &error);
    // Deletes cache.db and what belongs to it.
    static void remove(const std::string &folder);
    ~Cache();

    bool begin();
    bool commit();
    void rollback();

    CacheMark mark(const char *part);
    bool putMark(const char *part, const CacheMark &mark);

    // After an erase: no byte of what was deleted stays in cache.db or its WAL. Words on failure,
    // for instance while another process is reading.
    std::string scrub();
    static std::uint64_t bytesOnDisk(const std::string &folder);
    // What went wrong last, in words; a cache that failed once is to be made anew.
    const std::string &failure() const;

    CacheConnection &connection() { return *d; }
    // Every statement of this file, for the test that none scans a table.
    static std::vector<std::string> statements();

private:
    explicit Cache(std::unique_ptr<CacheConnection> connection);
    std::unique_ptr<CacheConnection> d;
};

}  // namespace store
