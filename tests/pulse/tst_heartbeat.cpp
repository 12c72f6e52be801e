// Heartbeat: health follows what is measured, falls and comes back, and a failing system is alarmed.
#include "cast.h"

#include <cmath>

using namespace heartbeat;

class TestHeartbeat : public QObject {
    Q_OBJECT

private slots:
    void watches();
    void judgement();
    void onlyAChangeIsAFact();
    void failingRaisesAnAlert();
    void overallFallsAndComesBack();
    void phiOfPublishedCurve();
    void suspicion();
    void refusals();
    void cleanupTestCase();
};

void TestHeartbeat::watches()
{
    Story story;
    story.when(SetWatch{"deadletter", "open letters", 5, 50}).thenFacts({"heartbeat.watchSet"});
    const std::uint64_t id = story.answer.ids.at(0);
    story.when(SetWatch{"deadletter", "open letters", 5, 50}).thenFacts({});
    story.when(SetWatch{"deadletter", "open letters", 1, 2}).thenFacts({"heartbeat.watchSet"});
    QCOMPARE(story.state<Heartbeat>().watches.size(), std::size_t(1));
    story.when(DropWatch{{id}}).thenFacts({"heartbeat.watchDropped"});
    story.when(DropWatch{{id}}).thenRefused("heartbeat.unknownWatch");
}

void TestHeartbeat::judgement()
{
    Story story;
    const Vitals vitals = {{"a", 3, "count", Vital::Well}, {"b", 7, "count", Vital::Look}};
    Beat beat = judge(story.state<Heartbeat>(), "superspine", vitals);
    QVERIFY(beat.condition == Condition::Look && beat.vital == "b" && beat.value == 7);
    story.given(SetWatch{"superspine", "a", 1, 2});
    beat = judge(story.state<Heartbeat>(), "superspine", vitals);
    QVERIFY(beat.condition == Condition::Failing && beat.vital == "a");
    story.given(SetWatch{"superspine", "a", 1, 3});
    QVERIFY(judge(story.state<Heartbeat>(), "superspine", vitals).condition == Condition::Look);
    QVERIFY(judge(story.state<Heartbeat>(), "dreams", {}).condition == Condition::Well);
}

void TestHeartbeat::onlyAChangeIsAFact()
{
    Story story;
    const Beat beat{"dreams", Condition::Look, "memory", 9};
    story.when(beat).thenFacts({"heartbeat.healthChanged"});
    Beat again = beat;
    again.value = 10;
    story.when(again).thenFacts({});
    QVERIFY(!isChange(story.state<Heartbeat>(), again));
}

// The consequence: a system failing, and the same system well.
void TestHeartbeat::failingRaisesAnAlert()
{
    Story story;
    const auto &alerts = story.state<dreamnetos::DreamNetOs>().alerts;
    story.when(Beat{"dreams", Condition::Well, "dreams", 1}).thenFacts({"heartbeat.healthChanged"}).thenFollows({});
    QVERIFY(alerts.isEmpty());
    story.when(Beat{"dreams", Condition::Failing, "dreams", 1}).thenFollows({"dreamnetos.alertRaised"});
    QCOMPARE(alerts.rows().begin()->second.stem, std::string("dreams"));
    story.when(Beat{"dreams", Condition::Well, "dreams", 1}).thenFollows({"dreamnetos.alertCleared"});
}

void TestHeartbeat::overallFallsAndComesBack()
{
    Story story;
    const auto now = [&] { return overall(story.state<Heartbeat>()); };
    QVERIFY(now() == Overall::Well);
    story.given(Beat{"dreams", Condition::Look, "", 0});
    QVERIFY(now() == Overall::Busy);
    story.given(Beat{"echo", Condition::Failing, "", 0});
    QVERIFY(now() == Overall::Unwell);
    story.given(Beat{"echo", Condition::Well, "", 0});
    QVERIFY(now() == Overall::Busy);
    story.given(Beat{"dreams", Condition::Well, "", 0});
    QVERIFY(now() == Overall::Well);
}

void TestHeartbeat::phiOfPublishedCurve()
{
    // Tail of the normal distribution: 0.5 at the mean, 0.158655 one, 0.00134990 three deviations on.
    QVERIFY(std::abs(phi(1000, 1000, 100) - 0.30103) < 1e-5);
    QVERIFY(std::abs(phi(1100, 1000, 100) + std::log10(0.158655)) < 1e-4);
    QVERIFY(std::abs(phi(1300, 1000, 100) + std::log10(0.00134990)) < 1e-4);
    QVERIFY(phi(0, 1000, 100) < 1e-9);
    QCOMPARE(phi(1e9, 1000, 100), 100.0);
}

void TestHeartbeat::suspicion()
{
    Arrivals arrivals;
    Time at{1'000'000};
    arrivals.arrived(at);
    QCOMPARE(arrivals.suspicion(at + seconds(100)), 0.0);  // one beat says nothing of the next
    for (int i = 0; i < 300; ++i) {
        at = at + milliseconds(i % 2 ? 950 : 1050);
        arrivals.arrived(at);
    }
    QVERIFY(arrivals.suspicion(at + milliseconds(1000)) < 1);
    const double late = arrivals.suspicion(at + milliseconds(1200));
    QVERIFY(late > 3);
    QVERIFY(arrivals.suspicion(at + milliseconds(1500)) > 8);
    arrivals.arrived(at + milliseconds(1500));
    QVERIFY(arrivals.suspicion(at + milliseconds(1600)) < 1);
    arrivals.arrived(at);  // a clock that goes back does no harm
    QVERIFY(arrivals.suspicion(at) == 0);
}

void TestHeartbeat::refusals()
{
    Story story;
    story.when(SetWatch{"nothing", "a", 1, 2}).thenRefused("heartbeat.unknownSystem");
    story.when(SetWatch{"dreams", "", 1, 2}).thenRefused("heartbeat.badVital");
    story.when(SetWatch{"dreams", "a", 3, 2}).thenRefused("heartbeat.badThresholds");
    story.when(Beat{"nothing", Condition::Well, "", 0}).thenRefused("heartbeat.unknownSystem");
    story.when(Beat{"dreams", Condition::Well, std::string(65, 'x'), 0}).thenRefused("heartbeat.badVital");
    for (std::size_t i = 0; i < watchesMax; ++i)
        story.given(SetWatch{"dreams", "v" + std::to_string(i), 1, 2});
    story.when(SetWatch{"dreams", "more", 1, 2}).thenRefused("heartbeat.tooManyWatches");
}

void TestHeartbeat::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("pulse/heartbeat.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestHeartbeat)
#include "tst_heartbeat.moc"
