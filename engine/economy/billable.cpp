#include "economy/billable.h"

namespace billable {

DREAM_SYSTEM(Billable)

namespace {

using tokens::Token;

std::int64_t dayOf(Time time)
{
    return time.us / staking::day.us;
}

Outcome allowed(const Memory &m, const Reserve &c, Amount price, Time now)
{
    for (const auto &[key, budget] : m.budgets.rows()) {
        if (!concerns(budget, c.agent, c.dream) || leftOf(budget, now) >= price)
            continue;
        static constexpr std::string_view scopes[] = {"agent", "dream", "day"};
        return refuse("billable.overBudget",
                      {{"scope", std::string(scopes[static_cast<std::size_t>(budget.scope)])},
                       {"left", amountText(leftOf(budget, now), 18)},
                       {"price", amountText(price, 18)}});
    }
    return done();
}

Outcome hold(World &world, Reservation &reservation)
{
    if (Outcome provided = world.require(
            tokens::Provide{std::string(tokens::house), std::string(feePurpose), Token::Dream});
        !provided)
        return provided;
    const auto &books = world.state<tokens::Tokens>();
    const tokens::Account *from =
        tokens::account(books, reservation.payer, tokens::wallet, Token::Dream);
    if (!from)
        return refuse("tokens.noWallet", {{"token", "DREAM"}});
    tokens::Transfer transfer;
    transfer.id = reservation.hold = tokens::idFor("call", reservation.call.value);
    transfer.debit = from->id;
    transfer.credit = tokens::account(books, tokens::house, feePurpose, Token::Dream)->id;
    transfer.amount = reservation.amount;
    transfer.kind = tokens::Kind::Hold;
    transfer.reason = tokens::Reason::Fee;
    return world.require(tokens::Book{{transfer}});
}

// Posts what was used of the hold and lets the rest go.
Outcome release(World &world, const Reservation &reservation, Amount used)
{
    const tokens::Hold *held = tokens::hold(world.state<tokens::Tokens>(), reservation.hold);
    if (!held)
        return done();
    tokens::Transfer transfer;
    transfer.debit = held->debit;
    transfer.credit = held->credit;
    transfer.amount = used.units ? used : held->amount;
    transfer.kind = used.units ? tokens::Kind::Post : tokens::Kind::Void;
    transfer.of = reservation.hold;
    transfer.reason = tokens::Reason::Fee;
    return world.require(tokens::Book{{transfer}});
}

Settled settled(const Reservation &reservation, Amount used, Time now)
{
    return {reservation.call,
            reservation.payer,
            reservation.agent,
            reservation.dream,
            used,
            reservation.energy,
            now};
}

template<class Change>
void eachConcerned(Memory &m, std::string_view agent, Id<dreams::Dream> dream, Change &&change)
{
    std::vector<Id<Budget>> found;
    for (const auto &[key, budget] : m.budgets.rows())
        if (concerns(budget, agent, dream))
            found.push_back(budget.id);
    for (Id<Budget> id : found)
        m.budgets.change(id, change);
}

}  // namespace

Amount priceOf(const Memory &m, std::string_view agent)
{
    if (m.prices.isEmpty())
        return {};
    const std::uint64_t *id = m.priceOf.find(std::string(agent));
    return id ? m.prices.find(*id)->amount : Amount{};
}

Amount leftOf(const Budget &budget, Time now)
{
    const bool isOver = budget.scope == Scope::Day && budget.day != dayOf(now);
    return {budget.limit.units - budget.reserved.units - (isOver ? 0 : budget.spent.units)};
}

bool concerns(const Budget &budget, std::string_view agent, Id<dreams::Dream> dream)
{
    switch (budget.scope) {
    case Scope::Agent: return budget.subject == agent;
    case Scope::Dream: return dream && budget.subject == idText(dream.value);
    case Scope::Day: return true;
    }
    return false;
}

Outcome Billable::decide(const Memory &m, const SetPrice &c, World &world)
{
    if (c.agent.empty() || c.agent.size() > tokens::ownerBytesMax)
        return refuse("billable.badAgent");
    if (c.amount.units < 0 || c.amount.units > tokens::issueOf(Token::Dream).cap)
        return refuse("tokens.badAmount");
    const std::uint64_t *known = m.priceOf.find(c.agent);
    if (!known && m.prices.size() >= pricesMax)
        return refuse("billable.tooMany", {{"limit", std::to_string(pricesMax)}});
    world.tell(PriceSet{{known ? Id<Price>{*known} : world.newId<Price>(), c.agent, c.amount}});
    return done();
}

Outcome Billable::decide(const Memory &m, const SetBudget &c, World &world)
{
    if (c.limit && (c.limit->units < 0 || c.limit->units > tokens::issueOf(Token::Dream).cap))
        return refuse("tokens.badAmount");
    if (c.subject.empty() != (c.scope == Scope::Day) || c.subject.size() > tokens::ownerBytesMax)
        return refuse("billable.badSubject");
    const Budget *known = nullptr;
    for (const auto &[key, budget] : m.budgets.rows())
        if (budget.scope == c.scope && budget.subject == c.subject)
            known = &budget;
    if (!c.limit) {
        if (!known)
            return refuse("billable.noBudget");
        world.tell(BudgetDropped{known->id});
        return done();
    }
    if (!known && m.budgets.size() >= budgetsMax)
        return refuse("billable.tooMany", {{"limit", std::to_string(budgetsMax)}});
    Budget budget;
    if (known) {
        budget = *known;
    } else {
        budget.id = world.newId<Budget>();
        budget.scope = c.scope;
        budget.subject = c.subject;
        // Calls that are under way count from the start.
        for (const auto &[key, one] : m.reservations.rows())
            if (concerns(budget, one.agent, one.dream))
                budget.reserved.units += one.amount.units;
    }
    budget.limit = *c.limit;
    world.tell(BudgetSet{budget});
    return done();
}

Outcome Billable::decide(const Memory &m, const Reserve &c, World &world)
{
    const Amount price = priceOf(m, c.agent);
    if (!price.units || m.reservations.find(c.call))
        return done();
    Reservation reservation{{c.call}, c.payer, c.agent, c.dream,
                            price,    {},      0,       world.now() + reservedFor};
    // Energy comes first and touches no budget: it is no money.
    const auto &stakes = world.state<staking::Staking>();
    if (staking::energyOf(stakes, c.payer, world.now()) >= price) {
        if (Outcome burnt = world.require(staking::Burn{c.payer, price}); !burnt)
            return burnt;
        reservation.energy = price;
        reservation.amount = {};
    } else {
        if (Outcome may = allowed(m, c, price, world.now()); !may)
            return may;
        if (Outcome held = hold(world, reservation); !held)
            return held;
    }
    world.tell(Reserved{reservation});
    return done();
}

Outcome Billable::decide(const Memory &m, const Settle &c, World &world)
{
    const Reservation *found = m.reservations.find(c.call);
    if (!found)
        return done();
    const Reservation reservation = *found;
    const Amount used{reservation.amount.units / 10'000 * std::min<std::uint32_t>(c.used, 10'000)};
    if (Outcome released = release(world, reservation, used); !released)
        return released;
    world.tell(settled(reservation, used, world.now()));
    return done();
}

Outcome Billable::decide(const Memory &m, const billable::Tick &, World &world)
{
    if (m.lapsing.isEmpty() || m.lapsing.keys().begin()->first > world.now().us)
        return done();
    return decide(m, Settle{m.lapsing.keys().begin()->second, 0}, world);
}

void Billable::evolve(Memory &m, const PriceSet &f, const Moment &)
{
    m.prices.put(f.price);
    m.priceOf.put(f.price.agent, f.price.id.value);
}

void Billable::evolve(Memory &m, const BudgetSet &f, const Moment &)
{
    m.budgets.put(f.budget);
}

void Billable::evolve(Memory &m, const BudgetDropped &f, const Moment &)
{
    m.budgets.erase(f.budget);
}

void Billable::evolve(Memory &m, const Reserved &f, const Moment &)
{
    const Reservation &made = f.reservation;
    m.reservations.put(made);
    m.lapsing.insert({made.until.us, made.call.value});
    eachConcerned(m, made.agent, made.dream,
                  [&](Budget &one) { one.reserved.units += made.amount.units; });
}

void Billable::evolve(Memory &m, const Settled &f, const Moment &)
{
    const Reservation *known = m.reservations.find(f.call);
    if (!known)
        return;
    const Reservation ended = *known;
    m.lapsing.erase({ended.until.us, f.call.value});
    m.reservations.erase(f.call);
    const std::int64_t day = dayOf(f.at);
    eachConcerned(m, ended.agent, ended.dream, [&](Budget &one) {
        // A budget set while the call was under way never saw its reservation go below zero.
        one.reserved.units = std::max<Int128>(0, one.reserved.units - ended.amount.units);
        if (one.scope == Scope::Day && one.day != day)
            one.spent = {};
        one.day = day;
        one.spent.units += f.amount.units;
    });
    Meter meter = *m.meter;
    ++meter.calls;
    meter.settled.units += f.amount.units;
    meter.energy.units += f.energy.units;
    m.meter.set(meter);
}

void Billable::rebuild(Memory &m)
{
    m.priceOf.clear();
    m.lapsing.clear();
    for (const auto &[key, one] : m.prices.rows())
        m.priceOf.put(one.agent, key);
    for (const auto &[key, one] : m.reservations.rows())
        m.lapsing.insert({one.until.us, key});
}

Time Billable::due(const Memory &m)
{
    return {m.lapsing.isEmpty() ? 0 : m.lapsing.keys().begin()->first};
}

void Billable::vitals(const Memory &m, Vitals &vitals)
{
    vitals.push_back({"prices", static_cast<std::int64_t>(m.prices.size()), "count"});
    vitals.push_back(
        {"calls under way", static_cast<std::int64_t>(m.reservations.size()), "count"});
    vitals.push_back({"calls settled", static_cast<std::int64_t>(m.meter->calls), "count"});
    vitals.push_back(
        {"paid", static_cast<std::int64_t>(m.meter->settled.units / tokens::unit), "count"});
}

}  // namespace billable
