// Drawings with an up and a down: a tree by generations (Reingold and Tilford 1981) and a layered
// graph (Sugiyama, Tagawa and Toda 1981) for what leads to what. Places are whole rows apart in y and
// at least one apart in x. Deterministic; linear but for the sorting in each sweep. Pure.
#pragma once

#include "layoutgraph.h"

namespace layout {

// Each node below the first one that leads to it; what nobody leads to stands at the top. Edges that
// would close a circle are left out of account.
Places treePlaces(const Graph &graph);

// Each node below all that lead to it, neighbours under each other as far as order allows. Edges that
// would close a circle count backwards.
Places layeredPlaces(const Graph &graph);

// The row of every node in layeredPlaces().
std::vector<std::uint32_t> ranksOf(const Graph &graph);

}  // namespace layout
