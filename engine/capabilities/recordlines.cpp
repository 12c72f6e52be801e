#include "capabilities/artefact.h"
#include "capabilities/recordoutline.h"
#include "capabilities/recordvalues.h"

#include <algorithm>
#include <cmath>

namespace capabilities::record {

namespace json = boost::json;

namespace {

constexpr std::size_t titleBytesMax = 90;

}  // namespace

std::vector<std::string> listed(std::string_view text)
{
    std::string flat;
    int depth = 0;
    for (const char c : text) {  // brackets hold remarks
        depth += c == '(';
        if (depth == 0)
            flat.push_back(c);
        depth -= c == ')' && depth > 0;
    }
    const std::string lower = lowered(flat);
    std::vector<std::string> out;
    std::size_t from = 0;
    const auto push = [&](std::size_t to) {
        const std::string_view part = withoutEnd(std::string_view(flat).substr(from, to - from));
        if (!part.empty())
            out.emplace_back(part);
    };
    for (std::size_t at = 0; at < flat.size(); ++at) {
        if (flat[at] == ',' || flat[at] == ';' || flat[at] == '&') {
            push(at);
            from = at + 1;
            continue;
        }
        for (const std::string_view word :
             {" and ", " und ", " y ", " e ", " et ", " sowie ", " plus "}) {
            if (std::string_view(lower).substr(at).starts_with(word)) {
                push(at);
                from = at + word.size();
                at = from - 1;
                break;
            }
        }
    }
    push(flat.size());
    return out;
}

std::vector<std::string> peopleOf(const Outline &outline)
{
    std::vector<std::string> out;
    if (!outline.facts)
        return out;
    for (const json::value &person : arrayOf(*outline.facts, "people")) {
        if (person.is_object() && !textOf(person.get_object(), "text").empty())
            out.emplace_back(textOf(person.get_object(), "text"));
    }
    return out;
}

Opening openingOf(const Outline &outline)
{
    Opening out;
    std::string_view rest = outline.title.empty() ? outline.opening : outline.title;
    if (outline.title.empty() && rest.size() > titleBytesMax)
        rest = rest.substr(0, rest.find_first_of(".!?\n"));
    std::vector<std::string_view> parts;
    while (!rest.empty()) {
        std::size_t end = rest.size(), skip = 0;
        for (const std::string_view mark : {", ", " – ", " — ", " - ", " · ", " | ", ". "}) {
            const std::size_t at = rest.find(mark);
            // a comma before a year belongs to the day: "May 22, 2024"
            if (at < end
                && !(mark == ", " && at + 6 <= rest.size() && at > 0 && rest[at - 1] >= '0'
                     && rest[at - 1] <= '9' && rest[at + 2] == '2' && rest[at + 3] == '0'))
                end = at, skip = mark.size();
        }
        parts.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + skip, rest.size()));
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::string part(withoutEnd(parts[i]));
        const auto day = dayIn(part);
        const auto clock = clockIn(part);
        const auto loose = looseDayIn(part);
        if (day) {
            if (out.day.empty())
                out.day = dayText(part, *day);
            part = std::string(withoutEnd(part.substr(0, day->start)))
                   + (day->end < part.size() ? " " + std::string(withoutEnd(part.substr(day->end)))
                                             : "");
        } else if (loose && (i > 0 || loose->start > 0) && out.day.empty()) {
            out.day = part.substr(loose->start, loose->end - loose->start);
            if (i > 0)
                part.clear();
        }
        if (clock) {
            out.time = part.size() >= clock->end
                           ? part.substr(clock->start, clock->end - clock->start)
                           : "";
            part = part.size() >= clock->end ? std::string(withoutEnd(part.substr(0, clock->start)))
                                             : part;
        }
        if (part.empty() || part == " ")
            continue;
        if (i == 0)
            out.title = trimmed(part);
        else if (day || clock) {
            continue;  // "on Monday 5 May": what is left are small words
        } else if (out.place.empty()) {
            out.place = part;
        }
    }
    return out;
}

void put(json::object &record, std::string_view name, std::string value)
{
    if (!value.empty())
        record[name] = value;
}

void put(json::object &record, std::string_view name, json::array value)
{
    if (!value.empty())
        record[name] = std::move(value);
}

json::value numberValue(double value)
{
    if (value == std::floor(value) && std::fabs(value) < 1e15)
        return static_cast<std::int64_t>(value);
    // four places are more than any price or spoon needs, and they print as they were written
    return std::round(value * 10000) / 10000;
}

}  // namespace capabilities::record
