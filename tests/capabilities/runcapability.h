// Runs one capability on named texts and reads back its artefacts, for the tests of ROOT and ECHO.
// Owns the inputs for the length of a call. Thread contract: one thread.
#pragma once

#include "capabilities/capability.h"

#include <boost/json.hpp>

#include <QTest>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace testing {

namespace json = boost::json;

using Inputs = std::vector<std::pair<std::string, std::string>>;

inline capabilities::Result runCapability(std::string_view name, const Inputs &inputs,
                                          const json::object &params = {}, std::uint64_t seed = 1,
                                          std::stop_token stop = {})
{
    const capabilities::Capability *capability = capabilities::find(name);
    if (!capability)
        qFatal("no capability of that name");
    std::vector<capabilities::Input> views;
    for (const auto &[key, bytes] : inputs)
        views.push_back({key, bytes});
    return capability->run(capabilities::Run{views, params, seed, std::move(stop), {}});
}

inline std::string output(const capabilities::Result &result, std::string_view name)
{
    for (const capabilities::Artefact &artefact : result.outputs) {
        if (artefact.name == name)
            return artefact.bytes;
    }
    return {};
}

inline json::value jsonOf(const capabilities::Result &result, std::string_view name)
{
    const std::string bytes = output(result, name);
    return bytes.empty() ? json::value() : json::parse(bytes);
}

// A text of that many words out of a small vocabulary, with sentences, lists and odd bytes now and
// then: whatever a person or a broken file may bring.
inline std::string randomText(std::uint64_t seed, std::size_t words)
{
    static const char *const vocabulary[] = {"river",      "Booking", "the",
                                             "of",         "der",     "Garten",
                                             "3",          "12.50 €", "and",
                                             "et",         "la",      "maison",
                                             "\n\n",       "- ",      "# ",
                                             ". ",         ": ",      "Anna",
                                             "2025-05-03", "|",       "| a | b |\n|---|---|\n",
                                             "[x] ",       "ñandú",   "überall",
                                             "\xff\xfe",   "1/2",     "tsp",
                                             "by Friday",  "\n",      "()",
                                             "🙂",       "😀 water", "dream",
                                             "woke"};
    std::string out;
    std::uint64_t state = seed * 2654435761u + 1;
    for (std::size_t i = 0; i < words; ++i) {
        state = state * 6364136223846793005ull + 1442695040888963407ull;
        out += vocabulary[(state >> 33) % std::size(vocabulary)];
        out += (state >> 60) < 13 ? " " : "";
    }
    return out;
}

inline std::stop_token stopped()
{
    static std::stop_source source;
    source.request_stop();
    return source.get_token();
}

// The promises every capability makes: same input, same bytes; a stop is heeded; nothing crashes;
// every JSON artefact parses.
inline void checkPromises(std::string_view name, const Inputs &more,
                          const json::object &params = {})
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Inputs inputs = more;
        inputs.insert(inputs.begin(), {"text", randomText(seed, seed * seed / 4)});
        const auto first = runCapability(name, inputs, params, seed);
        const auto second = runCapability(name, inputs, params, seed);
        QCOMPARE(first.refusal, second.refusal);
        QCOMPARE(first.outputs.size(), second.outputs.size());
        for (std::size_t i = 0; i < first.outputs.size(); ++i) {
            QVERIFY(first.outputs[i].bytes == second.outputs[i].bytes);
            boost::system::error_code failure;
            if (first.outputs[i].mediaType == "application/json")
                json::parse(first.outputs[i].bytes, failure);
            QVERIFY(!failure);
        }
    }
    Inputs inputs = more;
    inputs.insert(inputs.begin(), {"text", randomText(5, 20000)});
    QVERIFY(runCapability(name, inputs, params, 1, stopped()).isStopped);
}

}  // namespace testing
