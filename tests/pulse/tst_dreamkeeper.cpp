// DreamKeeper: backups come when they are due, one at a time, and count only when the hand says so.
#include "cast.h"

#ifndef Q_MOC_RUN
#    include "pulse/dreamkeeper.h"
#endif

using namespace dreamkeeper;

class TestDreamKeeper : public QObject {
    Q_OBJECT

private slots:
    void byHand();
    void onSchedule();
    void failure();
    void interrupted();
    void erasedSince();
    void refusals();
    void cleanupTestCase();
};

static const DreamKeeper::State &keeper(Story &story)
{
    return story.state<DreamKeeper>();
}

static Report made(Id<Backup> id)
{
    Report report;
    report.backup = id;
    report.isMade = true;
    report.file = "/safe/one.backup";
    report.bytes = 10;
    report.facts = 3;
    report.pages = 2;
    return report;
}

void TestDreamKeeper::byHand()
{
    Story story;
    story.when(BackUp{}).thenRefused("dreamkeeper.noFolder");
    story.when(BackUp{"/safe"}).thenFacts({"dreamkeeper.backupRequested"});
    const Id<Backup> id{story.answer.ids.at(0)};
    story.when(BackUp{"/safe"}).thenRefused("dreamkeeper.running");
    QVERIFY(running(keeper(story)) && !newest(keeper(story)));
    story.when(made(id)).thenFacts({"dreamkeeper.backupMade"});
    QVERIFY(!running(keeper(story)) && newest(keeper(story))->id == id);
    QCOMPARE(newest(keeper(story))->facts, std::uint64_t(3));
    story.when(made(id)).thenRefused("dreamkeeper.notRunning");
    story.when(Forget{id}).thenFacts({"dreamkeeper.backupForgotten"});
    QVERIFY(keeper(story).backups.isEmpty());
    story.when(Forget{id}).thenRefused("dreamkeeper.unknown");
}

void TestDreamKeeper::onSchedule()
{
    Story story;
    story.when(Configure{"/safe", seconds(3600), 3}).thenFacts({"dreamkeeper.configured"});
    story.pass(seconds(1));
    QVERIFY(running(keeper(story)));  // the first one at once
    story.given(made(running(keeper(story))->id));
    story.pass(seconds(3590));
    QCOMPARE(keeper(story).backups.size(), std::size_t(1));
    story.pass(seconds(20));
    QCOMPARE(keeper(story).backups.size(), std::size_t(2));
    story.pass(seconds(7200));
    QCOMPARE(keeper(story).backups.size(), std::size_t(2));  // never two at once
    story.given(made(running(keeper(story))->id));
    story.given(Configure{"/safe", {}, 3});
    story.pass(seconds(100'000));
    QCOMPARE(keeper(story).backups.size(), std::size_t(2));
}

void TestDreamKeeper::failure()
{
    Story story;
    const Id<Backup> id{story.given(BackUp{"/safe"}).ids.at(0)};
    Report report;
    report.backup = id;
    report.reason = std::string(5000, 'x');
    story.when(report).thenFacts({"dreamkeeper.backupFailed"});
    QCOMPARE(keeper(story).backups.find(id)->reason.size(), reasonBytesMax);
    QVERIFY(!newest(keeper(story)));
    Vitals vitals;
    DreamKeeper::vitals(keeper(story), vitals);
    QVERIFY(std::any_of(vitals.begin(), vitals.end(),
                        [](const Vital &vital) { return vital.state == Vital::Look; }));
    story.when(BackUp{"/safe"}).thenFacts({"dreamkeeper.backupRequested"});
}

void TestDreamKeeper::interrupted()
{
    Story story;
    const Id<Backup> id{story.given(BackUp{"/safe"}).ids.at(0)};
    story.restart();
    QVERIFY(keeper(story).backups.find(id)->standing == Standing::Failed);
    story.when(made(id)).thenRefused("dreamkeeper.notRunning");
}

// A backup made before an erasure still holds the words, and says so.
void TestDreamKeeper::erasedSince()
{
    Story story;
    const Id<dreams::Dream> dream = cast::dream(story, "secret");
    story.given(made({story.given(BackUp{"/safe"}).ids.at(0)}));
    story.given(dreams::Erase{dream});
    QCOMPARE(newest(keeper(story))->erasedSince, 1u);
    story.given(made({story.given(BackUp{"/safe"}).ids.at(0)}));
    QCOMPARE(newest(keeper(story))->erasedSince, 0u);
}

void TestDreamKeeper::refusals()
{
    Story story;
    story.when(Configure{"", seconds(3600), 3}).thenRefused("dreamkeeper.noFolder");
    story.when(Configure{"here", seconds(3600), 3}).thenRefused("dreamkeeper.badFolder");
    story.when(Configure{"/safe", seconds(1), 3}).thenRefused("dreamkeeper.badRhythm");
    story.when(Configure{"/safe", Duration{everyMax.us + 1}, 3})
        .thenRefused("dreamkeeper.badRhythm");
    story.when(Configure{"/safe", everyMin, 0}).thenRefused("dreamkeeper.badKeep");
    story.when(Configure{"/safe", everyMin, keepMax + 1}).thenRefused("dreamkeeper.badKeep");
    story.when(Configure{"", {}, 1}).thenFacts({"dreamkeeper.configured"});
    story.when(BackUp{std::string(folderBytesMax + 1, '/')}).thenRefused("dreamkeeper.badFolder");
}

void TestDreamKeeper::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("pulse/dreamkeeper.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestDreamKeeper)
#include "tst_dreamkeeper.moc"
