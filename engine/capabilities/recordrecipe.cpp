#include "capabilities/recordforms.h"
#include "capabilities/recordingredients.h"
#include "capabilities/recordvalues.h"

#include <algorithm>

namespace capabilities::record {

namespace json = boost::json;

namespace {

constexpr std::size_t npos = std::string_view::npos;

constexpr std::string_view servingWords =
    "serves|servings|makes|yield|yields|portionen|portion|personen|ergibt|reicht für|raciones|"
    "personas|porciones|sale para|salen|comensales|personnes|parts|portions|people|pers";
constexpr std::string_view prepWords =
    "prep|preparation|preparing|vorbereitung|vorbereitungszeit|arbeitszeit|zubereitungszeit|"
    "preparación|préparation|hands-on";
constexpr std::string_view cookWords =
    "cook|cooking|bake|baking|oven time|simmer|kochen|kochzeit|backen|backzeit|garzeit|"
    "cocción|horneado|horno|cuisson|cooks|bakes";
constexpr std::string_view totalWords =
    "total|time|all in|ready in|zeit|gesamt|gesamtzeit|dauer|insgesamt|fertig in|tiempo|"
    "tiempo total|"
    "temps|temps total|durée|en tout";
constexpr std::string_view authorWords =
    "author|by|from|recipe by|von|rezept von|autor|autora|de|receta de|auteur|recette de|source";

bool hasAny(std::string_view lower, std::string_view words)
{
    while (!words.empty()) {
        const std::size_t end = std::min(words.find('|'), words.size());
        if (hasWord(lower, words.substr(0, end)))
            return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

// verbs that tell a step from a remark, at the head of a sentence or near it
constexpr std::string_view cookingVerbs =
    "add|bake|beat|blend|boil|bring|chop|combine|cook|cool|cover|cut|drain|drop|eat|fill|fold|"
    "fry|grate|grill|"
    "heat|knead|leave|let|melt|mix|peel|pour|press|put|rinse|roast|roll|season|serve|simmer|slice|"
    "soak|spread|sprinkle|squeeze|stir|sweat|throw|tip|toast|toss|turn|warm|wash|whisk|"
    "anbraten|backen|braten|dazugeben|gießen|hacken|hinzufügen|kneten|kochen|köcheln|lassen|"
    "mischen|"
    "pürieren|reiben|rühren|salzen|schälen|schmelzen|schneiden|servieren|streuen|unterheben|"
    "vermengen|verrühren|würfeln|würzen|braten|geben|"
    "añadir|batir|calentar|cocer|colar|cortar|dejar|freír|hervir|hornear|mezclar|pelar|picar|poner|"
    "servir|sofreír|trocear|triturar|echar|remover|se pone|se echa|se deja|"
    "ajouter|battre|chauffer|couper|cuire|égoutter|émincer|enfourner|faire|fouetter|garnir|laisser|"
    "laver|mélanger|mettre|peler|porter|remuer|saler|verser|éplucher|préchauffer|incorporer|étaler";

json::array stepsOf(const Outline &outline)
{
    json::array out;
    const auto push = [&](const Line &line) {
        if (!trimmed(line.text).empty())
            out.emplace_back(trimmed(line.text));
    };
    const auto under = linesUnder(outline, stepNames);
    const bool hasItems = std::any_of(
        under.begin(), under.end(), [](const Line *line) { return line->kind == LineKind::item; });
    for (const Line *line : under) {
        if (isNamed(line->section, ingredientNames))
            continue;
        if (hasItems ? line->kind == LineKind::item : line->kind == LineKind::sentence)
            push(*line);
    }
    if (!out.empty())
        return out;
    for (const Line &line : outline.lines) {
        if (line.kind == LineKind::item && (line.isOrdered || !beginsWithQuantity(line))
            && !isNamed(line.section, ingredientNames) && line.text.find(' ') != npos)
            push(line);
    }
    if (!out.empty())
        return out;
    for (const Line &line : outline.lines) {
        if (line.kind == LineKind::sentence && hasAny(lowered(line.text), cookingVerbs)
            && line.text.find(' ') != npos && !isNamed(line.section, ingredientNames))
            push(line);
    }
    return out;
}

struct Times {
    int prep = 0, cook = 0, total = 0;
};

void readTime(std::string_view name, std::string_view words, Times &times, bool isField)
{
    const auto minutes = minutesIn(words);
    if (!minutes)
        return;
    if (hasAny(name, cookWords) && times.cook == 0)
        times.cook = minutes->minutes;
    else if (hasAny(name, prepWords) && times.prep == 0)
        times.prep = minutes->minutes;
    else if (hasAny(name, totalWords) && times.total == 0 && isField)
        times.total = minutes->minutes;
}

// Fields, and short remarks such as "Prep 15 minutes, cooking 40 minutes." — never the steps.
Times timesOf(const Outline &outline)
{
    Times times;
    for (const Line &line : outline.lines) {
        if (line.kind == LineKind::item || isNamed(line.section, stepNames))
            continue;
        if (line.kind == LineKind::field) {
            const bool hasParts = line.value.find(',') != npos;
            if (!hasParts)
                readTime(line.name, line.value, times, true);
        }
        if (std::count(line.text.begin(), line.text.end(), ' ') > 14)
            continue;
        std::string_view rest = line.text;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find_first_of(",;/|"), rest.size());
            const std::string clause = lowered(rest.substr(0, end));
            const bool isBrief = std::count(clause.begin(), clause.end(), ' ') <= 5;
            if (isBrief)
                readTime(clause, clause, times,
                         hasAny(clause, "total|gesamt|en tout|insgesamt|ready in|fertig in"));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return times;
}

std::optional<int> servingsOf(const Outline &outline)
{
    for (const Line &line : outline.lines) {
        if (line.kind == LineKind::item)
            continue;
        const std::string lower = lowered(line.text);
        if (line.kind == LineKind::field && hasAny(line.name, servingWords)) {
            if (const auto number = numberIn(line.value, 0, true); number && number->value >= 1)
                return static_cast<int>(number->value);
        }
        for (std::string_view words = servingWords; !words.empty();) {
            const std::size_t end = std::min(words.find('|'), words.size());
            const std::string_view word = words.substr(0, end);
            words.remove_prefix(std::min(end + 1, words.size()));
            const std::size_t at = findWord(lower, word);
            if (at == npos)
                continue;
            // the figure stands right after the word, or right before it
            const auto after = numberIn(lower, at + word.size(), true);
            if (after && after->start <= at + word.size() + 12 && after->value >= 1
                && !minutesIn(lower.substr(after->start, 20)))
                return static_cast<int>(after->value);
            for (auto number = numberIn(lower, 0, true); number && number->end <= at;
                 number = numberIn(lower, number->end, true)) {
                if (at - number->end <= 2 && number->value >= 1)
                    return static_cast<int>(number->value);
            }
        }
    }
    return std::nullopt;
}

std::optional<int> ovenOf(const Outline &outline)
{
    for (const Line &line : outline.lines) {
        const std::string lower = lowered(line.text);
        for (auto number = numberIn(lower); number; number = numberIn(lower, number->end)) {
            const std::string_view after = trimmed(std::string_view(lower).substr(number->end));
            const bool isDegrees = after.starts_with("°") || after.starts_with("grad")
                                   || after.starts_with("degrees") || after.starts_with("grados")
                                   || after.starts_with("degrés") || after.starts_with("c ")
                                   || after.starts_with("ºc");
            if (number->value >= 80 && number->value <= 500 && isDegrees)
                return static_cast<int>(number->value);
        }
    }
    return std::nullopt;
}

// "Gazpacho de la abuela Pura": the dish, and whose it is
void readTitle(const Outline &outline, json::object &record)
{
    std::string title = openingOf(outline).title;
    if (outline.title.empty())
        title.clear();
    const std::string lower = lowered(title);
    for (const std::string_view mark :
         {" de la abuela", " de mi abuela", " de mi madre", " de ma grand-mère", " de mamie",
          " nach oma", " von oma", " à la façon de"}) {
        const std::size_t at = lower.find(mark);
        if (at == npos)
            continue;
        const std::size_t skip = mark.starts_with(" de la ") ? 7 : mark.find(' ', 1) + 1;
        put(record, "author", std::string(trimmed(title.substr(at + skip))));
        title.resize(at);
        break;
    }
    if (const Line *line = fieldNamed(outline, authorWords); line && !record.contains("author"))
        put(record, "author", line->value);
    put(record, "title", std::string(withoutEnd(title)));
}

}  // namespace

json::object recipe(const Outline &outline)
{
    json::object record;
    readTitle(outline, record);
    if (const auto servings = servingsOf(outline))
        record["servings"] = *servings;
    const Times times = timesOf(outline);
    if (times.prep)
        record["prepMinutes"] = times.prep;
    if (times.cook)
        record["cookMinutes"] = times.cook;
    if (times.total)
        record["totalMinutes"] = times.total;
    if (const auto oven = ovenOf(outline))
        record["ovenTemperature"] = *oven;
    put(record, "ingredients", ingredientsOf(outline));
    put(record, "steps", stepsOf(outline));
    return record;
}

}  // namespace capabilities::record
