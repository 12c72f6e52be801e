// Economic Engine: what activity is worth what. Owns the rules from finished work to reward, the opening
// of the treasury with labelled play money, and how much leaves it a day; meters work in CORE. Leaves
// streaks and caps of people to Rewards, the money to Tokens. Thread contract: pure; states belong to the
// engine thread.
#pragma once

#include "economy/rewards.h"
#include "spine/superspine.h"

namespace economicengine {

using namespace kernel;
DREAM_SYSTEM_OF(EconomicEngine)

// What one receipt of the capability gives; an empty capability stands for all that have no rule.
struct Rule {
    Id<Rule> id;
    std::string capability;
    Amount dreamTokens, sheepTokens;
    DREAM_FIELDS(Rule, id, capability, dreamTokens, sheepTokens)
};

struct Treasury {
    Time opened;           // zero: not yet
    std::int64_t day = 0;  // UTC day of `emitted`
    Amount emitted;
    Amount emittedEver;
    DREAM_FIELDS(Treasury, opened, day, emitted, emittedEver)
};

// What the treasury holds when a profile opens.
struct Stock {
    tokens::Token token;
    Amount amount;
};
inline constexpr Stock openingStock[] = {{tokens::Token::Dream, {10'000'000 * tokens::unit}},
                                         {tokens::Token::Sheep, {100'000'000 * tokens::unit}},
                                         {tokens::Token::Flby, {1'000'000 * tokens::unit}}};
// DREAM that leaves for work in one day: halved each year since the opening.
inline constexpr Amount dailyEmission{2'000 * tokens::unit};
inline constexpr std::int64_t halvingDays = 365;
// One CORE is one second of an agent's work.
inline constexpr Int128 corePerUs = tokens::unit / 1'000'000;

struct SetRule {
    std::string capability;
    Amount dreamTokens, sheepTokens;
    DREAM_FIELDS(SetRule, capability, dreamTokens, sheepTokens)
};
struct DropRule {
    Id<Rule> rule;
    DREAM_FIELDS(DropRule, rule)
};
// At start: the treasury, once.
struct OpenTreasury {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(OpenTreasury)
};
// A receipt of work on a dream; whoever wrote the dream earns by it.
struct Settle {
    static constexpr bool isInternal = true;
    std::uint64_t receipt = 0;  // of the task
    std::string agent, capability;
    Duration duration;
    Id<dreams::Dream> dream;
    DREAM_FIELDS(Settle, receipt, agent, capability, duration, dream)
};

struct RuleSet {
    Rule rule;
    DREAM_FIELDS(RuleSet, rule)
};
struct RuleDropped {
    Id<Rule> rule;
    DREAM_FIELDS(RuleDropped, rule)
};
struct TreasuryOpened {
    Time at;
    DREAM_FIELDS(TreasuryOpened, at)
};
struct Emitted {
    std::uint64_t receipt = 0;
    Amount dreamTokens, sheepTokens;
    Amount core;
    std::string agent;
    std::int64_t day = 0;
    DREAM_FIELDS(Emitted, receipt, dreamTokens, sheepTokens, core, agent, day)
};

struct Memory {
    Table<Rule> rules;
    Cell<Treasury> treasury;
    DREAM_FIELDS(Memory, rules, treasury)
};

struct EconomicEngine {
    static constexpr std::string_view stem = "economicengine", organ = "economy", page = "Market";
    static constexpr std::string_view purpose =
        "Says what finished work is worth, and how much of it leaves the treasury in a day.";
    static constexpr std::string_view consequence =
        "rewards: a finished receipt is worth what its rule says; without a rule, nothing.";
    static constexpr std::uint16_t number = 25;
    using State = Memory;
    using Commands = List<SetRule, DropRule, OpenTreasury, Settle>;
    using Facts = List<RuleSet, RuleDropped, TreasuryOpened, Emitted>;
    using Reacts = List<superspine::Finished>;
    using Boot = OpenTreasury;

    static Outcome decide(const Memory &, const SetRule &, World &);
    static Outcome decide(const Memory &, const DropRule &, World &);
    static Outcome decide(const Memory &, const OpenTreasury &, World &);
    static Outcome decide(const Memory &, const Settle &, World &);
    static void evolve(Memory &, const RuleSet &, const Moment &);
    static void evolve(Memory &, const RuleDropped &, const Moment &);
    static void evolve(Memory &, const TreasuryOpened &, const Moment &);
    static void evolve(Memory &, const Emitted &, const Moment &);
    static void react(const Memory &, const superspine::Finished &, Reactions &);
    static void vitals(const Memory &, Vitals &);
};

const Rule *ruleFor(const Memory &, std::string_view capability);
// DREAM that may leave on a day so many days after the opening.
Amount emissionOn(std::int64_t daysSinceOpening);

}  // namespace economicengine
