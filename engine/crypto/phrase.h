// Twelve words that stand for sixteen secret bytes, so that a person can keep them on paper (BIP-39,
// English: 128 bits and the first 4 bits of their SHA-256). Leaves what the bytes open to its callers.
// Thread contract: pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crypto {

using Entropy = std::array<std::uint8_t, 16>;
inline constexpr std::size_t phraseWordCount = 12;

// "abandon ability …": twelve words, one space between.
std::string phraseOf(const Entropy &entropy);
// Nothing when a word is unknown, there are not twelve, or the checksum does not fit. Case and the
// kind of space between do not count.
std::optional<Entropy> entropyOf(std::string_view phrase);

}  // namespace crypto
