// A backup made while the organism works opens on another machine with its words alone, gives the
// same history, and says so when a byte of it is not what it was.
#ifndef Q_MOC_RUN
#    include "hands/backup.h"
#    include "hands/body.h"
#    include "hands/restoring.h"
#endif

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <filesystem>
#include <fstream>

using namespace kernel;
namespace fs = std::filesystem;

class TestBackup : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void madeAndRestored();
    void changedBytes();
    void schedulePrunes();
    void notInto();
    void leftoversAndMemory();
    void troubleIsToldApart();
    void restoringStops();

private:
    std::string path(const char *name) const { return m_home.path().toStdString() + '/' + name; }
    dreamkeeper::Backup backUp(const std::string &folder);

    QTemporaryDir m_home;
    std::unique_ptr<hands::Body> m_body;
    crypto::Entropy m_entropy{};
    std::string m_file;
};

static bool always()
{
    return true;
}

void TestBackup::initTestCase()
{
    hands::BodyOptions options;
    options.engine.folder = path("profile");
    options.isIdle = true;
    std::string error;
    m_body = hands::Body::start(options, error);
    QVERIFY2(m_body, error.c_str());
    for (int i = 0; i < 50; ++i) {
        dreams::Create create;
        create.body = Body{"A secret garden number " + std::to_string(i)};
        QVERIFY(m_body->engine().ask(create).isDone);
    }
}

dreamkeeper::Backup TestBackup::backUp(const std::string &folder)
{
    dreamkeeper::Backup backup;
    const Answer answer = m_body->engine().ask(dreamkeeper::BackUp{folder});
    if (!answer.isDone)
        return backup;
    const auto isRunning = [&] {
        bool isIt = false;
        m_body->engine().inspectNow([&](loop::Core &core, store::Store &) {
            const auto &rows = core.stateOf<dreamkeeper::DreamKeeper>().backups.rows();
            backup = rows.rbegin()->second;
            isIt = backup.standing == dreamkeeper::Standing::Running;
        });
        return isIt;
    };
    if (!QTest::qWaitFor([&] { return !isRunning(); }, 60'000))
        return {};
    return backup;
}

void TestBackup::madeAndRestored()
{
    const dreamkeeper::Backup backup = backUp(path("safe"));
    QVERIFY2(backup.standing == dreamkeeper::Standing::Made, backup.reason.c_str());
    QVERIFY(backup.facts > 50 && backup.bytes == fs::file_size(backup.file));
    m_file = backup.file;
    std::ifstream file(m_file, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    QVERIFY(bytes.find("SQLite") == std::string::npos);
    QVERIFY(!fs::exists(path("profile/.backup")));
    std::string error;
    const auto entropy = hands::backupEntropy(path("profile"), error);
    QVERIFY(entropy);
    m_entropy = *crypto::entropyOf(crypto::phraseOf(*entropy));  // as from paper
    const hands::BackupFile back = hands::restoreBackup(m_file, path("other"), m_entropy, always);
    QVERIFY2(back.error.empty(), back.error.c_str());
    QCOMPARE(back.facts, backup.facts);
    hands::BodyOptions options;
    options.engine.folder = path("other");
    options.isIdle = true;
    const auto other = hands::Body::start(options, error);
    QVERIFY2(other, error.c_str());
    std::size_t dreamCount = 0;
    other->engine().inspectNow([&](loop::Core &core, store::Store &) {
        dreamCount = core.stateOf<dreams::Dreams>().dreams.size();
    });
    QCOMPARE(dreamCount, std::size_t(50));
}

void TestBackup::changedBytes()
{
    std::ifstream file(m_file, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    const auto outcome = [&](const std::string &content, const crypto::Entropy &entropy) {
        std::ofstream(path("changed"), std::ios::binary | std::ios::trunc) << content;
        const auto back = hands::restoreBackup(path("changed"), path("never"), entropy, always);
        return back.error.empty() || fs::exists(path("never"));
    };
    for (std::size_t part = 0; part < 40; ++part) {
        std::string bad = bytes;
        bad[part * (bytes.size() - 1) / 39] ^= 1;
        QVERIFY2(!outcome(bad, m_entropy), std::to_string(part).c_str());
    }
    QVERIFY(!outcome(bytes.substr(0, bytes.size() - 30), m_entropy));
    QVERIFY(!outcome(bytes + "x", m_entropy));
    QVERIFY(!outcome("", m_entropy));
    crypto::Entropy other = m_entropy;
    other[0] ^= 1;
    QVERIFY(!outcome(bytes, other));
}

void TestBackup::schedulePrunes()
{
    dreamkeeper::Configure plan;
    plan.folder = path("kept");
    plan.keep = 2;
    QVERIFY(m_body->engine().ask(plan).isDone);
    for (int i = 0; i < 3; ++i)
        QVERIFY(backUp({}).standing == dreamkeeper::Standing::Made);
    const auto files = [&] {
        return std::distance(fs::directory_iterator(path("kept")), fs::directory_iterator());
    };
    QTRY_COMPARE_WITH_TIMEOUT(files(), 2, 30'000);
    QVERIFY2(fs::exists(m_file), "a backup in another folder went with them");
}

void TestBackup::notInto()
{
    const auto back = hands::restoreBackup(m_file, path("profile"), m_entropy, always);
    QVERIFY(back.error.find("not empty") != std::string::npos);
    const dreamkeeper::Backup failed = backUp("/proc/nowhere");
    QVERIFY(failed.standing == dreamkeeper::Standing::Failed && !failed.reason.empty());
}

// A killed backup leaves the journal in the clear: it goes at the next start. In memory there is
// nothing to copy, and that is said.
void TestBackup::leftoversAndMemory()
{
    m_body.reset();
    fs::create_directories(path("profile/.backup"));
    std::ofstream(path("profile/.backup/journal.db")) << "words";
    hands::BodyOptions options;
    options.engine.folder = path("profile");
    options.isIdle = true;
    std::string error;
    m_body = hands::Body::start(options, error);
    QVERIFY(m_body && !fs::exists(path("profile/.backup")));
    options.engine.folder.clear();
    m_body = hands::Body::start(options, error);
    QVERIFY(m_body);
    const dreamkeeper::Backup failed = backUp(path("safe"));
    QVERIFY(failed.standing == dreamkeeper::Standing::Failed && !failed.reason.empty());
}

void TestBackup::troubleIsToldApart()
{
    std::ifstream file(m_file, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    const auto trouble = [&](const std::string &content, const crypto::Entropy &entropy) {
        std::ofstream(path("changed"), std::ios::binary | std::ios::trunc) << content;
        return hands::restoreBackup(path("changed"), path("never"), entropy, always).trouble;
    };
    crypto::Entropy other = m_entropy;
    other[0] ^= 1;
    QVERIFY(trouble("something else", m_entropy) == hands::Trouble::NotABackup);
    QVERIFY(trouble(bytes, other) == hands::Trouble::Words);
    QVERIFY(trouble(bytes + 'x', m_entropy) == hands::Trouble::Damaged);
    QVERIFY(trouble(bytes, m_entropy) == hands::Trouble::None);
    QVERIFY(hands::restoreBackup(m_file, path("never"), m_entropy, always).trouble
            == hands::Trouble::NotEmpty);
}

// Given up at any moment nothing of it stays; let run, it stands in its place.
void TestBackup::restoringStops()
{
    const std::string words = crypto::phraseOf(m_entropy);
    for (int round = 0; round < 6; ++round) {
        std::atomic<bool> isTold = false;
        hands::BackupFile restored;
        hands::Restoring restoring(m_file, words, path("stopped"),
                                   [&](const hands::BackupFile &one) {
                                       restored = one;
                                       isTold = true;
                                   });
        QTest::qWait(3 * round);
        restoring.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(isTold, 30'000);
        QVERIFY(!fs::exists(path("stopped.restoring")));
        QCOMPARE(fs::exists(path("stopped")), restored.error.empty());
        fs::remove_all(path("stopped"));
    }
    std::atomic<bool> isTold = false;
    hands::Restoring restoring(m_file, words, path("whole"),
                               [&](const hands::BackupFile &) { isTold = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isTold, 60'000);
    QVERIFY(fs::exists(path("whole/journal.db")) && restoring.standing().isProving);
    QVERIFY(hands::isPhrase(words) && !hands::isPhrase("abandon"));
    QCOMPARE(hands::folderBeside(path("whole")), path("whole-restored"));
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
