#include "crypto/multibase.h"

#include <algorithm>
#include <vector>

namespace crypto {

namespace {

constexpr std::string_view alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

// Digits of one base as digits of another, both least significant first: number = number * from +
// digit, for each digit from the most significant on.
std::vector<unsigned> converted(const std::vector<unsigned> &digits, unsigned from, unsigned to)
{
    std::vector<unsigned> number;
    for (unsigned carry : digits) {
        for (unsigned &place : number) {
            carry += place * from;
            place = carry % to;
            carry /= to;
        }
        for (; carry > 0; carry /= to)
            number.push_back(carry % to);
    }
    return number;
}

}  // namespace

std::string base58(Bytes bytes)
{
    const auto zeros =
        std::find_if(bytes.begin(), bytes.end(), [](std::uint8_t b) { return b; }) - bytes.begin();
    std::string text(static_cast<std::size_t>(zeros), alphabet[0]);
    const auto digits = converted({bytes.begin() + zeros, bytes.end()}, 256, 58);
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit)
        text += alphabet[*digit];
    return text;
}

std::optional<std::string> fromBase58(std::string_view text)
{
    if (text.size() > base58BytesMax * 138 / 100 + 1)  // log 256 / log 58 is 1.3657
        return std::nullopt;
    const std::size_t zeros = std::min(text.find_first_not_of(alphabet[0]), text.size());
    std::vector<unsigned> digits;
    for (const char c : text.substr(zeros)) {
        const std::size_t digit = alphabet.find(c);
        if (digit == std::string_view::npos)
            return std::nullopt;
        digits.push_back(static_cast<unsigned>(digit));
    }
    std::string bytes(zeros, '\0');
    const auto places = converted(digits, 58, 256);
    for (auto place = places.rbegin(); place != places.rend(); ++place)
        bytes += static_cast<char>(*place);
    return bytes;
}

std::string multibase(Bytes bytes)
{
    return "z" + base58(bytes);
}

std::optional<std::string> fromMultibase(std::string_view text)
{
    return text.starts_with('z') ? fromBase58(text.substr(1)) : std::nullopt;
}

std::string multikey(KeyKind kind, Bytes key)
{
    std::vector<std::uint8_t> bytes{
        kind == KeyKind::Ed25519 ? std::uint8_t{0xed} : std::uint8_t{0xe7}, 0x01};
    bytes.insert(bytes.end(), key.begin(), key.end());
    return multibase(bytes);
}

}  // namespace crypto
