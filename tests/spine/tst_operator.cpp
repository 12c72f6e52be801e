// Operator: who may ask, who may approve, what is refused, and what becomes of an item that waits.
#include "spine/approvals.h"

#ifndef Q_MOC_RUN
#    include "crypto/hash.h"
#    include "identity/apikeeper.h"
#endif

using namespace approvals;

class TestOperator : public QObject {
    Q_OBJECT

private slots:
    void agentAsksPersonApproves();
    void limitHoldsItself();
    void exactEffect();
    void ownRequest();
    void aloneAndSelfConfirmed();
    void redNeedsTwo();
    void rejectSnoozeWithdraw();
    void expires();
    void tokensDecideNothing();
    void limits();
    void requestRefusals();
    void hiddenTokens();
    void cleanupTestCase();
};

void TestOperator::agentAsksPersonApproves()
{
    Story story;
    filled(story, "agent:lucid", 500);
    story.given(SetSpendLimit{Token::Dream, amount(100)});
    const Pay pay{"ben", Token::Dream, amount(120), 0};
    story.when(pay, agent()).thenRefused("operator.needsApproval");
    const Item item = asked(story, payment("ben", "120"));
    QCOMPARE(item.asker, std::string("agent:lucid"));
    QCOMPARE(item.arguments, std::string(R"({"amount":"120","to":"ben","token":"dream"})"));
    story.when(approval(item), agent()).thenRefused("operator.notAPerson");
    story.when(approval(item), agent("root")).thenRefused("operator.notAPerson");
    story.when(approval(item), Story::hand()).thenRefused("operator.notAPerson");
    // No delay: whoever approves did not ask.
    story.when(approval(item));
    QVERIFY(story.answer.isDone && !story.fact<Approved>().approval.isSelfConfirmed);
    QCOMPARE(has(story, "ben"), std::int64_t(120));
    QCOMPARE(has(story, "agent:lucid"), std::int64_t(380));
}

void TestOperator::limitHoldsItself()
{
    Story story;
    filled(story, "owner", 1000);
    const auto limit = [&] { return limitOf(story.state<Tokens>(), Token::Dream); };
    story.given(SetSpendLimit{Token::Dream, amount(100)});
    story.when(SetSpendLimit{Token::Dream, amount(101)}).thenRefused("operator.needsApproval");
    story.when(SetSpendLimit{Token::Dream, {}}).thenRefused("operator.needsApproval");
    story.when(SetSpendLimit{Token::Dream, Amount{-1}}).thenRefused("tokens.badAmount");
    story.when(SetSpendLimit{Token::Dream, amount(50)}).thenFacts({"tokens.limitSet"});
    Request loosen;
    loosen.command = "operator.setSpendLimit";
    loosen.arguments = R"({"token":"dream","amount":"200"})";
    loosen.reason = "A larger garden";
    story.when(loosen, agent()).thenRefused("operator.notYoursToAsk");
    const Item item = asked(story, loosen, {});
    QVERIFY(item.risk == Risk::Orange && item.cost == Amount{});
    story.pass(selfDelay);
    story.when(approval(item))
        .thenFacts({"tokens.limitSet", "operator.approved", "operator.closed"});
    QVERIFY(limit()->amount == amount(200));
    loosen.arguments = R"({"token":"dream"})";
    QVERIFY(asked(story, loosen, {}).risk == Risk::Red);
}

// What is approved is what was shown, however it was spelled.
void TestOperator::exactEffect()
{
    Story story;
    filled(story, "agent:lucid", 500);
    const Item item = asked(story, payment("ben", "120"));
    Approve other = approval(item);
    other.effect =
        digestOf(item.asker, item.command, R"({"amount":"12","to":"ben","token":"dream"})");
    story.when(other).thenRefused("operator.otherEffect");
    QCOMPARE(story.answer.refusal.arguments.at(0).second, item.effect.hex());
    other.effect = {};
    story.when(other).thenRefused("operator.otherEffect");
    Request spelled = payment("ben", "120");
    spelled.arguments = R"( {"amount":"120.000", "token":"dream","to":"ben"} )";
    story.when(spelled, agent()).thenRefused("operator.alreadyAsked");
    // Who pays is part of the effect.
    filled(story, "agent:root", 500);
    QVERIFY(asked(story, payment("ben", "120"), agent("root")).effect != item.effect);
    Approve wordy = approval(item);
    wordy.reason.assign(reasonBytesMax + 1, 'a');
    story.when(wordy).thenRefused("operator.badReason");
}

void TestOperator::ownRequest()
{
    Story story;
    filled(story, "owner", 500);
    const Item item = asked(story, payment("ben", "120"), {});
    cast::person(story, "ada", Level::Citizen);
    story.pass(selfDelay);
    story.when(approval(item)).thenRefused("operator.ownRequest");
    story.when(approval(item), as("ada"));
    QVERIFY(story.answer.isDone);
    // Somebody suspended, or who has not joined, is nobody to wait for.
    const Item next = asked(story, payment("ben", "130"), {});
    story.given(passports::Suspend{passports::find(story.state<passports::Passports>(), "ada")->id,
                                   "A rest"});
    cast::person(story, "cy", Level::Dreamer);
    story.when(approval(next), as("cy")).thenRefused("rbac.denied");
    story.pass(selfDelay);
    story.when(approval(next));
    QVERIFY(story.answer.isDone && story.fact<Approved>().approval.isSelfConfirmed);
}

void TestOperator::aloneAndSelfConfirmed()
{
    Story story;
    filled(story, "owner", 500);
    const Item item = asked(story, payment("ben", "120"), {});
    story.when(approval(item)).thenRefused("operator.tooSoon");
    QCOMPARE(story.answer.refusal.arguments.at(0).second, std::string("10"));
    story.pass({selfDelay.us - 1});
    story.when(approval(item)).thenRefused("operator.tooSoon");
    QCOMPARE(story.answer.refusal.arguments.at(0).second, std::string("1"));
    story.pass({1});
    story.when(approval(item));
    QVERIFY(story.fact<Approved>().approval.isSelfConfirmed);
    QVERIFY(story.fact<Closed>().item.approvals.at(0).isSelfConfirmed);
    QCOMPARE(has(story, "ben"), std::int64_t(120));
}

void TestOperator::redNeedsTwo()
{
    Story story;
    filled(story, "agent:lucid", 500);
    filled(story, "owner", 500);
    const Item item = asked(story, payment("ben", "120", Risk::Red));
    story.when(approval(item)).thenRefused("operator.needsSecondPerson");
    const Item own = asked(story, payment("ben", "120", Risk::Red), {});
    story.pass(selfDelay);
    story.when(approval(own)).thenRefused("operator.needsSecondPerson");
    cast::person(story, "ada", Level::Citizen);
    story.when(approval(item)).thenFacts({"operator.approved"});
    QCOMPARE(has(story, "ben"), std::int64_t(0));
    story.when(approval(item)).thenRefused("operator.alreadyApproved");
    story.when(approval(item), as("ada"))
        .thenFacts({"tokens.opened", "tokens.moved", "operator.approved", "operator.closed"});
    QCOMPARE(has(story, "ben"), std::int64_t(120));
    QCOMPARE(story.fact<Closed>().item.approvals.size(), std::size_t(2));
    // A person who asked is one of the two, and never the one who approves.
    story.when(approval(own)).thenRefused("operator.ownRequest");
    story.when(approval(own), as("ada"));
    QVERIFY(story.answer.isDone);
    QCOMPARE(has(story, "ben"), std::int64_t(240));
}

void TestOperator::rejectSnoozeWithdraw()
{
    Story story;
    filled(story, "agent:lucid", 500);
    Item item = asked(story, payment("ben", "1"));
    story.when(Reject{item.id, ""}).thenRefused("operator.badReason");
    story.when(Reject{item.id, "No"}, agent()).thenRefused("operator.notAPerson");
    story.when(Reject{item.id, "Too dear"}).thenFacts({"operator.closed"});
    QVERIFY(story.fact<Closed>().item.standing == operators::Standing::Rejected);
    QCOMPARE(story.fact<Closed>().reason, std::string("Too dear"));
    item = asked(story, payment("ben", "2"));
    story.when(operators::Snooze{item.id, {}}).thenRefused("operator.badSnooze");
    story.when(operators::Snooze{item.id, lastsUsually}).thenRefused("operator.badSnooze");
    story.when(operators::Snooze{item.id, {3'600'000'000}}, agent())
        .thenRefused("operator.notAPerson");
    story.when(operators::Snooze{item.id, {3'600'000'000}}).thenFacts({"operator.snoozed"});
    const auto standing = [&] { return story.state<Operator>().items.find(item.id)->standing; };
    story.pass({3'599'999'999});
    QVERIFY(standing() == operators::Standing::Snoozed);
    story.pass({1});
    QVERIFY(standing() == operators::Standing::Waiting);
    story.when(Withdraw{item.id}).thenRefused("operator.notYours");
    story.when(Withdraw{item.id}, agent()).thenFacts({"operator.closed"});
    QVERIFY(story.fact<Closed>().item.standing == operators::Standing::Withdrawn);
    story.when(Withdraw{item.id}, agent()).thenRefused("operator.unknown");
    QCOMPARE(has(story, "ben"), std::int64_t(0));
}

void TestOperator::expires()
{
    Story story;
    filled(story, "agent:lucid", 500);
    Request brief = payment("ben", "1");
    brief.lasts = lastsMin;
    const Item item = asked(story, brief);
    story.given(operators::Snooze{item.id, {lastsMin.us - 1}});
    story.when(operators::Tick{}).thenFacts({});
    story.pass({lastsMin.us - 1});
    QCOMPARE(story.state<Operator>().items.size(), std::size_t(1));
    // By the clock, also where its timer has not come yet.
    story.now = story.now + Duration{1};
    story.when(approval(item)).thenRefused("operator.expired");
    story.pass({0});
    QVERIFY(story.state<Operator>().items.isEmpty());
    QVERIFY(story.fact<Closed>().item.standing == operators::Standing::Expired);
    QCOMPARE(story.core().nextDue().us, std::int64_t(0));
}

// A program with somebody's token may ask in their name, and decide nothing.
void TestOperator::tokensDecideNothing()
{
    Story story;
    filled(story, "agent:lucid", 500);
    cast::person(story, "owner");
    cast::person(story, "ada", Level::Citizen);
    story.given(apikeeper::IssueToken{"script",
                                      "ada",
                                      apikeeper::Tier::Seed,
                                      {"operator.*"},
                                      crypto::blake2b("secret"),
                                      {},
                                      0},
                as("ada"));
    Envelope program = Story::from(Origin::Http);
    program.credential = std::make_shared<const Credential>(Credential{"secret", {}, {}});
    const Item item = asked(story, payment("ben", "120"));
    story.when(approval(item), program).thenRefused("operator.onlyHere");
    story.when(Reject{item.id, "No"}, program).thenRefused("operator.onlyHere");
    story.when(operators::Snooze{item.id, {60'000'000}}, program).thenRefused("operator.onlyHere");
    story.when(payment("cy", "1"), program).thenFacts({"operator.requested"});
    QCOMPARE(story.fact<Requested>().item.asker, std::string("ada"));
}

void TestOperator::limits()
{
    Story story;
    int number = 0;
    const auto next = [&] { return payment("ben", std::to_string(++number)); };
    for (std::size_t i = 0; i < openPerAskerMax; ++i)
        story.given(next(), agent());
    story.when(next(), agent()).thenRefused("operator.tooManyOfOne");
    for (std::size_t who = 1; story.state<Operator>().items.size() < openMax; ++who)
        for (std::size_t i = 0; i < openPerAskerMax; ++i)
            story.given(next(), agent("helper" + std::to_string(who)));
    story.when(next()).thenRefused("operator.tooMany");
    story.given(Reject{story.state<Operator>().items.rows().begin()->second.id, "No"});
    story.when(next()).thenFacts({"operator.requested"});
}

void TestOperator::requestRefusals()
{
    Story story;
    cast::person(story, "cy");
    story.when(payment("ben", "1"), as("cy")).thenRefused("rbac.denied");
    Envelope visitor = Story::hand();
    visitor.actor = "cy";
    story.when(payment("ben", "1"), visitor).thenRefused("operator.notYoursToAsk");
    const auto refused = [&](auto change, const char *code) {
        Request request = payment("ben", "1");
        change(request);
        story.when(request, agent()).thenRefused(code);
    };
    refused([](Request &one) { one.reason.clear(); }, "operator.badReason");
    refused([](Request &one) { one.reason.assign(reasonBytesMax + 1, 'a'); }, "operator.badReason");
    refused([](Request &one) { one.lasts = {lastsMin.us - 1}; }, "operator.badExpiry");
    refused([](Request &one) { one.lasts = {lastsMax.us + 1}; }, "operator.badExpiry");
    refused([](Request &one) { one.evidence = {0}; }, "operator.badEvidence");
    refused([](Request &one) { one.evidence = {1'000'000}; }, "operator.badEvidence");
    refused([](Request &one) { one.evidence.assign(evidenceMax + 1, 1); }, "operator.badEvidence");
    refused([](Request &one) { one.command = "dreams.erase"; }, "operator.badEffect");
    for (const char *words :
         {"", "[]", "{}", R"({"to":"","token":"dream","amount":"1"})",
          R"({"to":"ben","token":"dream","amount":"0"})", R"({"to":"ben","token":"dream"})",
          R"({"to":"ben","token":"dream","amount":"-1"})",
          R"({"to":"ben","token":"dream","amount":1})",
          R"({"to":"ben","token":"gold","amount":"1"})",
          R"({"to":"ben","token":"dream","amount":"1000000001"})",
          R"({"to":"ben","token":"dream","amount":"1","id":0})",
          R"({"to":"ben","token":"dream","amount":"1","id":"7"})",
          R"({"to":"ben","token":"dream","amount":"1","by":"owner"})",
          R"({"to":"ben","to":"cy","token":"dream","amount":"1"})"})
        refused([&](Request &one) { one.arguments = words; }, "operator.badEffect");
    refused([](Request &one) { one.arguments.append(argumentsBytesMax, ' '); },
            "operator.badEffect");
    Request limit = payment("ben", "1");
    limit.command = "operator.setSpendLimit";
    for (const char *words : {R"({"token":"dream","amount":"x"})",
                              R"({"token":"dream","to":"ben"})", R"({"amount":"1"})"}) {
        limit.arguments = words;
        story.when(limit).thenRefused("operator.badEffect");
    }
    Request whole = payment("ben", "1");
    whole.arguments = R"({"to":"ben","token":"dream","amount":"1","id":7})";
    whole.evidence = {1};
    story.when(whole, agent()).thenFacts({"operator.requested"});
    // A rule that denies holds here too.
    rbac::AddRule rule;
    rule.who = "agent";
    rule.command = "tokens.pay";
    rule.note = "It has no money to spend";
    story.given(rule);
    story.when(payment("ben", "1"), agent("root")).thenRefused("operator.notYoursToAsk");
}

void TestOperator::hiddenTokens()
{
    Story story;
    story.when(SetSpendLimit{Token::Flby, amount(1)}).thenRefused("operator.hiddenToken");
    Request request = payment("ben", "1");
    request.arguments = R"({"to":"ben","token":"flby","amount":"1"})";
    story.when(request, agent()).thenRefused("operator.badEffect");
}

void TestOperator::cleanupTestCase()
{
    QCOMPARE(Story::untold(operators::info(), QStringLiteral("spine/operatorqueue.cpp")),
             QStringList());
}

QTEST_APPLESS_MAIN(TestOperator)
#include "tst_operator.moc"
