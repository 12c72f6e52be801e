// Keccak, addresses and signatures against published vectors: the Keccak team's, EIP-55's, and the
// message web3.js documents (personal_sign, accounts.sign).
#include "crypto/keccak.h"
#include "crypto/wallet.h"
#include "vectors.h"

#include <QTest>

using namespace crypto;

class TestWallet : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(init()); }
    void keccak();
    void checksums();
    void publishedSignature();
    void signaturesComeBack();
    void hostile();
};

void TestWallet::keccak()
{
    QCOMPARE(keccak256("").hex(),
             "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    QCOMPARE(keccak256("abc").hex(),
             "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
    QCOMPARE(keccak256("transfer(address,uint256)").hex().substr(0, 8), "a9059cbb");
    // around the 136 bytes that are taken in at once: each length differs from all others
    QSet<QByteArray> seen;
    for (int length = 100; length < 300; ++length)
        seen.insert(QByteArray::fromStdString(keccak256(vectors::message(length)).hex()));
    QCOMPARE(seen.size(), 200);
}

void TestWallet::checksums()
{
    for (const char *text : {"0x52908400098527886E0F7030069857D2E4169EE7",
                             "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
                             "0xde709f2102306220921060314715629080e2fb77",
                             "0x27b1fdb04752bbc536007a920d24acb045561c26",
                             "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                             "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                             "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                             "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"}) {
        const auto address = Address::fromChecksumText(text);
        QVERIFY2(address, text);
        QCOMPARE(address->text(), std::string(text));
        // one letter of the other case is another checksum
        std::string broken(text);
        for (std::size_t i = 2; i < broken.size(); ++i) {
            const char kept = broken[i];
            if (!isalpha(static_cast<unsigned char>(kept)))
                continue;
            broken[i] = static_cast<char>(kept ^ 0x20);
            QVERIFY(!Address::fromChecksumText(broken));
            broken[i] = kept;
        }
    }
    QVERIFY(Address::fromText("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"));
    QVERIFY(Address::fromText("0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED"));
    QVERIFY(!Address::fromChecksumText("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"));
    QVERIFY(!Address::fromText("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
}

void TestWallet::publishedSignature()
{
    const auto key = WalletKey::fromSecret(SecretKey(vectors::array<32>(
        vectors::bytes("4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318"))));
    QVERIFY(key);
    QCOMPARE(key->address().text(), "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23");
    const Digest hash = personalHash("Some data");
    QCOMPARE(hash.hex(), "1da44b586eb0729ff70a73c326926f6ed5a25f5b056e7f47fbc6e58d86871655");
    QCOMPARE(key->sign(hash).hex(),
             "0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd"
             "6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c");
}

void TestWallet::signaturesComeBack()
{
    for (int i = 0; i < 200; ++i) {
        const std::string text = vectors::message(i);
        const auto key = WalletKey::fromSecret(SecretKey(sha256("key" + text).bytes));
        QVERIFY(key);
        const Digest hash = personalHash(text);
        const WalletSignature signature = key->sign(hash);
        QVERIFY(recover(hash, signature) == key->address());
        QVERIFY(recoverKey(hash, signature) == key->publicKey());
        QVERIFY(WalletSignature::fromHex(signature.hex()) == signature);
        // every flipped bit of a signature is another signer, or none
        WalletSignature other = signature;
        const std::size_t bit = static_cast<std::size_t>(i * 37) % 520;
        other.bytes[bit / 8] = static_cast<std::uint8_t>(other.bytes[bit / 8] ^ 1 << bit % 8);
        QVERIFY(recover(hash, other) != key->address());
        QVERIFY(recover(personalHash(text + "x"), signature) != key->address());
    }
}

void TestWallet::hostile()
{
    QVERIFY(!WalletKey::fromSecret(SecretKey()));
    const auto order = vectors::array<32>(
        vectors::bytes("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"));
    QVERIFY(!WalletKey::fromSecret(SecretKey(order)));
    // the twin of a good signature, with n - s and the other v, is refused: one spelling each
    const auto key = WalletKey::fromSecret(SecretKey(sha256("twin").bytes));
    const Digest hash = personalHash("twin");
    WalletSignature twin = key->sign(hash);
    int borrow = 0;
    for (std::size_t i = 32; i-- > 0;) {
        const int difference = order[i] - twin.bytes[32 + i] - borrow;
        twin.bytes[32 + i] = static_cast<std::uint8_t>(difference);
        borrow = difference < 0;
    }
    twin.bytes[64] = static_cast<std::uint8_t>(55 - twin.bytes[64]);
    QVERIFY(!recover(hash, twin));
    QVERIFY(!WalletSignature::fromHex(twin.hex()));
    const std::string good = key->sign(hash).hex();
    for (const std::string &text :
         {std::string(), good.substr(2), good + "00", good.substr(0, 130), "0X" + good.substr(2),
          good.substr(0, 130) + "1d", good.substr(0, 130) + "02", good.substr(0, 131) + "g"})
        QVERIFY2(!WalletSignature::fromHex(text), text.c_str());
    QVERIFY(!recover(hash, WalletSignature{}));
    QVERIFY(!WalletPublicKey::fromBytes(bytesOf('\2' + std::string(31, '\0') + '\5')));
    for (const char *text : {"", "0x", "52908400098527886E0F7030069857D2E4169EE7",
                             "0x52908400098527886E0F7030069857D2E4169EE",
                             "0x52908400098527886E0F7030069857D2E4169EE77",
                             "0X52908400098527886E0F7030069857D2E4169EE7",
                             "0x52908400098527886E0F7030069857D2E4169EEg"})
        QVERIFY2(!Address::fromText(text), text);
}

QTEST_APPLESS_MAIN(TestWallet)
#include "tst_wallet.moc"
