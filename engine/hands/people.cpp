#include "hands/people.h"

#include "crypto/did.h"
#include "identity/passports.h"
#include "loop/platform.h"
#include "loop/random.h"

#include <algorithm>

namespace hands {

using namespace kernel;

namespace {

constexpr std::size_t peopleMax = 64;

Outcome unknown(const std::string &actor)
{
    return refuse("identity.unknownPerson", {{"actor", actor}});
}

Envelope boot()
{
    Envelope envelope;
    envelope.actor = "system";
    envelope.origin = Origin::Boot;
    return envelope;
}

}  // namespace

People::People(loop::Engine &engine) : m_engine(engine), m_touched(std::chrono::steady_clock::now())
{
    loop::keepOutOfDumps();
    m_clock = std::thread([this] { rest(); });
    m_worker = std::thread([this] { workOff(); });
}

People::~People()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_all();
    m_clock.join();
    m_worker.join();
}

void People::setPresent(const std::string &actor, bool isPresent)
{
    m_engine.inspectNow(
        [&](loop::Core &core, store::Store &) { core.door().setPresent(actor, isPresent); });
}

void People::changed() const
{
    std::function<void()> tell;
    {
        const std::lock_guard lock(m_mutex);
        tell = m_changed;
    }
    if (tell)
        tell();
}

Outcome People::begin()
{
    bool hasOwner = false;
    m_engine.inspectNow([&](loop::Core &core, store::Store &) {
        hasOwner = passports::find(core.stateOf<passports::Passports>(), "owner");
    });
    std::vector<std::string> open, locked;
    read();
    for (const Person &person : all()) {
        std::optional<Kept> kept = find(person.actor);
        std::string entropy;
        const bool isOpen =
            kept->guard != Guard::Passphrase && this->open(*kept, {}, entropy).isDone();
        crypto::wipeText(entropy);
        (isOpen ? open : locked).push_back(person.actor);
        const std::lock_guard lock(m_mutex);
        m_people.insert_or_assign(person.actor, std::move(*kept));
    }
    if (locked.size() + open.size() == 0 && !hasOwner)
        return add("owner", "Owner", {});
    // A passport whose key is not here belongs to somebody who is elsewhere, until the words are said.
    if (hasOwner && std::find(open.begin(), open.end(), "owner") == open.end())
        setPresent("owner", false);
    for (const std::string &actor : open)
        setPresent(actor, true);
    return done();
}

std::vector<Person> People::all() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Person> people;
    for (const auto &[actor, kept] : m_people)
        people.push_back({actor, kept.did, kept.guard, kept.key != nullptr,
                          kept.key ? kept.key->wallet.address().text() : std::string()});
    return people;
}

Outcome People::add(const std::string &actor, const std::string &name, std::string_view passphrase)
{
    std::array<std::uint8_t, 16> entropy;
    loop::Random random = loop::Random::fromSystem();
    random.fill(entropy);
    const Outcome taken = take(
        actor, name, {reinterpret_cast<const char *>(entropy.data()), entropy.size()}, passphrase);
    crypto::wipe(entropy);
    return taken;
}

Outcome People::restore(const std::string &actor, const std::string &name, std::string_view phrase,
                        std::string_view passphrase)
{
    std::optional<std::string> entropy = crypto::phraseEntropy(phrase);
    if (!entropy)
        return refuse("identity.badWords");
    const Outcome taken = take(actor, name, *entropy, passphrase);
    crypto::wipeText(*entropy);
    return taken;
}

Outcome People::take(const std::string &actor, const std::string &name, std::string_view entropy,
                     std::string_view passphrase)
{
    const std::optional<crypto::Seed> seed = seedFrom(entropy);
    const auto pair = seed ? crypto::identityKey(*seed) : std::nullopt;
    if (!pair)
        return refuse("identity.badWords");
    const std::lock_guard work(m_work);
    Kept kept;
    kept.actor = actor;
    kept.did = crypto::didKey(pair->publicKey());
    if (const auto known = find(actor); known && known->did != kept.did)
        return refuse("passports.actorTaken", {{"actor", actor}});
    if (all().size() >= peopleMax)
        return refuse("identity.tooMany", {{"limit", std::to_string(peopleMax)}});
    if (Outcome sealed = seal(kept, entropy, passphrase); !sealed)
        return sealed;
    std::string again;
    if (Outcome opened = open(kept, passphrase, again); !opened)
        return opened;
    crypto::wipeText(again);
    // The passport says whether the name is free, or whose it is.
    if (const Answer answer = m_engine.ask(passports::Issue{actor, kept.did, name}, boot());
        !answer.isDone)
        return answer.refusal;
    if (Outcome saved = keep(std::move(kept)); !saved)
        return saved;
    setPresent(actor, true);
    changed();
    return done();
}

Outcome People::unlock(const std::string &actor, std::string_view passphrase)
{
    const std::lock_guard work(m_work);
    std::optional<Kept> kept = find(actor);
    if (!kept)
        return unknown(actor);
    std::string entropy;
    const Outcome opened = open(*kept, passphrase, entropy);
    crypto::wipeText(entropy);
    if (!opened)
        return opened;
    {
        const std::lock_guard lock(m_mutex);
        m_people.insert_or_assign(actor, std::move(*kept));
        m_touched = std::chrono::steady_clock::now();
    }
    setPresent(actor, true);
    changed();
    return done();
}

Outcome People::lock(const std::string &actor)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_people.find(actor);
        if (found == m_people.end())
            return unknown(actor);
        // What the device opens by itself would be open again at the next start.
        if (found->second.guard == Guard::Device)
            return refuse("identity.noPassphrase", {{"actor", actor}});
        found->second.key.reset();
    }
    setPresent(actor, false);
    changed();
    return done();
}

Outcome People::setPassphrase(const std::string &actor, std::string_view old,
                              std::string_view fresh)
{
    const std::lock_guard work(m_work);
    std::optional<Kept> kept = find(actor);
    if (!kept)
        return unknown(actor);
    if (fresh.size() < passphraseCharactersMin)
        return refuse("identity.shortPassphrase",
                      {{"least", std::to_string(passphraseCharactersMin)}});
    std::string entropy;
    if (Outcome opened = open(*kept, old, entropy); !opened)
        return opened;
    const Outcome sealed = seal(*kept, entropy, fresh);
    crypto::wipeText(entropy);
    if (!sealed)
        return sealed;
    if (Outcome saved = keep(std::move(*kept)); !saved)
        return saved;
    setPresent(actor, true);
    changed();
    return done();
}

Outcome People::phrase(const std::string &actor, std::string_view passphrase, std::string &words)
{
    const std::lock_guard work(m_work);
    std::optional<Kept> kept = find(actor);
    if (!kept)
        return unknown(actor);
    std::string entropy;
    if (Outcome opened = open(*kept, passphrase, entropy); !opened)
        return opened;
    words = crypto::seedPhrase(crypto::bytesOf(entropy)).value_or("");
    crypto::wipeText(entropy);
    return done();
}

void People::setAutoLock(std::chrono::seconds rest)
{
    {
        const std::lock_guard lock(m_mutex);
        m_autoLock = rest;
        m_touched = std::chrono::steady_clock::now();
    }
    m_wake.notify_all();
}

void People::touch()
{
    const std::lock_guard lock(m_mutex);
    m_touched = std::chrono::steady_clock::now();
}

void People::onChanged(std::function<void()> changed)
{
    const std::lock_guard lock(m_mutex);
    m_changed = std::move(changed);
}

void People::later(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_later.push_back(std::move(work));
    }
    m_wake.notify_all();
}

void People::workOff()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        m_wake.wait(lock, [this] { return m_isStopping || !m_later.empty(); });
        if (m_isStopping)
            return;
        const std::function<void()> work = std::move(m_later.front());
        m_later.pop_front();
        lock.unlock();
        work();
        lock.lock();
    }
}

// Sleeps until the time of rest would be over, then looks whether it is.
void People::rest()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        if (m_autoLock.count() <= 0)
            m_wake.wait(lock);
        else
            m_wake.wait_until(lock, m_touched + m_autoLock);
        if (m_isStopping || m_autoLock.count() <= 0
            || std::chrono::steady_clock::now() < m_touched + m_autoLock)
            continue;
        m_touched = std::chrono::steady_clock::now();
        std::vector<std::string> over;
        for (const auto &[actor, kept] : m_people)
            if (kept.key && kept.guard == Guard::Passphrase)
                over.push_back(actor);
        lock.unlock();
        for (const std::string &actor : over)
            this->lock(actor).isDone();
        lock.lock();
    }
}

}  // namespace hands
