#include "store/memorystore.h"

namespace store {

namespace {

// Each value from that key on, copied: the visitor may take its time and may ask the store itself.
template<class Map, class Visit>
void visitFrom(std::mutex &mutex, const Map &map, typename Map::key_type key, const Visit &visit)
{
    for (bool isAfter = false;; isAfter = true) {
        typename Map::mapped_type value;
        {
            const std::lock_guard guard(mutex);
            const auto found = isAfter ? map.upper_bound(key) : map.lower_bound(key);
            if (found == map.end())
                return;
            key = found->first;
            value = found->second;
        }
        if (!visit(value))
            return;
    }
}

}  // namespace

MemoryStore::MemoryStore(std::shared_ptr<Disk> disk) : m_disk(std::move(disk))
{
}

std::string MemoryStore::commit(const Commit &commit)
{
    if (m_failures > 0) {
        --m_failures;
        return "disk full";
    }
    const std::lock_guard guard(m_disk->mutex);
    ++m_disk->commits;
    if (commit.page)
        m_disk->pages[commit.page->seq] = *commit.page;
    for (const ThingKey &key : commit.keys)
        m_disk->keys.emplace(key.thing, key.key);
    for (const StoredBlob &blob : commit.blobs)
        m_disk->blobs.emplace(std::pair(blob.owner, blob.digest), blob);
    if (commit.tip)
        m_disk->tips.push_back(*commit.tip);
    for (std::uint64_t thing : commit.erasedThings) {
        m_disk->keys.erase(thing);
        std::erase_if(m_disk->blobs, [&](const auto &entry) { return entry.first.first == thing; });
    }
    return {};
}

std::optional<PageRecord> MemoryStore::page(std::uint64_t seq)
{
    const std::lock_guard guard(m_disk->mutex);
    const auto found = m_disk->pages.find(seq);
    if (found == m_disk->pages.end())
        return {};
    return found->second;
}

std::optional<PageRecord> MemoryStore::lastPage()
{
    const std::lock_guard guard(m_disk->mutex);
    if (m_disk->pages.empty())
        return {};
    return m_disk->pages.rbegin()->second;
}

std::optional<PageRecord> MemoryStore::pageOfFact(std::uint64_t fact)
{
    const std::lock_guard guard(m_disk->mutex);
    for (auto page = m_disk->pages.rbegin(); page != m_disk->pages.rend(); ++page)
        if (page->second.firstFact <= fact && fact < page->second.firstFact + page->second.facts)
            return page->second;
    return {};
}

bool MemoryStore::pages(std::uint64_t seq, const std::function<bool(const PageRecord &)> &visit)
{
    visitFrom(m_disk->mutex, m_disk->pages, seq, visit);
    return true;
}

std::vector<ThingKey> MemoryStore::keys()
{
    const std::lock_guard guard(m_disk->mutex);
    std::vector<ThingKey> found;
    for (const auto &[thing, key] : m_disk->keys)
        found.push_back({thing, key});
    return found;
}

std::optional<std::string> MemoryStore::key(std::uint64_t thing)
{
    const std::lock_guard guard(m_disk->mutex);
    const auto found = m_disk->keys.find(thing);
    if (found == m_disk->keys.end())
        return {};
    return found->second;
}

std::optional<StoredBlob> MemoryStore::blob(std::uint64_t owner, const Digest &digest)
{
    const std::lock_guard guard(m_disk->mutex);
    const auto found = m_disk->blobs.find({owner, digest});
    if (found == m_disk->blobs.end())
        return {};
    return found->second;
}

bool MemoryStore::blobs(const std::function<bool(const StoredBlob &)> &visit)
{
    visitFrom(m_disk->mutex, m_disk->blobs, {}, visit);
    return true;
}

std::vector<Snapshot> MemoryStore::snapshots()
{
    const std::lock_guard guard(m_disk->mutex);
    std::vector<Snapshot> found;
    for (const auto &[name, snapshot] : m_disk->snapshots)
        found.push_back(snapshot);
    return found;
}

std::string MemoryStore::putSnapshots(const std::vector<Snapshot> &snapshots)
{
    const std::lock_guard guard(m_disk->mutex);
    for (const Snapshot &snapshot : snapshots)
        m_disk->snapshots[snapshot.system] = snapshot;
    return {};
}

std::string MemoryStore::dropSnapshots()
{
    const std::lock_guard guard(m_disk->mutex);
    m_disk->snapshots.clear();
    return {};
}

std::optional<Tip> MemoryStore::lastTip()
{
    const std::lock_guard guard(m_disk->mutex);
    if (m_disk->tips.empty())
        return {};
    return m_disk->tips.back();
}

std::vector<Tip> MemoryStore::tips()
{
    const std::lock_guard guard(m_disk->mutex);
    return m_disk->tips;
}

std::optional<std::string> MemoryStore::meta(const std::string &name)
{
    const std::lock_guard guard(m_disk->mutex);
    const auto found = m_disk->meta.find(name);
    if (found == m_disk->meta.end())
        return {};
    return found->second;
}

std::string MemoryStore::putMeta(const std::string &name, const std::string &value)
{
    const std::lock_guard guard(m_disk->mutex);
    m_disk->meta[name] = value;
    return {};
}

std::unique_ptr<Store> MemoryStore::openReader()
{
    return std::make_unique<MemoryStore>(m_disk);
}

}  // namespace store
