// Where the ticks of an axis stand: nice numbers (Heckbert, Graphics Gems, 1990) for amounts, whole
// minutes, hours and days for times, and end labels that do not cover each other. Pure.
#pragma once

#include <cstdint>
#include <vector>

namespace layout {

struct Axis {
    double low = 0, high = 1, step = 1;  // low and high are ticks themselves
    std::vector<double> ticks;
    int decimals = 0;  // that tell two ticks apart
    double share(double value) const { return high > low ? (value - low) / (high - low) : 0; }
};

// About `wanted` ticks around low to high; equal ends are given room. Not finite counts as nothing.
Axis niceAxis(double low, double high, int wanted = 5);

// Ticks between two times (ms since 1970), at whole steps of the local clock that is `offsetMs` ahead
// of UTC. At most `wanted` of them, and none outside.
struct TimeAxis {
    std::int64_t step = 0;  // ms
    std::vector<std::int64_t> ticks;
};
TimeAxis timeAxis(std::int64_t from, std::int64_t to, int wanted, std::int64_t offsetMs);

// Moves middles apart until each has `height` for itself, within low to high where that is possible;
// the order stays and nobody moves farther than needed.
void spreadOut(std::vector<double> &middles, double height, double low, double high);

}  // namespace layout
