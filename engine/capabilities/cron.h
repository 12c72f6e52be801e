// A cron rule of five fields as Vixie's cron reads it (crontab(5)): lists, ranges, steps, names of
// months and days, 0 and 7 for Sunday, @hourly to @yearly. If neither the day of the month nor the
// day of the week begins with a star, either of them is enough. Owns its bits. Times are UTC seconds.
// Thread contract: values.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace capabilities {

class Cron {
public:
    static std::optional<Cron> read(std::string_view rule);
    // The first time after that one, not later than `until`.
    std::optional<std::int64_t> next(std::int64_t after, std::int64_t until) const;

private:
    bool isOn(std::size_t field, unsigned value) const { return m_bits[field] >> value & 1; }
    bool isDay(std::int64_t day) const;

    std::array<std::uint64_t, 5> m_bits{};  // minute, hour, day of month, month, day of week
    bool m_isEither = false;
};

}  // namespace capabilities
