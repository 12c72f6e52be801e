// dreamctl bench: figures of this machine, on the shipped organism with the gate on, receipts made
// and every acknowledgement after the sync. Each figure says its conditions. The profile is a
// throw-away folder in TMPDIR, verified afterwards.
#include "ctl/bench.h"

#include "hands/measuring.h"
#include "loop/verify.h"

#include <algorithm>
#include <filesystem>

namespace ctl {

using namespace kernel;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t inFlight = 256;

std::string cpuOf(const hands::Rate &rate)
{
    char text[48];
    std::snprintf(text, sizeof text, "%.2f us of CPU each", rate.cpuUs);
    return text;
}

double perSecond(const hands::Rate &rate)
{
    return static_cast<double>(rate.done) / rate.seconds;
}

void oneTask(hands::Measuring &measuring, json::array &figures)
{
    const std::vector<double> milliseconds = measuring.oneTaskEach(2000);
    const std::string conditions =
        std::to_string(milliseconds.size())
        + " tasks, one at a time, idle engine, submit to done, two syncs, in process";
    figures.push_back(figure("P2.p50", percentile(milliseconds, 0.50), "ms", conditions));
    figures.push_back(figure("P2.p99", percentile(milliseconds, 0.99), "ms", conditions));
}

void tasks(hands::Measuring &measuring, std::uint64_t count, json::array &figures)
{
    const hands::Rate rate = measuring.tasks(count, inFlight);
    figures.push_back(figure(
        "P1", perSecond(rate), "tasks/s",
        std::to_string(rate.done) + " durable lifecycles (submit, lease, complete), "
            + std::to_string(inFlight)
            + " in flight, two syncs a task, in process, full roster, gate on, one receipt a task, the worker does nothing, "
            + cpuOf(rate)));
}

void events(hands::Measuring &measuring, std::uint64_t count, json::array &figures)
{
    const hands::Rate rate = measuring.events(count, inFlight);
    figures.push_back(figure("P3", perSecond(rate), "events/s",
                             std::to_string(count) + " events of 200 bytes published and synced, "
                                 + std::to_string(inFlight) + " in flight, in process, "
                                 + std::to_string(rate.refusals) + " refused, " + cpuOf(rate)));
}

// In batches with many and with few under way, then one transfer at a time.
void transfers(hands::Measuring &measuring, std::uint64_t count, json::array &figures)
{
    constexpr std::size_t batch = 100, batchesUnderWay = 64, clients = 8;
    constexpr std::size_t oneByOne = 2000;
    const auto inBatches = [&](const char *name, std::size_t underWay) {
        const hands::Rate rate = measuring.transfers(count, batch, underWay);
        figures.push_back(figure(
            name, perSecond(rate), "transfers/s",
            std::to_string(rate.done)
                + " double-entry transfers between 1,000 accounts, each with an id of its own, "
                  "in batches of 100, "
                + std::to_string(underWay) + " batches under way, synced, in process, gate on, "
                + cpuOf(rate)));
    };
    inBatches("P4", batchesUnderWay);
    inBatches("P4.few", clients);
    const hands::Rate eight =
        measuring.transfers(std::min<std::uint64_t>(count, 40'000), 1, clients);
    figures.push_back(
        figure("P4.eight", perSecond(eight), "transfers/s",
               "the same in batches of one, " + std::to_string(clients) + " under way"));
    const std::vector<double> milliseconds = measuring.oneTransferEach(oneByOne);
    double sum = 0;
    for (const double one : milliseconds)
        sum += one;
    figures.push_back(figure("P4.one", static_cast<double>(oneByOne) / sum * 1e3, "transfers/s",
                             "one at a time, synced, " + std::to_string(oneByOne) + " of them"));
    figures.push_back(figure("P4.one.p50", percentile(milliseconds, 0.50), "ms", "the same"));
}

void replayRate(const std::string &folder, json::array &figures)
{
    const hands::Replayed replayed = hands::replayProfile(folder);
    if (!replayed.pages)
        return;
    figures.push_back(
        figure("P12", perSecond(replayed.facts), "facts/s",
               std::to_string(replayed.facts.done) + " facts on " + std::to_string(replayed.pages)
                   + " pages of the bench, all state rebuilt, two threads, " + cpuOf(replayed.facts)
                   + (replayed.error.empty() ? "" : "; " + replayed.error)));
}

// The figures of the engine room, in one throw-away profile.
Said engineRoom(const Call &call, const std::vector<std::string> &wanted, std::uint64_t count,
                json::array &figures)
{
    Said said;
    const auto isWanted = [&](const char *name) {
        return std::find(wanted.begin(), wanted.end(), name) != wanted.end();
    };
    Call own = call;
    own.options.erase("seed");
    own.profile = throwAway();
    std::unique_ptr<hands::Body> body = open(own, false, said);
    if (!body)
        return said;
    body->waitForAgents(std::chrono::seconds(120));
    {
        hands::Measuring measuring(*body);
        if (!measuring.refusal().code.empty())
            return failed(fault, measuring.refusal().code, sentenceOf(measuring.refusal()));
        if (isWanted("P2")) {
            progress("P2");
            oneTask(measuring, figures);
        }
        if (isWanted("P1")) {
            progress("P1");
            tasks(measuring, count, figures);
        }
        if (isWanted("P3")) {
            progress("P3");
            events(measuring, count, figures);
        }
        if (isWanted("P4")) {
            progress("P4");
            transfers(measuring, 5 * count, figures);
        }
    }
    body.reset();
    if (isWanted("P12"))
        replayRate(own.profile, figures);
    const loop::Verdict verdict = loop::verifyProfile(own.profile, {});
    figures.push_back(figure("bench profile verified", verdict.isGood() ? 1 : 0, "yes=1",
                             std::to_string(verdict.facts) + " facts on "
                                 + std::to_string(verdict.pages) + " pages"));
    if (!verdict.isGood())
        said.exit = fault;
    std::error_code ignored;
    fs::remove_all(own.profile, ignored);
    return said;
}

std::string lineOf(const json::object &figure)
{
    char value[64];
    std::snprintf(value, sizeof value, "%14.3f ", figure.at("value").to_number<double>());
    const auto text = [&](const char *name) { return std::string(figure.at(name).as_string()); };
    return value + text("unit") + "  " + text("name") + "  (" + text("conditions") + ")\n";
}

}  // namespace

Said bench(const Call &call)
{
    json::array figures;
    const auto isWanted = [&](const char *name) {
        return std::find(call.words.begin(), call.words.end(), name) != call.words.end();
    };
    const std::string countText = call.option("count", "200000");
    if (countText.find_first_not_of("0123456789") != std::string::npos || countText.size() > 9)
        return failed(usage, "usage", "--count wants a whole number");
    const std::vector<std::string> wanted =
        call.words.empty() ? std::vector<std::string>{"P1", "P2", "P3", "P4", "P5", "P12"}
                           : call.words;
    const bool isEngine = std::any_of(wanted.begin(), wanted.end(), [](const std::string &word) {
        return word == "P1" || word == "P2" || word == "P3" || word == "P4" || word == "P12";
    });
    Said said;
    if (isEngine)
        said = engineRoom(call, wanted, std::stoull(countText), figures);
    if (said.exit == allDone && (call.words.empty() || isWanted("P5"))) {
        progress("P5");
        benchAnalysis(call.option("texts", "/usr/share/doc"), figures);
    }
    if (said.exit == allDone && isWanted("dream"))
        said = benchDreams(call, figures);
    if (said.exit == allDone && isWanted("past"))
        said = benchPast(call, figures);
    if (said.exit == allDone && isWanted("capabilities"))
        said = benchCapabilities(call, figures);
    if (figures.empty())
        return said;
    for (const json::value &one : figures)
        said.text += lineOf(one.as_object());
    said.value = std::move(figures);
    return said;
}

}  // namespace ctl
