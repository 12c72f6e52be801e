#include "organism.h"

#include "agents/canvas.h"
#include "agents/echo.h"
#include "agents/lucid.h"
#include "agents/root.h"
#include "community/reputation.h"
#include "cortex/dreams.h"
#include "economy/billable.h"
#include "economy/economicengine.h"
#include "economy/rewards.h"
#include "economy/staking.h"
#include "economy/tokens.h"
#include "identity/apikeeper.h"
#include "identity/citizens.h"
#include "identity/dreamstate.h"
#include "identity/identitygrid.h"
#include "identity/passports.h"
#include "identity/rbac.h"
#include "identity/tierresolver.h"
#include "lungs/deadletter.h"
#include "lungs/starbridge.h"
#include "pulse/dreamkeeper.h"
#include "pulse/heartbeat.h"
#include "shield/audittrail.h"
#include "spine/agentregistry.h"
#include "spine/dreamnetos.h"
#include "spine/operator.h"
#include "spine/subscriptions.h"
#include "spine/superspine.h"
#include "vault/dreammirror.h"
#include "vault/dreamvault.h"

#include <array>

namespace organism {

namespace {

using Systems = kernel::List<dreams::Dreams,                  // 1
                             agentregistry::AgentRegistry,    // 2
                             superspine::SuperSpine,          // 3
                             dreamvault::DreamVault,          // 4
                             starbridge::StarBridge,          // 5
                             deadletter::DeadLetter,          // 6
                             audittrail::AuditTrail,          // 7
                             dreamnetos::DreamNetOs,          // 8
                             heartbeat::Heartbeat,            // 9
                             lucid::Lucid,                    // 10
                             root::Root,                      // 11
                             canvas::Canvas,                  // 12
                             echo::Echo,                      // 13
                             dreamkeeper::DreamKeeper,        // 14
                             dreammirror::DreamMirror,        // 15
                             passports::Passports,            // 16
                             identitygrid::IdentityGrid,      // 17
                             rbac::Rbac,                      // 18
                             tierresolver::TierResolver,      // 19
                             apikeeper::ApiKeeper,            // 20
                             citizens::Citizens,              // 21
                             dreamstate::DreamState,          // 22
                             reputation::Reputation,          // 23
                             tokens::Tokens,                  // 24
                             economicengine::EconomicEngine,  // 25
                             rewards::Rewards,                // 26
                             billable::Billable,              // 27
                             subscriptions::Subscriptions,    // 28
                             staking::Staking,                // 29
                             operators::Operator              // 30
                             >;

template<class C>
constexpr bool isInternal = [] {
    if constexpr (requires { C::isInternal; })
        return C::isInternal;
    return false;
}();

// Every command has a row in identity/permissions.h, and nobody's row is an internal command's.
template<class S, class... C>
consteval std::size_t rowsOf(kernel::List<C...>)
{
    return (std::size_t(rbac::audienceOf(S::stem, C::structName)
                        == (isInternal<C> ? rbac::House : rbac::People))
            + ... + 0);
}
template<class S>
consteval bool isInTable()
{
    static_assert(rowsOf<S>(typename S::Commands{})
                      == boost::mp11::mp_size<typename S::Commands>::value,
                  "a command of this system has no row of its own kind in identity/permissions.h");
    return true;
}
template<class... S>
std::span<const kernel::SystemInfo *const> infosOf(kernel::List<S...>)
{
    static_assert((isInTable<S>() && ...));
    static const std::array all = {&infoOf(static_cast<const S *>(nullptr))...};
    return all;
}

}  // namespace

std::span<const kernel::SystemInfo *const> systems()
{
    return infosOf(Systems{});
}

const kernel::SystemInfo *system(std::string_view stem)
{
    for (const kernel::SystemInfo *system : systems())
        if (system->stem == stem)
            return system;
    return nullptr;
}

}  // namespace organism
