// Fingerprints people can read to each other: BLAKE2b-256 of a public key, its first 88 bits as
// eight words of the BIP-39 English list (11 bits a word, most significant first; no checksum,
// these are not wallet phrases). Leaves pinning, and what is known, to its callers.
// Thread contract: pure functions.
#pragma once

#include "crypto/sign.h"

#include <string>
#include <string_view>

namespace crypto {

inline constexpr std::size_t fingerprintWordCount = 8;
inline constexpr std::size_t fingerprintWordsMin = 4;       // 44 bits
inline constexpr std::size_t fingerprintHexDigitsMin = 16;  // 64 bits

// "abandon zoo …": eight words, one space between.
std::string fingerprintWords(const PublicKey &key);
// 64 lower-case digits.
std::string fingerprintHex(const PublicKey &key);

// Whether `text` is the fingerprint of this key or a beginning of it: 4 to 8 words, or 16 to 64
// hexadecimal digits. Case, and spaces, dashes or colons between words or digits, do not count.
// What is shorter, longer, or holds anything else matches no key. Digits in groups that happen
// to be words as well ("face bead …") are read both ways.
bool matchesFingerprint(const PublicKey &key, std::string_view text);

// Whether `text` could be the fingerprint of some key, to tell a typing error from a stranger.
bool isFingerprint(std::string_view text);

}  // namespace crypto
