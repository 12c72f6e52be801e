// A stream opens only whole, in order, and with its key.
#include "crypto/hash.h"
#include "crypto/sealstream.h"

#include <QTest>

#include <vector>

using namespace crypto;

class TestSealStream : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(init()); }
    void roundTrip();
    void whatIsChanged();
};

static SecretKey keyOf(std::uint8_t byte)
{
    std::array<std::uint8_t, 32> bytes;
    bytes.fill(byte);
    return SecretKey(bytes);
}

struct Sealed {
    std::string header;
    std::vector<std::string> chunks;
};

static Sealed sealThree()
{
    SealStream stream(keyOf(7));
    Sealed sealed{stream.header(), {}};
    sealed.chunks.push_back(stream.push("one", false));
    sealed.chunks.push_back(stream.push(std::string(100'000, 'x'), false));
    sealed.chunks.push_back(stream.push("", true));
    return sealed;
}

// How many chunks open; negative when the end was reached.
static int opened(const Sealed &sealed, const SecretKey &key)
{
    OpenStream stream(key, sealed.header);
    int count = 0;
    for (const std::string &chunk : sealed.chunks) {
        if (!stream.pull(chunk))
            break;
        ++count;
    }
    return stream.isAtEnd() ? -count : count;
}

void TestSealStream::roundTrip()
{
    const Sealed sealed = sealThree();
    QCOMPARE(opened(sealed, keyOf(7)), -3);
    OpenStream stream(keyOf(7), sealed.header);
    QVERIFY(stream.pull(sealed.chunks[0]) == std::string("one"));
    QCOMPARE(stream.pull(sealed.chunks[1])->size(), std::size_t(100'000));
    QVERIFY(sealThree().chunks[0] != sealed.chunks[0]);  // another header, another stream
}

void TestSealStream::whatIsChanged()
{
    const Sealed good = sealThree();
    QCOMPARE(opened(good, keyOf(8)), 0);
    Sealed bad = good;
    std::swap(bad.chunks[0], bad.chunks[1]);
    QCOMPARE(opened(bad, keyOf(7)), 0);
    bad = good;
    bad.chunks.erase(bad.chunks.begin() + 1);
    QCOMPARE(opened(bad, keyOf(7)), 1);
    bad = good;
    bad.chunks.pop_back();
    QCOMPARE(opened(bad, keyOf(7)), 2);  // cut off: never at its end
    bad = good;
    bad.chunks.push_back(good.chunks[2]);
    QCOMPARE(opened(bad, keyOf(7)), -3);
    bad = good;
    bad.header[3] ^= 1;
    QCOMPARE(opened(bad, keyOf(7)), 0);
    bad = good;
    bad.header.pop_back();
    QCOMPARE(opened(bad, keyOf(7)), 0);
    for (std::size_t at = 0; at < good.chunks[0].size(); ++at) {
        bad = good;
        bad.chunks[0][at] ^= 1;
        QCOMPARE(opened(bad, keyOf(7)), 0);
    }
}

QTEST_APPLESS_MAIN(TestSealStream)
#include "tst_sealstream.moc"
