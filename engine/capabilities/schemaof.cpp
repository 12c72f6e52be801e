#include "capabilities/schemaof.h"

#include "capabilities/recordvalues.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace capabilities::record {

namespace json = boost::json;

namespace {

struct Declared {
    std::string_view form, path, type;
};
constexpr auto vocabulary = std::to_array<Declared>({
    {"recipe", "title", "string"},
    {"recipe", "author", "string"},
    {"recipe", "servings", "integer"},
    {"recipe", "prepMinutes", "integer"},
    {"recipe", "cookMinutes", "integer"},
    {"recipe", "totalMinutes", "integer"},
    {"recipe", "ovenTemperature", "integer"},
    {"recipe", "ingredients", "array"},
    {"recipe", "ingredients[].quantity", "number"},
    {"recipe", "ingredients[].unit", "string"},
    {"recipe", "ingredients[].item", "string"},
    {"recipe", "steps", "array"},
    {"meeting", "title", "string"},
    {"meeting", "date", "string"},
    {"meeting", "time", "string"},
    {"meeting", "place", "string"},
    {"meeting", "attendees", "array"},
    {"meeting", "absent", "array"},
    {"meeting", "agenda", "array"},
    {"meeting", "decisions", "array"},
    {"meeting", "actions", "array"},
    {"meeting", "actions[].who", "string"},
    {"meeting", "actions[].what", "string"},
    {"meeting", "actions[].due", "string"},
    {"meeting", "nextMeeting", "string"},
    {"budget", "title", "string"},
    {"budget", "period", "string"},
    {"budget", "currency", "string"},
    {"budget", "income", "number"},
    {"budget", "items", "array"},
    {"budget", "items[].name", "string"},
    {"budget", "items[].amount", "number"},
    {"budget", "total", "number"},
    {"budget", "balance", "number"},
    {"plan", "title", "string"},
    {"plan", "goal", "string"},
    {"plan", "owner", "string"},
    {"plan", "start", "string"},
    {"plan", "deadline", "string"},
    {"plan", "steps", "array"},
    {"plan", "steps[].text", "string"},
    {"plan", "steps[].due", "string"},
    {"plan", "steps[].done", "boolean"},
    {"nightDream", "date", "string"},
    {"nightDream", "place", "string"},
    {"nightDream", "people", "array"},
    {"nightDream", "symbols", "array"},
    {"nightDream", "feelings", "array"},
    {"nightDream", "ending", "string"},
    {"brief", "title", "string"},
    {"brief", "client", "string"},
    {"brief", "goal", "string"},
    {"brief", "audience", "string"},
    {"brief", "tone", "string"},
    {"brief", "deliverables", "array"},
    {"brief", "constraints", "array"},
    {"brief", "budget", "number"},
    {"brief", "currency", "string"},
    {"brief", "deadline", "string"},
    {"journal", "date", "string"},
    {"journal", "place", "string"},
    {"journal", "mood", "string"},
    {"journal", "weather", "string"},
    {"journal", "sleepHours", "number"},
    {"journal", "people", "array"},
    {"journal", "events", "array"},
    {"journal", "gratitude", "array"},
});

std::string_view declaredType(std::string_view form, std::string_view path)
{
    const auto place = std::find_if(vocabulary.begin(), vocabulary.end(), [&](const Declared &one) {
        return one.form == form && one.path == path;
    });
    return place == vocabulary.end() ? std::string_view() : place->type;
}

std::string_view plainType(const json::value &value)
{
    if (value.is_bool())
        return "boolean";
    if (value.is_int64() || value.is_uint64())
        return "integer";
    if (value.is_double())
        return "number";
    if (value.is_string())
        return "string";
    return value.is_array() ? "array" : "object";
}

bool isIsoDay(std::string_view words)
{
    const auto day = words.size() == 10 ? dayIn(words) : std::nullopt;
    return day && day->iso == words;
}

json::object schemaOfObjects(std::string_view form, const std::string &path,
                             const std::vector<const json::object *> &objects);

// `values` are all values found at one path.
json::object schemaOfValues(std::string_view form, const std::string &path,
                            const std::vector<const json::value *> &values)
{
    json::object out;
    std::string_view type = declaredType(form, path);
    if (type.empty()) {
        type = plainType(*values.front());
        for (const json::value *value : values) {
            if (plainType(*value) != type)  // figures mixed: the wider type holds both
                type = "number";
        }
    }
    out["type"] = type;
    if (type == "array") {
        std::vector<const json::value *> items;
        for (const json::value *value : values) {
            for (const json::value &item : value->get_array())
                items.push_back(&item);
        }
        out["items"] = schemaOfValues(form, path + "[]", items);
    } else if (type == "object") {
        std::vector<const json::object *> objects;
        for (const json::value *value : values)
            objects.push_back(&value->get_object());
        for (json::key_value_pair &member : schemaOfObjects(form, path, objects))
            out[member.key()] = std::move(member.value());
    } else if (type == "string") {
        const bool areDays =
            std::all_of(values.begin(), values.end(),
                        [](const json::value *value) { return isIsoDay(value->get_string()); });
        if (areDays)
            out["format"] = "date";
    }
    return out;
}

json::object schemaOfObjects(std::string_view form, const std::string &path,
                             const std::vector<const json::object *> &objects)
{
    std::vector<std::string> names;
    for (const json::object *object : objects) {
        for (const json::key_value_pair &member : *object) {
            if (std::find(names.begin(), names.end(), member.key()) == names.end())
                names.emplace_back(member.key());
        }
    }
    json::object properties;
    json::array required;
    for (const std::string &name : names) {
        std::vector<const json::value *> values;
        for (const json::object *object : objects) {
            if (const json::value *value = object->if_contains(name))
                values.push_back(value);
        }
        if (values.size() == objects.size())
            required.emplace_back(name);
        properties[name] = schemaOfValues(form, path.empty() ? name : path + "." + name, values);
    }
    json::object out{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty())
        out["required"] = std::move(required);
    return out;
}

}  // namespace

json::object schemaOf(std::string_view form, const json::object &record)
{
    json::object out = schemaOfObjects(form, "", {&record});
    out["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    out["title"] = form;
    return out;
}

}  // namespace capabilities::record
