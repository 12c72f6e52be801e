// Values of JSON as JSON Schema compares them: 1 equals 1.0, members have no order. Owns equality,
// hash and exact number comparison; knows nothing of schemas.
// Thread contract: free functions without state.
#pragma once

#include <boost/json.hpp>

#include <cmath>
#include <cstdint>
#include <functional>
#include <string_view>

namespace jsonschema {

// long double holds every int64, uint64 and double exactly on x86-64 and AArch64.
inline long double numberOf(const boost::json::value &value)
{
    if (value.is_int64())
        return static_cast<long double>(value.get_int64());
    if (value.is_uint64())
        return static_cast<long double>(value.get_uint64());
    return static_cast<long double>(value.get_double());
}

inline bool isWhole(const boost::json::value &value)
{
    if (value.is_int64() || value.is_uint64())
        return true;
    return value.is_double() && std::isfinite(value.get_double())
           && value.get_double() == std::floor(value.get_double());
}

inline bool isEqual(const boost::json::value &a, const boost::json::value &b)
{
    if (a.is_number() && b.is_number())
        return numberOf(a) == numberOf(b);
    if (a.kind() != b.kind())
        return false;
    switch (a.kind()) {
    case boost::json::kind::string: return a.get_string() == b.get_string();
    case boost::json::kind::bool_: return a.get_bool() == b.get_bool();
    case boost::json::kind::array: {
        const auto &left = a.get_array();
        const auto &right = b.get_array();
        if (left.size() != right.size())
            return false;
        for (std::size_t i = 0; i < left.size(); ++i) {
            if (!isEqual(left[i], right[i]))
                return false;
        }
        return true;
    }
    case boost::json::kind::object: {
        const auto &left = a.get_object();
        const auto &right = b.get_object();
        if (left.size() != right.size())
            return false;
        for (const auto &member : left) {
            const boost::json::value *other = right.if_contains(member.key());
            if (!other || !isEqual(member.value(), *other))
                return false;
        }
        return true;
    }
    default: return true;
    }
}

// Equal values have equal hashes; used to find repeated items without comparing all pairs.
inline std::uint64_t hashOf(const boost::json::value &value)
{
    const auto mix = [](std::uint64_t h) {
        h ^= h >> 32;
        h *= 0x9e3779b97f4a7c15ull;
        return h ^ (h >> 29);
    };
    if (value.is_number())
        return mix(std::hash<double>{}(static_cast<double>(numberOf(value))) + 1);
    std::uint64_t hash = mix(static_cast<std::uint64_t>(value.kind()) + 11);
    switch (value.kind()) {
    case boost::json::kind::string:
        return mix(hash ^ std::hash<std::string_view>{}(std::string_view(value.get_string())));
    case boost::json::kind::bool_: return mix(hash + (value.get_bool() ? 1 : 2));
    case boost::json::kind::array:
        for (const auto &item : value.get_array())
            hash = mix(hash + hashOf(item));
        return hash;
    case boost::json::kind::object:
        for (const auto &member : value.get_object())
            hash += mix(std::hash<std::string_view>{}(std::string_view(member.key()))
                        ^ (hashOf(member.value()) << 1));
        return mix(hash);
    default: return hash;
    }
}

}  // namespace jsonschema
