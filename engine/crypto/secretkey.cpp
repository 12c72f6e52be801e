#include "crypto/secretkey.h"

#include <sodium.h>

#include <algorithm>

namespace crypto {

void wipe(std::span<std::uint8_t> bytes)
{
    sodium_memzero(bytes.data(), bytes.size());
}

void wipeText(std::string &text)
{
    text.resize(text.capacity());  // what was erased before, too
    sodium_memzero(text.data(), text.size());
    text.clear();
}

SecretKey::SecretKey(std::span<const std::uint8_t, size> bytes)
{
    std::copy(bytes.begin(), bytes.end(), m_bytes.begin());
}

SecretKey::SecretKey(SecretKey &&other) noexcept : m_bytes(other.m_bytes)
{
    wipe(other.m_bytes);
}

SecretKey &SecretKey::operator=(SecretKey &&other) noexcept
{
    if (this != &other) {
        m_bytes = other.m_bytes;
        wipe(other.m_bytes);
    }
    return *this;
}

bool SecretKey::isEmpty() const
{
    return sodium_is_zero(m_bytes.data(), m_bytes.size()) == 1;
}

}  // namespace crypto
