// probe-endpoints and backup-files: what they refuse and where they end, and properties:
// chunks are the file again and forget an insertion, retention keeps what it must, and a worse sample
// never betters an endpoint.
#include "opscase.h"

#include "capabilities/base64.h"
#include "capabilities/chunking.h"
#include "crypto/hash.h"

#include <set>

using namespace testing;

namespace {

const std::string bad = "capability.badValue", missing = "capability.missing",
                  many = "capability.tooMany";

std::string refusal(std::string_view capability, const json::object &params)
{
    return runCapability(capability, {}, params).refusal;
}

std::string noise(std::uint64_t seed, std::size_t bytes)
{
    Draw draw(seed);
    std::string out;
    for (std::size_t i = 0; i < bytes; ++i)
        out += char(draw.below(256));
    return out;
}

json::object one(const char *list, const json::object &entry)
{
    return {{list, json::array{entry}}};
}

json::object with(json::object base, const json::object &more)
{
    for (const auto &member : more)
        base[member.key()] = member.value();
    return base;
}

const json::object sample{{"endpoint", "a"}, {"at", 100}, {"ok", true}};

std::string probe(const json::object &changed, const json::object &params = {})
{
    return refusal("probe-endpoints", with(params, one("samples", with(sample, changed))));
}

}  // namespace

class TstPreparedPlans : public QObject {
    Q_OBJECT

private slots:
    void chunksAreTheFileAgain()
    {
        const capabilities::ChunkSizes sizes{64, 256, 2048};
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            const std::string file = noise(seed, seed * seed * 3);
            std::string again;
            const auto chunks = capabilities::chunksOf(file, sizes);
            for (std::size_t i = 0; i < chunks.size(); ++i) {
                QVERIFY(chunks[i].size() <= sizes.most);
                QVERIFY(chunks[i].size() > sizes.least || i + 1 == chunks.size());
                again += chunks[i];
            }
            QVERIFY(again == file);
        }
        const std::string zeros(10'000, '\0');  // no border but the greatest size
        QCOMPARE(capabilities::chunksOf(zeros, sizes).front().size(), sizes.most);
    }

    void anInsertionIsForgotten()
    {
        const capabilities::ChunkSizes sizes{64, 256, 2048};
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            const std::string file = noise(seed, 40'000);
            std::string longer = file;
            longer.insert(20'000, "inserted");
            const auto before = capabilities::chunksOf(file, sizes);
            const std::set<std::string_view> known(before.begin(), before.end());
            std::size_t fresh = 0;
            for (const std::string_view chunk : capabilities::chunksOf(longer, sizes))
                fresh += !known.contains(chunk);
            QVERIFY2(fresh >= 1 && fresh <= 12, std::to_string(fresh).c_str());
        }
    }

    void retentionKeepsWhatItMust()
    {
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            Draw draw(seed);
            json::array snapshots;
            for (int i = draw.below(60) + 1; i > 0; --i)
                snapshots.push_back(
                    json::object{{"id", std::to_string(i)}, {"at", draw.below(200 * 86'400)}});
            const int days = draw.below(9);
            const json::object keep{
                {"last", 1}, {"daily", days}, {"weekly", 0}, {"monthly", 0}, {"yearly", 0}};
            const auto plan =
                answer("backup-files", {{"snapshots", snapshots}, {"keep", keep}}, "retention");
            QVERIFY(plan.at("snapshots").at(0).at("keep").as_bool());
            std::set<std::string> all, kept;
            for (const json::value &row : plan.at("snapshots").as_array()) {
                const std::string day(row.at("at").as_string().c_str(), 10);
                all.insert(day);
                if (row.at("keep").as_bool())  // the oldest may share its day
                    QVERIFY(kept.insert(day).second || days == 0
                            || &row == &plan.at("snapshots").as_array().back());
            }
            if (all.size() < std::size_t(days))
                QVERIFY(plan.at("snapshots").as_array().back().at("keep").as_bool());
            QCOMPARE(kept.size(),
                     std::max<std::size_t>(1, std::min(all.size(), std::size_t(days))));
            QCOMPARE(plan.at("keep").as_int64() + plan.at("forget").as_int64(),
                     std::int64_t(snapshots.size()));
        }
    }

    void theOldestStaysWhileACountIsLeft()  // restic's ApplyPolicy: val != b.Last || nr == len-1
    {
        json::array day;
        for (int i = 0; i < 3; ++i)
            day.push_back(json::object{{"id", std::to_string(i)}, {"at", i}});
        for (int days = 0; days < 3; ++days) {
            const json::object keep{{"daily", days}, {"weekly", 0}, {"monthly", 0}, {"yearly", 0}};
            const auto result =
                runCapability("backup-files", {}, {{"snapshots", day}, {"keep", keep}});
            QCOMPARE(jsonOf(result, "retention").at("keep").as_int64(), std::int64_t(days));
            QCOMPARE(result.labels.at("restore"), std::string("none"));  // nothing was practised
        }
    }

    void tooManyChunksAreRefused()
    {
        // the two bytes behind the least size that end a chunk at once, again and again
        std::string unit(18, 'a');
        for (int i = 0; i < 65'536; ++i) {
            const std::uint64_t hash = (capabilities::gearTable[std::size_t(i >> 8)] << 1)
                                       + capabilities::gearTable[std::size_t(i & 255)];
            unit[16] = char(i >> 8);
            unit[17] = char(i & 255);
            if (hash >> 56 == 0)
                break;
        }
        std::string file;
        for (int i = 0; i < 50'000; ++i)
            file += unit;
        json::object params{{"average", 64}};
        params["files"] =
            json::array{json::object{{"path", "a"}, {"base64", capabilities::base64(file)}}};
        QCOMPARE(refusal("backup-files", params), std::string());
        params["files"] =
            json::array{json::object{{"path", "a"}, {"base64", capabilities::base64(file + "b")}}};
        QCOMPARE(refusal("backup-files", params), many);
    }

    void backupsRefused()
    {
        const auto file = [](const json::object &entry, const json::object &params = {}) {
            return refusal("backup-files",
                           with(params, one("files", with({{"path", "a"}, {"text", "t"}}, entry))));
        };
        const auto snapshot = [](const json::object &entry, const json::object &params = {}) {
            return refusal("backup-files",
                           with(params, one("snapshots", with({{"id", "a"}, {"at", 1}}, entry))));
        };
        QCOMPARE(file({}), std::string());
        QCOMPARE(snapshot({}), std::string());
        QCOMPARE(refusal("backup-files", {}), missing);
        QCOMPARE(refusal("backup-files", one("files", {{"path", "a"}})), missing);
        QCOMPARE(file({{"path", nullptr}}), missing);
        const auto packed = [](const json::value &bytes, const json::object &params = {}) {
            return refusal("backup-files",
                           with(params, one("files", {{"path", "a"}, {"base64", bytes}})));
        };
        QCOMPARE(packed("Zg=="), std::string());
        QCOMPARE(packed("Zg"), bad);
        QCOMPARE(packed(nullptr), bad);
        QCOMPARE(file({{"base64", nullptr}}), bad);
        QCOMPARE(file({{"base64", "Zg=="}}), bad);
        for (const json::value &text : {json::value(nullptr), json::value(5)})
            QCOMPARE(file({{"text", text}}), bad);
        QCOMPARE(file({{"text", std::string((2u << 20) + 1, 'a')}}), many);
        QCOMPARE(refusal("backup-files", {{"files", json::array(5001, json::value(1))}}), many);
        QCOMPARE(file({}, {{"average", 63}}), bad);
        QCOMPARE(file({}, {{"average", 96}}), bad);
        QCOMPARE(file({}, {{"store", {"x"}}}), bad);
        QCOMPARE(file({}, {{"store", json::array(50'001, json::value("x"))}}), many);
        QCOMPARE(packed(json::string(capabilities::base64(noise(3, 2'000'000))), {{"average", 64}}),
                 std::string());
        QCOMPARE(file({{"text", std::string(2'000'000, 'a')}}, {{"average", 64}}), std::string());
        json::array halves;
        for (const char *path : {"a", "b"})
            halves.push_back(json::object{{"path", path}, {"text", std::string(1'100'000, 'a')}});
        QCOMPARE(refusal("backup-files", {{"files", halves}}), many);
        QCOMPARE(snapshot({{"id", nullptr}}), missing);
        QCOMPARE(snapshot({{"at", "soon"}}), bad);
        QCOMPARE(snapshot({}, {{"keep", 1}}), bad);
        QCOMPARE(snapshot({}, {{"keep", {{"daily", -1}}}}), bad);
        const json::object twice{{"id", "a"}, {"at", 1}};
        QCOMPARE(refusal("backup-files", {{"snapshots", json::array{twice, twice}}}), bad);
        QCOMPARE(refusal("backup-files", {{"snapshots", json::array(10'001, json::value(1))}}),
                 many);
    }

    void aWorseSampleNeverBettersAnEndpoint()
    {
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            Draw draw(seed);
            json::array samples;
            const int count = draw.below(60) + 1;
            for (int i = 0; i < count; ++i)
                samples.push_back(json::object{
                    {"endpoint", "a"}, {"at", 1000 + i * 60}, {"ok", draw.below(20) > 0}});
            const auto row = [&] {
                return answer("probe-endpoints", {{"samples", samples}}, "endpoints")
                    .at("endpoints")
                    .at(0);
            };
            const json::value before = row();
            samples[std::size_t(draw.below(count))].as_object()["ok"] = false;
            const json::value after = row();
            QVERIFY(after.at("availability").as_int64() <= before.at("availability").as_int64());
            QVERIFY(after.at("burn").as_int64() >= before.at("burn").as_int64());
            QVERIFY(after.at("budgetLeft").as_int64() <= before.at("budgetLeft").as_int64());
            QVERIFY(after.at("longestOutage").as_int64() >= before.at("longestOutage").as_int64());
            QVERIFY(after.at("alerts").as_array().size() >= before.at("alerts").as_array().size());
        }
    }

    void placesClashWithoutCaseAndAnswersFit()
    {
        json::array named{json::object{{"name", "a"}, {"url", "HTTPS://h/"}},
                          json::object{{"name", "b"}, {"url", "https://h:443/"}}};
        const auto found = answer(
            "probe-endpoints", with({{"endpoints", named}}, one("samples", sample)), "endpoints");
        QCOMPARE(found.at("clashes").as_array().size(), std::size_t(1));
        json::array samples;
        for (int i = 0; i < 1000; ++i)
            samples.push_back(
                with(sample,
                     {{"endpoint", std::to_string(1000 + i) + std::string(196, '"')}, {"ms", 1}}));
        const auto result = runCapability("probe-endpoints", {}, {{"samples", samples}});
        QVERIFY(output(result, "endpoints").size()
                <= capabilities::find("probe-endpoints")->outputBytesMax);
    }

    void probesRefused()
    {
        QCOMPARE(probe({}), std::string());
        QCOMPARE(refusal("probe-endpoints", {}), missing);
        QCOMPARE(probe({{"endpoint", nullptr}}), missing);
        QCOMPARE(probe({{"at", nullptr}}), missing);
        QCOMPARE(probe({{"ok", 1}}), bad);
        QCOMPARE(probe({{"ms", -2}}), bad);
        QCOMPARE(refusal("probe-endpoints", one("samples", {{"endpoint", "a"}, {"at", 1}})),
                 missing);
        QCOMPARE(refusal("probe-endpoints",
                         one("samples", {{"endpoint", "a"}, {"at", 1}, {"status", 600}})),
                 bad);
        QCOMPARE(refusal("probe-endpoints", {{"samples", json::array(50'001, json::value(1))}}),
                 many);
        QCOMPARE(probe({}, {{"now", 99}}), bad);
        QCOMPARE(probe({}, {{"slowMs", -2}}), bad);
        QCOMPARE(probe({}, {{"days", 0}}), bad);
        QCOMPARE(probe({}, {{"certificateDays", -1}}), bad);
        QCOMPARE(probe({}, {{"flapHigh", 0}}), bad);
        QCOMPARE(probe({}, {{"objective", 1}}), bad);
        QCOMPARE(probe({}, {{"objective", "0.9999999"}}), bad);
        const json::object named{{"name", "a"}, {"url", "http://h.example"}};
        QCOMPARE(probe({}, {{"endpoints", json::array{named, named}}}), bad);
        QCOMPARE(probe({}, one("endpoints", {{"name", "a"}})), missing);
        QCOMPARE(probe({}, {{"endpoints", json::array(1001, json::value(named))}}), many);
        QCOMPARE(probe({}, one("certificates", {{"endpoint", "a"}})), missing);
        json::array wide;
        for (int i = 0; i < 1001; ++i)
            wide.push_back(with(sample, {{"endpoint", std::to_string(i)}}));
        QCOMPARE(refusal("probe-endpoints", {{"samples", wide}}), many);
    }

    void promises()
    {
        checkPromises("probe-endpoints", {{"samples", json::serialize(json::array{sample})}});
        checkPromises("backup-files", {{"snapshots", "[{\"id\":\"a\",\"at\":1}]"}});
    }
};

QTEST_GUILESS_MAIN(TstPreparedPlans)
#include "tst_preparedplans.moc"
