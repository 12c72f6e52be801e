#include "crypto/merkle.h"

#include <bit>
#include <cstring>

namespace crypto::merkle {

namespace {

constexpr std::size_t pageLeavesMax = 2048;

// The largest power of two below n, for n >= 2: where RFC 9162 splits a tree.
std::uint64_t splitOf(std::uint64_t n)
{
    return std::bit_floor(n - 1);
}

// Combines the children of one level in place; an odd last one rises as it is, which is the same
// tree as splitting at powers of two from above. Returns how many are left.
template <class Hash>
std::size_t rise(const Digest *children, std::size_t count, Digest *parents)
{
    Hash::nodes(children, count / 2, parents);
    if (count % 2 == 1)
        parents[count / 2] = children[count - 1];
    return (count + 1) / 2;
}

}  // namespace

// ---- Tree ---------------------------------------------------------------------------------------

template <class Hash>
void Tree<Hash>::append(const Digest &leafHash)
{
    Digest hash = leafHash;
    for (std::size_t level = 0;; ++level) {
        if (level == m_levels.size())
            m_levels.emplace_back();
        std::vector<Digest> &row = m_levels[level];
        row.push_back(hash);
        if (row.size() % 2 == 1)
            return;
        hash = Hash::node(row[row.size() - 2], row[row.size() - 1]);
    }
}

template <class Hash>
std::optional<Digest> Tree<Hash>::rootAt(std::uint64_t size) const
{
    if (size > this->size())
        return std::nullopt;
    return size == 0 ? Hash::empty() : subtree(0, size);
}

// MTH(D[begin:end]); begin is always a multiple of the power of two that covers the range.
template <class Hash>
Digest Tree<Hash>::subtree(std::uint64_t begin, std::uint64_t end) const
{
    const std::uint64_t count = end - begin;
    if (std::has_single_bit(count)) {
        const auto level = static_cast<std::size_t>(std::countr_zero(count));
        return m_levels[level][begin >> level];
    }
    const std::uint64_t middle = begin + splitOf(count);
    return Hash::node(subtree(begin, middle), subtree(middle, end));
}

template <class Hash>
void Tree<Hash>::path(std::uint64_t index, std::uint64_t begin, std::uint64_t end,
                      Path &proof) const
{
    if (end - begin == 1)
        return;
    const std::uint64_t middle = begin + splitOf(end - begin);
    if (index < middle) {
        path(index, begin, middle, proof);
        proof.push_back(subtree(middle, end));
    } else {
        path(index, middle, end, proof);
        proof.push_back(subtree(begin, middle));
    }
}

template <class Hash>
std::optional<Path> Tree<Hash>::inclusionProof(std::uint64_t index, std::uint64_t size) const
{
    if (index >= size || size > this->size())
        return std::nullopt;
    Path proof;
    path(index, 0, size, proof);
    return proof;
}

// SUBPROOF of RFC 9162: `isWhole` says that the first tree is this very subtree, whose root the
// verifier knows already.
template <class Hash>
void Tree<Hash>::subproof(std::uint64_t first, std::uint64_t begin, std::uint64_t end, bool isWhole,
                          Path &proof) const
{
    if (first == end) {
        if (!isWhole)
            proof.push_back(subtree(begin, end));
        return;
    }
    const std::uint64_t middle = begin + splitOf(end - begin);
    if (first <= middle) {
        subproof(first, begin, middle, isWhole, proof);
        proof.push_back(subtree(middle, end));
    } else {
        subproof(first, middle, end, false, proof);
        proof.push_back(subtree(begin, middle));
    }
}

template <class Hash>
std::optional<Path> Tree<Hash>::consistencyProof(std::uint64_t first, std::uint64_t second) const
{
    if (first == 0 || first > second || second > size())
        return std::nullopt;
    Path proof;
    if (first < second)
        subproof(first, 0, second, true, proof);
    return proof;
}

template <class Hash>
std::size_t Tree<Hash>::memoryBytes() const
{
    std::size_t bytes = m_levels.capacity() * sizeof(std::vector<Digest>);
    for (const std::vector<Digest> &row : m_levels)
        bytes += row.capacity() * sizeof(Digest);
    return bytes;
}

// ---- Frontier -----------------------------------------------------------------------------------

template <class Hash>
void Frontier<Hash>::append(const Digest &leafHash)
{
    m_peaks.push_back(leafHash);
    ++m_size;
    for (int merges = std::countr_zero(m_size); merges > 0; --merges) {
        const Digest right = m_peaks.back();
        m_peaks.pop_back();
        m_peaks.back() = Hash::node(m_peaks.back(), right);
    }
}

template <class Hash>
Digest Frontier<Hash>::root() const
{
    if (m_peaks.empty())
        return Hash::empty();
    Digest root = m_peaks.back();
    for (std::size_t i = m_peaks.size() - 1; i > 0; --i)
        root = Hash::node(m_peaks[i - 1], root);
    return root;
}

template <class Hash>
std::string Frontier<Hash>::toBytes() const
{
    std::string bytes;
    bytes.reserve(8 + m_peaks.size() * sizeof(Digest));
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(m_size >> shift & 0xff);
    for (const Digest &peak : m_peaks)
        bytes.append(peak.bytes.begin(), peak.bytes.end());
    return bytes;
}

template <class Hash>
std::optional<Frontier<Hash>> Frontier<Hash>::fromBytes(std::string_view bytes)
{
    if (bytes.size() < 8)
        return std::nullopt;
    Frontier frontier;
    for (const char byte : bytes.substr(0, 8))
        frontier.m_size = frontier.m_size << 8 | static_cast<std::uint8_t>(byte);
    frontier.m_peaks.resize(static_cast<std::size_t>(std::popcount(frontier.m_size)));
    bytes.remove_prefix(8);
    if (bytes.size() != frontier.m_peaks.size() * sizeof(Digest))
        return std::nullopt;
    for (std::size_t i = 0; i < frontier.m_peaks.size(); ++i)
        std::memcpy(frontier.m_peaks[i].bytes.data(), bytes.data() + i * sizeof(Digest),
                    sizeof(Digest));
    return frontier;
}

// ---- one-shot -----------------------------------------------------------------------------------

template <class Hash>
Digest rootOf(std::span<const Digest> leafHashes)
{
    if (leafHashes.empty())
        return Hash::empty();
    // plain bytes, because clearing 32 KiB would cost a small page more than its hashes
    alignas(Digest) std::byte onStack[pageLeavesMax / 2 * sizeof(Digest)];
    std::vector<Digest> onHeap;
    Digest *row = reinterpret_cast<Digest *>(onStack);
    if (leafHashes.size() > pageLeavesMax) {
        onHeap.resize((leafHashes.size() + 1) / 2);
        row = onHeap.data();
    }
    std::size_t count = rise<Hash>(leafHashes.data(), leafHashes.size(), row);
    while (count > 1)
        count = rise<Hash>(row, count, row);
    return row[0];
}

template <class Hash>
std::optional<Path> pathOf(std::span<const Digest> leafHashes, std::size_t index)
{
    if (index >= leafHashes.size())
        return std::nullopt;
    Path proof;
    std::vector<Digest> row(leafHashes.begin(), leafHashes.end());
    for (std::size_t count = row.size(); count > 1; index /= 2) {
        const std::size_t sibling = index ^ 1;
        if (sibling < count)  // the odd last one rises without a sibling
            proof.push_back(row[sibling]);
        count = rise<Hash>(row.data(), count, row.data());
    }
    return proof;
}

// ---- verification -------------------------------------------------------------------------------

template <class Hash>
bool verifyInclusion(const Digest &leafHash, std::uint64_t index, std::uint64_t size,
                     std::span<const Digest> proof, const Digest &root)
{
    if (index >= size)
        return false;
    std::uint64_t node = index;
    std::uint64_t last = size - 1;
    Digest hash = leafHash;
    for (const Digest &sibling : proof) {
        if (last == 0)
            return false;
        if (node % 2 == 1 || node == last) {
            hash = Hash::node(sibling, hash);
            while (node % 2 == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = Hash::node(hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

template <class Hash>
bool verifyConsistency(std::uint64_t first, std::uint64_t second, const Digest &firstRoot,
                       const Digest &secondRoot, std::span<const Digest> proof)
{
    if (first == 0 || first > second)
        return false;
    if (first == second)
        return proof.empty() && firstRoot == secondRoot;
    std::uint64_t node = first - 1;
    std::uint64_t last = second - 1;
    while (node % 2 == 1) {
        node >>= 1;
        last >>= 1;
    }
    // a first tree of 2^k leaves is itself a node of the second: its root opens the path
    if (!std::has_single_bit(first) && proof.empty())
        return false;
    Digest firstHash = std::has_single_bit(first) ? firstRoot : proof.front();
    Digest secondHash = firstHash;
    for (const Digest &step : proof.subspan(std::has_single_bit(first) ? 0 : 1)) {
        if (last == 0)
            return false;
        if (node % 2 == 1 || node == last) {
            firstHash = Hash::node(step, firstHash);
            secondHash = Hash::node(step, secondHash);
            while (node % 2 == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            secondHash = Hash::node(secondHash, step);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && firstHash == firstRoot && secondHash == secondRoot;
}

#define INSTANTIATE(Hash)                                                               \
    template class Tree<Hash>;                                                          \
    template class Frontier<Hash>;                                                      \
    template Digest rootOf<Hash>(std::span<const Digest>);                              \
    template std::optional<Path> pathOf<Hash>(std::span<const Digest>, std::size_t);    \
    template bool verifyInclusion<Hash>(const Digest &, std::uint64_t, std::uint64_t,   \
                                        std::span<const Digest>, const Digest &);       \
    template bool verifyConsistency<Hash>(std::uint64_t, std::uint64_t, const Digest &, \
                                          const Digest &, std::span<const Digest>);
INSTANTIATE(Blake2b)
INSTANTIATE(Sha256)
#undef INSTANTIATE

}  // namespace crypto::merkle
