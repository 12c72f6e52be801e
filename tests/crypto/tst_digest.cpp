#include "kernel/digest.h"

#include <QtTest>

#include <algorithm>
#include <unordered_set>
#include <vector>

using kernel::Digest;

class TestDigest : public QObject {
    Q_OBJECT

private slots:
    void hexGoesBothWays();
    void otherTextIsNoDigest();
    void ordersLikeItsHex();
    void zeroIsZero();
    void spreadsInTables();
};

void TestDigest::hexGoesBothWays()
{
    Digest digest;
    for (std::size_t i = 0; i < digest.bytes.size(); ++i)
        digest.bytes[i] = static_cast<std::uint8_t>(i * 9 + 7);
    const std::string hex = "071019222b343d464f58616a737c858e97a0a9b2bbc4cdd6dfe8f1fa030c151e";
    QCOMPARE(digest.hex(), hex);
    QVERIFY(Digest::fromHex(hex) == digest);
    std::string upper = hex;
    std::transform(upper.begin(), upper.end(), upper.begin(), ::toupper);
    QVERIFY(Digest::fromHex(upper) == digest);
}

void TestDigest::otherTextIsNoDigest()
{
    const std::string good(64, 'a');
    QVERIFY(Digest::fromHex(good));
    QVERIFY(!Digest::fromHex(""));
    QVERIFY(!Digest::fromHex(good.substr(1)));
    QVERIFY(!Digest::fromHex(good + "a"));
    QVERIFY(!Digest::fromHex("0x" + good.substr(2)));
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (int c = -128; c < 128; ++c) {
            std::string text = good;
            text[at] = static_cast<char>(c);
            const bool isDigit =
                QByteArray("0123456789abcdefABCDEF").contains(static_cast<char>(c));
            QCOMPARE(Digest::fromHex(text).has_value(), isDigit);
        }
    }
}

void TestDigest::ordersLikeItsHex()
{
    std::vector<Digest> digests(40);
    for (std::size_t i = 0; i < digests.size(); ++i) {
        digests[i].bytes[i % 3] = static_cast<std::uint8_t>(i * 83);
        digests[i].bytes[31] = static_cast<std::uint8_t>(i * 29);
    }
    for (const Digest &left : digests) {
        for (const Digest &right : digests) {
            QCOMPARE(left < right, left.hex() < right.hex());
            QCOMPARE(left == right, left.hex() == right.hex());
        }
    }
}

void TestDigest::zeroIsZero()
{
    Digest digest;
    QVERIFY(digest.isZero());
    for (std::uint8_t &byte : digest.bytes) {
        byte = 0x80;
        QVERIFY(!digest.isZero());
        byte = 0;
    }
}

void TestDigest::spreadsInTables()
{
    std::unordered_set<std::size_t> hashes;
    for (int i = 0; i < 256; ++i) {
        Digest digest;
        digest.bytes[0] = static_cast<std::uint8_t>(i);
        hashes.insert(std::hash<Digest>()(digest));
    }
    QCOMPARE(hashes.size(), std::size_t(256));
}

QTEST_APPLESS_MAIN(TestDigest)
#include "tst_digest.moc"
