#include "capabilities/keywordextractor.h"

#include "capabilities/dullwords.h"
#include "capabilities/remembered.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace capabilities {
namespace {

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

}  // namespace

// The candidate of those stems, made if missing.
Candidate &Extractor::candidateOf(const std::array<std::uint32_t, 3> &stems)
{
    const std::size_t mask = m_slots.size() - 1;
    const std::uint64_t mixed =
        (stems[0] * 0x9e3779b97f4a7c15ull ^ stems[1]) * 0xbf58476d1ce4e5b9ull
        ^ stems[2] * 0x94d049bb133111ebull;
    std::size_t at = (mixed >> 32) & mask;
    while (m_slots[at] != 0 && m_candidates[m_slots[at] - 1].stems != stems)
        at = (at + 1) & mask;
    if (m_slots[at] == 0) {
        m_candidates.push_back({.stems = stems});
        m_slots[at] = static_cast<std::uint32_t>(m_candidates.size());
    }
    return m_candidates[m_slots[at] - 1];
}

void Extractor::consider(bool isInTitle, std::uint32_t first, std::uint32_t length)
{
    const auto tokens = m_document.tokens();
    std::array<std::uint32_t, 3> stems = {0, 0, 0};
    for (std::uint32_t i = 0; i < length; ++i)
        stems[i] = tokens[first + i].stem + 1;
    Candidate &candidate = candidateOf(stems);
    if (candidate.count++ == 0) {
        candidate.first = first;
        candidate.length = length;
    }
    candidate.isInTitle = candidate.isInTitle || isInTitle;
}

void Extractor::collect()
{
    const auto sentences = m_document.sentences();
    const auto tokens = m_document.tokens();
    const bool isRomance =
        m_document.language() == text::Language::es || m_document.language() == text::Language::fr;
    // at most three candidates begin at a token
    m_slots.assign(std::bit_ceil(tokens.size() * 4 + 16), 0);
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        if ((s & 63) == 0 && m_stop.stop_requested())
            return;
        const bool inTitle = isTitle(m_document, sentences[s]);
        const std::uint32_t first = sentences[s].firstToken;
        const std::uint32_t last = first + sentences[s].tokenCount;
        for (std::uint32_t i = first; i < last; ++i) {
            if (!m_terms[tokens[i].stem].isCandidate || !isCandidate(tokens[i]))
                continue;
            consider(inTitle, i, 1);
            const auto joins = [&](std::uint32_t j) {
                return j < last && tokens[j].has(text::tokenFollowsSpace);
            };
            if (!joins(i + 1))
                continue;
            if (isCandidate(tokens[i + 1])) {
                consider(inTitle, i, 2);
                if (joins(i + 2) && isCandidate(tokens[i + 2]))
                    consider(inTitle, i, 3);
            } else if (isRomance && joins(i + 2) && isCandidate(tokens[i + 2])) {
                const std::string_view link = m_document.formText(tokens[i + 1].form);
                if (link == "de" || link == "del" || link == "du" || link == "des")
                    consider(inTitle, i, 3);
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
    for (Candidate &candidate : m_candidates)
        candidate.score = scoreOf(candidate);
    // a heap, because only the best few of many are ever looked at
    const auto isWorse = [](const Candidate &a, const Candidate &b) {
        return a.score != b.score ? a.score < b.score : a.first > b.first;
    };
    std::ranges::make_heap(m_candidates, isWorse);
    const auto tokens = m_document.tokens();
    std::vector<Keyword> keywords;
    std::vector<Candidate> taken;
    for (auto left = m_candidates.end(); left != m_candidates.begin() && keywords.size() < limit;) {
        std::ranges::pop_heap(m_candidates.begin(), left, isWorse);
        const Candidate &candidate = *--left;
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

std::vector<Keyword> keywordsOf(const Document &document, std::size_t limit,
                                const std::stop_token &stop)
{
    const auto all =
        remembered(document, stop, [&] { return Extractor(document, stop).run(keywordsMax); });
    return {all->begin(), all->begin() + static_cast<std::ptrdiff_t>(std::min(limit, all->size()))};
}

}  // namespace capabilities
