// Data Integrity against the specification's own eddsa-jcs-2022 vector (tests/vectors), byte by
// byte, and the passport as a credential: what is not exactly one is refused.
#include "crypto/credential.h"
#include "crypto/did.h"
#include "crypto/integrity.h"
#include "crypto/jcs.h"
#include "vectors.h"

#include <QTest>

#include <boost/json.hpp>

using namespace crypto;
namespace json = boost::json;

namespace {

std::string specification()
{
    QFile file(QStringLiteral(DREAM_SOURCE_DIR "/tests/vectors/eddsa_jcs_2022.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

PassportCredential passport()
{
    PassportCredential passport;
    passport.id = "urn:dreamscope:passport:0123456789abc";
    passport.subject = didKey(KeyPair{SecretKey(sha256("holder").bytes)}.publicKey());
    passport.level = "citizen";
    passport.name = "Ada \"the\" Löwe";
    passport.domain = "ada.dream";
    passport.validFrom = "2026-01-01T00:00:00Z";
    passport.validUntil = "2027-01-01T00:00:00Z";
    passport.achievements = {{"firstDream", "2025-12-24T08:00:00Z", std::string(64, 'a')},
                             {"tenDreams", "2025-12-31T08:00:00Z", std::string(64, 'b')}};
    return passport;
}

}  // namespace

class TestCredential : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(init()); }
    void theirsVerifies();
    void oursIsTheirs();
    void everyChangeIsFound();
    void whatIsNotUnderstood();
    void passportRoundTrip();
    void passportRefuses();
};

void TestCredential::theirsVerifies()
{
    const json::object document = readJson(specification()).value().as_object();
    const auto key = verifyDocument(document);
    QVERIFY(key);
    QCOMPARE(didKey(*key), "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");
}

void TestCredential::oursIsTheirs()
{
    json::object document = readJson(specification()).value().as_object();
    const json::value proof = document["proof"];
    document.erase("proof");
    // privateKeyMultibase of the specification's key pair: 0x8026 and the seed
    const std::string secret =
        fromMultibase("z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq").value();
    QVERIFY(secret.starts_with("\x80\x26"));
    const KeyPair key{SecretKey(vectors::array<32>(secret.substr(2)))};
    const auto proved = signDocument(document, key, "2023-02-24T23:36:38Z");
    QVERIFY(proved);
    QVERIFY(proved->at("proof") == proof);
    QVERIFY(!signDocument(*proved, key, "2023-02-24T23:36:38Z"));
}

void TestCredential::everyChangeIsFound()
{
    const std::string text = jcs(*readJson(specification())).value();
    QVERIFY(verifyDocument(readJson(text)->as_object()));
    int read = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const int flip : {1, 2, 32}) {
            std::string changed = text;
            changed[at] = static_cast<char>(changed[at] ^ flip);
            const auto value = readJson(changed);
            if (!value || !value->is_object())
                continue;
            ++read;
            QVERIFY2(!verifyDocument(value->as_object()), changed.c_str());
        }
    }
    QVERIFY(read > 1000);
}

void TestCredential::whatIsNotUnderstood()
{
    const KeyPair key{SecretKey(sha256("issuer").bytes)};
    const json::object document{{"a", 1}};
    const auto proved = signDocument(document, key, "2026-01-01T00:00:00Z");
    QVERIFY(verifyDocument(*proved) == key.publicKey());
    QVERIFY(!verifyDocument(*proved, "authentication"));
    for (const char *member : {"expires", "challenge", "domain", "previousProof", "x"}) {
        json::object changed = *proved;
        changed["proof"].as_object()[member] = "2026-01-01T00:00:00Z";
        QVERIFY2(!verifyDocument(changed), member);
    }
    json::object more = *proved;
    more["@context"] = "https://www.w3.org/ns/credentials/v2";
    QVERIFY(!verifyDocument(more));
    more = *proved;
    more["proof"] = json::array{proved->at("proof")};
    QVERIFY(!verifyDocument(more));
    QVERIFY(!verifyDocument(document));
}

void TestCredential::passportRoundTrip()
{
    const KeyPair issuer{SecretKey(sha256("issuer").bytes)};
    const auto text = writePassport(passport(), issuer);
    QVERIFY(text);
    const auto read = readPassport(*text);
    QVERIFY(read);
    QVERIFY(read->passport == passport());
    QVERIFY(read->issuer == issuer.publicKey());
    const json::object document = readJson(*text)->as_object();
    QVERIFY(document.at("termsOfUse").at("locked").as_bool());
    QVERIFY(document.at("type").at(0) == "VerifiableCredential");
    QVERIFY(document.at("@context").at(0) == "https://www.w3.org/ns/credentials/v2");
}

void TestCredential::passportRefuses()
{
    const KeyPair issuer{SecretKey(sha256("issuer").bytes)};
    const auto isWritten = [&](const auto &change) {
        PassportCredential other = passport();
        change(other);
        return writePassport(other, issuer).has_value();
    };
    QVERIFY(isWritten([](auto &p) { p.validUntil.clear(); }));
    QVERIFY(!isWritten([](auto &p) { p.level = "god"; }));
    QVERIFY(!isWritten([](auto &p) { p.subject = "Ada"; }));
    QVERIFY(!isWritten([](auto &p) { p.validFrom = "yesterday"; }));
    QVERIFY(!isWritten([](auto &p) { p.validUntil = "2025-01-01T00:00:00Z"; }));
    QVERIFY(!isWritten([](auto &p) { p.achievements[0].receipt = "none"; }));
    QVERIFY(!isWritten([](auto &p) { p.achievements.resize(300, p.achievements[0]); }));
    QVERIFY(!isWritten([](auto &p) { p.name = "\xff"; }));
    // rightly signed by the issuer, but unlocked, issued in another's name, or with more in it
    const auto isRead = [&](const auto &change) {
        json::object document = readJson(*writePassport(passport(), issuer))->as_object();
        document.erase("proof");
        change(document);
        const auto proved = signDocument(document, issuer, "2026-01-01T00:00:00Z");
        return readPassport(*jcs(*proved)).has_value();
    };
    QVERIFY(isRead([](auto &) {}));
    QVERIFY(!isRead([](auto &d) { d["termsOfUse"].as_object()["locked"] = false; }));
    QVERIFY(!isRead([](auto &d) { d.erase("termsOfUse"); }));
    QVERIFY(!isRead(
        [](auto &d) { d["issuer"] = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"; }));
    QVERIFY(!isRead([](auto &d) { d["credentialSubject"].as_object()["trust"] = 100; }));
    QVERIFY(!isRead([](auto &d) { d["credentialSubject"].as_object()["level"] = "owner"; }));
    QVERIFY(!isRead([](auto &d) { d["credentialSubject"].as_object()["achievements"] = 1; }));
    for (const char *text : {"", "{}", "[]", "null", "{\"proof\":{}}"})
        QVERIFY(!readPassport(text));
}

QTEST_APPLESS_MAIN(TestCredential)
#include "tst_credential.moc"
