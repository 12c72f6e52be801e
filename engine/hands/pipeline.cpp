#include "hands/pipeline.h"

#include "crypto/hash.h"

#include <boost/json.hpp>

#include <exception>

namespace hands {

namespace {

std::uint64_t seedOf(const Artefacts &inputs)
{
    const auto text = inputs.find("text");
    crypto::Hasher hasher;
    if (text != inputs.end()) {
        hasher.update(text->second);
    } else {
        for (const auto &[name, bytes] : inputs)
            hasher.update(bytes);
    }
    const kernel::Digest digest = hasher.finish();
    std::uint64_t seed = 0;
    for (std::size_t i = 0; i < 8; ++i)
        seed = seed << 8 | digest.bytes[i];
    return seed;
}

}  // namespace

StepResult runStep(const agentregistry::Step &step, const Artefacts &inputs, std::uint64_t seed,
                   std::stop_token stop)
{
    StepResult made;
    const capabilities::Capability *capability = capabilities::find(step.capability);
    if (!capability) {
        made.fault = "this build has no " + step.capability;
        return made;
    }
    made.version = capability->version;
    made.seed = seed ? seed : seedOf(inputs);
    std::vector<capabilities::Input> given;
    for (const auto &[name, bytes] : inputs) {
        if (bytes.size() > capability->inputBytesMax) {
            made.result = capabilities::Result::refuse("capability.inputTooLarge", {{"input", name}});
            return made;
        }
        given.push_back({name, bytes});
    }
    boost::json::object params;
    if (!step.params.empty()) {
        boost::system::error_code error;
        const boost::json::value parsed = boost::json::parse(step.params, error);
        if (error || !parsed.is_object()) {
            made.fault = "the step's parameters are not a JSON object";
            return made;
        }
        params = parsed.get_object();
    }
    try {
        made.result = capability->run({given, params, made.seed, stop, {}});
    } catch (const std::exception &thrown) {
        made.fault = thrown.what();
    }
    std::size_t bytes = 0;
    for (const capabilities::Artefact &artefact : made.result.outputs)
        bytes += artefact.bytes.size();
    if (bytes > capability->outputBytesMax)
        made.fault = "it made " + std::to_string(bytes) + " bytes, more than its limit";
    return made;
}

}  // namespace hands
