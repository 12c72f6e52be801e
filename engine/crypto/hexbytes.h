// Hexadecimal digits and bytes of any length, for the formats of wallets. Owns nothing.
// Thread contract: pure functions.
#pragma once

#include "crypto/hash.h"

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

// Lower-case digits, two a byte.
inline std::string hexOf(Bytes bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

// Digits of either case, an even number of them; nothing for anything else.
inline std::optional<std::string> bytesOfHex(std::string_view digits)
{
    if (digits.size() % 2 != 0)
        return std::nullopt;
    std::string bytes(digits.size() / 2, '\0');
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int value = Digest::hexValue(digits[i]);
        if (value < 0)
            return std::nullopt;
        bytes[i / 2] = static_cast<char>(static_cast<unsigned char>(bytes[i / 2]) << 4 | value);
    }
    return bytes;
}

// The same behind "0x".
inline std::optional<std::string> bytesOfPrefixedHex(std::string_view text)
{
    return text.starts_with("0x") ? bytesOfHex(text.substr(2)) : std::nullopt;
}

}  // namespace crypto
