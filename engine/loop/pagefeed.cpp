#include "loop/pagefeed.h"

#include <new>
#include <utility>

namespace loop {

namespace {
constexpr std::size_t readyMax = 256;  // pages read ahead
constexpr std::size_t readyBytesMax = 2u
                                      << 20;  // of theirs; what is read of them is a few times that
constexpr std::size_t giveBytes = 64 * 1024;  // small pages are handed over together
}  // namespace

PageFeed::PageFeed(store::Store &store, std::uint64_t from, ReadAhead readAhead)
    : m_readAhead(std::move(readAhead)), m_thread([this, &store, from] { work(store, from); })
{
}

PageFeed::~PageFeed()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_room.notify_one();
    m_thread.join();
}

const PageFeed::Fed *PageFeed::next()
{
    if (m_at < m_taken.size())
        return m_taken[m_at++].get();
    m_taken.clear();
    m_at = 0;
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_isAtEnd || !m_ready.empty(); });
        m_taken.swap(m_ready);
        m_readyBytes = 0;
    }
    m_room.notify_one();
    return m_taken.empty() ? nullptr : m_taken[m_at++].get();
}

// Waits for room; false when nobody wants more.
bool PageFeed::give(Feds &read, std::size_t bytes)
{
    {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [this] {
            return m_isStopping || (m_ready.size() < readyMax && m_readyBytes < readyBytesMax);
        });
        m_readyBytes += bytes;
        for (std::unique_ptr<Fed> &fed : read)
            m_ready.push_back(std::move(fed));
        read.clear();
        if (m_isStopping)
            return false;
    }
    m_wake.notify_one();
    return true;
}

bool PageFeed::read(store::Store &store, std::uint64_t from)
{
    Feds read;
    std::size_t bytes = 0;
    // A connection belongs to the thread that uses it.
    const std::unique_ptr<store::Store> reader = store.openReader();
    const bool isRead = reader && reader->pages(from, [&](const store::PageRecord &record) {
        auto fed = std::make_unique<Fed>();
        fed->record = record;
        fed->view = store::readPage(fed->record.bytes);
        if (fed->view)
            for (const std::string_view fact : fed->view->facts)
                fed->told.push_back(m_readAhead(fact));
        bytes += record.bytes.size();
        read.push_back(std::move(fed));
        if (bytes < giveBytes && read.size() < readyMax)
            return true;
        return give(read, std::exchange(bytes, 0));
    });
    give(read, bytes);
    return isRead;
}

void PageFeed::work(store::Store &store, std::uint64_t from)
{
    bool isRead = false;
    try {
        isRead = read(store, from);
    } catch (const std::bad_alloc &) {
        // No memory to read on: the end came too early, and whoever waits is told so.
    }
    {
        const std::lock_guard lock(m_mutex);
        m_isAtEnd = true;
        m_isRead = isRead;
    }
    m_wake.notify_one();
}

}  // namespace loop
