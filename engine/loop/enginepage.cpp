// How a page becomes durable. A small one is committed where it was decided, because waking another
// thread would take longer; under load the committer writes one page while the next is decided.
// Nothing of a page is told to anyone before it is durable: whatever looks at the state drains first.
#include "loop/engineimpl.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace loop {

using namespace kernel;

namespace {
constexpr std::uint32_t factsInPlaceMax = 16;
constexpr std::size_t flightsMax = 2;  // one at the disk, one behind it

Time systemNow()
{
    using namespace std::chrono;
    return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}
}  // namespace

void Engine::Impl::startCommitter()
{
    if (store && !options.folder.empty())
        committer = std::make_unique<Committer>(
            *store, [this] { boost::asio::post(context, [this] { landed(); }); });
}

void Engine::Impl::openPage()
{
    if (std::exchange(isPageOpen, true))
        return;
    lastTime = std::max(systemNow(), lastTime);
    core.beginPage(lastTime);
}

// Whether more may go into the page: the disk is busy, and the page not worth a journey of its own yet.
bool Engine::Impl::canWait() const
{
    if (flights.empty() || core.isFull() || !failure.empty() || isStopping)
        return false;
    return flights.size() >= flightsMax || core.pageFacts() < flights.back()->sealed.page.facts / 2;
}

void Engine::Impl::closePage()
{
    if (!std::exchange(isPageOpen, false))
        return;
    if (!failure.empty() || core.isEmpty()) {
        // A refusal may come of what is not durable yet.
        land();
        give(answers);
        return;
    }
    const bool isTipUnderWay =
        !flights.empty() && (flights.front()->commit.tip || flights.back()->commit.tip);
    std::unique_ptr<Flight> page = flightOf(core.seal(), isTipUnderWay ? std::nullopt : signedTip);
    page->answers.swap(answers);
    if (mayFly(page->sealed)) {
        committer->start(page->commit);
        flights.push_back(std::move(page));
        return;
    }
    land();
    const auto began = std::chrono::steady_clock::now();
    if (failure.empty())
        failure = store ? store->commit(page->commit) : "there is no store";
    page->took = std::chrono::steady_clock::now() - began;
    tell(*page);
}

std::unique_ptr<Engine::Impl::Flight> Engine::Impl::flightOf(Sealed sealed,
                                                             const std::optional<store::Tip> &tip)
{
    auto flight = std::make_unique<Flight>();
    flight->sealed = std::move(sealed);
    flight->commit.page = &flight->sealed.page;
    flight->commit.keys = std::move(flight->sealed.keys);
    flight->commit.blobs = std::move(flight->sealed.blobs);
    flight->commit.erasedThings = flight->sealed.erasedThings;
    flight->commit.tip = tip;
    return flight;
}

// What erases is followed by work on the whole file, which nothing may overtake.
bool Engine::Impl::mayFly(const Sealed &sealed)
{
    if (!committer || isStopping || !sealed.erasedThings.empty())
        return false;
    if (!flights.empty() || sealed.page.facts > factsInPlaceMax || pendingAt < pending.size())
        return true;
    const std::lock_guard guard(mutex);
    return !mailbox.empty();
}

// Waits for all that is under way.
void Engine::Impl::land()
{
    while (!flights.empty())
        landOne();
}

void Engine::Impl::landOne()
{
    Committer::Result result = committer->wait();
    const std::unique_ptr<Flight> page = std::move(flights.front());
    flights.pop_front();
    failure = std::move(result.failure);
    page->took = result.took;
    tell(*page);
}

// Afterwards the state in memory is what the journal holds.
void Engine::Impl::drain()
{
    closePage();
    land();
}

void Engine::Impl::landed()
{
    if (flights.empty() || !committer->isDone())
        return;
    // The next page sets off before this one is told: telling takes as long as deciding.
    if (isPageOpen && flights.size() < flightsMax && failure.empty() && !core.isEmpty())
        closePage();
    if (!flights.empty() && committer->isDone())
        landOne();
    if (isPageOpen && !canWait())
        closePage();
}

void Engine::Impl::tell(Flight &page)
{
    if (failure.empty())
        pageIsKept(page);
    give(page.answers);
}

void Engine::Impl::pageIsKept(Flight &page)
{
    const Sealed &sealed = page.sealed;
    ++commits;
    facts += sealed.page.facts;
    tree.append(crypto::merkle::Sha256::leaf(sealed.page.hash.bytes));
    if (page.commit.tip)
        tipIsKept(*page.commit.tip);
    if (!sealed.erasedThings.empty()) {
        store->dropSnapshots();
        store->scrub();
    }
    commitUs +=
        (std::chrono::duration_cast<std::chrono::microseconds>(page.took).count() - commitUs) / 64;
    for (const Listener &listener : listeners)
        listener.committed(sealed, core);
    if (!erased.empty() && !sealed.erasedThings.empty()) {
        held[sealed.page.seq].swap(page.answers);
        tellErased(sealed);
    }
    scheduleSignature();
    schedulePublish();
}

// The answers wait for everybody who holds copies of the words.
void Engine::Impl::tellErased(const Sealed &sealed)
{
    const auto left = std::make_shared<std::atomic<std::size_t>>(erased.size());
    const auto done = [this, left, seq = sealed.page.seq] {
        if (--*left == 0)
            boost::asio::post(context, [this, seq] { giveHeld(seq); });
    };
    for (const Erased &one : erased)
        one(sealed, done);
}

// State in memory is ahead of a journal that failed: nothing may be decided on it any more.
void Engine::Impl::give(Answers &given)
{
    for (auto &[reply, answer] : given) {
        if (!failure.empty() && answer.isDone) {
            answer = {};
            answer.refusal = {"journal.failed", {{"reason", failure}}};
        }
        reply(answer);
    }
    given.clear();
}

void Engine::Impl::giveHeld(std::uint64_t page)
{
    for (auto &[reply, answer] : held[page])
        reply(answer);
    held.erase(page);
}

}  // namespace loop
