// Dream State: consent that agents really need, offices that decide by their rule, budgets, stances.
#include "people.h"

#ifndef Q_MOC_RUN
#    include "identity/dreamstate.h"
#endif

using namespace dreamstate;

class TestDreamState : public QObject {
    Q_OBJECT

private slots:
    void consentIsAsked();
    void matrix();
    void rules();
    void matters();
    void departments();
    void stances();
    void refusals();
    void cleanupTestCase();
};

// The consequence: the same dream, with consent and without.
void TestDreamState::consentIsAsked()
{
    for (const bool isGiven : {true, false}) {
        Story story;
        cast::hireReader(story);
        if (!isGiven)
            story.given(SetConsent{dreamstate::Audience::Agents, Vertical::Dreams, false});
        const auto dream = cast::dream(story, "one");
        cast::workAll(story);
        QVERIFY(
            (story.state<dreams::Dreams>().dreams.find(dream)->state == dreams::State::Understood)
            == isGiven);
        QVERIFY(story.state<deadletter::DeadLetter>().letters.isEmpty());
        if (isGiven)
            continue;
        superspine::Open open;
        open.dream = dream;
        story.when(open).thenRefused("dreamstate.noConsent");
        story.given(SetConsent{dreamstate::Audience::Agents, Vertical::Dreams, true});
        story.given(open);
        cast::workAll(story);
        QVERIFY(story.state<dreams::Dreams>().dreams.find(dream)->state
                == dreams::State::Understood);
    }
}

void TestDreamState::matrix()
{
    Story story;
    cast::person(story, "ada");
    const auto &m = story.state<DreamState>();
    QVERIFY(isAllowed(m, "ada", dreamstate::Audience::Agents, Vertical::Dreams));
    for (const auto audience :
         {dreamstate::Audience::People, dreamstate::Audience::Peers, dreamstate::Audience::Public})
        for (const Vertical vertical :
             {Vertical::Dreams, Vertical::Name, Vertical::Trust, Vertical::Work})
            QVERIFY(!isAllowed(m, "ada", audience, vertical));
    story.when(SetConsent{dreamstate::Audience::Public, Vertical::Name, true}, cast::as("ada"))
        .thenFacts({"dreamstate.consentSet"});
    story.when(SetConsent{dreamstate::Audience::Public, Vertical::Name, true}, cast::as("ada"))
        .thenFacts({});
    QVERIFY(isAllowed(m, "ada", dreamstate::Audience::Public, Vertical::Name)
            && !isAllowed(m, "owner", dreamstate::Audience::Public, Vertical::Name));
    story.given(SetConsent{dreamstate::Audience::Public, Vertical::Name, false}, cast::as("ada"));
    QCOMPARE(m.consents.size(), std::size_t(1));
}

void TestDreamState::rules()
{
    Cabinet cabinet;
    cabinet.offices = {{1}, {2}, {3}, {4}};
    const auto outcome = [&](DecisionRule rule, std::size_t yes, std::size_t no) {
        cabinet.rule = rule;
        Matter matter;
        for (std::size_t i = 0; i < yes; ++i)
            matter.inFavour.push_back({i + 1});
        for (std::size_t i = 0; i < no; ++i)
            matter.against.push_back({yes + i + 1});
        return outcomeOf(cabinet, matter);
    };
    using S = MatterState;
    QVERIFY(outcome(DecisionRule::Any, 0, 3) == S::Open
            && outcome(DecisionRule::Any, 1, 3) == S::Carried
            && outcome(DecisionRule::Any, 0, 4) == S::Lost);
    QVERIFY(outcome(DecisionRule::Majority, 2, 1) == S::Open
            && outcome(DecisionRule::Majority, 3, 1) == S::Carried
            && outcome(DecisionRule::Majority, 2, 2) == S::Lost);
    QVERIFY(outcome(DecisionRule::All, 3, 0) == S::Open
            && outcome(DecisionRule::All, 4, 0) == S::Carried
            && outcome(DecisionRule::All, 0, 1) == S::Lost);
}

void TestDreamState::matters()
{
    Story story;
    cast::person(story, "ada", passports::Level::Citizen);
    const Id<Office> chair{story.given(AddOffice{"chair"}).ids.at(0)},
        clerk{story.given(AddOffice{"clerk"}).ids.at(0)};
    const Id<Cabinet> cabinet{
        story.given(AddCabinet{"board", {chair, clerk, chair}, DecisionRule::All}).ids.at(0)};
    QCOMPARE(story.state<DreamState>().cabinets.find(cabinet)->offices.size(), std::size_t(2));
    story.given(FillOffice{chair, "owner"});
    story.given(FillOffice{clerk, "ada"});
    const Id<Matter> matter{
        story.given(Propose{cabinet, "Plant trees"}, cast::as("ada")).ids.at(0)};
    story.when(Vote{matter, chair, true}, cast::as("ada")).thenRefused("dreamstate.notYourOffice");
    story.given(Vote{matter, chair, true});
    story.when(Vote{matter, chair, true}).thenRefused("dreamstate.voted");
    story.when(Vote{matter, clerk, true}, cast::as("ada")).thenFacts({"dreamstate.matterSet"});
    QVERIFY(story.state<DreamState>().matters.find(matter)->state == MatterState::Carried);
    story.when(Vote{matter, clerk, true}, cast::as("ada")).thenRefused("dreamstate.decided");
    // another office, filled by the same person, is not of this cabinet
    const Id<Office> other{story.given(AddOffice{"guest"}).ids.at(0)};
    story.given(FillOffice{other, "ada"});
    const Id<Matter> second{story.given(Propose{cabinet, "Water them"}).ids.at(0)};
    story.when(Vote{second, other, true}, cast::as("ada")).thenRefused("dreamstate.notYourOffice");
}

void TestDreamState::departments()
{
    Story story;
    const Id<Department> garden{story.given(SetDepartment{"garden", 100}).ids.at(0)};
    story.given(Spend{garden, 70});
    story.when(Spend{garden, 31}).thenRefused("dreamstate.overBudget");
    story.when(SetDepartment{"garden", 60}).thenRefused("dreamstate.overBudget");
    story.given(SetDepartment{"garden", 101});
    story.given(Spend{garden, 31});
    QCOMPARE(story.state<DreamState>().departments.size(), std::size_t(1));
}

void TestDreamState::stances()
{
    Story story;
    story.given(SetStance{"north", Stance::Allied});
    story.given(SetStance{"north", Stance::Closed});
    QCOMPARE(story.state<DreamState>().relationships.size(), std::size_t(1));
    QVERIFY(story.state<DreamState>().relationships.rows().begin()->second.stance
            == Stance::Closed);
}

void TestDreamState::refusals()
{
    Story story;
    story.when(AddOffice{""}).thenRefused("dreamstate.badName");
    const Id<Office> office{story.given(AddOffice{"a"}).ids.at(0)};
    story.when(AddOffice{"a"}).thenRefused("dreamstate.nameTaken");
    story.when(FillOffice{{9}, "ada"}).thenRefused("dreamstate.unknown");
    story.when(AddCabinet{"b", {}, DecisionRule::Any}).thenRefused("dreamstate.noOffice");
    story.when(AddCabinet{"b", {{9}}, DecisionRule::Any}).thenRefused("dreamstate.unknown");
    story.when(Propose{{9}, "x"}).thenRefused("dreamstate.unknown");
    story.when(Vote{{9}, office, true}).thenRefused("dreamstate.unknown");
    story.when(Spend{{9}, 1}).thenRefused("dreamstate.unknown");
    for (std::size_t i = 1; i < rowsMax; ++i)
        story.given(AddOffice{"o" + std::to_string(i)});
    story.when(AddOffice{"more"}).thenRefused("dreamstate.tooMany");
}

void TestDreamState::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("identity/dreamstate.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestDreamState)
#include "tst_dreamstate.moc"
