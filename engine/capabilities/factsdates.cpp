#include "capabilities/facts.h"
#include "capabilities/gazetteer.h"

#include <cstdio>

namespace capabilities {
namespace {

using text::Document;
using text::Token;

struct Parts {
    int day = 0;
    int month = 0;
    int year = 0;
    std::uint32_t last = 0;  // token
};

// Digits at the front of a word: "3rd" gives 3 with `rest` "rd".
int leadingNumber(std::string_view word, std::string_view &rest)
{
    int value = 0;
    std::size_t at = 0;
    while (at < word.size() && at < 5 && word[at] >= '0' && word[at] <= '9')
        value = value * 10 + (word[at++] - '0');
    rest = word.substr(at);
    return at == 0 ? -1 : value;
}

bool isLeap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool isDay(int day, int month, int year)
{
    static constexpr int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (day < 1 || month < 1 || month > 12 || day > days[month - 1])
        return false;
    return month != 2 || day < 29 || year == 0 || isLeap(year);
}

std::string isoOf(const Parts &parts)
{
    if (parts.year == 0 || parts.day == 0)
        return {};
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", parts.year, parts.month, parts.day);
    return buffer;
}

class DateReader {
public:
    explicit DateReader(const Document &document)
        : m_document(document), m_tokens(document.tokens())
    {
    }

    bool read(std::uint32_t at, Parts &parts) const
    {
        return readNumeric(at, parts) || readDotted(at, parts) || readDayMonth(at, parts)
               || readMonthDay(at, parts);
    }

private:
    std::string_view word(std::uint32_t at) const { return m_document.formText(m_tokens[at].form); }
    // The bytes between two neighbouring words, or "\n" if the second does not exist.
    std::string_view gapAfter(std::uint32_t at) const
    {
        if (at + 1 >= m_tokens.size())
            return "\n";
        const std::uint32_t end = m_tokens[at].end();
        return m_document.slice(end, m_tokens[at + 1].start - end);
    }
    int numberAt(std::uint32_t at, std::size_t digitsMax) const
    {
        if (at >= m_tokens.size() || !m_tokens[at].isNumber() || m_tokens[at].length > digitsMax)
            return -1;
        std::string_view rest;
        const int value = leadingNumber(word(at), rest);
        return rest.empty() ? value : -1;
    }
    int yearAt(std::uint32_t at) const
    {
        const int value = numberAt(at, 4);
        return value >= 1000 && value <= 2999 ? value : 0;
    }
    bool readNumeric(std::uint32_t at, Parts &parts) const;
    bool readDotted(std::uint32_t at, Parts &parts) const;
    bool readDayMonth(std::uint32_t at, Parts &parts) const;
    bool readMonthDay(std::uint32_t at, Parts &parts) const;
    int dayAt(std::uint32_t at) const;
    int monthAt(std::uint32_t at) const;

    const Document &m_document;
    std::span<const Token> m_tokens;
};

// 2025-03-12, 12/03/2025, 12-03-2025, 3/14/25
bool DateReader::readNumeric(std::uint32_t at, Parts &parts) const
{
    const std::string_view mark = gapAfter(at);
    if ((mark != "-" && mark != "/") || at + 2 >= m_tokens.size() || gapAfter(at + 1) != mark)
        return false;
    const int first = numberAt(at, 4);
    const int second = numberAt(at + 1, 2);
    const int third = numberAt(at + 2, 4);
    if (first < 0 || second < 0 || third < 0)
        return false;
    parts.last = at + 2;
    if (first >= 1000) {
        parts.year = first;
        parts.month = second;
        parts.day = third;
        return isDay(third, second, first);
    }
    parts.year = third >= 1000 ? third : (m_tokens[at + 2].length == 2 ? 2000 + third : 0);
    if (parts.year == 0)
        return false;
    const bool isMonthFirst = second > 12;
    parts.day = isMonthFirst ? second : first;
    parts.month = isMonthFirst ? first : second;
    if (!isDay(parts.day, parts.month, parts.year))
        return false;
    // in English 3/4/2025 may be either: the phrase is a date, its day is not certain
    if (m_document.language() == text::Language::en && first <= 12 && second <= 12
        && first != second)
        parts.year = 0;
    return true;
}

// 12.03.2025, 12.3.25, 30.04.: one word for the segmenter
bool DateReader::readDotted(std::uint32_t at, Parts &parts) const
{
    const std::string_view whole = word(at);
    if (!m_tokens[at].isNumber() || whole.find('.') == std::string_view::npos)
        return false;
    std::string_view rest;
    parts.day = leadingNumber(whole, rest);
    if (rest.empty() || rest[0] != '.' || rest.size() < 2)
        return false;
    parts.month = leadingNumber(rest.substr(1), rest);
    parts.last = at;
    if (rest.empty()) {  // 30.04. needs its last full stop, or it is a decimal number
        return gapAfter(at).starts_with('.') && m_document.language() == text::Language::de
               && whole.size() >= 3 && isDay(parts.day, parts.month, 0);
    }
    if (rest[0] != '.')
        return false;
    const std::size_t digits = rest.size() - 1;
    parts.year = leadingNumber(rest.substr(1), rest);
    if (!rest.empty() || (digits != 2 && digits != 4))
        return false;
    if (digits == 2)
        parts.year += 2000;
    return parts.year >= 1000 && parts.year <= 2999 && isDay(parts.day, parts.month, parts.year);
}

int DateReader::dayAt(std::uint32_t at) const
{
    std::string_view rest;
    const int day = leadingNumber(word(at), rest);
    const bool isOrdinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th"
                           || rest == "er" || rest == "º" || rest == "o";
    return day >= 1 && day <= 31 && (rest.empty() || isOrdinal) ? day : 0;
}

int DateReader::monthAt(std::uint32_t at) const
{
    if (at >= m_tokens.size())
        return 0;
    const bool needsCapital =
        m_document.language() == text::Language::en || m_document.language() == text::Language::de;
    if (needsCapital && !m_tokens[at].has(text::tokenIsCapitalised))
        return 0;
    return gazetteer::monthOf(word(at));
}

// 12 March 2026, 3. März, 20 de junio de 2025, 1er mars 2026, 3rd of May
bool DateReader::readDayMonth(std::uint32_t at, Parts &parts) const
{
    parts.day = dayAt(at);
    if (parts.day == 0 || at + 1 >= m_tokens.size())
        return false;
    const auto isThin = [](std::string_view gap) {
        return gap == " " || gap == ". " || gap == "." || gap == "\u00A0";
    };
    std::uint32_t next = at + 1;
    if (!isThin(gapAfter(at)))
        return false;
    if ((word(next) == "de" || word(next) == "of") && gapAfter(next) == " ")
        ++next;
    parts.month = monthAt(next);
    if (parts.month == 0 || !isDay(parts.day, parts.month, 0))
        return false;
    parts.last = next;
    const std::string_view gap = gapAfter(next);
    if (gap != " " && gap != ", " && gap != ". " && gap != "\u00A0")
        return true;
    std::uint32_t yearToken = next + 1;
    if ((word(yearToken) == "de" || word(yearToken) == "del") && gapAfter(yearToken) == " ")
        ++yearToken;
    if (const int year = yearAt(yearToken); year != 0 && isDay(parts.day, parts.month, year)) {
        parts.year = year;
        parts.last = yearToken;
    }
    return true;
}

// March 12, 2026; March 12; March 2026
bool DateReader::readMonthDay(std::uint32_t at, Parts &parts) const
{
    parts.month = monthAt(at);
    if (parts.month == 0)
        return false;
    std::uint32_t next = at + 1;
    if (next >= m_tokens.size() || (gapAfter(at) != " " && gapAfter(at) != ". "))
        return false;
    if (word(next) == "de" && gapAfter(next) == " ")
        ++next;
    if (const int year = yearAt(next); year != 0) {
        parts.year = year;
        parts.last = next;
        return true;
    }
    if (m_document.language() != text::Language::en)
        return false;
    parts.day = next < m_tokens.size() ? dayAt(next) : 0;
    if (parts.day == 0 || !isDay(parts.day, parts.month, 0))
        return false;
    parts.last = next;
    const std::string_view gap = gapAfter(next);
    if (gap == ", " || gap == " ") {
        if (const int year = yearAt(next + 1); year != 0 && isDay(parts.day, parts.month, year)) {
            parts.year = year;
            parts.last = next + 1;
        }
    }
    return true;
}

int clockNumber(std::string_view word, std::size_t digitsMax)
{
    std::string_view rest;
    const int value = leadingNumber(word, rest);
    return rest.empty() && word.size() <= digitsMax ? value : -1;
}

}  // namespace

void findDates(const Document &document, Facts &facts)
{
    const DateReader reader(document);
    const auto tokens = document.tokens();
    for (std::uint32_t at = 0; at < tokens.size() && !facts.isStopped(at); ++at) {
        const bool canStart =
            tokens[at].has(text::tokenHasDigit)
            || (tokens[at].length <= 12 && gazetteer::monthOf(document.formOf(tokens[at])) != 0);
        if (!canStart)
            continue;
        Parts parts;
        bool isDate = reader.read(at, parts);
        if (!isDate)
            continue;
        std::uint32_t end = tokens[parts.last].end();
        if (parts.year == 0 && document.slice(end, 1) == "." && tokens[parts.last].isNumber()
            && document.language() == text::Language::de)
            ++end;  // 30.04.
        facts.dates.push_back({{tokens[at].start, end - tokens[at].start}, isoOf(parts)});
        at = parts.last;
    }
}

// 09:30, 19.30 Uhr, 7 pm, 7pm, 19h30, 18 h, 19 Uhr
void findTimes(const Document &document, Facts &facts)
{
    const auto tokens = document.tokens();
    const auto word = [&](std::uint32_t at) {
        return at < tokens.size() ? document.formText(tokens[at].form) : std::string_view();
    };
    for (std::uint32_t at = 0; at < tokens.size() && !facts.isStopped(at); ++at) {
        if (!tokens[at].has(text::tokenHasDigit) || tokens[at].length > 7)
            continue;
        std::string_view rest;
        int hour = leadingNumber(word(at), rest);
        int minute = 0;
        std::uint32_t last = at;
        const bool hasNext = at + 1 < tokens.size();
        const std::string_view gap =
            hasNext ? document.slice(tokens[at].end(), tokens[at + 1].start - tokens[at].end())
                    : "\n";
        bool isTime = false;
        if (rest.empty() && gap == ":" && tokens[at + 1].length == 2) {
            minute = clockNumber(word(at + 1), 2);
            isTime = minute >= 0;
            last = at + 1;
            if (word(last + 1) == "uhr")
                ++last;
        } else if (rest.size() == 3 && rest[0] == '.' && word(at + 1) == "uhr") {
            minute = clockNumber(rest.substr(1), 2);
            isTime = true;
            last = at + 1;
        } else if (!rest.empty() && rest[0] == 'h' && rest.size() <= 3) {
            minute = rest.size() == 1 ? 0 : clockNumber(rest.substr(1), 2);
            isTime = minute >= 0 && document.language() != text::Language::en;
        } else if (rest.empty() && (gap == " " || gap == "\u00A0")
                   && (word(at + 1) == "uhr" || word(at + 1) == "o'clock")) {
            isTime = true;
            last = at + 1;
        }
        const bool isJoined = rest == "am" || rest == "pm";
        const std::string_view half = isJoined ? rest : word(last + 1);
        const bool isNear =
            isJoined
            || (last + 1 < tokens.size() && tokens[last + 1].start - tokens[last].end() <= 1);
        const bool hasHalf =
            isNear && (half == "am" || half == "pm" || half == "a.m" || half == "p.m");
        if (hasHalf && hour >= 1 && hour <= 12 && (isTime || rest.empty() || isJoined)
            && document.language() != text::Language::de) {
            isTime = true;
            last += isJoined ? 0 : 1;
            hour = hour % 12 + (half[0] == 'p' ? 12 : 0);
        }
        if (!isTime || hour < 0 || hour > 24 || minute < 0 || minute > 59)
            continue;
        char iso[16];
        std::snprintf(iso, sizeof iso, "%02d:%02d", hour % 100, minute);
        facts.times.push_back({{tokens[at].start, tokens[last].end() - tokens[at].start}, iso});
        at = last;
    }
}

}  // namespace capabilities
