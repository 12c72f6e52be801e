#include "capabilities/facts.h"
#include "capabilities/gazetteer.h"
#include "text/unicode.h"
#include "text/wordset.h"

#include <algorithm>

namespace capabilities {
namespace {

using text::Document;
using text::Token;

struct Unit {
    bool isUnit = false;
    std::int64_t seconds = 0;  // of a unit of time
};

const text::WordMap<Unit> &units()
{
    static const auto made = [] {
        text::WordMap<Unit> map(512);
        text::forEachWord(
            "g gr gram grams gramm gramme grammes gramo gramos kg kilo kilos kilogram kilograms "
            "kilogramm mg oz ounce ounces lb lbs pound pounds "
            "pfund ml cl dl l liter litre litres liters litro litros cup cups tasse tassen taza "
            "tazas tasses tbsp tablespoon tablespoons "
            "tsp teaspoon teaspoons el esslöffel tl teelöffel cucharada cucharadas cucharadita "
            "cucharaditas cuillère cuillères cs cc pinch "
            "pinches prise prisen pizca pincée pincées clove cloves zehe zehen diente dientes "
            "gousse gousses tin tins can cans dose dosen lata "
            "latas boîte boîtes jar jars glas gläser bunch bund manojo botte sprig sprigs zweig "
            "zweige slice slices scheibe scheiben tranche "
            "tranches stick sticks stück packung päckchen paquete paquet packet packets bottle "
            "bottles flasche flaschen botella botellas "
            "bouteille bouteilles handful handvoll becher beutel sachet sachets piece pieces mm "
            "cm m km mi mile miles inch inches foot feet ft yd "
            "yards meter metre metres meters metros mètres kilometer kilometre kilometres "
            "kilómetros kilomètres zoll ha hectares acres "
            "kb mb gb tb w kw kwh v mah hz mph bpm px pt percent prozent",
            [&](std::string_view word) { map[word].isUnit = true; });
        static constexpr struct {
            std::int64_t seconds;
            std::string_view words;
        } times[] = {
            {1, "s sec secs second seconds sekunde sekunden segundo segundos seconde secondes"},
            {60, "min mins minute minutes minuten minuto minutos"},
            {3600, "h hr hrs hour hours stunde stunden std hora horas heure heures"},
            {86400, "day days tag tage tagen día días jour jours"},
            {604800, "week weeks woche wochen semana semanas semaine semaines"},
            {2592000, "month months monat monate monaten mes meses mois"},
            {31536000, "year years jahr jahre jahren año años an ans année années"},
        };
        for (const auto &time : times)
            text::forEachWord(time.words,
                              [&](std::string_view word) { map[word].seconds = time.seconds; });
        return map;
    }();
    return made;
}

struct Fraction {
    std::string_view sign;
    const char *value;
};
constexpr Fraction fractions[] = {{"½", "5"},   {"¼", "25"},  {"¾", "75"},
                                  {"⅓", "333"}, {"⅔", "667"}, {"⅛", "125"},
                                  {"⅜", "375"}, {"⅝", "625"}, {"⅞", "875"}};

const Fraction *fractionAt(std::string_view text, std::uint32_t at)
{
    for (const Fraction &fraction : fractions) {
        if (text.substr(at, fraction.sign.size()) == fraction.sign)
            return &fraction;
    }
    return nullptr;
}

class QuantityReader {
public:
    QuantityReader(const Document &document, Facts &facts)
        : m_document(document), m_tokens(document.tokens()), m_facts(facts)
    {
        for (const DateFact &fact : facts.dates)
            m_taken.push_back(fact.span);
        for (const TimeFact &fact : facts.times)
            m_taken.push_back(fact.span);
        for (const AmountFact &fact : facts.amounts)
            m_taken.push_back(fact.span);
        std::ranges::sort(m_taken, {}, &text::Span::start);
    }
    void read();

private:
    bool isTaken(std::uint32_t start);
    bool readOne(std::uint32_t &at);
    void finish(std::uint32_t start, std::uint32_t numberEnd, std::string value, std::uint32_t next,
                std::uint32_t &at);
    std::string whatAfter(std::uint32_t next, std::uint32_t after) const;
    std::string_view form(std::uint32_t at) const { return m_document.formText(m_tokens[at].form); }

    const Document &m_document;
    std::span<const Token> m_tokens;
    Facts &m_facts;
    std::vector<text::Span> m_taken;
    std::size_t m_nextTaken = 0;
};

bool QuantityReader::isTaken(std::uint32_t start)
{
    while (m_nextTaken < m_taken.size() && m_taken[m_nextTaken].end() <= start)
        ++m_nextTaken;
    return m_nextTaken < m_taken.size() && m_taken[m_nextTaken].start <= start;
}

// The thing that is measured: up to four words behind the unit, in the same breath.
std::string QuantityReader::whatAfter(std::uint32_t next, std::uint32_t after) const
{
    std::uint32_t first = next;
    std::uint32_t last = next;
    std::uint32_t words = 0;
    std::uint32_t end = after;
    while (last < m_tokens.size() && words < 4) {
        const Token &token = m_tokens[last];
        const std::string_view gap = m_document.slice(end, token.start - end);
        if (gap.size() > 2 || gap.find_first_of("\n,.;:()|-") != std::string_view::npos
            || token.has(text::tokenStartsSentence) || token.has(text::tokenHasDigit))
            break;
        const std::string_view word = form(last);
        const bool isLink =
            word == "of" || word == "de" || word == "d" || word == "du" || word == "des";
        if (words == 0 && isLink) {
            first = last + 1;
        } else if (token.has(text::tokenIsStopWord) && !isLink) {
            break;
        } else {
            ++words;
        }
        end = token.end();
        ++last;
    }
    while (last > first && m_tokens[last - 1].has(text::tokenIsStopWord))
        --last;
    if (last <= first)
        return {};
    return m_document.plain(
        text::Span{m_tokens[first].start, m_tokens[last - 1].end() - m_tokens[first].start});
}

void QuantityReader::finish(std::uint32_t start, std::uint32_t numberEnd, std::string value,
                            std::uint32_t next, std::uint32_t &at)
{
    const std::string_view rest = m_document.text().substr(numberEnd, 6);
    const std::string_view bare = rest.starts_with(' ') ? rest.substr(1) : rest;
    const auto skipped = static_cast<std::uint32_t>(rest.size() - bare.size());
    for (const std::string_view sign : {"°C", "°F", "%", "°"}) {
        if (bare.starts_with(sign)) {
            const std::uint32_t end = numberEnd + skipped + static_cast<std::uint32_t>(sign.size());
            m_facts.quantities.push_back({{start, end - start}, value, std::string(sign), {}});
            return;
        }
    }
    const bool isNear = next < m_tokens.size() && m_tokens[next].start - numberEnd <= 2
                        && !m_tokens[next].has(text::tokenStartsSentence);
    const Unit *unit = isNear ? units().find(form(next)) : nullptr;
    if (unit && unit->seconds != 0) {
        const double seconds = std::stod(value) * static_cast<double>(unit->seconds);
        if (seconds < 1e12)
            m_facts.durations.push_back(
                {{start, m_tokens[next].end() - start}, static_cast<std::int64_t>(seconds + 0.5)});
        at = next;
        return;
    }
    if (unit) {
        const std::uint32_t end = m_tokens[next].end();
        m_facts.quantities.push_back(
            {{start, end - start},
             std::move(value),
             std::string(m_document.slice(m_tokens[next].start, m_tokens[next].length)),
             whatAfter(next + 1, end)});
        at = next;
        return;
    }
    if (!isNear || !m_tokens[next].isWord())
        return;
    std::string what = whatAfter(next, numberEnd);
    if (!what.empty() && !m_tokens[next].has(text::tokenIsStopWord))
        m_facts.quantities.push_back(
            {{start, numberEnd - start}, std::move(value), {}, std::move(what)});
}

bool QuantityReader::readOne(std::uint32_t &at)
{
    const Token &token = m_tokens[at];
    const std::string_view text = m_document.text();
    if (isTaken(token.start))
        return false;
    std::uint32_t last = at;
    std::uint32_t end = token.end();
    std::string value;
    if (token.isNumber()) {
        value = readNumber(m_document, at, last);
        end = m_tokens[last].end();
        if (value.empty() || value.size() > 12)
            return false;
        const bool isSlash = text.substr(end, 1) == "/" && last + 1 < m_tokens.size()
                             && m_tokens[last + 1].isNumber()
                             && m_tokens[last + 1].start == end + 1;
        if (isSlash && value == "1") {
            const std::string_view under = form(last + 1);
            value = under == "2" ? "0.5" : under == "4" ? "0.25" : under == "3" ? "0.333" : "";
            ++last;
            end = m_tokens[last].end();
        } else if (const Fraction *fraction = fractionAt(text, end)) {
            value += std::string(".") + fraction->value;
            end += static_cast<std::uint32_t>(fraction->sign.size());
        }
    } else if (token.has(text::tokenHasDigit)) {  // 200g, 30min
        const std::string_view word = form(at);
        const std::size_t digits = word.find_first_not_of("0123456789.,");
        const Unit *unit =
            digits == std::string_view::npos ? nullptr : units().find(word.substr(digits));
        if (digits == 0 || !unit)
            return false;
        const int number = std::atoi(std::string(word.substr(0, digits)).c_str());
        if (unit->seconds != 0)
            m_facts.durations.push_back({{token.start, token.length}, number * unit->seconds});
        else
            m_facts.quantities.push_back({{token.start, token.length},
                                          std::to_string(number),
                                          std::string(word.substr(digits)),
                                          whatAfter(at + 1, end)});
        return true;
    } else if (const int number = gazetteer::smallNumber(form(at)); number != 0) {
        const Unit *unit = at + 1 < m_tokens.size() ? units().find(form(at + 1)) : nullptr;
        if (!unit || !m_tokens[at + 1].has(text::tokenFollowsSpace) || m_tokens[at + 1].length < 2)
            return false;
        value = std::to_string(number);
    }
    if (value.empty())
        return false;
    at = last;
    finish(token.start, end, std::move(value), last + 1, at);
    return true;
}

void QuantityReader::read()
{
    const std::string_view text = m_document.text();
    for (std::uint32_t at = 0; at < m_tokens.size() && !m_facts.isStopped(at); ++at) {
        if (m_tokens[at].has(text::tokenHasDigit)
            || (m_tokens[at].length <= 7
                && gazetteer::smallNumber(m_document.formOf(m_tokens[at])) != 0)) {
            readOne(at);
            continue;
        }
        // a fraction sign alone is no word: look in front of the unit
        const std::uint32_t start = m_tokens[at].start;
        const std::uint32_t back = start > 0 && text[start - 1] == ' ' ? start - 1 : start;
        if (back == 0 || static_cast<unsigned char>(text[back - 1]) < 0x80)
            continue;
        for (const Fraction &fraction : fractions) {
            const auto size = static_cast<std::uint32_t>(fraction.sign.size());
            if (back < size || text.substr(back - size, size) != fraction.sign
                || (back > size && text[back - size - 1] >= '0' && text[back - size - 1] <= '9'))
                continue;
            std::uint32_t skip = at;
            finish(back - size, back, std::string("0.") + fraction.value, at, skip);
        }
    }
}

}  // namespace

void findQuantities(const Document &document, Facts &facts)
{
    QuantityReader(document, facts).read();
}

}  // namespace capabilities
