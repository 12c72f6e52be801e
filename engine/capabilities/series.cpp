#include "capabilities/series.h"

#include "text/escape.h"

namespace capabilities {

namespace json = boost::json;

namespace {

constexpr double valueMax = 1e12;

void add(Reader &in, Series &series, std::optional<double> value, const std::string &at)
{
    if (!value || !(std::fabs(*value) <= valueMax)) {
        in.bad("series", at.empty() ? std::to_string(series.values.size() + 1) : at);
        return;
    }
    int places = 0;
    for (double rest = std::fabs(*value); places < 6; ++places, rest *= 10)
        if (std::fabs(rest - std::round(rest)) <= 1e-9 * std::max(1.0, rest))
            break;
    series.places = std::max(series.places, places);
    series.values.push_back(*value);
    if (!at.empty())
        series.at.push_back(text::cleanLine(at, 40));
}

void fromList(Reader &in, Series &series, const json::array &list)
{
    for (const json::value &entry : list) {
        if (in.isBad())
            return;
        if (entry.is_number()) {
            add(in, series, entry.to_number<double>(), {});
            continue;
        }
        const json::object &point = in.entry(entry, "series");
        add(in, series, in.number(point, "value", -valueMax, valueMax), in.word(point, "at", 40));
    }
}

}  // namespace

Series readSeries(Reader &in, const Run &run, std::size_t valuesMax)
{
    Series series;
    bool isGiven = false;
    std::string_view bytes = run.input("series", &isGiven);
    const bool isParam = !isGiven && run.params.contains("series");
    if (!isGiven && !isParam)
        bytes = in.bytes("series");
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    if (isParam
        || (first != std::string_view::npos && (bytes[first] == '[' || bytes[first] == '{'))) {
        fromList(in, series, in.list("series", valuesMax));
    } else if (!in.isBad()) {
        const Table table = readTable(in, run, "series");
        if (table.rows.size() > valuesMax)
            in.tooMany("series", valuesMax);
        for (const std::vector<std::string> &row : table.rows) {
            if (in.isBad())
                break;
            add(in, series, cellNumber(row[row.size() > 1 ? 1 : 0]),
                row.size() > 1 ? row[0] : std::string());
        }
    }
    if (!series.at.empty() && series.at.size() != series.values.size())
        in.bad("series", "dates for some values only");
    return series;
}

}  // namespace capabilities
