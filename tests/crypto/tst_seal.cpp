#include "crypto/seal.h"
#include "vectors.h"

#include <QtTest>

using namespace crypto;

class TestSeal : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(init()); }
    void publishedVector();
    void wycheproof();
    void everyFlippedBitFails();
    void everyOtherLengthFails();
    void emptyTexts();
};

void TestSeal::publishedVector()
{
    // draft-irtf-cfrg-xchacha-03, appendix A.3.1
    const SecretKey key(vectors::array<32>(
        vectors::bytes("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f")));
    const Nonce nonce =
        vectors::array<24>(vectors::bytes("404142434445464748494a4b4c4d4e4f5051525354555657"));
    const std::string associated = vectors::bytes("50515253c0c1c2c3c4c5c6c7");
    const std::string plain = "Ladies and Gentlemen of the class of '99: If I could offer you only "
                              "one tip for the future, sunscreen would be it.";
    const std::string sealed =
        vectors::bytes("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
                       "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
                       "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                       "21f9664c97637da9768812f615c68b13b52e"
                       "c0875924c1c7987947deafd8780acf49");
    QVERIFY(seal(key, nonce, plain, associated) == sealed);
    QVERIFY(open(key, nonce, sealed, associated) == plain);
}

void TestSeal::wycheproof()
{
    int valid = 0, refused = 0;
    const QJsonObject file = vectors::read("wycheproof_xchacha20poly1305.json");
    for (const QJsonValue row : file[u"cases"].toArray()) {
        const SecretKey key(vectors::array<32>(vectors::bytes(row[u"key"])));
        const Nonce nonce = vectors::array<24>(vectors::bytes(row[u"nonce"]));
        const std::string plain = vectors::bytes(row[u"plain"]);
        const std::string sealed = vectors::bytes(row[u"sealed"]);
        const std::string associated = vectors::bytes(row[u"associated"]);
        const auto opened = open(key, nonce, sealed, associated);
        QVERIFY2(opened.has_value() == row[u"valid"].toBool(), qPrintable(row[u"why"].toString()));
        if (opened) {
            QVERIFY(*opened == plain);
            QVERIFY(seal(key, nonce, plain, associated) == sealed);
        }
        ++(opened ? valid : refused);
    }
    QCOMPARE(valid + refused, 306);
    QVERIFY(valid > 200);
    QVERIFY(refused > 20);
}

void TestSeal::everyFlippedBitFails()
{
    const std::string plain = "the key of a thing seals its words";
    const std::string associated = "thing 7";
    const std::string keyBytes = vectors::message(32);
    const std::string nonceBytes = vectors::message(24);
    const auto opens = [&](std::string key, std::string nonce, std::string sealed,
                           std::string data) {
        return open(SecretKey(vectors::array<32>(key)), vectors::array<24>(nonce), sealed, data)
            .has_value();
    };
    const auto flip = [](std::string text, std::size_t bit) {
        text[bit / 8] = static_cast<char>(text[bit / 8] ^ 1 << bit % 8);
        return text;
    };
    const std::string sealed = seal(SecretKey(vectors::array<32>(keyBytes)),
                                    vectors::array<24>(nonceBytes), plain, associated);
    QCOMPARE(sealed.size(), plain.size() + sealOverhead);
    QVERIFY(opens(keyBytes, nonceBytes, sealed, associated));
    for (std::size_t bit = 0; bit < 8 * sealed.size(); ++bit)
        QVERIFY(!opens(keyBytes, nonceBytes, flip(sealed, bit), associated));
    for (std::size_t bit = 0; bit < 8 * keyBytes.size(); ++bit)
        QVERIFY(!opens(flip(keyBytes, bit), nonceBytes, sealed, associated));
    for (std::size_t bit = 0; bit < 8 * nonceBytes.size(); ++bit)
        QVERIFY(!opens(keyBytes, flip(nonceBytes, bit), sealed, associated));
    for (std::size_t bit = 0; bit < 8 * associated.size(); ++bit)
        QVERIFY(!opens(keyBytes, nonceBytes, sealed, flip(associated, bit)));
}

void TestSeal::everyOtherLengthFails()
{
    const SecretKey key(blake2b("key").bytes);
    const Nonce nonce{};
    const std::string sealed = seal(key, nonce, "twelve bytes", "data");
    for (std::size_t size = 0; size < sealed.size(); ++size)
        QVERIFY(!open(key, nonce, std::string_view(sealed).substr(0, size), "data"));
    QVERIFY(!open(key, nonce, sealed + '\0', "data"));
    QVERIFY(!open(key, nonce, sealed, "dat"));
    QVERIFY(!open(key, nonce, sealed, "data "));
    QVERIFY(!open(key, nonce, sealed, ""));
}

void TestSeal::emptyTexts()
{
    const SecretKey key(blake2b("key").bytes);
    const Nonce nonce{};
    const std::string sealed = seal(key, nonce, "", "");
    QCOMPARE(sealed.size(), sealOverhead);
    QVERIFY(open(key, nonce, sealed, "") == std::string());
    QVERIFY(!open(key, nonce, "", ""));
}

QTEST_APPLESS_MAIN(TestSeal)
#include "tst_seal.moc"
