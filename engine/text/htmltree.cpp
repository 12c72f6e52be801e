#include "text/htmltree.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace text {
namespace {

constexpr std::size_t nodesMax = 64u << 10;
constexpr std::size_t depthMax = 256;

constexpr std::array<std::string_view, 14> voidTags{"area", "base",  "br",   "col",  "embed",
                                                    "hr",   "img",   "input", "link", "meta",
                                                    "param", "source", "track", "wbr"};
constexpr std::array<std::string_view, 4> rawTags{"script", "style", "textarea", "title"};
constexpr std::array<std::string_view, 8> lazyTags{"li", "p", "tr", "td", "th", "dt", "dd",
                                                   "option"};

template<typename List>
bool contains(const List &list, std::string_view tag)
{
    return std::ranges::find(list, tag) != list.end();
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::string lowered(std::string_view word)
{
    std::string out(word);
    for (char &c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return out;
}

void appendCodePoint(std::string &out, std::uint32_t value)
{
    if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        value = 0xFFFD;
    if (value < 0x80) {
        out += static_cast<char>(value);
        return;
    }
    const int extra = value < 0x800 ? 1 : value < 0x10000 ? 2 : 3;
    constexpr std::uint32_t leads[] = {0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(leads[extra] | (value >> (6 * extra)));
    for (int part = extra - 1; part >= 0; --part)
        out += static_cast<char>(0x80 | ((value >> (6 * part)) & 0x3F));
}

bool appendReference(std::string &out, std::string_view name)
{
    constexpr std::pair<std::string_view, std::string_view> named[] = {
        {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", "\u00A0"}};
    for (const auto &[key, value] : named) {
        if (name == key) {
            out += value;
            return true;
        }
    }
    if (name.size() < 2 || name[0] != '#')
        return false;
    const bool isHex = (name[1] | 0x20) == 'x';
    std::uint32_t value = 0;
    const auto digits = name.substr(isHex ? 2 : 1);
    for (const char c : digits) {
        const char low = static_cast<char>(c | 0x20);
        const bool isDigit = c >= '0' && c <= '9';
        if (!isDigit && !(isHex && low >= 'a' && low <= 'f'))
            return false;
        value = std::min(value * (isHex ? 16u : 10u)
                             + static_cast<std::uint32_t>(isDigit ? c - '0' : low - 'a' + 10),
                         0x110000u);
    }
    appendCodePoint(out, value);
    return !digits.empty();
}

std::string resolved(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto end = text[at] == '&' ? text.substr(at, 12).find(';') : std::string_view::npos;
        if (end == std::string_view::npos || !appendReference(out, text.substr(at + 1, end - 1)))
            out += text[at];
        else
            at += end;
    }
    return out;
}

class Parser {
public:
    explicit Parser(std::string_view html) : m_rest(html) { m_tree.nodes.emplace_back(); }

    HtmlTree parse()
    {
        while (!m_rest.empty() && m_tree.nodes.size() < nodesMax)
            step();
        if (!m_rest.empty())
            fault("the page has too many parts");
        for (; m_at != 0; m_at = node().parent) {
            if (!contains(lazyTags, node().tag))
                fault("<" + node().tag + "> is not closed");
        }
        return std::move(m_tree);
    }

private:
    HtmlNode &node() { return m_tree.nodes[m_at]; }

    void fault(std::string what)
    {
        if (m_tree.faults.size() < 20)
            m_tree.faults.push_back(std::move(what));
    }

    void skip(std::size_t count) { m_rest.remove_prefix(std::min(count, m_rest.size())); }

    std::size_t add(HtmlNode added)
    {
        added.parent = m_at;
        m_tree.nodes.push_back(std::move(added));
        node().children.push_back(m_tree.nodes.size() - 1);
        return m_tree.nodes.size() - 1;
    }

    void addText(std::string_view text)
    {
        if (text.empty())
            return;
        HtmlNode added;
        added.text = resolved(text);
        add(std::move(added));
    }

    void step()
    {
        if (m_rest.starts_with("<!--")) {
            const auto end = m_rest.find("-->", 4);
            if (end == std::string_view::npos)
                fault("a comment is not closed");
            skip(end == std::string_view::npos ? end : end + 3);
        } else if (m_rest.starts_with("<!") || m_rest.starts_with("<?")) {
            const auto end = m_rest.find('>');
            skip(end == std::string_view::npos ? end : end + 1);
        } else if (m_rest.starts_with("</")) {
            endTag();
        } else if (m_rest.size() > 1 && m_rest[0] == '<' && (m_rest[1] | 0x20) >= 'a'
                   && (m_rest[1] | 0x20) <= 'z') {
            startTag();
        } else {
            const auto end = std::min(m_rest.find('<', 1), m_rest.size());
            addText(m_rest.substr(0, end));
            skip(end);
        }
    }

    void endTag()
    {
        const auto end = std::min(m_rest.find('>'), m_rest.size());
        std::string tag = lowered(m_rest.substr(2, end - 2));
        while (!tag.empty() && isSpace(tag.back()))
            tag.pop_back();
        skip(end + 1);
        std::size_t open = m_at;
        while (open != 0 && m_tree.nodes[open].tag != tag)
            open = m_tree.nodes[open].parent;
        if (open == 0) {
            fault("</" + tag + "> closes nothing");
            return;
        }
        for (; m_at != open; m_at = node().parent) {
            if (!contains(lazyTags, node().tag))
                fault("<" + node().tag + "> is not closed before </" + tag + ">");
            --m_depth;
        }
        m_at = node().parent;
        --m_depth;
    }

    // A new item closes the open one of its kind, but never one of an outer list or table.
    void closeLazy(std::string_view tag)
    {
        const bool isCell = tag == "td" || tag == "th";
        const bool isTerm = tag == "dt" || tag == "dd";
        const bool isRow = tag == "tr";
        for (;;) {
            const std::string &open = node().tag;
            const bool isSame = open == tag || (isCell && (open == "td" || open == "th"))
                || (isTerm && (open == "dt" || open == "dd"))
                || (isRow && (open == "td" || open == "th"));
            if (!isSame || !contains(lazyTags, open))
                return;
            m_at = node().parent;
            --m_depth;
        }
    }

    void startTag()
    {
        std::size_t at = 1;
        while (at < m_rest.size() && !isSpace(m_rest[at]) && m_rest[at] != '>' && m_rest[at] != '/')
            ++at;
        HtmlNode added;
        added.tag = lowered(m_rest.substr(1, at - 1));
        skip(at);
        const bool isSelfClosed = readAttributes(added);
        if (contains(lazyTags, added.tag))
            closeLazy(added.tag);
        const std::string tag = added.tag;
        const std::size_t index = add(std::move(added));
        if (isSelfClosed || contains(voidTags, tag))
            return;
        if (m_depth >= depthMax) {
            fault("<" + tag + "> is nested too deeply");
            return;
        }
        m_at = index;
        ++m_depth;
        if (contains(rawTags, tag))
            readRaw(tag);
    }

    // Returns whether the tag ends in "/>".
    bool readAttributes(HtmlNode &added)
    {
        for (;;) {
            while (!m_rest.empty() && (isSpace(m_rest[0])
                                       || (m_rest[0] == '/' && !m_rest.starts_with("/>"))))
                skip(1);
            if (m_rest.empty()) {
                fault("<" + added.tag + " is cut off");
                return true;
            }
            if (m_rest[0] == '>' || m_rest.starts_with("/>")) {
                const bool isSelfClosed = m_rest[0] == '/';
                skip(isSelfClosed ? 2 : 1);
                return isSelfClosed;
            }
            readAttribute(added);
        }
    }

    void readAttribute(HtmlNode &added)
    {
        const auto end = std::min(m_rest.find_first_of(" \t\n\r\f=/>", 1), m_rest.size());
        std::string name = lowered(m_rest.substr(0, end));
        skip(end);
        std::string value;
        if (m_rest.starts_with('=')) {
            skip(1);
            const char quote = m_rest.empty() ? ' ' : m_rest[0];
            if (quote == '"' || quote == '\'') {
                const auto close = std::min(m_rest.find(quote, 1), m_rest.size());
                value = resolved(m_rest.substr(1, close - 1));
                skip(close + 1);
            } else {
                const auto close = std::min(m_rest.find_first_of(" \t\n\r\f>"), m_rest.size());
                value = resolved(m_rest.substr(0, close));
                skip(close);
            }
        }
        if (added.attribute(name))
            fault("<" + added.tag + "> has the attribute " + name + " twice");
        else
            added.attributes.emplace_back(std::move(name), std::move(value));
    }

    void readRaw(const std::string &tag)
    {
        std::size_t end = 0;
        while (end < m_rest.size()
               && !(m_rest[end] == '<' && lowered(m_rest.substr(end, tag.size() + 2)) == "</" + tag))
            ++end;
        HtmlNode added;
        added.text = tag == "style" || tag == "script" ? std::string(m_rest.substr(0, end))
                                                       : resolved(m_rest.substr(0, end));
        if (!added.text.empty())
            add(std::move(added));
        skip(end);
    }

    std::string_view m_rest;
    HtmlTree m_tree;
    std::size_t m_at = 0;
    std::size_t m_depth = 0;
};

void appendText(const HtmlTree &tree, std::size_t index, std::string &out)
{
    constexpr std::array<std::string_view, 14> inlineTags{
        "", "a", "abbr", "b", "code", "em", "i", "img", "label", "s", "small", "span", "strong", "u"};
    const HtmlNode &node = tree.nodes[index];
    if (node.tag == "style" || node.tag == "script")
        return;
    const bool isApart = !contains(inlineTags, node.tag);
    if (isApart && !out.empty() && out.back() != ' ')
        out += ' ';
    const std::string *alternative = node.tag == "img" ? node.attribute("alt") : nullptr;
    for (const char c : alternative ? *alternative : node.text) {
        if (!isSpace(c))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    for (const std::size_t child : node.children)
        appendText(tree, child, out);
    if (isApart && !out.empty() && out.back() != ' ')
        out += ' ';
}

}  // namespace

const std::string *HtmlNode::attribute(std::string_view name) const
{
    const auto found = std::ranges::find(attributes, name, [](const auto &pair) {
        return std::string_view(pair.first);
    });
    return found == attributes.end() ? nullptr : &found->second;
}

bool HtmlNode::hasClass(std::string_view name) const
{
    const std::string *classes = attribute("class");
    if (!classes || name.empty())
        return false;
    for (auto at = classes->find(name); at != std::string::npos; at = classes->find(name, at + 1)) {
        const auto end = at + name.size();
        if ((at == 0 || isSpace((*classes)[at - 1]))
            && (end == classes->size() || isSpace((*classes)[end])))
            return true;
    }
    return false;
}

bool HtmlTree::isInside(std::size_t node, std::string_view tag) const
{
    for (; node != noNode; node = nodes[node].parent) {
        if (nodes[node].tag == tag)
            return true;
    }
    return false;
}

std::string HtmlTree::textOf(std::size_t node) const
{
    std::string out;
    appendText(*this, node, out);
    while (out.ends_with(' '))
        out.pop_back();
    return out;
}

HtmlTree parseHtml(std::string_view html)
{
    return Parser(html).parse();
}

}  // namespace text
