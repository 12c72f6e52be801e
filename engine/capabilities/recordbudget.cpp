#include "capabilities/recordforms.h"
#include "capabilities/recordvalues.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace capabilities::record {

namespace json = boost::json;

namespace {

constexpr std::size_t npos = std::string_view::npos;

constexpr std::string_view totalNames =
    "total|sum|in all|altogether|all told|expenses|total costs|spent|summe|gesamt|insgesamt|"
    "zusammen|ausgaben|macht|kosten gesamt|suma|"
    "en total|gastos|gastos totales|somme|en tout|dépenses|ensemble|makes|sum total";
constexpr std::string_view incomeNames =
    "income|salary|wage|wages|pay|earnings|revenue|takings|pre-orders|in the pot|available|"
    "funding|grant|donations|we have|money in|"
    "einnahmen|gehalt|lohn|einkommen|zuschuss|spenden|verfügbar|budget|ingresos|sueldo|nómina|"
    "salario|disponible|aportaciones|"
    "revenus|revenu|salaire|recettes|paie|subvention|dons|entrées";
constexpr std::string_view balanceNames =
    "balance|left|left over|remaining|remainder|surplus|deficit|shortfall|short|down|over|saldo|"
    "überschuss|rest|übrig|bleiben|bleibt|"
    "fehlbetrag|fehlen|defizit|queda|quedan|sobra|sobran|saldo|resto|superávit|faltan|solde|"
    "reste|restent|excédent|manque|déficit";
constexpr std::string_view shortWords =
    "short|down|deficit|shortfall|missing|minus|fehlen|fehlt|fehlbetrag|defizit|faltan|falta|"
    "déficit|manque|manquent";

struct Entry {
    std::string name;
    double amount = 0;
};

struct Ledger {
    std::vector<Entry> items;
    std::vector<Entry> incomes;
    std::vector<Entry> early;  // money named before any cost line and of no known role
    std::optional<double> total, balance;
    std::map<std::string, int> currencies;
};

bool hasRole(std::string_view name, std::string_view words)
{
    return isNamed(name, words);
}

std::optional<Money> amountOf(std::string_view words, bool isBareAllowed)
{
    if (const auto money = moneyIn(words))
        return money;
    if (!isBareAllowed)
        return std::nullopt;
    const auto number = numberIn(words);
    // a bare figure must be all there is
    if (!number || !withoutEnd(words.substr(number->end)).empty())
        return std::nullopt;
    Money money{{number->start, number->end}, number->value, {}};
    const std::string_view before = trimmed(words.substr(0, number->start));
    if (before.ends_with("-") || before.ends_with("−"))
        money.value = -money.value;
    else if (!before.empty())
        return std::nullopt;
    return money;
}

void take(Ledger &ledger, std::string_view shown, const Money &money)
{
    const std::string name = lowered(shown);
    if (!money.currency.empty())
        ++ledger.currencies[money.currency];
    if (hasRole(name, balanceNames) && !hasRole(name, "restaurant")) {
        const bool isShort = hasRole(name, shortWords) && money.value > 0;
        ledger.balance = isShort ? -money.value : money.value;
    } else if (hasRole(name, totalNames)) {
        ledger.total = money.value;
    } else if (hasRole(name, incomeNames)) {
        ledger.incomes.push_back({std::string(shown), money.value});
    } else {
        ledger.items.push_back({std::string(withoutEnd(shown)), money.value});
    }
}

void readTables(const Outline &outline, Ledger &ledger)
{
    for (const Table &table : outline.tables) {
        for (const auto &row : table.rows) {
            if (row.size() < 2)
                continue;
            // the last cell with a figure; a column headed total wins over single prices
            std::optional<Money> money;
            for (std::size_t c = row.size(); c-- > 1 && !money;)
                money = amountOf(row[c], true);
            if (money && !row[0].empty())
                take(ledger, row[0], *money);
        }
    }
}

constexpr std::string_view articles[] = {
    "the ", "a ",   "an ",  "then ", "and ",  "for ",  "my ",  "our ",  "der ", "die ",
    "das ", "den ", "dem ", "für ",  "und ",  "noch ", "ein ", "eine ", "el ",  "la ",
    "los ", "las ", "de ",  "del ",  "por ",  "para ", "y ",   "un ",   "una ", "le ",
    "les ", "l'",   "du ",  "des ",  "pour ", "et ",   "une ", "of ",   "on "};

std::string noun(std::string_view words)
{
    words = withoutEnd(words);
    for (bool isMoving = true; isMoving;) {
        isMoving = false;
        const std::string lower = lowered(words);
        for (const std::string_view article : articles) {
            if (lower.starts_with(article)) {
                words = trimmed(words.substr(article.size()));
                isMoving = true;
                break;
            }
        }
    }
    return std::string(words);
}

// "The vet bill came to £412": what stands before the verb. "£165 car tax for ...": what follows.
std::string nameAround(std::string_view sentence, const Money &money, std::size_t previousEnd)
{
    std::string_view before = sentence.substr(previousEnd, money.start - previousEnd);
    const std::string lower = lowered(before);
    static constexpr std::string_view verbs[] = {
        " is",      " are",    " was",     " came to", " comes to",  " costs",
        " cost",    " takes",  " will",    " kostet",  " kosten",    " will",
        " beträgt", " cuesta", " cuestan", " costó",   " es de",     " son",
        " fueron",  " coûte",  " coûtent", " est de",  " revient à", " a coûté",
        " wants",   " ist",    " sind",    " macht",   ":"};
    for (const std::string_view verb : verbs) {
        const std::size_t at = lower.rfind(verb);
        if (at == npos || lower.size() - at - verb.size() > 14)
            continue;
        const std::size_t clause = std::string_view(lower).substr(0, at).find_last_of(",;.:");
        const std::string name = noun(
            before.substr(clause == npos ? 0 : clause + 1, at - (clause == npos ? 0 : clause + 1)));
        if (!name.empty() && std::count(name.begin(), name.end(), ' ') <= 4)
            return name;
    }
    std::string_view after = trimmed(sentence.substr(money.end));
    const std::string afterLower = lowered(after);
    std::size_t end = after.find_first_of(",;.:(");
    static constexpr std::string_view stops[] = {" and ", " und ",  " y ",     " et ",
                                                 " for ", " that ", " which ", " weil ",
                                                 " que ", " qui ",  " obwohl "};
    const std::size_t skip =
        afterLower.starts_with("for ") || afterLower.starts_with("für ") ? 4 : 0;
    for (const std::string_view stop : stops) {
        const std::size_t at = afterLower.find(stop, skip);
        const bool isPair = stop.size() <= 5 && at != npos && !moneyIn(after.substr(at));
        if (at != npos && !isPair)
            end = std::min(end, at);
    }
    return noun(after.substr(0, end));
}

void readSentence(std::string_view sentence, Ledger &ledger)
{
    std::size_t from = 0;
    for (auto money = moneyIn(sentence, from); money; money = moneyIn(sentence, from)) {
        const std::string before = lowered(sentence.substr(from, money->start - from));
        const std::string near = lowered(sentence.substr(money->end, 24));
        const std::string nearWords = near.substr(0, near.find_first_of(".,;"));
        if (hasRole(nearWords, shortWords)) {
            ++ledger.currencies[money->currency];
            ledger.balance = -std::fabs(money->value);
        } else if (hasRole(before, balanceNames)
                   || hasRole(nearWords, "left|over|übrig|de sobra|restent")) {
            ++ledger.currencies[money->currency];
            ledger.balance = hasRole(before, shortWords) ? -std::fabs(money->value) : money->value;
        } else if (hasRole(before, totalNames)) {
            ++ledger.currencies[money->currency];
            ledger.total = money->value;
        } else if (hasRole(before, incomeNames) || hasRole(nearWords, incomeNames)) {
            ++ledger.currencies[money->currency];
            ledger.incomes.push_back({"", money->value});
        } else {
            const std::string name = nameAround(sentence, *money, from);
            if (!name.empty() && name.size() < 60)
                take(ledger, name, *money);
        }
        from = money->end;
    }
}

void readLines(const Outline &outline, Ledger &ledger, bool hasTable)
{
    for (const Line &line : outline.lines) {
        if (line.kind == LineKind::heading || line.kind == LineKind::title)
            continue;
        if (!line.name.empty()) {
            const auto money = amountOf(line.value, true);
            if (money && hasTable && ledger.items.empty() && !hasRole(line.name, totalNames)
                && !hasRole(line.name, balanceNames) && !hasRole(line.name, incomeNames))
                ledger.early.push_back({line.shownName, money->value});
            else if (money)
                take(ledger, line.shownName, *money);
            continue;
        }
        // "Cover stock            $58.40", "Rent – €500"
        const auto money = moneyIn(line.text);
        const bool isEntry =
            money && withoutEnd(std::string_view(line.text).substr(money->end)).empty()
            && !moneyIn(line.text, money->end)
            && (line.kind == LineKind::item || line.text.back() != '.')
            && std::count(line.text.begin(),
                          line.text.begin() + static_cast<std::ptrdiff_t>(money->start), ' ')
                   <= 16;
        if (isEntry && money->start > 0)
            take(ledger, withoutEnd(std::string_view(line.text).substr(0, money->start)), *money);
        else if (money && line.kind == LineKind::item && money->start == 0)
            take(ledger, noun(std::string_view(line.text).substr(money->end)), *money);
        else if (money)
            readSentence(line.text, ledger);
    }
}

// the period in the title, or the first month named: "Household, October 2025", "season 24/25"
std::string periodOf(const Outline &outline, std::string &title)
{
    if (const Line *line =
            fieldNamed(outline, "period|month|zeitraum|monat|periodo|mes|période|mois"))
        return std::string(withoutEnd(line->value));
    const std::string lower = lowered(title);
    std::optional<Found> found;
    for (const std::string_view word :
         {"season ", "saison ", "temporada ", "q1 ", "q2 ", "q3 ", "q4 "}) {
        if (const std::size_t at = lower.find(word); at != npos)
            found = Found{at, title.size()};
    }
    if (!found)
        found = monthIn(title);
    if (!found) {
        for (auto number = numberIn(title); number && !found;
             number = numberIn(title, number->end)) {
            if (number->value >= 1990 && number->value <= 2100
                && number->end - number->start == 4) {
                found = Found{number->start, number->end};
                if (title.substr(number->end).starts_with("/"))
                    found->end = std::min(title.size(), number->end + 3);
            }
        }
    }
    if (found) {
        const std::string period = title.substr(found->start, found->end - found->start);
        std::string rest(withoutEnd(title.substr(0, found->start)));
        for (const std::string_view word :
             {" de", " for", " für", " im", " in", " del", " pour", " en"}) {
            if (rest.ends_with(word))
                rest.resize(rest.size() - word.size());
        }
        title = rest;
        return period;
    }
    for (const Line &line : outline.lines) {
        if (const auto month = monthIn(line.text); month && month->start < 60)
            return line.text.substr(month->start, month->end - month->start);
    }
    return {};
}

std::string titleOf(const Outline &outline, std::string_view given)
{
    std::string title(withoutEnd(given));
    const std::string lower = lowered(title);
    for (const std::string_view word :
         {"presupuesto del ", "presupuesto de la ", "presupuesto para ", "presupuesto de ",
          "budget for ", "budget du ", "budget de la ", "budget pour ", "budget de ",
          "budget für "}) {
        if (lower.starts_with(word) && lower.size() > word.size())
            return title.substr(word.size());
    }
    // what is left of "Cuentas de septiembre" names nothing
    static constexpr std::string_view bare[] = {"cuentas",  "budget",   "presupuesto", "comptes",
                                                "accounts", "money",    "abrechnung",  "gastos",
                                                "kosten",   "ausgaben", "dépenses"};
    const bool isBare = std::find(std::begin(bare), std::end(bare), lower) != std::end(bare);
    return isBare && outline.title != title ? std::string() : title;
}

}  // namespace

json::object budget(const Outline &outline)
{
    Ledger ledger;
    readTables(outline, ledger);
    const bool hasTable = !ledger.items.empty();
    Ledger lines;
    readLines(outline, hasTable ? lines : ledger, hasTable);
    if (hasTable) {  // prose beside a table explains it; it adds no cost lines
        for (const Entry &entry : lines.incomes)
            ledger.incomes.push_back(entry);
        if (!ledger.total)
            ledger.total = lines.total;
        if (!ledger.balance)
            ledger.balance = lines.balance;
        if (ledger.incomes.empty() && !lines.early.empty())
            ledger.incomes.push_back(lines.early.front());
        for (const auto &[code, count] : lines.currencies)
            ledger.currencies[code] += count;
    }
    json::object record;
    std::string title = outline.title;
    put(record, "period", periodOf(outline, title));
    put(record, "title", titleOf(outline, title));
    std::string currency;
    for (const auto &[code, count] : ledger.currencies) {
        if (currency.empty() || count > ledger.currencies[currency])
            currency = code;
    }
    for (const Line &line :
         outline.lines) {  // "All amounts in GBP" settles what a sign leaves open
        const auto money = moneyIn(line.text);
        const std::string named = money ? "" : currencyIn(line.text);
        if (!named.empty())
            currency = named;
    }
    put(record, "currency", currency);
    double income = 0;
    for (const Entry &entry : ledger.incomes)
        income += entry.amount;
    if (!ledger.incomes.empty())
        record["income"] = numberValue(income);
    json::array items;
    for (const Entry &entry : ledger.items)
        items.push_back(json::object{{"name", entry.name}, {"amount", numberValue(entry.amount)}});
    put(record, "items", std::move(items));
    if (ledger.total)
        record["total"] = numberValue(*ledger.total);
    if (ledger.balance)
        record["balance"] = numberValue(*ledger.balance);
    return record;
}

}  // namespace capabilities::record
