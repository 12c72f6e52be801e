// Makes pages durable, in their order, on a thread and connection of its own, so that the next page is
// decided while the disk works. Owns the thread; the engine decides what is told and when.
// Thread contract: start, isDone and wait from the engine thread; `done` is called on the other one.
#pragma once

#include "store/store.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace loop {

class Committer {
public:
    struct Result {
        std::string failure;  // empty when durable; after one failure nothing more is written
        std::chrono::steady_clock::duration took{};
    };

    // The store must outlive it; nobody else commits between a start and its wait.
    Committer(store::Store &store, std::function<void()> done);
    // After what was started.
    ~Committer();

    // What it points to must live until wait() returned for it.
    void start(const store::Commit &commit);
    // Whether wait() would return at once. One wait for each start.
    bool isDone();
    Result wait();

private:
    void work(store::Store &store);

    const std::function<void()> m_done;
    std::mutex m_mutex;
    std::condition_variable m_wake, m_finished;
    std::deque<const store::Commit *> m_commits;
    std::deque<Result> m_results;
    bool m_isStopping = false;
    std::thread m_thread;
};

}  // namespace loop
