#include "crypto/blake2bwide.h"
#include "crypto/hash.h"
#include "crypto/merkle.h"
#include "vectors.h"

#include <QtTest>

#include <random>

using namespace crypto;

class TestHash : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void blake2bOfPublishedText();
    void blake2bLikeHashlib();
    void keyedLikeHashlib();
    void sha256LikeHashlib();
    void piecesAreOneMessage();
    void hasherIsNewAfterFinish();
    void numbersEnterLeastSignificantFirst();
    void fourLanesLikeOne();
    void saltStreamOfPublishedBlocks();
    void saltStreamsDiffer();
    void comparesEveryByte();
};

void TestHash::initTestCase()
{
    QVERIFY(init());
    QVERIFY(init());  // harmless
}

void TestHash::blake2bOfPublishedText()
{
    // BLAKE2b-256 of the empty text and of "abc", as printed by every published tool
    QCOMPARE(blake2b("").hex(),
             std::string("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"));
    QCOMPARE(blake2b("abc").hex(),
             std::string("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
    const std::string text = "abc";
    QVERIFY(blake2b(std::as_bytes(std::span(text))) == blake2b(text));
}

void TestHash::blake2bLikeHashlib()
{
    const QJsonArray rows = vectors::read("hashes.json").value(u"blake2b").toArray();
    QVERIFY(rows.size() > 30);
    for (const QJsonValue row : rows) {
        const std::string message = vectors::message(row[u"length"].toInt());
        QVERIFY(blake2b(message) == vectors::digest(row[u"digest"]));
        QVERIFY(Hasher().update(message).finish() == vectors::digest(row[u"digest"]));
    }
}

void TestHash::keyedLikeHashlib()
{
    const QJsonArray rows = vectors::read("hashes.json").value(u"blake2bKeyed").toArray();
    QVERIFY(rows.size() > 200);
    for (const QJsonValue row : rows) {
        const std::string message = vectors::message(row[u"length"].toInt());
        const std::string key = vectors::message(row[u"keyLength"].toInt());
        const Digest expected = vectors::digest(row[u"digest"]);
        QVERIFY(blake2bKeyed(bytesOf(key), message) == expected);
        Hasher hasher(bytesOf(key));
        QVERIFY(hasher.update(message).finish() == expected);
        QVERIFY(hasher.update(message).finish() == expected);  // the key stays
    }
}

void TestHash::sha256LikeHashlib()
{
    const QJsonArray rows = vectors::read("hashes.json").value(u"sha256").toArray();
    QVERIFY(rows.size() > 30);
    for (const QJsonValue row : rows) {
        const std::string message = vectors::message(row[u"length"].toInt());
        QVERIFY(sha256(message) == vectors::digest(row[u"digest"]));
    }
}

void TestHash::piecesAreOneMessage()
{
    const std::string message = vectors::message(700);
    std::mt19937 random(1);
    for (int round = 0; round < 200; ++round) {
        Hasher hasher;
        std::string_view rest = message;
        while (!rest.empty()) {
            const std::size_t size = std::min<std::size_t>(random() % 200, rest.size());
            hasher.update(rest.substr(0, size));
            rest.remove_prefix(size);
        }
        QVERIFY(hasher.finish() == blake2b(message));
        const std::size_t cut = random() % message.size();
        const Bytes all = bytesOf(message);
        QVERIFY(sha256({all.first(cut), Bytes(), all.subspan(cut)}) == sha256(message));
    }
}

void TestHash::hasherIsNewAfterFinish()
{
    Hasher hasher;
    const Digest empty = hasher.finish();
    QVERIFY(empty == blake2b(""));
    QVERIFY(hasher.update("abc").finish() == blake2b("abc"));
    QVERIFY(hasher.finish() == empty);
    hasher.update("a");
    Hasher copy = hasher;  // a common beginning, hashed once
    QVERIFY(hasher.update("bc").finish() == blake2b("abc"));
    QVERIFY(copy.update("cb").finish() == blake2b("acb"));
}

void TestHash::numbersEnterLeastSignificantFirst()
{
    const std::string bytes = vectors::bytes("efcdab8967452301");
    QVERIFY(Hasher().update(std::uint64_t{0x0123456789abcdef}).finish() == blake2b(bytes));
}

// The lanes must not leak into each other: neighbours of all lengths, each judged by libsodium.
void TestHash::fourLanesLikeOne()
{
    if (!wide::isAvailable())
        QSKIP("this processor has no AVX2; the page is hashed one by one");
    std::mt19937 random(2);
    wide::Messages messages;
    for (std::size_t round = 0; round < 3000; ++round) {
        std::string texts[wide::lanes];
        for (std::size_t lane = 0; lane < wide::lanes; ++lane) {
            // every length once in every lane, beside lengths at random
            const std::size_t size =
                round / wide::lanes <= wide::messageBytesMax && round % wide::lanes == lane
                    ? round / wide::lanes
                    : random() % (wide::messageBytesMax + 1);
            for (std::size_t i = 0; i < size; ++i)
                texts[lane] += static_cast<char>(random());
            // what lies behind a message's last block must not matter
            std::fill_n(messages.bytes[lane], wide::messageBytesMax, std::uint8_t{0xa5});
            const std::size_t blocks = std::max<std::size_t>(1, (size + 127) / 128);
            std::fill_n(messages.bytes[lane], blocks * 128, std::uint8_t{0});
            std::copy(texts[lane].begin(), texts[lane].end(), messages.bytes[lane]);
            messages.sizes[lane] = size;
        }
        std::uint8_t digests[wide::lanes][32];
        wide::hash(messages, digests);
        for (std::size_t lane = 0; lane < wide::lanes; ++lane) {
            QVERIFY2(equalConstantTime(Bytes(digests[lane]), Bytes(blake2b(texts[lane]).bytes)),
                     qPrintable(QStringLiteral("lane %1, %2 bytes, round %3")
                                    .arg(lane)
                                    .arg(texts[lane].size())
                                    .arg(round)));
        }
    }
}

void TestHash::saltStreamOfPublishedBlocks()
{
    // RFC 8439 appendix A.1, test vectors 1, 2 (the next block) and 5. Its 96-bit nonce is our
    // 64-bit one behind 32 bits of zero.
    const std::array<std::uint8_t, 32> key{};
    std::array<std::uint8_t, 128> out;
    saltStream(key, 0, out);
    const std::string first =
        vectors::bytes("76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7"
                       "da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586"
                       "9f07e7be5551387a98ba977c732d080dcb0f29a048e3656912c6533e32ee7aed"
                       "29b721769ce64e43d57133b074d839d531ed1f28510afb45ace10a1f4b794d6f");
    QVERIFY(equalConstantTime(Bytes(out), bytesOf(first)));
    saltStream(key, std::uint64_t{2} << 56, std::span(out).first(64));
    const std::string fifth =
        vectors::bytes("c2c64d378cd536374ae204b9ef933fcd1a8b2288b3dfa49672ab765b54ee27c7"
                       "8a970e0e955c14f3a88e741b97c286f75f8fc299e8148362fa198a39531bed6d");
    QVERIFY(equalConstantTime(Bytes(out).first(64), bytesOf(fifth)));
}

void TestHash::saltStreamsDiffer()
{
    const Digest key = blake2b("key"), other = blake2b("other");
    std::array<std::uint8_t, 100> a, b, c, shorter{};
    saltStream(key.bytes, 1, a);
    saltStream(key.bytes, 2, b);
    saltStream(other.bytes, 1, c);
    QVERIFY(a != b);
    QVERIFY(a != c);
    saltStream(key.bytes, 1, std::span(shorter).first(33));  // a beginning is a beginning
    QVERIFY(std::equal(shorter.begin(), shorter.begin() + 33, a.begin()));
    QVERIFY(std::all_of(shorter.begin() + 33, shorter.end(), [](int byte) { return byte == 0; }));
    saltStream(key.bytes, 1, {});
}

void TestHash::comparesEveryByte()
{
    const Digest digest = blake2b("digest");
    QVERIFY(equalConstantTime(digest, digest));
    for (std::size_t i = 0; i < digest.bytes.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            Digest other = digest;
            other.bytes[i] ^= static_cast<std::uint8_t>(1 << bit);
            QVERIFY(!equalConstantTime(digest, other));
        }
    }
    QVERIFY(!equalConstantTime(Bytes(digest.bytes), Bytes(digest.bytes).first(31)));
    QVERIFY(equalConstantTime(Bytes(), Bytes()));
}

QTEST_APPLESS_MAIN(TestHash)
#include "tst_hash.moc"
