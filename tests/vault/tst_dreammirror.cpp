// DreamMirror: one folder is followed at most, trouble is told once and raises one alert, and every
// folder that was written may hold erased words until the hand says otherwise.
#include "cast.h"

#ifndef Q_MOC_RUN
#    include "vault/dreammirror.h"
#endif

using namespace dreammirror;

class TestDreamMirror : public QObject {
    Q_OBJECT

private slots:
    void followAndStop();
    void trouble();
    void erasedSince();
    void interrupted();
    void refusals();
    void bounded();
    void cleanupTestCase();
};

static const Memory &memory(Story &story)
{
    return story.state<DreamMirror>();
}

static Report written(Id<Mirror> mirror, std::uint64_t dreams = 3)
{
    Report report;
    report.mirror = mirror;
    report.dreams = dreams;
    report.files = 2 * dreams + 2;
    report.page = 7;
    report.isCompared = true;
    return report;
}

static std::size_t alerts(Story &story)
{
    return story.state<dreamnetos::DreamNetOs>().alerts.size();
}

void TestDreamMirror::followAndStop()
{
    Story story;
    story.when(Follow{"/one"}).thenFacts({"dreammirror.followed"});
    const Id<Mirror> one = followed(memory(story))->id;
    story.when(Follow{"/one"}).thenFacts({});
    story.when(written(one)).thenFacts({"dreammirror.written"});
    QCOMPARE(followed(memory(story))->files, std::uint64_t(8));
    story.when(Follow{"/two"}).thenFacts({"dreammirror.stopped", "dreammirror.followed"});
    QCOMPARE(followed(memory(story))->folder, std::string("/two"));
    QCOMPARE(memory(story).mirrors.size(), std::size_t(2));
    story.when(Follow{"/one"}).thenFacts({"dreammirror.stopped", "dreammirror.followed"});
    QCOMPARE(followed(memory(story))->id, one);  // known again
    QCOMPARE(memory(story).mirrors.size(), std::size_t(2));
    story.when(Stop{}).thenFacts({"dreammirror.stopped"});
    QVERIFY(!followed(memory(story)));
}

void TestDreamMirror::trouble()
{
    Story story;
    story.given(Follow{"/one"});
    const Id<Mirror> one = followed(memory(story))->id;
    story.given(written(one));
    story.when(Falter{one, true, ""}).thenFacts({"dreammirror.faltered"});
    QCOMPARE(alerts(story), std::size_t(1));
    story.when(Falter{one, true, ""}).thenFacts({});  // tried again, told once
    QVERIFY(followed(memory(story))->standing == Standing::Away);
    QCOMPARE(followed(memory(story))->dreams, std::uint64_t(3));
    story.when(Falter{one, false, "disk full"}).thenFacts({"dreammirror.faltered"});
    QCOMPARE(alerts(story), std::size_t(1));
    story.given(written(one));
    QCOMPARE(alerts(story), std::size_t(0));
    QVERIFY(followed(memory(story))->reason.empty());
    story.given(Falter{one, true, ""});
    story.given(Stop{});
    QCOMPARE(alerts(story), std::size_t(0));
    // Who asks for a single writing sees what came of it; nobody else is told.
    story.given(Write{"/once"});
    story.given(Falter{Id<Mirror>{memory(story).mirrors.rows().rbegin()->first}, false, "no"});
    QCOMPARE(alerts(story), std::size_t(0));
}

void TestDreamMirror::erasedSince()
{
    Story story;
    dreams::Create create;
    create.body = Body{"Words"};
    story.given(create);
    const Id<dreams::Dream> dream{
        story.state<dreams::Dreams>().dreams.rows().begin()->first};
    story.given(Follow{"/one"});
    const Id<Mirror> one = followed(memory(story))->id;
    story.given(written(one));
    story.given(Write{"/once"});
    const Id<Mirror> once{memory(story).mirrors.rows().rbegin()->first};
    story.given(written(once));
    story.given(dreams::Erase{dream});
    QCOMPARE(memory(story).mirrors.find(one)->erasedSince, 1u);
    Report gone = written(one, 2);
    gone.isCompared = false;
    gone.erased = 1;
    story.given(gone);
    QCOMPARE(memory(story).mirrors.find(one)->erasedSince, 0u);
    QCOMPARE(memory(story).mirrors.find(once)->erasedSince, 1u);
    story.given(written(once, 2));
    QCOMPARE(memory(story).mirrors.find(once)->erasedSince, 0u);
}

void TestDreamMirror::interrupted()
{
    Story story;
    story.given(Follow{"/one"});
    story.given(Write{"/once"});
    story.when(TakeBack{}).thenFacts({"dreammirror.faltered"});
    const Mirror &once = memory(story).mirrors.rows().rbegin()->second;
    QCOMPARE(once.reason, std::string("interrupted"));
    QVERIFY(followed(memory(story))->standing == Standing::Waiting);  // goes on by itself
}

void TestDreamMirror::refusals()
{
    Story story;
    story.when(Follow{}).thenRefused("dreammirror.noFolder");
    story.when(Follow{"beside"}).thenRefused("dreammirror.badFolder");
    story.when(Follow{'/' + std::string(2000, 'x')}).thenRefused("dreammirror.badFolder");
    story.when(Write{}).thenRefused("dreammirror.noFolder");
    story.when(Stop{}).thenRefused("dreammirror.notFollowing");
    story.when(written(Id<Mirror>{99})).thenRefused("dreammirror.unknown");
    story.when(Falter{Id<Mirror>{99}, true, ""}).thenRefused("dreammirror.unknown");
}

void TestDreamMirror::bounded()
{
    Story story;
    story.given(Follow{"/kept"});
    for (int i = 0; i < 40; ++i)
        story.given(Write{"/once" + std::to_string(i)});
    QCOMPARE(memory(story).mirrors.size(), mirrorsMax);
    QVERIFY(followed(memory(story)));
    QCOMPARE(memory(story).mirrors.rows().rbegin()->second.folder, std::string("/once39"));
}

void TestDreamMirror::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("vault/dreammirror.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestDreamMirror)
#include "tst_dreammirror.moc"
