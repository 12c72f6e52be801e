#include "capabilities/recordforms.h"
#include "capabilities/recordvalues.h"

#include <algorithm>

namespace capabilities::record {

namespace json = boost::json;

namespace {

constexpr std::size_t npos = std::string_view::npos;

constexpr std::string_view goalNames =
    "goal|aim|objective|target|what we want|purpose|ziel|zweck|objetivo|meta|fin|objectif|but|"
    "i want";
constexpr std::string_view ownerNames =
    "owner|lead|leader|in charge|responsible|who|verantwortlich|leitung|wer|responsable|"
    "encargado|encargada|a cargo|pilote";
constexpr std::string_view startNames =
    "start|begin|begins|from|beginn|ab|inicio|empieza|comienzo|début";
constexpr std::string_view deadlineNames =
    "deadline|due|due date|finish|finish by|by|done by|end|until|target date|bis|frist|termin|"
    "fertig bis|abgabe|ende|fecha límite|plazo|hasta|"
    "entrega|para|límite|échéance|date limite|fin prévue|pour le|avant le";
constexpr std::string_view stepNames =
    "steps|step|plan|tasks|to do|milestones|schritte|aufgaben|etappen|meilensteine|pasos|tareas|"
    "hitos|fases|étapes|tâches|jalons";

std::string dayOr(std::string_view value)
{
    const auto day = dayIn(value);
    return day ? dayText(value, *day) : std::string(withoutEnd(value));
}

// What follows "I want to", "Ziel ist es," ... up to the end of the sentence
std::string goalInProse(const Outline &outline, std::string &sentence)
{
    static constexpr std::string_view cues[] = {
        "the aim is to ", "the goal is to ", "my goal is to ",     "our goal is to ",
        "i want to ",     "we want to ",     "i would like to ",   "i'd like to ",
        "in order to ",   "the plan is to ", "das ziel ist, ",     "ziel ist es, ",
        "das ziel: ",     "ich will ",       "wir wollen ",        "ich möchte ",
        "wir möchten ",   "el objetivo es ", "la meta es ",        "quiero ",
        "queremos ",      "me gustaría ",    "l'objectif est de ", "le but est de ",
        "je veux ",       "nous voulons ",   "on veut ",           "je voudrais ",
        "on voudrait "};
    for (const Line &line : outline.lines) {
        const std::string lower = lowered(line.text);
        for (const std::string_view cue : cues) {
            const std::size_t at = lower.find(cue);
            if (at == npos || (at > 0 && isWordByte(lower[at - 1])))
                continue;
            sentence = line.text;
            return std::string(withoutEnd(std::string_view(line.text).substr(at + cue.size())));
        }
    }
    return {};
}

json::object stepOf(std::string_view words, text::Check check)
{
    json::object out;
    const DueSplit split = splitDue(words);
    put(out, "text", split.what);
    put(out, "due", split.due);
    if (check != text::Check::none)
        out["done"] = check == text::Check::done;
    return out;
}

json::array stepsOfTables(const Outline &outline)
{
    json::array out;
    for (const Table &table : outline.tables) {
        int step = -1, due = -1, done = -1;
        for (int c = 0; c < static_cast<int>(table.header.size()); ++c) {
            const std::string &name = table.header[static_cast<std::size_t>(c)];
            if (isNamed(
                    name,
                    "due|until|when|by|date|bis|wann|termin|frist|datum|cuándo|fecha|plazo|quand|"
                    "échéance|date|semaine|week|woche|semana|month|monat|mes|mois"))
                due = c;
            else if (isNamed(name,
                             "done|status|erledigt|fertig|stand|hecho|estado|fait|état|statut"))
                done = c;
            else if (
                step < 0
                && isNamed(
                    name,
                    "step|task|what|schritt|aufgabe|was|paso|tarea|qué|étape|tâche|quoi|milestone"))
                step = c;
        }
        for (const auto &row : table.rows) {
            const auto cell = [&](int c) {
                return c >= 0 && static_cast<std::size_t>(c) < row.size()
                           ? row[static_cast<std::size_t>(c)]
                           : std::string();
            };
            if (step < 0 || cell(step).empty())
                continue;
            json::object one;
            put(one, "text", cell(step));
            put(one, "due", dayOr(cell(due)));
            const std::string state = lowered(cell(done));
            if (!state.empty())
                one["done"] = isNamed(state, "yes|done|x|✓|✔|ja|erledigt|fertig|sí|hecho|oui|fait");
            out.push_back(std::move(one));
        }
    }
    return out;
}

// "Step one: ...", "KW 40: ...", "March: ...": the name is a number or a time
bool isStepField(const Line &line, std::string &due)
{
    due.clear();
    if (line.name.empty())
        return false;
    if (isNamed(line.name,
                "step|schritt|paso|étape|phase|fase|etappe|first|second|third|erstens|zweitens|"
                "primero|segundo|d'abord|ensuite|milestone"))
        return true;
    const bool isWeek =
        isNamed(line.name, "week|kw|woche|semana|semaine|month|monat|mes|mois|day|tag|día|jour");
    if (isWeek || dayIn(line.shownName) || monthIn(line.shownName) || looseDayIn(line.shownName)) {
        const auto day = dayIn(line.shownName);
        due = day ? dayText(line.shownName, *day) : line.shownName;
        return true;
    }
    return false;
}

json::array stepsInProse(const Outline &outline)
{
    static constexpr std::string_view cues[] = {
        "first",       "then",        "after that", "next",    "finally", "second",
        "third",       "last",        "zuerst",     "dann",    "danach",  "anschließend",
        "zum schluss", "schließlich", "primero",    "luego",   "después", "por último",
        "al final",    "d'abord",     "puis",       "ensuite", "enfin",   "après"};
    json::array out;
    for (const Line &line : outline.lines) {
        if (line.kind != LineKind::sentence)
            continue;
        const std::string lower = lowered(line.text);
        for (const std::string_view cue : cues) {
            if (!lower.starts_with(cue) || lower.size() <= cue.size()
                || isWordByte(lower[cue.size()]))
                continue;
            std::string_view rest = withoutEnd(std::string_view(line.text).substr(cue.size()));
            out.push_back(stepOf(rest, text::Check::none));
            break;
        }
    }
    if (out.size() >= 2)
        return out;
    // sentences that end in a day: "By March I will ..."
    out.clear();
    for (const Line &line : outline.lines) {
        const DueSplit split = splitDue(line.text);
        if (line.kind == LineKind::sentence && !split.due.empty() && line.text.size() < 200)
            out.push_back(stepOf(line.text, text::Check::none));
    }
    return out.size() >= 2 ? out : json::array();
}

json::array stepsOf(const Outline &outline)
{
    json::array out = stepsOfTables(outline);
    if (!out.empty())
        return out;
    std::string due;
    for (const Line &line : outline.lines) {
        if (line.kind == LineKind::title || line.kind == LineKind::heading)
            continue;
        if (isStepField(line, due)) {
            json::object one = stepOf(line.value, line.check);
            if (!due.empty())
                one["due"] = due;
            out.push_back(std::move(one));
        } else if (line.kind == LineKind::item) {
            out.push_back(stepOf(line.text, line.check));
        }
    }
    return out.empty() ? stepsInProse(outline) : out;
}

}  // namespace

json::object plan(const Outline &outline)
{
    json::object record;
    put(record, "title", std::string(outline.title));
    std::string sentence;
    const Line *goal = fieldNamed(outline, goalNames);
    if (goal) {
        put(record, "goal", std::string(withoutEnd(goal->value)));
    } else {
        put(record, "goal", goalInProse(outline, sentence));
        const auto under = linesUnder(outline, goalNames);
        if (!under.empty() && !record.contains("goal"))
            put(record, "goal", std::string(withoutEnd(under.front()->text)));
    }
    if (const Line *owner = fieldNamed(outline, ownerNames))
        put(record, "owner", std::string(withoutEnd(owner->value)));
    if (const Line *start = fieldNamed(outline, startNames))
        put(record, "start", dayOr(start->value));
    json::array steps = stepsOf(outline);
    const Line *deadline = fieldNamed(outline, deadlineNames);
    std::string due;
    if (deadline && !(deadline->kind == LineKind::item)) {
        put(record, "deadline", dayOr(deadline->value));
    } else if (const auto day = dayIn(sentence)) {
        put(record, "deadline", dayText(sentence, *day));
    } else {
        for (const json::value &step : steps) {  // the last step whose day is settled ends the plan
            const json::value *end = step.get_object().if_contains("due");
            if (end && end->get_string().size() == 10 && end->get_string()[4] == '-')
                due = std::max(due, std::string(end->get_string()));
        }
        put(record, "deadline", due);
    }
    put(record, "steps", std::move(steps));
    return record;
}

}  // namespace capabilities::record
