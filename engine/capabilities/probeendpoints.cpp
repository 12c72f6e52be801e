// probe-endpoints: what measurements of endpoints say. Nothing is connected to: the samples come
// from whoever measured. `samples` = [{"endpoint", "at" (when.h), "ok"? or "status"? (200..399 is
// good), "ms"?}]; a good one slower than params.slowMs is bad. `endpoints`? = [{"name", "url"}]: URIs
// by RFC 3986, clashes of one host and port, and who was never seen. `certificates`? = [{"endpoint",
// "notAfter"}], due within params.certificateDays (30). `now`, else the last sample's time.
// Availability and budget over params.days (30) against params.objective (0.999); burn rate, and its
// alerts over a long and a short window (page: 1 h and 5 min above 14.4, 6 h and 30 min above 6;
// ticket: 3 d and 6 h above 1): The Site Reliability Workbook, chapter 5. Latency of good samples by
// nearest rank (Hyndman and Fan 1996, type 1). Flapping as Nagios reckons it: weighted changes among
// the last 21 samples, from params.flapHigh (5000 of 10000). Thread contract: pure.
#include "capabilities/exact.h"
#include "capabilities/when.h"
#include "crypto/uri.h"
#include "text/escape.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t samplesMax = 50'000, endpointsMax = 1000, flapSamples = 21;
constexpr std::int64_t million = 1'000'000;

struct Sample {
    double at = 0;
    bool isGood = false;
    std::int64_t microseconds = -1;
};

struct Endpoint {
    std::string url, place;  // place: host and port, lower case
    std::vector<Sample> samples;
    double notAfter = -1;
};

using Endpoints = std::map<std::string, Endpoint>;

struct Options {
    double now = 0;
    std::int64_t slow = -1, certificateDays = 30, days = 30, budget = 1000, flapHigh = 5000;
};

struct Alert {
    std::string_view name;
    std::int64_t longSeconds, shortSeconds, tenths;  // of the burn rate
};
constexpr Alert alerts[] = {{"page-fast", 3600, 300, 144},
                            {"page-slow", 21'600, 1800, 60},
                            {"ticket", 259'200, 21'600, 10}};

struct Count {
    std::int64_t all = 0, bad = 0;
};

// "host:port" of a URI with an authority, the port of http and https filled in.
std::string placeOf(std::string_view url)
{
    const std::size_t start = url.find("://");
    if (start == url.npos)
        return {};
    std::string scheme(url.substr(0, start));  // without case (RFC 3986, section 3.1)
    std::string_view authority = url.substr(start + 3);
    authority = authority.substr(0, authority.find_first_of("/?#"));
    authority.remove_prefix(authority.find('@') == authority.npos ? 0 : authority.find('@') + 1);
    std::string place(authority);
    for (std::string *part : {&scheme, &place})
        for (char &c : *part)
            c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    const std::size_t colon = place.rfind(':');
    const bool hasPort = colon != place.npos && place.find(']', colon) == place.npos;
    if (hasPort && colon + 1 < place.size())
        return place;
    if (hasPort)
        place.pop_back();
    return place + (scheme == "https" ? ":443" : scheme == "http" ? ":80" : ":");
}

Endpoint &endpointOf(Reader &in, Endpoints &endpoints, const json::object &entry,
                     std::string_view name)
{
    Endpoint &endpoint = endpoints[in.word(entry, name)];
    if (endpoints.size() > endpointsMax)
        in.tooMany("endpoints", endpointsMax);
    return endpoint;
}

bool goodOf(Reader &in, const json::object &entry)
{
    const json::value *ok = entry.if_contains("ok");
    if (ok && !ok->is_bool())
        in.bad("ok", "neither true nor false");
    if (ok && ok->is_bool())
        return ok->get_bool();
    const std::int64_t status = in.integer(entry, "status", 100, 599);
    return status >= 200 && status < 400;
}

void readSamples(Reader &in, Endpoints &endpoints, Options &options)
{
    double last = 0;
    for (const json::value &value : in.list("samples", samplesMax)) {
        const json::object &entry = in.entry(value, "samples");
        Sample sample{momentOf(in, entry, "at"), goodOf(in, entry)};
        const double ms = in.number(entry, "ms", 0, 3.6e6, -1);
        sample.microseconds = ms < 0 ? -1 : std::llround(ms * 1000);
        if (options.slow >= 0 && sample.microseconds > options.slow)
            sample.isGood = false;
        endpointOf(in, endpoints, entry, "endpoint").samples.push_back(sample);
        last = std::max(last, sample.at);
        if (in.isBad())
            return;
    }
    options.now = momentOf(in, in.told({"now"}), "now", last);
    if (options.now < last)
        in.bad("now", "earlier than a sample");
}

void readEndpoints(Reader &in, Endpoints &endpoints)
{
    if (in.isNamed("endpoints"))
        for (const json::value &value : in.list("endpoints", endpointsMax, false)) {
            const json::object &entry = in.entry(value, "endpoints");
            Endpoint &endpoint = endpointOf(in, endpoints, entry, "name");
            if (!endpoint.url.empty())
                in.bad("name", in.wordOr(entry, "name", {}));
            endpoint.url = in.word(entry, "url", 2000);
            if (crypto::isUri(endpoint.url))
                endpoint.place = placeOf(endpoint.url);
        }
    if (in.isNamed("certificates"))
        for (const json::value &value : in.list("certificates", endpointsMax, false)) {
            const json::object &entry = in.entry(value, "certificates");
            endpointOf(in, endpoints, entry, "endpoint").notAfter = momentOf(in, entry, "notAfter");
        }
}

void readOptions(Reader &in, const json::object &params, Options &options)
{
    const double slow = in.number(params, "slowMs", 0, 3.6e6, -1);
    options.slow = slow < 0 ? -1 : std::llround(slow * 1000);
    options.days = in.integer(params, "days", 1, 3660, 30);
    options.certificateDays = in.integer(params, "certificateDays", 0, 3660, 30);
    options.flapHigh = in.integer(params, "flapHigh", 1, 10'000, 5000);
    options.budget = million - exact(in, params, "objective", 6, 0, million - 1, 999'000);
}

// Of the samples later than now - seconds.
Count within(const Endpoint &endpoint, double now, std::int64_t seconds)
{
    Count count;
    for (auto sample = endpoint.samples.rbegin();
         sample != endpoint.samples.rend() && sample->at > now - double(seconds); ++sample) {
        ++count.all;
        count.bad += !sample->isGood;
    }
    return count;
}

bool isAbove(const Count &count, const Alert &alert, std::int64_t budget)
{
    return count.bad * million * 10 > alert.tenths * count.all * budget;
}

json::array alertsOf(const Endpoint &endpoint, const Options &options)
{
    json::array out;
    for (const Alert &alert : alerts) {
        const Count longer = within(endpoint, options.now, alert.longSeconds),
                    shorter = within(endpoint, options.now, alert.shortSeconds);
        if (isAbove(longer, alert, options.budget) && isAbove(shorter, alert, options.budget))
            out.emplace_back(alert.name);
    }
    return out;
}

// 0..10000, or -1 with too few samples; newer changes weigh up to half as much again.
std::int64_t flapping(const std::vector<Sample> &samples)
{
    if (samples.size() < flapSamples)
        return -1;
    const Sample *last = samples.data() + (samples.size() - flapSamples);
    std::int64_t sum = 0;  // of weights 0.8 .. 1.2 in 950ths, which are 19000 together
    for (int i = 0; i < int(flapSamples) - 1; ++i)
        sum += last[i].isGood != last[i + 1].isGood ? 760 + 20 * i : 0;
    return sum * 10'000 / 19'000;
}

json::object latencies(const Endpoint &endpoint, double since)
{
    std::vector<std::int64_t> known;
    for (const Sample &sample : endpoint.samples)
        if (sample.isGood && sample.microseconds >= 0 && sample.at > since)
            known.push_back(sample.microseconds);
    std::ranges::sort(known);
    json::object out{{"samples", known.size()}};
    for (const std::size_t percent : {50u, 95u, 99u})
        if (!known.empty())
            out["p" + std::to_string(percent)] = known[(known.size() * percent + 99) / 100 - 1];
    return out;
}

// Seconds from the first bad sample of a row to the next good one, or to now.
std::int64_t longestOutage(const Endpoint &endpoint, double now)
{
    double longest = 0, since = -1;
    for (const Sample &sample : endpoint.samples) {
        if (!sample.isGood && since < 0)
            since = sample.at;
        if (sample.isGood && since >= 0) {
            longest = std::max(longest, sample.at - since);
            since = -1;
        }
    }
    return std::llround(since >= 0 ? std::max(longest, now - since) : longest);
}

json::object judged(const std::string &name, Endpoint &endpoint, const Options &options)
{
    json::object row{{"endpoint", text::cleanLine(name, 200)}};
    std::ranges::stable_sort(endpoint.samples, {}, &Sample::at);
    const double since = options.now - double(options.days) * 86'400;
    const Count count = within(endpoint, options.now, options.days * 86'400);
    row["state"] = endpoint.samples.empty()         ? "unseen"
                   : endpoint.samples.back().isGood ? "up"
                                                    : "down";
    row["samples"] = count.all;
    if (count.all > 0) {
        row["availability"] = (count.all - count.bad) * million / count.all;
        row["burn"] = count.bad * million * 1000 / (count.all * options.budget);
        row["budgetLeft"] = 10'000 - count.bad * million * 10'000 / (count.all * options.budget);
        row["latency"] = latencies(endpoint, since);
        row["longestOutage"] = longestOutage(endpoint, options.now);
        row["alerts"] = alertsOf(endpoint, options);
    }
    const std::int64_t flap = flapping(endpoint.samples);
    row["flapping"] = flap;
    row["flaps"] = flap >= options.flapHigh;
    if (endpoint.notAfter >= 0) {
        const auto days = std::int64_t(std::floor((endpoint.notAfter - options.now) / 86'400));
        row["certificateDays"] = days;
        row["certificate"] = endpoint.notAfter <= options.now  ? "expired"
                             : days <= options.certificateDays ? "due"
                                                               : "valid";
    }
    if (!endpoint.url.empty())
        row["url"] = crypto::isUri(endpoint.url) ? "well-formed" : "malformed";
    return row;
}

json::array clashes(const Endpoints &endpoints)
{
    std::map<std::string, json::array> byPlace;
    for (const auto &[name, endpoint] : endpoints)
        if (!endpoint.place.empty())
            byPlace[endpoint.place].emplace_back(text::cleanLine(name, 200));
    json::array out;
    for (auto &[place, names] : byPlace)
        if (names.size() > 1)
            out.push_back(json::object{{"endpoints", std::move(names)},
                                       {"place", text::cleanLine(place, 300)}});
    return out;
}

Result run(const Run &run)
{
    Reader in(run);
    Options options;
    Endpoints endpoints;
    readOptions(in, run.params, options);
    readSamples(in, endpoints, options);
    readEndpoints(in, endpoints);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    Result result;
    json::array rows;
    for (const char *figure : {"down", "up", "unseen", "alerting"})
        result.figures[figure] = 0;
    for (auto &[name, endpoint] : endpoints) {
        if (run.stop.stop_requested())
            return stopped();
        json::object row = judged(name, endpoint, options);
        ++result.figures[std::string(textOf(row, "state"))];
        result.figures["alerting"] += !arrayOf(row, "alerts").empty();
        rows.emplace_back(std::move(row));
    }
    result.outputs.push_back(
        jsonArtefact("endpoints", json::object{{"clashes", clashes(endpoints)},
                                               {"endpoints", std::move(rows)},
                                               {"now", secondsText(std::int64_t(options.now))},
                                               {"scale", micro}}));
    return result;
}

}  // namespace

extern const Capability probeEndpoints;
const Capability probeEndpoints = {
    .name = "probe-endpoints",
    .version = "1.0.0",
    .source =
        "Site Reliability Workbook, chapter 5; RFC 3986; Hyndman and Fan 1996; Nagios flapping",
    .outputBytesMax = 4u << 20,
    .run = run,
};

}  // namespace capabilities
