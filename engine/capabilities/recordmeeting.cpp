#include "capabilities/recordforms.h"
#include "capabilities/recordmeetingwords.h"
#include "capabilities/recordvalues.h"

#include <algorithm>

namespace capabilities::record {

namespace json = boost::json;

namespace {

constexpr std::size_t npos = std::string_view::npos;

json::array namesArray(std::string_view words)
{
    json::array out;
    for (const std::string &name : listed(words)) {
        std::string_view rest = name;
        for (const std::string_view verb :
             {"were ", "was ", "waren ", "war ", "sind ", "étaient ", "estaban ", "are "}) {
            if (lowered(rest).starts_with(verb))
                rest = trimmed(rest.substr(verb.size()));
        }
        const bool isName = !rest.empty() && std::count(rest.begin(), rest.end(), ' ') <= 3
                            && numberIn(rest) == std::nullopt;
        const std::string lower = lowered(rest);
        const bool isCrowd = hasWord(lower, "about") || hasWord(lower, "dozen")
                             || hasWord(lower, "others") || hasWord(lower, "everyone")
                             || hasWord(lower, "rest");
        // somebody's name begins large, in every language here; "doña Amparo" ends so
        const bool hasCapital =
            std::any_of(rest.begin(), rest.end(), [](char c) { return c >= 'A' && c <= 'Z'; })
            || rest.find("\xc3") != npos;
        if (isName && !isCrowd && hasCapital)
            out.emplace_back(rest);
    }
    return out;
}

// "Attending were A, B and C", "Dez, Kit and Rowan there", "Anwesend waren ..."
json::array attendeesOf(const Outline &outline)
{
    if (const Line *line = fieldNamed(outline, attendeeNames))
        return namesArray(line->value);
    json::array out;
    for (const Line *line : linesUnder(outline, attendeeNames)) {
        if (line->kind == LineKind::item)
            out.emplace_back(
                withoutEnd(std::string_view(line->text).substr(0, line->text.find(" ("))));
    }
    if (!out.empty())
        return out;
    static constexpr std::string_view cues[] = {
        "attending were", "present were",  "present:",    "in attendance", "we were",
        "anwesend waren", "anwesend sind", "dabei waren", "es waren da",   "da waren",
        "asistieron",     "asisten",       "estaban",     "estuvieron",    "étaient présents",
        "étaient là",     "présents",      "there were"};
    for (const Line &line : outline.lines) {
        const std::string lower = lowered(line.text);
        for (const std::string_view cue : cues) {
            const std::size_t at = findWord(lower, cue);
            if (at > 40)  // or nowhere
                continue;
            std::string_view rest = std::string_view(line.text).substr(at + cue.size());
            rest = rest.substr(0, rest.find(". "));
            json::array after = namesArray(rest);
            if (after.empty())
                after = namesArray(std::string_view(line.text).substr(0, at));
            if (!after.empty())
                return after;
        }
        for (const std::string_view end : {" there", " present", " attended", " waren da",
                                           " anwesend", " presentes", " présents"}) {
            const std::size_t at = lower.find(end);
            const json::array before =
                at == npos ? json::array() : namesArray(std::string_view(line.text).substr(0, at));
            if (before.size() >= 2)
                return before;
        }
    }
    return out;
}

constexpr std::string_view decisionCues[] = {"it was agreed that",
                                             "we agreed that",
                                             "agreed that",
                                             "also agreed:",
                                             "agreed to",
                                             "we agreed on",
                                             "we decided that",
                                             "it was decided that",
                                             "we decided to",
                                             "decided to",
                                             "decided:",
                                             "agreed:",
                                             "we agreed",
                                             "beschlossen wurde,",
                                             "beschlossen wurde",
                                             "wir haben beschlossen,",
                                             "wurde beschlossen,",
                                             "wir haben uns geeinigt,",
                                             "wir einigten uns auf",
                                             "einstimmig beschlossen:",
                                             "se acordó que",
                                             "se acordó",
                                             "se acuerda",
                                             "se decidió que",
                                             "se decidió",
                                             "acordamos que",
                                             "acordamos",
                                             "decidimos",
                                             "hemos decidido",
                                             "il a été décidé que",
                                             "il a été décidé de",
                                             "on a décidé que",
                                             "on a décidé de",
                                             "nous avons décidé de",
                                             "il est décidé que",
                                             "décidé de",
                                             "on a décidé",
                                             "décidé :"};

json::array decisionsOf(const Outline &outline)
{
    json::array out;
    for (const Line *line : linesUnder(outline, decisionNames)) {
        if (line->kind == LineKind::item || line->kind == LineKind::sentence)
            out.emplace_back(trimmed(line->text));
    }
    for (const Line &line : outline.lines) {
        if (line.kind == LineKind::field && isNamed(line.name, decisionNames))
            out.emplace_back(withoutEnd(line.value));
    }
    for (const Line &line : outline.lines) {
        if (line.kind != LineKind::sentence || isNamed(line.section, decisionNames))
            continue;
        const std::string lower = lowered(line.text);
        for (const std::string_view cue : decisionCues) {
            const std::size_t at = lower.find(cue);
            if (at == npos)
                continue;
            std::string_view rest = std::string_view(line.text).substr(at + cue.size());
            const std::size_t second = std::min(rest.find(", and that "), rest.find(" and that "));
            out.emplace_back(withoutEnd(rest.substr(0, second)));
            if (second != npos) {
                rest.remove_prefix(rest.find("that ", second) + 5);
                out.emplace_back(withoutEnd(rest));
            }
            break;
        }
    }
    const auto isEmpty = [](const json::value &value) { return value.get_string().empty(); };
    // An empty array is shared by all threads in Boost.JSON, and erase() writes its size.
    if (!out.empty())
        out.erase(std::remove_if(out.begin(), out.end(), isEmpty), out.end());
    return out;
}

bool looksLikePerson(std::string_view name)
{
    if (name.empty() || std::count(name.begin(), name.end(), ' ') > 3 || name.size() > 40)
        return false;
    const auto first = static_cast<unsigned char>(name[0]);
    return (first >= 'A' && first <= 'Z') || first >= 0x80;
}

json::object actionOf(std::string_view who, std::string_view task)
{
    const DueSplit split = splitDue(task);
    json::object out;
    put(out, "who", std::string(trimmed(who)));
    put(out, "what", split.what);
    put(out, "due", split.due);
    return out;
}

// "Kit to fix the light", "Beth Szabo will draft a letter", "Murat ruft ... an"
bool splitWho(std::string_view sentence, const std::vector<std::string> &people, bool isListed,
              std::string &who, std::string &task)
{
    const std::string lower = lowered(sentence);
    for (const std::string_view cue :
         {" will ", " to ", " is going to ", " has to ", " soll ", " wird ", " kümmert sich um ",
          " übernimmt ", " se encarga de ", " va a ", " se charge de ", " s'occupe de ", " doit ",
          " va "}) {
        const std::size_t at = lower.find(cue);
        if (at == npos || at > 32)
            continue;
        const std::string_view name = trimmed(sentence.substr(0, at));
        const bool isKnown = std::find(people.begin(), people.end(), name) != people.end();
        if (!isKnown && !(isListed && looksLikePerson(name) && name.find(' ') == npos))
            continue;
        who = name;
        task = trimmed(sentence.substr(at + cue.size()));
        return true;
    }
    static constexpr std::string_view saying[] = {
        "says",  "said",  "asked",     "thinks",  "was",    "is",      "has", "sagt",
        "meint", "fragt", "berichtet", "erzählt", "findet", "war",     "ist", "hat",
        "dice",  "dijo",  "cree",      "es",      "está",   "explica", "dit", "pense",
        "est",   "a",     "explique",  "raconte", "and",    "und",     "y",   "et"};
    for (const std::string &person : people) {
        if (isListed || !sentence.starts_with(person + " "))
            continue;
        const std::string_view rest = trimmed(sentence.substr(person.size()));
        const std::string verb = lowered(rest.substr(0, rest.find(' ')));
        const bool isLower = !verb.empty() && verb == rest.substr(0, verb.size());
        if (!isLower || std::find(std::begin(saying), std::end(saying), verb) != std::end(saying))
            continue;
        const bool isEnglishPast = verb.ends_with("ed");
        if (isEnglishPast)
            continue;
        who = person;
        task = rest;
        return true;
    }
    return false;
}

json::array actionsOf(const Outline &outline, const json::array &attendees)
{
    std::vector<std::string> people;
    for (const json::value &name : attendees) {
        people.emplace_back(name.get_string());
        const std::string &full = people.back();
        if (const std::size_t space = full.find(' '); space != npos)
            people.push_back(full.substr(0, space));
    }
    for (std::string &name : peopleOf(outline))
        people.push_back(std::move(name));
    json::array out;
    std::string who, task;
    for (const Line &line : outline.lines) {
        const bool isUnder = isNamed(line.section, actionNames);
        const bool isTicked = line.check == text::Check::done;
        const bool isBox = line.check == text::Check::open;
        if (line.kind == LineKind::title || line.kind == LineKind::heading || isTicked)
            continue;
        const bool isPersonField =
            !line.name.empty() && looksLikePerson(line.shownName) && !isNamed(line.name, dateNames)
            && !isNamed(line.name, timeNames) && !isNamed(line.name, placeNames)
            && !isNamed(line.name, attendeeNames) && !isNamed(line.name, absentNames)
            && !isNamed(line.name, decisionNames) && !isNamed(line.name, agendaNames)
            && !isNamed(line.name, nextNames);
        const bool isKnown =
            std::find(people.begin(), people.end(), line.shownName) != people.end();
        if (isPersonField && !isNamed(line.name, actionNames) && (isUnder || isBox || isKnown))
            out.push_back(actionOf(line.shownName, line.value));
        else if (isNamed(line.name, actionNames))
            out.push_back(splitWho(line.value, people, true, who, task) ? actionOf(who, task)
                                                                        : actionOf("", line.value));
        else if ((isUnder && line.kind == LineKind::item) || isBox)
            out.push_back(splitWho(line.text, people, true, who, task) ? actionOf(who, task)
                                                                       : actionOf("", line.text));
        else if (line.kind == LineKind::sentence && splitWho(line.text, people, false, who, task))
            out.push_back(actionOf(who, task));
    }
    return out;
}

// A table with who, what and until when
json::array actionsOfTables(const Outline &outline)
{
    json::array out;
    for (const Table &table : outline.tables) {
        int who = -1, what = -1, due = -1;
        for (int c = 0; c < static_cast<int>(table.header.size()); ++c) {
            const std::string &name = table.header[static_cast<std::size_t>(c)];
            if (isNamed(name, "who|owner|wer|verantwortlich|quién|responsable|qui"))
                who = c;
            else if (
                isNamed(
                    name,
                    "due|until|when|by|bis|wann|frist|cuándo|plazo|fecha|quand|échéance|pour le"))
                due = c;
            else if (isNamed(name, "what|task|action|was|aufgabe|qué|tarea|quoi|tâche"))
                what = c;
        }
        for (const auto &row : table.rows) {
            const auto cell = [&](int c) {
                return c >= 0 && static_cast<std::size_t>(c) < row.size()
                           ? row[static_cast<std::size_t>(c)]
                           : std::string();
            };
            if (what < 0 || who < 0 || cell(what).empty())
                continue;
            json::object one;
            put(one, "who", cell(who));
            put(one, "what", cell(what));
            const auto day = dayIn(cell(due));
            put(one, "due", day ? dayText(cell(due), *day) : cell(due));
            out.push_back(std::move(one));
        }
    }
    return out;
}

std::string dayOrWords(std::string_view value)
{
    const auto day = dayIn(value);
    if (day)
        return dayText(value, *day);
    const auto loose = looseDayIn(value);
    return std::string(loose ? withoutEnd(value) : std::string_view());
}

std::string nextMeetingOf(const Outline &outline)
{
    if (const Line *line = fieldNamed(outline, nextNames))
        return dayOrWords(line->value).empty() ? std::string(withoutEnd(line->value))
                                               : dayOrWords(line->value);
    for (const Line &line : outline.lines) {
        const std::string lower = lowered(line.text);
        for (std::string_view words = nextNames; !words.empty();) {
            const std::size_t end = std::min(words.find('|'), words.size());
            const std::size_t at = findWord(lower, words.substr(0, end));
            if (at != npos) {
                const std::string_view rest = std::string_view(line.text).substr(at + end);
                if (const auto day = dayIn(rest))
                    return dayText(rest, *day);
                if (const auto loose = looseDayIn(rest))
                    return std::string(rest.substr(loose->start, loose->end - loose->start));
            }
            words.remove_prefix(std::min(end + 1, words.size()));
        }
    }
    return {};
}

}  // namespace

json::object meeting(const Outline &outline)
{
    json::object record;
    const Opening opening = openingOf(outline);
    if (!outline.title.empty() || opening.title.size() < 60)
        put(record, "title", opening.title);
    const Line *date = fieldNamed(outline, dateNames);
    put(record, "date",
        date && !dayOrWords(date->value).empty() ? dayOrWords(date->value) : opening.day);
    const Line *time = fieldNamed(outline, timeNames);
    put(record, "time", time ? std::string(withoutEnd(time->value)) : opening.time);
    if (date && !record.contains("time")) {
        if (const auto clock = clockIn(date->value))
            put(record, "time", date->value.substr(clock->start, clock->end - clock->start));
    }
    const Line *place = fieldNamed(outline, placeNames);
    std::string where = place ? place->value : opening.place;
    for (const std::string_view word :
         {"in the ", "in der ", "im ", "in ", "at ", "en ", "à la ", "à "}) {
        if (!place && word != "in the " && lowered(where).starts_with(word))
            where = where.substr(word.size());
        else if (!place && word == "in the " && where.starts_with(word))
            where = where.substr(3);
    }
    put(record, "place", std::string(withoutEnd(where)));
    const json::array attendees = attendeesOf(outline);
    put(record, "attendees", attendees);
    const Line *absent = fieldNamed(outline, absentNames);
    put(record, "absent", absent ? namesArray(absent->value) : json::array());
    json::array agenda;
    for (const Line *line : linesUnder(outline, agendaNames)) {
        if (line->kind == LineKind::item)
            agenda.emplace_back(withoutEnd(line->text));
    }
    if (const Line *line = fieldNamed(outline, agendaNames); agenda.empty() && line) {
        for (const std::string &point : listed(line->value))
            agenda.emplace_back(point);
    }
    put(record, "agenda", std::move(agenda));
    put(record, "decisions", decisionsOf(outline));
    json::array actions = actionsOfTables(outline);
    if (actions.empty())
        actions = actionsOf(outline, attendees);
    put(record, "actions", std::move(actions));
    put(record, "nextMeeting", nextMeetingOf(outline));
    return record;
}

}  // namespace capabilities::record
