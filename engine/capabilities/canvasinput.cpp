#include "capabilities/canvasinput.h"

#include "capabilities/contourfield.h"
#include "text/escape.h"

#include <boost/json.hpp>

#include <algorithm>
#include <map>

namespace json = boost::json;

namespace capabilities::canvas {
namespace {

constexpr std::size_t conceptsMax = 24;
constexpr std::size_t linksMax = 256;
constexpr std::size_t rowsMax = 40;
constexpr std::size_t labelMax = 60;
constexpr std::int64_t large = std::int64_t{1} << 40;

// One artefact being read. The first fault is kept; after it every value reads as missing.
class Reader {
public:
    Reader(const Run &run, std::string_view name) : m_name(name)
    {
        bool isFound = false;
        const std::string_view bytes = run.input(name, &isFound);
        if (!isFound)
            return;
        boost::system::error_code error;
        m_value = json::parse(bytes, error);
        if (error || !m_value.is_object())
            fail("");
        else
            m_isGiven = true;
    }

    bool isGiven() const { return m_isGiven && m_fault.empty(); }
    const json::object &root() const { return m_value.get_object(); }
    const std::string &fault() const { return m_fault; }
    std::string_view name() const { return m_name; }

    void fail(std::string_view field)
    {
        if (m_fault.empty())
            m_fault = field.empty() ? "(document)" : std::string(field);
    }

    const json::value *find(const json::object &object, std::string_view key) const
    {
        const json::value *value = object.if_contains(key);
        return value && !value->is_null() ? value : nullptr;
    }

    std::optional<std::int64_t> number(const json::object &object, std::string_view key,
                                       std::int64_t low, std::int64_t high)
    {
        const json::value *value = find(object, key);
        if (!value)
            return {};
        const bool isSmall = value->is_int64()
            && value->get_int64() >= low && value->get_int64() <= high;
        if (!isSmall) {
            fail(key);
            return {};
        }
        return value->get_int64();
    }

    std::string words(const json::object &object, std::string_view key, std::size_t max = labelMax)
    {
        const json::value *value = find(object, key);
        if (!value)
            return {};
        if (!value->is_string()) {
            fail(key);
            return {};
        }
        return text::cleanLine(value->get_string(), max);
    }

    bool flag(const json::object &object, std::string_view key)
    {
        const json::value *value = find(object, key);
        if (value && !value->is_bool())
            fail(key);
        return value && value->is_bool() && value->get_bool();
    }

    // Calls visit for each object of a list, at most `max` of them.
    template<typename Visit>
    void each(const json::object &object, std::string_view key, std::size_t max, Visit visit)
    {
        const json::value *value = find(object, key);
        if (!value)
            return;
        if (!value->is_array()) {
            fail(key);
            return;
        }
        std::size_t count = 0;
        for (const json::value &item : value->get_array()) {
            if (!item.is_object())
                fail(key);
            if (!m_fault.empty() || count++ == max)
                return;
            visit(item.get_object());
        }
    }

private:
    std::string m_name;
    json::value m_value;
    std::string m_fault;
    bool m_isGiven = false;
};

void readClarity(Reader &reader, Clarity &clarity)
{
    const json::object &root = reader.root();
    for (std::size_t at = 0; at < scoreCount; ++at) {
        if (const auto score = reader.number(root, scoreNames[at], 0, 10000))
            clarity.scores[at] = static_cast<int>(*score);
    }
    clarity.words = reader.number(root, "words", 0, large);
    clarity.language = reader.words(root, "language");
    const bool isTag = clarity.language.size() >= 2 && clarity.language.size() <= 35
        && std::ranges::all_of(clarity.language, [](char c) {
               return c == '-' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9');
           });
    if (!isTag || clarity.language == "unknown")
        clarity.language.clear();
    if (const json::value *reasons = reader.find(root, "reasons")) {
        if (!reasons->is_object())
            return reader.fail("reasons");
        for (std::size_t at = 0; at < scoreCount; ++at)
            clarity.reasons[at] = reader.words(reasons->get_object(), scoreNames[at], 120);
    }
}

Mood readMood(Reader &reader)
{
    Mood mood;
    mood.valence = static_cast<int>(
        reader.number(reader.root(), "valence", -10000, 10000).value_or(0));
    mood.intensity = static_cast<int>(
        reader.number(reader.root(), "intensity", 0, 10000).value_or(0));
    mood.reason = reader.words(reader.root(), "reason", 120);
    return mood;
}

template<typename Things>
void scaleWeights(Things &things)
{
    double heaviest = 0;
    for (const auto &thing : things)
        heaviest = std::max(heaviest, thing.weight);
    for (auto &thing : things)
        thing.weight = heaviest > 0 ? thing.weight / heaviest : 1;
}

Concepts readConcepts(Reader &reader)
{
    Concepts concepts;
    const json::object &root = reader.root();
    reader.each(root, "nodes", conceptsMax, [&](const json::object &node) {
        Concept added;
        added.label = reader.words(node, "label");
        added.weight = static_cast<double>(reader.number(node, "weight", 0, large).value_or(1));
        added.x = static_cast<double>(reader.number(node, "x", -large, large).value_or(0));
        added.y = static_cast<double>(reader.number(node, "y", -large, large).value_or(0));
        concepts.nodes.push_back(std::move(added));
    });
    const auto last = static_cast<std::int64_t>(concepts.nodes.size()) - 1;
    reader.each(root, "edges", linksMax, [&](const json::object &edge) {
        const auto from = reader.number(edge, "from", 0, last);
        const auto to = reader.number(edge, "to", 0, last);
        const auto weight = reader.number(edge, "weight", 0, large);
        if (from && to && *from != *to)
            concepts.links.push_back({static_cast<std::size_t>(*from),
                                      static_cast<std::size_t>(*to),
                                      static_cast<double>(weight.value_or(1))});
    });
    const auto center = reader.number(root, "center", -1, std::max<std::int64_t>(last, 0));
    concepts.center = static_cast<std::size_t>(std::max<std::int64_t>(center.value_or(0), 0));
    scaleWeights(concepts.nodes);
    scaleWeights(concepts.links);
    return concepts;
}

void readKeywords(Reader &reader, std::vector<Concept> &keywords)
{
    reader.each(reader.root(), "keywords", rowsMax, [&](const json::object &keyword) {
        Concept added;
        added.label = reader.words(keyword, "phrase");
        added.weight = static_cast<double>(reader.number(keyword, "weight", 0, large).value_or(1));
        if (!added.label.empty())
            keywords.push_back(std::move(added));
    });
    scaleWeights(keywords);
    std::ranges::stable_sort(keywords, std::ranges::greater{}, &Concept::weight);
}

void readFacts(Reader &reader, Facts &facts)
{
    const json::object &root = reader.root();
    const auto add = [&](std::string kind, std::string value) {
        if (!kind.empty() && !value.empty() && facts.rows.size() < rowsMax)
            facts.rows.push_back({std::move(kind), std::move(value)});
    };
    reader.each(root, "fields", 12, [&](const json::object &field) {
        add(reader.words(field, "name"), reader.words(field, "value", 160));
    });
    constexpr std::pair<std::string_view, std::string_view> lists[] = {
        {"dates", "Date"},     {"times", "Time"},      {"amounts", "Amount"},
        {"people", "Person"},  {"places", "Place"},    {"organisations", "Organisation"},
        {"quantities", "Quantity"}, {"durations", "Duration"}, {"emails", "E-mail"},
        {"links", "Link"}};
    for (const auto &[key, kind] : lists) {
        reader.each(root, key, 6, [&, kind = kind, key = key](const json::object &item) {
            std::string shown = reader.words(item, "text", 120);
            const std::string url = key == "links" ? reader.words(item, "url", 160) : "";
            if (!url.empty() && url != shown)
                shown = shown.empty() ? url : shown + " (" + url + ")";
            add(std::string(kind), std::move(shown));
        });
    }
    reader.each(root, "todos", rowsMax, [&](const json::object &item) {
        Todo todo{reader.words(item, "text", 200), reader.flag(item, "done"),
                  reader.words(item, "who"), reader.words(item, "due")};
        if (!todo.text.empty())
            facts.todos.push_back(std::move(todo));
    });
}

// The closed words of tag-text as people read them; anything else is left out.
std::string shownKind(std::string_view word)
{
    static const std::map<std::string_view, std::string_view> shown{
        {"idea", "Idea"},       {"goal", "Goal"},       {"brief", "Brief"},
        {"journal", "Journal"}, {"recipe", "Recipe"},   {"meeting", "Meeting"},
        {"budget", "Budget"},   {"plan", "Plan"},       {"nightDream", "Night dream"}};
    const auto found = shown.find(word);
    return found == shown.end() ? std::string() : std::string(found->second);
}

}  // namespace

Reading read(const Run &run, std::initializer_list<std::string_view> required)
{
    Reading reading;
    for (const std::string_view name : required) {
        bool isFound = false;
        run.input(name, &isFound);
        if (!isFound) {
            reading.refusal = Result::refuse(
                "canvas.input", {{"field", "(missing)"}, {"input", std::string(name)}});
            return reading;
        }
    }
    Inputs &inputs = reading.inputs;
    inputs.title = text::titleOf(run.input("text"));
    inputs.lead = text::leadOf(run.input("text"));
    if (inputs.title.empty())
        inputs.title = "Untitled dream";
    const auto with = [&](std::string_view name, auto use) {
        Reader reader(run, name);
        if (reader.isGiven())
            use(reader);
        if (!reader.fault().empty() && reading.refusal.refusal.empty())
            reading.refusal = Result::refuse(
                "canvas.input", {{"field", reader.fault()}, {"input", std::string(name)}});
    };
    with("clarity", [&](Reader &reader) { readClarity(reader, inputs.clarity); });
    with("mood", [&](Reader &reader) { inputs.mood = readMood(reader); });
    with("concepts", [&](Reader &reader) { inputs.concepts = readConcepts(reader); });
    with("keywords", [&](Reader &reader) { readKeywords(reader, inputs.keywords); });
    with("facts", [&](Reader &reader) { readFacts(reader, inputs.facts); });
    with("tags", [&](Reader &reader) {
        inputs.kind = shownKind(reader.words(reader.root(), "kind"));
        inputs.form = shownKind(reader.words(reader.root(), "form"));
    });
    return reading;
}

double moodHue(const Inputs &inputs, std::uint64_t seed)
{
    const int valence = inputs.mood ? inputs.mood->valence : 0;
    return 205 - 130.0 * valence / 10000 + (chance(seed, 1) - 0.5) * 84;
}

}  // namespace capabilities::canvas
