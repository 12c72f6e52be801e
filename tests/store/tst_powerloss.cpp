// R2: power loss. Writes are recorded below SQLite, then disks are made as they may be after a cut at
// any moment: torn, reordered, dropped where nothing was synced. What was acknowledged must be there.
// And a count of syncs shows that no acknowledgement comes before its sync.
#include "crashdisk.h"

#ifndef Q_MOC_RUN
#    include "cortex/dreams.h"
#    include "loop/core.h"
#    include "loop/engine.h"
#    include "loop/gate.h"
#    include "loop/verify.h"
#    include "organism.h"
#    include "store/sqlitestore.h"
#endif

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <mutex>

class TestPowerLoss : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { crash::CrashDisk::install(); }

    void acknowledgementComesAfterTheSync()
    {
        Life life(m_folder.path().toStdString());
        for (int i = 0; i < 50; ++i) {
            const std::uint64_t before = life.disk.syncs();
            QVERIFY(life.commit());
            QVERIFY2(life.disk.syncs() > before, "a commit returned without a sync");
        }
    }

    void nothingAcknowledgedIsLost()
    {
        const int images = qEnvironmentVariableIntValue("DREAM_IMAGES") > 0
                               ? qEnvironmentVariableIntValue("DREAM_IMAGES")
                               : 5000;
        std::mt19937_64 chance(20261122);
        int made = 0;
        std::uint64_t most = 0;
        while (made < images) {
            std::vector<std::pair<std::size_t, std::uint64_t>> acknowledged;  // events, pages
            std::size_t events = 0;
            {
                Life life(m_folder.path().toStdString());
                events = life.disk.events();
                acknowledged.emplace_back(events, 0);
                for (int i = 0; i < 40; ++i) {
                    QVERIFY(life.commit());
                    acknowledged.emplace_back(life.disk.events(), life.core.pages());
                }
            }
            crash::CrashDisk &disk = crash::CrashDisk::install();
            const std::size_t first = acknowledged.front().first, last = acknowledged.back().first;
            std::vector<crash::Files> cuts;
            std::vector<std::uint64_t> promised;
            for (int i = 0; i < 100 && made + i < images; ++i) {
                const std::size_t cut = first + chance() % (last - first + 1);
                std::uint64_t pages = 0;
                for (const auto &[at, count] : acknowledged)
                    if (at <= cut)
                        pages = count;
                cuts.push_back(disk.image(cut, chance));
                promised.push_back(pages);
            }
            for (std::size_t i = 0; i < cuts.size(); ++i, ++made) {
                disk.put(cuts[i]);
                const auto opened = store::openSqlite(m_folder.path().toStdString(), false);
                QVERIFY2(opened.store, opened.error.c_str());
                const auto lastPage = opened.store->lastPage();
                const std::uint64_t found = lastPage ? lastPage->seq : 0;
                QVERIFY2(found >= promised[i],
                         qPrintable(QStringLiteral("image %1: %2 pages acknowledged, %3 found")
                                        .arg(made)
                                        .arg(promised[i])
                                        .arg(found)));
                most = std::max(most, found);
                if (i % 10 == 0) {
                    loop::Core core(organism::systems(), loop::Random::fromSeed(1), loop::gate);
                    const std::string failed = core.load(*opened.store, false);
                    QVERIFY2(failed.empty(), failed.c_str());
                    const loop::Verdict verdict = loop::verifyStore(*opened.store, nullptr, {});
                    QVERIFY2(verdict.isGood(), verdict.isGood() ? ""
                                                                : (verdict.findings.front().where
                                                                   + verdict.findings.front().what)
                                                                      .c_str());
                }
            }
        }
        QVERIFY(most > 30);
        qInfo("%d images, 0 acknowledged pages lost", made);
    }

    // The same through the engine under load, where one page is decided while another is on its way.
    void nothingTheEngineAcknowledgedIsLost()
    {
        std::mt19937_64 chance(20261123);
        int made = 0;
        while (made < 200) {
            std::vector<std::pair<std::size_t, std::uint64_t>> acknowledged;  // events, facts
            std::uint32_t most = 0;
            QVERIFY(loadEngine(1000, acknowledged, most));
            QVERIFY2(most > 16, "no page was large enough to leave the engine's thread");
            crash::CrashDisk &disk = crash::CrashDisk::install();
            std::vector<std::pair<crash::Files, std::uint64_t>> cuts;
            for (int i = 0; i < 10; ++i) {
                // Just behind an acknowledgement is where it would be lost.
                const std::size_t cut = acknowledged[chance() % acknowledged.size()].first;
                std::uint64_t promised = 0;
                for (const auto &[at, fact] : acknowledged)
                    if (at <= cut)
                        promised = std::max(promised, fact);
                cuts.emplace_back(disk.image(cut, chance), promised);
            }
            for (const auto &[files, promised] : cuts) {
                disk.put(files);
                const auto opened = store::openSqlite(m_folder.path().toStdString(), false);
                QVERIFY2(opened.store, opened.error.c_str());
                const auto lastPage = opened.store->lastPage();
                const std::uint64_t found =
                    lastPage ? lastPage->firstFact + lastPage->facts - 1 : 0;
                QVERIFY2(found >= promised,
                         qPrintable(
                             QStringLiteral("image %1: facts up to %2 acknowledged, up to %3 found")
                                 .arg(made)
                                 .arg(promised)
                                 .arg(found)));
                ++made;
            }
            const auto opened = store::openSqlite(m_folder.path().toStdString(), false);
            QVERIFY(loop::verifyStore(*opened.store, nullptr, {}).isGood());
        }
        qInfo("%d images behind acknowledgements of the engine, 0 facts lost", made);
    }

    // The recorder itself must be able to lose: without syncs nothing is promised, and much is gone.
    void anUnsyncedDiskLoses()
    {
        crash::CrashDisk &disk = crash::CrashDisk::install();
        disk.clear();
        for (int i = 0; i < 40; ++i)
            disk.record({crash::Event::Write, "x", static_cast<std::uint64_t>(i) * 4096,
                         std::string(4096, 'a')});
        std::mt19937_64 chance(1);
        int lost = 0;
        for (int i = 0; i < 100; ++i)
            lost += disk.image(disk.events(), chance)["x"] != disk.files()["x"];
        QVERIFY(lost > 90);
        disk.record({crash::Event::Sync, "x", 0, {}});
        QCOMPARE(disk.image(disk.events(), chance)["x"], disk.files()["x"]);
    }

private:
    struct Life {
        explicit Life(const std::string &folder)
            : disk(crash::CrashDisk::install()),
              core(organism::systems(), loop::Random::fromSeed(7), loop::gate)
        {
            disk.clear();
            QFile(QString::fromStdString(folder + "/journal.db")).open(QIODevice::WriteOnly);
            store = store::openSqlite(folder, false).store;
        }
        bool commit()
        {
            core.beginPage({1'700'000'000'000'000 + ++number});
            dreams::Create create;
            create.body.text = "text " + std::to_string(number)
                               + std::string(static_cast<std::size_t>(number * 97 % 9000), 'x');
            kernel::Ask ask = kernel::makeAsk(create);
            if (!core.ask(ask).isDone)
                return false;
            loop::Sealed sealed = core.seal();
            store::Commit commit;
            commit.page = &sealed.page;
            commit.keys = std::move(sealed.keys);
            commit.blobs = std::move(sealed.blobs);
            return store->commit(commit).empty();
        }
        crash::CrashDisk &disk;
        loop::Core core;
        std::unique_ptr<store::Store> store;
        std::int64_t number = 0;
    };

    // Dreams created with 128 in flight; at each answer, how much the disk had been told by then.
    bool loadEngine(int count, std::vector<std::pair<std::size_t, std::uint64_t>> &acknowledged,
                    std::uint32_t &most)
    {
        crash::CrashDisk &disk = crash::CrashDisk::install();
        disk.clear();
        for (const QString &name : QDir(m_folder.path()).entryList(QDir::Files))
            QFile::remove(m_folder.filePath(name));
        QFile(m_folder.filePath(QStringLiteral("journal.db"))).open(QIODevice::WriteOnly);
        std::string error;
        loop::Options options;
        options.folder = m_folder.path().toStdString();
        const auto engine = loop::Engine::open(options, error);
        if (!engine)
            return false;
        engine->onCommitted({}, [&](const loop::Sealed &sealed, const loop::Core &) {
            most = std::max(most, sealed.page.facts);
        });
        engine->start();
        std::mutex mutex;
        std::condition_variable wake;
        int underWay = 0, refused = 0;
        for (int number = 0; number < count; ++number) {
            {
                std::unique_lock lock(mutex);
                wake.wait(lock, [&] { return underWay < 128; });
                ++underWay;
            }
            dreams::Create create;
            create.body.text = "dream number " + std::to_string(number);
            engine->send(kernel::makeAsk(create), [&](const kernel::Answer &answer) {
                const std::lock_guard inside(mutex);
                acknowledged.emplace_back(disk.events(), answer.firstFact + answer.facts - 1);
                refused += !answer.isDone;
                --underWay;
                wake.notify_one();
            });
        }
        std::unique_lock lock(mutex);
        wake.wait(lock, [&] { return !underWay; });
        return !refused;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPowerLoss)
#include "tst_powerloss.moc"
