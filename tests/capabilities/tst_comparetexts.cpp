// compare-texts: fingerprints, redlines, groups, and the sketches below them.
#include "runcapability.h"

#include "capabilities/worddiff.h"
#include "text/document.h"
#include "text/fingerprint.h"

#include <QFile>

#include <algorithm>
#include <set>

using namespace testing;

namespace {

const std::string note =
    "# Tool library in the boiler house\n\nThe old boiler house stands empty. We could lend drills, saws and ladders there to all "
    "neighbours. Booking by a list on the door, the key with the caretaker on Thursday evenings. Insurance is still open. Anna asks "
    "the housing office, Karim counts the shelves. First evening in May, with soup.";
const std::string related =
    "Lending things in our street\n\nMany own a drill that is used for ten minutes a year. A shelf in the laundry room, a booking "
    "list and somebody with a key would do. The caretaker is in favour. Open: who pays when a saw breaks?";

text::MinHash sketchOf(std::size_t from, std::size_t to)
{
    std::vector<std::uint64_t> elements;
    for (std::size_t i = from; i < to; ++i)
        elements.push_back(text::mixed(i * 77 + 5));
    return text::minhash(elements);
}

std::string fingerprint(const std::string &words)
{
    return output(runCapability("compare-texts", {{"text", words}}), "fingerprint");
}

int alike(const std::string &a, const std::string &b)
{
    return text::similarity(text::fingerprintOf(*text::analyse(a)).minhash,
                            text::fingerprintOf(*text::analyse(b)).minhash);
}

// The right text rebuilt from the left one and the hunks.
std::string patched(const std::string &left, const std::string &right, const json::value &redline)
{
    std::string out;
    std::size_t at = 0;
    for (const json::value &hunk : redline.at("hunks").as_array()) {
        const auto start = std::size_t(hunk.at("left").at("start").as_int64());
        out += left.substr(at, start - at);
        out += right.substr(std::size_t(hunk.at("right").at("start").as_int64()),
                            std::size_t(hunk.at("right").at("length").as_int64()));
        at = start + std::size_t(hunk.at("left").at("length").as_int64());
    }
    return out + left.substr(at);
}

std::string squeezed(std::string words)
{
    std::erase_if(words, [](char c) { return c == ' ' || c == '\n'; });
    return words;
}

// Length of a longest common subsequence, the slow way.
std::size_t longestCommon(const std::vector<std::uint32_t> &a, const std::vector<std::uint32_t> &b)
{
    std::vector<std::size_t> row(b.size() + 1, 0);
    for (const std::uint32_t symbol : a) {
        std::size_t diagonal = 0;
        for (std::size_t k = 0; k < b.size(); ++k) {
            const std::size_t above = row[k + 1];
            row[k + 1] = symbol == b[k] ? diagonal + 1 : std::max(row[k + 1], row[k]);
            diagonal = above;
        }
    }
    return row.back();
}

}  // namespace

class TstCompareTexts : public QObject {
    Q_OBJECT

private slots:
    void minHashEstimatesJaccard()
    {
        // sets that share a known part: the mean error over many pairs must vanish, one error stay small
        double bias = 0, worst = 0;
        int pairs = 0;
        for (std::size_t size : {8, 40, 100, 700}) {
            for (std::size_t shift = 0; shift <= size;
                 shift += std::max<std::size_t>(1, size / 20)) {
                const std::size_t base = size * 1000 + shift * 7;
                const double exact = double(size - shift) / double(size + shift);
                const double estimate =
                    text::similarity(sketchOf(base, base + size),
                                     sketchOf(base + shift, base + shift + size))
                    / 10000.0;
                bias += estimate - exact;
                worst = std::max(worst, std::abs(estimate - exact));
                ++pairs;
            }
        }
        QVERIFY2(std::abs(bias / pairs) < 0.02, qPrintable(QString::number(bias / pairs)));
        QVERIFY2(worst < 0.22,
                 qPrintable(QString::number(worst)));  // 3.5 standard errors of 64 values
    }

    void minHashOfNothing()
    {
        const text::MinHash empty = text::minhash({});
        QVERIFY(text::isEmpty(empty));
        QCOMPARE(text::similarity(empty, empty), 0);
        const std::uint64_t one[] = {42, 42, 42};
        QCOMPARE(text::similarity(text::minhash(one), text::minhash(std::span(one).first(1))),
                 10000);
    }

    void simHashFollowsTheMajority()
    {
        using Feature = std::pair<std::uint64_t, std::uint32_t>;
        const Feature features[] = {{0b1100, 1}, {0b1010, 1}, {0b1001, 1}};
        QCOMPARE(text::simhash(features), std::uint64_t(0b1000));
        const Feature heavy[] = {{0b1100, 1}, {0b1010, 1}, {0b0011, 5}};
        QCOMPARE(text::simhash(heavy), std::uint64_t(0b0011));
    }

    void fingerprintHoldsTheText()
    {
        const auto print = jsonOf(runCapability("compare-texts", {{"text", note}}), "fingerprint");
        QCOMPARE(print.at("bytes").as_int64(), std::int64_t(note.size()));
        QCOMPARE(print.at("language").as_string().c_str(), "en");
        QCOMPARE(print.at("minhash").as_array().size(), std::size_t(64));
        QCOMPARE(print.at("simhash").as_string().size(), std::size_t(16));
        std::string before;
        for (const json::value &entry : print.at("stems").as_array()) {
            QVERIFY(before < entry.at(0).as_string().c_str());
            before = entry.at(0).as_string().c_str();
        }
        QVERIFY(fingerprint(note).find("[\"caretak\",1,\"caretaker\"]") != std::string::npos);
        // reading it back gives the same
        const auto read = text::fingerprintFrom(print.as_object());
        QVERIFY(read.has_value());
        const auto made = text::fingerprintOf(*text::analyse(note));
        QVERIFY(read->minhash == made.minhash && read->simhash == made.simhash
                && read->stems.size() == made.stems.size());
    }

    void copiesAreFoundAndKinIsNot()
    {
        std::string edited = note;
        edited.replace(edited.find("Thursday"), 8, "Wednesday");
        edited.replace(edited.find("with soup"), 9, "with cake");
        QVERIFY(alike(note, edited) >= text::nearCopySimilarity);
        QVERIFY(alike(note, related) < text::nearCopySimilarity);
        QCOMPARE(alike(note, note), 10000);
    }

    // Every marked pair of the dev corpus: copies above the threshold, look-alikes below.
    void thresholdPartsTheCorpus()
    {
        QFile file(QStringLiteral(DREAM_SOURCE_DIR "/tests/exam/dev.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::map<std::string, std::string> texts;
        std::vector<std::tuple<std::string, std::string, bool>> pairs;
        while (!file.atEnd()) {
            const json::object entry = json::parse(file.readLine().toStdString()).as_object();
            const std::string id = entry.at("id").as_string().c_str();
            texts[id] = entry.at("text").as_string().c_str();
            if (entry.contains("nearCopyOf"))
                pairs.emplace_back(id, entry.at("nearCopyOf").as_string().c_str(), true);
            if (entry.contains("notCopyOf"))
                pairs.emplace_back(id, entry.at("notCopyOf").as_string().c_str(), false);
        }
        QVERIFY(pairs.size() >= 20);
        int copies = 0, found = 0, strangers = 0, falseAlarms = 0;
        for (const auto &[a, b, isCopy] : pairs) {
            const int similarity = alike(texts[a], texts[b]);
            const bool isCalled = similarity >= text::nearCopySimilarity;
            copies += isCopy;
            found += isCopy && isCalled;
            strangers += !isCopy;
            falseAlarms += !isCopy && isCalled;
            if (isCopy != isCalled)
                qInfo("%s %s: %d", a.c_str(), b.c_str(), similarity);
        }
        qInfo("near copies found %d of %d, false alarms %d of %d", found, copies, falseAlarms,
              strangers);
        QVERIFY(found * 10 >= copies * 9);
        QVERIFY(falseAlarms * 20 <= strangers);
    }

    void redlineByHand()
    {
        const auto redline = jsonOf(
            runCapability("compare-texts", {{"left", "The red bicycle stood there."},
                                            {"right", "The blue bicycle stood there, wet."}}),
            "redline");
        const auto &hunks = redline.at("hunks").as_array();
        QCOMPARE(hunks.size(), std::size_t(2));
        QCOMPARE(hunks[0].at("removed").as_string().c_str(), "red");
        QCOMPARE(hunks[0].at("added").as_string().c_str(), "blue");
        QCOMPARE(hunks[1].at("op").as_string().c_str(), "insert");
        QCOMPARE(redline.at("similarity").as_int64(), std::int64_t(10000 * 2 * 5 / 14));
        const auto same =
            jsonOf(runCapability("compare-texts", {{"left", note}, {"right", note}}), "redline");
        QVERIFY(same.at("hunks").as_array().empty());
        QCOMPARE(same.at("similarity").as_int64(), 10000);
    }

    void redlineRebuildsTheOtherText()
    {
        for (std::uint64_t seed = 1; seed < 80; ++seed) {
            const std::string left = randomText(seed, 40 + seed),
                              right = randomText(seed + 1 + seed % 3, 30 + seed * 2);
            const auto redline = jsonOf(
                runCapability("compare-texts", {{"left", left}, {"right", right}}), "redline");
            if (redline.at("hunksTotal").as_int64() < 2000)
                QCOMPARE(squeezed(patched(left, right, redline)), squeezed(right));
        }
    }

    void diffIsShortest()
    {
        for (std::uint64_t seed = 1; seed < 200; ++seed) {
            std::vector<std::uint32_t> a, b;
            std::uint64_t state = seed;
            for (std::size_t i = 0; i < 60; ++i) {
                state = state * 6364136223846793005ull + 1442695040888963407ull;
                (i % 2 ? a : b).push_back(std::uint32_t(state >> 40) % (2 + seed % 9));
            }
            const auto diff = capabilities::diffSymbols(a, b, {});
            QCOMPARE(std::size_t(diff.equalCount), longestCommon(a, b));
        }
    }

    void groupsGatherCopies()
    {
        std::string edited = note;
        edited.replace(edited.find("Anna"), 4, "Olga");
        const auto groups = jsonOf(
            runCapability(
                "compare-texts",
                {{"fingerprint", fingerprint(related)},
                 {"fingerprint", fingerprint(note)},
                 {"fingerprint",
                  fingerprint("Something else entirely, about whales and the tide at night.")},
                 {"fingerprint", fingerprint(edited)}}),
            "groups");
        QCOMPARE(json::serialize(groups.at("groups").at(0).at("members")), std::string("[1,3]"));
        QCOMPARE(groups.at("groups").as_array().size(), std::size_t(1));
        QCOMPARE(runCapability("compare-texts", {{"fingerprint", "{}"}}).refusal,
                 std::string("comparetexts.badFingerprint"));
        QCOMPARE(runCapability("compare-texts", {}).refusal, std::string("comparetexts.noInput"));
    }

    void promises()
    {
        checkPromises("compare-texts", {});
        QVERIFY(runCapability("compare-texts",
                              {{"left", randomText(1, 9000)}, {"right", randomText(2, 9000)}}, {},
                              1, stopped())
                    .isStopped);
    }
};

QTEST_APPLESS_MAIN(TstCompareTexts)
#include "tst_comparetexts.moc"
