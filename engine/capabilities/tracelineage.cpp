// trace-lineage: what an item was made from and what was made from it. `graph` = {"nodes": [{"id"}],
// "links": [{"from", "to"}]}, a link leading from what was there to what came of it. Walked breadth
// first, at most params.depth links far (0: all); a cycle anywhere is refused with its items.
// `item`, and `other` (of the dream or params) for their lowest common ancestors: those of whom no child is a
// common ancestor too (Bender et al. 2005; an item counts as its own ancestor, as in NetworkX).
// The family is drawn in layers (layers.h): x and y in px, 120 apart in a layer, 100 between.
// Links of the drawing name their ends by place in `nodes`. Thread contract: pure.
#include "capabilities/layers.h"
#include "capabilities/namedgraph.h"
#include "text/escape.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t nodesMax = 5000, linksMax = 20'000, bendsMax = 20'000;
constexpr std::int64_t stepX = 120, stepY = 100;

struct Family {
    Directed down, up;
};

Family familyOf(const NamedGraph &graph)
{
    Family family{Directed(graph.ids.size()), Directed(graph.ids.size())};
    for (const Link &link : graph.links) {
        auto &to = family.down[link.from];
        if (std::ranges::find(to, link.to) != to.end())
            continue;
        to.push_back(link.to);
        family.up[link.to].push_back(link.from);
    }
    return family;
}

// Links to each node, -1 where no way leads within the depth.
std::vector<std::int64_t> distances(const Directed &graph, std::uint32_t from, std::int64_t depth)
{
    std::vector<std::int64_t> far(graph.size(), -1);
    std::vector<std::uint32_t> queue{from};
    far[from] = 0;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        for (const std::uint32_t to : graph[queue[i]]) {
            if (far[to] >= 0 || (depth > 0 && far[queue[i]] == depth))
                continue;
            far[to] = far[queue[i]] + 1;
            queue.push_back(to);
        }
    }
    return far;
}

std::string shown(const NamedGraph &graph, std::uint32_t node)
{
    return text::cleanLine(graph.ids[node], 200);
}

// Nearest first, then by name.
json::array kin(const NamedGraph &graph, const std::vector<std::int64_t> &far)
{
    std::vector<std::pair<std::int64_t, std::string>> order;
    for (std::uint32_t node = 0; node < far.size(); ++node)
        if (far[node] > 0)
            order.emplace_back(far[node], shown(graph, node));
    std::ranges::sort(order);
    json::array out;
    for (const auto &[distance, id] : order)
        out.push_back(json::object{{"distance", distance}, {"id", id}});
    return out;
}

json::array commonAncestors(const NamedGraph &graph, const Family &family, std::uint32_t item,
                            std::uint32_t other)
{
    const auto left = distances(family.up, item, 0), right = distances(family.up, other, 0);
    const auto isCommon = [&](std::uint32_t node) { return left[node] >= 0 && right[node] >= 0; };
    std::vector<std::string> lowest;
    for (std::uint32_t node = 0; node < graph.ids.size(); ++node)
        if (isCommon(node) && std::ranges::none_of(family.down[node], isCommon))
            lowest.push_back(shown(graph, node));
    std::ranges::sort(lowest);
    return json::array(lowest.begin(), lowest.end());
}

json::object drawn(const NamedGraph &graph, const Family &family,
                   const std::vector<std::uint32_t> &members, const std::stop_token &stop)
{
    std::map<std::uint32_t, std::uint32_t> places;
    for (std::uint32_t i = 0; i < members.size(); ++i)
        places[members[i]] = i;
    Directed part(members.size());
    for (std::uint32_t i = 0; i < members.size(); ++i)
        for (const std::uint32_t to : family.down[members[i]])
            if (const auto place = places.find(to); place != places.end())
                part[i].push_back(place->second);
    const auto layering = layered(part, bendsMax, stop);
    if (!layering)
        return {{"drawn", false}};
    const auto at = [&](LayerPlace place) {
        const auto width = std::int64_t(layering->widths[place.layer]);
        return json::object{{"x", (2 * std::int64_t(place.order) - width + 1) * stepX / 2},
                            {"y", std::int64_t(place.layer) * stepY}};
    };
    json::array nodes, links;
    for (std::uint32_t i = 0; i < members.size(); ++i) {
        json::object node = at(layering->places[i]);
        node["id"] = shown(graph, members[i]);
        node["layer"] = layering->places[i].layer;
        nodes.emplace_back(std::move(node));
        for (std::size_t link = 0; link < part[i].size(); ++link) {
            json::array bends;
            for (const LayerPlace place : layering->bends[i][link])
                bends.push_back(at(place));
            links.push_back(
                json::object{{"bends", std::move(bends)}, {"from", i}, {"to", part[i][link]}});
        }
    }
    return {{"crossings", layering->crossings},
            {"drawn", true},
            {"layers", layering->widths.size()},
            {"links", std::move(links)},
            {"nodes", std::move(nodes)}};
}

Result run(const Run &run)
{
    Reader in(run);
    const NamedGraph graph = readGraph(in, "graph", nodesMax, linksMax);
    const std::int64_t depth = in.integer(run.params, "depth", 0, 1'000'000, 0);
    const auto numberOf = [&](const char *name, const std::string &id) {
        const auto place = graph.numbers.find(id);
        if (place == graph.numbers.end())
            in.bad(name, id);
        return place == graph.numbers.end() ? 0 : place->second;
    };
    const json::object told = in.told({"item", "other"});
    const std::uint32_t item = numberOf("item", in.word(told, "item"));
    const std::string otherId = in.wordOr(told, "other", {});
    const std::uint32_t other = otherId.empty() ? item : numberOf("other", otherId);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    const Family family = familyOf(graph);
    if (const auto cycles = cyclesOf(family.down); !cycles.empty()) {
        std::string names;
        for (const std::uint32_t node : cycles.front())
            names += shown(graph, node) + " > ";
        return Result::refuse(
            "tracelineage.cycle",
            {{"items", text::cleanLine(names + shown(graph, cycles.front().front()), 300)}});
    }
    const auto above = distances(family.up, item, depth),
               below = distances(family.down, item, depth);
    std::vector<std::uint32_t> members;
    for (std::uint32_t node = 0; node < graph.ids.size(); ++node)
        if (above[node] >= 0 || below[node] >= 0)
            members.push_back(node);
    json::array ancestors = kin(graph, above), descendants = kin(graph, below);
    Result result;
    result.figures["ancestors"] = std::int64_t(ancestors.size());
    result.figures["descendants"] = std::int64_t(descendants.size());
    json::object out{{"ancestors", std::move(ancestors)},
                     {"descendants", std::move(descendants)},
                     {"drawing", drawn(graph, family, members, run.stop)},
                     {"item", shown(graph, item)}};
    if (!otherId.empty())
        out["commonAncestors"] = commonAncestors(graph, family, item, other);
    if (run.stop.stop_requested())
        return stopped();
    result.outputs.push_back(jsonArtefact("lineage", out));
    return result;
}

}  // namespace

extern const Capability traceLineage;
const Capability traceLineage = {
    .name = "trace-lineage",
    .version = "1.0.0",
    .source = "Tarjan 1972; Bender et al. 2005; Sugiyama, Tagawa and Toda 1981",
    .outputBytesMax = 8u << 20,
    .run = run,
};

}  // namespace capabilities
