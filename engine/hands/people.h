// People: whose keys are in this profile. Makes the first person's key and passport, keeps each key
// sealed in people.keys (by the device, by the system's keyring, or by a passphrase through Argon2id),
// unlocks, locks after a time of rest, restores from twelve words, signs. What it knows never leaves
// it but as signatures, public keys and, when asked for, the words. Locking stops nobody but the
// person. Thread contract: any thread but the engine's; unlocking takes a few hundred milliseconds.
#pragma once

#include "crypto/credential.h"
#include "crypto/derive.h"
#include "identity/apikeeper.h"
#include "loop/engine.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace hands {

// What opens a person's key: this device's own key (as long as no passphrase was chosen and there is
// no keyring), the keyring of the system, or the person's passphrase.
enum class Guard { Device, Keyring, Passphrase };

struct Person {
    std::string actor, did;
    Guard guard = Guard::Device;
    bool isUnlocked = false;
    std::string wallet;  // EIP-55 address of the person's own wallet, while unlocked
};

inline constexpr std::string_view peopleFile = "people.keys";
inline constexpr std::size_t passphraseCharactersMin = 8;

// Refusals are "identity.…" and have sentences like those of systems.
class People {
public:
    explicit People(loop::Engine &engine);
    ~People();
    People(const People &) = delete;
    People &operator=(const People &) = delete;

    // After the engine has started: the first person's key and passport, if there are none; opens
    // what needs no passphrase.
    kernel::Outcome begin();
    std::vector<Person> all() const;

    // A new person with a new key. An empty passphrase leaves it to keyring or device.
    kernel::Outcome add(const std::string &actor, const std::string &name,
                        std::string_view passphrase);
    // The same person again from the twelve words: here, or on another machine. When the profile
    // knows the actor, the words must be theirs.
    kernel::Outcome restore(const std::string &actor, const std::string &name,
                            std::string_view phrase, std::string_view passphrase);
    kernel::Outcome unlock(const std::string &actor, std::string_view passphrase);
    kernel::Outcome lock(const std::string &actor);
    // From now on only this opens the key. Needs the old one where there is one.
    kernel::Outcome setPassphrase(const std::string &actor, std::string_view old,
                                  std::string_view fresh);
    // The words that give the identity back, for the person's eyes.
    kernel::Outcome phrase(const std::string &actor, std::string_view passphrase,
                           std::string &words);

    // Keys under a passphrase lock themselves after so long without `touch`; zero: never.
    void setAutoLock(std::chrono::seconds rest);
    void touch();
    // Told after a key was locked or unlocked, from whatever thread did it.
    void onChanged(std::function<void()> changed);

    // Nothing while locked.
    std::optional<crypto::Signature> sign(const std::string &actor, std::string_view purpose,
                                          const kernel::Digest &digest) const;
    // EIP-191 by the person's own wallet (BIP-44, the first address).
    std::optional<crypto::WalletSignature> signMessage(const std::string &actor,
                                                       std::string_view message) const;
    // The passport as a credential others can check (W3C VC 2.0), issued by this profile's key.
    kernel::Outcome card(const std::string &actor, std::string &json);
    // Asks for a word, signs its message with the person's own wallet, and links it.
    kernel::Outcome linkOwnWallet(const std::string &actor);
    // The message another wallet has to sign for that person (EIP-4361), over a new one-time word.
    kernel::Outcome walletMessage(const std::string &actor, const std::string &address,
                                  std::string &message);
    // A token in the name of `asked.actor`, asked for by `actor`; shown here once and kept nowhere.
    kernel::Outcome issueToken(const std::string &actor, apikeeper::IssueToken asked,
                               std::string &token);

    // Runs it aside, one after the other: most of the above takes too long for a window.
    void later(std::function<void()> work);

private:
    struct Key {
        crypto::KeyPair pair;
        crypto::WalletKey wallet;
    };
    struct Kept {
        std::string actor, did, sealed;
        Guard guard = Guard::Device;
        std::shared_ptr<const Key> key;  // while unlocked
    };

    kernel::Outcome take(const std::string &actor, const std::string &name,
                         std::string_view entropy, std::string_view passphrase);
    // The keys behind the words; nothing for entropy of another length.
    static std::optional<crypto::Seed> seedFrom(std::string_view entropy);
    kernel::Outcome open(Kept &kept, std::string_view passphrase, std::string &entropy) const;
    kernel::Outcome seal(Kept &kept, std::string_view entropy, std::string_view passphrase);
    std::string passphraseOf(const Kept &kept, std::string_view given) const;
    std::optional<Kept> find(const std::string &actor) const;
    kernel::Outcome keep(Kept kept);
    void read();
    void setPresent(const std::string &actor, bool isPresent);
    void changed() const;
    void rest();
    void workOff();

    loop::Engine &m_engine;
    std::mutex m_work;           // one change at a time; the keyring may take seconds
    mutable std::mutex m_mutex;  // of what follows, held for a moment
    std::map<std::string, Kept> m_people;
    std::function<void()> m_changed;
    std::chrono::seconds m_autoLock{0};
    std::chrono::steady_clock::time_point m_touched;
    std::condition_variable m_wake;
    bool m_isStopping = false;
    std::deque<std::function<void()>> m_later;
    std::thread m_clock, m_worker;
};

}  // namespace hands
