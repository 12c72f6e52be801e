#include "crypto/sign.h"
#include "vectors.h"

#include <QtTest>

#include <cstring>
#include <new>

using namespace crypto;

namespace {

struct Published {
    const char *seed, *key, *message, *signature;
};

// RFC 8032 section 7.1: TEST 1, TEST 2, TEST 3, TEST SHA(abc).
constexpr Published published[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
     "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
     "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
     "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"},
    {"833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
     "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
     "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
     "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
     "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
     "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"},
};

SecretKey secretFrom(const char *hex)
{
    return SecretKey(vectors::array<32>(vectors::bytes(hex)));
}

}  // namespace

class TestSign : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(init()); }
    void publishedVectors();
    void wycheproof();
    void everyFlippedBitFails();
    void smallOrderKeysAreRefused();
    void hexGoesBothWays();
    void secretsAreWiped();
    void movedKeysStillSign();
};

void TestSign::publishedVectors()
{
    for (const Published &row : published) {
        const KeyPair pair(secretFrom(row.seed));
        const std::string message = vectors::bytes(row.message);
        QCOMPARE(pair.publicKey().hex(), std::string(row.key));
        QCOMPARE(pair.sign(message).hex(), std::string(row.signature));
        QVERIFY(verify(pair.publicKey(), message, *Signature::fromHex(row.signature)));
        QVERIFY(std::ranges::equal(pair.seed().bytes(), secretFrom(row.seed).bytes()));
    }
}

void TestSign::wycheproof()
{
    int valid = 0, refused = 0;
    for (const QJsonValue row : vectors::read("wycheproof_ed25519.json")[u"cases"].toArray()) {
        const auto key = PublicKey::fromHex(row[u"key"].toString().toStdString());
        const auto signature = Signature::fromHex(row[u"signature"].toString().toStdString());
        // cut or lengthened signatures are refused where they are read
        const bool isValid =
            key && signature && verify(*key, vectors::bytes(row[u"message"]), *signature);
        QVERIFY2(isValid == row[u"valid"].toBool(), qPrintable(row[u"why"].toString()));
        ++(isValid ? valid : refused);
    }
    QCOMPARE(valid, 88);
    QCOMPARE(refused, 63);
}

void TestSign::everyFlippedBitFails()
{
    const KeyPair pair(secretFrom(published[1].seed));
    const Digest tip = blake2b("a tip");
    const Signature signature = pair.sign(tip);
    QVERIFY(verify(pair.publicKey(), tip, signature));
    for (std::size_t bit = 0; bit < 8 * sizeof(Signature); ++bit) {
        Signature other = signature;
        other.bytes[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
        QVERIFY(!verify(pair.publicKey(), tip, other));
    }
    for (std::size_t bit = 0; bit < 256; ++bit) {
        PublicKey key = pair.publicKey();
        Digest digest = tip;
        key.bytes[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
        digest.bytes[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
        QVERIFY(!verify(key, tip, signature));
        QVERIFY(!verify(pair.publicKey(), digest, signature));
    }
    QVERIFY(!verify(pair.publicKey(), tip, Signature()));
}

// With such a key one signature fits every message: R the neutral element and S = 0.
void TestSign::smallOrderKeysAreRefused()
{
    for (const char *hex : {
             "0100000000000000000000000000000000000000000000000000000000000000",
             "0000000000000000000000000000000000000000000000000000000000000000",
             "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
             "0100000000000000000000000000000000000000000000000000000000000080",
             "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
             "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
             "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
         }) {
        Signature signature;
        signature.bytes[0] = 1;
        for (const char *message : {"one", "two", "three", "four", "five", "six", "seven", "eight"})
            QVERIFY2(!verify(*PublicKey::fromHex(hex), message, signature), hex);
    }
}

void TestSign::hexGoesBothWays()
{
    const KeyPair pair(secretFrom(published[2].seed));
    const Signature signature = pair.sign("text");
    QVERIFY(Signature::fromHex(signature.hex()) == signature);
    QVERIFY(PublicKey::fromHex(pair.publicKey().hex()) == pair.publicKey());
    const std::string hex = signature.hex();
    QVERIFY(!Signature::fromHex(hex.substr(2)));
    QVERIFY(!Signature::fromHex(hex + "00"));
    QVERIFY(!Signature::fromHex(hex.substr(0, 127) + "g"));
    QVERIFY(!Signature::fromHex("g" + hex.substr(1)));
    QVERIFY(!Signature::fromHex(""));
    QVERIFY(!PublicKey::fromHex(hex));
    QVERIFY(!PublicKey::fromHex("zz" + pair.publicKey().hex().substr(2)));
}

// Looks at the memory an object leaves behind, which must not hold the secret any more.
void TestSign::secretsAreWiped()
{
    const std::string seed = vectors::bytes(published[0].seed);
    alignas(KeyPair) unsigned char memory[sizeof(KeyPair)];
    const auto holdsSeed = [&](std::size_t size) {
        return std::string(reinterpret_cast<const char *>(memory), size).find(seed)
               != std::string::npos;
    };
    {
        const SecretKey secret = secretFrom(published[0].seed);
        auto *pair = new (memory) KeyPair(secret);
        QVERIFY(holdsSeed(sizeof(KeyPair)));
        KeyPair heir(std::move(*pair));
        QVERIFY(!holdsSeed(sizeof(KeyPair)));
        pair->~KeyPair();
        pair = new (memory) KeyPair(secret);
        pair->~KeyPair();
        QVERIFY(!holdsSeed(sizeof(KeyPair)));
    }
    auto *secret = new (memory) SecretKey(vectors::array<32>(seed));
    QVERIFY(holdsSeed(sizeof(SecretKey)));
    secret->~SecretKey();
    QVERIFY(!holdsSeed(sizeof(SecretKey)));
}

void TestSign::movedKeysStillSign()
{
    KeyPair pair(secretFrom(published[1].seed));
    KeyPair heir(std::move(pair));
    KeyPair last(secretFrom(published[2].seed));
    last = std::move(heir);
    QCOMPARE(last.sign(vectors::bytes("72")).hex(), std::string(published[1].signature));

    SecretKey key = secretFrom(published[0].seed);
    SecretKey taken = std::move(key);
    QVERIFY(key.isEmpty());  // NOLINT: what a moved key is left as is the point
    QVERIFY(!taken.isEmpty());
    QVERIFY(SecretKey().isEmpty());
    QVERIFY(std::ranges::equal(taken.clone().bytes(), secretFrom(published[0].seed).bytes()));
}

QTEST_APPLESS_MAIN(TestSign)
#include "tst_sign.moc"
