// Audit Trail: checkpoints only go on, and a witness is compared with what is on record.
#include "cast.h"

using namespace audittrail;

class TestAuditTrail : public QObject {
    Q_OBJECT

private slots:
    void checkpoints();
    void oldCheckpointsFade();
    void witnessOfAKnownCheckpoint();
    void witnessBeforeItsCheckpoint();
    void contradictingWitnessRaisesAnAlarm();
    void comparedByAHand();
    void witnessesAgainstEachOther();
    void refusals();
    void cleanupTestCase();
};

static Digest digest(std::string_view of)
{
    return crypto::blake2b(of);
}

static Record checkpoint(std::uint64_t pages, std::string_view hash = "page")
{
    return {pages, digest("root"), digest(hash)};
}

static const Memory &trail(Story &story)
{
    return story.state<AuditTrail>();
}

void TestAuditTrail::checkpoints()
{
    Story story;
    story.when(checkpoint(5)).thenFacts({"audittrail.recorded"});
    story.when(checkpoint(5)).thenFacts({});
    story.when(checkpoint(5, "forged")).thenRefused("audittrail.contradiction");
    story.when(checkpoint(4)).thenRefused("audittrail.backwards");
    story.when(checkpoint(9)).thenFacts({"audittrail.recorded"});
}

void TestAuditTrail::oldCheckpointsFade()
{
    Story story;
    for (std::uint64_t i = 1; i <= checkpointsMax + 3; ++i)
        story.given(checkpoint(i));
    QCOMPARE(trail(story).checkpoints.size(), checkpointsMax);
    QVERIFY(!trail(story).byPages.find(3) && trail(story).byPages.find(4));
}

void TestAuditTrail::witnessOfAKnownCheckpoint()
{
    Story story;
    story.given(checkpoint(5));
    story.when(AddWitness{"Ada", 5, digest("page")}).thenFacts({"audittrail.witnessAdded"});
    const Id<Witness> id{story.answer.ids.at(0)};
    QVERIFY(trail(story).witnesses.find(id)->verdict == Verdict::Agrees);
    story.when(AddWitness{"Ada", 5, digest("page")}).thenFacts({});
    story.when(AddWitness{"Bob", 5, digest("another")}).thenRefused("audittrail.contradiction");
    story.when(DropWitness{id}).thenFacts({"audittrail.witnessDropped"});
    QVERIFY(!story.core().keys().has(id.value));
    story.when(DropWitness{id}).thenRefused("audittrail.unknownWitness");
}

void TestAuditTrail::witnessBeforeItsCheckpoint()
{
    Story story;
    const Id<Witness> id{story.given(AddWitness{"Ada", 7, digest("page")}).ids.at(0)};
    QVERIFY(trail(story).witnesses.find(id)->verdict == Verdict::Waiting);
    story.when(checkpoint(7)).thenFacts({"audittrail.recorded", "audittrail.judged"}).thenFollows({});
    QVERIFY(trail(story).witnesses.find(id)->verdict == Verdict::Agrees);
}

// The consequence: a witness that agrees, and one that does not.
void TestAuditTrail::contradictingWitnessRaisesAnAlarm()
{
    Story story;
    const Id<Witness> id{story.given(AddWitness{"Ada", 7, digest("what Ada saw")}).ids.at(0)};
    story.when(checkpoint(7, "what we have"))
        .thenFacts({"audittrail.recorded", "audittrail.judged"})
        .thenFollows({"dreamnetos.alertRaised"});
    Vitals vitals;
    AuditTrail::vitals(trail(story), vitals);
    QVERIFY(std::any_of(vitals.begin(), vitals.end(), [](const Vital &one) { return one.state == Vital::Failing; }));
    story.restart();
    QCOMPARE(story.state<dreamnetos::DreamNetOs>().alerts.size(), std::size_t(1));
    story.when(DropWitness{id}).thenFollows({"dreamnetos.alertCleared"});
}

void TestAuditTrail::comparedByAHand()
{
    Story story;
    const Id<Witness> id{story.given(AddWitness{"Ada", 7, digest("page")}).ids.at(0)};
    story.when(Compare{id, digest("another")}).thenFacts({"audittrail.judged"}).thenFollows({"dreamnetos.alertRaised"});
    story.when(Compare{id, digest("page")}).thenFacts({});  // once judged, it stays so
    QVERIFY(trail(story).witnesses.find(id)->verdict == Verdict::Contradicts);
    story.when(Compare{{1}, digest("page")}).thenRefused("audittrail.unknownWitness");
}

void TestAuditTrail::witnessesAgainstEachOther()
{
    Story story;
    story.given(AddWitness{"Ada", 7, digest("a")});
    story.when(AddWitness{"Bob", 7, digest("b")}).thenRefused("audittrail.contradiction");
    story.when(AddWitness{"Bob", 7, digest("a")}).thenFacts({"audittrail.witnessAdded"});
}

void TestAuditTrail::refusals()
{
    Story story;
    story.when(checkpoint(0)).thenRefused("audittrail.badCheckpoint");
    story.when(Record{1, {}, {}}).thenRefused("audittrail.badCheckpoint");
    story.when(AddWitness{"", 1, digest("a")}).thenRefused("audittrail.badName");
    story.when(AddWitness{std::string(nameBytesMax + 1, 'x'), 1, digest("a")}).thenRefused("audittrail.badName");
    story.when(AddWitness{"Ada", 0, digest("a")}).thenRefused("audittrail.badCheckpoint");
    for (std::size_t i = 1; i <= witnessesMax; ++i)
        story.given(AddWitness{"Ada", i, digest("a")});
    story.when(AddWitness{"Ada", witnessesMax + 1, digest("a")}).thenRefused("audittrail.tooManyWitnesses");
}

void TestAuditTrail::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("shield/audittrail.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestAuditTrail)
#include "tst_audittrail.moc"
