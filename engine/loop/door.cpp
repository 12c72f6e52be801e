#include "loop/door.h"

namespace loop {

using namespace kernel;

namespace {
constexpr std::int64_t minuteUs = 60'000'000, dayUs = 86'400'000'000;
constexpr std::int64_t rememberUs = 3'600'000'000;  // longer than any message holds
}  // namespace

void Door::setPresent(const std::string &actor, bool isPresent)
{
    if (isPresent)
        m_present.insert(actor);
    else
        m_present.erase(actor);
}

bool Door::count(Counts &counts, const std::string &caller, std::int64_t period,
                 std::uint64_t limit)
{
    if (counts.size() >= callersMax && !counts.contains(caller))
        std::erase_if(counts, [&](const auto &one) { return one.second.period != period; });
    // Too many callers at once to count: nobody new is let in.
    if (counts.size() >= callersMax && !counts.contains(caller))
        return false;
    Count &one = counts[caller];
    if (one.period != period)
        one = {period, 0};
    if (one.calls >= limit)
        return false;
    ++one.calls;
    return true;
}

bool Door::admit(const std::string &caller, std::uint32_t perMinute, Time now)
{
    return count(m_minutes, caller, now.us / minuteUs, perMinute);
}

bool Door::spend(const std::string &caller, std::uint64_t perDay, Time now)
{
    return perDay == 0 || count(m_days, caller, now.us / dayUs, perDay);
}

bool Door::useOnce(const std::string &word, Time made, Time now)
{
    if (made < m_since)
        return false;
    if (m_used.size() >= wordsMax)
        std::erase_if(m_used, [&](const auto &one) { return one.second < now.us; });
    return m_used.size() < wordsMax && m_used.emplace(word, now.us + rememberUs).second;
}

}  // namespace loop
