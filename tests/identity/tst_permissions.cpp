// Every command of every system, asked through the gate by somebody of every role: who may comes
// through to the decision, who may not is refused by RBAC, as the one table says.
#include "people.h"

using namespace rbac;

class TestPermissions : public QObject {
    Q_OBJECT

private slots:
    void everyCommandHasOneRow();
    void everyRoleAsksEveryCommand_data();
    void everyRoleAsksEveryCommand();
    void everyRowDiffers();
};

static std::vector<const CommandInfo *> commands()
{
    std::vector<const CommandInfo *> all;
    for (const SystemInfo *system : organism::systems())
        for (const CommandInfo &command : system->commands)
            all.push_back(&command);
    return all;
}

void TestPermissions::everyCommandHasOneRow()
{
    std::map<std::string_view, int> rows;
    for (const Permission &one : permissions)
        ++rows[one.command];
    for (const CommandInfo *command : commands()) {
        QVERIFY2(rows[command->name] == 1, command->name.c_str());
        QCOMPARE(permissionOf(command->name)->may == house, command->isInternal);
        rows.erase(command->name);
    }
    for (const auto &[command, count] : rows)
        QVERIFY2(false, std::string(command).c_str());  // a row for what no system declares
}

void TestPermissions::everyRoleAsksEveryCommand_data()
{
    QTest::addColumn<int>("role");
    for (std::size_t role = 0; role < static_cast<std::size_t>(Role::Agent); ++role)
        QTest::newRow(std::string(roleNames[role]).c_str()) << int(role);
}

void TestPermissions::everyRoleAsksEveryCommand()
{
    QFETCH(int, role);
    const bool isOwner = static_cast<Role>(role) == Role::Owner;
    const std::string actor = isOwner ? "owner" : "somebody";
    std::size_t may = 0, mayNot = 0;
    for (const CommandInfo *command : commands()) {
        Story story;
        // the founder of a profile is its owner; another founder is one who earned it in a profile of theirs
        const auto level = static_cast<passports::Level>(std::min(role, 5));
        cast::person(story, actor, isOwner ? passports::Level::Visitor : level);
        if (static_cast<Role>(role) == Role::Founder) {
            std::string bytes;
            Encoder encoder(bytes, nullptr);
            const passports::Promoted risen{passports::find(cast::passportsOf(story), actor)->id,
                                            level};
            story.core()
                .fact(factKind<passports::Passports, passports::Promoted>())
                ->encode(encoder, &risen);
            story.givenFact(bytes);
        }
        QVERIFY(isOwner
                || roleOf(*passports::find(cast::passportsOf(story), actor))
                       == static_cast<Role>(role));
        bool isGood = false;
        Ask ask{command->kind, command->decode("\x80", isGood), cast::as(actor)};
        const std::string code = story.ask(ask).refusal.code;
        const bool isLetIn = !code.starts_with("rbac.") || code == "rbac.unknown"
                             || code == "rbac.badName" || code == "rbac.unknownRole"
                             || code == "rbac.badCommand";
        const bool isMeant = permissionOf(command->name)->may & bit(static_cast<Role>(role));
        QVERIFY2(isLetIn == isMeant, (command->name + ": " + code).c_str());
        if (!isMeant)
            QCOMPARE(code, std::string(command->isInternal ? "rbac.internal" : "rbac.denied"));
        ++(isMeant ? may : mayNot);
    }
    QVERIFY(may > 5 && mayNot > 20);
}

// No two neighbouring rungs may the same, else one of them would be for nothing.
void TestPermissions::everyRowDiffers()
{
    std::set<Roles> kinds;
    for (const Permission &one : permissions)
        kinds.insert(one.may & everybody);
    QVERIFY(kinds.contains(everybody) && kinds.contains(dreamers) && kinds.contains(citizens)
            && kinds.contains(operators) && kinds.contains(owner) && kinds.contains(house));
}

QTEST_APPLESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
