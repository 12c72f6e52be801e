// What the parts of `dreamctl bench` share: a figure beside its conditions, times, shares of a row of
// measurements. Private to the benches. Thread contract: main thread.
#pragma once

#include "ctl/profile.h"

#include <chrono>
#include <ctime>
#include <string>
#include <vector>

namespace ctl {

namespace json = boost::json;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point from);
json::object figure(const std::string &name, double value, const std::string &unit,
                    const std::string &conditions);
double percentile(std::vector<double> values, double share);
// "3.2 us of CPU each": all threads of this process since `from`, which says more than the clock on
// the wall where other programs run.
std::string cpuEach(std::clock_t from, std::uint64_t count);
// A path in TMPDIR that nothing has yet.
std::string throwAway();
// Texts under a folder that a dream may be, of `least` to `most` bytes, in the order of their paths.
std::vector<std::string> textsIn(const std::string &folder, std::size_t least, std::size_t most,
                                 std::size_t count);

void benchAnalysis(const std::string &folder, json::array &figures);
// A copy of the profile in TMPDIR, for what would change it.
std::string copyOf(const std::string &profile, std::string &error);
Said benchDreams(const Call &call, json::array &figures);
Said benchCapabilities(const Call &call, json::array &figures);
Said benchPast(const Call &call, json::array &figures);

}  // namespace ctl
