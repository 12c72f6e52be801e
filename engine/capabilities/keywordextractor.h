// The two halves of extract-keywords: what is known of each stem (counts, YAKE, TextRank), and the
// phrases picked by it. Belongs to keywords.cpp and keywordterms.cpp alone. Thread contract: one
// extractor, one thread.
#pragma once

#include "capabilities/extractkeywords.h"

#include <array>

namespace capabilities {

using text::Document;
using text::Token;

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
    std::array<std::uint32_t, 3> stems = {};  // plus one, 0 where there is none
    std::uint32_t first = 0;                  // token where it occurs first
    std::uint32_t length = 1;
    std::uint32_t count = 0;
    bool isInTitle = false;
    double score = 0.0;
};

class Extractor {
public:
    Extractor(const Document &document, const std::stop_token &stop);
    std::vector<Keyword> run(std::size_t limit);

private:
    void countTerms();
    void findMedians();
    void scoreTerms();
    void rankTerms();
    void collect();
    void consider(bool isInTitle, std::uint32_t first, std::uint32_t length);
    Candidate &candidateOf(const std::array<std::uint32_t, 3> &stems);
    double scoreOf(const Candidate &candidate) const;
    bool isCandidate(const Token &token) const;
    std::vector<Keyword> pick(std::size_t limit);

    const Document &m_document;
    const std::stop_token &m_stop;
    std::vector<Term> m_terms;
    std::vector<std::uint32_t> m_context;  // distinct neighbours, left and right, a stem
    std::vector<bool> m_isTopic;           // of a stem: long enough and not dull
    std::vector<Candidate> m_candidates;
    std::vector<std::uint32_t> m_slots;  // of candidates by their stems: open addressing, place + 1
};

// A heading, or a short first line that stands for one.
inline bool isTitle(const Document &document, const text::Sentence &sentence)
{
    const text::BlockKind kind = document.blocks()[sentence.block].kind;
    return kind == text::BlockKind::heading || (sentence.block == 0 && sentence.tokenCount <= 8);
}

}  // namespace capabilities
