// A first drawing that already has the shape of the graph: PivotMDS (Brandes and Pich 2007), the two
// main directions of the steps from a few nodes far apart. Linear in nodes times pivots, so a force
// layout that starts here needs no hundred steps to unfold. Deterministic from the seed. Pure.
#pragma once

#include "layoutgraph.h"

namespace layout {

inline constexpr std::uint32_t pivotsMax = 32;

// Edges are about one long. Nodes that the steps cannot tell apart are parted by a little chance;
// parts of the graph without a path between them stand beside each other.
Places startPlaces(const Neighbours &near, std::uint64_t seed);

}  // namespace layout
