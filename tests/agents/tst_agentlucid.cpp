// LUCID: one analysis a dream, and the floor under which a dream needs its person.
#include "cast.h"

using namespace lucid;

class TestLucid : public QObject {
    Q_OBJECT

private slots:
    void analysisOfAWorkedDream();
    void unreadDreamHasNone();
    void floorHoldsADreamFromTheRanking();
    void figuresAreClamped();
    void forget();
    void refusals();
    void cleanupTestCase();
};

void TestLucid::analysisOfAWorkedDream()
{
    Story story;
    cast::hireCore(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    cast::workAll(story);
    const Analysis *analysis = story.state<Lucid>().analyses.find(dream);
    QVERIFY(analysis);
    QCOMPARE(analysis->clarity.value, 7000);
    QCOMPARE(analysis->overall.value, 5600);
    QCOMPARE(analysis->words, std::uint64_t(120));
    QCOMPARE(analysis->language, std::string("en"));
    QVERIFY(!analysis->needsYou && analysis->at == story.now);
}

void TestLucid::unreadDreamHasNone()
{
    Story story;
    cast::hireCore(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    cast::Measured nothing;
    nothing.figures = {{"concepts", 3}};
    cast::workAll(story, nothing);
    QVERIFY(!story.state<Lucid>().analyses.find(dream));
    story.when(Record{{1}, {{"overall", 5}}, "", ""}).thenFacts({});
}

// The consequence: the same dream over the floor, and under it.
void TestLucid::floorHoldsADreamFromTheRanking()
{
    Story story;
    cast::hireCore(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    cast::workAll(story);
    const auto isRanked = [&] { return story.state<echo::Echo>().scores.find(dream)->isRanked; };
    QVERIFY(isRanked());
    story.when(SetFloor{{6000}}).thenFacts({"lucid.floorSet"}).thenFollows({"echo.configured"});
    QVERIFY(story.state<Lucid>().analyses.find(dream)->needsYou);
    QVERIFY(!isRanked());
    story.when(SetFloor{{6000}}).thenFacts({});
    story.given(SetFloor{{5600}});
    QVERIFY(!story.state<Lucid>().analyses.find(dream)->needsYou);
    QVERIFY(isRanked());
}

void TestLucid::figuresAreClamped()
{
    const Figures figures = {{"high", 20'000}, {"low", -5}};
    QCOMPARE(score(figures, "high").value, 10'000);
    QCOMPARE(score(figures, "low").value, 0);
    QCOMPARE(score(figures, "none").value, -1);
}

void TestLucid::forget()
{
    Story story;
    cast::hireCore(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    cast::workAll(story);
    story.when(dreams::Erase{dream})
        .thenFollows({"dreamvault.forgotten", "lucid.forgotten", "root.forgotten", "canvas.forgotten", "echo.forgotten"});
    QVERIFY(story.state<Lucid>().analyses.isEmpty());
    story.when(Forget{dream}).thenFacts({});
}

void TestLucid::refusals()
{
    Story story;
    story.when(SetFloor{{-1}}).thenRefused("lucid.badFloor");
    story.when(SetFloor{{10'001}}).thenRefused("lucid.badFloor");
}

void TestLucid::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("agents/lucid.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestLucid)
#include "tst_agentlucid.moc"
