#include "capabilities/recordingredients.h"

#include "capabilities/recordvalues.h"

#include <algorithm>

namespace capabilities::record {

namespace json = boost::json;

namespace {

constexpr std::size_t npos = std::string_view::npos;

constexpr std::string_view unitWords =
    "g|gr|gram|grams|gramm|gramos|grammes|kg|kilo|kilos|mg|ml|cl|dl|l|litre|litres|liter|litro|"
    "litros|"
    "tsp|teaspoon|teaspoons|tbsp|tablespoon|tablespoons|cup|cups|oz|lb|pint|pints|can|cans|tin|"
    "tins|"
    "pinch|pinches|clove|cloves|slice|slices|bunch|handful|handfuls|sprig|sprigs|stick|sticks|"
    "knob|jar|packet|pack|"
    "el|tl|bund|prise|prisen|zehe|zehen|dose|dosen|becher|tasse|tassen|scheibe|scheiben|packung|"
    "päckchen|"
    "stück|glas|würfel|msp|handvoll|spritzer|"
    "cucharada|cucharadas|cucharadita|cucharaditas|taza|tazas|diente|dientes|pizca|puñado|lata|"
    "latas|vaso|vasos|"
    "rama|ramas|rebanada|rebanadas|sobre|chorro|chorrito|hoja|hojas|"
    "c. à soupe|c. à café|cuillère à soupe|cuillères à soupe|cuillère à café|cuillères à café|cs|"
    "cc|"
    "gousse|gousses|pincée|verre|verres|sachet|sachets|tranche|tranches|botte|brin|brins|noix|"
    "poignée|boîte|pot|feuilles|feuille";

// The unit at the head of the words, with "c. à soupe" before "c."; empty if there is none.
std::string_view unitOf(std::string_view words)
{
    const std::string lower = lowered(words);
    std::size_t best = 0;
    for (std::string_view units = unitWords; !units.empty();) {
        const std::size_t end = std::min(units.find('|'), units.size());
        const std::string_view unit = units.substr(0, end);
        const bool isHere = lower.starts_with(unit) && unit.size() > best
                            && (lower.size() == unit.size() || !isWordByte(lower[unit.size()]));
        if (isHere)
            best = unit.size();
        units.remove_prefix(std::min(end + 1, units.size()));
    }
    if (best > 0 && best < words.size() && words[best] == '.')
        ++best;
    return words.substr(0, best);
}

std::string_view withoutLink(std::string_view item)
{
    const std::string lower = lowered(item);
    for (const std::string_view word : {"of ", "de ", "d'", "d’", "du ", "des "}) {
        if (lower.starts_with(word))
            return trimmed(item.substr(word.size()));
    }
    return item;
}

// "250 g pearl barley, rinsed" -> 250, g, pearl barley
json::object ingredientOf(std::string_view line)
{
    line = withoutEnd(line);
    json::object out;
    const auto number = numberAt(line, 0, true);
    std::string_view rest = line;
    const bool isArticle = number && number->isWord && number->value == 1 && number->end == 1;
    if (number && !isArticle) {
        out["quantity"] = numberValue(number->value);
        rest = trimmed(line.substr(number->end));
        for (const std::string_view dash : {"-", "–"}) {  // "2-3 apples": the first figure stands
            const auto second = rest.starts_with(dash)
                                    ? numberAt(trimmed(rest.substr(dash.size())), 0)
                                    : std::nullopt;
            if (second)
                rest = trimmed(trimmed(rest.substr(dash.size())).substr(second->end));
        }
        if (rest.starts_with("x "))
            rest = trimmed(rest.substr(2));
        const std::string_view unit = unitOf(rest);
        if (!unit.empty() && unit.size() < rest.size()) {
            out["unit"] = unit;
            rest = withoutLink(trimmed(rest.substr(unit.size())));
        }
    }
    const std::size_t comma = std::min({rest.find(','), rest.find(" ("), rest.find(" – ")});
    rest = withoutEnd(rest.substr(0, comma));
    if (!rest.empty())
        out["item"] = rest;
    return out;
}

json::array ingredientsOfTable(const Outline &outline)
{
    json::array out;
    for (const Table &table : outline.tables) {
        int quantity = -1, unit = -1, item = -1;
        for (std::size_t c = 0; c < table.header.size(); ++c) {
            const std::string &name = table.header[c];
            if (isNamed(name, "qty|quantity|amount|menge|anzahl|cantidad|quantité|qté"))
                quantity = static_cast<int>(c);
            else if (isNamed(name, "unit|einheit|unidad|unité"))
                unit = static_cast<int>(c);
            else if (isNamed(name, "ingredient|item|zutat|ingrediente|ingrédient|what|was|qué"))
                item = static_cast<int>(c);
        }
        if (item < 0 || quantity < 0)
            continue;
        const auto cell = [&](const std::vector<std::string> &row, int column) {
            return column >= 0 && static_cast<std::size_t>(column) < row.size()
                       ? row[static_cast<std::size_t>(column)]
                       : std::string();
        };
        for (const auto &row : table.rows) {
            json::object one =
                ingredientOf(cell(row, quantity) + " " + cell(row, unit) + " " + cell(row, item));
            one["item"] = cell(row, item);
            if (!cell(row, unit).empty())
                one["unit"] = cell(row, unit);
            if (!cell(row, item).empty())
                out.push_back(std::move(one));
        }
    }
    return out;
}

// In prose: what follows a figure inside a list of things needed.
void ingredientsOfProse(const Outline &outline, json::array &out)
{
    for (const Line &line : outline.lines) {
        if (line.kind == LineKind::title || line.kind == LineKind::heading)
            continue;
        std::size_t measured = 0;
        json::array here;
        std::string_view words = line.value.empty() ? line.text : line.value;
        for (const std::string &part : listed(words)) {
            const auto number = numberIn(part, 0, true);
            if (!number || (number->isWord && number->end - number->start == 1))
                continue;
            const std::string_view rest = trimmed(std::string_view(part).substr(number->end));
            const std::string_view unit = unitOf(rest);
            if (minutesIn(part) || rest.empty() || (unit.empty() && number->start > 24))
                continue;
            measured += !unit.empty();
            json::object one = ingredientOf(std::string_view(part).substr(number->start));
            if (one.contains("item"))
                here.push_back(std::move(one));
        }
        if (measured >= 1 && here.size() >= 2) {
            for (json::value &one : here)
                out.push_back(std::move(one));
        }
    }
}

}  // namespace

bool beginsWithQuantity(const Line &line)
{
    const auto number = numberAt(line.text, 0, true);
    return number && !(number->isWord && number->end == 1);
}

json::array ingredientsOf(const Outline &outline)
{
    json::array out = ingredientsOfTable(outline);
    if (!out.empty())
        return out;
    for (const Line *line : linesUnder(outline, ingredientNames)) {
        if (isNamed(line->section, stepNames) && !isNamed(line->section, ingredientNames))
            continue;
        if (line->kind == LineKind::item
            || (line->kind == LineKind::sentence && beginsWithQuantity(*line))) {
            json::object one = ingredientOf(line->text);
            if (one.contains("item"))
                out.push_back(std::move(one));
        }
    }
    if (out.empty()) {
        for (const Line &line : outline.lines) {
            const bool isShort = std::count(line.text.begin(), line.text.end(), ' ') <= 8;
            const bool isEntry = (line.kind == LineKind::item && !line.isOrdered)
                                 || (line.kind == LineKind::sentence && line.text.back() != '.');
            if (isEntry && isShort && beginsWithQuantity(line) && !isNamed(line.section, stepNames))
                out.push_back(ingredientOf(line.text));
        }
    }
    if (const Line *line = fieldNamed(outline, ingredientNames); out.empty() && line) {
        for (const std::string &part : listed(line->value)) {
            json::object one = ingredientOf(part);
            if (one.contains("item"))
                out.push_back(std::move(one));
        }
    }
    if (out.empty())
        ingredientsOfProse(outline, out);
    return out;
}

}  // namespace capabilities::record
