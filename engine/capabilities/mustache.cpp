#include "capabilities/mustache.h"

#include "capabilities/canonical.h"
#include "text/escape.h"

namespace capabilities {

namespace json = boost::json;

namespace {

constexpr int depthMax = 40;
constexpr std::size_t outputMax = 1u << 20, stepsMax = 2'000'000;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return isBlank(c) || c == '\n' || c == '\r'; };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

bool isFalse(const json::value *value)
{
    return !value || value->is_null() || (value->is_bool() && !value->get_bool())
           || (value->is_array() && value->get_array().empty());
}

// Cardinal categories of whole numbers: CLDR 44, "fr" counts 0 as one; all four know "other".
std::string_view pluralOf(std::string_view language, std::int64_t number)
{
    if (number == 1 || (language == "fr" && number == 0))
        return "one";
    return "other";
}

}  // namespace

struct Mustache::Tag {
    std::size_t start = 0, end = 0;
    char kind = 'v';
    std::string name;
};

std::string Mustache::render(std::string_view source, const json::value &fields)
{
    m_out.clear();
    m_context = {&fields};
    const Nodes nodes = parse(source);
    if (fault.empty())
        write(nodes, 0);
    return std::move(m_out);
}

void Mustache::setDelimiters(std::string_view body)
{
    const std::size_t gap = body.find_first_of(" \t\n");
    const std::string_view open = body.substr(0, gap);
    const std::string_view close =
        gap == std::string_view::npos ? std::string_view() : trimmed(body.substr(gap));
    if (open.empty() || close.empty() || close.find_first_of(" =") != std::string_view::npos) {
        fault = "delimiters";
        return;
    }
    m_open = open;
    m_close = close;
}

// The next tag at or behind `at`; false if there is none (or the template is broken).
bool Mustache::readTag(std::string_view source, std::size_t &at, Tag &tag)
{
    tag.start = source.find(m_open, at);
    if (tag.start == std::string_view::npos)
        return false;
    std::size_t from = tag.start + m_open.size();
    while (from < source.size() && isBlank(source[from]))
        ++from;
    static constexpr std::string_view kinds = "#^/!>&={";
    tag.kind = from < source.size() && kinds.find(source[from]) != kinds.npos ? source[from] : 'v';
    from += tag.kind != 'v';
    const std::string end = tag.kind == '{'   ? "}" + m_close
                            : tag.kind == '=' ? "=" + m_close
                                              : m_close;
    const std::size_t close = source.find(end, from);
    if (close == std::string_view::npos) {
        fault = "a tag without its end";
        return false;
    }
    tag.name = trimmed(source.substr(from, close - from));
    tag.end = close + end.size();
    if (tag.kind == '=')
        setDelimiters(tag.name);
    else if (tag.kind != '!' && tag.name.empty())
        fault = "a tag without a name";
    return fault.empty();
}

void Mustache::place(std::vector<Nodes *> &open, std::vector<std::string> &names, const Tag &tag,
                     std::string_view indent)
{
    if (tag.kind == '!' || tag.kind == '=')
        return;
    if (tag.kind == '/') {
        if (names.empty() || names.back() != tag.name) {
            fault = "/" + text::cleanLine(tag.name, 40);
            return;
        }
        names.pop_back();
        open.pop_back();
        return;
    }
    const char kind = tag.kind == '{' ? '&' : tag.kind;
    open.back()->push_back({kind, tag.name, std::string(indent), {}});
    if (kind != '#' && kind != '^')
        return;
    if (open.size() >= std::size_t(depthMax))
        fault = "too deep";
    names.push_back(tag.name);
    open.push_back(&open.back()->back().inner);
}

Mustache::Nodes Mustache::parse(std::string_view source)
{
    m_open = "{{";
    m_close = "}}";
    Nodes root;
    std::vector<Nodes *> open = {&root};
    std::vector<std::string> names;
    const auto text = [&](std::size_t from, std::size_t to) {
        if (to > from)
            open.back()->push_back({'t', std::string(source.substr(from, to - from)), {}, {}});
    };
    std::size_t at = 0;
    Tag tag;
    while (fault.empty() && ++m_steps < stepsMax && readTag(source, at, tag)) {
        std::size_t from = tag.start, to = tag.end;
        std::string_view indent;
        if (tag.kind != 'v' && tag.kind != '&' && tag.kind != '{') {
            // a tag alone on its line takes the line with it
            while (from > at && isBlank(source[from - 1]))
                --from;
            while (to < source.size() && isBlank(source[to]))
                ++to;
            const bool isAtStart = from == 0 || source[from - 1] == '\n';
            const bool isAtEnd =
                to == source.size() || source[to] == '\n' || source.substr(to).starts_with("\r\n");
            if (isAtStart && isAtEnd) {
                indent = source.substr(from, tag.start - from);
                if (to < source.size())
                    to += source[to] == '\r' ? 2 : 1;
            } else {
                from = tag.start;
                to = tag.end;
            }
        }
        text(at, from);
        place(open, names, tag, indent);
        at = to;
    }
    if (fault.empty() && !names.empty())
        fault = "#" + text::cleanLine(names.back(), 40);
    text(at, source.size());
    return root;
}

const json::value *Mustache::member(const json::value &whole, std::string_view name) const
{
    static const json::value yes = true, no = false;
    if (whole.is_object())
        return whole.get_object().if_contains(name);
    if (whole.is_int64() && (name == "one" || name == "other"))
        return pluralOf(language, whole.get_int64()) == name ? &yes : &no;
    return nullptr;
}

const json::value *Mustache::find(std::string_view name)
{
    const std::string asked(name);
    const json::value *found = nullptr;
    if (name == ".") {
        found = m_context.back();
        name = {};
    } else {
        const std::string_view first = name.substr(0, name.find('.'));
        for (auto level = m_context.rbegin(); level != m_context.rend() && !found; ++level)
            found = (*level)->is_object() ? member(**level, first) : nullptr;
        name.remove_prefix(std::min(name.size(), first.size() + 1));
    }
    while (found && !name.empty()) {
        const std::string_view part = name.substr(0, name.find('.'));
        found = member(*found, part);
        name.remove_prefix(std::min(name.size(), part.size() + 1));
    }
    if (used.size() + missing.size() < 1000)
        (found ? used : missing).insert(text::cleanLine(asked, 80));
    return found;
}

bool Mustache::isFull(int depth)
{
    if (depth > depthMax)
        fault = "too deep";
    else if (m_out.size() > outputMax || ++m_steps > stepsMax)
        fault = "too long";
    return !fault.empty() || ((m_steps & 255) == 0 && stop.stop_requested());
}

void Mustache::write(const Nodes &nodes, int depth)
{
    for (const Node &node : nodes) {
        if (isFull(depth))
            return;
        switch (node.kind) {
        case 't': m_out += node.text; break;
        case '#':
        case '^': writeSection(node, depth); break;
        case '>': writePartial(node, depth); break;
        default: writeValue(node);
        }
    }
}

void Mustache::writeSection(const Node &node, int depth)
{
    // a section is a question: that a name is absent is an answer, not a gap
    const std::set<std::string> gaps = missing;
    const json::value *value = find(node.text);
    missing = gaps;
    if (node.kind == '^') {
        if (isFalse(value))
            write(node.inner, depth + 1);
        return;
    }
    if (isFalse(value))
        return;
    const auto once = [&](const json::value &context) {
        m_context.push_back(&context);
        write(node.inner, depth + 1);
        m_context.pop_back();
    };
    if (!value->is_array()) {
        once(*value);
        return;
    }
    for (const json::value &item : value->get_array()) {
        if (isFull(depth))
            return;
        once(item);
    }
}

void Mustache::writePartial(const Node &node, int depth)
{
    const auto found = partials.find(node.text);
    if (found == partials.end())
        return;
    std::string source;
    bool isLineStart = true;
    for (const char c : found->second) {
        if (isLineStart)
            source += node.indent;
        isLineStart = c == '\n';
        source.push_back(c);
        if (source.size() > outputMax) {
            fault = "too long";
            return;
        }
    }
    const std::string open = m_open, close = m_close;
    const Nodes nodes = parse(source);
    m_open = open;
    m_close = close;
    if (fault.empty())
        write(nodes, depth + 1);
}

void Mustache::writeValue(const Node &node)
{
    const json::value *value = find(node.text);
    if (!value || value->is_null())
        return;
    const std::string words =
        value->is_string() ? std::string(value->get_string()) : canonical(*value);
    if (!isEscaped || node.kind == '&') {
        m_out += words;
        return;
    }
    for (const char c : words) {
        switch (c) {
        case '&': m_out += "&amp;"; break;
        case '<': m_out += "&lt;"; break;
        case '>': m_out += "&gt;"; break;
        case '"': m_out += "&quot;"; break;
        default: m_out.push_back(c);
        }
    }
}

}  // namespace capabilities
