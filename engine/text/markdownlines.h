// Single lines of Markdown: blanks, rules, list marks with check boxes, table delimiters. Private
// to markdown.cpp, which puts them together. Pure functions.
#pragma once

#include "text/document.h"

#include <string_view>

namespace text {

inline bool isBlankByte(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

struct Line {
    std::uint32_t start = 0;    // first byte of the line
    std::uint32_t end = 0;      // before the line end and trailing blanks
    std::uint32_t content = 0;  // first byte that is not blank
    std::uint32_t next = 0;     // first byte of the next line
    std::uint32_t indent = 0;   // columns, tabs to four
    bool isBlank() const { return content >= end; }
};

inline Line lineAt(std::string_view text, std::uint32_t start)
{
    Line line;
    line.start = start;
    const std::size_t found = text.find('\n', start);
    const std::size_t end = found == std::string_view::npos ? text.size() : found;
    line.next = static_cast<std::uint32_t>(found == std::string_view::npos ? end : end + 1);
    line.end = static_cast<std::uint32_t>(end);
    while (line.end > start && isBlankByte(text[line.end - 1]))
        --line.end;
    line.content = start;
    while (line.content < line.end && isBlankByte(text[line.content])) {
        line.indent += text[line.content] == '\t' ? 4 - line.indent % 4 : 1;
        ++line.content;
    }
    return line;
}

inline std::uint32_t runOf(std::string_view body, char mark)
{
    std::uint32_t count = 0;
    while (count < body.size() && body[count] == mark)
        ++count;
    return count;
}

inline bool isRule(std::string_view body)
{
    if (body.size() < 3 || (body[0] != '-' && body[0] != '*' && body[0] != '_'))
        return false;
    std::uint32_t marks = 0;
    for (const char c : body) {
        if (c == body[0])
            ++marks;
        else if (!isBlankByte(c))
            return false;
    }
    return marks >= 3;
}

inline bool isSetext(std::string_view body)
{
    return body.size() >= 2 && (body[0] == '=' || body[0] == '-')
           && runOf(body, body[0]) == body.size();
}

inline bool isTableDelimiter(std::string_view body)
{
    bool hasDash = false;
    bool hasBar = false;
    for (const char c : body) {
        hasDash = hasDash || c == '-';
        hasBar = hasBar || c == '|';
        if (c != '-' && c != '|' && c != ':' && !isBlankByte(c))
            return false;
    }
    return hasDash && hasBar;
}

struct ListMark {
    std::uint32_t length = 0;  // 0: no list item
    bool isOrdered = false;
    std::uint32_t number = 0;
    Check check = Check::none;
};

inline void readCheck(std::string_view rest, ListMark &mark)
{
    static constexpr struct {
        std::string_view sign;
        Check check;
    } signs[] = {{"[ ]", Check::open}, {"[]", Check::open},  {"[x]", Check::done},
                 {"[X]", Check::done}, {"☐", Check::open},   {"☑", Check::done},
                 {"☒", Check::done},   {"✔", Check::done},   {"✓", Check::done},
                 {"✅", Check::done},   {"[✓]", Check::done}, {"[✔]", Check::done}};
    if (rest.empty() || (rest[0] != '[' && static_cast<unsigned char>(rest[0]) < 0x80))
        return;
    for (const auto &sign : signs) {
        if (!rest.starts_with(sign.sign))
            continue;
        const std::string_view after = rest.substr(sign.sign.size());
        if (!after.empty() && after[0] != ' ' && after[0] != '\t')
            continue;
        std::uint32_t skip = static_cast<std::uint32_t>(sign.sign.size());
        while (skip < rest.size() && isBlankByte(rest[skip]))
            ++skip;
        mark.length += skip;
        mark.check = sign.check;
        return;
    }
}

inline ListMark listMark(std::string_view body)
{
    ListMark mark;
    std::uint32_t at = 0;
    if (body.starts_with("•") || body.starts_with("–") || body.starts_with("‣")
        || body.starts_with("◦")) {
        at = 3;
    } else if (body.starts_with("·")) {
        at = 2;
    } else if (!body.empty() && (body[0] == '-' || body[0] == '*' || body[0] == '+')) {
        at = 1;
    } else {
        while (at < body.size() && at < 9 && body[at] >= '0' && body[at] <= '9')
            mark.number = mark.number * 10 + static_cast<std::uint32_t>(body[at++] - '0');
        if (at == 0 || at >= body.size() || (body[at] != '.' && body[at] != ')')) {
            ListMark bare;  // a check box without a bullet is a list item too
            readCheck(body, bare);
            return bare;
        }
        mark.isOrdered = true;
        ++at;
    }
    if (at < body.size() && !isBlankByte(body[at]))
        return {};
    while (at < body.size() && isBlankByte(body[at]))
        ++at;
    if (at >= body.size())
        return {};
    mark.length = at;
    readCheck(body.substr(at), mark);
    return mark;
}

// A heading in spirit: short, ends with a colon or is bold as a whole.
inline bool isLabelLine(std::string_view line)
{
    if (line.empty() || line.size() > 60)
        return false;
    if (line.back() == ':')
        return line.find_first_of(".!?") == std::string_view::npos;
    return line.size() > 4 && line.starts_with("**") && line.ends_with("**")
           && line.find("**", 2) == line.size() - 2;
}

}  // namespace text
