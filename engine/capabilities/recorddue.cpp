#include "capabilities/recordvalues.h"

#include <algorithm>
#include <cstdint>

namespace capabilities::record {

namespace {

constexpr std::size_t npos = std::string_view::npos;

// the long before the short: "bis zum" is tried before "bis"
constexpr std::string_view marks[] = {"by",
                                      "before",
                                      "until",
                                      "till",
                                      "due",
                                      "not later than",
                                      "no later than",
                                      "from",
                                      "bis zum",
                                      "bis",
                                      "vor",
                                      "spätestens",
                                      "ab",
                                      "fällig",
                                      "antes del",
                                      "antes de",
                                      "hasta el",
                                      "hasta",
                                      "para el",
                                      "avant le",
                                      "avant",
                                      "jusqu'au",
                                      "d'ici le",
                                      "d'ici",
                                      "pour le",
                                      "on",
                                      "am",
                                      "el",
                                      "le"};

// "Read one novel (by March)": the bracket at the end names the time.
bool splitBracket(std::string_view text, DueSplit &out)
{
    if (!text.ends_with(")"))
        return false;
    const std::size_t open = text.rfind('(');
    if (open == npos || open == 0)
        return false;
    const std::string_view inside = trimmed(text.substr(open + 1, text.size() - open - 2));
    const auto day = dayIn(inside);
    if (!day && !looseDayIn(inside) && !monthIn(inside))
        return false;
    out.what = withoutEnd(text.substr(0, open));
    out.due = day ? dayText(inside, *day) : std::string(inside);
    return true;
}

// The time after a mark such as "by"; empty if what follows is none.
std::string dueAfter(std::string_view text, std::string_view mark, std::size_t at)
{
    const std::string_view rest = trimmed(text.substr(at + mark.size()));
    const auto day = dayIn(rest);
    if (day && day->start <= 16)
        return dayText(rest, *day);
    const auto loose = looseDayIn(rest);
    if (loose && loose->start <= 12)
        return std::string(rest.substr(0, loose->end));
    const bool isWeak = mark == "on" || mark == "am" || mark == "el" || mark == "le";
    const auto month = monthIn(rest);
    if (month && month->start <= 12 && !isWeak)
        return std::string(rest.substr(0, month->end));
    // "before lunch": any short ending will do after a plain word of time
    const bool isPlain = mark == "before" || mark == "until" || mark == "by";
    return isPlain && std::count(rest.begin(), rest.end(), ' ') <= 4 ? std::string(text.substr(at))
                                                                     : std::string();
}

// One of 64 bits for the two bytes a word begins with: tells which words cannot be there.
std::uint64_t openingOf(std::string_view word)
{
    const auto first = static_cast<unsigned char>(word[0]);
    const auto second = static_cast<unsigned char>(word[1]);
    return std::uint64_t{1} << ((first * 7 + second) % 64);
}

std::uint64_t openingsOf(std::string_view lower)
{
    std::uint64_t openings = 0;
    for (std::size_t at = 1; at + 1 < lower.size(); ++at) {
        if (!isWordByte(lower[at - 1]))
            openings |= openingOf(lower.substr(at));
    }
    return openings;
}

}  // namespace

DueSplit splitDue(std::string_view given)
{
    const std::string_view text = withoutEnd(given);
    const std::string lower = lowered(text);
    DueSplit out{std::string(text), {}};
    if (splitBracket(text, out))
        return out;
    const std::uint64_t openings = openingsOf(lower);
    for (const std::string_view mark : marks) {
        if (!(openings & openingOf(mark)))
            continue;
        for (std::size_t at = findWord(lower, mark, 1); at != npos;
             at = findWord(lower, mark, at + 1)) {
            std::string due = dueAfter(text, mark, at);
            const std::string_view what = withoutEnd(text.substr(0, at));
            if (due.empty() || what.empty())
                continue;
            out.what = what;
            out.due = std::move(due);
            return out;
        }
    }
    const auto day = dayIn(text);
    if (day && day->end == text.size() && day->start > 3) {
        out.what = withoutEnd(text.substr(0, day->start));
        out.due = dayText(text, *day);
    }
    return out;
}

}  // namespace capabilities::record
