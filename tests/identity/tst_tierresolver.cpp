// Tier Resolver and the door it keeps: callers from outside by token and by wallet, counted, scoped,
// and refused when they prove nothing.
#include "wallets.h"

#ifndef Q_MOC_RUN
#    include "identity/citizens.h"
#    include "identity/tierresolver.h"
#endif

using namespace tierresolver;

class TestTierResolver : public QObject {
    Q_OBJECT

private slots:
    void fixedOrder();
    void tokenLetsIn();
    void tokenFails_data();
    void tokenFails();
    void agentsAskByToken();
    void walletLetsIn();
    void callsAreCounted();
    void quotaOfADay();
    void limits();
    void cleanupTestCase();
};

static Envelope outside(const std::string &token)
{
    Envelope envelope = Story::from(Origin::Http);
    envelope.actor = "owner";  // says the sender
    if (!token.empty())
        envelope.credential = std::make_shared<const Credential>(Credential{token, {}, {}});
    return envelope;
}

static std::uint64_t issue(Story &story, const std::string &secret, const std::string &actor,
                           Tier tier, std::vector<std::string> scopes = {"*"},
                           std::uint64_t perDay = 0)
{
    return story
        .given(apikeeper::IssueToken{
            "test", actor, tier, std::move(scopes), crypto::blake2b(secret), {}, perDay})
        .ids.at(0);
}

static dreams::Create write(const std::string &text)
{
    dreams::Create create;
    create.body.text = text;
    return create;
}

// Each way alone, and all at once: the first of the order decides.
void TestTierResolver::fixedOrder()
{
    Story story;
    cast::person(story, "owner");
    const auto ada = cast::person(story, "ada", passports::Level::Citizen);
    story.given(cast::signedWord(story, "ada", cast::walletKey(1)), cast::as("ada"));
    const std::string account = "eip155:1:" + cast::walletKey(1).address().text();
    const auto token = issue(story, "s", "ada", Tier::Seed);
    const auto &people = cast::passportsOf(story);
    const auto &keys = story.state<apikeeper::ApiKeeper>();
    const auto &grid = story.state<identitygrid::IdentityGrid>();
    const Proved byToken{Proved::Token, idText(token), {}, {}},
        byWallet{Proved::Wallet, account, {}, {}};
    const Proved bad{Proved::Wallet, {}, {}, "expired"},
        stranger{Proved::Wallet, "eip155:1:0x0", {}, {}};
    QCOMPARE(resolve(people, keys, grid, true, "owner", &byToken).by, std::string("owner"));
    QVERIFY(*resolve(people, keys, grid, true, "owner", nullptr).tier == Tier::Owner);
    QVERIFY(*resolve(people, keys, grid, true, "ada", &byToken).tier == Tier::Builder);
    QVERIFY(*resolve(people, keys, grid, false, "owner", &byToken).tier
            == Tier::Seed);  // the token's own
    QVERIFY(*resolve(people, keys, grid, false, "owner", &byWallet).tier == Tier::Builder);
    for (const Proved *nothing : {static_cast<const Proved *>(nullptr), &bad, &stranger}) {
        QVERIFY(!resolve(people, keys, grid, false, "owner", nothing).tier);
        QCOMPARE(resolve(people, keys, grid, false, "owner", nothing).by, std::string("nothing"));
    }
    QVERIFY(!resolve(people, keys, grid, true, "eve", nullptr).tier);
    QVERIFY(ada.value != 0);
}

// The consequence: the same question from outside, with and without.
void TestTierResolver::tokenLetsIn()
{
    Story story;
    cast::person(story, "owner");
    cast::person(story, "ada", passports::Level::Citizen);
    issue(story, "secret of ada", "ada", Tier::Owner);
    story.when(write("from outside"), outside({})).thenRefused("tierresolver.none");
    story.when(write("from outside"), outside("secret of eve")).thenRefused("tierresolver.none");
    story.when(write("from outside"), outside("secret of ada"));
    QVERIFY(story.answer.isDone);
    QCOMPARE(story.fact<dreams::Created>().dream.author, std::string("ada"));
    // what a token's holder may not, the token may not
    story.when(dreamvault::SetQuota{1 << 30}, outside("secret of ada")).thenRefused("rbac.denied");
    story.when(superspine::Plan{}, outside("secret of ada")).thenRefused("rbac.internal");
    story.given(passports::Suspend{passports::find(cast::passportsOf(story), "ada")->id, "x"});
    story.when(write("later"), outside("secret of ada")).thenRefused("passports.suspended");
}

void TestTierResolver::tokenFails_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<QString>("code");
    QTest::newRow("revoked") << 0 << "tierresolver.none";
    QTest::newRow("rotated") << 1 << "tierresolver.none";
    QTest::newRow("expired") << 2 << "tierresolver.none";
    QTest::newRow("out of scope") << 3 << "apikeeper.outOfScope";
    QTest::newRow("holder left") << 4 << "passports.left";
}

void TestTierResolver::tokenFails()
{
    QFETCH(int, how);
    QFETCH(QString, code);
    Story story;
    cast::person(story, "owner");
    const auto ada = cast::person(story, "ada", passports::Level::Citizen);
    apikeeper::IssueToken asked{"t", "ada", Tier::Owner, {"dreams.*"}, crypto::blake2b("s"), {}, 0};
    if (how == 2)
        asked.expires = story.now + seconds(60);
    const Id<apikeeper::Token> token{story.given(asked).ids.at(0)};
    story.when(write("before"), outside("s"));
    QVERIFY(story.answer.isDone);
    if (how == 0)
        story.given(apikeeper::RevokeToken{token});
    if (how == 1)
        story.given(apikeeper::RotateToken{token, crypto::blake2b("new")});
    if (how == 2)
        story.pass(seconds(61));
    if (how == 4)
        story.given(passports::Depart{ada});
    if (how == 3)
        story.when(citizens::Join{true}, outside("s")).thenRefused(code.toStdString());
    else
        story.when(write("after"), outside("s")).thenRefused(code.toStdString());
    if (how == 1) {
        story.when(write("after"), outside("new"));
        QVERIFY(story.answer.isDone);
    }
}

// Every command as an agent asks it: by a token, because nobody speaks as an agent from here.
void TestTierResolver::agentsAskByToken()
{
    std::size_t may = 0, mayNot = 0;
    for (const SystemInfo *system : organism::systems()) {
        for (const CommandInfo &command : system->commands) {
            Story story;
            cast::person(story, "owner");
            cast::hireReader(story);
            issue(story, "a", "agent:lucid", Tier::Owner);
            bool isGood = false;
            Ask ask{command.kind, command.decode("\x80", isGood), outside("a")};
            const std::string code = story.ask(ask).refusal.code;
            const bool isMeant =
                rbac::permissionOf(command.name)->may & rbac::bit(rbac::Role::Agent);
            QVERIFY2((code != "rbac.denied" && code != "rbac.internal") == isMeant,
                     (command.name + ": " + code).c_str());
            ++(isMeant ? may : mayNot);
        }
    }
    QVERIFY(may >= 5 && mayNot > 80);
}

void TestTierResolver::walletLetsIn()
{
    Story story;
    cast::person(story, "owner");
    cast::person(story, "ada", passports::Level::Citizen);
    const crypto::WalletKey key = cast::walletKey(2);
    story.given(cast::signedWord(story, "ada", key), cast::as("ada"));
    const auto byWallet = [&](const identitygrid::LinkWallet &signedOne) {
        Envelope envelope = outside({});
        envelope.credential = std::make_shared<const Credential>(
            Credential{{}, signedOne.message, signedOne.signature});
        return envelope;
    };
    const auto word = cast::signedWord(story, "ada", key);
    story.when(write("by wallet"), byWallet(word));
    QVERIFY(story.answer.isDone);
    QCOMPARE(story.fact<dreams::Created>().dream.author, std::string("ada"));
    story.when(write("overheard"), byWallet(word)).thenRefused("tierresolver.none");
    // a wallet nobody linked proves itself and still is nobody
    story.when(write("stranger"), byWallet(cast::signedWord(story, "ada", cast::walletKey(9))))
        .thenRefused("tierresolver.none");
    // a word from before this process started could have been used in the one before
    const auto old = cast::signedWord(story, "ada", key);
    story.now = story.now + seconds(1);
    story.restart();
    story.when(write("old word"), byWallet(old)).thenRefused("tierresolver.none");
}

void TestTierResolver::callsAreCounted()
{
    Story story;
    cast::person(story, "owner");
    cast::person(story, "ada");
    issue(story, "s", "ada", Tier::Owner);
    const auto ask = [&](int from, int to) {
        int done = 0;
        for (int i = from; i < to; ++i) {
            Ask one = makeAsk(write("text " + std::to_string(i)), outside("s"));
            const Answer answer = story.ask(one);
            done += answer.isDone;
            if (!answer.isDone)
                QTest::qVerify(answer.refusal.code == "tierresolver.tooFast", "code",
                               answer.refusal.code.c_str(), __FILE__, __LINE__);
        }
        return done;
    };
    QCOMPARE(ask(0, 30), 10);  // a visitor's tier is seed
    story.pass(seconds(60));
    QCOMPARE(ask(30, 60), 10);
    story.given(SetLimit{Tier::Seed, 20});
    story.pass(seconds(60));
    QCOMPARE(ask(60, 90), 20);
    // the local person is not counted
    for (int i = 0; i < 200; ++i)
        story.given(write("local " + std::to_string(i)));
}

void TestTierResolver::quotaOfADay()
{
    Story story;
    cast::person(story, "owner");
    cast::person(story, "ada", passports::Level::Citizen);
    issue(story, "s", "ada", Tier::Owner, {"*"}, 3);
    for (int i = 0; i < 3; ++i) {
        story.when(write("text " + std::to_string(i)), outside("s"));
        QVERIFY(story.answer.isDone);
    }
    story.when(write("one more"), outside("s")).thenRefused("apikeeper.overQuota");
    story.pass(seconds(86'400));
    story.when(write("tomorrow"), outside("s"));
    QVERIFY(story.answer.isDone);
}

void TestTierResolver::limits()
{
    Story story;
    const Memory none;
    const std::uint32_t usual[] = {10, 60, 200, 1000};
    for (int tier = 0; tier < 4; ++tier)
        QCOMPARE(callsPerMinute(none, static_cast<Tier>(tier)), usual[tier]);
    story.when(SetLimit{Tier::Seed, 0}).thenRefused("tierresolver.badLimit");
    story.when(SetLimit{Tier::Seed, 61}).thenRefused("tierresolver.outOfOrder");
    story.when(SetLimit{Tier::Operator, 59}).thenRefused("tierresolver.outOfOrder");
    story.when(SetLimit{Tier::Builder, 100}).thenFacts({"tierresolver.limitSet"});
    QCOMPARE(callsPerMinute(story.state<TierResolver>(), Tier::Builder), 100u);
}

void TestTierResolver::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("identity/tierresolver.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestTierResolver)
#include "tst_tierresolver.moc"
