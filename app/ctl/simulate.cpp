// dreamctl simulate: seeds of the simulator, each twice now and then to see the same trace.
#include "ctl/commands.h"

#include "loop/simulator.h"

namespace ctl {

namespace json = boost::json;

Said simulate(const Call &call)
{
    const std::string seedsText = call.option("seeds"), fromText = call.option("from", "1");
    if (seedsText.empty() || (seedsText + fromText).find_first_not_of("0123456789") != std::string::npos
        || seedsText.size() > 9 || fromText.size() > 18)
        return failed(usage, "usage", "--seeds wants a whole number");
    const std::uint64_t seeds = std::stoull(seedsText), from = std::stoull(fromText);
    crypto::init();
    Said said;
    json::array breaches;
    std::uint64_t commands = 0, facts = 0, crashes = 0, diskFaults = 0, stalls = 0, late = 0, finished = 0, repeated = 0;
    std::int64_t virtualSeconds = 0;
    kernel::Digest lastTrace;
    for (std::uint64_t seed = from; seed < from + seeds; ++seed) {
        const loop::Simulated one = loop::simulate(seed);
        lastTrace = one.trace;
        for (const std::string &breach : one.breaches)
            breaches.push_back({{"seed", seed}, {"what", breach}});
        // Every tenth seed runs twice: its trace must be the same.
        if (seed % 10 == 0) {
            ++repeated;
            if (loop::simulate(seed).trace != one.trace)
                breaches.push_back({{"seed", seed}, {"what", "the same seed gave another trace"}});
        }
        commands += one.commands;
        facts += one.facts;
        crashes += one.crashes;
        diskFaults += one.diskFaults;
        stalls += one.stalls;
        late += one.late;
        finished += one.finished;
        virtualSeconds += one.virtualSeconds;
        if ((seed - from + 1) % 50 == 0)
            progress(std::to_string(seed - from + 1) + " of " + std::to_string(seeds) + " seeds");
    }
    for (const json::value &breach : breaches)
        said.text += json::serialize(breach) + '\n';
    said.text += std::to_string(seeds) + " seeds, " + std::to_string(repeated) + " of them twice: " + std::to_string(breaches.size())
                 + " breaches; " + std::to_string(commands) + " commands, " + std::to_string(facts) + " facts, "
                 + std::to_string(crashes) + " crashes, " + std::to_string(diskFaults) + " disk faults, " + std::to_string(stalls)
                 + " dead workers, " + std::to_string(late) + " late ones, " + std::to_string(finished) + " attempts ended, "
                 + std::to_string(virtualSeconds / 3600) + " h of virtual time";
    said.exit = breaches.empty() ? allDone : fault;
    said.value = {{"breaches", breaches}, {"commands", commands}, {"crashes", crashes}, {"deadWorkers", stalls},
                  {"diskFaults", diskFaults}, {"facts", facts}, {"finished", finished}, {"lateWorkers", late},
                  {"seeds", seeds}, {"seedsTwice", repeated}, {"trace", lastTrace.hex()}, {"virtualSeconds", virtualSeconds}};
    return said;
}

}  // namespace ctl
