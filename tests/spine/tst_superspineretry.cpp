// Super Spine under failure: again later, and in the end not at all; agents that fail fall and recover.
#include "cast.h"

using namespace superspine;

class TestSuperSpineRetry : public QObject {
    Q_OBJECT

private slots:
    void backoffGrowsAndIsCapped();
    void backoffIsSpread();
    void abandonAfterAttemptsMax();
    void everyFailureIsRetried_data();
    void everyFailureIsRetried();
    void refusedIsNotRetried();
    void expiryIsOfferedAtOnce();
    void healthFallsAndComesBack();
    void pausedTaskWakesIntoPause();
    void longReasonIsCutBetweenCharacters();
};

static Submit submit()
{
    Submit c;
    c.capability = "score-clarity";
    c.agent = "lucid";  // by name, so that its health does not keep it from being tried
    return c;
}

static Configure patience(std::uint32_t attempts, Duration backoff)
{
    Configure c;
    c.attemptsMax = attempts;
    c.backoff = backoff;
    return c;
}

// One failed attempt; how long the task sleeps then.
static Duration failOnce(Story &story, Result result = Result::Faulted)
{
    story.when(cast::report(cast::leased(story).at(0), result));
    Story::check(story.told.size() >= 2 && story.told[1].name == "superspine.delayed", "not to be tried again");
    return story.fact<Delayed>().notBefore - story.now;
}

void TestSuperSpineRetry::backoffGrowsAndIsCapped()
{
    Story story;
    cast::hireReader(story);
    story.given(patience(20, seconds(1)));
    story.given(submit());
    Duration longest;
    for (std::uint32_t failures = 1; failures < 20; ++failures) {
        const Duration slept = failOnce(story);
        const Duration ceiling = std::min(cast::spine(story).settings->backoffMax, seconds(1ll << std::min(failures, 15u)));
        QVERIFY(slept.us >= 1 && slept <= ceiling);
        longest = std::max(longest, slept);
        story.pass(Duration{slept.us - 1});
        QVERIFY(cast::leased(story).empty());
        story.pass(Duration{1});
        QCOMPARE(cast::leased(story).size(), std::size_t(1));
    }
    QVERIFY(longest > seconds(32));
}

// Full jitter: many tasks that fail together do not come back together.
void TestSuperSpineRetry::backoffIsSpread()
{
    Story story;
    cast::hireReader(story);
    story.given(Configure{200, {}, 4, seconds(100)});
    std::int64_t sum = 0;
    std::set<std::int64_t> different;
    for (int i = 0; i < 200; ++i) {
        story.given(submit());
        const std::int64_t slept = failOnce(story).us;
        sum += slept;
        different.insert(slept);
    }
    QVERIFY(different.size() > 190);
    const double mean = double(sum) / 200 / 1e6;  // uniform over 0..200 s
    QVERIFY2(mean > 80 && mean < 120, qPrintable(QString::number(mean)));
}

void TestSuperSpineRetry::abandonAfterAttemptsMax()
{
    Story story;
    cast::hireReader(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    for (int attempt = 1; attempt < 4; ++attempt) {
        story.pass(failOnce(story));
    }
    story.when(cast::report(cast::leased(story).at(0), Result::Lost))
        .thenFacts({"superspine.finished", "superspine.abandoned", "superspine.healthChanged", "superspine.closed"});
    QVERIFY(story.fact<HealthChanged>().health == Fleet::Health::Degraded);
    QVERIFY(story.fact<Closed>().state == superspine::State::Failed);
    QVERIFY(story.state<dreams::Dreams>().dreams.find(dream)->state == dreams::State::Failed);
    story.pass(seconds(10'000));
    QVERIFY(cast::leased(story).empty());
}

void TestSuperSpineRetry::everyFailureIsRetried_data()
{
    QTest::addColumn<int>("result");
    QTest::newRow("faulted") << int(Result::Faulted);
    QTest::newRow("timed out") << int(Result::TimedOut);
    QTest::newRow("lost") << int(Result::Lost);
}

void TestSuperSpineRetry::everyFailureIsRetried()
{
    QFETCH(int, result);
    Story story;
    cast::hireReader(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    failOnce(story, Result(result));
    story.pass(seconds(10));
    QCOMPARE(cast::workAll(story), 1);
    QVERIFY(story.state<dreams::Dreams>().dreams.find(dream)->state == dreams::State::Understood);
}

void TestSuperSpineRetry::refusedIsNotRetried()
{
    Story story;
    cast::hireReader(story);
    story.given(submit());
    Complete c = cast::report(cast::leased(story).at(0), Result::Refused);
    c.reason = "scoreclarity.binary";
    story.when(c).thenFacts({"superspine.finished", "superspine.abandoned"}).thenFollows({"deadletter.parked"});
    QCOMPARE(story.fact<Abandoned>().reason, std::string("scoreclarity.binary"));
}

void TestSuperSpineRetry::expiryIsOfferedAtOnce()
{
    Story story;
    cast::hireReader(story);
    story.given(submit());
    const Time until = cast::leased(story).at(0).leasedUntil;
    story.pass(Duration{(until - story.now).us - 1});
    QCOMPARE(cast::leased(story).at(0).attempt, 1u);
    story.pass(Duration{1});
    QCOMPARE(cast::leased(story).at(0).attempt, 2u);
    // A heartbeat keeps a lease as long as it comes.
    for (int i = 0; i < 10; ++i) {
        story.pass(seconds(20));
        story.given(Heartbeat{cast::leased(story).at(0).id, 2});
    }
    QCOMPARE(cast::leased(story).at(0).attempt, 2u);
}

void TestSuperSpineRetry::healthFallsAndComesBack()
{
    Story story;
    const Id<agentregistry::Agent> agent = cast::hireReader(story);
    story.given(patience(100, Duration{}));
    const auto health = [&] { return cast::spine(story).fleet.find(agent)->health; };
    story.given(submit());
    int failures = 0;
    for (; health() != Fleet::Health::Error && failures < 50; ++failures) {
        story.given(cast::report(cast::leased(story).at(0), Result::Faulted));
        story.pass(seconds(1));
    }
    QVERIFY2(failures > 5 && failures < 20, qPrintable(QString::number(failures)));
    // An agent in error is not chosen; asked for by name it may still prove itself.
    Submit any = submit();
    any.agent.clear();
    story.when(any).thenRefused("superspine.noAgent");
    int successes = 0;
    for (; health() != Fleet::Health::Idle && successes < 100; ++successes) {
        if (cast::leased(story).empty())
            story.given(submit());
        story.given(cast::report(cast::leased(story).at(0)));
    }
    QVERIFY2(successes > 5 && successes < 50, qPrintable(QString::number(successes)));
    story.when(any).thenFacts({"superspine.planned", "superspine.leased"});
}

void TestSuperSpineRetry::pausedTaskWakesIntoPause()
{
    Story story;
    cast::hireReader(story);
    cast::dream(story, "one");
    const Id<Assignment> id = cast::leased(story).at(0).assignment;
    failOnce(story);
    story.given(Pause{id});
    story.pass(seconds(100));
    QVERIFY(cast::leased(story).empty());
    QVERIFY(cast::spine(story).ready.isEmpty());
    story.given(Resume{id});
    QCOMPARE(cast::workAll(story), 1);
}

void TestSuperSpineRetry::longReasonIsCutBetweenCharacters()
{
    Story story;
    cast::hireReader(story);
    story.given(submit());
    Complete c = cast::report(cast::leased(story).at(0), Result::Faulted);
    c.reason = "x";
    while (c.reason.size() < 2 * textBytesMax)
        c.reason += "\xe2\x82\xac";
    story.given(c);
    story.restart();
    QVERIFY(!story.core().isReadOnly(SuperSpine::number));
}

QTEST_APPLESS_MAIN(TestSuperSpineRetry)
#include "tst_superspineretry.moc"
