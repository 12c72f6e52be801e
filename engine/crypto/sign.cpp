#include "crypto/sign.h"

#include <sodium.h>

#include <algorithm>

namespace crypto {

namespace {

// The two halves of a signature, or a key alone, are as long as a digest and read like one.
template <std::size_t size>
bool readHex(std::string_view text, std::array<std::uint8_t, size> &bytes)
{
    constexpr std::size_t chunkDigits = 2 * sizeof(Digest);
    if (text.size() != 2 * size)
        return false;
    for (std::size_t start = 0; start < text.size(); start += chunkDigits) {
        const auto chunk = Digest::fromHex(text.substr(start, chunkDigits));
        if (!chunk)
            return false;
        std::copy(chunk->bytes.begin(), chunk->bytes.end(),
                  bytes.begin() + static_cast<std::ptrdiff_t>(start / 2));
    }
    return true;
}

}  // namespace

std::string PublicKey::hex() const
{
    return Digest{bytes}.hex();
}

std::optional<PublicKey> PublicKey::fromHex(std::string_view text)
{
    PublicKey key;
    if (!readHex(text, key.bytes))
        return std::nullopt;
    return key;
}

std::string Signature::hex() const
{
    Digest first, second;
    std::copy_n(bytes.begin(), 32, first.bytes.begin());
    std::copy_n(bytes.begin() + 32, 32, second.bytes.begin());
    return first.hex() + second.hex();
}

std::optional<Signature> Signature::fromHex(std::string_view text)
{
    Signature signature;
    if (!readHex(text, signature.bytes))
        return std::nullopt;
    return signature;
}

KeyPair::KeyPair(const SecretKey &seed)
{
    static_assert(sizeof(m_secret) == crypto_sign_SECRETKEYBYTES);
    static_assert(SecretKey::size == crypto_sign_SEEDBYTES);
    crypto_sign_seed_keypair(m_publicKey.bytes.data(), m_secret.data(), seed.bytes().data());
}

KeyPair::~KeyPair()
{
    wipe(m_secret);
}

KeyPair::KeyPair(KeyPair &&other) noexcept
    : m_publicKey(other.m_publicKey), m_secret(other.m_secret)
{
    wipe(other.m_secret);
}

KeyPair &KeyPair::operator=(KeyPair &&other) noexcept
{
    if (this != &other) {
        m_publicKey = other.m_publicKey;
        m_secret = other.m_secret;
        wipe(other.m_secret);
    }
    return *this;
}

SecretKey KeyPair::seed() const
{
    return SecretKey(std::span<const std::uint8_t, 32>(m_secret.data(), 32));
}

Signature KeyPair::sign(Bytes message) const
{
    Signature signature;
    crypto_sign_detached(signature.bytes.data(), nullptr, message.data(), message.size(),
                         m_secret.data());
    return signature;
}

bool verify(const PublicKey &key, Bytes message, const Signature &signature)
{
    return crypto_sign_verify_detached(signature.bytes.data(), message.data(), message.size(),
                                       key.bytes.data())
           == 0;
}

}  // namespace crypto
