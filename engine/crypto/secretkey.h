// Thirty-two secret bytes that are wiped when they go: a sealing key or the seed of a key pair.
// Owns its bytes alone: it moves but does not copy, prints nothing and never enters a fact.
// Thread contract: a plain value with one user.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace crypto {

// Overwrites memory in a way the compiler cannot leave out.
void wipe(std::span<std::uint8_t> bytes);
// The same for the characters of a text, which is empty afterwards.
void wipeText(std::string &text);

class SecretKey {
public:
    static constexpr std::size_t size = 32;

    SecretKey() = default;  // all zero: isEmpty()
    explicit SecretKey(std::span<const std::uint8_t, size> bytes);
    ~SecretKey() { wipe(m_bytes); }
    SecretKey(SecretKey &&other) noexcept;
    SecretKey &operator=(SecretKey &&other) noexcept;
    SecretKey(const SecretKey &) = delete;
    SecretKey &operator=(const SecretKey &) = delete;

    // A second holder of the same secret, said aloud.
    SecretKey clone() const { return SecretKey(bytes()); }
    bool isEmpty() const;
    std::span<const std::uint8_t, size> bytes() const { return m_bytes; }

private:
    std::array<std::uint8_t, size> m_bytes{};
};

}  // namespace crypto
