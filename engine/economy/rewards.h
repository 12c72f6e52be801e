// Rewards: who gets how much for work that left a receipt. Pays once per receipt, counts streaks of UTC
// days with work, holds daily caps, gives a bonus for a day or a week to whoever worked that day, and one
// to who brought somebody that stayed to work, and to the one brought.
// Owns earners and caps; what a piece of work is worth is the Economic Engine's rule, the money lies in
// tokens. Thread contract: pure; states belong to the engine thread.
#pragma once

#include "economy/tokens.h"

namespace rewards {

using namespace kernel;
DREAM_SYSTEM_OF(Rewards)

struct Earner {
    Id<Earner> id;
    std::string who;
    std::int64_t day = 0;  // UTC days since 1970-01-01 of the newest receipt
    std::uint32_t streak = 0, longest = 0;
    Amount dreamToday, sheepToday;    // of `paidDay`
    Amount dreamTokens, sheepTokens;  // ever
    std::uint64_t receipts = 0;
    std::int64_t claimedDay = 0;  // of the last bonus
    std::string referredBy;       // an earner; empty: came alone
    std::uint32_t referrals = 0;  // paid: those it brought that stayed to work
    std::int64_t paidDay = 0;     // newest day with anything earned
    DREAM_FIELDS(Earner, id, who, day, streak, longest, dreamToday, sheepToday, dreamTokens,
                 sheepTokens, receipts, claimedDay, referredBy, referrals, paidDay)
};

struct Limits {
    Amount dreamDaily{200 * tokens::unit}, sheepDaily{500 * tokens::unit};
    DREAM_FIELDS(Limits, dreamDaily, sheepDaily)
};

// The bonus of a day, and what is added to it every seventh day of a streak.
inline constexpr Amount dailyDream{10 * tokens::unit}, dailySheep{50 * tokens::unit};
inline constexpr Amount weeklyDream{50 * tokens::unit}, weeklySheep{200 * tokens::unit};
inline constexpr std::uint32_t streakCounted = 7, earnersMax = 100'000;
// What each of the two has of a referral, and the receipts of the one brought that it takes.
inline constexpr Amount referralDream{25 * tokens::unit}, referralSheep{100 * tokens::unit};
inline constexpr std::uint64_t referralWork = 10;
inline constexpr std::uint32_t referralsMax = 10;  // paid to one referrer, ever

// A piece of work: its receipt's number, and what the rule gives for it before caps.
struct Grant {
    static constexpr bool isInternal = true;
    std::string who;
    std::uint64_t receipt = 0;
    Amount dreamTokens, sheepTokens;
    DREAM_FIELDS(Grant, who, receipt, dreamTokens, sheepTokens)
};
// The bonus of this UTC day, for somebody with a receipt of this day.
struct Claim {
    DREAM_FIELDS(Claim)
};
// The actor says, once and before it has done that work, who brought it here.
struct Refer {
    std::string by;
    DREAM_FIELDS(Refer, by)
};
struct SetLimits {
    Amount dreamDaily, sheepDaily;
    DREAM_FIELDS(SetLimits, dreamDaily, sheepDaily)
};

struct Granted {
    static constexpr std::string_view archiveName = "granted";
    std::string who;
    std::uint64_t receipt = 0;
    Amount dreamTokens, sheepTokens;  // after caps
    std::uint32_t streak = 0;
    Time at;
    DREAM_FIELDS(Granted, who, receipt, dreamTokens, sheepTokens, streak, at)
};
struct Claimed {
    static constexpr std::string_view archiveName = "claimed";
    std::string who;
    Amount dreamTokens, sheepTokens;
    std::uint32_t streak = 0;
    Time at;
    DREAM_FIELDS(Claimed, who, dreamTokens, sheepTokens, streak, at)
};
struct Referred {
    std::string who, by;
    DREAM_FIELDS(Referred, who, by)
};
struct ReferralPaid {
    static constexpr std::string_view archiveName = "referrals";
    std::string who, by;
    Amount dreamTokens, sheepTokens;      // to who was brought, after caps
    Amount dreamTokensBy, sheepTokensBy;  // to the referrer
    Time at;
    DREAM_FIELDS(ReferralPaid, who, by, dreamTokens, sheepTokens, dreamTokensBy, sheepTokensBy, at)
};
struct LimitsSet {
    Limits limits;
    DREAM_FIELDS(LimitsSet, limits)
};

struct Memory {
    Table<Earner> earners;
    Cell<Limits> limits;
    NumberMap paid;  // receipts, also those a cap left nothing for
    DREAM_FIELDS(Memory, earners, limits, paid)

    Lookup<std::string, std::uint64_t> byWho;
};

struct Rewards {
    static constexpr std::string_view stem = "rewards", organ = "economy", page = "Market";
    static constexpr std::string_view purpose =
        "Pays for work once per receipt, with streaks and daily caps by UTC day.";
    static constexpr std::string_view consequence =
        "tokens: who worked a dream today has DREAM and SHEEP for it, up to the day's cap.";
    static constexpr std::uint16_t number = 26;
    using State = Memory;
    using Commands = List<Grant, Claim, SetLimits, Refer>;
    using Facts = List<Granted, Claimed, LimitsSet, Referred, ReferralPaid>;

    static Outcome decide(const Memory &, const Grant &, World &);
    static Outcome decide(const Memory &, const Claim &, World &);
    static Outcome decide(const Memory &, const SetLimits &, World &);
    static Outcome decide(const Memory &, const Refer &, World &);
    static void evolve(Memory &, const Granted &, const Moment &);
    static void evolve(Memory &, const Claimed &, const Moment &);
    static void evolve(Memory &, const LimitsSet &, const Moment &);
    static void evolve(Memory &, const Referred &, const Moment &);
    static void evolve(Memory &, const ReferralPaid &, const Moment &);
    static void rebuild(Memory &);
    static void vitals(const Memory &, Vitals &);
};

std::int64_t dayOf(Time);
const Earner *earner(const Memory &, std::string_view who);
// The streak it would have with a receipt of that day.
std::uint32_t streakOn(const Earner *, std::int64_t day);
// A bonus grows by a tenth for each day of the streak, seven at most, and is rounded down to whole tokens.
Amount grown(Amount bonus, std::uint32_t streak);
// Paid out of the treasury once: the transfer's id follows from what it is for.
tokens::Book payment(const World &, std::string_view who, std::string_view what, std::uint64_t nth,
                     Amount dream, Amount sheep);
// Accounts that must be there before payment() is made.
Outcome provide(World &, const std::string &who);

}  // namespace rewards
