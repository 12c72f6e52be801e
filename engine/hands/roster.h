// The roster and the exams as shipped in resources/, read into manifests and cases. An exam runs the
// agent's own pipeline on a case's text and holds what it made against what a person expects.
// Thread contract: pure; any thread.
#pragma once

#include "hands/pipeline.h"

#include <boost/json/fwd.hpp>

#include <functional>
#include <string>
#include <vector>

namespace hands {

// Manifests of resources/agents.json; `error` says what is wrong with it.
std::vector<agentregistry::Manifest> roster(std::string &error);

// The same of any such list.
std::vector<agentregistry::Manifest> manifestsIn(std::string_view list, std::string &error);

// Runs every step as soon as its inputs are there and adds what it made; the fault or the refusal of
// the first step that made nothing, in words, or empty. `before` sees each step and what it is given.
using BeforeStep = std::function<void(const agentregistry::Step &, const Artefacts &)>;
std::string runPipeline(const std::vector<agentregistry::Step> &steps, Artefacts &artefacts,
                        const std::stop_token &stop, const BeforeStep &before = {});
// What an exam's case is about: its text, what it gives, and what the agents it names made of it.
Artefacts givenBy(const boost::json::object &one, const std::stop_token &stop);
// Empty when the expectation {artefact, at, is, value} holds.
std::string unmet(const boost::json::object &expectation, const Artefacts &artefacts);
// Empty when these steps pass the case: all it expects holds, or they refuse as it says they must.
std::string runCase(const boost::json::object &one, const std::vector<agentregistry::Step> &steps,
                    const std::stop_token &stop);

struct ExamResult {
    std::uint32_t cases = 0, failures = 0;
    std::string note;  // the first failure, in words
};
// Runs all cases of that agent; none there: zero cases.
ExamResult runExam(const agentregistry::Agent &agent, const std::stop_token &stop);
// What the result depends on: this build's capability versions, the manifest and the cases.
kernel::Digest examKey(const agentregistry::Agent &agent);

// A refusal's sentence in English; the code itself when there is none.
std::string sentence(const kernel::Refusal &refusal);

}  // namespace hands
