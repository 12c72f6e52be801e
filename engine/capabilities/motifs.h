// What comes back within a text: phrases said more than once, words that keep turning up, and words
// that turn up together. The first half of match-patterns; owns nothing. Pure functions.
// Source: R. Agrawal, R. Srikant, "Fast algorithms for mining association rules", VLDB 1994.
#pragma once

#include "capabilities/itemsets.h"
#include "text/document.h"

#include <stop_token>
#include <string>
#include <vector>

namespace capabilities {

inline constexpr std::size_t motifsMax = 16;
inline constexpr std::size_t motifSetsMax = 400;

struct Motif {
    text::Span phrase;                  // as said first; empty for a set of words
    BitSet where;                       // sentences that have all words of a set
    std::vector<std::uint32_t> starts;  // bytes
    std::vector<std::uint32_t> stems;
    std::size_t count = 0;  // places
    double value = 0;
};

// At most motifsMax, the strongest first; none that a better one already says.
std::vector<Motif> motifsOf(const text::Document &document, const std::stop_token &stop);

// What a motif is called: its phrase, or each of its words in the form most used.
std::string nameOf(const text::Document &document, const std::vector<std::uint32_t> &mainForms,
                   const Motif &motif);

}  // namespace capabilities
