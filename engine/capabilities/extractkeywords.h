// Key phrases of a document: the YAKE features of each word (casing, position, frequency,
// relatedness to context, spread over sentences) cross-checked with TextRank over a window of
// co-occurring words; phrases of up to three words. Pure functions.
// Sources: R. Campos et al., "YAKE! Keyword extraction from single documents using multiple
// local features", Information Sciences 509 (2020); R. Mihalcea, P. Tarau, "TextRank", 2004.
#pragma once

#include "text/document.h"

#include <stop_token>
#include <string>
#include <vector>

namespace capabilities {

struct Keyword {
    std::string phrase;        // as written at its first place, markup taken out
    std::string stem;          // stems joined by spaces
    std::uint32_t weight = 0;  // 1..10000, best first
    std::uint32_t count = 0;
    std::uint32_t start = 0;
};

inline constexpr std::size_t keywordsMax = 40;

// Best first, at most `limit` (and keywordsMax); empty if stopped. Remembered for the next who asks.
std::vector<Keyword> keywordsOf(const text::Document &document, std::size_t limit,
                                const std::stop_token &stop);

}  // namespace capabilities
