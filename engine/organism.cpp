#include "organism.h"

#include "agents/canvas.h"
#include "agents/echo.h"
#include "agents/lucid.h"
#include "agents/root.h"
#include "cortex/dreams.h"
#include "lungs/deadletter.h"
#include "lungs/starbridge.h"
#include "pulse/dreamkeeper.h"
#include "pulse/heartbeat.h"
#include "shield/audittrail.h"
#include "spine/agentregistry.h"
#include "spine/dreamnetos.h"
#include "spine/superspine.h"
#include "vault/dreammirror.h"
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
        &starbridge::info(),     // 5
        &deadletter::info(),     // 6
        &audittrail::info(),     // 7
        &dreamnetos::info(),     // 8
        &heartbeat::info(),      // 9
        &lucid::info(),          // 10
        &root::info(),           // 11
        &canvas::info(),         // 12
        &echo::info(),           // 13
        &dreamkeeper::info(),    // 14
        &dreammirror::info(),    // 15
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
