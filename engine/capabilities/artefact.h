// The few lines every capability needs around its work: reading an upstream artefact, handing one
// back, clamping a score. Owns nothing; artefacts from elsewhere are treated as hostile, so each
// reader says what it wants and gets a harmless answer when it is not there.
// Thread contract: free functions without state.
#pragma once

#include "capabilities/canonical.h"
#include "capabilities/capability.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace capabilities {

// Parses JSON bytes of whatever origin: at most 32 levels deep unless said, nothing thrown. All parts
// of the value share one arena, since an upstream artefact is read and not changed.
inline std::optional<boost::json::value> parsed(std::string_view bytes, std::size_t depthMax = 32)
{
    boost::json::parse_options options;
    options.max_depth = depthMax;
    boost::system::error_code failure;
    boost::json::value value = boost::json::parse(
        {bytes.data(), bytes.size()}, failure,
        boost::json::make_shared_resource<boost::json::monotonic_resource>(bytes.size() * 2 + 256),
        options);
    if (failure)
        return std::nullopt;
    return value;
}

// An upstream artefact, or nothing if it was not given or is no JSON object.
inline std::optional<boost::json::object> objectInput(const Run &run, std::string_view name)
{
    bool isGiven = false;
    const std::string_view bytes = run.input(name, &isGiven);
    if (!isGiven)
        return std::nullopt;
    auto value = parsed(bytes);
    if (!value || !value->is_object())
        return std::nullopt;
    return std::move(value->get_object());
}

inline std::string_view textOf(const boost::json::object &object, std::string_view name)
{
    const boost::json::value *value = object.if_contains(name);
    return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

inline std::int64_t integerOf(const boost::json::object &object, std::string_view name,
                              std::int64_t otherwise = 0)
{
    const boost::json::value *value = object.if_contains(name);
    if (!value)
        return otherwise;
    if (value->is_int64())
        return value->get_int64();
    if (value->is_uint64() && value->get_uint64() <= INT64_MAX)
        return static_cast<std::int64_t>(value->get_uint64());
    return otherwise;
}

// The array member of that name; an empty one if there is none.
inline const boost::json::array &arrayOf(const boost::json::object &object, std::string_view name)
{
    static const boost::json::array none;
    const boost::json::value *value = object.if_contains(name);
    return value && value->is_array() ? value->get_array() : none;
}

inline const boost::json::object &objectOf(const boost::json::object &object, std::string_view name)
{
    static const boost::json::object none;
    const boost::json::value *value = object.if_contains(name);
    return value && value->is_object() ? value->get_object() : none;
}

inline Artefact jsonArtefact(std::string name, const boost::json::value &value)
{
    return {std::move(name), "application/json", canonical(value)};
}

// 0..10000, rounded
inline std::int64_t score(double share)
{
    return std::llround(std::clamp(share, 0.0, 1.0) * 10000);
}

inline Result stopped()
{
    Result result;
    result.isStopped = true;
    return result;
}

}  // namespace capabilities
