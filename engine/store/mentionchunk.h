// The bytes of one row of the mention index: up to 256 sorted pairs as differences, the key of the row
// that follows, and a sum over all of it, so that a row that was changed or cannot be found any more
// is noticed. Thread contract: pure functions.
#pragma once

#include "store/mentionindex.h"

#include <string_view>

namespace store {

inline constexpr std::size_t sumBytes = 8;

void putNumber(std::string &out, std::uint64_t value);
std::uint64_t numberAt(std::string_view bytes, std::size_t at);
// Sorts as the pair does.
std::string keyOf(const MentionPair &pair);
// What follows the last row of a segment.
std::string lastKey();
std::string sumOf(std::uint64_t segment, std::string_view key, std::string_view body);

// `next` is the first pair of the row that follows, null for the last.
std::string encodeChunk(std::uint64_t segment, const MentionPair *first, const MentionPair *end,
                        const MentionPair *next);
// Adds the row's pairs, and sets the key that must follow. False when a byte was changed.
bool decodeChunk(std::uint64_t segment, std::string_view key, std::string_view bytes,
                 std::vector<MentionPair> &pairs, std::string &next);

}  // namespace store
