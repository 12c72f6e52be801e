// Billable: reserved before, settled after, stopped by a budget before the call begins.
#include "cast.h"
#include "purse.h"

#ifndef Q_MOC_RUN
#    include "economy/billable.h"
#endif

using namespace purse;
using namespace billable;

class TestBillable : public QObject {
    Q_OBJECT

private slots:
    void reserveAndSettle();
    void budgetsStop();
    void dayBudgetBeginsAgain();
    void energyPays();
    void lapses();
    void aTaskIsStopped();
    void aTaskIsPaidOrLetGo();
    void refusals();
    void cleanupTestCase();
};

static Amount available(Story &story)
{
    return account(story.state<Tokens>(), "owner", tokens::wallet, Token::Dream)->available();
}

static Amount fees(Story &story)
{
    const Account *account =
        tokens::account(story.state<Tokens>(), "house", feePurpose, Token::Dream);
    return account ? account->balance : Amount{};
}

void TestBillable::reserveAndSettle()
{
    Story story;
    filled(story, "owner", 10);
    story.when(Reserve{1, "owner", "lucid", {}}).thenFacts({});
    story.given(SetPrice{"lucid", amount(4)});
    story.when(Reserve{1, "owner", "lucid", {}})
        .thenFacts({"tokens.opened", "tokens.moved", "billable.reserved"});
    story.when(Reserve{1, "owner", "lucid", {}}).thenFacts({});
    QVERIFY(available(story) == amount(6) && fees(story) == Amount{});
    story.when(billable::Settle{1, 2'500}).thenFacts({"tokens.moved", "billable.settled"});
    QVERIFY(available(story) == amount(9) && fees(story) == amount(1));
    story.when(billable::Settle{1, 10'000}).thenFacts({});
    story.given(Reserve{2, "owner", "lucid", {}});
    story.given(billable::Settle{2, 0});
    QVERIFY(available(story) == amount(9) && fees(story) == amount(1));
    QVERIFY(story.state<Tokens>().holds.isEmpty());
    story.given(Reserve{3, "owner", "lucid", {}});
    story.given(Reserve{4, "owner", "lucid", {}});
    story.when(Reserve{5, "owner", "lucid", {}}).thenRefused("tokens.overdrawn");
}

void TestBillable::budgetsStop()
{
    Story story;
    filled(story, "owner", 1000);
    const Id<dreams::Dream> one{77}, other{78};
    story.given(SetPrice{"lucid", amount(4)});
    story.given(SetPrice{"root", amount(4)});
    for (const auto &[scope, subject] :
         {std::pair(Scope::Agent, std::string("lucid")), std::pair(Scope::Dream, idText(77)),
          std::pair(Scope::Day, std::string())}) {
        const std::uint64_t call = 100 * (std::uint64_t(scope) + 1);
        story.given(SetBudget{scope, subject, amount(10)});
        story.given(Reserve{call + 1, "owner", "lucid", one});
        story.given(billable::Settle{call + 1, 10'000});
        story.given(Reserve{call + 2, "owner", "lucid", one});
        // Four are spent, four reserved: the third would exceed ten.
        story.when(Reserve{call + 3, "owner", "lucid", one}).thenRefused("billable.overBudget");
        QCOMPARE(story.answer.refusal.arguments.at(1).second, std::string("2"));
        QCOMPARE(story.answer.isDone, false);
        // What the budget is not about goes on.
        if (scope != Scope::Day) {
            story.given(Reserve{call + 4, "owner", "root", other});
            story.given(billable::Settle{call + 4, 10'000});
        } else {
            story.when(Reserve{call + 4, "owner", "root", other})
                .thenRefused("billable.overBudget");
        }
        // What was let go can be spent again.
        story.given(billable::Settle{call + 2, 0});
        story.given(Reserve{call + 3, "owner", "lucid", one});
        story.given(billable::Settle{call + 3, 10'000});
        story.when(SetBudget{scope, subject, {}}).thenFacts({"billable.budgetDropped"});
    }
}

void TestBillable::dayBudgetBeginsAgain()
{
    Story story;
    filled(story, "owner", 1000);
    story.given(SetPrice{"lucid", amount(4)});
    story.given(SetBudget{Scope::Day, "", amount(5)});
    story.given(Reserve{1, "owner", "lucid", {}});
    story.given(billable::Settle{1, 10'000});
    story.when(Reserve{2, "owner", "lucid", {}}).thenRefused("billable.overBudget");
    story.given(SetBudget{Scope::Day, "", amount(8)});
    story.given(Reserve{2, "owner", "lucid", {}});
    story.given(billable::Settle{2, 10'000});
    story.when(Reserve{3, "owner", "lucid", {}}).thenRefused("billable.overBudget");
    story.pass(seconds(86'400));
    story.when(Reserve{3, "owner", "lucid", {}}).thenFacts({"tokens.moved", "billable.reserved"});
}

// The consequence of staking: the same call, with and without a stake.
void TestBillable::energyPays()
{
    for (const bool hasStake : {false, true}) {
        Story story;
        filled(story, "owner", 10);
        filled(story, "owner", 100, Token::Sheep);
        story.given(SetPrice{"lucid", amount(4)});
        if (hasStake)
            story.given(staking::Stake{amount(96), staking::Lock::None});
        story.pass({staking::day.us / 24});
        story.given(Reserve{1, "owner", "lucid", {}});
        story.given(billable::Settle{1, 10'000});
        QVERIFY(available(story) == amount(hasStake ? 10 : 6));
        // Four an hour: the next call is paid in DREAM again.
        story.given(Reserve{2, "owner", "lucid", {}});
        QVERIFY(available(story) == amount(hasStake ? 6 : 2));
    }
}

void TestBillable::lapses()
{
    Story story;
    filled(story, "owner", 10);
    story.given(SetPrice{"lucid", amount(4)});
    story.given(SetBudget{Scope::Agent, "lucid", amount(4)});
    story.given(Reserve{1, "owner", "lucid", {}});
    story.pass(reservedFor);
    QVERIFY(story.state<Billable>().reservations.isEmpty());
    QVERIFY(available(story) == amount(10));
    story.when(Reserve{2, "owner", "lucid", {}}).thenFacts({"tokens.moved", "billable.reserved"});
    story.when(billable::Tick{}).thenFacts({});
}

// The consequence: a task that a budget does not allow is not begun.
void TestBillable::aTaskIsStopped()
{
    for (const bool hasBudget : {false, true}) {
        Story story;
        cast::hireReader(story);
        filled(story, "owner", 10);
        story.given(SetPrice{"lucid", amount(4)});
        if (hasBudget)
            story.given(SetBudget{Scope::Day, "", amount(3)});
        superspine::Submit submit;
        submit.capability = "score-clarity";
        submit.agent = "lucid";
        story.when(submit);
        if (hasBudget)
            story.thenRefused("billable.overBudget");
        else
            QVERIFY(story.answer.isDone);
        QCOMPARE(story.state<superspine::SuperSpine>().tasks.isEmpty(), hasBudget);
    }
}

void TestBillable::aTaskIsPaidOrLetGo()
{
    Story story;
    cast::hireReader(story);
    filled(story, "owner", 10);
    story.given(SetPrice{"lucid", amount(4)});
    superspine::Submit submit;
    submit.capability = "score-clarity";
    submit.agent = "lucid";
    story.given(submit);
    QVERIFY(available(story) == amount(6));
    const auto leased = [&] {
        return story.state<superspine::SuperSpine>().tasks.rows().begin()->second;
    };
    superspine::Complete complete;
    complete.task = leased().id;
    complete.attempt = leased().attempt;
    story.when(complete);
    QVERIFY(story.fact<superspine::Finished>().cost == amount(4));
    QVERIFY(available(story) == amount(6) && fees(story) == amount(4));
    story.given(submit);
    complete.task = leased().id;
    complete.attempt = leased().attempt;
    complete.result = superspine::Result::Refused;
    story.when(complete);
    QVERIFY(story.fact<superspine::Finished>().cost == Amount{});
    QVERIFY(available(story) == amount(6));
    // Given up after too many attempts: let go as well.
    superspine::Configure configure;
    configure.attemptsMax = 1;
    story.given(configure);
    story.given(submit);
    complete.task = leased().id;
    complete.attempt = leased().attempt;
    complete.result = superspine::Result::Faulted;
    story.when(complete);
    QVERIFY(available(story) == amount(6));
    QVERIFY(story.state<Billable>().reservations.isEmpty()
            && story.state<Tokens>().holds.isEmpty());
}

void TestBillable::refusals()
{
    Story story;
    story.when(SetPrice{"", amount(1)}).thenRefused("billable.badAgent");
    story.when(SetPrice{"lucid", {-1}}).thenRefused("tokens.badAmount");
    story.when(SetBudget{Scope::Day, "x", amount(1)}).thenRefused("billable.badSubject");
    story.when(SetBudget{Scope::Agent, "", amount(1)}).thenRefused("billable.badSubject");
    story.when(SetBudget{Scope::Agent, "lucid", Amount{-1}}).thenRefused("tokens.badAmount");
    story.when(SetBudget{Scope::Agent, "lucid", {}}).thenRefused("billable.noBudget");
    story.given(SetPrice{"lucid", amount(1)});
    story.when(Reserve{1, "owner", "lucid", {}}).thenRefused("tokens.noWallet");
    for (std::size_t i = 1; i < pricesMax; ++i)
        story.given(SetPrice{"agent" + std::to_string(i), amount(1)});
    story.when(SetPrice{"one more", amount(1)}).thenRefused("billable.tooMany");
    for (std::size_t i = 0; i < budgetsMax; ++i)
        story.given(SetBudget{Scope::Agent, "agent" + std::to_string(i), amount(1)});
    story.when(SetBudget{Scope::Agent, "one more", amount(1)}).thenRefused("billable.tooMany");
}

void TestBillable::cleanupTestCase()
{
    QCOMPARE(Story::untold(billable::info(), QStringLiteral("economy/billable.cpp")),
             QStringList());
}

QTEST_APPLESS_MAIN(TestBillable)
#include "tst_billable.moc"
