// The mention index against a naive map: random batches, lookups in pages, restarts, merges that are
// cut short, and files that were changed behind its back.
#include "plan.h"
#include "store/mentionindex.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace store;

namespace {
constexpr const char *shape = "test";

std::unique_ptr<Cache> opened(const QTemporaryDir &folder, std::string *error = nullptr)
{
    std::string failed;
    auto cache = Cache::open(folder.path().toStdString(), false, shape, failed);
    if (error)
        *error = failed;
    return cache;
}

struct Naive {
    std::map<std::uint64_t, std::set<std::uint64_t>> facts;
    std::uint64_t nextFact = 1, page = 0;

    // Some things are met all the time, most hardly ever, some ids use all 64 bits.
    std::vector<MentionPair> batch(std::mt19937_64 &random, std::size_t size)
    {
        std::vector<MentionPair> pairs;
        for (std::size_t i = 0; i < size; ++i, ++nextFact) {
            for (std::size_t k = random() % 4; k-- > 0;) {
                const std::uint64_t wide = random() % 16 ? 0x4242420000000000ull : 0xfedcba0000000000ull;
                const std::uint64_t thing = wide + (random() % 3 ? random() % 1000 : random() % 3) + 1;
                pairs.push_back({thing, nextFact});
                facts[thing].insert(nextFact);
            }
        }
        ++page;
        return pairs;
    }
    std::vector<std::uint64_t> newest(std::uint64_t thing, std::uint64_t below, std::size_t limit)
    {
        std::vector<std::uint64_t> found;
        const auto &all = facts[thing];
        for (auto at = all.lower_bound(below); at != all.begin() && found.size() < limit;)
            found.push_back(*--at);
        return found;
    }
};
}  // namespace

class TestMentionIndex : public QObject {
    Q_OBJECT

private slots:
    void findsWhatANaiveMapFinds();
    void mergesInStepsAndStaysRight();
    void noticesChangedBytes();
    void opensNothingOfAnotherShape();
    void scansNoTable();
};

void TestMentionIndex::findsWhatANaiveMapFinds()
{
    QTemporaryDir folder;
    std::mt19937_64 random(7);
    Naive naive;
    auto cache = opened(folder);
    QVERIFY(cache);
    for (int round = 0; round < 300; ++round) {
        MentionIndex index(*cache);
        auto pairs = naive.batch(random, random() % 700);
        std::shuffle(pairs.begin(), pairs.end(), random);
        QVERIFY(index.append(pairs, {naive.page, {}}));
        for (std::uint64_t steps = random() % 5; steps--;)
            index.mergeStep();
        if (random() % 10 == 0)
            cache = opened(folder);  // the one before is closed after: like a second process
        MentionIndex again(*cache);
        QCOMPARE(again.upTo().page, naive.page);
        for (int question = 0; question < 5; ++question) {
            auto about = naive.facts.begin();
            std::advance(about, static_cast<std::ptrdiff_t>(random() % naive.facts.size()));
            const std::uint64_t thing = random() % 8 ? about->first : random();
            const std::uint64_t below = random() % 2 ? UINT64_MAX : random() % naive.nextFact;
            const std::size_t limit = random() % 2 ? SIZE_MAX : random() % 20;
            std::vector<std::uint64_t> found;
            QVERIFY(again.facts(thing, below, limit, found));
            QCOMPARE(found, naive.newest(thing, below, limit));
        }
    }
}

void TestMentionIndex::mergesInStepsAndStaysRight()
{
    QTemporaryDir folder;
    std::mt19937_64 random(11);
    Naive naive;
    auto cache = opened(folder);
    for (int round = 0; round < 12; ++round) {
        auto pairs = naive.batch(random, 30'000);
        QVERIFY(MentionIndex(*cache).append(pairs, {naive.page, {}}));
    }
    QCOMPARE(MentionIndex(*cache).segments(), std::size_t(12));
    int steps = 0;
    for (bool isMore = true; isMore; ++steps) {
        // Between any two steps everything is found, by a second connection too.
        if (steps % 7 == 0)
            cache = opened(folder);
        std::vector<std::uint64_t> found;
        const std::uint64_t thing = 0x4242420000000000ull + 1 + random() % 1000;
        QVERIFY(MentionIndex(*cache).facts(thing, UINT64_MAX, SIZE_MAX, found));
        QCOMPARE(found, naive.newest(thing, UINT64_MAX, SIZE_MAX));
        isMore = MentionIndex(*cache).mergeStep();
    }
    QVERIFY(steps > 10);
    QVERIFY(cache->failure().empty());
    QVERIFY(MentionIndex(*cache).segments() < 4);
    for (const auto &[thing, facts] : naive.facts) {
        std::vector<std::uint64_t> found;
        QVERIFY(MentionIndex(*cache).facts(thing, UINT64_MAX, SIZE_MAX, found));
        QCOMPARE(found, naive.newest(thing, UINT64_MAX, SIZE_MAX));
    }
}

// A changed byte is noticed, or changes nothing that is asked for; it never changes an answer.
void TestMentionIndex::noticesChangedBytes()
{
    QTemporaryDir folder;
    std::mt19937_64 random(13);
    Naive naive;
    {
        auto cache = opened(folder);
        auto pairs = naive.batch(random, 6000);
        QVERIFY(MentionIndex(*cache).append(pairs, {naive.page, {}}));
        QVERIFY(cache->scrub().empty());
    }
    QFile file(folder.filePath(QStringLiteral("cache.db")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    file.close();
    int noticed = 0;
    for (int round = 0; round < 150; ++round) {
        QByteArray bad = good;
        // Inside rows: a header or a free list that is wrong is SQLite's to notice.
        const qsizetype at = 4096 * 2 + static_cast<qsizetype>(random() % static_cast<std::uint64_t>(bad.size() - 8192));
        bad[at] = static_cast<char>(bad[at] ^ (1 << random() % 8));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bad);
        file.close();
        const auto cache = opened(folder);
        if (!cache) {
            ++noticed;
            continue;
        }
        bool isNoticed = false, isWrong = false;
        for (const auto &[thing, facts] : naive.facts) {
            std::vector<std::uint64_t> found;
            if (!MentionIndex(*cache).facts(thing, UINT64_MAX, SIZE_MAX, found))
                isNoticed = true;
            else
                isWrong |= found != naive.newest(thing, UINT64_MAX, SIZE_MAX);
        }
        noticed += isNoticed;
        QVERIFY2(!isWrong || isNoticed, qPrintable(QStringLiteral("byte %1").arg(at)));
    }
    QVERIFY(noticed > 20);
}

void TestMentionIndex::opensNothingOfAnotherShape()
{
    QTemporaryDir folder;
    QVERIFY(opened(folder));
    std::string error;
    QVERIFY(!Cache::open(folder.path().toStdString(), false, "another", error));
    QVERIFY(!error.empty());
    QVERIFY(!Cache::open(folder.path().toStdString(), true, "another", error));
    Cache::remove(folder.path().toStdString());
    QVERIFY(!Cache::open(folder.path().toStdString(), true, shape, error));
    QVERIFY(QFile(folder.filePath(QStringLiteral("cache.db"))).open(QIODevice::WriteOnly));
    QFile garbage(folder.filePath(QStringLiteral("cache.db")));
    QVERIFY(garbage.open(QIODevice::WriteOnly));
    garbage.write(QByteArray(20'000, 'x'));
    garbage.close();
    QVERIFY(!opened(folder, &error));
    QVERIFY(!error.empty());
}

void TestMentionIndex::scansNoTable()
{
    QTemporaryDir folder;
    QVERIFY(opened(folder));
    const std::string path = folder.filePath(QStringLiteral("cache.db")).toStdString();
    for (const std::string &statement : MentionIndex::statements())
        QCOMPARE(plan::badStep(path, statement), std::string());
    for (const std::string &statement : Cache::statements())
        QCOMPARE(plan::badStep(path, statement), std::string());
    QVERIFY(!plan::badStep(path, "SELECT bytes FROM chunk WHERE bytes > x'00'").empty());
}

QTEST_GUILESS_MAIN(TestMentionIndex)
#include "tst_mentionindex.moc"
