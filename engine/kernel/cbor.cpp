#include "kernel/cbor.h"

#include <bit>
#include <cstring>

namespace kernel {

namespace {

// The low `width` bytes of a value, most significant first, and back.
std::uint64_t swapped(std::uint64_t value)
{
    if constexpr (std::endian::native == std::endian::little)
        return __builtin_bswap64(value);
    return value;
}

}  // namespace

void CborWriter::longHead(unsigned major, std::uint64_t value)
{
    const unsigned code = value <= 0xff ? 24 : value <= 0xffff ? 25 : value <= 0xffffffff ? 26 : 27;
    const std::size_t width = std::size_t{1} << (code - 24);
    char buffer[9];
    buffer[0] = static_cast<char>(major << 5 | code);
    const std::uint64_t bytes = swapped(value << 8 * (8 - width));
    std::memcpy(buffer + 1, &bytes, 8);
    m_out.append(buffer, width + 1);
}

void CborWriter::amount(Amount value)
{
    const bool isNegative = value.units < 0;
    UInt128 magnitude = isNegative ? static_cast<UInt128>(-(value.units + 1))
                                   : static_cast<UInt128>(value.units);
    if (magnitude <= UINT64_MAX) {
        head(isNegative ? 1 : 0, static_cast<std::uint64_t>(magnitude));
        return;
    }
    head(6, isNegative ? 3 : 2);  // RFC 8949 section 3.4.3, bignums
    char digits[16];
    int used = 0;
    for (; magnitude; magnitude >>= 8)
        digits[15 - used++] = static_cast<char>(magnitude);
    bytes({digits + 16 - used, static_cast<std::size_t>(used)});
}

std::uint64_t CborReader::head(unsigned &major)
{
    major = 8;
    if (!m_isGood || m_at >= m_in.size()) {
        m_isGood = false;
        return 0;
    }
    const auto first = static_cast<unsigned char>(m_in[m_at]);
    const unsigned code = first & 31;
    if (code < 24) {
        ++m_at;
        major = first >> 5;
        return code;
    }
    const std::size_t width = std::size_t{1} << (code - 24);
    if (code > 27 || m_in.size() - m_at <= width) {
        m_isGood = false;
        return 0;
    }
    std::uint64_t value = 0;
    if (m_in.size() - m_at >= 9) {
        std::memcpy(&value, m_in.data() + m_at + 1, 8);
        value = swapped(value) >> 8 * (8 - width);
    } else {
        for (std::size_t i = 1; i <= width; ++i)
            value = value << 8 | static_cast<unsigned char>(m_in[m_at + i]);
    }
    const bool isShortest = width == 1 ? value >= 24 : value >> (4 * width);
    // Major 7 carries floats and simple values, whose width is not a length.
    if (first >> 5 == 7 || !isShortest) {
        m_isGood = false;
        return 0;
    }
    m_at += width + 1;
    major = first >> 5;
    return value;
}

std::uint64_t CborReader::expect(unsigned major)
{
    unsigned found = 0;
    const std::uint64_t value = head(found);
    if (found != major)
        m_isGood = false;
    return m_isGood ? value : 0;
}

std::uint64_t CborReader::size(unsigned major)
{
    const std::uint64_t count = expect(major);
    // Every item takes at least one byte, so a larger claim is a lie.
    if (count > m_in.size() - m_at) {
        m_isGood = false;
        return 0;
    }
    return count;
}

std::string_view CborReader::run(unsigned major)
{
    const std::uint64_t length = size(major);
    if (!m_isGood)
        return {};
    const std::string_view found = m_in.substr(m_at, length);
    m_at += length;
    return found;
}

std::int64_t CborReader::integer()
{
    unsigned major = 0;
    const std::uint64_t value = head(major);
    if (major > 1 || value > INT64_MAX)
        m_isGood = false;
    if (!m_isGood)
        return 0;
    return major ? ~static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
}

Amount CborReader::amount()
{
    unsigned major = 0;
    const std::uint64_t value = head(major);
    if (m_isGood && major <= 1)
        return {major ? -static_cast<Int128>(value) - 1 : static_cast<Int128>(value)};
    if (!m_isGood || major != 6 || value < 2 || value > 3) {
        m_isGood = false;
        return {};
    }
    const std::string_view digits = bytes();
    UInt128 magnitude = 0;
    for (char digit : digits)
        magnitude = magnitude << 8 | static_cast<unsigned char>(digit);
    if (digits.size() < 9 || digits.size() > 16 || digits.front() == 0 || magnitude >> 127) {
        m_isGood = false;
        return {};
    }
    return {value == 3 ? -static_cast<Int128>(magnitude) - 1 : static_cast<Int128>(magnitude)};
}

bool CborReader::boolean()
{
    const std::uint64_t value = expect(7);
    if (value != 20 && value != 21)
        m_isGood = false;
    return m_isGood && value == 21;
}

void CborReader::null()
{
    if (expect(7) != 22)
        m_isGood = false;
}

std::string_view CborReader::skip()
{
    const std::size_t from = m_at;
    skipItem(0);
    return m_isGood ? m_in.substr(from, m_at - from) : std::string_view{};
}

void CborReader::skipItem(int depth)
{
    if (depth > 16) {
        m_isGood = false;
        return;
    }
    unsigned major = 0;
    const std::uint64_t value = head(major);
    if (!m_isGood || major < 2)
        return;
    if (major == 2 || major == 3) {
        if (value > m_in.size() - m_at)
            m_isGood = false;
        else
            m_at += value;
    } else if (major == 4 || major == 5) {
        const std::uint64_t items = major == 4 ? value : value * 2;
        if (value > m_in.size() - m_at)
            m_isGood = false;
        for (std::uint64_t i = 0; i < items && m_isGood; ++i)
            skipItem(depth + 1);
    } else if (major == 6) {
        skipItem(depth + 1);
    }
}

// Well-formed UTF-8 as of RFC 3629: no overlong forms, no surrogates, at most U+10FFFF.
bool isUtf8(std::string_view text)
{
    const auto *p = reinterpret_cast<const unsigned char *>(text.data());
    const unsigned char *end = p + text.size();
    while (p < end) {
        std::uint64_t chunk = 0;
        if (end - p >= 8) {
            std::memcpy(&chunk, p, 8);
            if (!(chunk & 0x8080808080808080ull)) {
                p += 8;
                continue;
            }
        }
        if (*p < 0x80) {
            ++p;
            continue;
        }
        const int more = *p >= 0xf0 ? 3 : *p >= 0xe0 ? 2 : 1;
        if (*p < 0xc2 || *p > 0xf4 || end - p <= more)
            return false;
        const unsigned char second = p[1];
        if ((*p == 0xe0 && second < 0xa0) || (*p == 0xed && second > 0x9f)
            || (*p == 0xf0 && second < 0x90) || (*p == 0xf4 && second > 0x8f))
            return false;
        for (int i = 1; i <= more; ++i)
            if ((p[i] & 0xc0) != 0x80)
                return false;
        p += more + 1;
    }
    return true;
}

std::string_view firstBytes(std::string_view text, std::size_t bytesMax)
{
    if (text.size() <= bytesMax)
        return text;
    std::size_t end = bytesMax;
    while (end && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end);
}

}  // namespace kernel
