// Super Spine: what goes first, what waits for what, and who gets it.
#include "cast.h"

using namespace superspine;

class TestSuperSpineOrder : public QObject {
    Q_OBJECT

private slots:
    void priorities();
    void fairShare();
    void dependencies();
    void failedDependencyCascades();
    void longChainFails();
    void leastBusyAgent();
    void largePlanComesInPieces();
};

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

void TestSuperSpineOrder::priorities()
{
    Story story;
    cast::hireReader(story);
    setSlots(story, 1);
    std::vector<std::uint64_t> ids;
    for (const std::uint8_t priority : {100, 50, 200, 100, 255})
        ids.push_back(story.given(submit(priority)).ids.at(0));
    std::vector<std::uint64_t> order;
    for (auto tasks = cast::leased(story); !tasks.empty(); tasks = cast::leased(story)) {
        order.push_back(tasks.at(0).id.value);
        story.given(cast::report(tasks.at(0)));
    }
    // The first was leased before the others came.
    QCOMPARE(order, (std::vector<std::uint64_t>{ids[0], ids[4], ids[2], ids[3], ids[1]}));
}

// Two dreams with many free tasks each: neither waits for the whole of the other.
void TestSuperSpineOrder::fairShare()
{
    Story story;
    std::vector<cast::Step> steps;
    for (const char *capability :
         {"score-clarity", "tag-text", "extract-facts", "score-sentiment", "extract-keywords",
          "summarize-text", "match-patterns", "map-concepts"})
        steps.push_back({capability, {"text"}, {capability}});
    cast::hire(story, cast::manifest("lucid", steps));
    setSlots(story, 1);
    const Id<dreams::Dream> a = cast::dream(story, "one");
    cast::dream(story, "two");
    int ofA = 0, ofB = 0, apartMax = 0;
    for (auto tasks = cast::leased(story); !tasks.empty(); tasks = cast::leased(story)) {
        ++(tasks.at(0).dream == a ? ofA : ofB);
        if (ofA < 8 && ofB < 8)
            apartMax = std::max(apartMax, std::abs(ofA - ofB));
        story.given(cast::report(tasks.at(0)));
    }
    QCOMPARE(ofA + ofB, 16);
    QVERIFY2(apartMax <= 1, qPrintable(QString::number(apartMax)));
}

void TestSuperSpineOrder::dependencies()
{
    Story story;
    cast::hireReader(story);
    const Id<Task> first{story.given(submit()).ids.at(0)};
    Submit after = submit();
    after.after = {first};
    story.when(after).thenFacts({"superspine.planned"});
    story.when(cast::report(cast::leased(story).at(0)))
        .thenFacts({"superspine.finished", "superspine.leased"});
    QCOMPARE(cast::workAll(story), 1);
}

void TestSuperSpineOrder::failedDependencyCascades()
{
    Story story;
    cast::hireCore(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    int left = 0;
    for (auto tasks = cast::leased(story); !tasks.empty(); tasks = cast::leased(story), ++left) {
        const bool isFingerprint = tasks.at(0).capability == "compare-texts";
        story.given(cast::report(tasks.at(0), isFingerprint ? Result::Refused : Result::Done));
    }
    // What needs the fingerprint is not tried: 6 tasks, 2 of them cancelled.
    QCOMPARE(left, 4);
    QVERIFY(story.state<dreams::Dreams>().dreams.find(dream)->state == dreams::State::Failed);
    QVERIFY(cast::spine(story).tasks.isEmpty());
}

void TestSuperSpineOrder::longChainFails()
{
    Story story;
    cast::hireReader(story);
    setSlots(story, 1);
    Id<Task> last{story.given(submit()).ids.at(0)};
    for (int i = 0; i < 60'000; ++i) {
        Submit next = submit();
        next.after = {last};
        last = {story.given(next).ids.at(0)};
    }
    story.when(cast::report(cast::leased(story).at(0), Result::Refused))
        .thenFacts({"superspine.finished", "superspine.abandoned"});
    QVERIFY(cast::spine(story).tasks.isEmpty());
}

void TestSuperSpineOrder::leastBusyAgent()
{
    Story story;
    cast::hire(story,
               cast::manifest("first", {{"score-clarity", {"text"}, {"clarity"}}}, "helper"));
    cast::hire(story,
               cast::manifest("second", {{"score-clarity", {"text"}, {"clarity"}}}, "helper"));
    story.given(submit());
    story.when(submit()).thenFacts({"superspine.planned", "superspine.leased"});
    const Task &task = story.fact<Planned>().task;
    QCOMPARE(task.agent, std::string("second"));
    QCOMPARE(task.reason, std::string("least busy; then first"));
    cast::workAll(story);
    for (const auto &[key, fleet] : cast::spine(story).fleet.rows())
        QCOMPARE(fleet.leased, 0u);
}

// Dreams that came before anybody could work them: no page takes all of their plans.
void TestSuperSpineOrder::largePlanComesInPieces()
{
    constexpr std::size_t dreams = 1200;
    Story story;
    for (std::size_t i = 0; i < dreams; ++i)
        cast::dream(story, "dream " + std::to_string(i));
    cast::hireReader(story);
    QCOMPARE(cast::spine(story).tasks.size(), std::size_t(1024));
    QCOMPARE(cast::spine(story).unplanned.size(), dreams - 1024);
    QCOMPARE(cast::workAll(story), int(dreams));
    QVERIFY(cast::spine(story).unplanned.isEmpty());
    QVERIFY(cast::spine(story).assignments.isEmpty());
}

QTEST_APPLESS_MAIN(TestSuperSpineOrder)
#include "tst_superspineorder.moc"
