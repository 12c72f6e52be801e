// The file of keys: what opens each of them, sealing, opening; and what they sign.
#include "crypto/did.h"
#include "crypto/hexbytes.h"
#include "crypto/keyfile.h"
#include "hands/keychain.h"
#include "hands/people.h"
#include "identity/passports.h"
#include "loop/profile.h"

#include <boost/json.hpp>

#include <algorithm>

namespace hands {

using namespace kernel;
namespace json = boost::json;

namespace {

constexpr std::size_t fileBytesMax = 1 << 20;
// A secret of 256 bits needs no stretching; what a person remembers does.
constexpr crypto::KeyFileCost deviceCost{1, crypto::keyFileMemoryMinKib};
constexpr const char *guardNames[] = {"device", "keyring", "passphrase"};

std::string purposeOf(const std::string &actor, const std::string &did)
{
    return "person key " + actor + ' ' + did;
}

std::string keyringName(const std::string &did)
{
    return "person " + did;
}

std::string textOf(const json::object &object, const char *name)
{
    const json::value *found = object.if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

}  // namespace

std::optional<crypto::Seed> People::seedFrom(std::string_view entropy)
{
    std::optional<std::string> words = crypto::seedPhrase(crypto::bytesOf(entropy));
    std::optional<crypto::Seed> seed;
    if (words)
        seed = crypto::seedOf(*words);
    if (words)
        crypto::wipeText(*words);
    return seed;
}

void People::read()
{
    const auto bytes =
        m_engine.folder().empty()
            ? std::nullopt
            : loop::readSmallFile(m_engine.folder() + '/' + std::string(peopleFile), fileBytesMax);
    for (std::string_view left = bytes ? std::string_view(*bytes) : std::string_view();
         !left.empty();) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        boost::system::error_code error;
        const json::value line = json::parse(left.substr(0, end), error);
        left.remove_prefix(std::min(end + 1, left.size()));
        if (error || !line.is_object())
            continue;
        Kept kept;
        kept.actor = textOf(line.get_object(), "actor");
        kept.did = textOf(line.get_object(), "did");
        const auto guard = std::find(std::begin(guardNames), std::end(guardNames),
                                     textOf(line.get_object(), "guard"));
        const auto sealed = crypto::bytesOfHex(textOf(line.get_object(), "sealed"));
        if (!passports::isActorName(kept.actor) || guard == std::end(guardNames) || !sealed)
            continue;
        kept.guard = static_cast<Guard>(guard - std::begin(guardNames));
        kept.sealed = *sealed;
        m_people.emplace(kept.actor, std::move(kept));
    }
}

std::optional<People::Kept> People::find(const std::string &actor) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_people.find(actor);
    return found == m_people.end() ? std::nullopt : std::optional(found->second);
}

// In memory and in the file.
Outcome People::keep(Kept kept)
{
    const std::lock_guard lock(m_mutex);
    const std::string actor = kept.actor;
    m_people.insert_or_assign(actor, std::move(kept));
    if (m_engine.folder().empty())
        return done();
    std::string text;
    for (const auto &[name, one] : m_people)
        text +=
            json::serialize(json::object{{"actor", name},
                                         {"did", one.did},
                                         {"guard", guardNames[static_cast<int>(one.guard)]},
                                         {"sealed", crypto::hexOf(crypto::bytesOf(one.sealed))}})
            + '\n';
    const std::string failed =
        loop::replaceFile(m_engine.folder() + '/' + std::string(peopleFile), text);
    return failed.empty() ? done() : refuse("identity.cannotWrite", {{"reason", failed}});
}

// What opens the key: given by the person, kept by the keyring, or made from the device's own key.
std::string People::passphraseOf(const Kept &kept, std::string_view given) const
{
    if (kept.guard == Guard::Passphrase)
        return std::string(given);
    if (kept.guard == Guard::Keyring)
        return keychain::read(keyringName(kept.did)).value_or("");
    if (m_engine.folder().empty())
        return "in memory";
    loop::Random random = loop::Random::fromSystem();
    std::string error;
    const auto device = loop::loadDeviceKey(m_engine.folder(), random, false, error);
    if (!device)
        return {};
    const crypto::SecretKey seed = device->seed();
    crypto::Hasher hasher;
    hasher.update(std::string_view("DreamScope person key under the device's"));
    hasher.update(crypto::Bytes(seed.bytes()));
    return hasher.finish().hex();
}

Outcome People::seal(Kept &kept, std::string_view entropy, std::string_view passphrase)
{
    loop::Random random = loop::Random::fromSystem();
    if (!passphrase.empty() && passphrase.size() < passphraseCharactersMin)
        return refuse("identity.shortPassphrase",
                      {{"least", std::to_string(passphraseCharactersMin)}});
    kept.guard = passphrase.empty() ? Guard::Device : Guard::Passphrase;
    std::string secret;
    if (kept.guard == Guard::Device && !m_engine.folder().empty()) {
        std::array<std::uint8_t, 32> drawn;
        random.fill(drawn);
        secret = Digest{drawn}.hex();
        crypto::wipe(drawn);
        if (keychain::write(keyringName(kept.did), secret))
            kept.guard = Guard::Keyring;
    }
    if (kept.guard != Guard::Keyring)
        secret = passphraseOf(kept, passphrase);
    crypto::KeyFileSalt salt;
    crypto::Nonce nonce;
    random.fill(salt);
    random.fill(nonce);
    const auto sealed =
        crypto::sealKeyFile(entropy, secret, purposeOf(kept.actor, kept.did), salt, nonce,
                            kept.guard == Guard::Passphrase ? crypto::KeyFileCost() : deviceCost);
    crypto::wipeText(secret);
    if (!sealed)
        return refuse("identity.cannotSeal");
    if (kept.guard != Guard::Keyring)
        keychain::forget(keyringName(kept.did));
    kept.sealed = *sealed;
    return done();
}

Outcome People::open(Kept &kept, std::string_view passphrase, std::string &entropy) const
{
    std::string secret = passphraseOf(kept, passphrase);
    crypto::OpenedKeyFile opened =
        crypto::openKeyFile(kept.sealed, secret, purposeOf(kept.actor, kept.did));
    crypto::wipeText(secret);
    switch (opened.fault) {
    case crypto::KeyFileFault::None: break;
    case crypto::KeyFileFault::WrongPassphrase:
        return kept.guard == Guard::Passphrase
                   ? refuse("identity.wrongPassphrase")
                   : refuse("identity.noKeyring", {{"actor", kept.actor}});
    case crypto::KeyFileFault::NoMemory: return refuse("identity.noMemory");
    default: return refuse("identity.badKeyFile", {{"actor", kept.actor}});
    }
    entropy = std::move(opened.secret);
    const std::optional<crypto::Seed> seed = seedFrom(entropy);
    auto pair = seed ? crypto::identityKey(*seed) : std::nullopt;
    auto wallet = seed ? crypto::walletKey(*seed) : std::nullopt;
    if (!pair || !wallet || crypto::didKey(pair->publicKey()) != kept.did)
        return refuse("identity.badKeyFile", {{"actor", kept.actor}});
    kept.key = std::make_shared<const Key>(Key{std::move(*pair), std::move(*wallet)});
    return done();
}

std::optional<crypto::Signature> People::sign(const std::string &actor, std::string_view purpose,
                                              const Digest &digest) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_people.find(actor);
    if (found == m_people.end() || !found->second.key)
        return {};
    // The purpose goes along, so that a signature for one thing never serves for another.
    crypto::Hasher hasher;
    hasher.update(std::string_view("DreamScope signed by a person 1\n"));
    hasher.update(purpose);
    hasher.update(std::string_view("\n"));
    hasher.update(crypto::Bytes(digest.bytes));
    return found->second.key->pair.sign(hasher.finish());
}

std::optional<crypto::WalletSignature> People::signMessage(const std::string &actor,
                                                           std::string_view message) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_people.find(actor);
    if (found == m_people.end() || !found->second.key)
        return {};
    return found->second.key->wallet.sign(crypto::personalHash(message));
}

}  // namespace hands
