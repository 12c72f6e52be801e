#include "economy/staking.h"

#include <boost/multiprecision/cpp_int.hpp>

namespace staking {

DREAM_SYSTEM(Staking)

namespace {

using tokens::Reason;
using tokens::Token;
using Wide = boost::multiprecision::int256_t;

// a * b / c, rounded down, with room for the product. All are positive and the result fits.
Int128 share(Int128 a, Int128 b, Int128 c)
{
    return static_cast<Int128>(Wide(a) * Wide(b) / Wide(c));
}

Outcome provide(World &world, std::string_view owner, std::string_view purpose)
{
    return world.require(tokens::Provide{std::string(owner), std::string(purpose), Token::Sheep});
}

const tokens::Account *accountOf(const World &world, std::string_view owner,
                                 std::string_view purpose)
{
    return tokens::account(world.state<tokens::Tokens>(), owner, purpose, Token::Sheep);
}

// Only between accounts that are there.
tokens::Transfer transfer(const World &world, std::string_view from, std::string_view fromPurpose,
                          std::string_view to, std::string_view toPurpose, Amount amount,
                          Reason reason)
{
    tokens::Transfer made;
    made.debit = accountOf(world, from, fromPurpose)->id;
    made.credit = accountOf(world, to, toPurpose)->id;
    made.amount = amount;
    made.reason = reason;
    return made;
}

Outcome own(const Memory &m, Id<Position> id, const World &world)
{
    const Position *position = m.positions.find(id);
    if (!position)
        return refuse("staking.unknown");
    if (position->owner != world.actor())
        return refuse("tokens.notYours");
    return done();
}

template<class Change>
void changeTotals(Memory &m, Change &&change)
{
    Totals totals = *m.totals;
    change(totals);
    m.totals.set(totals);
}

// The level is brought up to now before what it rises to changes.
void setStaked(Memory &m, const std::string &owner, Int128 more, const Moment &moment)
{
    const std::uint64_t *known = m.byOwner.find(owner);
    if (!known) {
        m.energy.put({{moment.seq}, owner, {more}, {}, moment.now});
        m.byOwner.put(owner, moment.seq);
        return;
    }
    const Amount level = energyOf(m, owner, moment.now);
    m.energy.change(Id<Energy>{*known}, [&](Energy &one) {
        one.staked.units += more;
        one.level = std::min(level, one.staked);
        one.at = moment.now;
    });
}

}  // namespace

Time nextUtcDay(Time now)
{
    return {(now.us / day.us + 1) * day.us};
}

Amount yieldOf(const Memory &m, const Position &position)
{
    return {share(position.shares.units, m.totals->perShare.units - position.paidUpTo.units,
                  perShareScale)};
}

Amount stakedOf(const Memory &m, std::string_view owner)
{
    const std::uint64_t *id = m.byOwner.find(std::string(owner));
    return id ? m.energy.find(*id)->staked : Amount{};
}

Amount energyOf(const Memory &m, std::string_view owner, Time now)
{
    const std::uint64_t *id = m.byOwner.find(std::string(owner));
    if (!id)
        return {};
    const Energy &energy = *m.energy.find(*id);
    const std::int64_t passed = std::clamp<std::int64_t>(now.us - energy.at.us, 0, day.us);
    return std::min(energy.staked,
                    Amount{energy.level.units + share(energy.staked.units, passed, day.us)});
}

Outcome Staking::decide(const Memory &m, const Stake &c, World &world)
{
    if (c.amount < stakeMin)
        return refuse("staking.tooLittle", {{"least", amountText(stakeMin, 18)}});
    if (m.positions.size() >= positionsMax)
        return refuse("staking.tooMany", {{"limit", std::to_string(positionsMax)}});
    const std::string owner = world.actor();
    if (!accountOf(world, owner, tokens::wallet))
        return refuse("tokens.noWallet", {{"token", "SHEEP"}});
    for (const auto &[who, purpose] :
         {std::pair(std::string_view(owner), stakePurpose), std::pair(tokens::house, poolPurpose)})
        if (Outcome provided = provide(world, who, purpose); !provided)
            return provided;
    if (Outcome moved = world.require(tokens::Book{{transfer(
            world, owner, tokens::wallet, owner, stakePurpose, c.amount, Reason::Stake)}});
        !moved)
        return moved;
    Position position;
    position.id = world.newId<Position>();
    position.owner = owner;
    position.amount = c.amount;
    position.shares = {share(c.amount.units, termOf(c.lock).sharePermille, 1000)};
    position.paidUpTo = m.totals->perShare;
    position.lock = c.lock;
    position.since = world.now();
    position.until = world.now() + termOf(c.lock).length;
    world.tell(Staked{position});
    return done();
}

Outcome Staking::decide(const Memory &m, const Unstake &c, World &world)
{
    if (Outcome mine = own(m, c.position, world); !mine)
        return mine;
    const Position position = *m.positions.find(c.position);
    if (world.now() < position.until)
        return refuse(
            "staking.locked",
            {{"days", std::to_string((position.until.us - world.now().us + day.us - 1) / day.us)}});
    const Amount yield = yieldOf(m, position);
    tokens::Book book{{transfer(world, position.owner, stakePurpose, position.owner, tokens::wallet,
                                position.amount, Reason::Unstake)}};
    if (yield.units > 0) {
        book.transfers.front().isLinked = true;
        book.transfers.push_back(transfer(world, tokens::house, poolPurpose, position.owner,
                                          tokens::wallet, yield, Reason::Yield));
    }
    if (Outcome moved = world.require(book); !moved)
        return moved;
    world.tell(Unstaked{c.position, yield});
    return done();
}

Outcome Staking::decide(const Memory &m, const TakeYield &c, World &world)
{
    if (Outcome mine = own(m, c.position, world); !mine)
        return mine;
    const Position &position = *m.positions.find(c.position);
    const Amount yield = yieldOf(m, position);
    if (yield.units <= 0)
        return refuse("staking.noYield");
    if (Outcome moved =
            world.require(tokens::Book{{transfer(world, tokens::house, poolPurpose, position.owner,
                                                 tokens::wallet, yield, Reason::Yield)}});
        !moved)
        return moved;
    world.tell(YieldTaken{c.position, yield});
    return done();
}

Outcome Staking::decide(const Memory &, const SetDaily &c, World &world)
{
    if (c.amount.units < 0 || c.amount.units > tokens::issueOf(Token::Sheep).cap)
        return refuse("tokens.badAmount");
    world.tell(DailySet{c.amount});
    return done();
}

Outcome Staking::decide(const Memory &m, const staking::Tick &, World &world)
{
    if (!m.totals->next.us || world.now() < m.totals->next)
        return done();
    const tokens::Account *treasury = accountOf(world, tokens::house, tokens::treasury);
    const Amount amount{m.totals->shares.units && treasury
                            ? std::min(m.totals->daily.units, treasury->available().units)
                            : 0};
    if (amount.units > 0)
        if (Outcome moved = world.require(
                tokens::Book{{transfer(world, tokens::house, tokens::treasury, tokens::house,
                                       poolPurpose, amount, Reason::Yield)}});
            !moved)
            return moved;
    world.tell(Distributed{amount, m.totals->shares.units ? nextUtcDay(world.now()) : Time{}});
    return done();
}

Outcome Staking::decide(const Memory &m, const Burn &c, World &world)
{
    const Amount level = energyOf(m, c.owner, world.now());
    if (c.energy.units <= 0 || level < c.energy)
        return refuse("staking.noEnergy", {{"energy", amountText(level, 18)}});
    world.tell(Burnt{c.owner, c.energy});
    return done();
}

void Staking::evolve(Memory &m, const Staked &f, const Moment &moment)
{
    m.positions.put(f.position);
    changeTotals(m, [&](Totals &totals) {
        totals.shares.units += f.position.shares.units;
        totals.staked.units += f.position.amount.units;
        if (!totals.next.us)
            totals.next = nextUtcDay(moment.now);
    });
    setStaked(m, f.position.owner, f.position.amount.units, moment);
}

void Staking::evolve(Memory &m, const Unstaked &f, const Moment &moment)
{
    const Position *known = m.positions.find(f.position);
    if (!known)
        return;
    const Position position = *known;
    m.positions.erase(f.position);
    changeTotals(m, [&](Totals &totals) {
        totals.shares.units -= position.shares.units;
        totals.staked.units -= position.amount.units;
        totals.taken.units += f.yield.units;
    });
    setStaked(m, position.owner, -position.amount.units, moment);
}

void Staking::evolve(Memory &m, const YieldTaken &f, const Moment &)
{
    m.positions.change(f.position, [&](Position &one) {
        one.paidUpTo = m.totals->perShare;
        one.earned.units += f.amount.units;
    });
    changeTotals(m, [&](Totals &totals) { totals.taken.units += f.amount.units; });
}

void Staking::evolve(Memory &m, const Distributed &f, const Moment &)
{
    changeTotals(m, [&](Totals &totals) {
        if (totals.shares.units)
            totals.perShare.units += share(f.amount.units, perShareScale, totals.shares.units);
        totals.distributed.units += f.amount.units;
        totals.next = f.next;
    });
}

void Staking::evolve(Memory &m, const DailySet &f, const Moment &)
{
    changeTotals(m, [&](Totals &totals) { totals.daily = f.amount; });
}

void Staking::evolve(Memory &m, const Burnt &f, const Moment &moment)
{
    const Amount level = energyOf(m, f.owner, moment.now);
    const std::uint64_t *known = m.byOwner.find(f.owner);
    m.energy.change(Id<Energy>{known ? *known : 0}, [&](Energy &one) {
        one.level = {level.units - f.energy.units};
        one.at = moment.now;
    });
}

void Staking::rebuild(Memory &m)
{
    m.byOwner.clear();
    for (const auto &[key, one] : m.energy.rows())
        m.byOwner.put(one.owner, key);
}

Time Staking::due(const Memory &m)
{
    return m.totals->next;
}

void Staking::vitals(const Memory &m, Vitals &vitals)
{
    const Totals &totals = *m.totals;
    vitals.push_back({"positions", static_cast<std::int64_t>(m.positions.size()), "count"});
    vitals.push_back(
        {"staked", static_cast<std::int64_t>(totals.staked.units / tokens::unit), "count"});
    const bool isShort = totals.taken > totals.distributed;
    vitals.push_back({"yield taken", static_cast<std::int64_t>(totals.taken.units / tokens::unit),
                      "count", isShort ? Vital::Failing : Vital::Well});
}

}  // namespace staking
