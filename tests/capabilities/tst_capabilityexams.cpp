// Exams of capabilities: each file of exams/ holds cases whose answers were worked out elsewhere
// ("by" says where). Every case is also bent in many ways: whatever comes in, a capability answers
// or refuses, the same way twice, with whole numbers, within its limits, and it heeds a stop.
#include "runcapability.h"

#include "capabilities/canonical.h"

#include <QDir>
#include <QFile>

using namespace testing;

namespace {

struct Case {
    std::string capability, name;
    json::object body;
    Inputs inputs;
    json::object params;
    std::uint64_t seed = 1;
};

std::vector<Case> cases()
{
    std::vector<Case> out;
    const QDir folder(QStringLiteral(DREAM_SOURCE_DIR "/tests/capabilities/exams"));
    for (const QString &file : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        QFile source(folder.filePath(file));
        if (!source.open(QIODevice::ReadOnly))
            qFatal("an exam cannot be read");
        const json::value list = json::parse(source.readAll().toStdString());
        for (const json::value &value : list.as_array()) {
            Case one;
            one.capability = file.chopped(5).toStdString();
            one.body = value.as_object();
            one.name = one.capability + ": " + one.body.at("name").as_string().c_str();
            if (const json::value *given = one.body.if_contains("inputs"))
                for (const auto &input : given->as_object())
                    one.inputs.emplace_back(input.key(), input.value().is_string()
                                                             ? input.value().as_string().c_str()
                                                             : json::serialize(input.value()));
            if (const json::value *params = one.body.if_contains("params"))
                one.params = params->as_object();
            if (const json::value *seed = one.body.if_contains("seed"))
                one.seed = std::uint64_t(seed->as_int64());
            out.push_back(std::move(one));
        }
    }
    return out;
}

bool holds(const json::value *found, const std::string &is, const json::value &expected)
{
    if (is == "absent")
        return !found;
    if (!found)
        return false;
    const auto contains = [&] {
        if (found->is_string())
            return found->as_string().find(expected.as_string()) != json::string::npos;
        if (found->is_object())
            return found->as_object().contains(expected.as_string());
        for (const json::value &item : found->as_array())
            if (item == expected)
                return true;
        return false;
    };
    if (is == "equals")
        return *found == expected;
    if (is == "contains")
        return contains();
    if (is == "lacks")
        return !contains();
    if (is == "atLeast")
        return found->as_int64() >= expected.as_int64();
    if (is == "atMost")
        return found->as_int64() <= expected.as_int64();
    if (is == "near")  // [value, by how much at most]
        return std::abs(found->as_int64() - expected.at(0).as_int64()) <= expected.at(1).as_int64();
    if (is == "size")
        return std::int64_t(found->as_array().size()) == expected.as_int64();
    return false;
}

bool isWhole(const json::value &value)
{
    if (value.is_double())
        return false;
    if (value.is_array())
        return std::ranges::all_of(value.get_array(), isWhole);
    return !value.is_object() || std::ranges::all_of(value.get_object(), [](const auto &member) {
        return isWhole(member.value());
    });
}

// Empty if everything a capability promises of any answer holds.
std::string broken(const std::string &name, const capabilities::Result &result,
                   const capabilities::Result &again)
{
    if (result.isStopped)
        return "stopped unasked";
    if (result.refusal.empty() == result.outputs.empty())
        return "neither an answer nor a refusal";
    if (result.refusal != again.refusal || result.outputs.size() != again.outputs.size())
        return "another answer the second time";
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < result.outputs.size(); ++i) {
        const auto &[artefact, mediaType, content] = result.outputs[i];
        bytes += content.size();
        if (content != again.outputs[i].bytes)
            return artefact + " differs the second time";
        if (mediaType != "application/json")
            continue;
        boost::system::error_code failure;
        const json::value value = json::parse(content, failure);
        if (failure || capabilities::canonical(value) != content || !isWhole(value))
            return artefact + " is no canonical JSON of whole numbers";
    }
    return bytes > capabilities::find(name)->outputBytesMax ? "too much output" : "";
}

class Bender {
public:
    explicit Bender(std::uint64_t seed) : m_state(seed * 7919 + 1) {}

    std::size_t pick(std::size_t below)
    {
        m_state = m_state * 6364136223846793005ull + 1442695040888963407ull;
        return (m_state >> 33) % below;
    }

    // One value somewhere inside becomes another kind, an extreme, a copy or nothing.
    void bend(json::value &value, int depth = 0)
    {
        const bool isHere = depth > 6 || pick(5) == 0;
        if (value.is_object() && !value.get_object().empty() && !isHere) {
            auto &object = value.get_object();
            auto member = object.begin() + std::ptrdiff_t(pick(object.size()));
            if (pick(9) == 0)
                object.erase(member);
            else
                bend(member->value(), depth + 1);
        } else if (value.is_array() && !value.get_array().empty() && !isHere) {
            auto &array = value.get_array();
            if (pick(9) == 0)
                array.push_back(array[pick(array.size())]);
            else
                bend(array[pick(array.size())], depth + 1);
        } else {
            value = odd();
        }
    }

    std::string bend(std::string bytes)
    {
        boost::system::error_code failure;
        json::value value = json::parse(bytes, failure);
        if (!failure && (value.is_object() || value.is_array()) && pick(3) > 0) {
            bend(value);
            return json::serialize(value);
        }
        static const char *const scraps[] = {
            "\xff",       "\"",           "{",  "[",  ",", "\n", "-",
            "9999999999", "\xe2\x80\xae", "{{", "}}", "#", "\\", "<b>"};
        for (std::size_t i = 1 + pick(3); i > 0 && !bytes.empty(); --i) {
            const std::size_t at = pick(bytes.size());
            switch (pick(3)) {
            case 0: bytes.erase(at, 1 + pick(20)); break;
            case 1: bytes.insert(at, scraps[pick(std::size(scraps))]); break;
            default: bytes[at] = char(pick(256));
            }
        }
        return bytes;
    }

private:
    json::value odd()
    {
        switch (pick(12)) {
        case 0: return nullptr;
        case 1: return true;
        case 2: return 0;
        case 3: return -1;
        case 4: return INT64_MAX;
        case 5: return 1e308;
        case 6: return -0.5;
        case 7: return "";
        case 8: return json::string(3000, 'x');
        case 9: return "\xff\xc0 {{#a}}";
        case 10: return json::array{json::array{}, 1, "a"};
        default: return json::object{{"a", json::object{}}};
        }
    }
    std::uint64_t m_state;
};

}  // namespace

class TstCapabilityExams : public QObject {
    Q_OBJECT

private slots:
    void answersAreRight_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Case &one : cases())
            QTest::newRow(one.name.c_str()) << index++;
    }
    void answersAreRight()
    {
        QFETCH(int, index);
        const Case one = cases()[std::size_t(index)];
        QVERIFY2(one.body.contains("by"), "an exam says who worked it out");
        QVERIFY2(capabilities::find(one.capability), "no capability of that name");
        const auto result = runCapability(one.capability, one.inputs, one.params, one.seed);
        if (const json::value *refuses = one.body.if_contains("refuses")) {
            QCOMPARE(result.refusal, std::string(refuses->as_string()));
            return;
        }
        QVERIFY2(result.refusal.empty(), result.refusal.c_str());
        for (const json::value &value : one.body.at("expect").as_array()) {
            const std::string artefact = value.at("artefact").as_string().c_str();
            const std::string at = value.at("at").as_string().c_str();
            const std::string bytes = output(result, artefact);
            QVERIFY2(!bytes.empty(), artefact.c_str());
            const json::value whole = at == "bytes" ? json::value(bytes) : json::parse(bytes);
            boost::system::error_code failure;
            const json::value *found = at == "bytes" ? &whole : whole.find_pointer(at, failure);
            const json::value *expected = value.as_object().if_contains("value");
            QVERIFY2(holds(found, value.at("is").as_string().c_str(),
                           expected ? *expected : json::value()),
                     (json::serialize(value) + " found "
                      + (found ? json::serialize(*found) : std::string("nothing")))
                         .c_str());
        }
    }

    void eachHasAnExamThatCanFail()
    {
        std::map<std::string, int> count;
        for (const Case &one : cases())
            ++count[one.capability];
        for (const auto &[capability, number] : count)
            QVERIFY2(number >= 2, capability.c_str());
        QVERIFY(!holds(nullptr, "equals", 1));
        QVERIFY(!holds(nullptr, "atMost", 1));
        const json::value five = 5;
        QVERIFY(!holds(&five, "near", json::array{7, 1}) && !holds(&five, "absent", {}));
    }

    void nothingBreaksThem()
    {
        std::uint64_t seed = 0;
        std::size_t answered = 0, refused = 0;
        for (const Case &one : cases()) {
            for (int round = 0; round < 60; ++round) {
                Bender bender(++seed);
                Inputs inputs = one.inputs;
                json::value params = one.params;
                if (round > 0 && !inputs.empty() && bender.pick(3) > 0) {
                    std::string &bytes = inputs[bender.pick(inputs.size())].second;
                    bytes = bender.bend(std::move(bytes));
                } else if (round > 0) {
                    bender.bend(params);
                }
                if (!params.is_object())
                    params = json::object();
                const auto first = runCapability(one.capability, inputs, params.as_object(), 7);
                const auto again = runCapability(one.capability, inputs, params.as_object(), 7);
                const std::string trouble = broken(one.capability, first, again);
                QVERIFY2(trouble.empty(), (one.name + ": " + trouble + " " + json::serialize(params)
                                           + (inputs.empty() ? "" : inputs[0].second))
                                              .substr(0, 2000)
                                              .c_str());
                (first.refusal.empty() ? answered : refused) += 1;
            }
        }
        QVERIFY(answered > seed / 4 && refused > seed / 50);
    }

    void aStopIsHeeded()
    {
        for (const Case &one : cases()) {
            if (one.body.contains("refuses"))
                continue;
            const auto result =
                runCapability(one.capability, one.inputs, one.params, one.seed, stopped());
            QVERIFY2(result.isStopped && result.outputs.empty(), one.name.c_str());
        }
    }

    void refusalsHaveSentences()
    {
        QFile file(QStringLiteral(DREAM_SOURCE_DIR "/resources/translations/refusals.en.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const json::value sentences = json::parse(file.readAll().toStdString());
        for (const Case &one : cases())
            if (const json::value *refuses = one.body.if_contains("refuses"))
                QVERIFY2(sentences.as_object().contains(refuses->as_string()), one.name.c_str());
    }
};

QTEST_GUILESS_MAIN(TstCapabilityExams)
#include "tst_capabilityexams.moc"
