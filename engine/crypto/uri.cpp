#include "crypto/uri.h"

#include "kernel/digest.h"

#include <algorithm>

namespace crypto {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isUnreserved(char c)
{
    return isDigit(c) || isLetter(c) || std::string_view("-._~").find(c) != std::string_view::npos;
}

constexpr std::string_view subDelims = "!$&'()*+,;=", genDelims = ":/?#[]@";

// Unreserved characters, sub-delims, percent-encoded octets, and those in `more`.
bool isText(std::string_view text, std::string_view more)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size() || kernel::Digest::hexValue(text[i + 1]) < 0
                || kernel::Digest::hexValue(text[i + 2]) < 0)
                return false;
            i += 2;
        } else if (!isUnreserved(text[i]) && subDelims.find(text[i]) == std::string_view::npos
                   && more.find(text[i]) == std::string_view::npos) {
            return false;
        }
    }
    return true;
}

// dec-octet "." dec-octet "." dec-octet "." dec-octet, without leading zeros
bool isIpv4(std::string_view text)
{
    for (int octet = 0; octet < 4; ++octet) {
        const std::size_t end = octet < 3 ? text.find('.') : text.size();
        const std::string_view digits = text.substr(0, end);
        if (end == std::string_view::npos || digits.empty() || digits.size() > 3
            || !std::all_of(digits.begin(), digits.end(), isDigit)
            || (digits.size() > 1 && digits[0] == '0') || (digits.size() == 3 && digits > "255"))
            return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

// How many 16-bit groups stand in "h16:h16:…", the last of which may be an IPv4 address; -1 when
// that is not what stands there.
int groupsOf(std::string_view text, bool isLast)
{
    if (text.empty())
        return 0;
    for (int groups = 0;;) {
        const std::size_t end = std::min(text.find(':'), text.size());
        const std::string_view group = text.substr(0, end);
        const bool isHex = !group.empty() && group.size() <= 4
                           && std::all_of(group.begin(), group.end(),
                                          [](char c) { return kernel::Digest::hexValue(c) >= 0; });
        if (end == text.size())
            return isHex ? groups + 1 : isLast && isIpv4(group) ? groups + 2 : -1;
        if (!isHex)
            return -1;
        ++groups;
        text.remove_prefix(end + 1);
    }
}

bool isIpv6(std::string_view text)
{
    const std::size_t gap = text.find("::");
    if (gap == std::string_view::npos)
        return groupsOf(text, true) == 8;
    const int before = groupsOf(text.substr(0, gap), false);
    const int after = groupsOf(text.substr(gap + 2), true);
    return before >= 0 && after >= 0 && before + after <= 7;
}

// "v" hex digits "." and at least one character more
bool isFutureAddress(std::string_view text)
{
    const std::size_t dot = text.find('.');
    if (text.empty() || (text[0] != 'v' && text[0] != 'V') || dot == std::string_view::npos
        || dot < 2 || dot + 1 == text.size())
        return false;
    const std::string_view version = text.substr(1, dot - 1), rest = text.substr(dot + 1);
    return std::all_of(version.begin(), version.end(),
                       [](char c) { return kernel::Digest::hexValue(c) >= 0; })
           && rest.find('%') == std::string_view::npos && isText(rest, ":");
}

bool isAuthorityText(std::string_view text, bool mayBeEmpty)
{
    if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
        if (!isText(text.substr(0, at), ":"))
            return false;
        text.remove_prefix(at + 1);
    }
    const bool isLiteral = text.starts_with('[');
    const std::size_t bracket = text.find(']');
    if (isLiteral && bracket == std::string_view::npos)
        return false;
    const std::size_t hostEnd = isLiteral ? bracket + 1 : std::min(text.find(':'), text.size());
    const std::string_view host = text.substr(0, hostEnd), port = text.substr(hostEnd);
    if (!port.empty() && (port[0] != ':' || !std::all_of(port.begin() + 1, port.end(), isDigit)))
        return false;
    if (isLiteral) {
        const std::string_view inside = host.substr(1, host.size() - 2);
        return isIpv6(inside) || isFutureAddress(inside);
    }
    return (mayBeEmpty || !host.empty()) && isText(host, {});
}

}  // namespace

bool isScheme(std::string_view text)
{
    return !text.empty() && isLetter(text[0]) && std::all_of(text.begin(), text.end(), [](char c) {
        return isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.';
    });
}

bool isAuthority(std::string_view text)
{
    return isAuthorityText(text, false);
}

bool isUri(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || !isScheme(text.substr(0, colon)))
        return false;
    text.remove_prefix(colon + 1);
    if (const std::size_t hash = text.find('#'); hash != std::string_view::npos) {
        if (!isText(text.substr(hash + 1), ":@/?"))
            return false;
        text = text.substr(0, hash);
    }
    if (const std::size_t question = text.find('?'); question != std::string_view::npos) {
        if (!isText(text.substr(question + 1), ":@/?"))
            return false;
        text = text.substr(0, question);
    }
    if (text.starts_with("//")) {
        text.remove_prefix(2);
        const std::size_t slash = std::min(text.find('/'), text.size());
        if (!isAuthorityText(text.substr(0, slash), true))
            return false;
        text.remove_prefix(slash);
    }
    return isText(text, ":@/");
}

bool isPathText(std::string_view text)
{
    return isText(text, ":@");
}

bool isStatementText(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return c == ' ' || isUnreserved(c) || subDelims.find(c) != std::string_view::npos
               || genDelims.find(c) != std::string_view::npos;
    });
}

}  // namespace crypto
