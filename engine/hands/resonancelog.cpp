#include "hands/resonancelog.h"

#include "crypto/hash.h"

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iterator>

namespace hands {

using kernel::Digest;

namespace {

enum Kind : std::uint8_t { Fingerprint, Keywords, Mood, Mark };

constexpr std::string_view magic = "DreamScope resonance 1\n";
constexpr std::size_t sumBytes = 4;                     // against a torn end, not against people
constexpr std::size_t recordBytes = 1 + 8 + 32 + sumBytes;

std::string record(std::uint8_t kind, std::uint64_t number, const Digest &digest)
{
    std::string bytes(1, static_cast<char>(kind));
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>(number >> shift));
    bytes.append(digest.bytes.begin(), digest.bytes.end());
    const Digest sum = crypto::blake2b(bytes);
    bytes.append(sum.bytes.begin(), sum.bytes.begin() + sumBytes);
    return bytes;
}

}  // namespace

ResonanceLog::ResonanceLog(const std::string &folder) : m_path(folder.empty() ? folder : folder + "/resonance.log") {}

store::CacheMark ResonanceLog::readAll(ComparedDreams &dreams)
{
    store::CacheMark newest;
    std::ifstream file(m_path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (m_path.empty() || !bytes.starts_with(magic))
        return newest;
    for (std::size_t at = magic.size(); at + recordBytes <= bytes.size(); at += recordBytes) {
        const auto kind = static_cast<std::uint8_t>(bytes[at]);
        std::uint64_t number = 0;
        for (std::size_t i = 1; i <= 8; ++i)
            number = number << 8 | static_cast<std::uint8_t>(bytes[at + i]);
        Digest digest;
        std::memcpy(digest.bytes.data(), bytes.data() + at + 9, digest.bytes.size());
        if (record(kind, number, digest) != std::string_view(bytes).substr(at, recordBytes))
            break;
        ++m_records;
        m_isTorn = at + recordBytes != bytes.size();
        Compared &dream = dreams[kind == Mark ? 0 : number];
        if (kind == Mark)
            newest = {number, digest};
        else
            (kind == Fingerprint ? dream.fingerprint : kind == Keywords ? dream.keywords : dream.mood) = digest;
    }
    dreams.erase(0);
    m_kept = dreams.size() * Mark;
    return newest;
}

void ResonanceLog::write(const ComparedDreams &dreams, const store::CacheMark &upTo)
{
    if (m_path.empty())
        return;
    m_out.close();
    const std::string aside = m_path + ".new";
    m_out.open(aside, std::ios::binary | std::ios::trunc);
    std::error_code ignored;
    std::filesystem::permissions(aside, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
    m_out << magic;
    for (const auto &[dream, compared] : dreams)
        putDream(dream, compared);
    mark(upTo);
    if (m_out && std::rename(aside.c_str(), m_path.c_str()) != 0)
        m_out.close();
}

void ResonanceLog::append(std::uint64_t dream, const Compared &compared)
{
    if (!m_out.is_open() && !m_path.empty())
        m_out.open(m_path, std::ios::binary | std::ios::app);
    putDream(dream, compared);
}

void ResonanceLog::mark(const store::CacheMark &mark)
{
    if (!m_out.is_open())
        return;
    put(Mark, mark.page, mark.hash);
    m_out.flush();
}

void ResonanceLog::putDream(std::uint64_t dream, const Compared &compared)
{
    const Digest *digests[] = {&compared.fingerprint, &compared.keywords, &compared.mood};
    for (std::uint8_t kind = Fingerprint; kind < Mark; ++kind)
        if (!digests[kind]->isZero())
            put(kind, dream, *digests[kind]);
}

void ResonanceLog::put(std::uint8_t kind, std::uint64_t number, const Digest &digest)
{
    const std::string bytes = record(kind, number, digest);
    m_out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace hands
