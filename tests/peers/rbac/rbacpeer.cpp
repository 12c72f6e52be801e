// Random policies of at most 30 rules and random questions, with our decisions: one JSON line a
// policy, for tests/peers/rbac/rbac.mjs, which asks casbin the same.   rbacpeer COUNT [SEED]
#include "identity/rbac.h"

#include <boost/json.hpp>

#include <iostream>
#include <random>

using namespace rbac;
namespace json = boost::json;

namespace {

constexpr std::size_t asksOfPolicy = 1000;
const std::string commands[] = {"dreams.edit", "dreams.erase", "dreamvault.setQuota",
                                "rbac.addRule", "passports.rename"};
const std::string patterns[] = {
    "*", "dreams.*", "dreamvault.*", "dreams.edit", "dreams.erase", "passports.rename", "d.*"};

class Policy {
public:
    explicit Policy(std::uint64_t seed) : m_chance(seed) {}

    json::object make()
    {
        roles();
        rules();
        json::array asks;
        for (std::size_t i = 0; i < asksOfPolicy; ++i)
            asks.push_back(ask());
        return {{"roles", m_roles}, {"rules", m_rules}, {"asks", asks}};
    }

private:
    std::uint64_t below(std::uint64_t limit) { return m_chance() % limit; }
    std::string role() { return "role-" + std::to_string(below(5)); }
    std::string actor() { return "actor-" + std::to_string(below(4)); }

    // Roles inherit from those made before them, so that there is no ring.
    void roles()
    {
        for (std::uint64_t i = 0; i < 5; ++i) {
            const std::string name = "role-" + std::to_string(i);
            const std::string parent = i && below(2) ? "role-" + std::to_string(below(i))
                                       : below(2)    ? "visitor"
                                                     : "";
            Rbac::evolve(m_memory, RoleAdded{{{i + 1}, name, parent}}, {});
            if (!parent.empty())
                m_roles.push_back({json::string(name), json::string(parent)});
        }
        for (std::uint64_t i = 0; i < 4; ++i) {
            const std::string name = "actor-" + std::to_string(i);
            m_roles.push_back({json::string(name), "visitor"});
            for (std::uint64_t k = below(3); k > 0; --k) {
                const std::string held = role();
                Rbac::evolve(m_memory, RoleGranted{{{100 * (i + 1) + k}, name, held}}, {});
                m_roles.push_back({json::string(name), json::string(held)});
            }
        }
    }

    void rules()
    {
        const std::uint64_t count = below(31);
        for (std::uint64_t i = 0; i < count; ++i) {
            Rule rule{{i + 1},
                      below(3)   ? role()
                      : below(2) ? actor()
                                 : "visitor",
                      below(3) ? Effect::Allow : Effect::Deny,
                      patterns[below(std::size(patterns))],
                      static_cast<Scope>(below(3)),
                      {},
                      ""};
            if (rule.scope == Scope::One)
                rule.thing = {1 + below(3)};
            Rbac::evolve(m_memory, RuleAdded{rule}, {});
            m_rules.push_back(
                {json::string(rule.who), rule.scope == Scope::Own ? "own" : "*",
                 json::string(rule.scope == Scope::One ? std::to_string(rule.thing.value) : "*"),
                 json::string(rule.command), rule.effect == Effect::Allow ? "allow" : "deny"});
        }
    }

    json::array ask()
    {
        const std::string who = actor();
        const Target target{1 + below(3), below(2) == 0};
        const std::string &command = commands[below(std::size(commands))];
        const Verdict verdict =
            judgeRules(m_memory, rolesOf(m_memory, who, Role::Visitor), command, {&target, 1});
        return {json::string(who), target.isOwn ? "own" : "other",
                json::string(std::to_string(target.thing)), json::string(command),
                verdict.isAllowed};
    }

    std::mt19937_64 m_chance;
    Memory m_memory;
    json::array m_roles, m_rules;
};

}  // namespace

int main(int argc, char **argv)
{
    const std::uint64_t count = argc > 1 ? std::stoull(argv[1]) : 1'000'000;
    const std::uint64_t seed = argc > 2 ? std::stoull(argv[2]) : 1;
    for (std::uint64_t i = 0; i * asksOfPolicy < count; ++i)
        std::cout << json::serialize(Policy(seed + i).make()) << '\n';
}
