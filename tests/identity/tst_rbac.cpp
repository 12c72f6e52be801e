// RBAC: roles, scopes, deny wins, every decision explained; random decisions beside a judge of its own
// kind (the reference program judges the same in tests/peers/rbac).
#include "people.h"

#include <random>

using namespace rbac;

class TestRbac : public QObject {
    Q_OBJECT

private slots:
    void ownThings();
    void denyWins();
    void scopes();
    void rolesAndGrants();
    void explained();
    void ownerKeepsTheRules();
    void patterns();
    void randomDecisions();
    void refusals();
    void cleanupTestCase();
};

static Id<dreams::Dream> dreamOf(Story &story, const std::string &actor, const std::string &text)
{
    dreams::Create create;
    create.body.text = text;
    return {story.given(create, cast::as(actor)).ids.at(0)};
}

static dreams::Archive archive(Id<dreams::Dream> dream)
{
    return {dream};
}

// The consequence: the same question by whose it is and by somebody else.
void TestRbac::ownThings()
{
    Story story;
    cast::person(story, "owner");
    cast::person(story, "ada");
    cast::person(story, "ben", passports::Level::Operator);
    const auto dream = dreamOf(story, "ada", "hers");
    QCOMPARE(dreams::authorOf(*story.state<dreams::Dreams>().dreams.find(dream)),
             std::string("ada"));
    const auto other = dreamOf(story, "owner", "his");
    story.when(archive(other), cast::as("ada")).thenRefused("rbac.notOwn");
    QVERIFY(story.state<dreams::Dreams>().dreams.find(other)->state != dreams::State::Archived);
    story.when(archive(dream), cast::as("ada")).thenFacts({"dreams.archived"});
    story.when(dreams::Unarchive{dream}, cast::as("ben")).thenFacts({"dreams.unarchived"});
    story.when(archive({99}), cast::as("ada")).thenRefused("rbac.notOwn");
    story.when(dreamvault::SetQuota{1 << 30}, cast::as("ada")).thenRefused("rbac.denied");
    story.when(dreamvault::SetQuota{1 << 30}, cast::as("ben")).thenFacts({"dreamvault.quotaSet"});
}

void TestRbac::denyWins()
{
    Story story;
    cast::person(story, "ben", passports::Level::Operator);
    const auto dream = dreamOf(story, "ben", "one");
    story.given(AddRule{"ben", Effect::Allow, "dreams.archive", Scope::Any, {}, ""});
    const auto deny =
        story.given(AddRule{"visitor", Effect::Deny, "dreams.*", Scope::Any, {}, "closed"})
            .ids.at(0);
    story.when(archive(dream), cast::as("ben")).thenRefused("rbac.deniedByRule");
    QCOMPARE(story.answer.refusal.arguments.at(1).second, idText(deny));
    story.when(archive(dream)).thenRefused("rbac.deniedByRule");  // the owner holds every rung
    story.given(DropRule{{deny}});
    story.when(archive(dream), cast::as("ben")).thenFacts({"dreams.archived"});
}

void TestRbac::scopes()
{
    Story story;
    cast::person(story, "ada");
    const auto hers = dreamOf(story, "ada", "hers"), one = dreamOf(story, "owner", "one");
    const auto two = dreamOf(story, "owner", "two");
    story.given(AddRule{"ada", Effect::Allow, "dreams.archive", Scope::One, {one.value}, ""});
    story.when(archive(one), cast::as("ada")).thenFacts({"dreams.archived"});
    story.when(archive(two), cast::as("ada")).thenRefused("rbac.notOwn");
    story.given(AddRule{"ada", Effect::Deny, "dreams.archive", Scope::Own, {}, ""});
    story.when(archive(hers), cast::as("ada")).thenRefused("rbac.deniedByRule");
    // a command that names several things needs all of them
    const std::vector<std::string> subject{"ada"};
    const Target both[] = {{one.value, false}, {two.value, false}};
    const auto &m = story.state<Rbac>();
    QVERIFY(judgeRules(m, subject, "dreams.archive", {both, 1}).isAllowed);
    QVERIFY(!judgeRules(m, subject, "dreams.archive", {both, 2}).isAllowed);
    QVERIFY(!judgeRules(m, subject, "dreams.archive", {}).isAllowed);
}

void TestRbac::rolesAndGrants()
{
    Story story;
    cast::person(story, "ada");
    const auto librarian = story.given(AddRole{"librarian", ""}).ids.at(0);
    story.given(AddRole{"head-librarian", "librarian"});
    story.given(AddRule{"librarian", Effect::Allow, "dreamvault.*", Scope::Any, {}, ""});
    story.when(dreamvault::SetQuota{1 << 30}, cast::as("ada")).thenRefused("rbac.denied");
    const auto grant = story.given(GrantRole{"ada", "head-librarian"}).ids.at(0);
    story.when(GrantRole{"ada", "head-librarian"}).thenFacts({});
    story.when(dreamvault::SetQuota{1 << 30}, cast::as("ada")).thenFacts({"dreamvault.quotaSet"});
    story.restart();
    story.core().door().setPresent("ada", true);
    story.when(dreamvault::SetQuota{1 << 29}, cast::as("ada")).thenFacts({"dreamvault.quotaSet"});
    story.when(RevokeRole{{grant}}).thenFacts({"rbac.roleRevoked"});
    story.when(dreamvault::SetQuota{1 << 30}, cast::as("ada")).thenRefused("rbac.denied");
    story.when(DropRole{{librarian}}).thenRefused("rbac.inUse");
}

void TestRbac::explained()
{
    Story story;
    cast::person(story, "ada");
    const auto dream = dreamOf(story, "owner", "one");
    const CommandInfo &command = *story.core().command("dreams.archive");
    auto said = loop::explain(story.core(), "ada", command, dream.value);
    QVERIFY(!said.outcome && said.outcome.refusal().code == "rbac.notOwn"
            && said.role == "visitor");
    QVERIFY(said.verdict.reasons.size() == 1 && said.verdict.reasons[0].isTable
            && said.verdict.reasons[0].effect == Effect::Deny);
    story.given(AddRule{"ada", Effect::Allow, "dreams.archive", Scope::Any, {}, "helps out"});
    said = loop::explain(story.core(), "ada", command, dream.value);
    QVERIFY(said.outcome.isDone() && said.verdict.reasons.size() == 2);
    QCOMPARE(said.verdict.reasons[1].who, std::string("ada"));
    QVERIFY(
        loop::explain(story.core(), "owner", *story.core().command("dreams.assess"), 0).isInternal);
    QCOMPARE(loop::explain(story.core(), "eve", command, 0).outcome.refusal().code,
             std::string("identity.notYours"));
}

void TestRbac::ownerKeepsTheRules()
{
    Story story;
    cast::person(story, "owner");
    for (const char *who : {"owner", "visitor", "citizen"})
        for (const char *what : {"*", "rbac.*", "rbac.dropRule"})
            story.when(AddRule{who, Effect::Deny, what, Scope::Any, {}, ""})
                .thenRefused("rbac.locksOut");
    story.given(AddRole{"guest", ""});
    story.given(AddRule{"guest", Effect::Deny, "*", Scope::Any, {}, ""});
    story.when(GrantRole{"owner", "guest"}).thenRefused("rbac.locksOut");
    story.when(AddRule{"agent", Effect::Deny, "*", Scope::Any, {}, ""})
        .thenFacts({"rbac.ruleAdded"});
}

void TestRbac::patterns()
{
    QVERIFY(covers("*", "dreams.edit") && covers("dreams.*", "dreams.edit")
            && covers("dreams.edit", "dreams.edit"));
    QVERIFY(!covers("dreams.*", "dreamvault.keep") && !covers("dreams.edit", "dreams.editAll"));
    Story story;
    for (const char *bad :
         {"", "dreams", "dreams.", ".edit", "dreams.e*", "dreams.edit.x", "dr eams.*", "**"})
        story.when(AddRule{"agent", Effect::Deny, bad, Scope::Any, {}, ""})
            .thenRefused("rbac.badCommand");
}

// Random rules and questions, judged by sets instead of by walking: who may is what is allowed less
// what is denied.
void TestRbac::randomDecisions()
{
    std::mt19937_64 chance(11);
    const auto pick = [&](std::uint64_t n) { return chance() % n; };
    const std::string roles[] = {"r0", "r1", "r2", "r3"}, commands[] = {"a.x", "a.y", "b.x", "b.z"};
    const std::string patterns[] = {"a.x", "a.y", "b.x", "b.z", "a.*", "b.*", "*"};
    int allowed = 0;
    for (int round = 0; round < 2'000; ++round) {
        Memory m;
        const std::uint64_t rules = pick(31);
        for (std::uint64_t i = 1; i <= rules; ++i)
            m.rules.put({{i},
                         roles[pick(4)],
                         pick(3) ? Effect::Allow : Effect::Deny,
                         patterns[pick(7)],
                         static_cast<Scope>(pick(3)),
                         {1 + pick(3)},
                         ""});
        for (int ask = 0; ask < 50; ++ask) {
            const std::vector<std::string> subject{roles[pick(4)], roles[pick(4)]};
            const std::string &command = commands[pick(4)];
            const Target target{1 + pick(3), pick(2) == 0};
            std::set<Effect> met;
            for (const auto &[key, rule] : m.rules.rows()) {
                const bool isWho = rule.who == subject[0] || rule.who == subject[1];
                const bool isWhat =
                    rule.command == "*" || rule.command == command
                    || (rule.command.back() == '*' && rule.command[0] == command[0]);
                const bool isWhere =
                    rule.scope == Scope::Any || (rule.scope == Scope::Own && target.isOwn)
                    || (rule.scope == Scope::One && rule.thing.value == target.thing);
                if (isWho && isWhat && isWhere)
                    met.insert(rule.effect);
            }
            const bool expected = met.contains(Effect::Allow) && !met.contains(Effect::Deny);
            QCOMPARE(judgeRules(m, subject, command, {&target, 1}).isAllowed, expected);
            allowed += expected;
        }
    }
    QVERIFY(allowed > 10'000 && allowed < 90'000);
}

void TestRbac::refusals()
{
    Story story;
    cast::person(story, "ada");
    for (const char *bad : {"", "A", "owner!", "agent"})
        story.when(AddRole{bad, ""}).thenRefused("rbac.badName");
    for (const char *taken : {"owner", "citizen", "ada"})
        story.when(AddRole{taken, ""}).thenRefused("rbac.nameTaken");
    story.when(AddRole{"guest", "nobody"}).thenRefused("rbac.unknownRole");
    story.when(GrantRole{"ada", "founder"})
        .thenRefused("rbac.unknownRole");  // rungs are earned, not granted
    const auto guest = story.given(AddRole{"guest", ""}).ids.at(0);
    story.when(GrantRole{"eve", "guest"}).thenRefused("passports.unknown");
    story.when(AddRule{"eve", Effect::Deny, "*", Scope::Any, {}, ""})
        .thenRefused("rbac.unknownRole");
    story.when(AddRule{"guest", Effect::Deny, "*", Scope::One, {}, ""})
        .thenRefused("rbac.badScope");
    story.when(AddRule{"guest", Effect::Deny, "*", Scope::Any, {3}, ""})
        .thenRefused("rbac.badScope");
    story.when(AddRule{"guest", Effect::Deny, "*", Scope::Any, {}, std::string(300, 'x')})
        .thenRefused("rbac.badNote");
    story.when(DropRule{{4}}).thenRefused("rbac.unknown");
    story.when(DropRole{{guest}}).thenFacts({"rbac.roleDropped"});
    for (std::size_t i = 0; i < rolesMax; ++i)
        story.given(AddRole{"role-" + std::to_string(i), ""});
    story.when(AddRole{"one-more", ""}).thenRefused("rbac.tooMany");
}

void TestRbac::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("identity/rbac.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestRbac)
#include "tst_rbac.moc"
