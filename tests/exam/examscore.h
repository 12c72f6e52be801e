// The formulas of scoring.md in C++: tokens, dice, near, set F1, Spearman. Owns nothing; the test
// of the exam feeds it with labels and answers. Pure functions.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace exam {

using Words = std::vector<std::string>;

std::string norm(const std::string &text);
Words tokensOf(const std::string &text);
double dice(const Words &left, const Words &right);
double looseDice(const Words &left, const Words &right);
bool isNear(const Words &left, const Words &right);

struct Tally {
    double hit = 0;
    double wrong = 0;
    double missed = 0;
    double precision() const { return hit + wrong == 0 ? 0 : hit / (hit + wrong); }
    double recall() const { return hit + missed == 0 ? 0 : hit / (hit + missed); }
    double f1() const
    {
        const double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
};

using Match = std::function<bool(const std::string &, const std::string &)>;
using Ignore = std::function<bool(const std::string &)>;

// Adds one text's predictions against its labels; true if nothing was wrong or missed.
bool countSet(Tally &tally, const std::vector<std::string> &predicted,
              const std::vector<std::string> &labels, const Match &match, const Ignore &ignore = {},
              bool isExact = false);

double spearman(const std::vector<double> &xs, const std::vector<double> &ys);

bool isKinship(const std::string &guess);
bool isLooseDate(const std::string &guess);

}  // namespace exam
