// A recurrence rule drawn by chance, what it says, and whether it holds on one day: asked of the day
// alone, nothing is expanded, so that it errs otherwise than the engine. Owns its lists.
// Thread contract: values.
#pragma once

#include <chrono>
#include <cstdint>
#include <random>
#include <set>
#include <string>

namespace testing {

using Random = std::mt19937_64;

inline std::int64_t pick(Random &random, std::int64_t least, std::int64_t most)
{
    return least + std::int64_t(random() % std::uint64_t(most - least + 1));
}

struct Rule {
    int every = 0;  // days, weeks, months, years
    std::int64_t interval = 1, count = 0;
    std::set<int> months, monthDays;
    std::set<std::pair<int, int>> weekdays;  // ordinal, day

    std::string written() const
    {
        static const char *const names[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
        static const char *const days[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
        std::string out = std::string("FREQ=") + names[every];
        out += ";INTERVAL=" + std::to_string(interval) + ";COUNT=" + std::to_string(count);
        const auto add = [&](const char *name, const auto &list, auto text) {
            std::string items;
            for (const auto &item : list)
                items += (items.empty() ? "" : ",") + text(item);
            out += items.empty() ? "" : std::string(";") + name + "=" + items;
        };
        const auto number = [](int n) { return std::to_string(n); };
        add("BYMONTH", months, number);
        add("BYMONTHDAY", monthDays, number);
        add("BYDAY", weekdays, [](const std::pair<int, int> &each) {
            return (each.first ? std::to_string(each.first) : std::string()) + days[each.second];
        });
        return out;
    }
};

// Whether one day is in the rule, asked of the day alone: nothing is expanded.
inline bool isOn(const Rule &rule, std::int64_t number, std::int64_t start)
{
    namespace chrono = std::chrono;
    const chrono::sys_days date{chrono::days(number)}, first{chrono::days(start)};
    const chrono::year_month_day a(first), b(date);
    const int weekday = int(chrono::weekday(date).c_encoding());
    const auto months = [](const chrono::year_month_day &d) {
        return int(d.year()) * 12 + int(unsigned(d.month()));
    };
    // weeks begin on Monday; 1970-01-01 was a Thursday
    const std::int64_t apart = rule.every == 0   ? number - start
                               : rule.every == 1 ? (number + 3) / 7 - (start + 3) / 7
                               : rule.every == 2 ? months(b) - months(a)
                                                 : int(b.year()) - int(a.year());
    if (apart % rule.interval != 0)
        return false;
    const int month = int(unsigned(b.month())), monthDay = int(unsigned(b.day()));
    const auto shifted = [&](int by) { return chrono::year_month_day(date + chrono::days(by)); };
    int fromEnd = -1;
    while (shifted(-fromEnd).month() == b.month())
        --fromEnd;
    if (!rule.months.empty() && !rule.months.contains(month))
        return false;
    if (!rule.monthDays.empty() && !rule.monthDays.contains(monthDay)
        && !rule.monthDays.contains(fromEnd))
        return false;
    // how many such weekdays there are in the same month or year up to here, and from here
    const bool isInMonth = rule.every == 2 || !rule.months.empty();
    const auto isSame = [&](int by) {
        return shifted(by).year() == b.year() && (!isInMonth || shifted(by).month() == b.month());
    };
    int before = 1, after = 1;
    while (isSame(-7 * before))
        ++before;
    while (isSame(7 * after))
        ++after;
    if (!rule.weekdays.empty())
        return rule.weekdays.contains({0, weekday}) || rule.weekdays.contains({before, weekday})
               || rule.weekdays.contains({-after, weekday});
    if (!rule.monthDays.empty() || rule.every == 0)
        return true;
    if (rule.every == 1)
        return weekday == int(chrono::weekday(first).c_encoding());
    return b.day() == a.day()
           && (rule.every == 2 || !rule.months.empty() || b.month() == a.month());
}

inline Rule anyRule(Random &random)
{
    Rule rule;
    rule.every = int(pick(random, 0, 3));
    rule.interval = pick(random, 1, 4);
    rule.count = pick(random, 1, 30);
    for (std::int64_t i = pick(random, -2, 2); i > 0; --i)
        rule.months.insert(int(pick(random, 1, 12)));
    for (std::int64_t i = rule.every == 1 ? 0 : pick(random, -2, 3); i > 0; --i)
        rule.monthDays.insert(int(pick(random, 0, 1) ? pick(random, 1, 31) : -pick(random, 1, 31)));
    for (std::int64_t i = pick(random, -2, 3); i > 0; --i)
        rule.weekdays.insert(
            {rule.every < 2 ? 0 : int(pick(random, -5, 5)), int(pick(random, 0, 6))});
    return rule;
}

}  // namespace testing
