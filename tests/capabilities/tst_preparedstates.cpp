// repair-state: what it refuses, the appendix of RFC 7396 in full, and properties: a difference leads
// there and its undo back, a mended state fits and keeps what was right.
#include "opscase.h"

#include "capabilities/jsonpatch.h"
#include "capabilities/jsonschema.h"
#include "capabilities/jsonvalue.h"

using namespace testing;

namespace {

json::value drawn(Draw &draw, int depth = 0)
{
    switch (draw.below(depth > 3 ? 4 : 7)) {
    case 0: return nullptr;
    case 1: return draw.below(2) == 0;
    case 2: return draw.below(5);
    case 3: return json::string(name(draw.below(5)) + "/~");
    case 4: {
        json::array list;
        for (int i = draw.below(4); i > 0; --i)
            list.push_back(drawn(draw, depth + 1));
        return list;
    }
    default: {
        json::object object;
        for (int i = draw.below(5); i > 0; --i)
            object[name(draw.below(5)) + (draw.below(3) ? "" : "~/")] = drawn(draw, depth + 1);
        return object;
    }
    }
}

const char *const failing[][3] = {
    {"{}", R"([1])", "shape"},
    {"{}", R"([{"op":"add","path":"/a"}])", "shape"},
    {"{}", R"([{"op":"move","path":"/a"}])", "shape"},
    {"{}", R"([{"op":"remove","path":""}])", "shape"},
    {"{}", R"([{"op":"swap","path":"/a"}])", "operation"},
    {"{}", R"([{"op":"remove","path":"a"}])", "pointer"},
    {"{}", R"([{"op":"replace","path":"/a","value":1}])", "missing"},
    {"[1]", R"([{"op":"add","path":"/2","value":1}])", "index"},
    {"[1]", R"([{"op":"add","path":"/0","value":1}, {"op":"test","path":"/1","value":2}])", "test"},
    {R"({"a":{"b":1}})", R"([{"op":"move","from":"/a","path":"/a/b"}])", "inside"},
    {R"({"a":1})", R"([{"op":"test","path":"/a","value":1.0}])", ""}};

// RFC 7396, appendix A
const char *const mergePatches[][3] = {
    {R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})"},
    {R"({"a":"b"})", R"({"a":null})", "{}"},
    {R"(["a","b"])", R"(["c","d"])", R"(["c","d"])"},
    {R"({"a":"b"})", R"(["c"])", R"(["c"])"},
    {R"({"a":"foo"})", "null", "null"},
    {R"({"a":"foo"})", R"("bar")", R"("bar")"},
    {R"({"e":null})", R"({"a":1})", R"({"e":null,"a":1})"},
    {"[1,2]", R"({"a":"b","c":null})", R"({"a":"b"})"},
    {"{}", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})"}};

std::string why(const char *document, const char *patch)
{
    const auto outcome = jsonpatch::applied(json::parse(document), json::parse(patch).as_array());
    if (!outcome.why.empty() && outcome.document != json::parse(document))
        return "changed";
    return std::string(outcome.why);
}

std::string refusal(std::string_view capability, const json::object &params,
                    const Inputs &inputs = {})
{
    return runCapability(capability, inputs, params).refusal;
}

}  // namespace

class TstPreparedStates : public QObject {
    Q_OBJECT

private slots:
    void mergePatchesOfTheStandard()
    {
        for (const auto &[target, patch, result] : mergePatches)
            QVERIFY2(jsonpatch::merged(json::parse(target), json::parse(patch))
                         == json::parse(result),
                     patch);
    }

    void pointersOfTheStandard()  // RFC 6901, section 5
    {
        const json::value document{{"foo", {"bar", "baz"}},
                                   {"", 0},
                                   {"a/b", 1},
                                   {"c%d", 2},
                                   {"e^f", 3},
                                   {"k\"l", 6},
                                   {" ", 7},
                                   {"m~n", 8}};
        const std::pair<const char *, json::value> rows[] = {
            {"", document}, {"/foo/0", "bar"}, {"/", 0},  {"/a~1b", 1}, {"/c%d", 2},
            {"/e^f", 3},    {"/k\"l", 6},      {"/ ", 7}, {"/m~0n", 8}};
        for (const auto &[pointer, value] : rows)
            QVERIFY2(jsonpatch::at(document, pointer) && *jsonpatch::at(document, pointer) == value,
                     pointer);
        for (const char *pointer :
             {"foo", "/foo/2", "/foo/-", "/foo/00", "/foo/+1", "/a~2b", "/m~"})
            QVERIFY2(!jsonpatch::at(document, pointer), pointer);
    }

    void patchesThatFail()
    {
        for (const auto &[document, patch, reason] : failing)
            QCOMPARE(why(document, patch), std::string(reason));
    }

    void patchesAreBounded()
    {
        json::array deeper, wider, many;
        for (int i = 0; i < 40; ++i) {
            deeper.push_back(json::object{{"op", "copy"}, {"from", ""}, {"path", "/a"}});
            wider.push_back(json::object{{"op", "copy"}, {"from", "/0"}, {"path", "/0/-"}});
        }
        QCOMPARE(jsonpatch::applied(json::parse("{}"), deeper).why, std::string_view("depth"));
        const std::string longList = "[[" + std::string(2000, ' ') + "1]]";
        QVERIFY(!jsonpatch::applied(json::parse(longList), wider).why.empty());
        json::array copies;
        for (int i = 0; i < 20; ++i)
            copies.push_back(json::object{{"op", "copy"}, {"from", "/a"}, {"path", "/a/-"}});
        json::array flat(1000, json::value(1));
        json::object wide{{"a", flat}};
        for (int i = 0; i < 200; ++i)
            many.push_back(
                json::object{{"op", "copy"}, {"from", "/a"}, {"path", "/b" + std::to_string(i)}});
        QCOMPARE(jsonpatch::applied(wide, many).why, std::string_view("size"));
        json::array tooMany(jsonpatch::operationsMax + 1, many[0]);
        QCOMPARE(jsonpatch::applied(wide, tooMany).why, std::string_view("many"));
    }

    void patchesAreBoundedInBytes()
    {
        const std::string letters(400'000, 'x');
        json::array doubling(10, json::object{{"op", "copy"}, {"from", "/a"}, {"path", "/a/-"}});
        const json::object small{{"a", json::array{json::string(letters)}}};
        QCOMPARE(jsonpatch::applied(small, doubling).why, std::string_view("size"));
        const auto result =
            runCapability("repair-state", {}, {{"state", small}, {"patch", doubling}});
        QCOMPARE(result.labels.at("verdict"), std::string("refused"));
        const std::size_t half = jsonpatch::bytesMax / 2 - 1;  // and one byte of a name
        const auto changed = [](std::size_t bytes, const json::object &operation) {
            const json::object held{{"a", json::string(std::string(bytes, 'x'))}};
            return jsonpatch::applied(held, {operation}).why;
        };
        json::object replace{{"op", "replace"}, {"path", "/a"}, {"value", ""}},
            add{{"op", "add"}, {"path", "/a"}, {"value", ""}},
            whole{{"op", "add"}, {"path", ""}, {"value", ""}};
        for (const json::object &one :
             {json::object{{"op", "remove"}, {"path", "/a"}}, replace, add, whole}) {
            QVERIFY(changed(half, one).empty());  // the undo is a second copy
            QCOMPARE(changed(half + 2, one), std::string_view("size"));
        }
        const json::object names{{"a", {{letters, 1}}}};
        doubling = json::array(20, json::object{{"op", "copy"}, {"from", "/a"}, {"path", "/a/b"}});
        QCOMPARE(jsonpatch::applied(names, doubling).why, std::string_view("size"));
    }

    void differencesLeadThereAndBack()
    {
        for (std::uint64_t seed = 1; seed <= 600; ++seed) {
            Draw draw(seed);
            const json::value from = drawn(draw), to = drawn(draw);
            const json::array patch = jsonpatch::difference(from, to);
            const auto there = jsonpatch::applied(from, patch);
            QVERIFY(there.why.empty() && there.document == to);
            const auto back = jsonpatch::applied(there.document, there.undo);
            QVERIFY(back.why.empty() && back.document == from);
            QCOMPARE(patch.empty(), from == to);
            if (to.is_object())  // a merge of what holds no null is itself once merged
                QVERIFY(jsonpatch::merged(jsonpatch::merged(from, to), to)
                        == jsonpatch::merged(from, to));
        }
    }

    void whatIsMendedFitsAndKeepsWhatWasRight()
    {
        json::object properties;
        json::object good;
        for (int i = 0; i < 8; ++i) {
            properties[name(i)] = json::object{{"type", "integer"}, {"maximum", 100}};
            good[name(i)] = i;
        }
        const json::object schema{{"type", "object"},
                                  {"properties", properties},
                                  {"additionalProperties", false},
                                  {"required", json::array{"a", "b", "c"}}};
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            Draw draw(seed);
            json::object now = good;
            std::int64_t broken = 0;
            for (int i = 0; i < 8; ++i) {
                switch (draw.below(4)) {
                case 0: now[name(i)] = 50 + i; break;  // changed, and right
                case 1:
                    now[name(i)] = "x";
                    ++broken;
                    break;
                case 2:
                    now.erase(name(i));
                    broken += i < 3;
                    break;
                default: break;
                }
            }
            if (draw.below(2)) {
                now["junk"] = 1;
                ++broken;
            }
            const auto result = runCapability("repair-state", {},
                                              {{"state", now}, {"schema", schema}, {"good", good}});
            const auto repair = jsonOf(result, "repair");
            QCOMPARE(repair.at("operations").as_int64(), broken);
            QCOMPARE(repair.at("faultsAfter").as_int64(), 0);
            if (broken == 0) {
                QVERIFY(repair.at("verdict").as_string() == "valid");
                continue;
            }
            json::value mended = jsonOf(result, "state");
            QVERIFY(jsonschema::validate(schema, mended).isValid);
            for (const auto &member : now)
                if (member.value().is_int64() && member.key() != "junk")
                    QVERIFY(mended.at(member.key()) == member.value());
            const auto back =
                jsonpatch::applied(mended, json::parse(output(result, "undo")).as_array());
            QVERIFY(back.why.empty() && jsonschema::isEqual(back.document, now));
        }
    }

    void aStateOfManyFaultsIsReplacedWhole()
    {
        json::object now, good;
        for (int i = 0; i < 1500; ++i) {
            now["m" + std::to_string(i)] = "x";
            good["m" + std::to_string(i)] = i;
        }
        const json::object schema{{"additionalProperties", {{"type", "integer"}}}};
        const auto result =
            runCapability("repair-state", {}, {{"state", now}, {"schema", schema}, {"good", good}});
        const auto repair = jsonOf(result, "repair");
        QVERIFY(repair.at("verdict").as_string() == "prepared" && !repair.at("minimal").as_bool());
        const json::array whole{json::object{{"op", "replace"}, {"path", ""}, {"value", good}}};
        QVERIFY(jsonOf(result, "patch") == whole && jsonOf(result, "state") == good);
    }

    void repairsRefused()
    {
        const std::string bad = "capability.badValue", missing = "capability.missing";
        QCOMPARE(refusal("repair-state", {}), missing);
        QCOMPARE(refusal("repair-state", {{"state", 1}}), missing);
        QCOMPARE(refusal("repair-state", {{"state", 1}, {"patch", 1}}), bad);
        QCOMPARE(refusal("repair-state", {{"patch", {1}}}, {{"state", "{"}}), bad);
        const json::object whole{{"state", {{"a", 1}}}, {"patch", json::array{}}};
        for (const char *broken : {"{\"state\":", " [1,", "{} x"})
            QCOMPARE(refusal("repair-state", whole, {{"text", broken}}), bad);
        QCOMPARE(refusal("repair-state", whole, {{"text", "words"}}), std::string());
        const std::string large = "{\"a\":\"" + std::string(1u << 20, 'a') + "\"}";
        QCOMPARE(refusal("repair-state", whole, {{"text", large}}),
                 std::string("capability.tooMany"));
        for (const char *strict : {"repair-state", "sign-record", "mint-token"})
            QCOMPARE(capabilities::find(strict)->inputBytesMax, std::size_t(1u << 20));
        QCOMPARE(refusal("repair-state", {}, {{"text", R"({"state":1,"state":2,"patch":[]})"}}),
                 bad);
        QCOMPARE(
            refusal("repair-state", {{"state", {{"a", 1}}},
                                     {"schema", {{"properties", {{"a", {{"$ref", "#/b"}}}}}}}}),
            bad);
        QCOMPARE(refusal("repair-state", {{"state", {{"a", "\xff"}}}, {"patch", json::array{}}}),
                 bad);
    }

    void promises()
    {
        checkPromises("repair-state", {{"state", "{\"a\":1}"}, {"patch", "{\"b\":2}"}});
    }
};

QTEST_GUILESS_MAIN(TstPreparedStates)
#include "tst_preparedstates.moc"
