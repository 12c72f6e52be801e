#include "economy/whatif.h"

#include "capabilities/statistics.h"

#include <algorithm>
#include <cmath>

namespace economicengine {

namespace {

// Poisson by multiplying uniforms; in parts, since e^-200 is too small to count down to.
std::uint32_t drawn(capabilities::Chance &chance, std::uint32_t mean)
{
    constexpr std::uint32_t part = 25;
    std::uint32_t count = 0;
    for (std::uint32_t left = mean; left > 0;) {
        const std::uint32_t now = std::min(left, part);
        const double end = std::exp(-double(now));
        for (double product = chance.share(); product > end; product *= chance.share())
            ++count;
        left -= now;
    }
    return count;
}

struct Run {
    const Question &question;
    capabilities::Chance chance;
    Amount dream = question.treasuryDream, sheep = question.treasurySheep;
    std::vector<std::uint32_t> streaks = std::vector<std::uint32_t>(question.people);

    // What one person's day costs the treasury; `emission` is what the day has left for work.
    void live(std::uint32_t &streak, Amount &emission)
    {
        const std::uint32_t receipts =
            question.isEven ? question.receipts : drawn(chance, question.receipts);
        if (!receipts) {
            streak = 0;
            return;
        }
        ++streak;
        const Amount valued{std::min(question.dreamTokens.units * receipts, emission.units)};
        emission.units -= valued.units;
        Amount dreamCap = question.limits.dreamDaily, sheepCap = question.limits.sheepDaily;
        pay(valued, dreamCap, dream);
        pay({question.sheepTokens.units * receipts}, sheepCap, sheep);
        const bool isWeek = streak % rewards::streakCounted == 0;
        pay({rewards::grown(rewards::dailyDream, streak).units
             + (isWeek ? rewards::weeklyDream.units : 0)},
            dreamCap, dream);
        pay({rewards::grown(rewards::dailySheep, streak).units
             + (isWeek ? rewards::weeklySheep.units : 0)},
            sheepCap, sheep);
    }
    static void pay(Amount wanted, Amount &cap, Amount &treasury)
    {
        const Int128 paid = std::min({wanted.units, cap.units, treasury.units});
        cap.units -= paid;
        treasury.units -= paid;
    }
};

Band bandOf(std::vector<Amount> &values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&](std::size_t percent) {
        return values[std::max<std::size_t>(1, (values.size() * percent + 99) / 100) - 1];
    };
    return {at(5), at(50), at(95)};
}

}  // namespace

Question standing(const Memory &m, const tokens::Memory &books, const rewards::Memory &paid,
                  Time now)
{
    Question question;
    question.day = rewards::dayOf(now);
    question.opened = rewards::dayOf(m.treasury->opened);
    question.limits = *paid.limits;
    if (const Rule *rule = ruleFor(m, "")) {
        question.dreamTokens = rule->dreamTokens;
        question.sheepTokens = rule->sheepTokens;
    }
    const auto left = [&](tokens::Token token) {
        const tokens::Account *found =
            tokens::account(books, tokens::house, tokens::treasury, token);
        return found ? found->available() : Amount{};
    };
    question.treasuryDream = left(tokens::Token::Dream);
    question.treasurySheep = left(tokens::Token::Sheep);
    return question;
}

Outcome mayProject(const Question &question)
{
    const auto isIn = [](std::uint32_t value, std::uint32_t least, std::uint32_t most) {
        return value >= least && value <= most;
    };
    if (!isIn(question.people, 1, 1'000) || !isIn(question.receipts, 0, 200)
        || !isIn(question.days, 1, 3'650) || !isIn(question.runs, 1, 500)
        || question.dreamTokens.units < 0 || question.sheepTokens.units < 0
        || question.dreamTokens > dailyEmission
        || question.sheepTokens.units > tokens::issueOf(tokens::Token::Sheep).cap)
        return refuse("economicengine.outOfRange");
    if (std::uint64_t{question.people} * std::max(1U, question.receipts) * question.days
            * question.runs
        > 50'000'000)
        return refuse("economicengine.tooMuch");
    return done();
}

std::vector<ProjectedDay> project(const Question &question, const std::stop_token &stop)
{
    std::vector<ProjectedDay> days;
    if (!mayProject(question))
        return days;
    std::vector<Run> runs;
    for (std::uint32_t i = 0; i < question.runs; ++i)
        runs.push_back({question, capabilities::Chance(question.seed + i)});
    std::vector<Amount> dreamLeft(runs.size()), sheepLeft(runs.size());
    std::vector<Amount> dreamPaid(runs.size()), sheepPaid(runs.size());
    for (std::int64_t day = question.day + 1; day <= question.day + question.days; ++day) {
        if (stop.stop_requested())
            return {};
        for (std::size_t i = 0; i < runs.size(); ++i) {
            Run &run = runs[i];
            const Amount dream = run.dream, sheep = run.sheep;
            Amount emission = emissionOn(day - question.opened);
            for (std::uint32_t &streak : run.streaks)
                run.live(streak, emission);
            dreamLeft[i] = run.dream;
            sheepLeft[i] = run.sheep;
            dreamPaid[i] = {dream.units - run.dream.units};
            sheepPaid[i] = {sheep.units - run.sheep.units};
        }
        days.push_back(
            {day, bandOf(dreamLeft), bandOf(sheepLeft), bandOf(dreamPaid), bandOf(sheepPaid)});
    }
    return days;
}

}  // namespace economicengine
