// dreamctl bench past: how long a moment of the past takes to come, on a copy of the profile: before
// any snapshot is kept, then with those that are kept by the way; and whether keeping them makes a
// commit wait.
#include "ctl/bench.h"

#include "loop/past.h"

#include <algorithm>
#include <filesystem>
#include <future>
#include <thread>

namespace ctl {

using namespace kernel;
namespace fs = std::filesystem;

namespace {

constexpr int looks = 60;
constexpr const char *pulseTables[] = {"dreams.dreams", "superspine.tasks", "dreamnetos.systems", "dreamnetos.alerts"};

struct Look {
    double seconds = 0;
    std::uint64_t replayed = 0;
    std::string failure;
};

// Until the rows and vitals the Pulse page shows are read.
Look look(loop::Past &past, const loop::Goal &goal)
{
    std::promise<Look> answer;
    const auto began = Clock::now();
    past.show(goal, {}, [&](const loop::Past::Shown &shown, const loop::Replica *seen) {
        std::size_t rows = 0;
        for (const SystemInfo *system : seen ? seen->core().systems() : std::span<const SystemInfo *const>()) {
            Vitals vitals;
            if (system->vitals)
                system->vitals(seen->core().state(system->number), vitals);
            for (const TableInfo &table : system->tables)
                if (std::find(std::begin(pulseTables), std::end(pulseTables), table.name) != std::end(pulseTables))
                    rows += seen->rows(table).size();
        }
        answer.set_value({secondsSince(began), shown.factsReplayed, seen ? std::string() : shown.failure + std::to_string(rows)});
    });
    return answer.get_future().get();
}

// The longest of many small commits, one after the other, in milliseconds.
double slowestCommit(loop::Engine &engine, const std::function<bool()> &mayGoOn, std::vector<double> &all)
{
    while (mayGoOn()) {
        const auto began = Clock::now();
        engine.ask(dreams::Create{{}, Body{"a note of the bench " + std::to_string(all.size())}, {}, {}, {}, 0});
        all.push_back(1000 * secondsSince(began));
    }
    return *std::max_element(all.begin(), all.end());
}

void measure(hands::Body &body, json::array &figures)
{
    loop::Engine &engine = body.engine();
    const std::uint64_t facts = engine.pulse().facts;
    const std::string journal = std::to_string(facts) + " facts on " + std::to_string(engine.pulse().pages) + " pages";
    loop::Past past(engine, true);
    const Look cold = look(past, {loop::Goal::Fact, static_cast<std::int64_t>(facts / 2)});
    figures.push_back(figure("past: first look, nothing kept", cold.seconds, "s",
                             journal + ", " + std::to_string(cold.replayed) + " replayed" + cold.failure));
    past.close();
    std::vector<double> quiet, busy;
    const auto end = Clock::now() + std::chrono::seconds(5);
    slowestCommit(engine, [&] { return Clock::now() < end; }, quiet);
    const auto began = Clock::now();
    auto keeping = std::async(std::launch::async, [&] { return past.waitUntilKept(std::chrono::minutes(10)); });
    slowestCommit(engine, [&] { return keeping.wait_for(std::chrono::seconds(0)) != std::future_status::ready; }, busy);
    const double kept = secondsSince(began);
    std::uint64_t bytes = 0;
    const std::vector<store::KeptSnapshot> all = store::keptSnapshots(engine.folder());
    for (const store::KeptSnapshot &one : all)
        bytes += one.bytes;
    figures.push_back(figure("past: snapshots kept aside", kept, "s",
                             std::to_string(all.size()) + " of " + std::to_string(bytes) + " bytes together, " + journal));
    for (const double share : {0.5, 0.99, 1.0}) {
        const std::string name = "past: commit while keeping, share " + std::to_string(share).substr(0, 4);
        figures.push_back(figure(name, percentile(busy, share), "ms",
                                 std::to_string(percentile(quiet, share)).substr(0, 6) + " ms without, " + std::to_string(busy.size()) + " and "
                                     + std::to_string(quiet.size()) + " commits"));
    }
    loop::Random chance = loop::Random::fromSeed(1);
    std::vector<double> seconds;
    std::uint64_t most = 0;
    for (int i = 0; i < looks; ++i) {
        past.close();
        const Look one = look(past, {loop::Goal::Fact, static_cast<std::int64_t>(1 + chance.number() % facts)});
        seconds.push_back(one.seconds);
        most = std::max(most, one.replayed);
    }
    for (const double share : {0.5, 0.95, 1.0})
        figures.push_back(figure("past: a moment's first picture, share " + std::to_string(share).substr(0, 4), percentile(seconds, share), "s",
                                 journal + ", " + std::to_string(looks) + " moments at random from nothing loaded, at most "
                                     + std::to_string(most) + " facts replayed"));
}

}  // namespace

Said benchPast(const Call &call, json::array &figures)
{
    std::string error;
    Call own = call;
    own.options.erase("seed");
    own.profile = copyOf(call.profile, error);
    Said said;
    if (!error.empty())
        return failed(fault, "profile.cannotOpen", error);
    std::error_code ignored;
    fs::remove_all(own.profile + "/past", ignored);
    hands::BodyOptions options;
    options.engine.folder = own.profile;
    options.isIdle = true;
    if (const auto body = hands::Body::start(options, error))
        measure(*body, figures);
    else
        said = failed(fault, "profile.cannotOpen", error);
    fs::remove_all(own.profile, ignored);
    return said;
}

}  // namespace ctl
