#include "hands/labels.h"

#include "hands/resources.h"

#include <boost/json.hpp>

namespace hands {

namespace json = boost::json;

namespace {

const json::object &all()
{
    static const json::object labels = [] {
        boost::system::error_code error;
        const json::value read = json::parse(resources::labels(), error);
        return !error && read.is_object() ? read.get_object() : json::object();
    }();
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

std::string titleOf(std::string_view name)
{
    return text(entry(all(), name), "title");
}

std::string helpOf(std::string_view command)
{
    return text(entry(all(), command), "help");
}

std::string fieldLabelOf(std::string_view command, std::string_view field)
{
    return text(entry(entry(all(), command), "fields"), field);
}

std::vector<std::string> labelled()
{
    std::vector<std::string> names;
    for (const auto &one : all()) {
        names.emplace_back(one.key());
        if (one.value().is_object())
            for (const auto &field : entry(one.value().get_object(), "fields"))
                names.push_back(std::string(one.key()) + '/' + std::string(field.key()));
    }
    return names;
}

}  // namespace hands
