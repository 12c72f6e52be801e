// assess-risk: how likely, how bad, and what it comes to together. `findings` = [{"name", and
// "likelihood" and "impact" 1..5, or "vector": "CVSS:3.1/..."; "probability"? 0..1}], `subject`? a
// text. Each stands in the 5 x 5 matrix (ISO/IEC 31010:2019, B.10.3): likelihood times impact is low
// below 5, medium below 10, high below 17, critical from there. A vector has its CVSS 3.1 base score
// (cvss.h) in tenths with FIRST's words, and gives what the finding does not say: likelihood 5 *
// exploitability / 3.9 and impact 5 * impact / 6.1, rounded up. The whole is the noisy-OR of all
// (Pearl 1988): 1 - (1 - params.leak) * product of (1 - p * impact / 5), p the probability, else
// likelihood at the middle of its fifth. Shares 0..10000. Thread contract: pure.
#include "capabilities/cvss.h"
#include "capabilities/reader.h"
#include "text/escape.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t findingsMax = 2000;
constexpr std::int64_t steps = 5;
constexpr double exploitabilityMost = 3.9, impactMost = 6.1;  // as the calculators show them

struct Finding {
    std::string name;
    std::int64_t likelihood = 0, impact = 0, cvss = -1;
    double weight = 0;  // probability times share of the worst impact

    std::int64_t product() const { return likelihood * impact; }
};

std::string_view levelOf(std::int64_t product)
{
    return product < 5 ? "low" : product < 10 ? "medium" : product < 17 ? "high" : "critical";
}

std::string_view severityOf(std::int64_t tenths)
{
    return tenths == 0   ? "none"
           : tenths < 40 ? "low"
           : tenths < 70 ? "medium"
           : tenths < 90 ? "high"
                         : "critical";
}

std::int64_t stepOf(double share)
{
    return std::clamp<std::int64_t>(std::int64_t(std::ceil(share * double(steps))), 1, steps);
}

Finding findingOf(Reader &in, const json::object &given)
{
    Finding finding;
    finding.name = in.word(given, "name");
    const std::string vector = in.wordOr(given, "vector", {});
    if (!vector.empty()) {
        const auto base = cvssBase(vector);
        if (!base)
            in.bad("vector", vector);
        else
            finding = {finding.name, stepOf(base->exploitability / exploitabilityMost),
                       stepOf(base->impact / impactMost), base->tenths};
    }
    finding.likelihood = vector.empty()
                             ? in.integer(given, "likelihood", 1, steps)
                             : in.integer(given, "likelihood", 1, steps, finding.likelihood);
    finding.impact = vector.empty() ? in.integer(given, "impact", 1, steps)
                                    : in.integer(given, "impact", 1, steps, finding.impact);
    const double middle = (double(finding.likelihood) - 0.5) / double(steps);
    const bool isHarmless = finding.cvss == 0 && !given.contains("impact");
    finding.weight = isHarmless ? 0
                                : in.number(given, "probability", 0, 1, middle)
                                      * double(finding.impact) / double(steps);
    return finding;
}

json::array matrixOf(const std::vector<Finding> &findings)
{
    std::int64_t counts[steps][steps] = {};
    for (const Finding &finding : findings)
        ++counts[finding.likelihood - 1][finding.impact - 1];
    json::array rows;  // by likelihood, each by impact, from 1 to 5
    for (const auto &row : counts)
        rows.push_back(json::array(std::begin(row), std::end(row)));
    return rows;
}

Result run(const Run &run)
{
    Reader in(run);
    std::vector<Finding> findings;
    for (const json::value &value : in.list("findings", findingsMax)) {
        findings.push_back(findingOf(in, in.entry(value, "findings")));
        if (in.isBad())
            return in.failure();
    }
    const std::string subject = in.wordOr(run.params, "subject", {});
    double none = 1 - in.number(run.params, "leak", 0, 1, 0);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    std::ranges::stable_sort(findings, [](const Finding &a, const Finding &b) {
        return a.product() != b.product() ? a.product() > b.product()
               : a.weight != b.weight     ? a.weight > b.weight
                                          : a.name < b.name;
    });
    json::array list;
    for (const Finding &finding : findings) {
        none *= 1 - finding.weight;
        json::object row{
            {"impact", finding.impact},         {"level", levelOf(finding.product())},
            {"likelihood", finding.likelihood}, {"name", text::cleanLine(finding.name, 200)},
            {"product", finding.product()},     {"share", score(finding.weight)}};
        if (finding.cvss >= 0) {
            row["cvss"] = finding.cvss;
            row["severity"] = severityOf(finding.cvss);
        }
        list.emplace_back(std::move(row));
    }
    const std::string_view level = levelOf(findings.front().product());
    Result result;
    result.figures["risk"] = score(1 - none);
    result.figures["findings"] = std::int64_t(findings.size());
    result.labels["level"] = std::string(level);
    result.outputs.push_back(
        jsonArtefact("risk", json::object{{"findings", std::move(list)},
                                          {"level", level},
                                          {"matrix", matrixOf(findings)},
                                          {"score", score(1 - none)},
                                          {"subject", text::cleanLine(subject, 200)}}));
    return result;
}

}  // namespace

extern const Capability assessRisk;
const Capability assessRisk = {
    .name = "assess-risk",
    .version = "1.0.0",
    .source = "ISO/IEC 31010:2019 B.10.3; CVSS 3.1 (FIRST 2019); noisy-OR (Pearl 1988)",
    .run = run,
};

}  // namespace capabilities
