// Canonical JSON against the data of RFC 8785's author (tests/vectors) and the numbers of its
// appendix B, and what I-JSON forbids.
#include "crypto/jcs.h"
#include "vectors.h"

#include <QTest>

#include <boost/json.hpp>

#include <bit>
#include <random>

using namespace crypto;

class TestJcs : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(init()); }
    void published();
    void numbers();
    void randomNumbersComeBack();
    void hostile();
};

void TestJcs::published()
{
    const QJsonArray cases = vectors::read("jcs.json")[u"cases"].toArray();
    QCOMPARE(cases.size(), 6);
    for (const QJsonValue row : cases) {
        const auto value = readJson(row[u"input"].toString().toStdString());
        QVERIFY2(value, qPrintable(row[u"name"].toString()));
        QCOMPARE(QString::fromStdString(jcs(*value).value()), row[u"output"].toString().trimmed());
        QVERIFY(jcs(*readJson(*jcs(*value))) == jcs(*value));
    }
}

void TestJcs::numbers()
{
    const std::pair<std::uint64_t, const char *> rows[] = {
        {0x0000000000000000, "0"},
        {0x8000000000000000, "0"},
        {0x0000000000000001, "5e-324"},
        {0x8000000000000001, "-5e-324"},
        {0x7fefffffffffffff, "1.7976931348623157e+308"},
        {0x4340000000000000, "9007199254740992"},
        {0xc340000000000000, "-9007199254740992"},
        {0x4430000000000000, "295147905179352830000"},
        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
        {0x44b52d02c7e14af6, "1e+23"},
        {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
        {0x444b1ae4d6e2ef4f, "999999999999999900000"},
        {0x444b1ae4d6e2ef50, "1e+21"},
        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
        {0x3eb0c6f7a0b5ed8d, "0.000001"},
        {0x41b3de4355555553, "333333333.3333332"},
        {0x41b3de4355555554, "333333333.33333325"},
        {0x41b3de4355555555, "333333333.3333333"},
        {0x41b3de4355555556, "333333333.3333334"},
        {0x41b3de4355555557, "333333333.33333343"},
        {0xbecbf647612f3696, "-0.0000033333333333333333"},
        {0x43143ff3c1cb0959, "1424953923781206.2"},
    };
    for (const auto &[bits, text] : rows) {
        QCOMPARE(jcs(boost::json::value(std::bit_cast<double>(bits))).value(), std::string(text));
        if (bits != 0x8000000000000000)
            QCOMPARE(jcs(readJson(text).value()).value(), std::string(text));
    }
    QVERIFY(!jcs(boost::json::value(std::bit_cast<double>(0x7ff0000000000000))));
    QVERIFY(!jcs(boost::json::value(std::bit_cast<double>(0x7fffffffffffffff))));
    QCOMPARE(jcs(*readJson("9007199254740993")).value(), "9007199254740992");
    QCOMPARE(jcs(*readJson("18446744073709551615")).value(), "18446744073709552000");
    QCOMPARE(jcs(*readJson("[1.0,-0,1e2,0.1e1]")).value(), "[1,0,100,1]");
}

void TestJcs::randomNumbersComeBack()
{
    std::mt19937_64 chance(8785);
    for (int i = 0; i < 200'000; ++i) {
        const double number = std::bit_cast<double>(chance());
        const auto text = jcs(boost::json::value(number));
        QCOMPARE(text.has_value(), std::isfinite(number));
        if (!text)
            continue;
        const auto back = readJson(*text);
        QVERIFY2(back && back->to_number<double>() == number, text->c_str());
    }
}

void TestJcs::hostile()
{
    for (const char *text : {"",
                             " ",
                             "{",
                             "[1,]",
                             "{\"a\":1,}",
                             "{\"a\":1,\"a\":1}",
                             "{\"a\":{\"b\":1,\"b\":2}}",
                             "{\"a\":1,\"\\u0061\":1}",
                             "01",
                             "+1",
                             ".5",
                             "1.",
                             "NaN",
                             "1e400",
                             "1e-400",
                             "'a'",
                             "\"\\ud800\"",
                             "\"\\udc00\"",
                             "\"\x80\"",
                             "\"\xc0\xaf\"",
                             "\"\xed\xa0\x80\"",
                             "\"\n\"",
                             "1 2",
                             "true false",
                             "// c\n1",
                             "/* */1",
                             "nul",
                             "\xef\xbb\xbf"
                             "1"})
        QVERIFY2(!readJson(text), text);
    QVERIFY(!readJson(std::string_view("1\0", 2)));
    QVERIFY(readJson(std::string(jsonDepthMax, '[') + std::string(jsonDepthMax, ']')));
    QVERIFY(!readJson(std::string(jsonDepthMax + 1, '[') + std::string(jsonDepthMax + 1, ']')));
    QVERIFY(!readJson(std::string(100'000, '[')));
    QVERIFY(!readJson('"' + std::string(jsonBytesMax, 'a') + '"'));
    QVERIFY(!jcs(boost::json::value("\xff")));
    boost::json::value deep = 1;
    for (std::size_t i = 0; i <= jsonDepthMax; ++i)
        deep = boost::json::array{deep};
    QVERIFY(!jcs(deep));
}

QTEST_APPLESS_MAIN(TestJcs)
#include "tst_jcs.moc"
