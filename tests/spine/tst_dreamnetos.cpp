// DreamNet OS: systems stop and start in the order they need each other, failed ones come back, and
// one cause makes one alert.
#include "cast.h"

using namespace dreamnetos;

class TestDreamNetOs : public QObject {
    Q_OBJECT

private slots:
    void everySystemIsAPart();
    void stoppedSystemIsRefusedAtTheGate();
    void stopWithOthers();
    void startWithOthers();
    void stoppedTimersStandStill();
    void whatAStoppedSystemMissedIsParked();
    void failedSystemComesBack();
    void backoff();
    void quietForgetsRestarts();
    void essentialOnesNeverStop();
    void readOnly();
    void alerts();
    void tooManyAlerts();
    void refusals();
    void cleanupTestCase();
};

static StopSystem stop(const std::string &stem, bool isWithOthers = false)
{
    return {stem, "to see what happens", isWithOthers};
}

static const System *row(Story &story, const std::string &stem)
{
    return story.state<DreamNetOs>().systems.find(dreamnetos::find(stem)->number);
}

void TestDreamNetOs::everySystemIsAPart()
{
    QCOMPARE(std::size(parts), organism::systems().size());
    for (const kernel::SystemInfo *system : organism::systems()) {
        const Part *part = dreamnetos::find(system->stem);
        QVERIFY2(part && part->number == system->number, system->stem.data());
        for (std::string_view need : part->needs)
            QVERIFY2(need.empty() || dreamnetos::find(need), need.data());
    }
    Story story;
    story.restart();
    QCOMPARE(story.state<DreamNetOs>().systems.size(), organism::systems().size());
    const std::uint64_t facts = story.core().facts();
    story.restart();
    QCOMPARE(story.core().facts(), facts);
}

// The consequence: a dream worked, and the same with the spine stopped.
void TestDreamNetOs::stoppedSystemIsRefusedAtTheGate()
{
    for (const bool isStopped : {false, true}) {
        Story story;
        cast::hireReader(story);
        if (isStopped)
            story.given(stop("superspine", true));
        const Id<dreams::Dream> dream = cast::dream(story, "one");
        QCOMPARE(cast::workAll(story), isStopped ? 0 : 1);
        QVERIFY(story.state<dreams::Dreams>().dreams.find(dream)->state
                == (isStopped ? dreams::State::New : dreams::State::Understood));
        if (isStopped)
            story.when(superspine::Drain{true}).thenRefused("dreamnetos.stopped");
    }
}

void TestDreamNetOs::stopWithOthers()
{
    Story story;
    story.when(stop("dreamvault")).thenRefused("dreamnetos.neededBy");
    QCOMPARE(story.answer.refusal.arguments.at(1).second,
             std::string("lucid, root, canvas, echo, reputation, economicengine, superspine"));
    story.when(stop("dreamvault", true)).thenFacts(Story::Names(8, "dreamnetos.stopped"));
    QCOMPARE(story.fact<Stopped>(6).stem, std::string("superspine"));
    QCOMPARE(story.fact<Stopped>(7).stem, std::string("dreamvault"));
    story.when(stop("dreamvault")).thenRefused("dreamnetos.already");
    story.when(stop("starbridge")).thenFacts({"dreamnetos.stopped"});
    QVERIFY(!isRunning(story.state<DreamNetOs>(), "starbridge"));
    QVERIFY(isRunning(story.state<DreamNetOs>(), "dreams"));
}

void TestDreamNetOs::startWithOthers()
{
    Story story;
    story.given(stop("dreamvault", true));
    story.when(StartSystem{"echo", false}).thenRefused("dreamnetos.needs");
    QCOMPARE(story.answer.refusal.arguments.at(1).second, std::string("dreamvault, superspine"));
    story.when(StartSystem{"echo", true})
        .thenFacts({"dreamnetos.started", "dreamnetos.started", "dreamnetos.started"});
    QCOMPARE(story.fact<Started>(0).stem, std::string("dreamvault"));
    QCOMPARE(story.fact<Started>(2).stem, std::string("echo"));
    story.when(StartSystem{"echo", false}).thenRefused("dreamnetos.already");
    QVERIFY(!isRunning(story.state<DreamNetOs>(), "lucid"));
}

// A timer of a stopped system would be refused and due again, for ever.
void TestDreamNetOs::stoppedTimersStandStill()
{
    Story story;
    cast::hireReader(story);
    cast::dream(story, "one");
    story.given(stop("superspine", true));
    story.pass(seconds(1000));
    QCOMPARE(cast::leased(story).at(0).attempt, 1u);
    story.given(StartSystem{"superspine", true});
    story.pass(seconds(1));
    QCOMPARE(cast::leased(story).at(0).attempt, 2u);
}

void TestDreamNetOs::whatAStoppedSystemMissedIsParked()
{
    Story story;
    cast::hireCore(story);
    story.given(stop("lucid"));
    cast::dream(story, "one");
    cast::workAll(story);
    QVERIFY(story.state<lucid::Lucid>().analyses.isEmpty());
    const auto &letters = story.state<deadletter::DeadLetter>().letters;
    QCOMPARE(letters.size(), std::size_t(1));
    QCOMPARE(letters.rows().begin()->second.what, std::string("lucid.record"));
    QCOMPARE(letters.rows().begin()->second.code, std::string("dreamnetos.stopped"));
}

void TestDreamNetOs::failedSystemComesBack()
{
    Story story;
    story.when(Fail{"starbridge", "threw"})
        .thenFacts({"dreamnetos.failed"})
        .thenFollows({"dreamnetos.alertRaised"});
    QVERIFY(!isRunning(story.state<DreamNetOs>(), "starbridge"));
    story.when(starbridge::Publish{"a", ""}).thenRefused("dreamnetos.stopped");
    story.when(Fail{"starbridge", "threw"}).thenFacts({});
    story.pass(seconds(1));
    QVERIFY(isRunning(story.state<DreamNetOs>(), "starbridge"));
    QVERIFY(story.state<DreamNetOs>().alerts.isEmpty());
    QCOMPARE(row(story, "starbridge")->restarts, 1u);
}

void TestDreamNetOs::backoff()
{
    const Time now{1'000'000'000};
    QCOMPARE((retryTime(now, 0) - now).us, seconds(1).us);
    QCOMPARE((retryTime(now, 5) - now).us, seconds(32).us);
    QCOMPARE((retryTime(now, 7) - now).us, seconds(128).us);
    QCOMPARE(retryTime(now, restartsMax).us, 0);
    Story story;
    for (std::uint32_t i = 0; i < restartsMax; ++i) {
        story.given(Fail{"starbridge", "again"});
        story.pass(seconds(1ll << i));
        QVERIFY(isRunning(story.state<DreamNetOs>(), "starbridge"));
    }
    // After so many in a row only a person starts it, and the alarm stands.
    story.given(Fail{"starbridge", "again"});
    story.pass(seconds(100'000));
    QVERIFY(!isRunning(story.state<DreamNetOs>(), "starbridge"));
    QVERIFY(story.state<DreamNetOs>().alerts.rows().begin()->second.severity == Severity::Alarm);
    story.when(StartSystem{"starbridge", false})
        .thenFacts({"dreamnetos.started"})
        .thenFollows({"dreamnetos.alertCleared"});
}

void TestDreamNetOs::quietForgetsRestarts()
{
    Story story;
    for (int i = 0; i < 3; ++i) {
        story.given(Fail{"starbridge", "again"});
        story.pass(seconds(4));
    }
    QCOMPARE(row(story, "starbridge")->restarts, 3u);
    story.pass(quiet);
    story.given(Fail{"starbridge", "again"});
    QCOMPARE(row(story, "starbridge")->restarts, 0u);
}

void TestDreamNetOs::essentialOnesNeverStop()
{
    Story story;
    for (const char *stem : {"dreamnetos", "audittrail", "deadletter"}) {
        story.when(stop(stem, true)).thenRefused("dreamnetos.essential");
        story.given(Fail{stem, "threw"});
        QVERIFY(isRunning(story.state<DreamNetOs>(), stem));
    }
}

void TestDreamNetOs::readOnly()
{
    Story story;
    story.when(HoldReadOnly{"canvas"}).thenFacts({"dreamnetos.heldReadOnly"});
    story.when(HoldReadOnly{"canvas"}).thenFacts({});
    story.when(StartSystem{"canvas", false}).thenRefused("dreamnetos.readOnly");
    QVERIFY(!isRunning(story.state<DreamNetOs>(), "canvas"));
    story.restart();  // perhaps with a newer program, which reads it
    QVERIFY(isRunning(story.state<DreamNetOs>(), "canvas"));
}

void TestDreamNetOs::alerts()
{
    Story story;
    const RaiseAlert alert{"disk.low", "", Severity::Warning, "2 %"};
    story.when(alert).thenFacts({"dreamnetos.alertRaised"});
    story.when(alert).thenFacts({});
    RaiseAlert worse = alert;
    worse.severity = Severity::Alarm;
    story.when(worse).thenFacts({"dreamnetos.alertRaised"});
    story.pass(repeatEvery);
    story.when(worse).thenFacts({"dreamnetos.alertRaised"});
    QCOMPARE(story.state<DreamNetOs>().alerts.size(), std::size_t(1));
    QCOMPARE(story.state<DreamNetOs>().alerts.rows().begin()->second.times, 3u);
    story.when(ClearAlert{"disk.low"}).thenFacts({"dreamnetos.alertCleared"});
    story.when(ClearAlert{"disk.low"}).thenFacts({});
}

void TestDreamNetOs::tooManyAlerts()
{
    Story story;
    for (std::size_t i = 0; i < alertsMax; ++i)
        story.given(RaiseAlert{"cause " + std::to_string(i), "", Severity::Notice, ""});
    story.when(RaiseAlert{"one more", "", Severity::Notice, ""})
        .thenRefused("dreamnetos.tooManyAlerts");
}

void TestDreamNetOs::refusals()
{
    Story story;
    story.when(stop("nothing")).thenRefused("dreamnetos.unknown");
    story.when(StartSystem{"nothing", false}).thenRefused("dreamnetos.unknown");
    story.when(Fail{"nothing", ""}).thenRefused("dreamnetos.unknown");
    story.when(HoldReadOnly{"nothing"}).thenRefused("dreamnetos.unknown");
    story.when(RaiseAlert{"", "", Severity::Notice, ""}).thenRefused("dreamnetos.badAlert");
    story.when(RaiseAlert{std::string(causeBytesMax + 1, 'x'), "", Severity::Notice, ""})
        .thenRefused("dreamnetos.badAlert");
}

void TestDreamNetOs::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("spine/dreamnetos.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestDreamNetOs)
#include "tst_dreamnetos.moc"
