// infer-schema: the record holds the text's values, always fits its schema (two independent
// validators), and texts of one form share names and types with tests/exam/forms.json.
#include "runcapability.h"

#include "capabilities/jsonschema.h"

#include <QFile>

#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <map>
#include <set>

using namespace testing;

namespace {

capabilities::Result infer(const std::string &words, const std::string &form,
                           const std::string &facts = "{}")
{
    return runCapability(
        "infer-schema",
        {{"text", words}, {"facts", facts}, {"tags", "{\"form\":\"" + form + "\"}"}});
}

json::value recordOf(const std::string &words, const std::string &form)
{
    return jsonOf(infer(words, form), "record");
}

// path -> type of everything a schema names
void collect(const json::value &schema, const std::string &path,
             std::map<std::string, std::string> &out)
{
    const json::object &object = schema.as_object();
    if (const json::value *properties = object.if_contains("properties")) {
        for (const auto &member : properties->as_object()) {
            const std::string name = (path.empty() ? "" : path + ".") + std::string(member.key());
            out[name] = member.value().at("type").as_string().c_str();
            collect(member.value(), name, out);
        }
    }
    if (const json::value *items = object.if_contains("items")) {
        out[path + "[]"] = items->at("type").as_string().c_str();
        collect(*items, path + "[]", out);
    }
}

std::map<std::string, std::string> pathsOf(const json::value &schema)
{
    std::map<std::string, std::string> out;
    collect(schema, "", out);
    return out;
}

// valijson knows draft 7; the schema keeps to what both drafts share
bool valijsonAccepts(const json::value &schema, const json::value &record)
{
    valijson::Schema parsed;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::BoostJsonAdapter(schema), parsed);
    valijson::Validator validator;
    return validator.validate(parsed, valijson::adapters::BoostJsonAdapter(record), nullptr);
}

std::vector<json::object> corpus()
{
    std::vector<json::object> out;
    QFile file(QStringLiteral(DREAM_SOURCE_DIR "/tests/exam/dev.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        return out;
    while (!file.atEnd())
        out.push_back(json::parse(file.readLine().toStdString()).as_object());
    return out;
}

}  // namespace

class TstInferSchema : public QObject {
    Q_OBJECT

private slots:
    void recipe()
    {
        const auto record = recordOf(
            "# Soup\n\nFor 4 people. Serves 4.\n\n## Ingredients\n- 1 1/2 l water\n- 250 g lentils, rinsed\n- 2 carrots\n\n"
            "## Method\n1. Boil it.\n2. Eat it.\n",
            "recipe");
        QCOMPARE(record.at("servings").as_int64(), 4);
        QCOMPARE(json::serialize(record.at("ingredients").at(0)),
                 std::string("{\"item\":\"water\",\"quantity\":1.5E0,\"unit\":\"l\"}"));
        QCOMPARE(record.at("ingredients").at(1).at("item").as_string().c_str(), "lentils");
        QVERIFY(!record.at("ingredients").at(2).as_object().contains("unit"));
        QCOMPARE(json::serialize(record.at("steps")), std::string("[\"Boil it.\",\"Eat it.\"]"));
        QVERIFY(!record.as_object().contains("ovenTemperature"));
    }

    void fourLanguages()
    {
        QCOMPARE(
            recordOf("Sitzung\n\nDatum: 3. Mai 2025\nOrt: Keller\nAnwesend: Ada, Ben\n", "meeting")
                .at("date")
                .as_string()
                .c_str(),
            "2025-05-03");
        QCOMPARE(
            recordOf("# Junta\n\nFecha: 9 de abril de 2025\nAsistentes: Ana, Luis\n", "meeting")
                .at("date")
                .as_string()
                .c_str(),
            "2025-04-09");
        QCOMPARE(recordOf("# Conseil\n\nDate : 1er mars 2026\n", "meeting")
                     .at("date")
                     .as_string()
                     .c_str(),
                 "2026-03-01");
        QCOMPARE(
            recordOf("# Council\n\nDate: 22 May 2024\n", "meeting").at("date").as_string().c_str(),
            "2024-05-22");
    }

    void actionsHaveWhoWhatAndWhen()
    {
        const auto actions =
            recordOf(
                "# Round\n\nPresent: Kit, Ada\n\n## To do\n- Kit: fix the lamp by 3 June 2025\n- [x] old thing\n- find a room\n",
                "meeting")
                .at("actions");
        QCOMPARE(
            json::serialize(actions),
            std::string(
                "[{\"due\":\"2025-06-03\",\"what\":\"fix the lamp\",\"who\":\"Kit\"},{\"what\":\"find a room\"}]"));
    }

    void moneyIsExact()
    {
        const auto result = infer(
            "Cuentas\n\nSueldo: 1.050 €\n\nAlquiler: 750,10 €\nLuz: 64,30 €\nTotal: 814,40 €\nSaldo: -235,60 €\n",
            "budget");
        const std::string bytes = output(result, "record");
        for (const char *part : {"\"income\":1050", "\"amount\":750.1,", "\"amount\":64.3,",
                                 "\"total\":814.4", "\"balance\":-235.6", "\"currency\":\"EUR\""})
            QVERIFY2(bytes.find(part) != std::string::npos,
                     (std::string(part) + " in " + bytes).c_str());
    }

    void plansTickTheirSteps()
    {
        const auto record = recordOf(
            "# Balcony\n\nGoal: tomatoes in July\nDeadline: 15 May 2025\n\n- [x] build the bed\n- [ ] sow (by 1 April)\n",
            "plan");
        QCOMPARE(record.at("deadline").as_string().c_str(), "2025-05-15");
        QCOMPARE(record.at("steps").at(0).at("done").as_bool(), true);
        QCOMPARE(record.at("steps").at(1).at("text").as_string().c_str(), "sow");
    }

    void otherTextsKeepTheirOwnFields()
    {
        const auto result = infer(
            "# Tool library\n\nOpening hours: Thursday\nPlaces: 12\n\n## Rules\n- bring it back\n",
            "other");
        const auto record = jsonOf(result, "record");
        QCOMPARE(record.at("openingHours").as_string().c_str(), "Thursday");
        QCOMPARE(record.at("title").as_string().c_str(), "Tool library");
        QCOMPARE(result.labels.at("form"), std::string("other"));
        const auto other = infer("# Lamp\n\nWatts: 40\n", "other");
        QVERIFY(output(other, "schema") != output(result, "schema"));
        QVERIFY(pathsOf(jsonOf(other, "schema")).at("watts") == "integer");
    }

    void nonsenseHasNoProperties()
    {
        const auto result = infer("qwe rty 12 € asdf: zxcv", "nonsense");
        QCOMPARE(output(result, "record"), std::string("{}"));
        QCOMPARE(result.figures.at("properties"), 0);
    }

    void namesAndTypesAreThoseOfTheForms()
    {
        QFile file(QStringLiteral(DREAM_SOURCE_DIR "/tests/exam/forms.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const json::value forms = json::parse(file.readAll().toStdString());
        std::size_t seen = 0;
        for (json::object &entry : corpus()) {
            const std::string form = entry.at("form").as_string().c_str();
            if (form == "other" || form == "nonsense")
                continue;
            const auto declared = pathsOf(forms.at("forms").at(form));
            for (const auto &[path, type] :
                 pathsOf(jsonOf(infer(entry.at("text").as_string().c_str(), form), "schema"))) {
                QVERIFY2(declared.contains(path) && declared.at(path) == type,
                         (form + " " + path + " " + type).c_str());
                ++seen;
            }
        }
        QVERIFY(seen > 300);
    }

    void recordsAlwaysFit()
    {
        static const char *const forms[] = {"recipe", "meeting", "budget", "plan",     "nightDream",
                                            "brief",  "journal", "other",  "nonsense", "unheard"};
        for (std::uint64_t seed = 1; seed <= 150; ++seed) {
            const std::string words = randomText(seed, 10 + seed * 3);
            for (const char *form : forms) {
                const auto result = infer(words, form);
                const auto schema = jsonOf(result, "schema"), record = jsonOf(result, "record");
                jsonschema::Options options;
                options.areFormatsAsserted = true;
                const auto report = jsonschema::validate(schema, record, options);
                QVERIFY2(report.isValid,
                         (output(result, "record") + output(result, "schema")).c_str());
                if (seed % 5 == 0)
                    QVERIFY(valijsonAccepts(schema, record));
            }
        }
    }

    // A floor under what the exam measures; the exam itself also reads the texts nobody tuned on.
    void devCorpus()
    {
        std::size_t hit = 0, wrong = 0, missed = 0;
        for (json::object &entry : corpus()) {
            if (!entry.contains("schema") || entry.at("form").as_string() == "nonsense")
                continue;
            json::array people;
            for (const json::value &name : entry.at("labels").at("people").as_array())
                people.push_back(json::object{{"text", name}});
            const auto got = pathsOf(jsonOf(
                infer(entry.at("text").as_string().c_str(), entry.at("form").as_string().c_str(),
                      json::serialize(json::object{{"people", people}})),
                "schema"));
            const json::object &wanted = entry.at("schema").at("properties").as_object();
            for (const auto &[path, type] : got)
                (wanted.contains(path) && wanted.at(path).as_string() == type ? hit : wrong) += 1;
            for (const auto &member : wanted)
                missed += !got.contains(member.key());
        }
        const double f1 = 2.0 * double(hit) / double(2 * hit + wrong + missed);
        qInfo("schema F1 on dev: %.3f", f1);
        QVERIFY(f1 >= 0.9);
    }

    void promises()
    {
        for (const char *form : {"meeting", "budget", "journal"})
            checkPromises("infer-schema", {{"tags", std::string("{\"form\":\"") + form + "\"}"},
                                           {"facts", "{\"people\":[1,{\"text\":2}]}"}});
        QCOMPARE(runCapability("infer-schema", {}).refusal, std::string("inferschema.noInput"));
    }
};

QTEST_APPLESS_MAIN(TstInferSchema)
#include "tst_inferschema.moc"
