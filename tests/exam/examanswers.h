// What the engine says of every text of one exam file, and the measures of scoring.md over it.
// Owns the answers; reads labels only. One thread.
#pragma once

#include "examscore.h"

#include <boost/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace exam {

struct Text {
    std::string id;
    boost::json::object entry;                          // as in the file
    std::map<std::string, boost::json::value> answers;  // artefact name to artefact
    bool isOriginal = true;
    bool isNonsense = false;
};

struct Figure {
    double value = 0;
    double n = 0;
    std::vector<std::string> failing;
};
using Figures = std::map<std::string, Figure>;  // "people.f1"

std::vector<Text> answered(const std::string &path);
Figures measured(const std::vector<Text> &texts);

}  // namespace exam
