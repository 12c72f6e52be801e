// A person's seed from the words they keep (BIP-39, English): 12, 15, 18, 21 or 24 words stand for
// 16 to 32 secret bytes, and words and passphrase are stretched to 64 by PBKDF2-HMAC-SHA512 (RFC
// 8018, 2,048 rounds). phrase.h keeps the twelve words of a sealed backup.
// Thread contract: pure functions.
#pragma once

#include "crypto/hash.h"
#include "crypto/secretkey.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace crypto {

inline constexpr std::size_t seedPassphraseMax = 256;

// 64 secret bytes; moves, does not copy, and is wiped when it goes.
class Seed {
public:
    static constexpr std::size_t size = 64;

    explicit Seed(std::span<const std::uint8_t, size> bytes);
    ~Seed() { wipe(m_bytes); }
    Seed(Seed &&other) noexcept;
    Seed &operator=(Seed &&other) noexcept;
    Seed(const Seed &) = delete;
    Seed &operator=(const Seed &) = delete;

    std::span<const std::uint8_t, size> bytes() const { return m_bytes; }

private:
    std::array<std::uint8_t, size> m_bytes{};
};

// The words for 16, 20, 24, 28 or 32 bytes; nothing for another length. Wipe what you no longer need.
std::optional<std::string> seedPhrase(Bytes entropy);
// The bytes behind the words; nothing where tidyPhrase() says nothing.
std::optional<std::string> phraseEntropy(std::string_view phrase);
// The words in lower case with one space between: the form that is stretched. Nothing when a word is
// unknown, their number is another, or the checksum does not fit. Case and the kind of space do not
// count.
std::optional<std::string> tidyPhrase(std::string_view phrase);
// Nothing for words tidyPhrase() refuses, or a passphrase that is longer or not plain ASCII (BIP-39
// wants NFKD, which this floor does not know: better refused than a seed nobody else finds).
std::optional<Seed> seedOf(std::string_view phrase, std::string_view passphrase = {});

}  // namespace crypto
