// Sketches of sets: 64 MinHash values by fast similarity sketching (Dahlgaard, Knudsen, Thorup,
// "Fast similarity sketching", FOCS 2017), so the cost is near one hash an element instead of 64,
// and the 64-bit SimHash of Charikar (STOC 2002). Owns nothing; what the elements mean (word
// shingles, stems) is the caller's business. Thread contract: pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace text {

inline constexpr std::size_t minhashSize = 64;
using MinHash = std::array<std::uint32_t, minhashSize>;

// 64-bit mixing (the finaliser of SplitMix64) and a string hash built on it; the same on every
// machine, because sketches are stored and compared across machines.
constexpr std::uint64_t mixed(std::uint64_t x)
{
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9ull;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebull;
    return x ^ (x >> 31);
}
std::uint64_t hashOf(std::string_view bytes);

// Elements may repeat. The sketch of the empty set is all ones.
MinHash minhash(std::span<const std::uint64_t> elements);
bool isEmpty(const MinHash &sketch);

// Estimated Jaccard similarity of the two sets, 0..10000; standard error at most 6.25 %.
int similarity(const MinHash &a, const MinHash &b);

// Bits by weighted majority over the hashes of the features.
std::uint64_t simhash(std::span<const std::pair<std::uint64_t, std::uint32_t>> features);

}  // namespace text
