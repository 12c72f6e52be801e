// The sealed stream a backup is: a magic line, then chunks, each with its sealed size before it.
// Belongs to backup.cpp. Thread contract: one stream, one thread.
#pragma once

#include "crypto/hash.h"
#include "crypto/sealstream.h"
#include "kernel/digest.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace hands {

inline constexpr std::string_view backupMagic = "DreamScope backup 1\n";
inline constexpr std::size_t backupChunkBytes = 1 << 20;

// Numbers go least significant byte first.
inline std::string numberBytes(std::uint64_t number, std::size_t count)
{
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i)
        bytes += static_cast<char>(number >> 8 * i & 0xff);
    return bytes;
}

inline std::uint64_t numberOf(std::string_view bytes)
{
    std::uint64_t number = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        number = number << 8 | static_cast<unsigned char>(bytes[i]);
    return number;
}

// Chunks of the stream, each with its sealed size before it.
class BackupWriter {
public:
    BackupWriter(const std::string &path, const crypto::SecretKey &key)
        : m_file(path, std::ios::binary | std::ios::trunc), m_stream(key)
    {
        put(backupMagic);
        put(m_stream.header());
    }
    void write(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const std::size_t taken = std::min(bytes.size(), backupChunkBytes - m_chunk.size());
            m_chunk.append(bytes.substr(0, taken));
            bytes.remove_prefix(taken);
            if (m_chunk.size() == backupChunkBytes)
                flush(false);
        }
    }
    bool finish(BackupFile &made)
    {
        flush(true);
        m_file.close();
        made.bytes = m_bytes;
        made.digest = m_hasher.finish();
        return bool(m_file);
    }

private:
    void flush(bool isLast)
    {
        const std::string sealed = m_stream.push(m_chunk, isLast);
        put(numberBytes(sealed.size(), 4));
        put(sealed);
        m_chunk.clear();
    }
    void put(std::string_view bytes)
    {
        m_file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        m_hasher.update(bytes);
        m_bytes += bytes.size();
    }

    std::ofstream m_file;
    crypto::SealStream m_stream;
    crypto::Hasher m_hasher;
    std::string m_chunk;
    std::uint64_t m_bytes = 0;
};

class BackupReader {
public:
    BackupReader(const std::string &path, const crypto::SecretKey &key)
        : m_file(path, std::ios::binary), m_isGood(get(backupMagic.size()) == backupMagic),
          m_stream(key, get(crypto::streamHeaderBytes))
    {
    }
    bool isGood() const { return m_isGood; }
    bool isAtEnd()
    {
        return m_isGood && m_at == m_chunk.size() && m_stream.isAtEnd() && m_file.peek() == EOF;
    }
    // At most `most` bytes; nothing when the stream is broken or over.
    std::string_view read(std::size_t most)
    {
        if (m_at == m_chunk.size() && !next())
            return {};
        const std::string_view bytes = std::string_view(m_chunk).substr(m_at, most);
        m_at += bytes.size();
        return bytes;
    }
    std::string readAll(std::size_t size)
    {
        std::string bytes;
        while (bytes.size() < size) {
            const std::string_view more = read(size - bytes.size());
            if (more.empty())
                return {};
            bytes += more;
        }
        return bytes;
    }

private:
    bool next()
    {
        const std::uint64_t size = numberOf(get(4));
        std::optional<std::string> chunk;
        if (m_isGood && size <= backupChunkBytes + crypto::streamChunkOverhead)
            chunk = m_stream.pull(get(size));
        m_isGood = chunk.has_value();
        m_chunk = chunk.value_or("");
        m_at = 0;
        return m_isGood && !m_chunk.empty();
    }
    std::string get(std::size_t size)
    {
        std::string bytes(size, '\0');
        m_file.read(bytes.data(), static_cast<std::streamsize>(size));
        bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(m_file.gcount(), 0)));
        return bytes;
    }

    std::ifstream m_file;
    bool m_isGood;
    crypto::OpenStream m_stream;
    std::string m_chunk;
    std::size_t m_at = 0;
};

}  // namespace hands
