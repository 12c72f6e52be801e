// Twelve words against the vectors published with BIP-39 (github.com/trezor/python-mnemonic, MIT).
#include "crypto/hash.h"
#include "crypto/phrase.h"

#include <QTest>

using namespace crypto;

class TestPhrase : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(init()); }
    void vectors_data();
    void vectors();
    void hostile();
};

void TestPhrase::vectors_data()
{
    QTest::addColumn<QByteArray>("entropy");
    QTest::addColumn<QString>("phrase");
    const auto row = [](const char *hex, const char *phrase) {
        QTest::newRow(hex) << QByteArray::fromHex(hex) << QString::fromLatin1(phrase);
    };
    row("00000000000000000000000000000000",
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about");
    row("7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f",
        "legal winner thank year wave sausage worth useful legal winner thank yellow");
    row("80808080808080808080808080808080",
        "letter advice cage absurd amount doctor acoustic avoid letter advice cage above");
    row("ffffffffffffffffffffffffffffffff", "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong");
    row("9e885d952ad362caeb4efe34a8e91bd2",
        "ozone drill grab fiber curtain grace pudding thank cruise elder eight picnic");
    row("c0ba5a8e914111210f2bd131f3d5e08d",
        "scheme spot photo card baby mountain device kick cradle pact join borrow");
    row("23db8160a31d3e0dca3688ed941adbf3",
        "cat swing flag economy stadium alone churn speed unique patch report train");
    row("f30f8c1da665478f49b001d94c5fc452",
        "vessel ladder alter error federal sibling chat ability sun glass valve picture");
}

void TestPhrase::vectors()
{
    QFETCH(QByteArray, entropy);
    QFETCH(QString, phrase);
    Entropy bytes;
    std::copy(entropy.begin(), entropy.end(), bytes.begin());
    QCOMPARE(QString::fromStdString(phraseOf(bytes)), phrase);
    QVERIFY(entropyOf(phrase.toStdString()) == bytes);
    QVERIFY(entropyOf("  "
                      + phrase.toUpper().replace(QLatin1Char(' '), QLatin1Char('\n')).toStdString())
            == bytes);
    // any one word changed is told by the checksum in 15 of 16 cases; this one is
    const QString other = phrase.section(QLatin1Char(' '), 0, 10) + QStringLiteral(" zebra");
    QVERIFY(!entropyOf(other.toStdString()));
}

void TestPhrase::hostile()
{
    for (const std::string &text :
         {std::string(), std::string("abandon"), std::string(5000, 'a'),
          std::string("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong"),
          std::string("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong"),
          std::string("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrongg")})
        QVERIFY(!entropyOf(text));
}

QTEST_APPLESS_MAIN(TestPhrase)
#include "tst_phrase.moc"
