// Tokens: the double-entry ledger of local play money. Owns accounts, holds (pending transfers) and the
// id of every transfer ever made, so that a repeat is a no-op. Per token all balances sum to zero: what
// exists was issued by an account that alone may be negative, down to the token's cap. Nothing is edited;
// a mistake is reversed. After TigerBeetle's model of accounts and transfers. What a payment is for, and
// who may ask for it beyond a person's own wallet, is left to the systems that require Book.
// Thread contract: pure; states belong to the engine thread.
#pragma once

#include "kernel/system.h"

namespace tokens {

using namespace kernel;
DREAM_SYSTEM_OF(Tokens)

// Amounts are kept and written with 18 places everywhere; FLBY moves in steps of 10^-9.
enum class Token : std::uint8_t { Dream, Sheep, Flby, Core };
DREAM_ENUM(Token, Dream, Sheep, Flby, Core)
inline constexpr std::size_t tokenCount = 4;

inline constexpr Int128 unit = 1'000'000'000'000'000'000;
struct Issue {
    std::string_view symbol;
    Int128 cap;       // most that may exist
    Int128 step;      // least amount that may move
    bool isHidden;    // hiddenUnlessHolder
    bool isInternal;  // never in a person's account
};
inline constexpr Issue issues[tokenCount] = {
    {"DREAM", 1'000'000'000 * unit, 1, false, false},
    {"SHEEP", 10'000'000'000 * unit, 1, false, false},
    {"FLBY", 1'000'000'000 * unit, 1'000'000'000, true, false},
    {"CORE", 1'000'000'000'000 * unit, 1, false, true},
};
constexpr const Issue &issueOf(Token token)
{
    return issues[static_cast<std::size_t>(token)];
}

// "house" is the organism itself, "agent:slug" an agent, everybody else a person.
inline constexpr std::string_view house = "house";
constexpr bool isAgent(std::string_view owner)
{
    return owner.starts_with("agent:");
}
constexpr bool isPerson(std::string_view owner)
{
    return owner != house && !isAgent(owner);
}

// Only a wallet is moved by its owner; the others by the systems that opened them.
inline constexpr std::string_view wallet = "wallet", issuing = "issuing", treasury = "treasury";

struct Account {
    Id<Account> id;
    std::string owner, purpose;
    Token token = Token::Dream;
    Amount balance;         // what came in less what went out
    Amount held, expected;  // of open holds: to go out, to come in
    std::uint64_t transfers = 0;
    Time at;  // opened
    DREAM_FIELDS(Account, id, owner, purpose, token, balance, held, expected, transfers, at)

    bool isHeldBy(std::string_view who) const { return owner == who; }
    Amount available() const { return {balance.units - held.units}; }
};

// Above this a payment waits for the operator's approval. Nobody's until it is set.
struct Limit {
    Id<Limit> id;  // the token's place, from 1
    Token token = Token::Dream;
    Amount amount;
    DREAM_FIELDS(Limit, id, token, amount)
};

// What a transfer was for; shown, exported, and the links of the picture of flows.
enum class Reason : std::uint8_t {
    Payment,
    Issue,
    Opening,
    Reward,
    Work,
    Fee,
    Subscription,
    Stake,
    Unstake,
    Yield,
    Energy,
    Refund,
    Import
};
DREAM_ENUM(Reason, Payment, Issue, Opening, Reward, Work, Fee, Subscription, Stake, Unstake, Yield,
           Energy, Refund, Import)

// Post moves all or part of a hold and lets the rest go, Void lets all go. Reverse gives a transfer back.
enum class Kind : std::uint8_t { Move, Hold, Post, Void, Reverse };
DREAM_ENUM(Kind, Move, Hold, Post, Void, Reverse)

struct Hold {
    Id<Hold> id;  // of the transfer that made it
    Id<Account> debit, credit;
    Token token = Token::Dream;
    Amount amount;
    Reason reason = Reason::Payment;
    Time until;  // let go by itself then; zero: never
    std::string payer, payee;
    DREAM_FIELDS(Hold, id, debit, credit, token, amount, reason, until, payer, payee)

    bool isHeldBy(std::string_view who) const { return payer == who || payee == who; }
};

inline constexpr std::size_t batchMax = 8'190;
inline constexpr std::size_t ownerBytesMax = 96, purposeBytesMax = 64;
inline constexpr Duration timeoutMax{366ll * 86'400'000'000};

// As asked. A linked transfer succeeds or fails together with the one after it. Post, Void and Reverse
// name what they are about in `of` and repeat its accounts (Reverse: exchanged) and amount.
struct Transfer {
    std::uint64_t id = 0;  // chosen by the caller; 0: the ledger chooses, repeats move again
    Id<Account> debit, credit;
    Amount amount;
    Kind kind = Kind::Move;
    std::uint64_t of = 0;
    Reason reason = Reason::Payment;
    bool isLinked = false;
    Duration timeout;  // of a Hold; 0: none
    DREAM_FIELDS(Transfer, id, debit, credit, amount, kind, of, reason, isLinked, timeout)
};
// As done. `of` is the hold or the reversed transfer.
struct Entry {
    std::uint64_t id = 0;
    Id<Account> debit, credit;
    Amount amount;
    Kind kind = Kind::Move;
    Reason reason = Reason::Payment;
    std::uint64_t of = 0;
    Time until;
    DREAM_FIELDS(Entry, id, debit, credit, amount, kind, reason, of, until)
};
// What of a batch could not be done; the rest was.
struct Miss {
    std::uint32_t index = 0;
    std::string code;
    DREAM_FIELDS(Miss, index, code)
};

// A wallet of one's own; the same again is done and changes nothing.
struct Open {
    Token token = Token::Dream;
    DREAM_FIELDS(Open, token)
};
// From the asker's wallet to somebody's, which is opened when there is none.
struct Pay {
    std::string to;
    Token token = Token::Dream;
    Amount amount;
    std::uint64_t id = 0;
    DREAM_FIELDS(Pay, to, token, amount, id)
};
// A batch out of wallets of one's own. Refused when nothing of it can be done.
struct Send {
    std::vector<Transfer> transfers;
    DREAM_FIELDS(Send, transfers)
};
// The same for the organism's own systems, between any accounts.
struct Book {
    static constexpr bool isInternal = true;
    std::vector<Transfer> transfers;
    DREAM_FIELDS(Book, transfers)
};
// An account of any kind; the same again is done and changes nothing.
struct Provide {
    static constexpr bool isInternal = true;
    std::string owner, purpose;
    Token token = Token::Dream;
    DREAM_FIELDS(Provide, owner, purpose, token)
};
// At start: the accounts that issue.
struct Found {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Found)
};
// Most that one command may take out of wallets without approval; nothing: no limit.
struct SetLimit {
    static constexpr bool isInternal = true;
    Token token = Token::Dream;
    std::optional<Amount> amount;
    DREAM_FIELDS(SetLimit, token, amount)
};
// A payment of somebody's that was approved: no limit holds it.
struct PayFor {
    static constexpr bool isInternal = true;
    std::string by;
    Pay pay;
    DREAM_FIELDS(PayFor, by, pay)
};
// Holds whose time is over.
struct Tick {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Tick)
};

struct Opened {
    Account account;
    DREAM_FIELDS(Opened, account)
};
struct Moved {
    static constexpr std::string_view archiveName = "moves";
    std::vector<Entry> entries;
    std::vector<Miss> missed;
    Time at;
    DREAM_FIELDS(Moved, entries, missed, at)
};
struct LimitSet {
    Token token = Token::Dream;
    std::optional<Amount> amount;
    DREAM_FIELDS(LimitSet, token, amount)
};
// The same of hidden tokens, one at a time, so that one can be proved without another.
struct HiddenOpened {
    static constexpr bool isHidden = true;
    Account account;
    DREAM_FIELDS(HiddenOpened, account)

    bool isHeldBy(std::string_view who) const { return account.owner == who; }
};
struct HiddenMoved {
    static constexpr bool isHidden = true;
    Entry entry;
    std::string payer, payee;  // the holders it may be shown to
    Time at;
    DREAM_FIELDS(HiddenMoved, entry, payer, payee, at)

    bool isHeldBy(std::string_view who) const { return payer == who || payee == who; }
};

struct Memory {
    Table<Account> accounts;
    Table<Hold> holds;
    HiddenTable<Account> hiddenAccounts;
    HiddenTable<Hold> hiddenHolds;
    NumberMap done;  // transfer id to imprint()
    Table<Limit> limits;
    DREAM_FIELDS(Memory, accounts, holds, hiddenAccounts, hiddenHolds, done, limits)

    Lookup<std::string, std::uint64_t> byName;               // nameOf() to account
    Index<std::pair<std::int64_t, std::uint64_t>> expiring;  // until, hold
};

struct Tokens {
    static constexpr std::string_view stem = "tokens", organ = "economy", page = "Market";
    static constexpr std::string_view purpose =
        "Moves DREAM, SHEEP, FLBY and CORE, local play money, in one double-entry ledger.";
    static constexpr std::string_view consequence =
        "billable: a call that its payer cannot pay for is stopped before it begins.";
    static constexpr std::uint16_t number = 24;
    using State = Memory;
    static constexpr std::uint16_t stateVersion = 2;
    using Commands = List<Open, Pay, Send, Book, Provide, Found, tokens::Tick, SetLimit, PayFor>;
    using Facts = List<Opened, Moved, HiddenOpened, HiddenMoved, LimitSet>;
    using Tick = tokens::Tick;
    using Boot = Found;

    static Outcome decide(const Memory &, const Open &, World &);
    static Outcome decide(const Memory &, const Pay &, World &);
    static Outcome decide(const Memory &, const Send &, World &);
    static Outcome decide(const Memory &, const Book &, World &);
    static Outcome decide(const Memory &, const Provide &, World &);
    static Outcome decide(const Memory &, const Found &, World &);
    static Outcome decide(const Memory &, const tokens::Tick &, World &);
    static Outcome decide(const Memory &, const SetLimit &, World &);
    static Outcome decide(const Memory &, const PayFor &, World &);
    static void evolve(Memory &, const Opened &, const Moment &);
    static void evolve(Memory &, const Moved &, const Moment &);
    static void evolve(Memory &, const HiddenOpened &, const Moment &);
    static void evolve(Memory &, const HiddenMoved &, const Moment &);
    static void evolve(Memory &, const LimitSet &, const Moment &);
    static void rebuild(Memory &);
    static Time due(const Memory &);
    static void vitals(const Memory &, Vitals &);
};

const Account *account(const Memory &, Id<Account>);
const Account *account(const Memory &, std::string_view owner, std::string_view purpose, Token);
const Hold *hold(const Memory &, std::uint64_t id);
const Limit *limitOf(const Memory &, Token);
// What a command takes out of wallets in all is held against the limit, so that a batch is no way round.
Outcome withinLimits(const Memory &, const std::vector<Transfer> &, std::string command);
// Only from Move and Post; so there is one reversal at most.
std::uint64_t reversalOf(std::uint64_t transfer);
// A transfer id that follows from what it is for, so that paying twice moves once.
std::uint64_t idFor(std::string_view what, std::uint64_t thing, std::uint64_t nth = 0);
// What tells a repeat from an id used twice: a mix of accounts and amount over the kind.
std::uint64_t imprint(Kind, Id<Account> debit, Id<Account> credit, Amount);
// The sum over all accounts of the token, without and within open holds: both zero, or the books are
// broken. What exists of it: the issuer's debt.
Amount sumOf(const Memory &, Token);
Amount suppliedOf(const Memory &, Token);
std::string nameOf(std::string_view owner, std::string_view purpose, Token);

}  // namespace tokens
