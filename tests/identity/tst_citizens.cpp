// Citizens: joining, standing, leaving.
#include "people.h"

#ifndef Q_MOC_RUN
#    include "identity/citizens.h"
#endif

using namespace citizens;

class TestCitizens : public QObject {
    Q_OBJECT

private slots:
    void joining();
    void threeWarnings();
    void leaving();
    void copies();
    void refusals();
    void cleanupTestCase();
};

static const passports::Passport &passport(Story &story, Id<passports::Passport> id)
{
    return *cast::passportsOf(story).passports.find(id);
}

// The consequence: with the rite and without.
void TestCitizens::joining()
{
    Story story;
    const auto ada = cast::person(story, "ada");
    story.when(Join{true}, cast::as("ada")).thenRefused("citizens.tooEarly");
    story.given(passports::Award{ada, "firstDream"});
    story.when(Join{false}, cast::as("ada")).thenRefused("citizens.charter");
    QVERIFY(passport(story, ada).level == passports::Level::Dreamer);
    story.when(Join{true}, cast::as("ada")).thenFacts({"citizens.joined"});
    story.thenFollows({"passports.awarded", "passports.promoted"});
    QVERIFY(passport(story, ada).level == passports::Level::Citizen);
    QCOMPARE(story.state<Citizens>().citizens.find(ada)->charter, crypto::blake2b(charter));
    story.when(Join{true}, cast::as("ada")).thenFacts({});
}

void TestCitizens::threeWarnings()
{
    Story story;
    cast::person(story, "owner");
    const auto ada = cast::person(story, "ada", passports::Level::Dreamer);
    story.given(Join{true}, cast::as("ada"));
    const auto standing = [&] { return story.state<Citizens>().citizens.find(ada)->standing; };
    story.when(Warn{ada, ""}).thenRefused("citizens.reasonMissing");
    story.given(Warn{ada, "loud"});
    QVERIFY(standing() == Standing::Warned);
    story.given(Warn{ada, "loud again"});
    QVERIFY(standing() == Standing::Probation
            && passport(story, ada).standing == passports::Standing::Good);
    story.when(Forgive{ada}).thenFacts({"citizens.forgiven"});
    QVERIFY(standing() == Standing::Good);
    story.when(Forgive{ada}).thenFacts({});
    for (int i = 0; i < 2; ++i)
        story.given(Warn{ada, "once more"});
    story.when(Warn{ada, "enough"})
        .thenFacts({"citizens.warned"})
        .thenFollows({"passports.suspended"});
    QVERIFY(passport(story, ada).standing == passports::Standing::Suspended);
}

void TestCitizens::leaving()
{
    Story story;
    const auto own = cast::person(story, "owner", passports::Level::Dreamer);
    const auto ada = cast::person(story, "ada", passports::Level::Dreamer);
    story.when(Leave{true}, cast::as("ada")).thenRefused("citizens.unknown");
    story.given(Join{true}, cast::as("ada"));
    story.given(Join{true});
    story.when(Leave{true}).thenRefused("passports.ownerStays");
    story.when(Warn{own, "no"}).thenRefused("passports.ownerStays");
    story.when(Leave{false}, cast::as("ada")).thenRefused("citizens.notSure");
    story.when(Leave{true}, cast::as("ada")).thenFacts({"citizens.wentAway"});
    QVERIFY(passport(story, ada).standing == passports::Standing::Left
            && passport(story, ada).name.isErased);
    QVERIFY(!story.core().keys().has(ada.value));
    story.when(Warn{ada, "late"}).thenRefused("citizens.unknown");
    story.when(Forgive{ada}).thenRefused("citizens.unknown");
}

void TestCitizens::copies()
{
    Story story;
    const auto ada = cast::person(story, "ada");
    story.when(NoteCopy{ada, crypto::blake2b("file"), 4}).thenFacts({"citizens.copyNoted"});
    story.when(NoteCopy{{3}, {}, 0}).thenRefused("passports.unknown");
    for (std::size_t i = 1; i < copiesMax; ++i)
        story.given(NoteCopy{ada, {}, 0});
    story.when(NoteCopy{ada, {}, 0}).thenRefused("citizens.tooMany");
}

void TestCitizens::refusals()
{
    Story story;
    story.when(Join{true}).thenRefused("passports.unknown");
    const auto ben = cast::person(story, "ben", passports::Level::Operator);
    story.given(Join{true}, cast::as("ben"));
    story.when(Forgive{ben}, cast::as("ben")).thenRefused("passports.selfPromotion");
}

void TestCitizens::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("identity/citizens.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestCitizens)
#include "tst_citizens.moc"
