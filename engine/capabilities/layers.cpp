#include "capabilities/layers.h"

#include <numeric>

namespace capabilities {

namespace {

constexpr int roundsMax = 24, patienceMax = 4;

// The longest way to each node from any without a way to it; empty if there is a cycle.
std::vector<std::uint32_t> longestPaths(const Directed &graph)
{
    std::vector<std::uint32_t> layer(graph.size(), 0), waiting(graph.size(), 0), queue;
    for (const auto &links : graph)
        for (const std::uint32_t to : links)
            ++waiting[to];
    for (std::uint32_t node = 0; node < graph.size(); ++node)
        if (waiting[node] == 0)
            queue.push_back(node);
    for (std::size_t i = 0; i < queue.size(); ++i) {
        for (const std::uint32_t to : graph[queue[i]]) {
            layer[to] = std::max(layer[to], layer[queue[i]] + 1);
            if (--waiting[to] == 0)
                queue.push_back(to);
        }
    }
    return queue.size() == graph.size() ? layer : std::vector<std::uint32_t>();
}

struct Drawing {
    std::vector<std::uint32_t> layer;  // of nodes, then of bends
    Directed down, up;                 // between neighbouring layers only
    Directed rows;
    std::vector<std::uint32_t> place;

    void settle(const std::vector<std::uint32_t> &row)
    {
        for (std::uint32_t i = 0; i < row.size(); ++i)
            place[row[i]] = i;
    }
    void link(std::uint32_t from, std::uint32_t to)
    {
        down[from].push_back(to);
        up[to].push_back(from);
    }
};

std::int64_t crossingsBelow(const Drawing &drawing, const std::vector<std::uint32_t> &row,
                            std::size_t below)
{
    std::vector<std::int64_t> tree(below + 1);  // Fenwick: links so far, by their lower end
    std::int64_t crossings = 0, seen = 0;
    for (const std::uint32_t node : row) {
        std::vector<std::uint32_t> ends;
        for (const std::uint32_t to : drawing.down[node])
            ends.push_back(drawing.place[to]);
        std::sort(ends.begin(), ends.end());
        for (const std::uint32_t end : ends) {
            std::int64_t notBeyond = 0;
            for (std::size_t i = end + 1; i > 0; i -= i & (0 - i))
                notBeyond += tree[i];
            crossings += seen - notBeyond;
        }
        for (const std::uint32_t end : ends) {
            ++seen;
            for (std::size_t i = end + 1; i <= below; i += i & (0 - i))
                ++tree[i];
        }
    }
    return crossings;
}

std::int64_t crossingsOf(const Drawing &drawing)
{
    std::int64_t sum = 0;
    for (std::size_t layer = 0; layer + 1 < drawing.rows.size(); ++layer)
        sum += crossingsBelow(drawing, drawing.rows[layer], drawing.rows[layer + 1].size());
    return sum;
}

void sweep(Drawing &drawing, bool isDown)
{
    const Directed &near = isDown ? drawing.up : drawing.down;
    std::vector<double> centre(drawing.layer.size());
    for (std::size_t step = 1; step < drawing.rows.size(); ++step) {
        auto &row = drawing.rows[isDown ? step : drawing.rows.size() - 1 - step];
        for (const std::uint32_t node : row) {
            double sum = 0;
            for (const std::uint32_t neighbour : near[node])
                sum += drawing.place[neighbour];
            centre[node] =
                near[node].empty() ? drawing.place[node] : sum / double(near[node].size());
        }
        std::stable_sort(row.begin(), row.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return centre[a] < centre[b]; });
        drawing.settle(row);
    }
}

// Breaks every link into steps of one layer; `bends` gets the places between, per node and link.
bool addBends(Drawing &drawing, const Directed &graph, std::size_t bendsMax,
              std::vector<Directed> &bends)
{
    for (std::uint32_t from = 0; from < graph.size(); ++from) {
        for (const std::uint32_t to : graph[from]) {
            auto &way = bends[from].emplace_back();
            std::uint32_t last = from;
            for (std::uint32_t at = drawing.layer[from] + 1; at < drawing.layer[to]; ++at) {
                const auto bend = std::uint32_t(drawing.layer.size());
                if (bend - graph.size() >= bendsMax)
                    return false;
                drawing.layer.push_back(at);
                drawing.down.emplace_back();
                drawing.up.emplace_back();
                drawing.link(last, bend);
                way.push_back(bend);
                last = bend;
            }
            drawing.link(last, to);
        }
    }
    return true;
}

}  // namespace

std::optional<Layering> layered(const Directed &graph, std::size_t bendsMax,
                                const std::stop_token &stop)
{
    Drawing drawing{longestPaths(graph), Directed(graph.size()), Directed(graph.size()), {}, {}};
    if (drawing.layer.size() != graph.size())
        return std::nullopt;
    std::vector<Directed> bends(graph.size());
    if (!addBends(drawing, graph, bendsMax, bends))
        return std::nullopt;
    drawing.place.resize(drawing.layer.size());
    for (std::uint32_t node = 0; node < drawing.layer.size(); ++node) {
        drawing.rows.resize(std::max<std::size_t>(drawing.rows.size(), drawing.layer[node] + 1));
        drawing.rows[drawing.layer[node]].push_back(node);
    }
    for (const auto &row : drawing.rows)
        drawing.settle(row);
    Layering out;
    out.crossings = crossingsOf(drawing);
    std::vector<std::uint32_t> best = drawing.place;
    for (int round = 0, idle = 0; round < roundsMax && idle < patienceMax && out.crossings > 0;
         ++round, ++idle) {
        if (stop.stop_requested())
            return std::nullopt;
        sweep(drawing, round % 2 == 0);
        if (const std::int64_t crossings = crossingsOf(drawing); crossings < out.crossings) {
            out.crossings = crossings;
            best = drawing.place;
            idle = 0;
        }
    }
    const auto placeOf = [&](std::uint32_t node) {
        return LayerPlace{drawing.layer[node], best[node]};
    };
    for (std::uint32_t node = 0; node < graph.size(); ++node) {
        out.places.push_back(placeOf(node));
        auto &ways = out.bends.emplace_back();
        for (const auto &way : bends[node]) {
            auto &places = ways.emplace_back();
            for (const std::uint32_t bend : way)
                places.push_back(placeOf(bend));
        }
    }
    for (const auto &row : drawing.rows)
        out.widths.push_back(row.size());
    return out;
}

}  // namespace capabilities
