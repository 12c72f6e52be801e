// Reputation: from nothing to 80 by work alone, nothing by clicking, nothing in a ring, half after a
// half-life, and a receipt behind every point.
#include "identity/people.h"

#ifndef Q_MOC_RUN
#    include "community/reputation.h"
#    include "identity/citizens.h"
#endif

using namespace reputation;

class TestReputation : public QObject {
    Q_OBJECT

private slots:
    void walkToEighty();
    void clickingAloneStaysBelow();
    void failuresCount();
    void dreamsCountOnce();
    void halfLife();
    void agents();
    void vouching();
    void ringGainsNothing();
    void nobodyNamesAScore();
    void refusals();
    void cleanupTestCase();
};

static const Memory &lattice(Story &story)
{
    return story.state<Reputation>();
}

static int trust(Story &story, Id<Passport> who)
{
    return trustOf(lattice(story), who).value;
}

static cast::Measured measured(std::int64_t overall)
{
    cast::Measured one;
    one.figures["overall"] = overall;
    return one;
}

// Days of work: so many dreams each, all worked by agents.
static void work(Story &story, const std::string &actor, int days, int perDay,
                 std::int64_t overall = 6000)
{
    static int number = 0;
    for (int day = 0; day < days; ++day) {
        for (int i = 0; i < perDay; ++i) {
            dreams::Create create;
            create.body.text = "dream number " + std::to_string(++number);
            story.given(create, cast::as(actor));
            cast::workAll(story, measured(overall));
        }
        story.pass(seconds(86'400));
    }
}

// The consequence, and the road itself: one person, offline, with nobody to help.
void TestReputation::walkToEighty()
{
    Story story;
    cast::hireReader(story);
    const auto own = cast::person(story, "owner");
    const auto level = [&] { return cast::passportsOf(story).passports.find(own)->level; };
    QCOMPARE(trust(story, own), 0);
    work(story, "owner", 1, 3);
    QVERIFY(trust(story, own) > 3000 && trust(story, own) < 4000
            && level() == passports::Level::Dreamer);
    story.given(citizens::Join{true});
    QVERIFY(level() == passports::Level::Citizen);
    work(story, "owner", 2, 4);
    QVERIFY(trust(story, own) > 6000 && trust(story, own) < 8000);
    QVERIFY(level() == passports::Level::Operator);
    int days = 3;
    for (; trust(story, own) < 8000 && days < 30; ++days)
        work(story, "owner", 1, 4);
    QVERIFY2(trust(story, own) >= 8000 && days <= 7, std::to_string(days).c_str());
    QVERIFY(level() == passports::Level::Architect);
    // every point cites its receipts, and each is the closing of a dream of this person's
    std::size_t pieces = 0;
    for (const auto &[key, piece] : lattice(story).pieces.rows()) {
        QVERIFY(piece.passport == own && piece.fact && piece.isGood);
        ++pieces;
    }
    QCOMPARE(std::uint32_t(pieces), lattice(story).records.find(own)->pieces);
    QVERIFY(passports::has(*cast::passportsOf(story).passports.find(own), "trust80"));
}

void TestReputation::clickingAloneStaysBelow()
{
    Story story;
    cast::hireReader(story);
    const auto own = cast::person(story, "owner");
    // dreams of no substance, however many; one dream again and again; a hundred in one day
    work(story, "owner", 10, 20, 900);
    QCOMPARE(trust(story, own), 0);
    dreams::Create create;
    create.body.text = "the same one";
    const Id<dreams::Dream> dream{story.given(create).ids.at(0)};
    cast::workAll(story, measured(6000));
    const int once = trust(story, own);
    for (int i = 0; i < 30; ++i) {
        superspine::Open open;
        open.dream = dream;
        story.given(open);
        cast::workAll(story, measured(6000));
    }
    QCOMPARE(trust(story, own), once);
    work(story, "owner", 1, 100);
    QVERIFY2(trust(story, own) < 6000, std::to_string(trust(story, own)).c_str());
    QCOMPARE(lattice(story).records.find(own)->pieces, 5u);
    // a near copy is cited and counts nothing
    cast::Measured copy = measured(6000);
    copy.figures["duplicate"] = 1;
    create.body.text = "almost the same";
    story.given(create);
    const int before = trust(story, own);
    cast::workAll(story, copy);
    QVERIFY(trust(story, own) <= before);
}

void TestReputation::failuresCount()
{
    Story story;
    const auto id = cast::hireReader(story);
    const auto own = cast::person(story, "owner");
    work(story, "owner", 1, 4);
    const int before = trust(story, own);
    dreams::Create create;
    create.body.text = "fails";
    story.given(create);
    for (auto tasks = cast::leased(story); !tasks.empty(); tasks = cast::leased(story)) {
        auto report = cast::report(tasks.front(), superspine::Result::Refused);
        report.reason = "cannot";
        story.given(report);
    }
    QVERIFY(trust(story, own) < before && id.value);
    const auto &pieces = lattice(story).pieces.rows();
    QVERIFY(std::any_of(pieces.begin(), pieces.end(), [](const auto &one) {
        return one.second.why == "failed" && !one.second.isGood;
    }));
}

void TestReputation::dreamsCountOnce()
{
    Story story;
    cast::hireReader(story);
    cast::person(story, "owner");
    const auto ada = cast::person(story, "ada");
    work(story, "ada", 1, 2);
    QCOMPARE(lattice(story).records.find(ada)->pieces, 2u);
    const auto dream = lattice(story).pieces.rows().begin()->second.dream;
    story.when(Weigh{dream, superspine::State::Done, 9000, false}).thenFacts({});
    story.when(Weigh{{99}, superspine::State::Done, 9000, false}).thenFacts({});
}

void TestReputation::halfLife()
{
    Story story;
    cast::hireReader(story);
    const auto own = cast::person(story, "owner");
    work(story, "owner", 6, 4);
    const std::uint64_t before = lattice(story).records.find(own)->good;
    const int trusted = trust(story, own);
    story.given(SetHalfLife{seconds(30ll * 86'400)});
    story.pass(seconds(30ll * 86'400));
    QVERIFY(trust(story, own) < trusted);
    const auto aged = lattice(story).records.find(own)->good;
    QVERIFY(aged == before);  // kept as it weighed then; the score is of now
    const double earned = 10'000.0 * (double(before) / 2) / (double(before) / 2 + 5.0 * (1 << 20));
    QVERIFY2(std::abs(trust(story, own) - earned) < 150, std::to_string(trust(story, own)).c_str());
    story.when(SetHalfLife{seconds(60)}).thenRefused("reputation.badHalfLife");
}

void TestReputation::agents()
{
    Story story;
    cast::hireReader(story);
    cast::person(story, "owner");
    const auto agent = passports::find(cast::passportsOf(story), "agent:lucid")->id;
    work(story, "owner", 2, 10);
    const Record &record = *lattice(story).records.find(agent);
    QVERIFY(record.done == 20 && record.trust.value > 7000);
    QVERIFY(record.firstFact && record.lastFact > record.firstFact);
    QVERIFY(cast::passportsOf(story).passports.find(agent)->level == passports::Level::Visitor);
}

void TestReputation::vouching()
{
    Story story;
    cast::hireReader(story);
    const auto own = cast::person(story, "owner");
    const auto ada = cast::person(story, "ada");
    work(story, "owner", 3, 4);
    work(story, "ada", 1, 2);
    const int before = trust(story, ada);
    const std::uint64_t receipt = lattice(story).records.find(ada)->firstFact;
    story.when(Endorse{ada, receipt}).thenFacts({"reputation.endorsed"});
    QVERIFY(trust(story, ada) > before && trust(story, ada) <= before + int(liftMax));
    QVERIFY(lattice(story).records.find(ada)->vouched.value > 0);
    QVERIFY(passports::has(*cast::passportsOf(story).passports.find(ada), "vouched"));
    story.when(Endorse{ada, receipt}).thenFacts({});
    const Id<Endorsement> given{lattice(story).endorsements.rows().begin()->first};
    story.when(Withdraw{given}, cast::as("ada")).thenRefused("reputation.notYours");
    story.when(Withdraw{given}).thenFacts({"reputation.withdrawn"});
    QVERIFY(std::abs(trust(story, ada) - before) <= 20 && own.value);
}

// Eight who only vouch for each other, each citing one poor piece: not a point, for none of them.
void TestReputation::ringGainsNothing()
{
    Story story;
    cast::hireReader(story);
    const auto own = cast::person(story, "owner");
    work(story, "owner", 2, 4);
    std::vector<Id<Passport>> ring;
    for (int i = 0; i < 8; ++i) {
        const std::string name = "ring-" + std::to_string(i);
        ring.push_back(cast::person(story, name));
        work(story, name, 1, 1, 500);
    }
    const int before = trust(story, own);
    for (int i = 0; i < 8; ++i)
        for (int k = 0; k < 8; ++k)
            if (i != k)
                story.given(Endorse{ring[std::size_t(k)],
                                    lattice(story).records.find(ring[std::size_t(k)])->firstFact},
                            cast::as("ring-" + std::to_string(i)));
    QCOMPARE(lattice(story).endorsements.size(), std::size_t(56));
    for (const Id<Passport> one : ring) {
        QCOMPARE(trust(story, one), 0);
        QCOMPARE(lattice(story).records.find(one)->vouched.value, 0);
    }
    QVERIFY(std::abs(trust(story, own) - before) <= 120);  // it only aged
    story
        .when(Endorse{ring[0], lattice(story).records.find(ring[0])->firstFact}, cast::as("ring-0"))
        .thenRefused("reputation.oneself");
}

// No command of this system that a person may ask holds a score, and those that do are refused.
void TestReputation::nobodyNamesAScore()
{
    Story story;
    const auto own = cast::person(story, "owner");
    for (const CommandInfo &command : info().commands)
        if (!command.isInternal)
            for (const FieldInfo &field : command.fields)
                QVERIFY2(field.type->kind != FieldType::Points, command.name.c_str());
    Envelope person;
    person.actor = "owner";
    person.origin = Origin::Control;
    story.when(Weigh{{1}, superspine::State::Done, 10'000, false}, person)
        .thenRefused("rbac.internal");
    story.when(Rate{own}, person).thenRefused("rbac.internal");
}

void TestReputation::refusals()
{
    Story story;
    cast::hireReader(story);
    const auto own = cast::person(story, "owner");
    const auto ada = cast::person(story, "ada");
    story.when(Endorse{ada, 1}).thenRefused("reputation.noReceipt");
    work(story, "owner", 1, 1);
    const std::uint64_t mine = lattice(story).records.find(own)->firstFact;
    story.when(Endorse{ada, mine})
        .thenRefused("reputation.noReceipt");  // a receipt, but of somebody else
    story.when(Endorse{own, mine}).thenRefused("reputation.oneself");
    story.when(Endorse{{4}, mine}).thenRefused("passports.unknown");
    story.when(Withdraw{{4}}).thenRefused("reputation.unknown");
    std::vector<Id<Passport>> many;
    for (std::size_t i = 0; i <= endorsementsOfOneMax; ++i) {
        const std::string name = "person-" + std::to_string(i);
        many.push_back(cast::person(story, name));
        work(story, name, 1, 1, 500);
    }
    for (std::size_t i = 0; i < endorsementsOfOneMax; ++i)
        story.given(Endorse{many[i], lattice(story).records.find(many[i])->firstFact});
    story.when(Endorse{many.back(), lattice(story).records.find(many.back())->firstFact})
        .thenRefused("reputation.tooMany");
}

void TestReputation::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("community/reputation.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestReputation)
#include "tst_reputation.moc"
