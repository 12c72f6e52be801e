#include "crypto/merkle.h"
#include "leaves.h"

#include <QtTest>

using namespace crypto;
using namespace crypto::merkle;

namespace {

Digest flipped(Digest digest, std::size_t bit)
{
    digest.bytes[bit / 8 % 32] ^= static_cast<std::uint8_t>(1 << bit % 8);
    return digest;
}

}  // namespace

// What a liar may do to a true proof, all of it where that is possible.
class TestMerkleHostile : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(init()); }
    void mutatedInclusionFails();
    void mutatedConsistencyFails();
    void smallerTreesCannotBeClaimed();
    void endlessNumbersEnd();
};

// Every bit of every part, every wrong length, place and size.
void TestMerkleHostile::mutatedInclusionFails()
{
    for (const std::size_t size : {1, 2, 3, 7, 8, 11}) {
        const std::vector<Digest> leaves = leavesOf<Blake2b>(size, 6);
        const Digest root = rootOf(leaves);
        for (std::size_t index = 0; index < size; ++index) {
            const Path path = *pathOf(leaves, index);
            const Digest leaf = leaves[index];
            QVERIFY(verifyInclusion(leaf, index, size, path, root));
            for (std::size_t bit = 0; bit < 256; ++bit) {
                QVERIFY(!verifyInclusion(flipped(leaf, bit), index, size, path, root));
                QVERIFY(!verifyInclusion(leaf, index, size, path, flipped(root, bit)));
                for (std::size_t step = 0; step < path.size(); ++step) {
                    Path other = path;
                    other[step] = flipped(other[step], bit);
                    QVERIFY(!verifyInclusion(leaf, index, size, other, root));
                }
            }
            for (std::size_t step = 0; step <= path.size(); ++step) {
                Path longer = path;
                longer.insert(longer.begin() + static_cast<std::ptrdiff_t>(step), leaf);
                QVERIFY(!verifyInclusion(leaf, index, size, longer, root));
                if (step < path.size()) {
                    Path shorter = path;
                    shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(step));
                    QVERIFY(!verifyInclusion(leaf, index, size, shorter, root));
                }
            }
            for (std::size_t place = 0; place < 20; ++place) {
                if (place != index)
                    QVERIFY(!verifyInclusion(leaf, place, size, path, root));
            }
            QVERIFY(!verifyInclusion(leaf, index, 0, path, root));
            QVERIFY(!verifyInclusion(leaf, index, size + 16, path, root));
        }
    }
    // an inner node is no leaf although its hash is in the tree
    const std::vector<Digest> leaves = leavesOf<Blake2b>(4, 7);
    const Digest inner = Blake2b::node(leaves[0], leaves[1]);
    const Path path{Blake2b::node(leaves[2], leaves[3])};
    QVERIFY(!verifyInclusion(inner, 0, 4, path, rootOf(leaves)));
}

void TestMerkleHostile::mutatedConsistencyFails()
{
    Tree<> tree;
    for (const Digest &leaf : leavesOf<Blake2b>(13, 8))
        tree.append(leaf);
    for (std::uint64_t second = 1; second <= tree.size(); ++second) {
        for (std::uint64_t first = 1; first <= second; ++first) {
            const Digest old = *tree.rootAt(first), now = *tree.rootAt(second);
            const Path proof = *tree.consistencyProof(first, second);
            QVERIFY(verifyConsistency(first, second, old, now, proof));
            for (std::size_t bit = 0; bit < 256; bit += 5) {
                QVERIFY(!verifyConsistency(first, second, flipped(old, bit), now, proof));
                QVERIFY(!verifyConsistency(first, second, old, flipped(now, bit), proof));
                for (std::size_t step = 0; step < proof.size(); ++step) {
                    Path other = proof;
                    other[step] = flipped(other[step], bit);
                    QVERIFY(!verifyConsistency(first, second, old, now, other));
                }
            }
            for (std::size_t step = 0; step <= proof.size(); ++step) {
                Path longer = proof;
                longer.insert(longer.begin() + static_cast<std::ptrdiff_t>(step), old);
                QVERIFY(!verifyConsistency(first, second, old, now, longer));
                if (step < proof.size()) {
                    Path shorter = proof;
                    shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(step));
                    QVERIFY(!verifyConsistency(first, second, old, now, shorter));
                }
            }
            QVERIFY(!verifyConsistency(second + 1, second, old, now, proof));
            if (first < second) {
                QVERIFY(!verifyConsistency(first, second, now, old, proof));
                QVERIFY(!verifyConsistency(second, first, now, old, proof));
            }
        }
    }
}

// The path to a place in a large tree also leads there from the matching place of a smaller one,
// if a verifier goes on after it has reached the top: leaf 7 of 8 as leaf 3 of 4, and so on.
void TestMerkleHostile::smallerTreesCannotBeClaimed()
{
    const std::vector<Digest> leaves = leavesOf<Blake2b>(8, 9);
    Tree<> tree;
    for (const Digest &leaf : leaves)
        tree.append(leaf);
    const Path path = *tree.inclusionProof(7, 8);
    QVERIFY(verifyInclusion(leaves[7], 7, 8, path, tree.root()));
    QVERIFY(!verifyInclusion(leaves[7], 3, 4, path, tree.root()));
    QVERIFY(!verifyInclusion(leaves[7], 1, 2, path, tree.root()));
    QVERIFY(!verifyInclusion(leaves[7], 0, 1, path, tree.root()));

    const Path proof = *tree.consistencyProof(7, 8);
    QVERIFY(verifyConsistency(7, 8, *tree.rootAt(7), tree.root(), proof));
    QVERIFY(!verifyConsistency(3, 4, *tree.rootAt(7), tree.root(), proof));
    QVERIFY(!verifyConsistency(5, 8, *tree.rootAt(7), tree.root(), proof));
    QVERIFY(!verifyConsistency(7, 9, *tree.rootAt(7), tree.root(), proof));
}

// Numbers a hostile bundle may claim: each call ends, and no path is as long as they ask.
void TestMerkleHostile::endlessNumbersEnd()
{
    const std::uint64_t most = ~std::uint64_t{0};
    const Digest digest = Blake2b::leaf("x");
    const Path path(64, digest);
    for (const std::uint64_t size : {most, most - 1, most / 2 + 1, most / 2}) {
        for (const std::uint64_t index : {std::uint64_t{0}, size / 2, size - 1, size}) {
            QVERIFY(!verifyInclusion(digest, index, size, path, digest));
            QVERIFY(!verifyConsistency(index, size, digest, flipped(digest, 0), path));
            QVERIFY(!verifyConsistency(index, size, digest, flipped(digest, 0), {}));
        }
    }
    QVERIFY(!verifyConsistency(most, most, digest, flipped(digest, 1), {}));
}

QTEST_APPLESS_MAIN(TestMerkleHostile)
#include "tst_merklehostile.moc"
