#include "capabilities/recordvalues.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace capabilities::record {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

struct NumberWord {
    std::string_view word;
    double value;
};
// "one" and its kin are articles too: whoever wants them asks for words
constexpr auto numberWords = std::to_array<NumberWord>({
    {"a dozen", 12},     {"half a", 0.5},  {"half", 0.5},    {"one", 1},
    {"two", 2},          {"three", 3},     {"four", 4},      {"five", 5},
    {"six", 6},          {"seven", 7},     {"eight", 8},     {"nine", 9},
    {"ten", 10},         {"twelve", 12},   {"fifteen", 15},  {"twenty", 20},
    {"thirty", 30},      {"forty", 40},    {"fifty", 50},    {"sixty", 60},
    {"anderthalb", 1.5}, {"halbe", 0.5},   {"halber", 0.5},  {"halbes", 0.5},
    {"ein", 1},          {"eine", 1},      {"einen", 1},     {"zwei", 2},
    {"drei", 3},         {"vier", 4},      {"fünf", 5},      {"sechs", 6},
    {"sieben", 7},       {"acht", 8},      {"neun", 9},      {"zehn", 10},
    {"zwölf", 12},       {"fünfzehn", 15}, {"zwanzig", 20},  {"dreißig", 30},
    {"vierzig", 40},     {"medio", 0.5},   {"media", 0.5},   {"un", 1},
    {"una", 1},          {"uno", 1},       {"dos", 2},       {"tres", 3},
    {"cuatro", 4},       {"cinco", 5},     {"seis", 6},      {"siete", 7},
    {"ocho", 8},         {"nueve", 9},     {"diez", 10},     {"doce", 12},
    {"quince", 15},      {"veinte", 20},   {"treinta", 30},  {"cuarenta", 40},
    {"demi", 0.5},       {"demie", 0.5},   {"une", 1},       {"deux", 2},
    {"trois", 3},        {"quatre", 4},    {"cinq", 5},      {"sept", 7},
    {"huit", 8},         {"neuf", 9},      {"dix", 10},      {"douze", 12},
    {"vingt", 20},       {"trente", 30},   {"quarante", 40}, {"a", 1},
    {"an", 1},
});

constexpr auto fractions = std::to_array<NumberWord>(
    {{"½", 0.5}, {"¼", 0.25}, {"¾", 0.75}, {"⅓", 1.0 / 3}, {"⅔", 2.0 / 3}, {"⅛", 0.125}});

struct Unit {
    std::string_view word, code;
};
constexpr auto currencies = std::to_array<Unit>({
    {"€", "EUR"},
    {"£", "GBP"},
    {"$", "USD"},
    {"¥", "JPY"},
    {"eur", "EUR"},
    {"gbp", "GBP"},
    {"usd", "USD"},
    {"mxn", "MXN"},
    {"chf", "CHF"},
    {"nok", "NOK"},
    {"sek", "SEK"},
    {"dkk", "DKK"},
    {"cad", "CAD"},
    {"aud", "AUD"},
    {"pln", "PLN"},
    {"czk", "CZK"},
    {"jpy", "JPY"},
    {"ars", "ARS"},
    {"clp", "CLP"},
    {"cop", "COP"},
    {"euros", "EUR"},
    {"euro", "EUR"},
    {"pounds", "GBP"},
    {"pound", "GBP"},
    {"quid", "GBP"},
    {"dollars", "USD"},
    {"dollar", "USD"},
    {"dólares", "USD"},
    {"franken", "CHF"},
    {"fr.", "CHF"},
    {"pesos mexicanos", "MXN"},
    {"pesos", "MXN"},
    {"kroner", "NOK"},
});

std::string_view currencyAt(std::string_view lower, std::size_t at, std::size_t &end)
{
    for (const Unit &unit : currencies) {
        if (!lower.substr(at).starts_with(unit.word))
            continue;
        const std::size_t stop = at + unit.word.size();
        const bool isLetter = unit.word[0] >= 'a' && unit.word[0] <= 'z';
        const bool isWhole = !isLetter
                             || ((at == 0 || !isWordByte(lower[at - 1]))
                                 && (stop >= lower.size() || !isWordByte(lower[stop])));
        if (isWhole) {
            end = stop;
            return unit.code;
        }
    }
    return {};
}

std::size_t skipSpaces(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        if (text[at] == ' ' || text[at] == '\t')
            ++at;
        else if (text.substr(at).starts_with("\xc2\xa0"))  // no-break space
            at += 2;
        else if (text.substr(at).starts_with("\xe2\x80\xaf"))  // narrow no-break space
            at += 3;
        else
            break;
    }
    return at;
}

// Digits with separators. A group of exactly three after . , ' or a space is thousands unless it
// is the only group after a dot or comma and looks like decimals elsewhere ("1.5" never has three).
std::optional<Number> digitsAt(std::string_view text, std::size_t at)
{
    std::string digits;
    std::size_t i = at;
    std::size_t decimalsAt = npos;
    while (i < text.size()) {
        if (isDigit(text[i])) {
            digits.push_back(text[i++]);
            continue;
        }
        std::size_t next = i;
        const bool isMark = text[i] == '.' || text[i] == ',' || text[i] == '\'';
        if (isMark)
            next = i + 1;
        else if (text[i] == ' ' || text.substr(i).starts_with("\xc2\xa0")
                 || text.substr(i).starts_with("\xe2\x80\xaf"))
            next = skipSpaces(text, i);
        std::size_t run = next;
        while (run < text.size() && isDigit(text[run]))
            ++run;
        const std::size_t length = run - next;
        if (next == i || length == 0 || decimalsAt != npos)
            break;
        if (length == 3 && digits.size() <= 3 + 3 * ((i - at) / 4) && digits[0] != '0') {
            digits.append(text.substr(next, 3));
            i = run;
            continue;
        }
        if (!isMark || text[i] == '\'')
            break;
        decimalsAt = digits.size();
        digits.append(text.substr(next, length));
        i = run;
    }
    if (digits.empty() || digits.size() > 15)
        return std::nullopt;
    double value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    if (decimalsAt != npos)
        value /= std::pow(10.0, double(digits.size() - decimalsAt));
    return Number{{at, i}, value, false};
}

}  // namespace

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto byte = static_cast<unsigned char>(out[i]);
        if (byte >= 'A' && byte <= 'Z')
            out[i] = static_cast<char>(byte | 32);
        else if (i > 0 && static_cast<unsigned char>(out[i - 1]) == 0xc3 && byte >= 0x80
                 && byte <= 0x9e && byte != 0x97)
            out[i] = static_cast<char>(byte + 0x20);
    }
    return out;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ')
        text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.remove_suffix(1);
    return text;
}

std::string_view withoutEnd(std::string_view text)
{
    constexpr std::string_view marks = " \t\r\n.,;:!?-*_/|";
    while (!text.empty() && marks.find(text.front()) != npos)
        text.remove_prefix(1);
    while (!text.empty()) {
        const bool isLoneBracket = text.back() == ')' && text.find('(') == npos;
        const bool isOpen = text.back() == '(';
        if (marks.find(text.back()) == npos && !isLoneBracket && !isOpen)
            break;
        text.remove_suffix(1);
    }
    for (const std::string_view dash : {"–", "—"}) {
        if (text.ends_with(dash))
            return withoutEnd(text.substr(0, text.size() - dash.size()));
        if (text.starts_with(dash))
            return withoutEnd(text.substr(dash.size()));
    }
    return text;
}

bool isWordByte(char c)
{
    return isDigit(c) || ((c | 32) >= 'a' && (c | 32) <= 'z')
           || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t findWord(std::string_view lower, std::string_view word, std::size_t from)
{
    for (std::size_t at = lower.find(word, from); at != npos; at = lower.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool isStart = at == 0 || !isWordByte(lower[at - 1]) || !isWordByte(word.front());
        const bool isEnd =
            end == lower.size() || !isWordByte(lower[end]) || !isWordByte(word.back());
        if (isStart && isEnd)
            return at;
    }
    return npos;
}

std::optional<Number> numberAt(std::string_view text, std::size_t at, bool withWords)
{
    if (at >= text.size())
        return std::nullopt;
    for (const NumberWord &fraction : fractions) {
        if (text[at] == fraction.word[0] && text.substr(at).starts_with(fraction.word))
            return Number{{at, at + fraction.word.size()}, fraction.value, false};
    }
    if (isDigit(text[at])) {
        auto number = digitsAt(text, at);
        if (!number)
            return std::nullopt;
        // 1/2 and 1 1/2 and 1½
        if (number->end + 1 < text.size() && text[number->end] == '/'
            && isDigit(text[number->end + 1])) {
            const auto below = digitsAt(text, number->end + 1);
            if (below && below->value > 0 && below->value <= 16 && number->value < below->value)
                return Number{{at, below->end}, number->value / below->value, false};
        }
        const std::size_t next = skipSpaces(text, number->end);
        for (const NumberWord &fraction : fractions) {
            if (text.substr(next).starts_with(fraction.word))
                return Number{
                    {at, next + fraction.word.size()}, number->value + fraction.value, false};
        }
        if (next > number->end && next + 2 < text.size() && isDigit(text[next])
            && text[next + 1] == '/') {
            const auto part = numberAt(text, next);
            if (part && part->value < 1)
                return Number{{at, part->end}, number->value + part->value, false};
        }
        return number;
    }
    if (!withWords || (at > 0 && isWordByte(text[at - 1])))
        return std::nullopt;
    const std::string lower = lowered(text.substr(at, 14));
    for (const NumberWord &word : numberWords) {
        if (lower[0] == word.word[0] && lower.starts_with(word.word)
            && (lower.size() == word.word.size() || !isWordByte(lower[word.word.size()])))
            return Number{{at, at + word.word.size()}, word.value, true};
    }
    return std::nullopt;
}

std::optional<Number> numberIn(std::string_view text, std::size_t from, bool withWords)
{
    for (std::size_t at = from; at < text.size(); ++at) {
        const bool isInside = at > 0 && isWordByte(text[at - 1]) && isWordByte(text[at]);
        if (isInside && !isDigit(text[at]))
            continue;
        if (isDigit(text[at]) && at > 0 && isDigit(text[at - 1]))
            continue;
        if (const auto number = numberAt(text, at, withWords))
            return number;
    }
    return std::nullopt;
}

std::optional<Money> moneyIn(std::string_view text, std::size_t from)
{
    const std::string lower = lowered(text);
    for (auto number = numberIn(text, from); number; number = numberIn(text, number->end)) {
        std::size_t end = 0;
        const std::size_t after = skipSpaces(text, number->end);
        std::string_view code =
            after < text.size() ? currencyAt(lower, after, end) : std::string_view();
        Money money{{number->start, number->end}, number->value, {}};
        if (!code.empty()) {
            money.end = end;
        } else {
            // the symbol may stand before: $12, NOK 120,000
            for (std::size_t back = 1; back <= 5 && back <= number->start && code.empty(); ++back) {
                std::size_t stop = 0;
                const std::string_view found = currencyAt(lower, number->start - back, stop);
                if (!found.empty() && skipSpaces(text, stop) == number->start) {
                    code = found;
                    money.start = number->start - back;
                }
            }
        }
        if (code.empty())
            continue;
        money.currency = code;
        std::size_t sign = money.start;
        while (sign > 0 && text[sign - 1] == ' ')
            --sign;
        const bool isMinus =
            (sign > 0 && text[sign - 1] == '-' && (sign < 2 || !isWordByte(text[sign - 2])))
            || (sign >= 3 && text.substr(sign - 3, 3) == "−");
        if (isMinus)
            money.value = -money.value;
        return money;
    }
    return std::nullopt;
}

std::string currencyIn(std::string_view text)
{
    const std::string lower = lowered(text);
    for (std::size_t at = 0; at < lower.size(); ++at) {
        std::size_t end = 0;
        const std::string_view code = currencyAt(lower, at, end);
        if (!code.empty())
            return std::string(code);
    }
    return {};
}

}  // namespace capabilities::record
