#include "capabilities/sigmarule.h"

namespace capabilities {

namespace json = boost::json;

namespace {

constexpr std::size_t selectionsMax = 50, patternBytesMax = 20'000;
constexpr int depthMax = 40;

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char &c : out)
        c = c >= 'A' && c <= 'Z' ? char(c | 32) : c;
    return out;
}

// Both lowered; in the pattern * is any text, ? one byte, and \ takes the next byte as it is.
bool fits(std::string_view pattern, std::string_view text)
{
    std::size_t p = 0, t = 0, star = pattern.npos, mark = 0;
    while (t < text.size()) {
        const bool isEscaped = p + 1 < pattern.size() && pattern[p] == '\\';
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            mark = t;
        } else if (p < pattern.size()
                   && (isEscaped ? pattern[p + 1] == text[t]
                                 : pattern[p] == '?' || pattern[p] == text[t])) {
            p += isEscaped ? 2 : 1;
            ++t;
        } else if (star != pattern.npos) {
            p = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

// A \ before *, ? or another \ takes that one as it is; any other stands for itself.
bool isEscape(std::string_view text, std::size_t at)
{
    return text[at] == '\\' && at + 1 < text.size()
           && std::string_view("*?\\").find(text[at + 1]) != std::string_view::npos;
}

bool hasWildcard(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isEscape(text, i))
            ++i;
        else if (text[i] == '*' || text[i] == '?')
            return true;
    }
    return false;
}

// With every escape taken off, or with one before every \ that stands for itself, as fits() wants.
std::string rewritten(std::string_view text, bool isGlob)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isPair = isEscape(text, i);
        if (isGlob && text[i] == '\\')
            out.push_back('\\');
        out.push_back(text[isPair ? ++i : i]);
    }
    return out;
}

}  // namespace

// or < and < not, as the specification binds them.
class SigmaRules::Condition {
public:
    Condition(std::string_view text, const std::vector<Selection> &selections)
        : m_rest(text), m_selections(selections)
    {
        next();
    }

    bool read(Node &node) { return either(node, 0) && m_token.empty(); }

private:
    void next()
    {
        const std::size_t first = m_rest.find_first_not_of(" \t\r\n");
        m_rest.remove_prefix(std::min(first, m_rest.size()));
        std::size_t length = m_rest.find_first_of(" \t\r\n()");
        if (length == 0)
            length = 1;
        m_token = m_rest.substr(0, length);
        m_rest.remove_prefix(m_token.size());
    }
    bool take(std::string_view word)
    {
        if (lowered(m_token) != word)
            return false;
        next();
        return true;
    }
    // `inner` parts joined by a word
    template<typename Part>
    bool joined(Node &node, int depth, char kind, std::string_view word, Part part)
    {
        node.kind = kind;
        do {
            if (depth > depthMax || !part(node.inner.emplace_back(), depth + 1))
                return false;
        } while (take(word));
        return true;
    }
    bool either(Node &node, int depth)
    {
        return joined(node, depth, '|', "or", [this](Node &n, int d) { return both(n, d); });
    }
    bool both(Node &node, int depth)
    {
        return joined(node, depth, '&', "and", [this](Node &n, int d) { return single(n, d); });
    }
    bool single(Node &node, int depth)
    {
        if (depth > depthMax)
            return false;
        if (take("not")) {
            node.kind = '!';
            return single(node.inner.emplace_back(), depth + 1);
        }
        if (take("("))
            return either(node, depth + 1) && take(")");
        if (m_token == "1" || lowered(m_token) == "any" || lowered(m_token) == "all")
            return quantified(node);
        return named(node, m_token);
    }
    bool named(Node &node, std::string_view name)
    {
        for (std::uint32_t i = 0; i < m_selections.size(); ++i) {
            if (m_selections[i].name == name) {
                node = {'s', i, {}};
                next();
                return true;
            }
        }
        return false;
    }
    bool quantified(Node &node)
    {
        node.kind = lowered(m_token) == "all" ? '&' : '|';
        next();
        if (!take("of") || m_token.empty())
            return false;
        const bool isThem = lowered(m_token) == "them";
        for (std::uint32_t i = 0; i < m_selections.size(); ++i) {
            const std::string &name = m_selections[i].name;
            if (isThem ? !name.starts_with('_') : fits(m_token, name))
                node.inner.push_back({'s', i, {}});
        }
        next();
        return !node.inner.empty();
    }

    std::string_view m_rest, m_token;
    const std::vector<Selection> &m_selections;
};

// What the automaton found in each field of one event, each read when it is first asked for.
class SigmaRules::Seen {
public:
    Seen(const SigmaRules &rules, const LogEvent &event) : m_rules(rules), m_event(event) {}

    bool holds(const Selection &selection)
    {
        return std::ranges::any_of(selection.any, [&](const std::vector<Field> &fields) {
            return std::ranges::all_of(fields, [&](const Field &field) { return holds(field); });
        });
    }
    bool holds(const Node &node, const std::vector<bool> &selections) const
    {
        const auto inner = [&](const Node &one) { return holds(one, selections); };
        switch (node.kind) {
        case 's': return selections[node.selection];
        case '&': return std::ranges::all_of(node.inner, inner);
        case '|': return std::ranges::any_of(node.inner, inner);
        default: return !inner(node.inner.front());
        }
    }

private:
    enum Bits : std::uint8_t { Inside = 1, AtStart = 2, AtEnd = 4, Whole = 8 };
    using Found = std::unordered_map<std::uint32_t, std::uint8_t>;

    bool holds(const Field &field)
    {
        const auto test = [&](const Test &one) { return holds(field.name, one); };
        return field.isAll ? std::ranges::all_of(field.tests, test)
                           : std::ranges::any_of(field.tests, test);
    }
    bool holds(const std::string &name, const Test &test)
    {
        if (name.empty())
            return std::ranges::any_of(
                m_event, [&](const auto &field) { return holds(field.first, field.second, test); });
        const auto field = m_event.find(name);
        if (test.op == Op::Exists)
            return (field != m_event.end()) == (test.pattern == 1);
        if (field == m_event.end())
            return test.op == Op::Absent;
        return test.op != Op::Absent && holds(name, field->second, test);
    }
    bool holds(const std::string &name, const std::string &value, const Test &test)
    {
        const std::string &pattern = m_rules.m_patterns[test.pattern];
        if (test.op == Op::Glob)
            return fits(pattern, lowered(value));
        if (pattern.empty())
            return test.op != Op::Equals || value.empty();
        const auto added = m_found.try_emplace(name);
        Found &seen = added.first->second;
        if (added.second)
            m_rules.m_automaton->scan(value, [&](AhoCorasick::Hit hit) {
                const std::size_t size = m_rules.m_patterns[hit.pattern].size();
                const bool isStart = hit.start == 0, isEnd = hit.start + size == value.size();
                seen[hit.pattern] |=
                    std::uint8_t(Inside | (isStart ? AtStart : 0) | (isEnd ? AtEnd : 0)
                                 | (isStart && isEnd ? Whole : 0));
                return true;
            });
        const auto found = seen.find(test.pattern);
        if (found == seen.end())
            return false;
        switch (test.op) {
        case Op::Contains: return true;
        case Op::Starts: return (found->second & AtStart) != 0;
        case Op::Ends: return (found->second & AtEnd) != 0;
        default: return (found->second & Whole) != 0;
        }
    }

    const SigmaRules &m_rules;
    const LogEvent &m_event;
    std::map<std::string, Found> m_found;
};

std::uint32_t SigmaRules::patternOf(std::string text)
{
    const auto [place, isNew] = m_numbers.try_emplace(text, std::uint32_t(m_patterns.size()));
    if (isNew) {
        m_patternBytes += text.size();
        m_patterns.push_back(std::move(text));
    }
    return place->second;
}

bool SigmaRules::addTest(Field &field, Op op, const json::value &value)
{
    if (op == Op::Exists) {
        field.tests.push_back({op, value.is_bool() && value.get_bool() ? 1u : 0u});
        return value.is_bool();
    }
    if (value.is_null()) {
        field.tests.push_back({Op::Absent, 0});
        return op == Op::Equals && !field.name.empty();
    }
    std::string text;
    if (value.is_string())
        text = lowered(value.get_string());
    else if (value.is_int64() || value.is_uint64() || value.is_bool())
        text = canonical(value);
    else
        return false;
    if (!hasWildcard(text)) {
        field.tests.push_back({op, patternOf(rewritten(text, false))});
        return true;
    }
    text = rewritten(text, true);
    if (op == Op::Contains || op == Op::Ends)
        text.insert(0, "*");
    if (op == Op::Contains || op == Op::Starts)
        text.push_back('*');
    field.tests.push_back({Op::Glob, patternOf(std::move(text))});
    return true;
}

bool SigmaRules::addMap(Selection &selection, const json::object &map, std::string &fault)
{
    std::vector<Field> &fields = selection.any.emplace_back();
    for (const auto &member : map) {
        std::string_view name = member.key();
        fault = name;
        Field &field = fields.emplace_back();
        const std::size_t bar = name.find('|');
        field.name = name.substr(0, bar);
        Op op = Op::Equals;
        for (std::string_view rest = bar == name.npos ? "" : name.substr(bar + 1); !rest.empty();) {
            const std::string_view modifier = rest.substr(0, rest.find('|'));
            rest.remove_prefix(std::min(rest.size(), modifier.size() + 1));
            if (modifier == "all")
                field.isAll = true;
            else if (modifier == "contains")
                op = Op::Contains;
            else if (modifier == "startswith")
                op = Op::Starts;
            else if (modifier == "endswith")
                op = Op::Ends;
            else if (modifier == "exists")
                op = Op::Exists;
            else
                return false;
        }
        if (field.name.empty())
            return false;
        const auto add = [&](const json::value &value) { return addTest(field, op, value); };
        const json::value &value = member.value();
        if (value.is_array()
                ? value.get_array().empty() || !std::ranges::all_of(value.get_array(), add)
                : !add(value))
            return false;
    }
    return !fields.empty();
}

bool SigmaRules::addSelection(Compiled &rule, std::string_view name, const json::value &value,
                              std::string &fault)
{
    Selection &selection = rule.selections.emplace_back();
    selection.name = name;
    fault = name;
    if (value.is_object())
        return addMap(selection, value.get_object(), fault);
    if (!value.is_array() || value.get_array().empty())
        return false;
    for (const json::value &item : value.get_array()) {
        if (item.is_object()) {
            if (!addMap(selection, item.get_object(), fault))
                return false;
            continue;
        }
        Field word;
        if (!item.is_string() || !addTest(word, Op::Contains, item))
            return false;
        selection.any.push_back({std::move(word)});
    }
    return true;
}

bool SigmaRules::add(const json::object &given, std::string &fault)
{
    const json::object &detection = objectOf(given, "detection");
    const std::string_view condition = textOf(detection, "condition");
    Compiled rule;
    for (const auto &member : detection)
        if (member.key() != "condition" && member.key() != "timeframe"
            && !addSelection(rule, member.key(), member.value(), fault))
            return false;
    fault = "condition";
    if (rule.selections.empty() || rule.selections.size() > selectionsMax || condition.size() > 2000
        || m_patternBytes > patternBytesMax
        || !Condition(condition, rule.selections).read(rule.condition))
        return false;
    std::string id(textOf(given, "id"));
    if (id.empty())
        id = "rule " + std::to_string(m_rules.size() + 1);
    m_rules.push_back(
        {std::move(id), std::string(textOf(given, "title")), std::string(textOf(given, "level"))});
    m_compiled.push_back(std::move(rule));
    return true;
}

void SigmaRules::finish()
{
    m_automaton = std::make_unique<AhoCorasick>(m_patterns);
}

std::vector<SigmaRules::Hit> SigmaRules::match(const LogEvent &event) const
{
    Seen seen(*this, event);
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < m_compiled.size(); ++i) {
        const Compiled &rule = m_compiled[i];
        std::vector<bool> selections;
        Hit hit{i, {}};
        for (const Selection &selection : rule.selections) {
            selections.push_back(seen.holds(selection));
            if (selections.back())
                hit.selections.push_back(selection.name);
        }
        if (seen.holds(rule.condition, selections))
            hits.push_back(std::move(hit));
    }
    return hits;
}

}  // namespace capabilities
