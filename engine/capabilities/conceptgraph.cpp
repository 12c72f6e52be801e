#include "capabilities/conceptgraph.h"

#include "capabilities/artefact.h"
#include "capabilities/pagerank.h"
#include "text/escape.h"
#include "text/wordset.h"

#include <algorithm>
#include <cmath>

namespace capabilities {

namespace {

namespace json = boost::json;
using text::Document;

constexpr std::size_t phrasesMax = 20;    // taken from the keywords; the rest are stems
constexpr std::size_t windowsMax = 4000;  // sentences looked at
constexpr std::size_t edgesPerNode = 3;
constexpr std::size_t labelMax = 28;  // code points
constexpr double precision = 1e-6;    // of ranks shown as ten thousandths

std::vector<std::string_view> split(std::string_view phrase)
{
    std::vector<std::string_view> out;
    while (!phrase.empty()) {
        const std::size_t end = std::min(phrase.find(' '), phrase.size());
        if (end > 0)
            out.push_back(phrase.substr(0, end));
        phrase.remove_prefix(std::min(end + 1, phrase.size()));
    }
    return out;
}

text::WordMap<std::uint32_t> stemNumbers(const Document &document)
{
    text::WordMap<std::uint32_t> numbers(document.stems().size());
    for (std::uint32_t stem = 0; stem < document.stems().size(); ++stem)
        numbers[document.stemText(stem)] = stem;
    return numbers;
}

std::vector<Concept> fromKeywords(const Document &document, const json::object *keywords)
{
    std::vector<Concept> out;
    if (!keywords)
        return out;
    const auto numbers = stemNumbers(document);
    for (const json::value &entry : arrayOf(*keywords, "keywords")) {
        const json::object *keyword = entry.if_object();
        if (!keyword || out.size() == phrasesMax)
            continue;
        Concept node;
        node.label = text::cleanLine(textOf(*keyword, "phrase"), labelMax);
        node.stem = textOf(*keyword, "stem");
        node.weight =
            static_cast<double>(std::clamp<std::int64_t>(integerOf(*keyword, "weight"), 0, 10000))
            / 10000;
        bool isKnown = !node.label.empty();
        for (const std::string_view part : split(node.stem)) {
            const std::uint32_t *number = numbers.find(part);
            isKnown &= number != nullptr;
            if (number)
                node.stems.push_back(*number);
        }
        if (isKnown && !node.stems.empty() && node.stems.size() <= 6)
            out.push_back(std::move(node));
    }
    return out;
}

// The stems said most often that no phrase speaks for yet.
void addFrequentStems(const Document &document, std::vector<Concept> &nodes)
{
    std::vector<bool> isTaken(document.stems().size());
    for (const Concept &node : nodes) {
        for (const std::uint32_t stem : node.stems)
            isTaken[stem] = true;
    }
    std::vector<std::uint32_t> stems;
    for (std::uint32_t stem = 0; stem < document.stems().size(); ++stem) {
        const text::Stem &candidate = document.stems()[stem];
        const bool isWord = document.stemText(stem).size() >= 3;
        if (!candidate.isStopWord && !isTaken[stem] && isWord && candidate.count >= 2)
            stems.push_back(stem);
    }
    std::stable_sort(stems.begin(), stems.end(), [&](std::uint32_t a, std::uint32_t b) {
        return document.stems()[a].count > document.stems()[b].count;
    });
    std::uint32_t countMost = 1;
    for (const text::Stem &stem : document.stems())
        countMost = stem.isStopWord ? countMost : std::max(countMost, stem.count);
    for (const std::uint32_t stem : stems) {
        if (nodes.size() == ConceptGraph::nodesMax)
            break;
        Concept node;
        node.stem = document.stemText(stem);
        node.stems = {stem};
        node.weight = 0.3 * document.stems()[stem].count / countMost;
        nodes.push_back(std::move(node));
    }
}

// Walks the tokens once and notes where each concept stands; a word inside a phrase counts for
// the phrase alone.
void locate(const Document &document, std::vector<Concept> &nodes)
{
    constexpr std::uint32_t none = 0xffffffffu;
    std::vector<std::uint32_t> first(document.stems().size(),
                                     none);  // chain of nodes by first stem
    std::vector<std::uint32_t> next(nodes.size(), none);
    std::vector<std::uint32_t> order(nodes.size());
    for (std::uint32_t i = 0; i < nodes.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return nodes[a].stems.size() < nodes[b].stems.size();
    });
    for (const std::uint32_t node : order) {  // the longest phrase ends up first in its chain
        next[node] = first[nodes[node].stems.front()];
        first[nodes[node].stems.front()] = node;
    }
    const auto sentences =
        document.sentences().first(std::min(document.sentences().size(), windowsMax));
    for (std::uint32_t window = 0; window < sentences.size(); ++window) {
        const auto tokens = document.tokensOf(sentences[window]);
        for (std::size_t i = 0; i < tokens.size();) {
            std::size_t step = 1;
            for (std::uint32_t node = first[tokens[i].stem]; node != none; node = next[node]) {
                Concept &entry = nodes[node];
                bool isHere = i + entry.stems.size() <= tokens.size();
                for (std::size_t k = 1; isHere && k < entry.stems.size(); ++k)
                    isHere = tokens[i + k].stem == entry.stems[k];
                if (!isHere)
                    continue;
                if (entry.label.empty())
                    entry.label = text::cleanLine(document.slice(tokens[i].start, tokens[i].length),
                                                  labelMax);
                ++entry.count;
                if (entry.windows.empty() || entry.windows.back() != window)
                    entry.windows.push_back(window);
                step = entry.stems.size();
                break;
            }
            i += step;
        }
    }
}

std::size_t overlap(const std::vector<std::uint32_t> &a, const std::vector<std::uint32_t> &b)
{
    std::size_t count = 0, i = 0, k = 0;
    while (i < a.size() && k < b.size()) {
        if (a[i] == b[k])
            ++count, ++i, ++k;
        else if (a[i] < b[k])
            ++i;
        else
            ++k;
    }
    return count;
}

std::vector<ConceptEdge> allEdges(const std::vector<Concept> &nodes, std::size_t windows)
{
    std::vector<ConceptEdge> edges;
    for (std::uint32_t a = 0; a < nodes.size(); ++a) {
        for (std::uint32_t b = a + 1; b < nodes.size(); ++b) {
            const std::size_t both = overlap(nodes[a].windows, nodes[b].windows);
            if (both == 0)
                continue;
            edges.push_back(
                {a, b, static_cast<std::uint32_t>(both),
                 pmiWeight(nodes[a].windows.size(), nodes[b].windows.size(), both, windows)});
        }
    }
    return edges;
}

// Keeps what a reader can take in: a spanning forest of the strongest bonds, and each node's best.
std::vector<ConceptEdge> thinned(std::vector<ConceptEdge> edges, const std::vector<Concept> &nodes)
{
    const auto strength = [&](const ConceptEdge &edge) {
        return edge.weight * std::sqrt(double(edge.together))
               * (nodes[edge.from].rank + nodes[edge.to].rank);
    };
    std::stable_sort(edges.begin(), edges.end(), [&](const ConceptEdge &a, const ConceptEdge &b) {
        return strength(a) > strength(b);
    });
    std::vector<std::uint32_t> parent(nodes.size()), degree(nodes.size(), 0);
    for (std::uint32_t i = 0; i < nodes.size(); ++i)
        parent[i] = i;
    const auto rootOf = [&](std::uint32_t node) {
        while (parent[node] != node)
            node = parent[node] = parent[parent[node]];
        return node;
    };
    std::vector<ConceptEdge> kept;
    for (const ConceptEdge &edge : edges) {
        const std::uint32_t a = rootOf(edge.from), b = rootOf(edge.to);
        const bool isBridge = a != b;
        if (!isBridge && (degree[edge.from] >= edgesPerNode || degree[edge.to] >= edgesPerNode))
            continue;
        parent[a] = b;
        ++degree[edge.from];
        ++degree[edge.to];
        kept.push_back(edge);
    }
    std::sort(kept.begin(), kept.end(), [](const ConceptEdge &a, const ConceptEdge &b) {
        return std::pair(a.from, a.to) < std::pair(b.from, b.to);
    });
    return kept;
}

}  // namespace

double pmiWeight(std::size_t a, std::size_t b, std::size_t both, std::size_t all)
{
    if (both == 0)
        return 0;
    const double joint = double(both) / double(all);
    if (joint >= 1)
        return 0.5;
    const double pmi = std::log(joint / (double(a) / double(all) * double(b) / double(all)));
    return std::clamp((1 + pmi / -std::log(joint)) / 2, 0.0, 1.0);
}

ConceptGraph conceptGraph(const text::Document &document, const json::object *keywords)
{
    ConceptGraph graph;
    std::vector<Concept> nodes = fromKeywords(document, keywords);
    addFrequentStems(document, nodes);
    locate(document, nodes);
    std::erase_if(nodes, [](const Concept &node) { return node.count == 0 || node.label.empty(); });
    // two keywords may read alike once cut to a label
    std::vector<std::string> labels;
    std::erase_if(nodes, [&](const Concept &node) {
        const bool isDouble = std::find(labels.begin(), labels.end(), node.label) != labels.end();
        labels.push_back(node.label);
        return isDouble;
    });
    const std::size_t windows = std::min(document.sentences().size(), windowsMax);
    std::vector<ConceptEdge> edges = allEdges(nodes, windows);

    std::vector<double> teleport;
    for (const Concept &node : nodes)
        teleport.push_back((0.1 + node.weight) * std::sqrt(double(node.count)));
    std::vector<WeightedEdge> links;
    for (const ConceptEdge &edge : edges)
        links.push_back({edge.from, edge.to, edge.weight * double(edge.together)});
    const std::vector<double> ranks = pageRank(teleport, links, 0.85, precision);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        nodes[i].rank = ranks[i];

    std::vector<std::uint32_t> order(nodes.size()), place(nodes.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return nodes[a].rank > nodes[b].rank;
    });
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        graph.nodes.push_back(std::move(nodes[order[i]]));
    }
    for (ConceptEdge &edge : edges) {
        const std::uint32_t a = place[edge.from], b = place[edge.to];
        edge.from = std::min(a, b);
        edge.to = std::max(a, b);
    }
    graph.edges = thinned(std::move(edges), graph.nodes);
    return graph;
}

}  // namespace capabilities
