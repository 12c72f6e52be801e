#include "capabilities/artefact.h"
#include "capabilities/recordforms.h"
#include "capabilities/recordvalues.h"

#include <set>

namespace capabilities::record {

namespace json = boost::json;

namespace {

constexpr std::size_t listMax = 60;

// "Opening hours" -> openingHours: a name a program can use, made of the text's own words
std::string propertyName(std::string_view name)
{
    std::string out;
    bool isNext = false;
    for (const char c : lowered(name)) {
        if (!isWordByte(c)) {
            isNext = !out.empty();
            continue;
        }
        const bool isLetter = c >= 'a' && c <= 'z';
        out.push_back(isNext && isLetter ? static_cast<char>(c - 32) : c);
        isNext = false;
    }
    return out.size() > 40 ? std::string() : out;
}

// Figures stay figures, days become days, the rest stays as it stands.
json::value valueOf(std::string_view words)
{
    const std::string_view bare = withoutEnd(words);
    const auto number = numberAt(bare, 0);
    if (number && number->end == bare.size())
        return numberValue(number->value);
    const auto day = dayIn(bare);
    if (day && day->start == 0 && day->end == bare.size())
        return json::value(dayText(bare, *day));
    return json::value(bare);
}

json::array textsOf(const json::object *facts, std::string_view list, std::string_view member)
{
    json::array out;
    std::set<std::string> known;
    if (!facts)
        return out;
    for (const json::value &entry : arrayOf(*facts, list)) {
        const json::object *object = entry.if_object();
        if (!object || out.size() == listMax)
            continue;
        std::string words(textOf(*object, member));
        if (words.empty())
            words = textOf(*object, "text");
        if (!words.empty() && known.insert(words).second)
            out.emplace_back(words);
    }
    return out;
}

json::array amountsOf(const json::object *facts)
{
    json::array out;
    if (!facts)
        return out;
    for (const json::value &entry : arrayOf(*facts, "amounts")) {
        const json::object *object = entry.if_object();
        const auto number = object ? numberAt(textOf(*object, "value"),
                                              textOf(*object, "value").starts_with("-") ? 1 : 0)
                                   : std::nullopt;
        if (!number || out.size() == listMax)
            continue;
        const bool isMinus = textOf(*object, "value").starts_with("-");
        json::object one{{"value", numberValue(isMinus ? -number->value : number->value)}};
        put(one, "currency", std::string(textOf(*object, "unit")));
        out.push_back(std::move(one));
    }
    return out;
}

json::array todosOf(const Outline &outline)
{
    json::array out;
    for (const Line &line : outline.lines) {
        if (line.check == text::Check::none || out.size() == listMax)
            continue;
        const DueSplit split = splitDue(line.text);
        json::object one{{"text", split.what}, {"done", line.check == text::Check::done}};
        put(one, "due", split.due);
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace

json::object other(const Outline &outline)
{
    json::object record;
    put(record, "title", outline.title);
    json::array sections;
    std::set<std::string> reserved = {"title",   "sections", "dates", "people", "places",
                                      "amounts", "todos",    "links", "points"};
    json::array points;
    for (const Line &line : outline.lines) {
        if (line.kind == LineKind::heading && sections.size() < listMax)
            sections.emplace_back(line.text);
        if (line.kind == LineKind::item && line.check == text::Check::none
            && points.size() < listMax)
            points.emplace_back(line.text);
        if (line.kind != LineKind::field || record.size() >= listMax)
            continue;
        const std::string name = propertyName(line.shownName);
        if (!name.empty() && !reserved.contains(name) && !record.contains(name))
            record[name] = valueOf(line.value);
    }
    put(record, "sections", std::move(sections));
    put(record, "points", std::move(points));
    put(record, "dates", textsOf(outline.facts, "dates", "iso"));
    put(record, "people", textsOf(outline.facts, "people", "text"));
    put(record, "places", textsOf(outline.facts, "places", "text"));
    put(record, "amounts", amountsOf(outline.facts));
    put(record, "todos", todosOf(outline));
    put(record, "links", textsOf(outline.facts, "links", "url"));
    return record;
}

}  // namespace capabilities::record
