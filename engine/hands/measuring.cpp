#include "hands/measuring.h"

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

Rate Measuring::events(std::uint64_t count, std::uint64_t inFlight)
{
    std::mutex mutex;
    std::condition_variable wake;
    std::uint64_t acknowledged = 0, refusals = 0, sent = 0;
    const Watch watch;
    std::unique_lock lock(mutex);
    while (acknowledged < count) {
        std::vector<std::pair<Ask, Reply>> asks;
        for (; sent < count && sent - acknowledged < inFlight; ++sent) {
            asks.emplace_back(idleEvent(), [&](const Answer &answer) {
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
