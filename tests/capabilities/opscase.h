// What the tests of the watching capabilities share: small random numbers, names, and one answer.
// Thread contract: one thread.
#pragma once

#include "runcapability.h"

#include <random>

namespace testing {

struct Draw {
    std::mt19937_64 source;
    explicit Draw(std::uint64_t seed) : source(seed) {}
    int below(int limit) { return int(source() % std::uint64_t(limit)); }
};

inline std::string name(int number)
{
    return std::string(1, char('a' + number));
}

inline json::value answer(std::string_view capability, const json::object &params,
                          std::string_view artefact, const Inputs &inputs = {})
{
    const auto result = runCapability(capability, inputs, params);
    if (!result.refusal.empty())
        qFatal("%s", result.refusal.c_str());
    return jsonOf(result, artefact);
}

}  // namespace testing
