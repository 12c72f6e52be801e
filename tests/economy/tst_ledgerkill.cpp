// Killed at random moments during transfers, stakes and rewards: what was acknowledged is there, nothing is
// paid twice, and the books balance every time. DREAM_KILLS asks for more than the hundred of every run.
#ifndef Q_MOC_RUN
#    include "economy/rewards.h"
#    include "economy/staking.h"
#    include "hands/books.h"
#    include "loop/engine.h"
#endif

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace tokens;

// A program with sanitizers does as much in eight times as long.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
static constexpr int pace = 8;
#else
static constexpr int pace = 1;
#endif

class TestLedgerKill : public QObject {
    Q_OBJECT

private slots:
    void booksBalanceAfterEveryKill();

private:
    void live(int lifeMs);
    void check(bool isLast);

    QTemporaryDir m_folder;
    std::set<quint64> m_transfers, m_rewards;
    quint64 m_stakes = 0, m_newest = 0;
};

void TestLedgerKill::live(int lifeMs)
{
    QProcess load;
    // The last ones are asked again, as a sender would that did not hear.
    const quint64 from = m_newest > 20 ? m_newest - 20 : 1;
    load.start(QCoreApplication::applicationDirPath() + QStringLiteral("/ledgerload"),
               {m_folder.path(), QString::number(from)});
    QVERIFY(load.waitForStarted());
    QElapsedTimer timer;
    timer.start();
    QByteArray log;
    bool isFirst = true;
    while (load.state() == QProcess::Running) {
        load.waitForReadyRead(1);
        log += load.readAllStandardOutput();
        if (isFirst && !log.isEmpty()) {
            timer.restart();
            isFirst = false;
        }
        if (isFirst ? timer.elapsed() > 30'000 : timer.elapsed() >= lifeMs) {
            load.kill();
            load.waitForFinished();
        }
    }
    log += load.readAllStandardOutput();
    QVERIFY2(!log.isEmpty(), load.readAllStandardError().constData());
    const QList<QByteArray> lines = log.left(log.lastIndexOf('\n')).split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() != 2)
            continue;
        const quint64 number = words[1].toULongLong();
        m_newest = std::max(m_newest, number);
        m_stakes += words[0] == "stake";
        if (words[0] == "transfer")
            m_transfers.insert(number);
        if (words[0] == "reward")
            m_rewards.insert(number);
    }
}

void TestLedgerKill::check(bool isLast)
{
    std::string error;
    loop::Options options;
    options.folder = m_folder.path().toStdString();
    const auto engine = loop::Engine::open(options, error);
    QVERIFY2(engine, error.c_str());
    engine->start();
    engine->inspectNow([&](loop::Core &core, store::Store &store) {
        const Memory &m = core.stateOf<Tokens>();
        for (quint64 number : m_transfers)
            for (std::uint64_t i = 0; i < 10; ++i)
                QVERIFY(m.done.find(idFor("kill", number, i)));
        const auto &earners = core.stateOf<rewards::Rewards>();
        const rewards::Earner *owner = rewards::earner(earners, "owner");
        QVERIFY(m_rewards.empty() || owner);
        for (quint64 number : m_rewards)
            QVERIFY(earners.paid.find(number));
        if (owner)
            QCOMPARE(owner->receipts, std::uint64_t(earners.paid.size()));
        const staking::Memory &stakes = core.stateOf<staking::Staking>();
        Int128 staked = 0, shares = 0;
        for (const auto &[key, one] : stakes.positions.rows()) {
            staked += one.amount.units;
            shares += one.shares.units;
        }
        QVERIFY(staked == stakes.totals->staked.units && shares == stakes.totals->shares.units);
        if (const Account *aside = account(m, "ada", staking::stakePurpose, Token::Sheep))
            QVERIFY(aside->balance.units == staked);
        if (isLast || m_transfers.size() % 7 == 0) {
            const hands::BooksVerdict verdict =
                hands::verifyBooks(hands::balancesOf(core), store, error);
            QVERIFY2(verdict.isGood(), verdict.isGood() ? "" : verdict.findings[0].c_str());
        }
        for (const Token token : {Token::Dream, Token::Sheep})
            QVERIFY(sumOf(m, token) == Amount{});
    });
}

void TestLedgerKill::booksBalanceAfterEveryKill()
{
    const int asked = qEnvironmentVariableIntValue("DREAM_KILLS");
    const int kills = asked > 0 ? asked : 100;
    QRandomGenerator chance(20261129);
    for (int kill = 0; kill < kills; ++kill) {
        live(pace * (3 + static_cast<int>(chance.bounded(60))));
        if (QTest::currentTestFailed())
            return;
        check(kill + 1 == kills);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(m_transfers.size() > std::size_t(kills) && m_rewards.size() > std::size_t(kills)
            && m_stakes > quint64(kills) / 5);
    qInfo(
        "%d kills, %zu batches, %zu rewards, %llu stakes acknowledged, 0 lost, books balanced every time",
        kills, m_transfers.size(), m_rewards.size(), static_cast<unsigned long long>(m_stakes));
}

QTEST_GUILESS_MAIN(TestLedgerKill)
#include "tst_ledgerkill.moc"
