#include "capabilities/chartdraw.h"

#include <cstdio>
#include <numeric>

namespace capabilities::canvas {
namespace {

// Heckbert's nicenum: 1, 2, 5 or 10 times a power of ten, near the value or not below it.
double niceNumber(double value, bool isRounded)
{
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    const double fraction = value / power;
    if (isRounded)
        return power * (fraction < 1.5 ? 1 : fraction < 3 ? 2 : fraction < 7 ? 5 : 10);
    return power * (fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10);
}

// The worst aspect ratio of a row of tiles laid along `side`.
double worstRatio(double least, double most, double sum, double side)
{
    const double square = side * side;
    return std::max(square * most / (sum * sum), sum * sum / (square * least));
}

}  // namespace

ChartColours chartColours(bool isLight)
{
    using text::Oklch;
    ChartColours colours;
    colours.isLight = isLight;
    colours.ground = text::toRgb({isLight ? 0.990 : 0.207, isLight ? 0.002 : 0.008, 264});
    const text::Rgb grounds[] = {colours.ground};
    const auto solved = [&](double lightness, double chroma, double hue, double ratio) {
        return text::solveLightness({lightness, chroma, hue}, grounds, ratio, !isLight);
    };
    colours.text = solved(isLight ? 0.27 : 0.92, 0.010, 264, 11);
    colours.quiet = solved(isLight ? 0.50 : 0.72, 0.012, 264, 5);
    colours.line = text::toRgb({isLight ? 0.91 : 0.29, 0.008, 264});
    colours.track = colours.line;
    // a blue that leads, then hues of one weight whose lightness also differs step by step
    const double hues[] = {264, 72, 158, 330, 205, 25};
    for (int at = 0; at < 6; ++at) {
        const double lightness = isLight ? 0.56 - 0.035 * (at % 3) : 0.66 + 0.05 * (at % 3);
        colours.series.push_back(solved(lightness, 0.13, hues[at], 3.4));
    }
    colours.lowestText = std::min(text::contrast(colours.text, colours.ground),
                                  text::contrast(colours.quiet, colours.ground));
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0})
        colours.lowestText = std::min(
            colours.lowestText, text::contrast(colours.text, tileColour(share, isLight)));
    colours.lowestMark = 21;
    for (const text::Rgb &mark : colours.series)
        colours.lowestMark = std::min(colours.lowestMark, text::contrast(mark, colours.ground));
    return colours;
}

text::Rgb tileColour(double share, bool isLight)
{
    const double lightness = isLight ? 0.93 - 0.11 * share : 0.32 + 0.09 * share;
    return text::toRgb({lightness, 0.03 + 0.05 * share, 264});
}

Ticks niceTicks(double low, double high, int wanted)
{
    if (high < low)
        std::swap(low, high);
    // below this the extent drowns in the digits of the numbers themselves
    const double least = std::max({std::abs(low), std::abs(high), 1e-9}) * 1e-9;
    if (high - low < least) {
        const double widen = low == 0 ? 1 : std::abs(low) * 0.1;
        low -= widen;
        high += widen;
    }
    const double range = niceNumber(high - low, false);
    Ticks ticks;
    ticks.step = niceNumber(range / std::max(wanted - 1, 1), true);
    ticks.low = std::floor(low / ticks.step + 1e-9) * ticks.step;
    ticks.high = std::ceil(high / ticks.step - 1e-9) * ticks.step;
    return ticks;
}

std::string tickLabel(double value, double step)
{
    const int places = std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 9);
    char digits[64];
    std::snprintf(digits, sizeof digits, "%.*f", places, std::abs(value));
    std::string whole = digits;
    const auto point = std::min(whole.find('.'), whole.size());
    for (std::size_t at = point; at > 3; at -= 3)
        whole.insert(at - 3, "\u2009");
    const bool isZero = whole.find_first_not_of("0.") == std::string::npos;
    return (value < 0 && !isZero ? "\u2212" : "") + whole;
}

std::vector<Tile> squarify(const std::vector<double> &weights, double x, double y, double width,
                           double height)
{
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t at) { return !(weights[at] > 0); });
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t at) { return weights[at]; });
    double total = 0;
    for (const std::size_t at : order)
        total += weights[at];
    std::vector<Tile> tiles;
    const double scale = total > 0 ? width * height / total : 0;
    std::size_t start = 0;
    while (start < order.size()) {
        const double side = std::max(std::min(width, height), 1e-9);
        const double most = weights[order[start]] * scale;
        double sum = most;
        std::size_t end = start + 1;
        double worst = worstRatio(most, most, sum, side);
        while (end < order.size()) {
            const double area = weights[order[end]] * scale;
            const double next = worstRatio(area, most, sum + area, side);
            if (next > worst)
                break;
            worst = next;
            sum += area;
            ++end;
        }
        const double depth = sum / side;
        double along = 0;
        for (; start < end; ++start) {
            const double length = weights[order[start]] * scale / depth;
            if (width >= height)
                tiles.push_back({order[start], x, y + along, depth, length});
            else
                tiles.push_back({order[start], x + along, y, length, depth});
            along += length;
        }
        (width >= height ? x : y) += depth;
        (width >= height ? width : height) -= depth;
    }
    return tiles;
}

}  // namespace capabilities::canvas
