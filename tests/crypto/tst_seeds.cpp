// Words, seeds and keys against published vectors: BIP-39 (tests/vectors), BIP-32, SLIP-0010, and the
// first account of the words that development chains share.
#include "crypto/derive.h"
#include "crypto/multibase.h"
#include "crypto/seedphrase.h"
#include "vectors.h"

#include <QTest>

using namespace crypto;

namespace {

std::string hex(std::span<const std::uint8_t> bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()))
        .toHex()
        .toStdString();
}

// Key and chain code of an "xprv…": version, depth, fingerprint, index, code, 0, key, checksum.
std::string halvesOf(const std::string &text)
{
    const std::string bytes = fromBase58(text).value();
    return QByteArray::fromStdString(bytes.substr(46, 32) + bytes.substr(13, 32))
        .toHex()
        .toStdString();
}

}  // namespace

class TestSeeds : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(init()); }
    void bip39();
    void bip32_data();
    void bip32();
    void slip10();
    void wallets();
    void hostile();
};

void TestSeeds::bip39()
{
    const QJsonArray cases = vectors::read("bip39.json")[u"cases"].toArray();
    QCOMPARE(cases.size(), 24);
    for (const QJsonValue row : cases) {
        const std::string phrase = row[u"phrase"].toString().toStdString();
        const std::string entropy = vectors::bytes(row[u"entropy"]);
        QVERIFY(seedPhrase(bytesOf(entropy)) == phrase);
        QVERIFY(phraseEntropy(phrase) == entropy);
        const auto seed = seedOf(phrase, "TREZOR");
        QVERIFY(seed);
        QCOMPARE(hex(seed->bytes()), row[u"seed"].toString().toStdString());
        const auto root = deriveSecp256k1(seed->bytes(), {});
        QCOMPARE(hex(root->key.bytes()) + hex(root->chainCode.bytes()),
                 halvesOf(row[u"root"].toString().toStdString()));
        QVERIFY(hex(seedOf(phrase)->bytes()) != hex(seed->bytes()));
    }
}

void TestSeeds::bip32_data()
{
    QTest::addColumn<QByteArray>("seed");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char *seed, const char *path, const char *key) {
        QTest::addRow("%.4s %s", seed, path)
            << QByteArray(seed) << QByteArray(path) << QByteArray(key);
    };
    const char *const one = "000102030405060708090a0b0c0d0e0f";
    row(one, "m",
        "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi");
    row(one, "m/0h",
        "xprv9uHRZZhk6KAJC1avXpDAp4MDc3sQKNxDiPvvkX8Br5ngLNv1TxvUxt4cV1rGL5hj6KCesnDYUhd7oWgT11eZG7XnxHrnYeSvkzY7d2bhkJ7");
    row(one, "m/0'/1",
        "xprv9wTYmMFdV23N2TdNG573QoEsfRrWKQgWeibmLntzniatZvR9BmLnvSxqu53Kw1UmYPxLgboyZQaXwTCg8MSY3H2EU4pWcQDnRnrVA1xe8fs");
    row(one, "m/0'/1/2'/2/1000000000",
        "xprvA41z7zogVVwxVSgdKUHDy1SKmdb533PjDz7J6N6mV6uS3ze1ai8FHa8kmHScGpWmj4WggLyQjgPie1rFSruoUihUZREPSL39UNdE3BBDu76");
    const char *const two =
        "fffcf9f6f3f0edeae7e4e1dedbd8d5d2cfccc9c6c3c0bdbab7b4b1aeaba8a5a29f9c999693908d8a8784817e7b7875726f6c696663605d5a5754514e4b484542";
    row(two, "m/0",
        "xprv9vHkqa6EV4sPZHYqZznhT2NPtPCjKuDKGY38FBWLvgaDx45zo9WQRUT3dKYnjwih2yJD9mkrocEZXo1ex8G81dwSM1fwqWpWkeS3v86pgKt");
    row(two, "m/0/2147483647'/1/2147483646'/2",
        "xprvA2nrNbFZABcdryreWet9Ea4LvTJcGsqrMzxHx98MMrotbir7yrKCEXw7nadnHM8Dq38EGfSh6dqA9QWTyefMLEcBYJUuekgW4BYPJcr9E7j");
}

void TestSeeds::bip32()
{
    QFETCH(QByteArray, seed);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, key);
    const auto steps = derivationPath(path.toStdString());
    QVERIFY(steps);
    const auto derived = deriveSecp256k1(bytesOf(vectors::bytes(seed.constData())), *steps);
    QVERIFY(derived);
    QCOMPARE(hex(derived->key.bytes()) + hex(derived->chainCode.bytes()),
             halvesOf(key.toStdString()));
}

void TestSeeds::slip10()
{
    // SLIP-0010, test vector 1 for ed25519
    const std::string seed = vectors::bytes("000102030405060708090a0b0c0d0e0f");
    const auto at = [&](const char *path) {
        const auto key = deriveEd25519(bytesOf(seed), *derivationPath(path));
        return key ? hex(key->key.bytes()) + ' ' + hex(key->chainCode.bytes()) : std::string();
    };
    QCOMPARE(at("m"), "2b4be7f19ee27bbf30c667b642d5f4aa69fd169872f8fc3059c08ebae2eb19e7 "
                      "90046a93de5380a72b5e45010748567d5ea02bbf6522f979e05c0d8d8ca9fffb");
    QCOMPARE(at("m/0'"), "68e0fe46dfb67e368c75379acec591dad19df3cde26e63b93a8e704f1dade7a3 "
                         "8b59aa11380b624e81507a27fedda59fea6d0b779a778918a2fd3590e16e9c69");
    QCOMPARE(at("m/0'/1'"), "b1d0bad404bf35da785a64ca1ac54b2617211d2777696fbffaf208f746ae84f2 "
                            "a320425f77d1b5c2505a6b1b27382b37368ee640e3557c315416801243552f14");
    QCOMPARE(at("m/0'/1'/2'/2'/1000000000'").substr(0, 64),
             "8f94d394a8e8fd6b1bc2f3f49f5c47e385281d5c17e65324b0f62483e37e8793");
    QCOMPARE(at("m/0"), "");
    const auto key = deriveEd25519(bytesOf(seed), {});
    QCOMPARE(KeyPair(key->key).publicKey().hex(),
             "a4b2856bfec510abab89753fac1ac0e1112364e7d250545963f135f2a33188ed");
}

void TestSeeds::wallets()
{
    const auto seed = seedOf("test test test test test test test test test test test junk");
    QVERIFY(seed);
    QCOMPARE(walletKey(*seed)->address().text(), "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    QCOMPARE(walletKey(*seed, 1)->address().text(), "0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    QVERIFY(!walletKey(*seed, hardened));
    QVERIFY(identityKey(*seed)->publicKey() != identityKey(*seed, 1)->publicKey());
    QVERIFY(!identityKey(*seed, hardened));
}

void TestSeeds::hostile()
{
    const std::string eleven = "abandon abandon abandon abandon abandon abandon abandon abandon "
                               "abandon abandon abandon";
    QVERIFY(tidyPhrase(" \n" + eleven + "\tABOUT ") == eleven + " about");
    for (const std::string &phrase :
         {std::string(), eleven, eleven + " abandon", eleven + " about about", eleven + " aboutt",
          eleven
              + "\xc2\xa0"
                "about",
          std::string(5000, 'a'), eleven + " about " + eleven + " about"})
        QVERIFY2(!tidyPhrase(phrase), phrase.c_str());
    QVERIFY(!seedOf(eleven + " about", "m\xc3\xbc"));
    QVERIFY(!seedOf(eleven + " about", std::string(seedPassphraseMax + 1, 'a')));
    for (const std::size_t size : {0, 15, 17, 18, 33, 64})
        QVERIFY(!seedPhrase(bytesOf(std::string(size, 'x'))));
    for (const char *path : {"", "0", "m/", "m//0", "m/0''", "m/-1", "m/2147483648", "m/0x1", "M/0",
                             "m/0/ 1", "m/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1"})
        QVERIFY2(!derivationPath(path), path);
    QVERIFY(!deriveSecp256k1(bytesOf(std::string(15, 'x')), {}));
    QVERIFY(!deriveEd25519(bytesOf(std::string(65, 'x')), {}));
}

QTEST_APPLESS_MAIN(TestSeeds)
#include "tst_seeds.moc"
