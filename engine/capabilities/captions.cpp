#include "capabilities/captions.h"

#include "text/unicode.h"

#include <algorithm>
#include <string>

namespace capabilities {

namespace {

// Digits alone, at most nine of them; -1 if they are not.
constexpr std::int64_t numberOf(std::string_view digits)
{
    if (digits.empty() || digits.size() > 9)
        return -1;
    std::int64_t number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}
// undefined behaviour does not compile here
static_assert(numberOf("99999999999999999999") == -1 && numberOf("999999999") == 999'999'999);

// "[hh:]mm:ss,mmm", or with a point; what follows a space is not looked at. -1 if it is none.
std::int64_t timeOf(std::string_view text)
{
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t")));
    text = text.substr(0, text.find_first_of(" \t"));
    if (text.size() < 9 || (text[text.size() - 4] != ',' && text[text.size() - 4] != '.'))
        return -1;
    const std::int64_t thousandths = numberOf(text.substr(text.size() - 3));
    text.remove_suffix(4);
    const std::string_view seconds = text.substr(text.size() - 2);
    text.remove_suffix(2);
    if (!text.ends_with(':'))
        return -1;
    text.remove_suffix(1);
    const std::size_t colon = text.find(':');
    const std::int64_t hours = colon == text.npos ? 0 : numberOf(text.substr(0, colon));
    const std::string_view minutes = colon == text.npos ? text : text.substr(colon + 1);
    const std::int64_t m = numberOf(minutes), s = numberOf(seconds);
    if (hours < 0 || minutes.size() != 2 || m < 0 || m > 59 || s < 0 || s > 59 || thousandths < 0)
        return -1;
    return ((hours * 60 + m) * 60 + s) * 1000 + thousandths;
}

std::string_view lineOf(std::string_view &text)
{
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

// Code points outside of <tags>.
std::int64_t lettersOf(std::string_view line)
{
    std::int64_t count = 0;
    bool isTag = false;
    for (const char32_t c : text::codePoints(line)) {
        isTag = isTag || c == '<';
        count += !isTag;
        isTag = isTag && c != '>';
    }
    return count;
}

}  // namespace

Captions readCaptions(std::string_view text, std::int64_t charactersMax,
                      std::int64_t millisecondsMin)
{
    Captions captions;
    const auto fault = [&](std::string_view what) {
        captions.faults.push_back({captions.cues, what});
    };
    while (!text.empty()) {
        const std::string_view line = lineOf(text);
        const std::size_t arrow = line.find("-->");
        if (arrow == line.npos)
            continue;
        ++captions.cues;
        std::int64_t letters = 0;
        for (std::string_view shown = lineOf(text); !shown.empty(); shown = lineOf(text))
            letters += lettersOf(shown);
        const std::int64_t start = timeOf(line.substr(0, arrow)),
                           end = timeOf(line.substr(arrow + 3));
        if (letters == 0)
            fault("empty");
        if (start < 0 || end < 0) {
            fault("timing");
            continue;
        }
        if (start < captions.lastEnd)
            fault("overlap");
        captions.lastEnd = std::max(captions.lastEnd, end);
        if (end <= start) {
            fault("backwards");
            continue;
        }
        if (end - start < millisecondsMin)
            fault("short");
        if (letters * 1000 > charactersMax * (end - start))
            fault("fast");
    }
    return captions;
}

}  // namespace capabilities
