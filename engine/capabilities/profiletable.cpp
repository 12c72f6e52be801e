// profile-table: what stands in each column of a table, and what is wrong with it. Types by vote,
// mean and deviation by Welford's recurrence (1962), quantiles exactly (Hyndman and Fan 1996,
// definition 7, as R and NumPy compute them) and distinct values exactly, because a whole table
// fits into memory here; far values by Tukey's fences (1977). Measures of numbers are in millionths
// of the column's own unit, shares 0..10000. Input `table` (see table.h); output `profile`.
// Thread contract: pure.
#include "capabilities/statistics.h"
#include "capabilities/table.h"
#include "text/escape.h"

#include <unordered_map>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t topMax = 5;
constexpr double fence = 3;  // "far out"

enum Kind { Whole, Decimal, Date, Flag, Words, kinds };
constexpr std::string_view kindNames[kinds] = {"integer", "decimal", "date", "boolean", "text"};

Kind kindOf(std::string_view cell)
{
    if (dayOf(cell) && (cell.size() == 10 || secondsOf(cell)))
        return Date;
    if (cell == "true" || cell == "false" || cell == "yes" || cell == "no")
        return Flag;
    const auto number = cellNumber(cell);
    if (!number)
        return Words;
    return *number == std::floor(*number) && cell.find_first_of(".,") == cell.npos ? Whole
                                                                                   : Decimal;
}

std::string trimmed(std::string_view cell)
{
    const std::size_t first = cell.find_first_not_of(" \t"), last = cell.find_last_not_of(" \t");
    return first == cell.npos ? std::string() : std::string(cell.substr(first, last - first + 1));
}

bool isMissing(std::string_view cell)
{
    return cell.empty() || cell == "-" || cell == "NA" || cell == "N/A" || cell == "null"
           || cell == "NaN";
}

struct Column {
    std::size_t missing = 0, padded = 0, filled = 0;
    std::size_t votes[kinds] = {};
    std::map<std::string, std::size_t> counts;
    std::vector<double> numbers;
    Kind kind = Words;
};

Column gather(const Table &table, std::size_t place)
{
    Column column;
    for (const std::vector<std::string> &row : table.rows) {
        const std::string cell = trimmed(row[place]);
        column.padded += cell.size() != row[place].size();
        if (isMissing(cell)) {
            ++column.missing;
            continue;
        }
        ++column.filled;
        const Kind kind = kindOf(cell);
        ++column.votes[kind];
        ++column.counts[cell];
        if (kind <= Decimal)
            column.numbers.push_back(*cellNumber(cell));
    }
    // a whole number is a decimal too; nine of ten cells decide
    const std::size_t numbers = column.votes[Whole] + column.votes[Decimal];
    for (const Kind kind : {Date, Flag, Words})
        if (column.votes[kind] * 10 >= column.filled * 9)
            column.kind = kind;
    if (numbers > 0 && numbers * 10 >= column.filled * 9)
        column.kind = column.votes[Decimal] > 0 ? Decimal : Whole;
    return column;
}

void describeNumbers(json::object &out, std::vector<double> numbers, json::array &warnings)
{
    Moments moments;
    for (const double number : numbers)
        moments.add(number);
    std::ranges::sort(numbers);
    const double low = quantile(numbers, 0.25), high = quantile(numbers, 0.75);
    std::int64_t far = 0;
    for (const double number : numbers)
        far += number < low - fence * (high - low) || number > high + fence * (high - low);
    out["numbers"] = json::object{{"deviation", toMicro(moments.deviation())},
                                  {"far", far},
                                  {"least", toMicro(numbers.front())},
                                  {"mean", toMicro(moments.mean)},
                                  {"median", toMicro(quantile(numbers, 0.5))},
                                  {"most", toMicro(numbers.back())},
                                  {"quartileHigh", toMicro(high)},
                                  {"quartileLow", toMicro(low)}};
    if (far > 0)
        warnings.emplace_back("farValues");
}

json::array topOf(const Column &column)
{
    std::vector<std::pair<std::size_t, std::string>> order;
    for (const auto &[value, count] : column.counts)
        order.emplace_back(count, value);
    std::ranges::sort(order, [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    json::array top;
    for (std::size_t i = 0; i < std::min(order.size(), topMax); ++i)
        top.push_back(json::object{{"count", order[i].first},
                                   {"value", text::cleanLine(order[i].second, 60)}});
    return top;
}

json::object describe(const Table &table, std::size_t place)
{
    Column column = gather(table, place);
    json::array warnings;
    json::object out{{"distinct", column.counts.size()},
                     {"filled", column.filled},
                     {"missing", column.missing},
                     {"name", text::cleanLine(table.columns[place], 60)},
                     {"top", topOf(column)},
                     {"type", column.filled ? kindNames[column.kind] : "empty"}};
    if (column.kind <= Decimal && !column.numbers.empty())
        describeNumbers(out, std::move(column.numbers), warnings);
    const std::size_t odd = column.kind <= Decimal
                                ? column.filled - column.votes[Whole] - column.votes[Decimal]
                                : column.filled - column.votes[column.kind];
    if (column.filled == 0)
        warnings.emplace_back("empty");
    else if (column.counts.size() == 1 && column.filled > 1)
        warnings.emplace_back("constant");
    if (column.missing * 5 >= table.rows.size() && column.filled > 0)
        warnings.emplace_back("manyMissing");
    if (odd > 0)
        warnings.emplace_back("mixedTypes");
    if (column.padded > 0)
        warnings.emplace_back("spaces");
    const bool isKey = column.counts.size() == table.rows.size() && table.rows.size() > 1;
    out["unique"] = isKey;
    out["warnings"] = std::move(warnings);
    return out;
}

std::size_t repeatedRows(const Table &table)
{
    std::map<std::vector<std::string>, std::size_t> seen;
    std::size_t repeated = 0;
    for (const std::vector<std::string> &row : table.rows)
        repeated += seen[row]++ > 0;
    return repeated;
}

Result run(const Run &run)
{
    Reader in(run);
    const Table table = readTable(in, run, "table");
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    json::array columns;
    std::int64_t warnings = 0, missing = 0;
    for (std::size_t place = 0; place < table.columns.size(); ++place) {
        if (run.stop.stop_requested())
            return stopped();
        json::object column = describe(table, place);
        warnings += std::int64_t(column["warnings"].get_array().size());
        missing += integerOf(column, "missing");
        columns.emplace_back(std::move(column));
    }
    const std::size_t repeated = repeatedRows(table);
    const double cells = double(std::max<std::size_t>(table.rows.size() * table.columns.size(), 1));
    Result result;
    result.figures["filled"] = score(1 - double(missing) / cells);
    result.figures["warnings"] = warnings;
    result.outputs.push_back(jsonArtefact("profile", json::object{{"columns", std::move(columns)},
                                                                  {"ragged", table.raggedRows},
                                                                  {"repeated", repeated},
                                                                  {"rows", table.rows.size()}}));
    return result;
}

}  // namespace

extern const Capability profileTable;
const Capability profileTable = {
    .name = "profile-table",
    .version = "1.0.0",
    .source = "Welford 1962; Hyndman and Fan 1996 (7); Tukey 1977; RFC 4180",
    .run = run,
};

}  // namespace capabilities
