// Where the concepts stand on the map: a spring layout (Fruchterman and Reingold 1991) started
// from a seeded spiral, then labels pushed apart until none touch. Owns nothing. Everything is
// sums, products and square roots in a fixed order, so the same seed gives the same map everywhere.
// Thread contract: pure functions.
#pragma once

#include "capabilities/conceptgraph.h"

#include <cstdint>
#include <vector>

namespace capabilities {

struct Plate {  // one label on the map; x, y is its middle
    std::int32_t x = 0, y = 0, width = 0, height = 0;
    std::int32_t fontSize = 0;
    std::string label;  // cut to fit
};

struct ConceptLayout {
    std::int32_t width = 0, height = 0;
    std::vector<Plate> plates;  // beside graph.nodes
};

inline constexpr std::int32_t plateGap = 8;  // px between any two plates

ConceptLayout conceptLayout(const ConceptGraph &graph, std::uint64_t seed);

}  // namespace capabilities
