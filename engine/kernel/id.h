// Identity of things. An Id is 64 bits: 24 bits of origin (taken from the profile's key, so that two
// profiles rarely meet) over a 40-bit counter kept by the journal. Thread contract: plain values.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kernel {

// T only says what the Id points to; it is never looked into.
template<class T>
struct Id {
    std::uint64_t value = 0;

    constexpr explicit operator bool() const { return value != 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

struct Thing;
using AnyId = Id<Thing>;

inline constexpr int idCounterBits = 40;

// 13 characters, Crockford base32, most significant first.
std::string idText(std::uint64_t value);
// Accepts lower case; nothing if the text is not 13 such characters or exceeds 64 bits.
std::optional<std::uint64_t> idFromText(std::string_view text);

}  // namespace kernel

template<class T>
struct std::hash<kernel::Id<T>> {
    std::size_t operator()(kernel::Id<T> id) const noexcept
    {
        return std::hash<std::uint64_t>{}(id.value * 0x9E3779B97F4A7C15ull);
    }
};
