// The one gate, in one order: trace id and idempotency (in Core), proof, tier, rate, RBAC, control.
// Fails closed: whoever proves nothing from outside has no tier, and a local person speaks only with
// a key that is in this profile and unlocked. Explains every decision on request.
// Thread contract: the engine thread.
#pragma once

#include "identity/rbac.h"
#include "loop/core.h"

namespace loop {

// Drops the credential; sets `proved`, and the actor of a proven caller from outside.
kernel::Outcome gate(Core &core, const kernel::CommandInfo &command, kernel::Ask &ask);

// What the gate would say of somebody asking a command about a thing (0: none), and why; as if their
// key were unlocked.
struct Explained {
    kernel::Outcome outcome;
    std::string role;  // of the ladder, or owner, or agent; empty for a stranger
    bool isInternal = false;
    rbac::Verdict verdict;  // table first, then every rule that met
};
Explained explain(const Core &core, const std::string &actor, const kernel::CommandInfo &command,
                  std::uint64_t thing);

}  // namespace loop
