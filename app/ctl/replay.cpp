// dreamctl replay --check: rebuilds everything from the first page and compares with what the
// profile itself comes to when it starts from its snapshots.
#include "ctl/profile.h"

#include "loop/gate.h"
#include "organism.h"

#include <chrono>

namespace ctl {

using namespace kernel;
namespace json = boost::json;

Said replay(const Call &call)
{
    if (!call.options.contains("check"))
        return failed(usage, "usage", "replay --check is the only form");
    Said said;
    std::unique_ptr<hands::Body> body = open(call, true, said);
    if (!body)
        return said;
    json::array systems;
    bool isEqual = true;
    body->engine().inspectNow([&](loop::Core &core, store::Store &store) {
        loop::Core fresh(organism::systems(), loop::Random::fromSystem(), loop::gate);
        const auto began = std::chrono::steady_clock::now();
        const std::string failedToLoad = fresh.load(store, false);
        const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        isEqual = failedToLoad.empty() && fresh.tip() == core.tip();
        for (const SystemInfo *system : organism::systems()) {
            std::string here, rebuilt;
            system->encodeState(core.state(system->number), here, nullptr);
            system->encodeState(fresh.state(system->number), rebuilt, nullptr);
            const bool isSame = here == rebuilt && system->equal(core.state(system->number), fresh.state(system->number));
            isEqual = isEqual && isSame;
            systems.push_back({{"system", json::string(system->stem)}, {"equal", isSame}, {"bytes", here.size()},
                               {"readOnly", fresh.isReadOnly(system->number)}});
            if (!isSame)
                said.text += std::string(system->stem) + " differs after a replay\n";
        }
        said.value = {{"equal", isEqual}, {"facts", fresh.facts()}, {"pages", fresh.pages()}, {"seconds", took},
                      {"error", failedToLoad}, {"systems", systems}};
        said.text += (isEqual ? "equal: " : "NOT equal: ") + std::to_string(fresh.facts()) + " facts on "
                     + std::to_string(fresh.pages()) + " pages replayed" + (failedToLoad.empty() ? "" : "; " + failedToLoad);
    });
    said.exit = isEqual ? allDone : fault;
    return said;
}

}  // namespace ctl
