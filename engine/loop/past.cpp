#include "loop/past.h"

#include "loop/platform.h"

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

constexpr auto said = std::chrono::milliseconds(50);  // between two words of progress

}  // namespace

// A listener of the engine cannot be taken back, so it holds this, which outlives the Past.
struct Past::Impl {
    void run();
    std::string open();
    void heed();
    void hearErased();
    void put(std::function<void()> ask);
    Core::GoOn goOn(const std::atomic<std::uint64_t> &newest, std::uint64_t mine,
                    const Progress &progress, std::uint64_t to);
    void showNow(std::uint64_t mine, const Goal &goal, const Progress &progress, const Then &then);
    void compareNow(std::uint64_t mine, Goal one, Goal other, std::size_t rowsMax,
                    const Progress &progress, const std::function<void(const Compared &)> &then);

    std::string folder;
    std::function<void()> erased;
    std::unique_ptr<SnapshotKeeper> keeper;
    std::atomic<std::uint64_t> shows = 0, compares = 0;  // the newest of each counts
    std::atomic<std::uint64_t> erasures = 0;             // since the start
    std::atomic<bool> isStopping = false;

    std::mutex mutex;
    std::condition_variable wake;
    std::deque<std::function<void()>> questions;

    // of the thread
    std::unique_ptr<Replica> here, there;  // shown, and compared with
    std::uint64_t heeded = 0;
    std::thread thread;
};

Past::Past(Engine &engine, bool mayKeep, std::function<void()> erased) : d(std::make_shared<Impl>())
{
    d->folder = engine.folder();
    d->erased = std::move(erased);
    if (mayKeep && !d->folder.empty())
        d->keeper = std::make_unique<SnapshotKeeper>(d->folder);
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
    if (d->keeper)
        d->keeper->stop();
}

void Past::Impl::hearErased()
{
    ++erasures;
    if (keeper)
        keeper->hearErased();
    const std::lock_guard lock(mutex);
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
    }
    wake.notify_all();
}

void Past::Impl::run()
{
    giveWay(GiveWay::ToWindow);
    std::unique_lock lock(mutex);
    while (!isStopping) {
        if (questions.empty()) {
            wake.wait(lock, [this] { return isStopping || !questions.empty(); });
            continue;
        }
        const std::function<void()> ask = std::move(questions.front());
        questions.pop_front();
        lock.unlock();
        heed();
        ask();
        lock.lock();
    }
    // Connections go on the thread they were made on.
    here.reset();
    there.reset();
}

// What was erased since is still in what is held; it goes before anybody is answered.
void Past::Impl::heed()
{
    const std::uint64_t now = erasures;
    if (std::exchange(heeded, now) == now)
        return;
    for (Replica *replica : {here.get(), there.get()})
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
    return d->keeper && d->keeper->waitUntilKept(timeMax);
}

void Past::setRule(const store::KeepRule &rule)
{
    if (d->keeper)
        d->keeper->setRule(rule);
}

}  // namespace loop
