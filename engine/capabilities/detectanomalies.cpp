// detect-anomalies: which values of a series stand out, and whether the series has drifted. Single
// values by the modified z-score over median and MAD (Iglewicz and Hoaglin 1993, limit 3.5), small
// lasting shifts by an exponentially weighted average with control limits (Roberts 1959; Lucas and
// Saccucci 1990) and by two-sided tabular CUSUM (Page 1954). `series` (see series.h); params.target
// and params.deviation (else median and 1.4826 MAD of the first params.baseline values, or of all),
// params.lambda (0.2), params.width (3 deviations), params.slack (0.5), params.decision (5).
// Values are in millionths. Thread contract: pure.
#include "capabilities/series.h"
#include "capabilities/statistics.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t valuesMax = 100'000, outliersMax = 1000;
constexpr double limit = 3.5, most = 1e6;

struct Chart {
    double target = 0, deviation = 0;
    double lambda = 0.2, width = 3, slack = 0.5, decision = 5;
};

// Half of all values lie within one MAD; where that is nothing, the mean distance stands in.
double spreadOf(const std::vector<double> &values, double centre)
{
    std::vector<double> apart;
    double sum = 0;
    for (const double value : values) {
        apart.push_back(std::fabs(value - centre));
        sum += apart.back();
    }
    const double mad = median(std::move(apart));
    return mad > 0 ? 1.4826 * mad
                   : 1.253314 * sum / double(std::max<std::size_t>(values.size(), 1));
}

std::string_view severityOf(double z)
{
    return z >= 10 ? "high" : z >= 6 ? "medium" : "low";
}

json::array outliersOf(const Series &series, const Chart &chart, std::int64_t &total)
{
    json::array out;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        const double z =
            chart.deviation > 0 ? (series.values[i] - chart.target) / chart.deviation : 0;
        if (std::fabs(z) <= limit)
            continue;
        if (++total > std::int64_t(outliersMax))
            continue;
        json::object outlier{{"index", i},
                             {"severity", severityOf(std::fabs(z))},
                             {"value", toMicro(series.values[i])},
                             {"z", std::llround(std::clamp(z, -most, most) * 10000)}};
        if (!series.at.empty())
            outlier["at"] = series.at[i];
        out.emplace_back(std::move(outlier));
    }
    return out;
}

// First index beyond a limit, or -1.
struct Drift {
    std::int64_t first = -1;
    std::int64_t beyond = 0;
    std::string_view direction = "none";
    double last = 0;

    void see(std::size_t index, bool isHigh, bool isLow)
    {
        if (!isHigh && !isLow)
            return;
        ++beyond;
        if (first < 0) {
            first = std::int64_t(index);
            direction = isHigh ? "up" : "down";
        }
    }
    json::object written(const Series &series) const
    {
        json::object out{{"beyond", beyond},
                         {"direction", direction},
                         {"first", first},
                         {"last", toMicro(last)}};
        if (first >= 0 && !series.at.empty())
            out["at"] = series.at[std::size_t(first)];
        return out;
    }
};

Drift averaged(const std::vector<double> &values, const Chart &chart)
{
    const double margin =
        chart.width * chart.deviation * std::sqrt(chart.lambda / (2 - chart.lambda));
    Drift drift;
    drift.last = chart.target;
    for (std::size_t i = 0; i < values.size(); ++i) {
        drift.last = chart.lambda * values[i] + (1 - chart.lambda) * drift.last;
        drift.see(i, drift.last > chart.target + margin, drift.last < chart.target - margin);
    }
    return drift;
}

Drift summed(const std::vector<double> &values, const Chart &chart)
{
    const double slack = chart.slack * chart.deviation, decision = chart.decision * chart.deviation;
    double high = 0, low = 0;
    Drift drift;
    for (std::size_t i = 0; i < values.size(); ++i) {
        high = std::max(0.0, high + values[i] - chart.target - slack);
        low = std::max(0.0, low - values[i] + chart.target - slack);
        drift.see(i, high > decision, low > decision);
    }
    drift.last = std::max(high, low);
    return drift;
}

Result run(const Run &run)
{
    Reader in(run);
    const Series series = readSeries(in, run, valuesMax);
    if (series.values.size() < 3)
        in.missing("series");
    const auto first = std::size_t(
        in.integer(run.params, "baseline", 3, std::int64_t(valuesMax), std::int64_t(valuesMax)));
    const std::vector<double> base(series.values.begin(),
                                   series.values.begin()
                                       + std::ptrdiff_t(std::min(first, series.values.size())));
    Chart chart;
    chart.target = in.number(run.params, "target", -1e12, 1e12, median(base));
    chart.deviation = in.number(run.params, "deviation", 0, 1e12, spreadOf(base, chart.target));
    chart.lambda = in.number(run.params, "lambda", 0.01, 1, chart.lambda);
    chart.width = in.number(run.params, "width", 0.5, 10, chart.width);
    chart.slack = in.number(run.params, "slack", 0, 10, chart.slack);
    chart.decision = in.number(run.params, "decision", 0.5, 100, chart.decision);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    std::int64_t total = 0;
    json::array outliers = outliersOf(series, chart, total);
    // without spread there is no limit to cross
    const bool isFlat = !(chart.deviation > 0);
    const Drift average = isFlat ? Drift() : averaged(series.values, chart);
    const Drift sum = isFlat ? Drift() : summed(series.values, chart);
    Result result;
    result.figures["outliers"] = total;
    result.figures["drifted"] = average.first >= 0 || sum.first >= 0;
    result.outputs.push_back(
        jsonArtefact("anomalies", json::object{{"cusum", sum.written(series)},
                                               {"deviation", toMicro(chart.deviation)},
                                               {"ewma", average.written(series)},
                                               {"flat", isFlat},
                                               {"outliers", std::move(outliers)},
                                               {"outliersTotal", total},
                                               {"scale", micro},
                                               {"target", toMicro(chart.target)},
                                               {"values", series.values.size()}}));
    return result;
}

}  // namespace

extern const Capability detectAnomalies;
const Capability detectAnomalies = {
    .name = "detect-anomalies",
    .version = "1.0.0",
    .source = "Iglewicz and Hoaglin 1993; Roberts 1959, Lucas and Saccucci 1990; Page 1954",
    .run = run,
};

}  // namespace capabilities
