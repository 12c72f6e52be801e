#include "crypto/typedvalue.h"

#include "crypto/hexbytes.h"
#include "crypto/keccak.h"
#include "crypto/wallet.h"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>

namespace crypto {

namespace {

namespace json = boost::json;

// "8" to "256" as a number without leading zeros; 0 for anything else.
std::size_t sizeOf(std::string_view digits)
{
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
    return error == std::errc() && end == digits.data() + digits.size() && digits[0] != '0' ? size
                                                                                            : 0;
}

// number * 10 + digit, most significant byte first; false when it no longer fits.
bool appendDigit(Digest &number, unsigned digit)
{
    unsigned carry = digit;
    for (auto byte = number.bytes.rbegin(); byte != number.bytes.rend(); ++byte) {
        carry += *byte * 10u;
        *byte = static_cast<std::uint8_t>(carry);
        carry >>= 8;
    }
    return carry == 0;
}

std::optional<Digest> magnitudeOf(std::string_view text)
{
    Digest number;
    if (text.starts_with("0x")) {
        std::string digits(text.substr(2));
        if (digits.empty() || digits.size() > 64)
            return std::nullopt;
        return Digest::fromHex(std::string(64 - digits.size(), '0') + digits);
    }
    if (text.empty() || text.size() > 78 || (text.size() > 1 && text[0] == '0'))
        return std::nullopt;
    for (const char c : text) {
        if (c < '0' || c > '9' || !appendDigit(number, static_cast<unsigned>(c - '0')))
            return std::nullopt;
    }
    return number;
}

bool hasOnlyLowBits(const Digest &number, std::size_t bits)
{
    const std::size_t highBytes = (256 - bits) / 8;
    return std::all_of(number.bytes.begin(), number.bytes.begin() + std::ptrdiff_t(highBytes),
                       [](std::uint8_t byte) { return byte == 0; })
           && (bits % 8 == 0 || number.bytes[highBytes] >> bits % 8 == 0);
}

// -n is the complement of n - 1.
Digest negated(Digest number)
{
    for (auto byte = number.bytes.rbegin(); byte != number.bytes.rend() && (*byte)-- == 0; ++byte) {
    }
    for (std::uint8_t &byte : number.bytes)
        byte = static_cast<std::uint8_t>(~byte);
    return number;
}

std::optional<Digest> encodeNumber(const Atom &atom, const json::value &value)
{
    std::string text;
    if (value.is_int64())
        text = std::to_string(value.get_int64());
    else if (value.is_uint64())
        text = std::to_string(value.get_uint64());
    else if (value.is_string())
        text = std::string(std::string_view(value.get_string()));
    const bool isNegative = text.starts_with('-');
    const auto magnitude = magnitudeOf(std::string_view(text).substr(isNegative ? 1 : 0));
    if (!magnitude || (isNegative && (magnitude->isZero() || text.starts_with("-0x"))))
        return std::nullopt;
    if (atom.kind == AtomKind::Unsigned)
        return !isNegative && hasOnlyLowBits(*magnitude, atom.size) ? magnitude : std::nullopt;
    if (!isNegative)
        return hasOnlyLowBits(*magnitude, atom.size - 1) ? magnitude : std::nullopt;
    // -2^(size-1) is the least: its complement, magnitude - 1, has one bit less
    const Digest number = negated(*magnitude);
    Digest complement = number;
    for (std::uint8_t &byte : complement.bytes)
        byte = static_cast<std::uint8_t>(~byte);
    return hasOnlyLowBits(complement, atom.size - 1) ? std::optional(number) : std::nullopt;
}

}  // namespace

Atom atomOf(std::string_view type)
{
    if (type == "bool")
        return {AtomKind::Bool, 0};
    if (type == "address")
        return {AtomKind::Address, 0};
    if (type == "bytes")
        return {AtomKind::Bytes, 0};
    if (type == "string")
        return {AtomKind::String, 0};
    if (type.starts_with("bytes")) {
        const std::size_t size = sizeOf(type.substr(5));
        return size >= 1 && size <= 32 ? Atom{AtomKind::FixedBytes, size} : Atom{};
    }
    const bool isUnsigned = type.starts_with("uint");
    if (!isUnsigned && !type.starts_with("int"))
        return {};
    const std::size_t size = sizeOf(type.substr(isUnsigned ? 4 : 3));
    if (size < 8 || size > 256 || size % 8 != 0)
        return {};
    return {isUnsigned ? AtomKind::Unsigned : AtomKind::Signed, size};
}

std::optional<Digest> encodeAtom(const Atom &atom, const json::value &value)
{
    Digest word;
    if (atom.kind == AtomKind::Unsigned || atom.kind == AtomKind::Signed)
        return encodeNumber(atom, value);
    if (atom.kind == AtomKind::Bool) {
        word.bytes.back() = value.is_bool() && value.get_bool() ? 1 : 0;
        return value.is_bool() ? std::optional(word) : std::nullopt;
    }
    if (!value.is_string())
        return std::nullopt;
    const std::string_view text = value.get_string();
    if (atom.kind == AtomKind::String)
        return keccak256(text);
    if (atom.kind == AtomKind::Address) {
        const auto address = Address::fromText(text);
        if (!address)
            return std::nullopt;
        std::copy(address->bytes.begin(), address->bytes.end(), word.bytes.begin() + 12);
        return word;
    }
    const auto bytes = bytesOfPrefixedHex(text);
    if (!bytes || atom.kind == AtomKind::None
        || (atom.kind == AtomKind::FixedBytes && bytes->size() != atom.size))
        return std::nullopt;
    if (atom.kind == AtomKind::Bytes)
        return keccak256(*bytes);
    std::copy(bytes->begin(), bytes->end(), word.bytes.begin());
    return word;
}

}  // namespace crypto
