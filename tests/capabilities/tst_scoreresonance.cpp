// The resonance index, score-resonance and rank-items: formulas by hand, answers as of a moment,
// reasons that give nothing away.
#include "runcapability.h"

#include "text/document.h"
#include "text/resonanceindex.h"

#include <cmath>

using namespace testing;
using text::ResonanceIndex;

namespace {

text::Fingerprint printOf(std::string_view words)
{
    return text::fingerprintOf(*text::analyse(words));
}

// A fingerprint of given stems, as if the text were `words` long.
text::Fingerprint stems(std::initializer_list<std::pair<const char *, std::uint32_t>> list,
                        std::uint64_t words)
{
    text::Fingerprint out;
    out.words = words;
    std::vector<std::uint64_t> elements;
    for (const auto &[stem, count] : list) {
        out.stems.push_back({stem, count, {}});
        elements.push_back(text::hashOf(stem));
    }
    std::sort(out.stems.begin(), out.stems.end(),
              [](const auto &a, const auto &b) { return a.stem < b.stem; });
    out.minhash = text::minhash(elements);
    return out;
}

const char *const library[] = {
    "A tool library in the boiler house. Booking by a list, the caretaker keeps the key on Thursday.",
    "Lending shelf in the laundry room: booking, a key, the caretaker agrees. Who pays for a broken saw?",
    "I dreamt of a river made of glass. My grandmother walked on it with a lantern.",
    "Budget for the garden: soil 120 euros, seeds 30 euros, water barrel 80 euros.",
    "The lantern festival by the river needs a plan: boats, candles, permission.",
};

ResonanceIndex filled(std::size_t count)
{
    ResonanceIndex index;
    for (std::size_t i = 0; i < count; ++i)
        index.add(i + 1, "digest" + std::to_string(i), printOf(library[i % 5]));
    return index;
}

const std::string mine =
    "The caretaker lends out a key on Thursday, booking on the door list. Title of mine.";

capabilities::Result resonanceOf(const std::string &words, const std::string &candidates)
{
    return runCapability(
        "score-resonance",
        {{"fingerprint", output(runCapability("compare-texts", {{"text", words}}), "fingerprint")},
         {"keywords", R"({"keywords":[{"phrase":"Thursday","stem":"thursday","weight":5000}]})"},
         {"mood", R"({"valence":2000})"},
         {"candidates", candidates}});
}

}  // namespace

class TstScoreResonance : public QObject {
    Q_OBJECT

private slots:
    void bm25ByHand()
    {
        // two documents of 4 and 8 words; the query says "apple" and "pear" once each
        ResonanceIndex index;
        index.add(1, "a", stems({{"apple", 2}, {"plum", 1}}, 4));
        index.add(2, "b", stems({{"pear", 1}, {"plum", 3}}, 8));
        const auto query = stems({{"apple", 1}, {"pear", 1}}, 6);
        const auto found = index.query(query, {}, 9);
        // idf = ln(1 + (2 - 1 + .5) / (1 + .5)) = ln 2 for both words; mean length 6
        const double idf = std::log(2.0);
        const auto part = [&](double count, double words) {
            return idf * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * words / 6));
        };
        const double whole = 2 * part(1, 6);
        QCOMPARE(found.items.size(), std::size_t(2));
        QCOMPARE(found.items[0].digest, std::string("a"));
        QCOMPARE(found.items[0].bm25, int(std::lround(10000 * part(2, 4) / whole)));
        QCOMPARE(found.items[1].bm25, int(std::lround(10000 * part(1, 8) / whole)));
    }

    void cosineByHand()
    {
        ResonanceIndex index;
        index.add(1, "a", stems({{"apple", 1}, {"plum", 1}}, 2));
        index.add(2, "b", stems({{"pear", 1}}, 1));
        const auto found = index.query(stems({{"apple", 1}}, 1), {}, 9);
        // both words of document a have the same idf, so the angle is 45 degrees
        QCOMPARE(found.items.size(), std::size_t(1));
        QCOMPARE(found.items[0].cosine, int(std::lround(10000 / std::sqrt(2.0))));
    }

    void keywordsByHand()
    {
        ResonanceIndex index;
        index.add(1, "a", stems({{"x", 1}, {"y", 1}, {"z", 1}}, 3), {{}, {"x", "y", "z"}});
        const auto found =
            index.query(stems({{"x", 1}, {"y", 1}, {"w", 1}}, 3), {{}, {"w", "x", "y"}}, 9);
        QCOMPARE(found.items.at(0).jaccard, 5000);  // two of four
    }

    void blendUsesTheWholeRange()
    {
        QCOMPARE(text::resonanceScore({10000, 10000, 10000, 10000}), 10000);
        QCOMPARE(text::resonanceScore({0, 0, 0, 10000}), 0);  // mood alone is no bond
        QVERIFY(text::resonanceScore({2000, 2000, 1000, 10000})
                > text::resonanceScore({2000, 2000, 1000, 0}));
    }

    void neighboursMakeSense()
    {
        const ResonanceIndex index = filled(5);
        const auto found = index.query(printOf(mine), {}, 100);
        QCOMPARE(found.library, std::size_t(5));
        QCOMPARE(found.items[0].digest, std::string("digest0"));
        QCOMPARE(found.items[1].digest, std::string("digest1"));
        const auto river = index.query(printOf("A lantern on the river at night"), {}, 100);
        QVERIFY(river.items[0].digest == "digest2" || river.items[0].digest == "digest4");
        QVERIFY(index.query(printOf("xylophone quartz"), {}, 100).items.empty());
    }

    // What is added later, removed again or added in another order does not change an answer.
    void answersAreAsOfAnId()
    {
        const auto query = printOf(mine);
        ResonanceIndex small = filled(3);
        const std::string before = small.query(query, {}, 3).json();
        ResonanceIndex large = filled(60);
        QCOMPARE(large.query(query, {}, 3).json(), before);
        ResonanceIndex shuffled;
        for (std::size_t i = 60; i-- > 0;)
            shuffled.add(i + 1, "digest" + std::to_string(i), printOf(library[i % 5]));
        QCOMPARE(shuffled.query(query, {}, 3).json(), before);
        QCOMPARE(shuffled.query(query, {}, 60).json(), large.query(query, {}, 60).json());
        for (std::uint64_t id = 4; id <= 60; ++id)
            large.remove(id);
        QCOMPARE(large.query(query, {}, 99).json(), before);
        QVERIFY(large.query(query, {}, 1).items.size() == 1);
    }

    void removingLeavesNothing()
    {
        ResonanceIndex index = filled(40);
        for (std::uint64_t id = 1; id <= 40; ++id)
            index.remove(id);
        index.remove(7);  // twice is harmless
        QCOMPARE(index.size(), std::size_t(0));
        QVERIFY(index.query(printOf(mine), {}, 99).items.empty());
        const std::size_t bytes = index.memoryBytes();
        for (int round = 0; round < 5; ++round) {
            for (std::uint64_t id = 1; id <= 40; ++id)
                index.add(id, "d", printOf(library[id % 5]));
            for (std::uint64_t id = 1; id <= 40; ++id)
                index.remove(id);
        }
        QVERIFY(index.memoryBytes() <= bytes + bytes / 4);
    }

    void exceptLeavesOneselfOut()
    {
        const ResonanceIndex index = filled(5);
        for (const auto &item : index.query(printOf(library[0]), {}, 100, 20, 1).items)
            QVERIFY(item.digest != "digest0");
        QCOMPARE(index.query(printOf(library[0]), {}, 100, 20, 1).library, std::size_t(4));
    }

    void nearCopiesAreFoundAmongMany()
    {
        ResonanceIndex index;
        for (std::uint64_t id = 1; id <= 500; ++id)
            index.add(id, "n" + std::to_string(id), printOf(randomText(id, 60)));
        const std::string original = randomText(77, 60);
        const auto found = index.query(printOf(original + " postscript"), {}, 1000);
        QCOMPARE(found.items.at(0).digest, std::string("n77"));
        QVERIFY(found.items[0].sketch >= text::nearCopySimilarity);
    }

    void reasonsNameSharedWordsOnly()
    {
        ResonanceIndex index = filled(5);
        const std::string candidates = index.query(printOf(mine), {2000, {}}, 100).json();
        const auto result = resonanceOf(mine, candidates);
        const auto resonance = jsonOf(result, "resonance");
        QVERIFY(result.figures.at("similar") >= 2);
        const std::string why = resonance.at("similar").at(0).at("why").as_string().c_str();
        QVERIFY2(why.starts_with("shares "), why.c_str());
        QVERIFY2(why.find("Thursday") != std::string::npos, why.c_str());
        QVERIFY(why.find("boiler") == std::string::npos);
        QCOMPARE(resonance.at("library").as_int64(), 5);
        QVERIFY(!resonance.at("similar").at(0).at("duplicate").as_bool());
    }

    void foreignWordsNeverShow()
    {
        const std::string candidates =
            R"({"library":1,"items":[{"digest":"d","bm25":9000,"cosine":9000,"jaccard":9000,"sketch":9000,
            "shared":["secret","caretak","mistress"],"title":"My secret","stems":["secret"]}]})";
        const auto result = resonanceOf(mine, candidates);
        const std::string bytes = output(result, "resonance");
        QVERIFY(bytes.find("secret") == std::string::npos
                && bytes.find("mistress") == std::string::npos);
        QVERIFY(bytes.find("caretaker") != std::string::npos);
        QCOMPARE(result.figures.at("duplicate"), 1);
        QVERIFY(bytes.find("nearly the same text") != std::string::npos);
    }

    void emptyLibraryAndBadInput()
    {
        const auto result = resonanceOf(mine, R"({"library":0,"items":[]})");
        QCOMPARE(result.figures.at("nearest"), 0);
        QCOMPARE(runCapability("score-resonance", {{"candidates", "{}"}}).refusal,
                 std::string("scoreresonance.noFingerprint"));
        QCOMPARE(
            runCapability("score-resonance",
                          {{"fingerprint", output(runCapability("compare-texts", {{"text", mine}}),
                                                  "fingerprint")}})
                .refusal,
            std::string("scoreresonance.noCandidates"));
        const auto odd = resonanceOf(
            mine,
            R"({"library":"x","items":[1,{},{"bm25":-5,"cosine":99999999,"jaccard":"x","shared":[1,null]}]})");
        QVERIFY(odd.refusal.empty());
    }

    void originality()
    {
        const auto scoreOf = [](const char *resonance) {
            return runCapability("rank-items", {{"resonance", resonance}});
        };
        const auto lonely = scoreOf(R"({"library":0,"similar":[]})");
        QCOMPARE(lonely.figures.at("originality"), 10000);
        const auto kin = scoreOf(R"({"library":12,"similar":[{"score":3400},{"score":900}]})");
        QCOMPARE(kin.figures.at("originality"), 6600);
        QVERIFY(output(kin, "score").find("the nearest of 12 dreams resonates at 34 of 100")
                != std::string::npos);
        const auto copy = scoreOf(R"({"library":12,"similar":[{"score":9700,"duplicate":true}]})");
        QVERIFY(copy.figures.at("score") < kin.figures.at("score")
                && kin.figures.at("score") < lonely.figures.at("score"));
        const json::value kinScore = jsonOf(kin, "score");
        for (const json::value &part : kinScore.at("parts").as_array()) {
            const bool isMeasured = part.at("name").as_string() == "originality";
            QCOMPARE(part.at("measured").as_bool(), isMeasured);
            QCOMPARE(part.as_object().contains("score"), isMeasured);
        }
        // what says nothing is like nothing else, and still not original
        const auto empty =
            jsonOf(runCapability("rank-items", {{"resonance", R"({"library":9,"similar":[]})"},
                                                {"clarity", R"({"nonsense":true,"overall":143})"}}),
                   "score");
        QCOMPARE(empty.at("score").as_int64(), 143);
        QCOMPARE(runCapability("rank-items", {}).refusal, std::string("rankitems.noResonance"));
    }

    void measuredPartsCount()
    {
        const auto result = runCapability(
            "rank-items", {{"resonance", R"({"library":1,"similar":[{"score":4000}]})"}},
            json::parse(R"({"traction":{"views":100,"likes":20,"comments":5},"contributors":3})")
                .as_object());
        // traction 10 + 30 + 15 = 55; collaboration 15 * 3 * log2(4) = 90; originality 60
        QCOMPARE(result.figures.at("score"), std::int64_t(std::lround((6000 + 5500 + 9000) / 3.0)));
    }

    void topsisByHand()
    {
        // the textbook's cars: price counts against, the rest for
        const auto params =
            json::parse(
                R"({"criteria":[{"name":"style","weight":1},{"name":"price","weight":3,"direction":"min"}],
            "options":[{"name":"A","values":{"style":3,"price":4}},{"name":"B","values":{"style":4,"price":3}}]})")
                .as_object();
        const auto ranking = jsonOf(runCapability("rank-items", {}, params), "ranking");
        QCOMPARE(ranking.at("items").at(0).at("name").as_string().c_str(), "B");
        QCOMPARE(ranking.at("items").at(0).at("score").as_int64(), 10000);  // best in both
        QCOMPARE(ranking.at("items").at(1).at("score").as_int64(), 0);
        const auto mixed = json::parse(R"({"criteria":[{"name":"x"},{"name":"y"}],
            "options":[{"name":"P","values":{"x":3,"y":0}},{"name":"Q","values":{"x":0,"y":4}},{"name":"R","values":{"x":3,"y":4}}]})")
                               .as_object();
        const auto order = jsonOf(runCapability("rank-items", {}, mixed), "ranking");
        // columns become 3/sqrt(18)/2 and 4/sqrt(32)/2, both 0.35355: P and Q lie half way
        QCOMPARE(order.at("items").at(0).at("name").as_string().c_str(), "R");
        QCOMPARE(order.at("items").at(1).at("score").as_int64(), 5000);
        QCOMPARE(order.at("items").at(2).at("score").as_int64(), 5000);
        QCOMPARE(
            runCapability("rank-items", {}, json::parse(R"({"options":[]})").as_object()).refusal,
            std::string("rankitems.noCriteria"));
        QCOMPARE(
            runCapability(
                "rank-items", {},
                json::parse(R"({"criteria":[{"name":"x"}],"options":[{"name":"A","values":{}}]})")
                    .as_object())
                .refusal,
            std::string("rankitems.missingValue"));
    }
};

QTEST_APPLESS_MAIN(TstScoreResonance)
#include "tst_scoreresonance.moc"
