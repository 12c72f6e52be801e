// Bytes as text for decentralised identifiers: base58btc (the Bitcoin alphabet) and its multibase
// form with the prefix "z" (W3C Controlled Identifiers 1.0, section 2.4), and the multicodec prefixes
// of the two kinds of public key we know. Thread contract: pure functions.
#pragma once

#include "crypto/hash.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crypto {

inline constexpr std::size_t base58BytesMax = 256;  // the conversion is quadratic

std::string base58(Bytes bytes);  // at most base58BytesMax
std::optional<std::string> fromBase58(std::string_view text);
// "z…". Reading refuses every other base.
std::string multibase(Bytes bytes);
std::optional<std::string> fromMultibase(std::string_view text);

enum class KeyKind { Ed25519, Secp256k1 };
// "z6Mk…" or "zQ3s…": the key behind its multicodec prefix (0xed01, 0xe701).
std::string multikey(KeyKind kind, Bytes key);

}  // namespace crypto
