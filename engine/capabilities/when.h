// A moment inside an object: seconds since 1970 as a number, or "2026-03-01T12:00:00Z" and its
// shorter forms (reader.h). Owns nothing. Thread contract: pure.
#pragma once

#include "capabilities/reader.h"

namespace capabilities {

inline constexpr double secondMax = 253'402'300'799;  // the end of the year 9999

// NaN for `otherwise` means that it must be there.
inline double momentOf(Reader &in, const boost::json::object &object, std::string_view name,
                       double otherwise = std::nan(""))
{
    const boost::json::value *value = object.if_contains(name);
    if (!value || !value->is_string())
        return in.number(object, name, 0, secondMax, otherwise);
    const auto seconds = secondsOf(std::string_view(value->get_string()));
    if (!seconds || *seconds < 0)
        in.bad(name, value->get_string());
    return double(seconds.value_or(0));
}

}  // namespace capabilities
