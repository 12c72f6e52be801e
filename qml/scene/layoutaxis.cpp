#include "layoutaxis.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace layout {

namespace {

// 1, 2, 5 or 10 times a power of ten: the nearest, or the first that is not less.
double nice(double range, bool isRounded)
{
    const double power = std::pow(10.0, std::floor(std::log10(range)));
    const double part = range / power;
    const double whole = isRounded   ? part < 1.5 ? 1
                                       : part < 3 ? 2
                                       : part < 7 ? 5
                                                  : 10
                         : part <= 1 ? 1
                         : part <= 2 ? 2
                         : part <= 5 ? 5
                                     : 10;
    return whole * power;
}

}  // namespace

Axis niceAxis(double low, double high, int wanted)
{
    if (!std::isfinite(low) || !std::isfinite(high) || low > high)
        low = 0, high = 1;
    if (high - low < 1e-12 * std::max(1.0, std::abs(high))) {
        const double room = low == 0 ? 1 : std::abs(low) / 2;
        high += room;
        low -= low >= 0 && low < room ? low : low == 0 ? 0 : room;
    }
    Axis axis;
    axis.step = nice(nice(high - low, false) / std::max(1, wanted - 1), true);
    axis.low = std::floor(low / axis.step + 1e-9) * axis.step;
    axis.high = std::ceil(high / axis.step - 1e-9) * axis.step;
    axis.decimals = std::max(0, -int(std::floor(std::log10(axis.step) + 1e-9)));
    const auto count = int(std::lround((axis.high - axis.low) / axis.step));
    for (int i = 0; i <= count; ++i) {
        const double tick = axis.low + i * axis.step;
        axis.ticks.push_back(std::abs(tick) < axis.step * 1e-9 ? 0 : tick);
    }
    return axis;
}

TimeAxis timeAxis(std::int64_t from, std::int64_t to, int wanted, std::int64_t offsetMs)
{
    constexpr std::int64_t second = 1000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;
    constexpr std::int64_t steps[] = {
        second,     2 * second, 5 * second,  10 * second, 15 * second, 30 * second, minute,
        2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour,        2 * hour,
        3 * hour,   6 * hour,   12 * hour,   day,         2 * day,     4 * day,     7 * day,
        14 * day,   28 * day,   42 * day,    91 * day,    182 * day,   365 * day};
    TimeAxis axis;
    if (to <= from || wanted < 1)
        return axis;
    axis.step = steps[std::size(steps) - 1];
    const std::int64_t local = from + offsetMs;
    const auto firstOf = [&](std::int64_t step) { return (local + step - 1) / step * step; };
    // The finest that does not crowd; a lone tick tells no span, so two are always allowed.
    for (const std::int64_t step : steps) {
        if ((to + offsetMs - firstOf(step)) / step < std::max(2, wanted)) {
            axis.step = step;
            break;
        }
    }
    std::int64_t tick = firstOf(axis.step);
    for (; tick - offsetMs <= to && axis.ticks.size() < 64; tick += axis.step)
        axis.ticks.push_back(tick - offsetMs);
    return axis;
}

void spreadOut(std::vector<double> &middles, double height, double low, double high)
{
    std::vector<std::size_t> order(middles.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return middles[a] < middles[b]; });
    double edge = low;
    for (const std::size_t i : order) {
        middles[i] = std::max(middles[i], edge + height / 2);
        edge = middles[i] + height / 2;
    }
    edge = high;
    for (std::size_t k = order.size(); k-- > 0;) {
        middles[order[k]] = std::min(middles[order[k]], edge - height / 2);
        edge = middles[order[k]] - height / 2;
    }
}

}  // namespace layout
