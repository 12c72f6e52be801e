#include "crypto/signin.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace crypto {

namespace {

using namespace std::chrono;

// Two or four digits at a place; -1 when others stand there.
int numberAt(std::string_view text, std::size_t at, std::size_t count)
{
    int number = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9')
            return -1;
        number = 10 * number + (text[i] - '0');
    }
    return number;
}

// "Z", "+hh:mm" or "-hh:mm" as minutes east of UTC.
std::optional<int> zoneOf(std::string_view text)
{
    if (text == "Z" || text == "z")
        return 0;
    const int hour = numberAt(text, 1, 2), minute = numberAt(text, 4, 2);
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':' || hour < 0
        || hour > 23 || minute < 0 || minute > 59)
        return std::nullopt;
    return (text[0] == '-' ? -1 : 1) * (60 * hour + minute);
}

}  // namespace

std::optional<std::int64_t> signInTime(std::string_view text)
{
    constexpr std::string_view shape = "0000-00-00T00:00:00";
    if (text.size() <= shape.size())
        return std::nullopt;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const bool isSame = shape[i] == text[i] || (shape[i] == 'T' && text[i] == 't');
        if (shape[i] != '0' && !isSame)
            return std::nullopt;
    }
    const int y = numberAt(text, 0, 4), m = numberAt(text, 5, 2), d = numberAt(text, 8, 2);
    const int h = numberAt(text, 11, 2), min = numberAt(text, 14, 2), s = numberAt(text, 17, 2);
    if (std::min({y, m, d, h, min, s}) < 0 || h > 23 || min > 59 || s > 59)
        return std::nullopt;
    const year_month_day date{year(y), month(unsigned(m)), day(unsigned(d))};
    if (!date.ok())
        return std::nullopt;
    text.remove_prefix(shape.size());
    int ms = 0;
    if (text[0] == '.') {
        const std::size_t end = std::min(text.find_first_not_of("0123456789", 1), text.size());
        if (end < 2 || end > 10)
            return std::nullopt;
        std::string decimals(text.substr(1, end - 1));
        decimals.resize(3, '0');
        ms = numberAt(decimals, 0, 3);
        text.remove_prefix(end);
    }
    const auto zone = zoneOf(text);
    if (!zone)
        return std::nullopt;
    const std::int64_t seconds =
        sys_days(date).time_since_epoch().count() * std::int64_t{86400} + 3600 * h + 60 * min + s;
    return 1000 * (seconds - 60 * std::int64_t{*zone}) + ms;
}

std::string signInTimeText(std::int64_t ms)
{
    const sys_time<milliseconds> moment{milliseconds(ms)};
    const sys_days date = floor<days>(moment);
    const year_month_day day(date);
    const hh_mm_ss time(moment - date);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(day.year()),
                  unsigned(day.month()), unsigned(day.day()), int(time.hours().count()),
                  int(time.minutes().count()), int(time.seconds().count()),
                  int(time.subseconds().count()));
    return text;
}

}  // namespace crypto
