// API Keeper: keys to come in and keys to go out. Owns tokens for callers from outside (hash, scopes,
// expiry, quota; the token itself is shown once and kept nowhere), and providers of models with their
// price, measured latency and reliability, and a budget a day from which every call is reserved
// before it is made. Secrets of providers lie in the keyring under their name.
// Thread contract: pure; states belong to the engine thread.
#pragma once

#include "identity/passports.h"

namespace apikeeper {

using namespace kernel;
DREAM_SYSTEM_OF(ApiKeeper)

// How many calls a minute: see Tier Resolver.
enum class Tier : std::uint8_t { Seed, Builder, Operator, Owner };
DREAM_ENUM(Tier, Seed, Builder, Operator, Owner)

struct Token {
    Id<Token> id;
    std::string name;
    std::string actor;                // in whose name it speaks
    Tier callTier = Tier::Seed;       // at most; the passport may give less
    std::vector<std::string> scopes;  // "dreams.create", "dreams.*" or "*"
    Digest hash;                      // BLAKE2b-256 of the token
    Time made, expires;               // zero: no end
    std::uint64_t perDay = 0;         // calls a UTC day; 0: no limit
    bool isRevoked = false;
    DREAM_FIELDS(Token, id, name, actor, callTier, scopes, hash, made, expires, perDay, isRevoked)
};

// Money in millionths of the person's own currency; nothing is converted.
struct Provider {
    Id<Provider> id;
    std::string name, kind;  // kind: "chat", "embedding"…
    std::string address;
    std::uint64_t pricePerMillion = 0;  // of tokens
    Score quality;                      // the person's own judgement
    std::uint64_t budgetPerDay = 0;     // 0: nothing may be spent
    std::uint64_t calls = 0, failures = 0;
    Duration latency;  // exponentially weighted, 1/8 a call
    std::uint64_t reserved = 0, spent = 0;
    std::int64_t day = 0;  // UTC, that `spent` is of
    DREAM_FIELDS(Provider, id, name, kind, address, pricePerMillion, quality, budgetPerDay, calls,
                 failures, latency, reserved, spent, day)
};
struct Reservation {
    Id<Reservation> id;
    Id<Provider> provider;
    std::uint64_t most = 0;
    std::string what;
    Time until;
    DREAM_FIELDS(Reservation, id, provider, most, what, until)
};

inline constexpr std::size_t tokensMax = 10'000, scopesMax = 64, providersMax = 256;
inline constexpr std::size_t reservationsMax = 10'000, nameBytesMax = 120, addressBytesMax = 512;
inline constexpr Duration reservationLife = seconds(900);

// The hash comes from a hand that made the token and showed it once.
struct IssueToken {
    std::string name, actor;
    Tier tier = Tier::Seed;
    std::vector<std::string> scopes;
    Digest hash;
    std::optional<Time> expires;
    std::uint64_t perDay = 0;
    DREAM_FIELDS(IssueToken, name, actor, tier, scopes, hash, expires, perDay)
};
// The same token under another secret; the old one is over at once.
struct RotateToken {
    Id<Token> token;
    Digest hash;
    DREAM_FIELDS(RotateToken, token, hash)
};
struct RevokeToken {
    Id<Token> token;
    DREAM_FIELDS(RevokeToken, token)
};
struct AddProvider {
    std::string name, kind, address;
    std::uint64_t pricePerMillion = 0;
    Score quality{5000};
    std::uint64_t budgetPerDay = 0;
    DREAM_FIELDS(AddProvider, name, kind, address, pricePerMillion, quality, budgetPerDay)
};
struct ChangeProvider {
    Id<Provider> provider;
    std::optional<std::uint64_t> pricePerMillion;
    std::optional<Score> quality;
    std::optional<std::uint64_t> budgetPerDay;
    DREAM_FIELDS(ChangeProvider, provider, pricePerMillion, quality, budgetPerDay)
};
struct DropProvider {
    Id<Provider> provider;
    DREAM_FIELDS(DropProvider, provider)
};
// Before a call: the best provider of the kind that has so much left, or a refusal. The call may
// cost no more than that.
struct Reserve {
    static constexpr bool isInternal = true;
    std::string kind, what;
    std::uint64_t most = 0;
    DREAM_FIELDS(Reserve, kind, what, most)
};
// After it: what it cost, how long it took, whether it succeeded.
struct Settle {
    static constexpr bool isInternal = true;
    Id<Reservation> reservation;
    std::uint64_t cost = 0;
    Duration duration;
    bool isGood = true;
    DREAM_FIELDS(Settle, reservation, cost, duration, isGood)
};
// Calls that never came back count as failed and as paid in full.
struct Tick {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Tick)
};

struct TokenIssued {
    Token token;
    DREAM_FIELDS(TokenIssued, token)
};
struct TokenRotated {
    Id<Token> token;
    Digest hash;
    DREAM_FIELDS(TokenRotated, token, hash)
};
struct TokenRevoked {
    Id<Token> token;
    DREAM_FIELDS(TokenRevoked, token)
};
struct ProviderSet {
    Provider provider;
    DREAM_FIELDS(ProviderSet, provider)
};
struct ProviderDropped {
    Id<Provider> provider;
    DREAM_FIELDS(ProviderDropped, provider)
};
struct Reserved {
    Reservation reservation;
    DREAM_FIELDS(Reserved, reservation)
};
struct Settled {
    Id<Reservation> reservation;
    Id<Provider> provider;
    std::uint64_t cost = 0;
    Duration duration;
    bool isGood = true;
    DREAM_FIELDS(Settled, reservation, provider, cost, duration, isGood)
};

struct Memory {
    Table<Token> tokens;
    Table<Provider> providers;
    Table<Reservation> reservations;
    DREAM_FIELDS(Memory, tokens, providers, reservations)
    Lookup<Digest, std::uint64_t> byHash;
};

struct ApiKeeper {
    static constexpr std::string_view stem = "apikeeper", organ = "identity", page = "Atlas";
    static constexpr std::string_view purpose =
        "Keeps keys: tokens for callers from outside, providers and their budgets for calls to go out.";
    static constexpr std::string_view consequence =
        "tierresolver: a token it revoked, or that ran out, lets nobody in.";
    static constexpr std::uint16_t number = 20;
    using State = Memory;
    using Commands = List<IssueToken, RotateToken, RevokeToken, AddProvider, ChangeProvider,
                          DropProvider, Reserve, Settle, apikeeper::Tick>;
    using Facts = List<TokenIssued, TokenRotated, TokenRevoked, ProviderSet, ProviderDropped,
                       Reserved, Settled>;
    using Tick = apikeeper::Tick;

    static Outcome decide(const Memory &, const IssueToken &, World &);
    static Outcome decide(const Memory &, const RotateToken &, World &);
    static Outcome decide(const Memory &, const RevokeToken &, World &);
    static Outcome decide(const Memory &, const AddProvider &, World &);
    static Outcome decide(const Memory &, const ChangeProvider &, World &);
    static Outcome decide(const Memory &, const DropProvider &, World &);
    static Outcome decide(const Memory &, const Reserve &, World &);
    static Outcome decide(const Memory &, const Settle &, World &);
    static Outcome decide(const Memory &, const apikeeper::Tick &, World &);
    static void evolve(Memory &, const TokenIssued &, const Moment &);
    static void evolve(Memory &, const TokenRotated &, const Moment &);
    static void evolve(Memory &, const TokenRevoked &, const Moment &);
    static void evolve(Memory &, const ProviderSet &, const Moment &);
    static void evolve(Memory &, const ProviderDropped &, const Moment &);
    static void evolve(Memory &, const Reserved &, const Moment &);
    static void evolve(Memory &, const Settled &, const Moment &);
    static void rebuild(Memory &);
    static Time due(const Memory &);
    static void vitals(const Memory &, Vitals &);
};

// The token with this hash if it holds now, or nullptr.
const Token *find(const Memory &, const Digest &hash, Time now);
bool isInScope(const Token &, std::string_view command);

// One provider that could serve, with its parts out of 10000: quality counts 40, price 25,
// reliability 20 and latency 15 of a hundred, each against the best of them (simple additive
// weighting; Fishburn 1967).
struct Choice {
    Id<Provider> provider;
    std::uint64_t left = 0;  // of today's budget
    std::uint32_t quality = 0, price = 0, reliability = 0, latency = 0, total = 0;
};
// Best first; only those of the kind with at least `most` left.
std::vector<Choice> choose(const Memory &, std::string_view kind, std::uint64_t most, Time now);

}  // namespace apikeeper
