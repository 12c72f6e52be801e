#include "loop/past.h"

#include "loop/platform.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace loop {

using namespace kernel;
using std::chrono::steady_clock;

namespace {

constexpr auto said = std::chrono::milliseconds(50);    // between two words of progress
constexpr auto restAtFirst = std::chrono::seconds(10);  // starting is busy enough
constexpr auto restBetween = std::chrono::seconds(60);

}  // namespace

// A listener of the engine cannot be taken back, so it holds this, which outlives the Past.
struct Past::Impl {
    void run();
    std::string open();
    void heed();
    void keepOn();
    void hearErased();
    void put(std::function<void()> ask);
    Core::GoOn goOn(const std::atomic<std::uint64_t> &newest, std::uint64_t mine,
                    const Progress &progress, std::uint64_t to);
    void showNow(std::uint64_t mine, const Goal &goal, const Progress &progress, const Then &then);
    void compareNow(std::uint64_t mine, Goal one, Goal other, std::size_t rowsMax,
                    const Progress &progress, const std::function<void(const Compared &)> &then);

    std::string folder;
    std::function<void()> erased;
    bool mayKeep = false;
    std::atomic<std::uint64_t> shows = 0, compares = 0;  // the newest of each counts
    std::atomic<std::uint64_t> erasures = 0;             // since the start
    std::atomic<bool> isStopping = false, isAsked = false;

    std::mutex mutex;
    std::condition_variable wake, settled;
    std::deque<std::function<void()>> questions;
    bool mustKeep = false, isKept = false;
    store::KeepRule rule;
    steady_clock::time_point keepAt = steady_clock::now() + restAtFirst;

    // of the thread
    std::unique_ptr<Replica> here, there,
        keeper;  // shown, compared with, what snapshots are made of
    std::uint64_t heeded = 0;
    std::thread thread;
};

Past::Past(Engine &engine, bool mayKeep, std::function<void()> erased) : d(std::make_shared<Impl>())
{
    d->folder = engine.folder();
    d->erased = std::move(erased);
    d->mayKeep = mayKeep && !d->folder.empty();
    engine.onCommitted({}, [shared = d](const Sealed &sealed, const Core &) {
        if (!sealed.erasedThings.empty())
            shared->hearErased();
    });
    d->thread = std::thread([impl = d.get()] { impl->run(); });
}

Past::~Past()
{
    {
        const std::lock_guard lock(d->mutex);
        d->isStopping = true;
        d->questions.clear();
        d->erased = {};
    }
    d->wake.notify_all();
    d->thread.join();
}

// The store has dropped its snapshots; one being written just now must not come after that.
void Past::Impl::hearErased()
{
    ++erasures;
    if (mayKeep)
        store::dropAllKept(folder);
    const std::lock_guard lock(mutex);
    keepAt = steady_clock::now() + restBetween;
    if (erased && !isStopping)
        erased();
}

void Past::Impl::put(std::function<void()> ask)
{
    {
        const std::lock_guard lock(mutex);
        if (isStopping)
            return;
        questions.push_back(std::move(ask));
        isAsked = true;
    }
    wake.notify_all();
}

void Past::Impl::run()
{
    giveWay(GiveWay::ToWindow);
    std::unique_lock lock(mutex);
    while (!isStopping) {
        if (!questions.empty()) {
            const std::function<void()> ask = std::move(questions.front());
            questions.pop_front();
            lock.unlock();
            heed();
            ask();
            lock.lock();
            isAsked = !questions.empty();
        } else if (mayKeep && (mustKeep || steady_clock::now() >= keepAt)) {
            lock.unlock();
            heed();
            keepOn();
            lock.lock();
        } else {
            const auto isWanted = [this] { return isStopping || mustKeep || !questions.empty(); };
            if (mayKeep)
                wake.wait_until(lock, keepAt, isWanted);
            else
                wake.wait(lock, [this] { return isStopping || !questions.empty(); });
        }
    }
    // Connections go on the thread they were made on.
    here.reset();
    there.reset();
    keeper.reset();
}

// What was erased since is still in what is held; it goes before anybody is answered.
void Past::Impl::heed()
{
    const std::uint64_t now = erasures;
    if (std::exchange(heeded, now) == now)
        return;
    for (Replica *replica : {here.get(), there.get(), keeper.get()})
        if (replica)
            replica->clear();
}

std::string Past::Impl::open()
{
    std::string error;
    for (std::unique_ptr<Replica> *replica : {&here, &there})
        if (!*replica && error.empty())
            *replica = Replica::open(folder, error);
    return error;
}

Core::GoOn Past::Impl::goOn(const std::atomic<std::uint64_t> &newest, std::uint64_t mine,
                            const Progress &progress, std::uint64_t to)
{
    return [this, &newest, mine, &progress, to, from = std::uint64_t{},
            last = steady_clock::now()](std::uint64_t page) mutable {
        from = from ? from : page;
        if (progress && to > from && steady_clock::now() - last > said) {
            last = steady_clock::now();
            progress(static_cast<double>(page - from) / static_cast<double>(to - from));
        }
        return !isStopping && newest == mine && erasures == heeded;
    };
}

void Past::Impl::showNow(std::uint64_t mine, const Goal &goal, const Progress &progress,
                         const Then &then)
{
    Shown shown;
    shown.failure = open();
    if (!shown.failure.empty())
        return then(shown, nullptr);
    // An erase on the way begins it again: nothing erased is handed out.
    do {
        heed();
        shown = {};
        shown.last = here->last();
        const PastMoment wanted = here->find(goal);
        if (shows == mine)
            shown.failure = here->show(wanted, goOn(shows, mine, progress, wanted.page));
        shown.at = here->at();
        shown.factsReplayed = shown.at.fact - std::min(shown.at.fact, here->replayedFrom());
        shown.isCancelled = shown.at != wanted || shows != mine;
    } while (erasures != heeded && shows == mine && !isStopping);
    then(shown, shown.failure.empty() ? here.get() : nullptr);
}

void Past::Impl::compareNow(std::uint64_t mine, Goal one, Goal other, std::size_t rowsMax,
                            const Progress &progress,
                            const std::function<void(const Compared &)> &then)
{
    Compared compared;
    compared.failure = open();
    if (!compared.failure.empty())
        return then(compared);
    const auto isWanted = [&] { return compares == mine && !isStopping; };
    // The moment that is shown stays where it is; the other one is loaded beside it.
    const auto load = [&](Replica &replica, const PastMoment &moment) {
        if (compared.failure.empty() && isWanted())
            compared.failure = replica.show(moment, goOn(compares, mine, progress, moment.page));
        compared.isCancelled = compared.isCancelled || replica.at() != moment;
    };
    do {
        heed();
        compared = {};
        PastMoment from = here->find(one), to = here->find(other);
        load(*here, from);
        load(*there, to);
        const Replica *before = here.get(), *after = there.get();
        if (to.page < from.page) {
            std::swap(from, to);
            std::swap(before, after);
        }
        compared.from = from;
        compared.to = to;
        if (!compared.isCancelled && compared.failure.empty())
            compared.tables = changesBetween(before->core(), after->core(), rowsMax, isWanted);
        compared.isCancelled = compared.isCancelled || !isWanted();
    } while (erasures != heeded && isWanted());
    then(compared);
}

// One snapshot after the other, until a question comes or none is missing.
void Past::Impl::keepOn()
{
    std::string error;
    if (!keeper)
        keeper = Replica::open(folder, error);
    store::KeepRule how;
    {
        const std::lock_guard lock(mutex);
        how = rule;
    }
    bool isDone = !keeper;
    while (!isDone && !isStopping && !isAsked && erasures == heeded) {
        const PastMoment last = keeper->last();
        const store::KeptSnapshot end{last.page, last.fact, last.at, 0};
        for (const store::KeptSnapshot &one :
             store::superfluous(store::keptSnapshots(folder), end, how))
            store::dropKept(folder, one);
        const std::uint64_t fact = store::nextToKeep(store::keptSnapshots(folder), end, how);
        isDone = fact == 0;
        if (isDone)
            break;
        // Of a page that goes beyond the wanted fact the one before is kept, so that the gap is no wider.
        PastMoment wanted = keeper->find({Goal::Fact, static_cast<std::int64_t>(fact)});
        if (wanted.fact > fact && wanted.page > 1)
            wanted = keeper->find({Goal::Page, static_cast<std::int64_t>(wanted.page - 1)});
        const std::vector<store::KeptSnapshot> kept = store::keptSnapshots(folder);
        const bool isThere =
            std::any_of(kept.begin(), kept.end(),
                        [&](const store::KeptSnapshot &one) { return one.page == wanted.page; });
        isDone = isThere
                 || !keeper
                         ->show(wanted,
                                [this](std::uint64_t) {
                                    return !isStopping && !isAsked && erasures == heeded;
                                })
                         .empty();
        if (!isDone && keeper->at() == wanted)
            isDone = !keeper->keep().empty();
        if (erasures != heeded)
            store::dropKept(folder, {keeper->at().page, keeper->at().fact, keeper->at().at, 0});
    }
    const std::lock_guard lock(mutex);
    if (!isDone)
        return;
    keeper.reset();
    mustKeep = false;
    isKept = true;
    keepAt = steady_clock::now() + restBetween;
    settled.notify_all();
}

void Past::show(const Goal &goal, Progress progress, Then then)
{
    const std::uint64_t mine = ++d->shows;
    d->put([impl = d.get(), mine, goal, progress = std::move(progress), then = std::move(then)] {
        impl->showNow(mine, goal, progress, then);
    });
}

void Past::compare(const Goal &one, const Goal &other, std::size_t rowsMax, Progress progress,
                   std::function<void(const Compared &)> then)
{
    const std::uint64_t mine = ++d->compares;
    d->put(
        [impl = d.get(), mine, one, other, rowsMax, progress = std::move(progress),
         then = std::move(then)] { impl->compareNow(mine, one, other, rowsMax, progress, then); });
}

void Past::measure(Duration stretch, std::size_t spans, std::function<void(const Span &)> then)
{
    d->put([impl = d.get(), stretch, spans, then = std::move(then)] {
        if (!impl->open().empty())
            return;
        Span span{impl->here->first(), impl->here->last(), {}};
        const Time from = stretch.us > 0 ? span.last.at + Duration{-stretch.us} : span.first.at;
        span.density = impl->here->density(std::max(from, span.first.at), span.last.at, spans);
        then(span);
    });
}

void Past::cancel()
{
    ++d->shows;
    ++d->compares;
}

void Past::close()
{
    cancel();
    d->put([impl = d.get()] {
        impl->here.reset();
        impl->there.reset();
    });
}

bool Past::waitUntilKept(std::chrono::milliseconds timeMax)
{
    std::unique_lock lock(d->mutex);
    d->mustKeep = true;
    d->isKept = false;
    d->wake.notify_all();
    return d->settled.wait_for(lock, timeMax, [this] { return d->isKept; });
}

void Past::setRule(const store::KeepRule &rule)
{
    const std::lock_guard lock(d->mutex);
    d->rule = rule;
}

}  // namespace loop
