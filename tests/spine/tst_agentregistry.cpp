// Agent Registry: one catalogue, and nobody hired without a passed exam.
#include "cast.h"

using namespace agentregistry;

class TestAgentRegistry : public QObject {
    Q_OBJECT

private slots:
    void registerOnce();
    void newVersion();
    void examDecidesHiring();
    void aFirstStartIsNoFailure();
    void failedExamDismisses();
    void onlyHiredAgentsWork();
    void badManifests_data();
    void badManifests();
    void refusals();
    void longNoteIsCutBetweenCharacters();
    void full();
    void cleanupTestCase();
};

static const std::vector<cast::Step> reader = {{"score-clarity", {"text"}, {"clarity"}}};

void TestAgentRegistry::registerOnce()
{
    Story story;
    story.when(cast::manifest("lucid", reader)).thenFacts({"agentregistry.registered"});
    const Agent *agent = find(story.state<AgentRegistry>(), "lucid");
    QVERIFY(agent && agent->state == agentregistry::State::Candidate && agent->exam == Exam::Missing);
    story.when(cast::manifest("lucid", reader)).thenFacts({});
}

void TestAgentRegistry::newVersion()
{
    Story story;
    const Id<Agent> agent = cast::hire(story, cast::manifest("lucid", reader));
    Register c = cast::manifest("lucid", reader);
    c.manifest.version = "1.1.0";
    story.when(c).thenFacts({"agentregistry.registered"});
    QVERIFY(find(story.state<AgentRegistry>(), "lucid")->id == agent);
    c.manifest.summary = "Says something else under the same version.";
    story.when(c).thenRefused("agentregistry.duplicate");
}

void TestAgentRegistry::examDecidesHiring()
{
    Story story;
    const Id<Agent> agent{story.given(cast::manifest("lucid", reader)).ids.at(0)};
    story.when(Hire{agent}).thenRefused("agentregistry.examMissing");
    story.when(Examine{agent, {}, 3, 1, "says too little"}).thenFacts({"agentregistry.examined"});
    story.when(Hire{agent}).thenRefused("agentregistry.examFailed");
    story.given(Examine{agent, crypto::blake2b("next build"), 3, 0, ""});
    story.when(Hire{agent}).thenFacts({"agentregistry.hired"});
    story.when(Hire{agent}).thenFacts({});
    story.when(Examine{agent, crypto::blake2b("next build"), 3, 0, ""}).thenFacts({});
    story.when(Dismiss{agent}).thenFacts({"agentregistry.dismissed"});
    story.when(Dismiss{agent}).thenFacts({});
}

void TestAgentRegistry::aFirstStartIsNoFailure()
{
    const auto hired = [](Story &story) {
        Vitals vitals;
        AgentRegistry::vitals(story.state<AgentRegistry>(), vitals);
        const auto found = std::find_if(vitals.begin(), vitals.end(), [](const Vital &one) { return one.name == "hired"; });
        return found == vitals.end() ? Vital::Failing : found->state;
    };
    Story story;
    QCOMPARE(hired(story), Vital::Look);
    Register core = cast::manifest("lucid", reader);
    core.manifest.kind = "core";
    const Id<Agent> agent{story.given(core).ids.at(0)};
    QCOMPARE(hired(story), Vital::Look);  // its exam is still to come
    story.given(Examine{agent, {}, 3, 1, "says too little"});
    QCOMPARE(hired(story), Vital::Failing);
    story.given(Examine{agent, crypto::blake2b("next build"), 3, 0, ""});
    story.given(Hire{agent});
    QCOMPARE(hired(story), Vital::Well);
}

void TestAgentRegistry::failedExamDismisses()
{
    Story story;
    const Id<Agent> agent = cast::hire(story, cast::manifest("lucid", reader));
    story.when(Examine{agent, crypto::blake2b("b"), 3, 2, ""})
        .thenFacts({"agentregistry.examined", "agentregistry.dismissed"});
    QCOMPARE(story.fact<Dismissed>().reason, std::string("exam"));
}

// The consequence: the same dream with the agent hired, and not.
void TestAgentRegistry::onlyHiredAgentsWork()
{
    for (const bool isHired : {true, false}) {
        Story story;
        if (isHired)
            cast::hireReader(story);
        else
            story.given(cast::manifest("lucid", reader));
        cast::dream(story, "one");
        QCOMPARE(cast::workAll(story), isHired ? 1 : 0);
    }
}

void TestAgentRegistry::badManifests_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("part");
    const char *parts[] = {"slug", "slug", "slug", "name", "name", "summary", "summary", "capabilities",
                           "capabilities", "steps", "steps"};
    for (int i = 0; i < int(std::size(parts)); ++i)
        QTest::addRow("%d %s", i, parts[i]) << i << parts[i];
}

void TestAgentRegistry::badManifests()
{
    QFETCH(int, which);
    QFETCH(QString, part);
    Register c = cast::manifest("lucid", reader);
    Manifest &m = c.manifest;
    switch (which) {
    case 0: m.slug = ""; break;
    case 1: m.slug = "No Slug"; break;
    case 2: m.slug = std::string(65, 'a'); break;
    case 3: m.name = ""; break;
    case 4: m.name = std::string(121, 'a'); break;
    case 5: m.summary = std::string(textBytesMax + 1, 'a'); break;
    case 6: m.tier = std::string(4 * textBytesMax + 1, 'a'); break;
    case 7: m.capabilities.clear(); break;
    case 8: m.capabilities.assign(stepsMax + 1, "tag-text"); break;
    case 9: m.steps.assign(stepsMax + 1, m.steps[0]); break;
    case 10: m.steps[0].capability = "tag-text"; break;
    }
    Story story;
    story.when(c).thenRefused("agentregistry.badManifest");
    QCOMPARE(QString::fromStdString(story.answer.refusal.arguments.at(1).second), part);
}

void TestAgentRegistry::refusals()
{
    Story story;
    Register c = cast::manifest("lucid", reader);
    c.manifest.capabilities.push_back("walk-on-water");
    story.when(c).thenRefused("agentregistry.unknownCapability");
    story.when(Hire{{1}}).thenRefused("agentregistry.unknown");
    story.when(Dismiss{{1}}).thenRefused("agentregistry.unknown");
    story.when(Examine{{1}, {}, 1, 0, ""}).thenRefused("agentregistry.unknown");
}

// A note cut inside a character could never be read from the journal again.
void TestAgentRegistry::longNoteIsCutBetweenCharacters()
{
    Story story;
    const Id<Agent> agent{story.given(cast::manifest("lucid", reader)).ids.at(0)};
    std::string note = "x";
    while (note.size() < 2 * textBytesMax)
        note += "\xc3\xa4";
    story.when(Examine{agent, {}, 3, 1, note}).thenFacts({"agentregistry.examined"});
    QCOMPARE(story.fact<Examined>().note.size(), textBytesMax - 1);
    story.restart();
    QVERIFY(!story.core().isReadOnly(AgentRegistry::number));
}

void TestAgentRegistry::full()
{
    Story story;
    Register c = cast::manifest("a", reader);
    for (std::size_t i = 0; i < agentsMax; ++i) {
        c.manifest.slug = "agent-" + std::to_string(i);
        story.given(c);
    }
    c.manifest.slug = "one-more";
    story.when(c).thenRefused("agentregistry.full");
}

void TestAgentRegistry::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("spine/agentregistry.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestAgentRegistry)
#include "tst_agentregistry.moc"
