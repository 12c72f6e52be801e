// What holds for every system alike: its declaration, its door, its forms.
#include "cast.h"

class TestOrganism : public QObject {
    Q_OBJECT

private slots:
    void declarations();
    void numbersAreTheirPlaces();
    void noFactAloneBreaks();
    void internalCommandsAreNotForPeople();
    void strangersHaveNoTier();
    void nobodySpeaksForAnother();
    void commandsSurviveTheCodec();
    void factsDecodeFromTheirSample();
    void vitalsAreMeasured();
    void repeatedKeyDoesNothingTwice();
};

void TestOrganism::declarations()
{
    for (const kernel::SystemInfo *system : organism::systems()) {
        QVERIFY2(!system->purpose.empty() && system->purpose.ends_with('.'), system->stem.data());
        QVERIFY2(!system->page.empty() && !system->organ.empty(), system->stem.data());
        const std::string_view named = system->consequence.substr(0, system->consequence.find(':'));
        QVERIFY2(named == "result" || (organism::system(named) && named != system->stem),
                 system->stem.data());
        const bool isForPeople =
            std::any_of(system->commands.begin(), system->commands.end(),
                        [](const kernel::CommandInfo &one) { return !one.isInternal; });
        QVERIFY2(isForPeople, system->stem.data());
        QVERIFY2(!system->facts.empty() && !system->tables.empty(), system->stem.data());
    }
}

void TestOrganism::numbersAreTheirPlaces()
{
    // Numbers are given once and for ever: the higher byte of every fact's kind.
    const std::pair<const char *, int> numbers[] = {
        {"dreams", 1},          {"agentregistry", 2}, {"superspine", 3},    {"dreamvault", 4},
        {"starbridge", 5},      {"deadletter", 6},    {"audittrail", 7},    {"dreamnetos", 8},
        {"heartbeat", 9},       {"lucid", 10},        {"root", 11},         {"canvas", 12},
        {"echo", 13},           {"dreamkeeper", 14},  {"dreammirror", 15},  {"passports", 16},
        {"identitygrid", 17},   {"rbac", 18},         {"tierresolver", 19}, {"apikeeper", 20},
        {"citizens", 21},       {"dreamstate", 22},   {"reputation", 23},   {"tokens", 24},
        {"economicengine", 25}, {"rewards", 26},      {"billable", 27},     {"subscriptions", 28},
        {"staking", 29},        {"operator", 30}};
    std::set<int> used;
    for (const auto &[stem, number] : numbers) {
        const kernel::SystemInfo *system = organism::system(stem);
        QVERIFY2(system && system->number == number && used.insert(number).second, stem);
    }
    QCOMPARE(organism::systems().size(), used.size());
}

// A journal whose earlier facts are not understood any more still opens: each fact alone, twice. The
// Super Spine's are told in chains by nobody else, and one of them missing is a journal that is broken.
void TestOrganism::noFactAloneBreaks()
{
    int facts = 0;
    for (const kernel::SystemInfo *system : organism::systems())
        for (const kernel::FactInfo &fact : system->facts) {
            if (system->stem == "superspine")
                continue;
            const std::shared_ptr<void> state = system->makeState();
            for (int time = 0; time < 2; ++time)
                QVERIFY2(fact.replay(fact.sample(), nullptr, state.get(), {}), fact.name.c_str());
            system->rebuild(state.get());
            ++facts;
        }
    QVERIFY(facts > 100);
}

// Asks every command there is, with its fields as they are by default, under this envelope.
template<class Judge>
static void askAll(const kernel::Envelope &envelope, Judge judge)
{
    Story story;
    for (const kernel::SystemInfo *system : organism::systems()) {
        for (const kernel::CommandInfo &command : system->commands) {
            bool isGood = false;
            kernel::Ask ask{command.kind, command.decode("\x80", isGood), envelope};
            QVERIFY2(isGood, command.name.c_str());
            judge(command, story.ask(ask));
        }
    }
}

void TestOrganism::internalCommandsAreNotForPeople()
{
    int refused = 0;
    askAll({}, [&](const kernel::CommandInfo &command, const kernel::Answer &answer) {
        QCOMPARE(answer.refusal.code == "rbac.internal", command.isInternal);
        refused += command.isInternal;
    });
    QVERIFY(refused > 20);
}

void TestOrganism::strangersHaveNoTier()
{
    for (const auto origin : {kernel::Origin::Http, kernel::Origin::Mcp, kernel::Origin::Peer})
        askAll(Story::from(origin), [](const kernel::CommandInfo &, const kernel::Answer &answer) {
            QCOMPARE(answer.refusal.code, std::string("tierresolver.none"));
        });
}

void TestOrganism::nobodySpeaksForAnother()
{
    kernel::Envelope envelope;
    envelope.actor = "somebody";
    askAll(envelope, [](const kernel::CommandInfo &command, const kernel::Answer &answer) {
        QCOMPARE(answer.refusal.code,
                 std::string(command.isInternal ? "rbac.internal" : "identity.notYours"));
    });
}

void TestOrganism::commandsSurviveTheCodec()
{
    for (const kernel::SystemInfo *system : organism::systems()) {
        for (const kernel::CommandInfo &command : system->commands) {
            bool isGood = false;
            std::vector<std::uint64_t> ids;
            const auto made = command.decode("\x80", isGood);
            const std::string once = command.encode(made.get(), ids);
            const auto again = command.decode(once, isGood);
            QVERIFY2(isGood && command.encode(again.get(), ids) == once, command.name.c_str());
            command.decode(once.substr(0, once.size() / 2), isGood);
            QVERIFY2(!isGood || once.size() < 2, command.name.c_str());
        }
    }
}

void TestOrganism::factsDecodeFromTheirSample()
{
    for (const kernel::SystemInfo *system : organism::systems())
        for (const kernel::FactInfo &fact : system->facts)
            QVERIFY2(fact.decode(fact.sample(), nullptr), fact.name.c_str());
}

void TestOrganism::vitalsAreMeasured()
{
    Story story;
    cast::hireCore(story);
    cast::dream(story, "one");
    cast::workAll(story);
    for (const kernel::SystemInfo *system : organism::systems()) {
        kernel::Vitals vitals;
        QVERIFY2(system->vitals, system->stem.data());
        system->vitals(story.core().state(system->number), vitals);
        QVERIFY2(!vitals.empty(), system->stem.data());
        for (const kernel::Vital &vital : vitals)
            QVERIFY2(!vital.name.empty() && !vital.unit.empty(), system->stem.data());
    }
}

void TestOrganism::repeatedKeyDoesNothingTwice()
{
    Story story;
    kernel::Envelope envelope;
    envelope.key = {1, 2};
    dreams::Create create;
    create.body.text = "once";
    story.when(create, envelope);
    const auto ids = story.answer.ids;
    QVERIFY(!story.answer.isRepeated);
    story.when(create, envelope).thenFacts({});
    QVERIFY(story.answer.isRepeated);
    QCOMPARE(story.answer.ids, ids);
    story.restart();
    story.when(create, envelope).thenFacts({});
    QVERIFY(story.answer.isRepeated);
}

QTEST_APPLESS_MAIN(TestOrganism)
#include "tst_organism.moc"
