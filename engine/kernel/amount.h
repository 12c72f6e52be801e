// Exact quantities, instants and small wrappers that tell a form what it is asking for. Money is a
// 128-bit integer of the token's smallest unit, never a float. Thread contract: plain values.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kernel {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

struct Amount {
    Int128 units = 0;

    friend constexpr bool operator==(Amount a, Amount b) { return a.units == b.units; }
    friend constexpr std::strong_ordering operator<=>(Amount a, Amount b)
    {
        return a.units < b.units   ? std::strong_ordering::less
               : a.units > b.units ? std::strong_ordering::greater
                                   : std::strong_ordering::equal;
    }
};

// a + b, or nothing on overflow.
std::optional<Amount> add(Amount a, Amount b);
std::optional<Amount> subtract(Amount a, Amount b);
// "-12.5" with `decimals` digits after the point; trailing zeros are dropped.
std::string amountText(Amount amount, int decimals);
// The inverse; nothing on junk, on too many digits after the point, or on overflow.
std::optional<Amount> amountFromText(std::string_view text, int decimals);

// Microseconds since 1970-01-01 UTC.
struct Time {
    std::int64_t us = 0;
    friend constexpr auto operator<=>(Time, Time) = default;
};

struct Duration {
    std::int64_t us = 0;
    friend constexpr auto operator<=>(Duration, Duration) = default;
};

constexpr Time operator+(Time t, Duration d) { return {t.us + d.us}; }
constexpr Duration operator-(Time a, Time b) { return {a.us - b.us}; }
constexpr Duration milliseconds(std::int64_t n) { return {n * 1000}; }
constexpr Duration seconds(std::int64_t n) { return {n * 1'000'000}; }

// 0..10000, shown as 0..100; -1 means "not measured yet".
struct Score {
    std::int32_t value = -1;
    friend constexpr auto operator<=>(Score, Score) = default;
};

// Long text in a command; it is stored as a blob, never in a fact.
struct Body {
    std::string text;
    friend bool operator==(const Body &, const Body &) = default;
};

// Typed by a person, never echoed, never in a fact.
struct Secret {
    std::string text;
    friend bool operator==(const Secret &, const Secret &) = default;
};

}  // namespace kernel
