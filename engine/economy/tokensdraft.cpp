#include "economy/tokensdraft.h"

namespace tokens {

namespace {

constexpr bool isAmount(const Issue &issue, Amount amount)
{
    return amount.units > 0 && amount.units <= issue.cap && amount.units % issue.step == 0;
}

// Least that may be left of an account once its holds are taken off.
constexpr Int128 floorOf(const Account &account)
{
    return account.purpose == issuing ? -issueOf(account.token).cap : 0;
}

constexpr bool isOfHold(Kind kind)
{
    return kind == Kind::Post || kind == Kind::Void;
}

}  // namespace

Draft::Draft(const Memory &memory, World &world, std::size_t transfers)
    : m_memory(memory), m_world(world)
{
    m_lines.reserve(2 * transfers + 2);
    m_lineOf.reserve(2 * transfers);
    m_ids.reserve(transfers);
    m_moved.entries.reserve(transfers);
}

Draft::Line *Draft::line(Id<Account> id)
{
    if (const std::uint64_t *known = m_lineOf.find(id.value))
        return &m_lines[*known - 1];
    const Account *found = account(m_memory, id);
    if (!found)
        return nullptr;
    m_lines.push_back({found, found->balance, found->held, found->expected});
    m_lineOf.put(id.value, m_lines.size());
    return &m_lines.back();
}

void Draft::remember(Line &line)
{
    if (m_isChain)
        m_oldLines.emplace_back(&line - m_lines.data(), line);
}

const Hold *Draft::findHold(std::uint64_t id) const
{
    const auto found = m_holds.find(id);
    if (found == m_holds.end())
        return hold(m_memory, id);
    return found->second ? &*found->second : nullptr;
}

void Draft::setHold(std::uint64_t id, std::optional<Hold> hold)
{
    if (m_isChain) {
        const auto old = m_holds.find(id);
        m_oldHolds.emplace_back(id, old == m_holds.end() ? std::optional<std::optional<Hold>>()
                                                         : std::optional(old->second));
    }
    m_holds[id] = std::move(hold);
}

void Draft::rollBack(const Mark &mark)
{
    for (auto old = m_oldLines.rbegin(); old != m_oldLines.rend(); ++old)
        m_lines[old->first] = old->second;
    for (auto old = m_oldHolds.rbegin(); old != m_oldHolds.rend(); ++old) {
        if (old->second)
            m_holds[old->first] = *old->second;
        else
            m_holds.erase(old->first);
    }
    for (; m_moved.entries.size() > mark.entries; m_moved.entries.pop_back())
        m_ids.erase(m_moved.entries.back().id);
    for (; m_hidden.size() > mark.hidden; m_hidden.pop_back())
        m_ids.erase(m_hidden.back().entry.id);
    m_repeats = mark.repeats;
}

void Draft::miss(std::size_t first, std::size_t last, const std::string &code, bool isHidden)
{
    if (isHidden && !m_hiddenMiss)
        m_hiddenMiss = {static_cast<std::uint32_t>(first), code};
    for (std::size_t i = first; i <= last; ++i)
        m_moved.missed.push_back({static_cast<std::uint32_t>(i), code});
}

bool Draft::isHidden(const Transfer &transfer) const
{
    return m_memory.hiddenAccounts.find(transfer.debit)
           || m_memory.hiddenAccounts.find(transfer.credit);
}

Outcome Draft::work(const std::vector<Transfer> &transfers, May may)
{
    if (transfers.empty() || transfers.size() > batchMax)
        return refuse("tokens.badBatch", {{"limit", std::to_string(batchMax)}});
    if (transfers.back().isLinked)
        return refuse("tokens.openChain");
    for (const Transfer &transfer : transfers)
        m_memory.done.expect(transfer.id);
    for (std::size_t i = 0; i < transfers.size(); ++i) {
        std::size_t last = i;
        while (transfers[last].isLinked)
            ++last;
        m_isChain = last > i;
        m_oldLines.clear();
        m_oldHolds.clear();
        const Mark mark{m_moved.entries.size(), m_hidden.size(), m_repeats};
        std::string failed;
        bool hasHidden = false;
        for (std::size_t at = i; at <= last; ++at) {
            if (failed.empty())
                failed = apply(transfers[at], may);
            hasHidden = hasHidden || (!failed.empty() && isHidden(transfers[at]));
        }
        if (!failed.empty()) {
            rollBack(mark);
            miss(i, last, failed, hasHidden);
        }
        i = last;
    }
    const bool isNothing = m_moved.entries.empty() && m_hidden.empty() && !m_repeats;
    if (!m_hiddenMiss && !isNothing)
        return done();
    const Miss &told = m_hiddenMiss ? *m_hiddenMiss : m_moved.missed.front();
    return refuse(told.code, {{"index", std::to_string(told.index)}});
}

// Everything is looked at before anything is changed, so a single transfer needs no way back.
std::string Draft::apply(const Transfer &transfer, May may)
{
    Entry entry;
    Line *debit = nullptr, *credit = nullptr;
    if (std::string failed = begin(transfer, entry, debit, credit); !failed.empty())
        return failed;
    // A repeat is no second asking: it needs no right and moves nothing.
    const std::uint64_t mark =
        imprint(transfer.kind, transfer.debit, transfer.credit, transfer.amount);
    const std::uint64_t *known = entry.id ? m_memory.done.find(entry.id) : nullptr;
    if (!known && entry.id)
        known = m_ids.find(entry.id);
    if (known) {
        m_repeats += *known == mark;
        return *known == mark ? "" : "tokens.idReused";
    }
    if (may && !may(m_memory, transfer, m_world.actor()))
        return "tokens.notYours";
    std::string failed = isOfHold(transfer.kind) ? finish(transfer, entry, *debit, *credit)
                                                 : move(entry, *debit, *credit);
    if (!failed.empty())
        return failed;
    m_ids.put(entry.id, mark);
    keep(entry, *debit, *credit);
    return {};
}

std::string Draft::begin(const Transfer &transfer, Entry &entry, Line *&debit, Line *&credit)
{
    if (transfer.debit == transfer.credit)
        return "tokens.sameAccount";
    // The second may move the first in memory; there is room for all of them.
    debit = line(transfer.debit);
    credit = line(transfer.credit);
    if (!debit || !credit)
        return "tokens.unknownAccount";
    const Token token = debit->account->token;
    if (token != credit->account->token)
        return "tokens.otherToken";
    if (!isAmount(issueOf(token), transfer.amount))
        return "tokens.badAmount";
    if (transfer.timeout.us < 0 || transfer.timeout > timeoutMax
        || (transfer.timeout.us && transfer.kind != Kind::Hold))
        return "tokens.badTimeout";
    entry = {transfer.id,   transfer.debit,  transfer.credit, transfer.amount,
             transfer.kind, transfer.reason, transfer.of,     {}};
    if (transfer.kind == Kind::Reverse) {
        const std::uint64_t id = reversalOf(transfer.of);
        if (entry.id && entry.id != id)
            return "tokens.badReversal";
        entry.id = id;
    }
    if (transfer.timeout.us)
        entry.until = m_world.now() + transfer.timeout;
    return {};
}

std::string Draft::reverse(const Entry &entry) const
{
    const std::uint64_t *original = m_memory.done.find(entry.of);
    if (!original)
        original = m_ids.find(entry.of);
    if (!original)
        return "tokens.unknownTransfer";
    for (const Kind kind : {Kind::Move, Kind::Post})
        if (*original == imprint(kind, entry.credit, entry.debit, entry.amount))
            return {};
    return "tokens.badReversal";
}

std::string Draft::move(Entry &entry, Line &debit, Line &credit)
{
    if (entry.kind == Kind::Reverse) {
        if (std::string failed = reverse(entry); !failed.empty())
            return failed;
    } else if (entry.of) {
        return "tokens.badTransfer";
    }
    const Account &from = *debit.account;
    if (debit.balance.units - debit.held.units - entry.amount.units < floorOf(from))
        return from.purpose == issuing ? "tokens.capReached" : "tokens.overdrawn";
    number(entry);
    remember(debit);
    remember(credit);
    if (entry.kind == Kind::Hold) {
        debit.held.units += entry.amount.units;
        credit.expected.units += entry.amount.units;
        setHold(entry.id, Hold{{entry.id},
                               entry.debit,
                               entry.credit,
                               from.token,
                               entry.amount,
                               entry.reason,
                               entry.until,
                               from.owner,
                               credit.account->owner});
        return {};
    }
    debit.balance.units -= entry.amount.units;
    credit.balance.units += entry.amount.units;
    return {};
}

std::string Draft::finish(const Transfer &transfer, Entry &entry, Line &debit, Line &credit)
{
    const Hold *hold = findHold(transfer.of);
    if (!hold)
        return "tokens.unknownHold";
    const bool isAll = entry.amount == hold->amount;
    if (entry.debit != hold->debit || entry.credit != hold->credit || entry.amount > hold->amount
        || (entry.kind == Kind::Void && !isAll))
        return "tokens.otherHold";
    number(entry);
    remember(debit);
    remember(credit);
    debit.held.units -= hold->amount.units;
    credit.expected.units -= hold->amount.units;
    if (entry.kind == Kind::Post) {
        debit.balance.units -= entry.amount.units;
        credit.balance.units += entry.amount.units;
    }
    setHold(transfer.of, {});
    return {};
}

// The ledger's own number, where the caller chose none.
void Draft::number(Entry &entry)
{
    while (!entry.id) {
        const std::uint64_t made = m_world.newId<Entry>().value;
        if (!m_memory.done.find(made) && !m_ids.find(made))
            entry.id = made;
    }
}

void Draft::keep(const Entry &entry, const Line &debit, const Line &credit)
{
    if (issueOf(debit.account->token).isHidden)
        m_hidden.push_back({entry, debit.account->owner, credit.account->owner, m_world.now()});
    else
        m_moved.entries.push_back(entry);
}

void Draft::tell()
{
    m_moved.at = m_world.now();
    if (!m_moved.entries.empty())
        m_world.tell(m_moved);
    for (const HiddenMoved &moved : m_hidden)
        m_world.tell(moved);
}

}  // namespace tokens
