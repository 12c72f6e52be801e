// match-patterns: motifs within a text and across dreams, itemsets and many-word search by hand.
#include "runcapability.h"

#include "capabilities/ahocorasick.h"
#include "capabilities/itemsets.h"

using namespace testing;

namespace {

const std::string dream =
    "I stood at the black river again. A red bicycle lay in the black river. My mother called from the house.\n\n"
    "Later the house was empty. The red bicycle was mine, the black river rose. My mother laughed in the house. "
    "At the end I took the red bicycle and left the house behind.";

json::value motifsOf(const std::string &words, const std::string &candidates = "",
                     const json::object &params = {})
{
    Inputs inputs = {{"text", words}};
    if (!candidates.empty())
        inputs.push_back({"candidates", candidates});
    return jsonOf(runCapability("match-patterns", inputs, params), "motifs");
}

const json::object *named(const json::value &motifs, const char *list, const char *name)
{
    for (const json::value &motif : motifs.at(list).as_array()) {
        if (motif.at("motif").as_string() == name)
            return &motif.as_object();
    }
    return nullptr;
}

}  // namespace

class TstMatchPatterns : public QObject {
    Q_OBJECT

private slots:
    void aprioriByHand()
    {
        // the classic basket: 5 transactions over bread 0, milk 1, beer 2, nappies 3
        const auto bits = [](std::initializer_list<int> where) {
            capabilities::BitSet out(1, 0);
            for (const int i : where)
                out[0] |= 1ull << i;
            return out;
        };
        const std::vector<capabilities::BitSet> single = {bits({0, 1, 3, 4}), bits({0, 2, 3, 4}),
                                                          bits({1, 2, 3}), bits({1, 2, 3, 4})};
        const auto sets = capabilities::frequentSets(single, 3, 3, 100);
        std::vector<std::string> shown;
        for (const auto &set : sets) {
            std::string items;
            for (const auto item : set.items)
                items += std::to_string(item);
            shown.push_back(items + "x" + std::to_string(set.support));
        }
        const std::vector<std::string> expected = {"0x4",  "1x4",  "2x3",  "3x4",
                                                   "01x3", "03x3", "13x3", "23x3"};
        QCOMPARE(shown, expected);
    }

    void manyWordsAtOnce()
    {
        const std::vector<std::string> patterns = {"he", "she", "his", "hers"};
        std::vector<std::pair<std::uint32_t, std::uint32_t>> hits;
        capabilities::AhoCorasick(patterns).scan("uSHErs his",
                                                 [&](capabilities::AhoCorasick::Hit hit) {
                                                     hits.emplace_back(hit.start, hit.pattern);
                                                     return true;
                                                 });
        const std::vector<std::pair<std::uint32_t, std::uint32_t>> expected = {
            {1, 1}, {2, 0}, {2, 3}, {7, 2}};
        QCOMPARE(hits, expected);
    }

    void againstNaiveSearch()
    {
        for (std::uint64_t seed = 1; seed < 60; ++seed) {
            const std::string words = randomText(seed, 200);
            const std::vector<std::string> patterns = {"a",     "an", "ana",   "na",
                                                       "river", "er", "12.50", "ü"};
            std::size_t hits = 0, naive = 0;
            capabilities::AhoCorasick(patterns).scan(words, [&](auto) { return ++hits > 0; });
            std::string lower = words;
            for (char &c : lower)
                c = c >= 'A' && c <= 'Z' ? char(c | 32) : c;
            for (const std::string &pattern : patterns) {
                for (std::size_t at = lower.find(pattern); at != std::string::npos;
                     at = lower.find(pattern, at + 1))
                    ++naive;
            }
            QCOMPARE(hits, naive);
        }
    }

    void phrasesComeBack()
    {
        const auto motifs = motifsOf(dream);
        const json::object *river = named(motifs, "motifs", "black river");
        const json::object *bicycle = named(motifs, "motifs", "red bicycle");
        QVERIFY(river && bicycle);
        QCOMPARE(river->at("count").as_int64(), 3);
        QCOMPARE(river->at("starts").at(0).as_int64(), std::int64_t(dream.find("black river")));
        QVERIFY(bicycle->at("spread").as_int64() > 6000);
        QVERIFY(!named(motifs, "motifs", "black")
                && !named(motifs, "motifs", "bicycle"));  // said by the phrase
        const json::object *house = named(motifs, "motifs", "house");
        QVERIFY(house && house->at("count").as_int64() == 4);
    }

    void nothingComesBack()
    {
        QVERIFY(motifsOf("Every word here differs.").at("motifs").as_array().empty());
        QVERIFY(motifsOf("").at("motifs").as_array().empty());
    }

    void acrossDreams()
    {
        const auto motifs = motifsOf(
            dream, R"({"library":9,"items":[{"digest":"a","shared":["river","mother","hous"]},
            {"digest":"b","shared":["river","mother"]},{"digest":"c","shared":["river","zebra"]},{"digest":"d","shared":["zebra"]}]})");
        const json::object *river = named(motifs, "recurring", "river");
        QVERIFY(river && river->at("dreams").as_int64() == 3);
        QVERIFY(named(motifs, "recurring", "river + mother")
                && named(motifs, "recurring", "river + mother")->at("dreams").as_int64() == 2);
        QVERIFY(!named(motifs, "recurring", "mother"));                       // the pair says it
        QVERIFY(json::serialize(motifs).find("zebra") == std::string::npos);  // not of this text
    }

    void patternsOfOnesOwn()
    {
        const auto motifs =
            motifsOf(dream, "", json::parse(R"({"patterns":["Mother","lantern"]})").as_object());
        QCOMPARE(motifs.at("matches").at(0).at("count").as_int64(), 2);
        QCOMPARE(motifs.at("matches").at(1).at("count").as_int64(), 0);
    }

    void promises()
    {
        checkPromises("match-patterns", {});
        QCOMPARE(runCapability("match-patterns", {}).refusal, std::string("matchpatterns.noInput"));
        QVERIFY(json::serialize(motifsOf(dream))
                != json::serialize(motifsOf(dream + " The lantern. The lantern. The lantern.")));
    }
};

QTEST_APPLESS_MAIN(TstMatchPatterns)
#include "tst_matchpatterns.moc"
