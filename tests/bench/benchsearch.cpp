// P11: search over N synthetic dreams beside FTS5 bare, with the same text and the same questions,
// one after the other in the same run. Then the mention index: what handing over costs the engine
// thread, how fast a missing cache is made anew, and lookups.
//   benchsearch [DREAMS=100000] [MENTIONS=10000000]
#include "cortex/dreams.h"
#include "loop/indexer.h"
#include "store/mentionindex.h"

#include <sqlite3.h>

#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <future>

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

// SplitMix64 (Steele, Lea, Flood 2014).
struct Chance {
    std::uint64_t state;
    std::uint64_t next()
    {
        std::uint64_t z = state += 0x9E3779B97F4A7C15ull;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ z >> 27) * 0x94D049BB133111EBull;
        return z ^ z >> 31;
    }
    double unit() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }
};

constexpr std::size_t vocabulary = 50'000;

// Rank r is met about as often as 1/r, as words are (Zipf).
std::size_t rank(Chance &chance)
{
    return static_cast<std::size_t>(std::exp(chance.unit() * std::log(double(vocabulary)))) - 1;
}

std::string word(std::size_t rank)
{
    static constexpr const char *syllables[] = {"ba", "ren", "to", "mi", "sal", "ku", "dor", "ne", "fi", "lam",
                                                "go", "ri", "ves", "pa", "tun", "ho", "zel", "ca", "bri", "mo"};
    std::string made;
    for (std::size_t left = rank + 20; left; left /= 20)
        made += syllables[left % 20];
    return made;
}

store::SearchEntry dreamOf(std::uint64_t number)
{
    Chance chance{number * 977};
    store::SearchEntry entry;
    entry.dream = 0x123456ull << 40 | number;
    for (int i = 0; i < 5; ++i)
        entry.title += word(rank(chance)) + ' ';
    const int length = 40 + static_cast<int>(chance.next() % 160);
    for (int i = 0; i < length; ++i)
        entry.body += word(rank(chance)) + (i % 12 == 11 ? ". " : " ");
    entry.tags = {word(rank(chance))};
    return entry;
}

struct Bare {
    sqlite3 *database = nullptr;
    sqlite3_stmt *put = nullptr, *find = nullptr, *snip = nullptr;

    explicit Bare(const std::string &path)
    {
        sqlite3_open(path.c_str(), &database);
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=NORMAL");
        run("PRAGMA cache_size=-16384");
        run("CREATE VIRTUAL TABLE bare USING fts5(title, body, tags)");
        prepare("INSERT INTO bare(rowid, title, body, tags) VALUES(?, ?, ?, ?)", put);
        prepare("SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT 20", find);
        prepare("SELECT rowid, title, snippet(bare, 1, '[', ']', '...', 24) FROM bare WHERE bare MATCH ? "
                "ORDER BY rank LIMIT 20", snip);
    }
    ~Bare()
    {
        for (sqlite3_stmt *one : {put, find, snip})
            sqlite3_finalize(one);
        sqlite3_close(database);
    }
    void run(const char *sql) { sqlite3_exec(database, sql, nullptr, nullptr, nullptr); }
    void prepare(const char *sql, sqlite3_stmt *&statement)
    {
        if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK)
            std::abort();
    }
    void add(const store::SearchEntry &entry, std::uint64_t number)
    {
        sqlite3_bind_int64(put, 1, static_cast<sqlite3_int64>(number));
        int place = 2;
        for (const std::string *text : {&entry.title, &entry.body, &entry.tags[0]})
            sqlite3_bind_text(put, place++, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
        sqlite3_step(put);
        sqlite3_reset(put);
    }
    std::size_t search(sqlite3_stmt *statement, const std::string &query)
    {
        std::size_t rows = 0;
        sqlite3_bind_text(statement, 1, query.data(), static_cast<int>(query.size()), SQLITE_STATIC);
        while (sqlite3_step(statement) == SQLITE_ROW)
            ++rows;
        sqlite3_reset(statement);
        return rows;
    }
};

double percentile(std::vector<double> times, double part)
{
    std::sort(times.begin(), times.end());
    return times.empty() ? 0 : times[std::min(times.size() - 1, static_cast<std::size_t>(part * double(times.size())))] * 1000;
}

struct Asked {
    const char *name;
    std::vector<double> ours, bare, snipped;
    std::size_t found = 0, foundBare = 0;

    void say() const
    {
        std::printf("  %-14s ours p50 %8.3f p95 %8.3f ms   bare p95 %8.3f ms (x%.2f)   bare with snippets p95 %8.3f ms (x%.2f)   rows %zu, %zu\n",
                    name, percentile(ours, .5), percentile(ours, .95), percentile(bare, .95),
                    percentile(ours, .95) / percentile(bare, .95), percentile(snipped, .95),
                    percentile(ours, .95) / percentile(snipped, .95), found, foundBare);
    }
};

void askAll(store::Cache &cache, Bare &bare)
{
    store::SearchCache search(cache);
    Asked kinds[] = {{"common word", {}, {}, {}, 0, 0}, {"rare word", {}, {}, {}, 0, 0}, {"two words", {}, {}, {}, 0, 0},
                     {"phrase", {}, {}, {}, 0, 0}, {"prefix", {}, {}, {}, 0, 0}};
    Asked all{"all", {}, {}, {}, 0, 0};
    Chance chance{42};
    const auto quoted = [](const std::string &text) { return '"' + text + '"'; };
    for (int round = 0; round < 60; ++round) {
        const std::string a = word(rank(chance)), b = word(rank(chance));
        const std::string queries[] = {word(20 + chance.next() % 200), word(2000 + chance.next() % 40'000), quoted(a) + ' ' + quoted(b),
                                       quoted(a + ' ' + b), word(200 + chance.next() % 20'000).substr(0, 4) + '*'};
        for (std::size_t kind = 0; kind < std::size(kinds); ++kind) {
            Asked &asked = kinds[kind];
            std::vector<store::SearchFound> found;
            // Who goes first finds a colder cache: take turns.
            for (int turn = 0; turn < 3; ++turn) {
                const int who = (turn + round) % 3;
                const auto began = Clock::now();
                if (who == 0)
                    search.search(queries[kind], {}, found);
                else if (who == 1)
                    asked.foundBare += bare.search(bare.find, queries[kind]);
                else
                    bare.search(bare.snip, queries[kind]);
                const double took = secondsSince(began);
                (who == 0 ? asked.ours : who == 1 ? asked.bare : asked.snipped).push_back(took);
                (who == 0 ? all.ours : who == 1 ? all.bare : all.snipped).push_back(took);
            }
            asked.found += found.size();
        }
    }
    for (const Asked &asked : kinds)
        asked.say();
    all.say();
}

void benchSearch(std::uint64_t count)
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    std::string error;
    const auto cache = store::Cache::open(path, false, "bench", error);
    Bare bare(path + "/bare.db");
    store::SearchCache search(*cache);
    double ours = 0, theirs = 0;
    std::uint64_t bytes = 0;
    for (std::uint64_t number = 1; number <= count;) {
        std::vector<store::SearchEntry> batch;
        for (; batch.size() < 2000 && number <= count; ++number)
            batch.push_back(dreamOf(number));
        auto began = Clock::now();
        cache->begin();
        for (const store::SearchEntry &entry : batch)
            search.put(entry);
        cache->commit();
        ours += secondsSince(began);
        began = Clock::now();
        bare.run("BEGIN");
        for (std::size_t i = 0; i < batch.size(); ++i)
            bare.add(batch[i], number - batch.size() + i);
        bare.run("COMMIT");
        theirs += secondsSince(began);
        for (const store::SearchEntry &entry : batch)
            bytes += entry.body.size();
    }
    auto began = Clock::now();
    search.optimize();
    const double merging = secondsSince(began);
    bare.run("INSERT INTO bare(bare) VALUES('optimize')");
    std::printf("search over %llu dreams, %.0f MB of text: put in %.1f s (bare %.1f s), merged in %.1f s, cache %.0f MB\n",
                static_cast<unsigned long long>(count), double(bytes) / 1e6, ours, theirs, merging,
                double(store::Cache::bytesOnDisk(path)) / 1e6);
    askAll(*cache, bare);
    began = Clock::now();
    bool wasThere = false;
    search.remove(0x123456ull << 40 | 77, wasThere);
    search.optimize();
    const std::string failed = cache->scrub();
    std::printf("  one erase: %.2f s %s\n", secondsSince(began), failed.c_str());
}

void benchMentions(std::uint64_t count)
{
    QTemporaryDir folder;
    std::string error;
    const auto cache = store::Cache::open(folder.path().toStdString(), false, "bench", error);
    store::MentionIndex index(*cache);
    Chance chance{7};
    std::uint64_t fact = 1, page = 0;
    double appending = 0, merging = 0;
    for (std::uint64_t made = 0; made < count;) {
        std::vector<store::MentionPair> pairs;
        for (; pairs.size() < 32'768 && made < count; ++made, fact += made % 3 == 0)
            pairs.push_back({0x123456ull << 40 | (made % 3 ? fact / 15 : 1 + chance.next() % 10), fact});
        auto began = Clock::now();
        index.append(pairs, {++page, {}});
        appending += secondsSince(began);
        began = Clock::now();
        while (index.mergeStep())
            ;
        merging += secondsSince(began);
    }
    std::vector<double> times;
    for (int i = 0; i < 2000; ++i) {
        std::vector<std::uint64_t> found;
        const auto began = Clock::now();
        index.facts(0x123456ull << 40 | (1 + chance.next() % (fact / 15)), UINT64_MAX, 100, found);
        times.push_back(secondsSince(began));
    }
    std::printf("mentions: %llu pairs, append %.0f ns and merge %.0f ns a pair, %zu segments, %.2f bytes a pair; lookup p50 %.3f p95 %.3f ms\n",
                static_cast<unsigned long long>(count), appending * 1e9 / double(count), merging * 1e9 / double(count), index.segments(),
                double(store::Cache::bytesOnDisk(folder.path().toStdString())) / double(count), percentile(times, .5), percentile(times, .95));
}

// What is between two listeners is the indexer's.
void benchEngine(std::uint64_t dreams)
{
    QTemporaryDir folder;
    loop::Options options;
    options.folder = folder.path().toStdString();
    std::string error;
    std::uint64_t mentions = 0, pages = 0, facts = 0;
    double handing = 0;
    {
        auto engine = loop::Engine::open(options, error);
        Clock::time_point began;
        engine->onCommitted({}, [&](const loop::Sealed &, const loop::Core &) { began = Clock::now(); });
        auto indexer = std::make_unique<loop::Indexer>(*engine, false);
        engine->onCommitted({}, [&](const loop::Sealed &sealed, const loop::Core &) {
            handing += secondsSince(began);
            mentions += sealed.mentions.size();
            ++pages;
        });
        engine->start();
        std::vector<std::pair<kernel::Ask, kernel::Reply>> asks;
        for (std::uint64_t number = 1; number <= dreams; ++number) {
            ::dreams::Create create;
            create.body.text = dreamOf(number).body;
            asks.emplace_back(kernel::makeAsk(std::move(create)), kernel::Reply{});
            if (asks.size() == 256 || number == dreams) {
                std::promise<void> done;
                asks.back().second = [&](const kernel::Answer &) { done.set_value(); };
                engine->send(std::exchange(asks, {}));
                done.get_future().wait();
            }
        }
        engine->stop();
    }
    std::printf("engine thread: %.0f ns a mention (%llu mentions, %llu pages, %.1f us a page)\n", handing * 1e9 / double(mentions),
                static_cast<unsigned long long>(mentions), static_cast<unsigned long long>(pages), handing * 1e6 / double(pages));
    store::Cache::remove(options.folder);
    auto engine = loop::Engine::open(options, error);
    engine->inspectNow([&](loop::Core &core, store::Store &) { facts = core.facts(); });
    auto began = Clock::now();
    auto indexer = std::make_unique<loop::Indexer>(*engine, false);
    engine->start();
    indexer->settle(std::chrono::minutes(30));
    const double took = secondsSince(began);
    engine->inspectNow([&](loop::Core &core, store::Store &) { facts = core.facts(); });
    std::printf("made anew from the journal: %llu facts of %llu dreams in %.2f s, %.2f M facts/s, %.0f dreams/s with their words\n",
                static_cast<unsigned long long>(facts), static_cast<unsigned long long>(dreams), took, double(facts) / took / 1e6, double(dreams) / took);
    engine->stop();
    indexer.reset();
}

}  // namespace

int main(int argc, char **argv)
{
    const std::uint64_t dreams = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100'000;
    const std::uint64_t mentions = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 10'000'000;
    benchMentions(mentions);
    benchEngine(std::min<std::uint64_t>(dreams, 20'000));
    benchSearch(dreams);
}
