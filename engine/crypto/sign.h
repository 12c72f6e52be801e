// Signatures: Ed25519 (RFC 8032). Owns a key pair whose secret is wiped when it goes; where keys
// are kept and who may use them is decided elsewhere. Verification is strict: non-canonical
// scalars and points, and keys or nonces of small order, are refused.
// Thread contract: pure functions after init(); a KeyPair may be used by many readers at once.
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

struct PublicKey {
    std::array<std::uint8_t, 32> bytes{};
    auto operator<=>(const PublicKey &) const = default;
    std::string hex() const;
    static std::optional<PublicKey> fromHex(std::string_view text);
};

struct Signature {
    std::array<std::uint8_t, 64> bytes{};
    auto operator<=>(const Signature &) const = default;
    std::string hex() const;
    static std::optional<Signature> fromHex(std::string_view text);
};

class KeyPair {
public:
    // The RFC 8032 private key: 32 bytes the caller drew at random. The same seed gives the
    // same pair, so the seed is what is stored (sealed, or in a file of mode 0600).
    explicit KeyPair(const SecretKey &seed);
    ~KeyPair();
    KeyPair(KeyPair &&other) noexcept;
    KeyPair &operator=(KeyPair &&other) noexcept;
    KeyPair(const KeyPair &) = delete;
    KeyPair &operator=(const KeyPair &) = delete;

    const PublicKey &publicKey() const { return m_publicKey; }
    SecretKey seed() const;
    Signature sign(Bytes message) const;
    Signature sign(std::string_view message) const { return sign(bytesOf(message)); }
    Signature sign(const Digest &digest) const { return sign(Bytes(digest.bytes)); }

private:
    PublicKey m_publicKey;
    std::array<std::uint8_t, 64> m_secret{};  // seed and public key, as libsodium keeps them
};

bool verify(const PublicKey &key, Bytes message, const Signature &signature);
inline bool verify(const PublicKey &key, std::string_view message, const Signature &signature)
{
    return verify(key, bytesOf(message), signature);
}
inline bool verify(const PublicKey &key, const Digest &digest, const Signature &signature)
{
    return verify(key, Bytes(digest.bytes), signature);
}

}  // namespace crypto
