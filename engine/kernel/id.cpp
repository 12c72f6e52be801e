#include "kernel/id.h"

namespace kernel {

namespace {
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
}

std::string idText(std::uint64_t value)
{
    std::string text(13, '0');
    for (int at = 12; at >= 0; --at) {
        text[static_cast<std::size_t>(at)] = alphabet[value & 31];
        value >>= 5;
    }
    return text;
}

std::optional<std::uint64_t> idFromText(std::string_view text)
{
    if (text.size() != 13)
        return {};
    std::uint64_t value = 0;
    for (char c : text) {
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        const std::size_t digit = alphabet.find(upper);
        if (digit == std::string_view::npos || value >> 59)
            return {};
        value = value << 5 | digit;
    }
    return value;
}

}  // namespace kernel
