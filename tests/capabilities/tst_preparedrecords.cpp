// sign-record: what it refuses, whose signature counts, and that no letter of a signed record can
// change.
#include "opscase.h"

#include "crypto/did.h"
#include "crypto/hexbytes.h"
#include "crypto/integrity.h"
#include "crypto/jcs.h"

using namespace testing;

namespace {

std::string refusal(const json::object &params, const Inputs &inputs = {})
{
    return runCapability("sign-record", inputs, params).refusal;
}

std::string state(const json::object &params)
{
    return answer("sign-record", params, "record").at("state").as_string().c_str();
}

}  // namespace

class TstPreparedRecords : public QObject {
    Q_OBJECT

private slots:
    void noLetterOfASignedRecordMayChange()
    {
        const crypto::KeyPair pair{crypto::SecretKey()};
        const json::object record{{"b", "two"}, {"a", 1}, {"c", json::array{1.5, nullptr}}};
        const std::string bytes = *crypto::jcs(record);
        json::object params{{"record", record},
                            {"key", pair.publicKey().hex()},
                            {"signature", pair.sign(bytes).hex()}};
        QCOMPARE(state(params), std::string("valid"));
        params["key"] = crypto::didKey(pair.publicKey());
        QCOMPARE(state(params), std::string("valid"));
        params.erase("record");
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            std::string bent = bytes;
            bent[at] = char(bent[at] ^ 1);
            const auto result = runCapability("sign-record", {{"record", bent}}, params);
            QVERIFY(!result.refusal.empty() || result.labels.at("state") == "invalid");
        }
    }

    void aProofMadeElsewhereIsPutTogether()
    {
        const crypto::KeyPair pair{crypto::SecretKey()};
        const std::string created = "2026-03-01T12:00:00Z";
        json::object params{{"record", {{"@context", "https://x.example/1"}, {"a", 1}}},
                            {"key", pair.publicKey().hex()},
                            {"created", created}};
        const auto asked = answer("sign-record", params, "record");
        QVERIFY(asked.at("state").as_string() == "unsigned");
        const auto proved = crypto::signDocument(params.at("record").as_object(), pair, created);
        const auto value =
            crypto::fromMultibase(proved->at("proof").at("proofValue").as_string().c_str());
        params["signature"] = crypto::hexOf(crypto::bytesOf(*value));
        const auto result = runCapability("sign-record", {}, params);
        QCOMPARE(output(result, "proved"), *crypto::jcs(*proved));
        QVERIFY(output(runCapability("sign-record", {}, {{"record", *proved}}), "proved").empty());
    }

    void theKeyAskedForIsTheOneThatMustHaveSigned()
    {
        std::array<std::uint8_t, 32> secret{};
        secret[31] = 1;
        const crypto::KeyPair pair{crypto::SecretKey()}, other{crypto::SecretKey(secret)};
        const json::object record{{"a", 1}};
        const std::string bytes = *crypto::jcs(record), ours = pair.publicKey().hex(),
                          theirs = other.publicKey().hex();
        const auto judged = [](const json::object &text, const json::object &params) {
            return jsonOf(runCapability("sign-record", {{"text", json::serialize(text)}}, params),
                          "record");
        };
        const json::object said{
            {"record", record}, {"key", theirs}, {"signature", other.sign(bytes).hex()}};
        QVERIFY(judged(said, {}).at("state") == "valid");
        QVERIFY(judged(said, {{"key", nullptr}}).at("state") == "valid");
        QVERIFY(judged(said, {{"key", ours}}).at("state") == "invalid");
        QVERIFY(judged(said, {{"key", ours}, {"signature", pair.sign(bytes).hex()}}).at("state")
                == "valid");
        const auto proved = crypto::signDocument(record, other, "2026-03-01T12:00:00Z");
        QVERIFY(judged(*proved, {{"key", theirs}}).at("state") == "valid");
        const auto byAnother = judged(*proved, {{"key", ours}, {"keys", {ours}}});
        QVERIFY(byAnother.at("state") == "invalid" && byAnother.at("signer") == "nobody");
        // who is named but has not signed is not known
        QVERIFY(judged(said, {{"key", ours}, {"keys", {ours}}}).at("signer") == "nobody");
        QVERIFY(judged(record, {{"key", ours}, {"keys", {ours}}}).at("signer") == "nobody");
        QVERIFY(judged(said, {{"keys", {theirs}}}).at("signer") == "known");
        QVERIFY(judged(said, {{"keys", {ours}}}).at("signer") == "stranger");
    }

    void aLargeContextHasRoom()
    {
        const crypto::KeyPair pair{crypto::SecretKey()};
        const std::string created = "2026-03-01T12:00:00Z";
        json::object params{{"record", {{"@context", std::string(520'000, '"')}}},
                            {"key", pair.publicKey().hex()},
                            {"created", created}};
        const auto proved = crypto::signDocument(params.at("record").as_object(), pair, created);
        const auto value =
            crypto::fromMultibase(proved->at("proof").at("proofValue").as_string().c_str());
        params["signature"] = crypto::hexOf(crypto::bytesOf(*value));
        const auto result = runCapability("sign-record", {}, params);
        QCOMPARE(result.labels.at("state"), std::string("valid"));
        std::size_t bytes = 0;
        for (const capabilities::Artefact &artefact : result.outputs)
            bytes += artefact.bytes.size();
        QVERIFY(bytes > 4u << 20 && bytes <= capabilities::find("sign-record")->outputBytesMax);
    }

    void recordsRefused()
    {
        const std::string bad = "capability.badValue", missing = "capability.missing",
                          many = "capability.tooMany";
        const json::object record{{"a", 1}};
        const std::string key(64, '1'), signature(128, '1');
        QCOMPARE(refusal({}), missing);
        QCOMPARE(refusal({{"record", 1}}), bad);
        QCOMPARE(refusal({}, {{"record", "{\"a\":1,\"a\":1}"}}), bad);
        QCOMPARE(refusal({}, {{"text", "{\"a\":1,\"a\":1}"}}), bad);
        QCOMPARE(refusal({{"record", {{"a", "\xff"}}}}), bad);
        QCOMPARE(refusal({{"record", record}, {"key", "z"}}), bad);
        QCOMPARE(refusal({{"record", record}, {"key", key}, {"signature", "12"}}), bad);
        QCOMPARE(refusal({{"record", record}, {"signature", signature}}), missing);
        for (const char *created : {"2026-03-01", "2026-13-01T12:00:00Z", "2026-03-01 12:00:00Z"})
            QCOMPARE(refusal({{"record", record}, {"key", key}, {"created", created}}), bad);
        QCOMPARE(refusal({{"record", {{"proof", 1}}}, {"key", key}, {"signature", signature}}),
                 bad);
        QCOMPARE(refusal({{"record", record}, {"keys", {"x"}}}), bad);
        json::array keys(101, json::value(key));
        QCOMPARE(refusal({{"record", record}, {"keys", keys}}), many);
        json::object large;
        for (int i = 0; i < 1001; ++i)
            large[std::to_string(i)] = i;
        QCOMPARE(refusal({{"record", large}}), many);
    }

    void promises() { checkPromises("sign-record", {{"record", "{\"a\":1}"}}); }
};

QTEST_GUILESS_MAIN(TstPreparedRecords)
#include "tst_preparedrecords.moc"
