#include "text/minhash.h"

#include <algorithm>

namespace text {

namespace {

constexpr std::uint32_t emptyBin = 0xffffffffu;
constexpr std::uint32_t roundCount = 2 * minhashSize;
constexpr std::uint32_t valueBits = 25;  // below the 7 bits of the round
static_assert(roundCount <= 1u << (32 - valueBits));

}  // namespace

std::uint64_t hashOf(std::string_view bytes)
{
    std::uint64_t hash = 0x9e3779b97f4a7c15ull ^ bytes.size();
    while (bytes.size() >= 8) {
        std::uint64_t word = 0;
        for (int i = 7; i >= 0; --i)  // little endian on every machine
            word = word << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
        hash = mixed(hash ^ word);
        bytes.remove_prefix(8);
    }
    std::uint64_t rest = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        rest = rest << 8 | static_cast<unsigned char>(bytes[i]);
    return mixed(hash ^ rest);
}

MinHash minhash(std::span<const std::uint64_t> elements)
{
    MinHash bins;
    bins.fill(emptyBin);
    if (elements.empty())
        return bins;
    std::size_t emptyCount = minhashSize;
    // Rounds before 64 throw each element into a random bin, later ones into bin round - 64, so
    // that every bin is filled in the end. A value of an earlier round beats any of a later one.
    for (std::uint32_t round = 0; round < roundCount && emptyCount > 0; ++round) {
        const std::uint64_t salt = mixed(round + 0x5bd1e995u);
        for (const std::uint64_t element : elements) {
            const std::uint64_t hash = mixed(element ^ salt);
            const std::size_t bin = round < minhashSize ? hash >> 58 : round - minhashSize;
            const std::uint32_t value =
                round << valueBits | static_cast<std::uint32_t>(hash & ((1u << valueBits) - 1));
            if (bins[bin] == emptyBin)
                --emptyCount;
            bins[bin] = std::min(bins[bin], value);
        }
    }
    return bins;
}

bool isEmpty(const MinHash &sketch)
{
    return sketch[0] == emptyBin;
}

int similarity(const MinHash &a, const MinHash &b)
{
    if (isEmpty(a) || isEmpty(b))
        return 0;
    int equal = 0;
    for (std::size_t i = 0; i < minhashSize; ++i)
        equal += a[i] == b[i];
    return equal * 10000 / static_cast<int>(minhashSize);
}

std::uint64_t simhash(std::span<const std::pair<std::uint64_t, std::uint32_t>> features)
{
    std::array<std::int64_t, 64> balance = {};
    for (const auto &[hash, weight] : features) {
        for (std::size_t bit = 0; bit < 64; ++bit)
            balance[bit] += (hash >> bit & 1) ? std::int64_t(weight) : -std::int64_t(weight);
    }
    std::uint64_t out = 0;
    for (std::size_t bit = 0; bit < 64; ++bit)
        out |= std::uint64_t(balance[bit] > 0) << bit;
    return out;
}

}  // namespace text
