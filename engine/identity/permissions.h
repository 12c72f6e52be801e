// The one table of who may ask what: every command of every system, and the roles that may ask it.
// A command without a row does not compile (organism.cpp), and a test asks each command in each role.
// Roles are the rungs of the passports' ladder, the profile's owner, and agents; what people may
// never ask (the house asks itself) has a row for nobody. Thread contract: constants.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace rbac {

// In the order of the ladder, which passports::Level repeats.
enum class Role : std::uint8_t {
    Visitor,
    Dreamer,
    Citizen,
    Operator,
    Architect,
    Founder,
    Owner,
    Agent
};
inline constexpr std::size_t roleCount = 8;
inline constexpr std::array<std::string_view, roleCount> roleNames = {
    "visitor", "dreamer", "citizen", "operator", "architect", "founder", "owner", "agent"};

using Roles = std::uint16_t;
constexpr Roles bit(Role role)
{
    return static_cast<Roles>(1u << static_cast<unsigned>(role));
}
// This rung and every one above it, the owner included.
constexpr Roles from(Role least)
{
    Roles roles = 0;
    for (unsigned one = static_cast<unsigned>(least); one <= static_cast<unsigned>(Role::Owner);
         ++one)
        roles |= bit(static_cast<Role>(one));
    return roles;
}

inline constexpr Roles house = 0;  // nobody: hands, timers, reactions and boot alone
inline constexpr Roles everybody = from(Role::Visitor);
inline constexpr Roles dreamers = from(Role::Dreamer);
inline constexpr Roles citizens = from(Role::Citizen);
inline constexpr Roles operators = from(Role::Operator);
inline constexpr Roles owner = from(Role::Owner);
inline constexpr Roles agents = bit(Role::Agent);

// On which things: any, or for those below operator only what they wrote themselves.
enum class Reach : std::uint8_t { Any, Own };

struct Permission {
    std::string_view command;
    Roles may = house;
    Reach reach = Reach::Any;
};

inline constexpr Permission permissions[] = {
    // cortex
    {"dreams.create", everybody | agents},
    {"dreams.edit", everybody, Reach::Own},
    {"dreams.archive", everybody, Reach::Own},
    {"dreams.unarchive", everybody, Reach::Own},
    {"dreams.erase", everybody, Reach::Own},
    {"dreams.assess", house},
    // spine
    {"agentregistry.register", operators},
    {"agentregistry.examine", house},
    {"agentregistry.hire", operators},
    {"agentregistry.dismiss", operators},
    {"superspine.open", everybody, Reach::Own},
    {"superspine.submit", citizens | agents, Reach::Own},
    {"superspine.complete", house},
    {"superspine.heartbeat", house},
    {"superspine.cancel", dreamers, Reach::Own},
    {"superspine.pause", dreamers, Reach::Own},
    {"superspine.resume", dreamers, Reach::Own},
    {"superspine.configure", operators},
    {"superspine.drain", operators},
    {"superspine.openBatch", dreamers},
    {"superspine.closeBatch", dreamers},
    {"superspine.plan", house},
    {"superspine.tick", house},
    {"superspine.takeBack", house},
    {"operator.request", dreamers | agents},
    {"operator.withdraw", dreamers | agents},
    {"operator.approve", citizens},
    {"operator.reject", citizens},
    {"operator.snooze", citizens},
    {"operator.setSpendLimit", owner},
    {"operator.tick", house},
    {"dreamnetos.stopSystem", operators},
    {"dreamnetos.startSystem", operators},
    {"dreamnetos.fail", house},
    {"dreamnetos.holdReadOnly", house},
    {"dreamnetos.raiseAlert", house},
    {"dreamnetos.clearAlert", house},
    {"dreamnetos.tick", house},
    {"dreamnetos.survey", house},
    // agents
    {"lucid.setFloor", operators},
    {"lucid.record", house},
    {"lucid.forget", house},
    {"root.correct", everybody, Reach::Own},
    {"root.record", house},
    {"root.forget", house},
    {"canvas.pin", everybody, Reach::Own},
    {"canvas.unpin", everybody, Reach::Own},
    {"canvas.record", house},
    {"canvas.forget", house},
    {"echo.dismiss", everybody, Reach::Own},
    {"echo.setDuplicateAt", operators},
    {"echo.takeFloor", house},
    {"echo.record", house},
    {"echo.forget", house},
    // vault
    {"dreamvault.keep", house},
    {"dreamvault.setQuota", operators},
    {"dreamvault.forget", house},
    {"dreammirror.follow", owner},
    {"dreammirror.stop", owner},
    {"dreammirror.write", owner},
    {"dreammirror.report", house},
    {"dreammirror.falter", house},
    {"dreammirror.takeBack", house},
    {"dreammirror.mark", house},
    // lungs
    {"starbridge.subscribe", citizens | agents},
    {"starbridge.unsubscribe", citizens | agents},
    {"starbridge.acknowledge", citizens | agents},
    {"starbridge.publish", dreamers | agents},
    {"starbridge.measure", house},
    {"deadletter.park", house},
    {"deadletter.retry", operators},
    {"deadletter.resolve", operators},
    {"deadletter.discard", operators},
    {"deadletter.report", house},
    {"deadletter.settle", house},
    {"deadletter.takeBack", house},
    // shield
    {"audittrail.record", house},
    {"audittrail.addWitness", citizens},
    {"audittrail.dropWitness", operators},
    {"audittrail.compare", house},
    // pulse
    {"heartbeat.setWatch", operators},
    {"heartbeat.dropWatch", operators},
    {"heartbeat.beat", house},
    {"dreamkeeper.configure", owner},
    {"dreamkeeper.backUp", operators},
    {"dreamkeeper.report", house},
    {"dreamkeeper.forget", house},
    {"dreamkeeper.tick", house},
    {"dreamkeeper.takeBack", house},
    {"dreamkeeper.mark", house},
    // identity
    {"passports.issue", house},
    {"passports.enrol", house},
    {"passports.award", house},
    {"passports.promote", operators},
    {"passports.suspend", operators},
    {"passports.reinstate", operators},
    {"passports.setExpiry", operators},
    {"passports.rename", everybody},
    {"passports.claimDomain", everybody},
    {"passports.transfer", everybody},
    {"passports.depart", house},
    {"passports.tick", house},
    {"identitygrid.challenge", everybody},
    {"identitygrid.linkWallet", everybody},
    {"identitygrid.unlinkWallet", everybody},
    {"identitygrid.addService", dreamers},
    {"identitygrid.dropService", dreamers},
    {"identitygrid.relate", dreamers},
    {"identitygrid.unrelate", dreamers},
    {"identitygrid.tick", house},
    {"identitygrid.forget", house},
    {"tierresolver.setLimit", owner},
    {"apikeeper.issueToken", citizens},
    {"apikeeper.rotateToken", citizens},
    {"apikeeper.revokeToken", citizens},
    {"apikeeper.addProvider", owner},
    {"apikeeper.changeProvider", owner},
    {"apikeeper.dropProvider", owner},
    {"apikeeper.reserve", house},
    {"apikeeper.settle", house},
    {"apikeeper.tick", house},
    {"citizens.join", everybody},
    {"citizens.warn", operators},
    {"citizens.forgive", operators},
    {"citizens.leave", everybody},
    {"citizens.noteCopy", house},
    {"dreamstate.setConsent", everybody},
    {"dreamstate.addOffice", operators},
    {"dreamstate.fillOffice", operators},
    {"dreamstate.addCabinet", operators},
    {"dreamstate.propose", citizens},
    {"dreamstate.vote", citizens},
    {"dreamstate.setDepartment", operators},
    {"dreamstate.spend", operators},
    {"dreamstate.setStance", operators},
    {"rbac.addRole", owner},
    {"rbac.dropRole", owner},
    {"rbac.grantRole", owner},
    {"rbac.revokeRole", owner},
    {"rbac.addRule", owner},
    {"rbac.dropRule", owner},
    // economy
    {"tokens.open", everybody},
    {"tokens.pay", dreamers},
    {"tokens.send", dreamers},
    {"tokens.book", house},
    {"tokens.provide", house},
    {"tokens.found", house},
    {"tokens.tick", house},
    {"tokens.setLimit", house},
    {"tokens.payFor", house},
    {"economicengine.setRule", owner},
    {"economicengine.dropRule", owner},
    {"economicengine.openTreasury", house},
    {"economicengine.settle", house},
    {"rewards.grant", house},
    {"rewards.claim", everybody},
    {"rewards.setLimits", owner},
    {"rewards.refer", everybody},
    {"billable.setPrice", operators},
    {"billable.setBudget", operators},
    {"billable.reserve", house},
    {"billable.settle", house},
    {"billable.tick", house},
    {"subscriptions.subscribe", dreamers},
    {"subscriptions.cancel", dreamers},
    {"subscriptions.tick", house},
    {"staking.stake", dreamers},
    {"staking.unstake", dreamers},
    {"staking.takeYield", dreamers},
    {"staking.setDaily", owner},
    {"staking.tick", house},
    {"staking.burn", house},
    // community
    {"reputation.endorse", dreamers},
    {"reputation.withdraw", dreamers},
    {"reputation.setHalfLife", owner},
    {"reputation.weigh", house},
    {"reputation.rate", house},
    {"reputation.tick", house},
};

// The row of a command by its wire name ("wolfpacks.join"), or nullptr.
constexpr const Permission *permissionOf(std::string_view command)
{
    for (const Permission &one : permissions)
        if (one.command == command)
            return &one;
    return nullptr;
}
// Whom a command is for, by stem and struct name ("wolfpacks", "Join"): for the compiler.
enum Audience : std::uint8_t { None, House, People };
constexpr Audience audienceOf(std::string_view stem, std::string_view structName)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    for (const Permission &one : permissions) {
        if (one.command.size() != stem.size() + 1 + structName.size()
            || !one.command.starts_with(stem) || one.command[stem.size()] != '.'
            || one.command[stem.size() + 1] != lower(structName[0]))
            continue;
        if (one.command.substr(stem.size() + 2) == structName.substr(1))
            return one.may == house ? House : People;
    }
    return None;
}

}  // namespace rbac
