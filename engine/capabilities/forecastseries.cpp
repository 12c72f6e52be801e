// forecast-series: what comes next in a series, how sure that is, and whether the method earned it.
// Additive Holt-Winters smoothing (Holt 1957, Winters 1960) with parameters from a grid, least
// squared one-step error; bands from the class 1 variance of Hyndman, Koehler, Ord and Snyder
// (2008, section 6.1). The last eighth or so of the series is held back to compare with seasonal
// naive (the value one period ago); whichever missed less makes the forecast. `series` (see series.h),
// params.period (0 finds it), params.horizon (a period, or 8), params.band (80 percent).
// Values are in millionths. Thread contract: pure.
#include "capabilities/series.h"
#include "capabilities/statistics.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t valuesMax = 5000, periodMax = 366, horizonMax = 400;

struct Model {
    double alpha = 0.5, beta = 0, gamma = 0;
    std::size_t period = 1;
    double level = 0, slope = 0;
    std::vector<double> season;
    double squares = 0;     // of the one-step errors
    std::size_t steps = 0;  // of them
};

// Level and season of the first period, slope between the first two (Hyndman and Athanasopoulos).
Model startOf(const std::vector<double> &values, std::size_t count, std::size_t period)
{
    Model model;
    model.period = period;
    if (period < 2) {
        model.level = values[0];
        model.slope = count > 1 ? values[1] - values[0] : 0;
        model.season.assign(1, 0);
        return model;
    }
    double first = 0, second = 0;
    for (std::size_t i = 0; i < period; ++i) {
        first += values[i] / double(period);
        second += values[period + i] / double(period);
    }
    model.slope = (second - first) / double(period);
    model.level = first + model.slope * (double(period) - 1) / 2;
    for (std::size_t i = 0; i < period; ++i)
        model.season.push_back(values[i] - first
                               - model.slope * (double(i) - (double(period) - 1) / 2));
    return model;
}

void follow(Model &model, const std::vector<double> &values, std::size_t count)
{
    for (std::size_t t = model.period < 2 ? 1 : model.period; t < count; ++t) {
        double &season = model.season[t % model.period];
        const double error = values[t] - (model.level + model.slope + season);
        model.squares += error * error;
        ++model.steps;
        const double level = model.level, before = model.level + model.slope;
        model.level = model.alpha * (values[t] - season) + (1 - model.alpha) * before;
        model.slope = model.beta * (model.level - level) + (1 - model.beta) * model.slope;
        if (model.period > 1)
            season = model.gamma * (values[t] - before) + (1 - model.gamma) * season;
    }
}

Model fitted(const std::vector<double> &values, std::size_t count, std::size_t period,
             const std::stop_token &stop)
{
    static constexpr double grid[] = {0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9};
    static constexpr double slopes[] = {0, 0.05, 0.1, 0.2, 0.4};
    static constexpr double seasons[] = {0, 0.05, 0.1, 0.3, 0.6};
    const Model start = startOf(values, count, period);
    Model best;
    best.squares = INFINITY;
    for (const double alpha : grid) {
        for (const double beta : slopes) {
            for (const double gamma : seasons) {
                if (stop.stop_requested() || (period < 2 && gamma > 0))
                    break;
                Model model = start;
                model.alpha = alpha;
                model.beta = beta;
                model.gamma = gamma;
                follow(model, values, count);
                if (model.squares < best.squares)
                    best = std::move(model);
            }
        }
    }
    return best;
}

double ahead(const Model &model, std::size_t count, std::size_t step)
{
    return model.level + double(step) * model.slope
           + model.season[(count + step - 1) % model.period];
}

double naive(const std::vector<double> &values, std::size_t count, std::size_t period,
             std::size_t step)
{
    return values[count - period + (step - 1) % period];
}

// The lag with the strongest autocorrelation of the differences, if it stands out; else 1.
std::size_t periodOf(const std::vector<double> &values, const std::stop_token &stop)
{
    std::vector<double> steps;
    for (std::size_t i = 1; i < values.size(); ++i)
        steps.push_back(values[i] - values[i - 1]);
    std::size_t best = 1;
    double most = 0.3;
    for (std::size_t lag = 2; lag <= std::min(periodMax, values.size() / 3); ++lag) {
        if (stop.stop_requested())
            return 1;
        const std::vector<double> a(steps.begin(), steps.end() - std::ptrdiff_t(lag)),
            b(steps.begin() + std::ptrdiff_t(lag), steps.end());
        const double likeness = correlation(a, b);
        if (likeness > most + 0.02)
            most = likeness, best = lag;
    }
    return best;
}

// Labels go on in the steps they came in: days apart, or the same day of each month or year.
std::vector<std::string> labelsAfter(const std::vector<std::string> &at, std::size_t horizon)
{
    std::vector<std::string> out;
    if (at.size() < 2)
        return out;
    const auto last = dayOf(at.back()), before = dayOf(at[at.size() - 2]);
    if (!last || !before || *last <= *before)
        return out;
    const std::int64_t days = *last - *before;
    const std::string text = dayText(*last);
    const std::int64_t year = std::stoll(text.substr(0, 4)), month = std::stoll(text.substr(5, 2));
    const bool isMonthly = days >= 28 && days <= 31;
    const bool isYearly = days == 365 || days == 366;
    for (std::size_t step = 1; step <= horizon; ++step) {
        if (!isMonthly && !isYearly) {
            out.push_back(dayText(*last + days * std::int64_t(step)));
            continue;
        }
        const std::int64_t months =
            year * 12 + month - 1 + std::int64_t(step) * (isYearly ? 12 : 1);
        std::string date = std::to_string(months / 12);
        date.insert(0, date.size() < 4 ? 4 - date.size() : 0, '0');
        date += (months % 12 < 9 ? "-0" : "-") + std::to_string(months % 12 + 1);
        std::int64_t day = std::stoll(text.substr(8, 2));
        const auto iso = [&] { return date + (day < 10 ? "-0" : "-") + std::to_string(day); };
        while (day > 28 && !dayOf(iso()))
            --day;
        out.push_back(iso());
    }
    return out;
}

// Growth of the error's variance over the steps, in units of the one-step variance.
double spread(const Model &model, std::size_t step)
{
    double sum = 1;
    for (std::size_t j = 1; j < step; ++j) {
        const double season = model.period > 1 && j % model.period == 0 ? model.gamma : 0;
        const double weight = model.alpha * (1 + model.beta * double(j)) + season;
        sum += weight * weight;
    }
    return sum;
}

struct Backtest {
    double own = 0, baseline = 0;
    std::size_t held = 0;
};

Backtest backtestOf(const std::vector<double> &values, std::size_t period,
                    const std::stop_token &stop)
{
    Backtest test;
    test.held = std::max<std::size_t>(1, std::min(values.size() / 8 + 1, values.size() / 3));
    const std::size_t count = values.size() - test.held;
    if (count < 2 * period || count < 2)
        return {};
    const Model model = fitted(values, count, period, stop);
    for (std::size_t step = 1; step <= test.held; ++step) {
        const double truth = values[count + step - 1];
        test.own += std::fabs(truth - ahead(model, count, step)) / double(test.held);
        test.baseline += std::fabs(truth - naive(values, count, period, step)) / double(test.held);
    }
    return test;
}

// The spread of what seasonal naive missed so far, grown with each period passed.
double naiveDeviation(const std::vector<double> &values, std::size_t period)
{
    double squares = 0;
    for (std::size_t t = period; t < values.size(); ++t)
        squares += (values[t] - values[t - period]) * (values[t] - values[t - period]);
    return std::sqrt(squares / double(std::max<std::size_t>(values.size() - period, 1)));
}

json::array forecastOf(const Series &series, const Model &model, bool isNaive, std::size_t horizon,
                       double wide)
{
    const std::size_t count = series.values.size();
    const double own = model.steps ? std::sqrt(model.squares / double(model.steps)) : 0;
    const double past = naiveDeviation(series.values, model.period);
    const std::vector<std::string> labels = labelsAfter(series.at, horizon);
    json::array out;
    for (std::size_t step = 1; step <= horizon; ++step) {
        const double value =
            isNaive ? naive(series.values, count, model.period, step) : ahead(model, count, step);
        const std::size_t periods = (step - 1) / model.period + 1;
        const double margin =
            wide
            * (isNaive ? past * std::sqrt(double(periods)) : own * std::sqrt(spread(model, step)));
        json::object point{{"high", toMicro(value + margin)},
                           {"low", toMicro(value - margin)},
                           {"step", step},
                           {"value", toMicro(value)}};
        if (!labels.empty())
            point["at"] = labels[step - 1];
        out.emplace_back(std::move(point));
    }
    return out;
}

Result run(const Run &run)
{
    Reader in(run);
    const Series series = readSeries(in, run, valuesMax);
    auto period = std::size_t(in.integer(run.params, "period", 0, periodMax, 0));
    const double percent = in.number(run.params, "band", 1, 99, 80);
    if (series.values.size() < 4)
        in.missing("series");
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    if (period == 0)
        period = periodOf(series.values, run.stop);
    if (series.values.size() < 2 * period)
        period = 1;
    const auto horizon = std::size_t(
        in.integer(run.params, "horizon", 1, horizonMax, std::int64_t(period > 1 ? period : 8)));
    if (in.isBad())
        return in.failure();
    const Backtest test = backtestOf(series.values, period, run.stop);
    const Model model = fitted(series.values, series.values.size(), period, run.stop);
    if (run.stop.stop_requested())
        return stopped();
    const bool isNaive = test.held > 0 && test.baseline < test.own;
    const double wide = normalQuantile(0.5 + percent / 200);
    json::object forecast{{"backtest", json::object{{"baseline", toMicro(test.baseline)},
                                                    {"held", test.held},
                                                    {"holtWinters", toMicro(test.own)}}},
                          {"forecast", forecastOf(series, model, isNaive, horizon, wide)},
                          {"method", isNaive ? "seasonal-naive" : "holt-winters"},
                          {"parameters", json::object{{"alpha", score(model.alpha)},
                                                      {"beta", score(model.beta)},
                                                      {"gamma", score(model.gamma)}}},
                          {"period", period},
                          {"scale", micro}};
    Result result;
    result.figures["period"] = std::int64_t(period);
    result.figures["steps"] = std::int64_t(horizon);
    result.labels["method"] = isNaive ? "seasonal-naive" : "holt-winters";
    result.outputs.push_back(jsonArtefact("forecast", forecast));
    return result;
}

}  // namespace

extern const Capability forecastSeries;
const Capability forecastSeries = {
    .name = "forecast-series",
    .version = "1.0.0",
    .source = "Holt 1957, Winters 1960; Hyndman, Koehler, Ord and Snyder 2008, section 6.1",
    .run = run,
};

}  // namespace capabilities
