#include "identity/rbac.h"

#include <algorithm>

namespace rbac {

DREAM_SYSTEM(Rbac)

namespace {

bool isBuiltIn(std::string_view role)
{
    return std::find(roleNames.begin(), roleNames.end(), role) != roleNames.end();
}

bool isRole(const Memory &m, const std::string &role)
{
    return isBuiltIn(role) || m.byName.find(role);
}

// "*", "stem.*" or "stem.command".
bool isPattern(std::string_view text)
{
    if (text == "*")
        return true;
    const auto isGood = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    const std::size_t dot = text.find('.');
    if (dot == 0 || dot == std::string_view::npos || text.size() > 128)
        return false;
    const std::string_view rest = text.substr(dot + 1);
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(dot), isGood)
           && (rest == "*" || (!rest.empty() && std::all_of(rest.begin(), rest.end(), isGood)));
}

// Whether it takes the keeping of rules from whoever is in it.
bool isAboutRules(Effect effect, const std::string &command)
{
    return effect == Effect::Deny && (command == "*" || command.starts_with("rbac."));
}

bool isAmong(const std::vector<std::string> &roles, const std::string &who)
{
    return std::find(roles.begin(), roles.end(), who) != roles.end();
}

bool applies(const Rule &rule, std::span<const std::string> subject, std::string_view command)
{
    return covers(rule.command, command)
           && std::find(subject.begin(), subject.end(), rule.who) != subject.end();
}

bool reaches(const Rule &rule, const Target &target)
{
    switch (rule.scope) {
    case Scope::Any: return true;
    case Scope::Own: return target.isOwn;
    case Scope::One: return target.thing == rule.thing.value;
    }
    return false;
}

constexpr Target nothing{};

// The role and what it inherits; a rung of the ladder holds what the rungs below it hold.
std::vector<std::string> withInherited(const Memory &m, std::string role)
{
    std::vector<std::string> roles;
    for (std::size_t depth = 0; !role.empty() && depth < inheritDepthMax; ++depth) {
        roles.push_back(role);
        const auto rung = std::find(roleNames.begin(), roleNames.begin() + roleCount - 1, role);
        if (rung != roleNames.begin() + roleCount - 1) {
            role = rung == roleNames.begin() ? std::string() : std::string(*(rung - 1));
            continue;
        }
        const std::uint64_t *custom = m.byName.find(role);
        role = custom ? m.roles.find(*custom)->inherits : std::string();
    }
    return roles;
}

}  // namespace

bool covers(std::string_view pattern, std::string_view command)
{
    if (pattern.ends_with('*'))
        return command.starts_with(pattern.substr(0, pattern.size() - 1));
    return pattern == command;
}

std::vector<std::string> rolesOf(const Memory &m, const std::string &actor, Role base)
{
    std::vector<std::string> roles{actor};
    for (std::string &role :
         withInherited(m, std::string(roleNames[static_cast<std::size_t>(base)])))
        roles.push_back(std::move(role));
    for (auto held = m.byActor.keys().lower_bound({actor, 0});
         held != m.byActor.keys().end() && held->first == actor; ++held)
        for (std::string &role : withInherited(m, m.grants.find(held->second)->role))
            if (!isAmong(roles, role))
                roles.push_back(std::move(role));
    return roles;
}

Verdict judgeRules(const Memory &m, std::span<const std::string> subject, std::string_view command,
                   std::span<const Target> targets)
{
    if (targets.empty())
        targets = {&nothing, 1};
    Verdict verdict;
    std::vector<bool> isAllowed(targets.size(), false);
    bool isDenied = false;
    for (const auto &[key, rule] : m.rules.rows()) {
        if (!applies(rule, subject, command))
            continue;
        bool isMet = false;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            if (!reaches(rule, targets[i]))
                continue;
            isMet = true;
            if (rule.effect == Effect::Allow)
                isAllowed[i] = true;
        }
        if (!isMet)
            continue;
        isDenied = isDenied || rule.effect == Effect::Deny;
        verdict.reasons.push_back({rule.effect, false, Role::Visitor, rule.id, rule.who});
    }
    verdict.isAllowed =
        !isDenied && std::find(isAllowed.begin(), isAllowed.end(), false) == isAllowed.end();
    return verdict;
}

Verdict judge(const Memory &m, const std::string &actor, Role base, const Permission &permission,
              std::span<const Target> targets)
{
    const bool isOwnOnly =
        permission.reach == Reach::Own && (base < Role::Operator || base == Role::Agent);
    const bool isOwn =
        std::all_of(targets.begin(), targets.end(), [](const Target &one) { return one.isOwn; });
    const bool isByTable = (permission.may & bit(base)) && (!isOwnOnly || isOwn);
    Verdict verdict;
    if (!m.rules.isEmpty())
        verdict = judgeRules(m, rolesOf(m, actor, base), permission.command, targets);
    const bool isDenied = std::any_of(verdict.reasons.begin(), verdict.reasons.end(),
                                      [](const Reason &one) { return one.effect == Effect::Deny; });
    verdict.isAllowed = !isDenied && (isByTable || verdict.isAllowed);
    verdict.reasons.insert(verdict.reasons.begin(),
                           {isByTable ? Effect::Allow : Effect::Deny, true, base, {}, {}});
    return verdict;
}

Role roleOf(const passports::Passport &passport)
{
    if (passport.holder == passports::Holder::Agent)
        return Role::Agent;
    return passport.actor == "owner" ? Role::Owner : static_cast<Role>(passport.level);
}

Outcome Rbac::decide(const Memory &m, const AddRole &c, World &world)
{
    if (!passports::isActorName(c.name))
        return refuse("rbac.badName", {{"name", std::string(firstBytes(c.name, 64))}});
    if (isRole(m, c.name) || passports::find(world.state<passports::Passports>(), c.name))
        return refuse("rbac.nameTaken", {{"name", c.name}});
    if (!c.inherits.empty() && !isRole(m, c.inherits))
        return refuse("rbac.unknownRole", {{"role", std::string(firstBytes(c.inherits, 64))}});
    if (m.roles.size() >= rolesMax)
        return refuse("rbac.tooMany", {{"limit", std::to_string(rolesMax)}});
    world.tell(RoleAdded{{world.newId<CustomRole>(), c.name, c.inherits}});
    return done();
}

Outcome Rbac::decide(const Memory &m, const DropRole &c, World &world)
{
    const CustomRole *role = m.roles.find(c.role);
    if (!role)
        return refuse("rbac.unknown");
    const auto isOf = [&](const auto &one) { return one.second.role == role->name; };
    const auto isFor = [&](const auto &one) { return one.second.who == role->name; };
    const auto isFrom = [&](const auto &one) { return one.second.inherits == role->name; };
    if (std::any_of(m.grants.rows().begin(), m.grants.rows().end(), isOf)
        || std::any_of(m.rules.rows().begin(), m.rules.rows().end(), isFor)
        || std::any_of(m.roles.rows().begin(), m.roles.rows().end(), isFrom))
        return refuse("rbac.inUse", {{"role", role->name}});
    world.tell(RoleDropped{c.role});
    return done();
}

Outcome Rbac::decide(const Memory &m, const GrantRole &c, World &world)
{
    if (!m.byName.find(c.role))
        return refuse("rbac.unknownRole", {{"role", std::string(firstBytes(c.role, 64))}});
    if (!passports::find(world.state<passports::Passports>(), c.actor))
        return refuse("passports.unknown");
    for (const auto &[key, grant] : m.grants.rows())
        if (grant.actor == c.actor && grant.role == c.role)
            return done();
    for (const auto &[key, rule] : m.rules.rows())
        if (c.actor == "owner" && isAboutRules(rule.effect, rule.command)
            && isAmong(withInherited(m, c.role), rule.who))
            return refuse("rbac.locksOut");
    if (m.grants.size() >= grantsMax)
        return refuse("rbac.tooMany", {{"limit", std::to_string(grantsMax)}});
    world.tell(RoleGranted{{world.newId<Grant>(), c.actor, c.role}});
    return done();
}

Outcome Rbac::decide(const Memory &m, const RevokeRole &c, World &world)
{
    if (!m.grants.find(c.grant))
        return refuse("rbac.unknown");
    world.tell(RoleRevoked{c.grant});
    return done();
}

Outcome Rbac::decide(const Memory &m, const AddRule &c, World &world)
{
    if (!isRole(m, c.who) && !passports::find(world.state<passports::Passports>(), c.who))
        return refuse("rbac.unknownRole", {{"role", std::string(firstBytes(c.who, 64))}});
    if (!isPattern(c.command))
        return refuse("rbac.badCommand", {{"command", std::string(firstBytes(c.command, 64))}});
    if ((c.scope == Scope::One) != (c.thing.value != 0))
        return refuse("rbac.badScope");
    if (c.note.size() > noteBytesMax)
        return refuse("rbac.badNote", {{"limit", std::to_string(noteBytesMax)}});
    if (isAboutRules(c.effect, c.command) && isAmong(rolesOf(m, "owner", Role::Owner), c.who))
        return refuse("rbac.locksOut");
    if (m.rules.size() >= rulesMax)
        return refuse("rbac.tooMany", {{"limit", std::to_string(rulesMax)}});
    world.tell(
        RuleAdded{{world.newId<Rule>(), c.who, c.effect, c.command, c.scope, c.thing, c.note}});
    return done();
}

Outcome Rbac::decide(const Memory &m, const DropRule &c, World &world)
{
    if (!m.rules.find(c.rule))
        return refuse("rbac.unknown");
    world.tell(RuleDropped{c.rule});
    return done();
}

void Rbac::evolve(Memory &m, const RoleAdded &f, const Moment &)
{
    m.byName.put(f.role.name, f.role.id.value);
    m.roles.put(f.role);
}

void Rbac::evolve(Memory &m, const RoleDropped &f, const Moment &)
{
    if (const CustomRole *role = m.roles.find(f.role))
        m.byName.erase(role->name);
    m.roles.erase(f.role);
}

void Rbac::evolve(Memory &m, const RoleGranted &f, const Moment &)
{
    m.byActor.insert({f.grant.actor, f.grant.id.value});
    m.grants.put(f.grant);
}

void Rbac::evolve(Memory &m, const RoleRevoked &f, const Moment &)
{
    if (const Grant *grant = m.grants.find(f.grant))
        m.byActor.erase({grant->actor, grant->id.value});
    m.grants.erase(f.grant);
}

void Rbac::evolve(Memory &m, const RuleAdded &f, const Moment &)
{
    m.rules.put(f.rule);
}

void Rbac::evolve(Memory &m, const RuleDropped &f, const Moment &)
{
    m.rules.erase(f.rule);
}

void Rbac::rebuild(Memory &m)
{
    m.byName.clear();
    m.byActor.clear();
    for (const auto &[key, role] : m.roles.rows())
        m.byName.put(role.name, key);
    for (const auto &[key, grant] : m.grants.rows())
        m.byActor.insert({grant.actor, key});
}

void Rbac::vitals(const Memory &m, Vitals &vitals)
{
    vitals.push_back({"roles", static_cast<std::int64_t>(roleCount + m.roles.size()), "count"});
    vitals.push_back({"grants", static_cast<std::int64_t>(m.grants.size()), "count"});
    vitals.push_back({"rules", static_cast<std::int64_t>(m.rules.size()), "count"});
}

}  // namespace rbac
