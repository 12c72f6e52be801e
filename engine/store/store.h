// Where everything that must survive is kept: journal pages, keys of things, blobs, snapshots and
// signed tips. An interface, so that a simulator can hold it in memory and a team could hold it in
// PostgreSQL. Thread contract: one Store belongs to one thread; openReader gives another thread its own.
#pragma once

#include "kernel/envelope.h"
#include "store/page.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace store {

struct PageRecord {
    std::uint64_t seq = 0;
    std::uint64_t firstFact = 0;
    std::uint32_t facts = 0;
    Digest hash;
    std::string bytes;
};

// The head of the journal at some moment, signed by the profile's device key.
struct Tip {
    std::uint64_t pages = 0;   // size of the tree: the seq of the last page
    std::uint64_t facts = 0;
    Digest hash;               // of the last page
    Digest root;               // RFC 9162 SHA-256 tree over all page hashes
    kernel::Time at;
    std::string key;           // Ed25519 public key, 32 bytes
    std::string signature;     // 64 bytes over tipMessage
    std::string frontier;      // of the tree, to go on from; not signed, checked by its root
};
std::string tipMessage(const Tip &tip);

struct ThingKey {
    std::uint64_t thing = 0;
    std::string key;  // 32 bytes
};

// A blob as stored: sealed already when it has an owner.
struct StoredBlob {
    std::uint64_t owner = 0;
    Digest digest;
    std::string bytes;
    bool isSealed = false;
};

struct Snapshot {
    std::string system;
    std::uint16_t version = 0;
    std::uint64_t page = 0;
    std::string bytes;
};

// Everything of one commit: durable together or not at all.
struct Commit {
    const PageRecord *page = nullptr;
    std::vector<ThingKey> keys;
    std::vector<StoredBlob> blobs;
    std::optional<Tip> tip;
    std::vector<std::uint64_t> erasedThings;  // their keys and blobs go
};

class Store {
public:
    virtual ~Store() = default;

    // Empty when durable, else what went wrong in words; then nothing of it was kept.
    virtual std::string commit(const Commit &commit) = 0;

    virtual std::optional<PageRecord> page(std::uint64_t seq) = 0;
    virtual std::optional<PageRecord> lastPage() = 0;
    // The page that holds this fact.
    virtual std::optional<PageRecord> pageOfFact(std::uint64_t fact) = 0;
    // In order from `seq` on, until visit says false. False when reading failed.
    virtual bool pages(std::uint64_t seq, const std::function<bool(const PageRecord &)> &visit) = 0;

    // Hashes of the pages from 1 on, in order, until visit says false.
    virtual bool pageHashes(const std::function<bool(std::uint64_t seq, const Digest &)> &visit)
    {
        return pages(1, [&](const PageRecord &page) { return visit(page.seq, page.hash); });
    }

    virtual std::vector<ThingKey> keys() = 0;
    virtual std::optional<std::string> key(std::uint64_t thing) = 0;

    virtual std::optional<StoredBlob> blob(std::uint64_t owner, const Digest &digest) = 0;
    virtual bool blobs(const std::function<bool(const StoredBlob &)> &visit) = 0;

    virtual std::vector<Snapshot> snapshots() = 0;
    // The page they are of; 0: there are none.
    virtual std::uint64_t snapshotPage()
    {
        const std::vector<Snapshot> all = snapshots();
        return all.empty() ? 0 : all.front().page;
    }
    virtual std::string putSnapshots(const std::vector<Snapshot> &snapshots) = 0;
    // These and all that were kept for looking back.
    virtual std::string dropSnapshots() = 0;

    virtual std::optional<Tip> lastTip() = 0;
    virtual std::vector<Tip> tips() = 0;

    // Small settings of the store itself (not of the organism).
    virtual std::optional<std::string> meta(const std::string &name) = 0;
    virtual std::string putMeta(const std::string &name, const std::string &value) = 0;

    // After an erase: no byte of what was deleted may stay in any file.
    virtual std::string scrub() = 0;
    virtual std::uint64_t bytesOnDisk() = 0;
    // A read-only view for another thread; to be made and used on that thread.
    virtual std::unique_ptr<Store> openReader() = 0;
    // A second writer for another thread, to be made and used on that thread; the two must not commit
    // at the same time. Null when there can be none.
    virtual std::unique_ptr<Store> openWriter() { return {}; }
};

}  // namespace store
