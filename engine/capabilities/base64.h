// Bytes as text and back (RFC 4648, section 4), strictly: one spelling, padded. Owns nothing.
// Thread contract: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace capabilities {

inline constexpr std::string_view base64Digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

inline std::string base64(std::string_view bytes)
{
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t j = i; j < i + 3; ++j)
            group = group << 8 | (j < bytes.size() ? static_cast<unsigned char>(bytes[j]) : 0u);
        for (std::size_t j = 0; j < 4; ++j)
            out += i + j <= bytes.size() ? base64Digits[group >> (18 - 6 * j) & 63] : '=';
    }
    return out;
}

// Nothing for white space, missing padding, or bits left over that are not zero.
inline std::optional<std::string> fromBase64(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); i += 4) {
        const std::string_view four = text.substr(i, 4);
        const bool isLast = i + 4 >= text.size();
        const std::size_t padding = !isLast ? 0 : four.ends_with("==") ? 2 : four.ends_with('=');
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 4; ++j) {
            const std::size_t digit = j < four.size() ? base64Digits.find(four[j]) : 64;
            if (digit >= 64 && (four.size() < 4 || j < 4 - padding))
                return std::nullopt;
            group = group << 6 | std::uint32_t(digit < 64 ? digit : 0);
        }
        for (std::size_t j = 0; j < 3 - padding; ++j)
            out += char(group >> (16 - 8 * j) & 255);
        if (padding > 0 && group & (padding == 1 ? 255u : 65'535u))
            return std::nullopt;
    }
    return out;
}

}  // namespace capabilities
