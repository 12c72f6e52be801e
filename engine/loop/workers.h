// The worker pool: runs jobs on threads of its own, each with a stop token and a deadline. A job that
// ignores its stop for two seconds is given up: its thread is left behind and replaced, at most
// `replacementsMax` times. Thread contract: every call may come from any thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace loop {

class Job {
public:
    virtual ~Job() = default;
    virtual void run(std::stop_token stop) = 0;
    // Called instead of a return, while run may still be under way.
    virtual void lost() {}

    std::uint64_t number = 0;  // to cancel it by
    std::chrono::milliseconds timeMax{10'000};
};
using Jobs = std::vector<std::shared_ptr<Job>>;

class Workers {
public:
    static constexpr int replacementsMax = 16;
    static constexpr std::chrono::milliseconds patience{2000};

    explicit Workers(unsigned threads);
    ~Workers();

    // Many at once cost one lock, and wake no more threads than there are jobs.
    void post(Jobs jobs);
    // Asks the job to stop, or takes it out of the queue; false when it is not here.
    bool cancel(std::uint64_t number);
    // Jobs queued or running, oldest first.
    std::vector<std::uint64_t> numbers() const;
    std::size_t queued() const;
    std::size_t running() const;
    int replaced() const;
    unsigned threads() const { return m_threads; }

private:
    struct Slot {
        std::shared_ptr<Job> job;
        std::stop_source stop;
        std::chrono::steady_clock::time_point deadline, stopAsked;
        bool isBusy = false, isStopAsked = false, isLost = false;
    };
    struct Shared;

    void startThread();
    static void work(const std::shared_ptr<Shared> &shared, const std::shared_ptr<Slot> &slot);
    void watch();

    unsigned m_threads;
    std::shared_ptr<Shared> m_shared;
    std::vector<std::thread> m_running;
    std::thread m_watcher;
};

}  // namespace loop
