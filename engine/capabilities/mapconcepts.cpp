// map-concepts: what is this text about, and what belongs to what? Makes `concepts` (the graph with
// an integer layout) and `map` (the same as a picture). The picture has no ground of its own:
// every plate carries its label at a contrast of at least 4.5, lines reach 3 on white and black.
// Thread contract: pure.
#include "capabilities/artefact.h"
#include "capabilities/conceptgraph.h"
#include "capabilities/conceptlayout.h"
#include "capabilities/jsonwriter.h"
#include "text/svg.h"

#include <array>

namespace capabilities {

namespace {

namespace json = boost::json;

struct Tint {
    std::string_view fill, line, ink;
};
constexpr Tint centreTint = {"#4f46e5", "#a5b4fc", "#ffffff"};
// one a branch, so that what hangs together looks alike
constexpr std::array<Tint, 6> branchTints = {{{"#e0e7ff", "#6366f1", "#312e81"},
                                              {"#ccfbf1", "#0d9488", "#134e4a"},
                                              {"#fef3c7", "#b7791f", "#713f12"},
                                              {"#ffe4e6", "#e11d60", "#881337"},
                                              {"#e0f2fe", "#0284c7", "#0c4a6e"},
                                              {"#f3e8ff", "#9333ea", "#581c87"}}};
constexpr std::string_view edgeColour = "#7c8096";

// Branch of each node: which neighbour of the centre leads to it. Loose nodes share the last tint.
std::vector<std::size_t> branches(const ConceptGraph &graph)
{
    constexpr std::size_t none = branchTints.size();
    std::vector<std::size_t> branch(graph.nodes.size(), none);
    std::vector<std::uint32_t> queue;
    std::size_t next = 0;
    for (const ConceptEdge &edge : graph.edges) {
        if (edge.from == 0 && branch[edge.to] == none) {
            branch[edge.to] = next++ % branchTints.size();
            queue.push_back(edge.to);
        }
    }
    for (std::uint32_t loose = 1; loose <= graph.nodes.size(); ++loose) {
        for (std::size_t i = 0; i < queue.size(); ++i) {
            for (const ConceptEdge &edge : graph.edges) {
                const bool isFrom = edge.from == queue[i], isTo = edge.to == queue[i];
                const std::uint32_t other = isFrom ? edge.to : edge.from;
                if ((isFrom || isTo) && other != 0 && branch[other] == none) {
                    branch[other] = branch[queue[i]];
                    queue.push_back(other);
                }
            }
        }
        queue.clear();
        if (loose < graph.nodes.size() && branch[loose] == none) {
            branch[loose] = next++ % branchTints.size();
            queue.push_back(loose);
        }
    }
    return branch;
}

std::string number(std::int64_t value)
{
    return std::to_string(value);
}

std::string picture(const ConceptGraph &graph, const ConceptLayout &layout)
{
    std::string about = "An empty text: no concept to show.";
    if (!graph.nodes.empty()) {
        about = "In the middle " + layout.plates[0].label;
        for (std::size_t i = 1; i < graph.nodes.size(); ++i)
            about += (i == 1 ? "; around it " : ", ") + layout.plates[i].label;
    }
    text::Svg svg(layout.width, layout.height, "Map of concepts", about);
    for (const ConceptEdge &edge : graph.edges) {
        const Plate &a = layout.plates[edge.from], &b = layout.plates[edge.to];
        svg.element("line", {{"x1", number(a.x)},
                             {"y1", number(a.y)},
                             {"x2", number(b.x)},
                             {"y2", number(b.y)},
                             {"stroke", std::string(edgeColour)},
                             {"stroke-width", text::decimal(1 + 2 * edge.weight * edge.weight)}});
    }
    const std::vector<std::size_t> branch = branches(graph);
    for (std::size_t i = 0; i < layout.plates.size(); ++i) {
        const Plate &plate = layout.plates[i];
        const Tint &tint = i == 0 ? centreTint : branchTints[branch[i] % branchTints.size()];
        svg.element("rect", {{"x", number(plate.x - plate.width / 2)},
                             {"y", number(plate.y - plate.height / 2)},
                             {"width", number(plate.width)},
                             {"height", number(plate.height)},
                             {"rx", number(plate.height / 2)},
                             {"fill", std::string(tint.fill)},
                             {"stroke", std::string(tint.line)},
                             {"stroke-width", i == 0 ? "2.5" : "1.5"}});
        const bool isStrong = i == 0 || plate.fontSize >= 15;
        svg.words(
            plate.x, plate.y + plate.fontSize * 0.36, plate.label,
            {double(plate.fontSize), isStrong ? text::Weight::SemiBold : text::Weight::Regular},
            tint.ink, text::Anchor::Middle);
    }
    return svg.take();
}

std::string listing(const ConceptGraph &graph, const ConceptLayout &layout)
{
    JsonWriter out;
    out.beginObject().member("center", graph.nodes.empty() ? -1 : 0).key("edges").beginArray();
    for (const ConceptEdge &edge : graph.edges)
        out.beginObject()
            .member("from", edge.from)
            .member("to", edge.to)
            .member("weight", score(edge.weight))
            .endObject();
    out.endArray().member("height", layout.height).key("nodes").beginArray();
    const double most = graph.nodes.empty() ? 1 : graph.nodes[0].rank;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const Concept &node = graph.nodes[i];
        const Plate &plate = layout.plates[i];
        out.beginObject().member("count", node.count).member("height", plate.height);
        out.member("label", node.label).member("radius", plate.height / 2);
        out.member("stem", node.stem).member("weight", score(node.rank / most));
        out.member("width", plate.width).member("x", plate.x).member("y", plate.y).endObject();
    }
    return out.endArray().member("width", layout.width).endObject().take();
}

Result run(const Run &run)
{
    bool hasText = false;
    const std::string_view text = run.input("text", &hasText);
    if (!hasText)
        return Result::refuse("mapconcepts.noInput");
    const auto document = text::analyse(text, run.stop);
    if (!document)
        return stopped();
    const auto keywords = objectInput(run, "keywords");
    const ConceptGraph graph = conceptGraph(*document, keywords ? &*keywords : nullptr);
    if (run.stop.stop_requested())
        return stopped();
    const ConceptLayout layout = conceptLayout(graph, run.seed);
    Result result;
    result.outputs.push_back({"concepts", "application/json", listing(graph, layout)});
    result.outputs.push_back({"map", "image/svg+xml", picture(graph, layout)});
    result.figures["concepts"] = static_cast<std::int64_t>(graph.nodes.size());
    result.figures["edges"] = static_cast<std::int64_t>(graph.edges.size());
    return result;
}

}  // namespace

extern const Capability mapConcepts;
const Capability mapConcepts = {
    .name = "map-concepts",
    .version = "1.0.0",
    .source = "Church and Hanks 1990 (PMI); Brin and Page 1998; Fruchterman and Reingold 1991",
    .run = run,
};

}  // namespace capabilities
