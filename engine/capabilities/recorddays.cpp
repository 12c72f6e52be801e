#include "capabilities/recordvalues.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace capabilities::record {

namespace {

constexpr std::size_t npos = std::string_view::npos;

// twelve months, four languages, short forms last
constexpr std::array<std::array<std::string_view, 9>, 12> monthNames = {{
    {"january", "januar", "jänner", "enero", "janvier", "jan.", "jan", "janv.", "ene."},
    {"february", "februar", "feber", "febrero", "février", "feb.", "feb", "févr.", "febr."},
    {"march", "märz", "maerz", "marzo", "mars", "mar.", "mar", "mrz", "mrz."},
    {"april", "abril", "avril", "apr.", "apr", "abr.", "avr.", "", ""},
    {"may", "mai", "mayo", "", "", "", "", "", ""},
    {"june", "juni", "junio", "juin", "jun.", "jun", "", "", ""},
    {"july", "juli", "julio", "juillet", "jul.", "jul", "juil.", "", ""},
    {"august", "agosto", "août", "aout", "aug.", "aug", "ago.", "", ""},
    {"september", "septiembre", "septembre", "setiembre", "sept.", "sept", "sep.", "sep", ""},
    {"october", "oktober", "octubre", "octobre", "oct.", "oct", "okt.", "okt", ""},
    {"november", "noviembre", "novembre", "nov.", "nov", "", "", "", ""},
    {"december", "dezember", "diciembre", "décembre", "dec.", "dec", "dez.", "dez", "dic."},
}};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

struct Digits {
    int value = 0;
    std::size_t end = 0;
    std::size_t length = 0;
};

Digits digitsAt(std::string_view text, std::size_t at)
{
    Digits out;
    out.end = at;
    while (out.end < text.size() && isDigit(text[out.end]) && out.length < 5) {
        out.value = out.value * 10 + (text[out.end++] - '0');
        ++out.length;
    }
    return out;
}

int monthAt(std::string_view lower, std::size_t at, std::size_t &end)
{
    if (at >= lower.size() || std::string_view("jfmasonde").find(lower[at]) == npos)
        return 0;
    for (int month = 0; month < 12; ++month) {
        for (const std::string_view name : monthNames[static_cast<std::size_t>(month)]) {
            if (name.empty() || name[0] != lower[at] || !lower.substr(at).starts_with(name))
                continue;
            end = at + name.size();
            if (end == lower.size() || !isWordByte(lower[end]) || name.back() == '.')
                return month + 1;
        }
    }
    return 0;
}

std::size_t skip(std::string_view lower, std::size_t at,
                 std::initializer_list<std::string_view> words)
{
    bool isMoving = true;
    while (isMoving) {
        isMoving = false;
        for (const std::string_view word : words) {
            if (lower.substr(at).starts_with(word)) {
                at += word.size();
                isMoving = true;
            }
        }
    }
    return at;
}

std::string isoOf(int year, int month, int day)
{
    static constexpr std::array lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (month < 1 || month > 12 || day < 1
        || day > lengths[static_cast<std::size_t>(month - 1)] + (month == 2 && isLeap))
        return {};
    char out[40];
    std::snprintf(out, sizeof out, "%04d-%02d-%02d", year % 10000, month, day);
    return out;
}

// a year of four digits after a comma, "de" or a space
bool yearAt(std::string_view lower, std::size_t &at, int &year)
{
    const std::size_t from = skip(lower, at, {" ", ",", "del ", "de "});
    const Digits digits = digitsAt(lower, from);
    const bool isYear = digits.length == 4 && digits.value >= 1800 && digits.value <= 2200
                        && (digits.end == lower.size() || !isWordByte(lower[digits.end]));
    if (isYear && from > at) {
        at = digits.end;
        year = digits.value;
    }
    return isYear && from > at - 4;
}

// 2025-03-27, 12.03.2025, 12/03/2025, 12.3.
std::optional<Day> numericAt(std::string_view lower, std::size_t at)
{
    const Digits first = digitsAt(lower, at);
    if (first.length == 0 || first.end >= lower.size())
        return std::nullopt;
    const char mark = lower[first.end];
    if (mark != '-' && mark != '.' && mark != '/')
        return std::nullopt;
    const Digits second = digitsAt(lower, first.end + 1);
    if (second.length == 0 || second.length > 2)
        return std::nullopt;
    const bool hasThird = second.end < lower.size() && lower[second.end] == mark;
    const Digits third = hasThird ? digitsAt(lower, second.end + 1) : Digits{};
    if (first.length == 4 && mark == '-' && third.length > 0) {
        const std::string iso = isoOf(first.value, second.value, third.value);
        return iso.empty() ? std::nullopt : std::optional(Day{{at, third.end}, iso});
    }
    if (first.length > 2 || mark == '-' || first.value < 1 || first.value > 31 || second.value < 1
        || second.value > 12)
        return std::nullopt;
    if (third.length == 4 || (third.length == 2 && mark == '.')) {
        const int year = third.length == 4 ? third.value : 2000 + third.value;
        const std::string iso = isoOf(year, second.value, first.value);
        // 3/4/2025 is April to some and March to others: only a dot settles it
        const bool isSettled = mark == '.' || first.value > 12;
        return Day{{at, third.end}, isSettled ? iso : std::string()};
    }
    if (mark == '.' && hasThird && third.length == 0)
        return Day{{at, second.end + 1}, {}};
    return std::nullopt;
}

// 9 de abril de 2025, 1er mars 2026, 6. Juli 2025, the 22nd of May
std::optional<Day> dayFirstAt(std::string_view lower, std::size_t at)
{
    const Digits day = digitsAt(lower, at);
    if (day.length == 0 || day.length > 2 || day.value < 1 || day.value > 31)
        return std::nullopt;
    std::size_t next = day.end;
    for (const std::string_view ordinal : {"st", "nd", "rd", "th", "er", "º", "."}) {
        if (lower.substr(next).starts_with(ordinal)) {
            next += ordinal.size();
            break;
        }
    }
    next = skip(lower, next, {" ", "of ", "de "});
    std::size_t end = 0;
    const int month = next < lower.size() ? monthAt(lower, next, end) : 0;
    if (month == 0 || next == day.end)
        return std::nullopt;
    int year = 0;
    std::size_t stop = end;
    yearAt(lower, stop, year);
    return Day{{at, year ? stop : end}, year ? isoOf(year, month, day.value) : std::string()};
}

// May 22, 2024; May 2026
std::optional<Day> monthFirstAt(std::string_view lower, std::size_t at)
{
    std::size_t end = 0;
    const int month = monthAt(lower, at, end);
    if (month == 0)
        return std::nullopt;
    std::size_t stop = end;
    int year = 0;
    yearAt(lower, stop, year);
    if (year)
        return Day{{at, stop}, {}};
    const std::size_t next = skip(lower, end, {" "});
    const Digits day = digitsAt(lower, next);
    if (next == end || day.length == 0 || day.length > 2 || day.value < 1 || day.value > 31)
        return std::nullopt;
    stop = skip(lower, day.end, {"st", "nd", "rd", "th"});
    end = stop;
    yearAt(lower, stop, year);
    return Day{{at, year ? stop : end}, year ? isoOf(year, month, day.value) : std::string()};
}

}  // namespace

std::optional<Day> dayIn(std::string_view text, std::size_t from)
{
    const std::string lower = lowered(text);
    for (std::size_t at = from; at < lower.size(); ++at) {
        if (at > 0 && isWordByte(lower[at - 1]))
            continue;
        if (isDigit(lower[at])) {
            if (const auto day = numericAt(lower, at))
                return day;
            if (const auto day = dayFirstAt(lower, at))
                return day;
        } else if (const auto day = monthFirstAt(lower, at)) {
            return day;
        }
    }
    return std::nullopt;
}

std::string dayText(std::string_view text, const Day &day)
{
    return day.iso.empty() ? std::string(text.substr(day.start, day.end - day.start)) : day.iso;
}

std::optional<Found> monthIn(std::string_view text, std::size_t from)
{
    const std::string lower = lowered(text);
    for (std::size_t at = from; at < lower.size(); ++at) {
        std::size_t end = 0;
        if ((at > 0 && isWordByte(lower[at - 1])) || monthAt(lower, at, end) == 0)
            continue;
        if (lower.substr(at, end - at).size() <= 4 && lower.substr(at, 3) != "mai"
            && lower.substr(at, 4) != "juli" && lower.substr(at, 4) != "juni")
            continue;  // "may" and "mar" are words of their own
        int year = 0;
        std::size_t stop = end;
        yearAt(lower, stop, year);
        return Found{at, year ? stop : end};
    }
    return std::nullopt;
}

std::optional<Found> looseDayIn(std::string_view text, std::size_t from)
{
    static constexpr std::string_view words[] = {"monday",
                                                 "tuesday",
                                                 "wednesday",
                                                 "thursday",
                                                 "friday",
                                                 "saturday",
                                                 "sunday",
                                                 "montag",
                                                 "dienstag",
                                                 "mittwoch",
                                                 "donnerstag",
                                                 "freitag",
                                                 "samstag",
                                                 "sonnabend",
                                                 "sonntag",
                                                 "lunes",
                                                 "martes",
                                                 "miércoles",
                                                 "jueves",
                                                 "viernes",
                                                 "sábado",
                                                 "domingo",
                                                 "lundi",
                                                 "mardi",
                                                 "mercredi",
                                                 "jeudi",
                                                 "vendredi",
                                                 "samedi",
                                                 "dimanche",
                                                 "tomorrow",
                                                 "tonight",
                                                 "morgen",
                                                 "heute",
                                                 "mañana",
                                                 "demain",
                                                 "next week",
                                                 "nächste woche",
                                                 "la semana que viene",
                                                 "la semaine prochaine",
                                                 "end of the month",
                                                 "ende des monats",
                                                 "fin de mes",
                                                 "fin du mois",
                                                 "easter",
                                                 "christmas",
                                                 "ostern",
                                                 "weihnachten",
                                                 "navidad",
                                                 "noël",
                                                 "pâques"};
    const std::string lower = lowered(text);
    std::optional<Found> best;
    for (const std::string_view word : words) {
        const std::size_t at = findWord(lower, word, from);
        if (at != npos && (!best || at < best->start))
            best = Found{at, at + word.size()};
    }
    return best;
}

std::optional<Found> clockIn(std::string_view text, std::size_t from)
{
    const std::string lower = lowered(text);
    for (std::size_t at = from; at < lower.size(); ++at) {
        if (!isDigit(lower[at]) || (at > 0 && (isWordByte(lower[at - 1]) || lower[at - 1] == '.')))
            continue;
        const Digits hour = digitsAt(lower, at);
        if (hour.length > 2 || hour.value > 24)
            continue;
        std::size_t end = hour.end;
        bool isClock = false;
        if (end < lower.size() && (lower[end] == ':' || lower[end] == 'h' || lower[end] == '.')) {
            const Digits minute = digitsAt(lower, end + 1);
            const bool isTimeMark = lower[end] != '.';
            if (minute.length == 2 && minute.value < 60) {
                const std::size_t stop = skip(lower, minute.end, {" "});
                isClock = isTimeMark || lower.substr(stop).starts_with("uhr");
                end = isClock ? minute.end : end;
            }
        }
        const std::size_t next = skip(lower, end, {" "});
        for (const std::string_view word : {"uhr", "pm", "am", "p.m.", "a.m.", "h", "heures",
                                            "o'clock", "de la tarde", "de la mañana"}) {
            const std::size_t stop = next + word.size();
            const bool isUnit = word != "h" || !isClock;
            if (lower.substr(next).starts_with(word) && isUnit
                && (stop == lower.size() || !isWordByte(lower[stop]))) {
                end = stop;
                isClock = true;
                break;
            }
        }
        if (isClock)
            return Found{at, end};
        at = hour.end;
    }
    return std::nullopt;
}

std::optional<Minutes> minutesIn(std::string_view text, std::size_t from)
{
    struct TimeUnit {
        std::string_view word;
        double minutes;
    };
    static constexpr auto units = std::to_array<TimeUnit>(
        {{"minutes", 1}, {"minute", 1}, {"minuten", 1},  {"minutos", 1}, {"minuto", 1},
         {"mins", 1},    {"min.", 1},   {"min", 1},      {"hours", 60},  {"hour", 60},
         {"hrs", 60},    {"hr", 60},    {"stunden", 60}, {"stunde", 60}, {"std.", 60},
         {"std", 60},    {"horas", 60}, {"hora", 60},    {"heures", 60}, {"heure", 60},
         {"h", 60},      {"'", 1}});
    const std::string lower = lowered(text);
    std::optional<Minutes> out;
    for (auto number = numberIn(text, from, true); number;
         number = numberIn(text, number->end, true)) {
        std::size_t at = number->end;
        if (at < lower.size() && lower[at] == '-')
            ++at;  // "a 40-minute bake"
        at = skip(lower, at, {" "});
        const auto unit = std::find_if(units.begin(), units.end(), [&](const TimeUnit &one) {
            const std::size_t end = at + one.word.size();
            return lower.substr(at).starts_with(one.word)
                   && (end >= lower.size() || !isWordByte(lower[end]) || one.word == "h");
        });
        if (unit == units.end()) {
            if (out)
                break;
            continue;
        }
        const double minutes = number->value * unit->minutes;
        if (minutes > 100'000)
            break;
        if (!out)
            out = Minutes{{number->start, number->start}, 0};
        else if (number->start > out->end + 5)
            break;  // another span of time
        out->minutes += static_cast<int>(minutes + 0.5);
        out->end = at + unit->word.size();
        if (unit->minutes < 60)
            break;
        // "1 h 30": minutes without a unit
        const std::size_t next = skip(lower, out->end, {" "});
        const Digits rest = digitsAt(lower, next);
        if (rest.length == 2 && rest.value < 60
            && (rest.end == lower.size() || !isWordByte(lower[rest.end]))) {
            out->minutes += rest.value;
            out->end = rest.end;
            break;
        }
    }
    return out;
}

}  // namespace capabilities::record
