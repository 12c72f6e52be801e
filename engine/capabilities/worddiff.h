// The difference of two texts word by word: Myers, "An O(ND) difference algorithm" (1986), in
// linear space, with a bound on the effort so that two long strangers cost no more than a glance
// (the hunks are then right but coarser). Owns nothing; showing the hunks is the caller's work.
// Thread contract: pure functions.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace capabilities {

struct WordUnit {  // a word or one punctuation mark; spaces belong to nobody
    std::uint32_t start = 0;
    std::uint32_t length = 0;
    bool isWord = false;
};
std::vector<WordUnit> wordUnits(std::string_view text);

struct DiffHunk {  // half-open ranges of units; one of them may be empty
    std::uint32_t leftFrom = 0, leftTo = 0, rightFrom = 0, rightTo = 0;
};
struct WordDiff {
    std::vector<DiffHunk> hunks;  // ascending; what lies between them is equal
    std::uint32_t equalCount = 0;
    bool isStopped = false;
};
// On symbols already numbered: equal numbers are equal words.
WordDiff diffSymbols(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right,
                     const std::stop_token &stop);

}  // namespace capabilities
