#include "capabilities/cron.h"

#include <charconv>
#include <chrono>
#include <vector>

namespace capabilities {

namespace {

struct Field {
    unsigned least, most;
    std::string_view names;  // three letters each, from `least` on
};

constexpr Field fields[] = {{0, 59, ""},
                            {0, 23, ""},
                            {1, 31, ""},
                            {1, 12, "janfebmaraprmayjunjulaugsepoctnovdec"},
                            {0, 7, "sunmontuewedthufrisat"}};

constexpr std::pair<std::string_view, std::string_view> macros[] = {
    {"@yearly", "0 0 1 1 *"}, {"@annually", "0 0 1 1 *"}, {"@monthly", "0 0 1 * *"},
    {"@weekly", "0 0 * * 0"}, {"@daily", "0 0 * * *"},    {"@midnight", "0 0 * * *"},
    {"@hourly", "0 * * * *"}};

std::optional<unsigned> numberOf(std::string_view word, const Field &field)
{
    unsigned number = 0;
    const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (failure == std::errc() && end == word.data() + word.size())
        return number;
    if (word.size() == 3)
        for (std::size_t at = 0; at < field.names.size(); at += 3)
            if (field.names.substr(at, 3) == word)
                return field.least + unsigned(at / 3);
    return std::nullopt;
}

// "*", "a", "a-b", each perhaps with "/step"; 0 if it is none of these.
std::uint64_t bitsOf(std::string_view item, const Field &field)
{
    unsigned step = 1;
    const std::size_t slash = item.find('/');
    if (slash != item.npos) {
        const auto given = numberOf(item.substr(slash + 1), {0, 0, ""});
        if (!given || *given == 0)
            return 0;
        step = *given;
        item = item.substr(0, slash);
    }
    unsigned from = field.least, to = field.most;
    if (item != "*") {
        const std::size_t dash = item.find('-');
        const auto first = numberOf(item.substr(0, dash), field);
        const auto last = dash == item.npos ? first : numberOf(item.substr(dash + 1), field);
        if (!first || !last)
            return 0;
        from = *first;
        to = dash == item.npos && slash != item.npos ? field.most : *last;
    } else if (to == 7) {
        to = 6;
    }
    std::uint64_t bits = 0;
    if (from >= field.least && to <= field.most)
        for (std::uint64_t value = from; value <= to; value += step)
            bits |= std::uint64_t(1) << value;
    return bits;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> out;
    while (true) {
        const std::size_t end = text.find_first_of(separators);
        out.push_back(text.substr(0, end));
        if (end == text.npos)
            return out;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::optional<Cron> Cron::read(std::string_view rule)
{
    std::string lower;
    for (const char c : rule)
        lower.push_back(c >= 'A' && c <= 'Z' ? char(c + 32) : c);
    for (const auto &[name, meaning] : macros)
        if (lower == name)
            lower = meaning;
    std::vector<std::string_view> parts = split(lower, " \t");
    std::erase_if(parts, [](std::string_view part) { return part.empty(); });
    if (parts.size() != std::size(fields))
        return std::nullopt;
    Cron cron;
    for (std::size_t i = 0; i < parts.size(); ++i)
        for (const std::string_view item : split(parts[i], ",")) {
            const std::uint64_t bits = bitsOf(item, fields[i]);
            if (bits == 0)
                return std::nullopt;
            cron.m_bits[i] |= bits;
        }
    cron.m_bits[4] |= cron.m_bits[4] >> 7 & 1;  // 7 is Sunday
    cron.m_isEither = !parts[2].starts_with('*') && !parts[4].starts_with('*');
    return cron;
}

bool Cron::isDay(std::int64_t day) const
{
    namespace chrono = std::chrono;
    const chrono::sys_days date{chrono::days(day)};
    const chrono::year_month_day parts(date);
    if (!isOn(3, unsigned(parts.month())))
        return false;
    const bool isDate = isOn(2, unsigned(parts.day()));
    const bool isWeekday = isOn(4, chrono::weekday(date).c_encoding());
    return m_isEither ? isDate || isWeekday : isDate && isWeekday;
}

std::optional<std::int64_t> Cron::next(std::int64_t after, std::int64_t until) const
{
    const std::int64_t first = (after - (after % 60 + 60) % 60) / 60 + 1;  // whole minutes
    const std::int64_t inDay = (first % 1440 + 1440) % 1440;
    std::int64_t day = (first - inDay) / 1440;
    auto minute = unsigned(inDay);
    for (; day * 86'400 <= until; ++day, minute = 0) {
        if (!isDay(day))
            continue;
        for (; minute < 1440; ++minute) {
            if (!isOn(1, minute / 60) || !isOn(0, minute % 60))
                continue;
            const std::int64_t at = (day * 1440 + minute) * 60;
            return at <= until ? std::optional(at) : std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace capabilities
