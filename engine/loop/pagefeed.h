// Reads the journal ahead on a thread and connection of its own: fetching and taking apart the next
// pages overlaps with evolving this one. Owns what it read until the reader goes on.
// Thread contract: made, asked and destroyed by one thread; the other thread is internal.
#pragma once

#include "store/store.h"

#include <condition_variable>
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
    };

    PageFeed(store::Store &store, std::uint64_t from);
    ~PageFeed();

    // The next page, good until the next call; null at the end.
    const Fed *next();
    // After the end: every page could be fetched.
    bool isRead() const { return m_isRead; }

private:
    using Feds = std::vector<std::unique_ptr<Fed>>;

    void work(store::Store &store, std::uint64_t from);
    bool give(Feds &read);

    Feds m_taken;   // handed out up to m_at
    std::size_t m_at = 0;

    std::mutex m_mutex;
    std::condition_variable m_wake, m_room;
    Feds m_ready;
    bool m_isAtEnd = false, m_isStopping = false, m_isRead = false;
    std::thread m_thread;
};

}  // namespace loop
