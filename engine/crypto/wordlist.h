// The BIP-39 English word list: 2048 words in order, each told by its first four letters.
// Thread contract: constant.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace crypto {

inline constexpr std::array<std::string_view, 2048> wordList = {
#include "crypto/wordlist.inc"
};
static_assert(std::is_sorted(wordList.begin(), wordList.end()));
static_assert(!wordList.back().empty());

}  // namespace crypto
