#include "capabilities/conceptlayout.h"

#include "capabilities/twodoubles.h"
#include "text/svg.h"

#include <algorithm>
#include <cmath>

namespace capabilities {

namespace {

constexpr int rounds = 60;
constexpr double widening = 1.7;  // labels are wide, screens too
constexpr std::int32_t margin = 24;

struct Point {
    double x = 0, y = 0;
};

// A sunflower spiral: the golden angle by repeated rotation, no trigonometry needed.
std::vector<Point> spiral(std::size_t count, std::uint64_t seed)
{
    constexpr double cosine = -0.73736887807831985, sine = 0.67549029426152363;
    double x = 1, y = 0;
    for (std::uint64_t turn = 0; turn < seed % 12; ++turn) {
        const double turned = x * cosine - y * sine;
        y = x * sine + y * cosine;
        x = turned;
    }
    std::vector<Point> points(count);
    for (std::size_t i = 1; i < count; ++i) {
        const double radius = 70 * std::sqrt(double(i));
        points[i] = {x * radius, y * radius};
        const double turned = x * cosine - y * sine;
        y = x * sine + y * cosine;
        x = turned;
    }
    return points;
}

void relax(std::vector<Point> &points, const ConceptGraph &graph)
{
    constexpr double ideal = 105;
    std::vector<Point> force(points.size());
    for (int round = 0; round < rounds; ++round) {
        const double step = 24.0 * (rounds - round) / rounds;
        std::fill(force.begin(), force.end(), Point());
        for (std::size_t a = 0; a < points.size(); ++a) {
            Point sum = force[a];
            const auto give = [&](std::size_t b, double x, double y) {
                sum.x += x, sum.y += y;
                force[b].x -= x, force[b].y -= y;
            };
            std::size_t b = a + 1;
            for (; b + 1 < points.size(); b += 2) {  // two with one division
                const Point &one = points[b], &two = points[b + 1];
                const TwoDoubles dx = points[a].x - TwoDoubles{one.x, two.x};
                const TwoDoubles dy = points[a].y - TwoDoubles{one.y, two.y};
                const TwoDoubles push = ideal * ideal / (dx * dx + dy * dy + 25.0);
                const TwoDoubles x = dx * push, y = dy * push;
                give(b, x[0], y[0]);
                give(b + 1, x[1], y[1]);
            }
            if (b < points.size()) {
                const double dx = points[a].x - points[b].x, dy = points[a].y - points[b].y;
                const double push = ideal * ideal / (dx * dx + dy * dy + 25);
                give(b, dx * push, dy * push);
            }
            force[a] = sum;
        }
        for (const ConceptEdge &edge : graph.edges) {
            Point &a = points[edge.from], &b = points[edge.to];
            const double dx = b.x - a.x, dy = b.y - a.y;
            const double pull = std::sqrt(dx * dx + dy * dy) / ideal * (0.4 + 0.6 * edge.weight);
            force[edge.from].x += dx * pull, force[edge.from].y += dy * pull;
            force[edge.to].x -= dx * pull, force[edge.to].y -= dy * pull;
        }
        for (std::size_t i = 1; i < points.size(); ++i) {  // the centre stays where it is
            const double fx = force[i].x - 0.30 * points[i].x, fy = force[i].y - 0.30 * points[i].y;
            const double length = std::sqrt(fx * fx + fy * fy);
            const double move = length > step ? step / length : 1;
            points[i].x += fx * move;
            points[i].y += fy * move;
        }
    }
}

bool touch(const Plate &a, const Plate &b)
{
    return 2 * std::abs(a.x - b.x) < a.width + b.width + 2 * plateGap
           && 2 * std::abs(a.y - b.y) < a.height + b.height + 2 * plateGap;
}

// Pushes overlapping pairs apart along the shorter way.
void separate(std::vector<Plate> &plates)
{
    for (int round = 0; round < 80; ++round) {
        bool isClear = true;
        for (std::size_t a = 0; a < plates.size(); ++a) {
            for (std::size_t b = a + 1; b < plates.size(); ++b) {
                if (!touch(plates[a], plates[b]))
                    continue;
                isClear = false;
                Plate &one = plates[a], &two = plates[b];
                const std::int32_t dx = two.x - one.x, dy = two.y - one.y;
                const std::int32_t overX =
                    (one.width + two.width) / 2 + plateGap + 1 - std::abs(dx);
                const std::int32_t overY =
                    (one.height + two.height) / 2 + plateGap + 1 - std::abs(dy);
                const std::int32_t shareOne = a == 0 ? 0 : 1;  // the centre does not give way
                const std::int32_t parts = 1 + shareOne;
                if (overX < 2 * overY) {
                    const std::int32_t move = (overX + parts - 1) / parts * (dx < 0 ? -1 : 1);
                    one.x -= move * shareOne;
                    two.x += move;
                } else {
                    const std::int32_t move = (overY + parts - 1) / parts * (dy < 0 ? -1 : 1);
                    one.y -= move * shareOne;
                    two.y += move;
                }
            }
        }
        if (isClear)
            return;
    }
}

// What is still in the way moves to the nearest free place on rings around its own.
void settle(std::vector<Plate> &plates)
{
    for (std::size_t i = 1; i < plates.size(); ++i) {
        const Plate wanted = plates[i];
        const auto isFree = [&] {
            return std::none_of(plates.begin(), plates.begin() + static_cast<std::ptrdiff_t>(i),
                                [&](const Plate &other) { return touch(other, plates[i]); });
        };
        for (std::int32_t ring = 1; !isFree(); ++ring) {
            static constexpr int directions[8][2] = {{0, 1}, {1, 0},  {0, -1}, {-1, 0},
                                                     {1, 1}, {-1, 1}, {1, -1}, {-1, -1}};
            for (const auto &direction : directions) {
                plates[i].x = wanted.x + direction[0] * ring * 16;
                plates[i].y = wanted.y + direction[1] * ring * 10;
                if (isFree())
                    break;
            }
        }
    }
}

Plate plateFor(const Concept &node, double share, bool isCentre)
{
    Plate plate;
    plate.fontSize = isCentre ? 22 : 12 + static_cast<std::int32_t>(std::lround(5 * share));
    const text::Face face{double(plate.fontSize), isCentre || share > 0.55 ? text::Weight::SemiBold
                                                                           : text::Weight::Regular};
    plate.label = text::elide(node.label, isCentre ? 300 : 210, face);
    const std::int32_t side = isCentre ? 20 : plate.fontSize * 4 / 5;
    plate.width = static_cast<std::int32_t>(std::ceil(text::measure(plate.label, face))) + 2 * side;
    plate.height = plate.fontSize + (isCentre ? 24 : plate.fontSize);
    return plate;
}

}  // namespace

ConceptLayout conceptLayout(const ConceptGraph &graph, std::uint64_t seed)
{
    ConceptLayout out;
    if (graph.nodes.empty()) {
        out.width = out.height = 2 * margin;
        return out;
    }
    std::vector<Point> points = spiral(graph.nodes.size(), seed);
    relax(points, graph);
    const double most = graph.nodes.size() > 1 ? graph.nodes[1].rank : 1;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        Plate plate = plateFor(graph.nodes[i], std::sqrt(graph.nodes[i].rank / most), i == 0);
        plate.x = static_cast<std::int32_t>(std::lround(points[i].x * widening));
        plate.y = static_cast<std::int32_t>(std::lround(points[i].y));
        out.plates.push_back(std::move(plate));
    }
    separate(out.plates);
    settle(out.plates);
    std::int32_t left = 0, top = 0, right = 0, bottom = 0;
    for (const Plate &plate : out.plates) {
        left = std::min(left, plate.x - plate.width / 2);
        right = std::max(right, plate.x + (plate.width + 1) / 2);
        top = std::min(top, plate.y - plate.height / 2);
        bottom = std::max(bottom, plate.y + (plate.height + 1) / 2);
    }
    for (Plate &plate : out.plates) {
        plate.x += margin - left;
        plate.y += margin - top;
    }
    out.width = right - left + 2 * margin;
    out.height = bottom - top + 2 * margin;
    return out;
}

}  // namespace capabilities
