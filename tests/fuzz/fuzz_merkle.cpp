// Merkle proofs from strangers. The promise is soundness: whatever is done to a true proof, what
// the verifier accepts for a known root and size is true. And the forms agree on any leaves.
#include "crypto/merkle.h"
#include "input.h"

#include <string>
#include <vector>

using namespace crypto;
using fuzz::check;
using fuzz::Input;

namespace {

constexpr std::size_t leafCount = 64;

struct Known {
    merkle::Tree<> tree;
    std::vector<Digest> roots;

    Known()
    {
        check(init(), "libsodium works here");
        for (std::size_t i = 0; i <= leafCount; ++i) {
            roots.push_back(tree.root());
            tree.append(merkle::Blake2b::leaf(std::to_string(i)));
        }
    }
};

const Known &known()
{
    static const Known known;
    return known;
}

// Digests a liar has at hand: those of the tree, those of the proof, or any.
Digest anyDigest(Input &input, const merkle::Path &proof)
{
    const std::uint8_t source = input.byte();
    if (source < 64)
        return known().tree.leafHash(source);
    if (source < 128)
        return known().roots[source - 64];
    if (source < 192 && !proof.empty())
        return proof[source % proof.size()];
    Digest digest;
    const std::string_view bytes = input.take(sizeof(Digest));
    std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
    return digest;
}

void tamper(Input &input, merkle::Path &proof)
{
    const std::size_t at = proof.empty() ? 0 : input.byte() % proof.size();
    const auto place = proof.begin() + static_cast<std::ptrdiff_t>(at);
    switch (input.upTo(4)) {
    case 0: proof.insert(place, anyDigest(input, proof)); break;
    case 1: proof.push_back(anyDigest(input, proof)); break;
    default:
        if (proof.empty())
            break;
        if (const std::uint8_t what = input.byte(); what < 64)
            proof.erase(place);
        else if (what < 128)
            std::swap(proof[at], proof[what % proof.size()]);
        else
            proof[at].bytes[what % 32] ^= static_cast<std::uint8_t>(1 << what / 32);
    }
}

void inclusion(Input &input)
{
    const std::uint64_t size = 1 + input.upTo(leafCount - 1);
    std::uint64_t index = input.upTo(size - 1);
    merkle::Path proof = *known().tree.inclusionProof(index, size);
    Digest leaf = known().tree.leafHash(index);
    check(merkle::verifyInclusion(leaf, index, size, proof, known().roots[size]),
          "a true inclusion proof is accepted");
    while (!input.isEmpty()) {
        switch (input.upTo(3)) {
        case 0: index = input.upTo(2 * leafCount); break;
        case 1: leaf = anyDigest(input, proof); break;
        default: tamper(input, proof);
        }
    }
    if (merkle::verifyInclusion(leaf, index, size, proof, known().roots[size])) {
        check(index < size && leaf == known().tree.leafHash(index),
              "an accepted leaf stands at its place");
        check(proof == known().tree.inclusionProof(index, size), "there is one proof of a place");
    }
}

void consistency(Input &input)
{
    const std::uint64_t second = 1 + input.upTo(leafCount - 1);
    std::uint64_t first = 1 + input.upTo(second - 1);
    merkle::Path proof = *known().tree.consistencyProof(first, second);
    Digest root = known().roots[first];
    check(merkle::verifyConsistency(first, second, root, known().roots[second], proof),
          "a true consistency proof is accepted");
    while (!input.isEmpty()) {
        switch (input.upTo(3)) {
        case 0: first = input.upTo(2 * leafCount); break;
        case 1: root = anyDigest(input, proof); break;
        default: tamper(input, proof);
        }
    }
    if (merkle::verifyConsistency(first, second, root, known().roots[second], proof))
        check(first >= 1 && first <= second && root == known().roots[first],
              "an accepted beginning is one");
}

// Sizes and digests without any truth in them: the verifiers end and touch nothing else.
void nonsense(Input &input)
{
    const std::uint64_t first = input.upTo(~std::uint64_t{0});
    const std::uint64_t second = input.upTo(~std::uint64_t{0});
    const Digest a = anyDigest(input, {}), b = anyDigest(input, {});
    merkle::Path proof;
    while (!input.isEmpty() && proof.size() < 80)
        proof.push_back(anyDigest(input, proof));
    merkle::verifyInclusion(a, first, second, proof, b);
    merkle::verifyConsistency(first, second, a, b, proof);
    merkle::verifyInclusion<merkle::Sha256>(a, first, second, proof, b);
    merkle::verifyConsistency<merkle::Sha256>(first, second, a, b, proof);
}

void frontier(Input &input)
{
    auto frontier = merkle::Frontier<>::fromBytes(input.rest());
    if (!frontier)
        return;
    check(frontier->toBytes() == input.rest(), "a frontier has one stored form");
    const Digest root = frontier->root();
    if (frontier->size() == ~std::uint64_t{0})
        return;
    frontier->append(root);
    check(merkle::Frontier<>::fromBytes(frontier->toBytes()) == frontier, "a frontier comes back");
}

// Leaves of any lengths: the page form, the tree and the proofs of one place agree.
void forms(Input &input)
{
    std::vector<merkle::LeafParts> parts;
    while (!input.isEmpty() && parts.size() < 100) {
        const std::string_view salt = input.take(input.byte() % 17);
        const std::string_view fact = input.take(input.upTo(700));
        parts.push_back({bytesOf(salt), bytesOf(fact)});
    }
    std::vector<Digest> hashes(parts.size());
    merkle::Blake2b::leaves(parts, hashes.data());
    merkle::Tree<> tree;
    merkle::Frontier<> frontier;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Digest leaf = merkle::Blake2b::leaf(parts[i].first, parts[i].second);
        check(leaf == hashes[i], "four lanes hash like one");
        tree.append(leaf);
        frontier.append(leaf);
    }
    check(merkle::rootOf(hashes) == tree.root(), "the page form and the tree agree");
    check(frontier.root() == tree.root(), "the frontier and the tree agree");
    for (std::size_t i = 0; i < hashes.size(); i += 7)
        check(merkle::pathOf(hashes, i) == tree.inclusionProof(i, hashes.size()),
              "the paths of both forms agree");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    known();
    Input input(data, size);
    switch (input.upTo(4)) {
    case 0: inclusion(input); break;
    case 1: consistency(input); break;
    case 2: nonsense(input); break;
    case 3: frontier(input); break;
    default: forms(input);
    }
    return 0;
}
