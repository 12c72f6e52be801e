#include "capabilities/recurrence.h"

#include "capabilities/reader.h"

#include <charconv>
#include <chrono>

namespace capabilities {

namespace {

namespace chrono = std::chrono;

constexpr std::string_view weekdays = "SUMOTUWETHFRSA";

std::optional<int> numberOf(std::string_view word, int most)
{
    if (word.starts_with('+'))
        word.remove_prefix(1);
    int number = 0;
    const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (failure != std::errc() || end != word.data() + word.size() || number == 0
        || std::abs(number) > most)
        return std::nullopt;
    return number;
}

// Calls see(item) for each item of a comma list; false if one is refused.
template<typename See>
bool eachOf(std::string_view list, See see)
{
    while (true) {
        const std::size_t comma = list.find(',');
        if (!see(list.substr(0, comma)))
            return false;
        if (comma == list.npos)
            return true;
        list.remove_prefix(comma + 1);
    }
}

bool takeNumbers(std::vector<int> &numbers, std::string_view list, int least, int most)
{
    return eachOf(list, [&](std::string_view word) {
        const auto number = numberOf(word, most);
        if (number && *number >= least)
            numbers.push_back(*number);
        return number && *number >= least;
    });
}

std::optional<unsigned> weekdayOf(std::string_view name)
{
    const std::size_t at = name.size() == 2 ? weekdays.find(name) : weekdays.npos;
    return at == weekdays.npos || at % 2 != 0 ? std::nullopt : std::optional(unsigned(at / 2));
}

// "19971224" or "19971224T000000Z"
std::optional<std::int64_t> untilOf(std::string_view value)
{
    if (value.size() < 8)
        return std::nullopt;
    std::string iso(value.substr(0, 4));
    iso.append("-").append(value.substr(4, 2)).append("-").append(value.substr(6, 2));
    if (value.size() == 8) {
        const auto day = dayOf(iso);
        return day ? std::optional((*day + 1) * 86'400 - 1) : std::nullopt;
    }
    if (value.size() < 15)
        return std::nullopt;
    iso.append(value.substr(8, 3)).append(":").append(value.substr(11, 2)).append(":");
    return secondsOf(iso.append(value.substr(13)));
}

bool has(const std::vector<int> &numbers, std::int64_t number)
{
    return std::ranges::count(numbers, number) > 0;
}

}  // namespace

struct Recurrence::Date {
    std::int64_t day = 0;
    int year = 0, month = 0, monthDay = 0, monthDays = 0, yearDay = 0, yearDays = 0;
    unsigned weekday = 0;

    explicit Date(std::int64_t days) : day(days)
    {
        const chrono::sys_days date{chrono::days(days)};
        const chrono::year_month_day parts(date);
        year = int(parts.year());
        month = int(unsigned(parts.month()));
        monthDay = int(unsigned(parts.day()));
        monthDays = int(unsigned((parts.year() / parts.month() / chrono::last).day()));
        yearDay = int((date - chrono::sys_days(parts.year() / 1 / 1)).count()) + 1;
        yearDays = parts.year().is_leap() ? 366 : 365;
        weekday = chrono::weekday(date).c_encoding();
    }
};

bool Recurrence::takeDays(std::string_view value)
{
    return eachOf(value, [&](std::string_view word) {
        if (word.size() < 2)
            return false;
        const auto weekday = weekdayOf(word.substr(word.size() - 2));
        word.remove_suffix(2);
        const auto ordinal = word.empty() ? std::optional(0) : numberOf(word, 53);
        if (weekday && ordinal)
            m_days.push_back({*ordinal, *weekday});
        return weekday && ordinal;
    });
}

bool Recurrence::take(std::string_view name, std::string_view value)
{
    if (name == "FREQ") {
        constexpr std::string_view names[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
        const auto found = std::ranges::find(names, value);
        if (found == std::end(names) || m_every)
            return false;
        m_every = Every(found - std::begin(names));
        return true;
    }
    if (name == "INTERVAL" || name == "COUNT") {
        const auto number = numberOf(value, name == "COUNT" ? 1'000'000 : 10'000);
        (name == "COUNT" ? m_count : m_interval) = number.value_or(1);
        return number && *number > 0;
    }
    if (name == "UNTIL") {
        const auto until = untilOf(value);
        m_until = until.value_or(0);
        return bool(until);
    }
    if (name == "WKST") {
        const auto weekday = weekdayOf(value);
        m_weekStart = weekday.value_or(1);
        return bool(weekday);
    }
    return name == "BYDAY"        ? takeDays(value)
           : name == "BYMONTH"    ? takeNumbers(m_months, value, 1, 12)
           : name == "BYMONTHDAY" ? takeNumbers(m_monthDays, value, -31, 31)
           : name == "BYSETPOS"   ? takeNumbers(m_places, value, -366, 366)
                                  : false;
}

// What the RFC forbids together.
bool Recurrence::isSound() const
{
    if (!m_every || (m_count != INT64_MAX && m_until != INT64_MAX))
        return false;
    if (*m_every == Every::Week && !m_monthDays.empty())
        return false;
    const bool hasOrdinals =
        std::ranges::any_of(m_days, [](const Weekday &day) { return day.ordinal != 0; });
    return !hasOrdinals || *m_every == Every::Month || *m_every == Every::Year;
}

std::optional<Recurrence> Recurrence::read(std::string_view rule)
{
    if (rule.starts_with("RRULE:"))
        rule.remove_prefix(6);
    Recurrence recurrence;
    while (!rule.empty()) {
        const std::size_t end = std::min(rule.find(';'), rule.size());
        const std::string_view part = rule.substr(0, end);
        const std::size_t equals = part.find('=');
        if (equals == part.npos
            || !recurrence.take(part.substr(0, equals), part.substr(equals + 1)))
            return std::nullopt;
        rule.remove_prefix(std::min(end + 1, rule.size()));
    }
    return recurrence.isSound() ? std::optional(recurrence) : std::nullopt;
}

bool Recurrence::isIn(const Date &date, const Date &start) const
{
    if (!m_months.empty() && !has(m_months, date.month))
        return false;
    if (!m_monthDays.empty() && !has(m_monthDays, date.monthDay)
        && !has(m_monthDays, date.monthDay - date.monthDays - 1))
        return false;
    const bool isInMonth = *m_every == Every::Month || !m_months.empty();
    const int place = isInMonth ? date.monthDay : date.yearDay;
    const int places = isInMonth ? date.monthDays : date.yearDays;
    const auto isOn = [&](const Weekday &day) {
        return day.day == date.weekday
               && (day.ordinal == 0 || day.ordinal == (place - 1) / 7 + 1
                   || day.ordinal == -((places - place) / 7 + 1));
    };
    if (!m_days.empty())
        return std::ranges::any_of(m_days, isOn);
    if (!m_monthDays.empty() || *m_every == Every::Day)
        return true;
    if (*m_every == Every::Week)
        return date.weekday == start.weekday;
    return date.monthDay == start.monthDay
           && (*m_every == Every::Month || !m_months.empty() || date.month == start.month);
}

// First day of the period of that number, and the day after its last.
std::pair<std::int64_t, std::int64_t> Recurrence::period(const Date &start,
                                                         std::int64_t number) const
{
    const std::int64_t steps = number * m_interval;
    const auto monthStart = [](std::int64_t month) {  // months since the year 0
        const chrono::year_month_day first{chrono::year(int(month / 12)),
                                           chrono::month(unsigned(month % 12) + 1), chrono::day(1)};
        return std::int64_t(chrono::sys_days(first).time_since_epoch().count());
    };
    const std::int64_t month = start.year * 12 + start.month - 1;
    switch (*m_every) {
    case Every::Day: return {start.day + steps, start.day + steps + 1};
    case Every::Week: {
        const std::int64_t first = start.day - (start.weekday + 7 - m_weekStart) % 7 + steps * 7;
        return {first, first + 7};
    }
    case Every::Month: return {monthStart(month + steps), monthStart(month + steps + 1)};
    case Every::Year: break;
    }
    return {monthStart((start.year + steps) * 12), monthStart((start.year + steps + 1) * 12)};
}

void Recurrence::each(std::int64_t start, std::int64_t until, const std::stop_token &stop,
                      const std::function<bool(std::int64_t)> &see) const
{
    const std::int64_t clock = (start % 86'400 + 86'400) % 86'400;
    const Date first((start - clock) / 86'400);
    const std::int64_t last = std::min(until, m_until);
    std::int64_t left = m_count;
    for (std::int64_t number = 0; !stop.stop_requested(); ++number) {
        const auto [from, to] = period(first, number);
        if (from * 86'400 > last)
            return;
        std::vector<std::int64_t> days;
        for (std::int64_t day = from; day < to; ++day)
            if (isIn(Date(day), first))
                days.push_back(day);
        const auto count = std::int64_t(days.size());
        for (std::int64_t i = 0; i < count; ++i) {
            const std::int64_t at = days[std::size_t(i)] * 86'400 + clock;
            if (at < start
                || (!m_places.empty() && !has(m_places, i + 1) && !has(m_places, i - count)))
                continue;
            if (at > last || left-- == 0 || !see(at))
                return;
        }
    }
}

}  // namespace capabilities
