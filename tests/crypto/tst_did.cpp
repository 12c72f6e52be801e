// Identifiers: the example keys of did:key (W3C CCG did-method-key, test-vectors), the example
// accounts of CAIP-10, and spellings that must be refused.
#include "crypto/did.h"
#include "vectors.h"

#include <QTest>

using namespace crypto;

class TestDid : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(init()); }
    void base58Vectors();
    void ed25519();
    void secp256k1();
    void accounts();
    void hostile();
};

void TestDid::base58Vectors()
{
    // draft-msporny-base58-03, section 5
    QCOMPARE(base58(bytesOf("Hello World!")), "2NEpo7TZRRrLZSi2U");
    QCOMPARE(base58(bytesOf(vectors::bytes("0000287fb4cd"))), "11233QC4");
    for (int length = 0; length < 120; ++length) {
        const std::string bytes =
            std::string(std::size_t(length % 4), '\0') + vectors::message(length);
        QVERIFY(fromMultibase(multibase(bytesOf(bytes))) == bytes);
    }
    for (const char *text : {"0", "O", "I", "l", "2NEpo7TZ RRr", "\x80"})
        QVERIFY(!fromBase58(text));
    QVERIFY(!fromBase58(std::string(4000, 'z')));
    QVERIFY(!fromMultibase("m2NEpo"));
    QVERIFY(!fromMultibase(""));
}

void TestDid::ed25519()
{
    const KeyPair pair{SecretKey()};  // the vector's seed is all zero
    const std::string did = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";
    QCOMPARE(didKey(pair.publicKey()), did);
    const auto read = fromDidKey(did);
    QVERIFY(read && std::get<PublicKey>(*read) == pair.publicKey());
    QVERIFY(fromDidKeyMethod(didKeyMethod(pair.publicKey())) == pair.publicKey());
    QVERIFY(!fromDidKeyMethod(did));
    QVERIFY(!fromDidKeyMethod(did + "#z6MkjchhfUsD6mmvni8mCdXHw216Xrm9bQe2mBH1P5RDjVJG"));
    const QJsonObject document =
        QJsonDocument::fromJson(QByteArray::fromStdString(didKeyDocument(pair.publicKey())))
            .object();
    QCOMPARE(document[u"id"].toString().toStdString(), did);
    QCOMPARE(document[u"authentication"][0].toString().toStdString(),
             didKeyMethod(pair.publicKey()));
    QCOMPARE(document[u"verificationMethod"][0][u"type"].toString(), QStringLiteral("Multikey"));
}

void TestDid::secp256k1()
{
    const auto key = WalletKey::fromSecret(SecretKey(vectors::array<32>(
        vectors::bytes("9085d2bef69286a6cbb51623c8fa258629945cd55ca705cc4e66700396894e0c"))));
    const std::string did = "did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme";
    QCOMPARE(didKey(key->publicKey()), did);
    const auto read = fromDidKey(did);
    QVERIFY(read && std::get<WalletPublicKey>(*read) == key->publicKey());
}

void TestDid::accounts()
{
    const auto account =
        ChainAccount::fromCaip10("eip155:1:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb");
    QVERIFY(account);
    QCOMPARE(account->did(), "did:pkh:eip155:1:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb");
    QVERIFY(ChainAccount::fromDid(account->did()) == account);
    QCOMPARE(
        ChainAccount::fromCaip10("eip155:8453:0xab16a96d359ec26a11e2c2b3d8f8b8942d5bfcdb")->chainId,
        8453u);
    for (const char *text :
         {"", "eip155:", "eip155:1", "eip155:01:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
          "eip155::0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
          "eip155:-1:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
          "eip155:99999999999999999999:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
          "eip155:1:0xAb16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
          "bip122:1:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
          "eip155:1:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb "})
        QVERIFY2(!ChainAccount::fromCaip10(text), text);
}

void TestDid::hostile()
{
    const auto with = [](const char *prefix, const std::string &bytes) {
        return "did:key:" + multibase(bytesOf(vectors::bytes(prefix) + bytes));
    };
    const KeyPair pair{SecretKey()};
    const std::string key(pair.publicKey().bytes.begin(), pair.publicKey().bytes.end());
    QVERIFY(fromDidKey(with("ed01", key)));
    QVERIFY(!fromDidKey(with("ed01", key + "x")));
    QVERIFY(!fromDidKey(with("ed01", key.substr(1))));
    QVERIFY(!fromDidKey(with("ec01", key)));                    // X25519
    QVERIFY(!fromDidKey(with("ed01", std::string(32, '\0'))));  // a point of small order
    QVERIFY(!fromDidKey(with("e701", '\2' + std::string(31, '\0') + '\5')));
    QVERIFY(!fromDidKey("did:web:example.org"));
    QVERIFY(!fromDidKey("did:key:"));
    QVERIFY(!fromDidKey(with("", "")));
}

QTEST_APPLESS_MAIN(TestDid)
#include "tst_did.moc"
