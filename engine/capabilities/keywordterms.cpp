#include "capabilities/keywordextractor.h"

#include "capabilities/dullwords.h"
#include "capabilities/pagerank.h"

#include <algorithm>
#include <cmath>

namespace capabilities {
namespace {

constexpr std::size_t rankedStemsMax = 600;  // TextRank on the most frequent stems only
constexpr std::uint32_t window = 3;
constexpr double damping = 0.85, precision = 1e-4;  // as TextRank's authors use them

struct Pair {
    std::uint32_t from = 0, to = 0;
    bool operator==(const Pair &) const = default;
};

// By `from`, then by `to`: counting sort twice, as there are fewer nodes than pairs.
void sortPairs(std::vector<Pair> &pairs, std::size_t nodes)
{
    std::vector<Pair> sorted(pairs.size());
    std::vector<std::uint32_t> places(nodes + 1);
    for (std::uint32_t Pair::*key : {&Pair::to, &Pair::from}) {
        std::ranges::fill(places, 0);
        for (const Pair &pair : pairs)
            ++places[pair.*key + 1];
        for (std::size_t i = 1; i < places.size(); ++i)
            places[i] += places[i - 1];
        for (const Pair &pair : pairs)
            sorted[places[pair.*key]++] = pair;
        pairs.swap(sorted);
    }
}

}  // namespace

Extractor::Extractor(const Document &document, const std::stop_token &stop)
    : m_document(document), m_stop(stop), m_terms(document.stems().size()),
      m_isTopic(document.stems().size())
{
    for (std::uint32_t i = 0; i < m_isTopic.size(); ++i) {
        const std::string_view stem = document.stemText(i);
        m_isTopic[i] = stem.size() >= 2 && !isDullStem(document.language(), stem);
    }
}

bool Extractor::isCandidate(const Token &token) const
{
    if (!token.isWord() || token.has(text::tokenIsStopWord) || token.length < 2)
        return false;
    if (token.has(text::tokenHasDigit) && token.length < 4)
        return false;
    return m_isTopic[token.stem];
}

void Extractor::countTerms()
{
    const auto sentences = m_document.sentences();
    std::vector<std::uint8_t> signs(m_document.forms().size());
    for (std::uint32_t form = 0; form < signs.size(); ++form)
        signs[form] = neighbourSign(m_document.form(form));
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        if ((s & 63) == 0 && m_stop.stop_requested())
            return;
        const bool inTitle = isTitle(m_document, sentences[s]);
        std::uint8_t sign = 0;
        for (const Token &token : m_document.tokensOf(sentences[s])) {
            Term &term = m_terms[token.stem];
            if (token.has(text::tokenFollowsSpace))
                term.nounSigns += sign == 1 ? 1 : (sign == 2 ? -1 : 0);
            sign = signs[token.form];
            if (term.count == 0) {
                term.firstSentence = s;
                term.form = token.form;
                term.isCandidate = isCandidate(token);
            }
            if (term.sentences == 0 || term.lastSentence != s) {
                ++term.sentences;
                term.lastSentence = s;
            }
            ++term.count;
            term.inTitle += inTitle;
            term.inCode += token.has(text::tokenInCode);
            if (!token.has(text::tokenStartsSentence)) {
                ++term.uses;
                term.upper += token.has(text::tokenIsUpper);
                term.capitalised += token.has(text::tokenIsCapitalised);
            }
        }
    }
    findMedians();
}

// The sentence in the middle of those that have a stem.
void Extractor::findMedians()
{
    struct Seen {
        std::uint32_t count = 0, last = 0;
    };
    std::vector<Seen> seen(m_terms.size());
    const auto sentences = m_document.sentences();
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        for (const Token &token : m_document.tokensOf(sentences[s])) {
            Seen &mine = seen[token.stem];
            Term &term = m_terms[token.stem];
            if (!term.isCandidate || (mine.count > 0 && mine.last == s))
                continue;
            mine.last = s;
            if (mine.count++ == term.sentences / 2)
                term.medianSentence = s;
        }
    }
}

// The YAKE word score; see the header for the source. Casing counts for less in German, where
// every noun has a capital, and lower-case words count as weaker instead.
void Extractor::scoreTerms()
{
    double sum = 0;
    double squares = 0;
    double most = 1;
    std::size_t valid = 0;
    for (const Term &term : m_terms) {
        if (!term.isCandidate)
            continue;
        ++valid;
        sum += term.count;
        squares += static_cast<double>(term.count) * term.count;
        most = std::max<double>(most, term.count);
    }
    if (valid == 0)
        return;
    const double mean = sum / static_cast<double>(valid);
    const double deviation =
        std::sqrt(std::max(0.0, squares / static_cast<double>(valid) - mean * mean));
    const double sentenceCount =
        static_cast<double>(std::max<std::size_t>(1, m_document.sentences().size()));
    const bool isGerman = m_document.language() == text::Language::de;
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        Term &term = m_terms[i];
        if (!term.isCandidate)
            continue;
        const double count = term.count;
        double casing = std::max<double>(term.upper, term.capitalised) / (1.0 + std::log(count));
        if (isGerman)
            casing = 0.5 * std::max<double>(term.upper, 0.0);
        const double position = std::log(std::log(3.0 + term.medianSentence) + 1.0);
        const double frequency = count / (mean + deviation);
        const double spread = term.sentences / sentenceCount;
        const double related = 1.0 + m_context[i] / std::max(1.0, 2.0 * count) * count / most;
        term.yake = related * position / (0.35 + casing + frequency / related + spread / related);
        if (isGerman && term.uses > 0 && term.capitalised * 2 < term.uses)
            term.yake *= 2.6;
        if (!isGerman && term.nounSigns != 0)
            term.yake *= term.nounSigns > 0 ? 0.7 : 1.9;
        if (m_document.language() == text::Language::en
            && (m_document.formText(term.form).ends_with("ly")
                || m_document.formText(term.form).ends_with("ed")))
            term.yake *= 1.7;
        if (term.inTitle > 0)
            term.yake *= 0.45;
        if (term.inCode * 2 > term.count)
            term.yake *= 2.0;
    }
}

// TextRank: PageRank over the graph of stems that stand within `window` words of each other.
void Extractor::rankTerms()
{
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t i = 0; i < m_terms.size(); ++i) {
        if (m_terms[i].isCandidate)
            chosen.push_back(i);
    }
    if (chosen.size() > rankedStemsMax) {
        std::ranges::stable_sort(
            chosen, [&](auto a, auto b) { return m_terms[a].count > m_terms[b].count; });
        chosen.resize(rankedStemsMax);
    }
    constexpr std::uint32_t none = 0xFFFFFFFF;
    std::vector<std::uint32_t> node(m_terms.size(), none);
    for (std::uint32_t i = 0; i < chosen.size(); ++i)
        node[chosen[i]] = i;
    std::vector<Pair> pairs;
    m_context.assign(m_terms.size(), 0);
    for (const text::Sentence &sentence : m_document.sentences()) {
        std::array<std::uint32_t, window> recent;
        recent.fill(none);
        std::uint32_t at = 0;
        for (const Token &token : m_document.tokensOf(sentence)) {
            const std::uint32_t here = node[token.stem];
            if (here == none)
                continue;
            for (const std::uint32_t other : recent) {
                if (other != none && other != here)
                    pairs.push_back({std::min(other, here), std::max(other, here)});
            }
            recent[at++ % window] = here;
        }
    }
    sortPairs(pairs, chosen.size());
    std::vector<WeightedEdge> edges;
    edges.reserve(pairs.size());
    for (std::size_t i = 0; i < pairs.size();) {
        std::size_t next = i;
        while (next < pairs.size() && pairs[next] == pairs[i])
            ++next;
        edges.push_back({pairs[i].from, pairs[i].to, static_cast<double>(next - i)});
        i = next;
    }
    for (const WeightedEdge &edge : edges) {
        ++m_context[chosen[edge.from]];
        ++m_context[chosen[edge.to]];
    }
    const std::vector<double> alike(chosen.size(), 1.0);
    std::vector<double> rank = pageRank(alike, edges, damping, precision);
    for (double &share : rank)
        share *= static_cast<double>(chosen.size());  // 1 is average
    for (std::uint32_t i = 0; i < chosen.size(); ++i)
        m_terms[chosen[i]].rank = rank[i];
}

}  // namespace capabilities
