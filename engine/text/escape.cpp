#include "text/escape.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>

namespace text {
namespace {

constexpr std::size_t titleBytesMax = 64u << 10;
constexpr int marksMax = 4;

// The next code point of a non-empty rest; an invalid byte reads as U+FFFD.
char32_t take(std::string_view &rest)
{
    utf8proc_int32_t codePoint = -1;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(rest.data()),
                                         static_cast<utf8proc_ssize_t>(rest.size()), &codePoint);
    rest.remove_prefix(length > 0 ? static_cast<std::size_t>(length) : 1);
    return length > 0 ? static_cast<char32_t>(codePoint) : U'\uFFFD';
}

void append(std::string &out, char32_t codePoint)
{
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(codePoint), bytes);
    out.append(reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(length));
}

enum class Kind { Keep, Space, Drop, Replace, Mark };

Kind kindOf(char32_t codePoint)
{
    if (codePoint >= 0xE0000 || codePoint == 0xFEFF || codePoint == 0xAD)
        return Kind::Drop;  // tag letters, byte order marks, soft hyphens: unseen
    if ((codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069)
        || codePoint == 0x200E || codePoint == 0x200F || codePoint == 0x61C)
        return Kind::Drop;
    if ((codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF))
        return Kind::Replace;  // noncharacters; XML forbids two of them
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(codePoint))) {
    case UTF8PROC_CATEGORY_CC:
        return codePoint == U'\t' || codePoint == U'\n' || codePoint == U'\r' ? Kind::Space
                                                                            : Kind::Drop;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return Kind::Space;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
        return Kind::Mark;
    default:
        return Kind::Keep;
    }
}

std::string_view trimmed(std::string_view line)
{
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

bool isRule(std::string_view line)
{
    return line.size() >= 3 && line.find_first_not_of("-*_=~` ") == std::string_view::npos;
}

bool startsWithTitle(std::string_view line)
{
    constexpr std::string_view key = "title:";
    return line.size() > key.size()
        && std::equal(key.begin(), key.end(), line.begin(),
                      [](char wanted, char given) { return wanted == (given | 0x20); });
}

// List, quote, heading and check box marks before the first word.
std::string_view withoutBlockMarks(std::string_view line)
{
    for (;;) {
        const std::string_view before = line;
        if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")
            || line.starts_with("> "))
            line = trimmed(line.substr(2));
        if (line.starts_with("[ ] ") || line.starts_with("[x] ") || line.starts_with("[X] "))
            line = trimmed(line.substr(4));
        const auto hashes = std::min(line.find_first_not_of('#'), line.size());
        if (hashes > 0 && hashes <= 6 && (hashes == line.size() || line[hashes] == ' ')) {
            line = trimmed(line.substr(hashes));
            while (line.ends_with('#'))
                line.remove_suffix(1);
            line = trimmed(line);
        }
        if (line == before)
            return line;
    }
}

bool isWordByte(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c & 0x80);
}

// [words](address) and ![words](address) become words; * ` and edge _ go; \* stays a star.
std::string withoutInlineMarks(std::string_view line)
{
    std::string out;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        const char next = at + 1 < line.size() ? line[at + 1] : ' ';
        if (c == '\\' && std::string_view("\\`*_[]()#!").find(next) != std::string_view::npos) {
            out += next;
            ++at;
        } else if (c == '*' || c == '`' || (c == '~' && next == '~') || (c == '!' && next == '[')) {
            continue;
        } else if (c == '_' && !(isWordByte(next) && !out.empty() && isWordByte(out.back()))) {
            continue;
        } else if (c == '[') {
            const auto close = line.find("](", at);
            const auto end = close == std::string_view::npos ? close : line.find(')', close);
            if (end == std::string_view::npos) {
                out += c;
                continue;
            }
            out += withoutInlineMarks(line.substr(at + 1, close - at - 1));
            at = end;
        } else {
            out += c;
        }
    }
    return out;
}

std::string_view firstSentence(std::string_view line)
{
    for (const std::string_view end : {". ", "! ", "? "}) {
        const auto found = line.find(end, 12);  // "Dr. " and "No. " end no sentence
        if (found != std::string_view::npos)
            line = line.substr(0, found + (end[0] == '.' ? 0 : 1));
    }
    for (const std::string_view end : {"。", "！", "？"})
        line = line.substr(0, std::min(line.find(end), line.size()));
    if (line.ends_with('.') && !line.ends_with(".."))
        line.remove_suffix(1);
    return line;
}

// Calls visit(line, isHeading) for each trimmed line with content, front matter and rules left out
// (but for a title in the front matter), until it returns false.
template<typename Visit>
void eachLine(std::string_view markdown, Visit visit)
{
    markdown = markdown.substr(0, titleBytesMax);
    constexpr auto rest = std::string_view::npos;
    bool isFrontMatter = false;
    bool isFirst = true;
    while (!markdown.empty()) {
        const auto end = std::min(markdown.find('\n'), markdown.size());
        std::string_view line = trimmed(markdown.substr(0, end));
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
        if (isFirst && line.starts_with("\xEF\xBB\xBF"))
            line = trimmed(line.substr(3));
        if (line == "---" && (isFrontMatter || (isFirst && markdown.find("\n---") != rest)))
            isFrontMatter = !isFrontMatter;
        isFirst = isFirst && line.empty();
        const bool isTitle = startsWithTitle(line);
        if (line.empty() || isRule(line) || (isFrontMatter && !isTitle))
            continue;
        const bool isHeading = line.starts_with('#') || isTitle;
        if (!visit(isTitle ? trimmed(line.substr(6)) : line, isHeading))
            return;
    }
}

}  // namespace

std::string escapeMarkup(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size() + utf8.size() / 8);
    for (const char c : utf8) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c;
        }
    }
    return out;
}

std::string cleanLine(std::string_view utf8, std::size_t codePointsMax)
{
    std::string out;
    std::size_t count = 0;
    std::size_t graphemeStart = 0;
    int marks = 0;
    bool isSpaceDue = false;
    utf8proc_int32_t state = 0;
    char32_t previous = 0;
    while (!utf8.empty()) {
        char32_t codePoint = take(utf8);
        const Kind kind = kindOf(codePoint);
        if (kind == Kind::Drop)
            continue;
        if (kind == Kind::Space) {
            isSpaceDue = !out.empty();
            continue;
        }
        marks = kind == Kind::Mark ? marks + 1 : 0;
        if (marks > marksMax)
            continue;
        if (kind == Kind::Replace)
            codePoint = U'\uFFFD';
        if (isSpaceDue && kind != Kind::Mark) {
            graphemeStart = out.size();
            out += ' ';
            ++count;
            previous = U' ';
            state = 0;
        }
        isSpaceDue = false;
        if (previous == 0
            || utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(previous),
                                                static_cast<utf8proc_int32_t>(codePoint), &state))
            graphemeStart = out.size();
        if (++count > codePointsMax) {
            out.resize(graphemeStart);
            while (out.ends_with(' '))
                out.pop_back();
            return out;
        }
        append(out, codePoint);
        previous = codePoint;
    }
    return out;
}

std::string titleOf(std::string_view markdown)
{
    std::string title;
    eachLine(markdown, [&](std::string_view line, bool isHeading) {
        const std::string words = withoutInlineMarks(withoutBlockMarks(line));
        title = cleanLine(isHeading ? std::string_view(words) : firstSentence(words));
        return title.empty();
    });
    return title;
}

std::string leadOf(std::string_view markdown)
{
    constexpr std::size_t leadMax = 360;
    const std::string title = titleOf(markdown);
    std::string lead;
    bool isTitleDue = true;
    eachLine(markdown, [&](std::string_view line, bool isHeading) {
        std::string words = cleanLine(withoutInlineMarks(withoutBlockMarks(line)), 4 * leadMax);
        if (isTitleDue && !words.empty()) {
            isTitleDue = false;
            words.erase(0, words.starts_with(title) ? title.size() : 0);
            const auto first = words.find_first_not_of(" .");
            words.erase(0, isHeading ? words.size() : std::min(first, words.size()));
        } else if (isHeading) {
            return lead.empty();  // the next section ends the lead
        }
        if (!words.empty())
            lead += (lead.empty() ? "" : " ") + words;
        return lead.size() < 4 * leadMax;
    });
    std::string shown = cleanLine(lead, leadMax);
    if (shown.size() < lead.size())
        shown += "\u2026";
    return shown;
}

bool isRightToLeft(std::string_view utf8)
{
    while (!utf8.empty()) {
        const auto codePoint = static_cast<utf8proc_int32_t>(take(utf8));
        switch (utf8proc_get_property(codePoint)->bidi_class) {
        case UTF8PROC_BIDI_CLASS_L: return false;
        case UTF8PROC_BIDI_CLASS_R:
        case UTF8PROC_BIDI_CLASS_AL: return true;
        default: break;
        }
    }
    return false;
}

}  // namespace text
