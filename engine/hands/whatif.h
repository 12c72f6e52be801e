// What the ledger's rules would pay, asked of a running organism. Thread contract: the engine thread, where
// the core is looked at; what is made of the answer may be reckoned anywhere.
#pragma once

#include "economy/whatif.h"
#include "loop/core.h"

namespace hands {

// How things stand; people, work and days are the asker's to say.
inline economicengine::Question standing(const loop::Core &core, kernel::Time now)
{
    return economicengine::standing(core.stateOf<economicengine::EconomicEngine>(),
                                    core.stateOf<tokens::Tokens>(),
                                    core.stateOf<rewards::Rewards>(), now);
}

}  // namespace hands
