// Merkle trees as in RFC 9162 section 2.1 (certificate transparency): leaf = H(0x00 | data),
// node = H(0x01 | left | right), no padding, the empty tree is H(). Owns a full tree (proofs), a
// frontier (append and root alone) and one-shot forms for a page; what a leaf means is the
// caller's. Trees take leaf *hashes*: make them with Hash::leaf, never from foreign bytes alone.
// Thread contract: free functions are pure; a Tree or Frontier has one writer.
#pragma once

#include "crypto/hash.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crypto::merkle {

// What a leaf commits to, in two pieces (a salt and a fact, say). The split leaves no trace in the
// hash, so one of the two must have a fixed length.
struct LeafParts {
    Bytes first;
    Bytes second;
};

// The two hashes a tree can stand on: ours, and the one the public logs use.
struct Blake2b {
    static Digest empty();
    // H(0x00 | first | second)
    static Digest leaf(Bytes first, Bytes second = {});
    static Digest leaf(std::string_view data) { return leaf(bytesOf(data)); }
    // hashes[i] = leaf(parts[i]): a page at once, in four lanes where the processor has them.
    static void leaves(std::span<const LeafParts> parts, Digest *hashes);
    static Digest node(const Digest &left, const Digest &right);
    // parents[i] = node(children[2i], children[2i+1]); parents may be the front of children.
    static void nodes(const Digest *children, std::size_t pairs, Digest *parents);
};

struct Sha256 {
    static Digest empty();
    static Digest leaf(Bytes first, Bytes second = {});
    static Digest leaf(std::string_view data) { return leaf(bytesOf(data)); }
    static void leaves(std::span<const LeafParts> parts, Digest *hashes);
    static Digest node(const Digest &left, const Digest &right);
    static void nodes(const Digest *children, std::size_t pairs, Digest *parents);
};

using Path = std::vector<Digest>;

// A growing tree that can prove. About 64 bytes of memory a leaf; append is O(1) amortised,
// root and proofs O(log n) hashes.
template <class Hash = Blake2b>
class Tree {
public:
    void append(const Digest &leafHash);
    std::uint64_t size() const { return m_levels.empty() ? 0 : m_levels.front().size(); }
    const Digest &leafHash(std::uint64_t index) const { return m_levels.front().at(index); }
    Digest root() const { return *rootAt(size()); }
    // The root when the tree had `size` leaves; nothing if it never had so many.
    std::optional<Digest> rootAt(std::uint64_t size) const;

    // RFC 9162 2.1.3.1: that leaf `index` is in the tree of the first `size` leaves, sibling of
    // the leaf first. Nothing unless index < size <= size().
    std::optional<Path> inclusionProof(std::uint64_t index, std::uint64_t size) const;
    // RFC 9162 2.1.4.1: that the tree of `first` leaves is a beginning of the tree of `second`.
    // Nothing unless 0 < first <= second <= size(). Empty for first = second.
    std::optional<Path> consistencyProof(std::uint64_t first, std::uint64_t second) const;

    // Bytes held, for the vitals.
    std::size_t memoryBytes() const;

private:
    Digest subtree(std::uint64_t begin, std::uint64_t end) const;
    void path(std::uint64_t index, std::uint64_t begin, std::uint64_t end, Path &proof) const;
    void subproof(std::uint64_t first, std::uint64_t begin, std::uint64_t end, bool isWhole,
                  Path &proof) const;

    // m_levels[k][i] is the hash over the complete run of 2^k leaves that starts at i * 2^k
    std::vector<std::vector<Digest>> m_levels;
};

// The right edge of a tree: enough to append and to know the root, O(log n) memory.
template <class Hash = Blake2b>
class Frontier {
public:
    void append(const Digest &leafHash);
    std::uint64_t size() const { return m_size; }
    Digest root() const;

    // Stored form: the size in 8 bytes, most significant first, then the roots of the complete
    // subtrees, largest first (one for each 1 bit of the size). At most 8 + 64 * 32 bytes.
    std::string toBytes() const;
    // Nothing unless the length is exactly right for the size.
    static std::optional<Frontier> fromBytes(std::string_view bytes);

    bool operator==(const Frontier &) const = default;

private:
    std::uint64_t m_size = 0;
    std::vector<Digest> m_peaks;
};

// The root over these leaf hashes, in one go. Up to 2048 leaves use no heap.
template <class Hash = Blake2b>
Digest rootOf(std::span<const Digest> leafHashes);

// The inclusion proof of leaf `index` in the tree of exactly these leaves.
// Nothing unless index < leafHashes.size().
template <class Hash = Blake2b>
std::optional<Path> pathOf(std::span<const Digest> leafHashes, std::size_t index);

// RFC 9162 2.1.3.2. `size` and `root` must come together from something trusted (a signed tip): a
// path alone does not tell trees apart whose shape is the same along it.
template <class Hash = Blake2b>
bool verifyInclusion(const Digest &leafHash, std::uint64_t index, std::uint64_t size,
                     std::span<const Digest> proof, const Digest &root);

// RFC 9162 2.1.4.2; a tree continues itself by the empty proof. First = 0 is refused: every tree
// continues the empty one, so such a proof would say nothing about `secondRoot`.
template <class Hash = Blake2b>
bool verifyConsistency(std::uint64_t first, std::uint64_t second, const Digest &firstRoot,
                       const Digest &secondRoot, std::span<const Digest> proof);

}  // namespace crypto::merkle
