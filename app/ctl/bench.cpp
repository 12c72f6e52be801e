// dreamctl bench: figures of this machine, on the shipped organism with the gate on, receipts made
// and every acknowledgement after the sync. Each figure says its conditions. The profile is a
// throw-away folder under --profile (or TMPDIR), verified afterwards.
#include "ctl/profile.h"

#include "loop/gate.h"
#include "loop/verify.h"
#include "lungs/starbridge.h"
#include "organism.h"
#include "store/sqlitestore.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace ctl {

using namespace kernel;
namespace fs = std::filesystem;
namespace json = boost::json;
using Clock = std::chrono::steady_clock;

namespace {

double secondsSince(Clock::time_point from)
{
    return std::chrono::duration<double>(Clock::now() - from).count();
}

json::object figure(const std::string &name, double value, const std::string &unit, const std::string &conditions)
{
    return {{"name", name}, {"value", value}, {"unit", unit}, {"conditions", conditions}};
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

// Counts finished tasks and lets a client wait for the next.
class Finishes {
public:
    explicit Finishes(loop::Engine &engine)
    {
        engine.onCommitted({factKind<superspine::SuperSpine, superspine::Finished>()},
                           [this](const loop::Sealed &sealed, const loop::Core &) {
                               std::uint64_t found = 0;
                               for (const Told &told : sealed.told)
                                   found += told.kind == factKind<superspine::SuperSpine, superspine::Finished>();
                               if (!found)
                                   return;
                               const std::lock_guard lock(m_mutex);
                               m_count += found;
                               m_wake.notify_one();
                           });
    }
    std::uint64_t waitPast(std::uint64_t count)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [&] { return m_count > count; });
        return m_count;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::uint64_t m_count = 0;
};

struct Bench {
    std::unique_ptr<hands::Body> body;
    std::string folder;
    json::array &figures;

    loop::Engine &engine() { return body->engine(); }
};

superspine::Submit idleTask()
{
    superspine::Submit submit;
    submit.capability = "score-sentiment";
    submit.agent = "lucid";
    return submit;
}

void tasksInFlight(Bench &bench, Finishes &finishes, std::uint64_t base, std::uint64_t tasks, std::uint64_t inFlight)
{
    Envelope envelope;
    std::uint64_t sent = 0, done = base;
    const Clock::time_point began = Clock::now();
    while (done - base < tasks) {
        std::vector<std::pair<Ask, Reply>> asks;
        for (; sent < tasks && sent - (done - base) < inFlight; ++sent)
            asks.emplace_back(makeAsk(idleTask(), envelope), Reply{});
        if (!asks.empty())
            bench.engine().send(std::move(asks));
        done = finishes.waitPast(done);
    }
    const double took = secondsSince(began);
    bench.figures.push_back(figure("P1", static_cast<double>(tasks) / took, "tasks/s",
                                   std::to_string(tasks) + " durable lifecycles (submit, lease, complete), " + std::to_string(inFlight)
                                       + " in flight, two syncs a task, in process, full roster, gate on, one receipt a task, the worker does nothing"));
}

void oneTask(Bench &bench, Finishes &finishes, std::uint64_t before, std::size_t tasks)
{
    std::vector<double> latencies;
    std::uint64_t done = before;
    for (std::size_t i = 0; i < tasks; ++i) {
        const Clock::time_point began = Clock::now();
        bench.engine().send(makeAsk(idleTask()));
        done = finishes.waitPast(done);
        latencies.push_back(secondsSince(began) * 1e3);
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    const std::string conditions = std::to_string(tasks) + " tasks, one at a time, idle engine, submit to done, two syncs, in process";
    bench.figures.push_back(figure("P2.p50", percentile(latencies, 0.50), "ms", conditions));
    bench.figures.push_back(figure("P2.p99", percentile(latencies, 0.99), "ms", conditions));
}

void events(Bench &bench, std::uint64_t count, std::uint64_t inFlight)
{
    std::mutex mutex;
    std::condition_variable wake;
    std::uint64_t acknowledged = 0, refusals = 0, sent = 0;
    const Clock::time_point began = Clock::now();
    std::unique_lock lock(mutex);
    while (acknowledged < count) {
        std::vector<std::pair<Ask, Reply>> asks;
        for (; sent < count && sent - acknowledged < inFlight; ++sent) {
            starbridge::Publish publish;
            publish.topic = "bench.event";
            publish.text = std::string(180, 'x');
            asks.emplace_back(makeAsk(std::move(publish)), [&](const Answer &answer) {
                const std::lock_guard inside(mutex);
                ++acknowledged;
                refusals += !answer.isDone;
                wake.notify_one();
            });
        }
        lock.unlock();
        if (!asks.empty())
            bench.engine().send(std::move(asks));
        lock.lock();
        const std::uint64_t seen = acknowledged;
        wake.wait(lock, [&] { return acknowledged > seen || acknowledged == count; });
    }
    bench.figures.push_back(figure("P3", static_cast<double>(count - refusals) / secondsSince(began), "events/s",
                                   std::to_string(count) + " events of 200 bytes published and synced, " + std::to_string(inFlight)
                                       + " in flight, in process, " + std::to_string(refusals) + " refused"));
}

// One core: every step of LUCID, ROOT and ECHO on each text, as the fleet runs them.
void analysis(const std::string &folder, json::array &figures)
{
    std::vector<std::string> texts;
    std::error_code error;
    std::size_t bytes = 0;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end && texts.size() < 200; at.increment(error)) {
        const std::uintmax_t size = at->is_regular_file(error) ? at->file_size(error) : 0;
        const std::string extension = at->path().extension().string();
        if (size < 2000 || size > 60'000 || (extension != ".md" && extension != ".txt"))
            continue;
        std::ifstream file(at->path(), std::ios::binary);
        std::string text(std::istreambuf_iterator<char>(file), {});
        if (dreams::admit(text)) {
            bytes += text.size();
            texts.push_back(std::move(text));
        }
    }
    std::string failedRoster;
    std::vector<agentregistry::Manifest> manifests = hands::roster(failedRoster);
    std::map<std::string, double> perCapability;
    const Clock::time_point began = Clock::now();
    std::size_t steps = 0, failedSteps = 0;
    for (const std::string &text : texts) {
        hands::Artefacts artefacts{{"text", text}, {"candidates", "{\"items\":[],\"library\":0}"}};
        for (const char *slug : {"lucid", "root", "echo"}) {
            for (const agentregistry::Manifest &manifest : manifests) {
                if (manifest.slug != slug)
                    continue;
                for (const agentregistry::Step &step : manifest.steps) {
                    const Clock::time_point stepBegan = Clock::now();
                    hands::Artefacts inputs;
                    for (const std::string &input : step.inputs) {
                        const auto found = artefacts.find(input.substr(input.find('/') + 1));
                        if (found != artefacts.end())
                            inputs.insert(*found);
                    }
                    hands::StepResult made = hands::runStep(step, inputs, 0, {});
                    failedSteps += !made.fault.empty() || !made.result.refusal.empty();
                    for (capabilities::Artefact &artefact : made.result.outputs)
                        artefacts[artefact.name] = std::move(artefact.bytes);
                    perCapability[step.capability] += secondsSince(stepBegan);
                    ++steps;
                }
            }
        }
    }
    const double took = secondsSince(began);
    const std::string conditions = std::to_string(texts.size()) + " texts, " + std::to_string(bytes) + " bytes from " + folder
                                   + ", LUCID + ROOT + ECHO, all " + std::to_string(steps) + " steps, "
                                   + std::to_string(failedSteps) + " of them failed or refused, one thread";
    figures.push_back(figure("P5", texts.empty() ? 0 : static_cast<double>(bytes) / took / 1e6, "MB/s", conditions));
    for (const auto &[name, seconds] : perCapability)
        figures.push_back(figure("P5." + name, static_cast<double>(bytes) / std::max(seconds, 1e-9) / 1e6, "MB/s", "the same run"));
}

void replayRate(const std::string &folder, json::array &figures)
{
    store::OpenedStore opened = store::openSqlite(folder, true);
    if (!opened.store)
        return;
    loop::Core fresh(organism::systems(), loop::Random::fromSystem(), loop::gate);
    const Clock::time_point began = Clock::now();
    const std::string failedToLoad = fresh.load(*opened.store, false);
    figures.push_back(figure("P12", static_cast<double>(fresh.facts()) / secondsSince(began), "facts/s",
                             std::to_string(fresh.facts()) + " facts on " + std::to_string(fresh.pages())
                                 + " pages of the bench, all state rebuilt" + (failedToLoad.empty() ? "" : "; " + failedToLoad)));
}

}  // namespace

Said bench(const Call &call)
{
    Said said;
    json::array figures;
    const auto isWanted = [&](const char *name) {
        return call.words.empty() || std::any_of(call.words.begin(), call.words.end(), [&](const std::string &word) {
            return std::string_view(word) == name;
        });
    };
    const std::string countText = call.option("count", "200000");
    if (countText.find_first_not_of("0123456789") != std::string::npos || countText.size() > 9)
        return failed(usage, "usage", "--count wants a whole number");
    const std::uint64_t count = std::stoull(countText);
    if (isWanted("P1") || isWanted("P2") || isWanted("P3") || isWanted("P12")) {
        Call own = call;
        own.options.erase("seed");
        own.profile = (fs::temp_directory_path() / ("dreamscope-bench-" + std::to_string(Clock::now().time_since_epoch().count()))).string();
        Bench bench{open(own, false, said), own.profile, figures};
        if (!bench.body)
            return said;
        bench.body->waitForAgents(std::chrono::seconds(120));
        bench.body->agents()->runIdly(true);
        superspine::Configure configure;
        configure.slots = 4096;
        bench.engine().ask(configure);
        Finishes finishes(bench.engine());
        // One task first, so that every page, table and thread has been used.
        if (const Answer first = bench.engine().ask(idleTask()); !first.isDone)
            return failed(fault, first.refusal.code, sentenceOf(first.refusal));
        std::uint64_t done = finishes.waitPast(0);
        if (isWanted("P2")) {
            progress("P2");
            oneTask(bench, finishes, done, 2000);
            done += 2000;
        }
        if (isWanted("P1")) {
            progress("P1");
            tasksInFlight(bench, finishes, done, count, 256);
        }
        if (isWanted("P3")) {
            progress("P3");
            events(bench, count, 256);
        }
        bench.body.reset();
        if (isWanted("P12"))
            replayRate(own.profile, figures);
        store::OpenedStore opened = store::openSqlite(own.profile, true);
        const loop::Verdict verdict = loop::verifyStore(*opened.store, nullptr, {});
        figures.push_back(figure("bench profile verified", verdict.isGood() ? 1 : 0, "yes=1",
                                 std::to_string(verdict.facts) + " facts on " + std::to_string(verdict.pages) + " pages"));
        opened.store.reset();
        if (!verdict.isGood())
            said.exit = fault;
        std::error_code ignored;
        fs::remove_all(own.profile, ignored);
    }
    if (isWanted("P5")) {
        progress("P5");
        analysis(call.option("texts", "/usr/share/doc"), figures);
    }
    for (const json::value &one : figures) {
        char line[64];
        std::snprintf(line, sizeof line, "%14.3f ", one.as_object().at("value").to_number<double>());
        said.text += line + std::string(one.as_object().at("unit").as_string()) + "  " + std::string(one.as_object().at("name").as_string()) + "  ("
                     + std::string(one.as_object().at("conditions").as_string()) + ")\n";
    }
    said.value = std::move(figures);
    return said;
}

}  // namespace ctl
