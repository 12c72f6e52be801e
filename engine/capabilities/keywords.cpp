#include "capabilities/extractkeywords.h"

#include "capabilities/dullwords.h"
#include "capabilities/pagerank.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace capabilities {
namespace {

using text::Document;
using text::Token;

constexpr std::size_t rankedStemsMax = 600;  // TextRank on the most frequent stems only
constexpr std::uint32_t window = 3;

struct Term {  // one stem
    std::uint32_t count = 0;
    std::uint32_t upper = 0;        // all-capital uses
    std::uint32_t capitalised = 0;  // capitalised uses that do not open a sentence
    std::uint32_t uses = 0;         // uses where casing can be judged
    std::uint32_t firstSentence = 0;
    std::uint32_t lastSentence = 0;
    std::uint32_t sentences = 0;
    std::uint32_t medianSentence = 0;
    std::uint32_t inTitle = 0;
    std::uint32_t inCode = 0;
    std::int32_t nounSigns = 0;  // uses after "the", "my", "of" less uses after "I", "to", "will"
    std::uint32_t form = 0;      // of the first use
    bool isCandidate = false;
    double yake = 1.0;  // lower is better
    double rank = 0.0;  // TextRank, 1 is average
};

struct Candidate {
    std::uint32_t first = 0;  // token where it occurs first
    std::uint32_t length = 1;
    std::uint32_t count = 0;
    bool isInTitle = false;
    double score = 0.0;
};

class Extractor {
public:
    Extractor(const Document &document, const std::stop_token &stop)
        : m_document(document), m_stop(stop), m_terms(document.stems().size())
    {
    }
    std::vector<Keyword> run(std::size_t limit);

private:
    void countTerms();
    void scoreTerms();
    void rankTerms();
    void collect();
    void consider(std::uint32_t sentence, std::uint32_t first, std::uint32_t length);
    double scoreOf(const Candidate &candidate) const;
    bool isCandidate(const Token &token) const;
    std::vector<Keyword> pick(std::size_t limit);

    const Document &m_document;
    const std::stop_token &m_stop;
    std::vector<Term> m_terms;
    std::vector<std::uint32_t> m_context;  // distinct neighbours, left and right, a stem
    std::map<std::array<std::uint32_t, 3>, Candidate> m_candidates;
};

// The l', d' or qu' before a French noun is no part of a key phrase.
std::uint32_t articleBytes(const Document &document, const Token &token)
{
    if (document.language() != text::Language::fr)
        return 0;
    const std::string_view word = document.slice(token.start, token.length);
    for (const std::string_view mark : {"'", "\u2019"}) {
        const std::size_t at = word.find(mark);
        if (at != std::string_view::npos && at <= 2 && at + mark.size() < word.size())
            return static_cast<std::uint32_t>(at + mark.size());
    }
    return 0;
}

bool isTitle(const Document &document, const text::Sentence &sentence)
{
    const text::BlockKind kind = document.blocks()[sentence.block].kind;
    return kind == text::BlockKind::heading || (sentence.block == 0 && sentence.tokenCount <= 8);
}

bool Extractor::isCandidate(const Token &token) const
{
    if (!token.isWord() || token.has(text::tokenIsStopWord) || token.length < 2)
        return false;
    if (token.has(text::tokenHasDigit) && token.length < 4)
        return false;
    const std::string_view stem = m_document.stemText(token.stem);
    return stem.size() >= 2 && !isDullStem(m_document.language(), stem);
}

void Extractor::countTerms()
{
    std::vector<std::vector<std::uint32_t>> places(m_terms.size());
    const auto sentences = m_document.sentences();
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        if ((s & 63) == 0 && m_stop.stop_requested())
            return;
        const bool inTitle = isTitle(m_document, sentences[s]);
        std::uint8_t sign = 0;
        for (const Token &token : m_document.tokensOf(sentences[s])) {
            Term &term = m_terms[token.stem];
            if (token.has(text::tokenFollowsSpace))
                term.nounSigns += sign == 1 ? 1 : (sign == 2 ? -1 : 0);
            sign = neighbourSign(m_document.formText(token.form));
            if (term.count == 0) {
                term.firstSentence = s;
                term.form = token.form;
                term.isCandidate = isCandidate(token);
            }
            if (term.sentences == 0 || term.lastSentence != s) {
                ++term.sentences;
                term.lastSentence = s;
                if (term.isCandidate)
                    places[token.stem].push_back(s);
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
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        if (!places[i].empty())
            m_terms[i].medianSentence = places[i][places[i].size() / 2];
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
    std::vector<std::uint64_t> pairs;
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
                    pairs.push_back(std::uint64_t{std::min(other, here)} << 32
                                    | std::max(other, here));
            }
            recent[at++ % window] = here;
        }
    }
    std::ranges::sort(pairs);
    std::vector<WeightedEdge> edges;
    for (std::size_t i = 0; i < pairs.size();) {
        std::size_t next = i;
        while (next < pairs.size() && pairs[next] == pairs[i])
            ++next;
        edges.push_back({static_cast<std::uint32_t>(pairs[i] >> 32),
                         static_cast<std::uint32_t>(pairs[i]), static_cast<double>(next - i)});
        i = next;
    }
    for (const WeightedEdge &edge : edges) {
        ++m_context[chosen[edge.from]];
        ++m_context[chosen[edge.to]];
    }
    const std::vector<double> alike(chosen.size(), 1.0);
    std::vector<double> rank = pageRank(alike, edges);
    for (double &share : rank)
        share *= static_cast<double>(chosen.size());  // 1 is average
    for (std::uint32_t i = 0; i < chosen.size(); ++i)
        m_terms[chosen[i]].rank = rank[i];
}

void Extractor::consider(std::uint32_t sentence, std::uint32_t first, std::uint32_t length)
{
    const auto tokens = m_document.tokens();
    std::array<std::uint32_t, 3> key = {0, 0, 0};
    for (std::uint32_t i = 0; i < length; ++i)
        key[i] = tokens[first + i].stem + 1;
    Candidate &candidate = m_candidates[key];
    if (candidate.count++ == 0) {
        candidate.first = first;
        candidate.length = length;
    }
    candidate.isInTitle =
        candidate.isInTitle || isTitle(m_document, m_document.sentences()[sentence]);
}

void Extractor::collect()
{
    const auto sentences = m_document.sentences();
    const auto tokens = m_document.tokens();
    const bool isRomance =
        m_document.language() == text::Language::es || m_document.language() == text::Language::fr;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        if ((s & 63) == 0 && m_stop.stop_requested())
            return;
        const std::uint32_t first = sentences[s].firstToken;
        const std::uint32_t last = first + sentences[s].tokenCount;
        for (std::uint32_t i = first; i < last; ++i) {
            if (!m_terms[tokens[i].stem].isCandidate || !isCandidate(tokens[i]))
                continue;
            consider(s, i, 1);
            const auto joins = [&](std::uint32_t j) {
                return j < last && tokens[j].has(text::tokenFollowsSpace);
            };
            if (!joins(i + 1))
                continue;
            if (isCandidate(tokens[i + 1])) {
                consider(s, i, 2);
                if (joins(i + 2) && isCandidate(tokens[i + 2]))
                    consider(s, i, 3);
            } else if (isRomance && joins(i + 2) && isCandidate(tokens[i + 2])) {
                const std::string_view link = m_document.formText(tokens[i + 1].form);
                if (link == "de" || link == "del" || link == "du" || link == "des")
                    consider(s, i, 3);
            }
        }
    }
}

// The YAKE phrase score: product of word scores over count times one plus their sum, turned
// into a figure where more is better and blended with the TextRank of the words.
double Extractor::scoreOf(const Candidate &candidate) const
{
    const auto tokens = m_document.tokens();
    double product = 1.0;
    double sum = 0.0;
    double rank = 0.0;
    std::uint32_t words = 0;
    std::uint32_t capitals = 0;
    for (std::uint32_t i = 0; i < candidate.length; ++i) {
        const Token &token = tokens[candidate.first + i];
        if (!m_terms[token.stem].isCandidate)
            continue;
        const Term &term = m_terms[token.stem];
        product *= term.yake;
        sum += term.yake;
        rank += term.rank;
        ++words;
        capitals += token.has(text::tokenIsCapitalised);
    }
    const double yake = product / (candidate.count * (1.0 + sum));
    double score = -std::log(yake + 1e-9) + 0.35 * rank / std::max(1u, words);
    if (candidate.length == 1)
        return score;
    // A phrase must earn its place: met twice, a name, or an adjective before a German noun.
    const bool isName = capitals == words;
    const bool isGerman = m_document.language() == text::Language::de;
    const bool isGermanPhrase =
        isGerman && capitals == 1
        && tokens[candidate.first + candidate.length - 1].has(text::tokenIsCapitalised);
    score -= 0.55 * (candidate.length - 1);
    if (candidate.count == 1 && !(isName && !isGerman) && !isGermanPhrase && !candidate.isInTitle)
        score -= 0.9 * (candidate.length - 1);
    return score;
}

std::vector<Keyword> Extractor::pick(std::size_t limit)
{
    std::vector<Candidate> ordered;
    ordered.reserve(m_candidates.size());
    for (auto &[key, candidate] : m_candidates) {
        candidate.score = scoreOf(candidate);
        ordered.push_back(candidate);
    }
    std::ranges::sort(ordered, [](const Candidate &a, const Candidate &b) {
        return a.score != b.score ? a.score > b.score : a.first < b.first;
    });
    const auto tokens = m_document.tokens();
    std::vector<Keyword> keywords;
    std::vector<Candidate> taken;
    for (const Candidate &candidate : ordered) {
        if (keywords.size() >= limit)
            break;
        // a part of a phrase that is in already, or a phrase around it, unless it also lives alone
        const bool repeats = std::ranges::any_of(taken, [&](const Candidate &kept) {
            std::uint32_t shared = 0;
            for (std::uint32_t i = 0; i < candidate.length; ++i) {
                for (std::uint32_t j = 0; j < kept.length; ++j)
                    shared += tokens[candidate.first + i].stem == tokens[kept.first + j].stem;
            }
            if (shared == 0)
                return false;
            if (candidate.length < kept.length)
                return candidate.count <= kept.count + 1;
            return shared * 2 >= std::max(candidate.length, kept.length) || candidate.count < 2;
        });
        if (repeats)
            continue;
        taken.push_back(candidate);
        Keyword keyword;
        const Token &first = tokens[candidate.first];
        const Token &last = tokens[candidate.first + candidate.length - 1];
        keyword.start = first.start + articleBytes(m_document, first);
        keyword.phrase = m_document.plain(text::Span{keyword.start, last.end() - keyword.start});
        if (m_document.language() == text::Language::en && keyword.phrase.ends_with("'s"))
            keyword.phrase.resize(keyword.phrase.size() - 2);
        for (std::uint32_t i = 0; i < candidate.length; ++i) {
            if (i > 0)
                keyword.stem += ' ';
            keyword.stem += m_document.stemText(tokens[candidate.first + i].stem);
        }
        keyword.count = candidate.count;
        keywords.push_back(std::move(keyword));
    }
    if (taken.empty())
        return keywords;
    const double best = taken.front().score;
    for (std::size_t i = 0; i < keywords.size(); ++i) {
        const double share = std::exp((taken[i].score - best) * 0.5);
        keywords[i].weight =
            static_cast<std::uint32_t>(std::clamp(share, 0.0001, 1.0) * 10000 + 0.5);
    }
    return keywords;
}

std::vector<Keyword> Extractor::run(std::size_t limit)
{
    countTerms();
    if (m_stop.stop_requested())
        return {};
    rankTerms();
    if (m_stop.stop_requested())
        return {};
    scoreTerms();
    collect();
    if (m_stop.stop_requested())
        return {};
    return pick(limit);
}

}  // namespace

std::vector<Keyword> keywordsOf(const Document &document, std::size_t limit,
                                const std::stop_token &stop)
{
    return Extractor(document, stop).run(limit);
}

}  // namespace capabilities
