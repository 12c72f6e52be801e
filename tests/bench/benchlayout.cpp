// The force layout on a graph of 10,000 nodes and 30,000 edges, for P8: makes the graph, lays it out
// and judges any program's places by the same stress. Printed for people and for tests/peers/layout.
//   benchlayout graph communities|mesh FILE
//   benchlayout ours GRAPH PLACES STEPS
//   benchlayout stress GRAPH PLACES
#include "scene/layoutforce.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace {

constexpr std::uint32_t nodes = 10'000, edges = 30'000;
constexpr std::uint64_t seed = 20261122;

std::uint64_t drawn = seed;
std::uint32_t below(std::uint32_t limit)
{
    return static_cast<std::uint32_t>(layout::mix(++drawn) % limit);
}

// Groups of very different size; one new edge in five goes to another group, and in both cases
// rather to a node that has many: what people's links look like.
layout::Graph communities()
{
    layout::Graph graph{nodes, {}};
    std::vector<std::uint32_t> group(nodes), ends;
    std::vector<std::vector<std::uint32_t>> endsOf(100);
    const auto add = [&](std::uint32_t from, std::uint32_t to) {
        graph.edges.push_back({from, to});
        for (const std::uint32_t end : {from, to}) {
            ends.push_back(end);
            endsOf[group[end]].push_back(end);
        }
    };
    for (std::uint32_t i = 0; i < nodes; ++i) {
        group[i] = std::min(below(100), below(100));
        if (i == 0)
            continue;
        const auto &own = endsOf[group[i]];
        add(i, own.empty() ? below(i) : own[below(std::uint32_t(own.size()))]);
    }
    while (graph.edges.size() < edges) {
        const std::uint32_t from = below(nodes);
        const auto &pool = below(5) == 0 ? ends : endsOf[group[from]];
        add(from, pool[below(std::uint32_t(pool.size()))]);
    }
    return graph;
}

// Points in a square, each linked to the nearest not linked yet: a graph that has a picture.
layout::Graph mesh()
{
    constexpr std::uint32_t side = 100;
    layout::Graph graph{nodes, {}};
    for (std::uint32_t i = 0; i < nodes; ++i) {
        if (i % side + 1 < side)
            graph.edges.push_back({i, i + 1});
        if (i + side < nodes)
            graph.edges.push_back({i, i + side});
    }
    while (graph.edges.size() < edges) {
        const std::uint32_t from = below(nodes), column = from % side, row = from / side;
        if (column + 2 < side && row + 2 < side)
            graph.edges.push_back({from, from + 1 + below(2) + side * (1 + below(2))});
    }
    return graph;
}

layout::Graph readGraph(const char *file)
{
    std::ifstream in(file);
    layout::Graph graph;
    in >> graph.count;
    for (layout::Edge edge; in >> edge.from >> edge.to;)
        graph.edges.push_back(edge);
    return graph;
}

int writeGraph(const std::string &kind, const char *file)
{
    const layout::Graph graph = kind == "mesh" ? mesh() : communities();
    std::ofstream out(file);
    out << graph.count << '\n';
    for (const layout::Edge &edge : graph.edges)
        out << edge.from << ' ' << edge.to << '\n';
    return out.good() ? 0 : 1;
}

int layOut(const char *graphFile, const char *placesFile, int steps)
{
    using Clock = std::chrono::steady_clock;
    const layout::Graph graph = readGraph(graphFile);
    layout::ForceSettings settings;
    settings.steps = steps;
    const auto began = Clock::now();
    layout::Force force(graph, settings);
    const auto started = Clock::now();
    while (!force.isSettled())
        force.step();
    const auto ended = Clock::now();
    const auto ms = [](auto from, auto to) {
        return std::chrono::duration<double, std::milli>(to - from).count();
    };
    std::ofstream out(placesFile);
    for (std::size_t i = 0; i < force.places().size(); ++i)
        out << force.places().x[i] << ' ' << force.places().y[i] << '\n';
    std::printf(
        "{\"name\":\"ours\",\"stepMs\":%.4f,\"startMs\":%.2f,\"withStartMs\":%.4f,\"steps\":%d}\n",
        ms(started, ended) / steps, ms(began, started), ms(began, ended) / steps, steps);
    return out.good() ? 0 : 1;
}

int judge(const char *graphFile, const char *placesFile)
{
    const layout::Graph graph = readGraph(graphFile);
    layout::Places places;
    std::ifstream in(placesFile);
    for (float x = 0, y = 0; in >> x >> y;) {
        places.x.push_back(x);
        places.y.push_back(y);
    }
    std::printf("{\"stress\":%.5f,\"nodes\":%u,\"edges\":%zu}\n",
                layout::stress(graph, places, 200, seed), graph.count, graph.edges.size());
    return places.size() == graph.count ? 0 : 1;
}

}  // namespace

int main(int argc, char **argv)
{
    const std::string verb = argc > 1 ? argv[1] : "";
    if (verb == "graph" && argc == 4)
        return writeGraph(argv[2], argv[3]);
    if (verb == "ours" && argc == 5)
        return layOut(argv[2], argv[3], std::max(1, std::atoi(argv[4])));
    if (verb == "stress" && argc == 4)
        return judge(argv[2], argv[3]);
    std::fprintf(stderr,
                 "benchlayout graph KIND FILE | ours GRAPH PLACES STEPS | stress GRAPH PLACES\n");
    return 64;
}
