#include "text/htmlstyle.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace text {
namespace {

struct Declaration {
    std::string name;
    std::string value;
};

struct Rule {
    std::string selector;  // one, without commas
    std::vector<Declaration> declarations;
    int weight = 0;        // specificity: ids 100, classes 10, tags 1
};

using Variables = std::map<std::string, std::string>;

std::string trim(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n\f");
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n\f") - first + 1));
}

std::vector<std::string> split(std::string_view text, char by)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(by), text.size());
        if (std::string part = trim(text.substr(0, end)); !part.empty())
            parts.push_back(std::move(part));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::vector<Declaration> declarationsOf(std::string_view body)
{
    std::vector<Declaration> declarations;
    for (const std::string &part : split(body, ';')) {
        const auto colon = part.find(':');
        if (colon != std::string::npos)
            declarations.push_back({trim(part.substr(0, colon)), trim(part.substr(colon + 1))});
    }
    return declarations;
}

std::size_t blockEnd(std::string_view css, std::size_t open)
{
    int depth = 0;
    for (std::size_t at = open; at < css.size(); ++at) {
        depth += css[at] == '{' ? 1 : css[at] == '}' ? -1 : 0;
        if (depth == 0)
            return at;
    }
    return css.size();
}

std::string withoutComments(std::string_view css)
{
    std::string out;
    while (!css.empty()) {
        const auto start = std::min(css.find("/*"), css.size());
        out += css.substr(0, start);
        const auto end = css.find("*/", std::min(start + 2, css.size()));
        css = end == std::string_view::npos ? std::string_view() : css.substr(end + 2);
    }
    return out;
}

// Does a media query hold on a screen of the wanted scheme? Width queries do not matter to colour
// and count as holding; print does not.
bool holds(std::string_view query, bool isDark)
{
    if (query.find("print") != std::string_view::npos
        || query.find("prefers-contrast") != std::string_view::npos)
        return false;
    const bool wantsDark = query.find("prefers-color-scheme: dark") != std::string_view::npos
        || query.find("prefers-color-scheme:dark") != std::string_view::npos;
    const bool wantsLight = query.find("prefers-color-scheme: light") != std::string_view::npos
        || query.find("prefers-color-scheme:light") != std::string_view::npos;
    return !(wantsDark && !isDark) && !(wantsLight && isDark);
}

int weightOf(std::string_view selector)
{
    int weight = 0;
    char before = ' ';
    for (const char c : selector) {
        const bool isName = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        weight += c == '#' ? 100 : (c == '.' || c == ':') ? 10
                                                          : isName && before == ' ' ? 1 : 0;
        before = c == '>' ? ' ' : c;
    }
    return weight;
}

void readRules(std::string_view css, bool isDark, std::vector<Rule> &rules)
{
    while (!css.empty()) {
        const auto open = css.find('{');
        if (open == std::string_view::npos)
            return;
        const std::size_t end = blockEnd(css, open);
        // statements such as @import end in a semicolon and have no block of their own
        const auto statement = css.substr(0, open).rfind(';');
        const std::size_t start = statement == std::string_view::npos ? 0 : statement + 1;
        const std::string prelude = trim(css.substr(start, open - start));
        const std::string_view body = css.substr(open + 1, end - open - 1);
        if (prelude.starts_with("@media")) {
            if (holds(prelude, isDark))
                readRules(body, isDark, rules);
        } else if (!prelude.starts_with('@')) {
            for (const std::string &selector : split(prelude, ','))
                rules.push_back({selector, declarationsOf(body), weightOf(selector)});
        }
        css.remove_prefix(std::min(end + 1, css.size()));
    }
}

// One compound such as "li.done" or "#top"; pseudo-classes of state match nothing here.
bool matchesCompound(const HtmlNode &node, std::string_view compound)
{
    if (compound == ":root")
        return node.tag == "html";
    if (node.tag.empty())
        return false;
    std::size_t at = std::min(compound.find_first_of(".#:["), compound.size());
    if (at > 0 && compound.substr(0, at) != "*" && compound.substr(0, at) != node.tag)
        return false;
    while (at < compound.size()) {
        const std::size_t end = std::min(compound.find_first_of(".#:[", at + 1), compound.size());
        const std::string_view name = compound.substr(at + 1, end - at - 1);
        const std::string *id = node.attribute("id");
        const bool isMatch = compound[at] == '.' ? node.hasClass(name)
            : compound[at] == '#'                ? id && *id == name
                                                 : false;
        if (!isMatch)
            return false;
        at = end;
    }
    return true;
}

bool matches(const HtmlTree &tree, std::size_t index, const Rule &rule)
{
    const auto compounds = split(rule.selector, ' ');
    if (compounds.empty() || !matchesCompound(tree.nodes[index], compounds.back()))
        return false;
    std::size_t at = tree.nodes[index].parent;
    bool isDirect = false;
    for (std::size_t left = compounds.size() - 1; left-- > 0;) {
        if (compounds[left] == ">") {
            isDirect = true;
            continue;
        }
        while (at != noNode && !matchesCompound(tree.nodes[at], compounds[left])) {
            if (isDirect)
                return false;
            at = tree.nodes[at].parent;
        }
        if (at == noNode)
            return false;
        at = tree.nodes[at].parent;
        isDirect = false;
    }
    return true;
}

std::string substituted(std::string value, const Variables &variables)
{
    for (int round = 0; round < 8; ++round) {
        const auto start = value.find("var(");
        const auto end = start == std::string::npos ? start : value.find(')', start);
        if (end == std::string::npos)
            return value;
        const auto found = variables.find(trim(value.substr(start + 4, end - start - 4)));
        if (found == variables.end())
            return value;
        value.replace(start, end - start + 1, found->second);
    }
    return value;
}

std::optional<Rgb> colourOf(std::string_view value)
{
    if (value == "white")
        return Rgb{255, 255, 255};
    if (value == "black")
        return Rgb{0, 0, 0};
    if (!value.starts_with('#') || (value.size() != 4 && value.size() != 7))
        return {};
    std::uint32_t number = 0;
    const auto parsed = std::from_chars(value.data() + 1, value.data() + value.size(), number, 16);
    if (parsed.ptr != value.data() + value.size())
        return {};
    const auto part = [&](int shift, std::uint32_t mask) {
        const std::uint32_t bits = (number >> shift) & mask;
        return static_cast<std::uint8_t>(mask == 15 ? bits * 17 : bits);
    };
    if (value.size() == 4)
        return Rgb{part(8, 15), part(4, 15), part(0, 15)};
    return Rgb{part(16, 255), part(8, 255), part(0, 255)};
}

class Painter {
public:
    Painter(const HtmlTree &tree, bool isDark) : m_tree(tree)
    {
        for (const HtmlNode &node : tree.nodes) {
            if (node.tag != "style")
                continue;
            for (const std::size_t child : node.children)
                readRules(withoutComments(tree.nodes[child].text), isDark, m_rules);
        }
        std::ranges::stable_sort(m_rules, {}, &Rule::weight);
        for (const Rule &rule : m_rules) {
            for (const Declaration &declaration : rule.declarations) {
                if (rule.selector == ":root" && declaration.name.starts_with("--"))
                    m_variables[declaration.name] = declaration.value;
            }
        }
        m_colouring.nodes.resize(tree.nodes.size());
    }

    Colouring paint()
    {
        // parents come before their children in the tree, so one pass inherits everything
        for (std::size_t index = 0; index < m_tree.nodes.size(); ++index)
            paintNode(index);
        return std::move(m_colouring);
    }

private:
    void paintNode(std::size_t index)
    {
        const HtmlNode &node = m_tree.nodes[index];
        NodeColours &colours = m_colouring.nodes[index];
        if (node.parent != noNode) {
            colours = m_colouring.nodes[node.parent];
            colours.own.reset();
        }
        if (node.tag.empty())
            return;
        const bool isHeading = node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '1'
            && node.tag[1] <= '6';
        colours.isBold |= isHeading || node.tag == "b" || node.tag == "strong" || node.tag == "th";
        for (const Rule &rule : m_rules) {
            if (!matches(m_tree, index, rule))
                continue;
            for (const Declaration &declaration : rule.declarations)
                apply(colours, declaration);
        }
        if (const std::string *style = node.attribute("style")) {
            for (const Declaration &declaration : declarationsOf(*style))
                apply(colours, declaration);
        }
    }

    void apply(NodeColours &colours, const Declaration &declaration)
    {
        const std::string &name = declaration.name;
        const std::string value = substituted(declaration.value, m_variables);
        if (name == "font-size") {
            double size = 0;
            const auto end = value.data() + value.size();
            if (value.ends_with("px") && std::from_chars(value.data(), end, size).ptr == end - 2)
                colours.fontSize = size;
        } else if (name == "font-weight") {
            colours.isBold = value == "bold" || value == "600" || value == "700" || value == "800";
        } else if (name == "color" && value != "inherit") {
            if (const auto colour = colourOf(value))
                colours.text = *colour;
            else
                report(declaration);
        } else if (name == "background" || name == "background-color") {
            const auto colour = colourOf(value);
            if (colour)
                colours.own = colours.ground = *colour;
            else if (value != "none" && value != "transparent")
                report(declaration);
        } else if (name == "opacity" || name == "filter" || name == "mix-blend-mode") {
            report(declaration);
        }
    }

    void report(const Declaration &declaration)
    {
        std::string line = declaration.name + ": " + declaration.value;
        auto &unknown = m_colouring.unknown;
        if (unknown.size() < 10 && std::ranges::find(unknown, line) == unknown.end())
            unknown.push_back(std::move(line));
    }

    const HtmlTree &m_tree;
    std::vector<Rule> m_rules;
    Variables m_variables;
    Colouring m_colouring;
};

}  // namespace

Colouring colourise(const HtmlTree &tree, bool isDark)
{
    return Painter(tree, isDark).paint();
}

}  // namespace text
