// summarize-text: the strongest sentences of a text in their own order. Continuous LexRank
// (PageRank over the cosine graph of TF-IDF sentence vectors) with a prior for places where
// writers put what matters, then maximal marginal relevance to drop repeats.
// Sources: G. Erkan, D. Radev, "LexRank", JAIR 22 (2004); J. Carbonell, J. Goldstein, "The use
// of MMR", SIGIR 1998. Pure function.
#include "capabilities/capability.h"
#include "capabilities/dullwords.h"
#include "capabilities/jsonwriter.h"
#include "capabilities/remembered.h"
#include "capabilities/textinput.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace capabilities {
namespace {

using text::BlockKind;
using text::Document;

constexpr std::size_t sentencesMax = 120;  // the graph is quadratic

struct Term {  // one stem of one sentence
    std::uint32_t stem = 0;
    std::uint32_t node = 0;
    double weight = 0;
};

// The sentences worth keeping in reading order, how strong each is and how alike any two are.
struct Ranking {
    std::vector<std::uint32_t> sentences;
    std::vector<double> ranks;
    std::vector<float> graph;  // cosine of two sentences, row by row
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

// Some of the sentences, in ascending order.
struct Set {
    std::array<std::uint64_t, (sentencesMax + 63) / 64> words = {};

    void set(std::uint32_t i) { words[i / 64] |= std::uint64_t{1} << (i % 64); }
    template<typename Visit>
    void forEach(Visit visit) const
    {
        for (std::uint32_t base = 0; base < words.size(); ++base) {
            for (std::uint64_t left = words[base]; left != 0; left &= left - 1)
                visit(base * 64 + static_cast<std::uint32_t>(std::countr_zero(left)));
        }
    }
};

class Summarizer {
public:
    Summarizer(const Document &document, const std::stop_token &stop)
        : m_document(document), m_stop(stop)
    {
    }
    Ranking rank();

private:
    void choose();
    void weighTerms();
    bool makeGraph();
    void spreadRanks();

    const Document &m_document;
    const std::stop_token &m_stop;
    std::vector<double> m_priors;
    std::vector<Term> m_terms;               // sentence by sentence, then stem by stem
    std::vector<std::uint32_t> m_documents;  // sentences that have a stem
    std::vector<Set> m_alike;                // sentences that share a stem with one
    Ranking m_made;
};

void Summarizer::choose()
{
    struct Choice {
        double score, prior;
        std::uint32_t sentence;
    };
    std::vector<Choice> ordered;
    for (std::uint32_t i = 0; i < m_document.sentences().size(); ++i) {
        if (const double prior = priorOf(m_document, i); prior > 0)
            ordered.push_back({prior, prior, i});
    }
    if (ordered.size() > sentencesMax) {
        // keep those whose words are frequent in the whole text, the first ones favoured
        std::vector<double> strengths(m_document.stems().size());
        for (std::size_t stem = 0; stem < strengths.size(); ++stem)
            strengths[stem] = std::log1p(m_document.stems()[stem].count);
        for (Choice &choice : ordered) {
            const text::Sentence &sentence = m_document.sentences()[choice.sentence];
            double sum = 0;
            for (const text::Token &token : m_document.tokensOf(sentence)) {
                if (!token.has(text::tokenIsStopWord))
                    sum += strengths[token.stem];
            }
            choice.score *= sum / std::sqrt(8.0 + sentence.tokenCount);
        }
        std::ranges::sort(ordered, [](const Choice &a, const Choice &b) {
            return a.score != b.score ? a.score > b.score : a.sentence < b.sentence;
        });
        ordered.resize(sentencesMax);
        std::ranges::sort(ordered, {}, &Choice::sentence);
    }
    for (const Choice &choice : ordered) {
        m_made.sentences.push_back(choice.sentence);
        m_priors.push_back(choice.prior);
    }
}

// TF-IDF, each sentence a vector of length one.
void Summarizer::weighTerms()
{
    m_documents.assign(m_document.stems().size(), 0);
    std::vector<std::uint32_t> stems;
    for (std::uint32_t node = 0; node < m_made.sentences.size(); ++node) {
        stems.clear();
        for (const text::Token &token :
             m_document.tokensOf(m_document.sentences()[m_made.sentences[node]])) {
            if (token.isWord() && !token.has(text::tokenIsStopWord))
                stems.push_back(token.stem);
        }
        std::ranges::sort(stems);
        for (std::size_t i = 0; i < stems.size();) {
            std::size_t next = i;
            while (next < stems.size() && stems[next] == stems[i])
                ++next;
            m_terms.push_back({stems[i], node, static_cast<double>(next - i)});
            ++m_documents[stems[i]];
            i = next;
        }
    }
    const double count = static_cast<double>(m_made.sentences.size());
    std::vector<double> rarities(m_documents.size(), 0);
    for (std::size_t first = 0, last = 0; first < m_terms.size(); first = last) {
        double squares = 0;
        for (; last < m_terms.size() && m_terms[last].node == m_terms[first].node; ++last) {
            Term &term = m_terms[last];
            double &rarity = rarities[term.stem];
            if (rarity == 0) {
                const bool isDull =
                    isDullStem(m_document.language(), m_document.stemText(term.stem));
                rarity = std::log(1.0 + count / m_documents[term.stem]) * (isDull ? 0.4 : 1.0);
            }
            term.weight *= rarity;
            squares += term.weight * term.weight;
        }
        const double length = std::sqrt(squares);
        for (std::size_t i = first; i < last; ++i)
            m_terms[i].weight /= length > 0 ? length : 1.0;
    }
}

bool Summarizer::makeGraph()
{
    const std::size_t count = m_made.sentences.size();
    m_made.graph.assign(count * count, 0.0f);
    m_alike.resize(count);
    // stem by stem: only pairs that share one are ever touched
    std::vector<std::uint32_t> places(m_documents.size() + 1, 0);
    for (std::size_t stem = 0; stem < m_documents.size(); ++stem)
        places[stem + 1] = places[stem] + m_documents[stem];
    std::vector<Term> sorted(m_terms.size());
    for (const Term &term : m_terms)
        sorted[places[term.stem]++] = term;
    for (std::size_t first = 0, last = 0; first < sorted.size(); first = last) {
        if (m_stop.stop_requested())
            return false;
        for (; last < sorted.size() && sorted[last].stem == sorted[first].stem; ++last) {
            const std::uint32_t node = sorted[last].node;
            for (std::size_t i = first; i < last; ++i) {
                const std::uint32_t other = sorted[i].node;
                const auto product = static_cast<float>(sorted[last].weight * sorted[i].weight);
                m_made.graph[node * count + other] += product;
                m_made.graph[other * count + node] += product;
                m_alike[node].set(other);
                m_alike[other].set(node);
            }
        }
    }
    return true;
}

void Summarizer::spreadRanks()
{
    const std::size_t count = m_made.sentences.size();
    struct Edge {
        std::uint32_t from, to;
        double weight;
    };
    std::vector<Edge> edges;
    double priors = 0;
    for (std::uint32_t from = 0; from < count; ++from) {
        const float *row = &m_made.graph[from * count];
        const std::size_t first = edges.size();
        double out = 0;
        m_alike[from].forEach([&](std::uint32_t to) {
            out += static_cast<double>(row[to]);
            if (row[to] > 0)
                edges.push_back({from, to, 0.6 * static_cast<double>(row[to])});
        });
        for (std::size_t i = first; i < edges.size(); ++i)
            edges[i].weight /= out;
        priors += m_priors[from];
    }
    std::vector<double> &ranks = m_made.ranks;
    ranks.assign(count, 1.0);
    std::vector<double> next(count);
    for (int round = 0; round < 10; ++round) {  // 0.6^10: the order stands long before
        for (std::size_t i = 0; i < count; ++i)
            next[i] = 0.4 * m_priors[i] * static_cast<double>(count) / priors;
        for (const Edge &edge : edges)
            next[edge.to] += edge.weight * ranks[edge.from];
        ranks.swap(next);
    }
    for (std::size_t i = 0; i < count; ++i)
        ranks[i] *= std::sqrt(m_priors[i]);
}

// Without sentences if there are none or stopped.
Ranking Summarizer::rank()
{
    choose();
    weighTerms();
    if (m_made.sentences.empty() || !makeGraph() || m_stop.stop_requested())
        return {};
    spreadRanks();
    return std::move(m_made);
}

// Indices of sentences in reading order with their weights.
std::vector<std::pair<std::uint32_t, double>> picked(const Ranking &ranking, std::size_t wanted)
{
    const std::size_t count = ranking.sentences.size();
    double best = 0;
    for (const double rank : ranking.ranks)
        best = std::max(best, rank);
    std::vector<std::size_t> taken;
    std::vector<double> repeat(count, 0.0);  // likeness to what was taken
    std::vector<bool> isTaken(count, false);
    while (taken.size() < std::min(wanted, count)) {
        std::size_t pick = count;
        double pickScore = -1e9;
        for (std::size_t i = 0; i < count; ++i) {
            const double score = 0.7 * ranking.ranks[i] / best - 0.3 * repeat[i];
            if (!isTaken[i] && score > pickScore) {
                pick = i;
                pickScore = score;
            }
        }
        isTaken[pick] = true;
        taken.push_back(pick);
        for (std::size_t i = 0; i < count; ++i)
            repeat[i] =
                std::max<double>(repeat[i], static_cast<double>(ranking.graph[pick * count + i]));
    }
    std::ranges::sort(taken);
    std::vector<std::pair<std::uint32_t, double>> chosen;
    for (const std::size_t i : taken)
        chosen.push_back({ranking.sentences[i], ranking.ranks[i] / best});
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
    const auto ranking =
        remembered(document, run.stop, [&] { return Summarizer(document, run.stop).rank(); });
    const auto chosen = picked(*ranking, wantedSentences(run, document));
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
