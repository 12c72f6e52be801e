#include "capabilities/cvss.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace capabilities {

namespace {

using Metrics = std::map<std::string_view, char>;

struct Metric {
    std::string_view name, values;
    bool isBase = false;
};

constexpr Metric metrics[] = {
    {"AV", "NALP", true}, {"AC", "LH", true}, {"PR", "NLH", true}, {"UI", "NR", true},
    {"S", "UC", true},    {"C", "HLN", true}, {"I", "HLN", true},  {"A", "HLN", true},
    {"E", "XHFPU"},       {"RL", "XUWTO"},    {"RC", "XCRU"},      {"CR", "XHML"},
    {"IR", "XHML"},       {"AR", "XHML"},     {"MAV", "XNALP"},    {"MAC", "XLH"},
    {"MPR", "XNLH"},      {"MUI", "XNR"},     {"MS", "XUC"},       {"MC", "XNLH"},
    {"MI", "XNLH"},       {"MA", "XNLH"},
};

std::optional<Metrics> read(std::string_view vector)
{
    constexpr std::string_view prefix = "CVSS:3.1/";
    if (!vector.starts_with(prefix) || vector.ends_with('/'))
        return std::nullopt;
    vector.remove_prefix(prefix.size());
    Metrics found;
    while (!vector.empty()) {
        const std::string_view part = vector.substr(0, vector.find('/'));
        vector.remove_prefix(std::min(vector.size(), part.size() + 1));
        const std::size_t colon = part.find(':');
        const auto *metric =
            std::find_if(std::begin(metrics), std::end(metrics),
                         [&](const Metric &m) { return m.name == part.substr(0, colon); });
        if (metric == std::end(metrics) || part.size() != metric->name.size() + 2
            || metric->values.find(part.back()) == std::string_view::npos
            || !found.emplace(metric->name, part.back()).second)
            return std::nullopt;
    }
    for (const Metric &metric : metrics)
        if (metric.isBase && !found.contains(metric.name))
            return std::nullopt;
    return found;
}

std::int64_t roundedUp(double score)
{
    const std::int64_t whole = std::llround(score * 100'000);
    return whole % 10'000 == 0 ? whole / 10'000 : whole / 10'000 + 1;
}

}  // namespace

std::optional<CvssBase> cvssBase(std::string_view vector)
{
    const auto found = read(vector);
    if (!found)
        return std::nullopt;
    const auto is = [&](std::string_view name, char value) { return found->at(name) == value; };
    const bool isChanged = is("S", 'C');
    const auto loss = [&](std::string_view name) {
        return is(name, 'H') ? 0.56 : is(name, 'L') ? 0.22 : 0;
    };
    const double vectorWeight = is("AV", 'N')   ? 0.85
                                : is("AV", 'A') ? 0.62
                                : is("AV", 'L') ? 0.55
                                                : 0.2;
    const double privileges = is("PR", 'N')   ? 0.85
                              : is("PR", 'L') ? (isChanged ? 0.68 : 0.62)
                                              : (isChanged ? 0.5 : 0.27);
    CvssBase base;
    base.exploitability = 8.22 * vectorWeight * (is("AC", 'L') ? 0.77 : 0.44) * privileges
                          * (is("UI", 'N') ? 0.85 : 0.62);
    const double iss = 1 - (1 - loss("C")) * (1 - loss("I")) * (1 - loss("A"));
    base.impact = isChanged ? 7.52 * (iss - 0.029) - 3.25 * std::pow(iss - 0.02, 15) : 6.42 * iss;
    if (base.impact <= 0)
        return base;
    const double sum = base.impact + base.exploitability;
    base.tenths = roundedUp(std::min(isChanged ? 1.08 * sum : sum, 10.0));
    return base;
}

}  // namespace capabilities
