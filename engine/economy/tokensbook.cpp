#include "economy/tokens.h"

#include "economy/tokensdraft.h"

namespace tokens {

DREAM_SYSTEM(Tokens)

namespace {

// Whose leave a transfer needs: who pays, or, of a hold, who waives or takes what was promised.
bool mayAsk(const Memory &m, const Transfer &transfer, std::string_view actor)
{
    const bool isOfHold = transfer.kind == Kind::Post || transfer.kind == Kind::Void;
    const Account *asked = account(m, isOfHold ? transfer.credit : transfer.debit);
    return asked && asked->owner == actor && asked->purpose == wallet;
}

Outcome mayOpen(std::string_view owner, std::string_view purpose, Token token)
{
    if (owner.empty() || owner.size() > ownerBytesMax || purpose.empty()
        || purpose.size() > purposeBytesMax)
        return refuse("tokens.badAccount");
    if (issueOf(token).isInternal && isPerson(owner))
        return refuse("tokens.internalToken", {{"token", std::string(issueOf(token).symbol)}});
    return done();
}

Account fresh(World &world, std::string_view owner, std::string_view purpose, Token token)
{
    Account made;
    made.id = world.newId<Account>();
    made.owner = owner;
    made.purpose = purpose;
    made.token = token;
    made.at = world.now();
    return made;
}

void tellOpened(World &world, const Account &account)
{
    if (issueOf(account.token).isHidden)
        world.tell(HiddenOpened{account});
    else
        world.tell(Opened{account});
}

Outcome provide(const Memory &m, std::string_view owner, std::string_view purpose, Token token,
                World &world)
{
    if (account(m, owner, purpose, token))
        return done();
    if (Outcome may = mayOpen(owner, purpose, token); !may)
        return may;
    tellOpened(world, fresh(world, owner, purpose, token));
    return done();
}

Outcome book(const Memory &m, const std::vector<Transfer> &transfers, World &world,
             Draft::May may = nullptr)
{
    Draft draft(m, world, std::min(transfers.size(), batchMax));
    Outcome worked = draft.work(transfers, may);
    if (worked)
        draft.tell();
    return worked;
}

// Out of the wallet of whoever pays, so that no other leave is asked for.
Outcome pay(const Memory &m, const std::string &by, const Pay &c, World &world)
{
    const Account *from = account(m, by, wallet, c.token);
    if (!from)
        return refuse("tokens.noWallet", {{"token", std::string(issueOf(c.token).symbol)}});
    if (Outcome may = mayOpen(c.to, wallet, c.token); !may)
        return may;
    Transfer transfer;
    transfer.id = c.id;
    transfer.debit = from->id;
    transfer.amount = c.amount;
    const Account *to = account(m, c.to, wallet, c.token);
    if (to) {
        transfer.credit = to->id;
        return book(m, {transfer}, world);
    }
    // Opening comes first in the journal, and only if the payment can follow.
    if (c.amount.units <= 0 || from->available() < c.amount)
        return refuse(c.amount.units <= 0 ? "tokens.badAmount" : "tokens.overdrawn",
                      {{"index", "0"}});
    if (c.amount.units % issueOf(c.token).step != 0)
        return refuse("tokens.badAmount", {{"index", "0"}});
    if (c.id && m.done.find(c.id))
        return refuse("tokens.idReused", {{"index", "0"}});
    const Account made = fresh(world, c.to, wallet, c.token);
    tellOpened(world, made);
    transfer.credit = made.id;
    return book(m, {transfer}, world);
}

template<class R>
std::array<const Table<R> *, 2> bothOf(const Table<R> &open, const HiddenTable<R> &hidden)
{
    return {&open, &hidden};
}

// The account, wherever it stands.
template<class Change>
void change(Memory &m, Id<Account> id, Change &&change)
{
    if (!m.accounts.change(id, change))
        m.hiddenAccounts.change(id, change);
}

void open(Memory &m, Table<Account> &into, const Account &account)
{
    into.put(account);
    m.byName.put(nameOf(account.owner, account.purpose, account.token), account.id.value);
}

void close(Memory &m, Table<Hold> &holds, std::uint64_t id)
{
    const Hold *hold = holds.find(id);
    if (!hold)
        return;
    const Amount amount = hold->amount;
    change(m, hold->debit, [&](Account &one) { one.held.units -= amount.units; });
    change(m, hold->credit, [&](Account &one) { one.expected.units -= amount.units; });
    if (hold->until.us)
        m.expiring.erase({hold->until.us, id});
    holds.erase(Id<Hold>{id});
}

void make(Memory &m, Table<Hold> &holds, const Entry &entry)
{
    const Account *from = account(m, entry.debit), *to = account(m, entry.credit);
    if (!from || !to)
        return;
    holds.put({{entry.id},
               entry.debit,
               entry.credit,
               from->token,
               entry.amount,
               entry.reason,
               entry.until,
               from->owner,
               to->owner});
    if (entry.until.us)
        m.expiring.insert({entry.until.us, entry.id});
    change(m, entry.debit, [&](Account &one) { one.held.units += entry.amount.units; });
    change(m, entry.credit, [&](Account &one) { one.expected.units += entry.amount.units; });
}

void apply(Memory &m, Table<Account> &accounts, Table<Hold> &holds, const Entry &entry)
{
    m.done.insert(entry.id, imprint(entry.kind, entry.debit, entry.credit, entry.amount));
    if (entry.kind == Kind::Hold)
        return make(m, holds, entry);
    if (entry.kind == Kind::Post || entry.kind == Kind::Void)
        close(m, holds, entry.of);
    if (entry.kind == Kind::Void)
        return;
    accounts.change(entry.debit, [&](Account &one) {
        one.balance.units -= entry.amount.units;
        ++one.transfers;
    });
    accounts.change(entry.credit, [&](Account &one) {
        one.balance.units += entry.amount.units;
        ++one.transfers;
    });
}

}  // namespace

const Account *account(const Memory &m, Id<Account> id)
{
    const Account *found = m.accounts.find(id);
    return found ? found : m.hiddenAccounts.find(id);
}

const Account *account(const Memory &m, std::string_view owner, std::string_view purpose,
                       Token token)
{
    const std::uint64_t *id = m.byName.find(nameOf(owner, purpose, token));
    return id ? account(m, Id<Account>{*id}) : nullptr;
}

const Hold *hold(const Memory &m, std::uint64_t id)
{
    const Hold *found = m.holds.find(id);
    return found ? found : m.hiddenHolds.find(id);
}

std::string nameOf(std::string_view owner, std::string_view purpose, Token token)
{
    std::string name(owner);
    name += '\n';
    name += purpose;
    name += '\n';
    name += issueOf(token).symbol;
    return name;
}

std::uint64_t imprint(Kind kind, Id<Account> debit, Id<Account> credit, Amount amount)
{
    const auto units = static_cast<UInt128>(amount.units);
    std::uint64_t mix = mixed(debit.value + 1);
    mix = mixed(mix ^ credit.value);
    mix = mixed(mix ^ static_cast<std::uint64_t>(units));
    mix = mixed(mix ^ static_cast<std::uint64_t>(units >> 64));
    return (mix << 3) | static_cast<std::uint64_t>(kind);
}

std::uint64_t reversalOf(std::uint64_t transfer)
{
    return mixed(transfer ^ 0x7265766572736564ull) | 1;
}

std::uint64_t idFor(std::string_view what, std::uint64_t thing, std::uint64_t nth)
{
    // FNV-1a (Fowler, Noll, Vo) over the words, mixed with the numbers.
    std::uint64_t hash = 0xcbf29ce484222325ull;
    for (const char c : what)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
    return mixed(mixed(hash ^ mixed(thing)) + nth) | 1;
}

Amount sumOf(const Memory &m, Token token)
{
    Amount sum;
    for (const auto *accounts : bothOf(m.accounts, m.hiddenAccounts))
        for (const auto &[key, one] : accounts->rows())
            if (one.token == token)
                sum.units += one.balance.units;
    return sum;
}

Amount suppliedOf(const Memory &m, Token token)
{
    const Account *issuer = account(m, house, issuing, token);
    return {issuer ? -issuer->balance.units : 0};
}

Outcome Tokens::decide(const Memory &m, const Open &c, World &world)
{
    return provide(m, world.actor(), wallet, c.token, world);
}

Outcome Tokens::decide(const Memory &m, const Provide &c, World &world)
{
    return provide(m, c.owner, c.purpose, c.token, world);
}

Outcome Tokens::decide(const Memory &m, const Pay &c, World &world)
{
    if (const Account *from = account(m, world.actor(), wallet, c.token)) {
        Transfer transfer;
        transfer.id = c.id;
        transfer.debit = from->id;
        transfer.amount = c.amount;
        if (Outcome within = withinLimits(m, {transfer}, "tokens.pay"); !within)
            return within;
    }
    return pay(m, world.actor(), c, world);
}

Outcome Tokens::decide(const Memory &m, const PayFor &c, World &world)
{
    return pay(m, c.by, c.pay, world);
}

Outcome Tokens::decide(const Memory &m, const Send &c, World &world)
{
    if (Outcome within = withinLimits(m, c.transfers, "tokens.send"); !within)
        return within;
    return book(m, c.transfers, world, mayAsk);
}

Outcome Tokens::decide(const Memory &m, const Book &c, World &world)
{
    return book(m, c.transfers, world);
}

Outcome Tokens::decide(const Memory &m, const Found &, World &world)
{
    for (const Token token : {Token::Dream, Token::Sheep, Token::Flby, Token::Core})
        if (Outcome founded = provide(m, house, issuing, token, world); !founded)
            return founded;
    return done();
}

Outcome Tokens::decide(const Memory &m, const tokens::Tick &, World &world)
{
    std::vector<Transfer> over;
    for (const auto &[until, id] : m.expiring.keys()) {
        if (until > world.now().us || over.size() == batchMax)
            break;
        const Hold *ending = hold(m, id);
        over.push_back({0,
                        ending->debit,
                        ending->credit,
                        ending->amount,
                        Kind::Void,
                        id,
                        ending->reason,
                        false,
                        {}});
    }
    return over.empty() ? done() : book(m, over, world);
}

void Tokens::evolve(Memory &m, const Opened &f, const Moment &)
{
    open(m, m.accounts, f.account);
}

void Tokens::evolve(Memory &m, const HiddenOpened &f, const Moment &)
{
    open(m, m.hiddenAccounts, f.account);
}

void Tokens::evolve(Memory &m, const Moved &f, const Moment &)
{
    for (const Entry &entry : f.entries)
        apply(m, m.accounts, m.holds, entry);
}

void Tokens::evolve(Memory &m, const HiddenMoved &f, const Moment &)
{
    apply(m, m.hiddenAccounts, m.hiddenHolds, f.entry);
}

void Tokens::rebuild(Memory &m)
{
    m.byName.clear();
    m.expiring.clear();
    for (const auto *accounts : bothOf(m.accounts, m.hiddenAccounts))
        for (const auto &[key, one] : accounts->rows())
            m.byName.put(nameOf(one.owner, one.purpose, one.token), key);
    for (const auto *holds : bothOf(m.holds, m.hiddenHolds))
        for (const auto &[key, one] : holds->rows())
            if (one.until.us)
                m.expiring.insert({one.until.us, key});
}

Time Tokens::due(const Memory &m)
{
    return {m.expiring.isEmpty() ? 0 : m.expiring.keys().begin()->first};
}

void Tokens::vitals(const Memory &m, Vitals &vitals)
{
    std::int64_t unbalanced = 0;
    for (const Token token : {Token::Dream, Token::Sheep, Token::Flby, Token::Core})
        unbalanced += sumOf(m, token).units != 0;
    vitals.push_back({"accounts", static_cast<std::int64_t>(m.accounts.size()), "count"});
    vitals.push_back({"transfers", static_cast<std::int64_t>(m.done.size()), "count"});
    vitals.push_back({"holds", static_cast<std::int64_t>(m.holds.size()), "count"});
    vitals.push_back(
        {"unbalanced", unbalanced, "count", unbalanced ? Vital::Failing : Vital::Well});
    vitals.push_back({"ids", static_cast<std::int64_t>(m.done.bytes()), "bytes"});
}

}  // namespace tokens
