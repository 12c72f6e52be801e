// dreamctl bench: figures of this machine, on the shipped organism with the gate on, receipts made
// and every acknowledgement after the sync. Each figure says its conditions. The profile is a
// throw-away folder in TMPDIR, verified afterwards.
#include "ctl/bench.h"

#include "loop/gate.h"
#include "loop/verify.h"
#include "lungs/starbridge.h"
#include "organism.h"
#include "store/sqlitestore.h"

#include <algorithm>
#include <filesystem>

namespace ctl {

using namespace kernel;
namespace fs = std::filesystem;

namespace {

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
    const std::clock_t cpu = std::clock();
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
                                       + " in flight, two syncs a task, in process, full roster, gate on, one receipt a task, the worker does nothing, "
                                       + cpuEach(cpu, tasks)));
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
    const std::clock_t cpu = std::clock();
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
        // What is acknowledged while they are being sent counts as news.
        const std::uint64_t seen = acknowledged;
        lock.unlock();
        if (!asks.empty())
            bench.engine().send(std::move(asks));
        lock.lock();
        wake.wait(lock, [&] { return acknowledged > seen || acknowledged == count; });
    }
    bench.figures.push_back(figure("P3", static_cast<double>(count - refusals) / secondsSince(began), "events/s",
                                   std::to_string(count) + " events of 200 bytes published and synced, " + std::to_string(inFlight)
                                       + " in flight, in process, " + std::to_string(refusals) + " refused, " + cpuEach(cpu, count)));
}

void replayRate(const std::string &folder, json::array &figures)
{
    store::OpenedStore opened = store::openSqlite(folder, true);
    if (!opened.store)
        return;
    loop::Core fresh(organism::systems(), loop::Random::fromSystem(), loop::gate);
    const std::clock_t cpu = std::clock();
    const Clock::time_point began = Clock::now();
    const std::string failedToLoad = fresh.load(*opened.store, false);
    figures.push_back(figure("P12", static_cast<double>(fresh.facts()) / secondsSince(began), "facts/s",
                             std::to_string(fresh.facts()) + " facts on " + std::to_string(fresh.pages())
                                 + " pages of the bench, all state rebuilt, two threads, " + cpuEach(cpu, fresh.facts()) + (failedToLoad.empty() ? "" : "; " + failedToLoad)));
}

// The figures of the engine room, in one throw-away profile.
Said engineRoom(const Call &call, const std::vector<std::string> &wanted, std::uint64_t count, json::array &figures)
{
    Said said;
    const auto isWanted = [&](const char *name) { return std::find(wanted.begin(), wanted.end(), name) != wanted.end(); };
    Call own = call;
    own.options.erase("seed");
    own.profile = throwAway();
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
    const std::vector<std::string> wanted = call.words.empty() ? std::vector<std::string>{"P1", "P2", "P3", "P5", "P12"} : call.words;
    const bool isEngine = std::any_of(wanted.begin(), wanted.end(), [](const std::string &word) {
        return word == "P1" || word == "P2" || word == "P3" || word == "P12";
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
    if (figures.empty())
        return said;
    for (const json::value &one : figures)
        said.text += lineOf(one.as_object());
    said.value = std::move(figures);
    return said;
}

}  // namespace ctl
