// Verification names what is wrong and where: every kind of tampering with a journal, its blobs and
// its exports, one after another; and an erased dream leaves none of its words behind.
#ifndef Q_MOC_RUN
#include "crypto/words.h"
#include "cortex/dreams.h"
#include "loop/bundle.h"
#include "loop/bundleform.h"
#include "loop/engine.h"
#include "loop/gate.h"
#include "loop/profile.h"
#include "organism.h"
#include "spine/superspine.h"
#include "store/sqlitestore.h"
#endif

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace kernel;

class TestVerify : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        std::string error;
        const auto engine = open(error);
        QVERIFY2(engine, error.c_str());
        engine->start();
        for (int i = 0; i < 12; ++i) {
            const Answer made = engine->ask(dreams::Create{{}, Body{"# Dream " + std::to_string(i) + "\n\nThe zyxwvutology of number " + std::to_string(i)}, {}, {}, {}, 0});
            QVERIFY(made.isDone);
            m_dream = made.ids.front();
        }
    }

    void anUntouchedProfileHolds()
    {
        const loop::Verdict verdict = verify();
        QVERIFY2(verdict.isGood(), first(verdict).c_str());
        QVERIFY(verdict.isKnownSigner);
        QVERIFY(verdict.pages > 10);
        QCOMPARE(verdict.blobs, std::uint64_t{12});
    }

    void aChangedByteInAnyPageIsFound()
    {
        QRandomGenerator chance(5);
        const quint64 pages = number("SELECT max(seq) FROM page");
        for (quint64 page = 1; page <= pages; page += 2) {
            const QByteArray before = blob("SELECT bytes FROM page WHERE seq = ?", page);
            QByteArray after = before;
            const auto at = static_cast<qsizetype>(chance.bounded(static_cast<quint32>(before.size())));
            after[at] = static_cast<char>(after[at] ^ 1 << chance.bounded(8));
            run("UPDATE page SET bytes = ? WHERE seq = ?", {after, page});
            const loop::Verdict verdict = verify();
            QVERIFY2(!verdict.isGood(), qPrintable(QStringLiteral("page %1, byte %2").arg(page).arg(at)));
            QVERIFY2(first(verdict).find("page " + std::to_string(page)) != std::string::npos, first(verdict).c_str());
            run("UPDATE page SET bytes = ? WHERE seq = ?", {before, page});
        }
        QVERIFY(verify().isGood());
    }

    void aChangedByteInABlobIsFound()
    {
        QByteArray bytes = blob("SELECT bytes FROM blob WHERE number = ?", 3);
        bytes[40] = static_cast<char>(bytes[40] ^ 4);
        run("UPDATE blob SET bytes = ? WHERE number = 3", {bytes});
        const loop::Verdict verdict = verify();
        QCOMPARE(verdict.findings.size(), std::size_t{1});
        QVERIFY2(first(verdict).starts_with("blob "), first(verdict).c_str());
    }

    void aMissingBlobIsFound()
    {
        run("DELETE FROM blob WHERE number = 5", {});
        QVERIFY2(first(verify()).find("is missing") != std::string::npos, first(verify()).c_str());
    }

    void aDroppedPageIsFound()
    {
        run("DELETE FROM page WHERE seq = 4", {});
        QCOMPARE(first(verify()), std::string("page 4: is missing"));
    }

    void swappedPagesAreFound()
    {
        run("UPDATE page SET seq = 1000000 WHERE seq = 5", {});
        run("UPDATE page SET seq = 5 WHERE seq = 6", {});
        run("UPDATE page SET seq = 6 WHERE seq = 1000000", {});
        const loop::Verdict verdict = verify();
        QVERIFY2(first(verdict).starts_with("page 5: "), first(verdict).c_str());
    }

    void aCutTailIsFoundByItsWitness()
    {
        const store::Tip witness = *loop::tipFromJson(*loop::readSmallFile(path("tip.json")));
        run("DELETE FROM page WHERE seq > 8", {});
        run("DELETE FROM tip WHERE pages > 8", {});
        run("DELETE FROM blob", {});
        run("DELETE FROM keys", {});
        loop::VerifyOptions options;
        options.witness = witness;
        const loop::Verdict verdict = verify(options);
        QVERIFY2(first(verdict).find("was cut") != std::string::npos, first(verdict).c_str());
        // Without a witness the loss cannot be seen, and verify says so instead of promising.
        const loop::Verdict blind = verify();
        QVERIFY(blind.isGood());
        QVERIFY2(blind.notes.back().find("cannot be excluded") != std::string::npos, blind.notes.back().c_str());
    }

    void aForgedTipIsFound()
    {
        run("UPDATE tip SET facts = facts + 1", {});
        QVERIFY2(first(verify()).find("signature is false") != std::string::npos, first(verify()).c_str());
    }

    void anEngineRefusesADamagedJournal()
    {
        run("DELETE FROM page WHERE seq = 4", {});
        run("DELETE FROM snapshot", {});
        std::string error;
        QVERIFY(!open(error));
        QVERIFY2(error.find("page 4") != std::string::npos, error.c_str());
    }

    void everyByteOfABundleIsCovered()
    {
        const std::string bundle = exported();
        QVERIFY(!bundle.empty());
        QVERIFY2(loop::verifyExport(bundle, {}).isGood(), first(loop::verifyExport(bundle, {})).c_str());
        QVERIFY(!loop::verifyExport(bundle, {}).isKnownSigner);
        QRandomGenerator chance(9);
        for (int i = 0; i < 1500; ++i) {
            std::string changed = bundle;
            const std::size_t at = chance.bounded(static_cast<quint32>(bundle.size()));
            changed[at] = changed[at] == '7' ? '3' : '7';
            QVERIFY2(!loop::verifyExport(changed, {}).isGood(), qPrintable(QStringLiteral("byte %1: %2").arg(at).arg(QString::fromStdString(bundle.substr(at > 20 ? at - 20 : 0, 40)))));
        }
    }

    void everyByteOfADreamsExportIsCovered()
    {
        std::string error, bytes;
        {
            const auto engine = open(error, true);
            engine->inspectNow([&](loop::Core &core, store::Store &store) {
                bytes = loop::exportDream(core, store, nullptr, m_dream, core.keys(), error);
            });
        }
        QVERIFY2(error.empty(), error.c_str());
        QVERIFY2(loop::verifyExport(bytes, {}).isGood(), first(loop::verifyExport(bytes, {})).c_str());
        QVERIFY(bytes.find("zyxwvutology") != std::string::npos);
        for (std::size_t at = 0; at < bytes.size(); at += 5) {
            std::string changed = bytes;
            changed[at] = changed[at] == '7' ? '3' : '7';
            QVERIFY2(!loop::verifyExport(changed, {}).isGood(), qPrintable(QStringLiteral("byte %1 %2").arg(at).arg(QString::fromStdString(bytes.substr(at > 20 ? at - 20 : 0, 40)))));
        }
    }

    void theWholeJournalVerifiesElsewhere()
    {
        std::string error, bytes;
        {
            const auto engine = open(error, true);
            engine->inspectNow([&](loop::Core &, store::Store &store) { bytes = loop::exportJournal(store, error); });
        }
        QVERIFY2(loop::verifyExport(bytes, {}).isGood(), first(loop::verifyExport(bytes, {})).c_str());
        QRandomGenerator chance(11);
        for (int i = 0; i < 800; ++i) {
            std::string changed = bytes;
            const std::size_t at = chance.bounded(static_cast<quint32>(bytes.size()));
            changed[at] = static_cast<char>(changed[at] ^ 1 << chance.bounded(8));
            QVERIFY2(!loop::verifyExport(changed, {}).isGood(), qPrintable(QString::number(at)));
        }
    }

    void aBundleSignedAgainByAnotherFailsWithTheKey()
    {
        std::string error;
        std::string own;
        {
            const auto engine = open(error);
            own = crypto::fingerprintWords(engine->deviceKey());
        }
        const std::string bundle = exported();
        loop::VerifyOptions pinned;
        pinned.key = own;
        QVERIFY(loop::verifyExport(bundle, pinned).isGood());
        QVERIFY(loop::verifyExport(bundle, pinned).isKnownSigner);
        // The forger has everything but the key, so the tip is signed again by another.
        auto parts = loop::readBundle(bundle, error);
        QVERIFY(parts);
        loop::Random chance = loop::Random::fromSeed(99);
        std::array<std::uint8_t, 32> seed;
        chance.fill(seed);
        const crypto::KeyPair forger{crypto::SecretKey(seed)};
        parts->tip.key.assign(forger.publicKey().bytes.begin(), forger.publicKey().bytes.end());
        const crypto::Signature signature = forger.sign(store::tipMessage(parts->tip));
        parts->tip.signature.assign(signature.bytes.begin(), signature.bytes.end());
        const std::string forged = loop::bundleText(*parts);
        const loop::Verdict open = loop::verifyExport(forged, {});
        QVERIFY2(open.isGood(), first(open).c_str());
        QVERIFY(!open.isKnownSigner);
        QVERIFY(!loop::verifyExport(forged, pinned).isGood());
    }

    void anErasedDreamLeavesNoWords()
    {
        std::string error;
        {
            const auto engine = open(error);
            engine->start();
            std::vector<std::uint64_t> all;
            engine->inspectNow([&](loop::Core &core, store::Store &) {
                for (const auto &[key, dream] : core.stateOf<dreams::Dreams>().dreams.rows())
                    all.push_back(key);
            });
            for (std::uint64_t dream : all)
                QVERIFY(engine->ask(dreams::Erase{{dream}}).isDone);
            QVERIFY2(!mentions("zyxwvutology"), "while running");
        }
        QVERIFY2(!mentions("zyxwvutology"), "after closing");
        QCOMPARE(number("SELECT count(*) FROM blob"), quint64{0});
        const loop::Verdict verdict = verify();
        QVERIFY2(verdict.isGood(), first(verdict).c_str());
        QCOMPARE(verdict.erased, std::uint64_t{12});
        // A replay comes to the same state as before, without the words.
        const auto engine = open(error, true);
        bool isLooked = false;
        engine->inspectNow([&](loop::Core &core, store::Store &store) {
            isLooked = true;
            loop::Core fresh(organism::systems(), loop::Random::fromSeed(1), loop::gate);
            QCOMPARE(fresh.load(store, false), std::string());
            for (const SystemInfo *system : organism::systems())
                QVERIFY(system->equal(core.state(system->number), fresh.state(system->number)));
        });
        QVERIFY(isLooked);
    }

private:
    std::unique_ptr<loop::Engine> open(std::string &error, bool isReadOnly = false) const
    {
        loop::Options options;
        options.folder = m_folder->path().toStdString();
        options.isReadOnly = isReadOnly;
        return loop::Engine::open(options, error);
    }
    std::string path(const char *name) const { return m_folder->path().toStdString() + '/' + name; }

    loop::Verdict verify(const loop::VerifyOptions &options = {}) const
    {
        const auto opened = store::openSqlite(m_folder->path().toStdString(), true);
        std::string error;
        loop::Random random = loop::Random::fromSeed(1);
        const auto key = loop::loadDeviceKey(m_folder->path().toStdString(), random, false, error);
        return loop::verifyStore(*opened.store, key ? &key->publicKey() : nullptr, options);
    }
    static std::string first(const loop::Verdict &verdict)
    {
        return verdict.findings.empty() ? std::string("no finding") : verdict.findings.front().where + ": " + verdict.findings.front().what;
    }
    std::string exported() const
    {
        std::string error, bytes;
        const auto engine = open(error, true);
        engine->inspectNow([&](loop::Core &core, store::Store &store) {
            bytes = loop::exportFacts(core, store, [](const loop::FactAt &at) { return at.info && at.info->name == "dreams.created"; }, error);
        });
        return bytes;
    }
    bool mentions(const char *word) const
    {
        for (const QFileInfo &file : QDir(m_folder->path()).entryInfoList(QDir::Files)) {
            QFile bytes(file.filePath());
            if (bytes.open(QIODevice::ReadOnly) && bytes.readAll().contains(word))
                return true;
        }
        return false;
    }
    template<class Use>
    void sql(Use use) const
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
            database.setDatabaseName(m_folder->path() + QStringLiteral("/journal.db"));
            QVERIFY(database.open());
            use(database);
        }
        QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
    }
    void run(const char *statement, const QVariantList &values) const
    {
        sql([&](QSqlDatabase &database) {
            QSqlQuery query(database);
            QVERIFY(query.prepare(QString::fromLatin1(statement)));
            for (const QVariant &value : values)
                query.addBindValue(value);
            QVERIFY(query.exec());
        });
    }
    QByteArray blob(const char *statement, quint64 key) const
    {
        QByteArray found;
        sql([&](QSqlDatabase &database) {
            QSqlQuery query(database);
            query.prepare(QString::fromLatin1(statement));
            query.addBindValue(key);
            QVERIFY(query.exec() && query.next());
            found = query.value(0).toByteArray();
        });
        return found;
    }
    quint64 number(const char *statement) const
    {
        quint64 found = 0;
        sql([&](QSqlDatabase &database) {
            QSqlQuery query(QString::fromLatin1(statement), database);
            QVERIFY(query.next());
            found = query.value(0).toULongLong();
        });
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::uint64_t m_dream = 0;
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
