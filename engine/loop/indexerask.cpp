// The asking side of the indexer, from any thread, and its making and ending.
#include "loop/indexerimpl.h"

#include "crypto/hash.h"
#include "organism.h"

#include <algorithm>

namespace loop {

using namespace kernel;

namespace {

constexpr std::size_t readersMax = 64;
constexpr std::uint64_t collectorVersion = 1;

void addShape(crypto::Hasher &hasher, const std::vector<FieldInfo> &fields)
{
    hasher.update(fields.size());
    for (const FieldInfo &field : fields) {
        hasher.update(field.name);
        for (const FieldType *type = field.type; type; type = type->element) {
            hasher.update(std::uint64_t{type->kind});
            addShape(hasher, type->fields);
        }
    }
}

}  // namespace

std::string shapeOfFacts()
{
    crypto::Hasher hasher;
    hasher.update(collectorVersion);
    for (const SystemInfo *system : organism::systems()) {
        for (const FactInfo &fact : system->facts) {
            hasher.update(std::uint64_t{fact.kind});
            addShape(hasher, fact.fields);
        }
    }
    return hasher.finish().hex();
}

std::shared_ptr<Indexer::Impl::Reader> Indexer::Impl::reader()
{
    std::uint64_t wanted = 0;
    {
        const std::lock_guard lock(mutex);
        wanted = generation;
        const auto found = readers.find(std::this_thread::get_id());
        if (found != readers.end() && found->second->generation == wanted)
            return found->second;
    }
    // A connection is used by the thread that made it.
    auto made = std::make_shared<Reader>();
    std::string error;
    made->cache = store::Cache::open(engine.folder(), true, shape, error);
    made->generation = wanted;
    if (!made->cache)
        return nullptr;
    const std::lock_guard lock(mutex);
    if (readers.size() >= readersMax)
        readers.erase(readers.begin());
    return readers[std::this_thread::get_id()] = made;
}

// What was asked of the cache failed: it is made anew, unless that has happened meanwhile.
void Indexer::Impl::distrust(std::uint64_t ofGeneration)
{
    broken = ofGeneration;
    if (thread.joinable())
        wakeUp(true);
}

IndexedFacts Indexer::Impl::factsAbout(std::uint64_t thing, std::uint64_t below, std::size_t limit)
{
    IndexedFacts found;
    std::uint64_t boundary = below, asked = 0;
    {
        const std::lock_guard lock(mutex);
        found.upTo = tailUpTo.page;
        asked = generation;
        for (std::size_t i = tail.size(); i-- && found.facts.size() < limit;)
            if (tail[i].thing == thing && tail[i].fact < below)
                found.facts.push_back(tail[i].fact);
        // Facts of the tail may have become a segment by the time the segments are read.
        if (!tail.empty())
            boundary = std::min(below, tail.front().fact);
    }
    if (!found.upTo || found.facts.size() >= limit)
        return found;
    const std::shared_ptr<Reader> from = reader();
    if (from && store::MentionIndex(*from->cache).facts(thing, boundary, limit, found.facts))
        return found;
    distrust(asked);
    return {};
}

bool Indexer::Impl::search(std::string_view text, const store::SearchOptions &options,
                           std::vector<store::SearchFound> &found)
{
    std::uint64_t asked = 0;
    {
        const std::lock_guard lock(mutex);
        if (!searchUpTo)
            return false;
        asked = generation;
    }
    const std::shared_ptr<Reader> from = reader();
    if (from && store::SearchCache(*from->cache).search(text, options, found))
        return true;
    distrust(asked);
    return false;
}

Indexer::Indexer(Engine &engine, bool isReadOnly) : d(std::make_shared<Impl>(engine, isReadOnly))
{
    if (engine.folder().empty()) {
        d->failure = "a profile in memory has no cache";
        return;
    }
    if (isReadOnly) {
        const auto journal = engine.reader();
        std::string error;
        const auto cache = store::Cache::open(engine.folder(), true, d->shape, error);
        d->failure = error;
        if (!cache || !journal)
            return;
        const store::CacheMark mentioned = store::MentionIndex(*cache).upTo();
        const store::CacheMark worded = store::SearchCache(*cache).upTo();
        if (!Impl::fits(mentioned, *journal) || !Impl::fits(worded, *journal)) {
            d->failure = "the cache belongs to another history";
            return;
        }
        d->tailUpTo = mentioned;
        d->searchUpTo = worded.page;
        return;
    }
    engine.onCommitted(wordKinds(), [impl = d](const Sealed &sealed, const Core &) { impl->hear(sealed); });
    engine.onErased([impl = d](const Sealed &sealed, std::function<void()> done) {
        impl->hearErased(sealed.page.seq, std::move(done));
    });
    d->thread = std::thread([impl = d.get()] { impl->run(); });
}

Indexer::~Indexer()
{
    if (!d->thread.joinable())
        return;
    {
        const std::lock_guard lock(d->mutex);
        d->isStopping = true;
    }
    d->wakeUp(true);
    d->thread.join();
    const std::lock_guard lock(d->mutex);
    d->readers.clear();
}

IndexedFacts Indexer::factsAbout(std::uint64_t thing, std::uint64_t below, std::size_t limit) const
{
    return d->factsAbout(thing, below, limit);
}

bool Indexer::search(std::string_view text, const store::SearchOptions &options,
                     std::vector<store::SearchFound> &found) const
{
    return d->search(text, options, found);
}

bool Indexer::settle(std::chrono::milliseconds timeMax)
{
    std::uint64_t pages = 0;
    d->engine.inspectNow([&](Core &core, store::Store &) { pages = core.pages(); });
    if (d->thread.joinable())
        d->wakeUp(true);
    const auto isSettled = [&] { return d->tailUpTo.page >= pages && d->searchUpTo >= pages; };
    std::unique_lock lock(d->mutex);
    if (!d->thread.joinable())
        return isSettled();
    return d->settled.wait_for(lock, timeMax, isSettled);
}

IndexPulse Indexer::pulse() const
{
    IndexPulse pulse;
    const std::lock_guard lock(d->mutex);
    pulse.upTo = d->tailUpTo.page;
    pulse.searchUpTo = d->searchUpTo;
    pulse.waiting = d->waiting;
    pulse.caughtUp = d->caughtUp;
    pulse.rebuilds = d->rebuilds;
    pulse.bytes = store::Cache::bytesOnDisk(d->engine.folder());
    pulse.failure = d->failure;
    return pulse;
}

void Indexer::setWaitingMax(std::size_t mentions)
{
    d->waitingMax = mentions;
}

}  // namespace loop
