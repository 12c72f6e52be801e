// A recurrence rule of a calendar (RFC 5545, 3.3.10): FREQ DAILY, WEEKLY, MONTHLY or YEARLY with
// INTERVAL, COUNT or UNTIL, BYMONTH, BYMONTHDAY, BYDAY with ordinals, BYSETPOS and WKST; others are
// not read. Times are UTC seconds; an UNTIL that is a bare day includes all of it. The start counts
// only if the rule meets it, as python-dateutil has it. Owns its lists. Thread contract: values.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace capabilities {

class Recurrence {
public:
    static std::optional<Recurrence> read(std::string_view rule);
    // Calls see(time) for each time from the start to `until`, in order, until it returns false.
    void each(std::int64_t start, std::int64_t until, const std::stop_token &stop,
              const std::function<bool(std::int64_t)> &see) const;

private:
    enum class Every { Day, Week, Month, Year };
    struct Weekday {
        int ordinal = 0;  // 0: each
        unsigned day = 0;
    };
    struct Date;

    bool take(std::string_view name, std::string_view value);
    bool takeDays(std::string_view value);
    bool isSound() const;
    bool isIn(const Date &date, const Date &start) const;
    std::pair<std::int64_t, std::int64_t> period(const Date &start, std::int64_t number) const;

    std::optional<Every> m_every;
    std::int64_t m_interval = 1, m_count = INT64_MAX, m_until = INT64_MAX;
    std::vector<int> m_months, m_monthDays, m_places;
    std::vector<Weekday> m_days;
    unsigned m_weekStart = 1;  // Monday
};

}  // namespace capabilities
