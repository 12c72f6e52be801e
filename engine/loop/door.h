// What the gate remembers of this moment and no journal keeps: whose keys are unlocked here, how many
// calls each caller from outside made in this minute and this day, and which one-time messages have
// served. Bounded. Thread contract: the engine thread.
#pragma once

#include "kernel/amount.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace loop {

class Door {
public:
    // The owner is here until their key says otherwise.
    bool isPresent(const std::string &actor) const { return m_present.contains(actor); }
    void setPresent(const std::string &actor, bool isPresent);

    // Counts one call; false when it is one too many for its minute (UTC).
    bool admit(const std::string &caller, std::uint32_t perMinute, kernel::Time now);
    // Counts one call against a budget a UTC day; 0 is no budget.
    bool spend(const std::string &caller, std::uint64_t perDay, kernel::Time now);
    // False when this word has served before, or was made before this process could have seen it.
    bool useOnce(const std::string &word, kernel::Time made, kernel::Time now);
    // Asked at every command: when this process first saw one.
    void see(kernel::Time now)
    {
        if (!m_since.us)
            m_since = now;
    }

    static constexpr std::size_t callersMax = 4096, wordsMax = 65'536;

private:
    struct Count {
        std::int64_t period = -1;
        std::uint64_t calls = 0;
    };
    using Counts = std::map<std::string, Count>;
    static bool count(Counts &counts, const std::string &caller, std::int64_t period,
                      std::uint64_t limit);

    std::set<std::string> m_present{"owner"};
    kernel::Time m_since;
    Counts m_minutes, m_days;
    std::map<std::string, std::int64_t> m_used;  // until when it is remembered
};

}  // namespace loop
