#include "capabilities/secretshapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

namespace capabilities {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isAlnum(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isToken(char c)
{
    return isAlnum(c) || c == '_' || c == '-' || c == '+' || c == '/' || c == '=' || c == '.';
}
bool isWordPart(char c)
{
    return isAlnum(c) || c == '_' || c == '-';
}
bool isUpperOrDigit(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z');
}
bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

struct Shape {
    std::string_view prefix, kind;
    bool (*holds)(char);
    std::size_t least, most;  // characters behind the prefix
};

// As the issuers document them.
constexpr Shape shapes[] = {
    {"AKIA", "aws-key", isUpperOrDigit, 16, 16},
    {"ASIA", "aws-key", isUpperOrDigit, 16, 16},
    {"ghp_", "github-token", isAlnum, 36, 36},
    {"gho_", "github-token", isAlnum, 36, 36},
    {"ghs_", "github-token", isAlnum, 36, 36},
    {"ghu_", "github-token", isAlnum, 36, 36},
    {"ghr_", "github-token", isAlnum, 36, 76},
    {"github_pat_", "github-token", isWordPart, 60, 90},
    {"glpat-", "gitlab-token", isWordPart, 20, 64},
    {"xoxb-", "slack-token", isWordPart, 20, 100},
    {"xoxp-", "slack-token", isWordPart, 20, 100},
    {"xoxa-", "slack-token", isWordPart, 20, 100},
    {"sk_live_", "stripe-key", isAlnum, 20, 120},
    {"rk_live_", "stripe-key", isAlnum, 20, 120},
    {"sk-ant-", "api-key", isWordPart, 20, 200},
    {"sk-", "api-key", isWordPart, 20, 200},
    {"AIza", "google-key", isWordPart, 35, 35},
    {"npm_", "npm-token", isAlnum, 36, 36},
    {"SG.", "sendgrid-key", [](char c) { return isWordPart(c) || c == '.'; }, 60, 80},
    {"AGE-SECRET-KEY-1", "age-key", isUpperOrDigit, 58, 58},
};

std::size_t spanOf(std::string_view text, std::size_t at, bool (*holds)(char),
                   std::size_t most = 4096)
{
    std::size_t end = at;
    while (end < text.size() && end - at < most && holds(text[end]))
        ++end;
    return end - at;
}

std::optional<SecretFound> knownKey(std::string_view text, std::size_t at)
{
    if (at > 0 && isAlnum(text[at - 1]))
        return {};
    for (const Shape &shape : shapes) {
        if (text.compare(at, shape.prefix.size(), shape.prefix) != 0)
            continue;
        const std::size_t behind =
            spanOf(text, at + shape.prefix.size(), shape.holds, shape.most + 1);
        if (behind >= shape.least && behind <= shape.most)
            return SecretFound{at, shape.prefix.size() + behind, shape.kind};
    }
    return {};
}

// RFC 7468: from the line that opens the block to the line that ends it, or to the end of the text.
std::optional<SecretFound> privateKey(std::string_view text, std::size_t at)
{
    static constexpr std::string_view begin = "-----BEGIN ";
    if (text.compare(at, begin.size(), begin) != 0)
        return {};
    const std::string_view line = text.substr(at, std::min<std::size_t>(text.size() - at, 80));
    if (line.substr(0, line.find('\n')).find("PRIVATE KEY") == std::string_view::npos)
        return {};
    const std::size_t close = text.find("-----END ", at);
    const std::size_t end = close == std::string_view::npos
                                ? text.size()
                                : std::min(text.find('\n', close), text.size());
    return SecretFound{at, end - at, "private-key"};
}

// Three base64url parts, the first of which opens an object: RFC 7519, section 3.
std::optional<SecretFound> webToken(std::string_view text, std::size_t at)
{
    if (text.compare(at, 3, "eyJ") != 0 || (at > 0 && isWordPart(text[at - 1])))
        return {};
    std::size_t end = at;
    for (int part = 0; part < 3; ++part) {
        if (part > 0 && (end >= text.size() || text[end++] != '.'))
            return {};
        const std::size_t length = spanOf(text, end, isWordPart);
        if (length < 10)
            return {};
        end += length;
    }
    return SecretFound{at, end - at, "web-token"};
}

// scheme://user:password@host, the password alone
std::optional<SecretFound> addressPassword(std::string_view text, std::size_t at)
{
    if (text.compare(at, 3, "://") != 0)
        return {};
    const std::size_t end = std::min(text.find_first_of(" \t\r\n/?#\"'<>", at + 3), text.size());
    const std::string_view authority = text.substr(at + 3, end - at - 3);
    const std::size_t host = authority.rfind('@'), colon = authority.find(':');
    if (host == std::string_view::npos || colon >= host || host - colon < 2)
        return {};
    return SecretFound{at + 3 + colon + 1, host - colon - 1, "password"};
}

bool endsWithName(std::string_view before)
{
    static constexpr std::string_view names[] = {"password", "passwd",     "passwort", "secret",
                                                 "api_key",  "apikey",     "api-key",  "token",
                                                 "pwd",      "passphrase", "kennwort"};
    std::string lower(before.substr(before.size() > 24 ? before.size() - 24 : 0));
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    while (!lower.empty() && (lower.back() == ' ' || lower.back() == '"' || lower.back() == '\''))
        lower.pop_back();
    return std::ranges::any_of(names, [&](std::string_view name) { return lower.ends_with(name); });
}

// password = "…", token: …; a value of six characters or more without spaces
std::optional<SecretFound> assigned(std::string_view text, std::size_t at)
{
    if ((text[at] != '=' && text[at] != ':') || !endsWithName(text.substr(0, at)))
        return {};
    std::size_t from = at + 1;
    while (from < text.size()
           && (text[from] == ' ' || text[from] == '"' || text[from] == '\'' || text[from] == '='))
        ++from;
    std::size_t end = std::min(text.find_first_of(" \t\r\n\"',;", from), text.size());
    // a line's end inside a JSON string is written \n
    const std::size_t opening = std::min(text.find_first_not_of(" \t\r\n"), text.size() - 1);
    if (text[opening] == '{' || text[opening] == '[')
        for (const std::string_view escape : {"\\n", "\\r"})
            end = std::min(end, text.find(escape, from));
    return end - from >= 6 ? std::optional(SecretFound{from, end - from, "password"})
                           : std::nullopt;
}

// Digits with single spaces or hyphens between them.
std::optional<SecretFound> cardNumber(std::string_view text, std::size_t at)
{
    if (!isDigit(text[at]) || (at > 0 && (isAlnum(text[at - 1]) || text[at - 1] == '.')))
        return {};
    std::string digits;
    std::size_t end = at, last = at;
    while (end < text.size() && digits.size() <= 19) {
        if (isDigit(text[end])) {
            digits.push_back(text[end]);
            last = ++end;
        } else if ((text[end] == ' ' || text[end] == '-') && end + 1 < text.size()
                   && isDigit(text[end + 1])) {
            ++end;
        } else {
            break;
        }
    }
    if (last < text.size() && isAlnum(text[last]))
        return {};
    return isCardNumber(digits) ? std::optional(SecretFound{at, last - at, "card"}) : std::nullopt;
}

std::optional<SecretFound> iban(std::string_view text, std::size_t at)
{
    const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (at + 4 > text.size() || !isUpper(text[at]) || !isUpper(text[at + 1])
        || !isDigit(text[at + 2]) || !isDigit(text[at + 3]) || (at > 0 && isAlnum(text[at - 1])))
        return {};
    std::string letters;
    std::optional<SecretFound> longest;
    for (std::size_t end = at; end < text.size() && letters.size() < 34;) {
        if (text[end] == ' ' && end + 1 < text.size() && isUpperOrDigit(text[end + 1]))
            ++end;
        if (!isUpperOrDigit(text[end]))
            break;
        letters.push_back(text[end++]);
        const bool isWhole = end == text.size() || !isAlnum(text[end]);
        if (isWhole && isIban(letters))
            longest = SecretFound{at, end - at, "iban"};
    }
    return longest;
}

// Long tokens that no word, path or plain number explains: letters of both cases and digits with
// more than 4 bits a character, or 64 hexadecimal digits (a raw 256-bit key).
std::optional<SecretFound> unknownToken(std::string_view text, std::size_t at)
{
    if (!isAlnum(text[at]) || (at > 0 && isToken(text[at - 1])))
        return {};
    std::size_t length = spanOf(text, at, isToken);
    while (length > 0 && (text[at + length - 1] == '.' || text[at + length - 1] == '/'))
        --length;
    const std::string_view token = text.substr(at, length);
    const std::string_view hex = token.starts_with("0x") ? token.substr(2) : token;
    if (hex.size() == 64 && std::ranges::all_of(hex, isHex) && entropyBits(hex) > 3)
        return SecretFound{at, length, "raw-key"};
    if (length < 24 || length > 512)
        return {};
    int digits = 0, upper = 0, lower = 0, slashes = 0;
    for (const char c : token) {
        digits += isDigit(c);
        upper += c >= 'A' && c <= 'Z';
        lower += c >= 'a' && c <= 'z';
        slashes += c == '/' || c == '.';
    }
    const bool isMixed = digits >= 2 && upper >= 2 && lower >= 2 && slashes <= int(length) / 12;
    return isMixed && entropyBits(token) > 4.0
               ? std::optional(SecretFound{at, length, "high-entropy"})
               : std::nullopt;
}

std::optional<SecretFound> mailAddress(std::string_view text, std::size_t at)
{
    static constexpr auto isLocal = [](char c) {
        return isWordPart(c) || c == '.' || c == '+' || c == '%';
    };
    if (!isAlnum(text[at]) || (at > 0 && isLocal(text[at - 1])))
        return {};
    const std::size_t local = spanOf(text, at, isLocal);
    if (local > 64 || at + local >= text.size() || text[at + local] != '@')
        return {};
    std::size_t domain =
        spanOf(text, at + local + 1, [](char c) { return isAlnum(c) || c == '-' || c == '.'; });
    while (domain > 0 && !isAlnum(text[at + local + domain]))
        --domain;
    const std::string_view name = text.substr(at + local + 1, domain);
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || name.size() - dot < 3)
        return {};
    return SecretFound{at, local + 1 + domain, "e-mail"};
}

// +49 30 123456, (030) 123-456: 7 to 15 digits (ITU-T E.164) that begin with + or 0
std::optional<SecretFound> phoneNumber(std::string_view text, std::size_t at)
{
    if ((text[at] != '+' && text[at] != '0')
        || (at > 0
            && (isAlnum(text[at - 1])
                || std::string_view(".,-:/+").find(text[at - 1]) != std::string_view::npos)))
        return {};
    std::size_t digits = 0, end = at, last = at;
    bool isGrouped = text[at] == '+';
    for (; end < text.size() && digits <= 15; ++end) {
        if (isDigit(text[end])) {
            ++digits;
            last = end + 1;
        } else if (std::string_view(" -/()").find(text[end]) != std::string_view::npos) {
            isGrouped = true;
        } else if (text[end] != '+' || end != at) {
            break;
        }
    }
    const bool isWhole = last >= text.size() || !(isAlnum(text[last]) || text[last] == '.');
    return digits >= 7 && digits <= 15 && isGrouped && isWhole
               ? std::optional(SecretFound{at, last - at, "phone"})
               : std::nullopt;
}

using Finder = std::optional<SecretFound> (*)(std::string_view, std::size_t);

}  // namespace

bool isCardNumber(std::string_view digits)
{
    if (digits.size() < 13 || digits.size() > 19 || !std::ranges::all_of(digits, isDigit)
        || digits.find_first_not_of(digits[0]) == std::string_view::npos)
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 1)
            digit = digit > 4 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

bool isIban(std::string_view letters)
{
    if (letters.size() < 15 || letters.size() > 34)
        return false;
    int rest = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char c = letters[(i + 4) % letters.size()];
        if (isDigit(c))
            rest = (rest * 10 + (c - '0')) % 97;
        else if (c >= 'A' && c <= 'Z')
            rest = (rest * 100 + (c - 'A' + 10)) % 97;
        else
            return false;
    }
    return rest == 1;
}

double entropyBits(std::string_view token)
{
    std::array<int, 256> counts = {};
    for (const char c : token)
        ++counts[static_cast<unsigned char>(c)];
    double bits = 0;
    for (const int count : counts) {
        if (count > 0)
            bits -= count * std::log2(double(count) / double(token.size()));
    }
    return token.empty() ? 0 : bits / double(token.size());
}

std::vector<SecretFound> findSecrets(std::string_view text, bool isPersonalToo,
                                     const std::stop_token &stop)
{
    static constexpr Finder secrets[] = {privateKey, knownKey,   webToken, addressPassword,
                                         assigned,   cardNumber, iban,     unknownToken};
    static constexpr Finder persons[] = {mailAddress, phoneNumber};
    std::vector<SecretFound> found;
    const auto at = [&](std::size_t place) -> std::optional<SecretFound> {
        for (const Finder find : secrets)
            if (auto secret = find(text, place))
                return secret;
        for (const Finder find : persons)
            if (isPersonalToo)
                if (auto secret = find(text, place))
                    return secret;
        return {};
    };
    for (std::size_t place = 0; place < text.size();) {
        if ((place & 1023) == 0 && stop.stop_requested())
            return found;
        const auto secret = at(place);
        if (!secret) {
            ++place;
            continue;
        }
        found.push_back(*secret);
        place = secret->start + secret->length;
    }
    return found;
}

}  // namespace capabilities
