// Sign-In with Ethereum: the corpus published with the reference implementation (tests/vectors),
// every verdict seen once, and edits of a good message that must not read.
#include "crypto/signin.h"
#include "vectors.h"

#include <QTest>

using namespace crypto;

namespace {

std::string str(const QJsonValue &value)
{
    return value.toString().toStdString();
}

SignIn messageOf(const QJsonValue &row)
{
    const auto optional = [&](const char *name) {
        const QJsonValue value = row[QLatin1String(name)];
        return value.isString() ? std::optional(str(value)) : std::nullopt;
    };
    SignIn message;
    message.scheme = optional("scheme");
    message.domain = str(row[u"domain"]);
    message.address = Address::fromText(str(row[u"address"])).value_or(Address{});
    message.statement = optional("statement");
    message.uri = str(row[u"uri"]);
    message.chainId = std::uint64_t(row[u"chainId"].toDouble());
    message.nonce = str(row[u"nonce"]);
    message.issuedAt = str(row[u"issuedAt"]);
    message.expirationTime = optional("expirationTime");
    message.notBefore = optional("notBefore");
    message.requestId = optional("requestId");
    if (row[u"resources"].isArray()) {
        message.resources.emplace();
        for (const QJsonValue one : row[u"resources"].toArray())
            message.resources->push_back(str(one));
    }
    return message;
}

}  // namespace

class TestSignIn : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(init());
        m_file = vectors::read("signin.json");
        QCOMPARE(m_file[u"good"].toArray().size(), 19);
        QCOMPARE(m_file[u"bad"].toArray().size(), 29);
    }
    void good();
    void bad();
    void verified();
    void refused();
    void everyVerdict();
    void everyEdit();
    void times();

private:
    QJsonObject m_file;
};

void TestSignIn::good()
{
    for (const QJsonValue row : m_file[u"good"].toArray()) {
        const std::string text = str(row[u"message"]);
        const auto message = parseSignIn(text);
        QVERIFY2(message, qPrintable(row[u"name"].toString()));
        QVERIFY2(*message == messageOf(row[u"fields"]), qPrintable(row[u"name"].toString()));
        QCOMPARE(message->text(), text);
    }
}

void TestSignIn::bad()
{
    for (const QJsonValue row : m_file[u"bad"].toArray())
        QVERIFY2(!parseSignIn(str(row[u"message"])), qPrintable(row[u"name"].toString()));
}

namespace {

SignInVerdict judge(const QJsonValue &row)
{
    const SignIn message = messageOf(row);
    const auto signature = WalletSignature::fromHex(str(row[u"signature"]));
    if (!signature)
        return SignInVerdict::BadSignature;
    SignInExpectation expected;
    const auto issued = signInTime(message.issuedAt);
    expected.nowMs = row[u"time"].isString() ? signInTime(str(row[u"time"])).value()
                                             : signInTime("2024-01-01T00:00:00Z").value();
    // messages of years ago, some judged before they were issued: their age is not the question
    expected.ageMaxMs = expected.skewMs = std::int64_t{200} * 365 * 86'400'000;
    expected.domain =
        row[u"domainBinding"].isString() ? str(row[u"domainBinding"]) : message.domain;
    expected.nonce = row[u"matchNonce"].isString() ? str(row[u"matchNonce"]) : message.nonce;
    Q_UNUSED(issued)
    return verifySignIn(message.text(), *signature, expected);
}

}  // namespace

void TestSignIn::verified()
{
    for (const QJsonValue row : m_file[u"verified"].toArray())
        QVERIFY2(judge(row) == SignInVerdict::Good, qPrintable(row[u"name"].toString()));
}

void TestSignIn::refused()
{
    QCOMPARE(m_file[u"refused"].toArray().size(), 10);
    for (const QJsonValue row : m_file[u"refused"].toArray())
        QVERIFY2(judge(row) != SignInVerdict::Good, qPrintable(row[u"name"].toString()));
}

void TestSignIn::everyVerdict()
{
    const auto key = WalletKey::fromSecret(SecretKey(sha256("wallet").bytes));
    const auto other = WalletKey::fromSecret(SecretKey(sha256("other").bytes));
    SignIn message;
    message.domain = "dreamscope.local";
    message.address = key->address();
    message.statement = "Link this wallet to my passport.";
    message.uri = "https://dreamscope.local/link";
    message.nonce = "a1b2c3d4e5";
    message.issuedAt = "2026-01-01T12:00:00.000Z";
    message.expirationTime = "2026-01-01T12:08:00Z";
    message.notBefore = "2026-01-01T12:00:00Z";
    SignInExpectation good;
    good.domain = message.domain;
    good.nonce = message.nonce;
    good.uri = message.uri;
    good.address = message.address;
    good.nowMs = signInTime("2026-01-01T12:01:00Z").value();
    const std::string text = message.text();
    const WalletSignature signature = key->sign(personalHash(text));
    const auto verdict = [&](const auto &change) {
        SignInExpectation expected = good;
        change(expected);
        return std::string(nameOf(verifySignIn(text, signature, expected)));
    };
    QCOMPARE(verdict([](auto &) {}), "good");
    QCOMPARE(verdict([](auto &e) { e.domain = "dreamscope.locaI"; }), "otherDomain");
    QCOMPARE(verdict([](auto &e) { e.uri = "https://dreamscope.local/vote"; }), "otherUri");
    QCOMPARE(verdict([](auto &e) { e.nonce = "a1b2c3d4e6"; }), "otherNonce");
    QCOMPARE(verdict([](auto &e) { e.nonce.clear(); }), "otherNonce");
    QCOMPARE(verdict([](auto &e) { e.chainId = 8453; }), "otherChain");
    QCOMPARE(verdict([&](auto &e) { e.address = other->address(); }), "otherAddress");
    QCOMPARE(verdict([](auto &e) { e.nowMs += 7 * 60'000; }), "expired");
    QCOMPARE(verdict([](auto &e) { e.nowMs += 7 * 60'000 - 1; }), "good");
    QCOMPARE(verdict([](auto &e) { e.nowMs -= 60'001; }), "notYet");
    QCOMPARE(verdict([](auto &e) { e.ageMaxMs = 59'999; }), "tooOld");
    QCOMPARE(nameOf(verifySignIn(text, other->sign(personalHash(text)), good)), "badSignature");
    QCOMPARE(nameOf(verifySignIn(text + "\n", signature, good)), "badMessage");
    SignIn ahead = message;
    ahead.notBefore.reset();
    ahead.issuedAt = "2026-01-01T12:01:31Z";
    QCOMPARE(nameOf(verifySignIn(ahead.text(), key->sign(personalHash(ahead.text())), good)),
             "notYet");
}

// Any byte changed, removed or doubled makes another message or none, and never the same signer.
void TestSignIn::everyEdit()
{
    const auto key = WalletKey::fromSecret(SecretKey(sha256("edits").bytes));
    SignIn message;
    message.domain = "a.example:8080";
    message.address = key->address();
    message.uri = "https://[2001:db8::1]/x?y#z";
    message.nonce = "12345678";
    message.issuedAt = "2026-01-01T12:00:00Z";
    message.requestId = "";
    message.resources = {"urn:a", "https://b.example/"};
    const std::string text = message.text();
    QVERIFY(parseSignIn(text) == message);
    const WalletSignature signature = key->sign(personalHash(text));
    SignInExpectation expected;
    expected.domain = message.domain;
    expected.nonce = message.nonce;
    expected.nowMs = signInTime(message.issuedAt).value();
    QVERIFY(verifySignIn(text, signature, expected) == SignInVerdict::Good);
    int readable = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const char c : {'\0', '\n', '\r', ' ', 'x', '"', '\x80', '%'}) {
            std::string changed = text, longer = text, shorter = text;
            changed[at] = c;
            longer.insert(at, 1, c);
            shorter.erase(at, 1);
            for (const std::string &edit : {changed, longer, shorter}) {
                if (edit == text)
                    continue;
                QVERIFY(verifySignIn(edit, signature, expected) != SignInVerdict::Good);
                if (const auto read = parseSignIn(edit)) {
                    QCOMPARE(read->text(), edit);
                    ++readable;
                }
            }
        }
    }
    QVERIFY(readable > 100);  // the texts inside fields may change; the frame may not
    QVERIFY(!parseSignIn(std::string(signInBytesMax + 1, 'a')));
    message.resources->resize(signInResourcesMax + 1, "urn:a");
    QVERIFY(!parseSignIn(message.text()));
}

void TestSignIn::times()
{
    QCOMPARE(signInTime("1970-01-01T00:00:00Z").value(), 0);
    QCOMPARE(signInTime("2021-09-30T16:25:24.500Z").value(), 1633019124500);
    QCOMPARE(signInTime("2021-09-30T16:25:24-02:00").value(), 1633026324000);
    QCOMPARE(signInTimeText(1633019124500), "2021-09-30T16:25:24.500Z");
    QVERIFY(signInTime("2024-02-29T00:00:00Z"));
    for (const char *text :
         {"", "2021-09-30", "2021-09-30T16:25:24", "2021-02-29T00:00:00Z", "2021-13-01T00:00:00Z",
          "2021-09-30T24:00:00Z", "2021-09-30T23:59:60Z", "2021-09-30T16:25:24.Z",
          "2021-09-30T16:25:24.1234567890Z", "2021-09-30T16:25:24+24:00", "2021-09-30 16:25:24Z",
          "2021-09-30T16:25:24+0200", "2021-09-31T00:00:00Z", "2021-09-30T16:25:24Zx"})
        QVERIFY2(!signInTime(text), text);
    for (std::int64_t ms = -62167219200000; ms < 253402300799999; ms += 7'777'777'777'777)
        QCOMPARE(signInTime(signInTimeText(ms)).value(), ms);
}

QTEST_APPLESS_MAIN(TestSignIn)
#include "tst_signin.moc"
