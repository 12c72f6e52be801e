// Passports: the ladder by recorded achievements, standing, expiry, names, and nothing that can be
// handed on.
#include "people.h"

using namespace passports;

class TestPassports : public QObject {
    Q_OBJECT

private slots:
    void firstPassportFounds();
    void ladder();
    void nobodyPromotesThemselves();
    void suspension();
    void expiry();
    void domains();
    void locked();
    void agentsGetOne();
    void leaving();
    void refusals();
    void cleanupTestCase();
};

static const Passport &of(Story &story, const std::string &actor)
{
    return *passports::find(cast::passportsOf(story), actor);
}

void TestPassports::firstPassportFounds()
{
    Story story;
    story.when(Issue{"owner", "did:key:a", "Ida"})
        .thenFacts({"passports.issued", "passports.awarded"});
    QCOMPARE(of(story, "owner").achievements.at(0).code, std::string("founded"));
    QCOMPARE(of(story, "owner").achievements.at(0).fact, std::uint64_t(1));
    story.when(Issue{"owner", "did:key:a", "Ida"}).thenFacts({});
    story.when(Issue{"ada", "did:key:b", "Ada"}).thenFacts({"passports.issued"});
    QVERIFY(of(story, "ada").level == Level::Visitor && of(story, "ada").achievements.empty());
    QVERIFY(story.state<Passports>().passports.size() == 2);
}

// Each rung asks for what was recorded, no more and no less.
void TestPassports::ladder()
{
    Story story;
    const auto id = cast::person(story, "owner");
    const std::vector<std::pair<const char *, Level>> road{
        {"joined", Level::Visitor},    {"firstDream", Level::Citizen},
        {"tenDreams", Level::Citizen}, {"trust60", Level::Operator},
        {"trust80", Level::Architect}, {"hundredDreams", Level::Founder}};
    for (const auto &[code, level] : road) {
        const Level before = of(story, "owner").level;
        story.when(Award{id, code});
        if (level > before)
            story.thenFacts({"passports.awarded", "passports.promoted"});
        else
            story.thenFacts({"passports.awarded"});
        QVERIFY2(of(story, "owner").level == level, code);
    }
    story.when(Award{id, "joined"}).thenFacts({});
    // somebody who did not found the profile does not become its founder
    cast::person(story, "ada", Level::Architect);
    QVERIFY(of(story, "ada").level == Level::Architect);
    story.given(Award{of(story, "ada").id, "hundredDreams"});
    QVERIFY(of(story, "ada").level == Level::Architect);
    QCOMPARE(missing(of(story, "ada"), Level::Founder).size(), std::size_t(1));
}

void TestPassports::nobodyPromotesThemselves()
{
    Story story;
    const auto own = cast::person(story, "owner");
    const auto ada = cast::person(story, "ada", Level::Operator);
    story.when(Promote{own}).thenRefused("passports.selfPromotion");
    story.when(Promote{ada}, cast::as("ada")).thenRefused("passports.selfPromotion");
    story.when(Promote{own}, cast::as("ada")).thenRefused("passports.notEarned");
    QCOMPARE(story.answer.refusal.arguments.at(1).second, std::string("firstDream"));
    // what was achieved under a suspension comes only when somebody else says so
    const auto ben = cast::person(story, "ben");
    story.given(Suspend{ben, "spam"});
    story.given(Award{ben, "firstDream"});
    story.given(Reinstate{ben});
    QVERIFY(of(story, "ben").level == Level::Visitor);
    story.when(Promote{ben}, cast::as("ada")).thenFacts({"passports.promoted"});
    QVERIFY(of(story, "ben").level == Level::Dreamer);
    const auto top = cast::person(story, "top");
    story.givenFact([&] {
        std::string bytes;
        const Promoted fact{top, Level::Founder};
        story.core()
            .fact(factKind<Passports, Promoted>())
            ->encode(*std::make_unique<Encoder>(bytes, nullptr), &fact);
        return bytes;
    }());
    story.when(Promote{top}).thenRefused("passports.atTop");
}

void TestPassports::suspension()
{
    Story story;
    cast::person(story, "owner");
    const auto ada = cast::person(story, "ada", Level::Operator);
    dreams::Create dream;
    dream.body.text = "before";
    story.when(dream, cast::as("ada"));
    QVERIFY(story.answer.isDone);
    story.when(Suspend{ada, ""}).thenRefused("passports.reasonMissing");
    story.when(Suspend{ada, "took what was not hers"}).thenFacts({"passports.suspended"});
    dream.body.text = "meanwhile";
    story.when(dream, cast::as("ada")).thenRefused("passports.suspended");
    story.when(Reinstate{ada}, cast::as("ada")).thenRefused("passports.suspended");
    story.when(Suspend{ada, "again"}).thenRefused("passports.notStanding");
    story.when(Promote{ada}).thenRefused("passports.notStanding");
    story.when(Reinstate{ada}).thenFacts({"passports.reinstated"});
    story.when(Reinstate{ada}).thenRefused("passports.notSuspended");
    story.when(dream, cast::as("ada"));
    QVERIFY(story.answer.isDone);
    story.when(Suspend{of(story, "owner").id, "no"}, cast::as("ada"))
        .thenRefused("passports.ownerStays");
}

void TestPassports::expiry()
{
    Story story;
    const auto own = cast::person(story, "owner");
    const auto ada = cast::person(story, "ada", Level::Operator);
    story.when(SetExpiry{ada, story.now}).thenRefused("passports.past");
    story.when(SetExpiry{ada, story.now + seconds(3600)}).thenFacts({"passports.expirySet"});
    story.pass(seconds(3599));
    QVERIFY(of(story, "ada").standing == Standing::Good);
    story.pass(seconds(2));
    QVERIFY(of(story, "ada").standing == Standing::Expired);
    story.when(Suspend{ada, "x"}, cast::as("ada")).thenRefused("passports.expired");
    story.when(SetExpiry{ada, {}}, cast::as("ada")).thenRefused("passports.expired");
    story.when(SetExpiry{ada, {}}).thenFacts({"passports.expirySet"});
    QVERIFY(of(story, "ada").standing == Standing::Good && !story.core().nextDue().us);
    // the owner's own runs out as well, and can be renewed by nobody else
    story.given(SetExpiry{own, story.now + seconds(10)});
    story.restart();
    story.core().door().setPresent("ada", true);
    story.pass(seconds(11));
    dreams::Create dream;
    dream.body.text = "late";
    story.when(dream).thenRefused("passports.expired");
    story.when(SetExpiry{own, {}}).thenFacts({"passports.expirySet"});
    story.when(dream);
    QVERIFY(story.answer.isDone);
}

void TestPassports::domains()
{
    Story story;
    const auto own = cast::person(story, "owner");
    const auto ada = cast::person(story, "ada", Level::Dreamer);
    story.when(ClaimDomain{own, "ida.dream"}).thenRefused("passports.notEarned");
    story.given(Award{own, "firstDream"});
    for (const char *bad :
         {"ida", "Ida.dream", ".dream", "a.dream", "-a.dream", "a b.dream", "ida.dreams"})
        story.when(ClaimDomain{own, bad}).thenRefused("passports.badDomain");
    story.when(ClaimDomain{own, "ida.dream"}).thenFacts({"passports.domainClaimed"});
    story.when(ClaimDomain{own, "ida.dream"}).thenFacts({});
    story.when(ClaimDomain{own, "ada.dream"}).thenRefused("passports.hasDomain");
    story.when(ClaimDomain{ada, "ida.dream"}, cast::as("ada")).thenRefused("passports.domainTaken");
    story.when(ClaimDomain{ada, "ada.dream"}).thenRefused("passports.notHolder");
    story.when(ClaimDomain{ada, "ada.dream"}, cast::as("ada"))
        .thenFacts({"passports.domainClaimed"});
    // gone with its holder, but never given out again
    story.given(Depart{ada});
    story.given(Award{cast::person(story, "ben"), "firstDream"});
    story.when(ClaimDomain{of(story, "ben").id, "ada.dream"}, cast::as("ben"))
        .thenRefused("passports.domainTaken");
}

// ERC-5192: no command, done by anybody, changes whose passport it is.
void TestPassports::locked()
{
    Story story;
    const auto own = cast::person(story, "owner");
    const auto ada = cast::person(story, "ada");
    for (const char *to : {"ada", "owner", ""})
        story.when(Transfer{own, to}).thenRefused("passports.locked");
    story.when(Transfer{ada, "owner"}, cast::as("ada")).thenRefused("passports.locked");
    story.when(Transfer{{7}, "ada"}).thenRefused("passports.unknown");
    story.given(Rename{ada, "Ada L."}, cast::as("ada"));
    QCOMPARE(of(story, "ada").actor, std::string("ada"));
    QCOMPARE(of(story, "ada").did, std::string("did:key:ada"));
    QCOMPARE(of(story, "ada").name.value, std::string("Ada L."));
    story.when(Rename{ada, "Eve"}).thenRefused("passports.notHolder");
    story.when(Rename{ada, "a\nb"}, cast::as("ada")).thenRefused("passports.badName");
}

void TestPassports::agentsGetOne()
{
    Story story;
    cast::hireReader(story);
    QVERIFY(of(story, "agent:lucid").holder == Holder::Agent);
    const std::size_t count = cast::passportsOf(story).passports.size();
    story.when(Enrol{}).thenFacts({});
    QCOMPARE(cast::passportsOf(story).passports.size(), count);
    story.when(Promote{of(story, "agent:lucid").id}).thenRefused("passports.notEarned");
    // nobody speaks as an agent from here
    story.when(starbridge::Publish{"a.b", "hello"}, cast::as("agent:lucid"))
        .thenRefused("identity.notYours");
}

void TestPassports::leaving()
{
    Story story;
    cast::person(story, "owner");
    const auto ada = cast::person(story, "ada");
    story.when(Depart{ada}).thenFacts({"passports.departed"});
    QVERIFY(of(story, "ada").standing == Standing::Left && of(story, "ada").name.isErased);
    story.when(Depart{ada}).thenFacts({});
    dreams::Create dream;
    dream.body.text = "after all";
    story.when(dream, cast::as("ada")).thenRefused("passports.left");
    story.when(SetExpiry{ada, {}}).thenRefused("passports.unknown");
    story.when(Award{ada, "firstDream"}).thenFacts({});
}

void TestPassports::refusals()
{
    Story story;
    for (const char *bad :
         {"", "a", "Ada", "system", "agent", "-ada", "agent:lucid", "ada lovelace"})
        story.when(Issue{bad, "did", "Name"}).thenRefused("passports.badActor");
    story.when(Issue{"ada", "did", ""}).thenRefused("passports.badName");
    story.given(Issue{"ada", "did:1", "Ada"});
    story.when(Issue{"ada", "did:2", "Eve"}).thenRefused("passports.actorTaken");
    story.when(Promote{{5}}).thenRefused("passports.unknown");
    story.when(Award{passports::find(cast::passportsOf(story), "ada")->id, "best"})
        .thenRefused("passports.unknownAchievement");
    // somebody whose key is not here or is locked
    dreams::Create dream;
    dream.body.text = "one";
    story.when(dream, cast::as("eve")).thenRefused("identity.notYours");
    story.when(dream, cast::as("ada")).thenRefused("identity.locked");
    story.core().door().setPresent("owner", false);
    story.when(dream).thenRefused("identity.locked");
    story.core().door().setPresent("owner", true);
    Story::refused().insert("passports.full");  // a hundred thousand people would take a minute
}

void TestPassports::cleanupTestCase()
{
    // Transfer is never done, by its standard.
    QCOMPARE(Story::untold(info(), QStringLiteral("identity/passports.cpp")),
             QStringList{QStringLiteral("passports.transfer")});
}

QTEST_APPLESS_MAIN(TestPassports)
#include "tst_passports.moc"
