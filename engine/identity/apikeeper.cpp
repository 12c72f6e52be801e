#include "identity/apikeeper.h"

#include "crypto/uri.h"
#include "identity/rbac.h"

#include <algorithm>

namespace apikeeper {

DREAM_SYSTEM(ApiKeeper)

namespace {

constexpr std::int64_t dayUs = 86'400'000'000;

std::int64_t dayOf(Time now)
{
    return now.us / dayUs;
}

std::uint64_t spentToday(const Provider &provider, Time now)
{
    return provider.day == dayOf(now) ? provider.spent : 0;
}

std::uint64_t leftToday(const Provider &provider, Time now)
{
    const std::uint64_t gone = spentToday(provider, now) + provider.reserved;
    return provider.budgetPerDay > gone ? provider.budgetPerDay - gone : 0;
}

bool isName(std::string_view name)
{
    return !name.empty() && name.size() <= nameBytesMax && isUtf8(name)
           && name.find_first_of("\r\n") == std::string_view::npos;
}

Outcome unknown()
{
    return refuse("apikeeper.unknown");
}

// One's own, or anybody's for the owner of the profile.
Outcome mayKeep(const std::string &actor, const World &world)
{
    if (actor != world.actor() && world.actor() != "owner")
        return refuse("apikeeper.notYours");
    return done();
}

// Best is 10000; a share of the best for what should be small, with one unit of grace for zero.
std::uint32_t lessIsBetter(std::uint64_t value, std::uint64_t least)
{
    return static_cast<std::uint32_t>((least + 1) * 10'000 / (value + 1));
}

std::uint32_t reliabilityOf(const Provider &provider)
{
    // Laplace's rule of succession: nobody is perfect before the first call
    return static_cast<std::uint32_t>((provider.calls - provider.failures + 1) * 10'000
                                      / (provider.calls + 2));
}

}  // namespace

const Token *find(const Memory &m, const Digest &hash, Time now)
{
    const std::uint64_t *id = m.byHash.find(hash);
    const Token *token = id ? m.tokens.find(*id) : nullptr;
    if (!token || token->isRevoked || (token->expires.us && token->expires <= now))
        return nullptr;
    return token;
}

bool isInScope(const Token &token, std::string_view command)
{
    return std::any_of(token.scopes.begin(), token.scopes.end(),
                       [&](const std::string &scope) { return rbac::covers(scope, command); });
}

std::vector<Choice> choose(const Memory &m, std::string_view kind, std::uint64_t most, Time now)
{
    std::vector<Choice> choices;
    std::uint64_t cheapest = UINT64_MAX, fastest = UINT64_MAX;
    for (const auto &[key, one] : m.providers.rows()) {
        if (one.kind != kind || leftToday(one, now) < most || one.budgetPerDay == 0)
            continue;
        cheapest = std::min(cheapest, one.pricePerMillion);
        fastest = std::min(fastest, static_cast<std::uint64_t>(one.latency.us));
        choices.push_back({one.id, leftToday(one, now)});
    }
    for (Choice &choice : choices) {
        const Provider &one = *m.providers.find(choice.provider);
        choice.quality = static_cast<std::uint32_t>(std::max(one.quality.value, 0));
        choice.price = lessIsBetter(one.pricePerMillion, cheapest);
        choice.reliability = reliabilityOf(one);
        choice.latency = lessIsBetter(static_cast<std::uint64_t>(one.latency.us), fastest);
        choice.total = (choice.quality * 40 + choice.price * 25 + choice.reliability * 20
                        + choice.latency * 15)
                       / 100;
    }
    std::stable_sort(choices.begin(), choices.end(),
                     [](const Choice &a, const Choice &b) { return a.total > b.total; });
    return choices;
}

Outcome ApiKeeper::decide(const Memory &m, const IssueToken &c, World &world)
{
    if (Outcome keeps = mayKeep(c.actor, world); !keeps)
        return keeps;
    if (!passports::find(world.state<passports::Passports>(), c.actor))
        return refuse("passports.unknown");
    if (!isName(c.name))
        return refuse("apikeeper.badName", {{"limit", std::to_string(nameBytesMax)}});
    if (c.scopes.empty() || c.scopes.size() > scopesMax)
        return refuse("apikeeper.noScope", {{"limit", std::to_string(scopesMax)}});
    if (c.hash.isZero() || m.byHash.find(c.hash))
        return refuse("apikeeper.badHash");
    if (c.expires && *c.expires <= world.now())
        return refuse("passports.past");
    if (m.tokens.size() >= tokensMax)
        return refuse("apikeeper.tooMany", {{"limit", std::to_string(tokensMax)}});
    world.tell(TokenIssued{{world.newId<Token>(), c.name, c.actor, c.tier, c.scopes, c.hash,
                            world.now(), c.expires.value_or(Time()), c.perDay, false}});
    return done();
}

Outcome ApiKeeper::decide(const Memory &m, const RotateToken &c, World &world)
{
    const Token *token = m.tokens.find(c.token);
    if (!token || token->isRevoked)
        return unknown();
    if (Outcome keeps = mayKeep(token->actor, world); !keeps)
        return keeps;
    if (c.hash.isZero() || m.byHash.find(c.hash))
        return refuse("apikeeper.badHash");
    world.tell(TokenRotated{c.token, c.hash});
    return done();
}

Outcome ApiKeeper::decide(const Memory &m, const RevokeToken &c, World &world)
{
    const Token *token = m.tokens.find(c.token);
    if (!token)
        return unknown();
    if (Outcome keeps = mayKeep(token->actor, world); !keeps)
        return keeps;
    if (!token->isRevoked)
        world.tell(TokenRevoked{c.token});
    return done();
}

Outcome ApiKeeper::decide(const Memory &m, const AddProvider &c, World &world)
{
    if (!isName(c.name) || !isName(c.kind))
        return refuse("apikeeper.badName", {{"limit", std::to_string(nameBytesMax)}});
    if (c.address.size() > addressBytesMax || !crypto::isUri(c.address))
        return refuse("apikeeper.badAddress");
    if (c.quality.value < 0 || c.quality.value > 10'000)
        return refuse("apikeeper.badQuality");
    for (const auto &[key, one] : m.providers.rows())
        if (one.name == c.name)
            return refuse("apikeeper.nameTaken", {{"name", c.name}});
    if (m.providers.size() >= providersMax)
        return refuse("apikeeper.tooMany", {{"limit", std::to_string(providersMax)}});
    Provider provider;
    provider.id = world.newId<Provider>();
    provider.name = c.name;
    provider.kind = c.kind;
    provider.address = c.address;
    provider.pricePerMillion = c.pricePerMillion;
    provider.quality = c.quality;
    provider.budgetPerDay = c.budgetPerDay;
    world.tell(ProviderSet{provider});
    return done();
}

Outcome ApiKeeper::decide(const Memory &m, const ChangeProvider &c, World &world)
{
    const Provider *known = m.providers.find(c.provider);
    if (!known)
        return unknown();
    if (c.quality && (c.quality->value < 0 || c.quality->value > 10'000))
        return refuse("apikeeper.badQuality");
    Provider provider = *known;
    provider.pricePerMillion = c.pricePerMillion.value_or(known->pricePerMillion);
    provider.quality = c.quality.value_or(known->quality);
    provider.budgetPerDay = c.budgetPerDay.value_or(known->budgetPerDay);
    world.tell(ProviderSet{provider});
    return done();
}

Outcome ApiKeeper::decide(const Memory &m, const DropProvider &c, World &world)
{
    if (!m.providers.find(c.provider))
        return unknown();
    for (const auto &[key, reservation] : m.reservations.rows())
        if (reservation.provider == c.provider)
            return refuse("apikeeper.inUse");
    world.tell(ProviderDropped{c.provider});
    return done();
}

Outcome ApiKeeper::decide(const Memory &m, const Reserve &c, World &world)
{
    const auto isOfKind = [&](const auto &one) { return one.second.kind == c.kind; };
    if (std::none_of(m.providers.rows().begin(), m.providers.rows().end(), isOfKind))
        return refuse("apikeeper.noProvider", {{"kind", std::string(firstBytes(c.kind, 64))}});
    const std::vector<Choice> choices = choose(m, c.kind, c.most, world.now());
    if (choices.empty())
        return refuse("apikeeper.overBudget", {{"most", std::to_string(c.most)}});
    if (m.reservations.size() >= reservationsMax)
        return refuse("apikeeper.tooMany", {{"limit", std::to_string(reservationsMax)}});
    world.tell(
        Reserved{{world.newId<Reservation>(), choices.front().provider, c.most,
                  std::string(firstBytes(c.what, nameBytesMax)), world.now() + reservationLife}});
    return done();
}

Outcome ApiKeeper::decide(const Memory &m, const Settle &c, World &world)
{
    const Reservation *reservation = m.reservations.find(c.reservation);
    if (!reservation)
        return unknown();
    // The call was to be stopped before it cost more.
    if (c.cost > reservation->most)
        return refuse("apikeeper.overReserved", {{"most", std::to_string(reservation->most)}});
    world.tell(Settled{c.reservation, reservation->provider, c.cost, c.duration, c.isGood});
    return done();
}

Outcome ApiKeeper::decide(const Memory &m, const apikeeper::Tick &, World &world)
{
    std::vector<Reservation> over;
    for (const auto &[key, reservation] : m.reservations.rows())
        if (reservation.until <= world.now())
            over.push_back(reservation);
    for (const Reservation &one : over)
        world.tell(Settled{one.id, one.provider, one.most, reservationLife, false});
    return done();
}

void ApiKeeper::evolve(Memory &m, const TokenIssued &f, const Moment &)
{
    m.byHash.put(f.token.hash, f.token.id.value);
    m.tokens.put(f.token);
}

void ApiKeeper::evolve(Memory &m, const TokenRotated &f, const Moment &)
{
    m.tokens.change(f.token, [&](Token &one) {
        m.byHash.erase(one.hash);
        m.byHash.put(f.hash, one.id.value);
        one.hash = f.hash;
    });
}

void ApiKeeper::evolve(Memory &m, const TokenRevoked &f, const Moment &)
{
    m.tokens.change(f.token, [](Token &one) { one.isRevoked = true; });
}

void ApiKeeper::evolve(Memory &m, const ProviderSet &f, const Moment &)
{
    m.providers.put(f.provider);
}

void ApiKeeper::evolve(Memory &m, const ProviderDropped &f, const Moment &)
{
    m.providers.erase(f.provider);
}

void ApiKeeper::evolve(Memory &m, const Reserved &f, const Moment &)
{
    m.providers.change(f.reservation.provider,
                       [&](Provider &one) { one.reserved += f.reservation.most; });
    m.reservations.put(f.reservation);
}

void ApiKeeper::evolve(Memory &m, const Settled &f, const Moment &moment)
{
    const Reservation *reservation = m.reservations.find(f.reservation);
    const std::uint64_t most = reservation ? reservation->most : 0;
    m.providers.change(f.provider, [&](Provider &one) {
        one.reserved -= std::min(one.reserved, most);
        one.spent = spentToday(one, moment.now) + f.cost;
        one.day = dayOf(moment.now);
        one.latency = {one.calls ? one.latency.us + (f.duration.us - one.latency.us) / 8
                                 : f.duration.us};
        ++one.calls;
        one.failures += !f.isGood;
    });
    m.reservations.erase(f.reservation);
}

void ApiKeeper::rebuild(Memory &m)
{
    m.byHash.clear();
    for (const auto &[key, token] : m.tokens.rows())
        m.byHash.put(token.hash, key);
}

Time ApiKeeper::due(const Memory &m)
{
    Time first;
    for (const auto &[key, reservation] : m.reservations.rows())
        if (!first.us || reservation.until < first)
            first = reservation.until;
    return first;
}

void ApiKeeper::vitals(const Memory &m, Vitals &vitals)
{
    std::int64_t open = 0;
    for (const auto &[key, token] : m.tokens.rows())
        open += !token.isRevoked;
    vitals.push_back({"tokens", open, "count"});
    vitals.push_back({"providers", static_cast<std::int64_t>(m.providers.size()), "count"});
    vitals.push_back({"reservations", static_cast<std::int64_t>(m.reservations.size()), "count"});
}

}  // namespace apikeeper
