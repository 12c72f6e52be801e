#include "organism.h"

#include "cortex/dreams.h"
#include "spine/agentregistry.h"
#include "spine/superspine.h"
#include "vault/dreamvault.h"

#include <array>

namespace organism {

std::span<const kernel::SystemInfo *const> systems()
{
    static const std::array all = {
        &dreams::info(),         // 1
        &agentregistry::info(),  // 2
        &superspine::info(),     // 3
        &dreamvault::info(),     // 4
    };
    return all;
}

const kernel::SystemInfo *system(std::string_view stem)
{
    for (const kernel::SystemInfo *system : systems())
        if (system->stem == stem)
            return system;
    return nullptr;
}

}  // namespace organism
