// ECHO: a dream's score beside the others, near copies, and a person's word on them.
#include "cast.h"

using namespace echo;

class TestEcho : public QObject {
    Q_OBJECT

private slots:
    void scoreOfAWorkedDream();
    void copyLeavesTheRankingUntilDismissed();
    void duplicateAt();
    void unscoredDreamHasNone();
    void refusals();
    void cleanupTestCase();
};

static Record measured(Id<dreams::Dream> dream, std::int64_t nearest, std::int64_t duplicate)
{
    return {dream, {{"score", 5000}, {"originality", 10'000 - nearest}, {"similar", 1}, {"nearest", nearest},
                    {"duplicate", duplicate}, {"overall", 6000}}};
}

static const Standing &standing(Story &story, Id<dreams::Dream> dream)
{
    return *story.state<Echo>().scores.find(dream);
}

void TestEcho::scoreOfAWorkedDream()
{
    Story story;
    cast::hireCore(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    cast::workAll(story);
    QCOMPARE(standing(story, dream).score.value, 6400);
    QCOMPARE(standing(story, dream).originality.value, 8100);
    QVERIFY(standing(story, dream).isRanked && !standing(story, dream).isDuplicate);
}

// The result that changes: a near copy in the ranking, and out of it.
void TestEcho::copyLeavesTheRankingUntilDismissed()
{
    Story story;
    const Id<dreams::Dream> original = cast::dream(story, "one"), copy = cast::dream(story, "one, copied");
    story.given(measured(original, 1000, 0));
    story.when(measured(copy, 9700, 1)).thenFacts({"echo.recorded"});
    QVERIFY(standing(story, original).isRanked);
    QVERIFY(standing(story, copy).isDuplicate && !standing(story, copy).isRanked);
    story.when(Dismiss{copy, true}).thenFacts({"echo.dismissed"});
    story.when(Dismiss{copy, true}).thenFacts({});
    QVERIFY(!standing(story, copy).isDuplicate && standing(story, copy).isRanked);
    story.given(measured(copy, 9800, 1));  // read again
    QVERIFY(standing(story, copy).isRanked);
    story.given(Dismiss{copy, false});
    QVERIFY(!standing(story, copy).isRanked);
}

void TestEcho::duplicateAt()
{
    Story story;
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    story.given(measured(dream, 7000, 0));
    QVERIFY(!standing(story, dream).isDuplicate);
    story.when(SetDuplicateAt{{7000}}).thenFacts({"echo.configured"});
    story.when(SetDuplicateAt{{7000}}).thenFacts({});
    QVERIFY(standing(story, dream).isDuplicate);
    story.given(SetDuplicateAt{{7001}});
    QVERIFY(!standing(story, dream).isDuplicate);
}

void TestEcho::unscoredDreamHasNone()
{
    Story story;
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    story.when(Record{dream, {{"overall", 5}}}).thenFacts({});
    story.when(measured({1}, 1, 0)).thenFacts({});
    story.when(TakeFloor{{500}}).thenFacts({"echo.configured"});
    story.when(TakeFloor{{500}}).thenFacts({});
}

void TestEcho::refusals()
{
    Story story;
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    story.when(Dismiss{dream, true}).thenRefused("echo.notCompared");
    story.when(Dismiss{{1}, true}).thenRefused("dreams.unknown");
    story.given(measured(dream, 1000, 0));
    story.when(Dismiss{dream, true}).thenRefused("echo.noDuplicate");
    story.when(SetDuplicateAt{{1999}}).thenRefused("echo.badLikeness");
    story.when(SetDuplicateAt{{10'001}}).thenRefused("echo.badLikeness");
    story.when(Forget{dream}).thenFacts({"echo.forgotten"});
    story.when(Forget{dream}).thenFacts({});
}

void TestEcho::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("agents/echo.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestEcho)
#include "tst_agentecho.moc"
