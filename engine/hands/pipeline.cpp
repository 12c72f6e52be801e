#include "hands/pipeline.h"

#include "crypto/hash.h"

#include <boost/json.hpp>

#include <exception>
#include <memory>

namespace hands {

namespace {

std::uint64_t firstBytes(const kernel::Digest &digest)
{
    std::uint64_t seed = 0;
    for (std::size_t i = 0; i < 8; ++i)
        seed = seed << 8 | digest.bytes[i];
    return seed;
}

// The steps of an agent follow each other over one text: its seed is hashed once.
std::uint64_t seedOf(const Artefacts &inputs)
{
    struct Last {
        std::string text;
        std::uint64_t seed = 0;
    };
    thread_local Last last;
    crypto::Hasher hasher;
    const auto text = inputs.find("text");
    if (text == inputs.end()) {
        for (const auto &[name, bytes] : inputs)
            hasher.update(bytes);
        return firstBytes(hasher.finish());
    }
    if (last.seed == 0 || last.text != text->second) {
        hasher.update(text->second);
        last = {text->second, firstBytes(hasher.finish())};
    }
    return last.seed;
}

// The parameters of a step, parsed once a thread as long as the same few steps go round. Null if
// they are not a JSON object.
std::shared_ptr<const boost::json::object> paramsOf(const std::string &text)
{
    constexpr std::size_t keptMax = 64;
    thread_local std::map<std::string, std::shared_ptr<const boost::json::object>, std::less<>>
        kept;
    if (const auto found = kept.find(text); found != kept.end())
        return found->second;
    boost::system::error_code error;
    boost::json::value parsed =
        text.empty() ? boost::json::object() : boost::json::parse(text, error);
    if (error || !parsed.is_object())
        return nullptr;
    if (kept.size() == keptMax)
        kept.clear();
    return kept[text] = std::make_shared<const boost::json::object>(std::move(parsed.get_object()));
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
            made.result =
                capabilities::Result::refuse("capability.inputTooLarge", {{"input", name}});
            return made;
        }
        given.push_back({name, bytes});
    }
    const auto params = paramsOf(step.params);
    if (!params) {
        made.fault = "the step's parameters are not a JSON object";
        return made;
    }
    try {
        made.result = capability->run({given, *params, made.seed, stop, {}});
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
