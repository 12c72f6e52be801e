// Typed data: the example of EIP-712 ("Ether Mail") with every figure it publishes, its signature,
// arrays and numbers at their bounds, and what must be refused.
#include "crypto/jcs.h"
#include "crypto/keccak.h"
#include "crypto/typeddata.h"
#include "crypto/typedvalue.h"
#include "crypto/wallet.h"
#include "vectors.h"

#include <QTest>

#include <boost/json.hpp>

using namespace crypto;
namespace json = boost::json;

namespace {

const char *const mail = R"({"types":{"EIP712Domain":[{"name":"name","type":"string"},
{"name":"version","type":"string"},{"name":"chainId","type":"uint256"},
{"name":"verifyingContract","type":"address"}],
"Person":[{"name":"name","type":"string"},{"name":"wallet","type":"address"}],
"Mail":[{"name":"from","type":"Person"},{"name":"to","type":"Person"},
{"name":"contents","type":"string"}]},"primaryType":"Mail",
"domain":{"name":"Ether Mail","version":"1","chainId":1,
"verifyingContract":"0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"},
"message":{"from":{"name":"Cow","wallet":"0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"},
"to":{"name":"Bob","wallet":"0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"},
"contents":"Hello, Bob!"}})";

json::value sample()
{
    return readJson(mail).value();
}

std::optional<Digest> hashOf(const json::value &value)
{
    std::string why;
    const auto hash = typedDataHash(value, why);
    // a refusal says why, and only a refusal does
    return hash.has_value() == why.empty() ? hash : std::optional(Digest{});
}

std::string encoded(const char *type, const json::value &value)
{
    const auto word = encodeAtom(atomOf(type), value);
    return word ? word->hex() : std::string();
}

}  // namespace

class TestTypedData : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(init()); }
    void etherMail();
    void arraysAndNesting();
    void numbersAtTheirBounds();
    void refused_data();
    void refused();
    void hostile();
};

void TestTypedData::etherMail()
{
    const json::value value = sample();
    const json::value &types = value.at("types");
    std::string why;
    QCOMPARE(typedDataType(types, "Mail", why).value(),
             "Mail(Person from,Person to,string contents)Person(string name,address wallet)");
    QCOMPARE(keccak256(*typedDataType(types, "Mail", why)).hex(),
             "a0cedeb2dc280ba39b857546d74f5549c3a1d7bdc2dd96bf881f76108e23dac2");
    QCOMPARE(typedDataStruct(types, "EIP712Domain", value.at("domain"), why)->hex(),
             "f2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f");
    QCOMPARE(typedDataStruct(types, "Mail", value.at("message"), why)->hex(),
             "c52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e");
    const auto hash = hashOf(value);
    QCOMPARE(hash->hex(), "be609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2");
    const auto key = WalletKey::fromSecret(SecretKey(keccak256("cow").bytes));
    QCOMPARE(key->address().text(), "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826");
    QCOMPARE(key->sign(*hash).hex(),
             "0x4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d"
             "07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b915621c");
}

void TestTypedData::arraysAndNesting()
{
    std::string why;
    const json::value types = readJson(R"({"P":[{"name":"n","type":"string"}],
        "G":[{"name":"m","type":"P[2][]"},{"name":"v","type":"uint8[3]"}]})")
                                  .value();
    const auto hash = typedDataStruct(
        types, "G", readJson(R"({"m":[[{"n":"a"},{"n":"b"}]],"v":[1,2,3]})").value(), why);
    QVERIFY2(hash, why.c_str());
    // by hand, as the EIP tells it
    const auto word = [](const Digest &digest) {
        return std::string(digest.bytes.begin(), digest.bytes.end());
    };
    const auto number = [](char n) { return std::string(31, '\0') + n; };
    const auto person = [&](const char *name) {
        return word(keccak256(word(keccak256("P(string n)")) + word(keccak256(name))));
    };
    const std::string type = word(keccak256("G(P[2][] m,uint8[3] v)P(string n)"));
    const std::string pairs = word(keccak256(word(keccak256(person("a") + person("b")))));
    const std::string numbers = word(keccak256(number(1) + number(2) + number(3)));
    QVERIFY(*hash == keccak256(type + pairs + numbers));
    QVERIFY(
        !typedDataStruct(types, "G", readJson(R"({"m":[[{"n":"a"}]],"v":[1,2,3]})").value(), why));
    QVERIFY(typedDataStruct(types, "G", readJson(R"({"m":[],"v":[1,2,3]})").value(), why));
}

void TestTypedData::numbersAtTheirBounds()
{
    const std::string f(64, 'f'), z(64, '0');
    QCOMPARE(encoded("int8", -1), f);
    QCOMPARE(encoded("int8", -128), std::string(62, 'f') + "80");
    QCOMPARE(encoded("int8", 127), std::string(62, '0') + "7f");
    QCOMPARE(encoded("int8", -129), "");
    QCOMPARE(encoded("int8", 128), "");
    QCOMPARE(encoded("uint8", 255), std::string(62, '0') + "ff");
    QCOMPARE(encoded("uint8", 256), "");
    QCOMPARE(encoded("uint8", -1), "");
    const char *const most =
        "115792089237316195423570985008687907853269984665640564039457584007913129639935";
    QCOMPARE(encoded("uint256", most), f);
    QCOMPARE(
        encoded("uint256",
                "115792089237316195423570985008687907853269984665640564039457584007913129639936"),
        "");
    QCOMPARE(encoded("int256", most), "");
    QCOMPARE(
        encoded("int256",
                "-57896044618658097711785492504343953926634992332820282019728792003956564819968"),
        "8" + std::string(63, '0'));
    QCOMPARE(
        encoded("int256",
                "-57896044618658097711785492504343953926634992332820282019728792003956564819969"),
        "");
    QCOMPARE(encoded("uint256", json::string("0x" + f)), f);
    QCOMPARE(encoded("uint256", 0), z);
    for (const json::value &no :
         {json::value("01"), json::value("-0"), json::value("0x"), json::value("-0x1"),
          json::value(""), json::value(" 1"), json::value("1e3"), json::value(1.5),
          json::value(true), json::value(nullptr), json::value("+1")})
        QCOMPARE(encoded("uint256", no), "");
    for (const char *type : {"uint", "int", "uint7", "uint264", "uint08", "int0", "bytes0",
                             "bytes33", "bytes01", "float", "Bool", "", "uint256 "})
        QVERIFY2(atomOf(type).kind == AtomKind::None, type);
    QCOMPARE(encoded("bytes4", "0x01020304"), "01020304" + std::string(56, '0'));
    QCOMPARE(encoded("bytes4", "0x010203"), "");
    QCOMPARE(encoded("bytes", "0x0"), "");
    QCOMPARE(encoded("bool", 1), "");
    QCOMPARE(encoded("bool", true), std::string(63, '0') + "1");
}

void TestTypedData::refused_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto row = [](const char *name, const char *from, const char *to) {
        QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to);
    };
    row("unknown member", R"("primaryType")", R"("extra":1,"primaryType")");
    row("unknown type", R"("primaryType":"Mail")", R"("primaryType":"Male")");
    row("field missing", R"(,
"contents":"Hello, Bob!")",
        "");
    row("field too many", R"("contents":"Hello, Bob!")", R"("contents":"x","more":1)");
    row("text is no text", R"("contents":"Hello, Bob!")", R"("contents":1)");
    row("bad checksum", "0xCD2a3d9F", "0xcD2a3d9F");
    row("cycle", R"({"name":"wallet","type":"address"}])", R"({"name":"wallet","type":"Mail"}])");
    row("itself", R"({"name":"wallet","type":"address"}])",
        R"({"name":"wallet","type":"Person[]"}])");
    row("no such type", R"({"name":"contents","type":"string"})",
        R"({"name":"contents","type":"uint"})");
    row("field twice", R"({"name":"contents","type":"string"})",
        R"({"name":"from","type":"string"})");
    row("domain out of order", R"({"name":"name","type":"string"},
{"name":"version","type":"string"})",
        R"({"name":"version","type":"string"},{"name":"name","type":"string"})");
    row("domain of another type", R"("chainId","type":"uint256")", R"("chainId","type":"uint64")");
    row("chain is no number", R"("chainId":1)", R"("chainId":"one")");
}

void TestTypedData::refused()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QString text = QString::fromLatin1(mail);
    QVERIFY(text.contains(from));
    text.replace(text.indexOf(from), from.size(), to);
    const auto value = readJson(text.toStdString());
    QVERIFY(value);
    QVERIFY(!hashOf(*value));
}

void TestTypedData::hostile()
{
    for (const json::value &value : {json::value(nullptr), json::value(json::object{}),
                                     json::value(json::array{}), json::value("x")})
        QVERIFY(!hashOf(value));
    // a short text that asks for a great many values, and a type deeper than is allowed
    json::value many = sample();
    many.at("types").at("Mail").as_array()[2] = {{"name", "contents"}, {"type", "uint8[]"}};
    many.at("message").as_object()["contents"] = json::array(typedDataValuesMax, json::value(1));
    QVERIFY(!hashOf(many));
    json::value deep = sample();
    std::string type = "string";
    json::value nested = "x";
    for (std::size_t i = 0; i < typedDataDepthMax + 1; ++i) {
        type += "[]";
        nested = json::array{nested};
    }
    deep.at("types").at("Mail").as_array()[2] = {{"name", "contents"}, {"type", type}};
    deep.at("message").as_object()["contents"] = nested;
    QVERIFY(!hashOf(deep));
}

QTEST_APPLESS_MAIN(TestTypedData)
#include "tst_typeddata.moc"
