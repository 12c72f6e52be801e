#include "loop/engineimpl.h"

#include <future>

namespace loop {

using namespace kernel;

namespace {
constexpr std::size_t commandsPerTurnMax = 4096;

Time systemNow()
{
    using namespace std::chrono;
    return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}
}  // namespace

void Engine::Impl::refuseOne(Pending &one, const char *code)
{
    if (!one.reply)
        return;
    Answer answer;
    answer.refusal = {code, {}};
    one.reply(answer);
}

void Engine::send(Ask ask, Reply reply)
{
    std::vector<std::pair<Ask, Reply>> one;
    one.emplace_back(std::move(ask), std::move(reply));
    send(std::move(one));
}

void Engine::send(std::vector<std::pair<Ask, Reply>> asks)
{
    bool mustWake = false;
    std::size_t refusedFrom = asks.size();
    const char *code = "engine.closed";
    {
        const std::lock_guard guard(d->mutex);
        if (d->isClosed || d->options.isReadOnly) {
            refusedFrom = 0;
            code = d->isClosed ? "engine.closed" : "profile.readOnly";
        }
        for (std::size_t i = 0; i < refusedFrom; ++i) {
            // Hands are bounded by their leases; only senders from outside meet the limit.
            const Origin origin = asks[i].first.envelope.origin;
            if (d->mailbox.size() >= d->options.mailboxMax && origin != Origin::Hand) {
                refusedFrom = i;
                code = "engine.busy";
                break;
            }
            d->mailbox.push_back({std::move(asks[i].first), std::move(asks[i].second)});
        }
        mustWake = !d->isAwake && !d->mailbox.empty();
        d->isAwake = d->isAwake || mustWake;
    }
    if (mustWake)
        boost::asio::post(d->context, [impl = d.get()] { impl->turn(); });
    for (std::size_t i = refusedFrom; i < asks.size(); ++i) {
        Impl::Pending pending{std::move(asks[i].first), std::move(asks[i].second)};
        Impl::refuseOne(pending, code);
    }
}

Answer Engine::ask(Ask ask)
{
    auto promise = std::make_shared<std::promise<Answer>>();
    send(std::move(ask), [promise](const Answer &answer) { promise->set_value(answer); });
    return promise->get_future().get();
}

void Engine::inspect(std::function<void(Core &, store::Store &)> look)
{
    boost::asio::post(d->context, [impl = d.get(), look = std::move(look)] {
        if (impl->store)
            look(impl->core, *impl->store);
    });
}

void Engine::inspectNow(const std::function<void(Core &, store::Store &)> &look)
{
    if (!d->thread.joinable()) {
        if (d->store)
            look(d->core, *d->store);
        return;
    }
    std::promise<void> seen;
    boost::asio::post(d->context, [this, &look, &seen] {
        if (d->store)
            look(d->core, *d->store);
        seen.set_value();
    });
    seen.get_future().wait();
}

// One turn: reactions first, then what is in the mailbox, one page at a time.
void Engine::Impl::turn()
{
    const auto take = [&] {
        const std::lock_guard guard(mutex);
        for (Pending &one : mailbox)
            pending.push_back(std::move(one));
        mailbox.clear();
    };
    if (pending.size() < commandsPerTurnMax)
        take();
    const Time now = systemNow();
    for (Ask &ask : core.dueAsks(now))
        pending.push_front({std::move(ask), {}});
    core.beginPage(std::max(now, lastTime));
    lastTime = std::max(now, lastTime);
    answers.clear();
    std::size_t taken = 0;
    while (failure.empty() && core.hasReactions() && !core.isFull())
        core.askReaction();
    while (!pending.empty() && !core.isFull() && taken < commandsPerTurnMax) {
        Pending one = std::move(pending.front());
        pending.pop_front();
        ++taken;
        if (!failure.empty()) {
            refuseOne(one, "journal.failed");
            continue;
        }
        Answer answer = core.ask(one.ask);
        if (one.reply)
            answers.emplace_back(std::move(one.reply), std::move(answer));
    }
    if (failure.empty() && !core.isEmpty())
        commitPage();
    giveAnswers();
    goOn();
}

void Engine::Impl::goOn()
{
    bool isMore = !pending.empty() || (core.hasReactions() && failure.empty());
    {
        const std::lock_guard guard(mutex);
        isMore = isMore || !mailbox.empty();
        isAwake = isMore;
    }
    if (isStopping)
        return;
    if (isMore)
        boost::asio::post(context, [this] { turn(); });
    else
        scheduleTimer();
}

void Engine::Impl::commitPage()
{
    const auto began = std::chrono::steady_clock::now();
    Sealed sealed = core.seal();
    store::Commit commit;
    commit.page = &sealed.page;
    commit.keys = std::move(sealed.keys);
    commit.blobs = std::move(sealed.blobs);
    commit.erasedThings = sealed.erasedThings;
    commit.tip = signedTip;
    failure = store ? store->commit(commit) : "there is no store";
    // State in memory is ahead of the journal now: nothing may be decided on it any more.
    if (!failure.empty())
        return;
    ++commits;
    facts += sealed.page.facts;
    tree.append(crypto::merkle::Sha256::leaf(sealed.page.hash.bytes));
    if (commit.tip)
        tipIsKept(*commit.tip);
    if (!sealed.erasedThings.empty()) {
        store->dropSnapshots();
        store->scrub();
    }
    const auto took = std::chrono::steady_clock::now() - began;
    commitUs += (std::chrono::duration_cast<std::chrono::microseconds>(took).count() - commitUs) / 64;
    for (const Listener &listener : listeners)
        listener.committed(sealed, core);
    if (erased && !sealed.erasedThings.empty()) {
        mustHold = true;
        erased(sealed, [this, page = sealed.page.seq] {
            boost::asio::post(context, [this, page] { giveHeld(page); });
        });
    }
    scheduleSignature();
    schedulePublish();
}

void Engine::Impl::scheduleTimer()
{
    const Time due = core.nextDue();
    if (!due.us)
        return;
    const auto at = std::chrono::system_clock::time_point(std::chrono::microseconds(due.us));
    timer.expires_at(at);
    timer.async_wait([this](const boost::system::error_code &error) {
        if (!error && !isStopping)
            turn();
    });
}

}  // namespace loop
