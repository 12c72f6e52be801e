#include "crypto/words.h"
#include "vectors.h"

#include <QtTest>

using namespace crypto;

class TestWords : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void likeHashlibAndTheList();
    void everyWordCounts();
    void beginningsMatch();
    void shapesOfTyping();
    void otherTextMatchesNothing();
    void digitsThatAreWords();

private:
    PublicKey m_key;
    std::string m_words, m_hex;
};

void TestWords::initTestCase()
{
    QVERIFY(init());
    m_key.bytes = blake2b("the key of this test").bytes;
    m_words = fingerprintWords(m_key);
    m_hex = fingerprintHex(m_key);
}

void TestWords::likeHashlibAndTheList()
{
    const QJsonObject file = vectors::read("hashes.json");
    QCOMPARE(file[u"fingerprints"].toArray().size(), 6);
    for (const QJsonValue row : file[u"fingerprints"].toArray()) {
        const auto key = PublicKey::fromHex(row[u"key"].toString().toStdString());
        QVERIFY(key);
        QCOMPARE(fingerprintWords(*key), row[u"words"].toString().toStdString());
        QCOMPARE(fingerprintHex(*key), row[u"hex"].toString().toStdString());
        QVERIFY(matchesFingerprint(*key, row[u"words"].toString().toStdString()));
        QVERIFY(matchesFingerprint(*key, row[u"hex"].toString().toStdString()));
    }
    // the digest of english.txt as BIP-39 publishes it
    QCOMPARE(file[u"wordList"][0][u"sha256"].toString(),
             QStringLiteral("2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda"));
}

void TestWords::everyWordCounts()
{
    const QStringList words = QString::fromStdString(m_words).split(u' ');
    QCOMPARE(words.size(), 8);
    for (int i = 0; i < words.size(); ++i) {
        QStringList other = words;
        other[i] =
            other[i] == QStringLiteral("zoo") ? QStringLiteral("abandon") : QStringLiteral("zoo");
        QVERIFY(!matchesFingerprint(m_key, other.join(u' ').toStdString()));
        QVERIFY(isFingerprint(other.join(u' ').toStdString()));
        other = words;
        other.removeAt(i);  // the last word may be missing, any other not
        QCOMPARE(matchesFingerprint(m_key, other.join(u' ').toStdString()), i == words.size() - 1);
    }
    for (std::size_t i = 0; i < m_hex.size(); ++i) {
        std::string other = m_hex;
        other[i] = other[i] == '0' ? '1' : '0';
        QVERIFY(!matchesFingerprint(m_key, other));
        QVERIFY(isFingerprint(other));
    }
}

void TestWords::beginningsMatch()
{
    const QStringList words = QString::fromStdString(m_words).split(u' ');
    for (int count = 0; count <= words.size(); ++count) {
        const std::string text = words.mid(0, count).join(u' ').toStdString();
        QCOMPARE(matchesFingerprint(m_key, text), count >= 4);
        QCOMPARE(isFingerprint(text), count >= 4);
    }
    for (std::size_t count = 0; count <= m_hex.size(); ++count) {
        QCOMPARE(matchesFingerprint(m_key, m_hex.substr(0, count)), count >= 16);
        QCOMPARE(isFingerprint(m_hex.substr(0, count)), count >= 16);
    }
    QVERIFY(!matchesFingerprint(m_key, m_words + " zoo"));
    QVERIFY(!isFingerprint(m_words + " zoo"));
    QVERIFY(!isFingerprint(m_words + ' ' + m_words + ' ' + m_words));
    QVERIFY(!isFingerprint(m_hex + "0"));
    QVERIFY(!isFingerprint(m_words + std::string(256, ' ')));  // the limit comes before the reading
    QVERIFY(!matchesFingerprint(m_key, m_hex + "0"));
}

void TestWords::shapesOfTyping()
{
    QString words = QString::fromStdString(m_words);
    QVERIFY(matchesFingerprint(m_key, words.toUpper().toStdString()));
    QVERIFY(matchesFingerprint(m_key, words.replace(u' ', u'-').toStdString()));
    QVERIFY(matchesFingerprint(
        m_key,
        "  " + words.replace(QStringLiteral("-"), QStringLiteral("  ")).toStdString() + "\n"));
    QString hex = QString::fromStdString(m_hex);
    QVERIFY(matchesFingerprint(m_key, hex.toUpper().toStdString()));
    for (int at = 60; at > 0; at -= 4)
        hex.insert(at, u':');
    QVERIFY(matchesFingerprint(m_key, hex.toStdString()));
    QVERIFY(matchesFingerprint(m_key, hex.replace(u':', u' ').toStdString()));
}

void TestWords::otherTextMatchesNothing()
{
    const std::string beginning = m_words.substr(0, m_words.rfind(' '));
    for (const std::string &text :
         {std::string(), std::string(" - : "), std::string(64, 'g'), std::string(1 << 20, 'a'),
          std::string(1 << 20, ' '), "0x" + m_hex.substr(0, 60), m_words + '.',
          std::string("abandon ability able"), std::string("Träume sind keine Wörter der Liste"),
          beginning + " " + m_hex.substr(0, 16), std::string("aband ability able about"),
          std::string("\0\0\0\0", 4), m_words + '\0' + "zoo"}) {
        QVERIFY2(!matchesFingerprint(m_key, text), text.substr(0, 80).c_str());
        QVERIFY2(!isFingerprint(text), text.substr(0, 80).c_str());
    }
    PublicKey other = m_key;
    other.bytes[31] ^= 1;
    QVERIFY(!matchesFingerprint(other, m_words));
    QVERIFY(!matchesFingerprint(other, m_hex));
}

void TestWords::digitsThatAreWords()
{
    // four groups of digits that are words as well: read both ways, right in neither here
    QVERIFY(isFingerprint("face face dad add cafe bead"));
    QVERIFY(isFingerprint("face face face face"));
    QVERIFY(!matchesFingerprint(m_key, "face face face face"));
}

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
