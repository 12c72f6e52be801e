#include "loop/gate.h"

#include "identity/tierresolver.h"
#include "spine/dreamnetos.h"
#include "spine/superspine.h"

#include <unordered_map>

namespace loop {

using namespace kernel;
using apikeeper::ApiKeeper;
using identitygrid::IdentityGrid;
using passports::Passports;
using passports::Standing;

namespace {

constexpr std::uint16_t linkWallet = commandKind<IdentityGrid, identitygrid::LinkWallet>();

bool isOwnWork(Origin origin)
{
    return origin == Origin::Timer || origin == Origin::Reaction || origin == Origin::Hand
           || origin == Origin::Boot;
}

const rbac::Permission &permissionOf(const CommandInfo &command)
{
    static const std::unordered_map<std::string, const rbac::Permission *> rows = [] {
        std::unordered_map<std::string, const rbac::Permission *> made;
        for (const rbac::Permission &one : rbac::permissions)
            made.emplace(one.command, &one);
        return made;
    }();
    static constexpr rbac::Permission nobody{"", rbac::house, rbac::Reach::Any};
    const auto found = rows.find(command.name);
    return found == rows.end() ? nobody : *found->second;
}

// Whose a thing is; empty when nobody's in particular.
std::string holderOf(const Core &core, std::uint64_t thing)
{
    const auto &spine = core.stateOf<superspine::SuperSpine>();
    if (const superspine::Task *task = spine.tasks.find(thing))
        thing = task->dream.value;
    else if (const superspine::Assignment *assignment = spine.assignments.find(thing))
        thing = assignment->dream.value;
    if (const dreams::Dream *dream = core.stateOf<dreams::Dreams>().dreams.find(thing))
        return dreams::authorOf(*dream);
    if (const passports::Passport *passport = core.stateOf<Passports>().passports.find(thing))
        return passport->actor;
    return {};
}

std::vector<rbac::Target> targetsOf(const Core &core, const std::vector<std::uint64_t> &things,
                                    const std::string &actor)
{
    std::vector<rbac::Target> targets;
    for (const std::uint64_t thing : things)
        targets.push_back({thing, holderOf(core, thing) == actor});
    return targets;
}

// What the standing of a passport says; its owner may always renew what has run out.
Outcome standing(const passports::Passport &passport, const CommandInfo &command)
{
    switch (passport.standing) {
    case Standing::Good: return done();
    case Standing::Suspended: return refuse("passports.suspended", {{"reason", passport.reason}});
    case Standing::Expired:
        if (passport.actor == "owner" && command.name == "passports.setExpiry")
            return done();
        return refuse("passports.expired");
    case Standing::Left: return refuse("passports.left");
    }
    return refuse("passports.unknown");
}

// Somebody whose passport holds; only people speak from here.
Outcome holder(const Core &core, const std::string &actor, const CommandInfo &command, bool isLocal,
               rbac::Role &role)
{
    const passports::Passport *passport = passports::find(core.stateOf<Passports>(), actor);
    const bool isOwner = actor == "owner";
    if (!isOwner && (!passport || (isLocal && passport->holder != passports::Holder::Person)))
        return refuse("identity.notYours", {{"actor", std::string(firstBytes(actor, 64))}});
    role = isOwner ? rbac::Role::Owner : rbac::roleOf(*passport);
    return passport ? standing(*passport, command) : done();
}

Outcome authorised(const Core &core, const std::string &actor, rbac::Role role,
                   const CommandInfo &command, const std::vector<std::uint64_t> &things,
                   rbac::Verdict &verdict)
{
    const rbac::Permission &row = permissionOf(command);
    const std::vector<rbac::Target> targets = targetsOf(core, things, actor);
    verdict = rbac::judge(core.stateOf<rbac::Rbac>(), actor, role, row, targets);
    if (verdict.isAllowed)
        return done();
    for (const rbac::Reason &reason : verdict.reasons)
        if (!reason.isTable && reason.effect == rbac::Effect::Deny)
            return refuse("rbac.deniedByRule",
                          {{"command", command.name}, {"rule", idText(reason.rule.value)}});
    if (row.may & rbac::bit(role))
        return refuse("rbac.notOwn", {{"command", command.name}});
    return refuse("rbac.denied",
                  {{"command", command.name},
                   {"role", std::string(rbac::roleNames[static_cast<std::size_t>(role)])}});
}

// Control: a system that holds facts it does not understand must not decide, nor one that stands.
Outcome control(const Core &core, const CommandInfo &command)
{
    const std::uint16_t system = command.kind >> 8;
    if (core.isReadOnly(system))
        return refuse("dreamnetos.readOnly", {{"command", command.name}});
    if (!core.isWorking(system))
        return refuse("dreamnetos.stopped",
                      {{"system", std::string(core.systemByNumber(system)->stem)}});
    return done();
}

std::shared_ptr<const Proved> proofOf(Core &core, const Credential &credential, Time now)
{
    if (!credential.token.empty()) {
        const apikeeper::Token *token =
            apikeeper::find(core.stateOf<ApiKeeper>(), crypto::blake2b(credential.token), now);
        return std::make_shared<const Proved>(
            Proved{Proved::Token, token ? idText(token->id.value) : std::string(), {}, {}});
    }
    const auto &grid = core.stateOf<IdentityGrid>();
    auto proved = identitygrid::prove(grid, credential.message, credential.signature, now);
    const std::uint64_t *nonce = grid.byWord.find(proved->nonce);
    // A message serves once: whoever overheard it gets nothing.
    const bool isFresh =
        nonce
        && core.door().useOnce(
            proved->nonce, {grid.nonces.find(*nonce)->until.us - identitygrid::nonceLife.us}, now);
    if (!proved->what.empty() && !isFresh)
        return std::make_shared<const Proved>(Proved{Proved::Wallet, {}, {}, "usedNonce"});
    return proved;
}

// A caller from outside: who it is by proof, how often it may ask, and what its token is for.
Outcome stranger(Core &core, const CommandInfo &command, Envelope &envelope,
                 const Credential *credential)
{
    if (credential)
        envelope.proved = proofOf(core, *credential, envelope.now);
    const tierresolver::Resolved resolved =
        tierresolver::resolve(core.stateOf<Passports>(), core.stateOf<ApiKeeper>(),
                              core.stateOf<IdentityGrid>(), false, {}, envelope.proved.get());
    if (!resolved.tier)
        return refuse("tierresolver.none", {{"command", command.name}});
    envelope.actor = resolved.actor;
    const std::uint32_t limit =
        tierresolver::callsPerMinute(core.stateOf<tierresolver::TierResolver>(), *resolved.tier);
    if (!core.door().admit(resolved.caller, limit, envelope.now))
        return refuse("tierresolver.tooFast", {{"limit", std::to_string(limit)}});
    if (!resolved.token)
        return done();
    if (!apikeeper::isInScope(*resolved.token, command.name))
        return refuse("apikeeper.outOfScope", {{"command", command.name}});
    if (!core.door().spend(resolved.caller, resolved.token->perDay, envelope.now))
        return refuse("apikeeper.overQuota", {{"limit", std::to_string(resolved.token->perDay)}});
    return done();
}

}  // namespace

Outcome gate(Core &core, const CommandInfo &command, Ask &ask)
{
    Envelope &envelope = ask.envelope;
    envelope.proved.reset();
    const std::shared_ptr<const Credential> credential = std::move(envelope.credential);
    core.door().see(envelope.now);
    if (isOwnWork(envelope.origin))
        return control(core, command);
    // Proof, tier and rate: callers from outside alone are counted.
    rbac::Role role = rbac::Role::Visitor;
    if (isForeign(envelope.origin))
        if (Outcome admitted = stranger(core, command, envelope, credential.get()); !admitted)
            return admitted;
    // RBAC: what the organism asks of itself is not for people, and nobody speaks for another.
    if (command.isInternal)
        return refuse("rbac.internal", {{"command", command.name}});
    const bool isLocal = !isForeign(envelope.origin);
    if (Outcome known = holder(core, envelope.actor, command, isLocal, role); !known)
        return known;
    if (isLocal && !core.door().isPresent(envelope.actor))
        return refuse("identity.locked", {{"actor", envelope.actor}});
    // The owner is in every row that is for people, so that only rules need to be looked at.
    if (role != rbac::Role::Owner || !core.stateOf<rbac::Rbac>().rules.isEmpty()) {
        std::vector<std::uint64_t> things;
        command.encode(ask.payload.get(), things);
        rbac::Verdict verdict;
        if (Outcome may = authorised(core, envelope.actor, role, command, things, verdict); !may)
            return may;
    }
    if (ask.kind == linkWallet) {
        const auto &link = *static_cast<const identitygrid::LinkWallet *>(ask.payload.get());
        envelope.proved = identitygrid::prove(core.stateOf<IdentityGrid>(), link.message,
                                              link.signature, envelope.now);
    }
    return control(core, command);
}

Explained explain(const Core &core, const std::string &actor, const CommandInfo &command,
                  std::uint64_t thing)
{
    Explained explained;
    explained.isInternal = command.isInternal;
    if (command.isInternal) {
        explained.outcome = refuse("rbac.internal", {{"command", command.name}});
        return explained;
    }
    rbac::Role role = rbac::Role::Visitor;
    Outcome known = holder(core, actor, command, false, role);  // agents too have rights to explain
    if (known.isDone() || known.refusal().code != "identity.notYours")
        explained.role = rbac::roleNames[static_cast<std::size_t>(role)];
    const std::vector<std::uint64_t> things =
        thing ? std::vector{thing} : std::vector<std::uint64_t>();
    Outcome may = authorised(core, actor, role, command, things, explained.verdict);
    explained.outcome = !known ? known : !may ? may : control(core, command);
    return explained;
}

}  // namespace loop
