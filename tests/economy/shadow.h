// What the ledger should do, written a second time and plainly: balances as big integers, every
// transfer judged by itself. It shares no code with the ledger but the words of a transfer.
#pragma once

#ifndef Q_MOC_RUN  // moc does not read concepts
#    include "economy/tokens.h"

#    include <boost/multiprecision/cpp_int.hpp>

#    include <map>
#    include <set>
#    include <unordered_map>

namespace shadow {

using boost::multiprecision::cpp_int;
using tokens::Kind;
using tokens::Transfer;

inline cpp_int big(kernel::Amount amount)
{
    return cpp_int(amount.units);
}

struct Account {
    tokens::Token token = tokens::Token::Dream;
    cpp_int balance, held, expected, least;  // what must remain: zero, or minus the cap
};

struct Hold {
    std::uint64_t debit = 0, credit = 0;
    cpp_int amount;
    std::int64_t until = 0;
};

struct Past {
    std::uint64_t debit = 0, credit = 0;
    kernel::Int128 amount = 0;
    Kind kind = Kind::Move;
    friend bool operator==(const Past &, const Past &) = default;
};

struct Ledger {
    std::map<std::uint64_t, Account> accounts;
    std::map<std::uint64_t, Hold> holds;
    std::unordered_map<std::uint64_t, Past> past;

    enum Result { Failed, Repeated, Done };

    Result apply(Transfer transfer, std::int64_t now)
    {
        if (transfer.kind == Kind::Reverse) {
            const std::uint64_t id = tokens::reversalOf(transfer.of);
            if (transfer.id && transfer.id != id)
                return Failed;
            transfer.id = id;
        }
        const auto debit = accounts.find(transfer.debit.value),
                   credit = accounts.find(transfer.credit.value);
        if (debit == credit || debit == accounts.end() || credit == accounts.end())
            return Failed;
        const tokens::Issue &issue = tokens::issueOf(debit->second.token);
        const cpp_int amount = big(transfer.amount);
        if (debit->second.token != credit->second.token || amount <= 0
            || amount > cpp_int(issue.cap) || amount % cpp_int(issue.step) != 0)
            return Failed;
        if (transfer.timeout.us < 0 || transfer.timeout > tokens::timeoutMax
            || (transfer.timeout.us && transfer.kind != Kind::Hold))
            return Failed;
        const Past asked{transfer.debit.value, transfer.credit.value, transfer.amount.units,
                         transfer.kind};
        if (const auto known = past.find(transfer.id); known != past.end())
            return known->second == asked ? Repeated : Failed;
        if (!change(transfer, debit->second, credit->second, amount, now))
            return Failed;
        past[transfer.id] = asked;
        return Done;
    }

    void expire(std::int64_t now)
    {
        while (!m_ends.empty() && m_ends.begin()->first <= now) {
            const auto [until, id] = *m_ends.begin();
            const auto hold = holds.find(id);
            m_ends.erase(m_ends.begin());
            // One of a chain that failed may have been made again since, with more time.
            if (hold != holds.end() && hold->second.until == until) {
                release(hold->second);
                holds.erase(hold);
            }
        }
    }

    // What is changed from here on can be taken back.
    void begin()
    {
        m_oldAccounts.clear();
        m_oldHolds.clear();
        m_oldPast.clear();
        m_isRemembering = true;
    }
    void keep() { m_isRemembering = false; }
    void takeBack()
    {
        m_isRemembering = false;
        for (auto old = m_oldAccounts.rbegin(); old != m_oldAccounts.rend(); ++old)
            accounts[old->first] = old->second;
        for (auto old = m_oldHolds.rbegin(); old != m_oldHolds.rend(); ++old) {
            holds.erase(old->first);
            if (old->second)
                setHold(old->first, *old->second);
        }
        for (std::uint64_t id : m_oldPast)
            past.erase(id);
    }

private:
    void setHold(std::uint64_t id, const Hold &hold)
    {
        holds[id] = hold;
        if (hold.until)
            m_ends.insert({hold.until, id});
    }

    void release(const Hold &hold)
    {
        accounts[hold.debit].held -= hold.amount;
        accounts[hold.credit].expected -= hold.amount;
    }

    void remember(const Transfer &transfer)
    {
        if (!m_isRemembering)
            return;
        for (const std::uint64_t id : {transfer.debit.value, transfer.credit.value})
            m_oldAccounts.emplace_back(id, accounts[id]);
        const std::uint64_t hold = transfer.kind == Kind::Hold ? transfer.id : transfer.of;
        const auto found = holds.find(hold);
        m_oldHolds.emplace_back(hold,
                                found == holds.end() ? std::nullopt : std::optional(found->second));
        m_oldPast.push_back(transfer.id);
    }

    bool change(const Transfer &transfer, Account &debit, Account &credit, const cpp_int &amount,
                std::int64_t now)
    {
        if (transfer.kind == Kind::Post || transfer.kind == Kind::Void) {
            const auto hold = holds.find(transfer.of);
            if (hold == holds.end() || hold->second.debit != transfer.debit.value
                || hold->second.credit != transfer.credit.value || amount > hold->second.amount
                || (transfer.kind == Kind::Void && amount != hold->second.amount))
                return false;
            remember(transfer);
            release(hold->second);
            holds.erase(hold);
            if (transfer.kind == Kind::Post)
                pay(debit, credit, amount);
            return true;
        }
        if (transfer.kind == Kind::Reverse) {
            const auto of = past.find(transfer.of);
            const Past exchanged{transfer.credit.value, transfer.debit.value, transfer.amount.units,
                                 Kind::Move};
            Past posted = exchanged;
            posted.kind = Kind::Post;
            if (of == past.end() || !(of->second == exchanged || of->second == posted))
                return false;
        } else if (transfer.of) {
            return false;
        }
        if (debit.balance - debit.held - amount < debit.least)
            return false;
        remember(transfer);
        if (transfer.kind == Kind::Hold) {
            debit.held += amount;
            credit.expected += amount;
            setHold(transfer.id, {transfer.debit.value, transfer.credit.value, amount,
                                  transfer.timeout.us ? now + transfer.timeout.us : 0});
        } else {
            pay(debit, credit, amount);
        }
        return true;
    }

    static void pay(Account &debit, Account &credit, const cpp_int &amount)
    {
        debit.balance -= amount;
        credit.balance += amount;
    }

    std::set<std::pair<std::int64_t, std::uint64_t>> m_ends;  // of holds, some of them gone already
    bool m_isRemembering = false;
    std::vector<std::pair<std::uint64_t, Account>> m_oldAccounts;
    std::vector<std::pair<std::uint64_t, std::optional<Hold>>> m_oldHolds;
    std::vector<std::uint64_t> m_oldPast;
};

}  // namespace shadow
#endif
