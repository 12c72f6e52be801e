// probe-endpoints, backup-files and mint-token: what they refuse and where they end, and properties:
// chunks are the file again and forget an insertion, retention keeps what it must, a worse sample
// never betters an endpoint, and only the owner's wallet signs a voucher.
#include "opscase.h"

#include "capabilities/base64.h"
#include "capabilities/chunking.h"
#include "crypto/hash.h"
#include "crypto/wallet.h"

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

const char *const contract = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";

json::object token(const std::string &owner)
{
    return {
        {"name", "n"}, {"content", "c"}, {"owner", owner}, {"contract", contract}, {"chainId", 1}};
}

std::string mint(const json::object &changed, const json::object &params = {})
{
    return refusal("mint-token", with(params, {{"token", with(token(contract), changed)}}));
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
                if (row.at("keep").as_bool())
                    QVERIFY(kept.insert(day).second || days == 0);
            }
            QCOMPARE(kept.size(),
                     std::max<std::size_t>(1, std::min(all.size(), std::size_t(days))));
            QCOMPARE(plan.at("keep").as_int64() + plan.at("forget").as_int64(),
                     std::int64_t(snapshots.size()));
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
        QCOMPARE(file({{"base64", "Zg"}}), bad);
        QCOMPARE(file({{"text", std::string((2u << 20) + 1, 'a')}}), many);
        QCOMPARE(refusal("backup-files", {{"files", json::array(5001, json::value(1))}}), many);
        QCOMPARE(file({}, {{"average", 63}}), bad);
        QCOMPARE(file({}, {{"average", 96}}), bad);
        QCOMPARE(file({}, {{"store", {"x"}}}), bad);
        QCOMPARE(file({}, {{"store", json::array(50'001, json::value("x"))}}), many);
        QCOMPARE(file({{"base64", capabilities::base64(noise(3, 2'000'000))}}, {{"average", 64}}),
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

    void onlyTheOwnersWalletSigns()
    {
        std::optional<crypto::WalletKey> keys[2];
        for (std::uint8_t i = 0; i < 2; ++i) {
            std::array<std::uint8_t, 32> secret{};
            secret[31] = std::uint8_t(i + 1);
            keys[i] = crypto::WalletKey::fromSecret(crypto::SecretKey(secret));
        }
        json::object params{{"token", token(keys[0]->address().text())}};
        const auto asked = answer("mint-token", params, "token");
        const auto digest =
            crypto::Digest::fromHex(std::string_view(asked.at("digest").as_string()).substr(2));
        for (int i = 0; i < 2; ++i) {
            params["signature"] = keys[i]->sign(*digest).hex();
            QCOMPARE(answer("mint-token", params, "token").at("signature").as_string() == "valid",
                     i == 0);
        }
        params["signature"] = keys[0]->sign(*digest).hex();
        for (const char *member : {"nonce", "chainId"}) {
            json::object other = params;
            other["token"].as_object()[member] = 5;
            QVERIFY(answer("mint-token", other, "token").at("signature").as_string() == "invalid");
        }
    }

    void sharesAddUp()
    {
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            Draw draw(seed);
            const std::int64_t price = draw.below(1'000'000), points = draw.below(10'001);
            json::array shares;
            for (int i = draw.below(9) + 1; i > 0; --i)
                shares.push_back(json::object{{"to", contract}, {"weight", draw.below(50) + 1}});
            json::object given = token(contract);
            given["royalty"] = json::object{{"receiver", contract}, {"basisPoints", points}};
            const auto sale =
                answer("mint-token",
                       {{"token", given}, {"sale", {{"price", price}, {"shares", shares}}}},
                       "token")
                    .at("sale");
            std::int64_t sum = 0;
            for (const json::value &share : sale.at("shares").as_array())
                sum += std::stoll(share.at("amount").as_string().c_str());
            QCOMPARE(sum, price * points / 10'000);
        }
    }

    void tokensRefused()
    {
        const std::string zero = "0x" + std::string(40, '0');
        QCOMPARE(mint({}), std::string());
        QCOMPARE(refusal("mint-token", {}), missing);
        QCOMPARE(refusal("mint-token", {{"token", 1}}), bad);
        for (const char *member : {"name", "content", "owner", "contract", "chainId"}) {
            json::object less = token(contract);
            less.erase(member);
            QCOMPARE(refusal("mint-token", {{"token", less}}), missing);
        }
        QCOMPARE(mint({{"owner", "0x12"}}), bad);
        QCOMPARE(mint({{"owner", zero}}), bad);
        QCOMPARE(mint({{"chainId", 0}}), bad);
        QCOMPARE(mint({{"chainId", std::int64_t(1) << 53}}), bad);
        QCOMPARE(mint({{"nonce", -1}}), bad);
        QCOMPARE(mint({{"name", "\xff"}}), bad);
        QCOMPARE(mint({{"description", std::string(5001, 'a')}}), many);
        QCOMPARE(mint({{"image", "no uri"}}), bad);
        QCOMPARE(mint({{"uri", "no uri"}}), bad);
        QCOMPARE(mint({{"content", nullptr}}), missing);
        json::object digested = token(contract);
        digested.erase("content");
        digested["sha256"] = "12";
        QCOMPARE(refusal("mint-token", {{"token", digested}}), bad);
        QCOMPARE(mint({{"royalty", {{"receiver", contract}, {"basisPoints", 10'001}}}}), bad);
        QCOMPARE(mint(one("attributes", {{"trait_type", "a"}})), missing);
        QCOMPARE(mint(one("attributes", {{"value", "a"}})), missing);
        QCOMPARE(mint(one("attributes", {{"trait_type", "a"}, {"value", 1.5}})), bad);
        QCOMPARE(mint({{"attributes", json::array(101, json::value(1))}}), many);
        QCOMPARE(mint({}, {{"events", 1}}), bad);
        QCOMPARE(mint({}, {{"events", json::array(20'001, json::value(1))}}), many);
        QCOMPARE(mint({}, one("events", {{"tokenId", "x"}, {"from", "y"}, {"to", contract}})), bad);
        QCOMPARE(mint({}, {{"sale", {{"price", "-1"}}}}), bad);
        QCOMPARE(mint({}, {{"sale", {{"price", 1}, {"shares", json::array(101, json::value(1))}}}}),
                 many);
        QCOMPARE(mint({}, {{"signature", "0x12"}}), bad);
    }

    void promises()
    {
        checkPromises("probe-endpoints", {{"samples", json::serialize(json::array{sample})}});
        checkPromises("backup-files", {{"snapshots", "[{\"id\":\"a\",\"at\":1}]"}});
        checkPromises("mint-token", {{"token", json::serialize(token(contract))}});
    }
};

QTEST_GUILESS_MAIN(TstPreparedPlans)
#include "tst_preparedplans.moc"
