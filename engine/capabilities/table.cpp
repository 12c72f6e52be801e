#include "capabilities/table.h"

#include "text/document.h"

#include <charconv>

namespace capabilities {

namespace json = boost::json;

namespace {

constexpr std::size_t columnsMax = 200, rowsMax = 100'000;

using Rows = std::vector<std::vector<std::string>>;

char separatorOf(std::string_view bytes)
{
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        const std::ptrdiff_t count = std::ranges::count(line, candidate);
        if (count > most)
            best = candidate, most = count;
    }
    return best;
}

// RFC 4180: quotes hold separators and line ends, a doubled quote is one.
Rows separatedRows(std::string_view bytes, const std::stop_token &stop)
{
    const char separator = separatorOf(bytes);
    Rows rows;
    std::vector<std::string> row;
    std::string cell;
    bool isQuoted = false, hasCells = false;
    const auto endRow = [&] {
        if (hasCells) {
            row.push_back(std::move(cell));
            rows.push_back(std::move(row));
        }
        cell.clear();
        row.clear();
        hasCells = false;
    };
    for (std::size_t i = 0; i < bytes.size() && rows.size() <= rowsMax; ++i) {
        if ((i & 4095) == 0 && stop.stop_requested())
            return rows;
        const char c = bytes[i];
        if (isQuoted) {
            if (c != '"')
                cell.push_back(c);
            else if (i + 1 < bytes.size() && bytes[i + 1] == '"')
                cell.push_back(bytes[++i]);
            else
                isQuoted = false;
        } else if (c == '"' && cell.empty()) {
            isQuoted = hasCells = true;
        } else if (c == separator && row.size() < columnsMax) {
            row.push_back(std::move(cell));
            cell.clear();
            hasCells = true;
        } else if (c == '\n') {
            endRow();
        } else if (c != '\r') {
            cell.push_back(c);
            hasCells = true;
        }
    }
    endRow();
    return rows;
}

Rows markdownRows(std::string_view bytes, const std::stop_token &stop)
{
    Rows rows;
    const auto document = text::analyse(bytes, stop);
    if (!document)
        return rows;
    for (const text::Cell &cell : document->cells()) {
        if (cell.table != 0 || cell.column >= columnsMax)
            continue;
        rows.resize(std::max<std::size_t>(rows.size(), cell.row + 1));
        rows[cell.row].resize(std::max<std::size_t>(rows[cell.row].size(), cell.column + 1));
        rows[cell.row][cell.column] = document->plain(cell.content);
    }
    return rows;
}

Table fromRows(Rows rows)
{
    Table table;
    if (rows.empty())
        return table;
    table.columns = std::move(rows.front());
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].empty())
            table.columns[i] = std::to_string(i + 1);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        table.raggedRows += rows[i].size() != table.columns.size();
        rows[i].resize(table.columns.size());
        table.rows.push_back(std::move(rows[i]));
    }
    return table;
}

Table fromObjects(Reader &in, const json::array &list, std::string_view name)
{
    Table table;
    std::map<std::string, std::size_t, std::less<>> places;
    for (const json::value &entry : list) {
        std::vector<std::string> row(table.columns.size());
        for (const auto &member : in.entry(entry, name)) {
            auto place = places.find(std::string_view(member.key()));
            if (place == places.end()) {
                if (places.size() == columnsMax) {
                    in.tooMany(name, columnsMax);
                    return {};
                }
                place = places.emplace(member.key(), table.columns.size()).first;
                table.columns.emplace_back(member.key());
                row.emplace_back();
            }
            const json::value &value = member.value();
            row[place->second] = value.is_string() ? std::string(value.get_string())
                                 : value.is_null() ? std::string()
                                                   : canonical(value);
        }
        table.rows.push_back(std::move(row));
    }
    for (std::vector<std::string> &row : table.rows) {
        table.raggedRows += row.size() != table.columns.size();
        row.resize(table.columns.size());
    }
    return table;
}

}  // namespace

Table readTable(Reader &in, const Run &run, std::string_view name)
{
    bool isGiven = false;
    std::string_view bytes = run.input(name, &isGiven);
    if (!isGiven) {
        if (run.params.contains(name))
            return fromObjects(in, in.list(name, rowsMax), name);
        bytes = in.bytes(name);
    }
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && (bytes[first] == '[' || bytes[first] == '{'))
        return fromObjects(in, in.list(name, rowsMax), name);
    Rows rows = markdownRows(bytes, run.stop);
    if (rows.size() < 2)
        rows = separatedRows(bytes, run.stop);
    if (rows.size() > rowsMax)
        in.tooMany(name, rowsMax);
    else if (rows.size() < 2)
        in.missing(name);
    Table table = fromRows(std::move(rows));
    table.isStopped = run.stop.stop_requested();
    return table;
}

std::optional<double> cellNumber(std::string_view cell)
{
    std::string digits;
    const std::size_t comma = cell.rfind(','), dot = cell.rfind('.');
    const bool hasBoth = comma != cell.npos && dot != cell.npos;
    // "1.234,5" and "12,5" have a decimal comma, "1,234.5" and "1,234" none
    const bool isCommaDecimal =
        comma != cell.npos
        && (hasBoth ? comma > dot : cell.find(',') == comma && cell.size() - comma != 4);
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const char c = cell[i];
        if (c >= '0' && c <= '9')
            digits.push_back(c);
        else if ((c == '-' || c == '+') && i == 0)
            digits.append(c == '-' ? "-" : "");
        else if (c == (isCommaDecimal ? ',' : '.') && i == (isCommaDecimal ? comma : dot))
            digits.push_back('.');
        else if ((c != ',' && c != '.' && c != ' ') || i == 0 || i + 1 == cell.size())
            return std::nullopt;
    }
    double number = 0;
    const auto [end, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (failure != std::errc() || end != digits.data() + digits.size()
        || !(std::fabs(number) < 1e15))
        return std::nullopt;
    return number;
}

}  // namespace capabilities
