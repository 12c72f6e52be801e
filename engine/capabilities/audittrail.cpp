// audit-trail: events become an append-only log whose every line holds the hash of the line before
// (hashchain.h), and the log becomes a review: who did what, where lines are missing, and which
// line somebody changed. `events` = [{"at": "2026-03-01T12:00:00Z" or whole seconds, "actor",
// "action", ...}] without fractions, in the order of their times; `log` = the JSONL so far, which
// the new ones continue. A log with a fault is reviewed, but refused together with events. params.head = the last
// hash as somebody kept it, which shows a cut end; params.actor, params.action, params.from (that
// moment on), params.to (before it) choose what the review lists; params.gapSeconds names silences
// longer than that (0: none). Outputs `log` and `review`. Thread contract: pure.
#include "capabilities/hashchain.h"
#include "capabilities/when.h"
#include "text/escape.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t eventsMax = 20'000, listedMax = 1000, namesMax = 200;

struct Filter {
    std::string actor, action;
    double from = 0, to = 0, gap = 0;
};

struct Review {
    std::map<std::string, std::int64_t> actors, actions;
    json::array listed, silences;
    std::int64_t chosen = 0, first = 0, last = 0, seen = 0;
    std::vector<ChainFault> faults;
};

// -1 if it is no moment
std::int64_t secondOf(const json::object &record)
{
    const std::string_view written = textOf(record, "at");
    return written.empty() ? integerOf(record, "at", -1) : secondsOf(written).value_or(-1);
}

void see(Review &review, const Filter &filter, const json::object &record, std::size_t line)
{
    const std::int64_t at = secondOf(record);
    if (at < 0 || at < review.last)
        review.faults.push_back({line, "clock"});
    if (filter.gap > 0 && review.seen > 0 && double(at - review.last) > filter.gap
        && review.silences.size() < listedMax)
        review.silences.push_back(json::object{{"after", line - 1}, {"seconds", at - review.last}});
    review.first = review.seen++ == 0 ? at : review.first;
    review.last = std::max(review.last, at);
    const std::string actor(textOf(record, "actor")), action(textOf(record, "action"));
    const bool isChosen = (filter.actor.empty() || filter.actor == actor)
                          && (filter.action.empty() || filter.action == action)
                          && double(at) >= filter.from && double(at) < filter.to;
    if (!isChosen)
        return;
    ++review.actors[actor];
    ++review.actions[action];
    if (++review.chosen <= std::int64_t(listedMax))
        review.listed.push_back(json::object{{"action", text::cleanLine(action, 100)},
                                             {"actor", text::cleanLine(actor, 100)},
                                             {"at", secondsText(at)},
                                             {"line", line}});
}

// Most frequent first.
json::array countsOf(const std::map<std::string, std::int64_t> &counts)
{
    std::vector<std::pair<std::int64_t, std::string>> order;
    for (const auto &[name, count] : counts)
        order.emplace_back(-count, name);
    std::ranges::sort(order);
    json::array out;
    for (std::size_t i = 0; i < std::min(order.size(), namesMax); ++i)
        out.push_back(json::object{{"count", -order[i].first},
                                   {"name", text::cleanLine(order[i].second, 100)}});
    return out;
}

// What is kept of an event: its own members, but not those of the chain.
json::object recordOf(Reader &in, const json::value &value, double &last)
{
    const json::object &event = in.entry(value, "events");
    const double at = momentOf(in, event, "at");
    in.word(event, "actor");
    in.word(event, "action");
    if (!isWhole(value))
        in.bad("events", "a fraction, which two machines may write in two ways");
    else if (at < last)
        in.bad("at", "earlier than the event before");
    last = std::max(last, at);
    json::object record = event;
    for (const char *own : {"hash", "prev", "seq"})
        record.erase(own);
    return record;
}

std::string appended(Reader &in, const json::array &events, const ChainWalk &walk)
{
    std::string lines, head = walk.head;
    std::int64_t seq = walk.last;
    double last = walk.records.empty() ? 0 : double(secondOf(walk.records.back()));
    for (const json::value &value : events) {
        json::object record = recordOf(in, value, last);
        if (in.isBad())
            return {};
        lines += chainLine(std::move(record), ++seq, head);
    }
    return lines;
}

Filter filterOf(Reader &in, const json::object &params)
{
    return {in.wordOr(params, "actor", {}), in.wordOr(params, "action", {}),
            momentOf(in, params, "from", 0), momentOf(in, params, "to", secondMax + 1),
            in.number(params, "gapSeconds", 0, 1e9, 0)};
}

Result written(const ChainWalk &walk, Review review, const std::string &kept, std::string log)
{
    review.faults.insert(review.faults.end(), walk.faults.begin(), walk.faults.end());
    if (!kept.empty() && kept != walk.head)
        review.faults.push_back({walk.lines.size(), "head"});
    std::ranges::stable_sort(review.faults, {}, &ChainFault::line);
    Result result;
    result.figures["events"] = std::int64_t(walk.records.size());
    result.figures["faults"] = std::int64_t(review.faults.size());
    result.outputs.push_back({"log", "application/x-ndjson", std::move(log)});
    result.outputs.push_back(
        jsonArtefact("review", json::object{{"actions", countsOf(review.actions)},
                                            {"actors", countsOf(review.actors)},
                                            {"chosen", review.chosen},
                                            {"events", walk.records.size()},
                                            {"faults", faultsWritten(review.faults, listedMax)},
                                            {"faultsTotal", review.faults.size()},
                                            {"first", review.seen ? secondsText(review.first) : ""},
                                            {"head", walk.head},
                                            {"intact", review.faults.empty()},
                                            {"last", review.seen ? secondsText(review.last) : ""},
                                            {"listed", std::move(review.listed)},
                                            {"silences", std::move(review.silences)}}));
    return result;
}

Result run(const Run &run)
{
    Reader in(run);
    bool hasLog = false;
    std::string log(run.input("log", &hasLog));
    const json::array &events = in.list("events", eventsMax, !hasLog);
    const Filter filter = filterOf(in, run.params);
    const std::string kept = in.wordOr(run.params, "head", {}, 64);
    ChainWalk walk = walkChain(log, run.stop);
    if (run.stop.stop_requested())
        return stopped();
    const bool isSound = walk.faults.empty() && (kept.empty() || kept == walk.head);
    if (isSound && !events.empty()) {
        log += appended(in, events, walk);
        walk = walkChain(log, run.stop);
    } else if (!events.empty()) {
        return Result::refuse(
            "audittrail.broken",
            {{"line",
              std::to_string(walk.faults.empty() ? walk.lines.size() : walk.faults.front().line)}});
    }
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    Review review;
    for (std::size_t i = 0; i < walk.records.size(); ++i)
        see(review, filter, walk.records[i], walk.lines[i]);
    return written(walk, std::move(review), isSound ? std::string() : kept, std::move(log));
}

}  // namespace

extern const Capability auditTrail;
const Capability auditTrail = {
    .name = "audit-trail",
    .version = "1.0.0",
    .source = "hash chain of Haber and Stornetta 1991, Schneier and Kelsey 1999; SHA-256",
    .outputBytesMax = 8u << 20,
    .run = run,
};

}  // namespace capabilities
