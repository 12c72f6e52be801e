// Identity Grid: the graph of people, agents, wallets, services and dreams, and how they belong
// together: owns, controls, operates, trusts. Owns one-time words (nonces), the wallets people proved
// to be theirs, services, and links. A wallet is proved by the gate alone, from an EIP-4361 message
// and its signature over such a word. Thread contract: pure; states belong to the engine thread.
#pragma once

#include "cortex/dreams.h"
#include "identity/passports.h"

namespace identitygrid {

using namespace kernel;
DREAM_SYSTEM_OF(IdentityGrid)

enum class Relation : std::uint8_t { Owns, Controls, Operates, Trusts };
DREAM_ENUM(Relation, Owns, Controls, Operates, Trusts)

// A word that proves freshness: asked for by somebody, served once, or run out.
struct Nonce {
    Id<Nonce> id;
    std::string word;   // letters and digits, as EIP-4361 wants
    std::string actor;  // who asked for it
    Time until;
    DREAM_FIELDS(Nonce, id, word, actor, until)
};
struct Wallet {
    Id<Wallet> id;
    std::string account;  // CAIP-10: "eip155:1:0x…"; "did:pkh:" before it is its identifier
    Id<passports::Passport> holder;
    std::string nonce;  // of the message that proved it
    Time linked;
    DREAM_FIELDS(Wallet, id, account, holder, nonce, linked)
};
struct Service {
    Id<Service> id;
    std::string name, address;  // a URI; nothing is called by being written here
    Id<passports::Passport> owner;
    DREAM_FIELDS(Service, id, name, address, owner)
};
struct Link {
    Id<Link> id;
    AnyId from;
    Relation relation = Relation::Trusts;
    AnyId to;
    std::string by;  // who said so
    Time since;
    DREAM_FIELDS(Link, id, from, relation, to, by, since)
};

inline constexpr std::size_t noncesMax = 1'000, walletsMax = 10'000, servicesMax = 10'000;
inline constexpr std::size_t linksMax = 100'000, nameBytesMax = 120, addressBytesMax = 512;
inline constexpr Duration nonceLife = seconds(600);
// What a message must be meant for, and which chains an account may be on.
inline constexpr std::string_view signInDomain = "dreamscope.local";
inline constexpr std::string_view signInUri = "dreamscope://local/wallet";

struct Challenge {
    DREAM_FIELDS(Challenge)
};
// The message a wallet signed over the word of a challenge, and its signature ("0x…").
struct LinkWallet {
    std::string message, signature;
    DREAM_FIELDS(LinkWallet, message, signature)
};
struct UnlinkWallet {
    Id<Wallet> wallet;
    DREAM_FIELDS(UnlinkWallet, wallet)
};
struct AddService {
    std::string name, address;
    DREAM_FIELDS(AddService, name, address)
};
struct DropService {
    Id<Service> service;
    DREAM_FIELDS(DropService, service)
};
// From one's own passport, or from what one's passport owns or controls.
struct Relate {
    AnyId from;
    Relation relation = Relation::Trusts;
    AnyId to;
    DREAM_FIELDS(Relate, from, relation, to)
};
struct Unrelate {
    Id<Link> link;
    DREAM_FIELDS(Unrelate, link)
};
// At start and when they run out: words nobody used.
struct Tick {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Tick)
};
// The holder left, or the dream is gone: what hung on it goes too.
struct Forget {
    static constexpr bool isInternal = true;
    AnyId thing;
    DREAM_FIELDS(Forget, thing)
};

struct Challenged {
    Nonce nonce;
    DREAM_FIELDS(Challenged, nonce)
};
struct NonceEnded {
    Id<Nonce> nonce;
    DREAM_FIELDS(NonceEnded, nonce)
};
struct WalletLinked {
    Wallet wallet;
    DREAM_FIELDS(WalletLinked, wallet)
};
struct WalletUnlinked {
    Id<Wallet> wallet;
    DREAM_FIELDS(WalletUnlinked, wallet)
};
struct ServiceAdded {
    Service service;
    DREAM_FIELDS(ServiceAdded, service)
};
struct ServiceDropped {
    Id<Service> service;
    DREAM_FIELDS(ServiceDropped, service)
};
struct Related {
    Link link;
    DREAM_FIELDS(Related, link)
};
struct Unrelated {
    Id<Link> link;
    DREAM_FIELDS(Unrelated, link)
};

struct Memory {
    Table<Nonce> nonces;
    Table<Wallet> wallets;
    Table<Service> services;
    Table<Link> links;
    DREAM_FIELDS(Memory, nonces, wallets, services, links)
    Lookup<std::string, std::uint64_t> byWord;
    Lookup<std::string, std::uint64_t> byAccount;
    Index<std::pair<std::uint64_t, std::uint64_t>> byEnd;  // from or to, link
};

struct IdentityGrid {
    static constexpr std::string_view stem = "identitygrid", organ = "identity", page = "Atlas";
    static constexpr std::string_view purpose =
        "Knows who belongs together: people, agents, wallets, services and dreams, by proof or by word.";
    static constexpr std::string_view consequence =
        "tierresolver: a caller from outside with a wallet has the tier of whoever proved it to be theirs.";
    static constexpr std::uint16_t number = 17;
    using State = Memory;
    using Commands = List<Challenge, LinkWallet, UnlinkWallet, AddService, DropService, Relate,
                          Unrelate, identitygrid::Tick, Forget>;
    using Facts = List<Challenged, NonceEnded, WalletLinked, WalletUnlinked, ServiceAdded,
                       ServiceDropped, Related, Unrelated>;
    using Reacts = List<WalletLinked, passports::Departed, dreams::Erased>;
    using Tick = identitygrid::Tick;

    static Outcome decide(const Memory &, const Challenge &, World &);
    static Outcome decide(const Memory &, const LinkWallet &, World &);
    static Outcome decide(const Memory &, const UnlinkWallet &, World &);
    static Outcome decide(const Memory &, const AddService &, World &);
    static Outcome decide(const Memory &, const DropService &, World &);
    static Outcome decide(const Memory &, const Relate &, World &);
    static Outcome decide(const Memory &, const Unrelate &, World &);
    static Outcome decide(const Memory &, const identitygrid::Tick &, World &);
    static Outcome decide(const Memory &, const Forget &, World &);
    static void evolve(Memory &, const Challenged &, const Moment &);
    static void evolve(Memory &, const NonceEnded &, const Moment &);
    static void evolve(Memory &, const WalletLinked &, const Moment &);
    static void evolve(Memory &, const WalletUnlinked &, const Moment &);
    static void evolve(Memory &, const ServiceAdded &, const Moment &);
    static void evolve(Memory &, const ServiceDropped &, const Moment &);
    static void evolve(Memory &, const Related &, const Moment &);
    static void evolve(Memory &, const Unrelated &, const Moment &);
    static void react(const Memory &, const WalletLinked &, Reactions &);
    static void react(const Memory &, const passports::Departed &, Reactions &);
    static void react(const Memory &, const dreams::Erased &, Reactions &);
    static void rebuild(Memory &);
    static Time due(const Memory &);
    static void vitals(const Memory &, Vitals &);
};

// What the gate finds in a signed message: the account it proves, or a fault by name ("otherNonce",
// "usedNonce", "badChecksum", crypto::nameOf(SignInVerdict)). Pure.
std::shared_ptr<const Proved> prove(const Memory &, const std::string &message,
                                    const std::string &signature, Time now);
// The message to be signed for a word, for an address given with or without its checksum.
std::optional<std::string> messageFor(const Nonce &, const std::string &address,
                                      std::uint64_t chainId, Time now);
// Whose wallet it is; a zero id when nobody's.
Id<passports::Passport> holderOf(const Memory &, const std::string &account);

}  // namespace identitygrid
