// RBAC: who may do what, and why. Owns roles of the profile's own, who holds them, and rules (allow or
// deny, a command or many, any thing, one's own, or one thing); the table in permissions.h is where
// everybody starts. One deny outweighs every allow. The gate asks `judge`; pages ask `explain`.
// Thread contract: pure; states belong to the engine thread.
#pragma once

#include "identity/passports.h"
#include "identity/permissions.h"

#include <span>

namespace rbac {

using namespace kernel;
DREAM_SYSTEM_OF(Rbac)

enum class Effect : std::uint8_t { Allow, Deny };
DREAM_ENUM(Effect, Allow, Deny)
enum class Scope : std::uint8_t { Any, Own, One };
DREAM_ENUM(Scope, Any, Own, One)

struct CustomRole {
    Id<CustomRole> id;
    std::string name;
    std::string inherits;  // another role, built in or not; may be empty
    DREAM_FIELDS(CustomRole, id, name, inherits)
};
struct Grant {
    Id<Grant> id;
    std::string actor, role;
    DREAM_FIELDS(Grant, id, actor, role)
};
struct Rule {
    Id<Rule> id;
    std::string who;  // a role, or an actor
    Effect effect = Effect::Allow;
    std::string command;  // "dreams.erase", "dreams.*" or "*"
    Scope scope = Scope::Any;
    AnyId thing;       // of Scope::One
    std::string note;  // why, in the words of whoever made it
    DREAM_FIELDS(Rule, id, who, effect, command, scope, thing, note)
};

inline constexpr std::size_t rolesMax = 64, grantsMax = 10'000, rulesMax = 1'000;
inline constexpr std::size_t inheritDepthMax = 16, noteBytesMax = 256;

struct AddRole {
    std::string name, inherits;
    DREAM_FIELDS(AddRole, name, inherits)
};
struct DropRole {
    Id<CustomRole> role;
    DREAM_FIELDS(DropRole, role)
};
struct GrantRole {
    std::string actor, role;
    DREAM_FIELDS(GrantRole, actor, role)
};
struct RevokeRole {
    Id<Grant> grant;
    DREAM_FIELDS(RevokeRole, grant)
};
struct AddRule {
    std::string who;
    Effect effect = Effect::Deny;
    std::string command;
    Scope scope = Scope::Any;
    AnyId thing;
    std::string note;
    DREAM_FIELDS(AddRule, who, effect, command, scope, thing, note)
};
struct DropRule {
    Id<Rule> rule;
    DREAM_FIELDS(DropRule, rule)
};

struct RoleAdded {
    CustomRole role;
    DREAM_FIELDS(RoleAdded, role)
};
struct RoleDropped {
    Id<CustomRole> role;
    DREAM_FIELDS(RoleDropped, role)
};
struct RoleGranted {
    Grant grant;
    DREAM_FIELDS(RoleGranted, grant)
};
struct RoleRevoked {
    Id<Grant> grant;
    DREAM_FIELDS(RoleRevoked, grant)
};
struct RuleAdded {
    Rule rule;
    DREAM_FIELDS(RuleAdded, rule)
};
struct RuleDropped {
    Id<Rule> rule;
    DREAM_FIELDS(RuleDropped, rule)
};

struct Memory {
    Table<CustomRole> roles;
    Table<Grant> grants;
    Table<Rule> rules;
    DREAM_FIELDS(Memory, roles, grants, rules)
    Lookup<std::string, std::uint64_t> byName;
    Index<std::pair<std::string, std::uint64_t>> byActor;  // actor, grant
};

struct Rbac {
    static constexpr std::string_view stem = "rbac", organ = "identity", page = "Atlas";
    static constexpr std::string_view purpose =
        "Decides who may do what: roles, rules with scopes, deny wins, every decision explained.";
    static constexpr std::string_view consequence =
        "dreams: a dream stays as it is when somebody without the right asks to change it.";
    static constexpr std::uint16_t number = 18;
    using State = Memory;
    using Commands = List<AddRole, DropRole, GrantRole, RevokeRole, AddRule, DropRule>;
    using Facts = List<RoleAdded, RoleDropped, RoleGranted, RoleRevoked, RuleAdded, RuleDropped>;

    static Outcome decide(const Memory &, const AddRole &, World &);
    static Outcome decide(const Memory &, const DropRole &, World &);
    static Outcome decide(const Memory &, const GrantRole &, World &);
    static Outcome decide(const Memory &, const RevokeRole &, World &);
    static Outcome decide(const Memory &, const AddRule &, World &);
    static Outcome decide(const Memory &, const DropRule &, World &);
    static void evolve(Memory &, const RoleAdded &, const Moment &);
    static void evolve(Memory &, const RoleDropped &, const Moment &);
    static void evolve(Memory &, const RoleGranted &, const Moment &);
    static void evolve(Memory &, const RoleRevoked &, const Moment &);
    static void evolve(Memory &, const RuleAdded &, const Moment &);
    static void evolve(Memory &, const RuleDropped &, const Moment &);
    static void rebuild(Memory &);
    static void vitals(const Memory &, Vitals &);
};

// A thing a command names, and whether it is the asker's own.
struct Target {
    std::uint64_t thing = 0;  // 0: the command names none
    bool isOwn = false;
};

// One reason for or against, in the order they were looked at; the last one that counts decides.
struct Reason {
    Effect effect = Effect::Allow;
    bool isTable = false;  // the row of permissions.h; else a rule
    Role role{};           // of the table
    Id<Rule> rule;
    std::string who;  // whom the rule is for
};
struct Verdict {
    bool isAllowed = false;
    std::vector<Reason> reasons;
};

// Whether "dreams.erase" is meant by "dreams.*".
bool covers(std::string_view pattern, std::string_view command);
// The actor, the role the passport gives, and every role held or inherited.
std::vector<std::string> rolesOf(const Memory &, const std::string &actor, Role base);
// The rules alone, for any subject: allowed if an allow and no deny covers it. Every thing a command
// names must be allowed, and none denied.
Verdict judgeRules(const Memory &, std::span<const std::string> subject, std::string_view command,
                   std::span<const Target> targets);
// Table and rules.
Verdict judge(const Memory &, const std::string &actor, Role base, const Permission &permission,
              std::span<const Target> targets);
// The role a passport gives its holder.
Role roleOf(const passports::Passport &);

}  // namespace rbac
