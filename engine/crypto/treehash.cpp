// The hashes under the trees of merkle.h: what is prefixed to what, and the wide forms.
#include "crypto/blake2bwide.h"
#include "crypto/merkle.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace crypto::merkle {

namespace {

constexpr std::uint8_t leafPrefix = 0x00;
constexpr std::uint8_t nodePrefix = 0x01;
constexpr std::size_t nodeBytes = 1 + 2 * sizeof(Digest);

void writeNode(const Digest &left, const Digest &right, std::uint8_t *out)
{
    out[0] = nodePrefix;
    std::memcpy(out + 1, left.bytes.data(), sizeof(Digest));
    std::memcpy(out + 1 + sizeof(Digest), right.bytes.data(), sizeof(Digest));
}

std::size_t leafBytes(const LeafParts &parts)
{
    return 1 + parts.first.size() + parts.second.size();
}

// Writes the leaf's message and returns its end.
std::uint8_t *writeLeaf(const LeafParts &parts, std::uint8_t *out)
{
    *out++ = leafPrefix;
    out = std::copy(parts.first.begin(), parts.first.end(), out);
    return std::copy(parts.second.begin(), parts.second.end(), out);
}

void hashInto(const wide::Messages &messages, Digest *digests)
{
    static_assert(sizeof(Digest) == 32);
    wide::hash(messages, reinterpret_cast<std::uint8_t(*)[32]>(digests));
}

}  // namespace

Digest Blake2b::empty()
{
    return blake2b(Bytes());
}

Digest Blake2b::leaf(Bytes first, Bytes second)
{
    // most leaves fit one buffer, and one call is cheaper than a streaming state
    const LeafParts parts{first, second};
    std::array<std::uint8_t, wide::messageBytesMax> message;
    if (leafBytes(parts) <= message.size()) {
        const std::uint8_t *end = writeLeaf(parts, message.data());
        return blake2b(Bytes(message.data(), end));
    }
    Hasher hasher;
    return hasher.update(Bytes(&leafPrefix, 1)).update(first).update(second).finish();
}

void Blake2b::leaves(std::span<const LeafParts> parts, Digest *hashes)
{
    std::size_t done = 0;
    wide::Messages messages;
    while (wide::isAvailable() && parts.size() - done >= wide::lanes) {
        const std::span<const LeafParts> four = parts.subspan(done, wide::lanes);
        const bool isShort = std::all_of(four.begin(), four.end(), [](const LeafParts &part) {
            return leafBytes(part) <= wide::messageBytesMax;
        });
        for (std::size_t lane = 0; lane < wide::lanes; ++lane) {
            if (!isShort) {
                hashes[done + lane] = leaf(four[lane].first, four[lane].second);
                continue;
            }
            std::uint8_t *start = messages.bytes[lane];
            std::uint8_t *end = writeLeaf(four[lane], start);
            messages.sizes[lane] = static_cast<std::size_t>(end - start);
            const std::size_t blocks = (messages.sizes[lane] - 1) / wide::blockBytes + 1;
            std::fill(end, start + blocks * wide::blockBytes, std::uint8_t{0});
        }
        if (isShort)
            hashInto(messages, hashes + done);
        done += wide::lanes;
    }
    for (; done < parts.size(); ++done)
        hashes[done] = leaf(parts[done].first, parts[done].second);
}

Digest Blake2b::node(const Digest &left, const Digest &right)
{
    std::array<std::uint8_t, nodeBytes> message;
    writeNode(left, right, message.data());
    return blake2b(Bytes(message));
}

void Blake2b::nodes(const Digest *children, std::size_t pairs, Digest *parents)
{
    std::size_t done = 0;
    if (wide::isAvailable() && pairs >= wide::lanes) {
        wide::Messages messages;
        for (std::size_t lane = 0; lane < wide::lanes; ++lane) {
            messages.sizes[lane] = nodeBytes;
            std::fill(messages.bytes[lane] + nodeBytes, messages.bytes[lane] + wide::blockBytes,
                      std::uint8_t{0});
        }
        for (; pairs - done >= wide::lanes; done += wide::lanes) {
            for (std::size_t lane = 0; lane < wide::lanes; ++lane) {
                const Digest *pair = children + 2 * (done + lane);
                writeNode(pair[0], pair[1], messages.bytes[lane]);
            }
            hashInto(messages, parents + done);  // all children of the four are read by now
        }
    }
    for (; done < pairs; ++done)
        parents[done] = node(children[2 * done], children[2 * done + 1]);
}

Digest Sha256::empty()
{
    return sha256(Bytes());
}

Digest Sha256::leaf(Bytes first, Bytes second)
{
    return sha256({Bytes(&leafPrefix, 1), first, second});
}

void Sha256::leaves(std::span<const LeafParts> parts, Digest *hashes)
{
    for (const LeafParts &part : parts)
        *hashes++ = leaf(part.first, part.second);
}

Digest Sha256::node(const Digest &left, const Digest &right)
{
    std::array<std::uint8_t, nodeBytes> message;
    writeNode(left, right, message.data());
    return sha256(Bytes(message));
}

void Sha256::nodes(const Digest *children, std::size_t pairs, Digest *parents)
{
    for (std::size_t i = 0; i < pairs; ++i)
        parents[i] = node(children[2 * i], children[2 * i + 1]);
}

}  // namespace crypto::merkle
