// A past moment is what a replay to it gives, however it is reached; what changed between two is what
// a plain comparison finds; facts over time are counted; and a look can be given up.
#ifndef Q_MOC_RUN
#    include "loop/archive.h"
#    include "loop/past.h"
#    include "store/keptsnapshots.h"
#endif

#include "pastprofile.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <numeric>
#include <thread>
#include <type_traits>

using namespace kernel;
using loop::Core;
using loop::Goal;
using loop::PastMoment;
using loop::Replica;

class TestPast : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aMomentEqualsAReplay_data();
    void aMomentEqualsAReplay();
    void goingOnReplaysOnlyTheDifference();
    void aDamagedSnapshotIsPassedOver();
    void momentsAreFoundByTimeAndFact();
    void densityCountsEveryFact();
    void changesEqualAPlainComparison();
    void aLookCanBeCancelled();
    void theNewestQuestionCounts();

private:
    std::string folder() const
    {
        return m_home.path().toStdString() + (m_isLife ? "/life" : "/profile");
    }
    std::unique_ptr<Replica> replica();
    std::unique_ptr<Core> replayTo(std::uint64_t page);
    std::string difference(const Core &a, const Core &b) const;

    QTemporaryDir m_home;
    std::uint64_t m_pages = 0;
    bool m_isLife = false;  // look at a life of the simulator, without made facts
};

// What is different must be nothing; says what is.
#define SAME(words)                             \
    do {                                        \
        const std::string found = (words);      \
        QVERIFY2(found.empty(), found.c_str()); \
    } while (false)

static bool always(std::uint64_t)
{
    return true;
}

std::unique_ptr<Replica> TestPast::replica()
{
    std::string error;
    std::unique_ptr<Replica> made = Replica::open(folder(), error);
    if (!made)
        qFatal("%s", error.c_str());
    return made;
}

// The referee: page after page from the first one, by the Core alone.
std::unique_ptr<Core> TestPast::replayTo(std::uint64_t page)
{
    auto core = std::make_unique<Core>(organism::systems(), loop::Random::fromSeed(1), loop::gate);
    const auto store = store::openSqlite(folder(), true).store;
    core->keys().load(store->keys());
    std::string failed;
    store->pages(1, [&](const store::PageRecord &record) {
        if (record.seq <= page)
            failed = core->apply(record);
        return record.seq < page && failed.empty();
    });
    if (!failed.empty())
        qFatal("%s", failed.c_str());
    return core;
}

// Names the systems that are not the same. Made facts may create a thing twice, which no system ever
// tells; what is derived from such rows is not what it would be after a snapshot, so only the stored
// state is compared then.
std::string TestPast::difference(const Core &a, const Core &b) const
{
    std::string words;
    if (a.pages() != b.pages() || a.facts() != b.facts() || a.tip() != b.tip())
        words = "page " + std::to_string(a.pages()) + " is not " + std::to_string(b.pages());
    for (const SystemInfo *system : organism::systems()) {
        std::string first, second;
        system->encodeState(a.state(system->number), first, nullptr);
        system->encodeState(b.state(system->number), second, nullptr);
        if (first != second)
            words += ' ' + std::string(system->stem) + " (stored)";
        else if (m_isLife && !system->equal(a.state(system->number), b.state(system->number)))
            words += ' ' + std::string(system->stem) + " (derived)";
    }
    return words;
}

void TestPast::initTestCase()
{
    PastProfile(folder(), 7).make(600);
    PastProfile(m_home.path().toStdString() + "/life", 8).make(0);
    const auto past = replica();
    m_pages = past->last().page;
    QVERIFY(m_pages > 600);
    std::set<std::uint16_t> kinds;
    loop::visitFacts(past->core(), *store::openSqlite(folder(), true).store, 1,
                     [&](const loop::FactAt &at) {
                         if (at.info)
                             kinds.insert(at.info->kind);
                         return true;
                     });
    QStringList missing;
    for (const SystemInfo *system : organism::systems())
        for (const FactInfo &fact : system->facts)
            if (!kinds.contains(fact.kind))
                missing.append(QString::fromStdString(fact.name));
    // what the simulator never does, and what is there but shown to nobody
    QCOMPARE(missing.join(u' '),
             QStringLiteral("superspine.renewed superspine.batchOpened superspine.batchClosed "
                            "tokens.hiddenOpened tokens.hiddenMoved"));
}

void TestPast::aMomentEqualsAReplay_data()
{
    QTest::addColumn<bool>("isLife");
    QTest::addColumn<int>("kept");
    QTest::newRow("every fact, without kept snapshots") << false << 0;
    QTest::newRow("every fact, with one") << false << 1;
    QTest::newRow("every fact, with many") << false << 12;
    QTest::newRow("a life, without kept snapshots") << true << 0;
    QTest::newRow("a life, with one") << true << 1;
    QTest::newRow("a life, with many") << true << 12;
}

void TestPast::aMomentEqualsAReplay()
{
    QFETCH(bool, isLife);
    QFETCH(int, kept);
    m_isLife = isLife;
    const auto back = qScopeGuard([this] { m_isLife = false; });
    store::dropAllKept(folder());
    loop::Random chance = loop::Random::fromSeed(static_cast<std::uint64_t>(kept) + 3);
    const auto past = replica();
    const std::uint64_t pages = past->last().page;
    for (int i = 0; i < kept; ++i) {
        QVERIFY(
            past->show(past->find({Goal::Page, std::int64_t(1 + chance.number() % pages)}), always)
                .empty());
        QCOMPARE(past->keep(), std::string());
    }
    QCOMPARE(store::keptSnapshots(folder()).empty(), kept == 0);
    std::uint64_t replayed = 0;
    for (int i = 0; i < 60; ++i) {
        // Forwards, backwards, and sometimes by one that knows nothing yet.
        const auto fresh = i % 3 == 0 ? replica() : nullptr;
        Replica &seen = fresh ? *fresh : *past;
        const PastMoment wanted =
            seen.find({Goal::Page, std::int64_t(1 + chance.number() % pages)});
        QCOMPARE(seen.show(wanted, always), std::string());
        QCOMPARE(seen.at(), wanted);
        SAME(difference(seen.core(), *replayTo(wanted.page)));
        if (fresh)
            replayed += wanted.fact - seen.replayedFrom();
    }
    // Twenty looks without snapshots replay thousands of facts; with many, only the way to the next.
    QVERIFY(kept < 12 || replayed < 20 * past->last().fact / 8);
}

void TestPast::goingOnReplaysOnlyTheDifference()
{
    store::dropAllKept(folder());
    const auto past = replica();
    const PastMoment early = past->find({Goal::Page, 300}), late = past->find({Goal::Page, 320});
    QVERIFY(past->show(early, always).empty());
    QVERIFY(past->show(late, always).empty());
    QCOMPARE(past->replayedFrom(), early.fact);
    SAME(difference(past->core(), *replayTo(320)));
}

void TestPast::aDamagedSnapshotIsPassedOver()
{
    store::dropAllKept(folder());
    const auto past = replica();
    for (const std::int64_t page : {100, 200}) {
        QVERIFY(past->show(past->find({Goal::Page, page}), always).empty());
        QCOMPARE(past->keep(), std::string());
    }
    const store::KeptSnapshot damaged = store::keptSnapshots(folder()).back();
    for (const QFileInfo &file : QDir(QString::fromStdString(folder()) + QStringLiteral("/past"))
                                     .entryInfoList({QStringLiteral("*00200-*")})) {
        QFile bytes(file.filePath());
        QVERIFY(bytes.open(QIODevice::ReadWrite) && bytes.seek(bytes.size() / 2));
        QCOMPARE(bytes.write("damaged"), qint64(7));
    }
    QVERIFY(store::readKept(folder(), damaged).empty());
    const auto fresh = replica();
    QVERIFY(fresh->show(fresh->find({Goal::Page, 250}), always).empty());
    QCOMPARE(fresh->replayedFrom(), fresh->find({Goal::Page, 100}).fact);
    SAME(difference(fresh->core(), *replayTo(250)));
}

void TestPast::momentsAreFoundByTimeAndFact()
{
    const auto past = replica();
    const auto store = store::openSqlite(folder(), true).store;
    std::vector<PastMoment> all;
    store->pages(1, [&](const store::PageRecord &record) {
        all.push_back({record.seq, record.firstFact + record.facts - 1,
                       store::readPage(record.bytes)->head.time});
        return true;
    });
    for (std::size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(past->find({Goal::Page, std::int64_t(all[i].page)}), all[i]);
        if (i == 0 || all[i].fact > all[i - 1].fact)
            QCOMPARE(past->find({Goal::Fact, std::int64_t(all[i].fact)}), all[i]);
        if (i + 1 < all.size() && all[i].at < all[i + 1].at) {
            QCOMPARE(past->find({Goal::Time, all[i].at.us}), all[i]);
            QCOMPARE(past->find({Goal::Time, all[i + 1].at.us - 1}), all[i]);
        }
    }
    QCOMPARE(past->find({Goal::Time, 0}), all.front());
    QCOMPARE(past->find({Goal::Time, INT64_MAX}), all.back());
    QCOMPARE(past->find({Goal::Fact, 1'000'000'000}), all.back());
}

void TestPast::densityCountsEveryFact()
{
    const auto past = replica();
    const PastMoment first = past->first(), last = past->last();
    const loop::Density density = past->density(first.at, last.at, 40);
    std::vector<std::uint64_t> counted(40);
    const auto store = store::openSqlite(folder(), true).store;
    store->pages(1, [&](const store::PageRecord &record) {
        const std::int64_t at = store::readPage(record.bytes)->head.time.us;
        for (std::size_t i = 0; i < 40; ++i) {
            const auto end =
                first.at.us + std::int64_t(double(last.at.us - first.at.us) * (double(i + 1) / 40));
            if (at <= end) {
                counted[i] += record.facts;
                break;
            }
        }
        return true;
    });
    QCOMPARE(density.facts, counted);
    QCOMPARE(std::accumulate(counted.begin(), counted.end(), std::uint64_t{}), last.fact);
}

void TestPast::changesEqualAPlainComparison()
{
    loop::Random chance = loop::Random::fromSeed(11);
    std::string error;
    loop::Options options;
    options.folder = folder();
    options.isReadOnly = true;
    const auto engine = loop::Engine::open(options, error);
    QVERIFY2(engine, error.c_str());
    loop::Past past(*engine, false);
    std::size_t found = 0;
    for (int i = 0; i < 30; ++i) {
        const std::uint64_t one = 1 + chance.number() % m_pages,
                            other = 1 + chance.number() % m_pages;
        const auto before = replayTo(std::min(one, other)), after = replayTo(std::max(one, other));
        std::promise<loop::Past::Compared> answer;
        past.compare({Goal::Page, std::int64_t(one)}, {Goal::Page, std::int64_t(other)}, SIZE_MAX,
                     {}, [&](const loop::Past::Compared &compared) { answer.set_value(compared); });
        const loop::Past::Compared compared = answer.get_future().get();
        QVERIFY(!compared.isCancelled && compared.failure.empty());
        QCOMPARE(compared.from.page, std::min(one, other));
        QCOMPARE(compared.to.page, std::max(one, other));
        auto table = compared.tables.begin();
        for (const SystemInfo *system : organism::systems()) {
            for (const TableInfo &info : system->tables) {
                if (info.archiveKind)
                    continue;
                std::map<std::uint64_t, std::pair<std::string, std::string>> rows;
                for (const std::uint64_t key :
                     info.keys(before->state(system->number), 0, SIZE_MAX))
                    rows[key].first = info.row(before->state(system->number), key);
                for (const std::uint64_t key : info.keys(after->state(system->number), 0, SIZE_MAX))
                    rows[key].second = info.row(after->state(system->number), key);
                std::erase_if(
                    rows, [](const auto &row) { return row.second.first == row.second.second; });
                if (rows.empty())
                    continue;
                QVERIFY(table != compared.tables.end());
                QCOMPARE(table->table->name, info.name);
                QCOMPARE(table->rows.size(), rows.size());
                QCOMPARE(table->added + table->removed + table->changed, rows.size());
                for (const loop::RowChange &change : table->rows) {
                    QVERIFY(rows.contains(change.key));
                    QCOMPARE(change.before, rows[change.key].first);
                    QCOMPARE(change.after, rows[change.key].second);
                }
                found += rows.size();
                ++table;
            }
        }
        QVERIFY(table == compared.tables.end());
    }
    QVERIFY(found > 200);
}

void TestPast::aLookCanBeCancelled()
{
    store::dropAllKept(folder());
    const auto past = replica();
    const PastMoment wanted = past->find({Goal::Page, std::int64_t(m_pages - 1)});
    QVERIFY(past->show(past->find({Goal::Page, 20}), always).empty());
    QVERIFY(past->show(wanted, [](std::uint64_t page) { return page < 333; }).empty());
    QCOMPARE(past->at().page, std::uint64_t{333});
    SAME(difference(past->core(), *replayTo(333)));
    QVERIFY(past->show(wanted, always).empty());
    SAME(difference(past->core(), *replayTo(wanted.page)));
}

void TestPast::theNewestQuestionCounts()
{
    std::string error;
    loop::Options options;
    options.folder = folder();
    options.isReadOnly = true;
    const auto engine = loop::Engine::open(options, error);
    QVERIFY2(engine, error.c_str());
    loop::Past past(*engine, false);
    std::atomic<int> cancelled = 0, shown = 0;
    std::promise<PastMoment> last;
    for (std::int64_t page = 1; page <= 50; ++page)
        past.show({Goal::Page, page * 10}, {},
                  [&, page](const loop::Past::Shown &answer, const Replica *seen) {
                      ++(answer.isCancelled ? cancelled : shown);
                      if (page == 50 && seen)
                          last.set_value(seen->at());
                  });
    QCOMPARE(last.get_future().get().page, std::uint64_t{500});
    QCOMPARE(cancelled + shown, 50);
    QVERIFY(cancelled > 40);
    std::promise<bool> ended;
    past.compare(
        {Goal::Page, 1}, {Goal::Page, std::int64_t(m_pages)}, 10, {},
        [&](const loop::Past::Compared &compared) { ended.set_value(compared.isCancelled); });
    past.cancel();
    QVERIFY(ended.get_future().get());
}

QTEST_GUILESS_MAIN(TestPast)
#include "tst_past.moc"
