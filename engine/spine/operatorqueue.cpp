#include "spine/operator.h"

#include "identity/rbac.h"
#include "spine/operatoreffects.h"

#include <set>

namespace operators {

DREAM_SYSTEM(Operator)

namespace {

// Who may approve: people in good standing who have joined, and the profile's owner.
bool mayApprove(const passports::Passport &passport)
{
    return passport.holder == passports::Holder::Person
           && passport.standing == passports::Standing::Good
           && (passport.actor == "owner" || passport.level >= passports::Level::Citizen);
}

bool isPerson(const World &world, const std::string &actor)
{
    if (actor == "owner")
        return true;
    const auto *passport = passports::find(world.state<passports::Passports>(), actor);
    return passport && passport->holder == passports::Holder::Person;
}

std::set<std::string> peopleOf(const World &world)
{
    std::set<std::string> people{"owner"};
    for (const auto &[key, passport] : world.state<passports::Passports>().passports.rows())
        if (mayApprove(passport))
            people.insert(passport.actor);
    return people;
}

// An agent may ask for a payment it may not make itself; what only the owner may do, only they ask for.
bool mayAskFor(const World &world, const std::string &command)
{
    const std::string &actor = world.actor();
    rbac::Permission row = *rbac::permissionOf(command);
    rbac::Role role = rbac::Role::Visitor;
    if (tokens::isAgent(actor))
        role = rbac::Role::Agent;
    else if (actor == "owner")
        role = rbac::Role::Owner;
    else if (const auto *passport = passports::find(world.state<passports::Passports>(), actor))
        role = rbac::roleOf(*passport);
    if (command == "tokens.pay")
        row.may |= rbac::agents;
    const rbac::Target none;
    return rbac::judge(world.state<rbac::Rbac>(), actor, role, row, {&none, 1}).isAllowed;
}

// Room in the queue, in all and for the asker; and not the same twice.
Outcome hasRoom(const Memory &m, const std::string &asker, const Digest &effect)
{
    if (m.items.size() >= openMax)
        return refuse("operator.tooMany", {{"limit", std::to_string(openMax)}});
    std::size_t own = 0;
    for (const auto &[key, item] : m.items.rows()) {
        if (item.effect == effect)
            return refuse("operator.alreadyAsked");
        own += item.asker == asker;
    }
    if (own >= openPerAskerMax)
        return refuse("operator.tooManyOfOne", {{"limit", std::to_string(openPerAskerMax)}});
    return done();
}

Outcome fits(const Request &c, const World &world)
{
    if (c.reason.empty() || c.reason.size() > reasonBytesMax)
        return refuse("operator.badReason", {{"limit", std::to_string(reasonBytesMax)}});
    if (c.lasts.us && (c.lasts < lastsMin || c.lasts > lastsMax))
        return refuse("operator.badExpiry");
    const bool isProved =
        std::all_of(c.evidence.begin(), c.evidence.end(),
                    [&](std::uint64_t fact) { return fact != 0 && fact <= world.lastFact(); });
    if (c.evidence.size() > evidenceMax || !isProved)
        return refuse("operator.badEvidence", {{"limit", std::to_string(evidenceMax)}});
    return done();
}

// The item, as far as it can still be decided by a person.
Outcome open(const Memory &m, Id<Item> id, const World &world)
{
    const Item *item = m.items.find(id);
    if (!item)
        return refuse("operator.unknown");
    if (item->until <= world.now())
        return refuse("operator.expired");
    if (!isPerson(world, world.actor()))
        return refuse("operator.notAPerson", {{"actor", world.actor()}});
    // A token speaks for a person and is in a program's hands.
    if (isForeign(world.envelope().origin))
        return refuse("operator.onlyHere");
    return done();
}

// Nobody approves what they asked for, as long as anybody else can.
Outcome independent(const Item &item, Risk risk, const World &world)
{
    const std::string &actor = world.actor();
    std::set<std::string> people = peopleOf(world);
    people.insert(actor);
    if (isPerson(world, item.asker))
        people.insert(item.asker);
    if (risk == Risk::Red && people.size() < 2)
        return refuse("operator.needsSecondPerson");
    if (item.asker != actor)
        return done();
    if (people.size() > 1)
        return refuse("operator.ownRequest");
    const std::int64_t left = item.asked.us + selfDelay.us - world.now().us;
    if (left > 0)
        return refuse("operator.tooSoon",
                      {{"seconds", std::to_string((left + 999'999) / 1'000'000)}});
    return done();
}

// Whoever asked as a person is one of the two; an agent is none.
bool isEnough(const Item &item, Risk risk, const World &world)
{
    std::set<std::string> people{world.actor()};
    for (const Approval &one : item.approvals)
        people.insert(one.who);
    if (isPerson(world, item.asker))
        people.insert(item.asker);
    return people.size() >= (risk == Risk::Red ? 2u : 1u);
}

void close(Item item, Standing standing, std::string by, std::string reason, World &world)
{
    item.standing = standing;
    world.tell(Closed{std::move(item), std::move(by), std::move(reason), world.now()});
}

std::pair<std::int64_t, std::uint64_t> wakes(const Item &item)
{
    return {(item.standing == Standing::Snoozed ? item.snoozedUntil : item.until).us,
            item.id.value};
}

template<class Change>
void changeItem(Memory &m, Id<Item> id, Change &&change)
{
    m.items.change(id, [&](Item &item) {
        m.waking.erase(wakes(item));
        change(item);
        m.waking.insert(wakes(item));
    });
}

}  // namespace

Outcome Operator::decide(const Memory &m, const Request &c, World &world)
{
    if (Outcome fit = fits(c, world); !fit)
        return fit;
    const std::optional<Effect> effect = readEffect(c.command, c.arguments);
    if (!effect)
        return refuse("operator.badEffect", {{"command", std::string(firstBytes(c.command, 64))}});
    if (!mayAskFor(world, c.command))
        return refuse("operator.notYoursToAsk", {{"command", c.command}});
    Item item;
    item.asker = world.actor();
    item.arguments = argumentsOf(*effect);
    item.effect = digestOf(item.asker, c.command, item.arguments);
    if (Outcome room = hasRoom(m, item.asker, item.effect); !room)
        return room;
    item.id = world.newId<Item>();
    item.source = c.command.substr(0, c.command.find('.'));
    item.reason = c.reason;
    item.command = c.command;
    item.cost = costOf(*effect);
    item.token = tokenOf(*effect);
    item.risk = std::max(c.risk.value_or(Risk::Green), riskOf(*effect, world));
    item.evidence = c.evidence;
    item.asked = world.now();
    item.until = world.now() + (c.lasts.us ? c.lasts : lastsUsually);
    world.tell(Requested{item});
    return done();
}

Outcome Operator::decide(const Memory &m, const Approve &c, World &world)
{
    if (Outcome may = open(m, c.item, world); !may)
        return may;
    Item item = *m.items.find(c.item);
    if (c.reason.size() > reasonBytesMax)
        return refuse("operator.badReason", {{"limit", std::to_string(reasonBytesMax)}});
    if (c.effect != item.effect)
        return refuse("operator.otherEffect", {{"effect", item.effect.hex()}});
    for (const Approval &one : item.approvals)
        if (one.who == world.actor())
            return refuse("operator.alreadyApproved");
    const std::optional<Effect> effect = readEffect(item.command, item.arguments);
    if (!effect)
        return refuse("operator.badEffect", {{"command", item.command}});
    // A limit lowered since makes it riskier than it was.
    const Risk risk = std::max(item.risk, riskOf(*effect, world));
    if (Outcome may = independent(item, risk, world); !may)
        return may;
    const bool isLast = isEnough(item, risk, world);
    if (isLast)
        if (Outcome issued = issue(*effect, item, world); !issued)
            return issued;
    const Approval approval{world.actor(), world.now(), c.reason, item.asker == world.actor()};
    world.tell(Approved{c.item, approval});
    item.approvals.push_back(approval);
    if (isLast)
        close(std::move(item), Standing::Approved, world.actor(), c.reason, world);
    return done();
}

Outcome Operator::decide(const Memory &m, const Reject &c, World &world)
{
    if (Outcome may = open(m, c.item, world); !may)
        return may;
    if (c.reason.empty() || c.reason.size() > reasonBytesMax)
        return refuse("operator.badReason", {{"limit", std::to_string(reasonBytesMax)}});
    close(*m.items.find(c.item), Standing::Rejected, world.actor(), c.reason, world);
    return done();
}

Outcome Operator::decide(const Memory &m, const Snooze &c, World &world)
{
    if (Outcome may = open(m, c.item, world); !may)
        return may;
    if (c.time.us <= 0 || c.time >= m.items.find(c.item)->until - world.now())
        return refuse("operator.badSnooze");
    world.tell(Snoozed{c.item, world.now() + c.time, world.actor()});
    return done();
}

Outcome Operator::decide(const Memory &m, const Withdraw &c, World &world)
{
    const Item *item = m.items.find(c.item);
    if (!item)
        return refuse("operator.unknown");
    if (item->asker != world.actor())
        return refuse("operator.notYours");
    close(*item, Standing::Withdrawn, world.actor(), {}, world);
    return done();
}

Outcome Operator::decide(const Memory &, const SetSpendLimit &c, World &world)
{
    if (tokens::issueOf(c.token).isHidden)
        return refuse("operator.hiddenToken");
    const tokens::Limit *limit = tokens::limitOf(world.state<tokens::Tokens>(), c.token);
    if (limit && (!c.amount || *c.amount > limit->amount))
        return refuse("operator.needsApproval",
                      {{"command", "operator.setSpendLimit"},
                       {"limit", amountText(limit->amount, 18)},
                       {"token", std::string(tokens::issueOf(c.token).symbol)}});
    return world.require(tokens::SetLimit{c.token, c.amount});
}

Outcome Operator::decide(const Memory &m, const operators::Tick &, World &world)
{
    if (m.waking.isEmpty() || m.waking.keys().begin()->first > world.now().us)
        return done();
    const Item &item = *m.items.find(m.waking.keys().begin()->second);
    if (item.standing == Standing::Snoozed)
        world.tell(Woken{item.id});
    else
        close(item, Standing::Expired, {}, {}, world);
    return done();
}

void Operator::evolve(Memory &m, const Requested &f, const Moment &)
{
    m.items.put(f.item);
    m.waking.insert(wakes(f.item));
}

void Operator::evolve(Memory &m, const Approved &f, const Moment &)
{
    m.items.change(f.item, [&](Item &item) { item.approvals.push_back(f.approval); });
}

void Operator::evolve(Memory &m, const Snoozed &f, const Moment &)
{
    changeItem(m, f.item, [&](Item &item) {
        item.standing = Standing::Snoozed;
        item.snoozedUntil = f.until;
    });
}

void Operator::evolve(Memory &m, const Woken &f, const Moment &)
{
    changeItem(m, f.item, [](Item &item) {
        item.standing = Standing::Waiting;
        item.snoozedUntil = {};
    });
}

void Operator::evolve(Memory &m, const Closed &f, const Moment &)
{
    if (const Item *known = m.items.find(f.item.id))
        m.waking.erase(wakes(*known));
    m.items.erase(f.item.id);
}

void Operator::rebuild(Memory &m)
{
    m.waking.clear();
    for (const auto &[key, item] : m.items.rows())
        m.waking.insert(wakes(item));
}

Time Operator::due(const Memory &m)
{
    return {m.waking.isEmpty() ? 0 : m.waking.keys().begin()->first};
}

void Operator::vitals(const Memory &m, Vitals &vitals)
{
    std::int64_t red = 0;
    for (const auto &[key, item] : m.items.rows())
        red += item.risk == Risk::Red;
    vitals.push_back({"waiting", static_cast<std::int64_t>(m.items.size()), "count"});
    vitals.push_back({"red", red, "count", red ? Vital::Look : Vital::Well});
}

}  // namespace operators
