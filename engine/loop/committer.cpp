#include "loop/committer.h"

#include <utility>

namespace loop {

Committer::Committer(store::Store &store, std::function<void()> done)
    : m_done(std::move(done)), m_thread([this, &store] { work(store); })
{
}

Committer::~Committer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Committer::start(const store::Commit &commit)
{
    {
        const std::lock_guard lock(m_mutex);
        m_commits.push_back(&commit);
    }
    m_wake.notify_one();
}

bool Committer::isDone()
{
    const std::lock_guard lock(m_mutex);
    return !m_results.empty();
}

Committer::Result Committer::wait()
{
    std::unique_lock lock(m_mutex);
    m_finished.wait(lock, [this] { return !m_results.empty(); });
    Result result = std::move(m_results.front());
    m_results.pop_front();
    return result;
}

void Committer::work(store::Store &store)
{
    // A connection belongs to the thread that uses it.
    const std::unique_ptr<store::Store> writer = store.openWriter();
    std::string failure = writer ? "" : "there is no second connection to the journal";
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_isStopping || !m_commits.empty(); });
        if (m_commits.empty())
            return;
        const store::Commit *commit = m_commits.front();
        m_commits.pop_front();
        lock.unlock();
        const auto began = std::chrono::steady_clock::now();
        if (failure.empty())
            failure = writer->commit(*commit);
        const auto took = std::chrono::steady_clock::now() - began;
        lock.lock();
        m_results.push_back({failure, took});
        lock.unlock();
        m_finished.notify_one();
        m_done();
        lock.lock();
    }
}

}  // namespace loop
