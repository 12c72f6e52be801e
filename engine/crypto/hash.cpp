// OpenSSL 3 marks its plain SHA256_* calls as old in favour of EVP, whose set-up costs several
// times the hash itself on inputs of one block; they remain supported, so we ask for them.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "crypto/hash.h"

#include <openssl/sha.h>
#include <sodium.h>

#include <cassert>
#include <cstring>

namespace crypto {

namespace {

using State = crypto_generichash_blake2b_state;

State *stateOf(std::byte *storage)
{
    return reinterpret_cast<State *>(storage);
}

}  // namespace

bool init()
{
    return sodium_init() >= 0;  // 0 the first time, 1 later, -1 when it cannot work
}

Digest blake2b(Bytes data)
{
    Digest digest;
    crypto_generichash_blake2b(digest.bytes.data(), digest.bytes.size(), data.data(), data.size(),
                               nullptr, 0);
    return digest;
}

Digest blake2b(std::span<const std::byte> data)
{
    return blake2b(Bytes(reinterpret_cast<const std::uint8_t *>(data.data()), data.size()));
}

Digest blake2b(std::string_view text)
{
    return blake2b(bytesOf(text));
}

Digest blake2bKeyed(Bytes key, Bytes data)
{
    assert(!key.empty() && key.size() <= crypto_generichash_blake2b_KEYBYTES_MAX);
    Digest digest;
    crypto_generichash_blake2b(digest.bytes.data(), digest.bytes.size(), data.data(), data.size(),
                               key.data(), key.size());
    return digest;
}

Digest blake2bKeyed(Bytes key, std::string_view text)
{
    return blake2bKeyed(key, bytesOf(text));
}

Hasher::Hasher()
{
    static_assert(sizeof(m_state) >= sizeof(State) && alignof(State) <= 64);
    begin();
}

Hasher::Hasher(Bytes key)
{
    assert(!key.empty() && key.size() <= sizeof(m_key));
    std::memcpy(m_key, key.data(), key.size());
    m_keySize = static_cast<std::uint8_t>(key.size());
    begin();
}

Hasher::~Hasher()
{
    if (m_keySize > 0) {
        sodium_memzero(m_key, sizeof(m_key));
        sodium_memzero(m_state, sizeof(m_state));
    }
}

void Hasher::begin()
{
    crypto_generichash_blake2b_init(stateOf(m_state), m_keySize > 0 ? m_key : nullptr, m_keySize,
                                    sizeof(Digest));
}

Hasher &Hasher::update(Bytes data)
{
    crypto_generichash_blake2b_update(stateOf(m_state), data.data(), data.size());
    return *this;
}

Hasher &Hasher::update(std::uint64_t number)
{
    std::uint8_t bytes[8];
    for (std::uint8_t &byte : bytes) {
        byte = static_cast<std::uint8_t>(number);
        number >>= 8;
    }
    return update(Bytes(bytes));
}

Digest Hasher::finish()
{
    Digest digest;
    crypto_generichash_blake2b_final(stateOf(m_state), digest.bytes.data(), digest.bytes.size());
    begin();
    return digest;
}

Digest sha256(Bytes data)
{
    return sha256({data});
}

Digest sha256(std::string_view text)
{
    return sha256(bytesOf(text));
}

Digest sha256(std::initializer_list<Bytes> pieces)
{
    Digest digest;
    SHA256_CTX context;
    SHA256_Init(&context);
    for (const Bytes piece : pieces)
        SHA256_Update(&context, piece.data(), piece.size());
    SHA256_Final(digest.bytes.data(), &context);
    return digest;
}

void saltStream(std::span<const std::uint8_t, 32> key, std::uint64_t nonce,
                std::span<std::uint8_t> out)
{
    if (out.empty())
        return;
    std::uint8_t nonceBytes[crypto_stream_chacha20_NONCEBYTES];
    for (std::uint8_t &byte : nonceBytes) {
        byte = static_cast<std::uint8_t>(nonce);
        nonce >>= 8;
    }
    crypto_stream_chacha20(out.data(), out.size(), nonceBytes, key.data());
}

bool equalConstantTime(Bytes left, Bytes right)
{
    if (left.empty() || left.size() != right.size())
        return left.size() == right.size();
    return sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace crypto
