// check-permissions: may this actor do this to that, and which rule says so. Roles with hierarchy
// and separation of duty as in ANSI INCITS 359-2004 (RBAC; Sandhu et al. 1996, Ferraiolo et al.
// 2001), rules combined as XACML 3.0's deny-overrides, and no rule is a no (Saltzer and Schroeder
// 1975). `policy` = {"roles": [{"name", "inherits": [roles]?}], "grants": [{"actor", "role"}],
// "rules": [{"id"?, "effect": "allow" | "deny", "who": role, actor or "*", "action", "resource"?,
// "scope"?: "own"}], "separation": [{"name", "roles", "limit"? 2, "kind"?: "dynamic"} or {"name",
// "actions"}], "history": [{"actor", "action", "resource"}]}; names of actions and resources may
// end in "*". `requests` = [{"actor", "action", "resource"?, "owner"?, "roles"?: those in use}].
// A static separation holds for all roles an actor has, with what they inherit; a dynamic one for
// those in use; one of actions for what the same actor did to the same thing before.
// Thread contract: pure.
#include "capabilities/directed.h"
#include "capabilities/reader.h"
#include "text/escape.h"

#include <set>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t rolesMax = 200, grantsMax = 5000, rulesMax = 2000, requestsMax = 1000,
                      separationsMax = 200, historyMax = 20'000;

using Names = std::vector<std::string>;
using Roles = std::map<std::string, std::string>;  // each with the one that inherits it, or empty

struct Rule {
    std::string id, who, action, resource;
    bool isDeny = false, isOwn = false;
};

struct Separation {
    std::string name;
    Names roles, actions;
    std::int64_t limit = 2;
    bool isDynamic = false;
};

struct Policy {
    std::map<std::string, Names> inherits;
    std::map<std::string, Names> grants;
    std::vector<Rule> rules;
    std::vector<Separation> separations;
    std::set<std::array<std::string, 3>> history;  // actor, resource, action
};

struct Request {
    std::string actor, action, resource, owner;
    std::optional<Names> roles;
};

struct Decision {
    bool isAllowed = false;
    std::string_view why = "default";  // rule, separation, session or default
    std::string rule;
    Names through;
};

bool matches(std::string_view pattern, std::string_view name)
{
    if (pattern.ends_with('*'))
        return name.starts_with(pattern.substr(0, pattern.size() - 1));
    return pattern == name;
}

// Those roles and all they inherit, nearest first found.
Roles closure(const Policy &policy, const Names &roles)
{
    Roles all;
    Names queue;
    for (const std::string &role : roles)
        if (all.emplace(role, std::string()).second)
            queue.push_back(role);
    for (std::size_t i = 0; i < queue.size(); ++i) {
        const std::string heir = queue[i];
        if (const auto place = policy.inherits.find(heir); place != policy.inherits.end())
            for (const std::string &role : place->second)
                if (all.emplace(role, heir).second)
                    queue.push_back(role);
    }
    return all;
}

const Names &granted(const Policy &policy, const std::string &actor)
{
    static const Names none;
    const auto place = policy.grants.find(actor);
    return place == policy.grants.end() ? none : place->second;
}

bool breaks(const Separation &separation, const Roles &roles)
{
    return std::ranges::count_if(separation.roles,
                                 [&](const std::string &role) { return roles.contains(role); })
           >= separation.limit;
}

std::string brokenBy(const Policy &policy, const Roles &roles, bool isDynamic)
{
    for (const Separation &separation : policy.separations)
        if (separation.isDynamic == isDynamic && !separation.roles.empty()
            && breaks(separation, roles))
            return separation.name;
    return {};
}

std::string brokenByHistory(const Policy &policy, const Request &request)
{
    for (const Separation &separation : policy.separations) {
        if (std::ranges::find(separation.actions, request.action) == separation.actions.end())
            continue;
        for (const std::string &action : separation.actions)
            if (action != request.action
                && policy.history.contains({request.actor, request.resource, action}))
                return separation.name;
    }
    return {};
}

const Rule *firstRule(const Policy &policy, const Request &request, const Roles &roles, bool isDeny)
{
    for (const Rule &rule : policy.rules) {
        if (rule.isDeny == isDeny
            && (rule.who == "*" || rule.who == request.actor || roles.contains(rule.who))
            && matches(rule.action, request.action) && matches(rule.resource, request.resource)
            && (!rule.isOwn || request.owner == request.actor))
            return &rule;
    }
    return nullptr;
}

Decision decide(const Policy &policy, const Request &request)
{
    const Roles all = closure(policy, granted(policy, request.actor));
    const auto refusedBy = [](std::string_view why, std::string name) {
        return Decision{false, why, std::move(name), {}};
    };
    if (std::string name = brokenBy(policy, all, false); !name.empty())
        return refusedBy("separation", std::move(name));
    for (const std::string &role : request.roles.value_or(Names()))
        if (!all.contains(role))
            return refusedBy("session", role);
    const Roles roles = request.roles ? closure(policy, *request.roles) : all;
    if (std::string name = brokenBy(policy, roles, true); !name.empty())
        return refusedBy("separation", std::move(name));
    const Rule *rule = firstRule(policy, request, roles, true);
    if (!rule)
        rule = firstRule(policy, request, roles, false);
    if (!rule)
        return {};
    if (!rule->isDeny)
        if (std::string name = brokenByHistory(policy, request); !name.empty())
            return refusedBy("separation", std::move(name));
    Decision decision{!rule->isDeny, "rule", rule->id, {}};
    if (rule->who != request.actor && roles.contains(rule->who))
        for (std::string role = rule->who; !role.empty(); role = roles.at(role))
            decision.through.insert(decision.through.begin(), role);
    return decision;
}

// The members of a list in the policy; the reader refuses too many.
const json::array &part(Reader &in, const json::object &policy, const char *name, std::size_t most)
{
    const json::array &list = arrayOf(policy, name);
    if (list.size() > most)
        in.tooMany(name, most);
    static const json::array none;
    return in.isBad() ? none : list;
}

void readRoles(Reader &in, const json::object &given, Policy &policy)
{
    for (const json::value &value : part(in, given, "roles", rolesMax)) {
        const json::object &role = in.entry(value, "roles");
        policy.inherits[in.word(role, "name")] = in.words(role, "inherits", 100);
    }
    for (const auto &[name, inherited] : policy.inherits)
        for (const std::string &role : inherited)
            if (!policy.inherits.contains(role))
                in.bad("inherits", role);
    for (const json::value &value : part(in, given, "grants", grantsMax)) {
        const json::object &grant = in.entry(value, "grants");
        const std::string role = in.word(grant, "role");
        if (!policy.inherits.contains(role))
            in.bad("role", role);
        policy.grants[in.word(grant, "actor")].push_back(role);
    }
}

void readRules(Reader &in, const json::object &given, Policy &policy)
{
    for (const json::value &value : part(in, given, "rules", rulesMax)) {
        const json::object &entry = in.entry(value, "rules");
        const std::string effect = in.word(entry, "effect"), scope = in.wordOr(entry, "scope", {});
        if (effect != "allow" && effect != "deny")
            in.bad("effect", effect);
        if (!scope.empty() && scope != "own" && scope != "any")
            in.bad("scope", scope);
        policy.rules.push_back(
            {in.wordOr(entry, "id", "rule " + std::to_string(policy.rules.size() + 1)),
             in.word(entry, "who"), in.word(entry, "action"), in.wordOr(entry, "resource", "*"),
             effect == "deny", scope == "own"});
    }
    for (const json::value &value : part(in, given, "separation", separationsMax)) {
        const json::object &entry = in.entry(value, "separation");
        Separation separation{
            in.word(entry, "name"), in.words(entry, "roles", 100), in.words(entry, "actions", 100),
            in.integer(entry, "limit", 2, 100, 2), in.wordOr(entry, "kind", "static") == "dynamic"};
        for (const std::string &role : separation.roles)
            if (!policy.inherits.contains(role))
                in.bad("separation", role);
        if (separation.roles.empty() == separation.actions.empty())
            in.bad("separation", separation.name);
        std::ranges::sort(separation.roles);
        separation.roles.erase(std::unique(separation.roles.begin(), separation.roles.end()),
                               separation.roles.end());
        policy.separations.push_back(std::move(separation));
    }
    for (const json::value &value : part(in, given, "history", historyMax)) {
        const json::object &entry = in.entry(value, "history");
        policy.history.insert(
            {in.word(entry, "actor"), in.word(entry, "resource"), in.word(entry, "action")});
    }
}

// "a > b > a" if roles inherit each other in a circle.
std::string circleOf(const Policy &policy)
{
    std::map<std::string_view, std::uint32_t> numbers;
    Names names;
    for (const auto &[name, inherited] : policy.inherits) {
        numbers[name] = std::uint32_t(names.size());
        names.push_back(name);
    }
    Directed graph;
    for (const auto &[name, inherited] : policy.inherits)
        for (auto &to = graph.emplace_back(); const std::string &role : inherited)
            to.push_back(numbers.at(role));
    const auto cycles = cyclesOf(graph);
    if (cycles.empty())
        return {};
    std::string circle;
    for (const std::uint32_t role : cycles.front())
        circle += names[role] + " > ";
    return text::cleanLine(circle + names[cycles.front().front()], 300);
}

json::array requestsDecided(Reader &in, const json::array &requests, const Policy &policy,
                            Result &result)
{
    json::array out;
    std::int64_t allowed = 0;
    for (const json::value &value : requests) {
        const json::object &entry = in.entry(value, "requests");
        Request request{in.word(entry, "actor"),
                        in.word(entry, "action"),
                        in.wordOr(entry, "resource", {}),
                        in.wordOr(entry, "owner", {}),
                        {}};
        if (entry.contains("roles"))
            request.roles = in.words(entry, "roles", 100);
        if (in.isBad())
            return {};
        const Decision decision = decide(policy, request);
        allowed += decision.isAllowed;
        json::array through;
        for (const std::string &role : decision.through)
            through.emplace_back(text::cleanLine(role, 200));
        out.push_back(json::object{{"action", text::cleanLine(request.action, 200)},
                                   {"actor", text::cleanLine(request.actor, 200)},
                                   {"decision", decision.isAllowed ? "allow" : "deny"},
                                   {"resource", text::cleanLine(request.resource, 200)},
                                   {"rule", text::cleanLine(decision.rule, 200)},
                                   {"through", std::move(through)},
                                   {"why", decision.why}});
    }
    result.figures["allowed"] = allowed;
    result.figures["denied"] = std::int64_t(out.size()) - allowed;
    return out;
}

json::array violations(const Policy &policy)
{
    json::array out;
    for (const auto &[actor, roles] : policy.grants) {
        const Roles all = closure(policy, roles);
        for (const Separation &separation : policy.separations)
            if (!separation.isDynamic && !separation.roles.empty() && breaks(separation, all)
                && out.size() < requestsMax)
                out.push_back(json::object{{"actor", text::cleanLine(actor, 200)},
                                           {"separation", text::cleanLine(separation.name, 200)}});
    }
    return out;
}

Result run(const Run &run)
{
    Reader in(run);
    const json::object &given = in.object("policy");
    const json::array &requests = in.list("requests", requestsMax);
    Policy policy;
    readRoles(in, given, policy);
    readRules(in, given, policy);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    if (const std::string circle = circleOf(policy); !circle.empty())
        return Result::refuse("checkpermissions.circle", {{"roles", circle}});
    Result result;
    json::array decisions = requestsDecided(in, requests, policy, result);
    if (in.isBad())
        return in.failure();
    json::array broken = violations(policy);
    result.figures["violations"] = std::int64_t(broken.size());
    result.outputs.push_back(
        jsonArtefact("permissions", json::object{{"decisions", std::move(decisions)},
                                                 {"violations", std::move(broken)}}));
    return result;
}

}  // namespace

extern const Capability checkPermissions;
const Capability checkPermissions = {
    .name = "check-permissions",
    .version = "1.0.0",
    .source = "ANSI INCITS 359-2004; XACML 3.0 deny-overrides; Saltzer and Schroeder 1975",
    .outputBytesMax = 8u << 20,
    .run = run,
};

}  // namespace capabilities
