// Amounts that must be exact: decimals as people write them in whole units of 10^-places, whole
// numbers beyond 64 bits, and sharing out to the last unit. Owns nothing. Sharing is the method of
// largest remainders (Hamilton 1792; Hare quota), ties to the earlier.
// Thread contract: free functions without state.
#pragma once

#include "capabilities/reader.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <numeric>

namespace capabilities {

using Whole = boost::multiprecision::cpp_int;

// A member as an exact decimal ("12.50", 12.5 or 12) in units of 10^-places; least and most in the
// same units. An absent one yields `otherwise`; it must be there if that is null.
inline std::int64_t exact(Reader &in, const boost::json::object &object, std::string_view name,
                          int places, std::int64_t least, std::int64_t most,
                          std::optional<std::int64_t> otherwise = std::nullopt)
{
    const boost::json::value *value = object.if_contains(name);
    if (!value || value->is_null()) {
        if (!otherwise)
            in.missing(name);
        return otherwise.value_or(least);
    }
    const std::string digits = value->is_string()   ? std::string(value->get_string())
                               : value->is_number() ? canonical(*value)
                                                    : std::string();
    const auto scaled = scaledOf(digits, places);
    if (scaled && *scaled >= least && *scaled <= most)
        return *scaled;
    in.bad(name, digits.empty() ? "no number" : digits);
    return least;
}

// A member as a whole number of any size, given as a number or as its digits.
inline Whole whole(Reader &in, const boost::json::object &object, std::string_view name,
                   const Whole &least, const Whole &most)
{
    const std::string digits = in.word(object, name, 100);
    Whole number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') {
            in.bad(name, digits);
            return least;
        }
        number = number * 10 + (c - '0');
    }
    if (number >= least && number <= most)
        return number;
    in.bad(name, digits);
    return least;
}

inline Whole dividedUp(const Whole &number, const Whole &by)  // number >= 0, by > 0
{
    return (number + by - 1) / by;
}

// Rounded half away from zero; by > 0.
inline Whole dividedHalf(const Whole &number, const Whole &by)
{
    const Whole half = (abs(number) * 2 + by) / (by * 2);
    return number < 0 ? Whole(-half) : half;
}

inline std::int64_t clamped(const Whole &number)
{
    return number > INT64_MAX   ? INT64_MAX
           : number < INT64_MIN ? INT64_MIN
                                : number.convert_to<std::int64_t>();
}

// `pool` shared out by weights that are not negative: the shares sum to the pool exactly, unless
// all weights are 0, and then so are the shares.
inline std::vector<Whole> apportioned(const Whole &pool, const std::vector<Whole> &weights)
{
    std::vector<Whole> shares(weights.size()), rests(weights.size());
    const Whole sum = std::accumulate(weights.begin(), weights.end(), Whole(0));
    if (sum == 0)
        return shares;
    Whole left = pool;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        divide_qr(Whole(pool * weights[i]), sum, shares[i], rests[i]);
        left -= shares[i];
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return rests[a] > rests[b]; });
    for (std::size_t i = 0; left > 0; ++i, --left)
        ++shares[order[i]];
    return shares;
}

}  // namespace capabilities
