// Keccak-256 with the padding of the Keccak submission of 2011, as Ethereum hashes (Yellow Paper,
// section 3; not FIPS 202's SHA3-256, which pads otherwise). Our own permutation: neither libsodium
// nor OpenSSL 3.0 offers it. Thread contract: pure functions.
#pragma once

#include "crypto/hash.h"

namespace crypto {

Digest keccak256(Bytes data);
inline Digest keccak256(std::string_view text)
{
    return keccak256(bytesOf(text));
}

}  // namespace crypto
