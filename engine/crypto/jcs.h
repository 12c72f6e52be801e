// Canonical JSON for signing (RFC 8785, JCS) and the strict reader that goes with it (I-JSON, RFC
// 7493): members sorted by UTF-16 code units, numbers as ECMAScript writes them. Artefacts have
// their own writer (capabilities/canonical.h), whose members go in byte order.
// Thread contract: pure functions.
#pragma once

#include <boost/json/fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

inline constexpr std::size_t jsonDepthMax = 32;
inline constexpr std::size_t jsonBytesMax = 1024 * 1024;

// Nothing for what is no JSON, repeats a member, is no proper UTF-8 or UTF-16, lies outside the
// range of a double, or is deeper or longer than the limits. Integers up to 2^53 stay integers; every other number is
// the nearest double, so that what is signed is what any other reader sees.
std::optional<boost::json::value> readJson(std::string_view text);

// The one spelling of a value. Nothing when a number is not finite, or a text is not UTF-8.
std::optional<std::string> jcs(const boost::json::value &value);

}  // namespace crypto
