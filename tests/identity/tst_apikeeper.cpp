// API Keeper: tokens by their hash, providers chosen by price, quality, latency, reliability and what
// is left, and calls reserved before they are made.
#include "people.h"

#ifndef Q_MOC_RUN
#    include "identity/apikeeper.h"
#endif

using namespace apikeeper;

class TestApiKeeper : public QObject {
    Q_OBJECT

private slots:
    void tokens();
    void choice();
    void budgetStopsTheCall();
    void callsThatNeverCameBack();
    void refusals();
    void cleanupTestCase();
};

static const Memory &keeper(Story &story)
{
    return story.state<ApiKeeper>();
}

static Id<Provider> provider(Story &story, const std::string &name, std::uint64_t price,
                             std::int32_t quality, std::uint64_t budget)
{
    return {story
                .given(AddProvider{
                    name, "chat", "https://example.org/" + name, price, {quality}, budget})
                .ids.at(0)};
}

void TestApiKeeper::tokens()
{
    Story story;
    cast::person(story, "owner");
    cast::person(story, "ada", passports::Level::Citizen);
    cast::person(story, "ben");
    const IssueToken good{"script", "ada", Tier::Seed, {"dreams.*"}, crypto::blake2b("secret"),
                          {},       0};
    story.when(good, cast::as("ben")).thenRefused("rbac.denied");
    story.when(good, cast::as("ada")).thenFacts({"apikeeper.tokenIssued"});
    const Id<Token> token{story.answer.ids.at(0)};
    story.when(good, cast::as("ada")).thenRefused("apikeeper.badHash");
    QVERIFY(find(keeper(story), crypto::blake2b("secret"), story.now)->id == token);
    QVERIFY(!find(keeper(story), crypto::blake2b("other"), story.now));
    QVERIFY(isInScope(*keeper(story).tokens.find(token), "dreams.edit")
            && !isInScope(*keeper(story).tokens.find(token), "dreamvault.keep"));
    // the secret itself is nowhere: the page that told of it holds the hash alone
    for (std::uint64_t seq = 1; const auto page = story.store().page(seq); ++seq)
        QVERIFY(page->bytes.find("secret") == std::string::npos);
    IssueToken bad = good;
    bad.actor = "owner";
    story.when(bad, cast::as("ada")).thenRefused("apikeeper.notYours");
    story.when(RotateToken{token, {}}).thenRefused("apikeeper.badHash");
    story.when(RotateToken{token, crypto::blake2b("fresh")}, cast::as("ada"))
        .thenFacts({"apikeeper.tokenRotated"});
    QVERIFY(!find(keeper(story), crypto::blake2b("secret"), story.now)
            && find(keeper(story), crypto::blake2b("fresh"), story.now));
    story.when(RevokeToken{token}).thenFacts({"apikeeper.tokenRevoked"});
    story.when(RevokeToken{token}).thenFacts({});
    story.when(RotateToken{token, crypto::blake2b("again")}).thenRefused("apikeeper.unknown");
    story.when(RevokeToken{{5}}).thenRefused("apikeeper.unknown");
}

void TestApiKeeper::choice()
{
    Story story;
    const auto good = provider(story, "good", 4'000'000, 9'000, 1'000'000);
    const auto cheap = provider(story, "cheap", 1'000'000, 6'000, 1'000'000);
    provider(story, "broke", 1, 10'000, 0);
    const auto ranked = choose(keeper(story), "chat", 10, story.now);
    QCOMPARE(ranked.size(), std::size_t(2));
    // by hand: 36+6.25+10+15 of good, 24+25+10+15 of cheap
    QVERIFY(ranked[0].provider == cheap && ranked[0].total == 7'400);
    QVERIFY(ranked[1].provider == good && ranked[1].total == 6'725);
    // five failures and one slow answer later the other one is asked
    for (int i = 0; i < 6; ++i) {
        const Id<Reservation> call{story.given(Reserve{"chat", "dream", 10}).ids.at(0)};
        QVERIFY(keeper(story).reservations.find(call)->provider == cheap);
        story.given(Settle{call, 1, seconds(9), false});
        if (choose(keeper(story), "chat", 10, story.now)[0].provider == good)
            break;
    }
    QVERIFY(choose(keeper(story), "chat", 10, story.now)[0].provider == good);
    story.when(ChangeProvider{good, {}, {}, 5}).thenFacts({"apikeeper.providerSet"});
    QVERIFY(choose(keeper(story), "chat", 10, story.now)[0].provider == cheap);
}

void TestApiKeeper::budgetStopsTheCall()
{
    Story story;
    const auto only = provider(story, "only", 1'000, 5'000, 100);
    const Id<Reservation> first{story.given(Reserve{"chat", "one", 60}).ids.at(0)};
    story.when(Reserve{"chat", "two", 60}).thenRefused("apikeeper.overBudget");
    const Id<Reservation> second{story.given(Reserve{"chat", "three", 40}).ids.at(0)};
    story.when(DropProvider{only}).thenRefused("apikeeper.inUse");
    story.when(Settle{first, 61, seconds(1), true}).thenRefused("apikeeper.overReserved");
    story.given(Settle{first, 10, seconds(1), true});
    story.given(Settle{second, 40, seconds(1), true});
    QCOMPARE(keeper(story).providers.find(only)->spent, std::uint64_t(50));
    QCOMPARE(keeper(story).providers.find(only)->reserved, std::uint64_t(0));
    story.when(Reserve{"chat", "four", 51}).thenRefused("apikeeper.overBudget");
    story.when(Settle{first, 1, seconds(1), true}).thenRefused("apikeeper.unknown");
    // a new day, a new budget
    story.pass(seconds(86'400));
    story.when(Reserve{"chat", "five", 100}).thenFacts({"apikeeper.reserved"});
}

void TestApiKeeper::callsThatNeverCameBack()
{
    Story story;
    const auto only = provider(story, "only", 1'000, 5'000, 100);
    story.given(Reserve{"chat", "lost", 70});
    story.pass(reservationLife);
    story.pass(seconds(1));
    const Provider &left = *keeper(story).providers.find(only);
    QVERIFY(left.spent == 70 && left.reserved == 0 && left.failures == 1
            && keeper(story).reservations.isEmpty());
}

void TestApiKeeper::refusals()
{
    Story story;
    cast::person(story, "owner");
    const Digest hash = crypto::blake2b("x");
    story.when(IssueToken{"", "owner", Tier::Seed, {"*"}, hash, {}, 0})
        .thenRefused("apikeeper.badName");
    story.when(IssueToken{"n", "owner", Tier::Seed, {}, hash, {}, 0})
        .thenRefused("apikeeper.noScope");
    story.when(IssueToken{"n", "owner", Tier::Seed, {"*"}, hash, story.now, 0})
        .thenRefused("passports.past");
    story.when(IssueToken{"n", "eve", Tier::Seed, {"*"}, hash, {}, 0})
        .thenRefused("passports.unknown");
    story.when(AddProvider{"p", "chat", "no uri", 1, {5000}, 0})
        .thenRefused("apikeeper.badAddress");
    story.when(AddProvider{"p", "chat", "https://a.example", 1, {10'001}, 0})
        .thenRefused("apikeeper.badQuality");
    story.when(Reserve{"chat", "x", 1}).thenRefused("apikeeper.noProvider");
    const auto made = provider(story, "p", 1, 5'000, 10);
    story.when(AddProvider{"p", "chat", "https://a.example", 1, {5000}, 0})
        .thenRefused("apikeeper.nameTaken");
    story.when(ChangeProvider{made, {}, Score{-2}, {}}).thenRefused("apikeeper.badQuality");
    story.when(ChangeProvider{{4}, {}, {}, {}}).thenRefused("apikeeper.unknown");
    story.when(DropProvider{made}).thenFacts({"apikeeper.providerDropped"});
    story.when(DropProvider{made}).thenRefused("apikeeper.unknown");
    for (std::size_t i = 0; i < providersMax; ++i)
        provider(story, "p" + std::to_string(i), 1, 5'000, 0);
    story.when(AddProvider{"q", "chat", "https://a.example", 1, {5000}, 0})
        .thenRefused("apikeeper.tooMany");
}

void TestApiKeeper::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("identity/apikeeper.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestApiKeeper)
#include "tst_apikeeper.moc"
