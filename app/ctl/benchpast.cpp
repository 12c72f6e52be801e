// dreamctl bench past: how long a moment of the past takes to come, on a copy of the profile: before
// any snapshot is kept, then with those that are kept by the way; and whether keeping them makes a
// commit wait.
#include "ctl/bench.h"

#include "loop/past.h"

#include <algorithm>
#include <filesystem>

namespace ctl {

using namespace kernel;
namespace fs = std::filesystem;

namespace {

constexpr int looks = 60;
constexpr const char *pulseTables[] = {"dreams.dreams", "superspine.tasks", "dreamnetos.systems", "dreamnetos.alerts"};

struct Look {
    double seconds = 0, cpu = 0;
    std::uint64_t replayed = 0;
    std::string failure;
};

// From nothing loaded until the rows and vitals the Pulse page shows are read.
Look look(const std::string &folder, std::uint64_t fact)
{
    Look look;
    const auto began = Clock::now();
    const std::clock_t cpu = std::clock();
    const std::unique_ptr<loop::Replica> replica = loop::Replica::open(folder, look.failure);
    if (!replica)
        return look;
    const loop::PastMoment wanted = replica->find({loop::Goal::Fact, static_cast<std::int64_t>(fact)});
    look.failure = replica->show(wanted, [](std::uint64_t) { return true; });
    for (const SystemInfo *system : replica->core().systems()) {
        Vitals vitals;
        if (system->vitals)
            system->vitals(replica->core().state(system->number), vitals);
        for (const TableInfo &table : system->tables)
            if (std::find(std::begin(pulseTables), std::end(pulseTables), table.name) != std::end(pulseTables))
                replica->rows(table);
    }
    look.seconds = secondsSince(began);
    look.cpu = static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
    look.replayed = replica->at().fact - replica->replayedFrom();
    return look;
}

// Small commits one after the other, in milliseconds.
void commit(loop::Engine &engine, std::vector<double> &all)
{
    for (int i = 0; i < 50; ++i) {
        const auto began = Clock::now();
        engine.ask(dreams::Create{{}, Body{"a note of the bench " + std::to_string(all.size())}, {}, {}, {}, 0});
        all.push_back(1000 * secondsSince(began));
    }
}

void measure(hands::Body &body, json::array &figures)
{
    loop::Engine &engine = body.engine();
    const std::uint64_t facts = engine.pulse().facts;
    const std::string journal = std::to_string(facts) + " facts on " + std::to_string(engine.pulse().pages) + " pages";
    loop::Past past(engine, true);
    const Look cold = look(engine.folder(), facts / 2);
    figures.push_back(figure("past: first look, nothing kept", cold.seconds, "s",
                             journal + ", " + std::to_string(cold.replayed) + " replayed" + cold.failure));
    std::vector<double> quiet, busy;
    for (const auto end = Clock::now() + std::chrono::seconds(5); Clock::now() < end;)
        commit(engine, quiet);
    const auto began = Clock::now();
    do
        commit(engine, busy);
    while (!past.waitUntilKept(std::chrono::milliseconds(50)));
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
    std::vector<double> seconds, cpu;
    std::uint64_t most = 0;
    for (int i = 0; i < looks; ++i) {
        const Look one = look(engine.folder(), 1 + chance.number() % facts);
        seconds.push_back(one.seconds);
        cpu.push_back(one.cpu);
        most = std::max(most, one.replayed);
    }
    for (const double share : {0.5, 0.95, 1.0})
        figures.push_back(figure("past: a moment's first picture, share " + std::to_string(share).substr(0, 4), percentile(seconds, share), "s",
                                 journal + ", " + std::to_string(looks) + " moments at random from nothing loaded, at most "
                                     + std::to_string(most) + " facts replayed, " + std::to_string(percentile(cpu, share)).substr(0, 5) + " s of CPU"));
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
