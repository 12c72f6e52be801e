#include "loop/engineimpl.h"

#include <future>

namespace loop {

using namespace kernel;

namespace {
constexpr std::size_t commandsPerTurnMax = 4096;
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
    bool mustWake = false;
    const char *code = nullptr;
    Impl::Pending pending{std::move(ask), std::move(reply)};
    {
        const std::lock_guard guard(d->mutex);
        code = d->refusalOf(pending.ask);
        if (!code)
            d->mailbox.push_back(std::move(pending));
        mustWake = d->mustWake();
    }
    if (mustWake)
        boost::asio::post(d->context, [impl = d.get()] { impl->turn(); });
    if (code)
        Impl::refuseOne(pending, code);
}

void Engine::send(std::vector<std::pair<Ask, Reply>> asks)
{
    bool mustWake = false;
    std::size_t refusedFrom = 0;
    const char *code = nullptr;
    {
        const std::lock_guard guard(d->mutex);
        for (; refusedFrom < asks.size(); ++refusedFrom) {
            auto &[ask, reply] = asks[refusedFrom];
            if ((code = d->refusalOf(ask)))
                break;
            d->mailbox.push_back({std::move(ask), std::move(reply)});
        }
        mustWake = d->mustWake();
    }
    if (mustWake)
        boost::asio::post(d->context, [impl = d.get()] { impl->turn(); });
    for (std::size_t i = refusedFrom; i < asks.size(); ++i) {
        Impl::Pending pending{std::move(asks[i].first), std::move(asks[i].second)};
        Impl::refuseOne(pending, code);
    }
}

// Why it cannot go into the mailbox now; null when it can. Under the mutex.
const char *Engine::Impl::refusalOf(const Ask &ask) const
{
    if (isClosed)
        return "engine.closed";
    if (options.isReadOnly)
        return "profile.readOnly";
    // Hands are bounded by their leases; only senders from outside meet the limit.
    const bool isFull = mailbox.size() >= options.mailboxMax && ask.envelope.origin != Origin::Hand;
    return isFull ? "engine.busy" : nullptr;
}

// Whoever finds the engine asleep with something in its mailbox wakes it. Under the mutex.
bool Engine::Impl::mustWake()
{
    const bool isFirst = !isAwake && !mailbox.empty();
    isAwake = isAwake || isFirst;
    return isFirst;
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
        impl->drain();
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
    Word seen;
    boost::asio::post(d->context, [this, &look, &seen] {
        d->drain();
        if (d->store)
            look(d->core, *d->store);
        seen.say();
    });
    seen.wait();
}

// One turn: reactions first, then what is due, then the mailbox. While the page before is on its way to
// the disk, what comes goes into the same page.
void Engine::Impl::turn()
{
    if (pendingAt == pending.size()) {
        pending.clear();
        pendingAt = 0;
        const std::lock_guard guard(mutex);
        pending.swap(mailbox);
    }
    openPage();
    while (failure.empty() && core.hasReactions() && !core.isFull())
        core.askReaction();
    if (failure.empty())
        for (Ask &ask : core.dueAsks(lastTime))
            core.ask(ask);
    const std::size_t end = std::min(pending.size(), pendingAt + commandsPerTurnMax);
    for (; pendingAt < end && !core.isFull(); ++pendingAt) {
        Pending &one = pending[pendingAt];
        if (!failure.empty()) {
            refuseOne(one, "journal.failed");
            continue;
        }
        Answer answer = core.ask(one.ask);
        one.ask.payload.reset();
        if (one.reply)
            answers.emplace_back(std::move(one.reply), std::move(answer));
    }
    if (!canWait())
        closePage();
    goOn();
}

void Engine::Impl::goOn()
{
    bool isMore = pendingAt < pending.size() || (core.hasReactions() && failure.empty());
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

// Set only to come earlier: leases are asked for and ended all the time, and a turn for nothing costs
// less than setting the clock each time.
void Engine::Impl::scheduleTimer()
{
    const Time due = failure.empty() ? core.nextDue() : Time();
    if (!due.us || (timerAt.us && timerAt <= due))
        return;
    timerAt = due;
    timer.expires_at(std::chrono::system_clock::time_point(std::chrono::microseconds(due.us)));
    timer.async_wait([this](const boost::system::error_code &error) {
        if (error || isStopping)
            return;
        timerAt = {};
        turn();
    });
}

}  // namespace loop
