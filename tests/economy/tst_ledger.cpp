// R6: random operations, good and bad, beside a shadow in big integers. After every batch the shadow and
// the ledger agree to the unit, every token sums to zero, no cap is passed, no balance is negative; and
// a second organism that only reads the pages ends in the same state. DREAM_LEDGER_OPERATIONS asks for
// more than the million of every run.
#include "shadow.h"

#ifndef Q_MOC_RUN
#    include "loop/core.h"
#    include "loop/gate.h"
#    include "organism.h"
#endif

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace tokens;

namespace {

constexpr std::size_t recentMax = 512, accountsEach = 12;
constexpr std::uint64_t mirroredOperations = 2'000'000;  // by the organism that only reads

class Run {
public:
    explicit Run(std::uint64_t seed)
        : m_chance(seed), m_core(organism::systems(), loop::Random::fromSeed(seed), loop::gate),
          m_mirror(organism::systems(), loop::Random::fromSeed(seed + 1), loop::gate)
    {
        m_core.subscribe(factKind<Tokens, Moved>());
        m_core.subscribe(factKind<Tokens, HiddenMoved>());
        ask(makeAsk(Found{}));
        for (int i = 0; i < int(accountsEach); ++i) {
            for (const Token token : {Token::Dream, Token::Sheep, Token::Flby, Token::Core})
                ask(makeAsk(Provide{"agent:" + std::to_string(i), std::string(wallet), token}));
        }
        const Memory &m = m_core.stateOf<Tokens>();
        const Table<Account> &hidden = m.hiddenAccounts;
        for (const Table<Account> *table : {&m.accounts, &hidden}) {
            for (const auto &[key, one] : table->rows()) {
                m_accounts[static_cast<std::size_t>(one.token)].push_back(one.id);
                shadow::Account &made = m_shadow.accounts[key];
                made.token = one.token;
                if (one.purpose == issuing)
                    made.least = -shadow::cpp_int(issueOf(one.token).cap);
            }
        }
    }

    // Words of the first breach; empty: none.
    std::string step()
    {
        if (pick(40) == 0)
            m_now.us += static_cast<std::int64_t>(pick(30'000'000));
        std::vector<Transfer> batch(1 + pick(pick(8) == 0 ? 200 : 24));
        for (std::size_t i = 0; i < batch.size(); ++i)
            batch[i] = draw(i + 1 == batch.size());
        operations += batch.size();
        for (Ask &due : m_core.dueAsks(m_now))
            ask(due);
        m_shadow.expire(m_now.us);
        std::string breach = compare(batch);
        return breach.empty() ? invariants() : breach;
    }

    std::string finish()
    {
        const Memory &m = m_core.stateOf<Tokens>();
        for (const auto &[id, past] : m_shadow.past)
            if (!m.done.find(id))
                return "a transfer is forgotten";
        if (m.holds.size() + m.hiddenHolds.size() != m_shadow.holds.size())
            return "holds differ";
        return {};
    }

    std::uint64_t operations = 0, moved = 0, failed = 0, repeated = 0, chains = 0;

private:
    std::uint64_t pick(std::uint64_t below) { return m_chance() % below; }

    Amount drawAmount(Token token)
    {
        const Issue &issue = issueOf(token);
        switch (pick(12)) {
        case 0: return {Int128(pick(3)) - 1};
        case 1: return {issue.cap - Int128(pick(2)) * issue.step};
        case 2: return {issue.cap + issue.step};
        case 3: return {Int128(pick(1000)) + 1};
        default:
            return {issue.step * (Int128(pick(1'000'000'000)) + 1) * Int128(1 + pick(2'000'000))};
        }
    }

    Transfer draw(bool isLast)
    {
        if (!m_recent.empty() && pick(10) == 0)
            return again();
        const auto token = static_cast<Token>(pick(tokenCount));
        const auto &accounts = m_accounts[static_cast<std::size_t>(token)];
        Transfer made;
        made.id = m_chance() | 1;
        made.debit = pick(5) == 0 ? accounts.front() : accounts[pick(accounts.size())];
        made.credit =
            pick(60) == 0 ? m_accounts[pick(tokenCount)].back() : accounts[pick(accounts.size())];
        made.amount = drawAmount(token);
        made.kind = pick(4) == 0 ? Kind::Hold : Kind::Move;
        if (made.kind == Kind::Hold && pick(2))
            made.timeout.us = static_cast<std::int64_t>(pick(40'000'000)) - 1;
        if (pick(100) == 0)
            made.of = 7;
        made.isLinked = !isLast && pick(6) == 0;
        remember(made);
        return made;
    }

    // Something about what was asked before: a repeat, an id used twice, a post, a void, a reversal.
    Transfer again()
    {
        Transfer made = m_recent[pick(m_recent.size())];
        made.isLinked = false;
        switch (pick(6)) {
        case 0: return made;
        case 1: made.amount.units += 1; return made;
        case 2:
        case 3:
            made.kind = pick(3) ? Kind::Post : Kind::Void;
            made.timeout = {};
            if (made.kind == Kind::Post && pick(2))
                made.amount.units -= made.amount.units / 3 / 1'000'000'000 * 1'000'000'000;
            break;
        default:
            made.kind = Kind::Reverse;
            made.timeout = {};
            std::swap(made.debit, made.credit);
            made.of = made.id;
            made.id = 0;
            return made;
        }
        made.of = made.id;
        made.id = m_chance() | 1;
        remember(made);
        return made;
    }

    void remember(const Transfer &made)
    {
        if (m_recent.size() < recentMax)
            m_recent.push_back(made);
        else
            m_recent[pick(recentMax)] = made;
    }

    // Which of the batch the shadow does, chain by chain; a failed chain leaves no trace in it.
    std::vector<bool> expected(const std::vector<Transfer> &batch)
    {
        std::vector<bool> done(batch.size());
        for (std::size_t first = 0; first < batch.size(); ++first) {
            std::size_t last = first;
            while (batch[last].isLinked)
                ++last;
            chains += last > first;
            const bool isChain = last > first;
            if (isChain)
                m_shadow.begin();
            bool isGood = true;
            for (std::size_t i = first; i <= last && isGood; ++i) {
                const auto result = m_shadow.apply(batch[i], m_now.us);
                isGood = result != shadow::Ledger::Failed;
                repeated += result == shadow::Ledger::Repeated;
                done[i] = result == shadow::Ledger::Done;
            }
            if (!isGood) {
                std::fill(done.begin() + long(first), done.begin() + long(last) + 1, false);
                failed += last - first + 1;
                if (isChain)
                    m_shadow.takeBack();
            }
            m_shadow.keep();
            first = last;
        }
        return done;
    }

    static bool isHidden(const shadow::Ledger &ledger, const Transfer &transfer)
    {
        for (const Id<Account> id : {transfer.debit, transfer.credit})
            if (const auto found = ledger.accounts.find(id.value); found != ledger.accounts.end())
                if (issueOf(found->second.token).isHidden)
                    return true;
        return false;
    }

    std::string compare(const std::vector<Transfer> &batch)
    {
        const bool mayHide = std::any_of(batch.begin(), batch.end(), [&](const Transfer &one) {
            return isHidden(m_shadow, one);
        });
        // A batch with hidden failures is refused whole: the shadow is asked one token world at a time.
        std::vector<std::vector<Transfer>> parts;
        if (mayHide) {
            for (std::size_t i = 0; i < batch.size(); ++i) {
                parts.push_back({batch[i]});
                while (parts.back().back().isLinked)
                    parts.back().push_back(batch[++i]);
            }
        } else {
            parts.push_back(batch);
        }
        for (const std::vector<Transfer> &part : parts)
            if (std::string breach = comparePart(part); !breach.empty())
                return breach;
        return {};
    }

    std::string comparePart(const std::vector<Transfer> &batch)
    {
        m_told.clear();
        const std::vector<bool> wanted = expected(batch);
        ask(makeAsk(Book{batch}));
        std::vector<std::uint64_t> ids;
        for (std::size_t i = 0; i < batch.size(); ++i)
            if (wanted[i])
                ids.push_back(batch[i].kind == Kind::Reverse ? reversalOf(batch[i].of)
                                                             : batch[i].id);
        std::sort(ids.begin(), ids.end());
        std::sort(m_told.begin(), m_told.end());
        moved += ids.size();
        if (ids != m_told)
            return "the ledger did " + std::to_string(m_told.size()) + " of a batch, the shadow "
                   + std::to_string(ids.size());
        return {};
    }

    void ask(Ask asked)
    {
        m_core.beginPage(m_now);
        asked.envelope.origin = Origin::Hand;
        asked.envelope.actor = "system";
        m_core.ask(asked);
        if (m_core.isEmpty())
            return;
        const loop::Sealed sealed = m_core.seal();
        for (const Told &told : sealed.told) {
            if (told.kind == factKind<Tokens, Moved>()) {
                for (const Entry &entry : static_cast<const Moved *>(told.fact.get())->entries)
                    m_told.push_back(entry.id);
            } else {
                m_told.push_back(static_cast<const HiddenMoved *>(told.fact.get())->entry.id);
            }
        }
        if (operations < mirroredOperations) {
            m_mirrorFailure = m_mirror.apply(sealed.page);
            m_mirrored = operations;
        }
    }

    std::string invariants()
    {
        const Memory &m = m_core.stateOf<Tokens>();
        std::array<shadow::cpp_int, tokenCount> sums, issued;
        for (const auto &[key, want] : m_shadow.accounts) {
            const Account &have = *account(m, Id<Account>{key});
            if (shadow::big(have.balance) != want.balance || shadow::big(have.held) != want.held
                || shadow::big(have.expected) != want.expected)
                return "an account differs from the shadow";
            const shadow::cpp_int left = shadow::big(have.balance) - shadow::big(have.held);
            if (left < want.least || have.held.units < 0 || have.expected.units < 0)
                return "a balance is below what it may be";
            const auto token = static_cast<std::size_t>(have.token);
            sums[token] += shadow::big(have.balance);
            if (have.balance.units > 0)
                issued[token] += shadow::big(have.balance);
        }
        for (std::size_t token = 0; token < tokenCount; ++token) {
            if (sums[token] != 0)
                return "a token does not sum to zero";
            if (issued[token] > shadow::cpp_int(issues[token].cap))
                return "more exists than the cap";
        }
        if (!m_mirrorFailure.empty())
            return m_mirrorFailure;
        if (m_mirrored == operations && ++m_compared % 512 == 0
            && !(m_mirror.stateOf<Tokens>() == m))
            return "replay ends elsewhere";
        return {};
    }

    std::mt19937_64 m_chance;
    loop::Core m_core, m_mirror;
    shadow::Ledger m_shadow;
    std::array<std::vector<Id<Account>>, tokenCount> m_accounts;
    std::vector<Transfer> m_recent;
    std::vector<std::uint64_t> m_told;
    std::string m_mirrorFailure;
    std::uint64_t m_mirrored = 0, m_compared = 0;
    Time m_now{1'700'000'000'000'000};
};

}  // namespace

class TestLedger : public QObject {
    Q_OBJECT

private slots:
    void randomOperations()
    {
        const QByteArray asked = qgetenv("DREAM_LEDGER_OPERATIONS");
        const std::uint64_t wanted = asked.isEmpty() ? 1'000'000 : asked.toULongLong();
        QElapsedTimer timer;
        timer.start();
        Run run(20261129);
        while (run.operations < wanted) {
            const std::string breach = run.step();
            QVERIFY2(breach.empty(), (breach + " after " + std::to_string(run.operations)).c_str());
        }
        const std::string breach = run.finish();
        QVERIFY2(breach.empty(), breach.c_str());
        // All of it must really have happened.
        QVERIFY(run.moved > wanted / 10 && run.failed > wanted / 10 && run.repeated > wanted / 1000
                && run.chains > wanted / 100);
        qInfo(
            "%llu operations in %.1f s: %llu moved, %llu refused, %llu repeated, %llu chains, 0 breaches",
            static_cast<unsigned long long>(run.operations), double(timer.elapsed()) / 1e3,
            static_cast<unsigned long long>(run.moved), static_cast<unsigned long long>(run.failed),
            static_cast<unsigned long long>(run.repeated),
            static_cast<unsigned long long>(run.chains));
    }
};

QTEST_APPLESS_MAIN(TestLedger)
#include "tst_ledger.moc"
