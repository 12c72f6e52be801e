// The upstream artefacts as the three CANVAS capabilities see them: parsed, checked and cleaned
// once, so that drawing code meets only sound values. Owns nothing; a field of the wrong type or
// range is a fault (the whole run is refused as canvas.input), a missing one is simply not drawn.
// Thread contract: pure functions.
#pragma once

#include "capabilities/capability.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace capabilities::canvas {

inline constexpr std::size_t scoreCount = 6;
// In the order they are drawn; overall is last.
inline constexpr std::array<std::string_view, scoreCount> scoreNames{
    "clarity", "coherence", "structure", "symbolism", "emotion", "overall"};

struct Clarity {
    std::array<std::optional<int>, scoreCount> scores;  // 0..10000
    std::array<std::string, scoreCount> reasons;
    std::optional<std::int64_t> words;
    std::string language;  // BCP 47, or empty

    double share(std::size_t score, double otherwise = 0.5) const  // 0..1
    {
        return scores[score] ? *scores[score] / 10000.0 : otherwise;
    }
    int hundred(std::size_t score) const { return (scores[score].value_or(0) + 50) / 100; }
};

struct Mood {
    int valence = 0;  // -10000..10000
    int intensity = 0;
    std::string reason;
};

struct Concept {
    std::string label;
    double weight = 0;  // 0..1, the heaviest is 1
    double x = 0;       // of its own map, in any unit
    double y = 0;
};

struct Link {
    std::size_t from = 0;
    std::size_t to = 0;
    double weight = 0;  // 0..1, the strongest is 1
};

struct Concepts {
    std::vector<Concept> nodes;  // at most 24
    std::vector<Link> links;
    std::size_t center = 0;
};

struct Fact {
    std::string kind;  // "Date", "Amount", or the name of a field
    std::string value;
};

struct Todo {
    std::string text;
    bool isDone = false;
    std::string who;
    std::string due;
};

struct Facts {
    std::vector<Fact> rows;
    std::vector<Todo> todos;
};

struct Inputs {
    std::string title;  // "Untitled dream" if the text has no word
    std::string lead;   // the first lines after the title, may be empty
    Clarity clarity;
    std::optional<Mood> mood;
    std::optional<Concepts> concepts;
    std::vector<Concept> keywords;  // label and weight only, heaviest first
    Facts facts;
    std::string kind;  // words for people: "Idea", "Night dream"; empty without tags
    std::string form;
};

struct Reading {
    Inputs inputs;
    Result refusal;  // refusal.refusal is empty if all is sound
};

// Reads whatever inputs the run has; those named in `required` must be there.
Reading read(const Run &run, std::initializer_list<std::string_view> required);

// The hue, in degrees, that stands for a dream's mood everywhere: plum for dark moods over blue and
// green to gold for bright ones, moved by the seed so that dreams of one mood still differ.
double moodHue(const Inputs &inputs, std::uint64_t seed);

}  // namespace capabilities::canvas
