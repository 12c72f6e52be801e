// The roster and the exams as shipped in resources/, read into manifests and cases. An exam runs the
// agent's own pipeline on a case's text and holds what it made against what a person expects.
// Thread contract: pure; any thread.
#pragma once

#include "hands/pipeline.h"

#include <string>
#include <vector>

namespace hands {

// Manifests of resources/agents.json; `error` says what is wrong with it.
std::vector<agentregistry::Manifest> roster(std::string &error);

struct ExamResult {
    std::uint32_t cases = 0, failures = 0;
    std::string note;           // the first failure, in words
};
// Runs all cases of that agent; none there: zero cases.
ExamResult runExam(const agentregistry::Agent &agent, std::stop_token stop);
// What the result depends on: this build's capability versions, the manifest and the cases.
kernel::Digest examKey(const agentregistry::Agent &agent);

// A refusal's sentence in English; the code itself when there is none.
std::string sentence(const kernel::Refusal &refusal);

}  // namespace hands
