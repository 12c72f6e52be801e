// validate-data and the JSON Schema validator behind it. The referee is python3-jsonschema, an
// independent implementation, on a thousand generated pairs of schema and instance.
#include "runcapability.h"

#include "capabilities/jsonschema.h"

#include <QProcess>
#include <QTemporaryFile>

#include <set>

using namespace testing;

namespace {

json::value faultsOf(const char *schema, const char *instance)
{
    json::array out;
    const auto report = jsonschema::validate(json::parse(schema), json::parse(instance));
    for (const auto &fault : report.faults)
        out.push_back(json::array{fault.path, fault.keyword});
    return out;
}

// A seeded source of schemas and instances of the kind people meet.
class Generator {
public:
    explicit Generator(std::uint64_t seed) : state_(seed * 7919 + 1) {}

    json::value instance(int depth = 0)
    {
        switch (pick(depth > 2 ? 6 : 8)) {
        case 0: return nullptr;
        case 1: return pick(2) == 1;
        case 2: return std::int64_t(pick(20)) - 5;
        case 3: return (double(pick(40)) - 10) / 4;
        case 4:
        case 5: return json::string(word());
        case 6: {
            json::array out;
            for (std::size_t i = pick(4); i > 0; --i)
                out.push_back(instance(depth + 1));
            return out;
        }
        default: {
            json::object out;
            for (std::size_t i = pick(4); i > 0; --i)
                out[name()] = instance(depth + 1);
            return out;
        }
        }
    }

    json::value schema(int depth = 0)
    {
        if (pick(12) == 0)
            return pick(2) == 1;
        json::object out;
        for (std::size_t i = 1 + pick(3); i > 0; --i)
            addKeyword(out, depth);
        return out;
    }

private:
    std::size_t pick(std::size_t below)
    {
        state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
        return (state_ >> 33) % below;
    }
    std::string name() { return std::string(1, static_cast<char>('a' + pick(4))); }
    std::string word()
    {
        static const char *const words[] = {"",   "a",          "ab",       "müde",
                                            "12", "2025-01-31", "🙂🙂", "a/b~c"};
        return words[pick(8)];
    }
    json::array list(int depth)
    {
        json::array out;
        for (std::size_t i = 1 + pick(2); i > 0; --i)
            out.push_back(schema(depth + 1));
        return out;
    }

    void addKeyword(json::object &out, int depth)
    {
        static const char *const types[] = {"null",   "boolean", "integer", "number",
                                            "string", "array",   "object"};
        switch (pick(depth > 2 ? 12 : 24)) {
        case 0:
        case 1: out["type"] = types[pick(7)]; return;
        case 2: out["type"] = json::array{types[pick(3)], types[3 + pick(4)]}; return;
        case 3: out["enum"] = json::array{instance(2), instance(2)}; return;
        case 4: out["const"] = instance(2); return;
        case 5: out["minimum"] = std::int64_t(pick(10)) - 3; return;
        case 6: out["exclusiveMaximum"] = std::int64_t(pick(10)) - 3; return;
        case 7: out["multipleOf"] = pick(2) ? json::value(0.5) : json::value(3); return;
        case 8: out["minLength"] = pick(4); return;
        case 9: out["maxLength"] = pick(4); return;
        case 10: out["pattern"] = pick(2) ? "^[a-z]+$" : "\\d{2}"; return;
        case 11: out["required"] = json::array{name()}; return;
        case 12: out["minItems"] = pick(3); return;
        case 13: out["uniqueItems"] = true; return;
        case 14: out["items"] = schema(depth + 1); return;
        case 15: out["prefixItems"] = list(depth); return;
        case 16: out["contains"] = schema(depth + 1); return;
        case 17:
            out["properties"] =
                json::object{{name(), schema(depth + 1)}, {name(), schema(depth + 1)}};
            return;
        case 18: out["additionalProperties"] = schema(depth + 1); return;
        case 19: out["patternProperties"] = json::object{{"^[ab]$", schema(depth + 1)}}; return;
        case 20: out[pick(2) ? "anyOf" : "oneOf"] = list(depth); return;
        case 21: out["not"] = schema(depth + 1); return;
        case 22: out["allOf"] = list(depth); return;
        default: out["if"] = schema(depth + 1); out[pick(2) ? "then" : "else"] = schema(depth + 1);
        }
    }

    std::uint64_t state_;
};

// Whether each pair is valid, and the places of its plain faults, by python3-jsonschema.
const char referee[] = R"(
import json, sys
from jsonschema import Draft202012Validator
plain = {'type', 'enum', 'const', 'minimum', 'exclusiveMaximum', 'multipleOf', 'minLength',
         'maxLength', 'pattern', 'required', 'minItems', 'uniqueItems', 'anyOf', 'oneOf', 'not'}
def pointer(path):
    return ''.join('/' + str(p).replace('~', '~0').replace('/', '~1') for p in path)
for line in open(sys.argv[1], encoding='utf-8'):
    pair = json.loads(line)
    errors = list(Draft202012Validator(pair['schema']).iter_errors(pair['instance']))
    faults = sorted({pointer(e.absolute_path) + ' ' + e.validator for e in errors if e.validator in plain})
    print(json.dumps([not errors, faults]))
)";

}  // namespace

class TstValidateData : public QObject {
    Q_OBJECT

private slots:
    void pathsAndKeywords_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("instance");
        QTest::addColumn<QString>("faults");
        const auto row = [](const char *name, const char *schema, const char *instance,
                            const char *faults) {
            QTest::newRow(name) << QString::fromUtf8(schema) << QString::fromUtf8(instance)
                                << QString::fromUtf8(faults);
        };
        row("fits", R"({"type":"object"})", R"({})", R"([])");
        row("nested", R"({"properties":{"a":{"items":{"type":"integer"}}}})",
            R"({"a":[1,"x",2.5]})", R"([["/a/1","type"],["/a/2","type"]])");
        row("escapes", R"({"properties":{"a/b~c":{"maxLength":1}}})", R"({"a/b~c":"xy"})",
            R"([["/a~1b~0c","maxLength"]])");
        row("extra", R"({"properties":{"a":true},"additionalProperties":false})",
            R"({"a":1,"b":2})", R"([["/b","additionalProperties"]])");
        row("required", R"({"required":["a","b"]})", R"({"a":1})", R"([["","required"]])");
        row("one whole", R"({"type":"integer"})", R"(3.0)", R"([])");
        row("code points", R"({"maxLength":2})", R"("🙂🙂")", R"([])");
        row("unique by value", R"({"uniqueItems":true})", R"([1,{"a":1,"b":2},{"b":2,"a":1.0}])",
            R"([["","uniqueItems"]])");
        row("one of", R"({"oneOf":[{"type":"integer"},{"minimum":2}]})", R"(3)",
            R"([["","oneOf"]])");
        row("if then", R"({"if":{"required":["due"]},"then":{"required":["who"]}})",
            R"({"due":"x"})", R"([["","required"]])");
        row("reference",
            R"({"$defs":{"n":{"type":"number"}},"properties":{"x":{"$ref":"#/$defs/n"}}})",
            R"({"x":"1"})", R"([["/x","type"]])");
        row("draft 7 tuple",
            R"({"$schema":"http://json-schema.org/draft-07/schema#","items":[{"type":"string"}],"additionalItems":false})",
            R"(["a",1])", R"([["/1","additionalItems"]])");
        row("2020 tuple", R"({"prefixItems":[{"type":"string"}],"items":false})", R"(["a",1])",
            R"([["/1","items"]])");
        row("unevaluated", R"({"allOf":[{"properties":{"a":true}}],"unevaluatedProperties":false})",
            R"({"a":1,"b":1})", R"([["/b","unevaluatedProperties"]])");
        row("dependent", R"({"dependentRequired":{"a":["b"]}})", R"({"a":1})",
            R"([["","dependentRequired"]])");
        row("contains", R"({"contains":{"const":1},"maxContains":1})", R"([1,1])",
            R"([["","maxContains"]])");
        row("cents", R"({"multipleOf":0.01})", R"(19.99)", R"([])");
    }
    void pathsAndKeywords()
    {
        QFETCH(QString, schema);
        QFETCH(QString, instance);
        QFETCH(QString, faults);
        const json::value got = faultsOf(schema.toUtf8(), instance.toUtf8());
        QCOMPARE(QString::fromStdString(json::serialize(got)), faults);
    }

    void agreesWithPython()
    {
        QProcess probe;
        probe.start(QStringLiteral("/usr/bin/python3"),
                    {QStringLiteral("-c"),
                     QStringLiteral("import jsonschema; jsonschema.Draft202012Validator")});
        if (!probe.waitForStarted() || !probe.waitForFinished() || probe.exitCode() != 0)
            QSKIP("python3-jsonschema is not installed");
        QTemporaryFile file;
        QVERIFY(file.open());
        std::vector<std::pair<json::value, json::value>> pairs;
        for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
            Generator generator(seed);
            pairs.emplace_back(generator.schema(), generator.instance());
            const std::string line =
                json::serialize(
                    json::object{{"schema", pairs.back().first}, {"instance", pairs.back().second}})
                + "\n";
            file.write(line.data(), static_cast<qint64>(line.size()));
        }
        file.close();
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"),
                     {QStringLiteral("-W"), QStringLiteral("ignore"), QStringLiteral("-c"),
                      QString::fromUtf8(referee), file.fileName()});
        QVERIFY(python.waitForFinished(60000));
        const QList<QByteArray> answers = python.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(answers.size(), qsizetype(pairs.size()));
        std::size_t invalid = 0, places = 0;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const json::value answer = json::parse(answers[qsizetype(i)].toStdString());
            const auto report = jsonschema::validate(pairs[i].first, pairs[i].second);
            const std::string shown =
                json::serialize(pairs[i].first) + "  " + json::serialize(pairs[i].second);
            QVERIFY2(report.isValid == answer.at(0).as_bool(), shown.c_str());
            std::set<std::string> own;
            for (const auto &fault : report.faults)
                own.insert(fault.path + " " + fault.keyword);
            invalid += !report.isValid;
            for (const json::value &fault : answer.at(1).as_array()) {
                ++places;
                QVERIFY2(own.contains(fault.as_string().c_str()),
                         (shown + "  " + fault.as_string().c_str()).c_str());
            }
        }
        QVERIFY(invalid > 500 && places > 500);  // the comparison saw enough of both
    }

    void hostileInput()
    {
        // a regular expression made to explode, and references that turn in circles
        const std::string bomb = "\"" + std::string(2000, 'a') + "!\"";
        auto report =
            jsonschema::validate(json::parse(R"({"pattern":"^(a+)+$"})"), json::parse(bomb));
        QVERIFY(!report.isValid);
        report = jsonschema::validate(json::parse("{\"$ref\":\"#\"}"), json::parse("1"));
        QCOMPARE(report.schemaFault, std::string("depth"));
        report = jsonschema::validate(json::parse("{\"$ref\":\"http://example.org/x\"}"),
                                      json::parse("1"));
        QCOMPARE(report.schemaFault, std::string("reference"));
        report = jsonschema::validate(json::parse("{\"pattern\":\"(\"}"), json::parse("\"x\""));
        QCOMPARE(report.schemaFault, std::string("regex"));
        jsonschema::Options options;
        options.stop = stopped();
        json::array many(5000, json::value(1));
        QVERIFY(jsonschema::validate(json::parse(R"({"items":{"type":"integer"}})"), many, options)
                    .isStopped);
    }

    void capability()
    {
        const std::string schema =
            R"({"type":"object","properties":{"total":{"type":"number"}},"required":["total"]})";
        auto result =
            runCapability("validate-data", {{"record", R"({"total":12.5})"}, {"schema", schema}});
        QCOMPARE(output(result, "validation"), std::string(R"({"errors":[],"valid":true})"));
        result =
            runCapability("validate-data", {{"record", R"({"total":"12"})"}, {"schema", schema}});
        QCOMPARE(result.figures.at("errors"), 1);
        QCOMPARE(jsonOf(result, "validation").at("errors").at(0).at("path").as_string().c_str(),
                 "/total");
        result = runCapability("validate-data", {{"record", "{"}, {"schema", schema}});
        QCOMPARE(jsonOf(result, "validation").at("valid").as_bool(), false);
        QCOMPARE(runCapability("validate-data", {{"record", "{}"}}).refusal,
                 std::string("validatedata.noSchema"));
        QCOMPARE(runCapability("validate-data", {{"schema", "{}"}}).refusal,
                 std::string("validatedata.noInput"));
        QCOMPARE(runCapability("validate-data",
                               {{"record", "{}"}, {"schema", "{\"$ref\":\"#/nowhere\"}"}})
                     .refusal,
                 std::string("validatedata.badSchema"));
    }

    void rulesBetweenFields()
    {
        const json::object params = json::parse(R"({"formats":true,"rules":[
            {"sum":"/items","member":"amount","is":"==","right":"/total"},
            {"left":"/start","is":"<=","right":"/deadline"}]})")
                                        .as_object();
        const std::string schema = R"({"properties":{"start":{"format":"date"}}})";
        const auto errors = [&](const char *record) {
            return json::serialize(
                jsonOf(runCapability("validate-data", {{"record", record}, {"schema", schema}},
                                     params),
                       "validation")
                    .at("errors"));
        };
        QCOMPARE(
            errors(
                R"({"items":[{"amount":0.1},{"amount":0.2}],"total":0.3,"start":"2025-01-01","deadline":"2025-02-01"})"),
            std::string("[]"));
        QVERIFY(errors(R"({"items":[{"amount":1}],"total":2})").find(R"("path":"/items")")
                != std::string::npos);
        QVERIFY(
            errors(R"({"start":"2025-03-01","deadline":"2025-02-01"})").find(R"("path":"/start")")
            != std::string::npos);
        QVERIFY(errors(R"({"start":"2025-02-30"})").find("format") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TstValidateData)
#include "tst_validatedata.moc"
