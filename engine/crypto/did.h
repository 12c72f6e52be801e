// Decentralised identifiers that need no network: did:key (W3C CCG did:key 0.7) for Ed25519 and
// secp256k1 keys, and did:pkh (CAIP-10 accounts on CAIP-2 chains) for Ethereum addresses. Strict:
// each identifier has one spelling. Leaves who owns which to its callers.
// Thread contract: pure functions.
#pragma once

#include "crypto/multibase.h"
#include "crypto/sign.h"
#include "crypto/wallet.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace crypto {

std::string didKey(const PublicKey &key);        // did:key:z6Mk…
std::string didKey(const WalletPublicKey &key);  // did:key:zQ3s…
using DidKey = std::variant<PublicKey, WalletPublicKey>;
// Without fragment. Nothing for another method, kind of key, length, or a point not on its curve.
std::optional<DidKey> fromDidKey(std::string_view did);

// did:key:z6Mk…#z6Mk…: the verification method of the key in its own document.
std::string didKeyMethod(const PublicKey &key);
// The Ed25519 key of such a method, whose fragment repeats the identifier.
std::optional<PublicKey> fromDidKeyMethod(std::string_view method);

// The document of an Ed25519 did:key as canonical JSON, made offline: what a resolver would say.
std::string didKeyDocument(const PublicKey &key);

// An account on a chain: "eip155:1:0xab16…" (CAIP-10); "did:pkh:" before it makes the identifier.
struct ChainAccount {
    std::uint64_t chainId = 1;
    Address address;
    auto operator<=>(const ChainAccount &) const = default;

    std::string caip10() const;
    std::string did() const;
    // Namespace eip155 only; chain ids without leading zeros, at most 2^63-1; the address as
    // Address::fromText takes it.
    static std::optional<ChainAccount> fromCaip10(std::string_view text);
    static std::optional<ChainAccount> fromDid(std::string_view text);
};

}  // namespace crypto
