// Seeds of the simulator: every invariant holds, the same seed gives the same trace, and a planted
// defect is found.
#include "loop/simulator.h"

#include <QTest>

class TestSimulator : public QObject
{
    Q_OBJECT

private slots:
    void everySeedHolds()
    {
        std::uint64_t crashes = 0, late = 0, finished = 0;
        for (std::uint64_t seed = 1; seed <= 500; ++seed) {
            const loop::Simulated one = loop::simulate(seed);
            for (const std::string &breach : one.breaches)
                QFAIL(qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(QString::fromStdString(breach))));
            crashes += one.crashes;
            late += one.late;
            finished += one.finished;
        }
        // A simulator in which nothing happens proves nothing.
        QVERIFY(crashes > 5000);
        QVERIFY(late > 1000);
        QVERIFY(finished > 50'000);
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
