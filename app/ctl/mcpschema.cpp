#include "ctl/mcpschema.h"

#include "kernel/cbor.h"
#include "kernel/digest.h"
#include "kernel/id.h"

#include <algorithm>

namespace ctl::mcp {

namespace json = boost::json;

namespace {

json::object shapeOf(const Argument &one)
{
    switch (one.type) {
    case Argument::Text:
        return {{"type", "string"}, {"minLength", one.min}, {"maxLength", one.max}};
    case Argument::Id:
        return {{"type", "string"}, {"pattern", "^[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{13}$"}};
    case Argument::Digest: return {{"type", "string"}, {"pattern", "^[0-9a-fA-F]{64}$"}};
    case Argument::Whole: return {{"type", "integer"}, {"minimum", one.min}, {"maximum", one.max}};
    case Argument::Flag: return {{"type", "boolean"}};
    case Argument::Texts: break;
    }
    return {{"type", "array"}, {"items", {{"type", "string"}}}, {"maxItems", one.max}};
}

// What was wanted, when the value is something else.
std::string wanted(const Argument &one, const json::value &value)
{
    const auto isWithin = [&](std::int64_t count) { return count >= one.min && count <= one.max; };
    const std::string range = std::to_string(one.min) + " to " + std::to_string(one.max);
    const std::string_view text =
        value.is_string() ? std::string_view(value.get_string()) : std::string_view();
    switch (one.type) {
    case Argument::Text:
        return value.is_string() && isWithin(static_cast<std::int64_t>(text.size()))
                   ? ""
                   : "a text of " + range + " bytes";
    case Argument::Id: return kernel::idFromText(text) ? "" : "an id of 13 characters";
    case Argument::Digest:
        return kernel::Digest::fromHex(text) ? "" : "a digest of 64 hexadecimal digits";
    case Argument::Whole:
        return value.is_int64() && isWithin(value.get_int64()) ? "" : "a whole number, " + range;
    case Argument::Flag: return value.is_bool() ? "" : "true or false";
    case Argument::Texts: break;
    }
    const json::array *list = value.if_array();
    const bool isGood = list && isWithin(static_cast<std::int64_t>(list->size()))
                        && std::all_of(list->begin(), list->end(),
                                       [](const json::value &item) { return item.is_string(); });
    return isGood ? "" : "a list of " + range + " texts";
}

}  // namespace

json::object schemaOf(std::span<const Argument> arguments)
{
    json::object properties;
    json::array required;
    for (const Argument &one : arguments) {
        json::object shape = shapeOf(one);
        shape["description"] = one.says;
        properties[one.name] = std::move(shape);
        if (one.isRequired)
            required.push_back(json::string(one.name));
    }
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
}

std::string misfit(std::span<const Argument> arguments, const json::object &given)
{
    for (const Argument &one : arguments) {
        const json::value *value = given.if_contains(one.name);
        if (!value && one.isRequired)
            return std::string(one.name) + " is missing";
        if (const std::string expected = value ? wanted(one, *value) : ""; !expected.empty())
            return std::string(one.name) + " is " + expected;
    }
    for (const auto &pair : given)
        if (std::none_of(arguments.begin(), arguments.end(),
                         [&](const Argument &one) { return one.name == pair.key(); }))
            return "there is no argument "
                   + std::string(kernel::firstBytes(std::string_view(pair.key()), 64));
    return {};
}

std::string textOf(const json::object &given, const char *name)
{
    const json::value *value = given.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t wholeOf(const json::object &given, const char *name, std::int64_t otherwise)
{
    const json::value *value = given.if_contains(name);
    return value && value->is_int64() ? value->get_int64() : otherwise;
}

}  // namespace ctl::mcp
