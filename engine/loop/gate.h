// The one gate, in one order: trace id and idempotency (in Core), tier, RBAC, control. Fails closed:
// a caller from outside this program has no tier until identity gives it one.
// Thread contract: pure over the Core's state.
#pragma once

#include "loop/core.h"

namespace loop {

kernel::Outcome gate(const Core &core, const kernel::CommandInfo &command,
                     const kernel::Envelope &envelope);

}  // namespace loop
