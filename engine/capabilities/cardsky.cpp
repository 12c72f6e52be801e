#include "capabilities/cardsky.h"

#include "capabilities/contourfield.h"
#include "text/svg.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace capabilities::canvas {
namespace {

constexpr double labelSize = 21;
constexpr double labelWidthMax = 190;
constexpr double labelGap = 7;

std::vector<std::size_t> namedOf(const Concepts &concepts)
{
    std::vector<std::size_t> order(concepts.nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t one, std::size_t other) {
        const bool isCenter = one == concepts.center;
        if (isCenter != (other == concepts.center))
            return isCenter;
        return concepts.nodes[one].weight > concepts.nodes[other].weight;
    });
    std::erase_if(order, [&](std::size_t at) { return concepts.nodes[at].label.empty(); });
    order.resize(std::min(order.size(), namedStarsMax));
    return order;
}

bool hasLayout(const Concepts &concepts)
{
    const auto differs = [](double one, double other) { return std::abs(one - other) >= 1; };
    return std::ranges::any_of(concepts.nodes, [&](const Concept &node) {
        return differs(node.x, concepts.nodes[0].x) || differs(node.y, concepts.nodes[0].y);
    });
}

// Places in the unit square, from the map's layout or on a sunflower spiral turned by the seed.
void placeInUnit(const Concepts &concepts, std::vector<Star> &stars, std::uint64_t seed)
{
    if (stars.size() == 1 || !hasLayout(concepts)) {
        constexpr double golden = 2.399963229728653;  // radians (Vogel 1979)
        const double turn = chance(seed, 200) * 2 * std::numbers::pi;
        for (std::size_t at = 0; at < stars.size(); ++at) {
            const double share = stars.size() < 2 ? 0.15 : static_cast<double>(at) / stars.size();
            const double radius = 0.5 * std::sqrt(share);
            const double angle = turn + static_cast<double>(at) * golden;
            stars[at].x = 0.5 + radius * std::cos(angle);
            stars[at].y = 0.5 + radius * std::sin(angle);
        }
        return;
    }
    const auto [left, right] = std::ranges::minmax(concepts.nodes, {}, &Concept::x);
    const auto [top, bottom] = std::ranges::minmax(concepts.nodes, {}, &Concept::y);
    for (std::size_t at = 0; at < stars.size(); ++at) {
        const Concept &node = concepts.nodes[at];
        stars[at].x = (node.x - left.x) / std::max(right.x - left.x, 1.0);
        stars[at].y = (node.y - top.y) / std::max(bottom.y - top.y, 1.0);
    }
}

// Moves stars apart until each has its elbow room; named ones need room for their label too.
void pushApart(std::vector<Star> &stars, const Rect &side)
{
    for (int round = 0; round < 160; ++round) {
        for (std::size_t one = 0; one < stars.size(); ++one) {
            for (std::size_t other = one + 1; other < stars.size(); ++other) {
                Star &a = stars[one];
                Star &b = stars[other];
                const bool areNamed = !a.label.empty() && !b.label.empty();
                const double wideX = areNamed ? 150 : 40;
                const double wideY = areNamed ? 92 : 40;
                double dx = (b.x - a.x) / wideX;
                double dy = (b.y - a.y) / wideY;
                const double length = std::hypot(dx, dy);
                if (length >= 1)
                    continue;
                if (length < 1e-6) {
                    dx = (one + other) % 2 == 0 ? 1 : -1;
                    dy = 0.5;
                }
                const double push = (1 - length) * 0.25 / std::max(std::hypot(dx, dy), 1e-6);
                a.x -= dx * push * wideX;
                a.y -= dy * push * wideY;
                b.x += dx * push * wideX;
                b.y += dy * push * wideY;
            }
        }
        for (Star &star : stars) {
            star.x = std::clamp(star.x, side.left + 60, side.right - 60);
            star.y = std::clamp(star.y, side.top + 40, side.bottom - 46);
        }
    }
}

Rect boxAt(double middle, double baseLine, double width, double size)
{
    return {middle - width / 2 - 5, baseLine - size * 0.95, middle + width / 2 + 5,
            baseLine + size * 0.32};
}

bool isFree(const std::vector<Star> &stars, std::size_t self, const Rect &box, const Rect &side)
{
    if (box.left < side.left || box.right > side.right || box.top < side.top
        || box.bottom > side.bottom)
        return false;
    return std::ranges::none_of(stars, [&](const Star &star) {
        const double reach = star.radius + 3;
        const Rect disc{star.x - reach, star.y - reach, star.x + reach, star.y + reach};
        const bool isOwn = &star == &stars[self];
        return (!isOwn && disc.overlaps(box))
            || (!isOwn && star.labelSize > 0 && star.labelBox.overlaps(box));
    });
}

// Below, above, right, left, then ever farther and smaller, until the label touches nothing.
bool placeLabel(std::vector<Star> &stars, std::size_t index, const Rect &side)
{
    Star &star = stars[index];
    const std::string whole = star.label;
    for (const double shrink : {1.0, 0.86, 0.76}) {
        const text::Face face{labelSize * shrink, text::Weight::SemiBold};
        star.label = text::elide(whole, labelWidthMax, face);
        const double width = text::measure(star.label, face);
        for (double away = labelGap; away < 150; away += 9) {
            const double reach = star.radius + away + (star.isCenter ? 5 : 0);
            const double beside = reach + width / 2;
            const std::pair<double, double> places[] = {
                {star.x, star.y + reach + face.size * 0.78},
                {star.x, star.y - reach - face.size * 0.05},
                {star.x + beside, star.y + face.size * 0.35},
                {star.x - beside, star.y + face.size * 0.35},
                {star.x + beside * 0.6, star.y + reach + face.size * 0.78},
                {star.x - beside * 0.6, star.y + reach + face.size * 0.78},
                {star.x + beside * 0.6, star.y - reach - face.size * 0.05},
                {star.x - beside * 0.6, star.y - reach - face.size * 0.05}};
            for (const auto &[middle, baseLine] : places) {
                const Rect box = boxAt(middle, baseLine, width, face.size);
                if (!isFree(stars, index, box, side))
                    continue;
                star.labelX = middle;
                star.labelY = baseLine;
                star.labelSize = face.size;
                star.labelBox = box;
                return true;
            }
        }
    }
    star.label = whole;
    return false;
}

}  // namespace

Sky arrange(const Concepts &concepts, const Rect &side, std::uint64_t seed)
{
    Sky sky;
    sky.links = concepts.links;
    const auto named = namedOf(concepts);
    sky.stars.resize(concepts.nodes.size());
    for (std::size_t at = 0; at < sky.stars.size(); ++at) {
        Star &star = sky.stars[at];
        star.weight = concepts.nodes[at].weight;
        star.isCenter = at == concepts.center;
        const bool isNamed = std::ranges::find(named, at) != named.end();
        star.label = isNamed ? concepts.nodes[at].label : std::string();
        star.radius = isNamed ? 5.5 + 5.5 * star.weight : 2.2 + 1.6 * star.weight;
    }
    placeInUnit(concepts, sky.stars, seed);
    // a few stars stand together near the middle; only a full sky needs all of it
    const double spread = std::min(1.0, 0.40 + 0.09 * static_cast<double>(sky.stars.size()));
    for (Star &star : sky.stars) {
        const double width = side.right - side.left - 140;
        const double height = side.bottom - side.top - 106;
        star.x = side.left + 70 + (0.5 + (star.x - 0.5) * spread) * width;
        star.y = side.top + 50 + (0.5 + (star.y - 0.5) * spread) * height;
    }
    pushApart(sky.stars, side);
    for (const std::size_t at : named) {
        if (placeLabel(sky.stars, at, side))
            continue;
        // crowded beyond hope only if small stars stand in every gap: they give way to words
        for (Star &star : sky.stars) {
            if (star.labelSize == 0 && star.label.empty())
                star.radius = 0;
        }
        placeLabel(sky.stars, at, side);
    }
    return sky;
}

}  // namespace capabilities::canvas
