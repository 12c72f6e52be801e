// summarize-text: the strongest sentences of a text in their own order. Continuous LexRank
// (PageRank over the cosine graph of TF-IDF sentence vectors) with a prior for places where
// writers put what matters, then maximal marginal relevance to drop repeats.
// Sources: G. Erkan, D. Radev, "LexRank", JAIR 22 (2004); J. Carbonell, J. Goldstein, "The use
// of MMR", SIGIR 1998. Pure function.
#include "capabilities/capability.h"
#include "capabilities/dullwords.h"
#include "capabilities/jsonwriter.h"
#include "capabilities/textinput.h"

#include <algorithm>
#include <cmath>

namespace capabilities {
namespace {

using text::BlockKind;
using text::Document;

constexpr std::size_t sentencesMax = 120;  // the graph is quadratic

struct Node {
    std::uint32_t sentence = 0;
    std::vector<std::pair<std::uint32_t, double>> terms;  // stem, weight; sorted, length one
    double prior = 1.0;
    double rank = 1.0;
};

// How much a sentence of that place and shape promises, before its words are looked at.
double priorOf(const Document &document, std::uint32_t index)
{
    const text::Sentence &sentence = document.sentences()[index];
    const text::Block &block = document.blocks()[sentence.block];
    double prior = 1.0;
    switch (block.kind) {
    case BlockKind::heading:
    case BlockKind::label:
    case BlockKind::tableRow:
    case BlockKind::rule:
    case BlockKind::code:
    case BlockKind::frontMatter: return 0.0;
    case BlockKind::field: prior = 0.35; break;
    case BlockKind::listItem: prior = block.check == text::Check::none ? 0.7 : 0.4; break;
    case BlockKind::quote: prior = 0.7; break;
    case BlockKind::paragraph: break;
    }
    std::uint32_t words = 0;
    for (const text::Token &token : document.tokensOf(sentence))
        words += token.isWord();
    if (words < 4)
        return 0.0;
    if (words < 7)
        prior *= 0.6;
    if (words > 45)
        prior *= 0.7;
    if (document.slice(sentence.start, sentence.length).ends_with('?'))
        prior *= 0.6;
    if (index == block.firstSentence)
        prior *= 1.25;
    // writers open with what it is about and close with what follows from it
    if (index == 0 || (index == 1 && document.sentences()[0].tokenCount <= 8))
        prior *= 1.9;
    if (index + 1 == document.sentences().size())
        prior *= 1.15;
    return prior;
}

class Summarizer {
public:
    Summarizer(const Document &document, const std::stop_token &stop)
        : m_document(document), m_stop(stop)
    {
    }
    // Indices of sentences in reading order with their weights; empty if stopped.
    std::vector<std::pair<std::uint32_t, double>> run(std::size_t wanted);

private:
    void choose();
    void makeVectors();
    bool makeGraph();
    void rank();

    const Document &m_document;
    const std::stop_token &m_stop;
    std::vector<Node> m_nodes;
    std::vector<float> m_graph;
};

void Summarizer::choose()
{
    std::vector<std::pair<double, std::uint32_t>> ordered;
    for (std::uint32_t i = 0; i < m_document.sentences().size(); ++i) {
        if (const double prior = priorOf(m_document, i); prior > 0)
            ordered.push_back({prior, i});
    }
    if (ordered.size() > sentencesMax) {
        // keep those whose words are frequent in the whole text, the first ones favoured
        for (auto &[score, index] : ordered) {
            const text::Sentence &sentence = m_document.sentences()[index];
            double sum = 0;
            for (const text::Token &token : m_document.tokensOf(sentence)) {
                if (!token.has(text::tokenIsStopWord))
                    sum += std::log1p(m_document.stems()[token.stem].count);
            }
            score *= sum / std::sqrt(8.0 + sentence.tokenCount);
        }
        std::ranges::sort(ordered, [](const auto &a, const auto &b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        ordered.resize(sentencesMax);
        std::ranges::sort(ordered, {}, [](const auto &entry) { return entry.second; });
    }
    for (const auto &[score, index] : ordered) {
        Node node;
        node.sentence = index;
        node.prior = priorOf(m_document, index);
        m_nodes.push_back(std::move(node));
    }
}

void Summarizer::makeVectors()
{
    std::vector<std::uint32_t> documents(m_document.stems().size(), 0);
    for (Node &node : m_nodes) {
        std::vector<std::uint32_t> stems;
        for (const text::Token &token :
             m_document.tokensOf(m_document.sentences()[node.sentence])) {
            if (token.isWord() && !token.has(text::tokenIsStopWord))
                stems.push_back(token.stem);
        }
        std::ranges::sort(stems);
        for (std::size_t i = 0; i < stems.size();) {
            std::size_t next = i;
            while (next < stems.size() && stems[next] == stems[i])
                ++next;
            node.terms.push_back({stems[i], static_cast<double>(next - i)});
            ++documents[stems[i]];
            i = next;
        }
    }
    const double count = static_cast<double>(m_nodes.size());
    for (Node &node : m_nodes) {
        double squares = 0;
        for (auto &[stem, weight] : node.terms) {
            const bool isDull = isDullStem(m_document.language(), m_document.stemText(stem));
            weight *= std::log(1.0 + count / documents[stem]) * (isDull ? 0.4 : 1.0);
            squares += weight * weight;
        }
        const double length = std::sqrt(squares);
        for (auto &[stem, weight] : node.terms)
            weight /= length > 0 ? length : 1.0;
    }
}

bool Summarizer::makeGraph()
{
    const std::size_t count = m_nodes.size();
    m_graph.assign(count * count, 0.0f);
    // inverted lists: only pairs that share a stem are ever touched
    std::vector<std::vector<std::pair<std::uint32_t, double>>> lists(m_document.stems().size());
    for (std::uint32_t i = 0; i < count; ++i) {
        if ((i & 15) == 0 && m_stop.stop_requested())
            return false;
        for (const auto &[stem, weight] : m_nodes[i].terms) {
            for (const auto &[other, otherWeight] : lists[stem])
                m_graph[i * count + other] += static_cast<float>(weight * otherWeight);
            lists[stem].push_back({i, weight});
        }
        for (std::uint32_t j = 0; j < i; ++j)
            m_graph[j * count + i] = m_graph[i * count + j];
    }
    return true;
}

void Summarizer::rank()
{
    const std::size_t count = m_nodes.size();
    std::vector<double> out(count, 0.0);
    double priors = 0;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j)
            out[i] += m_graph[i * count + j];
        priors += m_nodes[i].prior;
    }
    struct Edge {
        std::uint32_t from, to;
        double weight;
    };
    std::vector<Edge> edges;
    for (std::uint32_t i = 0; i < count; ++i) {
        for (std::uint32_t j = 0; j < count; ++j) {
            const double weight = static_cast<double>(m_graph[j * count + i]);
            if (weight > 0)
                edges.push_back({j, i, 0.6 * weight / out[j]});
        }
    }
    std::vector<double> next(count);
    for (int round = 0; round < 10; ++round) {  // 0.6^10: the order stands long before
        for (std::size_t i = 0; i < count; ++i)
            next[i] = 0.4 * m_nodes[i].prior * static_cast<double>(count) / priors;
        for (const Edge &edge : edges)
            next[edge.to] += edge.weight * m_nodes[edge.from].rank;
        for (std::size_t i = 0; i < count; ++i)
            m_nodes[i].rank = next[i];
    }
    for (Node &node : m_nodes)
        node.rank *= std::sqrt(node.prior);
}

std::vector<std::pair<std::uint32_t, double>> Summarizer::run(std::size_t wanted)
{
    choose();
    makeVectors();
    if (m_nodes.empty() || !makeGraph() || m_stop.stop_requested())
        return {};
    rank();
    const std::size_t count = m_nodes.size();
    double best = 0;
    for (const Node &node : m_nodes)
        best = std::max(best, node.rank);
    std::vector<std::size_t> taken;
    std::vector<double> repeat(count, 0.0);  // likeness to what was taken
    std::vector<bool> isTaken(count, false);
    while (taken.size() < std::min(wanted, count)) {
        std::size_t pick = count;
        double pickScore = -1e9;
        for (std::size_t i = 0; i < count; ++i) {
            const double score = 0.7 * m_nodes[i].rank / best - 0.3 * repeat[i];
            if (!isTaken[i] && score > pickScore) {
                pick = i;
                pickScore = score;
            }
        }
        isTaken[pick] = true;
        taken.push_back(pick);
        for (std::size_t i = 0; i < count; ++i)
            repeat[i] = std::max<double>(repeat[i], static_cast<double>(m_graph[pick * count + i]));
    }
    std::ranges::sort(taken);
    std::vector<std::pair<std::uint32_t, double>> chosen;
    for (const std::size_t i : taken)
        chosen.push_back({m_nodes[i].sentence, m_nodes[i].rank / best});
    return chosen;
}

std::size_t wantedSentences(const Run &run, const Document &document)
{
    if (const auto *value = run.params.if_contains("sentences"); value && value->is_int64())
        return static_cast<std::size_t>(std::clamp<std::int64_t>(value->get_int64(), 1, 50));
    const std::size_t count = document.sentences().size();
    if (count <= 4)
        return 1;
    return count <= 10 ? 2 : (count <= 60 ? 3 : 5);
}

Result run(const Run &run);

}  // namespace

extern const Capability summarizeText;
const Capability summarizeText = {
    .name = "summarize-text",
    .version = "1.0.0",
    .source = "LexRank (Erkan, Radev 2004) with MMR (Carbonell, Goldstein 1998)",
    .run = run,
};

namespace {

Result run(const Run &run)
{
    const TextInput input = readText(run, summarizeText, "summarizetext");
    if (!input.document)
        return input.failure;
    const Document &document = *input.document;
    const auto chosen = Summarizer(document, run.stop).run(wantedSentences(run, document));
    Result result;
    if (run.stop.stop_requested()) {
        result.isStopped = true;
        return result;
    }
    JsonWriter json;
    std::string whole;
    json.beginObject().key("sentences").beginArray();
    for (const auto &[index, weight] : chosen) {
        const text::Sentence &sentence = document.sentences()[index];
        const std::string plain = document.plain(sentence);
        if (!whole.empty())
            whole += ' ';
        whole += plain;
        json.beginObject()
            .member("start", sentence.start)
            .member("text", plain)
            .member("weight", static_cast<std::int64_t>(weight * 10000 + 0.5))
            .endObject();
    }
    json.endArray().member("text", whole).endObject();
    result.outputs.push_back({"summary", "application/json", json.take()});
    result.figures["sentences"] = static_cast<std::int64_t>(chosen.size());
    return result;
}

}  // namespace
}  // namespace capabilities
