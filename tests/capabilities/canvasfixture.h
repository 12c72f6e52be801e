// Dreams for the CANVAS tests: sound upstream artefacts as text, changed one value at a time, and a
// run of a capability on them. Owns what it builds. Thread contract: one thread.
#pragma once

#include "capabilities/capability.h"

#include <boost/json.hpp>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace capabilities {
extern const Capability generateComponent;
extern const Capability renderCard;
extern const Capability renderChart;
}  // namespace capabilities

namespace fixture {

namespace json = boost::json;

struct Dream {
    std::string text = "# Tool library in the boiler house\nIt is dry and has a wide door.";
    json::object clarity;
    json::object mood;
    json::object concepts;
    json::object keywords;
    json::object facts;
    json::object params;
    std::uint64_t seed = 7;

    Dream()
    {
        const char *names[] = {"clarity",   "coherence", "structure",
                               "symbolism", "emotion",   "overall"};
        const int scores[] = {8600, 8200, 7100, 2800, 6400, 8100};
        json::object reasons;
        for (int at = 0; at < 6; ++at) {
            clarity[names[at]] = scores[at];
            reasons[names[at]] = "each step follows the last";
        }
        clarity["language"] = "en";
        clarity["reasons"] = reasons;
        clarity["words"] = 112;
        mood = {{"intensity", 4200}, {"reason", "warm, mildly hopeful"}, {"valence", 2500}};
        setConcepts({"tools", "neighbours", "boiler house", "booking", "lending", "key",
                     "caretaker", "insurance"});
        facts = {
            {"amounts", json::array{{{"text", "120 EUR"}, {"unit", "EUR"}, {"value", "120"}}}},
            {"dates", json::array{{{"iso", "2025-05-03"}, {"text", "3 May"}}}},
            {"todos",
             json::array{
                 {{"done", false}, {"due", "3 May"}, {"text", "Ask for the key"}, {"who", "Anna"}},
                 {{"done", true}, {"due", ""}, {"text", "Count the drills"}, {"who", ""}}}}};
    }

    void setConcepts(const std::vector<std::string> &labels)
    {
        json::array nodes;
        json::array edges;
        json::array phrases;
        for (std::size_t at = 0; at < labels.size(); ++at) {
            const auto turn = static_cast<std::int64_t>(at);
            nodes.push_back({{"count", 3},
                             {"label", labels[at]},
                             {"radius", 10},
                             {"stem", labels[at]},
                             {"weight", 10000 - 400 * turn},
                             {"x", 400 + (turn * 173) % 331 - 160},
                             {"y", 300 + (turn * 97) % 257}});
            phrases.push_back({{"phrase", labels[at]}, {"weight", 9000 - 300 * turn}});
            if (at > 0)
                edges.push_back({{"from", turn / 2}, {"to", turn}, {"weight", 9000 - 300 * turn}});
        }
        concepts = {
            {"center", 0}, {"edges", edges}, {"height", 600}, {"nodes", nodes}, {"width", 800}};
        keywords = {{"keywords", phrases}};
    }

    std::map<std::string, std::string> artefacts() const
    {
        return {{"clarity", json::serialize(clarity)}, {"concepts", json::serialize(concepts)},
                {"facts", json::serialize(facts)},     {"keywords", json::serialize(keywords)},
                {"mood", json::serialize(mood)},       {"text", text}};
    }
};

inline capabilities::Result run(const capabilities::Capability &capability,
                                const std::map<std::string, std::string> &artefacts,
                                const json::object &params = {}, std::uint64_t seed = 7,
                                std::stop_token stop = {})
{
    std::vector<capabilities::Input> inputs;
    for (const auto &[name, bytes] : artefacts)
        inputs.push_back({name, bytes});
    return capability.run({inputs, params, seed, stop, {}});
}

inline capabilities::Result run(const capabilities::Capability &capability, const Dream &dream)
{
    return run(capability, dream.artefacts(), dream.params, dream.seed);
}

// Any JSON at all, with the keys the readers know more often than not.
inline json::value anyJson(std::mt19937 &random, int depth)
{
    static const char *const keys[] = {
        "clarity", "nodes",   "edges",  "from",    "to",      "weight", "label",   "keywords",
        "phrase",  "valence", "reason", "reasons", "x",       "center", "todos",   "text",
        "done",    "series",  "values", "labels",  "overall", "words",  "language"};
    const auto pick = [&](unsigned limit) { return static_cast<int>(random() % limit); };
    switch (depth <= 0 ? pick(6) : pick(9)) {
    case 0: return nullptr;
    case 1: return pick(2) == 0;
    case 2: return pick(20000) - 5000;
    case 3: return static_cast<std::int64_t>(std::uint64_t{random()} << 32);
    case 4: return pick(1000) / 7.0;
    case 5: {
        static const char *const texts[] = {
            "", "tools", "</text><script>", "\xF0\x9F\x8C\x99", "\x01\x02", "\xD7\xA9\xD7\x9C"};
        return json::string(texts[pick(6)]);
    }
    case 6: {
        json::array array;
        for (int at = pick(5); at > 0; --at)
            array.push_back(anyJson(random, depth - 1));
        return array;
    }
    default: {
        json::object object;
        for (int at = pick(7); at > 0; --at)
            object[keys[pick(23)]] = anyJson(random, depth - 1);
        return object;
    }
    }
}

}  // namespace fixture
