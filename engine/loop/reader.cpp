#include "loop/reader.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace loop {

namespace {
constexpr auto frame = std::chrono::milliseconds(16);
}

// A listener of the engine cannot be taken back, so it holds this, which outlives the Reader.
struct Reader::Shared {
    void announce()
    {
        {
            const std::lock_guard lock(mutex);
            hasNews = true;
        }
        wake.notify_all();
    }
    void run(Engine &engine);

    std::function<void()> grown;
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Question> questions;
    bool hasNews = true, isAnswering = false;
    std::atomic<bool> isStopping = false;
    std::thread thread;
};

void Reader::Shared::run(Engine &engine)
{
    const std::unique_ptr<store::Store> store = engine.reader();
    if (!store)
        return;
    std::unique_lock lock(mutex);
    auto said = std::chrono::steady_clock::now() - frame;
    while (!isStopping) {
        const bool isDue = hasNews && std::chrono::steady_clock::now() - said >= frame;
        if (isDue) {
            hasNews = false;
            lock.unlock();
            grown();
            said = std::chrono::steady_clock::now();
            lock.lock();
        } else if (!questions.empty()) {
            const Question question = std::move(questions.front());
            questions.pop_front();
            isAnswering = true;
            lock.unlock();
            JournalView view(*store);
            view.stopWhen(isStopping);
            question(*store, view);
            lock.lock();
            isAnswering = false;
        } else if (hasNews) {
            // Pages come faster than eyes: a short rest gathers several of them.
            wake.wait_until(lock, said + frame,
                            [this] { return isStopping || !questions.empty(); });
        } else {
            wake.wait(lock, [this] { return isStopping || hasNews || !questions.empty(); });
        }
    }
}

Reader::Reader(Engine &engine, std::function<void()> grown) : d(std::make_shared<Shared>())
{
    d->grown = std::move(grown);
    engine.onCommitted({}, [shared = d](const Sealed &, const Core &) { shared->announce(); });
    d->thread = std::thread([impl = d.get(), &engine] { impl->run(engine); });
}

Reader::~Reader()
{
    {
        const std::lock_guard lock(d->mutex);
        d->isStopping = true;
        d->questions.clear();
    }
    d->wake.notify_all();
    d->thread.join();
}

void Reader::ask(Question question)
{
    {
        const std::lock_guard lock(d->mutex);
        if (d->isStopping)
            return;
        d->questions.push_back(std::move(question));
    }
    d->wake.notify_all();
}

bool Reader::isIdle() const
{
    const std::lock_guard lock(d->mutex);
    return d->questions.empty() && !d->isAnswering;
}

}  // namespace loop
