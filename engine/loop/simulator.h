// One organism in virtual time, driven by one seed: dreams come and go, workers finish, fail, stall
// and answer late, leases run out, the process dies at any moment, the disk refuses. After every
// crash what was acknowledged must still be there, and a replay must equal what was running.
// Thread contract: one thread; nothing outside is touched.
#pragma once

#include "crypto/hash.h"
#include "store/memorystore.h"

#include <cstdint>
#include <string>
#include <vector>

namespace loop {

struct Simulated {
    std::uint64_t seed = 0;
    std::uint64_t commands = 0, refusals = 0, facts = 0, pages = 0;
    std::uint64_t crashes = 0, diskFaults = 0, stalls = 0, late = 0, finished = 0, abandoned = 0;
    std::int64_t virtualSeconds = 0;
    kernel::Digest trace;              // of every page; the same seed gives the same trace
    std::vector<std::string> breaches; // empty: every invariant held
};

struct SimulatorOptions {
    std::uint64_t steps = 400;
    bool breakFencing = false;         // plants a defect, so that a test sees the simulator find it
    std::shared_ptr<store::MemoryStore::Disk> disk;  // where it lives, to be looked at afterwards
};

Simulated simulate(std::uint64_t seed, const SimulatorOptions &options = {});

}  // namespace loop
