// reconcile-ledger: which lines of one's own books and of a statement are the same, what is left
// over, and whether each entry of a journal balances. Lines may match if their amounts are equal to
// the last unit, their days at most params.days (3) apart and their payees at least params.likeness
// (0) of 10000 alike by Jaro and Winkler (1989, 1990: prefix weight 0.1, at most 4; letters folded);
// of all ways to match, the one with most pairs and then least distance (a day apart costs as much
// as a tenth of unlikeness) is found by the Hungarian method (Kuhn 1955; Jonker and Volgenant 1987)
// within each amount. `ledger`, `statement` = [{"id", "date", "amount", "payee"?}], `journal` =
// [{"id", "postings": [{"account", "amount"}]}]. Amounts are decimals of params.places (2) and stand
// in smallest units. Thread contract: pure.
#include "capabilities/exact.h"
#include "text/unicode.h"

#include <map>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t entriesMax = 1500, sameAmountMax = 200, postingsMax = 4000;
constexpr std::int64_t amountMax = 100'000'000'000'000;  // sums of all stay within 64 bits
constexpr std::size_t idBytes = 60, lettersMax = 60;
constexpr std::int64_t dayCost = 1000, alone = 1'000'000'000;

struct Entry {
    std::string id;
    std::u32string payee;
    std::int64_t day = 0, amount = 0;
    std::int64_t partner = -1, likeness = 0;
};

// Jaro's share of letters that match within half the longer word and stand in order, in 10^-4,
// raised by Winkler for a common beginning.
std::int64_t likenessOf(const std::u32string &a, const std::u32string &b)
{
    if (a == b)
        return 10'000;
    const std::size_t longer = std::max(a.size(), b.size());
    const std::size_t reach = longer / 2 > 0 ? longer / 2 - 1 : 0;
    std::vector<bool> isTaken(b.size());
    std::u32string left, right;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t from = i > reach ? i - reach : 0, to = std::min(b.size(), i + reach + 1);
        for (std::size_t j = from; j < to; ++j) {
            if (isTaken[j] || a[i] != b[j])
                continue;
            isTaken[j] = true;
            left.push_back(a[i]);
            break;
        }
    }
    for (std::size_t j = 0; j < b.size(); ++j)
        if (isTaken[j])
            right.push_back(b[j]);
    if (left.empty())
        return 0;
    std::size_t crossed = 0, prefix = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        crossed += left[i] != right[i];
    while (prefix < std::min({a.size(), b.size(), std::size_t(4)}) && a[prefix] == b[prefix])
        ++prefix;
    const std::size_t swaps = crossed / 2;
    const double m = double(left.size());
    const double jaro = (m / double(a.size()) + m / double(b.size()) + (m - double(swaps)) / m) / 3;
    return score(jaro + 0.1 * double(prefix) * (1 - jaro));
}

using Costs = std::vector<std::vector<std::int64_t>>;

// The column of each row in the cheapest assignment of a square matrix.
std::vector<std::size_t> assigned(const Costs &costs)
{
    const std::size_t n = costs.size();
    std::vector<std::int64_t> rowPrice(n + 1), columnPrice(n + 1);
    std::vector<std::size_t> rowOf(n + 1), before(n + 1);
    for (std::size_t row = 1; row <= n; ++row) {
        rowOf[0] = row;
        std::size_t column = 0;
        std::vector<std::int64_t> least(n + 1, INT64_MAX);
        std::vector<bool> isDone(n + 1);
        while (rowOf[column] != 0) {
            isDone[column] = true;
            std::int64_t step = INT64_MAX;
            std::size_t next = 0;
            for (std::size_t j = 1; j <= n; ++j) {
                if (isDone[j])
                    continue;
                const std::size_t i = rowOf[column];
                const std::int64_t cost = costs[i - 1][j - 1] - rowPrice[i] - columnPrice[j];
                if (cost < least[j])
                    least[j] = cost, before[j] = column;
                if (least[j] < step)
                    step = least[j], next = j;
            }
            for (std::size_t j = 0; j <= n; ++j) {
                if (isDone[j])
                    rowPrice[rowOf[j]] += step, columnPrice[j] -= step;
                else if (j > 0)
                    least[j] -= step;
            }
            column = next;
        }
        for (; column != 0; column = before[column])
            rowOf[column] = rowOf[before[column]];
    }
    std::vector<std::size_t> columns(n);
    for (std::size_t j = 1; j <= n; ++j)
        columns[rowOf[j] - 1] = j - 1;
    return columns;
}

struct Rules {
    std::int64_t days = 3, likeness = 0;
};

void match(std::vector<Entry> &ledger, const std::vector<std::size_t> &ours,
           std::vector<Entry> &statement, const std::vector<std::size_t> &theirs,
           const Rules &rules)
{
    const std::size_t n = std::max(ours.size(), theirs.size());
    Costs costs(n, std::vector<std::int64_t>(n, alone));
    const auto likeness = [&](std::size_t i, std::size_t j) {
        return likenessOf(ledger[ours[i]].payee, statement[theirs[j]].payee);
    };
    for (std::size_t i = 0; i < ours.size(); ++i) {
        for (std::size_t j = 0; j < theirs.size(); ++j) {
            const std::int64_t apart = std::abs(ledger[ours[i]].day - statement[theirs[j]].day);
            const std::int64_t alike = likeness(i, j);
            if (apart <= rules.days && alike >= rules.likeness)
                costs[i][j] = apart * dayCost + 10'000 - alike;
        }
    }
    const std::vector<std::size_t> columns = assigned(costs);
    for (std::size_t i = 0; i < ours.size(); ++i) {
        if (costs[i][columns[i]] == alone)
            continue;
        Entry &entry = ledger[ours[i]];
        entry.partner = std::int64_t(theirs[columns[i]]);
        entry.likeness = likeness(i, columns[i]);
        statement[theirs[columns[i]]].partner = std::int64_t(ours[i]);
    }
}

std::vector<Entry> readEntries(Reader &in, const char *name, int places)
{
    std::vector<Entry> entries;
    for (const json::value &value : in.list(name, entriesMax, false)) {
        const json::object &given = in.entry(value, name);
        Entry entry;
        entry.id = in.word(given, "id", idBytes);
        const std::string date = in.word(given, "date", 40);
        const auto day = dayOf(date);
        if (!day)
            in.bad("date", date);
        entry.day = day.value_or(0);
        entry.amount = exact(in, given, "amount", places, -amountMax, amountMax);
        entry.payee = text::codePoints(text::folded(in.wordOr(given, "payee", {})));
        entry.payee.resize(std::min(entry.payee.size(), lettersMax));
        if (in.isBad())
            break;
        entries.push_back(std::move(entry));
    }
    return entries;
}

json::object balanced(Reader &in, int places)
{
    std::map<std::string, std::int64_t> accounts;
    json::array unbalanced, trial;
    std::size_t postings = 0;
    for (const json::value &value : in.list("journal", entriesMax, false)) {
        const json::object &given = in.entry(value, "journal");
        const std::string id = in.word(given, "id", idBytes);
        std::int64_t sum = 0;
        for (const json::value &line : arrayOf(given, "postings")) {
            const json::object &posting = in.entry(line, "postings");
            const std::int64_t amount = exact(in, posting, "amount", places, -amountMax, amountMax);
            if (++postings > postingsMax)
                in.tooMany("postings", postingsMax);
            if (in.isBad())
                return {};
            accounts[in.word(posting, "account", idBytes)] += amount;
            sum += amount;
        }
        if (sum != 0)
            unbalanced.push_back(json::object{{"by", sum}, {"id", id}});
    }
    std::int64_t total = 0;
    for (const auto &[account, balance] : accounts) {
        trial.push_back(json::object{{"account", account}, {"balance", balance}});
        total += balance;
    }
    return {{"accounts", std::move(trial)}, {"sum", total}, {"unbalanced", std::move(unbalanced)}};
}

json::array leftOver(const std::vector<Entry> &entries, std::int64_t &total, std::int64_t &open)
{
    json::array out;
    for (const Entry &entry : entries) {
        total += entry.amount;
        if (entry.partner >= 0)
            continue;
        open += entry.amount;
        out.push_back(
            json::object{{"amount", entry.amount}, {"date", dayText(entry.day)}, {"id", entry.id}});
    }
    return out;
}

Result written(const std::vector<Entry> &ledger, const std::vector<Entry> &statement,
               json::object journal)
{
    std::int64_t ours = 0, theirs = 0, oursOpen = 0, theirsOpen = 0;
    json::array matched, ledgerLeft = leftOver(ledger, ours, oursOpen),
                         statementLeft = leftOver(statement, theirs, theirsOpen);
    for (const Entry &entry : ledger)
        if (entry.partner >= 0) {
            const Entry &partner = statement[std::size_t(entry.partner)];
            matched.push_back(json::object{{"amount", entry.amount},
                                           {"days", partner.day - entry.day},
                                           {"ledger", entry.id},
                                           {"likeness", entry.likeness},
                                           {"statement", partner.id}});
        }
    Result result;
    result.figures["matched"] = std::int64_t(matched.size());
    result.figures["unmatched"] = std::int64_t(ledgerLeft.size() + statementLeft.size());
    result.figures["unbalanced"] = std::int64_t(arrayOf(journal, "unbalanced").size());
    result.outputs.push_back(jsonArtefact(
        "reconciliation",
        json::object{{"difference", ours - theirs},
                     {"journal", std::move(journal)},
                     {"ledger",
                      json::object{{"open", oursOpen}, {"total", ours}, {"unmatched", ledgerLeft}}},
                     {"matched", std::move(matched)},
                     {"statement", json::object{{"open", theirsOpen},
                                                {"total", theirs},
                                                {"unmatched", statementLeft}}}}));
    return result;
}

Result run(const Run &run)
{
    Reader in(run);
    const int places = int(in.integer(run.params, "places", 0, 6, 2));
    const Rules rules{in.integer(run.params, "days", 0, 366, 3),
                      in.integer(run.params, "likeness", 0, 10'000, 0)};
    std::vector<Entry> ledger = readEntries(in, "ledger", places),
                       statement = readEntries(in, "statement", places);
    json::object journal = balanced(in, places);
    if (ledger.empty() && statement.empty() && in.list("journal", entriesMax, false).empty())
        in.missing("ledger");
    std::map<std::int64_t, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> amounts;
    for (std::size_t i = 0; i < ledger.size(); ++i)
        amounts[ledger[i].amount].first.push_back(i);
    for (std::size_t j = 0; j < statement.size(); ++j)
        amounts[statement[j].amount].second.push_back(j);
    for (const auto &[amount, lines] : amounts) {
        if (lines.first.empty() || lines.second.empty() || run.stop.stop_requested())
            continue;
        if (std::max(lines.first.size(), lines.second.size()) > sameAmountMax)
            in.tooMany("amount", sameAmountMax);
        else
            match(ledger, lines.first, statement, lines.second, rules);
    }
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    return written(ledger, statement, std::move(journal));
}

}  // namespace

extern const Capability reconcileLedger;
const Capability reconcileLedger = {
    .name = "reconcile-ledger",
    .version = "1.0.0",
    .source = "Hungarian method (Kuhn 1955); Jaro 1989, Winkler 1990; double entry (Pacioli 1494)",
    .run = run,
};

}  // namespace capabilities
