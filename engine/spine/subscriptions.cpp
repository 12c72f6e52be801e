#include "spine/subscriptions.h"

#include <chrono>

namespace subscriptions {

DREAM_SYSTEM(Subscriptions)

namespace {

// From the wallet to the treasury, in the same breath as what it pays for.
Outcome charge(const Subscription &subscription, World &world)
{
    using tokens::Token;
    const auto &books = world.state<tokens::Tokens>();
    const tokens::Account *from =
        tokens::account(books, subscription.who, tokens::wallet, Token::Dream);
    if (!from)
        return refuse("tokens.noWallet", {{"token", "DREAM"}});
    if (Outcome provided = world.require(tokens::Provide{
            std::string(tokens::house), std::string(tokens::treasury), Token::Dream});
        !provided)
        return provided;
    tokens::Transfer transfer;
    transfer.debit = from->id;
    transfer.credit = tokens::account(books, tokens::house, tokens::treasury, Token::Dream)->id;
    transfer.amount = priceOf(*planOf(subscription.agent), subscription.period);
    transfer.reason = tokens::Reason::Subscription;
    return world.require(tokens::Book{{transfer}});
}

int monthsOf(Period period)
{
    return period == Period::Year ? 12 : 1;
}

// A charge that is refused must leave nothing behind, and ending is told after it.
bool canPay(const Subscription &subscription, const World &world)
{
    const tokens::Account *from = tokens::account(world.state<tokens::Tokens>(), subscription.who,
                                                  tokens::wallet, tokens::Token::Dream);
    return from && from->available() >= priceOf(*planOf(subscription.agent), subscription.period);
}

}  // namespace

const Plan *planOf(std::string_view agent)
{
    for (const Plan &plan : plans)
        if (plan.agent == agent)
            return &plan;
    return nullptr;
}

Amount priceOf(const Plan &plan, Period period)
{
    return {plan.monthly * (period == Period::Year ? yearlyMonths : 1)};
}

Time monthsAfter(Time from, int months)
{
    using namespace std::chrono;
    const sys_time<microseconds> at{microseconds(from.us)};
    const sys_days day = floor<days>(at);
    year_month_day date = year_month_day(day) + std::chrono::months(months);
    if (!date.ok())
        date = date.year() / date.month() / last;
    return {(sys_days(date).time_since_epoch() + (at - day)).count()};
}

bool isActive(const Memory &m, std::string_view who, std::string_view agent, Time now)
{
    for (const auto &[key, one] : m.subscriptions.rows())
        if (one.who == who && one.agent == agent && now < one.until)
            return true;
    return false;
}

Outcome Subscriptions::decide(const Memory &m, const Subscribe &c, World &world)
{
    if (!planOf(c.agent))
        return refuse("subscriptions.noPlan", {{"agent", c.agent.substr(0, 64)}});
    if (isActive(m, world.actor(), c.agent, world.now()))
        return refuse("subscriptions.active", {{"agent", c.agent}});
    if (m.subscriptions.size() >= subscriptionsMax)
        return refuse("subscriptions.tooMany", {{"limit", std::to_string(subscriptionsMax)}});
    Subscription made;
    made.id = world.newId<Subscription>();
    made.who = world.actor();
    made.agent = c.agent;
    made.period = c.period;
    made.since = world.now();
    made.until = monthsAfter(made.since, monthsOf(c.period));
    made.paid = 1;
    if (Outcome paid = charge(made, world); !paid)
        return paid;
    world.tell(Subscribed{made});
    return done();
}

Outcome Subscriptions::decide(const Memory &m, const Cancel &c, World &world)
{
    const Subscription *found = m.subscriptions.find(c.subscription);
    if (!found)
        return refuse("subscriptions.unknown");
    if (found->who != world.actor())
        return refuse("tokens.notYours");
    if (!found->isEnding)
        world.tell(Cancelled{c.subscription});
    return done();
}

Outcome Subscriptions::decide(const Memory &m, const subscriptions::Tick &, World &world)
{
    if (m.ending.isEmpty() || m.ending.keys().begin()->first > world.now().us)
        return done();
    const Subscription over = *m.subscriptions.find(m.ending.keys().begin()->second);
    if (over.isEnding || !canPay(over, world)) {
        world.tell(Ended{over.id, over.isEnding ? "" : "tokens.overdrawn"});
        return done();
    }
    if (Outcome paid = charge(over, world); !paid)
        return paid;
    const int months = monthsOf(over.period) * static_cast<int>(over.paid + 1);
    world.tell(Renewed{over.id, monthsAfter(over.since, months)});
    return done();
}

void Subscriptions::evolve(Memory &m, const Subscribed &f, const Moment &)
{
    m.subscriptions.put(f.subscription);
    m.ending.insert({f.subscription.until.us, f.subscription.id.value});
}

void Subscriptions::evolve(Memory &m, const Renewed &f, const Moment &)
{
    if (const Subscription *known = m.subscriptions.find(f.subscription))
        m.ending.erase({known->until.us, f.subscription.value});
    m.subscriptions.change(f.subscription, [&](Subscription &one) {
        m.ending.insert({f.until.us, f.subscription.value});
        one.until = f.until;
        ++one.paid;
    });
}

void Subscriptions::evolve(Memory &m, const Cancelled &f, const Moment &)
{
    m.subscriptions.change(f.subscription, [](Subscription &one) { one.isEnding = true; });
}

void Subscriptions::evolve(Memory &m, const Ended &f, const Moment &)
{
    if (const Subscription *known = m.subscriptions.find(f.subscription))
        m.ending.erase({known->until.us, f.subscription.value});
    m.subscriptions.erase(f.subscription);
}

void Subscriptions::rebuild(Memory &m)
{
    m.ending.clear();
    for (const auto &[key, one] : m.subscriptions.rows())
        m.ending.insert({one.until.us, key});
}

Time Subscriptions::due(const Memory &m)
{
    return {m.ending.isEmpty() ? 0 : m.ending.keys().begin()->first};
}

void Subscriptions::vitals(const Memory &m, Vitals &vitals)
{
    vitals.push_back({"subscribed", static_cast<std::int64_t>(m.subscriptions.size()), "count"});
}

}  // namespace subscriptions
