#include "capabilities/namedgraph.h"

namespace capabilities {

namespace json = boost::json;

NamedGraph readGraph(Reader &in, std::string_view name, std::size_t nodesMax, std::size_t linksMax)
{
    NamedGraph graph;
    const json::object &given = in.object(name);
    const json::array &nodes = arrayOf(given, "nodes"), &links = arrayOf(given, "links");
    if (nodes.empty())
        in.missing("nodes");
    if (nodes.size() > nodesMax)
        in.tooMany("nodes", nodesMax);
    if (links.size() > linksMax)
        in.tooMany("links", linksMax);
    for (const json::value &entry : nodes) {
        if (in.isBad())
            return {};
        std::string id = in.word(in.entry(entry, "nodes"), "id");
        if (graph.numbers.try_emplace(id, std::uint32_t(graph.ids.size())).second)
            graph.ids.push_back(std::move(id));
    }
    for (const json::value &entry : links) {
        const json::object &link = in.entry(entry, "links");
        const auto from = graph.numbers.find(in.word(link, "from")),
                   to = graph.numbers.find(in.word(link, "to"));
        const double weight = in.number(link, "weight", 1e-6, 1e6, 1);
        if (from == graph.numbers.end() || to == graph.numbers.end())
            in.bad("links", "a node nobody named");
        if (in.isBad())
            return {};
        graph.links.push_back({from->second, to->second, weight});
    }
    return graph;
}

}  // namespace capabilities
