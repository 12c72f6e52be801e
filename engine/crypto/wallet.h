// Ethereum accounts: addresses with their checksum (EIP-55), secp256k1 keys (SEC 2) and signatures
// that give back the address that made them (Yellow Paper, appendix F; EIP-2 for the lower half of
// s). Owns a key whose secret is wiped when it goes; what a signature allows is decided elsewhere.
// Thread contract: pure functions; a WalletKey may be used by many readers at once.
#pragma once

#include "crypto/hash.h"
#include "crypto/secretkey.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crypto {

struct Address {
    std::array<std::uint8_t, 20> bytes{};
    auto operator<=>(const Address &) const = default;

    // "0x5aAeb6…": the mixed case is the checksum.
    std::string text() const;
    // "0x" and 40 digits. All lower or all upper case carries no checksum and is taken; mixed case
    // must be the right one.
    static std::optional<Address> fromText(std::string_view text);
    // Only as text() writes it, for where a standard demands the checksum (EIP-4361).
    static std::optional<Address> fromChecksumText(std::string_view text);
};

// A point of the curve, compressed (SEC 1, 2.3.3). fromBytes refuses what is not on it.
struct WalletPublicKey {
    std::array<std::uint8_t, 33> bytes{};
    auto operator<=>(const WalletPublicKey &) const = default;

    static std::optional<WalletPublicKey> fromBytes(Bytes bytes);
    // The last 20 bytes of Keccak-256 over both coordinates; zero for a key that is no point.
    Address address() const;
};

// r, s and v, as wallets give them: 65 bytes, v 27 or 28.
struct WalletSignature {
    std::array<std::uint8_t, 65> bytes{};
    auto operator<=>(const WalletSignature &) const = default;

    // "0x" and 130 lower-case digits.
    std::string hex() const;
    // The same with digits of either case; v may also be 0 or 1 and is brought to 27 or 28. What
    // has another v, or an s in the upper half, is no signature: each has one spelling.
    static std::optional<WalletSignature> fromHex(std::string_view text);
};

class WalletKey {
public:
    // Nothing when the bytes are zero or not below the order of the group.
    static std::optional<WalletKey> fromSecret(const SecretKey &secret);

    const WalletPublicKey &publicKey() const { return m_publicKey; }
    const Address &address() const { return m_address; }
    SecretKey secret() const { return m_secret.clone(); }
    // Deterministic (RFC 6979), s in the lower half. Sign hashes made by personalHash() or
    // typedDataHash() only: a bare digest could be a transaction.
    WalletSignature sign(const Digest &hash) const;

private:
    WalletKey(const SecretKey &secret, const WalletPublicKey &publicKey);

    SecretKey m_secret;
    WalletPublicKey m_publicKey;
    Address m_address;
};

// The key that made this signature over this hash; nothing for a signature no key could make.
std::optional<WalletPublicKey> recoverKey(const Digest &hash, const WalletSignature &signature);
std::optional<Address> recover(const Digest &hash, const WalletSignature &signature);

// What a wallet signs for a message a person reads (EIP-191, version 0x45 "E").
Digest personalHash(std::string_view message);

}  // namespace crypto
