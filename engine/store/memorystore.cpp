#include "store/memorystore.h"

namespace store {

MemoryStore::MemoryStore(std::shared_ptr<Disk> disk) : m_disk(std::move(disk)) {}

std::string MemoryStore::commit(const Commit &commit)
{
    if (m_failures > 0) {
        --m_failures;
        return "disk full";
    }
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
    const auto found = m_disk->pages.find(seq);
    if (found == m_disk->pages.end())
        return {};
    return found->second;
}

std::optional<PageRecord> MemoryStore::lastPage()
{
    if (m_disk->pages.empty())
        return {};
    return m_disk->pages.rbegin()->second;
}

std::optional<PageRecord> MemoryStore::pageOfFact(std::uint64_t fact)
{
    for (auto page = m_disk->pages.rbegin(); page != m_disk->pages.rend(); ++page)
        if (page->second.firstFact <= fact && fact < page->second.firstFact + page->second.facts)
            return page->second;
    return {};
}

bool MemoryStore::pages(std::uint64_t seq, const std::function<bool(const PageRecord &)> &visit)
{
    for (auto page = m_disk->pages.lower_bound(seq); page != m_disk->pages.end(); ++page)
        if (!visit(page->second))
            break;
    return true;
}

std::vector<ThingKey> MemoryStore::keys()
{
    std::vector<ThingKey> found;
    for (const auto &[thing, key] : m_disk->keys)
        found.push_back({thing, key});
    return found;
}

std::optional<std::string> MemoryStore::key(std::uint64_t thing)
{
    const auto found = m_disk->keys.find(thing);
    if (found == m_disk->keys.end())
        return {};
    return found->second;
}

std::optional<StoredBlob> MemoryStore::blob(std::uint64_t owner, const Digest &digest)
{
    const auto found = m_disk->blobs.find({owner, digest});
    if (found == m_disk->blobs.end())
        return {};
    return found->second;
}

bool MemoryStore::blobs(const std::function<bool(const StoredBlob &)> &visit)
{
    for (const auto &[key, blob] : m_disk->blobs)
        if (!visit(blob))
            break;
    return true;
}

std::vector<Snapshot> MemoryStore::snapshots()
{
    std::vector<Snapshot> found;
    for (const auto &[name, snapshot] : m_disk->snapshots)
        found.push_back(snapshot);
    return found;
}

std::string MemoryStore::putSnapshots(const std::vector<Snapshot> &snapshots)
{
    for (const Snapshot &snapshot : snapshots)
        m_disk->snapshots[snapshot.system] = snapshot;
    return {};
}

std::string MemoryStore::dropSnapshots()
{
    m_disk->snapshots.clear();
    return {};
}

std::optional<Tip> MemoryStore::lastTip()
{
    if (m_disk->tips.empty())
        return {};
    return m_disk->tips.back();
}

std::vector<Tip> MemoryStore::tips()
{
    return m_disk->tips;
}

std::optional<std::string> MemoryStore::meta(const std::string &name)
{
    const auto found = m_disk->meta.find(name);
    if (found == m_disk->meta.end())
        return {};
    return found->second;
}

std::string MemoryStore::putMeta(const std::string &name, const std::string &value)
{
    m_disk->meta[name] = value;
    return {};
}

std::unique_ptr<Store> MemoryStore::openReader()
{
    return std::make_unique<MemoryStore>(m_disk);
}

}  // namespace store
