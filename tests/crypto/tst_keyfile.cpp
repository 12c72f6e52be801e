// A secret under a passphrase: what opens it, what does not, and what is refused before a single
// byte of memory is spent.
#include "crypto/keyfile.h"
#include "vectors.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace crypto;

namespace {

constexpr KeyFileCost small{1, keyFileMemoryMinKib};
constexpr std::string_view secret = "sixteen words of somebody";

std::string sealed(std::string_view passphrase = "correct horse")
{
    return sealKeyFile(secret, passphrase, "person key", KeyFileSalt{1, 2, 3}, Nonce{4, 5}, small)
        .value();
}

}  // namespace

class TestKeyFile : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(init()); }
    void opens();
    void wrongPassphrase();
    void everyChangedByte();
    void bounds();
    void usualCost();
    void wiped();
};

void TestKeyFile::opens()
{
    const OpenedKeyFile opened = openKeyFile(sealed(), "correct horse", "person key");
    QVERIFY(opened.fault == KeyFileFault::None);
    QCOMPARE(opened.secret, secret);
    QVERIFY(opened.cost == small);
    QVERIFY(sealed().find(secret) == std::string::npos);
    QVERIFY(sealed() == sealed());
    QVERIFY(sealed() != sealed("correct horsf"));
}

void TestKeyFile::wrongPassphrase()
{
    for (const std::string &other :
         {std::string(), std::string("correct hors"), std::string("correct horse "),
          std::string("Correct horse"), std::string(keyFilePassphraseMax + 1, 'a')}) {
        const OpenedKeyFile opened = openKeyFile(sealed(), other, "person key");
        QVERIFY(opened.fault == KeyFileFault::WrongPassphrase);
        QVERIFY(opened.secret.empty());
    }
    QVERIFY(openKeyFile(sealed(), "correct horse", "other").fault == KeyFileFault::WrongPassphrase);
}

void TestKeyFile::everyChangedByte()
{
    const std::string file = sealed();
    for (std::size_t at = 0; at < file.size(); ++at) {
        std::string changed = file;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        const OpenedKeyFile opened = openKeyFile(changed, "correct horse", "person key");
        QVERIFY2(opened.fault != KeyFileFault::None && opened.secret.empty(),
                 qPrintable(QString::number(at)));
    }
    for (std::size_t size = 0; size < file.size(); size += 3)
        QVERIFY(openKeyFile(file.substr(0, size), "correct horse", "person key").fault
                != KeyFileFault::None);
    std::string newer = file;
    newer[8] = 2;
    QVERIFY(openKeyFile(newer, "correct horse", "person key").fault == KeyFileFault::OtherVersion);
    QVERIFY(openKeyFile(file + '\0', "correct horse", "person key").fault
            == KeyFileFault::WrongPassphrase);
}

void TestKeyFile::bounds()
{
    const auto isSealed = [](std::string_view text, std::string_view passphrase, KeyFileCost cost) {
        return sealKeyFile(text, passphrase, "p", KeyFileSalt{}, Nonce{}, cost).has_value();
    };
    QVERIFY(isSealed("s", "p", small));
    QVERIFY(!isSealed("", "p", small));
    QVERIFY(!isSealed("s", "", small));
    QVERIFY(!isSealed(std::string(keyFileSecretMax + 1, 's'), "p", small));
    QVERIFY(!isSealed("s", "p", {0, keyFileMemoryMinKib}));
    QVERIFY(!isSealed("s", "p", {keyFilePassesMax + 1, keyFileMemoryMinKib}));
    QVERIFY(!isSealed("s", "p", {1, keyFileMemoryMinKib - 1}));
    QVERIFY(!isSealed("s", "p", {1, keyFileMemoryMaxKib + 1}));
    // a file that asks for four terabytes is no key file, at once
    std::string greedy = sealed();
    for (std::size_t at = 13; at < 17; ++at)
        greedy[at] = '\xff';
    QElapsedTimer timer;
    timer.start();
    QVERIFY(openKeyFile(greedy, "correct horse", "person key").fault == KeyFileFault::NotAKeyFile);
    QVERIFY(timer.elapsed() < 100);
}

void TestKeyFile::usualCost()
{
    const auto file = sealKeyFile("s", "p", "x", KeyFileSalt{}, Nonce{});
    QVERIFY(file);
    const OpenedKeyFile opened = openKeyFile(*file, "p", "x");
    QVERIFY(opened.fault == KeyFileFault::None);
    QCOMPARE(opened.cost.memoryKib, 65536u);
    QCOMPARE(opened.cost.passes, 3u);
}

void TestKeyFile::wiped()
{
    std::string text(200, 's');
    text.reserve(256);
    const char *bytes = text.data();
    wipeText(text);
    QVERIFY(text.empty());
    QVERIFY(text.data() == bytes);
    // the buffer is still the text's own
    text.resize(1);
    QVERIFY(std::all_of(bytes + 1, bytes + 200, [](char c) { return c == '\0'; }));
}

QTEST_APPLESS_MAIN(TestKeyFile)
#include "tst_keyfile.moc"
