// dreamctl bench capabilities: what each engine gets through. Its calls are those of the exams: every
// step of every agent of the roster on every case, so that all engines are met with what they are for.
#include "ctl/bench.h"

#include "hands/resources.h"
#include "hands/roster.h"

#include <boost/json.hpp>

#include <map>

namespace ctl {
namespace {

constexpr std::size_t callsMax = 64;  // different ones a capability
constexpr double secondsEach = 0.25;  // of processor time a capability, at least
constexpr std::uint64_t roundsMax = 100'000;

struct OneCall {
    agentregistry::Step step;
    hands::Artefacts inputs;
    std::size_t bytes = 0;
};
using Calls = std::map<std::string, std::vector<OneCall>>;

Calls callsOfExams(std::string &error)
{
    Calls calls;
    const json::value exams = json::parse(hands::resources::exams());
    for (const agentregistry::Manifest &manifest : hands::roster(error)) {
        const json::value *cases = exams.as_object().if_contains(manifest.slug);
        if (!cases)
            continue;
        for (const json::value &one : cases->as_array()) {
            hands::Artefacts artefacts = hands::givenBy(one.as_object(), {});
            hands::runPipeline(manifest.steps, artefacts, {},
                               [&](const auto &step, const auto &inputs) {
                                   std::vector<OneCall> &own = calls[step.capability];
                                   if (own.size() >= callsMax)
                                       return;
                                   own.push_back({step, inputs, 0});
                                   for (const auto &[name, bytes] : inputs)
                                       own.back().bytes += bytes.size();
                               });
        }
    }
    return calls;
}

json::object measured(const std::string &name, const std::vector<OneCall> &calls)
{
    std::uint64_t refused = 0, bytes = 0, done = 0;
    for (const OneCall &call : calls) {  // warms it, and is not counted
        const hands::StepResult made = hands::runStep(call.step, call.inputs, 0, {});
        refused += !made.fault.empty() || !made.result.refusal.empty();
    }
    const std::clock_t began = std::clock();
    double took = 0;
    for (std::uint64_t round = 0; round < roundsMax && took < secondsEach; ++round) {
        for (const OneCall &call : calls) {
            hands::runStep(call.step, call.inputs, 0, {});
            bytes += call.bytes;
        }
        done += calls.size();
        took = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    }
    char rate[96];
    std::snprintf(rate, sizeof rate, ", %.0f bytes a call, %.3f MB/s",
                  static_cast<double>(bytes) / static_cast<double>(done),
                  static_cast<double>(bytes) / took / 1e6);
    return figure("capability." + name, static_cast<double>(done) / took, "calls/s",
                  std::to_string(calls.size()) + " different calls of the exams, "
                      + std::to_string(refused) + " refused" + rate
                      + ", one thread, warmed, processor time");
}

}  // namespace

Said benchCapabilities(const Call &, json::array &figures)
{
    std::string error;
    const Calls calls = callsOfExams(error);
    if (!error.empty())
        return failed(fault, "roster", error);
    for (const auto &[name, own] : calls)
        figures.push_back(measured(name, own));
    return {};
}

}  // namespace ctl
