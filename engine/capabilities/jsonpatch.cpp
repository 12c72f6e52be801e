#include "capabilities/jsonpatch.h"

#include "capabilities/jsonvalue.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace jsonpatch {

namespace json = boost::json;

namespace {

using Steps = std::vector<std::string>;

struct Size {
    std::size_t values = 1, depth = 1, bytes = 0;  // bytes of texts and names
};

Size sizeOf(const json::value &value)
{
    Size size;
    const auto take = [&](const json::value &inside) {
        const Size one = sizeOf(inside);
        size.values += one.values;
        size.bytes += one.bytes;
        size.depth = std::max(size.depth, one.depth + 1);
    };
    if (value.is_array())
        std::ranges::for_each(value.get_array(), take);
    if (value.is_object())
        for (const auto &member : value.get_object()) {
            take(member.value());
            size.bytes += member.key().size();
        }
    if (value.is_string())
        size.bytes = value.get_string().size();
    return size;
}

// An index of at most `last`; digits without leading zeros (RFC 6901, section 4).
std::optional<std::size_t> indexOf(std::string_view step, std::size_t last)
{
    std::size_t index = 0;
    const auto [end, failure] = std::from_chars(step.data(), step.data() + step.size(), index);
    if (step.empty() || failure != std::errc() || end != step.data() + step.size()
        || (step.size() > 1 && step[0] == '0') || index > last)
        return std::nullopt;
    return index;
}

json::value *inside(json::value &value, std::string_view step)
{
    if (value.is_object())
        return value.get_object().if_contains(step);
    if (!value.is_array())
        return nullptr;
    const auto index = indexOf(step, value.get_array().size());
    return index && *index < value.get_array().size() ? &value.get_array()[*index] : nullptr;
}

json::value *walk(json::value &document, const Steps &steps, std::size_t count)
{
    json::value *place = &document;
    for (std::size_t i = 0; i < count && place; ++i)
        place = inside(*place, steps[i]);
    return place;
}

json::object operation(std::string_view name, std::string_view path)
{
    return {{"op", name}, {"path", path}};
}

json::object operation(std::string_view name, std::string_view path, const json::value &value)
{
    return {{"op", name}, {"path", path}, {"value", value}};
}

class Patcher {
public:
    explicit Patcher(const json::value &document) : m_document(document)
    {
        const Size size = sizeOf(document);
        m_values = size.values;
        m_bytes = size.bytes;
    }

    std::string_view run(const json::value &given);
    json::value takeDocument() { return std::move(m_document); }
    json::array undo() const
    {
        json::array out;
        std::copy(m_undo.rbegin(), m_undo.rend(), std::back_inserter(out));
        return out;
    }

private:
    std::string_view add(const std::string &path, const json::value &value);
    std::string_view remove(const std::string &path);
    std::string_view replace(const std::string &path, const json::value &value);
    std::string_view move(const std::string &from, const std::string &path, bool isCopy);
    std::string_view test(const std::string &path, const json::value &value);
    std::string_view fits(const Steps &steps, const json::value &value);
    std::string_view keep(std::string_view op, const std::string &path, const json::value &old);

    json::value m_document;
    json::array m_undo;
    std::size_t m_values = 0, m_bytes = 0;
};

std::string_view Patcher::fits(const Steps &steps, const json::value &value)
{
    const Size size = sizeOf(value);
    m_values += size.values;  // what was removed still counts: work is bounded too
    m_bytes += size.bytes;
    return steps.size() + size.depth > depthMax         ? "depth"
           : m_values > valuesMax || m_bytes > bytesMax ? "size"
                                                        : "";
}

// The operation that brings the old value back; its copy counts like any other.
std::string_view Patcher::keep(std::string_view op, const std::string &path, const json::value &old)
{
    m_bytes += sizeOf(old).bytes;
    if (m_bytes > bytesMax)
        return "size";
    m_undo.push_back(operation(op, path, old));
    return "";
}

std::string_view Patcher::add(const std::string &path, const json::value &value)
{
    const auto steps = stepsOf(path);
    if (!steps)
        return "pointer";
    if (const auto why = fits(*steps, value); !why.empty())
        return why;
    if (steps->empty()) {
        const auto why = keep("replace", "", m_document);
        if (why.empty())
            m_document = value;
        return why;
    }
    json::value *parent = walk(m_document, *steps, steps->size() - 1);
    const std::string &last = steps->back();
    if (!parent)
        return "missing";
    if (parent->is_object()) {
        if (const json::value *old = parent->get_object().if_contains(last)) {
            if (const auto why = keep("replace", path, *old); !why.empty())
                return why;
        } else {
            m_undo.push_back(operation("remove", path));
        }
        parent->get_object()[last] = value;
        return "";
    }
    if (!parent->is_array())
        return "missing";
    json::array &array = parent->get_array();
    const auto index = last == "-" ? array.size() : indexOf(last, array.size());
    if (!index)
        return "index";
    m_undo.push_back(
        operation("remove", path.substr(0, path.rfind('/') + 1) + std::to_string(*index)));
    array.insert(array.begin() + std::ptrdiff_t(*index), value);
    return "";
}

std::string_view Patcher::remove(const std::string &path)
{
    const auto steps = stepsOf(path);
    if (!steps)
        return "pointer";
    if (steps->empty())
        return "shape";  // a document cannot be nothing
    json::value *parent = walk(m_document, *steps, steps->size() - 1);
    const json::value *old = parent ? inside(*parent, steps->back()) : nullptr;
    if (!old)
        return "missing";
    if (const auto why = keep("add", path, *old); !why.empty())
        return why;
    if (parent->is_object())
        parent->get_object().erase(steps->back());
    else
        parent->get_array().erase(parent->get_array().begin()
                                  + std::ptrdiff_t(*indexOf(steps->back(), SIZE_MAX)));
    return "";
}

std::string_view Patcher::replace(const std::string &path, const json::value &value)
{
    const auto steps = stepsOf(path);
    if (!steps)
        return "pointer";
    if (const auto why = fits(*steps, value); !why.empty())
        return why;
    json::value *place = walk(m_document, *steps, steps->size());
    if (!place)
        return "missing";
    if (const auto why = keep("replace", path, *place); !why.empty())
        return why;
    *place = value;
    return "";
}

std::string_view Patcher::move(const std::string &from, const std::string &path, bool isCopy)
{
    const auto steps = stepsOf(from);
    if (!steps)
        return "pointer";
    if (!isCopy && path.starts_with(from + "/"))
        return "inside";  // nothing moves into itself
    const json::value *found = walk(m_document, *steps, steps->size());
    if (!found)
        return "missing";
    if (m_bytes + sizeOf(*found).bytes > bytesMax)  // before it is copied
        return "size";
    const json::value value = *found;
    if (!isCopy && from == path)
        return "";
    if (!isCopy)
        if (const auto why = remove(from); !why.empty())
            return why;
    return add(path, value);
}

std::string_view Patcher::test(const std::string &path, const json::value &value)
{
    const auto steps = stepsOf(path);
    if (!steps)
        return "pointer";
    const json::value *place = walk(m_document, *steps, steps->size());
    return !place ? "missing" : jsonschema::isEqual(*place, value) ? "" : "test";
}

std::string_view Patcher::run(const json::value &given)
{
    const json::object *one = given.if_object();
    const auto word = [&](std::string_view name) -> const json::string * {
        const json::value *value = one ? one->if_contains(name) : nullptr;
        return value ? value->if_string() : nullptr;
    };
    const json::string *op = word("op"), *path = word("path"), *from = word("from");
    const json::value *value = one ? one->if_contains("value") : nullptr;
    if (!op || !path)
        return "shape";
    const std::string to(*path);
    if (*op == "remove")
        return remove(to);
    if (*op == "move" || *op == "copy")
        return from ? move(std::string(*from), to, *op == "copy") : "shape";
    if (*op != "add" && *op != "replace" && *op != "test")
        return "operation";
    if (!value)
        return "shape";
    return *op == "add" ? add(to, *value) : *op == "test" ? test(to, *value) : replace(to, *value);
}

void differ(json::array &out, const std::string &path, const json::value &from,
            const json::value &to)
{
    if (jsonschema::isEqual(from, to))
        return;
    if (from.is_object() && to.is_object()) {
        for (const auto &member : from.get_object())
            if (!to.get_object().contains(member.key()))
                out.push_back(operation("remove", path + "/" + escaped(member.key())));
        for (const auto &member : to.get_object()) {
            const std::string place = path + "/" + escaped(member.key());
            if (const json::value *old = from.get_object().if_contains(member.key()))
                differ(out, place, *old, member.value());
            else
                out.push_back(operation("add", place, member.value()));
        }
    } else if (from.is_array() && to.is_array()
               && from.get_array().size() == to.get_array().size()) {
        for (std::size_t i = 0; i < to.get_array().size(); ++i)
            differ(out, path + "/" + std::to_string(i), from.get_array()[i], to.get_array()[i]);
    } else {
        out.push_back(operation("replace", path, to));
    }
}

}  // namespace

std::optional<Steps> stepsOf(std::string_view pointer)
{
    Steps steps;
    if (!pointer.empty() && pointer[0] != '/')
        return std::nullopt;
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        if (pointer[i] == '/') {
            steps.emplace_back();
        } else if (pointer[i] != '~') {
            steps.back() += pointer[i];
        } else {
            const char code = ++i < pointer.size() ? pointer[i] : ' ';
            if (code != '0' && code != '1')
                return std::nullopt;
            steps.back() += code == '0' ? '~' : '/';
        }
    }
    return steps;
}

std::string escaped(std::string_view step)
{
    std::string out;
    for (const char c : step)
        out += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
    return out;
}

const json::value *at(const json::value &document, std::string_view pointer)
{
    const auto steps = stepsOf(pointer);
    // walk() changes nothing; it hands out places that others may change
    return steps ? walk(const_cast<json::value &>(document), *steps, steps->size()) : nullptr;
}

Outcome applied(const json::value &document, const json::array &patch)
{
    if (patch.size() > operationsMax)
        return {document, {}, operationsMax, "many"};
    Patcher patcher(document);
    for (std::size_t i = 0; i < patch.size(); ++i)
        if (const auto why = patcher.run(patch[i]); !why.empty())
            return {document, {}, i, why};
    json::array undo = patcher.undo();
    return {patcher.takeDocument(), std::move(undo), 0, ""};
}

json::value merged(json::value target, const json::value &patch)
{
    if (!patch.is_object())
        return patch;
    if (!target.is_object())
        target = json::object();
    for (const auto &member : patch.get_object()) {
        json::object &object = target.get_object();
        if (member.value().is_null()) {
            object.erase(member.key());
            continue;
        }
        json::value old;
        if (json::value *found = object.if_contains(member.key()))
            old = std::move(*found);
        object[member.key()] = merged(std::move(old), member.value());
    }
    return target;
}

json::array difference(const json::value &from, const json::value &to)
{
    json::array out;
    differ(out, "", from, to);
    return out;
}

}  // namespace jsonpatch
