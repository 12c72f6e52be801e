// render-chart: numbers as a chart. params.kind chooses: "scores" (default: the clarity scores as
// bars with their reasons), "radar" (the same on five axes), "line", "column" or "treemap" of the
// input `series`: {"title","unit","labels":["Mon",...],"series":[{"name","values":[12,null,...]}]}.
// A value is a number or null for a gap, never made up. params.scheme "light" for a light ground.
// Ticks follow Heckbert 1990 ("Nice numbers for graph labels"), the treemap is squarified (Bruls,
// Huizing, van Wijk 2000). Stateless, so any thread may run it.
#include "capabilities/canvasinput.h"
#include "capabilities/chartdraw.h"

#include <boost/json.hpp>

namespace capabilities {
namespace {

namespace json = boost::json;
using namespace canvas;

constexpr std::size_t seriesMax = 6;
constexpr std::size_t valuesMax = 400;
constexpr double valueMax = 1e15;

std::string wordOf(const json::object &object, std::string_view key)
{
    const json::value *value = object.if_contains(key);
    return value && value->is_string() ? text::cleanLine(value->get_string(), 80) : std::string();
}

// One value list, or nothing if an item is neither a sound number nor null.
std::optional<std::vector<std::optional<double>>> valuesOf(const json::value *list)
{
    if (!list || !list->is_array() || list->get_array().size() > valuesMax)
        return {};
    std::vector<std::optional<double>> values;
    for (const json::value &item : list->get_array()) {
        if (item.is_null()) {
            values.emplace_back();
            continue;
        }
        if (!item.is_number() || !(std::abs(item.to_number<double>()) <= valueMax))
            return {};
        values.emplace_back(item.to_number<double>());
    }
    return values;
}

std::optional<Table> tableOf(const Run &run)
{
    boost::system::error_code error;
    const json::value parsed = json::parse(run.input("series"), error);
    if (error || !parsed.is_object())
        return {};
    Table table;
    const json::object &root = parsed.get_object();
    table.title = wordOf(root, "title");
    table.unit = wordOf(root, "unit");
    if (const json::value *labels = root.if_contains("labels")) {
        if (!labels->is_array() || labels->get_array().size() > valuesMax)
            return {};
        for (const json::value &label : labels->get_array()) {
            if (!label.is_string())
                return {};
            table.labels.push_back(text::cleanLine(label.get_string(), 40));
        }
    }
    const json::value *series = root.if_contains("series");
    if (!series || !series->is_array() || series->get_array().empty()
        || series->get_array().size() > seriesMax)
        return {};
    for (const json::value &item : series->get_array()) {
        if (!item.is_object())
            return {};
        auto values = valuesOf(item.get_object().if_contains("values"));
        if (!values)
            return {};
        table.series.push_back({wordOf(item.get_object(), "name"), std::move(*values)});
        table.count = std::max(table.count, table.series.back().values.size());
    }
    const auto isMeasured = [](const Series &one) {
        return std::ranges::any_of(one.values, [](const auto &value) { return value.has_value(); });
    };
    if (table.count == 0 || !std::ranges::any_of(table.series, isMeasured))
        return {};
    return table;
}

// Areas need one series without negative numbers and with something to share.
bool isShareable(const Table &table)
{
    double sum = 0;
    for (const auto &value : table.series[0].values) {
        if (value.value_or(0) < 0)
            return false;
        sum += value.value_or(0);
    }
    return table.series.size() == 1 && sum > 0;
}

Result drawn(std::string svg, std::string kind, std::int64_t marks, const ChartColours &colours)
{
    Result result;
    result.figures = {{"bytes", static_cast<std::int64_t>(svg.size())},
                      {"contrastMarkX100", static_cast<std::int64_t>(colours.lowestMark * 100)},
                      {"contrastTextX100", static_cast<std::int64_t>(colours.lowestText * 100)},
                      {"marks", marks}};
    result.labels = {{"kind", std::move(kind)}};
    result.outputs.push_back({"chart", "image/svg+xml", std::move(svg)});
    return result;
}

Result run(const Run &run)
{
    const auto param = [&](std::string_view name) {
        const json::value *value = run.params.if_contains(name);
        return value && value->is_string() ? std::string(value->get_string()) : std::string();
    };
    std::string kind = param("kind");
    if (kind.empty())
        kind = "scores";
    const ChartColours colours = chartColours(param("scheme") == "light");
    if (kind == "scores" || kind == "radar") {
        const Reading reading = read(run, {"clarity"});
        if (!reading.refusal.refusal.empty())
            return reading.refusal;
        const Clarity &clarity = reading.inputs.clarity;
        const auto marks = std::ranges::count_if(
            clarity.scores, [](const auto &score) { return score.has_value(); });
        return drawn(kind == "radar" ? drawRadar(clarity, colours) : drawScores(clarity, colours),
                     kind, marks, colours);
    }
    if (kind != "line" && kind != "column" && kind != "treemap")
        return Result::refuse("canvas.kind", {{"kind", text::cleanLine(kind, 40)}});
    const auto table = tableOf(run);
    if (!table)
        return Result::refuse("canvas.input", {{"field", "series"}, {"input", "series"}});
    if (kind == "treemap" && !isShareable(*table))
        return Result::refuse("canvas.shares", {{"input", "series"}});
    std::int64_t marks = 0;
    for (const Series &series : table->series)
        marks += std::ranges::count_if(series.values,
                                       [](const auto &value) { return value.has_value(); });
    if (kind == "treemap")
        return drawn(drawTreemap(*table, colours), kind, marks, colours);
    return drawn(drawPlot(*table, kind == "column", colours), kind, marks, colours);
}

}  // namespace

extern const Capability renderChart;
const Capability renderChart{
    .name = "render-chart",
    .version = "1.0.0",
    .source = "nice numbers (Heckbert 1990); squarified treemap (Bruls et al. 2000); WCAG 2.1",
    .run = run};

}  // namespace capabilities
