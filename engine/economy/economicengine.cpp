#include "economy/economicengine.h"

namespace economicengine {

DREAM_SYSTEM(EconomicEngine)

namespace {

using tokens::Token;

// Whoever wrote the dream; the profile's owner for one that is gone meanwhile.
std::string earnerOf(const World &world, Id<dreams::Dream> id)
{
    const dreams::Dream *dream = world.state<dreams::Dreams>().dreams.find(id);
    return dream ? dreams::authorOf(*dream) : "owner";
}

tokens::Transfer issue(const World &world, Token token, std::string_view to,
                       std::string_view purpose, Amount amount, tokens::Reason reason,
                       std::uint64_t id)
{
    const auto &books = world.state<tokens::Tokens>();
    tokens::Transfer made;
    made.id = id;
    made.debit = tokens::account(books, tokens::house, tokens::issuing, token)->id;
    made.credit = tokens::account(books, to, purpose, token)->id;
    made.amount = amount;
    made.reason = reason;
    return made;
}

Outcome provide(World &world, std::string_view owner, std::string_view purpose, Token token)
{
    return world.require(tokens::Provide{std::string(owner), std::string(purpose), token});
}

bool isFounded(const World &world)
{
    return tokens::account(world.state<tokens::Tokens>(), tokens::house, tokens::issuing,
                           Token::Core);
}

// The same receipt is metered once, whatever the rules say meanwhile.
Outcome meter(World &world, const Settle &c, Amount core)
{
    const std::string agent = "agent:" + c.agent;
    if (Outcome provided = provide(world, agent, tokens::wallet, Token::Core); !provided)
        return provided;
    return world.require(
        tokens::Book{{issue(world, Token::Core, agent, tokens::wallet, core, tokens::Reason::Work,
                            tokens::idFor("work", c.receipt))}});
}

}  // namespace

const Rule *ruleFor(const Memory &m, std::string_view capability)
{
    const Rule *general = nullptr;
    for (const auto &[key, rule] : m.rules.rows()) {
        if (rule.capability == capability)
            return &rule;
        if (rule.capability.empty())
            general = &rule;
    }
    return general;
}

Amount emissionOn(std::int64_t days)
{
    const std::int64_t halvings = std::clamp<std::int64_t>(days / halvingDays, 0, 100);
    return {dailyEmission.units >> halvings};
}

Outcome EconomicEngine::decide(const Memory &m, const SetRule &c, World &world)
{
    if (!c.capability.empty() && !agentregistry::isCapability(c.capability))
        return refuse("superspine.unknownCapability", {{"capability", c.capability.substr(0, 64)}});
    if (c.dreamTokens.units < 0 || c.sheepTokens.units < 0 || c.dreamTokens > dailyEmission)
        return refuse("economicengine.badRule", {{"most", amountText(dailyEmission, 18)}});
    Rule rule{world.newId<Rule>(), c.capability, c.dreamTokens, c.sheepTokens};
    const Rule *known = ruleFor(m, c.capability);
    if (known && known->capability == c.capability)
        rule.id = known->id;
    world.tell(RuleSet{rule});
    return done();
}

Outcome EconomicEngine::decide(const Memory &m, const DropRule &c, World &world)
{
    if (!m.rules.find(c.rule))
        return refuse("economicengine.unknown");
    world.tell(RuleDropped{c.rule});
    return done();
}

Outcome EconomicEngine::decide(const Memory &m, const OpenTreasury &, World &world)
{
    if (m.treasury->opened.us)
        return done();
    if (Outcome founded = world.require(tokens::Found{}); !founded)
        return founded;
    tokens::Book book;
    for (const Stock &stock : openingStock) {
        if (Outcome provided = provide(world, tokens::house, tokens::treasury, stock.token);
            !provided)
            return provided;
        book.transfers.push_back(
            issue(world, stock.token, tokens::house, tokens::treasury, stock.amount,
                  tokens::Reason::Opening,
                  tokens::idFor("opening", static_cast<std::uint64_t>(stock.token))));
    }
    if (Outcome booked = world.require(book); !booked)
        return booked;
    world.tell(TreasuryOpened{world.now()});
    world.tell(RuleSet{{world.newId<Rule>(), "", {tokens::unit / 2}, {2 * tokens::unit}}});
    return done();
}

Outcome EconomicEngine::decide(const Memory &m, const Settle &c, World &world)
{
    if (!m.treasury->opened.us || !isFounded(world))
        return refuse("economicengine.notOpen");
    if (world.state<tokens::Tokens>().done.find(tokens::idFor("work", c.receipt)))
        return done();
    const Amount core{std::max<Int128>(1, c.duration.us) * corePerUs};
    if (Outcome metered = meter(world, c, core); !metered)
        return metered;
    const std::int64_t today = rewards::dayOf(world.now());
    const Treasury &treasury = *m.treasury;
    const Amount emission = emissionOn(today - rewards::dayOf(treasury.opened));
    const Int128 left = emission.units - (treasury.day == today ? treasury.emitted.units : 0);
    Emitted emitted{c.receipt, {}, {}, core, c.agent, today};
    if (const Rule *rule = ruleFor(m, c.capability)) {
        emitted.dreamTokens = {
            std::clamp<Int128>(rule->dreamTokens.units, 0, std::max<Int128>(0, left))};
        emitted.sheepTokens = rule->sheepTokens;
    }
    if (emitted.dreamTokens.units || emitted.sheepTokens.units)
        if (Outcome granted = world.require(rewards::Grant{
                earnerOf(world, c.dream), c.receipt, emitted.dreamTokens, emitted.sheepTokens});
            !granted)
            return granted;
    world.tell(emitted);
    return done();
}

void EconomicEngine::evolve(Memory &m, const RuleSet &f, const Moment &)
{
    m.rules.put(f.rule);
}

void EconomicEngine::evolve(Memory &m, const RuleDropped &f, const Moment &)
{
    m.rules.erase(f.rule);
}

void EconomicEngine::evolve(Memory &m, const TreasuryOpened &f, const Moment &)
{
    Treasury treasury = *m.treasury;
    treasury.opened = f.at;
    m.treasury.set(treasury);
}

void EconomicEngine::evolve(Memory &m, const Emitted &f, const Moment &)
{
    Treasury treasury = *m.treasury;
    if (treasury.day != f.day)
        treasury.emitted = {};
    treasury.day = f.day;
    treasury.emitted.units += f.dreamTokens.units;
    treasury.emittedEver.units += f.dreamTokens.units;
    m.treasury.set(treasury);
}

void EconomicEngine::react(const Memory &m, const superspine::Finished &f, Reactions &reactions)
{
    if (m.treasury->opened.us && f.assignment && f.outcome == superspine::Result::Done)
        reactions.ask(Settle{f.task.value, f.agent, f.capability, f.duration, f.dream});
}

void EconomicEngine::vitals(const Memory &m, Vitals &vitals)
{
    vitals.push_back({"rules", static_cast<std::int64_t>(m.rules.size()), "count"});
    vitals.push_back({"emitted today",
                      static_cast<std::int64_t>(m.treasury->emitted.units / tokens::unit),
                      "count"});
    vitals.push_back({"emitted",
                      static_cast<std::int64_t>(m.treasury->emittedEver.units / tokens::unit),
                      "count"});
}

}  // namespace economicengine
