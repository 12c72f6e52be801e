// Sealing: XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03), authenticated encryption whose nonce is
// long enough to be drawn at random. Owns nothing; keys and nonces come from the caller, and a
// nonce must never serve twice under one key. Thread contract: pure functions after init().
#pragma once

#include "crypto/secretkey.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crypto {

using Nonce = std::array<std::uint8_t, 24>;

// A sealed text is this many bytes longer than what is in it.
inline constexpr std::size_t sealOverhead = 16;

// Ciphertext followed by the 16-byte tag. The associated data is not contained, but open() must
// be given the same: put there what the text belongs to, so it cannot be moved elsewhere.
std::string seal(const SecretKey &key, const Nonce &nonce, std::string_view plaintext,
                 std::string_view associatedData);

// The plaintext, or nothing when key, nonce, associated data or one bit of `sealed` differs.
std::optional<std::string> open(const SecretKey &key, const Nonce &nonce, std::string_view sealed,
                                std::string_view associatedData);

}  // namespace crypto
