// simulate-scenario: assumptions given as ranges become a range of outcomes. Seeded Monte Carlo
// (Metropolis and Ulam 1949) over an arithmetic model, draws by inversion; what matters most by
// Spearman's rank correlation between each assumption and the outcome (a tornado table).
// `scenario` = {"model": "units * price - cost", "variables": [{"name", "kind", ...}], "threshold"?}
// with the kinds constant (value), uniform (low, high), triangular (low, mode, high), normal (mean,
// deviation), lognormal (low, high: its 10 and 90 percent points). params.runs (10000).
// Measures are in millionths, shares 0..10000. Thread contract: pure.
#include "capabilities/expression.h"
#include "capabilities/reader.h"
#include "capabilities/statistics.h"
#include "text/escape.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t variablesMax = 50, bins = 20;
constexpr double valueMax = 1e12;
constexpr double tenPercentPoint = 1.2815515655446004;  // of the standard normal

struct Variable {
    std::string name, kind;
    double low = 0, mode = 0, high = 0;  // or mean and deviation in low and high
    std::vector<double> drawn;

    double draw(Chance &chance) const
    {
        if (kind == "constant")
            return low;
        if (kind == "normal")
            return low + high * chance.normal();
        if (kind == "lognormal") {
            const double middle = (std::log(low) + std::log(high)) / 2;
            const double wide = (std::log(high) - std::log(low)) / (2 * tenPercentPoint);
            return std::exp(middle + wide * chance.normal());
        }
        const double share = chance.share();
        if (kind == "uniform" || low == high)
            return low + share * (high - low);
        const double knee = (mode - low) / (high - low);
        return share < knee ? low + std::sqrt(share * (high - low) * (mode - low))
                            : high - std::sqrt((1 - share) * (high - low) * (high - mode));
    }
};

Variable variableOf(Reader &in, const json::object &given)
{
    Variable variable;
    variable.name = in.word(given, "name", 60);
    variable.kind = in.wordOr(given, "kind", "triangular");
    const auto number = [&](const char *name, double least = -valueMax) {
        return in.number(given, name, least, valueMax);
    };
    if (variable.kind == "constant") {
        variable.low = number("value");
    } else if (variable.kind == "normal") {
        variable.low = number("mean");
        variable.high = number("deviation", 0);
    } else if (variable.kind == "lognormal") {
        variable.low = number("low", 1e-9);
        variable.high = number("high", variable.low);
    } else if (variable.kind == "uniform" || variable.kind == "triangular") {
        variable.low = number("low");
        variable.mode = variable.kind == "triangular" ? number("mode", variable.low) : variable.low;
        variable.high = number("high", variable.mode);
    } else {
        in.bad("kind", variable.kind);
    }
    return variable;
}

json::array histogramOf(const std::vector<double> &sorted)
{
    const double least = sorted.front(), step = (sorted.back() - least) / double(bins);
    std::vector<std::int64_t> counts(bins);
    for (const double value : sorted)
        ++counts[step > 0 ? std::min(bins - 1, std::size_t((value - least) / step)) : 0];
    json::array out;
    for (std::size_t i = 0; i < bins; ++i)
        out.push_back(
            json::object{{"count", counts[i]}, {"from", toMicro(least + step * double(i))}});
    return out;
}

json::array sensitivityOf(const std::vector<Variable> &variables,
                          const std::vector<double> &outcomes, const std::stop_token &stop)
{
    struct Bar {
        double strength = 0;
        std::string name;
    };
    std::vector<Bar> bars;
    const std::vector<double> ranks = ranksOf(outcomes);
    for (const Variable &variable : variables) {
        if (stop.stop_requested())
            return {};
        bars.push_back({correlation(ranksOf(variable.drawn), ranks), variable.name});
    }
    std::ranges::sort(bars, [](const Bar &a, const Bar &b) {
        return std::fabs(a.strength) != std::fabs(b.strength)
                   ? std::fabs(a.strength) > std::fabs(b.strength)
                   : a.name < b.name;
    });
    json::array out;
    for (const Bar &bar : bars)
        out.push_back(json::object{{"name", text::cleanLine(bar.name, 60)},
                                   {"rankCorrelation", std::llround(bar.strength * 10000)}});
    return out;
}

Result written(const std::vector<Variable> &variables, std::vector<double> outcomes,
               std::size_t failed, const double *threshold, const std::stop_token &stop)
{
    json::array sensitivity = sensitivityOf(variables, outcomes, stop);
    Moments moments;
    std::size_t above = 0;
    for (const double outcome : outcomes) {
        moments.add(outcome);
        above += threshold && outcome >= *threshold;
    }
    std::ranges::sort(outcomes);
    if (stop.stop_requested())
        return stopped();
    json::object out{{"deviation", toMicro(moments.deviation())},
                     {"failed", failed},
                     {"histogram", histogramOf(outcomes)},
                     {"mean", toMicro(moments.mean)},
                     {"runs", outcomes.size()},
                     {"scale", micro},
                     {"sensitivity", std::move(sensitivity)}};
    for (const int percent : {5, 25, 50, 75, 95})
        out["p" + std::to_string(percent)] = toMicro(quantile(outcomes, percent / 100.0));
    if (threshold)
        out["reached"] = score(double(above) / double(outcomes.size()));
    Result result;
    result.figures["runs"] = std::int64_t(outcomes.size());
    result.figures["failed"] = std::int64_t(failed);
    result.outputs.push_back(jsonArtefact("outcome", out));
    return result;
}

Result run(const Run &run)
{
    Reader in(run);
    const json::object &scenario = in.object("scenario");
    const std::string model = in.word(scenario, "model", 4000);
    const auto runs = std::size_t(in.integer(run.params, "runs", 100, 100'000, 10'000));
    const double threshold = in.number(scenario, "threshold", -1e15, 1e15, INFINITY);
    std::vector<Variable> variables;
    std::map<std::string, std::size_t> names;
    for (const json::value &entry : arrayOf(scenario, "variables")) {
        if (variables.size() == variablesMax)
            in.tooMany("variables", variablesMax);
        if (in.isBad())
            return in.failure();
        variables.push_back(variableOf(in, in.entry(entry, "variables")));
        if (!names.emplace(variables.back().name, variables.size() - 1).second)
            in.bad("variables", variables.back().name);
    }
    if (in.isBad())
        return in.failure();
    std::string fault;
    const auto expression = Expression::read(model, names, fault);
    if (!expression)
        return Result::refuse("capability.badValue", {{"name", "model"}, {"found", fault}});
    Chance chance(run.seed);
    std::vector<double> outcomes, values(variables.size());
    std::size_t failed = 0;
    for (std::size_t i = 0; i < runs; ++i) {
        if ((i & 255) == 0 && run.stop.stop_requested())
            return stopped();
        for (std::size_t v = 0; v < variables.size(); ++v)
            values[v] = variables[v].draw(chance);
        const double outcome = expression->value(values);
        if (!(std::fabs(outcome) <= 1e15)) {
            ++failed;
            continue;
        }
        outcomes.push_back(outcome);
        for (std::size_t v = 0; v < variables.size(); ++v)
            variables[v].drawn.push_back(values[v]);
    }
    if (outcomes.empty())
        return Result::refuse("simulatescenario.noOutcome");
    return written(variables, std::move(outcomes), failed,
                   std::isfinite(threshold) ? &threshold : nullptr, run.stop);
}

}  // namespace

extern const Capability simulateScenario;
const Capability simulateScenario = {
    .name = "simulate-scenario",
    .version = "1.0.0",
    .source = "Metropolis and Ulam 1949; Spearman 1904; Acklam's inverse normal",
    .run = run,
};

}  // namespace capabilities
