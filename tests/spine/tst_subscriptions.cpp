// Subscriptions: paid by the calendar month, renewed, over; and an agent that is locked without.
#include "cast.h"
#include "economy/purse.h"

#ifndef Q_MOC_RUN
#    include "economy/staking.h"
#    include "spine/subscriptions.h"
#endif

#include <QDateTime>

using namespace purse;
using namespace subscriptions;

class TestSubscriptions : public QObject {
    Q_OBJECT

private slots:
    void calendar();
    void monthAndRenewal();
    void year();
    void unpaidEnds();
    void cancelled();
    void locksAnAgent();
    void refusals();
    void cleanupTestCase();
};

static Time at(const char *text)
{
    return {QDateTime::fromString(QLatin1String(text), Qt::ISODate).toMSecsSinceEpoch() * 1000};
}

void TestSubscriptions::calendar()
{
    QCOMPARE(monthsAfter(at("2026-01-31T10:00:00Z"), 1).us, at("2026-02-28T10:00:00Z").us);
    QCOMPARE(monthsAfter(at("2028-01-31T10:00:00Z"), 1).us, at("2028-02-29T10:00:00Z").us);
    QCOMPARE(monthsAfter(at("2026-01-31T10:00:00Z"), 2).us, at("2026-03-31T10:00:00Z").us);
    QCOMPARE(monthsAfter(at("2026-12-15T23:59:59Z"), 1).us, at("2027-01-15T23:59:59Z").us);
    QCOMPARE(monthsAfter(at("2028-02-29T00:00:00Z"), 12).us, at("2029-02-28T00:00:00Z").us);
}

void TestSubscriptions::monthAndRenewal()
{
    Story story;
    story.now = at("2026-01-31T12:00:00Z");
    const Id<Account> wallet = filled(story, "owner", 130);
    story.when(Subscribe{"cradle", Period::Month})
        .thenFacts({"tokens.opened", "tokens.moved", "subscriptions.subscribed"});
    QCOMPARE(wholes(story, wallet), std::int64_t(80));
    QVERIFY(isActive(story.state<Subscriptions>(), "owner", "cradle", story.now));
    QVERIFY(!isActive(story.state<Subscriptions>(), "ben", "cradle", story.now));
    story.when(Subscribe{"cradle", Period::Month}).thenRefused("subscriptions.active");
    story.pass({at("2026-02-28T12:00:01Z").us - story.now.us});
    QCOMPARE(wholes(story, wallet), std::int64_t(30));
    QCOMPARE(story.state<Subscriptions>().subscriptions.rows().begin()->second.until.us,
             at("2026-03-31T12:00:00Z").us);
}

void TestSubscriptions::year()
{
    Story story;
    const Id<Account> wallet = filled(story, "owner", 301);
    story.given(Subscribe{"wing", Period::Year});
    QCOMPARE(wholes(story, wallet), std::int64_t(1));
    story.pass({360 * 86'400'000'000});
    QVERIFY(isActive(story.state<Subscriptions>(), "owner", "wing", story.now));
    story.pass({7 * 86'400'000'000});
    QVERIFY(!isActive(story.state<Subscriptions>(), "owner", "wing", story.now));
}

void TestSubscriptions::unpaidEnds()
{
    Story story;
    filled(story, "owner", 60);
    story.given(Subscribe{"cradle", Period::Month});
    story.pass({40 * 86'400'000'000});
    QVERIFY(story.state<Subscriptions>().subscriptions.isEmpty());
    QVERIFY(sumOf(story.state<Tokens>(), Token::Dream) == Amount{});
}

void TestSubscriptions::cancelled()
{
    Story story;
    const Id<Account> wallet = filled(story, "owner", 600);
    story.given(Subscribe{"cradle", Period::Month});
    const Id<Subscription> id =
        story.state<Subscriptions>().subscriptions.rows().begin()->second.id;
    story.when(subscriptions::Cancel{id}).thenFacts({"subscriptions.cancelled"});
    story.when(subscriptions::Cancel{id}).thenFacts({});
    QVERIFY(isActive(story.state<Subscriptions>(), "owner", "cradle", story.now));
    story.pass({40 * 86'400'000'000});
    QVERIFY(!isActive(story.state<Subscriptions>(), "owner", "cradle", story.now));
    QCOMPARE(wholes(story, wallet), std::int64_t(550));
    story.when(subscriptions::Tick{}).thenFacts({});
}

// The consequence: the same task, with and without.
void TestSubscriptions::locksAnAgent()
{
    Story story;
    filled(story, "owner", 600);
    filled(story, "owner", 1000, Token::Sheep);
    agentregistry::Register wing = cast::manifest("wing", {{"tag-text", {"text"}, {"tags"}}});
    wing.manifest.tier =
        R"({"all":[{"subscription":true}],"any":[{"stakeSheep":1000},{"achievement":"complete-10-dreams"}]})";
    cast::hire(story, wing);
    superspine::Submit submit;
    submit.capability = "tag-text";
    submit.agent = "wing";
    const auto missing = [&] { return story.answer.refusal.arguments.at(1).second; };
    story.when(submit).thenRefused("superspine.agentLocked");
    QCOMPARE(missing(),
             std::string("subscription; stakeSheep 1000 or achievement \"complete-10-dreams\""));
    story.given(Subscribe{"wing", Period::Month});
    story.when(submit).thenRefused("superspine.agentLocked");
    QCOMPARE(missing(), std::string("stakeSheep 1000 or achievement \"complete-10-dreams\""));
    story.given(staking::Stake{amount(1000), staking::Lock::None});
    story.when(submit);
    QVERIFY(story.answer.isDone);
    story.pass({40 * 86'400'000'000});
    story.given(subscriptions::Cancel{
        story.state<Subscriptions>().subscriptions.rows().begin()->second.id});
    story.pass({40 * 86'400'000'000});
    story.when(submit).thenRefused("superspine.agentLocked");
    QCOMPARE(missing(), std::string("subscription"));
}

void TestSubscriptions::refusals()
{
    Story story;
    story.when(Subscribe{"cradle", Period::Month}).thenRefused("tokens.noWallet");
    filled(story, "owner", 49);
    story.when(Subscribe{"cradle", Period::Month}).thenRefused("tokens.overdrawn");
    story.when(Subscribe{"lucid", Period::Month}).thenRefused("subscriptions.noPlan");
    story.when(subscriptions::Cancel{{3}}).thenRefused("subscriptions.unknown");
    fill(story, account(story.state<Tokens>(), "owner", wallet, Token::Dream)->id, amount(100));
    story.given(Subscribe{"cradle", Period::Month});
    Envelope other = Story::hand();
    other.actor = "ben";
    story
        .when(
            subscriptions::Cancel{
                story.state<Subscriptions>().subscriptions.rows().begin()->second.id},
            other)
        .thenRefused("tokens.notYours");
}

void TestSubscriptions::cleanupTestCase()
{
    QCOMPARE(Story::untold(subscriptions::info(), QStringLiteral("spine/subscriptions.cpp")),
             QStringList{QStringLiteral("subscriptions.tooMany")});
}

QTEST_APPLESS_MAIN(TestSubscriptions)
#include "tst_subscriptions.moc"
