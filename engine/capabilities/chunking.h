// Content-defined chunks by FastCDC (Xia et al., USENIX ATC 2016) with normalised chunking of level
// two: a gear hash (h = 2h + gear[byte]) is looked at beyond the least size, with two bits more in
// the mask before the average size and two less behind it. Masks are the highest bits, the gear
// table the first 256 numbers of SplitMix64 (Steele, Lea and Flood 2014) from zero, so that chunks
// are the same everywhere. Owns nothing. Thread contract: pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace capabilities {

struct ChunkSizes {
    std::size_t least = 2048, average = 8192, most = 65'536;  // average: a power of two
};

inline constexpr std::array<std::uint64_t, 256> gearTable = [] {
    std::array<std::uint64_t, 256> table{};
    std::uint64_t state = 0;
    for (std::uint64_t &gear : table) {
        std::uint64_t z = state += 0x9e3779b97f4a7c15ull;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
        gear = z ^ (z >> 31);
    }
    return table;
}();

// Bytes of the first chunk of what is left.
inline std::size_t chunkEnd(std::string_view bytes, const ChunkSizes &sizes)
{
    if (bytes.size() <= sizes.least)
        return bytes.size();
    const int bits = __builtin_ctzll(sizes.average);
    const auto mask = [](int highest) { return ~std::uint64_t(0) << (64 - highest); };
    const std::uint64_t strict = mask(bits + 2), loose = mask(bits - 2);
    const std::size_t end = bytes.size() < sizes.most ? bytes.size() : sizes.most;
    std::uint64_t hash = 0;
    for (std::size_t i = sizes.least; i < end; ++i) {
        hash = (hash << 1) + gearTable[static_cast<unsigned char>(bytes[i])];
        if (!(hash & (i < sizes.average ? strict : loose)))
            return i + 1;
    }
    return end;
}

inline std::vector<std::string_view> chunksOf(std::string_view bytes, const ChunkSizes &sizes)
{
    std::vector<std::string_view> chunks;
    while (!bytes.empty()) {
        chunks.push_back(bytes.substr(0, chunkEnd(bytes, sizes)));
        bytes.remove_prefix(chunks.back().size());
    }
    return chunks;
}

}  // namespace capabilities
