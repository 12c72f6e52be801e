// detect-threats: which of the given rules a log, a text or a list of requests sets off, and when
// something came in bursts. `rules` = Sigma rules as JSON (sigmarule.h) with "id", "title", "level"
// (informational, low, medium, high or critical). `events` = [{field: value}], values texts, whole
// numbers, true or false; else every line of the input `log` (or `text`) is an event with the one
// field "message". `allow` = [{"rule"?, "field", "value" or "values"}] silences an alert whose event
// has that value (as Sigma reads values). params.burst = {"by": a field, "seconds" (60), "lambda"
// (0.3), "width" (3), "usual"? events a bucket}: counts of events with "at" (when.h) per bucket and
// value of the field, their EWMA against usual + width * sqrt(lambda / (2 - lambda) * usual)
// (Borror, Champ and Rigdon 1998; Poisson counts, asymptotic limit), usual being the mean of the
// first tenth of the buckets, at least one bucket and one event. Thread contract: pure.
#include "capabilities/sigmarule.h"
#include "capabilities/when.h"
#include "text/escape.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t rulesMax = 200, eventsMax = 20'000, allowMax = 1000, listedMax = 5000,
                      bucketsMax = 100'000, groupsMax = 1000;
constexpr std::string_view levels[] = {"informational", "low", "medium", "high", "critical"};

struct Burst {
    std::string by;
    double seconds = 60, lambda = 0.3, width = 3, usual = 0;
};

struct Allowed {
    SigmaRules rules;                  // one for each entry
    std::vector<std::string> ruleIds;  // the rule each is for, or empty
};

void readRules(Reader &in, SigmaRules &rules)
{
    for (const json::value &value : in.list("rules", rulesMax, false)) {
        const json::object &rule = in.entry(value, "rules");
        std::string fault;
        const std::string level = in.wordOr(rule, "level", "medium");
        in.wordOr(rule, "id", {});
        in.wordOr(rule, "title", {});
        if (std::ranges::find(levels, level) == std::end(levels))
            in.bad("level", level);
        if (!in.isBad() && !rules.add(rule, fault))
            in.bad("rules", fault);
        if (in.isBad())
            return;
    }
    rules.finish();
}

void readAllowed(Reader &in, Allowed &allowed)
{
    if (!in.isNamed("allow"))
        return;
    for (const json::value &value : in.list("allow", allowMax, false)) {
        const json::object &entry = in.entry(value, "allow");
        const json::value *values = entry.if_contains("values");
        if (!values)
            values = entry.if_contains("value");
        std::string fault;
        const json::object rule{
            {"detection",
             {{"condition", "it"},
              {"it", json::object{{in.word(entry, "field"), values ? *values : json::value()}}}}}};
        if (!values || !allowed.rules.add(rule, fault))
            in.bad("allow", fault);
        allowed.ruleIds.push_back(in.wordOr(entry, "rule", {}));
        if (in.isBad())
            return;
    }
    allowed.rules.finish();
}

std::vector<LogEvent> readEvents(Reader &in, const Run &run)
{
    std::vector<LogEvent> events;
    bool hasEvents = run.params.contains("events"), hasLog = false;
    if (!hasEvents)
        run.input("events", &hasEvents);
    run.input("log", &hasLog);
    if (hasEvents) {
        for (const json::value &value : in.list("events", eventsMax)) {
            LogEvent &event = events.emplace_back();
            for (const auto &member : in.entry(value, "events")) {
                const json::value &field = member.value();
                if (field.is_string())
                    event[member.key()] = field.get_string();
                else if (field.is_int64() || field.is_uint64() || field.is_bool())
                    event[member.key()] = canonical(field);
            }
        }
        return events;
    }
    std::string_view log = in.bytes("log");
    while (!log.empty() && !in.isBad()) {
        const std::string_view line = log.substr(0, log.find('\n'));
        log.remove_prefix(std::min(log.size(), line.size() + 1));
        if (events.size() == eventsMax)
            in.tooMany("log", eventsMax);
        if (!line.empty())
            events.push_back({{"message", std::string(line)}});
    }
    return events;
}

Burst readBurst(Reader &in, const json::object &params)
{
    const json::object &given = objectOf(params, "burst");
    Burst burst;
    burst.by = in.wordOr(given, "by", {});
    burst.seconds = in.number(given, "seconds", 1, 1e7, burst.seconds);
    burst.lambda = in.number(given, "lambda", 0.01, 1, burst.lambda);
    burst.width = in.number(given, "width", 0.5, 20, burst.width);
    burst.usual = in.number(given, "usual", 0, 1e6, 0);
    return burst;
}

// Count of events in each bucket, per value of the field.
using Counts = std::map<std::string, std::vector<double>>;

Counts countsOf(Reader &in, const std::vector<LogEvent> &events, const Burst &burst,
                std::int64_t &start)
{
    std::vector<std::pair<std::int64_t, std::string>> moments;
    for (const LogEvent &event : events) {
        const auto at = event.find("at");
        const auto by = event.find(burst.by);
        if (at == event.end() || (!burst.by.empty() && by == event.end()))
            continue;
        auto seconds = secondsOf(at->second);
        if (!seconds)
            seconds = scaledOf(at->second, 0);
        if (seconds && *seconds >= 0 && double(*seconds) <= secondMax)
            moments.emplace_back(*seconds, burst.by.empty() ? std::string() : by->second);
    }
    Counts counts;
    if (moments.empty())
        return counts;
    std::ranges::sort(moments);
    const auto wide = std::int64_t(burst.seconds);
    start = moments.front().first / wide * wide;
    const std::int64_t buckets = (moments.back().first - start) / wide + 1;
    if (buckets > std::int64_t(bucketsMax))
        in.tooMany("events", bucketsMax);
    for (const auto &[seconds, value] : moments) {
        if (in.isBad())
            return {};
        auto &row = counts[value];
        if (counts.size() > groupsMax || counts.size() * std::size_t(buckets) > 20 * bucketsMax)
            in.tooMany("by", groupsMax);
        row.resize(std::size_t(buckets));
        ++row[std::size_t((seconds - start) / wide)];
    }
    return counts;
}

void addBursts(json::array &out, const std::string &value, const std::vector<double> &counts,
               const Burst &burst, std::int64_t start)
{
    const std::size_t first = std::max<std::size_t>(counts.size() / 10, 1);
    double sum = 0;
    for (std::size_t i = 0; i < first; ++i)
        sum += counts[i];
    const double usual = burst.usual > 0 ? burst.usual : std::max(1.0, sum / double(first));
    const double limit = usual + burst.width * std::sqrt(burst.lambda / (2 - burst.lambda) * usual);
    double average = usual, peak = 0, seen = 0;
    std::size_t from = counts.size();
    for (std::size_t i = 0; i <= counts.size(); ++i) {
        if (i < counts.size())
            average = burst.lambda * counts[i] + (1 - burst.lambda) * average;
        if (i < counts.size() && average > limit) {
            from = std::min(from, i);
            peak = std::max(peak, average);
            seen += counts[i];
        } else if (from < counts.size()) {
            if (out.size() < listedMax)
                out.push_back(json::object{
                    {"buckets", i - from},
                    {"events", std::llround(seen)},
                    {"from", secondsText(start + std::int64_t(from) * std::int64_t(burst.seconds))},
                    {"limit", toMicro(limit)},
                    {"peak", toMicro(peak)},
                    {"value", text::cleanLine(value, 200)}});
            from = counts.size();
            peak = seen = 0;
        }
    }
}

struct Alerts {
    json::array list;
    std::int64_t total = 0, allowed = 0;
    std::map<std::string, std::int64_t> levelCounts;
};

void look(Alerts &alerts, const LogEvent &event, std::size_t number, const SigmaRules &rules,
          const Allowed &allowed)
{
    const auto hits = rules.match(event);
    if (hits.empty())
        return;
    const auto excused = allowed.rules.match(event);
    for (const SigmaRules::Hit &hit : hits) {
        const SigmaRules::Rule &rule = rules.rules()[hit.rule];
        const bool isAllowed = std::ranges::any_of(excused, [&](const SigmaRules::Hit &excuse) {
            const std::string &id = allowed.ruleIds[excuse.rule];
            return id.empty() || id == rule.id;
        });
        if (isAllowed) {
            ++alerts.allowed;
            continue;
        }
        const std::string level = rule.level.empty() ? "medium" : rule.level;
        ++alerts.levelCounts[level];
        if (++alerts.total > std::int64_t(listedMax))
            continue;
        json::array selections;
        for (const std::string &name : hit.selections)
            selections.emplace_back(text::cleanLine(name, 60));
        alerts.list.push_back(json::object{{"event", number},
                                           {"level", level},
                                           {"rule", text::cleanLine(rule.id, 100)},
                                           {"selections", std::move(selections)},
                                           {"title", text::cleanLine(rule.title, 100)}});
    }
}

Result run(const Run &run)
{
    Reader in(run);
    SigmaRules rules;
    Allowed allowed;
    readRules(in, rules);
    readAllowed(in, allowed);
    const std::vector<LogEvent> events = readEvents(in, run);
    const Burst burst = readBurst(in, run.params);
    const bool hasBurst = run.params.contains("burst");
    if (rules.rules().empty() && !hasBurst)
        in.missing("rules");
    std::int64_t start = 0;
    Counts counts;
    if (hasBurst && !in.isBad())
        counts = countsOf(in, events, burst, start);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    Alerts alerts;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if ((i & 63) == 0 && run.stop.stop_requested())
            return stopped();
        look(alerts, events[i], i, rules, allowed);
    }
    json::array bursts;
    for (const auto &[value, row] : counts)
        addBursts(bursts, value, row, burst, start);
    json::object byLevel;
    for (const std::string_view level : levels)
        byLevel[level] = alerts.levelCounts[std::string(level)];
    Result result;
    result.figures["alerts"] = alerts.total;
    result.figures["bursts"] = std::int64_t(bursts.size());
    result.outputs.push_back(jsonArtefact("alerts", json::object{{"alerts", std::move(alerts.list)},
                                                                 {"allowed", alerts.allowed},
                                                                 {"bursts", std::move(bursts)},
                                                                 {"events", events.size()},
                                                                 {"levels", std::move(byLevel)},
                                                                 {"scale", micro},
                                                                 {"total", alerts.total}}));
    return result;
}

}  // namespace

extern const Capability detectThreats;
const Capability detectThreats = {
    .name = "detect-threats",
    .version = "1.0.0",
    .source = "Sigma rules 2; Aho and Corasick 1975; Poisson EWMA (Borror et al. 1998)",
    .outputBytesMax = 8u << 20,
    .run = run,
};

}  // namespace capabilities
