#include "identity/identitygrid.h"

#include "crypto/did.h"
#include "crypto/signin.h"
#include "crypto/uri.h"

namespace identitygrid {

DREAM_SYSTEM(IdentityGrid)

namespace {

constexpr std::size_t wordLetters = 20;  // of 62: 119 bits

const passports::Passport *asker(World &world)
{
    return passports::find(world.state<passports::Passports>(), world.actor());
}

Outcome unknown()
{
    return refuse("identitygrid.unknown");
}

// A nonce must be nobody's guess; its seed comes with the envelope and is drawn anew each time.
std::string wordFrom(World &world)
{
    constexpr std::string_view letters =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    std::string word;
    while (word.size() < wordLetters) {
        // 62 * 4 of 256 values, so that every letter is as likely
        const std::uint64_t drawn = world.random();
        for (int i = 0; i < 8 && word.size() < wordLetters; ++i)
            if (const std::uint64_t byte = drawn >> 8 * i & 0xff; byte < 248)
                word.push_back(letters[byte % 62]);
    }
    return word;
}

// Whether the actor speaks for a thing: the own passport, or what links say it owns or controls.
bool speaksFor(const Memory &m, const passports::Passport &passport, std::uint64_t thing,
               World &world)
{
    if (thing == passport.id.value)
        return true;
    if (const Wallet *wallet = m.wallets.find(thing))
        return wallet->holder == passport.id;
    if (const Service *service = m.services.find(thing))
        return service->owner == passport.id;
    if (const dreams::Dream *dream = world.state<dreams::Dreams>().dreams.find(thing))
        return dreams::authorOf(*dream) == passport.actor;
    return false;
}

bool isThing(const Memory &m, std::uint64_t thing, World &world)
{
    return m.wallets.find(thing) || m.services.find(thing)
           || world.state<passports::Passports>().passports.find(thing)
           || world.state<dreams::Dreams>().dreams.find(thing);
}

std::vector<std::uint64_t> linksOf(const Memory &m, std::uint64_t thing)
{
    std::vector<std::uint64_t> links;
    for (auto at = m.byEnd.keys().lower_bound({thing, 0});
         at != m.byEnd.keys().end() && at->first == thing; ++at)
        links.push_back(at->second);
    return links;
}

void unlinkAll(const Memory &m, std::uint64_t thing, World &world)
{
    for (const std::uint64_t link : linksOf(m, thing))
        world.tell(Unrelated{{link}});
}

// "0x" and 40 digits of both cases that are no checksum: a typing error, or somebody else's address.
bool hasBadChecksum(const std::string &message)
{
    const std::size_t at = message.find("\n0x");
    if (at == std::string::npos)
        return false;
    const std::string address = message.substr(at + 1, 42);
    const bool isHex =
        address.size() == 42
        && address.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string::npos;
    return isHex && !crypto::Address::fromChecksumText(address);
}

std::shared_ptr<const Proved> fault(std::string_view name)
{
    return std::make_shared<const Proved>(Proved{Proved::Wallet, {}, {}, std::string(name)});
}

}  // namespace

std::shared_ptr<const Proved> prove(const Memory &m, const std::string &message,
                                    const std::string &signature, Time now)
{
    const auto signedBy = crypto::WalletSignature::fromHex(signature);
    if (hasBadChecksum(message))
        return fault("badChecksum");
    const auto read = crypto::parseSignIn(message);
    if (!read)
        return fault("badMessage");
    if (!signedBy)
        return fault("badSignature");
    const std::uint64_t *id = m.byWord.find(read->nonce);
    const Nonce *nonce = id ? m.nonces.find(*id) : nullptr;
    if (!nonce || nonce->until <= now)
        return fault("otherNonce");
    crypto::SignInExpectation expected;
    expected.domain = signInDomain;
    expected.nonce = nonce->word;
    expected.chainId = read->chainId;  // an account is proved on the chain it names
    expected.nowMs = now.us / 1000;
    expected.ageMaxMs = nonceLife.us / 1000;
    expected.uri = std::string(signInUri);
    const auto verdict = crypto::verifySignIn(message, *signedBy, expected);
    if (verdict != crypto::SignInVerdict::Good)
        return fault(crypto::nameOf(verdict));
    return std::make_shared<const Proved>(
        Proved{Proved::Wallet,
               crypto::ChainAccount{read->chainId, read->address}.caip10(),
               nonce->word,
               {}});
}

std::optional<std::string> messageFor(const Nonce &nonce, const std::string &address,
                                      std::uint64_t chainId, Time now)
{
    const auto account = crypto::Address::fromText(address);
    if (!account)
        return {};
    crypto::SignIn message;
    message.domain = signInDomain;
    message.address = *account;
    message.statement =
        "Link this wallet to a passport of DreamScope. Nothing is paid and nothing is sent.";
    message.uri = signInUri;
    message.chainId = chainId;
    message.nonce = nonce.word;
    message.issuedAt = crypto::signInTimeText(now.us / 1000);
    message.expirationTime = crypto::signInTimeText(nonce.until.us / 1000);
    return message.text();
}

Id<passports::Passport> holderOf(const Memory &m, const std::string &account)
{
    const std::uint64_t *id = m.byAccount.find(account);
    return id ? m.wallets.find(*id)->holder : Id<passports::Passport>();
}

Outcome IdentityGrid::decide(const Memory &m, const Challenge &, World &world)
{
    if (m.nonces.size() >= noncesMax)
        return refuse("identitygrid.tooMany", {{"limit", std::to_string(noncesMax)}});
    world.tell(Challenged{
        {world.newId<Nonce>(), wordFrom(world), world.actor(), world.now() + nonceLife}});
    return done();
}

Outcome IdentityGrid::decide(const Memory &m, const LinkWallet &, World &world)
{
    const passports::Passport *passport = asker(world);
    if (!passport)
        return refuse("passports.unknown");
    const Proved *proved = world.envelope().proved.get();
    if (!proved || proved->what.empty()) {
        const std::string why = proved ? proved->fault : "unproved";
        if (why == "badChecksum")
            return refuse("identitygrid.badChecksum");
        if (why == "otherNonce")
            return refuse("identitygrid.replayed");
        return refuse("identitygrid.unproved", {{"reason", why}});
    }
    const std::uint64_t *nonce = m.byWord.find(proved->nonce);
    if (!nonce || m.nonces.find(*nonce)->actor != world.actor())
        return refuse("identitygrid.replayed");
    const Id<passports::Passport> holder = holderOf(m, proved->what);
    if (holder && holder != passport->id)
        return refuse("identitygrid.taken", {{"account", proved->what}});
    if (m.wallets.size() >= walletsMax)
        return refuse("identitygrid.tooMany", {{"limit", std::to_string(walletsMax)}});
    world.tell(NonceEnded{{*nonce}});
    if (!holder)
        world.tell(WalletLinked{
            {world.newId<Wallet>(), proved->what, passport->id, proved->nonce, world.now()}});
    return done();
}

Outcome IdentityGrid::decide(const Memory &m, const UnlinkWallet &c, World &world)
{
    const Wallet *wallet = m.wallets.find(c.wallet);
    const passports::Passport *passport = asker(world);
    if (!wallet)
        return unknown();
    if (!passport || wallet->holder != passport->id)
        return refuse("identitygrid.notYours");
    unlinkAll(m, c.wallet.value, world);
    world.tell(WalletUnlinked{c.wallet});
    return done();
}

Outcome IdentityGrid::decide(const Memory &m, const AddService &c, World &world)
{
    const passports::Passport *passport = asker(world);
    if (!passport)
        return refuse("passports.unknown");
    if (c.name.empty() || c.name.size() > nameBytesMax || !isUtf8(c.name))
        return refuse("identitygrid.badName", {{"limit", std::to_string(nameBytesMax)}});
    if (c.address.size() > addressBytesMax || !crypto::isUri(c.address))
        return refuse("identitygrid.badAddress");
    if (m.services.size() >= servicesMax)
        return refuse("identitygrid.tooMany", {{"limit", std::to_string(servicesMax)}});
    world.tell(ServiceAdded{{world.newId<Service>(), c.name, c.address, passport->id}});
    return done();
}

Outcome IdentityGrid::decide(const Memory &m, const DropService &c, World &world)
{
    const Service *service = m.services.find(c.service);
    const passports::Passport *passport = asker(world);
    if (!service)
        return unknown();
    if (!passport || service->owner != passport->id)
        return refuse("identitygrid.notYours");
    unlinkAll(m, c.service.value, world);
    world.tell(ServiceDropped{c.service});
    return done();
}

Outcome IdentityGrid::decide(const Memory &m, const Relate &c, World &world)
{
    const passports::Passport *passport = asker(world);
    if (!passport)
        return refuse("passports.unknown");
    if (!isThing(m, c.from.value, world) || !isThing(m, c.to.value, world))
        return unknown();
    if (c.from == c.to)
        return refuse("identitygrid.toItself");
    if (!speaksFor(m, *passport, c.from.value, world))
        return refuse("identitygrid.notYours");
    // Trust is anybody's to give; owning and controlling another person is not.
    const auto *other = world.state<passports::Passports>().passports.find(c.to.value);
    if (other && other->holder == passports::Holder::Person && c.relation != Relation::Trusts)
        return refuse("identitygrid.aPerson");
    for (const std::uint64_t link : linksOf(m, c.from.value))
        if (const Link *one = m.links.find(link);
            one->from == c.from && one->to == c.to && one->relation == c.relation)
            return done();
    if (m.links.size() >= linksMax)
        return refuse("identitygrid.tooMany", {{"limit", std::to_string(linksMax)}});
    world.tell(
        Related{{world.newId<Link>(), c.from, c.relation, c.to, world.actor(), world.now()}});
    return done();
}

Outcome IdentityGrid::decide(const Memory &m, const Unrelate &c, World &world)
{
    const Link *link = m.links.find(c.link);
    if (!link)
        return unknown();
    if (link->by != world.actor())
        return refuse("identitygrid.notYours");
    world.tell(Unrelated{c.link});
    return done();
}

Outcome IdentityGrid::decide(const Memory &m, const identitygrid::Tick &, World &world)
{
    std::vector<std::uint64_t> over;
    for (const auto &[key, nonce] : m.nonces.rows())
        if (nonce.until <= world.now())
            over.push_back(key);
    for (const std::uint64_t nonce : over)
        world.tell(NonceEnded{{nonce}});
    return done();
}

Outcome IdentityGrid::decide(const Memory &m, const Forget &c, World &world)
{
    std::vector<std::uint64_t> wallets, services;
    for (const auto &[key, wallet] : m.wallets.rows())
        if (wallet.holder.value == c.thing.value)
            wallets.push_back(key);
    for (const auto &[key, service] : m.services.rows())
        if (service.owner.value == c.thing.value)
            services.push_back(key);
    unlinkAll(m, c.thing.value, world);
    for (const std::uint64_t wallet : wallets) {
        unlinkAll(m, wallet, world);
        world.tell(WalletUnlinked{{wallet}});
    }
    for (const std::uint64_t service : services) {
        unlinkAll(m, service, world);
        world.tell(ServiceDropped{{service}});
    }
    return done();
}

void IdentityGrid::react(const Memory &, const WalletLinked &f, Reactions &reactions)
{
    reactions.ask(passports::Award{f.wallet.holder, "wallet"});
}

void IdentityGrid::react(const Memory &, const passports::Departed &f, Reactions &reactions)
{
    reactions.ask(Forget{{f.passport.value}});
}

void IdentityGrid::react(const Memory &m, const dreams::Erased &f, Reactions &reactions)
{
    if (!linksOf(m, f.dream.value).empty())
        reactions.ask(Forget{{f.dream.value}});
}

void IdentityGrid::rebuild(Memory &m)
{
    m.byWord.clear();
    m.byAccount.clear();
    m.byEnd.clear();
    for (const auto &[key, nonce] : m.nonces.rows())
        m.byWord.put(nonce.word, key);
    for (const auto &[key, wallet] : m.wallets.rows())
        m.byAccount.put(wallet.account, key);
    for (const auto &[key, link] : m.links.rows()) {
        m.byEnd.insert({link.from.value, key});
        m.byEnd.insert({link.to.value, key});
    }
}

Time IdentityGrid::due(const Memory &m)
{
    Time first;
    for (const auto &[key, nonce] : m.nonces.rows())
        if (!first.us || nonce.until < first)
            first = nonce.until;
    return first;
}

void IdentityGrid::vitals(const Memory &m, Vitals &vitals)
{
    vitals.push_back({"wallets", static_cast<std::int64_t>(m.wallets.size()), "count"});
    vitals.push_back({"services", static_cast<std::int64_t>(m.services.size()), "count"});
    vitals.push_back({"links", static_cast<std::int64_t>(m.links.size()), "count"});
    vitals.push_back({"open words", static_cast<std::int64_t>(m.nonces.size()), "count"});
}

}  // namespace identitygrid
