#include "capabilities/contourfield.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace capabilities::canvas {
namespace {

struct Point {
    double x = 0;
    double y = 0;
};

double smoothStep(double low, double high, double value)
{
    const double share = std::clamp((value - low) / (high - low), 0.0, 1.0);
    return share * share * (3 - 2 * share);
}

// Three plane waves of length to 2 length px with seeded directions; about -1..1.
double waves(const Landscape &landscape, double x, double y, double length, std::uint64_t offset)
{
    double sum = 0;
    for (std::uint64_t wave = 0; wave < 3; ++wave) {
        const std::uint64_t base = offset + wave * 3;
        const double angle = chance(landscape.seed, base) * 2 * std::numbers::pi;
        const double stretched = length * (1 + chance(landscape.seed, base + 1));
        const double phase = chance(landscape.seed, base + 2) * 2 * std::numbers::pi;
        sum += std::sin((x * std::cos(angle) + y * std::sin(angle)) * 2 * std::numbers::pi
                            / stretched
                        + phase);
    }
    return sum / 3;
}

double distanceToRidge(const Hill &from, const Hill &to, double x, double y)
{
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length = dx * dx + dy * dy;
    const double along = length > 0
        ? std::clamp(((x - from.x) * dx + (y - from.y) * dy) / length, 0.0, 1.0)
        : 0;
    return std::hypot(x - from.x - along * dx, y - from.y - along * dy);
}

// A Gaussian with three arms that wind around its middle: the stronger the twist, the longer they
// reach. Its middle keeps its place and height, so the star on it stays on the summit.
double hillAt(const Landscape &landscape, std::size_t index, double x, double y, double width)
{
    const Hill &hill = landscape.hills[index];
    const double dx = x - hill.x;
    const double dy = y - hill.y;
    const double distance = std::hypot(dx, dy) / width;
    if (distance > 6)
        return 0;
    const double turn = chance(landscape.seed, 100 + index) * 2 * std::numbers::pi;
    const double arms = std::cos(3 * std::atan2(dy, dx) - 4.2 * distance + turn);
    const double reach = 1 + (0.10 + 0.45 * landscape.twist) * arms * smoothStep(0.2, 1.2, distance);
    const double away = distance / reach;
    return hill.height * std::exp(-away * away / 2);
}

struct Grid {
    int columns = 0;  // samples, with one ring of sea around them
    int rows = 0;
    std::vector<double> heights;

    double at(int column, int row) const
    {
        return heights[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns)
                       + static_cast<std::size_t>(column)];
    }
};

Grid sample(const Landscape &landscape, const std::stop_token &stop)
{
    Grid grid;
    grid.columns = (landscape.right - landscape.left) / landscapeCell + 3;
    grid.rows = landscape.bottom / landscapeCell + 3;
    grid.heights.assign(
        static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows), -1.0);
    for (int row = 1; row + 1 < grid.rows && !stop.stop_requested(); ++row) {
        for (int column = 1; column + 1 < grid.columns; ++column) {
            const double x = landscape.left + (column - 1) * landscapeCell;
            const double y = (row - 1) * landscapeCell;
            grid.heights[static_cast<std::size_t>(row * grid.columns + column)] =
                heightAt(landscape, x, y);
        }
    }
    return grid;
}

// Marching squares (Lorensen and Cline 1987, in the plane). Every crossing of a grid edge starts
// exactly one directed segment, land on its left, so following `next` yields closed rings.
class Tracer {
public:
    Tracer(const Grid &grid, const Landscape &landscape, double level)
        : m_grid(grid), m_landscape(landscape), m_level(level),
          m_next(grid.heights.size() * 2, -1)
    {
        for (int row = 0; row + 1 < grid.rows; ++row) {
            for (int column = 0; column + 1 < grid.columns; ++column)
                addCell(column, row);
        }
    }

    std::vector<std::vector<Point>> rings()
    {
        std::vector<std::vector<Point>> rings;
        for (std::size_t edge = 0; edge < m_next.size(); ++edge) {
            std::vector<Point> ring;
            for (int at = static_cast<int>(edge); m_next[static_cast<std::size_t>(at)] >= 0;) {
                ring.push_back(crossing(at));
                at = std::exchange(m_next[static_cast<std::size_t>(at)], -1);
            }
            if (!ring.empty())
                rings.push_back(std::move(ring));
        }
        return rings;
    }

private:
    // Edges are numbered by their left or upper sample; odd ones run down.
    int across(int column, int row) const { return (row * m_grid.columns + column) * 2; }
    int down(int column, int row) const { return across(column, row) + 1; }
    void link(int from, int to) { m_next[static_cast<std::size_t>(from)] = to; }

    void addCell(int column, int row)
    {
        const double corners[] = {m_grid.at(column, row), m_grid.at(column + 1, row),
                                  m_grid.at(column + 1, row + 1), m_grid.at(column, row + 1)};
        int mask = 0;
        for (int corner = 0; corner < 4; ++corner)
            mask |= (corners[corner] >= m_level) << corner;
        const int top = across(column, row);
        const int right = down(column + 1, row);
        const int bottom = across(column, row + 1);
        const int left = down(column, row);
        const double middle = (corners[0] + corners[1] + corners[2] + corners[3]) / 4;
        const bool isJoined = middle >= m_level;
        switch (mask) {
        case 1: link(top, left); break;
        case 2: link(right, top); break;
        case 3: link(right, left); break;
        case 4: link(bottom, right); break;
        case 5:
            link(top, isJoined ? right : left);
            link(bottom, isJoined ? left : right);
            break;
        case 6: link(bottom, top); break;
        case 7: link(bottom, left); break;
        case 8: link(left, bottom); break;
        case 9: link(top, bottom); break;
        case 10:
            link(left, isJoined ? top : bottom);
            link(right, isJoined ? bottom : top);
            break;
        case 11: link(right, bottom); break;
        case 12: link(left, right); break;
        case 13: link(top, right); break;
        case 14: link(left, top); break;
        default: break;
        }
    }

    Point crossing(int edge) const
    {
        const int sample = edge / 2;
        const int column = sample % m_grid.columns;
        const int row = sample / m_grid.columns;
        const bool isDown = edge % 2 == 1;
        const double here = m_grid.at(column, row);
        const double there = isDown ? m_grid.at(column, row + 1) : m_grid.at(column + 1, row);
        const double share = here == there ? 0.5 : (m_level - here) / (there - here);
        const double x = m_landscape.left + (column - 1 + (isDown ? 0 : share)) * landscapeCell;
        const double y = (row - 1 + (isDown ? share : 0)) * landscapeCell;
        return {std::clamp<double>(x, m_landscape.left, m_landscape.right),
                std::clamp<double>(y, 0, m_landscape.bottom)};
    }

    const Grid &m_grid;
    const Landscape &m_landscape;
    double m_level;
    std::vector<int> m_next;
};

double areaOf(const std::vector<Point> &ring)
{
    double twice = 0;
    for (std::size_t at = 0; at < ring.size(); ++at) {
        const Point &next = ring[(at + 1) % ring.size()];
        twice += ring[at].x * next.y - next.x * ring[at].y;
    }
    return std::abs(twice) / 2;
}

// Path data through the ring: a quadratic B-spline (control points are the vertices, joints the
// middles between them, so nothing leaves the hull); vertices on the rim of the card stay sharp.
void appendRing(std::string &path, const std::vector<Point> &ring, const Landscape &landscape)
{
    const auto isRim = [&](const Point &point) {
        return point.x >= landscape.right || point.y <= 0 || point.y >= landscape.bottom;
    };
    std::vector<Point> kept;
    for (const Point &point : ring) {
        const bool isFar = kept.empty()
            || std::hypot(point.x - kept.back().x, point.y - kept.back().y) >= 8;
        if (isFar || (isRim(point) && !isRim(kept.back())))
            kept.push_back(point);
        else if (isRim(point))
            kept.back() = point;
    }
    if (kept.size() < 4 || areaOf(kept) < 120)
        return;
    const auto tenth = [](double value) { return std::lround(value * 10); };
    long x = 0;
    long y = 0;
    const auto joint = [&](std::size_t at) {
        const Point &here = kept[at % kept.size()];
        const Point &next = kept[(at + 1) % kept.size()];
        if (isRim(here) || isRim(next))
            return isRim(here) ? here : next;
        return Point{(here.x + next.x) / 2, (here.y + next.y) / 2};
    };
    const Point first = joint(kept.size() - 1);
    x = tenth(first.x);
    y = tenth(first.y);
    path += "M" + std::to_string(x) + " " + std::to_string(y);
    const auto step = [&](const Point &to) {
        const long dx = tenth(to.x) - x;
        const long dy = tenth(to.y) - y;
        path += std::to_string(dx) + (dy < 0 ? "" : " ") + std::to_string(dy);
    };
    for (std::size_t at = 0; at < kept.size(); ++at) {
        const Point end = joint(at);
        path += isRim(kept[at]) ? "l" : "q";
        if (!isRim(kept[at])) {
            step(kept[at]);
            path += tenth(end.x) < x ? "" : " ";
        }
        step(end);
        x = tenth(end.x);
        y = tenth(end.y);
    }
    path += "z";
}

}  // namespace

double chance(std::uint64_t seed, std::uint64_t n)
{
    std::uint64_t mixed = seed + (n + 1) * 0x9E3779B97F4A7C15u;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    mixed ^= mixed >> 31;
    return static_cast<double>(mixed >> 11) / 9007199254740992.0;  // 2^53
}

double heightAt(const Landscape &landscape, double x, double y)
{
    const double sway = 7 + 9 * landscape.ripple;   // long waves: no shore is a perfect circle
    const double fray = 15 * landscape.ripple;      // short ones: only where clarity is missing
    double fx = x + sway * waves(landscape, x, y, 64, 10);
    double fy = y + sway * waves(landscape, x, y, 64, 30);
    if (fray > 0) {
        fx += fray * waves(landscape, x, y, 33, 300);
        fy += fray * waves(landscape, x, y, 33, 330);
    }
    const double width = 52 + 46 * landscape.merging;
    const double power = 4.5 - 3 * landscape.merging;  // p-norm: 1.5 adds hills up, 4.5 keeps them
    double sum = 0;
    for (std::size_t index = 0; index < landscape.hills.size(); ++index)
        sum += std::pow(hillAt(landscape, index, fx, fy, width), power);
    for (const Ridge &ridge : landscape.ridges) {
        const Hill &from = landscape.hills[ridge.from];
        const Hill &to = landscape.hills[ridge.to];
        const double away = distanceToRidge(from, to, fx, fy) / (20 + 16 * landscape.merging);
        sum += std::pow(ridge.height * std::min(from.height, to.height)
                            * std::exp(-away * away / 2), power);
    }
    // a broad shelf under everything, so that lonely islands still share one sea floor
    const double middleX = (landscape.left + 40 + landscape.right) / 2.0;
    const double shelf = std::hypot((fx - middleX) / 250, (fy - landscape.bottom / 2.0) / 260);
    sum += std::pow(0.30 * std::exp(-shelf * shelf / 2), power);
    return std::pow(sum, 1 / power) * smoothStep(landscape.left + 10, landscape.left + 120, x);
}

std::vector<std::string> contours(const Landscape &landscape, const std::stop_token &stop)
{
    const Grid grid = sample(landscape, stop);
    const double highest = *std::ranges::max_element(grid.heights);
    std::vector<std::string> paths;
    for (int level = 0; level < landscape.levels; ++level) {
        if (stop.stop_requested())
            return {};
        const double even = (level + 0.5) / landscape.levels;
        const double angle = 4 * std::numbers::pi * even
            + chance(landscape.seed, 60) * 2 * std::numbers::pi;
        const double bunched = (1 - landscape.evenness) * 0.9;  // below 1, so steps keep their order
        const double share = even + bunched * std::sin(angle) / (4 * std::numbers::pi);
        Tracer tracer(grid, landscape, 0.10 + (highest - 0.12) * share);
        std::string path;
        for (const auto &ring : tracer.rings())
            appendRing(path, ring, landscape);
        paths.push_back(std::move(path));
    }
    return paths;
}

}  // namespace capabilities::canvas
