// The arguments of a tool, written once: the JSON Schema others see (the words common to draft 7 and
// 2020-12) and the check of what they send come from the same rows. Thread contract: pure.
#pragma once

#include <boost/json.hpp>

#include <cstdint>
#include <span>
#include <string>

namespace ctl::mcp {

struct Argument {
    enum Type { Text, Id, Digest, Whole, Flag, Texts };
    const char *name;
    Type type;
    bool isRequired;
    std::int64_t min, max;  // bytes of a text, the number itself, texts of a list
    const char *says;
};

boost::json::object schemaOf(std::span<const Argument> arguments);
// Words when something is missing, unknown or out of its range; else empty.
std::string misfit(std::span<const Argument> arguments, const boost::json::object &given);

std::string textOf(const boost::json::object &given, const char *name);
std::int64_t wholeOf(const boost::json::object &given, const char *name, std::int64_t otherwise);

}  // namespace ctl::mcp
