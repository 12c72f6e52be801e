// Runs one step of an agent: finds the capability, checks its limits, hands it its inputs and turns
// what it returns into one plain result. Used by the fleet and by the exams, so that an exam runs
// what a dream runs. Thread contract: pure; any thread.
#pragma once

#include "capabilities/capability.h"
#include "spine/agentregistry.h"

#include <map>
#include <stop_token>
#include <string>

namespace hands {

using Artefacts = std::map<std::string, std::string>;

struct StepResult {
    capabilities::Result result;
    std::string version;
    std::string fault;      // the capability threw, or broke a limit
    std::uint64_t seed = 0;
};

// `seed` 0: from the content, so that the same text gives the same artefacts everywhere.
StepResult runStep(const agentregistry::Step &step, const Artefacts &inputs, std::uint64_t seed,
                   std::stop_token stop);

}  // namespace hands
