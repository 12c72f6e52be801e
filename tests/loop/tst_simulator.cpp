// Seeds of the simulator: every invariant holds, the same seed gives the same trace, and a planted
// defect is found.
#include "loop/simulator.h"

#include <QTest>

// It has one thread: where threads are watched, a tenth shows as much in the time there is.
#ifdef __SANITIZE_THREAD__
constexpr std::uint64_t seeds = 50;
#else
constexpr std::uint64_t seeds = 500;
#endif

class TestSimulator : public QObject {
    Q_OBJECT

private slots:
    void everySeedHolds()
    {
        std::uint64_t crashes = 0, late = 0, finished = 0;
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const loop::Simulated one = loop::simulate(seed);
            for (const std::string &breach : one.breaches)
                QFAIL(qPrintable(
                    QStringLiteral("seed %1: %2").arg(seed).arg(QString::fromStdString(breach))));
            crashes += one.crashes;
            late += one.late;
            finished += one.finished;
        }
        // A simulator in which nothing happens proves nothing.
        QVERIFY(crashes > 10 * seeds);
        QVERIFY(late > 2 * seeds);
        QVERIFY(finished > 100 * seeds);
    }

    void theSameSeedGivesTheSameTrace()
    {
        for (std::uint64_t seed : {3u, 77u, 4096u})
            QCOMPARE(loop::simulate(seed).trace.hex(), loop::simulate(seed).trace.hex());
        QVERIFY(loop::simulate(3).trace != loop::simulate(4).trace);
    }

    void aPlantedDefectIsFound()
    {
        loop::SimulatorOptions options;
        options.breakFencing = true;
        int found = 0;
        for (std::uint64_t seed = 1; seed <= 40; ++seed)
            found += !loop::simulate(seed, options).breaches.empty();
        QVERIFY(found > 0);
    }
};

QTEST_APPLESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
