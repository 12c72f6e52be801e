#include "loop/snapshotkeeper.h"

#include "loop/platform.h"

#include <algorithm>
#include <utility>

namespace loop {

using std::chrono::steady_clock;

namespace {

constexpr auto restAtFirst = std::chrono::seconds(10);  // starting is busy enough
constexpr auto restBetween = std::chrono::seconds(60);

}  // namespace

SnapshotKeeper::SnapshotKeeper(std::string folder)
    : m_folder(std::move(folder)), m_keepAt(steady_clock::now() + restAtFirst)
{
    m_thread = std::thread([this] { work(); });
}

SnapshotKeeper::~SnapshotKeeper()
{
    stop();
}

void SnapshotKeeper::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_all();
    m_settled.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

// One that is being written just now must not come after this: whoever writes looks at the count of
// erasures when the file is there.
void SnapshotKeeper::hearErased()
{
    ++m_erasures;
    store::dropAllKept(m_folder);
    const std::lock_guard lock(m_mutex);
    m_keepAt = steady_clock::now() + restBetween;
}

void SnapshotKeeper::work()
{
    giveWay(GiveWay::ToAll);
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        if (!m_mustKeep && steady_clock::now() < m_keepAt) {
            m_wake.wait_until(lock, m_keepAt, [this] { return m_isStopping || m_mustKeep; });
            continue;
        }
        const store::KeepRule rule = m_rule;
        lock.unlock();
        const bool isDone = keepOn(rule, m_erasures);
        m_replica.reset();
        lock.lock();
        if (!isDone)
            continue;
        m_mustKeep = false;
        m_isKept = true;
        m_keepAt = steady_clock::now() + restBetween;
        m_settled.notify_all();
    }
}

bool SnapshotKeeper::keepOn(store::KeepRule rule, std::uint64_t erasuresBefore)
{
    const auto mayGoOn = [&] { return !m_isStopping && m_erasures == erasuresBefore; };
    std::string failed;
    m_replica = Replica::open(m_folder, failed);
    while (failed.empty() && mayGoOn()) {
        const PastMoment last = m_replica->last();
        const store::KeptSnapshot end{last.page, last.fact, last.at, 0};
        // All together as large as the journal may be: a long one of large states needs more of them.
        rule.bytesMax = std::max(rule.bytesMax, m_replica->bytesOfJournal());
        for (const store::KeptSnapshot &one :
             store::superfluous(store::keptSnapshots(m_folder), end, rule))
            store::dropKept(m_folder, one);
        const std::uint64_t fact = store::nextToKeep(store::keptSnapshots(m_folder), end, rule);
        if (!fact)
            return true;
        // Of a page that goes beyond the wanted fact the one before is kept, so that the gap is no wider.
        PastMoment wanted = m_replica->find({Goal::Fact, static_cast<std::int64_t>(fact)});
        if (wanted.fact > fact && wanted.page > 1)
            wanted = m_replica->find({Goal::Page, static_cast<std::int64_t>(wanted.page - 1)});
        const std::vector<store::KeptSnapshot> kept = store::keptSnapshots(m_folder);
        if (std::any_of(kept.begin(), kept.end(),
                        [&](const auto &one) { return one.page == wanted.page; }))
            return true;
        failed = m_replica->show(wanted, [&](std::uint64_t) { return mayGoOn(); });
        if (failed.empty() && m_replica->at() == wanted)
            failed = m_replica->keep();
        if (m_erasures != erasuresBefore)
            store::dropKept(m_folder, {wanted.page, wanted.fact, wanted.at, 0});
    }
    // A disk that is full or a journal that cannot be read is tried again after the rest.
    return !failed.empty();
}

bool SnapshotKeeper::waitUntilKept(std::chrono::milliseconds timeMax)
{
    std::unique_lock lock(m_mutex);
    m_mustKeep = true;
    m_isKept = false;
    m_wake.notify_all();
    m_settled.wait_for(lock, timeMax, [this] { return m_isKept || m_isStopping; });
    return m_isKept;
}

void SnapshotKeeper::setRule(const store::KeepRule &rule)
{
    const std::lock_guard lock(m_mutex);
    m_rule = rule;
}

}  // namespace loop
