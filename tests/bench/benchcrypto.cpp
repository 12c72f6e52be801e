// Prints what the hot path pays crypto/: nanoseconds for a leaf of 80 bytes, for the tree of a
// page, for a signature. Every figure is the best of several rounds, because a shared machine can
// only make code look slower than it is; the median stands beside it and tells how quiet it was.
#include "crypto/merkle.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/words.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

using namespace crypto;

namespace {

constexpr int roundCount = 15;
constexpr std::size_t factBytes = 80;
constexpr std::size_t saltBytes = 16;

// Keeps the compiler from dropping work whose result nobody reads.
volatile std::uint8_t sink = 0;

template <class Work>
void report(const char *name, std::size_t repeats, std::size_t units, const char *unit, Work work)
{
    std::array<double, roundCount> times;
    for (double &time : times) {
        const auto start = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < repeats; ++i)
            work(i);
        const std::chrono::duration<double, std::nano> spent =
            std::chrono::steady_clock::now() - start;
        time = spent.count() / static_cast<double>(repeats * units);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-44s %10.1f ns a %-8s (median %.1f)\n", name, times.front(), unit,
                times[times.size() / 2]);
}

template <class Hash>
void reportTree(const std::string &hash, const std::vector<std::string> &facts)
{
    std::vector<Digest> hashes(facts.size());
    std::vector<std::uint8_t> salts(facts.size() * saltBytes);
    const Digest key = blake2b("a key for the bench");
    std::vector<merkle::LeafParts> parts;
    for (std::size_t i = 0; i < facts.size(); ++i)
        parts.push_back({Bytes(salts).subspan(i * saltBytes, saltBytes), bytesOf(facts[i])});

    report((hash + " leaf, one by one, 16 + 80 bytes").c_str(), 20'000, 1, "leaf",
           [&](std::size_t i) {
               const merkle::LeafParts &part = parts[i % parts.size()];
               sink = Hash::leaf(part.first, part.second).bytes[0];
           });
    report((hash + " leaves of a page, 16 + 80 bytes").c_str(), 10, facts.size(), "leaf",
           [&](std::size_t) { Hash::leaves(parts, hashes.data()); });
    report((hash + " root of 2048").c_str(), 10, facts.size(), "leaf",
           [&](std::size_t) { sink = merkle::rootOf<Hash>(hashes).bytes[0]; });
    report((hash + " root of 1").c_str(), 1'000, 1, "page",
           [&](std::size_t) { sink = merkle::rootOf<Hash>(std::span(hashes).first(1)).bytes[0]; });
    report((hash + " page: salts, leaves and root of 2048").c_str(), 10, facts.size(), "fact",
           [&](std::size_t i) {
               saltStream(key.bytes, i, salts);
               Hash::leaves(parts, hashes.data());
               sink = merkle::rootOf<Hash>(hashes).bytes[0];
           });
    report((hash + " frontier append").c_str(), 10, facts.size(), "leaf", [&](std::size_t) {
        merkle::Frontier<Hash> frontier;
        for (const Digest &leaf : hashes)
            frontier.append(leaf);
        sink = frontier.root().bytes[0];
    });
    report((hash + " tree append").c_str(), 10, facts.size(), "leaf", [&](std::size_t) {
        merkle::Tree<Hash> tree;
        for (const Digest &leaf : hashes)
            tree.append(leaf);
        sink = tree.root().bytes[0];
    });
    const auto proof = merkle::pathOf<Hash>(hashes, 1234);
    const Digest root = merkle::rootOf<Hash>(hashes);
    report((hash + " verify inclusion in 2048").c_str(), 1'000, 1, "proof", [&](std::size_t) {
        sink = merkle::verifyInclusion<Hash>(hashes[1234], 1234, hashes.size(), *proof, root);
    });
}

}  // namespace

int main()
{
    if (!init())
        return 1;
    std::vector<std::string> facts;
    for (std::size_t i = 0; i < 2048; ++i) {
        facts.push_back("fact " + std::to_string(i) + ' ');
        facts.back().resize(factBytes, '.');
    }
    report("BLAKE2b-256, 80 bytes", 20'000, 1, "call",
           [&](std::size_t i) { sink = blake2b(facts[i % facts.size()]).bytes[0]; });
    report("SHA-256, 80 bytes", 20'000, 1, "call",
           [&](std::size_t i) { sink = sha256(facts[i % facts.size()]).bytes[0]; });
    const std::string page(256 * 1024, 'x');
    report("BLAKE2b-256, 256 KiB", 10, page.size(), "byte",
           [&](std::size_t) { sink = blake2b(page).bytes[0]; });
    reportTree<merkle::Blake2b>("BLAKE2b", facts);
    reportTree<merkle::Sha256>("SHA-256", facts);

    const KeyPair pair{SecretKey(blake2b("a seed for the bench").bytes)};
    const Digest tip = blake2b("tip");
    const Signature signature = pair.sign(tip);
    report("Ed25519 sign", 200, 1, "tip", [&](std::size_t) { sink = pair.sign(tip).bytes[0]; });
    report("Ed25519 verify", 100, 1, "tip",
           [&](std::size_t) { sink = verify(pair.publicKey(), tip, signature); });

    const SecretKey key(blake2b("another key").bytes);
    const Nonce nonce{};
    const std::string text(1024, 't');
    const std::string sealed = seal(key, nonce, text, "task 7");
    report("XChaCha20-Poly1305 seal, 1 KiB", 1'000, 1, "text",
           [&](std::size_t) { sink = static_cast<std::uint8_t>(seal(key, nonce, text, "")[0]); });
    report("XChaCha20-Poly1305 open, 1 KiB", 1'000, 1, "text",
           [&](std::size_t) { sink = open(key, nonce, sealed, "task 7").has_value(); });
    report("fingerprint words compared", 1'000, 1, "text", [&](std::size_t) {
        sink = matchesFingerprint(pair.publicKey(), "abandon ability able about");
    });
    return 0;
}
