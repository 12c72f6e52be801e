#include "crypto/sealstream.h"

#include "crypto/hash.h"

#include <sodium.h>

#include <span>

namespace crypto {

namespace {

using State = crypto_secretstream_xchacha20poly1305_state;
static_assert(sizeof(State) <= 64 && alignof(State) <= 8);
static_assert(streamHeaderBytes == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
static_assert(streamChunkOverhead == crypto_secretstream_xchacha20poly1305_ABYTES);
static_assert(SecretKey::size == crypto_secretstream_xchacha20poly1305_KEYBYTES);

State *stateAt(unsigned char *bytes)
{
    return reinterpret_cast<State *>(bytes);
}

}  // namespace

SealStream::SealStream(const SecretKey &key) : m_header(streamHeaderBytes, '\0'), m_state{}
{
    crypto_secretstream_xchacha20poly1305_init_push(
        stateAt(m_state), reinterpret_cast<unsigned char *>(m_header.data()), key.bytes().data());
}

SealStream::~SealStream()
{
    wipe(m_state);
}

std::string SealStream::push(std::string_view chunk, bool isLast)
{
    std::string sealed(chunk.size() + streamChunkOverhead, '\0');
    const unsigned char tag = isLast ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
    crypto_secretstream_xchacha20poly1305_push(
        stateAt(m_state), reinterpret_cast<unsigned char *>(sealed.data()), nullptr,
        bytesOf(chunk).data(), chunk.size(), nullptr, 0, tag);
    return sealed;
}

OpenStream::OpenStream(const SecretKey &key, std::string_view header) : m_state{}
{
    m_isGood = header.size() == streamHeaderBytes
               && crypto_secretstream_xchacha20poly1305_init_pull(
                      stateAt(m_state), bytesOf(header).data(), key.bytes().data())
                      == 0;
}

OpenStream::~OpenStream()
{
    wipe(m_state);
}

std::optional<std::string> OpenStream::pull(std::string_view sealed)
{
    if (!m_isGood || m_isAtEnd || sealed.size() < streamChunkOverhead)
        return {};
    std::string chunk(sealed.size() - streamChunkOverhead, '\0');
    unsigned char tag = 0;
    const int result = crypto_secretstream_xchacha20poly1305_pull(
        stateAt(m_state), reinterpret_cast<unsigned char *>(chunk.data()), nullptr, &tag,
        bytesOf(sealed).data(), sealed.size(), nullptr, 0);
    if (result != 0) {
        m_isGood = false;
        return {};
    }
    m_isAtEnd = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return chunk;
}

}  // namespace crypto
