// The indexer against the journal itself: whatever is done, restarted, killed, deleted or damaged,
// lookups equal a scan of all pages, search finds what is there, and erased words are in no file
// once the erase is answered. With --load it is the victim of the kill test.
// moc at 6.4 stumbles over concepts in the standard library's headers.
#ifndef Q_MOC_RUN
#include "cortex/dreams.h"
#include "loop/history.h"
#endif

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <iostream>
#include <random>

using namespace kernel;
using namespace std::chrono_literals;

namespace {

struct Life {
    std::unique_ptr<loop::Engine> engine;
    std::unique_ptr<loop::Indexer> indexer;

    explicit Life(const std::string &folder, bool isReadOnly = false, std::size_t waitingMax = 0)
    {
        std::string error;
        loop::Options options;
        options.folder = folder;
        options.isReadOnly = isReadOnly;
        engine = loop::Engine::open(options, error);
        if (!engine)
            qFatal("%s", error.c_str());
        indexer = std::make_unique<loop::Indexer>(*engine, isReadOnly);
        if (waitingMax)
            indexer->setWaitingMax(waitingMax);
        engine->start();
    }
    ~Life()
    {
        engine->stop();
        indexer.reset();
        engine.reset();
    }
};

const char *const words[] = {"garden", "whale", "marathon", "ticket", "budget", "river", "lantern", "violin"};

std::string textOf(std::mt19937 &random, int number)
{
    std::string text = "Dream number " + std::to_string(number) + "\n\n";
    for (int i = 0; i < 30; ++i)
        text += std::string(words[random() % std::size(words)]) + (i % 9 == 8 ? ".\n" : " ");
    return text;
}

struct Worker {
    std::mt19937 random;
    std::vector<std::uint64_t> dreams;
    int made = 0;

    void step(loop::Engine &engine)
    {
        const std::uint64_t pick = dreams.empty() ? 0 : dreams[random() % dreams.size()];
        switch (dreams.size() < 3 ? 0u : random() % 8) {
        default: {
            ::dreams::Create create;
            create.body.text = textOf(random, ++made * 1000 + static_cast<int>(random() % 1000));
            create.tags = {words[random() % std::size(words)]};
            const Answer answer = engine.ask(std::move(create));
            if (answer.isDone)
                dreams.push_back(answer.ids.front());
            break;
        }
            case 2: engine.ask(::dreams::Archive{{pick}}); break;
        case 3: engine.ask(::dreams::Unarchive{{pick}}); break;
        case 4:
            if (random() % 3 == 0) {
                engine.ask(::dreams::Erase{{pick}});
                std::erase(dreams, pick);
            }
        }
    }
};

using ByThing = std::map<std::uint64_t, std::vector<std::uint64_t>>;  // newest first

ByThing scanned(loop::Core &core, store::Store &store)
{
    ByThing facts;
    std::vector<std::uint64_t> things;
    loop::visitFacts(core, store, 1, [&](const loop::FactAt &at) {
        loop::thingsOf(*at.info, at.bytes, things);
        for (std::uint64_t thing : things)
            facts[thing].insert(facts[thing].begin(), at.seq);
        return true;
    });
    return facts;
}

QString searchMisses(Life &life, loop::Core &core, store::Store &store)
{
    for (const auto &[key, dream] : core.stateOf<::dreams::Dreams>().dreams.rows()) {
        const auto blob = store.blob(key, dream.body);
        const std::string body = core.keys().open(key, blob->bytes).value_or("");
        store::SearchOptions options;
        options.withArchived = true;
        options.limit = 1000;
        std::vector<store::SearchFound> found;
        const std::string title = '"' + body.substr(0, body.find('\n')) + '"';
        if (!life.indexer->search(title, options, found)
            || std::none_of(found.begin(), found.end(), [&](const auto &one) { return one.dream == key; }))
            return QStringLiteral("search does not find ") + QString::fromStdString(title);
    }
    return {};
}

// Nothing when everything is found that a scan finds.
QString difference(Life &life)
{
    // Timers go on: what is compared is the journal as it was scanned.
    ByThing scan;
    std::uint64_t end = 0;
    life.engine->inspectNow([&](loop::Core &core, store::Store &store) {
        scan = scanned(core, store);
        end = core.facts() + 1;
    });
    if (!life.indexer->settle(60s))
        return QStringLiteral("it does not settle: ") + QString::fromStdString(life.indexer->pulse().failure);
    for (const auto &[thing, facts] : scan) {
        const loop::IndexedFacts found = life.indexer->factsAbout(thing, end);
        if (!found.upTo)
            return QStringLiteral("nothing is known");
        if (found.facts != facts)
            return QStringLiteral("%1: %2 of %3 facts").arg(QString::fromStdString(idText(thing))).arg(found.facts.size()).arg(facts.size());
    }
    QString wrong;
    life.engine->inspectNow([&](loop::Core &core, store::Store &store) { wrong = searchMisses(life, core, store); });
    return wrong;
}

int filesWith(const QString &folder, const QByteArray &word)
{
    int found = 0;
    for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        QFile file(QDir(folder).filePath(name));
        if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(word)) {
            qWarning() << word << "is in" << name;
            ++found;
        }
    }
    return found;
}

int load(const std::string &folder)
{
    Life life(folder);
    Worker worker{std::mt19937(static_cast<unsigned>(life.engine->pulse().pages)), {}, 0};
    std::cout << "ready" << std::endl;
    for (;;)
        worker.step(*life.engine);
}

}  // namespace

class TestIndexer : public QObject {
    Q_OBJECT

private slots:
    void namesTheThingsTheEncoderNames();
    void equalsAScanThroughRestarts();
    void survivesKills();
    void catchesUpWhenFarBehind();
    void erasedWordsAreGoneWhenAnswered();
    void historyAndArchivesAreTheSameWithout();
    void readsWithoutWriting();
};

void TestIndexer::namesTheThingsTheEncoderNames()
{
    QTemporaryDir folder;
    // Older than the engine: the listener is called until that has stopped.
    ByThing told;
    std::uint64_t first = UINT64_MAX;
    Life life(folder.path().toStdString());
    life.engine->onCommitted({}, [&](const loop::Sealed &sealed, const loop::Core &) {
        first = std::min(first, sealed.page.firstFact);
        for (const loop::Mention &mention : sealed.mentions)
            told[mention.thing].insert(told[mention.thing].begin(), mention.fact);
    });
    Worker worker{std::mt19937(1), {}, 0};
    for (int i = 0; i < 200; ++i)
        worker.step(*life.engine);
    ByThing expected, read;
    life.engine->inspectNow([&](loop::Core &core, store::Store &store) {
        for (auto &[thing, facts] : scanned(core, store))
            if (std::erase_if(facts, [&](std::uint64_t fact) { return fact < first; }); !facts.empty())
                read[thing] = facts;
        expected = told;
    });
    QVERIFY(read.size() > 50);
    QVERIFY(read == expected);
}

void TestIndexer::equalsAScanThroughRestarts()
{
    QTemporaryDir folder;
    const QString cache = folder.filePath(QStringLiteral("cache.db")), old = folder.filePath(QStringLiteral("old"));
    Worker worker{std::mt19937(2), {}, 0};
    const auto forget = [&] {
        for (const char *ending : {"", "-wal", "-shm"})
            QFile::remove(cache + QString::fromLatin1(ending));
    };
    for (int round = 0; round < 14; ++round) {
        {
            Life life(folder.path().toStdString());
            for (int i = 0; i < 25; ++i)
                worker.step(*life.engine);
            QCOMPARE(difference(life), QString());
        }
        if (round == 3)
            QVERIFY(QFile::copy(cache, old));
        if (round % 7 == 4)
            forget();
        if (round % 7 == 5) {
            forget();
            QVERIFY(QFile::copy(old, cache));  // far behind, and with dreams that are erased by now
        }
        if (round % 7 == 6 || round % 7 == 1) {
            QFile file(cache);
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.seek(round % 7 == 1 ? 0 : file.size() / 3);
            file.write(QByteArray(round % 7 == 1 ? 300 : int(file.size() / 3), 'x'));
        }
    }
    // A cache of another history: its journal is gone.
    for (const char *name : {"journal.db", "journal.db-wal", "journal.db-shm", "tip.json"})
        QFile::remove(folder.filePath(QString::fromLatin1(name)));
    worker = {std::mt19937(3), {}, 500};
    Life life(folder.path().toStdString());
    for (int i = 0; i < 60; ++i)
        worker.step(*life.engine);
    QCOMPARE(difference(life), QString());
    QVERIFY(life.indexer->pulse().rebuilds > 0);
}

void TestIndexer::survivesKills()
{
    QTemporaryDir folder;
    std::mt19937 random(4);
    for (int round = 0; round < 8; ++round) {
        QProcess victim;
        victim.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--load"), folder.path()});
        QVERIFY(victim.waitForReadyRead(30'000));
        QTest::qWait(static_cast<int>(random() % 400));
        victim.kill();
        QVERIFY(victim.waitForFinished());
        Life life(folder.path().toStdString());
        QCOMPARE(difference(life), QString());
        QCOMPARE(life.indexer->pulse().rebuilds, std::uint64_t(0));
    }
}

void TestIndexer::catchesUpWhenFarBehind()
{
    QTemporaryDir folder;
    Life life(folder.path().toStdString(), false, 3);
    Worker worker{std::mt19937(5), {}, 0};
    for (int i = 0; i < 150; ++i)
        worker.step(*life.engine);
    QCOMPARE(difference(life), QString());
    QVERIFY(life.indexer->pulse().caughtUp > 5);
}

void TestIndexer::erasedWordsAreGoneWhenAnswered()
{
    QTemporaryDir folder;
    Life life(folder.path().toStdString());
    Worker worker{std::mt19937(6), {}, 0};
    for (int i = 0; i < 40; ++i)
        worker.step(*life.engine);
    std::vector<std::uint64_t> secret;
    for (int i = 0; i < 4; ++i) {
        ::dreams::Create create;
        create.title = "Xylomancy " + std::to_string(i);
        create.body.text = "The quokkaquest begins in zanzibarish " + std::to_string(i);
        create.tags = {"vuvuzelatag"};
        secret.push_back(life.engine->ask(std::move(create)).ids.front());
        // Half are in the cache when they are erased, half perhaps not yet.
        if (i == 1)
            QVERIFY(life.indexer->settle(30s));
    }
    std::vector<store::SearchFound> found;
    QVERIFY(life.indexer->search("quokkaquest", {}, found));
    QVERIFY(found.size() >= 2);
    life.engine->ask(::dreams::Edit{{secret[0]}, {}, Body{"An abacadabrian edit of the quokkaquest"}, {}, {}});
    for (std::uint64_t dream : secret)
        QVERIFY(life.engine->ask(::dreams::Erase{{dream}}).isDone);
    for (const char *word : {"quokkaquest", "zanzibarish", "vuvuzelatag", "xylomancy", "abacadabrian"})
        QCOMPARE(filesWith(folder.path(), word), 0);
    QVERIFY(filesWith(folder.path(), "dream number") > 0);
    found.clear();
    QVERIFY(life.indexer->search("quokkaquest", {}, found) && found.empty());
    QCOMPARE(difference(life), QString());
    QCOMPARE(life.indexer->pulse().rebuilds, std::uint64_t(0));
}

void TestIndexer::historyAndArchivesAreTheSameWithout()
{
    QTemporaryDir folder;
    Life life(folder.path().toStdString());
    Worker worker{std::mt19937(7), {}, 0};
    for (int i = 0; i < 120; ++i)
        worker.step(*life.engine);
    QVERIFY(life.indexer->settle(30s));
    for (int i = 0; i < 20; ++i)
        worker.step(*life.engine);
    life.engine->inspectNow([&](loop::Core &core, store::Store &store) {
        const auto seqs = [](const std::vector<loop::StoredFact> &facts) {
            std::vector<std::uint64_t> numbers;
            for (const loop::StoredFact &fact : facts)
                numbers.push_back(fact.seq);
            return numbers;
        };
        for (std::uint64_t dream : worker.dreams) {
            const auto with = seqs(loop::history(core, store, life.indexer.get(), dream));
            QCOMPARE(with, seqs(loop::history(core, store, nullptr, dream)));
            QVERIFY(!with.empty() && std::is_sorted(with.rbegin(), with.rend()));
            std::vector<std::uint64_t> paged, visited;
            for (std::uint64_t below = UINT64_MAX;;) {
                const auto page = seqs(loop::history(core, store, life.indexer.get(), dream, below, 3));
                paged.insert(paged.end(), page.begin(), page.end());
                if (page.size() < 3)
                    break;
                below = page.back();
            }
            QCOMPARE(paged, with);
            loop::visitFactsAbout(core, store, life.indexer.get(), {dream}, [&](const loop::FactAt &at) {
                visited.insert(visited.begin(), at.seq);
                return true;
            });
            QCOMPARE(visited, with);
        }
        int rows = 0;
        for (const SystemInfo *system : core.systems()) {
            for (const TableInfo &table : system->tables) {
                if (!table.archiveKind)
                    continue;
                for (std::uint64_t thing : {std::uint64_t(0), worker.dreams.front(), worker.dreams.back()}) {
                    const auto with = loop::archiveRows(core, store, life.indexer.get(), table, thing);
                    const auto without = loop::archiveRows(core, store, nullptr, table, thing);
                    QCOMPARE(with.size(), without.size());
                    for (std::size_t i = 0; i < with.size(); ++i)
                        QVERIFY(with[i].fact == without[i].fact && with[i].cbor == without[i].cbor);
                    rows += static_cast<int>(with.size());
                    QVERIFY(loop::archiveRows(core, store, life.indexer.get(), table, thing, 1).size() == std::min<std::size_t>(1, with.size()));
                }
            }
        }
        QVERIFY(rows > 20);
    });
}

void TestIndexer::readsWithoutWriting()
{
    QTemporaryDir folder;
    Worker worker{std::mt19937(8), {}, 0};
    {
        Life life(folder.path().toStdString());
        for (int i = 0; i < 50; ++i)
            worker.step(*life.engine);
    }
    QCOMPARE(difference(*std::make_unique<Life>(folder.path().toStdString(), true)), QString());
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("cache.db"))));
    Life life(folder.path().toStdString(), true);
    QVERIFY(!life.indexer->settle(0s));
    QVERIFY(!life.indexer->pulse().failure.empty());
    QCOMPARE(life.indexer->factsAbout(worker.dreams.front()).upTo, std::uint64_t(0));
    std::vector<store::SearchFound> found;
    QVERIFY(!life.indexer->search("garden", {}, found));
    life.engine->inspectNow([&](loop::Core &core, store::Store &store) {
        QVERIFY(!loop::history(core, store, life.indexer.get(), worker.dreams[0]).empty());
    });
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("cache.db"))));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && std::string_view(argv[1]) == "--load")
        return load(argv[2]);
    TestIndexer test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_indexer.moc"
