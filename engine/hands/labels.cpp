#include "hands/labels.h"

#include "hands/resources.h"

#include <boost/json.hpp>

#include <atomic>

namespace hands {

namespace json = boost::json;

namespace {

std::atomic<bool> isGerman = false;

json::object parsed(std::string_view bytes)
{
    boost::system::error_code error;
    const json::value read = json::parse(bytes, error);
    return !error && read.is_object() ? read.get_object() : json::object();
}

const json::object &english()
{
    static const json::object labels = parsed(resources::labels());
    return labels;
}

const json::object &german()
{
    static const json::object labels = parsed(resources::labelsDe());
    return labels;
}

std::string text(const json::object &in, std::string_view name)
{
    const json::value *found = in.if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

const json::object &entry(const json::object &in, std::string_view name)
{
    static const json::object none;
    const json::value *found = in.if_contains(name);
    return found && found->is_object() ? found->get_object() : none;
}

}  // namespace

void speak(std::string_view language)
{
    isGerman = language == "de";
}

bool speaksGerman()
{
    return isGerman;
}

std::string purposeOf(std::string_view stem)
{
    return isGerman ? text(entry(german(), stem), "purpose") : std::string();
}

std::string titleOf(std::string_view name)
{
    const std::string words = isGerman ? text(entry(german(), name), "title") : std::string();
    return words.empty() ? text(entry(english(), name), "title") : words;
}

std::string helpOf(std::string_view command)
{
    const std::string words = isGerman ? text(entry(german(), command), "help") : std::string();
    return words.empty() ? text(entry(english(), command), "help") : words;
}

std::string fieldLabelOf(std::string_view command, std::string_view field)
{
    const std::string words =
        isGerman ? text(entry(entry(german(), command), "fields"), field) : std::string();
    return words.empty() ? text(entry(entry(english(), command), "fields"), field) : words;
}

std::vector<std::string> labelled()
{
    std::vector<std::string> names;
    for (const auto &one : english()) {
        names.emplace_back(one.key());
        if (one.value().is_object())
            for (const auto &field : entry(one.value().get_object(), "fields"))
                names.push_back(std::string(one.key()) + '/' + std::string(field.key()));
    }
    return names;
}

}  // namespace hands
