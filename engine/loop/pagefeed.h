// Reads the journal ahead on a thread and connection of its own: fetching and taking apart the next
// pages, and reading the facts somebody wants read ahead, overlaps with evolving this one. Owns what it read until the reader goes on.
// Thread contract: made, asked and destroyed by one thread; the other thread is internal.
#pragma once

#include "store/store.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace loop {

class PageFeed {
public:
    // The view points into the record; nothing when the bytes are no page.
    struct Fed {
        store::PageRecord record;
        std::optional<store::PageView> view;
        std::vector<std::shared_ptr<const void>> told;  // one a fact; null: not read ahead
    };
    // Called on the other thread with a fact's stored bytes; null for one that is not worth it.
    using ReadAhead = std::function<std::shared_ptr<const void>(std::string_view)>;

    PageFeed(store::Store &store, std::uint64_t from, ReadAhead readAhead);
    ~PageFeed();

    // The next page, good until the next call; null at the end.
    const Fed *next();
    // After the end: every page could be fetched.
    bool isRead() const { return m_isRead; }

private:
    using Feds = std::vector<std::unique_ptr<Fed>>;

    void work(store::Store &store, std::uint64_t from);
    // False when a page could not be fetched.
    bool read(store::Store &store, std::uint64_t from);
    bool give(Feds &read, std::size_t bytes);

    ReadAhead m_readAhead;
    Feds m_taken;  // handed out up to m_at
    std::size_t m_at = 0;

    std::mutex m_mutex;
    std::condition_variable m_wake, m_room;
    Feds m_ready;
    std::size_t m_readyBytes = 0;
    bool m_isAtEnd = false, m_isStopping = false, m_isRead = false;
    std::thread m_thread;
};

}  // namespace loop
