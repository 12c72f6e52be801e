// Rewards and the Economic Engine: what work is worth, paid once, capped by the day, and nothing for clicking.
#include "identity/people.h"
#include "purse.h"

#ifndef Q_MOC_RUN
#    include "economy/economicengine.h"
#endif

using namespace purse;
using namespace rewards;
namespace engine = economicengine;

class TestRewards : public QObject {
    Q_OBJECT

private slots:
    void oncePerReceipt();
    void capsByUtcDay();
    void streak();
    void bonusNeedsWork();
    void referral();
    void referralKeepsCaps();
    void referralRefusals();
    void workIsPaid();
    void authorEarns();
    void withoutARuleNothing();
    void emissionHalves();
    void treasuryOpensOnce();
    void runsDry();
    void earnersHaveALimit();
    void refusals();
    void cleanupTestCase();
};

static Story &opened(Story &story)
{
    story.given(engine::OpenTreasury{});
    return story;
}

static Amount has(Story &story, Token token, std::string_view who = "owner")
{
    const Account *wallet = account(story.state<Tokens>(), who, tokens::wallet, token);
    return wallet ? wallet->balance : Amount{};
}

void TestRewards::oncePerReceipt()
{
    Story story;
    opened(story)
        .when(Grant{"owner", 5, amount(1), amount(2)})
        .thenFacts({"tokens.opened", "tokens.opened", "tokens.moved", "rewards.granted"});
    story.when(Grant{"owner", 5, amount(1), amount(2)}).thenFacts({});
    story.when(Grant{"ben", 5, amount(1), amount(2)}).thenFacts({});
    story.restart();
    story.when(Grant{"owner", 5, amount(9), {}}).thenFacts({});
    QVERIFY(has(story, Token::Dream) == amount(1) && has(story, Token::Sheep) == amount(2));
    QCOMPARE(earner(story.state<Rewards>(), "owner")->receipts, std::uint64_t(1));
}

void TestRewards::capsByUtcDay()
{
    Story story;
    opened(story);
    story.now = {rewards::dayOf(story.now) * 86'400'000'000 + 86'399'000'000};
    story.given(SetLimits{amount(10), amount(5)});
    story.given(Grant{"owner", 1, amount(8), amount(4)});
    story.given(Grant{"owner", 2, amount(8), amount(4)});
    QVERIFY(has(story, Token::Dream) == amount(10) && has(story, Token::Sheep) == amount(5));
    story.when(Grant{"owner", 3, amount(8), amount(4)}).thenFacts({"rewards.granted"});
    story.when(Grant{"owner", 3, amount(8), amount(4)}).thenFacts({});
    QCOMPARE(earner(story.state<Rewards>(), "owner")->receipts, std::uint64_t(3));
    // One second later it is another day.
    story.pass(seconds(1));
    story.given(Grant{"owner", 4, amount(8), amount(4)});
    QVERIFY(has(story, Token::Dream) == amount(18));
}

void TestRewards::streak()
{
    Story story;
    opened(story);
    std::uint64_t receipt = 1;
    for (std::uint32_t day = 1; day <= 7; ++day) {
        story.given(Grant{"owner", receipt++, amount(1), {}});
        story.given(Grant{"owner", receipt++, amount(1), {}});
        QCOMPARE(earner(story.state<Rewards>(), "owner")->streak, day);
        story.when(Claim{}).thenFacts({"tokens.moved", "rewards.claimed"});
        const Amount expected{grown(dailyDream, day).units + (day == 7 ? weeklyDream.units : 0)};
        QVERIFY(story.fact<Claimed>().dreamTokens == expected);
        story.pass(seconds(86'400));
    }
    QVERIFY(grown(dailyDream, 1) == amount(11));
    QVERIFY(grown(dailyDream, 7) == amount(19));  // 10 * 1.1^7 = 19.487
    QVERIFY(grown(dailyDream, 70) == amount(19));
    story.pass(seconds(86'400));
    story.given(Grant{"owner", receipt++, amount(1), {}});
    QCOMPARE(earner(story.state<Rewards>(), "owner")->streak, std::uint32_t(1));
    QCOMPARE(earner(story.state<Rewards>(), "owner")->longest, std::uint32_t(7));
}

// Who only clicks gets nothing, however often.
void TestRewards::bonusNeedsWork()
{
    Story story;
    opened(story).when(Claim{}).thenRefused("rewards.noWork");
    story.given(Grant{"owner", 1, amount(1), {}});
    story.given(Claim{});
    story.when(Claim{}).thenRefused("rewards.claimed");
    story.pass(seconds(86'400));
    story.when(Claim{}).thenRefused("rewards.noWork");
}

static void work(Story &story, const std::string &who, std::uint64_t first, std::uint64_t receipts)
{
    for (std::uint64_t i = 0; i < receipts; ++i)
        story.given(Grant{who, first + i, amount(1), amount(1)});
}

// Whoever brings somebody earns nothing by that alone: it is the other's work that pays both.
void TestRewards::referral()
{
    Story story;
    opened(story);
    cast::person(story, "ben");
    work(story, "owner", 1, 1);
    story.when(Refer{"owner"}, cast::as("ben")).thenFacts({"rewards.referred"});
    work(story, "ben", 100, referralWork - 1);
    QVERIFY(has(story, Token::Dream) == amount(1));
    story.when(Grant{"ben", 200, amount(1), {}})
        .thenFacts({"tokens.moved", "tokens.moved", "tokens.moved", "rewards.granted",
                    "rewards.referralPaid"});
    QVERIFY(has(story, Token::Dream).units == tokens::unit + referralDream.units);
    QVERIFY(has(story, Token::Sheep).units == tokens::unit + referralSheep.units);
    QVERIFY(has(story, Token::Dream, "ben").units == 10 * tokens::unit + referralDream.units);
    story.restart();
    work(story, "ben", 201, 20);  // once
    QVERIFY(has(story, Token::Dream).units == tokens::unit + referralDream.units);
    QCOMPARE(earner(story.state<Rewards>(), "owner")->referrals, 1U);
    for (const Token token : {Token::Dream, Token::Sheep})
        QVERIFY(sumOf(story.state<Tokens>(), token) == Amount{});
}

// Caps of the day hold for both, and a referrer is paid for so many, ever.
void TestRewards::referralKeepsCaps()
{
    Story story;
    opened(story);
    story.given(SetLimits{amount(30), amount(1000)});
    work(story, "owner", 1, 1);
    for (std::uint32_t i = 0; i <= referralsMax; ++i) {
        const std::string who = "friend" + std::to_string(i);
        cast::person(story, who);
        story.given(Refer{"owner"}, cast::as(who));
        work(story, who, 1000 * (i + 1), referralWork);
        QVERIFY(has(story, Token::Dream, who) == amount(i < referralsMax ? 30 : 10));
        if (i == 1)  // the second of one day: 1 of work, 25 and what was left to 30
            QVERIFY(has(story, Token::Dream) == amount(30));
        if (i >= 1)
            story.pass(seconds(86'400));
    }
    QCOMPARE(earner(story.state<Rewards>(), "owner")->referrals, referralsMax);
    QVERIFY(has(story, Token::Dream) == amount(30 + 25 * (referralsMax - 2)));
    QCOMPARE(earner(story.state<Rewards>(), "owner")->streak, 1U);  // no work, no streak
}

void TestRewards::referralRefusals()
{
    Story story;
    for (const char *who : {"ben", "late"})
        cast::person(story, who);
    opened(story).when(Refer{"owner"}, cast::as("ben")).thenRefused("rewards.noReferrer");
    work(story, "owner", 1, 1);
    work(story, "late", 10, referralWork);
    story.when(Refer{"owner"}, cast::as("late")).thenRefused("rewards.tooLate");
    story.when(Refer{"owner"}, cast::as("owner")).thenRefused("rewards.noReferrer");
    story.given(Refer{"owner"}, cast::as("ben"));
    story.when(Refer{"late"}, cast::as("ben")).thenRefused("rewards.referred");
    work(story, "ben", 30, 1);
    story.when(Refer{"ben"}, cast::as("owner")).thenRefused("rewards.noReferrer");  // in a ring
}

// The consequence: a dream that is worked earns; the same without an open treasury does not.
void TestRewards::workIsPaid()
{
    for (const bool isOpen : {false, true}) {
        Story story;
        if (isOpen)
            opened(story);
        cast::hireReader(story);
        cast::dream(story, "A garden on the roof.");
        cast::workAll(story);
        QVERIFY((has(story, Token::Dream).units > 0) == isOpen);
        const Account *agent =
            account(story.state<Tokens>(), "agent:lucid", tokens::wallet, Token::Core);
        QCOMPARE(agent != nullptr, isOpen);
        if (!isOpen)
            continue;
        QVERIFY(agent->balance.units > 0);
        QVERIFY(has(story, Token::Dream).units == tokens::unit / 2);
        for (const Token token : {Token::Dream, Token::Sheep, Token::Core})
            QVERIFY(sumOf(story.state<Tokens>(), token) == Amount{});
    }
}

// Whoever wrote the dream is paid, not whoever owns the profile.
void TestRewards::authorEarns()
{
    Story story;
    opened(story);
    cast::hireReader(story);
    cast::person(story, "ben");
    dreams::Create create;
    create.body.text = "A garden on the roof.";
    story.given(create, cast::as("ben"));
    cast::workAll(story);
    QVERIFY(has(story, Token::Dream, "ben").units == tokens::unit / 2);
    QVERIFY(has(story, Token::Dream).units == 0);
}

void TestRewards::withoutARuleNothing()
{
    Story story;
    opened(story);
    story.when(engine::Settle{7, "lucid", "score-clarity", seconds(2), {}})
        .thenFacts({"tokens.opened", "tokens.moved", "tokens.opened", "tokens.opened",
                    "tokens.moved", "rewards.granted", "economicengine.emitted"});
    QVERIFY(has(story, Token::Core, "agent:lucid") == amount(2));
    story.when(engine::Settle{7, "lucid", "score-clarity", seconds(2), {}}).thenFacts({});
    story.given(engine::SetRule{"score-clarity", amount(3), {}});
    story.given(engine::Settle{8, "lucid", "score-clarity", seconds(1), {}});
    QVERIFY(has(story, Token::Dream).units == amount(3).units + tokens::unit / 2);
    const Id<engine::Rule> general =
        story.state<engine::EconomicEngine>().rules.rows().begin()->second.id;
    story.when(engine::DropRule{general}).thenFacts({"economicengine.ruleDropped"});
    story.when(engine::Settle{9, "lucid", "tag-text", seconds(1), {}})
        .thenFacts({"tokens.moved", "economicengine.emitted"});
    story.given(engine::SetRule{"score-clarity", {}, {}});
    story.when(engine::Settle{10, "lucid", "score-clarity", seconds(1), {}})
        .thenFacts({"tokens.moved", "economicengine.emitted"});
}

void TestRewards::emissionHalves()
{
    QVERIFY(engine::emissionOn(0) == engine::dailyEmission);
    QVERIFY(engine::emissionOn(364) == engine::dailyEmission);
    QVERIFY(engine::emissionOn(365).units == engine::dailyEmission.units / 2);
    QVERIFY(engine::emissionOn(5 * 365).units == engine::dailyEmission.units / 32);
    QVERIFY(engine::emissionOn(1'000'000).units == 0);
    Story story;
    opened(story);
    story.given(SetLimits{amount(1'000'000), {}});
    story.given(engine::SetRule{"tag-text", amount(1500), {}});
    story.given(engine::Settle{1, "root", "tag-text", seconds(1), {}});
    story.given(engine::Settle{2, "root", "tag-text", seconds(1), {}});
    QVERIFY(has(story, Token::Dream) == amount(2000));
    story.pass(seconds(86'400));
    story.given(engine::Settle{3, "root", "tag-text", seconds(1), {}});
    QVERIFY(has(story, Token::Dream) == amount(3500));
}

void TestRewards::treasuryOpensOnce()
{
    Story story;
    opened(story).when(engine::OpenTreasury{}).thenFacts({});
    story.restart();
    QVERIFY(account(story.state<Tokens>(), "house", tokens::treasury, Token::Dream)->balance
            == engine::openingStock[0].amount);
    QVERIFY(suppliedOf(story.state<Tokens>(), Token::Dream) == engine::openingStock[0].amount);
}

// The treasury gives what it has and never more.
void TestRewards::runsDry()
{
    Story story;
    fill(story, open(story, "house", Token::Dream, tokens::treasury), amount(3));
    story.given(Grant{"owner", 1, amount(2), amount(1)});
    story.given(Grant{"owner", 2, amount(2), amount(1)});
    story.given(Grant{"owner", 3, amount(2), amount(1)});
    QVERIFY(has(story, Token::Dream) == amount(3) && has(story, Token::Sheep) == Amount{});
}

// By work or by being brought; who is there already goes on.
void TestRewards::earnersHaveALimit()
{
    Story story;
    opened(story).given(Grant{"ben", 1, {}, {}});
    Envelope brought = Story::hand();
    for (std::size_t i = 1; i < earnersMax; ++i) {
        brought.actor = "brought" + std::to_string(i);
        story.given(Refer{"ben"}, brought);
    }
    QCOMPARE(story.state<Rewards>().earners.size(), earnersMax);
    brought.actor = "one more";
    story.when(Refer{"ben"}, brought).thenRefused("rewards.tooMany");
    story.when(Grant{"one more", 2, {}, {}}).thenRefused("rewards.tooMany");
    story.when(Grant{"ben", 2, {}, {}}).thenFacts({"rewards.granted"});
}

void TestRewards::refusals()
{
    Story story;
    story.when(engine::Settle{1, "root", "tag-text", seconds(1), {}})
        .thenRefused("economicengine.notOpen");
    opened(story);
    story.when(Grant{"", 1, {}, {}}).thenRefused("rewards.badGrant");
    story.when(Grant{"owner", 0, {}, {}}).thenRefused("rewards.badGrant");
    story.when(Grant{"owner", 1, {-1}, {}}).thenRefused("rewards.badGrant");
    story.when(SetLimits{{-1}, {}}).thenRefused("tokens.badAmount");
    story.when(engine::SetRule{"juggle", {}, {}}).thenRefused("superspine.unknownCapability");
    story.when(engine::SetRule{"tag-text", {-1}, {}}).thenRefused("economicengine.badRule");
    story.when(engine::DropRule{{9}}).thenRefused("economicengine.unknown");
    story.given(engine::SetRule{"tag-text", amount(1), {}});
    story.when(engine::SetRule{"tag-text", amount(2), {}}).thenFacts({"economicengine.ruleSet"});
    QCOMPARE(story.state<engine::EconomicEngine>().rules.size(), std::size_t(2));
}

void TestRewards::cleanupTestCase()
{
    // Limits of 100,000 earners and 256 rules are not reached here.
    QCOMPARE(Story::untold(rewards::info(), QStringLiteral("economy/rewards.cpp")), QStringList());
    QCOMPARE(Story::untold(engine::info(), QStringLiteral("economy/economicengine.cpp")),
             QStringList());
}

QTEST_APPLESS_MAIN(TestRewards)
#include "tst_rewards.moc"
