// Star Bridge: topics and patterns, cursors that only go on, and pressure that holds producers.
#include "cast.h"

using namespace starbridge;

class TestStarBridge : public QObject {
    Q_OBJECT

private slots:
    void patterns_data();
    void patterns();
    void matching_data();
    void matching();
    void subscribe();
    void cursor();
    void publish();
    void lagHasTwoThresholds();
    void pressure();
    void tooMany();
    void refusals();
    void cleanupTestCase();
};

void TestStarBridge::patterns_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("asPattern");
    QTest::addColumn<bool>("asTopic");
    const auto row = [](const char *text, bool asPattern, bool asTopic) {
        QTest::newRow(*text ? text : "nothing") << text << asPattern << asTopic;
    };
    row("dreams.created", true, true);
    row("dreams.*", true, false);
    row(">", true, false);
    row("event.>", true, false);
    row(">.dreams", false, false);
    row("a.>.b", false, false);
    row("*.created", true, false);
    row("", false, false);
    row(".", false, false);
    row("a.", false, false);
    row(".a", false, false);
    row("a..b", false, false);
    row("a b", false, false);
    row("a*", false, false);
    row("a.b.c.d.e.f.g.h", true, true);
    row("a.b.c.d.e.f.g.h.i", false, false);
    row("\xc3\xa4", false, false);
}

void TestStarBridge::patterns()
{
    QFETCH(QString, pattern);
    QFETCH(bool, asPattern);
    QFETCH(bool, asTopic);
    QCOMPARE(isPattern(pattern.toStdString()), asPattern);
    QCOMPARE(isTopic(pattern.toStdString()), asTopic);
    QVERIFY(!isTopic(std::string(topicBytesMax + 1, 'a')));
    QVERIFY(isTopic(std::string(topicBytesMax, 'a')));
}

void TestStarBridge::matching_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("topic");
    QTest::addColumn<bool>("isMatch");
    const auto row = [](const char *pattern, const char *topic, bool isMatch) {
        QTest::addRow("%s %s", pattern, topic) << pattern << topic << isMatch;
    };
    row("dreams.created", "dreams.created", true);
    row("dreams.created", "dreams.edited", false);
    row("dreams.*", "dreams.created", true);
    row("dreams.*", "dreams", false);
    row("dreams.*", "dreams.a.b", false);
    row("*.created", "dreams.created", true);
    row("*", "dreams", true);
    row("*", "dreams.created", false);
    row(">", "dreams.created", true);
    row("event.>", "event.a.b.c", true);
    row("event.>", "event", false);
    row("event.*.b", "event.a.b", true);
    row("event.*.b", "event.a.c", false);
    row("dreams.created", "dreams", false);
}

void TestStarBridge::matching()
{
    QFETCH(QString, pattern);
    QFETCH(QString, topic);
    QFETCH(bool, isMatch);
    QCOMPARE(matches(pattern.toStdString(), topic.toStdString()), isMatch);
}

static Subscribe wish(const std::string &name, const std::string &pattern = "dreams.*", bool isRequired = false)
{
    return {name, pattern, isRequired, {}};
}

void TestStarBridge::subscribe()
{
    Story story;
    cast::dream(story, "one");
    story.when(wish("mirror")).thenFacts({"starbridge.subscribed"});
    const Id<Subscription> id{story.answer.ids.at(0)};
    QCOMPARE(story.state<StarBridge>().subscriptions.find(id)->cursor, story.core().facts() - 1);
    story.when(wish("mirror")).thenFacts({});
    story.when(wish("mirror", "superspine.*")).thenRefused("starbridge.nameTaken");
    Subscribe past = wish("past");
    past.from = 0;
    story.given(past);
    past.name = "future";
    past.from = story.core().facts() + 1;
    story.when(past).thenRefused("starbridge.beyond");
    story.when(Unsubscribe{id}).thenFacts({"starbridge.unsubscribed"});
    story.when(Unsubscribe{id}).thenRefused("starbridge.unknown");
}

void TestStarBridge::cursor()
{
    Story story;
    Subscribe past = wish("past");
    past.from = 0;
    const Id<Subscription> id{story.given(past).ids.at(0)};
    cast::dream(story, "one");
    story.when(Acknowledge{id, 2}).thenFacts({"starbridge.acknowledged"});
    story.when(Acknowledge{id, 2}).thenFacts({});
    story.when(Acknowledge{id, 1}).thenRefused("starbridge.backwards");
    story.when(Acknowledge{id, story.core().facts() + 1}).thenRefused("starbridge.beyond");
    story.restart();
    QCOMPARE(story.state<StarBridge>().subscriptions.find(id)->cursor, std::uint64_t(2));
    story.when(Acknowledge{{1}, 2}).thenRefused("starbridge.unknown");
}

void TestStarBridge::publish()
{
    Story story;
    story.when(Publish{"harvest.begun", "We begin."}).thenFacts({"starbridge.published"});
    QCOMPARE(topicOf(story.fact<Published>()), std::string("event.harvest.begun"));
    QVERIFY(matches("event.harvest.*", topicOf(story.fact<Published>())));
    story.when(Publish{"harvest.*", ""}).thenRefused("starbridge.badTopic");
    story.when(Publish{"harvest", std::string(textBytesMax + 1, 'x')}).thenRefused("starbridge.tooLong");
    QCOMPARE(story.state<StarBridge>().totals->published, std::uint64_t(1));
}

void TestStarBridge::lagHasTwoThresholds()
{
    Story story;
    const Id<Subscription> id{story.given(wish("slow")).ids.at(0)};
    const auto measure = [&](std::uint64_t backlog, const Story::Names &names) {
        story.when(Measure{id, backlog}).thenFacts(names);
        return story.state<StarBridge>().subscriptions.find(id)->lag;
    };
    const Story::Names changed = {"starbridge.lagChanged"};
    QVERIFY(measure(lagAbove, {}) == Lag::KeepingUp);
    QVERIFY(measure(lagAbove + 1, changed) == Lag::Lagging);
    QVERIFY(measure(lagAbove / 2 + 1, {}) == Lag::Lagging);
    QVERIFY(measure(drownAbove + 1, changed) == Lag::Drowning);
    QVERIFY(measure(drownAbove / 2 + 1, {}) == Lag::Drowning);
    QVERIFY(measure(drownAbove / 2, changed) == Lag::Lagging);
    QVERIFY(measure(lagAbove / 2, changed) == Lag::KeepingUp);
    story.when(Measure{{1}, 0}).thenRefused("starbridge.unknown");
}

// The consequence for producers outside: with a required subscriber drowning, and without.
void TestStarBridge::pressure()
{
    for (const bool isRequired : {true, false}) {
        Story story;
        const Id<Subscription> id{story.given(wish("slow", ">", isRequired)).ids.at(0)};
        story.given(Measure{id, drownAbove + 1});
        const Memory &memory = story.state<StarBridge>();
        QCOMPARE(admit(memory, Origin::Http).isDone(), !isRequired);
        QVERIFY(admit(memory, Origin::Local).isDone());
        if (isRequired) {
            QCOMPARE(admit(memory, Origin::Peer).refusal().code, std::string("starbridge.pressure"));
            story.given(Measure{id, 0});
            QVERIFY(admit(memory, Origin::Http).isDone());
            // The gate lets nobody from outside in yet, so no story meets this code by asking.
            Story::refused().insert("starbridge.pressure");
        }
    }
}

void TestStarBridge::tooMany()
{
    Story story;
    for (std::size_t i = 0; i < subscriptionsMax; ++i)
        story.given(wish("s" + std::to_string(i)));
    story.when(wish("more")).thenRefused("starbridge.tooMany");
}

void TestStarBridge::refusals()
{
    Story story;
    story.when(wish("")).thenRefused("starbridge.badName");
    story.when(wish("two words")).thenRefused("starbridge.badName");
    story.when(wish(std::string(nameBytesMax + 1, 'a'))).thenRefused("starbridge.badName");
    story.when(wish("a", "a..b")).thenRefused("starbridge.badPattern");
}

void TestStarBridge::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("lungs/starbridge.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestStarBridge)
#include "tst_starbridge.moc"
