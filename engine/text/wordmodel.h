// Which words a language commonly uses and which kinds of words follow each other: a Bloom filter
// over common stems, and bigrams of word classes (80 function words, 40 endings, and the rest).
// It tells prose from invented words and from shuffled words. Read-only data, pure functions.
#pragma once

#include "text/language.h"

#include <string_view>

namespace text {

// True for a stem in common use; wrong in about one of a hundred for others.
bool isKnownStem(Language language, std::string_view stem);

inline constexpr int wordClassCount = 125;
enum WordClass : int {  // after the 80 function words and the 40 endings
    classOtherFunction = 120,
    classOther,
    classSentenceEdge,
    classPunctuation,
    classNumber,
};

// 0..124 for a folded word.
int wordClass(Language language, Word form);

// ln of how much more often class `second` follows `first` than chance has it, in tenths: -31..32.
const std::int8_t *classAffinities(Language language);  // their grid, 31 added
inline int classAffinity(const std::int8_t *affinities, int first, int second)
{
    return affinities[first * wordClassCount + second] - 31;
}

struct WordStatistics {  // data, made by counting
    const char *functionWords;
    const char *endings;
    const char *grid;   // base-64 digits, row by row
    const char *bloom;  // base-64 digits, six bits each, lowest first
    std::uint32_t bloomBits;
};
extern const WordStatistics wordsEn;
extern const WordStatistics wordsDe;
extern const WordStatistics wordsEs;
extern const WordStatistics wordsFr;

}  // namespace text
