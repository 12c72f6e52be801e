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
    const bool isSameDay = earner && earner->day == day;
    if (Outcome provided = provide(world, c.who); !provided)
        return provided;
    const Amount dream =
        payable(world, Token::Dream,
                std::min(c.dreamTokens,
                         leftOf(m.limits->dreamDaily, isSameDay ? earner->dreamToday : Amount{})));
    const Amount sheep =
        payable(world, Token::Sheep,
                std::min(c.sheepTokens,
                         leftOf(m.limits->sheepDaily, isSameDay ? earner->sheepToday : Amount{})));
    const tokens::Book book = payment(world, c.who, "reward", c.receipt, dream, sheep);
    if (!book.transfers.empty())
        if (Outcome paid = world.require(book); !paid)
            return paid;
    // Work beyond the cap is no less work: the receipt counts for the streak.
    world.tell(Granted{c.who, c.receipt, dream, sheep, streakOn(earner, day), world.now()});
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
    dream = payable(world, Token::Dream,
                    std::min(dream, leftOf(m.limits->dreamDaily, earner->dreamToday)));
    sheep = payable(world, Token::Sheep,
                    std::min(sheep, leftOf(m.limits->sheepDaily, earner->sheepToday)));
    const tokens::Book book =
        payment(world, who, "bonus " + who, static_cast<std::uint64_t>(day), dream, sheep);
    if (!book.transfers.empty())
        if (Outcome paid = world.require(book); !paid)
            return paid;
    world.tell(Claimed{who, dream, sheep, streak, world.now()});
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
        const std::int64_t day = dayOf(f.at);
        if (one.day != day)
            one.dreamToday = one.sheepToday = {};
        one.day = day;
        one.streak = f.streak;
        one.longest = std::max(one.longest, f.streak);
        one.dreamToday.units += f.dreamTokens.units;
        one.sheepToday.units += f.sheepTokens.units;
        one.dreamTokens.units += f.dreamTokens.units;
        one.sheepTokens.units += f.sheepTokens.units;
        ++one.receipts;
    });
}

void Rewards::evolve(Memory &m, const Claimed &f, const Moment &moment)
{
    change(m, f.who, moment, [&](Earner &one) {
        one.claimedDay = dayOf(f.at);
        one.dreamToday.units += f.dreamTokens.units;
        one.sheepToday.units += f.sheepTokens.units;
        one.dreamTokens.units += f.dreamTokens.units;
        one.sheepTokens.units += f.sheepTokens.units;
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
