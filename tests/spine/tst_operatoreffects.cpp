// Operator's effects: what is approved happens once, what is not does not; the consequence is played
// with a limit and without.
#include "spine/approvals.h"

using namespace approvals;

class TestOperatorEffects : public QObject {
    Q_OBJECT

private slots:
    void withAndWithout();
    void batchIsNoWayRound();
    void riskFollowsTheLimit();
    void survivesRestart();
    void diesBeforeItIsDurable();
    void refusedEffectLeavesItWaiting();
};

// The consequence: the same payment without a limit, with one, and approved.
void TestOperatorEffects::withAndWithout()
{
    Story story;
    filled(story, "owner", 1000);
    cast::person(story, "ada", Level::Citizen);
    const Pay pay{"ada", Token::Dream, amount(150), 0};
    story.when(pay).thenFacts({"tokens.opened", "tokens.moved"});
    story.when(SetSpendLimit{Token::Dream, amount(100)}).thenFacts({"tokens.limitSet"});
    story.when(pay).thenRefused("operator.needsApproval");
    QCOMPARE(story.answer.refusal.arguments.at(1).second, std::string("100"));
    story.when(Pay{"ada", Token::Dream, amount(100), 0}).thenFacts({"tokens.moved"});
    QCOMPARE(has(story, "ada"), std::int64_t(250));
    story.when(payment("ada", "150")).thenFacts({"operator.requested"});
    const Item item = story.fact<Requested>().item;
    QCOMPARE(item.source, std::string("tokens"));
    QVERIFY(item.cost == amount(150) && item.risk == Risk::Yellow && item.asker == "owner");
    story.when(approval(item), as("ada"))
        .thenFacts({"tokens.moved", "operator.approved", "operator.closed"});
    QVERIFY(story.fact<Closed>().item.standing == operators::Standing::Approved);
    QVERIFY(!story.fact<Approved>().approval.isSelfConfirmed);
    QCOMPARE(has(story, "ada"), std::int64_t(400));
    QCOMPARE(has(story, "owner"), std::int64_t(600));
    // Once: it is gone, and time brings nothing back.
    story.when(approval(item), as("ada")).thenRefused("operator.unknown");
    story.pass(lastsMax);
    QCOMPARE(has(story, "ada"), std::int64_t(400));
    QVERIFY(sumOf(story.state<Tokens>(), Token::Dream) == Amount{});
}

void TestOperatorEffects::batchIsNoWayRound()
{
    Story story;
    const Id<Account> mine = filled(story, "owner", 1000), other = open(story, "ben");
    story.given(SetSpendLimit{Token::Dream, amount(100)});
    const auto move = [&](std::uint64_t id, std::int64_t whole, Kind kind = Kind::Move) {
        return transfer(id, mine, other, amount(whole), kind);
    };
    story.when(Send{{move(1, 60), move(2, 60)}}).thenRefused("operator.needsApproval");
    story.when(Send{{move(1, 60), move(2, 60, Kind::Hold)}}).thenRefused("operator.needsApproval");
    story.when(Send{{move(1, 60), move(2, 40)}}).thenFacts({"tokens.moved"});
    // A repeat moves nothing and is no second spending.
    story.when(Send{{move(1, 60), move(2, 40), move(3, 50)}}).thenFacts({"tokens.moved"});
    QCOMPARE(has(story, "ben"), std::int64_t(150));
    // Another token has a limit of its own.
    filled(story, "owner", 500, Token::Sheep);
    story.when(Pay{"ben", Token::Sheep, amount(400), 0});
    QVERIFY(story.answer.isDone);
}

void TestOperatorEffects::riskFollowsTheLimit()
{
    Story story;
    filled(story, "agent:lucid", 5000);
    QVERIFY(asked(story, payment("ben", "1500")).risk == Risk::Green);
    const Item item = asked(story, payment("ben", "1501"));
    story.given(SetSpendLimit{Token::Dream, amount(100)});
    const std::pair<const char *, Risk> steps[] = {{"100", Risk::Green},
                                                   {"200", Risk::Yellow},
                                                   {"200.000000000000000001", Risk::Orange},
                                                   {"1000", Risk::Orange},
                                                   {"1000.000000000000000001", Risk::Red}};
    for (const auto &[words, risk] : steps)
        QVERIFY2(asked(story, payment("ben", words)).risk == risk, words);
    // Nobody asks it smaller than it is, and a limit set since counts.
    QVERIFY(asked(story, payment("cy", "100", Risk::Orange)).risk == Risk::Orange);
    story.when(approval(item)).thenRefused("operator.needsSecondPerson");
}

void TestOperatorEffects::survivesRestart()
{
    Story story;
    filled(story, "agent:lucid", 500);
    story.given(SetSpendLimit{Token::Dream, amount(100)});
    const Item item = asked(story, payment("ben", "120"));
    story.restart();
    QVERIFY(*story.state<Operator>().items.find(item.id) == item);
    story.when(Pay{"ben", Token::Dream, amount(120), 0}, agent())
        .thenRefused("operator.needsApproval");
    story.when(approval(item));
    QVERIFY(story.answer.isDone);
    story.restart();
    QVERIFY(story.state<Operator>().items.isEmpty());
    QCOMPARE(has(story, "ben"), std::int64_t(120));
}

// The process ends after the approval was decided and before its page was durable: nothing has moved,
// it waits as before, and approved again it moves once.
void TestOperatorEffects::diesBeforeItIsDurable()
{
    Story story;
    filled(story, "agent:lucid", 500);
    const Item item = asked(story, payment("ben", "120"));
    story.core().beginPage(story.now);
    Ask ask = kernel::makeAsk(approval(item));
    QVERIFY(story.core().ask(ask).isDone);
    QCOMPARE(has(story, "ben"), std::int64_t(120));
    story.restart();
    QCOMPARE(has(story, "ben"), std::int64_t(0));
    story.given(approval(item));
    story.restart();
    QCOMPARE(has(story, "ben"), std::int64_t(120));
}

void TestOperatorEffects::refusedEffectLeavesItWaiting()
{
    Story story;
    filled(story, "agent:lucid", 50);
    const Item item = asked(story, payment("ben", "120"));
    story.when(approval(item)).thenRefused("tokens.overdrawn");
    QVERIFY(story.state<Operator>().items.find(item.id)->approvals.empty());
    fill(story, account(story.state<Tokens>(), "agent:lucid", tokens::wallet, Token::Dream)->id,
         amount(100));
    story.when(approval(item));
    QVERIFY(story.answer.isDone);
}

QTEST_APPLESS_MAIN(TestOperatorEffects)
#include "tst_operatoreffects.moc"
