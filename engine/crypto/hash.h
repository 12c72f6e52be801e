// Hashing: BLAKE2b-256 (RFC 7693) for everything of ours, SHA-256 (FIPS 180-4) where others
// demand it, and a ChaCha20 keystream (RFC 8439's cipher with Bernstein's 64-bit nonce) from which
// the salts of a whole page are drawn at once. Leaves trees to merkle.h and keys to sign.h, seal.h.
// Thread contract: functions are free of shared state once init() ran; a Hasher has one user.
#pragma once

#include "kernel/digest.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace crypto {

using kernel::Digest;
using Bytes = std::span<const std::uint8_t>;

// The bytes of a text, without copying.
inline Bytes bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

// Readies libsodium (chooses the code for this processor). Call once before anything else of
// this floor; more calls are harmless. False: the library cannot work on this machine.
bool init();

// BLAKE2b with 32 bytes of output.
Digest blake2b(Bytes data);
Digest blake2b(std::span<const std::byte> data);
Digest blake2b(std::string_view text);

// Keyed BLAKE2b-256, a message authentication code. The key has 1 to 64 bytes.
Digest blake2bKeyed(Bytes key, Bytes data);
Digest blake2bKeyed(Bytes key, std::string_view text);

// BLAKE2b-256 over pieces. finish() leaves the hasher as new, with the same key.
class Hasher {
public:
    Hasher();
    explicit Hasher(Bytes key);  // 1 to 64 bytes, kept until destruction, then wiped
    ~Hasher();
    Hasher(const Hasher &) = default;
    Hasher &operator=(const Hasher &) = default;

    Hasher &update(Bytes data);
    Hasher &update(std::string_view text) { return update(bytesOf(text)); }
    Hasher &update(const Digest &digest) { return update(Bytes(digest.bytes)); }
    // Eight bytes, least significant first: the one way numbers enter a hash.
    Hasher &update(std::uint64_t number);
    Digest finish();

private:
    void begin();

    alignas(64) std::byte m_state[384];
    std::uint8_t m_key[64] = {};
    std::uint8_t m_keySize = 0;
};

Digest sha256(Bytes data);
Digest sha256(std::string_view text);
// SHA-256 of the pieces as if they were one.
Digest sha256(std::initializer_list<Bytes> pieces);

// Fills `out` with the ChaCha20 keystream of this key and nonce. One (key, nonce) pair names one
// stream: page salts use the page's sequence number as nonce and cut 16 bytes a fact.
void saltStream(std::span<const std::uint8_t, 32> key, std::uint64_t nonce,
                std::span<std::uint8_t> out);

// Equality in a time that depends on the length alone. Unequal lengths are unequal at once.
bool equalConstantTime(Bytes left, Bytes right);
inline bool equalConstantTime(const Digest &left, const Digest &right)
{
    return equalConstantTime(Bytes(left.bytes), Bytes(right.bytes));
}

}  // namespace crypto
