#include "spine/unlocks.h"

#include "economy/staking.h"
#include "spine/subscriptions.h"

#include <boost/json.hpp>

namespace superspine {

using namespace kernel;
namespace json = boost::json;

namespace {

// Of one {"name": value}; its words when it is missing.
std::string missing(const json::object &condition, const agentregistry::Agent &agent,
                    const World &world)
{
    std::string words;
    for (const auto &[name, value] : condition) {
        if (name == "subscription"
            && subscriptions::isActive(world.state<subscriptions::Subscriptions>(), world.actor(),
                                       agent.slug, world.now()))
            continue;
        if (name == "stakeSheep" && value.is_int64()
            && staking::stakedOf(world.state<staking::Staking>(), world.actor()).units
                   >= value.get_int64() * tokens::unit)
            continue;
        words += (words.empty() ? "" : "; ") + std::string(name);
        if (!value.is_bool())
            words += ' ' + json::serialize(value);
    }
    return words;
}

void add(std::string &words, const std::string &more, std::string_view between)
{
    if (!more.empty())
        words += (words.empty() ? "" : std::string(between)) + more;
}

}  // namespace

std::string missingFor(const agentregistry::Agent &agent, const World &world)
{
    if (agent.tier.empty())
        return {};
    boost::system::error_code failed;
    const json::value tier = json::parse(agent.tier, failed);
    if (failed || !tier.is_object())
        return agent.tier;
    std::string words, choices;
    bool isChoiceMet = true;
    for (const auto &[name, list] : tier.get_object()) {
        if ((name != "all" && name != "any") || !list.is_array())
            return agent.tier;
        isChoiceMet = name != "any" && isChoiceMet;
        for (const json::value &one : list.get_array()) {
            if (!one.is_object())
                return agent.tier;
            const std::string lacking = missing(one.get_object(), agent, world);
            isChoiceMet = isChoiceMet || (name == "any" && lacking.empty());
            add(name == "all" ? words : choices, lacking, name == "all" ? "; " : " or ");
        }
    }
    add(words, isChoiceMet ? "" : choices, "; ");
    return words;
}

}  // namespace superspine
