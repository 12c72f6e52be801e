// Changes to JSON as JSON: JSON Patch (RFC 6902), JSON Merge Patch (RFC 7396) and the pointers they
// use (RFC 6901). A patch is applied whole or not at all, and every application brings the patch
// that undoes it. Owns nothing; bounds depth, values and bytes, since "copy" can double a document.
// Thread contract: pure functions.
#pragma once

#include <boost/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jsonpatch {

inline constexpr std::size_t operationsMax = 1000, depthMax = 30, valuesMax = 100'000,
                             bytesMax = 8u << 20;  // of texts and names, undo included

struct Outcome {
    boost::json::value document;  // as it was, if the patch did not apply
    boost::json::array undo;      // JSON Patch that leads back
    std::size_t failedAt = 0;     // index of the operation that failed
    // "", or shape, operation, pointer, missing, index, test, inside, depth, size, many
    std::string_view why;
};

Outcome applied(const boost::json::value &document, const boost::json::array &patch);
// RFC 7396, section 2.
boost::json::value merged(boost::json::value target, const boost::json::value &patch);
// Operations that make `to` of `from`: members one by one, arrays that differ in length whole.
boost::json::array difference(const boost::json::value &from, const boost::json::value &to);

// The unescaped steps of a pointer; nothing if it is none.
std::optional<std::vector<std::string>> stepsOf(std::string_view pointer);
std::string escaped(std::string_view step);
const boost::json::value *at(const boost::json::value &document, std::string_view pointer);

}  // namespace jsonpatch
