// What an Indexer holds: the inbox the engine thread pushes to, what only the indexer's thread
// touches, and what both it and askers see under the mutex. Thread contract: as marked.
#pragma once

#include "cortex/dreams.h"
#include "loop/indexer.h"
#include "store/mentionindex.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <semaphore>
#include <thread>

namespace loop {

struct Indexer::Impl {
    // What the engine thread hands over of one page.
    struct News {
        News *next = nullptr;
        store::CacheMark page;
        std::vector<Mention> mentions;
        std::vector<kernel::Told> told;
    };
    // What becomes of one dream in a batch; the newest state wins.
    struct Change {
        std::optional<store::SearchEntry> entry;  // without its body
        kernel::Digest body;
        std::optional<bool> isArchived;
        bool isErased = false;
    };
    // A connection of one asking thread.
    struct Reader {
        std::unique_ptr<store::Cache> cache;
        std::uint64_t generation = 0;
    };
    struct Waiter {
        std::uint64_t page = 0;
        std::function<void()> done;
    };

    Impl(Engine &engine, bool isReadOnly);
    ~Impl();

    // On the engine thread.
    void hear(const Sealed &sealed);
    void hearErased(std::uint64_t page, std::function<void()> done);
    void wakeUp(bool isNow);

    // On the indexer's thread.
    void run();
    bool open();
    void startAnew();
    static bool fits(const store::CacheMark &mark, store::Store &journal);
    bool drain();
    bool take(News &news);
    bool catchUp();
    void readPages(store::CacheMark &last);
    void note(std::uint16_t kind, const void *fact);
    bool writeWords(const store::CacheMark &upTo);
    bool writeChange(std::uint64_t dream, const Change &change, bool &mustScrub);
    bool scrub();
    bool flushTail();
    bool writeNoted();
    void waitForNews();
    void answerWaiters(bool isAll);
    News *takeInbox();
    const kernel::FactInfo *fact(std::uint16_t kind) const;

    // On any thread.
    std::shared_ptr<Reader> reader();
    void distrust(std::uint64_t ofGeneration);
    IndexedFacts factsAbout(std::uint64_t thing, std::uint64_t below, std::size_t limit);
    bool search(std::string_view text, const store::SearchOptions &options,
                std::vector<store::SearchFound> &found);

    Engine &engine;
    const bool isReadOnly;
    const std::string shape;

    std::atomic<News *> inbox = nullptr;
    std::atomic<std::size_t> waiting = 0, waitingMax = 1'000'000;
    std::atomic<bool> isAwake = false, isStopping = false, isBehind = false;
    std::atomic<std::uint64_t> broken = 0;   // generation of the cache that cannot be trusted
    std::binary_semaphore wake{0};

    // The indexer's thread alone.
    std::unique_ptr<store::Cache> cache;
    std::unique_ptr<store::Store> journal;
    std::map<std::uint64_t, Change> changes;
    std::vector<store::MentionPair> batch;   // of catching up
    std::vector<std::uint64_t> things;
    bool isFlushDue = false;
    int attempts = 0;
    std::uint64_t notedUpTo = 0;             // dreams' facts to here are written or in `changes`
    std::thread thread;

    std::mutex mutex;
    std::condition_variable settled, urgent;
    bool isUrgent = false;
    std::vector<Mention> tail;               // facts ascending
    store::CacheMark tailUpTo;               // page 0: nothing is known
    std::uint64_t searchUpTo = 0;
    std::uint64_t caughtUp = 0, rebuilds = 0, generation = 1;
    std::string failure;
    std::vector<Waiter> waiters;
    std::map<std::thread::id, std::shared_ptr<Reader>> readers;
};

// What the facts of this program look like; a cache made under another is not used.
std::string shapeOfFacts();
// Kinds of facts that change what can be found.
std::vector<std::uint16_t> wordKinds();

}  // namespace loop
