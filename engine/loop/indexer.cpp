#include "loop/platform.h"
#include "loop/indexerimpl.h"

#include "loop/archive.h"
#include "organism.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace loop {

using namespace kernel;
using dreams::Dreams;

namespace {

constexpr std::size_t tailMentionsMax = 32'768;
constexpr std::size_t batchPairsMax = 1'000'000;
constexpr std::size_t batchChangesMax = 2'048;
constexpr std::uint64_t slicePages = 256;   // a read of the journal this long keeps no WAL from shrinking
constexpr int attemptsMax = 3;
constexpr auto gatherTime = std::chrono::milliseconds(10);
constexpr auto idleTime = std::chrono::seconds(5);

}  // namespace

Indexer::Impl::Impl(Engine &ours, bool isReading)
    : engine(ours), isReadOnly(isReading), shape(shapeOfFacts())
{
}

Indexer::Impl::~Impl()
{
    for (News *news = takeInbox(); news;)
        delete std::exchange(news, news->next);
}

// ---- on the engine thread: hand over, never wait -------------------------------------------------

void Indexer::Impl::hear(const Sealed &sealed)
{
    if (isStopping)
        return;
    // Over the limit the page is left out; the gap is seen, and the journal read instead.
    if (waiting < waitingMax) {
        auto *news = new News;
        news->page = {sealed.page.seq, sealed.page.hash};
        news->mentions = sealed.mentions;
        for (const Told &told : sealed.told)
            if (told.kind >> 8 == Dreams::number)
                news->told.push_back(told);
        waiting += sealed.mentions.size() + 1;
        news->next = inbox;
        while (!inbox.compare_exchange_weak(news->next, news))
            ;
    } else {
        isBehind = true;
    }
    wakeUp(false);
}

void Indexer::Impl::hearErased(std::uint64_t page, std::function<void()> done)
{
    {
        const std::lock_guard lock(mutex);
        if (!isStopping) {
            waiters.push_back({page, std::move(done)});
            done = {};
        }
    }
    if (done)
        done();
    wakeUp(true);
}

void Indexer::Impl::wakeUp(bool isNow)
{
    if (isNow) {
        const std::lock_guard lock(mutex);
        isUrgent = true;
        urgent.notify_all();
    }
    if (!isAwake.exchange(true))
        wake.release();
}

// ---- on the indexer's thread ---------------------------------------------------------------------

Indexer::Impl::News *Indexer::Impl::takeInbox()
{
    News *oldest = nullptr;
    for (News *news = inbox.exchange(nullptr); news;) {
        News *next = std::exchange(news->next, oldest);
        oldest = std::exchange(news, next);
    }
    return oldest;
}

void Indexer::Impl::run()
{
    giveWay(GiveWay::ToAll);
    bool isGood = open() && catchUp();
    for (;;) {
        while (!isGood || broken == generation) {
            startAnew();
            isGood = !cache || catchUp();
        }
        attempts = cache ? 0 : attempts;
        const bool isLast = isStopping;
        isGood = drain();
        if (isGood && (tail.size() >= tailMentionsMax || isFlushDue || isLast))
            isGood = flushTail();
        if (!isGood)
            continue;
        answerWaiters(false);
        if (isLast)
            break;
        if (cache && store::MentionIndex(*cache).mergeStep())
            continue;
        isGood = !cache || cache->failure().empty();
        if (isGood)
            waitForNews();
    }
    answerWaiters(true);
    cache.reset();
    journal.reset();
}

void Indexer::Impl::waitForNews()
{
    isFlushDue = false;
    if (tail.empty()) {
        wake.acquire();
    } else if (!wake.try_acquire_for(idleTime)) {
        isFlushDue = true;
        return;
    }
    // Pages that come one by one are taken together, unless somebody waits.
    std::unique_lock lock(mutex);
    urgent.wait_for(lock, gatherTime, [this] { return isUrgent || isStopping; });
    isUrgent = false;
    isAwake = false;
}

bool Indexer::Impl::open()
{
    journal = engine.reader();
    std::string error = "the journal cannot be read";
    if (journal)
        cache = store::Cache::open(engine.folder(), false, shape, error);
    const store::CacheMark mentioned = cache ? store::MentionIndex(*cache).upTo() : store::CacheMark();
    const store::CacheMark worded = cache ? store::SearchCache(*cache).upTo() : store::CacheMark();
    const bool isGood = cache && fits(mentioned, *journal) && fits(worded, *journal);
    {
        const std::lock_guard lock(mutex);
        if (cache && !isGood)
            error = cache->failure().empty() ? "it belongs to another history" : cache->failure();
        failure = isGood ? std::string() : error;
        if (isGood) {
            tailUpTo = mentioned;
            searchUpTo = notedUpTo = worded.page;
        }
    }
    // An erase that was cut short is finished first.
    return isGood && (!cache->mark("scrub").page || scrub());
}

bool Indexer::Impl::fits(const store::CacheMark &mark, store::Store &journal)
{
    if (!mark.page)
        return true;
    const auto page = journal.page(mark.page);
    return page && page->hash == mark.hash;
}

void Indexer::Impl::startAnew()
{
    const std::string why = cache ? cache->failure() : std::string();
    cache.reset();
    changes.clear();
    batch.clear();
    notedUpTo = 0;
    {
        const std::lock_guard lock(mutex);
        tail.clear();
        tailUpTo = {};
        searchUpTo = 0;
        ++rebuilds;
        ++generation;
        failure = why.empty() ? failure : why;
    }
    store::Cache::remove(engine.folder());
    if (++attempts <= attemptsMax && open())
        return;
    // Without a cache everything is still found by reading the journal.
    cache.reset();
    if (attempts > attemptsMax)
        store::Cache::remove(engine.folder());
}

// True when there was nothing wrong, also when there is no cache to write to.
bool Indexer::Impl::drain()
{
    bool isGood = true;
    for (News *list = takeInbox(); list;) {
        const std::unique_ptr<News> news(std::exchange(list, list->next));
        waiting -= news->mentions.size() + 1;
        isGood = isGood && (!cache || take(*news));
    }
    if (isGood && cache && isBehind.exchange(false))
        isGood = catchUp();
    return isGood && (!cache || writeNoted());
}

// After a catching up that was cut short the two parts may differ; then the next one goes on.
bool Indexer::Impl::writeNoted()
{
    return notedUpTo != tailUpTo.page || writeWords(tailUpTo);
}

bool Indexer::Impl::take(News &news)
{
    if (news.page.page > std::min(tailUpTo.page, notedUpTo) + 1 && !catchUp())
        return false;
    if (news.page.page != tailUpTo.page + 1 || notedUpTo != tailUpTo.page)
        return true;
    for (const Told &told : news.told)
        note(told.kind, told.fact.get());
    notedUpTo = news.page.page;
    const std::lock_guard lock(mutex);
    tail.insert(tail.end(), news.mentions.begin(), news.mentions.end());
    tailUpTo = news.page;
    return true;
}

bool Indexer::Impl::flushTail()
{
    isFlushDue = false;
    if (!cache || tail.empty())
        return true;
    std::vector<store::MentionPair> pairs;
    pairs.reserve(tail.size());
    for (const Mention &mention : tail)
        pairs.push_back({mention.thing, mention.fact});
    if (!store::MentionIndex(*cache).append(pairs, tailUpTo))
        return false;
    if (notedUpTo == tailUpTo.page && changes.empty() && !store::SearchCache(*cache).putUpTo(tailUpTo))
        return false;
    const std::lock_guard lock(mutex);
    tail.clear();
    return true;
}

bool Indexer::Impl::catchUp()
{
    if (!cache)
        return true;
    if (!writeNoted() || !flushTail())
        return false;
    store::CacheMark last{std::min(tailUpTo.page, notedUpTo), {}};
    for (bool isMore = true; isMore;) {
        const std::uint64_t before = last.page;
        readPages(last);
        {
            const std::lock_guard lock(mutex);
            isMore = last.page != before && !(isStopping && waiters.empty());
            caughtUp += last.page - before;
        }
        if (isMore && batch.size() < batchPairsMax && changes.size() < batchChangesMax)
            continue;
        if (last.page > tailUpTo.page) {
            if (!store::MentionIndex(*cache).append(batch, last))
                return false;
            const std::lock_guard lock(mutex);
            tailUpTo = last;
        }
        batch.clear();
        notedUpTo = std::max(notedUpTo, last.page);
        if (last.page > searchUpTo && (!writeWords(last) || !store::SearchCache(*cache).putUpTo(last)))
            return false;
    }
    return true;
}

void Indexer::Impl::readPages(store::CacheMark &last)
{
    const std::uint64_t to = last.page + slicePages;
    journal->pages(last.page + 1, [&](const store::PageRecord &record) {
        const auto page = store::readPage(record.bytes);
        if (!page)
            return false;
        for (std::size_t i = 0; i < page->facts.size(); ++i) {
            CborReader kindReader(page->facts[i]);
            kindReader.array();
            const auto kind = static_cast<std::uint16_t>(kindReader.unsignedInteger());
            const FactInfo *info = kindReader.isGood() ? fact(kind) : nullptr;
            if (!info)
                continue;
            if (record.seq > tailUpTo.page) {
                thingsOf(*info, page->facts[i], things);
                for (std::uint64_t thing : things)
                    batch.push_back({thing, page->head.firstFact + i});
            }
            if (record.seq > searchUpTo && kind >> 8 == Dreams::number)
                if (const auto told = info->decode(page->facts[i], &engine.keys()))
                    note(kind, told.get());
        }
        last = {record.seq, record.hash};
        return record.seq < to;
    });
}

const FactInfo *Indexer::Impl::fact(std::uint16_t kind) const
{
    for (const SystemInfo *system : organism::systems())
        if (system->number == kind >> 8)
            return (kind & 0xffu) < system->facts.size() ? &system->facts[kind & 0xff] : nullptr;
    return nullptr;
}

void Indexer::Impl::answerWaiters(bool isAll)
{
    std::vector<Waiter> ready;
    {
        const std::lock_guard lock(mutex);
        const auto isLeft = [&](const Waiter &one) { return !isAll && cache && one.page > searchUpTo; };
        const auto first = std::partition(waiters.begin(), waiters.end(), isLeft);
        std::move(first, waiters.end(), std::back_inserter(ready));
        waiters.erase(first, waiters.end());
    }
    for (const Waiter &one : ready)
        one.done();
}

}  // namespace loop
