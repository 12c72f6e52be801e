// The worker pool: every job posted runs once, however many come at a time and whoever sleeps; a
// cancelled one is stopped or never runs; one that ignores its stop is given up and replaced.
#include "loop/workers.h"

#include <QTest>

#include <atomic>

using loop::Job;
using loop::Jobs;
using loop::Workers;

namespace {

struct Counts {
    std::atomic<int> run = 0, lost = 0, stopped = 0, alive = 0;
};

struct CountJob final : Job {
    explicit CountJob(Counts &c) : counts(c) { ++counts.alive; }
    ~CountJob() override { --counts.alive; }
    void run(std::stop_token) override { ++counts.run; }
    Counts &counts;
};

struct WaitJob final : Job {
    explicit WaitJob(Counts &c) : counts(c) {}
    void run(std::stop_token stop) override
    {
        ++counts.run;
        while (!stop.stop_requested() && !isReleased)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        counts.stopped += stop.stop_requested();
    }
    Counts &counts;
    std::atomic<bool> isReleased = false;
};

struct DeafJob final : Job {
    explicit DeafJob(Counts &c) : counts(c) { timeMax = std::chrono::milliseconds(10); }
    void run(std::stop_token) override
    {
        while (!isReleased)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    void lost() override { ++counts.lost; }
    Counts &counts;
    std::atomic<bool> isReleased = false;
};

}  // namespace

class TestWorkers : public QObject {
    Q_OBJECT

private slots:
    void everyJobRunsOnce()
    {
        Counts counts;
        {
            Workers workers(3);
            constexpr int posters = 4, times = 500;
            std::vector<std::thread> threads;
            for (int poster = 0; poster < posters; ++poster) {
                threads.emplace_back([&, poster] {
                    for (int i = 0; i < times; ++i) {
                        Jobs jobs;
                        for (int k = 0; k <= (i + poster) % 3; ++k)
                            jobs.push_back(std::make_shared<CountJob>(counts));
                        workers.post(std::move(jobs));
                        if (i % 50 == 0)
                            std::this_thread::sleep_for(std::chrono::milliseconds(1));
                    }
                });
            }
            for (std::thread &thread : threads)
                thread.join();
            int wanted = 0;
            for (int poster = 0; poster < posters; ++poster)
                for (int i = 0; i < times; ++i)
                    wanted += (i + poster) % 3 + 1;
            QTRY_COMPARE_WITH_TIMEOUT(counts.run.load(), wanted, 20'000);
            QTRY_COMPARE_WITH_TIMEOUT(workers.running(), std::size_t(0), 5'000);
            QCOMPARE(workers.queued(), std::size_t(0));
        }
        QCOMPARE(counts.alive.load(), 0);
    }

    void cancelled()
    {
        Counts counts;
        Workers workers(1);
        auto running = std::make_shared<WaitJob>(counts);
        running->number = 1;
        auto queued = std::make_shared<CountJob>(counts);
        queued->number = 2;
        workers.post({running, queued});
        QTRY_COMPARE_WITH_TIMEOUT(counts.run.load(), 1, 5'000);
        QCOMPARE(workers.numbers(), (std::vector<std::uint64_t>{1, 2}));
        QVERIFY(workers.cancel(2));
        QVERIFY(workers.cancel(1));
        QTRY_COMPARE_WITH_TIMEOUT(counts.stopped.load(), 1, 5'000);
        QVERIFY(!workers.cancel(3));
        // The next job of the same thread is not stopped by what was asked of the one before.
        auto next = std::make_shared<WaitJob>(counts);
        next->number = 4;
        workers.post({next});
        QTRY_COMPARE_WITH_TIMEOUT(counts.run.load(), 2, 5'000);
        next->isReleased = true;
        QTRY_COMPARE_WITH_TIMEOUT(workers.running(), std::size_t(0), 5'000);
        QCOMPARE(counts.stopped.load(), 1);
    }

    void deafOnesAreReplaced()
    {
        Counts counts;
        auto deaf = std::make_shared<DeafJob>(counts);
        {
            Workers workers(1);
            workers.post({deaf, std::make_shared<CountJob>(counts)});
            QTRY_COMPARE_WITH_TIMEOUT(counts.run.load(), 1, 20'000);
            QCOMPARE(counts.lost.load(), 1);
            QCOMPARE(workers.replaced(), 1);
        }
        deaf->isReleased = true;
    }
};

QTEST_GUILESS_MAIN(TestWorkers)
#include "tst_workers.moc"
