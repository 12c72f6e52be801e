// BLAKE2b-256 (RFC 7693) of four short messages at once, one in each 64-bit lane of AVX2: what a
// page of facts and its tree need, about four times the pace of one after the other. Internal to
// crypto/: merkle.h is the door. libsodium stays the reference, in tests and on other processors.
// Thread contract: pure functions.
#pragma once

#include <cstddef>
#include <cstdint>

namespace crypto::wide {

inline constexpr std::size_t lanes = 4;
inline constexpr std::size_t blockBytes = 128;
inline constexpr std::size_t messageBytesMax = 4 * blockBytes;

// Four messages, each zero from its size to the end of its last block.
struct Messages {
    alignas(32) std::uint8_t bytes[lanes][messageBytesMax];
    std::size_t sizes[lanes];
};

// Whether this processor and compiler can; if not, hash() must not be called.
bool isAvailable();

// digests[lane] = BLAKE2b-256 of the lane's message.
void hash(const Messages &messages, std::uint8_t (*digests)[32]);

}  // namespace crypto::wide
