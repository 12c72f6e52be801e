#include "crypto/merkle.h"
#include "leaves.h"
#include "vectors.h"

#include <QtTest>

#include <random>

using namespace crypto;
using namespace crypto::merkle;

namespace {

// RFC 9162 section 2.1.1 written down as it stands: the judge of every other form.
template <class Hash>
Digest naiveRoot(std::span<const Digest> leaves)
{
    if (leaves.empty())
        return Hash::empty();
    if (leaves.size() == 1)
        return leaves[0];
    std::size_t split = 1;
    while (split * 2 < leaves.size())
        split *= 2;
    return Hash::node(naiveRoot<Hash>(leaves.first(split)), naiveRoot<Hash>(leaves.subspan(split)));
}

// RFC 9162 section 2.1.3.1, PATH.
template <class Hash>
Path naivePath(std::span<const Digest> leaves, std::size_t index)
{
    if (leaves.size() == 1)
        return {};
    std::size_t split = 1;
    while (split * 2 < leaves.size())
        split *= 2;
    const bool isLeft = index < split;
    Path path = isLeft ? naivePath<Hash>(leaves.first(split), index)
                       : naivePath<Hash>(leaves.subspan(split), index - split);
    path.push_back(naiveRoot<Hash>(isLeft ? leaves.subspan(split) : leaves.first(split)));
    return path;
}

Path pathFrom(const QJsonValue &rows)
{
    Path path;
    for (const QJsonValue row : rows.toArray())
        path.push_back(vectors::digest(row));
    return path;
}

std::uint64_t numberFrom(const QJsonValue &text)
{
    bool isNumber = false;
    const std::uint64_t number = text.toString().toULongLong(&isNumber);
    if (!isNumber)
        qFatal("a vector holds no number");
    return number;
}

}  // namespace

class TestMerkle : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void publishedRoots();
    void publishedInclusionProofs();
    void publishedConsistencyProofs();
    void leafAndNodeLikeTheRfc();
    void pagesOfLeaves();
    void allFormsAgreeBlake2b() { allFormsAgree<Blake2b>(); }
    void allFormsAgreeSha256() { allFormsAgree<Sha256>(); }
    void largeTrees();
    void frontierKeepsItsBytes();
    void frontierRefusesOtherBytes();
    void treeRefusesWhatItNeverHad();

private:
    template <class Hash>
    void allFormsAgree();

    QJsonObject m_published;
};

void TestMerkle::initTestCase()
{
    QVERIFY(init());
    m_published = vectors::read("rfc9162.json");
    QVERIFY(!m_published.isEmpty());
}

void TestMerkle::publishedRoots()
{
    const QJsonArray roots = m_published[u"roots"].toArray();
    QCOMPARE(roots.size(), 9);
    Tree<Sha256> tree;
    Frontier<Sha256> frontier;
    std::vector<Digest> leaves;
    for (int size = 0;; ++size) {
        const Digest root = vectors::digest(roots[size]);
        QVERIFY(tree.root() == root);
        QVERIFY(frontier.root() == root);
        QVERIFY(rootOf<Sha256>(leaves) == root);
        if (size == 8)
            break;
        leaves.push_back(Sha256::leaf(vectors::bytes(m_published[u"leaves"].toArray()[size])));
        tree.append(leaves.back());
        frontier.append(leaves.back());
    }
    for (int size = 0; size <= 8; ++size)
        QVERIFY(tree.rootAt(static_cast<std::uint64_t>(size)) == vectors::digest(roots[size]));
}

void TestMerkle::publishedInclusionProofs()
{
    int valid = 0, refused = 0;
    for (const QJsonValue row : m_published[u"inclusion"].toArray()) {
        const bool isProved = verifyInclusion<Sha256>(
            vectors::digest(row[u"leaf"]), numberFrom(row[u"index"]), numberFrom(row[u"size"]),
            pathFrom(row[u"proof"]), vectors::digest(row[u"root"]));
        QVERIFY2(isProved == row[u"valid"].toBool(), qPrintable(row[u"name"].toString()));
        ++(isProved ? valid : refused);
    }
    QCOMPARE(valid, 6);
    QCOMPARE(refused, 66);
}

void TestMerkle::publishedConsistencyProofs()
{
    int valid = 0, refused = 0;
    for (const QJsonValue row : m_published[u"consistency"].toArray()) {
        const bool isProved =
            verifyConsistency<Sha256>(numberFrom(row[u"first"]), numberFrom(row[u"second"]),
                                      vectors::digest(row[u"firstRoot"]),
                                      vectors::digest(row[u"secondRoot"]), pathFrom(row[u"proof"]));
        QVERIFY2(isProved == row[u"valid"].toBool(), qPrintable(row[u"name"].toString()));
        ++(isProved ? valid : refused);
    }
    QCOMPARE(valid, 5);
    QCOMPARE(refused, 66);
}

void TestMerkle::leafAndNodeLikeTheRfc()
{
    const std::string data = vectors::message(700);
    const Digest left = Blake2b::leaf("left"), right = Blake2b::leaf("right");
    std::string node(1, '\x01');
    for (const Digest &child : {left, right})
        node.append(child.bytes.begin(), child.bytes.end());
    QVERIFY(Blake2b::node(left, right) == blake2b(node));
    QVERIFY(Sha256::node(left, right) == sha256(node));
    QVERIFY(Blake2b::empty() == blake2b(""));
    for (std::size_t size = 0; size <= data.size(); ++size) {
        const std::string_view text(data.data(), size);
        const std::string prefixed = std::string(1, '\0') + std::string(text);
        QVERIFY(Blake2b::leaf(text) == blake2b(prefixed));
        QVERIFY(Sha256::leaf(text) == sha256(prefixed));
        const std::size_t cut = std::min<std::size_t>(size, 16);
        QVERIFY(Blake2b::leaf(bytesOf(text).first(cut), bytesOf(text).subspan(cut))
                == blake2b(prefixed));
    }
}

// The wide form of a page, with leaves of every length beside one another.
void TestMerkle::pagesOfLeaves()
{
    std::mt19937 random(3);
    const std::string data = vectors::message(2000);
    for (std::size_t count = 0; count < 70; ++count) {
        std::vector<LeafParts> parts;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t longest = random() % 4 == 0 ? 1500 : 130;
            parts.push_back({bytesOf(data).subspan(random() % 400, random() % 2 * 16),
                             bytesOf(data).subspan(random() % 400, random() % longest)});
        }
        std::vector<Digest> hashes(count), others(count);
        Blake2b::leaves(parts, hashes.data());
        Sha256::leaves(parts, others.data());
        for (std::size_t i = 0; i < count; ++i) {
            QVERIFY(hashes[i] == Blake2b::leaf(parts[i].first, parts[i].second));
            QVERIFY(others[i] == Sha256::leaf(parts[i].first, parts[i].second));
        }
    }
}

template <class Hash>
void TestMerkle::allFormsAgree()
{
    constexpr std::size_t sizeMax = 133;
    const std::vector<Digest> leaves = leavesOf<Hash>(sizeMax, 1);
    Tree<Hash> tree;
    Frontier<Hash> frontier;
    std::vector<Digest> roots{Hash::empty()};
    for (std::size_t size = 1; size <= sizeMax; ++size) {
        const std::span<const Digest> some = std::span(leaves).first(size);
        tree.append(leaves[size - 1]);
        frontier.append(leaves[size - 1]);
        const Digest root = naiveRoot<Hash>(some);
        QVERIFY(tree.root() == root);
        QVERIFY(frontier.root() == root);
        QVERIFY(rootOf<Hash>(some) == root);
        QCOMPARE(tree.size(), std::uint64_t(size));
        QCOMPARE(frontier.size(), std::uint64_t(size));
        roots.push_back(root);
    }
    for (std::size_t size = 1; size <= sizeMax; ++size) {
        const std::span<const Digest> some = std::span(leaves).first(size);
        QVERIFY(tree.rootAt(size) == roots[size]);
        for (std::size_t index = 0; index < size; ++index) {
            const Path path = naivePath<Hash>(some, index);
            QVERIFY(tree.inclusionProof(index, size) == path);
            QVERIFY(pathOf<Hash>(some, index) == path);
            QVERIFY(verifyInclusion<Hash>(leaves[index], index, size, path, roots[size]));
        }
        for (std::size_t first = 1; first <= size; ++first) {
            const auto proof = tree.consistencyProof(first, size);
            QVERIFY(proof);
            QVERIFY(verifyConsistency<Hash>(first, size, roots[first], roots[size], *proof));
        }
    }
}

// Around the sizes where the one-shot form changes its memory.
void TestMerkle::largeTrees()
{
    const std::vector<Digest> leaves = leavesOf<Blake2b>(5000, 2);
    for (const std::size_t size : {1023, 1024, 1025, 2047, 2048, 2049, 2050, 4097, 5000}) {
        const std::span<const Digest> some = std::span(leaves).first(size);
        const Digest root = naiveRoot<Blake2b>(some);
        QVERIFY(rootOf(some) == root);
        for (const std::size_t index : {std::size_t(0), size / 3, size - 1}) {
            const auto path = pathOf(some, index);
            QVERIFY(path == naivePath<Blake2b>(some, index));
            QVERIFY(verifyInclusion(leaves[index], index, size, *path, root));
        }
    }
}

void TestMerkle::frontierKeepsItsBytes()
{
    const std::vector<Digest> leaves = leavesOf<Blake2b>(300, 3);
    Frontier<> frontier;
    for (std::size_t size = 0; size < leaves.size(); ++size) {
        const std::string bytes = frontier.toBytes();
        QCOMPARE(bytes.size(), 8 + 32 * static_cast<std::size_t>(std::popcount(size)));
        auto restored = Frontier<>::fromBytes(bytes);
        QVERIFY(restored);
        QVERIFY(*restored == frontier);
        QVERIFY(restored->root() == naiveRoot<Blake2b>(std::span(leaves).first(size)));
        restored->append(leaves[size]);
        frontier.append(leaves[size]);
        QVERIFY(*restored == frontier);
    }
    QCOMPARE(QByteArray::fromStdString(Frontier<>().toBytes()), QByteArray(8, '\0'));
}

void TestMerkle::frontierRefusesOtherBytes()
{
    Frontier<> frontier;
    for (const Digest &leaf : leavesOf<Blake2b>(11, 4))
        frontier.append(leaf);
    const std::string bytes = frontier.toBytes();
    QVERIFY(Frontier<>::fromBytes(bytes));
    for (std::size_t size = 0; size < bytes.size(); ++size)
        QVERIFY(!Frontier<>::fromBytes(std::string_view(bytes).substr(0, size)));
    QVERIFY(!Frontier<>::fromBytes(bytes + '\0'));
    for (std::size_t bit = 0; bit < 64; ++bit) {
        std::string other = bytes;
        other[bit / 8] = static_cast<char>(other[bit / 8] ^ 1 << bit % 8);
        QVERIFY(!Frontier<>::fromBytes(other));  // one bit more or less asks for other bytes
    }
}

void TestMerkle::treeRefusesWhatItNeverHad()
{
    Tree<> tree;
    QVERIFY(tree.root() == Blake2b::empty());
    QVERIFY(!tree.rootAt(1));
    QVERIFY(!tree.inclusionProof(0, 0));
    QVERIFY(!tree.inclusionProof(0, 1));
    QVERIFY(!tree.consistencyProof(0, 0));
    for (const Digest &leaf : leavesOf<Blake2b>(10, 5))
        tree.append(leaf);
    QVERIFY(tree.leafHash(3) == leavesOf<Blake2b>(10, 5)[3]);
    QVERIFY(!tree.rootAt(11));
    QVERIFY(!tree.inclusionProof(10, 10));
    QVERIFY(!tree.inclusionProof(5, 11));
    QVERIFY(!tree.inclusionProof(~std::uint64_t{0}, ~std::uint64_t{0}));
    QVERIFY(!tree.consistencyProof(7, 6));
    QVERIFY(!tree.consistencyProof(7, 11));
    QVERIFY(!tree.consistencyProof(0, 7));
    QVERIFY(tree.consistencyProof(7, 7)->empty());
    QVERIFY(!pathOf<Blake2b>({}, 0));
    QVERIFY(tree.memoryBytes() >= 10 * sizeof(Digest));
    // nothing is told of the empty tree, and the empty tree tells nothing
    QVERIFY(!verifyConsistency(0, 10, Blake2b::empty(), tree.root(), {}));
    QVERIFY(!verifyConsistency(0, 0, Blake2b::empty(), Blake2b::empty(), {}));
}

QTEST_APPLESS_MAIN(TestMerkle)
#include "tst_merkle.moc"
