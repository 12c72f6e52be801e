// Search over dreams: what words mean, that nothing typed is an error, and that nothing erased stays.
#include "plan.h"
#include "store/searchcache.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace store;

namespace {

std::unique_ptr<Cache> opened(const QTemporaryDir &folder)
{
    std::string error;
    return Cache::open(folder.path().toStdString(), false, "test", error);
}

using Ids = std::vector<std::uint64_t>;

Ids ids(Cache &cache, std::string_view text, SearchOptions options = {})
{
    std::vector<SearchFound> found;
    if (!SearchCache(cache).search(text, options, found))
        return {0};
    Ids ids;
    for (const SearchFound &one : found)
        ids.push_back(one.dream);
    return ids;
}

Ids sorted(Ids ids)
{
    std::sort(ids.begin(), ids.end());
    return ids;
}

int filesWith(const QTemporaryDir &folder, const QByteArray &word)
{
    int found = 0;
    for (const QString &name : QDir(folder.path()).entryList(QDir::Files | QDir::Hidden)) {
        QFile file(folder.filePath(name));
        found += file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(word.toLower());
    }
    return found;
}

}  // namespace

class TestSearchCache : public QObject {
    Q_OBJECT

private slots:
    void init();
    void findsWords_data();
    void findsWords();
    void ranksTitlesFirstAndSnips();
    void followsChanges();
    void hidesArchived();
    void takesWhateverIsTyped();
    void erasesEveryByte();
    void scansNoTable();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
};

void TestSearchCache::init()
{
    m_cache.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache = opened(*m_folder);
    QVERIFY(m_cache);
    SearchCache search(*m_cache);
    const SearchEntry entries[] = {
        {101, "A garden on the roof", "We plant tomatoes and basil. Watering happens twice a day.", {"home", "green"}, false},
        {102, "Running a marathon", "Training plan: long runs on Sundays, a garden visit to rest.", {"sport"}, false},
        {0xfedcba0000000001ull, "Caf\u00e9 in Z\u00fcrich", "Ein kleines Caf\u00e9 am Fluss, mit B\u00fcchern.", {"gr\u00fcn"}, false},
        {104, "Night of whales", "I was swimming with whales; \"blue\" ones, title: none.", {}, false},
    };
    for (const SearchEntry &entry : entries)
        QVERIFY(search.put(entry));
}

void TestSearchCache::findsWords_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QVector<quint64>>("expected");
    const quint64 cafe = 0xfedcba0000000001ull;
    const auto row = [](const char *query, QVector<quint64> expected) {
        QTest::newRow(query) << QString::fromUtf8(query) << expected;
    };
    row("garden", {101, 102});
    row("GARDENS", {101, 102});
    row("run", {102});
    row("swims", {104});
    row("garden tomatoes", {101});
    row("tomat*", {101});
    row("tomat", {});
    row("\"long runs\"", {102});
    row("\"runs long\"", {});
    row("\"long ru\"*", {102});
    row("garden -marathon", {101});
    row("garden -\"on the roof\"", {102});
    row("-garden", {});
    row("title:garden", {101});
    row("text:garden", {102});
    row("tag:sport", {102});
    row("tag:gree*", {101});
    row("title:basil", {});
    row("cafe zurich", {cafe});
    row("CAF\u00c9", {cafe});
    row("bucher*", {cafe});
    row("tag:grun", {cafe});
    row("title:", {104, 101});
    row("garden AND", {101});  // a word like any other
    row("and", {101});
    row("\"garden", {101, 102});
    row("garden !!! ???", {101, 102});
    row("   ", {});
    row("", {});
    row("***", {});
    row("unicorn", {});
}

void TestSearchCache::findsWords()
{
    QFETCH(QString, query);
    QFETCH(QVector<quint64>, expected);
    Ids wanted(expected.begin(), expected.end());
    if (query == QLatin1String("title:"))
        wanted = {104};  // a field without a word is the word itself
    QCOMPARE(sorted(ids(*m_cache, query.toStdString())), sorted(wanted));
}

void TestSearchCache::ranksTitlesFirstAndSnips()
{
    std::vector<SearchFound> found;
    QVERIFY(SearchCache(*m_cache).search("garden", {}, found));
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].dream, std::uint64_t(101));
    QVERIFY(found[0].score > found[1].score && found[1].score > 0);
    QCOMPARE(found[0].title, std::string("A garden on the roof"));
    QVERIFY(found[1].snippet.find("a [garden] visit") != std::string::npos);
    SearchOptions options;
    options.limit = 1;
    QCOMPARE(ids(*m_cache, "garden", options), (Ids{101}));
    options.offset = 1;
    QCOMPARE(ids(*m_cache, "garden", options), (Ids{102}));
    options = {};
    options.isTyping = true;
    QCOMPARE(ids(*m_cache, "tomat", options), (Ids{101}));
    QCOMPARE(ids(*m_cache, "tomat ", options), Ids{});
    QCOMPARE(ids(*m_cache, "t", options), Ids{});
}

void TestSearchCache::followsChanges()
{
    SearchCache search(*m_cache);
    QVERIFY(search.put({101, "A balcony", "Only herbs now.", {}, false}));
    QCOMPARE(ids(*m_cache, "tomatoes"), Ids{});
    QCOMPARE(ids(*m_cache, "green"), Ids{});
    QCOMPARE(ids(*m_cache, "balcony"), (Ids{101}));
    bool wasThere = false;
    QVERIFY(search.remove(101, wasThere) && wasThere);
    QCOMPARE(ids(*m_cache, "balcony"), Ids{});
    QVERIFY(search.remove(101, wasThere) && !wasThere);
    m_cache.reset();
    m_cache = opened(*m_folder);
    QCOMPARE(ids(*m_cache, "garden"), (Ids{102}));
}

void TestSearchCache::hidesArchived()
{
    QVERIFY(SearchCache(*m_cache).setArchived(101, true));
    QCOMPARE(ids(*m_cache, "garden"), (Ids{102}));
    SearchOptions options;
    options.withArchived = true;
    QCOMPARE(sorted(ids(*m_cache, "garden", options)), (Ids{101, 102}));
    QVERIFY(SearchCache(*m_cache).setArchived(101, false));
    QCOMPARE(sorted(ids(*m_cache, "garden")), (Ids{101, 102}));
}

void TestSearchCache::takesWhateverIsTyped()
{
    std::mt19937 random(3);
    const std::string pieces[] = {"\"", "*", "(", ")", "-", ":", "^", "+", "NEAR(", "AND", "OR", "NOT", "{", "}", "title:",
                                  "garden", "'", ";", "\\", "%", "\xff", "\xc3\xa9", "\xf0\x9f\x98\x80", " ", "tag:-\"", "--"};
    for (int round = 0; round < 2000; ++round) {
        std::string query;
        const std::size_t size = random() % 24;
        for (std::size_t i = 0; i < size; ++i) {
            if (round % 2)
                query += pieces[random() % std::size(pieces)];
            else
                query.push_back(static_cast<char>(random()));
        }
        SearchOptions options;
        options.isTyping = random() % 2;
        QVERIFY2(ids(*m_cache, query, options) != Ids{0}, QByteArray(query.data(), int(query.size())).toHex());
    }
    QVERIFY(ids(*m_cache, std::string(1'000'000, 'a')) != Ids{0});
    std::string many;
    for (int i = 0; i < 5000; ++i)
        many += "garden -";
    QVERIFY(ids(*m_cache, many) != Ids{0});
    QVERIFY(m_cache->failure().empty());
}

void TestSearchCache::erasesEveryByte()
{
    SearchCache search(*m_cache);
    std::mt19937 random(5);
    for (std::uint64_t i = 0; i < 400; ++i) {
        std::string body = "quokkaquest zanzibarish ";
        for (int k = 0; k < 60; ++k)
            body += "word" + std::to_string(random() % 3000) + ' ';
        QVERIFY(search.put({1000 + i, "Xylophonist dream", i % 40 == 7 ? body : body.substr(24), {"vuvuzelatag"}, false}));
    }
    bool wasThere = false;
    for (std::uint64_t i = 0; i < 400; ++i)
        if (i % 40 == 7)
            QVERIFY(search.put({1000 + i, "Plain", "changed", {}, false}));
    QVERIFY(filesWith(*m_folder, "quokkaquest") > 0);  // old bytes, not found any more
    QCOMPARE(ids(*m_cache, "quokkaquest"), Ids{});
    QVERIFY(search.optimize());
    QCOMPARE(m_cache->scrub(), std::string());
    QCOMPARE(filesWith(*m_folder, "quokkaquest"), 0);
    QCOMPARE(filesWith(*m_folder, "zanzibarish"), 0);
    for (std::uint64_t i = 0; i < 400; ++i)
        QVERIFY(search.remove(1000 + i, wasThere));
    QVERIFY(search.optimize());
    QCOMPARE(m_cache->scrub(), std::string());
    for (const char *word : {"vuvuzela", "xylophon", "word2"})
        QCOMPARE(filesWith(*m_folder, word), 0);
    QVERIFY(filesWith(*m_folder, "garden") > 0);
    QCOMPARE(sorted(ids(*m_cache, "garden")), (Ids{101, 102}));
}

void TestSearchCache::scansNoTable()
{
    const std::string path = m_folder->filePath(QStringLiteral("cache.db")).toStdString();
    for (const std::string &statement : SearchCache::statements())
        QCOMPARE(plan::badStep(path, statement), std::string());
    QVERIFY(!plan::badStep(path, "SELECT id FROM dream WHERE isArchived = 1").empty());
}

QTEST_GUILESS_MAIN(TestSearchCache)
#include "tst_searchcache.moc"
