#include "capabilities/recordforms.h"
#include "capabilities/recordtaleparts.h"
#include "capabilities/recordvalues.h"

#include <algorithm>

namespace capabilities::record {

namespace json = boost::json;

namespace {

constexpr std::size_t npos = std::string_view::npos;

std::string dayOr(std::string_view value)
{
    const auto day = dayIn(value);
    return day ? dayText(value, *day) : std::string(withoutEnd(value));
}

// The day a tale is of stands in its first line, as a heading or at the head of the sentence.
std::string dayOfTale(const Outline &outline, bool isDream)
{
    if (const Line *line = fieldNamed(outline, "date|datum|fecha|when|night|nacht|noche|nuit"))
        return dayOr(line->value);
    const std::string &first = outline.opening;
    if (first.empty())
        return {};
    if (const auto day = dayIn(first); day && day->start < 40)
        return dayText(first, *day);
    const std::string lower = lowered(first);
    if (isDream) {
        for (const std::string_view cue :
             {"in der nacht auf ", "in der nacht zum ", "nacht zum ", "la noche del ", "nuit de ",
              "nuit du ", "night of ", "night to "}) {
            if (const std::size_t at = lower.find(cue); at != npos && at < 40) {
                const std::string_view rest = std::string_view(first).substr(at);
                return std::string(withoutEnd(rest.substr(0, rest.find_first_of(",.:;"))));
            }
        }
        return {};
    }
    const auto loose = looseDayIn(first);
    if (loose && (loose->start < 3 || !outline.title.empty()) && first.size() < 60
        && lower.find("heute") != loose->start)
        return first.substr(loose->start, loose->end - loose->start);
    return {};
}

std::string placeOfJournal(const Outline &outline)
{
    if (const Line *line = fieldNamed(outline, "place|where|ort|wo|lugar|dónde|lieu|où"))
        return std::string(withoutEnd(line->value));
    // "Zingst, 6. Juli 2025" and "18 de octubre de 2025, Pobeña"
    const std::string_view first = outline.opening;
    const auto day = dayIn(first);
    if (!day || first.size() > 70)
        return {};
    const std::string_view before = withoutEnd(first.substr(0, day->start));
    const std::string_view after = withoutEnd(first.substr(day->end));
    const auto isPlace = [](std::string_view words) {
        return !words.empty() && !looseDayIn(words) && !clockIn(words) && words.find(':') == npos
               && std::count(words.begin(), words.end(), ' ') <= 3
               && ((words[0] >= 'A' && words[0] <= 'Z')
                   || static_cast<unsigned char>(words[0]) >= 0x80);
    };
    if (isPlace(before) && first.substr(before.size()).starts_with(","))
        return std::string(before);
    return isPlace(after) ? std::string(after) : std::string();
}

std::string moodOf(const Outline &outline)
{
    if (const Line *line = fieldNamed(
            outline, "mood|feeling|stimmung|laune|gefühl|ánimo|humor|estado|humeur|moral"))
        return std::string(withoutEnd(line->value));
    return moodInProse(outline);
}

std::string weatherOf(const Outline &outline)
{
    if (const Line *line = fieldNamed(outline, "weather|wetter|tiempo|clima|météo|temps"))
        return std::string(withoutEnd(line->value));
    static constexpr std::string_view words[] = {
        "rained",    "raining",  "rain all",    "snowed",  "snowing",    "thunderstorm", "foggy",
        "drizzle",   "heatwave", "sunny",       "regnete", "regnet",     "geregnet",     "schneite",
        "geschneit", "gewitter", "nieselregen", "sonnig",  "nebel",      "llovía",       "llovió",
        "llueve",    "lluvia",   "nevaba",      "nevó",    "niebla",     "bochorno",     "pleuvait",
        "il pleut",  "plu",      "neigeait",    "neigé",   "brouillard", "canicule",     "orage"};
    for (const Line &line : outline.lines) {
        const std::string lower = lowered(line.text);
        for (const std::string_view word : words) {
            const std::size_t at = findWord(lower, word);
            if (at == npos)
                continue;
            const std::size_t from = std::string_view(lower).substr(0, at).find_last_of(",.;:");
            std::size_t to = std::min(lower.find_first_of(",.;", at), lower.size());
            for (const std::string_view link : {" and ", " und ", " y ", " et "})
                to = std::min(to, lower.find(link, at));
            const std::size_t start = from == npos ? 0 : from + 1;
            const std::string clause(
                withoutEnd(std::string_view(line.text).substr(start, to - start)));
            if (std::count(clause.begin(), clause.end(), ' ') <= 6)
                return clause;
        }
    }
    return {};
}

std::optional<double> sleepOf(const Outline &outline)
{
    if (const Line *line =
            fieldNamed(outline, "sleep|slept|schlaf|geschlafen|sueño|dormido|sommeil|dormi")) {
        const auto number = numberIn(line->value, 0, true);
        return number ? std::optional(number->value) : std::nullopt;
    }
    for (const Line &line : outline.lines) {
        const std::string lower = lowered(line.text);
        for (const std::string_view word :
             {"slept", "hours of sleep", "hours' sleep", "geschlafen", "stunden schlaf", "dormí",
              "he dormido", "horas de sueño", "dormi", "heures de sommeil"}) {
            const std::size_t at = findWord(lower, word);
            if (at == npos)
                continue;
            for (auto number = numberIn(lower, at > 20 ? at - 20 : 0, true);
                 number && number->start < at + 40; number = numberIn(lower, number->end, true)) {
                const std::string_view unit = trimmed(std::string_view(lower).substr(number->end));
                if (unit.starts_with("h") || unit.starts_with("stunden") || unit.starts_with("std"))
                    return number->value;
            }
        }
    }
    return std::nullopt;
}

constexpr std::string_view gratitudeNames =
    "grateful|grateful for|gratitude|thankful|thanks|dankbar|dankbarkeit|danke|gracias|"
    "agradecido|agradecida|agradezco|gratitud|merci|gratitude|reconnaissant|reconnaissante";

json::array gratitudeOf(const Outline &outline)
{
    json::array out;
    for (const Line *line : linesUnder(outline, gratitudeNames)) {
        if (line->kind == LineKind::item)
            out.emplace_back(withoutEnd(line->text));
    }
    if (const Line *line = fieldNamed(outline, gratitudeNames); line && out.empty()) {
        for (const std::string &part : listed(line->value))
            out.emplace_back(part);
    }
    for (const Line &line : outline.lines) {
        const std::string lower = lowered(line.text);
        for (const std::string_view cue :
             {"grateful for ", "thankful for ", "dankbar für ", "doy gracias por ", "agradezco ",
              "reconnaissante pour ", "reconnaissant pour ", "merci pour "}) {
            const std::size_t at = lower.find(cue);
            if (at != npos && out.empty() && line.kind == LineKind::sentence) {
                for (const std::string &part :
                     listed(std::string_view(line.text).substr(at + cue.size())))
                    out.emplace_back(part);
            }
        }
    }
    return out;
}

// What happened: the first clause of sentences that tell, not of those that feel or reckon.
json::array eventsOf(const Outline &outline)
{
    constexpr std::size_t eventsMax = 6;
    json::array out;
    for (const Line &line : outline.lines) {
        const bool isTold = line.kind == LineKind::sentence
                            || (line.kind == LineKind::item && line.name.empty()
                                && !isNamed(line.section, gratitudeNames));
        const bool isDateLine =
            dayIn(line.text) && line.text.size() < 40 && outline.lines.size() > 1;
        if (!isTold || out.size() == eventsMax || isDateLine || isFeeling(line.text))
            continue;
        std::string_view words = line.text;
        const std::size_t cut =
            std::min({words.find(", "), words.find("; "), words.find(" – "), words.find(" (")});
        words = withoutEnd(words.substr(0, cut));
        if (std::count(words.begin(), words.end(), ' ') >= 1)
            out.emplace_back(words);
    }
    return out;
}

}  // namespace

json::object nightDream(const Outline &outline)
{
    json::object record;
    put(record, "date", dayOfTale(outline, true));
    const Line *place = fieldNamed(outline, "place|where|ort|lugar|lieu");
    put(record, "place", place ? std::string(withoutEnd(place->value)) : sceneOf(outline));
    put(record, "people", personsOf(outline));
    put(record, "symbols", symbolsOf(outline));
    put(record, "feelings", feelingsOf(outline));
    put(record, "ending", endingOf(outline));
    return record;
}

json::object journal(const Outline &outline)
{
    json::object record;
    put(record, "date", dayOfTale(outline, false));
    put(record, "place", placeOfJournal(outline));
    put(record, "mood", moodOf(outline));
    put(record, "weather", weatherOf(outline));
    if (const auto hours = sleepOf(outline))
        record["sleepHours"] = numberValue(*hours);
    put(record, "people", personsOf(outline));
    put(record, "events", eventsOf(outline));
    put(record, "gratitude", gratitudeOf(outline));
    return record;
}

}  // namespace capabilities::record
