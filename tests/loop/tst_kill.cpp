// R1: kill -9 at random moments under load, with an outside log of acknowledgements: nothing that was
// acknowledged is lost, nothing is there twice, and the journal verifies and goes on.
// moc at 6.4 stumbles over concepts in the standard library's headers.
#ifndef Q_MOC_RUN
#include "cortex/dreams.h"
#include "loop/engine.h"
#include "loop/verify.h"
#include "store/sqlitestore.h"
#endif

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <set>

class TestKill : public QObject
{
    Q_OBJECT

private slots:
    void nothingAcknowledgedIsLost()
    {
        const int kills = qEnvironmentVariableIntValue("DREAM_KILLS") > 0 ? qEnvironmentVariableIntValue("DREAM_KILLS") : 300;
        QTemporaryDir folder;
        QRandomGenerator chance(20261122);
        std::set<quint64> acknowledged;
        quint64 next = 1;
        for (int kill = 0; kill < kills; ++kill) {
            QProcess load;
            load.start(QCoreApplication::applicationDirPath() + QStringLiteral("/crashload"), {folder.path(), QString::number(next)});
            QVERIFY(load.waitForStarted());
            QElapsedTimer timer;
            timer.start();
            const int life = 5 + static_cast<int>(chance.bounded(70));
            QByteArray log;
            bool isFirst = true;
            while (load.state() == QProcess::Running) {
                load.waitForReadyRead(1);
                log += load.readAllStandardOutput();
                // The clock of a life starts with its first acknowledgement, so that every kill meets load.
                if (isFirst && !log.isEmpty()) {
                    timer.restart();
                    isFirst = false;
                }
                if (isFirst ? timer.elapsed() > 20'000 : timer.elapsed() >= life) {
                    load.kill();
                    load.waitForFinished();
                }
            }
            log += load.readAllStandardOutput();
            QVERIFY2(!log.isEmpty(), load.readAllStandardError().constData());
            for (const QByteArray &line : log.split('\n')) {
                const QList<QByteArray> words = line.split(' ');
                if (words.size() != 2)
                    continue;
                QCOMPARE(words[1], QByteArray("1"));
                acknowledged.insert(words[0].toULongLong());
            }
            // The next life asks the last ones again, as a sender would that did not hear.
            next = acknowledged.empty() ? 1 : std::max<quint64>(1, *acknowledged.rbegin() > 70 ? *acknowledged.rbegin() - 70 : 1);
            if (kill % 25 == 24 || kill + 1 == kills)
                check(folder.path(), acknowledged);
        }
        QVERIFY(acknowledged.size() > 1000);
        qInfo("%d kills, %zu acknowledged, 0 lost, 0 doubled", kills, acknowledged.size());
    }

private:
    static void check(const QString &path, const std::set<quint64> &acknowledged)
    {
        std::string error;
        loop::Options options;
        options.folder = path.toStdString();
        const auto engine = loop::Engine::open(options, error);
        QVERIFY2(engine, error.c_str());
        engine->start();
        std::map<kernel::Digest, int> bodies;
        engine->inspectNow([&](loop::Core &core, store::Store &) {
            for (const auto &[key, dream] : core.stateOf<dreams::Dreams>().dreams.rows())
                ++bodies[dream.body];
        });
        for (quint64 number : acknowledged)
            QCOMPARE(bodies[crypto::blake2b("dream number " + std::to_string(number))], 1);
        for (const auto &[body, count] : bodies)
            QCOMPARE(count, 1);
        const auto opened = store::openSqlite(path.toStdString(), true);
        const loop::Verdict verdict = loop::verifyStore(*opened.store, &engine->deviceKey(), {});
        QVERIFY2(verdict.isGood(), verdict.isGood() ? "" : verdict.findings.front().what.c_str());
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
