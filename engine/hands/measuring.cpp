#include "hands/measuring.h"

#include "economy/tokens.h"
#include "hands/load.h"
#include "loop/gate.h"
#include "organism.h"
#include "store/sqlitestore.h"

#include <ctime>

namespace hands {

using namespace kernel;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::uint32_t slots = 4096;
constexpr std::size_t hotAccounts = 1000;
constexpr auto idleTime = std::chrono::microseconds(200);
constexpr auto finishedKind = factKind<superspine::SuperSpine, superspine::Finished>();

// Time and CPU from its making to `of`.
class Watch {
public:
    double seconds() const { return std::chrono::duration<double>(Clock::now() - m_began).count(); }
    Rate of(std::uint64_t done, std::uint64_t refusals) const
    {
        const double cpuUs = static_cast<double>(std::clock() - m_cpu) * 1e6 / CLOCKS_PER_SEC;
        return {done, refusals, seconds(),
                cpuUs / static_cast<double>(std::max<std::uint64_t>(done, 1))};
    }

private:
    const std::clock_t m_cpu = std::clock();
    const Clock::time_point m_began = Clock::now();
};

}  // namespace

// Counts finished tasks and lets a client wait for the next.
struct Measuring::Finishes {
    void take(const loop::Sealed &sealed)
    {
        std::uint64_t found = 0;
        for (const Told &told : sealed.told)
            found += told.kind == finishedKind;
        if (!found)
            return;
        const std::lock_guard lock(mutex);
        count += found;
        wake.notify_one();
    }
    std::uint64_t waitPast(std::uint64_t seen)
    {
        std::unique_lock lock(mutex);
        wake.wait(lock, [&] { return count > seen; });
        return count;
    }

    std::mutex mutex;
    std::condition_variable wake;
    std::uint64_t count = 0;
};

Measuring::Measuring(Body &body) : m_body(body), m_finishes(std::make_shared<Finishes>())
{
    m_body.agents()->runIdly(true);
    superspine::Configure configure;
    configure.slots = slots;
    m_body.engine().ask(configure);
    m_body.engine().onCommitted(
        {finishedKind}, [finishes = m_finishes](const loop::Sealed &sealed, const loop::Core &) {
            finishes->take(sealed);
        });
    const Answer first = m_body.engine().ask(idleTask());
    m_refusal = first.refusal;
    if (first.isDone)
        m_finished = m_finishes->waitPast(0);
}

Rate Measuring::tasks(std::uint64_t count, std::uint64_t inFlight)
{
    const Watch watch;
    std::uint64_t sent = 0, done = 0;
    while (done < count) {
        std::vector<std::pair<Ask, Reply>> asks;
        for (; sent < count && sent - done < inFlight; ++sent)
            asks.emplace_back(idleTask(), Reply{});
        if (!asks.empty())
            m_body.engine().send(std::move(asks));
        done = m_finishes->waitPast(m_finished + done) - m_finished;
    }
    m_finished += done;
    return watch.of(done, 0);
}

std::vector<double> Measuring::oneTaskEach(std::size_t count)
{
    std::vector<double> milliseconds;
    for (std::size_t i = 0; i < count; ++i) {
        const Watch watch;
        m_body.engine().send(idleTask());
        m_finished = m_finishes->waitPast(m_finished);
        milliseconds.push_back(watch.seconds() * 1e3);
        std::this_thread::sleep_for(idleTime);
    }
    return milliseconds;
}

Rate Measuring::keepAsking(std::uint64_t count, std::uint64_t inFlight,
                           const std::function<Ask()> &next)
{
    std::mutex mutex;
    std::condition_variable wake;
    std::uint64_t acknowledged = 0, refusals = 0, sent = 0;
    const Watch watch;
    std::unique_lock lock(mutex);
    while (acknowledged < count) {
        std::vector<std::pair<Ask, Reply>> asks;
        for (; sent < count && sent - acknowledged < inFlight; ++sent) {
            asks.emplace_back(next(), [&](const Answer &answer) {
                const std::lock_guard inside(mutex);
                ++acknowledged;
                refusals += !answer.isDone;
                wake.notify_one();
            });
        }
        // What is acknowledged while they are being sent counts as news.
        const std::uint64_t seen = acknowledged;
        lock.unlock();
        if (!asks.empty())
            m_body.engine().send(std::move(asks));
        lock.lock();
        wake.wait(lock, [&] { return acknowledged > seen || acknowledged == count; });
    }
    return watch.of(count - refusals, refusals);
}

Rate Measuring::events(std::uint64_t count, std::uint64_t inFlight)
{
    return keepAsking(count, inFlight, idleEvent);
}

void Measuring::openAccounts()
{
    Envelope hand;
    hand.origin = Origin::Hand;
    hand.actor = "system";
    const auto provide = [&](std::size_t i) {
        return makeAsk(tokens::Provide{"agent:bench" + std::to_string(i),
                                       std::string(tokens::wallet), tokens::Token::Dream},
                       hand);
    };
    std::vector<std::pair<Ask, Reply>> asks;
    for (std::size_t i = 1; i < hotAccounts; ++i)
        asks.emplace_back(provide(i), Reply());
    m_body.engine().send(std::move(asks));
    m_body.engine().ask(provide(0));  // answered after the others
    tokens::Book filling;
    m_body.engine().inspectNow([&](loop::Core &core, store::Store &) {
        const auto &m = core.stateOf<tokens::Tokens>();
        const auto *issuer =
            tokens::account(m, tokens::house, tokens::issuing, tokens::Token::Dream);
        for (const auto &[key, one] : m.accounts.rows()) {
            if (!one.owner.starts_with("agent:bench"))
                continue;
            m_accounts.push_back(key);
            tokens::Transfer transfer;
            transfer.debit = issuer->id;
            transfer.credit = one.id;
            transfer.amount = {1000 * tokens::unit};
            filling.transfers.push_back(transfer);
        }
    });
    m_body.engine().ask(filling, hand);
}

Ask Measuring::nextTransfers(std::size_t batch)
{
    tokens::Book book;
    book.transfers.resize(batch);
    for (tokens::Transfer &transfer : book.transfers) {
        // SplitMix64's sequence: unlike ids of one count, as a client would choose them.
        const std::uint64_t drawn = mixed(++m_transfers * 0x9E3779B97F4A7C15ull);
        transfer.id = drawn | 1;
        transfer.debit = {m_accounts[drawn % m_accounts.size()]};
        transfer.credit = {m_accounts[(drawn >> 32) % m_accounts.size()]};
        if (transfer.credit == transfer.debit)
            transfer.credit = {m_accounts[(drawn + 1) % m_accounts.size()]};
        transfer.amount = {1 + static_cast<Int128>(drawn >> 50)};
    }
    Envelope hand;
    hand.origin = Origin::Hand;
    hand.actor = "system";
    return makeAsk(std::move(book), std::move(hand));
}

// What stands in the ledger, not what was asked.
std::uint64_t Measuring::booked()
{
    std::uint64_t count = 0;
    m_body.engine().inspectNow([&](loop::Core &core, store::Store &) {
        count = core.stateOf<tokens::Tokens>().done.size();
    });
    return count;
}

Rate Measuring::transfers(std::uint64_t count, std::size_t batch, std::uint64_t inFlight)
{
    if (m_accounts.empty())
        openAccounts();
    const std::uint64_t before = booked(), commands = (count + batch - 1) / batch;
    Rate rate = keepAsking(commands, inFlight, [&] { return nextTransfers(batch); });
    rate.cpuUs *= static_cast<double>(rate.done);
    rate.done = booked() - before;
    rate.cpuUs /= static_cast<double>(rate.done);
    return rate;
}

std::vector<double> Measuring::oneTransferEach(std::size_t count)
{
    if (m_accounts.empty())
        openAccounts();
    std::vector<double> milliseconds;
    for (std::size_t i = 0; i < count; ++i) {
        const Watch watch;
        m_body.engine().ask(nextTransfers(1));
        milliseconds.push_back(watch.seconds() * 1e3);
    }
    return milliseconds;
}

Replayed replayProfile(const std::string &folder)
{
    Replayed replayed;
    store::OpenedStore opened = store::openSqlite(folder, true);
    if (!opened.store) {
        replayed.error = opened.error;
        return replayed;
    }
    loop::Core fresh(organism::systems(), loop::Random::fromSystem(), loop::gate);
    const Watch watch;
    replayed.error = fresh.load(*opened.store, false);
    replayed.facts = watch.of(fresh.facts(), 0);
    replayed.pages = fresh.pages();
    return replayed;
}

}  // namespace hands
