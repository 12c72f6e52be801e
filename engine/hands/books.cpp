#include "hands/books.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace hands {

using namespace kernel;
using namespace tokens;

namespace {

constexpr auto openedKind = factKind<Tokens, Opened>();
constexpr auto movedKind = factKind<Tokens, Moved>();
constexpr auto hiddenOpenedKind = factKind<Tokens, HiddenOpened>();
constexpr auto hiddenMovedKind = factKind<Tokens, HiddenMoved>();
constexpr std::size_t findingsMax = 100;

std::uint16_t kindOf(std::string_view bytes)
{
    CborReader reader(bytes);
    reader.array();
    return static_cast<std::uint16_t>(reader.unsignedInteger());
}

// Calls back with accounts opened and entries made by one fact; false when it is none of the ledger's.
template<class OnAccount, class OnEntry>
bool take(std::string_view bytes, OnAccount &&onAccount, OnEntry &&onEntry)
{
    switch (kindOf(bytes)) {
    case openedKind: {
        Opened fact;
        if (decodeFact(fact, bytes))
            onAccount(fact.account);
        return true;
    }
    case hiddenOpenedKind: {
        HiddenOpened fact;
        if (decodeFact(fact, bytes))
            onAccount(fact.account);
        return true;
    }
    case movedKind: {
        Moved fact;
        if (decodeFact(fact, bytes))
            for (const Entry &entry : fact.entries)
                onEntry(entry);
        return true;
    }
    case hiddenMovedKind: {
        HiddenMoved fact;
        if (decodeFact(fact, bytes))
            onEntry(fact.entry);
        return true;
    }
    default: return false;
    }
}

// The books kept a second time, without the ledger's own code.
class Auditor {
public:
    explicit Auditor(BooksVerdict &verdict) : m_verdict(verdict) {}

    void open(const Account &account)
    {
        ++m_verdict.accounts;
        if (!m_accounts.emplace(account.id.value, Line{account, 0, 0, 0}).second)
            find("account " + idText(account.id.value) + " is opened twice");
        if (account.balance.units || account.held.units || account.expected.units)
            find("account " + idText(account.id.value) + " is opened with something in it");
        if (issueOf(account.token).isInternal && isPerson(account.owner))
            find(std::string(issueOf(account.token).symbol) + " is in an account of "
                 + account.owner);
    }

    void enter(const Entry &entry)
    {
        ++m_verdict.transfers;
        const auto debit = m_accounts.find(entry.debit.value),
                   credit = m_accounts.find(entry.credit.value);
        const std::string name = "transfer " + idText(entry.id);
        if (debit == m_accounts.end() || credit == m_accounts.end())
            return find(name + " names an account that was never opened");
        if (debit->second.account.token != credit->second.account.token)
            find(name + " turns one token into another");
        if (entry.amount.units <= 0)
            find(name + " moves nothing, or backwards");
        if (!m_ids.emplace(entry.id, entry.kind).second)
            find(name + " is there twice");
        if (entry.kind == Kind::Reverse && !m_ids.contains(entry.of))
            find(name + " reverses what was never done");
        apply(entry, name, debit->second, credit->second);
        if (debit->second.balance - debit->second.held < floorOf(debit->second.account))
            find(name
                 + (debit->second.account.purpose == issuing ? " issues more than the cap"
                                                             : " overdraws its account"));
    }

    void compare(const Balances &now)
    {
        std::array<Int128, tokenCount> sums{};
        for (const auto &[id, line] : m_accounts) {
            sums[static_cast<std::size_t>(line.account.token)] += line.balance;
            const auto found = now.accounts.find(id);
            if (found == now.accounts.end() || found->second.balance != line.balance
                || found->second.held != line.held || found->second.expected != line.expected)
                find("account " + idText(id) + " differs from what its entries add up to");
        }
        for (std::size_t token = 0; token < tokenCount; ++token)
            if (sums[token])
                find(std::string(issues[token].symbol) + " does not sum to zero");
        if (now.accounts.size() != m_accounts.size())
            find("there are accounts that no fact opened");
        if (now.holds != m_holds.size())
            find("the open holds differ from those in the journal");
        m_verdict.holdsOpen = m_holds.size();
    }

private:
    struct Line {
        Account account;
        Int128 balance = 0, held = 0, expected = 0;
    };

    static Int128 floorOf(const Account &account)
    {
        return account.purpose == issuing ? -issueOf(account.token).cap : 0;
    }

    void find(std::string words)
    {
        if (m_verdict.findings.size() < findingsMax)
            m_verdict.findings.push_back(std::move(words));
    }

    void apply(const Entry &entry, const std::string &name, Line &debit, Line &credit)
    {
        if (entry.kind == Kind::Hold) {
            ++m_verdict.holdsMade;
            m_holds[entry.id] = entry;
            debit.held += entry.amount.units;
            credit.expected += entry.amount.units;
            return;
        }
        m_verdict.reversals += entry.kind == Kind::Reverse;
        if (entry.kind == Kind::Post || entry.kind == Kind::Void) {
            const auto hold = m_holds.find(entry.of);
            if (hold == m_holds.end())
                return find(name + " ends a hold that is not open");
            if (hold->second.debit != entry.debit || hold->second.credit != entry.credit
                || hold->second.amount < entry.amount)
                find(name + " does not fit its hold");
            debit.held -= hold->second.amount.units;
            credit.expected -= hold->second.amount.units;
            m_holds.erase(hold);
        }
        if (entry.kind != Kind::Void) {
            debit.balance -= entry.amount.units;
            credit.balance += entry.amount.units;
        }
    }

    BooksVerdict &m_verdict;
    std::map<std::uint64_t, Line> m_accounts;
    std::unordered_map<std::uint64_t, Kind> m_ids;
    std::unordered_map<std::uint64_t, Entry> m_holds;
};

}  // namespace

Books readBooks(loop::JournalView view, store::Store &store, const std::string &holder,
                std::string &error)
{
    Books books;
    view.showTo(holder);
    std::set<std::uint64_t> known;
    const auto open = [&](const Account &account) {
        if (known.insert(account.id.value).second)
            books.accounts.push_back(account);
    };
    error = loop::visitFacts(view, store, 1, [&](const loop::FactAt &at) {
        // A holder sees with whom, not what account that was.
        HiddenMoved hidden;
        if (kindOf(at.bytes) == hiddenMovedKind && decodeFact(hidden, at.bytes)) {
            open({hidden.entry.debit, hidden.payer, "hidden", Token::Flby, {}, {}, {}, 0, at.time});
            open(
                {hidden.entry.credit, hidden.payee, "hidden", Token::Flby, {}, {}, {}, 0, at.time});
        }
        take(at.bytes, open, [&](const Entry &entry) {
            books.lines.push_back({at.seq, at.time, entry});
        });
        return true;
    });
    return books;
}

Balances balancesOf(const loop::Core &core)
{
    Balances now;
    const Memory &m = core.stateOf<Tokens>();
    const Table<Account> &hidden = m.hiddenAccounts;
    for (const Table<Account> *accounts : {&m.accounts, &hidden})
        for (const auto &[key, one] : accounts->rows())
            now.accounts[key] = {one.balance.units, one.held.units, one.expected.units};
    now.holds = m.holds.size() + m.hiddenHolds.size();
    now.fact = core.facts();
    return now;
}

BooksVerdict verifyBooks(const Balances &now, store::Store &store, std::string &error)
{
    BooksVerdict verdict;
    Auditor auditor(verdict);
    // Page by page, because no door shows hidden facts.
    const bool isRead = store.pages(1, [&](const store::PageRecord &record) {
        const auto page = store::readPage(record.bytes);
        if (!page)
            error = "page " + std::to_string(record.seq) + " cannot be read";
        for (std::size_t i = 0; page && i < page->facts.size() && record.firstFact + i <= now.fact;
             ++i)
            take(
                page->facts[i], [&](const Account &account) { auditor.open(account); },
                [&](const Entry &entry) { auditor.enter(entry); });
        return error.empty() && record.firstFact + record.facts <= now.fact;
    });
    if (!isRead && error.empty())
        error = "the journal cannot be read";
    auditor.compare(now);
    const auto count = [](std::uint64_t number, const char *what) {
        return std::to_string(number) + what;
    };
    verdict.checks = {
        count(verdict.accounts, " accounts: opened once, empty, and as their entries add up"),
        count(verdict.transfers,
              " transfers: accounts there, one token, an amount, an id used once"),
        count(verdict.holdsMade, " holds: ended once, within their amount, ")
            + count(verdict.holdsOpen, " open"),
        count(verdict.reversals, " reversals: of something that was done"),
        count(
            tokenCount,
            " tokens: sum to zero, never above their cap, no balance below nothing at any moment"),
    };
    return verdict;
}

}  // namespace hands
