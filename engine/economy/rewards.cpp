#include "economy/rewards.h"

namespace rewards {

DREAM_SYSTEM(Rewards)

namespace {

using tokens::Token;

Amount leftOf(Amount limit, Amount used)
{
    return {std::max<Int128>(0, limit.units - used.units)};
}

// What the treasury can still give of it.
Amount payable(const World &world, Token token, Amount wanted)
{
    const tokens::Account *from =
        tokens::account(world.state<tokens::Tokens>(), tokens::house, tokens::treasury, token);
    return {from ? std::min(wanted.units, from->available().units) : 0};
}

// What somebody may still have of it today, and the treasury can give.
Amount allowed(const World &world, const Memory &m, const Earner *one, Token token, Amount wanted)
{
    const bool isToday = one && one->paidDay == dayOf(world.now());
    const bool isDream = token == Token::Dream;
    const Amount limit = isDream ? m.limits->dreamDaily : m.limits->sheepDaily;
    const Amount had = !isToday ? Amount{} : isDream ? one->dreamToday : one->sheepToday;
    return payable(world, token, std::min(wanted, leftOf(limit, had)));
}

void earn(Earner &one, std::int64_t day, Amount dream, Amount sheep)
{
    if (one.paidDay != day)
        one.dreamToday = one.sheepToday = {};
    one.paidDay = day;
    one.dreamToday.units += dream.units;
    one.sheepToday.units += sheep.units;
    one.dreamTokens.units += dream.units;
    one.sheepTokens.units += sheep.units;
}

Outcome pay(World &world, std::string_view who, std::string_view what, std::uint64_t nth,
            Amount dream, Amount sheep)
{
    const tokens::Book book = payment(world, who, what, nth, dream, sheep);
    return book.transfers.empty() ? done() : world.require(book);
}

// Both are paid when who was brought, `one` as it is after its newest grant, has done its share.
Outcome payReferral(const Memory &m, const Earner &one, World &world,
                    std::optional<ReferralPaid> &referral)
{
    const Earner *by = earner(m, one.referredBy);
    if (one.referredBy.empty() || one.receipts != referralWork || !by
        || by->referrals >= referralsMax)
        return done();
    ReferralPaid paid{one.who, by->who, {}, {}, {}, {}, world.now()};
    paid.dreamTokensBy = allowed(world, m, by, Token::Dream, referralDream);
    paid.sheepTokensBy = allowed(world, m, by, Token::Sheep, referralSheep);
    if (Outcome booked = pay(world, by->who, "referrer of " + one.who, 0, paid.dreamTokensBy,
                             paid.sheepTokensBy);
        !booked)
        return booked;
    paid.dreamTokens = allowed(world, m, &one, Token::Dream, referralDream);
    paid.sheepTokens = allowed(world, m, &one, Token::Sheep, referralSheep);
    referral = paid;
    return pay(world, one.who, "referral " + one.who, 0, paid.dreamTokens, paid.sheepTokens);
}

template<class Change>
void change(Memory &m, const std::string &who, const Moment &moment, Change &&change)
{
    const std::uint64_t *known = m.byWho.find(who);
    Earner made;
    if (known) {
        made = *m.earners.find(*known);
    } else {
        made.id = {moment.seq};
        made.who = who;
        m.byWho.put(who, moment.seq);
    }
    change(made);
    m.earners.put(made);
}

}  // namespace

std::int64_t dayOf(Time time)
{
    return time.us / 86'400'000'000;
}

const Earner *earner(const Memory &m, std::string_view who)
{
    const std::uint64_t *id = m.byWho.find(std::string(who));
    return id ? m.earners.find(*id) : nullptr;
}

std::uint32_t streakOn(const Earner *earner, std::int64_t day)
{
    if (!earner || !earner->streak || earner->day < day - 1)
        return 1;
    return earner->day == day ? earner->streak : earner->streak + 1;
}

Amount grown(Amount bonus, std::uint32_t streak)
{
    Int128 units = bonus.units;
    for (std::uint32_t i = 0; i < std::min(streak, streakCounted); ++i)
        units += units / 10;
    return {units / tokens::unit * tokens::unit};
}

Outcome provide(World &world, const std::string &who)
{
    for (const Token token : {Token::Dream, Token::Sheep})
        for (const auto &[owner, purpose] :
             {std::pair(std::string(tokens::house), tokens::treasury),
              std::pair(who, tokens::wallet)})
            if (Outcome provided =
                    world.require(tokens::Provide{owner, std::string(purpose), token});
                !provided)
                return provided;
    return done();
}

tokens::Book payment(const World &world, std::string_view who, std::string_view what,
                     std::uint64_t nth, Amount dream, Amount sheep)
{
    const auto &books = world.state<tokens::Tokens>();
    tokens::Book book;
    for (const auto &[token, amount] :
         {std::pair(Token::Dream, dream), std::pair(Token::Sheep, sheep)}) {
        if (amount.units <= 0)
            continue;
        tokens::Transfer transfer;
        transfer.id = tokens::idFor(what, nth, static_cast<std::uint64_t>(token));
        transfer.debit = tokens::account(books, tokens::house, tokens::treasury, token)->id;
        transfer.credit = tokens::account(books, who, tokens::wallet, token)->id;
        transfer.amount = amount;
        transfer.reason = tokens::Reason::Reward;
        if (!book.transfers.empty())
            book.transfers.back().isLinked = true;
        book.transfers.push_back(transfer);
    }
    return book;
}

Outcome Rewards::decide(const Memory &m, const Grant &c, World &world)
{
    if (c.who.empty() || !c.receipt || c.dreamTokens.units < 0 || c.sheepTokens.units < 0)
        return refuse("rewards.badGrant");
    if (m.paid.find(c.receipt))
        return done();
    const Earner *earner = rewards::earner(m, c.who);
    if (!earner && m.earners.size() >= earnersMax)
        return refuse("rewards.tooMany", {{"limit", std::to_string(earnersMax)}});
    const std::int64_t day = dayOf(world.now());
    if (Outcome provided = provide(world, c.who); !provided)
        return provided;
    const Amount dream = allowed(world, m, earner, Token::Dream, c.dreamTokens);
    const Amount sheep = allowed(world, m, earner, Token::Sheep, c.sheepTokens);
    if (Outcome paid = pay(world, c.who, "reward", c.receipt, dream, sheep); !paid)
        return paid;
    Earner after = earner ? *earner : Earner{};
    earn(after, day, dream, sheep);
    ++after.receipts;
    std::optional<ReferralPaid> referral;
    if (Outcome paid = payReferral(m, after, world, referral); !paid)
        return paid;
    // Work beyond the cap is no less work: the receipt counts for the streak.
    world.tell(Granted{c.who, c.receipt, dream, sheep, streakOn(earner, day), world.now()});
    if (referral)
        world.tell(*referral);
    return done();
}

Outcome Rewards::decide(const Memory &m, const Claim &, World &world)
{
    const std::string who = world.actor();
    const std::int64_t day = dayOf(world.now());
    const Earner *earner = rewards::earner(m, who);
    if (!earner || earner->day != day)
        return refuse("rewards.noWork");
    if (earner->claimedDay == day)
        return refuse("rewards.claimed");
    const bool isWeek = earner->streak % streakCounted == 0;
    const std::uint32_t streak = earner->streak;
    Amount dream = grown(dailyDream, streak), sheep = grown(dailySheep, streak);
    if (isWeek) {
        dream.units += weeklyDream.units;
        sheep.units += weeklySheep.units;
    }
    dream = allowed(world, m, earner, Token::Dream, dream);
    sheep = allowed(world, m, earner, Token::Sheep, sheep);
    if (Outcome paid =
            pay(world, who, "bonus " + who, static_cast<std::uint64_t>(day), dream, sheep);
        !paid)
        return paid;
    world.tell(Claimed{who, dream, sheep, streak, world.now()});
    return done();
}

Outcome Rewards::decide(const Memory &m, const Refer &c, World &world)
{
    const std::string who = world.actor();
    const Earner *one = earner(m, who), *by = earner(m, c.by);
    if (one && !one->referredBy.empty())
        return refuse("rewards.referred", {{"by", one->referredBy}});
    if (one && one->receipts >= referralWork)
        return refuse("rewards.tooLate", {{"most", std::to_string(referralWork)}});
    if (c.by == who || !by || !by->receipts || by->referredBy == who)
        return refuse("rewards.noReferrer");
    if (!one && m.earners.size() >= earnersMax)
        return refuse("rewards.tooMany", {{"limit", std::to_string(earnersMax)}});
    world.tell(Referred{who, c.by});
    return done();
}

Outcome Rewards::decide(const Memory &, const SetLimits &c, World &world)
{
    if (c.dreamDaily.units < 0 || c.sheepDaily.units < 0)
        return refuse("tokens.badAmount");
    world.tell(LimitsSet{{c.dreamDaily, c.sheepDaily}});
    return done();
}

void Rewards::evolve(Memory &m, const Granted &f, const Moment &moment)
{
    m.paid.insert(f.receipt, moment.seq);
    change(m, f.who, moment, [&](Earner &one) {
        one.day = dayOf(f.at);
        one.streak = f.streak;
        one.longest = std::max(one.longest, f.streak);
        earn(one, one.day, f.dreamTokens, f.sheepTokens);
        ++one.receipts;
    });
}

void Rewards::evolve(Memory &m, const Claimed &f, const Moment &moment)
{
    change(m, f.who, moment, [&](Earner &one) {
        one.claimedDay = dayOf(f.at);
        earn(one, one.claimedDay, f.dreamTokens, f.sheepTokens);
    });
}

void Rewards::evolve(Memory &m, const Referred &f, const Moment &moment)
{
    change(m, f.who, moment, [&](Earner &one) { one.referredBy = f.by; });
}

void Rewards::evolve(Memory &m, const ReferralPaid &f, const Moment &moment)
{
    const std::int64_t day = dayOf(f.at);
    change(m, f.who, moment, [&](Earner &one) { earn(one, day, f.dreamTokens, f.sheepTokens); });
    if (!m.byWho.find(f.by))  // a referrer has earned before: none is made here
        return;
    change(m, f.by, moment, [&](Earner &one) {
        earn(one, day, f.dreamTokensBy, f.sheepTokensBy);
        ++one.referrals;
    });
}

void Rewards::evolve(Memory &m, const LimitsSet &f, const Moment &)
{
    m.limits.set(f.limits);
}

void Rewards::rebuild(Memory &m)
{
    m.byWho.clear();
    for (const auto &[key, one] : m.earners.rows())
        m.byWho.put(one.who, key);
}

void Rewards::vitals(const Memory &m, Vitals &vitals)
{
    std::int64_t receipts = 0;
    for (const auto &[key, one] : m.earners.rows())
        receipts += static_cast<std::int64_t>(one.receipts);
    vitals.push_back({"earners", static_cast<std::int64_t>(m.earners.size()), "count"});
    vitals.push_back({"receipts paid", receipts, "count"});
}

}  // namespace rewards
