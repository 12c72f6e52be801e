#include "capabilities/jsonschemarefs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace jsonschema {

namespace json = boost::json;

namespace {

constexpr int depthMax = 200;

constexpr std::array oneSchema = {"additionalItems",
                                  "additionalProperties",
                                  "contains",
                                  "else",
                                  "if",
                                  "not",
                                  "propertyNames",
                                  "then",
                                  "unevaluatedItems",
                                  "unevaluatedProperties",
                                  "contentSchema"};
constexpr std::array listOfSchemas = {"allOf", "anyOf", "oneOf", "prefixItems"};
constexpr std::array mapOfSchemas = {"$defs",      "definitions",       "dependencies",
                                     "properties", "patternProperties", "dependentSchemas"};

template<std::size_t N>
bool isOneOf(const std::array<const char *, N> &names, std::string_view name)
{
    return std::any_of(names.begin(), names.end(), [&](const char *n) { return name == n; });
}

struct Uri {
    std::string_view scheme, authority, path, query;
    bool hasAuthority = false, hasQuery = false;
};

Uri splitUri(std::string_view text)
{
    Uri uri;
    const auto colon = text.find(':');
    const auto firstDelimiter = text.find_first_of("/?#");
    if (colon != text.npos && colon > 0
        && (firstDelimiter == text.npos || colon < firstDelimiter)) {
        uri.scheme = text.substr(0, colon);
        text.remove_prefix(colon + 1);
    }
    if (text.starts_with("//")) {
        const auto end = std::min(text.find_first_of("/?", 2), text.size());
        uri.hasAuthority = true;
        uri.authority = text.substr(2, end - 2);
        text.remove_prefix(end);
    }
    if (const auto mark = text.find('?'); mark != text.npos) {
        uri.hasQuery = true;
        uri.query = text.substr(mark + 1);
        text = text.substr(0, mark);
    }
    uri.path = text;
    return uri;
}

// RFC 3986 section 5.2.4
std::string withoutDots(std::string_view path)
{
    std::vector<std::string_view> parts;
    const bool isAbsolute = path.starts_with('/');
    bool endsInFolder = false;
    std::size_t at = isAbsolute ? 1 : 0;
    while (at <= path.size()) {
        const auto end = std::min(path.find('/', at), path.size());
        const auto part = path.substr(at, end - at);
        endsInFolder = part == "." || part == "..";
        if (part == "..") {
            if (!parts.empty())
                parts.pop_back();
        } else if (part != ".") {
            parts.push_back(part);
        }
        at = end + 1;
    }
    std::string out = isAbsolute ? "/" : "";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i)
            out.push_back('/');
        out.append(parts[i]);
    }
    if (endsInFolder && !parts.empty())
        out.push_back('/');
    return out;
}

// Follows an RFC 6901 pointer, percent-encoded as in a URI, from a schema.
const json::value *followPointer(const json::value *at, std::string_view pointer)
{
    std::string decoded;
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        const auto hex = [](char c) {
            return c >= '0' && c <= '9'                 ? c - '0'
                   : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                                        : -1;
        };
        if (pointer[i] == '%' && i + 2 < pointer.size() && hex(pointer[i + 1]) >= 0
            && hex(pointer[i + 2]) >= 0) {
            decoded.push_back(static_cast<char>(hex(pointer[i + 1]) * 16 + hex(pointer[i + 2])));
            i += 2;
        } else {
            decoded.push_back(pointer[i]);
        }
    }
    boost::system::error_code failure;
    return at->find_pointer(decoded, failure);
}

}  // namespace

std::string resolveUri(std::string_view base, std::string_view reference)
{
    reference = reference.substr(0, reference.find('#'));
    base = base.substr(0, base.find('#'));
    if (reference.empty())
        return std::string(base);
    const Uri from = splitUri(base), to = splitUri(reference);
    if (!to.scheme.empty())
        return std::string(reference);
    std::string out;
    if (!from.scheme.empty())
        out.append(from.scheme).append(":");
    const bool takesAuthority = !to.hasAuthority;
    if (takesAuthority ? from.hasAuthority : true)
        out.append("//").append(takesAuthority ? from.authority : to.authority);
    std::string path;
    if (to.hasAuthority || to.path.starts_with('/')) {
        path = withoutDots(to.path);
    } else if (to.path.empty()) {
        path = from.path;
    } else {
        const auto slash = from.path.rfind('/');
        std::string merged(slash == from.path.npos ? "" : from.path.substr(0, slash + 1));
        if (slash == from.path.npos && from.hasAuthority)
            merged = "/";
        path = withoutDots(merged.append(to.path));
    }
    out.append(path);
    if (to.hasQuery)
        out.append("?").append(to.query);
    return out;
}

References::References(const json::value &root) : root_(&root)
{
    if (const json::object *object = root.if_object()) {
        const json::value *name = object->if_contains("$schema");
        if (name && name->is_string()) {
            const std::string_view uri = name->get_string();
            if (uri.find("draft-07") != uri.npos || uri.find("draft-06") != uri.npos)
                dialect_ = Dialect::draft7;
        }
    }
    resources_.emplace("", &root);
    index(root, "", 0);
}

std::string References::baseInside(std::string_view outer, const json::object &schema) const
{
    const json::value *id = schema.if_contains("$id");
    if (!id || !id->is_string())
        return std::string(outer);
    if (dialect_ == Dialect::draft7
        && (schema.contains("$ref") || id->get_string().starts_with('#')))
        return std::string(outer);
    return resolveUri(outer, id->get_string());
}

void References::index(const json::value &schema, const std::string &outer, int depth)
{
    const json::object *object = schema.if_object();
    if (depth == 0)
        bases_.emplace(&schema, outer);
    if (!object || depth > depthMax)
        return;
    const std::string base = baseInside(outer, *object);
    bases_.insert_or_assign(&schema, base);
    if (base != outer || depth == 0)
        resources_.insert_or_assign(base, &schema);
    const auto textOf = [&](const char *name) -> std::string_view {
        const json::value *value = object->if_contains(name);
        return value && value->is_string() ? std::string_view(value->get_string())
                                           : std::string_view();
    };
    if (const auto id = textOf("$id"); dialect_ == Dialect::draft7 && id.starts_with('#'))
        anchors_.emplace(base + std::string(id), &schema);
    if (const auto anchor = textOf("$anchor"); !anchor.empty())
        anchors_.emplace(base + "#" + std::string(anchor), &schema);
    if (const auto anchor = textOf("$dynamicAnchor"); !anchor.empty())
        dynamicAnchors_.emplace(base + "#" + std::string(anchor), &schema);
    indexMembers(*object, base, depth);
}

void References::indexMembers(const json::object &schema, const std::string &base, int depth)
{
    for (const json::key_value_pair &member : schema) {
        const std::string_view key = member.key();
        const json::value &value = member.value();
        if (key == "unevaluatedItems" || key == "unevaluatedProperties")
            hasUnevaluated_ = true;
        if (isOneOf(oneSchema, key) || (key == "items" && value.is_object())) {
            index(value, base, depth + 1);
        } else if ((isOneOf(listOfSchemas, key) || key == "items") && value.is_array()) {
            for (const json::value &item : value.get_array())
                index(item, base, depth + 1);
        } else if (isOneOf(mapOfSchemas, key) && value.is_object()) {
            for (const json::key_value_pair &item : value.get_object())
                index(item.value(), base, depth + 1);
        }
    }
}

References::Target References::find(std::string_view base, std::string_view reference) const
{
    const auto hash = reference.find('#');
    const std::string_view fragment =
        hash == reference.npos ? std::string_view() : reference.substr(hash + 1);
    const std::string uri = resolveUri(base, reference);
    const auto resource = resources_.find(uri);
    if (!fragment.empty() && !fragment.starts_with('/')) {
        const std::string name = uri + "#" + std::string(fragment);
        if (const auto found = anchors_.find(name); found != anchors_.end())
            return {found->second, false};
        if (const auto found = dynamicAnchors_.find(name); found != dynamicAnchors_.end())
            return {found->second, true};
        return {};
    }
    if (resource == resources_.end())
        return {};
    if (fragment.empty())
        return {resource->second, false};
    const json::value *target = followPointer(resource->second, fragment);
    if (!target || !(target->is_object() || target->is_bool()))
        return {};
    return {target, false};
}

const std::string &References::baseOf(const json::value &schema) const
{
    const auto found = bases_.find(&schema);
    return found == bases_.end() ? bases_.at(root_) : found->second;
}

const json::value &References::resourceOf(const json::value &schema) const
{
    const auto found = resources_.find(baseOf(schema));
    return found == resources_.end() ? *root_ : *found->second;
}

const json::value *References::dynamicAnchor(std::string_view base, std::string_view name) const
{
    const auto found = dynamicAnchors_.find(std::string(base).append("#").append(name));
    return found == dynamicAnchors_.end() ? nullptr : found->second;
}

}  // namespace jsonschema
