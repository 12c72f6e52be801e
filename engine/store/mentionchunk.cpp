#include "store/mentionchunk.h"

#include "crypto/hash.h"

namespace store {

namespace {

constexpr std::size_t keyBytes = 16;

// LEB128.
void putVarint(std::string &out, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        out.push_back(static_cast<char>(value | 0x80));
    out.push_back(static_cast<char>(value));
}

bool varint(std::string_view bytes, std::size_t &at, std::uint64_t &value)
{
    value = 0;
    for (int shift = 0; shift < 64 && at < bytes.size(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
        if (byte < 0x80)
            return true;
    }
    return false;
}

}  // namespace

void putNumber(std::string &out, std::uint64_t value)
{
    for (int shift = 56; shift >= 0; shift -= 8)
        out.push_back(static_cast<char>(value >> shift));
}

std::uint64_t numberAt(std::string_view bytes, std::size_t at)
{
    std::uint64_t value = 0;
    for (std::size_t i = at; i < at + 8 && i < bytes.size(); ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

std::string keyOf(const MentionPair &pair)
{
    std::string key;
    putNumber(key, pair.thing);
    putNumber(key, pair.fact);
    return key;
}

std::string lastKey()
{
    return std::string(keyBytes, '\xff');
}

std::string sumOf(std::uint64_t segment, std::string_view key, std::string_view body)
{
    const crypto::Digest digest = crypto::Hasher().update(segment).update(key).update(body).finish();
    return {digest.bytes.begin(), digest.bytes.begin() + sumBytes};
}

// The first pair is the key. A new thing may have an older fact: differences of facts are folded.
std::string encodeChunk(std::uint64_t segment, const MentionPair *first, const MentionPair *end,
                        const MentionPair *next)
{
    std::string body = next ? keyOf(*next) : lastKey();
    for (const MentionPair *pair = first + 1; pair < end; ++pair) {
        const std::uint64_t fact = pair->fact - (pair - 1)->fact;
        const auto sign = static_cast<std::uint64_t>(static_cast<std::int64_t>(fact) >> 63);
        putVarint(body, pair->thing - (pair - 1)->thing);
        putVarint(body, fact << 1 ^ sign);
    }
    return sumOf(segment, keyOf(*first), body) + body;
}

bool decodeChunk(std::uint64_t segment, std::string_view key, std::string_view bytes,
                 std::vector<MentionPair> &pairs, std::string &next)
{
    if (key.size() != keyBytes || bytes.size() < sumBytes + keyBytes)
        return false;
    const std::string_view body = bytes.substr(sumBytes);
    if (sumOf(segment, key, body) != bytes.substr(0, sumBytes))
        return false;
    next = body.substr(0, keyBytes);
    MentionPair pair{numberAt(key, 0), numberAt(key, 8)};
    pairs.push_back(pair);
    for (std::size_t at = keyBytes; at < body.size();) {
        std::uint64_t thing = 0, fact = 0;
        if (!varint(body, at, thing) || !varint(body, at, fact))
            return false;
        pair.thing += thing;
        pair.fact += fact >> 1 ^ (~(fact & 1) + 1);
        pairs.push_back(pair);
    }
    return true;
}

}  // namespace store
