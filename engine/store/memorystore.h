// A Store in memory with the faults of a disk on demand: what was not committed is gone after
// `crash`, commits can be made to fail. For the simulator, stories and throw-away runs.
// Thread contract: a store has one thread at a time; stores of one disk may each have their own.
#pragma once

#include "store/store.h"

#include <map>
#include <mutex>

namespace store {

class MemoryStore : public Store {
public:
    struct Contents {
        std::map<std::uint64_t, PageRecord> pages;
        std::map<std::uint64_t, std::string> keys;
        std::map<std::pair<std::uint64_t, Digest>, StoredBlob> blobs;
        std::map<std::string, Snapshot> snapshots;
        std::vector<Tip> tips;
        std::map<std::string, std::string> meta;
        std::uint64_t commits = 0;
    };
    struct Disk : Contents {
        Disk() = default;
        Disk(const Disk &disk) : Contents(disk.contents()) {}
        Disk &operator=(const Disk &) = delete;

        Contents contents() const
        {
            const std::lock_guard guard(mutex);
            return *this;
        }

        mutable std::mutex mutex;
    };

    explicit MemoryStore(std::shared_ptr<Disk> disk = std::make_shared<Disk>());

    // The next `count` commits fail with "disk full".
    void failNext(int count) { m_failures = count; }

    std::string commit(const Commit &commit) override;
    std::optional<PageRecord> page(std::uint64_t seq) override;
    std::optional<PageRecord> lastPage() override;
    std::optional<PageRecord> pageOfFact(std::uint64_t fact) override;
    bool pages(std::uint64_t seq, const std::function<bool(const PageRecord &)> &visit) override;
    std::vector<ThingKey> keys() override;
    std::optional<std::string> key(std::uint64_t thing) override;
    std::optional<StoredBlob> blob(std::uint64_t owner, const Digest &digest) override;
    bool blobs(const std::function<bool(const StoredBlob &)> &visit) override;
    std::vector<Snapshot> snapshots() override;
    std::string putSnapshots(const std::vector<Snapshot> &snapshots) override;
    std::string dropSnapshots() override;
    std::optional<Tip> lastTip() override;
    std::vector<Tip> tips() override;
    std::optional<std::string> meta(const std::string &name) override;
    std::string putMeta(const std::string &name, const std::string &value) override;
    std::string scrub() override { return {}; }
    std::uint64_t bytesOnDisk() override { return 0; }
    std::unique_ptr<Store> openReader() override;

private:
    std::shared_ptr<Disk> m_disk;
    int m_failures = 0;
};

}  // namespace store
