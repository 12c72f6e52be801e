// The shape every capability has: a pure function from named inputs, parameters and a seed to
// named artefacts. Owns nothing; the worker pool in loop/ runs it and stores what it returns.
// Thread contract: a capability is called on any worker thread and shares no mutable state.
#pragma once

#include <boost/json/fwd.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace capabilities {

struct Input {
    std::string_view name;  // "text", or the name of an upstream artefact
    std::string_view bytes;
};

struct Artefact {
    std::string name;
    std::string mediaType;  // application/json, image/svg+xml, text/html ...
    std::string bytes;
};

struct Result {
    std::string refusal;  // empty, or "stem.reason"
    std::map<std::string, std::string> refusalArguments;
    std::vector<Artefact> outputs;
    std::map<std::string, std::int64_t> figures;  // go into the receipt; 0..10000 unless said
    std::map<std::string, std::string> labels;    // closed vocabulary, never personal text
    bool isStopped = false;                       // the stop token was seen; outputs are void

    static Result refuse(std::string code, std::map<std::string, std::string> arguments = {})
    {
        Result result;
        result.refusal = std::move(code);
        result.refusalArguments = std::move(arguments);
        return result;
    }
};

struct Run {
    std::span<const Input> inputs;
    const boost::json::object &params;
    std::uint64_t seed = 0;
    std::stop_token stop;
    std::function<void(int permille)> progress;  // may be empty

    // Bytes of the input of that name, or an empty view with found = false.
    std::string_view input(std::string_view name, bool *found = nullptr) const
    {
        for (const Input &candidate : inputs) {
            if (candidate.name == name) {
                if (found)
                    *found = true;
                return candidate.bytes;
            }
        }
        if (found)
            *found = false;
        return {};
    }
};

struct Capability {
    std::string_view name;     // as in resources/capabilities.json
    std::string_view version;  // semantic version; a change of results raises it
    std::string_view source;   // the published method it follows
    std::size_t inputBytesMax = 2u << 20;
    std::size_t outputBytesMax = 1u << 20;
    std::uint32_t millisecondsMax = 10'000;
    Result (*run)(const Run &) = nullptr;
};

// All capabilities of this build, in name order.
std::span<const Capability> all();
// The capability of that name, or nullptr.
const Capability *find(std::string_view name);

}  // namespace capabilities
