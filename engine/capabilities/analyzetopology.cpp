// analyze-topology: where a network is weak, what hangs together, and which way is best. `graph` =
// {"nodes": [{"id"}], "links": [{"from", "to", "weight"?: cost of passing}]}, links go both ways.
// Bridges, articulation points, betweenness (by cost; of all pairs, and as a share of the most that
// is possible), the cheapest way from params.from to params.to, algebraic connectivity up to 400
// nodes (else absent), all by weakpoints.h; clusters by Louvain (louvain.h) over the links.
// Costs, betweenness and connectivity in millionths, shares 0..10000. Thread contract: pure.
#include "capabilities/namedgraph.h"
#include "capabilities/weakpoints.h"
#include "text/escape.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t nodesMax = 1000, linksMax = 10'000, spectrumMax = 400;

struct Analysis {
    const NamedGraph &graph;
    Undirected links;
    WeakPoints weak;
    std::vector<double> between;

    std::string shown(std::uint32_t node) const { return text::cleanLine(graph.ids[node], 200); }
};

// The most used first.
json::array relays(const Analysis &analysis)
{
    std::vector<std::uint32_t> order(analysis.graph.ids.size());
    std::iota(order.begin(), order.end(), 0);
    const auto size = double(order.size());
    const double most = (size - 1) * (size - 2) / 2;
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        const auto left = toMicro(analysis.between[a]), right = toMicro(analysis.between[b]);
        return left != right ? left > right : analysis.graph.ids[a] < analysis.graph.ids[b];
    });
    json::array out;
    for (const std::uint32_t node : order)
        out.push_back(json::object{{"betweenness", toMicro(analysis.between[node])},
                                   {"degree", analysis.links[node].size()},
                                   {"id", analysis.shown(node)},
                                   {"isArticulation", bool(analysis.weak.isArticulation[node])},
                                   {"part", analysis.weak.part[node]},
                                   {"share", most > 0 ? score(analysis.between[node] / most) : 0}});
    return out;
}

json::array names(const Analysis &analysis, const std::vector<std::uint32_t> &nodes)
{
    json::array out;
    for (const std::uint32_t node : nodes)
        out.emplace_back(analysis.shown(node));
    return out;
}

json::object weaknesses(const Analysis &analysis)
{
    json::array bridges, articulations;
    for (const auto &[from, to] : analysis.weak.bridges)
        bridges.push_back(json::object{{"from", analysis.shown(from)}, {"to", analysis.shown(to)}});
    for (std::uint32_t node = 0; node < analysis.graph.ids.size(); ++node)
        if (analysis.weak.isArticulation[node])
            articulations.emplace_back(analysis.shown(node));
    return {{"articulationPoints", std::move(articulations)}, {"bridges", std::move(bridges)}};
}

json::object clustersOf(const Analysis &analysis, const std::stop_token &stop)
{
    std::vector<Link> links;
    for (std::uint32_t node = 0; node < analysis.links.size(); ++node)
        for (const Neighbour &neighbour : analysis.links[node])
            if (node < neighbour.node)
                links.push_back({node, neighbour.node, 1});
    const Communities found = louvain(analysis.links.size(), links, stop);
    std::vector<std::vector<std::uint32_t>> members(found.count);
    for (std::uint32_t node = 0; node < found.of.size(); ++node)
        members[found.of[node]].push_back(node);
    json::array out;
    for (const auto &cluster : members)
        out.push_back(names(analysis, cluster));
    return {{"clusters", std::move(out)}, {"modularity", std::llround(found.modularity * 10000)}};
}

json::object wayOf(const Analysis &analysis, std::uint32_t from, std::uint32_t to)
{
    const Way way = cheapestWay(analysis.links, from, to);
    return {{"cost", way.nodes.empty() ? -1 : toMicro(way.cost)},
            {"nodes", names(analysis, way.nodes)}};
}

Result written(const Analysis &analysis, json::object out, std::optional<double> connectivity)
{
    for (const auto &member : weaknesses(analysis))
        out[member.key()] = member.value();
    if (connectivity)
        out["algebraicConnectivity"] = toMicro(*connectivity);
    out["parts"] = analysis.weak.parts;
    out["relays"] = relays(analysis);
    out["scale"] = micro;
    Result result;
    result.figures["bridges"] = std::int64_t(analysis.weak.bridges.size());
    result.figures["articulationPoints"] =
        std::int64_t(std::ranges::count(analysis.weak.isArticulation, true));
    result.figures["parts"] = std::int64_t(analysis.weak.parts);
    result.outputs.push_back(jsonArtefact("topology", out));
    return result;
}

Result run(const Run &run)
{
    Reader in(run);
    const NamedGraph graph = readGraph(in, "graph", nodesMax, linksMax);
    const std::string from = in.wordOr(run.params, "from", {}),
                      to = in.wordOr(run.params, "to", {});
    for (const std::string &end : {from, to})
        if (!end.empty() && !graph.numbers.contains(end))
            in.bad("from and to", end);
    if (from.empty() != to.empty())
        in.missing(from.empty() ? "from" : "to");
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    Analysis analysis{graph, undirected(graph.ids.size(), graph.links), {}, {}};
    analysis.weak = weakPoints(analysis.links);
    analysis.between = betweenness(analysis.links, run.stop);
    std::optional<double> connectivity;
    if (graph.ids.size() <= spectrumMax)
        connectivity = algebraicConnectivity(analysis.links, run.stop);
    json::object out = clustersOf(analysis, run.stop);
    if (!from.empty())
        out["way"] = wayOf(analysis, graph.numbers.at(from), graph.numbers.at(to));
    if (run.stop.stop_requested())
        return stopped();
    return written(analysis, std::move(out), connectivity);
}

}  // namespace

extern const Capability analyzeTopology;
const Capability analyzeTopology = {
    .name = "analyze-topology",
    .version = "1.0.0",
    .source = "Dijkstra 1959; Tarjan 1972; Brandes 2001; Fiedler 1973; Blondel et al. 2008",
    .outputBytesMax = 4u << 20,
    .run = run,
};

}  // namespace capabilities
