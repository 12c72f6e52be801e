#include "capabilities/jsonschema.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace jsonschema {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size())
        return std::nullopt;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (!isDigit(text[i]))
            return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

// RFC 3339 full-date
bool isDate(std::string_view text)
{
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !year || !month || !day)
        return false;
    static constexpr std::array lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (*month < 1 || *month > 12 || *day < 1)
        return false;
    const bool isLeap = (*year % 4 == 0 && *year % 100 != 0) || *year % 400 == 0;
    const int last = lengths[static_cast<std::size_t>(*month - 1)] + (*month == 2 && isLeap);
    return *day <= last;
}

// RFC 3339 full-time; a leap second only where UTC has one, at 23:59:60
bool isTime(std::string_view text)
{
    const auto hour = digits(text, 0, 2), minute = digits(text, 3, 2), second = digits(text, 6, 2);
    if (!hour || !minute || !second || text[2] != ':' || text[5] != ':')
        return false;
    if (*hour > 23 || *minute > 59 || *second > 60)
        return false;
    std::size_t at = 8;
    if (at < text.size() && text[at] == '.') {
        const std::size_t from = ++at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        if (at == from)
            return false;
    }
    if (at == text.size())
        return false;
    int offset = 0;
    if (text[at] == 'Z' || text[at] == 'z') {
        ++at;
    } else if (text[at] == '+' || text[at] == '-') {
        const auto hours = digits(text, at + 1, 2), minutes = digits(text, at + 4, 2);
        if (!hours || !minutes || text[at + 3] != ':' || *hours > 23 || *minutes > 59)
            return false;
        offset = (text[at] == '-' ? 1 : -1) * (*hours * 60 + *minutes);
        at += 6;
    } else {
        return false;
    }
    const int utc = ((*hour * 60 + *minute + offset) % 1440 + 1440) % 1440;
    return at == text.size() && (*second < 60 || utc == 1439);
}

bool isDateTime(std::string_view text)
{
    return text.size() > 11 && (text[10] == 'T' || text[10] == 't') && isDate(text.substr(0, 10))
           && isTime(text.substr(11));
}

bool isHostname(std::string_view text)
{
    if (text.empty() || text.size() > 253)
        return false;
    std::size_t at = 0;
    while (at <= text.size()) {
        const auto end = std::min(text.find('.', at), text.size());
        const auto label = text.substr(at, end - at);
        if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-')
            return false;
        if (!std::all_of(label.begin(), label.end(),
                         [](unsigned char c) { return std::isalnum(c) || c == '-'; }))
            return false;
        at = end + 1;
    }
    return true;
}

bool isIpv4(std::string_view text)
{
    int parts = 0;
    std::size_t at = 0;
    while (at <= text.size()) {
        const auto end = std::min(text.find('.', at), text.size());
        const auto number = digits(text, at, end - at);
        if (end == at || end - at > 3 || !number || *number > 255)
            return false;
        if (end - at > 1 && text[at] == '0')
            return false;
        ++parts;
        at = end + 1;
    }
    return parts == 4;
}

// RFC 5321 mailbox, the forms people use: a dot-string before the @, a host name after it
bool isEmail(std::string_view text)
{
    const auto mark = text.rfind('@');
    if (mark == text.npos || mark == 0 || mark > 64)
        return false;
    const auto local = text.substr(0, mark);
    if (local.front() == '.' || local.back() == '.' || local.find("..") != local.npos)
        return false;
    const std::string_view allowed = "!#$%&'*+-/=?^_`{|}~.";
    return std::all_of(local.begin(), local.end(),
                       [&](unsigned char c) {
                           return std::isalnum(c) || c >= 0x80
                                  || allowed.find(static_cast<char>(c)) != allowed.npos;
                       })
           && isHostname(text.substr(mark + 1));
}

// RFC 3986: a scheme, then characters a URI may hold, percent signs with two hex digits
bool isUri(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == text.npos || colon == 0 || !std::isalpha(static_cast<unsigned char>(text[0])))
        return false;
    for (std::size_t i = 0; i < colon; ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (!std::isalnum(c) && c != '+' && c != '-' && c != '.')
            return false;
    }
    for (std::size_t i = colon + 1; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c <= 0x20 || c >= 0x7f
            || std::string_view("\"<>\\^`{|}").find(text[i]) != std::string_view::npos)
            return false;
        if (c == '%'
            && (i + 2 >= text.size() || !std::isxdigit(static_cast<unsigned char>(text[i + 1]))
                || !std::isxdigit(static_cast<unsigned char>(text[i + 2]))))
            return false;
    }
    return true;
}

bool isUuid(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isDash = i == 8 || i == 13 || i == 18 || i == 23;
        if (isDash ? text[i] != '-' : !std::isxdigit(static_cast<unsigned char>(text[i])))
            return false;
    }
    return true;
}

}  // namespace

bool hasFormat(std::string_view format, std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, bool (*)(std::string_view)>, 9> known =
        {{{"date", isDate},
          {"time", isTime},
          {"date-time", isDateTime},
          {"email", isEmail},
          {"hostname", isHostname},
          {"ipv4", isIpv4},
          {"uri", isUri},
          {"uuid", isUuid},
          {"url", isUri}}};
    for (const auto &[name, check] : known) {
        if (name == format)
            return check(text);
    }
    return true;
}

}  // namespace jsonschema
