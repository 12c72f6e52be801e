// Super Spine: from a dream to a closed assignment, what goes first, and everything it refuses.
#include "cast.h"

#ifndef Q_MOC_RUN
#    include "identity/dreamstate.h"
#endif

using namespace superspine;

class TestSuperSpine : public QObject {
    Q_OBJECT

private slots:
    void lifecycle();
    void closedDreamCarriesScore();
    void fencing();
    void cancel();
    void pauseAndResume();
    void drain();
    void taskBudget();
    void timeBudget();
    void batchGate();
    void batchAtBoot();
    void takeBack();
    void planWaitsForAgents();
    void newerTextEndsOlderWork();
    void erasedWhileRunning();
    void tooLargeResultFailsTheTask();
    void configure();
    void badPlans();
    void refusals();
    void cleanupTestCase();
};

static Id<Assignment> openOf(Story &story, Id<dreams::Dream> dream)
{
    const auto at = cast::spine(story).byDream.keys().lower_bound({dream.value, 0});
    return {at->second};
}

static Submit submit(std::uint8_t priority = 100, const std::string &capability = "score-clarity")
{
    Submit c;
    c.capability = capability;
    c.priority = priority;
    return c;
}

static void setSlots(Story &story, std::uint32_t count)
{
    story.given(Configure{count, {}, {}, {}});
}

void TestSuperSpine::lifecycle()
{
    Story story;
    cast::hireReader(story);
    story.when(submit()).thenFacts({"superspine.planned", "superspine.leased"});
    const Task task = cast::leased(story).at(0);
    QCOMPARE(task.attempt, 1u);
    story.when(Heartbeat{task.id, 1}).thenFacts({"superspine.renewed"});
    story.when(cast::report(task)).thenFacts({"superspine.finished"});
    QVERIFY(cast::spine(story).tasks.isEmpty());
    const Finished &receipt = story.fact<Finished>();
    QCOMPARE(receipt.agent, std::string("lucid"));
    QVERIFY(receipt.at == story.now && receipt.outcome == Result::Done);
}

// The consequence: the same dream with its work done, and not.
void TestSuperSpine::closedDreamCarriesScore()
{
    for (const bool isWorked : {true, false}) {
        Story story;
        cast::hireCore(story);
        const Id<dreams::Dream> dream = cast::dream(story, "one");
        if (isWorked)
            QCOMPARE(cast::workAll(story), 6);
        const dreams::Dream &row = *story.state<dreams::Dreams>().dreams.find(dream);
        QVERIFY(row.state == (isWorked ? dreams::State::Understood : dreams::State::Working));
        QCOMPARE(row.score.value, isWorked ? 5600 : -1);
        QCOMPARE(row.form, std::string(isWorked ? "plan" : ""));
        QCOMPARE(cast::spine(story).assignments.size(), std::size_t(isWorked ? 0 : 1));
    }
}

void TestSuperSpine::fencing()
{
    Story story;
    cast::hireReader(story);
    story.given(submit());
    const Task first = cast::leased(story).at(0);
    story.pass(seconds(30));
    const Task second = cast::leased(story).at(0);
    QVERIFY(second.id == first.id && second.attempt == 2);
    story.when(cast::report(first)).thenRefused("superspine.lateAttempt");
    story.when(Heartbeat{first.id, 1}).thenRefused("superspine.lateAttempt");
    story.when(cast::report(second)).thenFacts({"superspine.finished"});
    story.when(cast::report(second)).thenRefused("superspine.lateAttempt");
}

void TestSuperSpine::cancel()
{
    Story story;
    cast::hireCore(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    const Id<Assignment> id = openOf(story, dream);
    const Task running = cast::leased(story).at(0);
    story.when(Cancel{id}).thenFacts({"superspine.closed"}).thenFollows({"dreams.assessed"});
    QVERIFY(cast::leased(story).empty());
    story.when(cast::report(running)).thenRefused("superspine.lateAttempt");
    story.when(Cancel{id}).thenRefused("superspine.unknownAssignment");
    QVERIFY(story.state<dreams::Dreams>().dreams.find(dream)->state == dreams::State::New);
}

void TestSuperSpine::pauseAndResume()
{
    Story story;
    cast::hireCore(story);
    setSlots(story, 1);
    const Id<Assignment> id = openOf(story, cast::dream(story, "one"));
    story.when(Pause{id}).thenFacts({"superspine.paused"});
    story.when(Pause{id}).thenFacts({});
    QCOMPARE(cast::workAll(story), 1);  // what was running ends; nothing new begins
    story.pass(seconds(1000));
    QVERIFY(cast::leased(story).empty());
    story.when(Resume{id}).thenFacts({"superspine.resumed", "superspine.leased"});
    story.when(Resume{id}).thenFacts({});
    QCOMPARE(cast::workAll(story), 5);
    story.when(Pause{{1}}).thenRefused("superspine.unknownAssignment");
    story.when(Resume{{1}}).thenRefused("superspine.unknownAssignment");
}

void TestSuperSpine::drain()
{
    Story story;
    cast::hireReader(story);
    setSlots(story, 1);
    story.given(submit());
    story.given(submit());
    story.when(Drain{true}).thenFacts({"superspine.configured"});
    story.when(Drain{true}).thenFacts({});
    story.when(submit()).thenRefused("superspine.draining");
    QCOMPARE(cast::workAll(story), 1);
    story.when(Drain{false}).thenFacts({"superspine.configured", "superspine.leased"});
    QCOMPARE(cast::workAll(story), 1);
}

void TestSuperSpine::taskBudget()
{
    Story story;
    cast::hireCore(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    Open open;
    open.dream = dream;
    open.tasksMax = 5;
    story.when(open).thenRefused("superspine.overBudget");
    open.tasksMax = 6;
    story.when(open);
    QVERIFY(story.answer.isDone);
    QCOMPARE(cast::workAll(story), 6);
}

void TestSuperSpine::timeBudget()
{
    Story story;
    cast::hireCore(story);
    setSlots(story, 1);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    Open open;
    open.dream = dream;
    open.timeMax = milliseconds(12);  // a task takes 5 ms
    story.given(open);
    QCOMPARE(cast::workAll(story), 3);
    QVERIFY(story.state<dreams::Dreams>().dreams.find(dream)->state == dreams::State::Failed);
    QVERIFY(cast::spine(story).assignments.isEmpty());
}

// No dream of an import is compared before all of it is fingerprinted.
void TestSuperSpine::batchGate()
{
    Story story;
    cast::hireCore(story);
    setSlots(story, 3);
    const Id<Batch> batch{story.given(OpenBatch{3}).ids.at(0)};
    for (const char *text : {"one", "two", "three"})
        cast::dream(story, text, batch.value);
    story.when(CloseBatch{batch, 3}).thenFacts({"superspine.batchClosed"});
    story.when(CloseBatch{batch, 3}).thenFacts({});
    int fingerprints = 0, compared = 0;
    for (auto tasks = cast::leased(story); !tasks.empty(); tasks = cast::leased(story)) {
        const std::string capability = tasks.back().capability;
        fingerprints += capability == "compare-texts";
        if (capability == "score-resonance") {
            ++compared;
            QCOMPARE(fingerprints, 3);
        }
        story.given(cast::report(tasks.back()));
    }
    QCOMPARE(compared, 3);
    QVERIFY(cast::spine(story).batches.isEmpty());
    story.when(CloseBatch{batch, 3}).thenRefused("superspine.unknownBatch");
}

// An import that died half way does not hold its dreams for ever.
void TestSuperSpine::batchAtBoot()
{
    Story story;
    cast::hireCore(story);
    const Id<Batch> batch{story.given(OpenBatch{2}).ids.at(0)};
    const Id<dreams::Dream> dream = cast::dream(story, "one", batch.value);
    cast::workAll(story);
    QVERIFY(story.state<dreams::Dreams>().dreams.find(dream)->state != dreams::State::Understood);
    story.restart();
    cast::workAll(story);
    QVERIFY(story.state<dreams::Dreams>().dreams.find(dream)->state == dreams::State::Understood);
}

void TestSuperSpine::takeBack()
{
    Story story;
    cast::hireReader(story);
    story.given(submit());
    const Task first = cast::leased(story).at(0);
    for (std::uint32_t attempt = 2; attempt <= 4; ++attempt) {
        story.restart();
        QCOMPARE(cast::leased(story).at(0).attempt, attempt);
        story.when(cast::report(first)).thenRefused("superspine.lateAttempt");
    }
    // What brings the process down each time is given up.
    story.restart();
    QVERIFY(cast::spine(story).tasks.isEmpty());
}

void TestSuperSpine::planWaitsForAgents()
{
    Story story;
    const Id<dreams::Dream> one = cast::dream(story, "one");
    QVERIFY(cast::leased(story).empty());
    Open open;
    open.dream = cast::dream(story, "two");
    open.tasksMax = 0;
    story.given(open);
    cast::hireReader(story);
    QCOMPARE(cast::workAll(story), 1);
    QVERIFY(story.state<dreams::Dreams>().dreams.find(one)->state == dreams::State::Understood);
    // A plan made late keeps to the budget too.
    QVERIFY(story.state<dreams::Dreams>().dreams.find(open.dream)->state == dreams::State::Failed);
    story.when(Plan{}).thenFacts({});
}

void TestSuperSpine::newerTextEndsOlderWork()
{
    Story story;
    cast::hireReader(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    const Task old = cast::leased(story).at(0);
    dreams::Edit edit;
    edit.dream = dream;
    edit.body = Body{"one, said better"};
    story.given(edit);
    story.when(cast::report(old)).thenRefused("superspine.lateAttempt");
    QCOMPARE(cast::spine(story).assignments.size(), std::size_t(1));
    QCOMPARE(cast::workAll(story), 1);
}

void TestSuperSpine::erasedWhileRunning()
{
    Story story;
    cast::hireReader(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    const Task planned = cast::leased(story).at(0);
    Submit alone = submit();
    alone.dream = dream;
    const Id<Task> lone{story.given(alone).ids.at(0)};
    const Task loneTask = *cast::spine(story).tasks.find(lone);
    story.given(dreams::Erase{dream});
    story.when(cast::report(planned)).thenRefused("superspine.lateAttempt");
    story.when(cast::report(loneTask)).thenRefused("superspine.dreamErased");
    QVERIFY(story.state<dreamvault::DreamVault>().holders.isEmpty());
    // It is given up in the end, and leaves no letter about a dream that is gone.
    story.pass(seconds(1000));
    QVERIFY(cast::spine(story).tasks.isEmpty());
    QVERIFY(story.state<deadletter::DeadLetter>().letters.isEmpty());
}

void TestSuperSpine::tooLargeResultFailsTheTask()
{
    Story story;
    cast::hireReader(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    Complete c = cast::report(cast::leased(story).at(0));
    c.outputs[0].bytes.text.assign(dreamvault::itemBytesMax + 1, 'x');
    story.when(c).thenFacts({"superspine.finished", "superspine.abandoned", "superspine.closed"});
    QCOMPARE(story.fact<Finished>().reason, std::string("dreamvault.tooLarge"));
    Story::refused().insert(story.fact<Finished>().reason);  // in a receipt, not in an answer
    QVERIFY(story.state<dreams::Dreams>().dreams.find(dream)->state == dreams::State::Failed);
}

void TestSuperSpine::configure()
{
    Story story;
    const Configure c{3, seconds(5), 2, milliseconds(1)};
    story.when(c).thenFacts({"superspine.configured"});
    story.when(c).thenFacts({});
    const Configure bad[] = {{0u, {}, {}, {}},
                             {100'001u, {}, {}, {}},
                             {{}, milliseconds(9), {}, {}},
                             {{}, seconds(3601), {}, {}},
                             {{}, {}, 0u, {}},
                             {{}, {}, 101u, {}},
                             {{}, {}, {}, Duration{-1}},
                             {{}, {}, {}, seconds(3601)}};
    for (const Configure &one : bad)
        story.when(one).thenRefused("superspine.badSettings");
}

void TestSuperSpine::badPlans()
{
    {
        Story story;
        cast::hire(story, cast::manifest("a", {{"tag-text", {"b/made"}, {"made"}}}));
        Open open;
        open.dream = cast::dream(story, "one");
        story.when(open).thenRefused("superspine.noMaker");
    }
    Story story;
    cast::hire(story,
               cast::manifest("a", {{"tag-text", {"y"}, {"x"}}, {"score-clarity", {"x"}, {"y"}}}));
    Open open;
    open.dream = cast::dream(story, "one");
    story.when(open).thenRefused("superspine.cyclicPlan");
    QCOMPARE(story.answer.refusal.arguments.at(0).second,
             std::string("a/tag-text, a/score-clarity"));
}

void TestSuperSpine::refusals()
{
    Story story;
    story.when(submit(100, "walk-on-water")).thenRefused("superspine.unknownCapability");
    story.when(submit()).thenRefused("superspine.noAgent");
    Submit named = submit();
    named.agent = "nobody";
    story.when(named).thenRefused("agentregistry.unknown");
    agentregistry::Register locked =
        cast::manifest("cradle", {{"score-clarity", {"text"}, {"clarity"}}});
    locked.manifest.tier = "{\"trust\":80}";
    const Id<agentregistry::Agent> id{story.given(locked).ids.at(0)};
    named.agent = "cradle";
    story.when(named).thenRefused("superspine.notHired");
    story.given(agentregistry::Examine{id, {}, 3, 0, ""});
    story.given(agentregistry::Hire{id});
    story.when(named).thenRefused("superspine.agentLocked");
    QCOMPARE(story.answer.refusal.arguments.at(1).second, locked.manifest.tier);
    story.when(submit()).thenRefused("superspine.noAgent");
    cast::hireReader(story);
    named = submit(100, "tag-text");
    named.agent = "lucid";
    story.when(named).thenRefused("superspine.cannot");
    named = submit();
    named.after = {{1}};
    story.when(named).thenRefused("superspine.unknownTask");
    named = submit();
    named.dream = {1};
    story.when(named).thenRefused("dreams.unknown");
    Open open;
    open.dream = {1};
    story.when(open).thenRefused("dreams.unknown");
    open.dream = cast::dream(story, "mine alone");
    story.given(dreamstate::SetConsent{});
    story.when(open).thenRefused("dreamstate.noConsent");
}

void TestSuperSpine::cleanupTestCase()
{
    QStringList untold;
    for (const char *part : {"assignments", "attempts", "plan"})
        untold += Story::untold(info(),
                                QStringLiteral("spine/superspine%1.cpp").arg(QLatin1String(part)));
    untold.removeDuplicates();
    // 2,000,000 open tasks do not fit into a test; ticks and boots are asked by every pass and restart.
    QCOMPARE(untold, (QStringList{QStringLiteral("superspine.full")}));
}

QTEST_APPLESS_MAIN(TestSuperSpine)
#include "tst_superspine.moc"
