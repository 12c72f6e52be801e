// The stars of a card: a dream's concepts as points with labels on the landscape they raise.
// Owns where they stand and that no label lies on another, leaves the side, or is lost; colours and
// strokes are render-card's. Thread contract: pure functions.
#pragma once

#include "capabilities/canvasinput.h"

#include <cstdint>
#include <string>
#include <vector>

namespace capabilities::canvas {

inline constexpr std::size_t namedStarsMax = 6;

struct Rect {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    bool overlaps(const Rect &other) const
    {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

struct Star {
    double x = 0;
    double y = 0;
    double radius = 0;
    double weight = 0;       // 0..1
    std::string label;       // empty for the small ones
    double labelX = 0;       // middle of the label
    double labelY = 0;       // its base line
    double labelSize = 0;
    Rect labelBox;
    bool isCenter = false;
};

struct Sky {
    std::vector<Star> stars;  // in the order of the concepts; the named ones have labels
    std::vector<Link> links;
};

// The six heaviest concepts (the centre among them) are named. Their places follow the map's own
// layout, stretched into the side and pushed apart; without a layout they lie on a spiral.
Sky arrange(const Concepts &concepts, const Rect &side, std::uint64_t seed);

}  // namespace capabilities::canvas
