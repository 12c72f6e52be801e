// The JSON Schema a record fits, with the types and remarks of its form. Owns the vocabulary of the
// forms (mirrors tests/exam/forms.json; a test compares the two). Thread contract: pure.
#pragma once

#include <boost/json.hpp>

#include <string_view>

namespace capabilities::record {

boost::json::object schemaOf(std::string_view form, const boost::json::object &record);

}  // namespace capabilities::record
