// Staking: shares of the daily yield by reward per share, locks, energy; and against plain fractions.
#include "purse.h"

#ifndef Q_MOC_RUN
#    include "economy/staking.h"

#    include <boost/multiprecision/cpp_int.hpp>
#    include <boost/rational.hpp>
#endif

#include <random>

using namespace purse;
using namespace staking;

class TestStaking : public QObject {
    Q_OBJECT

private slots:
    void stakeAndOut();
    void yieldByShares();
    void lockWeighs();
    void energy();
    void randomAgainstFractions();
    void diesBeforeItIsDurable();
    void nothingStakedNothingDue();
    void refusals();
    void cleanupTestCase();
};

// A treasury with so many SHEEP, and so many in the wallet of the owner.
static void rich(Story &story, std::int64_t treasury, std::int64_t own)
{
    fill(story, open(story, "house", Token::Sheep, tokens::treasury), amount(treasury));
    filled(story, "owner", own, Token::Sheep);
}

static Amount balance(Story &story, std::string_view owner, std::string_view purpose)
{
    return account(story.state<Tokens>(), owner, purpose, Token::Sheep)->balance;
}

void TestStaking::stakeAndOut()
{
    Story story;
    rich(story, 10'000, 1000);
    story.when(Stake{amount(400), Lock::None})
        .thenFacts({"tokens.opened", "tokens.opened", "tokens.moved", "staking.staked"});
    const Id<Position> position = story.fact<Staked>().position.id;
    QVERIFY(balance(story, "owner", "stake") == amount(400));
    QVERIFY(stakedOf(story.state<Staking>(), "owner") == amount(400));
    story.pass(day);
    story.when(Unstake{position}).thenFacts({"tokens.moved", "staking.unstaked"});
    QVERIFY(balance(story, "owner", "stake") == Amount{});
    QVERIFY(balance(story, "owner", "wallet") == amount(1100));
    QVERIFY(stakedOf(story.state<Staking>(), "owner") == Amount{});
}

void TestStaking::yieldByShares()
{
    Story story;
    rich(story, 150, 1000);
    story.given(Stake{amount(100), Lock::None});
    story.given(Stake{amount(300), Lock::None});
    const auto &positions = story.state<Staking>().positions.rows();
    const Id<Position> small = positions.begin()->second.id;
    story.pass(day);
    QVERIFY(yieldOf(story.state<Staking>(), positions.begin()->second) == amount(25));
    story.when(TakeYield{small}).thenFacts({"tokens.moved", "staking.yieldTaken"});
    story.when(TakeYield{small}).thenRefused("staking.noYield");
    // The second day finds 50 left in the treasury, the third nothing.
    story.pass({2 * day.us});
    QVERIFY(yieldOf(story.state<Staking>(), positions.begin()->second).units
            == amount(25).units / 2);
    QVERIFY(story.state<Staking>().totals->distributed == amount(150));
    QVERIFY(balance(story, "house", "treasury") == Amount{});
    story.given(SetDaily{amount(0)});
    story.pass(day);
    story.restart();
    story.pass(day);
}

void TestStaking::lockWeighs()
{
    Story story;
    rich(story, 10'000, 1000);
    story.given(Stake{amount(100), Lock::None});
    story.given(Stake{amount(100), Lock::Year});
    const auto &positions = story.state<Staking>().positions.rows();
    const Position locked = positions.rbegin()->second;
    story.pass(day);
    const Amount open = yieldOf(story.state<Staking>(), positions.begin()->second),
                 bound = yieldOf(story.state<Staking>(), locked);
    QVERIFY(bound.units / 2 == open.units || bound.units / 2 == open.units + 1);
    story.when(Unstake{locked.id}).thenRefused("staking.locked");
    QCOMPARE(story.answer.refusal.arguments.at(0).second, std::string("364"));
    story.pass({364 * day.us});
    story.when(Unstake{locked.id}).thenFacts({"tokens.moved", "staking.unstaked"});
}

void TestStaking::energy()
{
    Story story;
    rich(story, 1, 1000);
    story.given(Stake{amount(240), Lock::None});
    const auto now = [&] { return energyOf(story.state<Staking>(), "owner", story.now); };
    QVERIFY(now() == Amount{});
    story.pass({day.us / 24});
    QVERIFY(now() == amount(10));
    story.when(Burn{"owner", amount(4)}).thenFacts({"staking.burnt"});
    QVERIFY(now() == amount(6));
    story.when(Burn{"owner", amount(7)}).thenRefused("staking.noEnergy");
    story.pass({40 * day.us});
    QVERIFY(now() == amount(240));
    // Taking a stake out takes what it fuelled.
    story.given(Unstake{story.state<Staking>().positions.rows().begin()->second.id});
    QVERIFY(now() == Amount{});
    story.when(Burn{"ben", amount(1)}).thenRefused("staking.noEnergy");
}

using Fraction = boost::rational<boost::multiprecision::cpp_int>;

// A day goes by, and each position's share of what was given out in it is added.
static void oneDay(Story &story, std::map<std::uint64_t, Fraction> &exact)
{
    const auto &rows = story.state<Staking>().positions.rows();
    const Int128 before = story.state<Staking>().totals->distributed.units;
    boost::multiprecision::cpp_int shares = 0;
    for (const auto &[key, one] : rows)
        shares += boost::multiprecision::cpp_int(one.shares.units);
    story.pass(day);
    const boost::multiprecision::cpp_int given(story.state<Staking>().totals->distributed.units
                                               - before);
    if (shares > 0)
        for (const auto &[key, one] : rows)
            exact[key] +=
                Fraction(given * boost::multiprecision::cpp_int(one.shares.units), shares);
}

// Every position's yield beside exact fractions: never above, and short by less than a unit a day.
void TestStaking::randomAgainstFractions()
{
    Story story;
    rich(story, 1'000'000, 100'000);
    std::mt19937_64 chance(7);
    std::map<std::uint64_t, Fraction> exact;
    int days = 0;
    const auto take = [&](Id<Position> id, Amount paid) {
        const Fraction owed =
            exact[id.value] - Fraction(boost::multiprecision::cpp_int(paid.units));
        QVERIFY(owed >= Fraction(0));
        QVERIFY(owed < Fraction(days + 1) * Fraction(200));
    };
    for (int turn = 0; turn < 300; ++turn) {
        const auto &rows = story.state<Staking>().positions.rows();
        const bool hasAny = !rows.empty();
        const Id<Position> some =
            hasAny ? std::next(rows.begin(), long(chance() % rows.size()))->second.id
                   : Id<Position>{};
        switch (chance() % 5) {
        case 0:
        case 1:
            story.given(
                Stake{{tokens::unit
                       + Int128(chance() % 1'000'000'007) * 1'000'000'007 % (50 * tokens::unit)},
                      Lock::None});
            break;
        case 2:
            if (hasAny
                && yieldOf(story.state<Staking>(), *story.state<Staking>().positions.find(some))
                           .units
                       > 0) {
                story.when(TakeYield{some});
                take(some, story.fact<YieldTaken>().amount);
                exact[some.value] = Fraction(0);
            }
            break;
        case 3:
            if (hasAny) {
                story.when(Unstake{some});
                take(some, story.fact<Unstaked>().yield);
                exact.erase(some.value);
            }
            break;
        default: oneDay(story, exact); ++days;
        }
        Int128 owed = 0;
        for (const auto &[key, one] : story.state<Staking>().positions.rows())
            owed += yieldOf(story.state<Staking>(), one).units;
        if (const Account *pool =
                account(story.state<Tokens>(), "house", poolPurpose, Token::Sheep))
            QVERIFY(owed <= pool->balance.units);
    }
    QVERIFY(days > 20);
    QVERIFY(sumOf(story.state<Tokens>(), Token::Sheep) == Amount{});
}

// The process ends after the day's yield was decided and before its page was durable: it is distributed
// once, after the start.
void TestStaking::diesBeforeItIsDurable()
{
    Story story;
    rich(story, 1000, 1000);
    story.given(Stake{amount(100), Lock::None});
    const Time due = story.core().nextDue();
    story.core().beginPage(due);
    for (Ask &ask : story.core().dueAsks(due))
        story.core().ask(ask);
    QVERIFY(story.state<Staking>().totals->distributed == amount(100));
    story.restart();
    QVERIFY(story.state<Staking>().totals->distributed == Amount{});
    story.pass(day);
    QVERIFY(story.state<Staking>().totals->distributed == amount(100));
    QVERIFY(sumOf(story.state<Tokens>(), Token::Sheep) == Amount{});
}

void TestStaking::nothingStakedNothingDue()
{
    Story story;
    rich(story, 100, 10);
    QCOMPARE(story.core().nextDue().us, std::int64_t(0));
    story.given(Stake{amount(1), Lock::None});
    story.given(Unstake{story.state<Staking>().positions.rows().begin()->second.id});
    story.pass({2 * day.us});
    QVERIFY(balance(story, "house", "treasury") == amount(100));
    story.when(staking::Tick{}).thenFacts({});
}

void TestStaking::refusals()
{
    Story story;
    story.when(Stake{amount(1), Lock::None}).thenRefused("tokens.noWallet");
    rich(story, 100, 10);
    story.when(Stake{{tokens::unit - 1}, Lock::None}).thenRefused("staking.tooLittle");
    story.when(Stake{amount(11), Lock::None}).thenRefused("tokens.overdrawn");
    story.when(Unstake{{5}}).thenRefused("staking.unknown");
    story.when(TakeYield{{5}}).thenRefused("staking.unknown");
    story.when(SetDaily{{-1}}).thenRefused("tokens.badAmount");
    story.given(Stake{amount(1), Lock::None});
    const Id<Position> position = story.state<Staking>().positions.rows().begin()->second.id;
    Envelope other = Story::hand();
    other.actor = "ben";
    story.when(Unstake{position}, other).thenRefused("tokens.notYours");
    fill(story, account(story.state<Tokens>(), "owner", tokens::wallet, Token::Sheep)->id,
         amount(positionsMax + 1));
    while (story.state<Staking>().positions.size() < positionsMax)
        story.given(Stake{amount(1), Lock::None});
    story.when(Stake{amount(1), Lock::None}).thenRefused("staking.tooMany");
}

void TestStaking::cleanupTestCase()
{
    QCOMPARE(Story::untold(staking::info(), QStringLiteral("economy/staking.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestStaking)
#include "tst_staking.moc"
