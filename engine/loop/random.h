// Where chance comes from: the operating system once, stretched by ChaCha20; or a seed, for the
// simulator. Thread contract: one object, one thread.
#pragma once

#include "crypto/hash.h"

#include <array>
#include <cstdint>
#include <random>
#include <span>

namespace loop {

class Random {
public:
    static Random fromSystem()
    {
        std::random_device device;
        std::array<std::uint8_t, 32> key;
        for (std::size_t i = 0; i < key.size(); i += 4) {
            const unsigned drawn = device();
            for (std::size_t k = 0; k < 4; ++k)
                key[i + k] = static_cast<std::uint8_t>(drawn >> 8 * k);
        }
        return Random(key);
    }
    static Random fromSeed(std::uint64_t seed)
    {
        crypto::Hasher hasher;
        hasher.update(std::string_view("DreamScope seed"));
        hasher.update(seed);
        return Random(hasher.finish().bytes);
    }

    void fill(std::span<std::uint8_t> out) { crypto::saltStream(m_key, ++m_nonce, out); }
    std::uint64_t number()
    {
        if (m_next == m_drawn.size()) {
            fill(m_drawn);
            m_next = 0;
        }
        std::uint64_t value = 0;
        for (const std::size_t end = m_next + 8; m_next < end; ++m_next)
            value = value << 8 | m_drawn[m_next];
        return value;
    }
    // Another stream that has nothing in common with this one; a copy would repeat it.
    Random split()
    {
        std::array<std::uint8_t, 32> key;
        fill(key);
        return Random(key);
    }

private:
    explicit Random(const std::array<std::uint8_t, 32> &key) : m_key(key) {}

    std::array<std::uint8_t, 32> m_key;
    std::uint64_t m_nonce = 0;
    std::array<std::uint8_t, 512> m_drawn{};  // numbers are drawn many at a time
    std::size_t m_next = m_drawn.size();
};

}  // namespace loop
