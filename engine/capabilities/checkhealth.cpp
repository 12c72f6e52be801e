// check-health: who is alive and working, as a board. Suspicion by the phi accrual detector
// (Hayashibara, Defago, Yared and Katayama 2004): phi = -log10(1 - F(now - last beat)), F the normal
// distribution of the last params.window (100) gaps between beats, its deviation at least
// params.minDeviation (0.1 s); success as the share of good among the last params.results (20).
// Index = weighted mean of liveness (1 - phi / params.threshold, 8) and success by
// params.livenessWeight (0.5); what is not known does not count. States up, degraded and down change
// with hysteresis (Schmitt 1938): up ends below 7000 and comes back at 8000, down begins below 3000
// and ends at 4000; params.margin (1000) is the distance. The index is looked at after every event
// of a node, in order of time, and at params.now (else the last moment of all).
// `heartbeats` = [{"node", "at"}], `outcomes` = [{"node", "good", "at"}], `previous` = [{"node",
// "state"}]; moments as when.h reads them. phi in millionths, at most 300. Thread contract: pure.
#include "capabilities/statistics.h"
#include "capabilities/when.h"
#include "text/escape.h"

#include <deque>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t eventsMax = 50'000, nodesMax = 2000;
constexpr double phiMax = 300, upEnds = 0.7, downBegins = 0.3;

struct Options {
    double now = 0, minDeviation = 0.1, threshold = 8, livenessWeight = 0.5, margin = 0.1;
    std::size_t window = 100, results = 20;
};

enum Kind { Beat, Bad, Good };

struct Event {
    double at = 0;
    Kind kind = Beat;
};

enum State { Down, Degraded, Up };
constexpr std::string_view stateNames[] = {"down", "degraded", "up"};

struct Node {
    std::vector<Event> events;
    State state = Up;
    std::deque<double> gaps;
    std::deque<bool> outcomes;
    double lastBeat = -1;
    std::int64_t changes = 0;

    void see(const Event &event, const Options &options)
    {
        if (event.kind != Beat) {
            outcomes.push_back(event.kind == Good);
            if (outcomes.size() > options.results)
                outcomes.pop_front();
            return;
        }
        if (lastBeat >= 0)
            gaps.push_back(event.at - lastBeat);
        if (gaps.size() > options.window)
            gaps.pop_front();
        lastBeat = event.at;
    }
};

struct Reading {
    double phi = -1, success = -1, index = -1;  // -1: not known
};

double phiOf(const Node &node, double now, const Options &options)
{
    Moments moments;
    for (const double gap : node.gaps)
        moments.add(gap);
    // the paper's variance is that of the window itself
    const double deviation =
        std::max(options.minDeviation,
                 std::sqrt(moments.squares / double(std::max<std::size_t>(moments.count, 1))));
    const double later =
        0.5 * std::erfc((now - node.lastBeat - moments.mean) / (deviation * std::sqrt(2.0)));
    return later > 0 ? std::clamp(-std::log10(later), 0.0, phiMax) : phiMax;
}

Reading readingOf(const Node &node, double now, const Options &options)
{
    Reading reading;
    double sum = 0, weight = 0;
    if (!node.gaps.empty()) {
        reading.phi = phiOf(node, now, options);
        sum += options.livenessWeight * std::max(0.0, 1 - reading.phi / options.threshold);
        weight += options.livenessWeight;
    }
    if (!node.outcomes.empty()) {
        reading.success =
            double(std::ranges::count(node.outcomes, true)) / double(node.outcomes.size());
        sum += (1 - options.livenessWeight) * reading.success;
        weight += 1 - options.livenessWeight;
    }
    if (weight > 0)
        reading.index = sum / weight;
    return reading;
}

// Leaves a state below its edge, comes back only a margin above it.
State stateAfter(State state, double index, double margin)
{
    if (index < 0)
        return state;
    const bool isDown = index < (state == Down ? downBegins + margin : downBegins);
    const bool isUp = index >= (state == Up ? upEnds : upEnds + margin);
    return isDown ? Down : isUp ? Up : Degraded;
}

using Nodes = std::map<std::string, Node>;

Node &nodeOf(Reader &in, const json::object &entry, Nodes &nodes)
{
    Node &node = nodes[in.word(entry, "node")];
    if (nodes.size() > nodesMax)
        in.tooMany("node", nodesMax);
    return node;
}

double readEvents(Reader &in, Nodes &nodes)
{
    double last = 0;
    for (const char *name : {"heartbeats", "outcomes"}) {
        for (const json::value &value : in.list(name, eventsMax, false)) {
            const json::object &entry = in.entry(value, name);
            Event event{momentOf(in, entry, "at"), Beat};
            if (name[0] == 'o') {
                const json::value *good = entry.if_contains("good");
                if (!good || !good->is_bool())
                    in.bad("good", "neither true nor false");
                event.kind = good && good->is_bool() && good->get_bool() ? Good : Bad;
            }
            nodeOf(in, entry, nodes).events.push_back(event);
            last = std::max(last, event.at);
            if (in.isBad())
                return 0;
        }
    }
    if (nodes.empty())
        in.missing("heartbeats");
    for (const json::value &value : in.list("previous", nodesMax, false)) {
        const json::object &entry = in.entry(value, "previous");
        const std::string state = in.word(entry, "state");
        const auto place = std::ranges::find(stateNames, state);
        if (place == std::end(stateNames))
            in.bad("state", state);
        else
            nodeOf(in, entry, nodes).state = State(place - std::begin(stateNames));
    }
    return last;
}

Options optionsOf(Reader &in, const json::object &params, double last)
{
    Options options;
    options.now = momentOf(in, params, "now", last);
    if (options.now < last)
        in.bad("now", "earlier than an event");
    options.minDeviation = in.number(params, "minDeviation", 0.001, 1e6, options.minDeviation);
    options.threshold = in.number(params, "threshold", 0.1, phiMax, options.threshold);
    options.livenessWeight = in.number(params, "livenessWeight", 0, 1, options.livenessWeight);
    options.margin = in.number(params, "margin", 0, 3000, 1000) / 10000;
    options.window = std::size_t(in.integer(params, "window", 1, 200, 100));
    options.results = std::size_t(in.integer(params, "results", 1, 200, 20));
    return options;
}

Reading judged(Node &node, const Options &options, const std::stop_token &stop)
{
    std::ranges::stable_sort(node.events, {}, &Event::at);
    Reading reading;
    const auto look = [&](double at) {
        reading = readingOf(node, at, options);
        const State state = stateAfter(node.state, reading.index, options.margin);
        node.changes += state != node.state;
        node.state = state;
    };
    for (const Event &event : node.events) {
        if (stop.stop_requested())
            return reading;
        if (event.kind == Beat)
            look(event.at);  // how late it was, before it sets the clock anew
        node.see(event, options);
        look(event.at);
    }
    look(options.now);
    return reading;
}

Result run(const Run &run)
{
    Reader in(run);
    Nodes nodes;
    const double last = readEvents(in, nodes);
    const Options options = optionsOf(in, run.params, last);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    json::array board;
    std::int64_t counts[3] = {}, least = 10000;
    const auto measure = [](double value, double scale) {
        return value < 0 ? -1 : std::llround(value * scale);
    };
    for (auto &[name, node] : nodes) {
        const Reading reading = judged(node, options, run.stop);
        if (run.stop.stop_requested())
            return stopped();
        ++counts[node.state];
        if (reading.index >= 0)
            least = std::min<std::int64_t>(least, score(reading.index));
        board.push_back(json::object{{"changes", node.changes},
                                     {"index", measure(reading.index, 10000)},
                                     {"node", text::cleanLine(name, 200)},
                                     {"phi", measure(reading.phi, micro)},
                                     {"state", stateNames[node.state]},
                                     {"success", measure(reading.success, 10000)}});
    }
    Result result;
    result.figures["leastIndex"] = least;
    for (const State state : {Down, Degraded, Up})
        result.figures[std::string(stateNames[state])] = counts[state];
    result.outputs.push_back(
        jsonArtefact("health", json::object{{"board", std::move(board)},
                                            {"degraded", counts[Degraded]},
                                            {"down", counts[Down]},
                                            {"now", secondsText(std::int64_t(options.now))},
                                            {"scale", micro},
                                            {"up", counts[Up]}}));
    return result;
}

}  // namespace

extern const Capability checkHealth;
const Capability checkHealth = {
    .name = "check-health",
    .version = "1.0.0",
    .source = "phi accrual (Hayashibara et al. 2004); Schmitt 1938",
    .run = run,
};

}  // namespace capabilities
