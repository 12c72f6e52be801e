// What would be: the treasury over the days to come, and what is paid out of it, if people worked so much
// under such rules. A Monte Carlo projection: every run draws each person's receipts of a day from a Poisson
// distribution (Knuth 1998, 3.4.1 F) and pays them by the rules that pay for real (emission of the day, caps,
// streaks, bonuses, the treasury's own end); bands are nearest-rank percentiles of the runs. The same question
// gives the same answer. Owns nothing and changes nothing. Thread contract: pure.
#pragma once

#include "economy/economicengine.h"

#include <stop_token>

namespace economicengine {

// 1 <= people <= 1,000; 0 <= receipts <= 200 a day; 1 <= days <= 3,650; 1 <= runs <= 500; in all at most
// 50,000,000 receipts.
struct Question {
    std::uint32_t people = 1, receipts = 10;  // receipts: of each person in a day, on average
    std::uint32_t days = 90, runs = 100;
    std::uint64_t seed = 1;
    bool isEven = false;              // exactly so many, every day
    Amount dreamTokens, sheepTokens;  // a receipt gives
    // How things stand before the first day.
    std::int64_t day = 0;     // UTC day before the first
    std::int64_t opened = 0;  // UTC day of the treasury's opening
    Amount treasuryDream, treasurySheep;
    rewards::Limits limits;
};

// 5th, 50th and 95th percentile.
struct Band {
    Amount low, middle, high;
};
struct ProjectedDay {
    std::int64_t day = 0;
    Band dreamLeft, sheepLeft;  // in the treasury at the day's end
    Band dreamPaid, sheepPaid;  // on the day, to all together
};

// How the question stands on this organism now: rules, caps and treasury; people, work and days are the asker's.
Question standing(const Memory &, const tokens::Memory &, const rewards::Memory &, Time now);
// Refused: economicengine.outOfRange, economicengine.tooMuch. Empty when it was stopped.
Outcome mayProject(const Question &);
std::vector<ProjectedDay> project(const Question &, const std::stop_token & = {});

}  // namespace economicengine
