#include "loop/workers.h"

#include "loop/platform.h"

#include <algorithm>
#include <utility>

namespace loop {

using Clock = std::chrono::steady_clock;

// Outlives the pool while a lost thread still runs.
struct Workers::Shared {
    mutable std::mutex mutex;
    std::condition_variable
        wake;  // of the workers; a shared one would lose wake-ups to the watcher
    std::condition_variable watchWake;
    std::deque<std::shared_ptr<Job>> queue;
    std::vector<std::shared_ptr<Slot>> slots;
    std::size_t asleep = 0;    // workers in wake.wait
    bool isUnwatched = false;  // nothing runs: the watcher sleeps until something is posted
    int replaced = 0;
    bool isStopping = false;
};

Workers::Workers(unsigned threads)
    : m_threads(std::max(1u, threads)), m_shared(std::make_shared<Shared>())
{
    for (unsigned i = 0; i < m_threads; ++i)
        startThread();
    m_watcher = std::thread([this] { watch(); });
}

Workers::~Workers()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->isStopping = true;
        m_shared->queue.clear();
        for (const auto &slot : m_shared->slots)
            slot->stop.request_stop();
    }
    m_shared->wake.notify_all();
    m_shared->watchWake.notify_all();
    m_watcher.join();
    for (std::size_t i = 0; i < m_running.size(); ++i) {
        bool isLost = false;
        {
            const std::lock_guard lock(m_shared->mutex);
            isLost = m_shared->slots[i]->isLost;
        }
        if (isLost)
            m_running[i].detach();
        else
            m_running[i].join();
    }
}

void Workers::startThread()
{
    auto slot = std::make_shared<Slot>();
    m_shared->slots.push_back(slot);
    m_running.emplace_back([shared = m_shared, slot] { work(shared, slot); });
}

void Workers::post(Jobs jobs)
{
    std::size_t woken = 0;
    bool mustWatch = false;
    {
        const std::lock_guard lock(m_shared->mutex);
        if (m_shared->isStopping)
            return;
        for (std::shared_ptr<Job> &job : jobs)
            m_shared->queue.push_back(std::move(job));
        woken = std::min(jobs.size(), m_shared->asleep);
        mustWatch = std::exchange(m_shared->isUnwatched, false);
    }
    if (mustWatch)
        m_shared->watchWake.notify_one();
    for (; woken; --woken)
        m_shared->wake.notify_one();
}

bool Workers::cancel(std::uint64_t number)
{
    const std::lock_guard lock(m_shared->mutex);
    if (std::erase_if(m_shared->queue, [&](const auto &job) { return job->number == number; }))
        return true;
    for (const auto &slot : m_shared->slots) {
        if (!slot->isBusy || slot->job->number != number || slot->isLost)
            continue;
        slot->stop.request_stop();
        slot->isStopAsked = true;
        slot->stopAsked = Clock::now();
        return true;
    }
    return false;
}

std::vector<std::uint64_t> Workers::numbers() const
{
    const std::lock_guard lock(m_shared->mutex);
    std::vector<std::uint64_t> found;
    for (const auto &slot : m_shared->slots)
        if (slot->isBusy && !slot->isLost)
            found.push_back(slot->job->number);
    for (const auto &job : m_shared->queue)
        found.push_back(job->number);
    return found;
}

std::size_t Workers::queued() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->queue.size();
}

std::size_t Workers::running() const
{
    const std::lock_guard lock(m_shared->mutex);
    return static_cast<std::size_t>(
        std::count_if(m_shared->slots.begin(), m_shared->slots.end(),
                      [](const auto &slot) { return slot->isBusy && !slot->isLost; }));
}

int Workers::replaced() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->replaced;
}

void Workers::work(const std::shared_ptr<Shared> &shared, const std::shared_ptr<Slot> &slot)
{
    giveWay(GiveWay::ToEngine);
    std::shared_ptr<Job> job;
    std::unique_lock lock(shared->mutex);
    while (!slot->isLost) {
        ++shared->asleep;
        shared->wake.wait(lock, [&] { return shared->isStopping || !shared->queue.empty(); });
        --shared->asleep;
        if (shared->isStopping)
            return;
        std::shared_ptr<Job> spent = std::exchange(job, std::move(shared->queue.front()));
        shared->queue.pop_front();
        slot->job = job;
        // A source that was never asked to stop serves the next job as well.
        if (slot->stop.stop_requested())
            slot->stop = std::stop_source();
        slot->deadline = Clock::now() + job->timeMax;
        slot->isBusy = true;
        slot->isStopAsked = false;
        const std::stop_token token = slot->stop.get_token();
        lock.unlock();
        spent.reset();
        job->run(token);
        lock.lock();
        slot->isBusy = false;
        slot->job.reset();
    }
}

void Workers::watch()
{
    std::unique_lock lock(m_shared->mutex);
    while (!m_shared->isStopping) {
        const auto runs = [](const auto &slot) { return slot->isBusy && !slot->isLost; };
        m_shared->isUnwatched =
            m_shared->queue.empty()
            && std::none_of(m_shared->slots.begin(), m_shared->slots.end(), runs);
        if (m_shared->isUnwatched)
            m_shared->watchWake.wait(
                lock, [&] { return m_shared->isStopping || !m_shared->isUnwatched; });
        else
            m_shared->watchWake.wait_for(lock, std::chrono::milliseconds(100),
                                         [&] { return m_shared->isStopping; });
        const auto now = Clock::now();
        Jobs losses;
        for (std::size_t i = 0; i < m_shared->slots.size() && !m_shared->isStopping; ++i) {
            Slot &slot = *m_shared->slots[i];
            if (!slot.isBusy || slot.isLost)
                continue;
            if (!slot.isStopAsked && now > slot.deadline) {
                slot.stop.request_stop();
                slot.isStopAsked = true;
                slot.stopAsked = now;
            }
            if (slot.isStopAsked && now > slot.stopAsked + patience
                && m_shared->replaced < replacementsMax) {
                slot.isLost = true;
                ++m_shared->replaced;
                losses.push_back(slot.job);
                startThread();
            }
        }
        lock.unlock();
        for (const auto &job : losses)
            job->lost();
        lock.lock();
    }
}

}  // namespace loop
