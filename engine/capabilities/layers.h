// The layered drawing of a directed graph without cycles (Sugiyama, Tagawa and Toda 1981): layers by
// longest path, long links broken by bends, and fewer crossings by barycentres, down and up in
// turn; crossings are counted as inversions (Barth, Juenger and Mutzel 2002). Owns values.
// Thread contract: pure.
#pragma once

#include "capabilities/directed.h"

#include <cstddef>
#include <optional>
#include <stop_token>

namespace capabilities {

struct LayerPlace {
    std::uint32_t layer = 0, order = 0;
};

struct Layering {
    std::vector<LayerPlace> places;                           // per node
    std::vector<std::vector<std::vector<LayerPlace>>> bends;  // per node and link it has, downwards
    std::vector<std::size_t> widths;                          // places taken in each layer
    std::int64_t crossings = 0;
};

// Nothing if there is a cycle, if it would take more than bendsMax bends, or if stopped.
std::optional<Layering> layered(const Directed &graph, std::size_t bendsMax,
                                const std::stop_token &stop);

}  // namespace capabilities
