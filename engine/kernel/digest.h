// A 256-bit digest: the name of a blob, a page, a leaf or a key. Owns its 32 bytes and their
// hexadecimal form; how a digest is computed is crypto/'s business, not this file's.
// Thread contract: a plain value; no shared state.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kernel {

struct Digest {
    std::array<std::uint8_t, 32> bytes{};

    // Byte order, which is also the order of the hexadecimal forms.
    auto operator<=>(const Digest &) const = default;

    bool isZero() const
    {
        return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == 0; });
    }

    // 64 lower-case hexadecimal digits.
    std::string hex() const
    {
        constexpr char digits[] = "0123456789abcdef";
        std::string text(2 * bytes.size(), '0');
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            text[2 * i] = digits[bytes[i] >> 4];
            text[2 * i + 1] = digits[bytes[i] & 15];
        }
        return text;
    }

    // Reads exactly 64 hexadecimal digits of either case; anything else is no digest.
    static std::optional<Digest> fromHex(std::string_view text)
    {
        Digest digest;
        if (text.size() != 2 * digest.bytes.size())
            return std::nullopt;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const int value = hexValue(text[i]);
            if (value < 0)
                return std::nullopt;
            std::uint8_t &byte = digest.bytes[i / 2];
            byte = static_cast<std::uint8_t>(byte << 4 | value);
        }
        return digest;
    }

    // The value of one hexadecimal digit, or -1.
    static constexpr int hexValue(char digit)
    {
        if (digit >= '0' && digit <= '9')
            return digit - '0';
        if (digit >= 'a' && digit <= 'f')
            return digit - 'a' + 10;
        if (digit >= 'A' && digit <= 'F')
            return digit - 'A' + 10;
        return -1;
    }
};

}  // namespace kernel

// A digest is already evenly spread, so eight of its bytes serve as they are. A sender who may
// choose digests freely can aim at one bucket: do not key a table by unverified foreign digests.
template <>
struct std::hash<kernel::Digest> {
    std::size_t operator()(const kernel::Digest &digest) const noexcept
    {
        std::size_t value = 0;
        std::memcpy(&value, digest.bytes.data(), sizeof value);
        return value;
    }
};
