// A sealed stream: chunks that can only be opened in their order, none missing, none after the last
// (libsodium's secretstream: XChaCha20-Poly1305 with ratcheting). Owns the state of one stream;
// framing and files are the caller's. Thread contract: one user.
#pragma once

#include "crypto/secretkey.h"

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

inline constexpr std::size_t streamHeaderBytes = 24;
inline constexpr std::size_t streamChunkOverhead = 17;

class SealStream {
public:
    explicit SealStream(const SecretKey &key);
    ~SealStream();
    SealStream(const SealStream &) = delete;
    SealStream &operator=(const SealStream &) = delete;

    // Goes before the first chunk, in the clear.
    const std::string &header() const { return m_header; }
    std::string push(std::string_view chunk, bool isLast);

private:
    std::string m_header;
    alignas(8) unsigned char m_state[64];
};

class OpenStream {
public:
    OpenStream(const SecretKey &key, std::string_view header);
    ~OpenStream();
    OpenStream(const OpenStream &) = delete;
    OpenStream &operator=(const OpenStream &) = delete;

    // Nothing when the chunk is not the next one of this stream and key.
    std::optional<std::string> pull(std::string_view sealed);
    bool isAtEnd() const { return m_isAtEnd; }

private:
    bool m_isGood = false, m_isAtEnd = false;
    alignas(8) unsigned char m_state[64];
};

}  // namespace crypto
